"""The buttons below a card and below a dialog: closing and undoing on the left, proceeding on the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QPushButton

from posim_desktop.ui.style import SPACE, mark, mark_new


def named_button(name: str, label: str, picture: str = "") -> QPushButton:
    """Make a button whose accessible name is its label.

    Args:
        name: What the code calls it.
        label: What stands on it, with its mnemonic; a label ending in ``…`` asks before it does anything.
        picture: Its icon.
    """
    button = QPushButton(label)
    button.setObjectName(name)
    button.setAccessibleName(label.replace("&", "").removesuffix("…"))
    if picture:
        from posim_desktop.ui.icons import icon  # noqa: PLC0415 - the log-in screen has none and comes before them

        button.setIcon(icon(picture))
    return button


class ButtonBar(QFrame):
    """Buttons at the left and at the right of a card's lower edge."""

    def __init__(self, left: Sequence[QAbstractButton], right: Sequence[QAbstractButton]) -> None:
        super().__init__()
        from posim_desktop.ui.widgets.folding_buttons import FoldingButtons  # noqa: PLC0415 - as the icons above

        mark(self, buttonbar=True)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        columns.addWidget(FoldingButtons(left, right))


class AnswerButtons(QHBoxLayout):
    """The two buttons below a dialog. Enter presses the one that has the keyboard, and from elsewhere the primary one.

    Attributes:
        accept_button: The primary action.
        cancel_button: Gives up.
    """

    def __init__(self, accept: str, cancel: str) -> None:
        super().__init__()
        self.accept_button = named_button("accept_button", accept)
        self.accept_button.setDefault(True)
        mark_new(self.accept_button, primary=True)
        self.cancel_button = named_button("cancel_button", cancel)
        self.setSpacing(2 * SPACE)
        self.addStretch(1)
        self.addWidget(self.cancel_button)
        self.addWidget(self.accept_button)
