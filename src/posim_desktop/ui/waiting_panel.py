"""What says that the database is being waited for, and lets the person stop waiting."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from posim_desktop.ui import formatting
from posim_desktop.ui.style import SPACE, mark


class WaitingPanel(QFrame):
    """Lies over a window while the database has not answered; takes neither the focus nor any room from it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("waiting_panel")
        mark(self, banner="info")
        self.message_label = QLabel()
        self.message_label.setObjectName("message_label")
        self.stop_button = QPushButton(self.tr("Stop Waiting"))
        self.stop_button.setObjectName("stop_button")
        self.stop_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stop_button.setAccessibleName(self.stop_button.text())
        self.stop_button.setToolTip(self.tr("Stop waiting for the database (Esc)"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(4 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        columns.setSpacing(4 * SPACE)
        columns.addWidget(self.message_label, 1)
        columns.addWidget(self.stop_button)
        window.installEventFilter(self)

    def show_seconds(self, seconds: int) -> None:
        """Say how long the database has been waited for; shows the panel the first time."""
        words = self.tr("Waiting for the database…")
        if seconds > 0:
            words = self.tr("{words} {seconds} s").format(words=words, seconds=formatting.count(seconds))
        self.message_label.setText(words)
        self.setAccessibleName(words)
        self._lie_over_window()
        if self.isHidden():
            self.show()
            self.raise_()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def is_hit(self, watched: QObject, event: QMouseEvent) -> bool:
        """Return whether a mouse event is on the panel, given to its window or to a widget in it."""
        if isinstance(watched, QWidget):
            return watched is self or self.isAncestorOf(watched)
        if watched is not self.window().windowHandle():
            return False
        return self.rect().contains(self.mapFromGlobal(event.globalPosition()).toPoint())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._lie_over_window()
        return super().eventFilter(watched, event)

    def _lie_over_window(self) -> None:
        window = self._window
        wanted = self.sizeHint()
        width = min(max(wanted.width(), self.width() if self.isVisible() else 0), window.width())
        # The third line from above: over what is worked at, and not over the buttons at the foot.
        self.setGeometry((window.width() - width) // 2, window.height() // 3, width, wanted.height())
