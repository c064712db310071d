"""How far the database thread is with a file, said in the window; and Cancel, said to the thread."""

import threading

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from posim_desktop.services.exchange.imports import ImportCanceledError, Watch


class _Told(QObject):
    """Brings what the thread says to the window's thread."""

    told = Signal(int, int)


class WindowWatch(Watch):
    """Watches one planning or one import.

    Attributes:
        told: Its signal ``told(int, int)`` says how many rows of how many are done.
    """

    def __init__(self, parent: QObject) -> None:
        self.told = _Told(parent)
        self._is_canceled = threading.Event()

    def cancel(self) -> None:
        """End it at the next thousand rows; nothing is written."""
        self._is_canceled.set()

    @override
    def __call__(self, done: int, of: int) -> None:
        if self._is_canceled.is_set():
            raise ImportCanceledError
        self.told.told.emit(done, of)
