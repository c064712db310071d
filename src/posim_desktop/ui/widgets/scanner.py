"""Hand scanners: a burst of fast keys and Enter is a scan, wherever the focus is. Serves the guide's page "Sell".

A scanner types as a keyboard does, only faster than anybody can. The burst lands in the till's item entry; the field
that had the focus gets back what it held before, and no button is pressed by the scanner's Enter. Speed is taken from
the time stamps of the key events; keys without one (0) are never a burst.

While a menu, a list that drops down or any other popup is open, letters go to it and choose something there. So each
is held for the moment in which a scanner would send the next one: a burst is a scan, which waits until the popup is
closed, and anything else is handed on.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenuBar, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.domain.cards.gs1 import SEPARATOR

FASTEST_TYPIST_MS = 35
SHORTEST_SCAN = 3
_HELD_MS = 2 * FASTEST_TYPIST_MS
TAKES_SCANS = "takes_scans"
"""Property of an input that scans are typed into, such as a list of barcodes."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_HARMLESS = {Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr}
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Scanner(QObject):
    """Listens to the widget with the focus while the till is on the screen.

    Signals:
        scanned(str): A burst ended with Enter.
        popups_closed: The last popup was closed.
    """

    scanned = Signal(str)
    popups_closed = Signal()

    def __init__(self, till: QWidget, *, holds: bool = True) -> None:
        """Listen for a till: in its window and in the dialogs above it.

        Args:
            till: The widget that scans are for; nothing is heard while it is hidden.
            holds: Whether a scan while a popup is open is told once it is closed; otherwise at once, and who hears of
                it lets it wait.
        """
        super().__init__(till)
        self._till = till
        self._heard: QWidget | None = None
        self._letters = ""
        self._last_ms = 0
        self._last_in: QWidget | None = None
        self._restore: Callable[[], None] | None = None
        self._holds = holds
        self._waiting: deque[str] = deque()
        self._held: deque[tuple[QWidget, QKeyEvent]] = deque()
        self._is_handing_on = self._is_over_popups = False
        self._hand_on_timer = QTimer(self, singleShot=True, interval=_HELD_MS)
        self._hand_on_timer.timeout.connect(self._hand_on)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def listen_to(self, widget: QWidget | None) -> None:
        """Listen to the keys of one widget from now on."""
        if self._heard is not None and isValid(self._heard):  # a closed dialog's or cell's widget is gone by now
            self._heard.removeEventFilter(self)
        self._heard = widget
        if widget is not None:
            widget.installEventFilter(self)
            line = _typed_into(widget)
            completer = line.completer() if isinstance(line, QLineEdit) else None
            popup = None if completer is None else completer.popup()
            if popup is not None:
                popup.installEventFilter(self)  # it opens without a word to the line, and takes its keys

    @property
    def is_popup_open(self) -> bool:
        """Whether a menu or another popup is open, or the menu bar has the keyboard."""
        return QApplication.activePopupWidget() is not None or isinstance(QApplication.focusWidget(), QMenuBar)

    def _is_ours(self, widget: QWidget) -> bool:
        if not self._till.isVisible() or widget.property(TAKES_SCANS):
            return False
        above: QWidget | None = widget
        while above is not None:
            if above is self._till or above is self._till.window():
                return True
            above = above.parentWidget()
        return False

    def _hear(self, event: QKeyEvent, widget: QWidget) -> bool:
        now, key = event.timestamp(), Qt.Key(event.key())
        fast = self._is_fast(event)
        if key in _HARMLESS:
            return False
        if key in _ENTER:
            burst = self._letters if self._ends_burst(event) else ""
            self._letters = ""
            if burst:
                self._finish(burst)
                return True
            return False
        letter = event.text()
        again = now == self._last_ms and widget is not self._last_in and bool(letter) and self._letters.endswith(letter)
        self._last_in = widget
        if again:  # a table hands the letter that opens a cell on to the cell
            return False
        if letter == SEPARATOR and fast:
            self._letters += letter
            self._last_ms = now
            return True  # the sign comes as Ctrl+], which might mean something here
        if len(letter) != 1 or not letter.isprintable() or event.modifiers() & COMMANDS:
            self._letters = ""
            return False
        if not fast:
            self._letters = ""
            self._restore = _memory_of(widget)
        self._letters += letter if now else ""
        self._last_ms = now
        # A space in a scan would press the button that has the focus.
        return fast and letter == " " and not isinstance(_typed_into(widget), QLineEdit | QPlainTextEdit | QTextEdit)

    def _finish(self, burst: str) -> None:
        restore, self._restore = self._restore, None
        if restore is not None:
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()  # it was the first letters of this scan that opened it
            restore()
        if self._holds and self.is_popup_open:
            self._waiting.append(burst)
        else:
            self.scanned.emit(burst)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_ours = new is not None and self._is_ours(new)
        self.listen_to(new if is_ours else None)
        if is_ours and self.is_popup_open:
            self._go_over_popups()
        elif self._is_over_popups:
            self._look_whether_closed()

    # ---- while a popup is open ----

    def _go_over_popups(self) -> None:
        """Hear every key before the popup does, until the last one is closed."""
        application = QApplication.instance()
        if application is not None and not self._is_over_popups:
            self._is_over_popups = True
            application.installEventFilter(self)

    def _look_whether_closed(self) -> None:
        QTimer.singleShot(0, self, self._leave_popups)

    def _leave_popups(self) -> None:
        """Go on as usual once there is no popup any more, with the scans that waited for it."""
        if not self._is_over_popups or self.is_popup_open:
            return
        self._is_over_popups = False
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._hand_on()
        while self._waiting:
            self.scanned.emit(self._waiting.popleft())
        self.popups_closed.emit()

    def _is_fast(self, event: QKeyEvent) -> bool:
        now = event.timestamp()
        return bool(now) and 0 <= now - self._last_ms < FASTEST_TYPIST_MS and bool(self._letters)

    def _ends_burst(self, event: QKeyEvent) -> bool:
        return event.key() in _ENTER and self._is_fast(event) and len(self._letters) >= SHORTEST_SCAN

    def _hear_over_popup(self, event: QKeyEvent, widget: QWidget) -> bool:
        now, key, letter, fast = event.timestamp(), Qt.Key(event.key()), event.text(), self._is_fast(event)
        if key in _HARMLESS:
            return False
        if self._ends_burst(event):
            burst, self._letters = self._letters, ""
            self._held.clear()
            self._hand_on_timer.stop()
            self._finish(burst)
            return True
        is_sign = letter == SEPARATOR and fast
        if not is_sign and (len(letter) != 1 or not letter.isprintable() or event.modifiers() & COMMANDS):
            self._letters = ""
            self._hand_on()
            return False
        if not fast:
            self._hand_on()
            self._letters, self._restore = "", None
        self._letters += letter if now else ""
        self._last_ms = now
        self._held.append((widget, event.clone()))
        self._hand_on_timer.start()
        return True

    def _hand_on(self) -> None:
        """Give the popup the keys that no scanner sent."""
        self._hand_on_timer.stop()
        self._is_handing_on = True
        try:
            while self._held:
                widget, event = self._held.popleft()
                if isValid(widget):
                    QApplication.sendEvent(widget, event)
        finally:
            self._is_handing_on = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if self._is_over_popups:
                return not self._is_handing_on and self._hear_over_popup(event, watched)
            return self._hear(event, watched)
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() == Qt.FocusReason.PopupFocusReason:
                self._go_over_popups()  # a menu takes the keys without taking the focus
        elif kind == QEvent.Type.ShortcutOverride and self._is_over_popups and isinstance(event, QKeyEvent):
            return self._ends_burst(event)  # a list that drops down already takes its choice here
        elif kind == QEvent.Type.Show and isinstance(watched, QWidget) and watched is not self._heard:
            self._go_over_popups()
        elif kind == QEvent.Type.Hide and self._is_over_popups:
            self._look_whether_closed()
        return False


def _typed_into(widget: QWidget) -> QWidget:
    """Return the line of a box that is typed into, which has the focus as a whole; otherwise the widget."""
    line = widget.lineEdit() if isinstance(widget, QComboBox) else None
    return widget if line is None else line


def _memory_of(widget: QWidget) -> Callable[[], None]:
    """Remember what a field holds, before a key that may be the first of a scan changes it."""
    widget = _typed_into(widget)
    if isinstance(widget, QLineEdit):
        held, cursor = widget.text(), widget.cursorPosition()

        def restore_line() -> None:
            if isValid(widget):  # a cell that takes one letter is closed by the first of the scan
                widget.setText(held)
                widget.setCursorPosition(cursor)

        return restore_line
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        written = widget.toPlainText()

        def restore_text() -> None:
            widget.setPlainText(written)

        return restore_text

    def close_what_was_opened() -> None:
        # The first character may have opened a cell; Esc closes it without reading it.
        focused = QApplication.focusWidget()
        if focused is not None and focused is not widget and widget.isAncestorOf(focused):
            QApplication.sendEvent(
                focused, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            )

    return close_what_was_opened
