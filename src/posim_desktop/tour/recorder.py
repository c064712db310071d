"""The tour's notebook: says each step as it happens and photographs it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from posim_desktop.tour.hands import settle

_LATE_WORDS_MS = 120  # a card's place in its deck is counted after the card is shown
_SHADE = QColor(0, 0, 0, 70)


class Recorder:
    """Writes ``NN-name.png`` files into a folder and says the steps through a function given to it."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._say = say
        self._number = 0

    def step(self, words: str, window: QWidget, picture: str) -> None:
        """Say what just happened and photograph the window with the dialogs that stand over it.

        Args:
            words: One sentence.
            window: The client window.
            picture: Name of the file, without number and ending; the guide's pages use it.
        """
        self._number += 1
        self._say(f"{self._number:2d}. {words}")
        photograph(window).save(str(self._folder / f"{picture}.png"))


def photograph(window: QWidget) -> QPixmap:
    """Take a picture of a window; dialogs are drawn where they stand, the window behind them darkened."""
    settle()
    QTest.qWait(_LATE_WORDS_MS)
    picture = window.grab()
    opened = [
        dialog
        for dialog in QApplication.topLevelWidgets()
        if isinstance(dialog, QDialog) and dialog.isVisible() and _stands_over(dialog, window)
    ]
    if not opened:
        return picture
    painter = QPainter(picture)
    painter.fillRect(window.rect(), _SHADE)
    for dialog in opened:
        painter.drawPixmap(_place(dialog, window), dialog.grab())
    painter.end()
    return picture


def _stands_over(dialog: QWidget, window: QWidget) -> bool:
    parent = dialog.parentWidget()
    return parent is not None and (parent.window() is window or _stands_over(parent.window(), window))


def _place(dialog: QWidget, window: QWidget) -> QPoint:
    """Centre a dialog; where a window manager would put it is not known without a screen."""
    free = window.size() - dialog.size()
    return QPoint(max(0, free.width() // 2), max(0, free.height() // 2))
