"""A part of a window that scrolls once it has less room than it needs, so that nothing of it is ever out of reach."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from posim_desktop.ui.style import SPACE

_LEAST_WIDTH, _LEAST_HEIGHT = 120 * SPACE, 30 * SPACE


class Scrolled(QScrollArea):
    """Gives a widget all the room there is, and never less than it needs.

    Unlike a plain resizable scroll area it also lets a widget whose texts wrap shrink to its minimum before it scrolls.
    """

    def __init__(self, inside: QWidget, parent: QWidget | None = None, *, least_height: int = _LEAST_HEIGHT) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self._least = QSize(_LEAST_WIDTH, least_height)
        self.setWidget(inside)
        inside.installEventFilter(self)

    @override
    def sizeHint(self) -> QSize:
        inside = self._inside
        layout, hint = inside.layout(), inside.sizeHint()
        if layout is not None and layout.hasHeightForWidth():
            return QSize(hint.width(), layout.totalHeightForWidth(max(self.width(), inside.minimumSizeHint().width())))
        return hint

    @override
    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSizeHint().boundedTo(self._least)

    def _fit(self) -> None:
        inside, room = self._inside, self.viewport().size()
        layout, least = inside.layout(), inside.minimumSizeHint()
        width = max(room.width(), least.width())
        height = least.height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalMinimumHeightForWidth(width)
        inside.resize(width, max(room.height(), height))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)
