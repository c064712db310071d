"""The customer's own order number and job, on an invoice. Serves the guide's page "Sell"."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.why import Why
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class CustomerOrderDialog(FormDialog):
    """Asks for both; they are printed on the invoice, and on slips and labels of what it back-orders."""

    def __init__(self, parent: QWidget, order: str, job: str, write: Callable[[str, str], Refusal | None]) -> None:
        super().__init__(parent, self.tr("Customer’s Order"), accept=self.tr("&OK"), cancel=self.tr("&Cancel"))
        self.setObjectName("customer_order_dialog")
        self._write = write
        self.order_edit, self.job_edit = TextEdit(text.SHORT), TextEdit(text.SHORT)
        self.order_edit.setText(order)
        self.job_edit.setText(job)
        self.add_input("customer_order", self.tr("Customer’s Order No."), self.order_edit)
        self.add_input("job_tag", self.tr("Job"), self.job_edit)
        self.accept_button.clicked.connect(self.save)

    def save(self) -> None:
        """Write both and close; a refusal stays at its field."""
        self.clear_refusals()
        refusal = self._write(self.order_edit.value(), self.job_edit.value())
        if refusal is None:
            self.accept()
        elif refusal.why is not Why.NOT_STORED:
            self.show_refusal(refusal)
