"""Initials in a circle: how a person stands in the list of those who can log in."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from posim_desktop.ui.style import tokens

_SHARP = 2  # pixels for each; enough for the screens that tills have


def initials_of(name: str) -> str:
    """Take the first letters of the first and the last word of a name."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def initials_icon(name: str, size: int) -> QIcon:
    """Paint a person's initials."""
    picture = QPixmap(size * _SHARP, size * _SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(_SHARP)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent))
    circle = QRectF(0, 0, size, size)
    painter.drawEllipse(circle)
    font = QFont(painter.font())
    font.setPixelSize(size * 2 // 5)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(tokens().on_accent))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials_of(name))
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # Qt would wash it out in the row that is chosen
    return icon
