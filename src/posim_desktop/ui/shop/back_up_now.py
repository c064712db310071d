"""File › Back Up Now: a backup while everybody goes on, with what is done and Cancel. Serves the page "Backups"."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QProgressBar, QWidget
from typing_extensions import override

from posim_desktop.domain.exchange.backups import Occasion
from posim_desktop.queries.shop import backups as queries
from posim_desktop.queries.shop import preferences
from posim_desktop.services.exchange.backups import BackupStage
from posim_desktop.services.records.backup_rows import BackupEnd
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.shop.backup_words import end_words, newest_words, stage_words
from posim_desktop.ui.shop.backup_worker import BackupWorker
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.form_dialog import FormDialog


class BackUpNowDialog(FormDialog):
    """Says where the backup goes, makes it, and says what came of it; closing the window gives it up."""

    def __init__(
        self,
        parent: QWidget | None,
        operations: Operations,
        worker: BackupWorker,
        occasion: Occasion = Occasion.BY_HAND,
        since: datetime | None = None,
    ) -> None:
        """Make the window.

        Args:
            parent: The window it belongs to; None where all are closed.
            operations: The road to the shop.
            worker: What makes the backup.
            occasion: Why; the one at closing closes by itself when all went well.
            since: None is made if one was begun since then.
        """
        super().__init__(parent, "", accept="", cancel="", width=560)
        self._worker = worker
        self._occasion = occasion
        self._since = since
        self.setObjectName("back_up_now")
        self.setWindowTitle(self.tr("Back Up Now"))
        for button, label in ((self.accept_button, self.tr("Back Up")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        folder = worker.backups.folder_of(operations.read(preferences.load))
        self.where_label = self.say_first(self.tr("A copy of the shop goes into {folder}.").format(folder=folder))
        self.state_label = QLabel(newest_words(operations.read(queries.safety)))
        self.state_label.setObjectName("state_label")
        self.state_label.setWordWrap(True)
        mark(self.state_label, role="value")
        self.body.addWidget(self.state_label)
        self.progress_bar = QProgressBar()
        self.progress_bar.setRange(0, 0)
        self.progress_bar.setAccessibleName(self.windowTitle())
        self.progress_bar.setVisible(False)
        self.body.addWidget(self.progress_bar)
        self.first_focus = self.accept_button
        self.accept_button.clicked.connect(self.start)
        worker.stage_changed.connect(self._on_worker_stage_changed)
        worker.ended.connect(self._on_worker_ended)

    def start(self) -> None:
        """Begin the backup, or follow the one that is being made."""
        self._worker.start(self._occasion, self._since)
        self.accept_button.setEnabled(False)
        self.cancel_button.setFocus()
        self._on_worker_stage_changed(BackupStage.COPYING)
        self.progress_bar.setVisible(True)
        self.grow()

    @override
    def reject(self) -> None:
        """Give up what is being made and wait for its end; close where nothing is."""
        if self.progress_bar.isVisibleTo(self):
            self._worker.stop()
            self.cancel_button.setEnabled(False)
        else:
            super().reject()

    def _on_worker_stage_changed(self, stage: BackupStage) -> None:
        self.state_label.setText(stage_words(stage))

    def _on_worker_ended(self, came_of: object) -> None:
        self.progress_bar.setVisible(False)
        if self._occasion is Occasion.CLOSING and (came_of is None or _is_good(came_of)):
            self.accept()
            return
        self.state_label.setText(end_words(came_of))
        mark(self.state_label, role="value" if _is_good(came_of) else "field-error")
        self.cancel_button.setText(self.tr("Close"))
        self.cancel_button.setAccessibleName(self.cancel_button.text())
        self.cancel_button.setEnabled(True)
        self.cancel_button.setFocus()
        self.grow()


def _is_good(came_of: object) -> bool:
    return isinstance(came_of, BackupEnd) and came_of.proof is not None
