"""Verbs done one after the other by the database thread, while the window goes on answering."""

from collections import deque
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from posim_desktop.domain.changes import Done
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt


class LongJob(QObject):
    """Does verbs until they are done, one fails, or :meth:`stop` asks to stop after the one at work.

    Each verb is a transaction of its own, so stopping leaves whole things; other windows' queries are answered between
    two of them. The window publishes the changes.

    Signals:
        step_done(Done): A verb was done.
        failed(Exception): A verb was not done, and the rest is not tried.
        finished: No more is done.
    """

    step_done = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, operations: Operations, steps: Sequence[tuple[partial[Done], Attempt]], parent: QObject) -> None:
        """Make ready.

        Args:
            operations: The road to verbs.
            steps: Verbs with the actions they are.
            parent: Owner.
        """
        super().__init__(parent)
        self._operations = operations
        self._steps = deque(steps)

    def start(self) -> None:
        """Begin with the first verb."""
        if self._steps:
            self._operations.begin(*self._steps.popleft(), self._on_step_answered)
        else:
            self.finished.emit()

    def stop(self) -> None:
        """Try no more verbs after the one at work."""
        self._steps.clear()

    def _on_step_answered(self, job: Job[Done]) -> None:
        try:
            done = job.answer()
        except Exception as error:  # noqa: BLE001 - the window says it, or raises it again
            self._steps.clear()
            self.failed.emit(error)
        else:
            self.step_done.emit(done)
        self.start()
