"""Turning a card: a picture of the one that leaves slides away over the one that came.

Serves the guide's page "Find a card". The card that came is shown and has the keyboard at once; the picture is a copy
of what the screen shows already, so taking it costs no painting.
"""

import ctypes
import sys

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QElapsedTimer, QPoint, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QBackingStore, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStyle, QWidget
from typing_extensions import override

from posim_desktop.ui.style import SPACE

DISTANCE = 6 * SPACE
DURATION_MS = 120
REPEAT_MS = 150
LATE_MS = 6
"""A card that took longer to fill than this comes without motion: laying a picture over it would delay its frame."""
_BEGINS_AT = 0.85  # how much of the new card the picture hides at first
_CLIENT_AREA_ANIMATION = 0x1042


class Slide(QWidget):
    """Lies over the place of a card while a picture slides off it; nobody can click or focus it."""

    def __init__(self, place: QWidget) -> None:
        """Make the slide of a place.

        Args:
            place: The widget that shows one card after the other.
        """
        super().__init__(place)
        self._place = place
        self._picture = QImage()
        self._backwards = False
        self._since_turned = QElapsedTimer()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(DURATION_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(lambda _value: self.update())
        self._motion.finished.connect(self._end)
        self.hide()

    @property
    def is_moving(self) -> bool:
        """Whether a picture slides."""
        return self._motion.state() is QAbstractAnimation.State.Running

    def take(self) -> QImage | None:
        """Take the picture of the card that is about to leave; None where nothing is to move."""
        if not self._place.isVisible():
            return None
        again = self._since_turned.isValid() and self._since_turned.elapsed() < REPEAT_MS
        self._since_turned.start()
        self._end()
        return None if again or wants_no_motion() else _on_screen(self._place)

    def start(self, picture: QImage | None, *, backwards: bool) -> None:
        """Let a picture slide: to the left when one walks forward, as the card before is laid aside."""
        if picture is None or self._since_turned.elapsed() > LATE_MS:
            return
        self._picture, self._backwards = picture, backwards
        self.setGeometry(self._place.rect())
        self.show()
        self.raise_()
        self._motion.start()

    def _end(self) -> None:
        self._motion.stop()
        self._picture = QImage()
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        gone = float(self._motion.currentValue() or 0.0)
        shift = round(DISTANCE * gone)
        painter = QPainter(self)
        painter.setOpacity(_BEGINS_AT * (1 - gone))
        painter.drawImage(QPoint(shift if self._backwards else -shift, 0), self._picture)
        painter.end()


def wants_no_motion() -> bool:
    """Return whether the system asks programs for less motion."""
    if sys.platform == "win32":
        wanted = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(wanted), 0)
        return not wanted.value
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def _on_screen(widget: QWidget) -> QImage | None:
    """Copy what the window shows of a widget; None where the system keeps that to itself."""
    window = widget.window()
    store: QBackingStore | None = window.backingStore()  # none before the window was painted
    shown = None if store is None else store.paintDevice()
    if not isinstance(shown, QImage):
        return None
    ratio = widget.devicePixelRatioF()
    corner, size = QPoint(widget.mapTo(window, QPoint(0, 0))), widget.size()
    picture = shown.copy(QRect((corner.toPointF() * ratio).toPoint(), size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture
