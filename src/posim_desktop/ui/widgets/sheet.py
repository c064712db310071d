"""The sheet that a card lies on, with the edges of the sheets beneath it. Serves the guide's page "Find a card".

The edges at the right and below tell how many cards are left in the direction of the last arrow; the left edge wears
the color of the card's status.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.ui.style import SPACE, tokens

WIDEST = 280 * SPACE
STATUS_EDGE = 6
MOST_BENEATH = 3
_STEP = SPACE  # how far each sheet beneath looks out
_ROOM = MOST_BENEATH * _STEP + 1
_ROUNDING = 10
_MANY = 10
_SHADOW = QColor(0, 0, 0, 16)


class Sheet(QFrame):
    """Paper for a card; turned over, for a list, it lies alone and flat.

    Attributes:
        rows: Where what lies on the sheet is put, from top to bottom.
        beneath: How many sheets show beneath it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.beneath = 0
        self._tone = ""
        self._turned_over = False
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(0)
        self.turn_over(over=False)

    def turn_over(self, *, over: bool) -> None:
        """Show the side of the list, which has no status and nothing beneath, or the card's side again."""
        self._turned_over = over
        room = 1 if over else _ROOM
        self.rows.setContentsMargins(1 if over else STATUS_EDGE, 1, room, room)
        self.update()

    def show_tone(self, tone: str) -> None:
        """Color the left edge.

        Args:
            tone: Name of a color of the tokens; ``""`` for a card without a status.
        """
        if tone != self._tone:
            self._tone = tone
            self.update(QRect(0, 0, _ROUNDING, self.height()))

    def show_left(self, left: int) -> None:
        """Show the edges of as many sheets as tell of the cards that are left in the direction one walks."""
        beneath = MOST_BENEATH if left >= _MANY else min(left, MOST_BENEATH - 1)
        if beneath != self.beneath:
            self.beneath = beneath
            place = self._place().toRect()
            self.update(QRect(place.right() - _ROUNDING, 0, self.width(), self.height()))
            self.update(QRect(0, place.bottom() - _ROUNDING, self.width(), self.height()))

    def _place(self) -> QRectF:
        room = 1 if self._turned_over else _ROOM
        return QRectF(self.rect()).adjusted(0.5, 0.5, -room + 0.5, -room + 0.5)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self._place()
        inside = place.adjusted(_ROUNDING, _ROUNDING, -_ROUNDING, -_ROUNDING).toRect()
        if inside.contains(event.rect()):  # a text changed, which is no reason to draw corners
            painter.fillRect(event.rect(), QColor(tokens().surface))
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for deep in range(0 if self._turned_over else self.beneath, 0, -1):
            self._paint_paper(painter, place.translated(deep * _STEP, deep * _STEP), tokens().stripe)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADOW)
        painter.drawRoundedRect(place.translated(1, 2), _ROUNDING, _ROUNDING)
        self._paint_paper(painter, place, tokens().surface)
        if not self._turned_over:
            self._paint_status(painter, place)
        painter.end()

    def _paint_paper(self, painter: QPainter, place: QRectF, paper: str) -> None:
        painter.setPen(QPen(QColor(tokens().border), 1))
        painter.setBrush(QColor(paper))
        painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)

    def _paint_status(self, painter: QPainter, place: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(place.adjusted(-0.5, -0.5, 0.5, 0.5), _ROUNDING, _ROUNDING)
        band = QPainterPath()
        band.addRect(QRectF(0, 0, STATUS_EDGE, self.height()))
        color = str(getattr(tokens(), self._tone)) if self._tone else tokens().border
        painter.fillPath(shape.intersected(band), QColor(color))
