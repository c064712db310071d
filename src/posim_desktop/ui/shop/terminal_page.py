"""The preferences of the card terminal: of this user, on this computer. Serves the guide's page "Card terminals"."""

from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why
from posim_desktop.services.sales.network_terminal import is_terminal
from posim_desktop.ui.shop.page_parts import add_row, explanation, form_of
from posim_desktop.ui.widgets.card_terminal import card_terminal, use_card_terminal
from posim_desktop.ui.widgets.edits import TextEdit


class TerminalPage(QWidget):
    """Where the card terminal of this workstation is."""

    def __init__(self) -> None:
        super().__init__()
        self.inputs: dict[str, QWidget] = {}
        form = form_of(self)
        self.terminal_edit = TextEdit(text.NAME)
        add_row(self.inputs, form, "card_terminal", self.tr("Card terminal"), self.terminal_edit)
        meaning = explanation(
            self.tr(
                "This program drives no real card terminal yet: leave this empty, and type what your terminal prints. "
                "The stand-in for practice, “posim-desktop stand-in-terminal”, is at 127.0.0.1:7071. It takes no "
                "money. Applies only to you on this computer."
            )
        )
        form.addRow("", meaning)
        self.terminal_edit.set_value(card_terminal())

    def refusal(self) -> Refusal | None:
        """Return why what is typed cannot be a terminal, or None."""
        where = self.terminal_edit.value()
        return None if not where or is_terminal(where) else Refusal(Why.NO_TERMINAL_ADDRESS, Field("card_terminal"))

    def use(self) -> None:
        """Ask this terminal from now on."""
        use_card_terminal(self.terminal_edit.value())
