"""Asking whether an invoice is taxed. Serves the guide's page on customers."""

from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.why import Why
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class ExemptionDialog(FormDialog):
    """Takes the number under which this invoice is exempt from tax, and why; without one tax is paid."""

    def __init__(self, parent: QWidget, sale: Sale) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._sale = sale
        self.setObjectName("exemption")
        self.setWindowTitle(self.tr("Tax Exemption"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(
            self.tr("For this invoice only. Without a number tax is paid, whatever the customer's card says.")
        )
        self.number_edit = TextEdit(text.SHORT)
        self.reason_edit = TextEdit(text.REASON)
        self.add_input("exempt_number", self.tr("Tax Exempt No."), self.number_edit)
        self.add_input("exempt_reason", self.tr("Exempt Because"), self.reason_edit)
        if sale.details is not None:
            self.number_edit.setText(sale.details.exemption.number)
            self.reason_edit.setText(sale.details.exemption.reason)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        refusal = self._sale.tell_exemption(Exemption(self.number_edit.value(), self.reason_edit.value()))
        if refusal is None:
            self.accept()
        elif refusal.why is not Why.NOT_STORED:
            self.show_refusal(refusal)
