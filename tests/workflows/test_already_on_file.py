"""Guide: "Customers": a new customer who seems to be on file is shown beside who is there."""

import pytest

from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.queries.deck import Found, count
from posim_desktop.tour import hands
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import Shop
from workflows.drivers.till import till_of

ASKED = "Already on File?"


@pytest.fixture
def known(shop: Shop) -> Shop:
    """Give a shop that knows Łukasz O’Brien."""
    shop.has_customer("Łukasz O\u2019Brien", phone="555-0142")
    return shop


def _customers(shop: Shop) -> int:
    return shop.operations.read(count, customer_queries.DECK, Found())


def _types(shop: Shop, name: str, phone: str = "") -> DeckDriver:
    deck = shop.sales_client.open("Lists", "Customers").press("Add")
    hands.fill(deck.deck, "Name", name)
    hands.fill(deck.deck, "Phone", phone)
    return deck


def test_at_the_till_who_is_on_file_is_used(known: Shop) -> None:
    known.has_item("KETTLE", on_hand="2")
    till = till_of(known.sales_client.client)
    till.enter("kettle")
    till.press("New Customer")
    dialog = hands.dialog("New Customer")
    hands.fill(dialog, "Name", "lukasz obrien")
    hands.press(dialog, "Add")

    asked = hands.dialog(ASKED)
    assert hands.rows(hands.table(asked, "On File"), "Name", "The Same") == [("Łukasz O\u2019Brien", "name")]
    hands.press(asked, "Use This One")

    assert till.has_button("Łukasz O\u2019Brien")
    assert _customers(known) == 1


def test_at_the_till_somebody_else_of_the_name_is_put_on_file(known: Shop) -> None:
    known.has_item("KETTLE", on_hand="2")
    till = till_of(known.sales_client.client)
    till.enter("kettle")
    till.press("New Customer")
    dialog = hands.dialog("New Customer")
    hands.fill(dialog, "Name", "Kim")
    hands.fill(dialog, "Phone", "555 0142")
    hands.press(dialog, "Add")
    hands.press(hands.dialog(ASKED), "Make a New One")

    assert till.has_button("Kim")
    assert _customers(known) == 2


def test_a_new_card_gives_way_to_the_one_on_file(known: Shop) -> None:
    deck = _types(known, "Lukasz O'Brien", "5550142")
    deck.press("Save")
    asked = hands.dialog(ASKED)
    assert hands.rows(hands.table(asked, "On File"), "The Same") == [("name, phone",)]
    hands.press(asked, "Use This One")

    assert deck.title == "Łukasz O\u2019Brien"
    assert not deck.deck.card.is_edited()
    assert _customers(known) == 1


def test_a_new_card_is_kept_when_it_is_somebody_else(known: Shop) -> None:
    deck = _types(known, "lukasz obrien")
    deck.press("Save")
    asked = hands.dialog(ASKED)
    asked.reject()
    assert _customers(known) == 1
    deck.press("Save")
    hands.press(hands.dialog(ASKED), "Make a New One")

    assert deck.title == "lukasz obrien"
    assert _customers(known) == 2


def test_nobody_is_asked_about_a_stranger(known: Shop) -> None:
    deck = _types(known, "Kim Ode", "555-0177")
    deck.press("Save")
    assert not hands.is_asked(ASKED)
    assert deck.title == "Kim Ode"
