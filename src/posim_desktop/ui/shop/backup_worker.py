"""Makes backups in a thread of their own, while whoever works here goes on. Serves the guide's page "Backups"."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from posim_desktop.domain.changes import Record, some_new
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.backups import Occasion
from posim_desktop.queries.shop import backups as queries
from posim_desktop.services.exchange.backups import Backups, BackupStage
from posim_desktop.services.records.backup_rows import BackupEnd
from posim_desktop.ui.database_thread import DatabaseThread, Job
from posim_desktop.ui.operations import Operations

_MINUTE_MS = 60_000
_ENDING_SECONDS = 2


class BackupWorker(QObject):
    """One backup at a time, for somebody or because the hour has come.

    Attributes:
        backups: How this computer makes them.
        is_busy: Whether one is being made here.

    Signals:
        stage_changed(BackupStage): What is being done now.
        ended(object): What came of it: a BackupEnd, None where another workstation makes one, or an error.
    """

    stage_changed = Signal(object)
    ended = Signal(object)
    _answered = Signal(object)
    _told = Signal(object)

    def __init__(self, operations: Operations, backups: Backups) -> None:
        """Make ready; the first look at the hour comes after a minute."""
        super().__init__(operations)
        self.backups = backups
        self.is_busy = False
        self._operations = operations
        self._thread = DatabaseThread()
        self._is_stopped = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self.stage_changed, Qt.ConnectionType.QueuedConnection)
        self._minutes = QTimer(self, interval=_MINUTE_MS)
        self._minutes.timeout.connect(self.look_at_hour)
        if not operations.is_practice:
            self._minutes.start()

    def close(self) -> None:
        """Give up what is being made; nothing of it is left."""
        self.stop()
        self._thread.close(_ENDING_SECONDS)

    def start(self, occasion: Occasion, since: datetime | None = None) -> bool:
        """Begin one; False while another is being made here."""
        if self.is_busy:
            return False
        self.is_busy, self._is_stopped = True, False
        employee = self._operations.logged_in
        make = partial(
            self.backups.make,
            occasion,
            None if employee is None else employee.employee_id,
            since=since,
            stop=lambda: self._is_stopped,
            told=self._tell,
        )
        self._thread.put(Job(make, self._ring))
        return True

    def stop(self) -> None:
        """Give up what is being made."""
        self._is_stopped = True

    def look_at_hour(self) -> None:
        """Begin to read whether the set hour has come since a backup was last begun."""
        if not self.is_busy and self._operations.logged_in is not None and self.backups.can_make:
            self._operations.begin_reading(queries.due_since, self._on_hour_read, self._operations.now())

    def _on_hour_read(self, job: Job[datetime | None]) -> None:
        try:
            since = job.answer()
        except TroubleError:
            return  # the status bar reports it
        if since is not None:
            self.start(Occasion.HOUR, since)

    def _tell(self, stage: BackupStage) -> None:
        """Say in the other thread what is done; the program may have ended meanwhile."""
        if isValid(self):
            self._told.emit(stage)

    def _ring(self, job: Job[BackupEnd | None]) -> None:
        if isValid(self):
            self._answered.emit(job)

    def _on_answered(self, job: Job[BackupEnd | None]) -> None:
        self.is_busy = False
        came_of: object
        try:
            came_of = job.answer()
        except Exception as error:  # noqa: BLE001 - whoever listens says it
            came_of = error
        if not self._operations.is_closed:
            self._operations.bus.publish(frozenset({some_new(Record.BACKUP)}))
        self.ended.emit(came_of)
