"""Ordering something that is not yet on file. Serves the guide's page on special orders."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.queries.sales import special_orders as queries
from posim_desktop.services.sales import special_orders
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.sales.special_orders.line_form import LineForm
from posim_desktop.ui.sales.special_orders.words import tr
from posim_desktop.ui.widgets.form_dialog import FormDialog

_ASKED = (
    *("description", "quantity", "unit_price", "price_ceiling", "vendor_id", "vendor_item_number", "cost"),
    *("department_id", "tax_code_id", "code", "will_also_take", "question", "one_piece"),
)


class NewItemDialog(FormDialog):
    """Asks what is to be ordered; open it with ``open()``.

    Signals:
        ordered(int): It is on this special order.
    """

    ordered = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations, special_order_id: int | None, typed: str) -> None:
        """Make the dialog.

        Args:
            parent: The window it belongs to.
            operations: The road to the verbs.
            special_order_id: The special order; None for one that begins with this line.
            typed: What was typed where items are named, as a first description.
        """
        super().__init__(parent, tr("Not Yet on File"), accept=tr("Add"), cancel=tr("Cancel"), width=520)
        self.setObjectName("new_item_dialog")
        self._operations = operations
        self._order_id = special_order_id
        self._attempt = Attempt(one_action=True)
        self._form = LineForm(_ASKED)
        self.say_first(tr("The item gets its card when the special order is posted."))
        sees_costs = operations.lacking(Permission.SEE_COSTS) is None
        for name in _ASKED:
            if name != "cost" or sees_costs:
                self.add_input(name, self._form.labels[name], self._form.inputs[name])
        choices = operations.read(queries.choices, SpecialLine())
        self._form.offer(choices)
        self._form.show(SpecialLine(description=typed, tax_code_id=choices.usual_tax_code_id))
        self._form.inputs["description"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            line = self._form.value(SpecialLine())
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        verb = partial(special_orders.add_new_item, special_order_id=self._order_id, line=line)
        outcome = self._operations.run(self, verb, self._attempt, self.show_refusal)
        if isinstance(outcome, Done):
            self.ordered.emit(outcome.record_id)
            self.accept()
