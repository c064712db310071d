"""A person who works with the keyboard alone, and how often they press a key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from posim_desktop.tour import hands
from workflows.drivers.till import SCANNER_MS, press_at


class Keyboard:
    """Sends keys to wherever the keyboard is.

    Attributes:
        strokes: How many keys were pressed beyond what was typed and scanned.
    """

    def __init__(self) -> None:
        self.strokes = 0
        self._scanned_ms = 100_000

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key that does something; it counts."""
        self.strokes += 1
        hands.key(key, modifiers)

    @staticmethod
    def type(text: str) -> None:
        """Type a name, a number or a price; how long it is does not count."""
        hands.keys(text)

    def scan(self, code: str) -> None:
        """Let the scanner type, with its Enter."""
        for letter in (*code, "\r"):
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            focused = QApplication.focusWidget()
            assert focused is not None
            press_at(focused, key, letter, self._scanned_ms)
            self._scanned_ms += SCANNER_MS
        self._scanned_ms += 1000
        hands.settle()
