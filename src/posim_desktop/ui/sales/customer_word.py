"""Asking what the customer said to a price above the one they were promised. Serves the page on special orders."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.text import Label
from posim_desktop.domain.why import Why
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class CustomerWordDialog(FormDialog):
    """Asks who agreed and how; the price stays as it was until somebody did."""

    def __init__(self, parent: QWidget, refusal: Refusal, told: Callable[[str], object]) -> None:
        """Make the dialog.

        Args:
            parent: The till.
            refusal: Says what was promised.
            told: Called with what the customer said.
        """
        super().__init__(parent, "", accept="", cancel="")
        self._told = told
        self.setObjectName("customer_word")
        self.setWindowTitle(self.tr("Above the Promised Price"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(words_of(refusal))
        self.word_edit = TextEdit(text.REASON)
        self.word_edit.setPlaceholderText(self.tr("Lee agreed by phone"))
        self.add_input("customer_word", self.tr("What They Said"), self.word_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        word = self.word_edit.value()
        if word:
            self.accept()
            self._told(word)
        else:
            self.show_refusal(Refusal(Why.TEXT_MISSING, Field("customer_word"), label=Label.CUSTOMER_WORD))
