"""Guide: "Find a card": a card opens for reading, and a scan finds a card wherever the keyboard is."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.services.cards import items
from posim_desktop.services.sales import invoices
from posim_desktop.tour import hands
from workflows.drivers.decks import DeckDriver
from workflows.drivers.keyboard import Keyboard
from workflows.drivers.shop import Shop

_BARCODE = "5012345678900"


def _customers(shop: Shop) -> DeckDriver:
    shop.has_customer("Ada", phone="555-0101")
    shop.has_customer("Lee", phone="555-0102")
    return shop.sales_client.open("Lists", "Customers")


def _text(deck: DeckDriver, label: str) -> str:
    widget = hands.field(deck.deck, label)
    return str(widget.property("plainText") or widget.property("text") or "")


def _items(shop: Shop) -> DeckDriver:
    shop.has_item("KETTLE", price="24.00", description="Enamel kettle")
    fields = ItemFields(code="MUG", description="Blue mug", barcodes=(_BARCODE,))
    shop.operations.do(partial(items.add, fields=fields))
    return shop.inventory_client.open("Lists", "Items")


def test_what_is_typed_on_a_card_that_is_read_goes_nowhere(shop: Shop) -> None:
    deck = _customers(shop)

    hands.field(deck.deck, "Name").setFocus()
    hands.keys("x")

    assert _text(deck, "Name") == "Ada"
    assert deck.has_button("Edit")
    assert not deck.has_button("Save")


@pytest.mark.parametrize("how", ["F2", "button", "click"])
def test_editing_begins_by_key_button_or_click_and_ends_with_saving(shop: Shop, how: str) -> None:
    deck = _customers(shop)

    if how == "F2":
        hands.key(Qt.Key.Key_F2)
    elif how == "button":
        deck.press("Edit")
    else:
        QTest.mouseClick(hands.field(deck.deck, "Name"), Qt.MouseButton.LeftButton)
    assert hands.field(deck.deck, "Name").hasFocus()
    hands.fill(deck.deck, "Phone", "555-0199")
    hands.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert (_text(deck, "Phone"), deck.has_button("Edit")) == ("555-0199", True)


def test_escape_undoes_and_ends(shop: Shop) -> None:
    deck = _customers(shop)
    hands.fill(deck.deck, "Phone", "555-0199")
    hands.fill(deck.deck, "Company", "Harbour Cafe")

    hands.key(Qt.Key.Key_Escape)
    assert (_text(deck, "Company"), deck.has_button("Save")) == ("", True)
    hands.key(Qt.Key.Key_Escape)
    assert (_text(deck, "Phone"), deck.has_button("Edit")) == ("555-0101", True)


def test_leaving_saves_and_the_next_card_is_read(shop: Shop) -> None:
    deck = _customers(shop)
    hands.fill(deck.deck, "Phone", "555-0199")

    hands.key(Qt.Key.Key_PageDown)
    assert (deck.title, deck.has_button("Edit")) == ("Lee", True)
    hands.key(Qt.Key.Key_PageUp)
    assert (_text(deck, "Phone"), deck.has_button("Edit")) == ("555-0199", True)


def test_a_new_card_begins_in_editing(shop: Shop) -> None:
    deck = _customers(shop)

    deck.press("Add")
    hands.keys("Kim")
    deck.press("Save")

    assert (deck.title, deck.has_button("Edit")) == ("Kim", True)


@pytest.mark.parametrize("editing", [False, True])
def test_a_scan_on_a_card_finds_that_card_and_is_never_typed(shop: Shop, editing: bool) -> None:  # noqa: FBT001
    deck = _items(shop)
    assert deck.title == "KETTLE  Enamel kettle"
    if editing:
        deck.press("Edit")
    hands.field(deck.deck, "Description").setFocus()

    Keyboard().scan(_BARCODE)

    assert deck.title == "MUG  Blue mug"
    deck.press("Previous")
    assert _text(deck, "Description") == "Enamel kettle"


def test_a_scan_into_the_list_of_barcodes_is_meant_for_it(shop: Shop) -> None:
    deck = _items(shop)
    deck.press("Edit")
    hands.field(deck.deck, "Barcodes").setFocus()

    Keyboard().scan("4006381333931")
    deck.press("Save")

    assert _text(deck, "Barcodes") == "4006381333931"


def test_an_item_is_found_from_another_deck_and_back_again(shop: Shop) -> None:
    _items(shop)
    deck = _customers(shop)

    Keyboard().scan(_BARCODE)

    assert shop.sales_client.deck("Items").title == "MUG  Blue mug"
    hands.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert deck.title == "Ada"


def test_a_slip_leads_to_its_invoice(shop: Shop) -> None:
    deck = _customers(shop)
    shop.has_item("KETTLE")
    posted = shop.sold("KETTLE")
    waiting = shop.operations.do(partial(invoices.start, customer_id=shop.customers["Ada"])).record_id

    Keyboard().scan(invoice_code(posted))
    assert shop.sales_client.deck("Processed Invoices").title == "Processed Invoice 1"
    Keyboard().scan(invoice_code(waiting))
    assert shop.sales_client.client.tabs.front() == "Working Invoices"
    assert deck.deck.current_id == shop.customers["Ada"]


def test_a_code_that_nothing_has_is_told_calmly(shop: Shop) -> None:
    deck = _items(shop)

    Keyboard().scan("9999999999994")
    assert deck.says("No item and no invoice has the code 9999999999994.")
    assert deck.title == "KETTLE  Enamel kettle"
    hands.key(Qt.Key.Key_PageDown)
    assert not deck.says("No item and no invoice has the code")
