"""Paying a customer's credit back. Serves the guide's page "Deposits and credit"."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.tenders import ShopTender
from posim_desktop.services.sales import credit
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.edits import MoneyEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.freed_money import RefundBy
from posim_desktop.ui.widgets.receipt_printing import print_wish


class RefundCreditDialog(FormDialog):
    """Asks how much is paid back and by what; all of the credit is proposed. An invoice of its own says so."""

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        *,
        customer_id: int,
        customer: str,
        held: Decimal,
        tenders: Sequence[ShopTender],
    ) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._operations = operations
        self._customer_id = customer_id
        self._attempt = Attempt(one_action=True)
        self.setObjectName("refund_credit")
        self.setWindowTitle(self.tr("Refund Credit"))
        for button, label in ((self.accept_button, self.tr("Refund")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.body.addWidget(ApprovalNotice(operations, Permission.PAY_OUT, self))
        words = self.tr("Credit of {customer}: {amount}")
        self.say_first(words.format(customer=customer, amount=formatting.amount(held)))
        self.refund_edit = MoneyEdit("refund")
        self.refund_edit.set_value(held)
        self.refund_by = RefundBy(tenders)
        self.add_input("refund", self.tr("Amount"), self.refund_edit)
        self.add_input("tenders", self.tr("Refund By"), self.refund_by)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        tender = self.refund_by.tender()
        if tender is None:
            return
        try:
            amount = self.refund_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        verb = partial(
            credit.pay_back,
            customer_id=self._customer_id,
            amount=amount,
            refund_by=tender,
            wish=print_wish(),
        )
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
