"""Asking why a large discount is given. Serves the guide's page "Sell"."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.text import Label
from posim_desktop.domain.why import Why
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.signature import box_of_reasons


class DiscountReasonDialog(FormDialog):
    """Asks for the reason; nothing is discounted until there is one."""

    def __init__(
        self, parent: QWidget, refusal: Refusal, used_before: Sequence[str], explained: Callable[[str], object]
    ) -> None:
        """Make the dialog.

        Args:
            parent: The till.
            refusal: Says that a reason is missing, and from which discount on.
            used_before: Reasons to choose from.
            explained: Called with the reason.
        """
        super().__init__(parent, "", accept="", cancel="")
        self._explained = explained
        self.setObjectName("discount_reason")
        self.setWindowTitle(self.tr("Reason for the Discount"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(words_of(refusal))
        self.reason_edit = box_of_reasons(used_before, self.tr("Why this line is cheaper"))
        self.add_input("discount_reason", self.tr("Reason"), self.reason_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        reason = self.reason_edit.currentText().strip()
        if reason:
            self.accept()
            self._explained(reason)
        else:
            self.show_refusal(Refusal(Why.TEXT_MISSING, Field("discount_reason"), label=Label.REASON))
