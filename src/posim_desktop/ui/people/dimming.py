"""Dims a window while it is asked who goes on working in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_SHADE = QColor(0, 0, 0, 150)


class Dimming(QWidget):
    """Lies over all of a window; what is below shines through, but cannot be read at a glance, or not at all."""

    def __init__(self, window: QWidget, *, hides: bool = False) -> None:
        """Cover a window.

        Args:
            window: What lies below.
            hides: Whether nothing of it is to be seen.
        """
        super().__init__(window)
        self._hides = hides
        self.setObjectName("dimming")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.raise_()
        self.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.window().rect())
        elif event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._hides:
            painter.fillRect(event.rect(), self.palette().window())
        painter.fillRect(event.rect(), _SHADE)
        painter.end()
