"""Asking for the price of goods that have none. Serves the guide's page "Sell"."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.lines_model import LineColumn
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.question import Question


class PriceCheck(QObject):
    """Asks once more, before an invoice is paid, whether goods without a price are to be given for nothing."""

    def __init__(self, sale: Sale, frame: TillFrame, window: QWidget) -> None:
        super().__init__(window)
        self._sale = sale
        self._frame = frame
        self._window = window
        self._given_away = set[int]()

    def open_cell(self) -> None:
        """Let the price of the current line be typed."""
        self._frame.lines_table.edit_cell(LineColumn.PRICE)

    def asks(self, go_on: Callable[[], None]) -> bool:
        """Ask about the first goods without a price that nobody gave away yet; False when there are none.

        Args:
            go_on: What is done once they are given away.
        """
        line = next((line for line in self._sale.lines if line.is_unpriced and line.id not in self._given_away), None)
        if line is None:
            return False
        asking = Question(
            self._window,
            self.tr("No Price"),
            self.tr("{item} has no price. Sell it for nothing?").format(item=line.item or line.description),
            act=self.tr("Sell for Nothing"),
            give_up=self.tr("Enter the Price"),
        )

        def give_away() -> None:
            self._given_away.add(line.id)
            go_on()

        asking.accepted.connect(give_away)
        asking.rejected.connect(lambda: self._ask_for_price(line.id))
        asking.open()
        return True

    def _ask_for_price(self, line_id: int) -> None:
        self._frame.show_totals()
        self._frame.lines_table.show_row(line_id, LineColumn.PRICE)
        self.open_cell()
