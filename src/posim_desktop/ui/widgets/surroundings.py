"""What stands around the card in front: how many come before and after it, its neighbors, the counts of the index tabs.

Serves the guide's page "Find a card". All of it is counted a moment after the card is shown, so that it delays none.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries import deck as decks
from posim_desktop.queries.deck import DeckRow, Found, Order
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.deck_frame import DeckFrame
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.rail import FROM_WINDOW_WIDTH, MANY, Neighbor

_POSITION_PAUSE_MS = 40
_TABS_PAUSE_MS = 80


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the person stands in a deck.

    Attributes:
        found: The set that the arrows walk through.
        order: Its order.
        card_id: The card in front; None for a list, a new card or none.
        backwards: Whether the person walks towards the first card.
    """

    found: Found
    order: Order
    card_id: int | None
    backwards: bool = False


class Surroundings(QObject):
    """Counts around the card in front and shows what it counted."""

    def __init__(self, deck: QWidget, spec: DeckSpec, operations: Operations, frame: DeckFrame) -> None:
        super().__init__(deck)
        self._deck, self._spec, self._operations, self._frame = deck, spec, operations, frame
        self._standing = Standing(decks.EVERYTHING, spec.query.first_order, None)
        self._counts_asked = 0
        self._position_timer = QTimer(self, singleShot=True, interval=_POSITION_PAUSE_MS)
        self._tabs_timer = QTimer(self, singleShot=True, interval=_TABS_PAUSE_MS)
        self._position_timer.timeout.connect(self._show_position)
        self._tabs_timer.timeout.connect(self._show_counts)

    @property
    def is_counting(self) -> bool:
        """Whether something is still to be counted."""
        return self._position_timer.isActive() or self._tabs_timer.isActive() or self._counts_asked > 0

    def show_from(self, standing: Standing) -> None:
        """Show what stands around a card, a moment later."""
        self._standing = standing
        self._position_timer.start()

    def count_tabs(self) -> None:
        """Count the cards of the index tabs, a moment later; the window goes on meanwhile."""
        if self._spec.tabs:
            self._tabs_timer.start()

    def fit_rail(self) -> None:
        """Give a wide window the rail; what is on it comes with the position."""
        rail, frame = self._frame.rail, self._frame
        shown = frame.is_on_card and self._deck.window().width() >= FROM_WINDOW_WIDTH
        if shown != rail.isVisibleTo(self._deck):
            rail.setVisible(shown)
            self._position_timer.start()

    def _show_position(self) -> None:
        query, here, frame = self._spec.query, self._standing, self._frame
        if here.card_id is None:
            place, total = 0, self._operations.read(decks.count, query, here.found)
            frame.head.position_label.setText("")
            frame.sheet.show_left(0)
        else:
            place, total = self._operations.read(decks.position, query, here.found, here.order, here.card_id)
            frame.head.show_position(place, total)
            frame.sheet.show_left(max(0, place - 1) if here.backwards else total - place)
            self._show_neighbors(here.card_id)
        self._name_found_set(total)

    def _show_neighbors(self, card_id: int) -> None:
        rail, here = self._frame.rail, self._standing
        if rail.isVisibleTo(self._deck):
            rows = self._operations.read(decks.around, self._spec.query, here.found, here.order, card_id, MANY)
            rail.setContentsMargins(0, self._frame.bar.height(), 0, 0)
            rail.show_neighbors([self._neighbor(row) for row in rows], card_id)

    def _neighbor(self, row: DeckRow) -> Neighbor:
        name, *facts = self._spec.neighbor(row)
        return Neighbor(row.id, name, facts)

    def _name_found_set(self, total: int) -> None:
        found, chip = self._standing.found, self._frame.head.found_chip
        if self._frame.bar.tabs.is_in_front(found) or replace(found, include_archived=False).is_everything:
            chip.hide()
        else:
            chip.show_found(total)
            chip.setToolTip(found.label or found.text)

    def _show_counts(self) -> None:
        sets = tuple(tab.found for tab in self._spec.tabs)
        self._counts_asked += 1
        self._operations.begin_reading(decks.counts, self._on_counted, self._spec.query, sets)

    def _on_counted(self, job: Job[tuple[int, ...]]) -> None:
        if not isValid(self):
            return
        self._counts_asked -= 1
        try:
            counts = job.answer()
        except TroubleError:
            return  # the status bar says so; the counts of before stay
        self._frame.bar.tabs.show_counts(counts)
