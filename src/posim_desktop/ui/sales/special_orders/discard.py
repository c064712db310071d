"""Giving a special order up for good. Serves the guide's page on special orders."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.services.sales import special_orders
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.sales.special_orders.words import tr
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class DiscardDialog(FormDialog):
    """Asks why; open it with ``open()``.

    Signals:
        discarded(int): This special order is discarded.
    """

    discarded = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations, special_order_id: int) -> None:
        super().__init__(parent, tr("Discard Special Order"), accept=tr("Discard"), cancel=tr("Keep"))
        self.setObjectName("discard_dialog")
        self._operations = operations
        self._order_id = special_order_id
        self._attempt = Attempt(one_action=True)
        self.say_first(tr("Nothing on it will be ordered. It stays on record with the reason."))
        self.reason_edit = TextEdit(text.REASON)
        self.add_input("reason", tr("Reason"), self.reason_edit)
        mark(self.accept_button, destructive=True)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        verb = partial(special_orders.discard, special_order_id=self._order_id, reason=self.reason_edit.value())
        outcome = self._operations.run(self, verb, self._attempt, self.show_refusal)
        if isinstance(outcome, Done):
            self.discarded.emit(outcome.record_id)
            self.accept()
