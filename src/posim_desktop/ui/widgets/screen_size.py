"""How large a window may become on its screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 40)  # the title bar and edges, whose sizes are not known before the window is shown


def room_on_screen(window: QWidget) -> QSize:
    """Return how large a window may be so that its frame too is on the screen."""
    return window.screen().availableSize() - _FRAME


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window its size, or as much of it as the screen has."""
    window.resize(QSize(width, height).boundedTo(room_on_screen(window)))
