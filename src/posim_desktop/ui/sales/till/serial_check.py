"""Asking for the serial numbers of what is sold and brought back. Serves the guide's page "Serial numbers"."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.cards.serials import FIELD
from posim_desktop.domain.errors import Cell, Refusal, TroubleError
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.queries.sales.working_rows import WorkingLine
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.serial_numbers import NumberedLine, SerialNumbersDialog


class SerialCheck(QObject):
    """Opens the serial numbers of lines: when goods are put on, before the invoice is paid, and whenever one likes.

    Signals:
        settled: The numbers were entered, or left for later.
    """

    settled = Signal()

    def __init__(self, sale: Sale, window: QWidget) -> None:
        super().__init__(window)
        self._sale = sale
        self._window = window

    def open(self, line: WorkingLine) -> SerialNumbersDialog | None:
        """Ask for the numbers of a line; None when the database cannot be read, as was said."""
        try:
            in_stock = self._sale.serials_in_stock(line)
        except TroubleError as trouble:
            self._sale.trouble(words_of_trouble(trouble))
            return None
        numbered = NumberedLine(
            line.item,
            line.description,
            line.quantity,
            line.serials,
            in_stock if line.trans_code is TransCode.SALE else (),
        )
        dialog = SerialNumbersDialog(
            self._window, numbered, lambda serials, vouched: self._sale.enter_serials(line.id, serials, vouched)
        )
        dialog.finished.connect(self._on_finished)
        dialog.open()
        return dialog

    def asks(self, go_on: Callable[[], None]) -> bool:
        """Ask about the first line that lacks numbers; False when there is none.

        Args:
            go_on: What is done once it has them.
        """
        line = next((line for line in self._sale.lines if line.lacks_serials), None)
        if line is None:
            return False
        dialog = self.open(line)
        if dialog is not None:
            dialog.accepted.connect(lambda: self._go_on(line.id, go_on))
        return True

    def _go_on(self, line_id: int, go_on: Callable[[], None]) -> None:
        line = self._sale.line(line_id)
        if line is None or not line.lacks_serials:
            go_on()

    def shows(self, refusal: Refusal) -> bool:
        """Show at its line why an invoice was not posted; False when that is not about serial numbers."""
        match refusal.where:
            case Cell(column, line_id) if column == FIELD:
                line = self._sale.line(line_id)
                dialog = None if line is None else self.open(line)
                if dialog is not None:
                    dialog.refuse(refusal.at(None))
                return line is not None
        return False

    def _on_finished(self) -> None:
        self._window.activateWindow()
        self.settled.emit()
