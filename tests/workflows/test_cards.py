"""Guide: "Items", "Customers", "Vendors", "Employees": add, edit, archive and delete cards through the windows."""

from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollArea, QWidget

from posim_desktop.domain.people.permissions import Role
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.services.cards import customers
from posim_desktop.services.sales import invoices
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.tour import hands
from posim_desktop.ui.cards.item import ItemCard
from posim_desktop.ui.widgets.filed_card import FiledCard
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import Shop
from workflows.drivers.till import till_of

CARDS = {
    "Items": ({"Description": "Kettle", "Item ID": "KETTLE"}, "Description", "KETTLE  Kettle", "KETTLE  Red kettle"),
    "Customers": ({"Name": "Lee", "Phone": "555-0142"}, "Name", "Lee", "Red kettle"),
    "Vendors": ({"Name": "Acme", "Account Number": "A-1"}, "Name", "Acme", "Red kettle"),
    "Departments": ({"Department ID": "KIT", "Name": "Kitchen"}, "Name", "Kitchen", "Red kettle"),
    "Tax Codes": ({"Tax Code": "STD", "Name": "Standard", "Rate % of Tax 1": "8.25"}, "Name", "Standard", "Red kettle"),
    "Tenders": ({"Name": "Voucher", "Kind": "Other"}, "Name", "Voucher", "Red kettle"),
    "Employees": ({"Name": "Ann", "Login Name": "ANN", "Role": "Clerk"}, "Name", "Ann", "Red kettle"),
}
SETUP = {"Vendors", "Departments", "Tax Codes", "Tenders", "Employees"}


def _open(shop: Shop, name: str) -> DeckDriver:
    client = shop.sales_client if name in {"Customers", "Employees"} else shop.inventory_client
    return client.open("Setup" if name in SETUP else "Lists", name)


def _fill(deck: DeckDriver, values: dict[str, str]) -> None:
    for label, text in values.items():
        hands.fill(deck.deck, label, text)


def _has_keyboard(field: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (field is focused or field.isAncestorOf(focused))


def _height_of_the_keyboard(deck: DeckDriver, fields: list[QWidget]) -> int:
    """Measure on the card, which scrolls along with the keyboard."""
    scrolled = deck.deck.card.findChild(QScrollArea)
    assert scrolled is not None
    inside = scrolled.widget()
    assert inside is not None
    return next(field.mapTo(inside, QPoint()).y() for field in fields if _has_keyboard(field))


def _delete(deck: DeckDriver) -> None:
    deck.press("Delete")
    hands.press(hands.dialog("Delete"), "Delete")
    deck.client.activateWindow()
    hands.settle()


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_added_edited_archived_and_brought_back(shop: Shop, name: str) -> None:
    values, named, title, renamed = CARDS[name]
    deck = _open(shop, name)

    deck.press("Add")
    _fill(deck, values)
    deck.press("Save")
    assert deck.title == title
    assert deck.has_button("Edit")

    hands.fill(deck.deck, named, "Red kettle")
    assert not deck.is_enabled("Archive")
    deck.press("Save")
    assert deck.title == renamed

    deck.press("Archive")
    assert deck.says("Archived")
    deck.press("Bring Back")
    assert not deck.says("Archived")
    assert deck.is_enabled("Archive")


@pytest.mark.parametrize("name", CARDS)
def test_a_new_card_is_typed_from_its_first_field_down(shop: Shop, name: str) -> None:
    deck = _open(shop, name)

    deck.press("Add")
    card = deck.deck.card
    assert isinstance(card, FiledCard)
    inputs = [field for field in card.form.inputs.values() if field.isVisible()]
    fields = [field for field in inputs if not any(field.isAncestorOf(other) for other in inputs if other is not field)]
    hands.settle()  # rows that came or went move the fields
    heights = [_height_of_the_keyboard(deck, fields)]
    while len(heights) < len(fields):
        hands.key(Qt.Key.Key_Tab)  # also past the button beside a field
        if any(_has_keyboard(field) for field in fields):
            heights.append(_height_of_the_keyboard(deck, fields))

    assert heights == sorted(heights)


@pytest.mark.parametrize("name", CARDS)
def test_a_card_that_was_never_used_is_deleted(shop: Shop, name: str) -> None:
    values, _, title, _ = CARDS[name]
    deck = _open(shop, name)
    deck.press("Add")
    _fill(deck, values)
    deck.press("Save")

    _delete(deck)

    assert deck.title != title


def test_a_used_card_is_archived_instead_of_deleted(shop: Shop) -> None:
    shop.has_item("KETTLE", on_hand="2")
    deck = shop.inventory_client.open("Lists", "Items")

    _delete(deck)

    assert deck.says("This card is in use. It was archived instead.")
    assert deck.has_button("Bring Back")


def test_a_service_is_made_on_its_card_and_sold_without_a_stock(shop: Shop) -> None:
    deck = shop.inventory_client.open("Lists", "Items")
    deck.press("Add")
    _fill(deck, {"Description": "Gift wrap", "Item ID": "WRAP", "Price": "3"})
    card = deck.deck.card
    assert isinstance(card, ItemCard)
    QTest.mouseClick(card.stocked_box, Qt.MouseButton.LeftButton, pos=QPoint(8, card.stocked_box.height() // 2))
    deck.press("Save")
    assert deck.title == "WRAP  Gift wrap"
    assert card.stocked_box.text() == "Not stocked"
    assert not deck.has_button("Adjust Stock")
    assert not hands.is_there(deck.deck, "Max Stock")

    shop.sales_client.press("Invoice")
    till = till_of(shop.sales_client.client)
    till.enter("2*wrap")
    assert till.lines("Item ID", "Qty", "Extended") == [("WRAP", "2", "6.00")]
    assert "WRAP: not stocked" in till.words()
    till.write(0, "Trans Code", "B")
    assert any("cannot be back-ordered" in words for words in till.words())


def test_archiving_what_is_not_over_says_first_what_there_still_is(shop: Shop) -> None:
    shop.has_item("KETTLE", on_hand="2")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee")
    line = NewLine(shop.items["KETTLE"], Decimal(1))
    shop.operations.do(partial(invoices.add_items, invoice_id=None, lines=(line,)))
    deck = shop.inventory_client.open("Lists", "Items")

    deck.press("Archive")
    asking = hands.dialog("Archive")
    said = "\n".join(hands.words_on(asking))
    assert "On Hand: 2\nBackordered: 3\nWorking invoices: 1" in said
    hands.press(asking, "Cancel")
    assert not deck.says("Archived")
    deck.client.activateWindow()
    deck.press("Archive")
    hands.press(hands.dialog("Archive"), "Archive Anyway")
    assert deck.says("Archived")

    customers_deck = shop.sales_client.open("Lists", "Customers")
    customers_deck.press("Delete")
    said = "\n".join(hands.words_on(hands.dialog("Delete")))
    assert "Backorders still to come: 1" in said
    hands.press(hands.dialog("Delete"), "Cancel")


def test_leaving_an_edited_card_saves_it(shop: Shop) -> None:
    shop.has_customer("Ada")
    shop.has_customer("Lee")
    deck = shop.sales_client.open("Lists", "Customers")

    hands.fill(deck.deck, "Company", "Harbour Cafe")
    deck.press("Next").press("Previous")

    assert (deck.title, hands.field(deck.deck, "Company").property("text")) == ("Ada", "Harbour Cafe")


def test_a_refusal_is_shown_at_its_field_and_keeps_what_was_typed(shop: Shop) -> None:
    shop.has_customer("Ada")
    shop.has_customer("Lee")
    deck = shop.sales_client.open("Lists", "Customers")

    hands.fill(deck.deck, "Notes", "4111 1111 1111 1111")
    deck.press("Next")

    assert deck.title == "Ada"
    assert deck.says("Card numbers are never stored.")
    notes = hands.field(deck.deck, "Notes")
    assert notes.property("plainText") == "4111 1111 1111 1111"
    assert notes.hasFocus()
    deck.press("Undo")
    assert not deck.says("Card numbers are never stored.")
    deck.press("Next")
    assert deck.title == "Lee"


@pytest.mark.parametrize(
    ("label", "text", "words"),
    [
        ("Price", "-1", "cannot be below zero"),
        ("Price", "1000000000", "at most 99,999,999.99"),
        ("Max Stock", "1000000000", "at most 999,999.999"),
        ("Min Stock", "7", "more than Max Stock"),
        ("Pack Of", "0", "more than 0"),
        ("Item ID", "A*B", "cannot contain a *"),
        ("Preferred Vendor", "Nobody", "There is no vendor “Nobody”."),
    ],
)
def test_what_an_item_card_refuses(shop: Shop, label: str, text: str, words: str) -> None:
    shop.has_item("KETTLE")
    deck = shop.inventory_client.open("Lists", "Items")

    hands.fill(deck.deck, label, text)
    deck.press("Save")

    assert deck.says(words)
    assert deck.is_enabled("Save")


def test_a_barcode_that_is_taken_names_the_other_item(shop: Shop) -> None:
    shop.has_item("MUG")
    deck = shop.inventory_client.open("Lists", "Items")
    hands.fill(deck.deck, "Barcodes", "4006381333931")
    deck.press("Save").press("Add")

    _fill(deck, {"Description": "Kettle", "Barcodes": "4006381333931"})
    deck.press("Save")

    assert deck.says("Mug (MUG) already has the barcode 4006381333931.")


def test_a_new_item_starts_with_its_stock_and_the_shops_tax_code(shop: Shop) -> None:
    deck = shop.inventory_client.open("Lists", "Items")
    deck.press("Add")
    _fill(deck, {"Description": "Ribbon", "Price": "1.20", "On Hand Now": "12.5"})
    deck.press("Save")

    added = shop.operations.read(item_queries.details, deck.deck.current_id or 0)

    assert added is not None
    assert (added.fields.code, added.fields.price, added.stock.on_hand) == ("I00001", Decimal("1.20"), Decimal("12.5"))
    assert added.fields.tax_code_id is not None


def test_vendor_and_department_are_chosen_by_name_and_opened_from_the_item(shop: Shop) -> None:
    client = shop.inventory_client
    for name in ("Vendors", "Departments"):
        deck = client.open("Setup", name).press("Add")
        _fill(deck, CARDS[name][0])
        deck.press("Save")
    shop.has_item("KETTLE")
    items = client.open("Lists", "Items")

    _fill(items, {"Preferred Vendor": "Acme", "Department": "kit"})
    items.press("Save").press("Open Vendor")

    assert client.client.tabs.front() == "Vendors"
    assert client.deck("Vendors").says("1 with this vendor as Preferred Vendor")


def test_stock_is_adjusted_after_a_count(shop: Shop) -> None:
    shop.has_item("KETTLE", on_hand="5")
    deck = shop.inventory_client.open("Lists", "Items")

    deck.press("Adjust Stock")
    dialog = hands.dialog("Adjust Stock")
    hands.fill(dialog, "Counted", "3")
    hands.press(dialog, "OK")
    assert "The reason must be filled in." in hands.words_on(dialog)
    hands.fill(dialog, "Reason", "broken")
    hands.press(dialog, "OK")

    adjusted = shop.operations.read(item_queries.details, shop.items["KETTLE"])
    assert adjusted is not None
    assert adjusted.stock.on_hand == Decimal(3)
    assert deck.words_under("On Hand") == "3"


@pytest.mark.both_databases
def test_a_sale_elsewhere_shows_on_the_open_item_card(shop: Shop) -> None:
    shop.has_item("KETTLE", on_hand="5")
    deck = shop.inventory_client.open("Lists", "Items")

    shop.sold("KETTLE", quantity="2")
    assert (deck.words_under("On Hand"), deck.words_under("Backordered")) == ("3", "0")
    shop.sold("KETTLE", quantity="4", trans_code="B", to="Lee")
    assert (deck.words_under("On Hand"), deck.words_under("Backordered")) == ("3", "4")


def test_the_backorders_button_of_a_customer_leads_to_that_customers_backorders(shop: Shop) -> None:
    shop.has_item("KETTLE")
    for name in ("Lee", "Kim", "Lee"):
        shop.sold("KETTLE", quantity="1", trans_code="B", to=name)
    client = shop.sales_client
    deck = client.open("Lists", "Customers").find("Lee")

    assert deck.has_button("Backorders (2)")
    assert deck.words_under("Still to Come") == "2"
    deck.press("Backorders (2)")

    assert client.client.tabs.front() == "Backorders"
    assert [number for (number,) in client.deck("Backorders").listed("Number")] == ["1", "3"]


def test_a_cashier_reads_items_and_writes_customers(shop: Shop) -> None:
    shop.has_item("KETTLE")
    shop.has_customer("Lee")
    shop.has_employee("Cas", Role.CASHIER)
    shop.is_worked_by("Cas")

    items = shop.sales_client.open("Lists", "Items")
    assert items.says("may not edit item cards")
    assert hands.field(items.deck, "Description").property("readOnly")
    assert not items.is_enabled("Edit")
    assert not items.is_enabled("Archive")
    assert not items.is_enabled("Adjust Stock")

    deck = shop.sales_client.open("Lists", "Customers")
    hands.fill(deck.deck, "Phone", "555-0142")
    deck.press("Save")
    assert deck.has_button("Edit")


def test_the_last_owner_stays(shop: Shop) -> None:
    deck = shop.sales_client.open("Setup", "Employees")

    hands.fill(deck.deck, "Role", "Cashier")
    deck.press("Save")

    assert deck.says("This is the only Owner with a PIN. Make another employee an Owner and give them a PIN first.")


@pytest.mark.both_databases
def test_a_card_deleted_elsewhere_does_not_come_back_by_being_edited(shop: Shop) -> None:
    shop.has_customer("Ada")
    shop.has_customer("Lee")
    deck = shop.sales_client.open("Lists", "Customers")
    hands.fill(deck.deck, "Company", "Harbour Cafe")

    shop.operations.do(partial(customers.delete, customer_id=shop.customers["Ada"], version=1))

    message = next(box for box in deck.deck.findChildren(QMessageBox) if box.isVisible())
    assert message.text() == "This card was deleted while you were editing it."
    assert (deck.title, deck.position) == ("Lee", "1 of 1")
    deck.view()
    assert deck.listed("Name") == [("Lee",)]
