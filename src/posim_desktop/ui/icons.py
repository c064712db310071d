"""Icons from ``resources/icons``, painted in the current theme's colors."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from posim_desktop.settings import own_folder
from posim_desktop.ui.tokens import tokens


def icon_source(name: str) -> str:
    """Return an icon's SVG text, its stroke still ``currentColor``.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    return (own_folder("resources") / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    coloured = icon_source(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(coloured.encode("utf-8")))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint an icon into a rectangle in a color given as ``#RRGGBB``."""
    _renderer(name, colour).render(painter, rect)


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, width: int, height: int) -> QPixmap:
    """Paint an icon once: a card that is turned asks for a dozen."""
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    paint_icon(painter, _square(QRect(0, 0, width, height)), name, colour)
    painter.end()
    return pixmap


def _square(rect: QRect) -> QRectF:
    side = min(rect.width(), rect.height())
    return QRectF(rect.left(), rect.top() + (rect.height() - side) / 2, side, side)


class _TokenIconEngine(QIconEngine):
    """Paints one icon in one role's color; looked up at paint time, so a theme switch needs no new icons.

    In a place wider than high the icon stands at the left; the rest is the gap to a button's text.
    """

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _colour(self, mode: QIcon.Mode) -> str:
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        return str(getattr(tokens(), role))

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, _square(rect), self._name, self._colour(mode))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _pixmap(self._name, self._colour(mode), size.width(), size.height())

    @override
    def clone(self) -> QIconEngine:
        return _TokenIconEngine(self._name, self._role)


@lru_cache(maxsize=256)
def icon(name: str, *, role: str = "text") -> QIcon:
    """Return an icon in the color of a token.

    Args:
        name: File name in ``resources/icons`` without its ending.
        role: A color of :class:`~posim_desktop.ui.tokens.Tokens`; ``"on_accent"`` on a primary button.

    Raises:
        FileNotFoundError: There is no such icon.
        AttributeError: There is no such color.
    """
    icon_source(name)
    getattr(tokens(), role)
    return QIcon(_TokenIconEngine(name, role))
