"""A shop that writes 8,25 types it so in every table and dialog, and reads it so."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.services.cards import preferences
from posim_desktop.tour import hands
from workflows.drivers.purchase_orders import acme, begins
from workflows.drivers.shop import Shop

NETHERLANDS = "nl_NL"  # writes the comma, and its screens are English


@pytest.fixture
def shop(shop: Shop) -> Shop:
    decided = shop.operations.read(stored_preferences.load)
    verb = partial(preferences.change, preferences=replace(decided, locale=NETHERLANDS))
    shop.operations.do(verb)
    return shop


def test_a_purchase_order(shop: Shop) -> None:
    acme(shop)
    deck = begins(shop, "Acme Trading (ACME)")
    deck.enter("1,5*lamp")
    deck.write(0, "Qty", "2,5").write(0, "Cost", "0,1234")
    assert deck.lines("Qty", "Cost", "Extended") == [("2,5", "0,1234", "0,31")]
    assert deck.total == "€\u00a00,31"


def test_a_count(shop: Shop) -> None:
    shop.has_item("CABLE", on_hand="5")
    deck = shop.inventory_client.open("Lists", "Items")
    deck.press("Adjust Stock")
    dialog = hands.dialog("Adjust Stock")
    hands.fill(dialog, "Counted", "3,75")
    hands.fill(dialog, "Reason", "cut")
    hands.press(dialog, "OK")
    adjusted = shop.operations.read(item_queries.details, shop.items["CABLE"])
    assert adjusted is not None
    assert adjusted.stock.on_hand == Decimal("3.75")
    assert deck.words_under("On Hand") == "3,75"


def test_a_cancellation_and_what_may_be_either_of_two_numbers(shop: Shop) -> None:
    shop.has_item("CABLE")
    shop.sold("CABLE", quantity="2.5", trans_code="B", to="Lee")
    deck = shop.sales_client.open_backorders()
    dialog = deck.start_cancel(quantity="1.125", reason="Moved")
    hands.press(dialog, "OK")
    assert any("1125" in words and "1,125" in words for words in hands.words_on(dialog))
    hands.fill(dialog, "Qty", "1,125")
    hands.press(dialog, "OK")
    deck.client.activateWindow()
    hands.settle()
    assert (deck.card.canceled, deck.card.outstanding) == ("1,125", "1,375")
