"""Sends what waits for this workstation, outside the window's thread. Serves the guide's page "Mail an order"."""

import logging
import threading
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from posim_desktop.domain.changes import Changes, Done, Record
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.purchasing.mails import MailEnd
from posim_desktop.queries.purchasing import mails as queries
from posim_desktop.queries.purchasing.mails import DueMail, ToSend
from posim_desktop.services.purchasing import mail_settings, mails
from posim_desktop.services.purchasing.smtp import Handed, Letter, hand_over
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt

_log = logging.getLogger(__name__)
_PAUSE_MS = 10_000  # after trouble with the database


class MailWorker(QObject):
    """Takes up one mail after the other; whoever works at the window never waits for it."""

    _handed = Signal(object)

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._operations = operations
        self._is_busy = False
        self._was_asked = False
        self._mail: ToSend | None = None
        self._handed.connect(self._on_handed, Qt.ConnectionType.QueuedConnection)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.look)
        operations.bus.changed.connect(self._on_bus_changed)
        operations.logged_in_changed.connect(self.look)

    def look(self) -> None:
        """Look whether something is to be sent; a computer without a mail server sends nothing."""
        if self._operations.is_closed or not mail_settings.load().server:
            return
        if self._is_busy:
            self._was_asked = True
            return
        self._is_busy, self._was_asked = True, False
        self._later.stop()
        self._operations.begin_reading(
            queries.due, self._on_looked, self._operations.workstation, self._operations.now()
        )

    def _on_looked(self, job: Job[DueMail]) -> None:
        if self._operations.is_closed:
            return
        try:
            due = job.answer()
        except TroubleError:
            self._rest(_PAUSE_MS)
            return
        if due.mail_id is not None:
            self._operations.begin(partial(mails.take, mail_id=due.mail_id), Attempt(), self._on_taken)
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
            self._operations.begin_reading(queries.taken, self._on_read, done.record_id)
            self._operations.bus.publish(done.changes)
        else:
            self._go_on(done.changes)

    def _on_read(self, job: Job[ToSend | None]) -> None:
        try:
            self._mail = job.answer()
        except TroubleError:
            self._rest(_PAUSE_MS)
            return
        if self._mail is None:
            self._go_on(frozenset())
            return
        mail = self._mail
        letter = Letter(mail.recipient, mail.subject, mail.body, mail.file_name, mail.content, mail.message_id, mail.at)
        handing = Job(partial(hand_over, letter, mail_settings.load()), self._ring)
        threading.Thread(target=handing.do, name="mail", daemon=True).start()

    def _ring(self, job: Job[Handed]) -> None:
        if isValid(self):
            self._handed.emit(job)

    def _on_handed(self, job: Job[Handed]) -> None:
        mail, self._mail = self._mail, None
        if mail is None or self._operations.is_closed:
            return  # the next start asks about it
        try:
            handed = job.answer()
        except Exception:  # noqa: BLE001 - the mail says it, and the next one is sent
            _log.exception("a mail cannot be written")
            handed = Handed(MailEnd.REFUSED, self.tr("The log file says why."))
        ending = partial(mails.end, mail_id=mail.id, attempt=mail.attempt, end=handed.end, reason=handed.why)
        self._operations.begin(ending, Attempt(), self._on_ended)

    def _on_ended(self, job: Job[Done]) -> None:
        try:
            self._go_on(job.answer().changes)
        except (RefusedError, TroubleError):
            self._rest(_PAUSE_MS)  # the mail is asked about after a while

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
        if any(change.record is Record.OUTGOING_MAIL for change in changes):
            self.look()
