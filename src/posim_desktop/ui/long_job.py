"""Verbs done one after the other in a thread of their own, while the window goes on answering."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.ui.operations import Operations


class LongJob(QThread):
    """Does verbs until they are done, one fails, or ``requestInterruption`` asks to stop after the one at work.

    Each verb is a transaction of its own, so stopping leaves whole things. The window publishes the changes.

    Signals:
        step_done(Done): A verb was done.
        failed(Exception): A verb was not done, and the rest is not tried.
    """

    step_done = Signal(object)
    failed = Signal(object)

    def __init__(self, operations: Operations, steps: Sequence[tuple[partial[Done], UUID]], parent: QObject) -> None:
        """Make ready.

        Args:
            operations: The road to verbs.
            steps: Verbs with their operation keys.
            parent: Owner.
        """
        super().__init__(parent)
        self._operations = operations
        self._steps = steps

    @override
    def run(self) -> None:
        for verb, key in self._steps:
            if self.isInterruptionRequested():
                return
            try:
                done = self._operations.write(verb, key)
            except Exception as error:  # noqa: BLE001 - the window's thread says it, or raises it again
                self.failed.emit(error)
                return
            self.step_done.emit(done)
