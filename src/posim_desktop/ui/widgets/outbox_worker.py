"""Sends what waits for this workstation, one after the other and outside the window's thread.

What is sent is taken up in a transaction before its first byte leaves, so that of two programs of a workstation only
one sends it, and so that a program that ends meanwhile leaves something to ask a person about, not something that is
sent twice.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from posim_desktop.domain.changes import Changes, Done, Record
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.queries.outbox import Due
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt

_log = logging.getLogger(__name__)
_PAUSE_MS = 10_000  # after trouble with the database

Taken = TypeVar("Taken")
Came = TypeVar("Came")


@dataclass(frozen=True, slots=True)
class Outbox(Generic[Taken]):
    """What a worker works through.

    Attributes:
        record: The kind of record that waits; a change of one makes the worker look.
        due: Finds what a workstation sends next.
        take: Makes the verb that takes a record up; it returns the record's id, or 0 when another program was faster.
        taken: Reads what was taken up; None when it is not to be sent any more.
        thread: What the thread is called in which it is handed over.
    """

    record: Record
    due: Callable[[Any, str, datetime], Due]
    take: Callable[[int], partial[Done]]
    taken: Callable[[Any, int], Taken | None]
    thread: str


class OutboxWorker(QObject, Generic[Taken, Came]):
    """Takes up one record after the other; whoever works at the window never waits for it."""

    _handed = Signal(object)

    def __init__(self, operations: Operations, outbox: Outbox[Taken]) -> None:
        super().__init__(operations)
        self._operations = operations
        self._outbox = outbox
        self._is_busy = False
        self._was_asked = False
        self._handing: Job[Came] | None = None
        self._handed.connect(self._on_handed, Qt.ConnectionType.QueuedConnection)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.look)
        operations.bus.changed.connect(self._on_bus_changed)
        operations.logged_in_changed.connect(self.look)

    # ---- what is sent, and how ----

    def can_send(self) -> bool:
        """Tell whether this computer sends at all."""
        return True

    def send(self, taken: Taken) -> None:
        """Hand over what was taken up, or end it at once."""
        raise NotImplementedError

    def unforeseen(self) -> Came:
        """Return what came of something that could not even be handed over; the log file says why."""
        raise NotImplementedError

    def came_back(self, came_of: Came) -> None:
        """End what was handed over."""
        raise NotImplementedError

    def hand_over(self, work: Callable[[], Came]) -> None:
        """Do the work in a thread of its own; what came of it comes back."""
        self._handing = Job(work, self._ring)
        threading.Thread(target=self._handing.do, name=self._outbox.thread, daemon=True).start()

    def end(self, verb: partial[Done]) -> None:
        """Store how it ended, and go on; what comes back after that is not heard."""
        self._handing = None
        self._operations.begin(verb, Attempt(), self._on_ended)

    # ---- one after the other ----

    def look(self) -> None:
        """Look whether something is to be sent."""
        if self._operations.is_closed or not self.can_send():
            return
        if self._is_busy:
            self._was_asked = True
            return
        self._is_busy, self._was_asked = True, False
        self._later.stop()
        here, now = self._operations.workstation, self._operations.now()
        self._operations.begin_reading(self._outbox.due, self._on_looked, here, now)

    def _on_looked(self, job: Job[Due]) -> None:
        if self._operations.is_closed:
            return
        try:
            due = job.answer()
        except TroubleError:
            self._rest(_PAUSE_MS)
            return
        if due.record_id is not None:
            self._operations.begin(self._outbox.take(due.record_id), Attempt(), self._on_taken)
        else:
            self._rest(None if due.seconds is None else round(due.seconds * 1000) + 1)

    def _on_taken(self, job: Job[Done]) -> None:
        if self._operations.is_closed:
            return
        try:
            done = job.answer()
        except (RefusedError, TroubleError):
            self._rest(_PAUSE_MS)  # whether it was taken is not known; if so, it is asked about
            return
        if done.record_id:
            self._operations.begin_reading(self._outbox.taken, self._on_read, done.record_id)
            self._operations.bus.publish(done.changes)
        else:
            self._go_on(done.changes)

    def _on_read(self, job: Job[Taken | None]) -> None:
        try:
            taken = job.answer()
        except TroubleError:
            self._rest(_PAUSE_MS)
            return
        if taken is None:
            self._go_on(frozenset())
        else:
            self.send(taken)

    def _ring(self, job: Job[Came]) -> None:
        if isValid(self):
            self._handed.emit(job)

    def _on_handed(self, job: Job[Came]) -> None:
        if job is not self._handing or self._operations.is_closed:
            return  # it was given up, or the next start asks about it
        try:
            came_of = job.answer()
        except Exception:  # noqa: BLE001 - the record says it, and the next one is sent
            _log.exception("%s: it cannot be handed over", self._outbox.record)
            came_of = self.unforeseen()
        self.came_back(came_of)

    def _on_ended(self, job: Job[Done]) -> None:
        try:
            self._go_on(job.answer().changes)
        except (RefusedError, TroubleError):
            self._rest(_PAUSE_MS)  # it is asked about after a while

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
        if any(change.record is self._outbox.record for change in changes):
            self.look()
