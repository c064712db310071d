"""The index tabs on the top edge of a deck's sheet: its found sets by name, each with its count.

Serves the guide's page "Find a card".
"""

from bisect import insort
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from posim_desktop.queries.deck import EVERYTHING, MOST_COUNTED, Found
from posim_desktop.ui import formatting
from posim_desktop.ui.widgets.deck_spec import IndexTab


class IndexTabs(QTabBar):
    """A tab for each found set; one of them is always in front.

    Signals:
        chosen(Found): The person pressed a tab, also the one in front.
    """

    chosen = Signal(object)

    def __init__(self, tabs: Sequence[IndexTab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("index_tabs")
        self.setAccessibleName(self.tr("Index Tabs"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs = tuple(tabs)
        self._shown: list[int] = []
        self._counts: tuple[int, ...] = ()
        with QSignalBlocker(self):
            for number, tab in enumerate(self._tabs):
                if not tab.only_with_cards:
                    self._add(number)
        self.show_found(Found())
        if len(self._shown) <= 1:
            self.hide()
        self.currentChanged.connect(self._on_current_changed)
        self.tabBarClicked.connect(self._on_tab_bar_clicked)

    def add_shortcuts(self, deck: QWidget) -> None:
        """Give the deck a key for each tab; a tab keeps its key whether or not another one shows."""
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for number in range(len(self._tabs)):
            shortcut = QShortcut(_keys(number), deck, context=own)
            shortcut.activated.connect(lambda number=number: self._choose(number))

    def show_found(self, found: Found) -> None:
        """Bring the tab of a found set to the front, the one of all cards for a set without a tab."""
        number = next((self._number_of(each) for each in (found, EVERYTHING) if self._number_of(each) >= 0), 0)
        with QSignalBlocker(self):
            if self._tabs and number not in self._shown:
                self._add(number)
            self.setCurrentIndex(self._shown.index(number) if self._tabs else -1)
        self._show_counts()

    def _number_of(self, found: Found) -> int:
        return next((number for number, tab in enumerate(self._tabs) if tab.found == found), -1)

    def is_in_front(self, found: Found) -> bool:
        """Return whether the tab in front is the one of a found set."""
        return bool(self._tabs) and self._tabs[self._shown[self.currentIndex()]].found == found

    def show_counts(self, counts: Sequence[int]) -> None:
        """Show how many cards each tab has."""
        self._counts = tuple(counts)
        self._show_counts()

    def _show_counts(self) -> None:
        for number, count in enumerate(self._counts):
            tab = self._tabs[number]
            with QSignalBlocker(self):
                if number not in self._shown and count:
                    self._add(number)
                elif number in self._shown and tab.only_with_cards and not count:
                    self._take_away(number)
            if number in self._shown:
                place = self._shown.index(number)
                words = formatting.count(count) if count < MOST_COUNTED else f"{formatting.count(MOST_COUNTED - 1)}+"
                if self.tabText(place) != f"{tab.label}  {words}":
                    self.setTabText(place, f"{tab.label}  {words}")
        self._fit()

    def _fit(self) -> None:
        """Show only while there is something to choose, not for All alone."""
        if self.parentWidget() is not None:  # before that it would be a window of its own
            self.setVisible(len(self._shown) > 1)

    def _add(self, number: int) -> None:
        """Put a tab in its place; a hidden one would still be read out by a screen reader."""
        insort(self._shown, number)
        label = self._tabs[number].label
        place = self.insertTab(self._shown.index(number), label)
        self.setTabToolTip(place, f"{label} ({_keys(number).toString(_NATIVE)})")

    def _take_away(self, number: int) -> None:
        place = self._shown.index(number)
        if place != self.currentIndex():
            self.removeTab(place)
            del self._shown[place]

    def _choose(self, number: int) -> None:
        if number in self._shown:
            self.chosen.emit(self._tabs[number].found)

    def _on_current_changed(self, place: int) -> None:
        self._choose(self._shown[place])

    def _on_tab_bar_clicked(self, place: int) -> None:
        if 0 <= place == self.currentIndex():
            self._choose(self._shown[place])

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around: nobody means to change the found set with it."""
        event.ignore()


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _keys(number: int) -> QKeySequence:
    return QKeySequence(f"Ctrl+{number + 1}")
