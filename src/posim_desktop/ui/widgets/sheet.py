"""The sheet that a card lies on, with the edges of the sheets beneath it. Serves the guide's page "Find a card".

The edges at the right and below tell how many cards are left in the direction of the last arrow; the left edge wears
the color of the card's status.
"""

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.ui.style import SPACE, Tokens, tokens

WIDEST = 280 * SPACE
STATUS_EDGE = 6
MOST_BENEATH = 3
_STEP = SPACE  # how far each sheet beneath looks out
_ROOM = MOST_BENEATH * _STEP + 1
_ROUNDING = 10
_CORNER = _ROOM + _ROUNDING
_KEPT_LOOKS = 32
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
        self._turned_over: bool | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(0)
        self.turn_over(over=False)

    def turn_over(self, *, over: bool) -> None:
        """Show the side of the list, which has no status and nothing beneath, or the card's side again."""
        if over == self._turned_over:
            return
        self._turned_over = over
        self.rows.setContentsMargins(1 if over else STATUS_EDGE, 1, self._room(), self._room())
        self.update()

    def show_tone(self, tone: str) -> None:
        """Color the left edge.

        Args:
            tone: Name of a color of the tokens; ``""`` for a card without a status.
        """
        if tone != self._tone:
            self._tone = tone
            self.update(QRect(0, 0, _CORNER, self.height()))

    def show_left(self, left: int) -> None:
        """Show the edges of as many sheets as tell of the cards that are left in the direction one walks."""
        beneath = MOST_BENEATH if left >= _MANY else min(left, MOST_BENEATH - 1)
        if beneath != self.beneath:
            self.beneath = beneath
            self.update(QRect(self.width() - _CORNER, 0, _CORNER, self.height()))
            self.update(QRect(0, self.height() - _CORNER, self.width(), _CORNER))

    def _room(self) -> int:
        return 1 if self._turned_over else _ROOM

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = self.rect()
        middle = whole.adjusted(_CORNER, _CORNER, -_CORNER, -_CORNER)
        painter.fillRect(middle & event.rect(), QColor(tokens().surface))
        if not middle.contains(event.rect()):
            beneath = 0 if self._turned_over else self.beneath
            edges = _edges(tokens(), self._tone, beneath, self._room(), self.devicePixelRatioF())
            of_edges = QRect(QPoint(0, 0), edges.deviceIndependentSize().toSize())
            for place, piece in zip(_around(whole), _around(of_edges), strict=True):
                ratio = edges.devicePixelRatio()
                size = QSizeF(piece.size()) * ratio
                painter.drawPixmap(QRectF(place), edges, QRectF(QPointF(piece.topLeft()) * ratio, size))
        painter.end()


def _around(whole: QRect) -> Iterator[QRect]:
    """Cut the edges of a rectangle into its corners and what is between them."""
    lefts = ((0, _CORNER), (_CORNER, whole.width() - 2 * _CORNER), (whole.width() - _CORNER, _CORNER))
    tops = ((0, _CORNER), (_CORNER, whole.height() - 2 * _CORNER), (whole.height() - _CORNER, _CORNER))
    pieces = [QRect(left, top, width, height) for top, height in tops for left, width in lefts]
    del pieces[len(pieces) // 2]
    yield from pieces


@lru_cache(_KEPT_LOOKS)
def _edges(chosen: Tokens, tone: str, beneath: int, room: int, ratio: float) -> QPixmap:
    """Draw a small sheet whose edges are those of every size: soft corners take long to draw.

    Args:
        chosen: The colors.
        tone: Which of them the left edge wears; ``""`` for a sheet without a status.
        beneath: How many sheets show beneath it.
        room: How much is left for those at the right and below.
        ratio: Pixels of the screen for one of the program.
    """
    side = 3 * _CORNER
    picture = QPixmap(QSizeF(side, side).toSize() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(0.5, 0.5, side - room, side - room)
    papers = [(place.translated(deep * _STEP, deep * _STEP), chosen.stripe) for deep in range(beneath, 0, -1)]
    for where, paper in (*papers, (place, chosen.surface)):
        if where == place:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_SHADOW)
            painter.drawRoundedRect(place.translated(1, 2), _ROUNDING, _ROUNDING)
        painter.setPen(QPen(QColor(chosen.border), 1))
        painter.setBrush(QColor(paper))
        painter.drawRoundedRect(where, _ROUNDING, _ROUNDING)
    if room > 1:
        painter.setClipRect(QRectF(0, 0, STATUS_EDGE, side))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(str(getattr(chosen, tone)) if tone else chosen.border))
        painter.drawRoundedRect(place.adjusted(-0.5, -0.5, 0.5, 0.5), _ROUNDING, _ROUNDING)
    painter.end()
    return picture
