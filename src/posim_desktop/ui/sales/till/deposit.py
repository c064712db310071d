"""Asking for a deposit: how much, for what, taken or paid back. Serves the guide's page on deposits."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.customer_money import Held
from posim_desktop.queries.sales.working_rows import WorkingLine
from posim_desktop.ui import formatting
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.sales.till.sale import DepositFor, Sale
from posim_desktop.ui.widgets.edits import MoneyEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import OptionBox
from posim_desktop.ui.widgets.question import Question

CREDIT = DepositFor()
_WIDTH = 560  # a backorder is told by number and goods


class DepositDialog(FormDialog):
    """Takes a deposit for a B line or an open backorder, or money that is kept as credit; or pays some back."""

    def __init__(self, parent: QWidget, sale: Sale, held: Held, current: WorkingLine | None) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self._sale = sale
        self._held = held
        self.setObjectName("deposit_dialog")
        self.setWindowTitle(self.tr("Deposit"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.hint_label = self.say_first("")
        self.way_box = OptionBox([(True, self.tr("Take")), (False, self.tr("Pay Back"))])
        self.for_box = OptionBox(self._choices(sale.lines))
        self.amount_edit = MoneyEdit("deposit")
        self.add_input("way", self.tr("Take or Pay Back"), self.way_box)
        self.add_input("for", self.tr("For"), self.for_box)
        self.add_input("deposit", self.tr("Amount"), self.amount_edit)
        self.first_focus = self.amount_edit
        if current is not None and current.trans_code is TransCode.BACKORDER:
            self.for_box.set_value(DepositFor(line_id=current.id))
        self.for_box.currentIndexChanged.connect(self._say_what_is_held)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self._say_what_is_held()

    def _choices(self, lines: Sequence[WorkingLine]) -> list[tuple[object, str]]:
        choices: list[tuple[object, str]] = [
            (DepositFor(line_id=line.id), self.tr("This invoice: {goods}").format(goods=line.description))
            for line in lines
            if line.trans_code is TransCode.BACKORDER
        ]
        words = self.tr("Backorder {number}: {goods}")
        choices += [
            (DepositFor(each.backorder_id), words.format(number=each.number, goods=each.description))
            for each in self._held.deposits
        ]
        return [*choices, (CREDIT, self.tr("Credit of the customer"))]

    def _say_what_is_held(self) -> None:
        chosen = self.for_box.value()
        of_backorder = self._held.of(chosen.backorder_id or 0) if isinstance(chosen, DepositFor) else None
        if chosen == CREDIT and self._held.credit < 0:
            owed = self.tr("The customer owes {amount} on account.")
            self.hint_label.setText(owed.format(amount=formatting.amount(-self._held.credit)))
            return
        held = (
            self._held.credit if chosen == CREDIT else of_backorder.balance if of_backorder is not None else Decimal(0)
        )
        self.hint_label.setText(self.tr("On deposit for this: {amount}").format(amount=formatting.amount(held)))

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            amount = self.amount_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        self._add(amount if self.way_box.value() else -amount, knowingly=False)

    def _add(self, amount: Decimal, *, knowingly: bool) -> None:
        chosen = self.for_box.value()
        refusal = self._sale.add_deposit(
            amount, chosen if isinstance(chosen, DepositFor) else CREDIT, knowingly=knowingly
        )
        if refusal is None:
            self.accept()
        elif refusal.why is Why.DEPOSIT_ABOVE_COST:
            self._ask_whether(refusal, amount)
        elif refusal.why is not Why.NOT_STORED:
            self.show_refusal(refusal.at(Field("deposit")))

    def _ask_whether(self, refusal: Refusal, amount: Decimal) -> None:
        """Ask whether more is meant than the goods still cost."""
        asking = Question(
            self,
            self.tr("More Than the Goods Cost"),
            words_of(refusal),
            act=self.tr("Take {amount}").format(amount=formatting.amount(amount)),
            give_up=self.tr("Cancel"),
        )
        asking.accepted.connect(partial(self._add, amount, knowingly=True))
        asking.open()
