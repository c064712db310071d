"""The backup when the last window is closed. Serves the guide's page "Backups"."""

from datetime import timedelta

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.backups import Occasion
from posim_desktop.queries.shop import preferences
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.shop.back_up_now import BackUpNowDialog
from posim_desktop.ui.shop.backup_worker import BackupWorker

_ONCE_WITHIN = timedelta(minutes=10)
"""Both clients of a computer may be closed one after the other; one backup is enough for both."""


def back_up_at_closing(operations: Operations, worker: BackupWorker) -> None:
    """Back the shop up before the program ends, if the shop wants that, in a window with Cancel."""
    try:
        wanted = operations.read(preferences.load).backup_at_closing
        if not wanted or not worker.backups.can_make:
            return
        dialog = BackUpNowDialog(None, operations, worker, Occasion.CLOSING, operations.now() - _ONCE_WITHIN)
    except TroubleError:
        return  # the database cannot be reached, and whoever closes the window knows
    dialog.start()
    dialog.exec()
