"""Prints what waits for this workstation, outside the window's thread. Serves the guide's page "Print jobs".

A job is taken up in a transaction before its first byte is sent, so that of two programs of a workstation only one
prints it, and so that a program that ends meanwhile leaves a job to ask a person about, not one that prints twice.
"""

import logging
import threading
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from posim_desktop.domain.changes import Changes, Done, Record
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.sales.print_jobs import Printing, SendingEnd, opens_drawer
from posim_desktop.printing.strip import Strip
from posim_desktop.queries.sales import print_jobs as queries
from posim_desktop.queries.sales.print_jobs import Due, ToPrint
from posim_desktop.services.sales import print_jobs
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.receipt_printing import Sent, sent, strip_paper

_log = logging.getLogger(__name__)
_GIVES_UP_MS = 90_000  # a port of Windows can hold its thread for ever
_PAUSE_MS = 10_000  # after trouble with the database


class PrintWorker(QObject):
    """Takes up one job after the other; whoever works at the till never waits for it."""

    _sent = Signal(object)

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._operations = operations
        self._is_busy = False
        self._was_asked = False
        self._job: ToPrint | None = None
        self._sending: Job[Sent] | None = None
        self._sent.connect(self._on_sent, Qt.ConnectionType.QueuedConnection)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.look)
        self._patience = QTimer(self, singleShot=True, interval=_GIVES_UP_MS)
        self._patience.timeout.connect(self._on_patience_ended)
        operations.bus.changed.connect(self._on_bus_changed)
        operations.logged_in_changed.connect(self.look)

    def look(self) -> None:
        """Look whether something is to be printed."""
        if self._operations.is_closed:
            return
        if self._is_busy:
            self._was_asked = True
            return
        self._is_busy, self._was_asked = True, False
        self._later.stop()
        here, now = self._operations.workstation, self._operations.now()
        self._operations.begin_reading(queries.due, self._on_looked, here, now)

    def _on_looked(self, job: Job[Due]) -> None:
        if self._operations.is_closed:
            return
        try:
            due = job.answer()
        except TroubleError:
            self._rest(_PAUSE_MS)
            return
        if due.job_id is not None:
            taking = partial(print_jobs.take, job_id=due.job_id)
            self._operations.begin(taking, Attempt(), self._on_taken)
        elif due.seconds is not None:
            self._rest(round(due.seconds * 1000) + 1)
        else:
            self._rest(None)

    def _on_taken(self, job: Job[Done]) -> None:
        if self._operations.is_closed:
            return
        try:
            done = job.answer()
        except (RefusedError, TroubleError):
            self._rest(_PAUSE_MS)  # whether it was taken is not known; if so, it is asked about
            return
        if done.record_id:
            self._operations.begin_reading(queries.taken, self._on_read, done.record_id)
            self._operations.bus.publish(done.changes)
        else:
            self._go_on(done.changes)

    def _on_read(self, job: Job[ToPrint | None]) -> None:
        try:
            taken = job.answer()
        except TroubleError:
            self._rest(_PAUSE_MS)
            return
        if taken is None:
            self._go_on(frozenset())
            return
        self._job = taken
        opens = opens_drawer(taken.at, taken.tried_at, wanted=taken.opens_drawer and not taken.is_copy)
        paper = strip_paper()
        if taken.printing is Printing.DRAWER and not opens:
            self._end(SendingEnd.NOT_PRINTABLE, self.tr("Too late to open the drawer."))
            return
        work = partial(sent, _strip(taken), paper, taken.printer, opens_drawer=opens, spells_out=taken.spells_out)
        self._sending = Job(work, self._ring)
        self._patience.start()
        threading.Thread(target=self._sending.do, name="receipt printer", daemon=True).start()

    def _ring(self, job: Job[Sent]) -> None:
        if isValid(self):
            self._sent.emit(job)

    def _on_sent(self, job: Job[Sent]) -> None:
        if job is not self._sending or self._operations.is_closed:
            return  # it was given up, or the next start asks about it
        try:
            came_of = job.answer()
        except Exception:  # noqa: BLE001 - the job says it, and the next one is printed
            _log.exception("a print job cannot be written")
            came_of = Sent(SendingEnd.NOT_PRINTABLE, self.tr("The log file says why."))
        self._end(came_of.end, came_of.why)

    def _on_patience_ended(self) -> None:
        self._end(SendingEnd.PART_TAKEN, self.tr("The printer does not answer."))

    def _end(self, end: SendingEnd, why: str) -> None:
        self._patience.stop()
        job, self._job = self._job, None
        self._sending = None
        if job is not None:
            ending = partial(print_jobs.end, job_id=job.id, attempt=job.attempt, end=end, reason=why)
            self._operations.begin(ending, Attempt(), self._on_ended)

    def _on_ended(self, job: Job[Done]) -> None:
        try:
            self._go_on(job.answer().changes)
        except (RefusedError, TroubleError):
            self._rest(_PAUSE_MS)  # the job is asked about after a while

    def _go_on(self, changes: Changes) -> None:
        self._is_busy = False
        self._operations.bus.publish(changes)
        self.look()

    def _rest(self, milliseconds: int | None) -> None:
        self._is_busy = False
        if self._was_asked:
            self.look()
        elif milliseconds is not None:
            self._later.start(milliseconds)

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(change.record is Record.PRINT_JOB for change in changes):
            self.look()


def _strip(job: ToPrint) -> Strip | None:
    if job.special_order is not None:
        from posim_desktop.printing.sales.confirmation import confirmation_strip  # noqa: PLC0415 - when first printed
        from posim_desktop.ui.sales.special_orders.prints import CONFIRMATION_WRITING  # noqa: PLC0415 - the same

        return confirmation_strip(
            job.special_order,
            job.shop,
            CONFIRMATION_WRITING,
            strip_paper(),
            answers=job.answers,
            is_copy=job.is_copy,
        )
    if job.invoice is None:
        return None
    from posim_desktop.printing.sales.receipt import receipt_strip  # noqa: PLC0415 - when first printed

    return receipt_strip(
        job.invoice,
        job.shop,
        WRITING,
        strip_paper(),
        is_copy=job.is_copy,
        is_gift=job.printing is Printing.GIFT_RECEIPT,
    )
