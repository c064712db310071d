"""Tells that the last good backup is too old. Serves the guide's page "Backups"."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.shop.backups import Unsafe, unsafe
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.shop.backup_words import unsafe_words
from posim_desktop.ui.widgets.chips import Banner


class BackupBanner(Banner):
    """Says so from the log-in on, until there is a good one; its button makes it."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backup_banner")
        self._operations = operations
        operations.logged_in_changed.connect(self.look)
        operations.bus.changed.connect(self._on_bus_changed)

    def look(self) -> None:
        """Begin to read how old the last good backup is."""
        if self._operations.logged_in is not None:
            self._operations.begin_reading(unsafe, self._on_read, self._operations.now())

    def _on_read(self, job: Job[Unsafe | None]) -> None:
        if not isValid(self):
            return  # its window was closed meanwhile
        try:
            found = job.answer()
        except TroubleError:
            return  # the status bar reports it
        if found is None:
            self.clear_message()
        else:
            self.show_message("attention", unsafe_words(found), self.tr("Back Up Now…"))

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(change.record in {Record.BACKUP, Record.PREFERENCE} for change in changes):
            self.look()
