"""Guide: "Purchase orders", after they are posted, through the real windows by the words on them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from posim_desktop.services.backorders import backorders
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from workflows.drivers.ordering import (
    allocated,
    assert_sound,
    changes_card,
    has_vendor,
    orders,
    owes,
    posts,
)
from workflows.drivers.purchase_orders import (
    PROCESSED,
    OrdersDriver,
    acme,
    front,
    opens,
    words_of,
)
from workflows.drivers.shop import Shop

ALLOCATION = "Purchase Order Backorder Allocation"


@pytest.fixture
def vendor(shop: Shop) -> Iterator[int]:
    """Acme sells kettles in packs of six and lamps one by one."""
    yield acme(shop)
    assert_sound(shop)


def posted(shop: Shop, vendor_id: int, *lines: tuple[str, str]) -> OrdersDriver:
    posts(shop, orders(shop, vendor_id, *lines))
    return opens(shop, PROCESSED)


def test_allocations_of_a_processed_order_are_changed(shop: Shop, vendor: int) -> None:
    lee = owes(shop, "LAMP", "4", "Lee")
    deck = posted(shop, vendor, ("LAMP", "5"))
    assert deck.says("Allocated to Customers: none; these goods are for the shelf")
    deck.press("Allocations")
    dialog = hands.dialog(ALLOCATION)
    hands.write_cell(hands.table(dialog, "Backorders"), 1, "Allocation", "2")
    hands.press(dialog, "OK")
    assert allocated(shop) == {lee: "2"}
    assert deck.allocated("Customer", "Qty") == [("Lee", "2")]


def test_close_short_names_whom_it_hurts_and_links_there(shop: Shop, vendor: int) -> None:
    owes(shop, "LAMP", "4", "Lee")
    order_id = orders(shop, vendor, ("KETTLE", "6"))
    add = partial(purchase_orders.add_backorders, purchase_order_id=order_id)
    shop.operations.do(add)
    opens(shop).press("Post")
    hands.press(hands.dialog(ALLOCATION), "OK")
    deck = front(shop.inventory_client.client)
    deck.choose_line(1).press("Close Short")
    dialog = hands.dialog("Close Short")
    assert "4 of 4 × LAMP Lamp still open." in words_of(dialog)
    assert "4 allocated to Lee (backorder 1)" in words_of(dialog)
    hands.press(dialog, "Cancel")
    assert deck.lines("Open") == [("6",), ("4",)]

    deck.press("Close Short")
    hands.press(hands.dialog("Close Short"), "Close Short")
    hands.press(hands.dialog("Backorders That Lost Goods"), "Backorder 1: Lee lost 4 × LAMP")
    assert front(deck.client).title == "Backorder 1"
    deck = opens(shop, PROCESSED)
    assert deck.lines("Closed Short", "Open") == [("", "6"), ("4", "0")]
    assert deck.tip("Close Short") == "Everything on this line has already come or was closed short."
    assert allocated(shop) == {}

    deck.choose_line(0).press("Close Short")
    hands.press(hands.dialog("Close Short"), "Close Short")
    assert deck.says("Closed")
    assert deck.tip("Receive") == "Nothing on this order is still open."


def test_a_sent_order_changes_and_the_vendor_is_told(shop: Shop, vendor: int) -> None:
    owes(shop, "LAMP", "4", "Lee")
    order_id = orders(shop, vendor, ("KETTLE", "6"))
    shop.operations.do(partial(purchase_orders.add_backorders, purchase_order_id=order_id))
    opens(shop).press("Post")
    hands.press(hands.dialog(ALLOCATION), "OK")
    deck = front(shop.inventory_client.client)
    deck.press("Change")
    dialog = hands.dialog("Change Purchase Order 1")
    table = hands.table(dialog, "Lines")
    hands.write_cell(table, 1, "Ordered Now", "-1")
    assert hands.rows(table, "Was", "Ordered Now")[1] == ("4", "-1")
    hands.write_cell(table, 1, "Ordered Now", "3")
    assert "Lee (backorder 1) loses 1 × LAMP" in words_of(dialog)
    hands.fill(dialog, "Item", "2*KETTLE")
    hands.key(Qt.Key.Key_Return)
    hands.wait_for(lambda: hands.rows(table, "Ordered Now")[0] == ("8",), "the kettles")
    hands.press(dialog, "OK")
    hands.fill(dialog, "Reason", "Sold out at Acme")
    hands.press(dialog, "OK")
    hands.press(hands.dialog("Backorders That Lost Goods"), "OK")
    assert deck.lines("Ordered", "Open") == [("8 (was 6)", "8"), ("3 (was 4)", "3")]
    changes = hands.table(deck.deck, "Changes")
    assert sorted(hands.rows(changes, "Change", "Item ID", "What", "Reason")) == [
        ("1", "KETTLE", "2 more", "Sold out at Acme"),
        ("1", "LAMP", "1 less", "Sold out at Acme"),
    ]
    deck.press("Print Change")
    hands.dialog("Print Preview – Change 1 to Purchase Order 1").reject()


def test_a_part_of_a_line_is_closed_short(shop: Shop, vendor: int) -> None:
    owes(shop, "LAMP", "3", "Lee")
    order_id = orders(shop, vendor, ("KETTLE", "6"))
    shop.operations.do(partial(purchase_orders.add_backorders, purchase_order_id=order_id))
    opens(shop).press("Post")
    hands.press(hands.dialog(ALLOCATION), "OK")
    deck = front(shop.inventory_client.client)
    deck.choose_line(1).press("Close Short")
    dialog = hands.dialog("Close Short")
    hands.fill(dialog, "Qty", "5")
    hands.press(dialog, "Close Short")
    assert "Only 3 of this line is still open." in words_of(dialog)
    hands.fill(dialog, "Qty", "1")
    assert "1 allocated to Lee (backorder 1)" in words_of(dialog)
    hands.press(dialog, "Close Short")
    hands.press(hands.dialog("Backorders That Lost Goods"), "Backorder 1: Lee lost 1 × LAMP")
    deck = opens(shop, PROCESSED)
    assert deck.lines("Closed Short", "Open") == [("", "6"), ("1", "2")]


def test_what_a_customer_canceled_is_nobodys_until_it_is_decided(shop: Shop, vendor: int) -> None:
    lee = owes(shop, "LAMP", "4", "Lee")
    shop.operations.do(partial(purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor))
    opens(shop).press("Post")
    hands.press(hands.dialog(ALLOCATION), "OK")
    owes(shop, "LAMP", "1", "Kim")
    assert shop.operations.logged_in is not None
    who = shop.operations.logged_in.employee_id
    cancel = partial(backorders.cancel, backorder_id=lee, quantity=Decimal(4), employee_id=who, reason="Found one")
    shop.operations.do(cancel)
    deck = opens(shop, PROCESSED)
    assert deck.lines("Open", "Nobody's") == [("4", "4")]
    for choice, quantity, left in (
        ("They are for the next customers", "2", "3"),
        ("Ask the vendor to drop them", "2", "3 (2 asked)"),
        ("They are for the shelf", "1", "2 (2 asked)"),
    ):
        deck.choose_line(0).press("Nobody's")
        dialog = hands.dialog("Nobody's Goods")
        hands.fill(dialog, "What Becomes of Them", choice)
        hands.fill(dialog, "Qty", quantity)
        hands.press(dialog, "OK")
        assert deck.lines("Nobody's") == [(left,)], choice
    assert deck.allocated("Customer", "Qty") == [("Kim", "1")]
    deck.press("Nobody's")
    dialog = hands.dialog("Nobody's Goods")
    hands.fill(dialog, "Qty", "2")
    hands.press(dialog, "OK")
    assert deck.lines("Ordered", "Open") == [("2 (was 4)", "2")]
    assert deck.tip("Nobody's") == "Nothing on this line is nobody's."
    assert hands.rows(hands.table(deck.deck, "Changes"), "Change", "What") == [("1", "2 less")]


def test_the_day_says_who_would_wait_longer_before_it_is_saved(shop: Shop, vendor: int) -> None:
    owes(shop, "LAMP", "4", "Lee")
    adds = partial(purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor)
    order_id = shop.operations.do(adds).record_id
    day = date(2026, 12, 1)
    shop.operations.do(partial(purchase_orders.set_header, purchase_order_id=order_id, expected_on=day, note=""))
    opens(shop).press("Post")
    hands.press(hands.dialog(ALLOCATION), "OK")
    deck = front(shop.inventory_client.client)
    hands.table(deck.deck, "Lines").setFocus()
    hands.key(Qt.Key.Key_F2)
    hands.field(deck.deck, "Expected").selectAll()  # type: ignore[attr-defined]
    hands.keys("12/24/2026")
    assert deck.says("Lee (backorder 1): 12/1/2026, would be 12/24/2026")
    hands.key(Qt.Key.Key_Tab)
    hands.settle()
    changes = hands.table(deck.deck, "Changes")
    assert hands.rows(changes, "Change", "What") == [("", "expected 12/24/2026, was 12/1/2026")]
    assert not deck.says("would be 12/24/2026")


def test_day_and_note_of_a_processed_order_change_until_it_is_closed(shop: Shop, vendor: int) -> None:
    deck = posted(shop, vendor, ("LAMP", "5"))
    deck.fill("Expected", "soon")
    hands.wait_for(lambda: deck.says("“soon” is not a date."), "the refusal")
    assert deck.has("Expected") == "soon"
    deck.fill("Expected", "12/24/2026").fill("Note", "Before Christmas")
    hands.settle()
    deck.view()
    assert deck.listed("Number", "Status", "Vendor", "Expected", "Open") == [
        ("1", "Processed", "Acme Trading", "12/24/2026", "5")
    ]
    deck.view().choose_line(0).press("Close Short")
    hands.press(hands.dialog("Close Short"), "Close Short")
    assert deck.has("Note") == "Before Christmas"
    assert hands.field(deck.deck, "Expected").property("readOnly")


def test_day_and_note_are_read_until_editing_begins(shop: Shop, vendor: int) -> None:
    deck = posted(shop, vendor, ("LAMP", "5"))
    assert hands.field(deck.deck, "Expected").property("readOnly")

    hands.table(deck.deck, "Lines").setFocus()
    hands.key(Qt.Key.Key_F2)
    assert hands.field(deck.deck, "Expected").hasFocus()
    hands.keys("12/24/2026")
    hands.key(Qt.Key.Key_Tab)
    assert hands.field(deck.deck, "Note").hasFocus()
    hands.keys("Before Christmas")
    hands.key(Qt.Key.Key_Escape)
    assert (deck.has("Expected"), deck.has("Note")) == ("12/24/2026", "")
    assert hands.field(deck.deck, "Note").property("readOnly")


def test_receive_begins_one_receiving_log_and_goes_there_again(shop: Shop, vendor: int) -> None:
    deck = posted(shop, vendor, ("LAMP", "5"))
    assert deck.says("Nothing has been received yet.")
    deck.press("Receive")
    client = shop.inventory_client.client
    assert client.tabs.front() == "Receiving Logs"
    log_id = client.tabs.screen_at(Place.RECEIVING_LOGS).current_id  # type: ignore[union-attr]
    deck = opens(shop, PROCESSED)
    deck.press("Receive")
    assert client.tabs.screen_at(Place.RECEIVING_LOGS).current_id == log_id  # type: ignore[union-attr]
    deck = opens(shop, PROCESSED)
    assert [button.text() for button in _links(deck)] == ["Being received, 11/2/2026"]
    _links(deck)[0].click()
    assert client.tabs.front() == "Receiving Logs"


def _links(deck: OrdersDriver) -> list[QAbstractButton]:
    found = deck.deck.findChildren(QAbstractButton)
    return [button for button in found if button.isVisible() and button.text().startswith("Being received")]


def test_orders_are_found_by_number_vendor_item_and_vendor_item_number(shop: Shop, vendor: int) -> None:
    changes_card(shop.operations, shop.items["LAMP"], vendor_item_number="L-77")
    bright = has_vendor(shop, "Bright Co")
    posts(shop, orders(shop, vendor, ("LAMP", "5")))
    posts(shop, orders(shop, bright, ("KETTLE", "6")))
    deck = opens(shop, PROCESSED)
    for typed, number in (("bright", 2), ("kettle", 2), ("L-77", 1), ("acme lamp", 1), ("2", 2)):
        deck.find(typed)
        assert deck.title == f"Purchase Order {number}", typed
    hands.wait_for(lambda: deck.has_button("Back to All"), "the found set")
    deck.press("Back to All")
    deck.press("First").press("Next")
    assert deck.title == "Purchase Order 2"


def test_an_order_links_to_its_vendor_and_items(shop: Shop, vendor: int) -> None:
    deck = posted(shop, vendor, ("LAMP", "5"))
    deck.press("Acme Trading")
    assert front(deck.client).title == "Acme Trading"
    deck = opens(shop, PROCESSED)
    deck.choose_line(0)
    hands.key(Qt.Key.Key_Return)
    assert front(deck.client).title.startswith("LAMP")
    hands.press(deck.client, "Back")
    assert front(deck.client).title == "Purchase Order 1"
