"""Where an act of the tour takes place: one client's window, and the notebook that photographs it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from posim_desktop.tour import hands
from posim_desktop.tour.recorder import Recorder
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.widgets.screen import Screen

_CTRL = Qt.KeyboardModifier.ControlModifier


class Stage:
    """A client under a person's hands.

    Attributes:
        client: The window.
    """

    def __init__(self, client: Client, recorder: Recorder) -> None:
        self.client = client
        self._recorder = recorder

    def step(self, words: str, picture: str, window: QWidget | None = None) -> None:
        """Say what just happened and photograph a window, or else the client's, with the dialogs over it."""
        self._recorder.step(words, window or self.client, picture)

    def go(self, label: str) -> Screen:
        """Press a button of the navigation bar."""
        hands.press(self.client, label)
        return self.front()

    def choose(self, *path: str) -> Screen:
        """Choose from the menu bar and return the screen that is in front then."""
        hands.menu(self.client, *path)
        return self.front()

    def front(self) -> Screen:
        """Return the screen in front."""
        screen = self.client.tabs.screen_at(self.client.tabs.front())
        if screen is None:
            raise hands.NotOnScreenError("no tab is in front")
        return screen

    def close_tab(self) -> None:
        """Close the screen in front."""
        hands.key(Qt.Key.Key_W, _CTRL)

    def find_card(self, text: str) -> Screen:
        """Search the deck in front and open the first card found."""
        deck = self.front()
        hands.fill(deck, "Find", text)
        hands.key(Qt.Key.Key_Return)
        if hands.is_there(deck, "List All"):
            self.open_row(0)
        return deck

    def open_row(self, row: int) -> None:
        """Open a row of List All."""
        listed = hands.table(self.front(), "List All")
        listed.setFocus()
        listed.selectRow(row)
        hands.key(Qt.Key.Key_Return)

    def last_card(self) -> Screen:
        """Go to the newest card of the deck in front."""
        hands.key(Qt.Key.Key_End, _CTRL)
        return self.front()

    def enter(self, screen: QWidget, typed: str) -> None:
        """Type into item entry and press Enter."""
        hands.fill(screen, "Item", typed)
        QTest.keyClick(hands.field(screen, "Item"), Qt.Key.Key_Return)
        hands.settle()
