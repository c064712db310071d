"""What the dialogs of ordering have in common: a table, what is new about it, OK and Cancel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from posim_desktop.ui.dialogs.form import FormDialog
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.chips import Banner


class TableDialog(FormDialog):
    """A dialog around a table, which takes all the room there is.

    Attributes:
        news_banner: Says that somebody changed the figures meanwhile.
    """

    def __init__(self, parent: QWidget | None, name: str, title: str, *, width: int) -> None:
        super().__init__(parent, title, accept="", cancel="", width=width)
        self.setObjectName(name)
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.news_banner = Banner()
        self.news_banner.setObjectName("news_banner")
        self._rows.setStretchFactor(self.body, 1)
        self._rows.takeAt(self._rows.count() - 3)  # the stretch that pushes short forms up

    def add_table(self, table: QWidget, *, stretch: int = 1) -> None:
        """Put a table into the body."""
        self.body.addWidget(table, stretch)

    def add_section(self, title: str) -> QLabel:
        """Put a heading into the body."""
        heading = QLabel(title)
        mark(heading, role="section")
        self.body.addWidget(heading)
        return heading

    def add_buttons(self, *labels: str) -> tuple[QPushButton, ...]:
        """Put small buttons in a row into the body, at the left."""
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        buttons = []
        for label in labels:
            button = QPushButton(label)
            button.setAutoDefault(False)
            button.setAccessibleName(label.replace("&", ""))
            columns.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            buttons.append(button)
        columns.addStretch(1)
        self.body.addLayout(columns)
        return tuple(buttons)

    def say_trouble(self, message: str) -> None:
        """Say above the buttons what is wrong; ``""`` for nothing."""
        self.trouble_label.setText(message)
        self.trouble_label.setVisible(bool(message))
