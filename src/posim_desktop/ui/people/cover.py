"""Covers a window and its title while the program is locked. Serves the guide's page "Log in"."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.ui.people.dimming import Dimming


class Cover(Dimming):
    """Hides all of a window; the window system, which shows titles too, is told another one."""

    def __init__(self, window: QWidget, title: str) -> None:
        """Cover a window.

        Args:
            window: What lies below.
            title: What it is called meanwhile.
        """
        super().__init__(window, hides=True)
        self._title = title
        self._own_title = window.windowTitle()
        window.setWindowTitle(title)

    def take_off(self) -> None:
        """Show the window again, by the title that it would have now."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
            window.setWindowTitle(self._own_title)
        self.hide()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowTitleChange and isinstance(watched, QWidget):
            self._keep(watched)
        return super().eventFilter(watched, event)

    def _keep(self, window: QWidget) -> None:
        """Keep a title that the window is given meanwhile for when it is seen again."""
        if window.windowTitle() != self._title:
            self._own_title = window.windowTitle()
            window.setWindowTitle(self._title)
