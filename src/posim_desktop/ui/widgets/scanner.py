"""Hand scanners: a burst of fast keys and Enter is a scan, wherever the focus is. Serves the guide's page "Sell".

A scanner types as a keyboard does, only faster than anybody can. The burst lands in the till's item entry; the field
that had the focus gets back what it held before, and no button is pressed by the scanner's Enter. Speed is taken from
the time stamps of the key events; keys without one (0) are never a burst.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.domain.cards.gs1 import SEPARATOR

FASTEST_TYPIST_MS = 35
SHORTEST_SCAN = 3
TAKES_SCANS = "takes_scans"
"""Property of an input that scans are typed into, such as a list of barcodes."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_HARMLESS = {Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr}
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Scanner(QObject):
    """Listens to the widget with the focus while the till is on the screen.

    Signals:
        scanned(str): A burst ended with Enter.
    """

    scanned = Signal(str)

    def __init__(self, till: QWidget) -> None:
        """Listen for a till: in its window and in the dialogs above it.

        Args:
            till: The widget that scans are for; nothing is heard while it is hidden.
        """
        super().__init__(till)
        self._till = till
        self._heard: QWidget | None = None
        self._letters = ""
        self._last_ms = 0
        self._last_in: QWidget | None = None
        self._restore: Callable[[], None] | None = None
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
        fast = bool(now) and 0 <= now - self._last_ms < FASTEST_TYPIST_MS and bool(self._letters)
        if key in _HARMLESS:
            return False
        if key in _ENTER:
            burst = self._letters if fast and len(self._letters) >= SHORTEST_SCAN else ""
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
            restore()
        self.scanned.emit(burst)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.listen_to(new if new is not None and self._is_ours(new) else None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return self._hear(event, watched)
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
