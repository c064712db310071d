"""A test receipt: that the printer works, before the first customer comes. Serves the guide's page "Getting Ready"."""

import logging
import threading
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.sales.print_jobs import SendingEnd
from posim_desktop.printing.strip import RuleAcross, Strip, StripPaper, Words
from posim_desktop.services.cards import getting_ready
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.receipt_printing import Sent, sent

_log = logging.getLogger(__name__)


class ReceiptTest(QObject):
    """Prints a test outside the window's thread, says what came of it, and writes down that it came out."""

    _sent = Signal(object)

    def __init__(self, window: QWidget, operations: Operations) -> None:
        super().__init__(window)
        self._window = window
        self._operations = operations
        self._printer = ""
        self._sent.connect(self._on_sent, Qt.ConnectionType.QueuedConnection)

    def send(self, store: str, printer: str, paper: StripPaper) -> None:
        """Print a test of what the shop is called, on a printer and its paper."""
        self._printer = printer
        work = partial(sent, [self._strip(store)], paper, printer, opens_drawer=False, spells_out=True)
        threading.Thread(target=Job(work, self._ring).do, name="receipt printer", daemon=True).start()

    def _strip(self, store: str) -> Strip:
        return (
            Words(store, is_centred=True, is_tall=True),
            Words(self.tr("Test receipt"), is_centred=True),
            RuleAcross(),
            Words("ÄÖÜ äöü ß é è ç ñ €", "0123.45"),
            RuleAcross(),
            Words(self.tr("If you can read this, receipts will come out like it.")),
        )

    def _ring(self, job: Job[Sent]) -> None:
        if isValid(self):
            self._sent.emit(job)

    def _on_sent(self, job: Job[Sent]) -> None:
        try:
            came_of = job.answer()
        except Exception:  # noqa: BLE001 - said where it was asked for
            _log.exception("a test receipt cannot be printed")
            came_of = Sent(SendingEnd.NOT_PRINTABLE, self.tr("The log file says why."))
        if came_of.end is not SendingEnd.TAKEN:
            say(self._window, self.tr("It was not printed: {why}").format(why=came_of.why))
            self.deleteLater()
            return
        noted = partial(getting_ready.note_receipt, printer=self._printer)
        self._operations.begin(noted, Attempt(), self._on_noted)
        say(self._window, self.tr("The printer took the test receipt."))

    def _on_noted(self, job: Job[Done]) -> None:
        try:
            self._operations.bus.publish(job.answer().changes)
        except (RefusedError, TroubleError):
            return  # the receipt is out; the card of Getting Ready stays as it is
        if isValid(self):
            self.deleteLater()
