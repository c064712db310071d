"""What a person types, scans and clicks while the database is asked: it waits, and comes afterwards, in order.

Keys reach a ``QWindow`` before any widget and any shortcut. Held there and sent again later they take their whole way
again: shortcuts, then whatever has the focus by then. The program's timers wait too, so that no screen acts in the
middle of what another one has begun: whose time is up meanwhile rings afterwards. Qt's own go on, for X11 tells by one
of them which window is active, and so does an object that has begun a timer of its own (``QObject.startTimer``).
"""

from collections import deque

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, QTimerEvent, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import createdByPython, isValid
from typing_extensions import override

from posim_desktop.ui.waiting_panel import WaitingPanel

MESSAGE = "message"
"""Name of the box that says what went wrong; what was typed before it opened is not for it."""

_ACTIVE_AGAIN_MS = 100

_Kind = QEvent.Type
_KEYS = frozenset({_Kind.KeyPress, _Kind.KeyRelease})
_PRESSES = frozenset({_Kind.MouseButtonPress, _Kind.MouseButtonDblClick})
_DRAGS = frozenset({_Kind.DragEnter, _Kind.DragMove, _Kind.DragLeave, _Kind.Drop})
_OTHER_INPUT = frozenset(
    {
        _Kind.InputMethod,
        _Kind.MouseButtonRelease,
        _Kind.MouseMove,
        _Kind.Wheel,
        _Kind.ContextMenu,
        _Kind.TouchBegin,
        _Kind.TouchUpdate,
        _Kind.TouchEnd,
        _Kind.TouchCancel,
        _Kind.TabletPress,
        _Kind.TabletMove,
        _Kind.TabletRelease,
        _Kind.NativeGesture,
    }
)
_INPUT = _KEYS | _PRESSES | _DRAGS | _OTHER_INPUT
_FOCUS = frozenset({_Kind.FocusIn, _Kind.FocusOut})  # a field that loses the focus writes what was typed into it
_SHORTCUTS = frozenset({_Kind.ShortcutOverride, _Kind.Shortcut})


class HeldInput(QObject):
    """Holds input while somebody waits and gives it back afterwards, one event in each turn of the event loop.

    What comes in while some is still held is put behind it.
    """

    _turn = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: deque[tuple[QObject, QEvent]] = deque()
        self._timers: list[QTimer] = []
        self._panel: WaitingPanel | None = None
        self._is_holding = self._is_giving = self._is_panel_pressed = False
        self._box: QDialog | None = None
        self._turn.connect(self._give_one, Qt.ConnectionType.QueuedConnection)

    def hold(self) -> None:
        """Hold all input from now on."""
        self._is_holding = True
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)  # again is as good as once

    def let_pass(self, panel: WaitingPanel) -> None:
        """Let the clicks on a panel pass, and have Esc press its button."""
        self._panel = panel

    def let_go(self) -> None:
        """Hold no more; what is held is given once the event loop turns, after whoever waited has finished."""
        self._is_holding = self._is_panel_pressed = False
        self._panel = None
        if self._held:
            self._turn.emit()  # before the timers ring: a key that was pressed begins the time anew
        else:
            self._stop_listening()
        timers, self._timers = self._timers, []
        for timer in timers:
            if isValid(timer) and not timer.isActive():  # or it was begun anew meanwhile
                timer.start()
                QCoreApplication.postEvent(timer, QTimerEvent(timer.timerId()))  # its time is up already

    def _stop_listening(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self._is_holding:
            if kind == _Kind.Timer and isinstance(watched, QTimer) and createdByPython(watched):
                watched.stop()  # or one of 0 ms would ring without a pause
                self._timers.append(watched)
                return True
            if kind in _FOCUS and watched.isWidgetType():
                self._keep(watched, event)
                return True
        elif self._is_giving or self._box is not None or not self._held:
            return False
        if kind in _SHORTCUTS:
            event.accept()  # as if the field wanted the key itself: it then comes as a key, and is held
            return True
        if kind not in _INPUT and not (kind == _Kind.Close and watched.isWindowType()):
            return False
        if self._panel is None or not self._is_for(self._panel, watched, event):
            self._keep(watched, event)
            return True
        if kind == _Kind.KeyPress:
            self._panel.stop_button.click()
        return kind in _KEYS

    def _is_for(self, panel: WaitingPanel, watched: QObject, event: QEvent) -> bool:
        """Return whether input is for the panel: Esc, and what a mouse does that was pressed on it."""
        if isinstance(event, QKeyEvent):
            return event.key() == Qt.Key.Key_Escape
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() in _PRESSES:
            self._is_panel_pressed = panel.is_hit(watched, event)
            return self._is_panel_pressed
        if event.type() == _Kind.MouseMove and not event.buttons():
            return panel.is_hit(watched, event)
        return self._is_panel_pressed

    def _keep(self, watched: QObject, event: QEvent) -> None:
        if event.type() == _Kind.Close:
            event.ignore()
        if event.type() in _DRAGS or (isinstance(event, QMouseEvent) and not event.buttons() | event.button()):
            return  # what is dragged cannot be kept, and a mouse that only passes by does nothing
        self._held.append((watched, event.clone()))

    def _give_one(self) -> None:
        if self._is_holding or self._box is not None:
            return  # somebody waits again; this comes after it
        box = QApplication.activeModalWidget()
        if self._held and isinstance(box, QDialog) and box.objectName() == MESSAGE:
            self._box = box
            box.finished.connect(self._on_box_finished)
            return
        while self._held and not isValid(self._held[0][0]):
            self._held.popleft()
        if not self._held:
            self._stop_listening()
            return
        watched, event = self._held.popleft()
        self._turn.emit()  # first: the event may open a loop of its own, a menu's for one
        self._is_giving = True
        try:
            QCoreApplication.sendEvent(watched, event)
        finally:
            self._is_giving = False

    def _on_box_finished(self) -> None:
        self._box = None
        # Shortcuts and scans are for the active window, and it takes a moment until the one below is that.
        QTimer.singleShot(_ACTIVE_AGAIN_MS, self, self._give_one)
