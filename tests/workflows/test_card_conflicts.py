"""Guide: "Items", "Customers": what the cards refuse and how two people edit one card."""

from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.services.cards import customers
from posim_desktop.services.transaction import Transactor
from posim_desktop.tour import hands
from posim_desktop.ui.sales.working_invoice import WorkingInvoice
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import Shop, hear_news


def _text(deck: DeckDriver, label: str) -> str:
    widget = hands.field(deck.deck, label)
    return str(widget.property("plainText") or widget.property("text") or "")


def _changed_elsewhere(shop: Shop, name: str, **written: str) -> None:
    customer_id = shop.customers[name]
    stored = shop.operations.read(customer_queries.details, customer_id)
    assert stored is not None
    hear_news(shop.operations)
    verb = partial(
        customers.change, customer_id=customer_id, fields=replace(stored.fields, **written), version=stored.version
    )
    assert shop.operations.logged_in is not None
    Transactor(shop.opened.engine).run(
        verb, key=uuid4(), employee_id=shop.operations.logged_in.employee_id, workstation="Till 2"
    )
    hear_news(shop.operations)


@pytest.mark.parametrize(
    ("label", "typed", "words"),
    [
        ("Description", "", "The description must be filled in."),
        ("Item ID", "mug", "Item ID MUG is"),
        ("Price", "abc", "“abc” is not a number."),
        ("Price", "1e9", "“1e9” is not a number."),
        ("Notes", "4111 1111 1111 1111", "Card numbers are never stored."),
    ],
)
def test_an_item_refusal_keeps_what_was_typed(shop: Shop, label: str, typed: str, words: str) -> None:
    shop.has_item("KETTLE")
    shop.has_item("MUG")
    deck = shop.inventory_client.open("Lists", "Items")
    hands.fill(deck.deck, label, typed)
    deck.press("Save")
    assert deck.says(words)
    assert _text(deck, label) == typed
    assert hands.field(deck.deck, label).hasFocus()


@pytest.mark.parametrize("label", ["Name", "Company", "Notes"])
def test_a_pasted_control_character_is_refused(shop: Shop, label: str) -> None:
    shop.has_customer("Ada")
    deck = shop.sales_client.open("Lists", "Customers")
    deck.press("Edit")
    field = hands.field(deck.deck, label)
    QGuiApplication.clipboard().setText("Harbour\x07Cafe")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    deck.press("Save")
    assert deck.says("contains a character that cannot be printed")
    assert _text(deck, label) == "Harbour\x07Cafe"


def test_esc_puts_the_field_back(shop: Shop) -> None:
    shop.has_customer("Ada")
    deck = shop.sales_client.open("Lists", "Customers")
    hands.fill(deck.deck, "Company", "Harbour Cafe")
    hands.key(Qt.Key.Key_Escape)
    assert _text(deck, "Company") == ""
    assert deck.has_button("Edit")


def test_an_untouched_card_follows_another_workstation(shop: Shop) -> None:
    shop.has_customer("Ada")
    deck = shop.sales_client.open("Lists", "Customers")
    _changed_elsewhere(shop, "Ada", phone="555-0199")
    assert _text(deck, "Phone") == "555-0199"
    assert not deck.has_button("Keep Mine")


@pytest.mark.both_databases
def test_keep_mine_overwrites_the_other_workstation(shop: Shop) -> None:
    shop.has_customer("Ada")
    deck = shop.sales_client.open("Lists", "Customers")
    hands.fill(deck.deck, "Phone", "555-0111")
    _changed_elsewhere(shop, "Ada", phone="555-0199")
    assert deck.says("Sam changed this card at Till 2 while you were editing it.")
    assert deck.says("Phone: yours “555-0111”, theirs “555-0199”.")
    assert _text(deck, "Phone") == "555-0111"
    deck.press("Keep Mine")
    assert not deck.has_button("Keep Mine")
    deck.press("Save")
    stored = shop.operations.read(customer_queries.details, shop.customers["Ada"])
    assert stored is not None
    assert stored.fields.phone == "555-0111"


@pytest.mark.both_databases
def test_take_theirs_gives_up_what_was_typed(shop: Shop) -> None:
    shop.has_customer("Ada")
    deck = shop.sales_client.open("Lists", "Customers")
    hands.fill(deck.deck, "Phone", "555-0111")
    _changed_elsewhere(shop, "Ada", phone="555-0199")
    deck.press("Use Theirs")
    assert _text(deck, "Phone") == "555-0199"
    assert not deck.is_enabled("Save")


@pytest.mark.both_databases
def test_fields_that_only_one_person_wrote_into_are_both_kept(shop: Shop) -> None:
    shop.has_customer("Ada", phone="555-0100")
    deck = shop.sales_client.open("Lists", "Customers")
    hands.fill(deck.deck, "Company", "Harbour Cafe")
    _changed_elsewhere(shop, "Ada", phone="555-0199")
    assert deck.says("Sam changed other fields of this card at Till 2. Keep Mine keeps both.")
    assert _text(deck, "Phone") == "555-0100"

    deck.press("Keep Mine")
    assert (_text(deck, "Phone"), _text(deck, "Company")) == ("555-0199", "Harbour Cafe")
    deck.press("Save")
    stored = shop.operations.read(customer_queries.details, shop.customers["Ada"])
    assert stored is not None
    assert (stored.fields.phone, stored.fields.company) == ("555-0199", "Harbour Cafe")


@pytest.mark.both_databases
def test_many_differences_are_counted_and_long_ones_shortened(shop: Shop) -> None:
    shop.has_customer("Ada", phone="555-0100")
    deck = shop.sales_client.open("Lists", "Customers")
    written = {"Company": "Mine", "Phone": "1111", "Second Phone": "2222", "Address": "3333", "Notes": "4444"}
    for label, text in written.items():
        hands.fill(deck.deck, label, text)
    long = "Harbour Cafe, the one behind the old lighthouse\nRing twice"

    _changed_elsewhere(shop, "Ada", phone="", phone2="8", address=long, notes="6")

    assert deck.says("Phone: yours “1111”, theirs nothing. Second Phone: yours “2222”, theirs “8”.")
    assert deck.says("Address: yours “3333”, theirs “Harbour Cafe, the one behind the old lig…”. More fields: 1.")
    assert not deck.says("Company: yours")


@pytest.mark.both_databases
def test_keeping_mine_and_undoing_leads_to_theirs(shop: Shop) -> None:
    shop.has_customer("Ada")
    deck = shop.sales_client.open("Lists", "Customers")
    hands.fill(deck.deck, "Phone", "555-0111")
    _changed_elsewhere(shop, "Ada", phone="555-0199")
    deck.press("Keep Mine")

    hands.field(deck.deck, "Phone").setFocus()
    hands.key(Qt.Key.Key_Escape)

    assert _text(deck, "Phone") == "555-0199"
    assert deck.has_button("Edit")


@pytest.mark.both_databases
def test_a_customer_is_put_on_file_at_the_till(shop: Shop) -> None:
    client = shop.sales_client
    client.press("Invoice")
    screen = client.client.tabs.currentWidget()
    assert isinstance(screen, WorkingInvoice)
    hands.press(screen, "New Customer")
    dialog = hands.dialog("New Customer")
    hands.press(dialog, "Add")
    assert any("The name must be filled in." in words for words in hands.words_on(dialog))
    hands.fill(dialog, "Name", "Kim")
    hands.press(dialog, "Add")
    client.to_front()
    assert hands.button(screen, "Kim").isVisible()
    assert client.open("Lists", "Customers").title == "Kim"
