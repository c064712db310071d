"""Works any deck by the words that are on it."""

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.widgets.deck import Deck


class DeckDriver:
    """A deck in a client: its arrows, its Find field, its List All."""

    def __init__(self, client: Client, deck: Deck) -> None:
        self.client = client
        self.deck = deck

    def press(self, label: str) -> Self:
        """Press a button of the deck."""
        hands.press(self.deck, label)
        return self

    def has_button(self, label: str) -> bool:
        """Return whether a button with this label can be seen."""
        try:
            hands.button(self.deck, label)
        except hands.NotOnScreenError:
            return False
        return True

    def tabs(self) -> dict[str, str]:
        """Read the index tabs that show: the counts by the names, once they are counted."""
        tabs = self.deck.bar.tabs
        hands.wait_for(lambda: not self.deck.surroundings.is_counting, "the counts")
        return dict(tabs.tabText(place).rsplit("  ", 1) for place in range(tabs.count()))

    def tab(self, name: str) -> Self:
        """Press an index tab."""
        hands.tab(self.deck, name)
        return self

    @property
    def tab_in_front(self) -> str:
        """The name of the index tab in front."""
        tabs = self.deck.bar.tabs
        return tabs.tabText(tabs.currentIndex()).rsplit("  ", 1)[0]

    def is_enabled(self, label: str) -> bool:
        """Return whether a button can be pressed."""
        return hands.button(self.deck, label).isEnabled()

    def view(self) -> Self:
        """Turn to List All by the View button."""
        return self.press("View")

    def find(self, text: str) -> Self:
        """Type into the Find field and press Enter."""
        hands.fill(self.deck, "Find", text)
        hands.key(Qt.Key.Key_Return)
        return self

    def open_card(self, place: int = 0) -> Self:
        """Open a row of List All by Enter; when the search left one card only it is open already."""
        if self.deck.is_listing:
            table = hands.table(self.deck, "List All")
            table.setFocus()
            table.selectRow(place)
            hands.key(Qt.Key.Key_Return)
        return self

    def listed(self, *headers: str) -> list[tuple[str, ...]]:
        """Read List All."""
        return hands.rows(hands.table(self.deck, "List All"), *headers)

    @property
    def title(self) -> str:
        """What the title band says."""
        return self.deck.head.title_label.text()

    @property
    def position(self) -> str:
        """The words beside the arrows, once they are counted."""
        # The words of the place before stand there until the new ones are counted.
        position, counting = self.deck.head.position_label, self.deck.surroundings
        hands.wait_for(lambda: not counting.is_counting and bool(position.text()), "the position")
        return position.text()

    def says(self, words: str) -> bool:
        """Return whether a label on the deck holds some words."""
        return any(words in said for said in hands.words_on(self.deck))

    def words(self, name: str) -> str:
        """Read a value by the label in front of it."""
        for caption in self.deck.findChildren(QLabel):
            if caption.isVisible() and caption.text() == name and caption.buddy() is not None:
                shown = caption.buddy()
                return str(shown.property("text"))
        raise hands.NotOnScreenError(f"no label {name!r}")

    def words_under(self, name: str) -> str:
        """Read a figure by its accessible name, the label over it."""
        figures: list[QLabel | QPushButton] = [
            *self.deck.findChildren(QLabel),
            *self.deck.findChildren(QPushButton),
        ]
        for figure in figures:
            if figure.isVisible() and figure.accessibleName() == name:
                return figure.text()
        raise hands.NotOnScreenError(f"no figure {name!r}")
