"""Guide: "Sell", "Pay and post", "Pick up", "Receive" — how few keys they take.

Counted are the keys beyond the scan and what is typed. A count may fall; one that rises makes every sale of every day
longer.
"""

import pytest
from PySide6.QtCore import Qt

from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.queries.sales import pickup
from workflows.drivers.keyboard import Keyboard
from workflows.drivers.receiving import BackDoor, LogDriver, back_door
from workflows.drivers.setting import Delivery, SettingDriver
from workflows.drivers.shop import Shop
from workflows.drivers.till import Till, till_of


@pytest.fixture
def till(shop: Shop) -> Till:
    shop.has_item("KETTLE", price="24.00", on_hand="5", description="Enamel kettle")
    shop.has_item("CLOCK", price="39.50", description="Wall clock")
    shop.has_customer("Lee Harper", phone="555-0134")
    shop.sales_client.to_front()
    return till_of(shop.sales_client.client)


@pytest.fixture
def set_aside(shop: Shop, till: Till) -> int:
    """A clock came for Lee Harper and waits on this invoice."""
    del till
    shop.sold("CLOCK", trans_code="B", to="Lee Harper")
    delivery = Delivery(shop)
    setting = SettingDriver(shop, delivery.of(("CLOCK", "1")))
    setting.press("OK")
    shop.sales_client.to_front()
    (waits,) = shop.operations.read(pickup.on_hold)
    return waits.invoice_id


@pytest.fixture
def door(shop: Shop) -> BackDoor:
    """Order 1, of five kettles, is processed."""
    shop.has_item("KETTLE", price="24.00")
    door = back_door(shop)
    door.orders(("KETTLE", "5"))
    shop.inventory_client.to_front()
    return door


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


def test_one_for_exact_cash_is_sold_with_two_keys(till: Till, keyboard: Keyboard) -> None:
    keyboard.scan("KETTLE")
    keyboard.press(Qt.Key.Key_F11)
    keyboard.press(Qt.Key.Key_Return)
    assert till.has_button("Invoice 1")
    assert keyboard.strokes == 2


def test_one_is_back_ordered_with_five_keys(till: Till, keyboard: Keyboard) -> None:
    keyboard.scan("KETTLE")
    keyboard.press(Qt.Key.Key_F7)
    keyboard.press(Qt.Key.Key_B)
    keyboard.type("lee")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_F11)
    keyboard.press(Qt.Key.Key_Return)
    assert till.has_button("Backorder 1: 1 × KETTLE")
    assert keyboard.strokes == 5


def test_one_that_is_not_there_is_back_ordered_with_four_keys(till: Till, keyboard: Keyboard) -> None:
    keyboard.scan("CLOCK")
    keyboard.press(Qt.Key.Key_Return)  # Back Order, in the warning
    keyboard.type("lee")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_F11)
    keyboard.press(Qt.Key.Key_Enter)
    assert till.has_button("Backorder 1: 1 × CLOCK")
    assert keyboard.strokes == 4


@pytest.mark.parametrize(
    ("key", "typed", "cells"),
    [
        (Qt.Key.Key_F5, "3", ("3", "24.00", "", "72.00")),
        (Qt.Key.Key_F6, "20", ("1", "20.00", "", "20.00")),
        (Qt.Key.Key_F8, "10%", ("1", "24.00", "10%", "21.60")),
    ],
)
def test_a_cell_of_the_line_just_scanned_is_changed_with_two_keys(
    till: Till, keyboard: Keyboard, key: Qt.Key, typed: str, cells: tuple[str, ...]
) -> None:
    keyboard.scan("KETTLE")
    keyboard.press(key)
    keyboard.type(typed)
    keyboard.press(Qt.Key.Key_Return)
    assert till.lines("Qty", "Price", "Discount", "Extended") == [cells]
    assert keyboard.strokes == 2


def test_a_key_takes_what_is_typed_in_a_cell_and_opens_the_next(till: Till, keyboard: Keyboard) -> None:
    keyboard.scan("KETTLE")
    keyboard.press(Qt.Key.Key_F5)
    keyboard.type("2")
    keyboard.press(Qt.Key.Key_F6)
    keyboard.type("30")
    keyboard.press(Qt.Key.Key_Enter)
    assert till.lines("Qty", "Price", "Extended") == [("2", "30.00", "60.00")]
    assert keyboard.strokes == 3


def test_the_cash_key_takes_the_amount_that_was_typed(till: Till, keyboard: Keyboard) -> None:
    keyboard.scan("KETTLE")
    keyboard.press(Qt.Key.Key_F12)
    keyboard.type("30")
    keyboard.press(Qt.Key.Key_F11)
    keyboard.press(Qt.Key.Key_Return)
    assert "$6.00" in till.words()


def test_the_cash_key_says_what_is_missing(till: Till, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F11)
    assert not till.has_button("Post")
    assert any("no lines" in words.lower() or "nothing" in words.lower() for words in till.words())


def test_goods_are_picked_up_by_their_slip_with_three_keys(till: Till, keyboard: Keyboard, set_aside: int) -> None:
    keyboard.scan(invoice_code(set_aside))
    keyboard.press(Qt.Key.Key_Return)  # Uncommit & Process
    keyboard.press(Qt.Key.Key_F11)
    keyboard.press(Qt.Key.Key_Return)
    assert till.has_button("Invoice 2")
    assert keyboard.strokes == 3


@pytest.mark.parametrize("typed", ["harp", "555 0134"])
@pytest.mark.usefixtures("set_aside")
def test_goods_are_picked_up_by_name_or_phone_with_five_keys(till: Till, keyboard: Keyboard, typed: str) -> None:
    keyboard.press(Qt.Key.Key_F4)
    keyboard.type(typed)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Return)  # Uncommit & Process
    keyboard.press(Qt.Key.Key_F11)
    keyboard.press(Qt.Key.Key_Return)
    assert till.has_button("Invoice 2")
    assert keyboard.strokes == 5


def test_a_whole_order_is_received_with_two_keys(shop: Shop, door: BackDoor, keyboard: Keyboard) -> None:
    shop.inventory_client.open("Transactions", "Processed Purchase Orders")
    keyboard.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Qt.Key.Key_F12)
    assert door.stock("KETTLE") == ("5", "0", "0")
    assert keyboard.strokes == 2


def test_a_whole_order_for_customers_is_received_with_three_keys(
    shop: Shop, door: BackDoor, keyboard: Keyboard
) -> None:
    shop.sold("KETTLE", quantity="2", trans_code="B", to="Lee Harper")
    shop.inventory_client.open("Transactions", "Processed Purchase Orders")
    keyboard.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Qt.Key.Key_F12)
    keyboard.press(Qt.Key.Key_F12)  # OK of Set Backorders to Customers
    assert door.stock("KETTLE") == ("5", "2", "0")
    assert keyboard.strokes == 3


def test_an_order_whose_number_is_typed_is_received_with_three_keys(
    shop: Shop, door: BackDoor, keyboard: Keyboard
) -> None:
    shop.inventory_client.press("Receiving")
    keyboard.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    keyboard.type("1")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_F12)
    assert door.stock("KETTLE") == ("5", "0", "0")
    assert keyboard.strokes == 3


def test_one_key_fills_in_again_what_was_ordered(shop: Shop, door: BackDoor, keyboard: Keyboard) -> None:
    log = LogDriver(shop).starts("1")
    log.press("Count from Zero")
    assert log.counts() == {"KETTLE": "0"}
    keyboard.press(Qt.Key.Key_F8)
    assert log.counts() == {"KETTLE": "5"}
    keyboard.press(Qt.Key.Key_F12)
    assert door.stock("KETTLE") == ("5", "0", "0")


def test_the_customer_key_leads_to_the_search_and_then_to_the_card(till: Till, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F3)
    keyboard.type("lee")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.scan("KETTLE")
    keyboard.press(Qt.Key.Key_F3)
    keyboard.press(Qt.Key.Key_Return)
    assert till.client.tabs.front() == "Customers"
    assert till.screen.sale.has_customer


def test_the_keys_lead_from_a_customer_to_another(till: Till, keyboard: Keyboard, shop: Shop) -> None:
    shop.has_customer("Kim Ode")
    keyboard.press(Qt.Key.Key_F3)
    keyboard.type("lee")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_F3)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Return)  # Remove Customer
    keyboard.press(Qt.Key.Key_F3)
    keyboard.type("kim")
    keyboard.press(Qt.Key.Key_Return)
    assert till.has_button("Kim Ode")
    assert not till.has_button("Lee Harper")
