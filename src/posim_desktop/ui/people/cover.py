"""Covers a window and its title while the program is locked. Serves the guide's page "Log in"."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.ui.people.dimming import Dimming


class Cover(Dimming):
    """Hides all of a window; the window system, which shows titles too, is told another one.

    The window itself goes by its own title, whatever that becomes meanwhile.

    Attributes:
        title: What the window system is told.
    """

    def __init__(self, window: QWidget, title: str) -> None:
        """Cover a window.

        Args:
            window: What lies below.
            title: What it is called meanwhile.
        """
        super().__init__(window, hides=True)
        self.title = title
        _tell(window, title)

    def take_off(self) -> None:
        """Show the window again, by the title that it has now."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
            _tell(window, window.windowTitle())
        self.hide()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.WindowTitleChange, QEvent.Type.Show} and isinstance(watched, QWidget):
            _tell(watched, self.title)
        return super().eventFilter(watched, event)


def _tell(window: QWidget, title: str) -> None:
    handle = window.windowHandle()
    if handle is not None:
        handle.setTitle(title)
