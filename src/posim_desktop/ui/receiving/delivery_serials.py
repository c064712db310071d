"""Asking for the serial numbers of what came. Serves the guide's page "Serial numbers"."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.cards.serials import FIELD
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Cell, Refusal
from posim_desktop.domain.why import Why
from posim_desktop.queries.receiving.logs import ReceivingLineRow
from posim_desktop.services.receiving import serials
from posim_desktop.ui.widgets.serial_numbers import NumberedLine, SerialNumbersDialog

Write = Callable[[partial[Done], Callable[[Refusal], bool]], bool]


class DeliverySerials(QObject):
    """Opens the serial numbers of a log's lines: when goods are counted, before it is posted, whenever one likes."""

    def __init__(self, lines: Callable[[], Sequence[ReceivingLineRow]], write: Write, card: QWidget) -> None:
        """Ask on a card.

        Args:
            lines: Gives the lines of the log that is shown.
            write: Runs a verb and shows the log again; False when nothing was written.
            card: The card.
        """
        super().__init__(card)
        self._lines = lines
        self._write = write
        self._card = card

    def open(self, line: ReceivingLineRow) -> SerialNumbersDialog:
        """Ask for the numbers of a line."""
        numbered = NumberedLine(line.item, line.description, line.quantity, line.serials)
        dialog = SerialNumbersDialog(self._card, numbered, lambda entered, _: self._enter(line.id, entered))
        dialog.finished.connect(self._card.activateWindow)
        dialog.open()
        return dialog

    def _enter(self, line_id: int, entered: tuple[str, ...]) -> Refusal | None:
        refusals: list[Refusal] = []

        def refused(refusal: Refusal) -> bool:
            refusals.append(refusal)
            return True

        written = self._write(partial(serials.enter, line_id=line_id, serials=entered), refused)
        return None if written else refusals[0] if refusals else Refusal(Why.NOT_STORED)

    def asks(self, go_on: Callable[[], None]) -> bool:
        """Ask about the first line that lacks numbers; False when there is none.

        Args:
            go_on: What is done once it has them.
        """
        line = next((line for line in self._lines() if line.lacks_serials), None)
        if line is None:
            return False
        line_id = line.id
        self.open(line).accepted.connect(lambda: self._go_on(line_id, go_on))
        return True

    def _go_on(self, line_id: int, go_on: Callable[[], None]) -> None:
        if not any(line.id == line_id and line.lacks_serials for line in self._lines()):
            go_on()

    def shows(self, refusal: Refusal) -> bool:
        """Show at its line why a log was not posted; False when that is not about serial numbers."""
        line = next((line for line in self._lines() if refusal.where == Cell(FIELD, line.id)), None)
        if line is not None:
            self.open(line).refuse(refusal.at(None))
        return line is not None
