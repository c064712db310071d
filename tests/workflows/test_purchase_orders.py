"""Guide: "Purchase orders", through the real windows by the words on them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.cards.vendors import details as vendor_details
from posim_desktop.queries.purchasing import orders as order_queries
from posim_desktop.services.cards import items as item_cards
from posim_desktop.services.cards import vendors
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.tour import hands
from workflows.drivers.ordering import (
    allocated,
    assert_sound,
    changes_card,
    has_vendor,
    orders,
    owes,
    purchase_orders_of,
    stocks,
)
from workflows.drivers.purchase_orders import (
    PROCESSED,
    WORKING,
    acme,
    begins,
    elsewhere,
    front,
    message,
    opens,
)
from workflows.drivers.shop import Shop

ACME = "Acme Trading (ACME)"
ALLOCATION = "Purchase Order Backorder Allocation"


@pytest.fixture
def vendor(shop: Shop) -> Iterator[int]:
    """Acme sells kettles in packs of six and lamps one by one."""
    yield acme(shop)
    assert_sound(shop)


# ---- writing ----


@pytest.mark.usefixtures("vendor")
def test_an_order_is_written_posted_and_shown_among_the_processed_ones(shop: Shop) -> None:
    deck = begins(shop, ACME)
    assert deck.title == "New Purchase Order"
    deck.fill("Expected", "12/4/2026").fill("Note", "By rail")
    deck.enter("12*kettle").enter("lamp").enter("lamp")
    assert deck.title == "Order to Acme Trading"
    assert deck.lines("Item ID", "Qty", "Pack", "Cost", "Extended") == [
        ("KETTLE", "12", "2 cs of 6", "10.00", "120.00"),
        ("LAMP", "2", "1", "10.00", "20.00"),
    ]
    deck.write(1, "Qty", "3").write(1, "Cost", "9.5").write(1, "Vendor Item No.", "L-77")
    assert deck.lines("Vendor Item No.", "Qty", "Cost", "Extended")[1] == ("L-77", "3", "9.50", "28.50")
    assert deck.total == "$148.50"

    deck.press("Post")

    assert deck.client.tabs.front() == PROCESSED
    processed = front(deck.client)
    assert processed.title == "Purchase Order 1"
    assert processed.says("Purchase Order 1 is posted.")
    assert processed.says("Processed")
    assert (processed.has("Expected"), processed.has("Note")) == ("12/4/2026", "By rail")
    assert processed.lines("Item ID", "Ordered", "Open") == [("KETTLE", "12", "12"), ("LAMP", "3", "3")]
    processed.press("Print")
    preview = hands.dialog("Print Preview – Purchase Order 1")
    hands.press(preview, "Close")
    assert opens(shop).says("There are no working purchase orders.")
    opens(shop, PROCESSED).press("Receive")
    assert not opens(shop, PROCESSED).says("Purchase Order 1 is posted.")


def test_an_order_needs_a_vendor_and_what_was_typed_stays(shop: Shop, vendor: int) -> None:
    del vendor
    deck = opens(shop)
    deck.press("Add").enter("3*kettle")
    assert deck.says("A purchase order needs a vendor.")
    assert deck.has_focus("Vendor")
    assert deck.has("Item") == "3*kettle"
    assert purchase_orders_of(shop) == []

    deck.fill("Vendor", "Nobody & Sons").enter("3*kettle")
    assert deck.says("There is no vendor “Nobody & Sons”. Choose one from the list.")
    assert purchase_orders_of(shop) == []
    deck.fill("Vendor", "acme").enter("3*kettle")
    assert purchase_orders_of(shop) == [("working", "KETTLE", "3")]


def test_a_blank_order_is_not_kept(shop: Shop, vendor: int) -> None:
    del vendor
    deck = begins(shop, ACME)
    deck.fill("Note", "By rail")
    assert deck.tip("Post") == "This purchase order has no lines."
    hands.menu(deck.client, "Lists", "Items")
    assert opens(shop).title == "New Purchase Order"
    deck.enter("lamp").write(0, "Vendor Item No.", "L-77").choose_line(0).press("Delete Line")
    assert deck.title == "New Purchase Order"
    assert deck.has("Vendor") == ACME
    assert purchase_orders_of(shop) == [("discarded", "LAMP", "1")]

    deck.press("Undo")
    assert deck.lines("Item ID", "Qty", "Vendor Item No.") == [("LAMP", "1", "L-77")]
    assert purchase_orders_of(shop)[1] == ("working", "LAMP", "1")


def test_a_second_order_to_a_vendor_is_not_begun_unawares(shop: Shop, vendor: int) -> None:
    orders(shop, vendor, ("LAMP", "4"))
    deck = begins(shop, ACME)
    assert deck.says("An order to Acme Trading was already started on")
    deck.press("Open It")
    assert deck.lines("Item ID", "Qty") == [("LAMP", "4")]


@pytest.mark.parametrize(
    ("heading", "typed", "said"),
    [
        ("Qty", "abc", "“abc” is not a number."),
        ("Qty", "1e9", "“1e9” is not a number."),
        ("Qty", "-1", "A quantity cannot be negative."),
        ("Qty", "0", "The quantity must be more than 0."),
        ("Qty", "0.0001", "A quantity can have at most 3 decimal places"),
        ("Qty", "1000000000", "A quantity can be at most"),
        ("Cost", "x", "“x” is not a number."),
        ("Cost", "-2", "A unit cost is between"),
        ("Cost", "1.23456", "4 decimal places"),
    ],
)
def test_a_refused_cell_keeps_what_was_typed(shop: Shop, vendor: int, heading: str, typed: str, said: str) -> None:
    orders(shop, vendor, ("LAMP", "4"))
    deck = opens(shop)
    deck.write(0, heading, typed)
    assert deck.says(said)
    assert deck.lines(heading) == [(typed,)]
    assert said in deck.tip("Post")
    assert not deck.is_enabled("Post")
    deck.press("View")
    assert not deck.deck.is_listing, "the card is not left while a cell waits to be put right"

    hands.key(Qt.Key.Key_Escape)
    assert deck.lines("Qty", "Cost") == [("4", "10.00")]
    assert deck.is_enabled("Post")
    assert purchase_orders_of(shop) == [("working", "LAMP", "4")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc*lamp", "“abc” is not a number."),
        ("0*lamp", "The quantity must be more than 0."),
        ("1e9*lamp", "“1e9” is not a number."),
        ("-3*lamp", "A quantity cannot be negative."),
        ("3*", "Enter or scan an item after the *."),
        ("teapot", "No item matches “teapot”."),
        ("+", "Item not found."),
    ],
)
def test_what_item_entry_refuses_is_said_there(shop: Shop, vendor: int, typed: str, said: str) -> None:
    del vendor
    deck = begins(shop, ACME)
    deck.enter(typed)
    assert deck.says(said)
    assert purchase_orders_of(shop) == []


def test_trouble_with_a_cell_keeps_what_was_typed(shop: Shop, vendor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    orders(shop, vendor, ("LAMP", "4"))
    deck = opens(shop)

    def fail(*_: object, **__: object) -> None:
        raise TroubleError("The connection was lost.")

    with monkeypatch.context() as lost:
        lost.setattr(shop.operations, "do", fail)
        deck.write(0, "Qty", "7")
        hands.press(message(), "OK")
    assert deck.lines("Qty") == [("7",)]
    assert deck.says("This has not been saved. Press Enter twice to try again.")
    shop.inventory_client.to_front()
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    assert purchase_orders_of(shop) == [("working", "LAMP", "7")]


def test_archived_cards_are_not_ordered(shop: Shop, vendor: int) -> None:
    orders(shop, vendor, ("LAMP", "4"))
    shop.operations.do(partial(item_cards.archive, item_id=shop.items["KETTLE"], version=1))
    deck = opens(shop)
    deck.enter("2*kettle")
    assert deck.says("Item KETTLE is archived. Bring it back before using it.")
    assert deck.has("Item") == "2*kettle"

    card = shop.operations.read(vendor_details, vendor)
    assert card is not None
    shop.operations.do(partial(vendors.archive, vendor_id=vendor, version=card.version))
    hands.fill(deck.deck, "Item", "")
    deck.press("Post")
    assert deck.says("Vendor ACME is archived. Bring it back before using it.")
    assert purchase_orders_of(shop) == [("working", "LAMP", "4")]


@pytest.mark.parametrize(("label", "typed", "said"), [
    ("Expected", "31/31/2026", "“31/31/2026” is not a date."),
    ("Expected", "soon", "“soon” is not a date."),
    ("Note", "4111 1111 1111 1111", "Card numbers are never stored."),
])  # fmt: skip
def test_what_the_head_refuses_is_said_there(shop: Shop, vendor: int, label: str, typed: str, said: str) -> None:
    orders(shop, vendor, ("LAMP", "4"))
    deck = opens(shop)
    deck.fill(label, typed)
    hands.wait_for(lambda: deck.says(said), said)
    assert deck.has(label) == typed
    assert deck.has_focus(label)
    deck.press("Post")
    assert purchase_orders_of(shop) == [("working", "LAMP", "4")]


def test_a_click_out_of_a_refused_input_of_the_head_keeps_the_keyboard(shop: Shop, vendor: int) -> None:
    orders(shop, vendor, ("LAMP", "4"))
    deck = opens(shop)
    hands.fill(deck.deck, "Expected", "soon")
    hands.field(deck.deck, "Expected").setFocus()

    QTest.mouseClick(hands.field(deck.deck, "Item"), Qt.MouseButton.LeftButton)
    hands.wait_for(lambda: deck.says("“soon” is not a date."), "the refusal")

    assert deck.has_focus("Item")
    hands.keys("kettle")
    hands.key(Qt.Key.Key_Return)
    assert deck.lines("Item ID") == [("LAMP",), ("KETTLE",)]
    assert deck.has("Expected") == "soon"
    hands.fill(deck.deck, "Expected", "")


def test_the_head_is_stored_when_its_input_is_left(shop: Shop, vendor: int) -> None:
    has_vendor(shop, "Bright Co")
    order_id = orders(shop, vendor, ("LAMP", "4"))
    deck = opens(shop)
    deck.fill("Expected", "1/2/27").fill("Note", "By rail")
    hands.settle()
    deck.fill("Vendor", "Bright Co (BRIGHT)")
    details = shop.operations.read(order_queries.details, order_id)
    assert details is not None
    assert (details.vendor, str(details.expected_on), details.note) == ("Bright Co", "2027-01-02", "By rail")
    assert deck.title == "Order to Bright Co"


def test_packs_are_pointed_out(shop: Shop, vendor: int) -> None:
    orders(shop, vendor, ("KETTLE", "7"))
    deck = opens(shop)
    deck.choose_line(0)
    assert deck.says("7 is not in whole packs of 6")
    deck.write(0, "Qty", "12").choose_line(0)
    assert not deck.says("whole packs")


def test_several_matches_are_chosen_from_by_the_page_keys_too(shop: Shop, vendor: int) -> None:
    stocks(shop, "LAMP2", vendor_id=vendor)
    orders(shop, vendor, ("KETTLE", "6"))
    has_vendor(shop, "Bright Co")
    deck = opens(shop)
    deck.enter("amp")
    hands.key(Qt.Key.Key_PageDown)
    hands.key(Qt.Key.Key_Return)
    assert deck.lines("Item ID") == [("KETTLE",), ("LAMP2",)]


def test_an_order_is_discarded_after_a_question(shop: Shop, vendor: int) -> None:
    orders(shop, vendor, ("LAMP", "4"))
    deck = opens(shop)
    deck.press("Discard")
    hands.press(hands.dialog("Discard Purchase Order"), "Keep")
    assert purchase_orders_of(shop) == [("working", "LAMP", "4")]
    deck.press("Discard")
    hands.press(hands.dialog("Discard Purchase Order"), "Discard")
    assert purchase_orders_of(shop) == [("discarded", "LAMP", "4")]
    assert deck.says("There are no working purchase orders.")


def test_the_keyboard_alone_writes_and_posts_an_order(shop: Shop, vendor: int) -> None:
    del vendor
    deck = opens(shop)
    hands.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hands.key(Qt.Key.Key_Return)
    assert deck.says("A purchase order needs a vendor.")
    assert deck.has_focus("Vendor")
    hands.key(Qt.Key.Key_Down)
    assert deck.has("Vendor") == ACME
    hands.key(Qt.Key.Key_Return)
    hands.keys("6*kettle")
    hands.key(Qt.Key.Key_Return)
    hands.keys("lamp")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Up)
    hands.key(Qt.Key.Key_Delete)
    hands.key(Qt.Key.Key_F12)
    hands.wait_for(lambda: front(deck.client).title == "Purchase Order 1", "the posted order")
    assert purchase_orders_of(shop) == [("processed", "LAMP", "1")]


# ---- customers who wait ----


def test_add_backorders_begins_an_order_and_post_asks_whom_it_is_for(shop: Shop, vendor: int) -> None:
    lee, kim = owes(shop, "KETTLE", "4", "Lee"), owes(shop, "KETTLE", "3", "Kim")
    deck = begins(shop, ACME)
    deck.press("Add Backorders")
    assert deck.lines("Item ID", "Qty", "For Customers") == [("KETTLE", "12", "7")]  # in whole packs of six
    assert deck.says("Everything customers are waiting for has been added.")
    deck.choose_line(0)
    assert deck.says("4 for Lee, 3 for Kim")
    deck.press("Add Backorders")
    assert deck.says("No customer is waiting for an item from this preferred vendor that is not on an order yet.")

    deck.press("Post")
    dialog = hands.dialog(ALLOCATION)
    hands.press(dialog, "Cancel")
    assert deck.client.tabs.front() == WORKING
    deck.press("Post")
    hands.press(hands.dialog(ALLOCATION), "OK")

    processed = front(deck.client)
    assert processed.title == "Purchase Order 1"
    assert processed.allocated("Backorder", "Customer", "Item ID", "Qty", "Outstanding") == [
        ("1", "Lee", "KETTLE", "4", "4"),
        ("2", "Kim", "KETTLE", "3", "3"),
    ]
    assert allocated(shop) == {lee: "4", kim: "3"}
    hands.table(processed.deck, "Allocated to Customers").setFocus()
    hands.table(processed.deck, "Allocated to Customers").selectRow(1)
    hands.key(Qt.Key.Key_Return)
    assert front(deck.client).title == "Backorder 2"
    assert vendor


def test_auto_order_begins_an_order_and_adds_to_one(shop: Shop, vendor: int) -> None:
    changes_card(shop.operations, shop.items["KETTLE"], max_stock=Decimal(10))
    lee = owes(shop, "KETTLE", "3", "Lee")
    deck = opens(shop)
    deck.press("Add").press("Auto Order")
    assert deck.says("A purchase order needs a vendor.")
    deck.fill("Vendor", ACME).fill("Note", "By rail").press("Auto Order")
    hands.press(hands.dialog("Auto Order"), "OK")
    assert deck.lines("Item ID", "Qty", "For Customers") == [("KETTLE", "18", "3")]
    assert deck.has("Note") == "By rail"
    assert allocated(shop) == {lee: "3"}

    changes_card(shop.operations, shop.items["LAMP"], max_stock=Decimal(2))
    deck.press("Auto Order")
    hands.press(hands.dialog("Auto Order"), "OK")
    assert deck.lines("Item ID", "Qty") == [("KETTLE", "18"), ("LAMP", "2")]
    assert vendor


def test_auto_backorder_po_opens_the_first_of_its_orders(shop: Shop, vendor: int) -> None:
    del vendor
    owes(shop, "LAMP", "3", "Lee")
    client = shop.inventory_client
    hands.menu(client.client, "Misc", "Auto Backorder PO")
    hands.press(hands.dialog("Auto Backorder PO"), "OK")
    hands.wait_for(lambda: client.client.tabs.front() == WORKING, "the first order")
    assert front(client.client).lines("Item ID", "Qty", "For Customers") == [("LAMP", "3", "3")]
    assert client.client.statusBar().currentMessage().startswith("Purchase orders written: 1.")


def test_nobody_waits_is_said_and_begins_nothing(shop: Shop, vendor: int) -> None:
    del vendor
    deck = begins(shop, ACME)
    deck.press("Add Backorders")
    assert deck.says("No customer is waiting for an item")
    assert purchase_orders_of(shop) == []


# ---- other workstations ----


@pytest.mark.both_databases
def test_an_order_changed_elsewhere_refreshes(shop: Shop, vendor: int) -> None:
    order_id = orders(shop, vendor, ("LAMP", "4"))
    deck = opens(shop)
    details = shop.operations.read(order_queries.details, order_id)
    assert details is not None
    change = partial(purchase_orders.change_line, line_id=details.lines[0].id)
    elsewhere(shop, partial(change, edit=OrderLineEdit(quantity=Decimal(9))))
    assert deck.lines("Qty") == [("9",)]

    deck.write(0, "Qty", "abc")
    elsewhere(shop, partial(change, edit=OrderLineEdit(quantity=Decimal(5), cost=Decimal(7))))
    assert deck.says("Sam changed this card at Till 2 while you were editing it.")
    assert deck.lines("Qty", "Cost") == [("abc", "10.00")]
    deck.press("Keep Mine")
    assert deck.lines("Qty", "Cost") == [("abc", "7.00")]
    deck.write(0, "Qty", "6")
    assert purchase_orders_of(shop) == [("working", "LAMP", "6")]


@pytest.mark.both_databases
def test_an_order_posted_elsewhere_leaves_the_deck_and_says_so(shop: Shop, vendor: int) -> None:
    order_id = orders(shop, vendor, ("LAMP", "4"))
    deck = opens(shop)
    deck.write(0, "Qty", "abc")
    elsewhere(shop, partial(order_posting.post, purchase_order_id=order_id))
    box = message()
    assert box.text() == "Sam posted this purchase order at Till 2; its number is 1."
    hands.press(box, "OK")
    assert deck.says("There are no working purchase orders.")


def test_an_order_changed_unseen_is_not_posted(shop: Shop, vendor: int) -> None:
    order_id = orders(shop, vendor, ("LAMP", "4"))
    deck = opens(shop)
    details = shop.operations.read(order_queries.details, order_id)
    assert details is not None
    shop.operations.bus.blockSignals(True)  # the news has not come in yet
    change = partial(purchase_orders.change_line, line_id=details.lines[0].id)
    elsewhere(shop, partial(change, edit=OrderLineEdit(quantity=Decimal(9))))
    shop.operations.bus.blockSignals(False)
    deck.press("Post")
    assert "changed while you had it open" in message().text()
    hands.press(message(), "OK")
    assert deck.lines("Qty") == [("9",)]
    assert purchase_orders_of(shop) == [("working", "LAMP", "9")]
