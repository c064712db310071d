"""The tour's notebook: says each step as it happens and photographs it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from posim_desktop.tour.hands import settle
from posim_desktop.ui.tokens import tokens

_LATE_MS = 320  # a deck counts its place, the navigation bar its badges and a Find field shows its ✕ a little later
_SHADE = QColor(0, 0, 0, 70)
_TITLE_HEIGHT = 36


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
    """Take a picture of a window; dialogs stand over it in the order they were opened, what is behind them darkened."""
    settle()
    QTest.qWait(_LATE_MS)
    picture = window.grab()
    opened = [
        dialog
        for dialog in QApplication.topLevelWidgets()
        if isinstance(dialog, QDialog) and dialog.isVisible() and _depth(dialog, window) > 0
    ]
    painter = QPainter(picture)
    for dialog in sorted(opened, key=lambda each: _depth(each, window)):
        painter.fillRect(window.rect(), _SHADE)
        framed = _framed(dialog)
        painter.drawPixmap(_place(framed, window), framed)
    painter.end()
    return picture


def _depth(dialog: QWidget, window: QWidget) -> int:
    """Count how many windows a dialog stands over, down to a window; 0 when it does not stand over that one."""
    parent = dialog.parentWidget()
    if parent is None:
        return 0
    if parent.window() is window:
        return 1
    below = _depth(parent.window(), window)
    return below + 1 if below else 0


def _framed(dialog: QDialog) -> QPixmap:
    """Draw a dialog with its title in a frame, which a platform without a screen does not draw."""
    inside = dialog.grab()
    size = dialog.size().grownBy(QMargins(1, _TITLE_HEIGHT, 1, 1))
    framed = QPixmap(size * inside.devicePixelRatio())
    framed.setDevicePixelRatio(inside.devicePixelRatio())
    framed.fill(QColor(tokens().border))
    painter = QPainter(framed)
    bar = QRect(1, 1, dialog.width(), _TITLE_HEIGHT - 2)
    painter.fillRect(bar, QColor(tokens().surface))
    font = dialog.font()
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(tokens().text))
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, dialog.windowTitle())
    painter.drawPixmap(1, _TITLE_HEIGHT, inside)
    painter.end()
    return framed


def _place(framed: QPixmap, window: QWidget) -> QPoint:
    """Centre a dialog; where a window manager would put it is not known without a screen."""
    room = (window.size() - framed.deviceIndependentSize().toSize()) / 2
    return QPoint(max(0, room.width()), max(0, room.height()))
