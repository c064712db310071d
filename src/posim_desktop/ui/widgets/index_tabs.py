"""The index tabs on the top edge of a deck's sheet: its found sets by name, each with its count.

Serves the guide's page "Find a card".
"""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from posim_desktop.queries.deck import MOST_COUNTED, Found
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
        self._counts: tuple[int, ...] = ()
        with QSignalBlocker(self):
            for place, tab in enumerate(self._tabs):
                self.addTab(tab.label)
                self.setTabToolTip(place, f"{tab.label} ({_keys(place).toString(_NATIVE)})")
                self.setTabVisible(place, not tab.only_with_cards)
        self.show_found(Found())
        if not self._tabs:
            self.hide()
        self.currentChanged.connect(self._choose)
        self.tabBarClicked.connect(self._on_tab_bar_clicked)

    def add_shortcuts(self, deck: QWidget) -> None:
        """Give the deck a key for each tab; a tab keeps its key whether or not another one shows."""
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for place in range(len(self._tabs)):
            shortcut = QShortcut(_keys(place), deck, context=own)
            shortcut.activated.connect(lambda place=place: self._choose(place))

    def show_found(self, found: Found) -> None:
        """Bring the tab of a found set to the front; the last one, of all cards, for a set without a tab."""
        own = (place for place, tab in enumerate(self._tabs) if tab.found == found)
        with QSignalBlocker(self):
            self.setCurrentIndex(next(own, len(self._tabs) - 1))
        self._show_counts()

    def is_in_front(self, found: Found) -> bool:
        """Return whether the tab in front is the one of a found set."""
        return bool(self._tabs) and self._tabs[self.currentIndex()].found == found

    def show_counts(self, counts: Sequence[int]) -> None:
        """Show how many cards each tab has."""
        self._counts = tuple(counts)
        self._show_counts()

    def _show_counts(self) -> None:
        for place, count in enumerate(self._counts):
            tab = self._tabs[place]
            words = formatting.count(count) if count < MOST_COUNTED else f"{formatting.count(MOST_COUNTED - 1)}+"
            if self.tabText(place) != f"{tab.label}  {words}":
                self.setTabText(place, f"{tab.label}  {words}")
            shown = bool(count) or not tab.only_with_cards or place == self.currentIndex()
            if shown != self.isTabVisible(place):
                with QSignalBlocker(self):
                    self.setTabVisible(place, shown)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._tabs) and self.isTabVisible(place):
            self.chosen.emit(self._tabs[place].found)

    def _on_tab_bar_clicked(self, place: int) -> None:
        if place == self.currentIndex():
            self._choose(place)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around: nobody means to change the found set with it."""
        event.ignore()


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _keys(place: int) -> QKeySequence:
    return QKeySequence(f"Ctrl+{place + 1}")
