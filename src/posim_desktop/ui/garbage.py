"""Python's garbage is taken out in the window's thread only, between two events.

By itself Python looks for garbage in whichever thread happens to make something: a window that nobody holds any more
would be destroyed by the database thread, or in the middle of a paint, and the program would crash.
"""

import gc

from PySide6.QtCore import QObject, QTimerEvent
from typing_extensions import override

_LOOKS_EVERY_MS = 500


class GarbageWatch(QObject):
    """Looks for garbage from time to time, as thoroughly as Python would, in a program that does not look by itself.

    It goes on while an answer is waited for: a QTimer of the program's would be held then.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.startTimer(_LOOKS_EVERY_MS)

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        self.look()

    def look(self) -> None:
        """Take garbage out, where enough was made since the last time."""
        due = [
            age
            for age, (made, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if made > most > 0
        ]
        if due:
            gc.collect(max(due))
