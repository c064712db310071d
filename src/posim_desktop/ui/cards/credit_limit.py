"""Saying how much a customer may owe on account. Serves the guide's pages on customers and on deposits."""

from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.queries.sales.customer_money import Held
from posim_desktop.services.cards import credit_limits
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.edits import MoneyEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class CreditLimitDialog(FormDialog):
    """Takes the limit of one customer; open it with ``open()``."""

    def __init__(self, parent: QWidget, operations: Operations, customer_id: int, version: int, held: Held) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._operations = operations
        self._customer_id = customer_id
        self._version = version
        self._attempt = Attempt(one_action=True)
        self.setObjectName("credit_limit")
        self.setWindowTitle(self.tr("Limit on Account"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        words = self.tr("So much this customer may owe the shop. Enter 0 for nothing.")
        if held.credit < 0:
            owed = self.tr("Now {amount} is owed.").format(amount=formatting.amount(-held.credit))
            words = f"{words} {owed}"
        self.say_first(words)
        self.limit_edit = MoneyEdit("credit_limit")
        self.limit_edit.set_value(held.limit)
        self.add_input("credit_limit", self.tr("Limit"), self.limit_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            limit = self.limit_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        verb = partial(credit_limits.change, customer_id=self._customer_id, limit=limit, version=self._version)
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
