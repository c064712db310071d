"""Guide: "Find a card": the index tabs of the decks, counted and kept true while the shop goes on."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from posim_desktop.tour import hands
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import Shop
from workflows.drivers.supply import StockRoom

_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = {"Waiting": "0", "Ready": "0", "Closed": "0", "All": "0"}


@pytest.fixture
def room(shop: Shop) -> StockRoom:
    """Lee waits for 3 kettles, Kim for 1; there are none."""
    shop.has_item("KETTLE", price="24.00", description="Enamel kettle")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee")
    shop.sold("KETTLE", quantity="1", trans_code="B", to="Kim")
    return StockRoom(shop.opened)


def test_a_backorder_stands_where_it_belongs_from_waiting_to_closed(shop: Shop, room: StockRoom) -> None:
    deck = shop.sales_client.open_backorders()
    assert deck.tabs() == _NONE | {"Waiting": "2", "All": "2"}
    assert deck.tab_in_front == "All"

    room.counts("KETTLE", "1")
    room.fills(2, "1")
    hands.wait_for(lambda: deck.tabs()["Ready"] == "1", "the count")
    assert deck.tabs() == _NONE | {"Waiting": "1", "Ready": "1", "All": "2"}
    deck.tab("Ready")
    assert (deck.title, deck.position) == ("Backorder 2", "1 of 1")

    deck.tab("Waiting")
    assert (deck.title, deck.position) == ("Backorder 1", "1 of 1")
    deck.cancel(quantity="3", reason="Bought elsewhere")
    assert deck.tabs() == _NONE | {"Ready": "1", "Closed": "1", "All": "2"}
    deck.tab("Closed")
    assert (deck.title, deck.position) == ("Backorder 1", "1 of 1")


def test_each_tab_has_its_key_in_list_all_too(shop: Shop, room: StockRoom) -> None:
    room.counts("KETTLE", "1")
    room.fills(1, "1")
    deck = shop.inventory_client.open_backorders()

    hands.key(Qt.Key.Key_3, _CTRL)
    assert (deck.tab_in_front, deck.title) == ("Ready", "Backorder 1")
    hands.key(Qt.Key.Key_L, _CTRL)
    assert deck.listed("Number") == [("1",)]
    hands.key(Qt.Key.Key_2, _CTRL)
    assert deck.listed("Number") == [("1",), ("2",)]
    hands.key(Qt.Key.Key_4, _CTRL)
    assert deck.says("No cards are on the tab Closed.")
    hands.key(Qt.Key.Key_5, _CTRL)
    hands.key(Qt.Key.Key_L, _CTRL)
    assert (deck.tab_in_front, deck.title, deck.position) == ("All", "Backorder 1", "1 of 2")
    hands.key(Qt.Key.Key_1, _CTRL)
    assert deck.tab_in_front == "All"  # nothing can be filled, so there is no such tab
    told = QAccessible.queryAccessibleInterface(deck.deck.bar.tabs)
    assert told is not None
    read_out = [told.child(place).text(QAccessible.Text.Name) for place in range(told.childCount())]
    assert [name for name in read_out if name.startswith("Can Be Filled")] == []


def test_an_empty_tab_says_so_and_another_one_has_the_card_again(shop: Shop, room: StockRoom) -> None:
    del room
    deck = shop.sales_client.open_backorders()

    deck.tab("Closed")
    assert deck.says("No cards are on the tab Closed.")
    assert (deck.title, deck.is_enabled("Next")) == ("Backorders", False)
    deck.tab("Waiting")
    assert (deck.title, deck.position) == ("Backorder 1", "1 of 2")


def test_find_looks_through_all_cards_and_a_tab_ends_it(shop: Shop, room: StockRoom) -> None:
    room.counts("KETTLE", "1")
    room.fills(2, "1")
    deck = shop.sales_client.open_backorders().tab("Ready")

    deck.find("Lee")
    assert (deck.title, deck.position, deck.tab_in_front) == ("Backorder 1", "1 of 1", "All")
    hands.wait_for(lambda: deck.says("Found: 1"), "the chip")
    deck.tab("All")
    assert (deck.title, deck.position) == ("Backorder 1", "1 of 2")
    assert not deck.says("Found: 1")


def test_the_tabs_count_what_another_client_does(shop: Shop, room: StockRoom) -> None:
    del room
    decks = [shop.sales_client.open_backorders(), shop.inventory_client.open_backorders()]

    shop.sold("KETTLE", trans_code="B", to="Kim")
    for deck in decks:
        counted = partial(_has, deck, _NONE | {"Waiting": "3", "All": "3"})
        hands.wait_for(counted, "the counts")


def _has(deck: DeckDriver, tabs: dict[str, str]) -> bool:
    return deck.tabs() == tabs
