"""Puts away what a test leaves on the screen, so that the next one finds only its own dialogs."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


def put_windows_away() -> None:
    """Hide and delete every window that is still open."""
    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    # At once, or a timer of theirs asks a database that is gone by then.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
