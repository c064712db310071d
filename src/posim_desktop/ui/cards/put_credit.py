"""Putting a customer's credit on one of their backorders. Serves the guide's page "Deposits and credit"."""

from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.customer_money import Held, HeldDeposit
from posim_desktop.services.sales import credit
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.edits import MoneyEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 560


class PutCreditDialog(FormDialog):
    """Asks on which backorder, and how much; all of the credit is proposed."""

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        *,
        held: Held,
    ) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self._operations = operations
        self._attempt = Attempt(one_action=True)
        self.setObjectName("put_credit")
        self.setWindowTitle(self.tr("Put Credit on a Backorder"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(self.tr("Credit: {amount}").format(amount=formatting.amount(held.credit)))
        self.backorder_edit = DropDown()
        for each in held.deposits:
            self.backorder_edit.addItem(self._words(each), each.backorder_id)
        self.backorder_edit.setCurrentIndex(0 if len(held.deposits) == 1 else -1)
        self.backorder_edit.setPlaceholderText(self.tr("Choose a backorder"))
        self.amount_edit = MoneyEdit("deposit")
        self.amount_edit.set_value(held.credit)
        self.add_input("backorder", self.tr("Backorder"), self.backorder_edit)
        self.add_input("deposit", self.tr("Amount"), self.amount_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _words(self, backorder: HeldDeposit) -> str:
        words = self.tr("{number}: {quantity} × {description}").format(
            number=backorder.number,
            quantity=formatting.quantity(backorder.units),
            description=backorder.description,
        )
        if not backorder.balance:
            return words
        held = self.tr("{held} on deposit").format(held=formatting.amount(backorder.balance))
        return f"{held} · {words}"

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        backorder_id = self.backorder_edit.currentData()
        if backorder_id is None:
            self.show_refusal(Refusal(Why.CHOOSE_A_BACKORDER, Field("backorder")))
            return
        try:
            amount = self.amount_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        verb = partial(
            credit.put_on,
            backorder_id=backorder_id,
            amount=amount,
        )
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
