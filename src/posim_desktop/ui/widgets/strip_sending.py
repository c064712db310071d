"""Printing a strip on the receipt printer at once, for papers that are no print jobs: whoever asked is still there."""

import logging
import threading
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from posim_desktop.domain.sales.print_jobs import SendingEnd
from posim_desktop.printing.strip import Strip
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import say
from posim_desktop.ui.widgets.receipt_printing import Sent, receipt_printer, sent, strip_paper

_log = logging.getLogger(__name__)


class StripSending(QObject):
    """Sends a strip outside the window's thread, and says over the window why it was not printed."""

    _sent = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sent.connect(self._on_sent, Qt.ConnectionType.QueuedConnection)

    def send(self, strip: Strip, *, spells_out: bool) -> None:
        """Send the strip to this workstation's receipt printer."""
        work = partial(sent, strip, strip_paper(), receipt_printer(), opens_drawer=False, spells_out=spells_out)
        threading.Thread(target=Job(work, self._ring).do, name="receipt printer", daemon=True).start()

    def _ring(self, job: Job[Sent]) -> None:
        if isValid(self):
            self._sent.emit(job)

    def _on_sent(self, job: Job[Sent]) -> None:
        try:
            came_of = job.answer()
        except Exception:  # noqa: BLE001 - said where it was asked for
            _log.exception("a strip cannot be printed")
            came_of = Sent(SendingEnd.NOT_PRINTABLE, self.tr("The log file says why."))
        if came_of.end is not SendingEnd.TAKEN:
            say(self._window, self.tr("It was not printed: {why}").format(why=came_of.why))
        self.deleteLater()
