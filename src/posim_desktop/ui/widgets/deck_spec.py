"""What makes one deck differ from another: its words, its query, its columns and its card."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Record
from posim_desktop.queries.deck import DeckQuery, Found, Order
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.widgets.card import Card


@dataclass(frozen=True)
class IndexTab:
    """A found set with a name on the top edge of the sheet.

    Attributes:
        label: ``"Waiting"``.
        found: The set.
        only_with_cards: Whether the tab is there only while the set holds a card.
    """

    label: str
    found: Found
    only_with_cards: bool = False


@dataclass(frozen=True)
class ListAction:
    """What can be done with all the cards that List All shows, by a button beside it.

    Attributes:
        label: ``"La&bels…"``.
        picture: The button's icon.
        tip: What it does.
        do: Does it, above a window, with the found set in its order.
    """

    label: str
    picture: str
    tip: str
    do: Callable[[QWidget, Found, Order], object]


@dataclass(frozen=True)
class DeckSpec:
    """What makes one deck differ from another.

    Attributes:
        title: ``"Backorders"``.
        record: The kind of record on its cards.
        query: How it is read.
        columns: The columns of List All.
        make_card: Makes the card widget.
        neighbor: What the rail says of a row: whose it is, then what is known of it.
        empty_text: Shown when the deck is empty: what to do next.
        can_add: Whether cards are made here by hand.
        find_hint: What one can search by.
        also: Other kinds of record that cards and rows show parts of.
        card_takes_scans: Whether a scan belongs to the card in front; elsewhere it finds what was scanned.
        has_archive: Whether cards can be archived.
        tabs: The index tabs, the one of all cards last; none for a deck that is walked as a whole.
        list_action: What can be done with all that was found, if anything.
    """

    title: str
    record: Record
    query: DeckQuery[Any]
    columns: Sequence[Column[Any]]
    make_card: Callable[[], Card[Any]]
    neighbor: Callable[[Any], tuple[str, ...]]
    empty_text: str
    can_add: bool = False
    find_hint: str = ""
    also: frozenset[Record] = frozenset()
    card_takes_scans: bool = False
    has_archive: bool = False
    tabs: Sequence[IndexTab] = ()
    list_action: ListAction | None = None
