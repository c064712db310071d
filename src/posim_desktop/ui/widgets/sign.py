"""A small picture inside an input that says what it is for; nobody can press it, and a screen reader passes it by."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from posim_desktop.ui.icons import paint_icon
from posim_desktop.ui.style import SPACE, tokens

_SIDE = 4 * SPACE


def add_sign(edit: QLineEdit, picture: str) -> None:
    """Put a picture before what is typed; an action there would be a button that does nothing."""
    columns = QHBoxLayout(edit)
    columns.setContentsMargins(2 * SPACE, 0, 0, 0)
    columns.addWidget(_Sign(picture))
    columns.addStretch(1)
    edit.setTextMargins(_SIDE + SPACE, 0, 0, 0)


class _Sign(QWidget):
    """The picture, in the muted color of the look."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self._picture = picture
        self.setFixedSize(_SIDE, _SIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._picture, tokens().muted)
        painter.end()
