"""Clears what a test leaves on the screen, so that the next one finds only its own dialogs and pays for no look.

A widget under the program's style sheet costs twice as much to make and to show. Tests of the look ask for it; the
others must not be given it by whichever test ran before them.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication


def put_windows_away() -> None:
    """Hide and delete every window that is still open."""
    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    # At once, or a timer of theirs asks a database that is gone by then.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    take_look_off()


def take_look_off() -> None:
    """Leave the program as Qt makes it, without style sheet, colors and fonts of its own."""
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(QPalette())
        application.setFont(QFont())
