"""Labels of goods and shelves for this workstation's receipt printer. Serves the guide's page "Labels".

They are of no document and leave no print job: whoever needs more of them prints them again from the goods.
"""

import threading
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from posim_desktop.domain.sales.print_jobs import SendingEnd
from posim_desktop.printing.escpos import printer_job
from posim_desktop.printing.strip import Strip
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import say
from posim_desktop.ui.widgets.print_preview import ReceiptForm
from posim_desktop.ui.widgets.receipt_printing import Sent, receipt_printer, sent, strip_paper


class StripSender(QObject):
    """Sends strips one after the other, in a thread of its own, and says which was not printed."""

    _sent = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sent.connect(self._on_sent)

    def send(self, strips: Sequence[Strip], *, spells_out: bool) -> bool:
        """Begin to print strips; whatever goes wrong is said when it is known."""
        work = partial(sent, tuple(strips), strip_paper(), receipt_printer(), spells_out=spells_out)
        threading.Thread(target=Job(work, self._ring).do, name="slips", daemon=True).start()
        return True

    def _ring(self, job: Job[Sent]) -> None:
        if isValid(self):
            self._sent.emit(job)

    def _on_sent(self, job: Job[Sent]) -> None:
        came_of = job.answer()
        if came_of.end is not SendingEnd.TAKEN:
            words = self.tr("Not everything was printed: {reason}.")
            say(self._window, words.format(reason=came_of.why))
        self.deleteLater()


def strip_form(window: QWidget, strips: Sequence[Strip]) -> ReceiptForm:
    """Let the print preview print strips on receipt paper, where there is a receipt printer."""
    paper = strip_paper()
    missing = dict.fromkeys(letter for strip in strips for letter in printer_job(strip, paper).missing)

    def order(spells_out: bool) -> bool:  # noqa: FBT001 - called back
        return StripSender(window).send(strips, spells_out=spells_out)

    return ReceiptForm(tuple(missing), order)
