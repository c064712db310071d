"""Asking for which order under way a B line waits. Serves the guide's page on special orders."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.why import Why
from posim_desktop.queries.purchasing.orders import OnOrderRow
from posim_desktop.queries.sales.working_rows import WorkingLine
from posim_desktop.ui import formatting
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import OptionBox


class AwaitedOrderDialog(FormDialog):
    """Takes the order for one line; nothing is reserved before the invoice is posted."""

    def __init__(self, parent: QWidget, sale: Sale, line: WorkingLine, orders: Sequence[OnOrderRow]) -> None:
        super().__init__(parent, "", accept="", cancel="", width=520)
        self._sale = sale
        self._line = line
        self.setObjectName("awaited_order")
        self.setWindowTitle(self.tr("Wait for an Order"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        words = self.tr("Posting the invoice allocates the goods to the backorder: {quantity} × {item}.")
        self.say_first(words.format(quantity=formatting.quantity(line.quantity), item=line.description))
        choices: list[tuple[object, str]] = [(row.line_id, self._words(row)) for row in orders]
        none: tuple[object, str] = (None, self.tr("No order in particular"))
        self.order_box = OptionBox([*choices, none])
        self.add_input("order", self.tr("Order"), self.order_box)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _words(self, row: OnOrderRow) -> str:
        free = formatting.quantity(row.free)
        if row.expected_on is None:
            return self.tr("PO {number} has {free} free, no day yet").format(number=row.number, free=free)
        words = self.tr("PO {number} has {free} free, expected {day}")
        return words.format(number=row.number, free=free, day=formatting.date(row.expected_on))

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        chosen = self.order_box.value()
        refusal = self._sale.wait_for(self._line.id, chosen if isinstance(chosen, int) else None)
        if refusal is None:
            self.accept()
        elif refusal.why is not Why.NOT_STORED:
            self.show_refusal(refusal)
