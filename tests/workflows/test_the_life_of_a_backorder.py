"""One backorder from the warning at the till to the last pick-up, in both clients, with every figure on the way."""

from collections.abc import Iterator
from functools import partial

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt

from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.orm import Invoice
from posim_desktop.services.cards import customers
from workflows.drivers.life import ALT, CTRL, FIGURES, Life
from workflows.drivers.ordering import has_vendor, owes, stocks
from workflows.drivers.shop import Shop

_STRIP = (
    "Ordered {0} = Outstanding {1} ({2} on order) + Received {3} ({4} waiting for pick-up, {5} filled) + Canceled {6}"
)


@pytest.fixture
def life(shop: Shop) -> Iterator[Life]:
    """Acme brings kettles, of which the shop wants to have four; Lee is on file, and cups are on the shelf."""
    acme = has_vendor(shop, "Acme Supply")
    stocks(shop, "KETTLE", vendor_id=acme, max_stock="4")
    shop.has_item("CUP", on_hand="5", price="3.00")
    lee = CustomerFields(name="Lee Harper", phone="555 0134")
    shop.customers["Lee Harper"] = shop.operations.do(partial(customers.add, fields=lee)).record_id
    shop.has_employee("Ana")
    life = Life(shop, "KETTLE", "Lee Harper")
    yield life
    life.agrees()


def _stands(life: Life, strip: tuple[int, ...], stock: tuple[int, ...], status: str) -> None:
    """Read the strip in both clients, the status, and the Item card; the records must agree."""
    assert life.strip() == life.strip(sales=True) == _STRIP.format(*strip)
    assert life.backorder().card.status == status
    assert life.stock() == dict(zip(FIGURES, map(str, stock), strict=True))
    life.agrees()


def _set_aside(shop: Shop) -> int:
    with shop.opened.engine.connect() as connection:
        return connection.execute(sa.select(Invoice.id).where(Invoice.committed)).scalar_one()


def test_a_backorder_is_followed_from_the_warning_to_the_last_pick_up(life: Life) -> None:
    _is_back_ordered(life)
    _is_ordered(life)
    _is_canceled_in_part(life)
    _is_received_in_part(life)
    _is_picked_up(life)
    _is_filled_by_hand(life)
    _is_closed(life)


def test_the_keyboard_alone_orders_receives_and_hands_over(life: Life) -> None:
    owes(life.shop, "KETTLE", "6", "Lee Harper")
    life.shop.inventory_client.press("Purchase Orders")
    life.types(CTRL, "N").presses(Qt.Key.Key_Down)  # Add, and the vendor
    life.types(ALT, "O").is_asked("Auto Order").enters().enters()  # on to OK, and OK
    life.types(ALT, "P").is_asked("Purchase Order Backorder Allocation").types_words("5").enters()
    _stands(life, (6, 6, 5, 0, 0, 0, 0), (0, 0, 0, 10, 6), "Open")

    life.processed_order()
    life.types(ALT, "R").is_at("Receiving Logs")
    life.types(ALT, "Z").says("Received: 0")  # Count from Zero
    life.types_words("3*KETTLE").presses(Qt.Key.Key_F12)  # Post
    life.is_asked("Set Backorders to Customers").types_words("2").enters().enters()  # Rcv, Total, OK
    life.is_asked("Open/Working Invoices").presses(Qt.Key.Key_Escape)
    _stands(life, (6, 4, 3, 2, 2, 0, 0), (3, 2, 1, 7, 4), "Partly received")

    life.scans_the_slip(_set_aside(life.shop))
    life.presses(Qt.Key.Key_F12).types(ALT, "C").says("Cash", sales=True).enters()  # Pay, Cash, Post
    _stands(life, (6, 4, 3, 2, 0, 2, 0), (1, 0, 1, 7, 4), "Partly received")


def _is_back_ordered(life: Life) -> None:
    """The customer wants six; there are none."""
    life.switches_the_warning_on()
    till = life.begins_to_sell("6*KETTLE")
    till.answer("Back Order")
    till.enter("2*CUP")
    assert till.lines("Item ID", "Trans Code", "Qty", "Extended") == [
        ("KETTLE", "B", "6", "0.00"),
        ("CUP", "S", "2", "6.00"),
    ]
    assert till.amount_due == "$6.00"
    till.pay_and_post()
    till.press("Backorder 1: 6 × KETTLE")
    assert life.shop.sales_client.deck("Backorders").title == "Backorder 1"
    _stands(life, (6, 6, 0, 0, 0, 0, 0), (0, 0, 0, 0, 6), "Open")
    assert life.backorder().words("Expected") == "not on order"
    assert life.backorders_of_the_customer() == [("1", "Lee Harper", "KETTLE", "6", "Open")]


def _is_ordered(life: Life) -> None:
    """Auto Order buys them for the customer and for the shelf; Post asks whom they are for."""
    order = life.begins_an_order("Acme Supply")
    assert life.proposed_by_auto_order(order) == [("KETTLE", "6", "4", "", "10")]
    life.expects(order, "12/4/2026")
    assert life.posts_the_order(order, allocated="5") == [("Lee Harper", "6", "0", "6")]
    _stands(life, (6, 6, 5, 0, 0, 0, 0), (0, 0, 0, 10, 6), "Open")
    assert life.table("On Purchase Orders", "Order", "Vendor", "Status", "Allocated", "Expected") == [
        ("1", "Acme Supply", "Processed", "5", "12/4/2026")
    ]
    assert life.backorder().words("Expected") == "12/4/2026"
    assert life.changes_the_allocation("6") == [("Lee Harper", "6", "0", "5")]
    _stands(life, (6, 6, 6, 0, 0, 0, 0), (0, 0, 0, 10, 6), "Open")


def _is_canceled_in_part(life: Life) -> None:
    """The customer needs one fewer; what was allocated to it is for the shelf now."""
    life.shop.is_worked_by("Ana")
    life.cancels("1", name="Ana", reason="Only five guests")
    life.shop.is_worked_by("Sam")
    _stands(life, (6, 5, 5, 0, 0, 0, 1), (0, 0, 0, 10, 5), "Open")
    assert life.backorder().card.canceled_rows() == [("1", "Ana", "Only five guests")]


def _is_received_in_part(life: Life) -> None:
    """Three come: two are set aside, one is no longer wanted."""
    log = life.begins_to_receive().press("Count from Zero")
    log.scan("KETTLE").scan("KETTLE").scan("KETTLE")
    assert log.lines("Item ID", "Ordered", "Open", "Received") == [("KETTLE", "10", "10", "3")]
    said = life.sets_to_the_customer(log, rcv="2", canc="1", reason="Bought one elsewhere")
    assert said == "Received 3 · Set to customers 2 (1 customer) · Left 1 · Canceled 1"
    assert life.invoices_made() == [("Lee Harper", "555 0134", "1", "2", "48.00")]
    _stands(life, (6, 2, 2, 2, 2, 0, 2), (3, 2, 1, 7, 2), "Partly received")
    assert life.table("Received", "Qty", "From", "Invoice", "Name") == [("2", "Log 1", "Open", "Sam")]
    assert life.backorder().card.canceled_rows()[1:] == [("1", "Sam", "Bought one elsewhere")]
    assert life.on_hold() == [("Lee Harper", "2 × KETTLE Kettle", "48.00")]


def _is_picked_up(life: Life) -> None:
    """The customer comes with the slip."""
    till = life.scans_the_slip(_set_aside(life.shop))
    assert till.lines("Item ID", "Trans Code", "Qty", "Extended") == [("KETTLE", "S", "2", "48.00")]
    assert any(words.startswith("Set aside for Lee Harper since") for words in till.words())
    life.hands_over(till)
    _stands(life, (6, 2, 2, 2, 0, 2, 2), (1, 0, 1, 7, 2), "Partly received")
    assert life.table("Filled", "Qty", "Invoice", "Name") == [("2", "2", "Sam")]
    assert life.on_hold() == []


def _is_filled_by_hand(life: Life) -> None:
    """One is on the shelf: it is filled from the invoice that was posted first."""
    till = life.fills_from_the_processed_invoice("1", "Backorder 1: KETTLE, outstanding 2, available 1")
    assert till.lines("Item ID", "Trans Code", "Qty", "Extended") == [("KETTLE", "S", "1", "24.00")]
    _stands(life, (6, 1, 1, 3, 1, 2, 2), (1, 1, 0, 7, 1), "Partly received")
    life.hands_over(life.till())


def _is_closed(life: Life) -> None:
    """The rest comes, the last one is picked up, and the card is closed."""
    log = life.begins_to_receive()
    assert log.lines("Item ID", "Ordered", "Open", "Received") == [("KETTLE", "10", "7", "7")]
    said = life.sets_to_the_customer(log, rcv="1")
    assert said == "Received 7 · Set to customers 1 (1 customer) · Left 6 · Canceled 0"
    life.invoices_made()
    _stands(life, (6, 0, 0, 4, 1, 3, 2), (7, 1, 6, 0, 0), "Ready for pick-up")
    life.hands_over(life.scans_the_slip(_set_aside(life.shop)))
    _stands(life, (6, 0, 0, 4, 0, 4, 2), (6, 0, 6, 0, 0), "Filled")
    assert life.backorder().words("Expected") == "nothing outstanding"
    assert not life.backorder().is_enabled("Cancel")
    assert life.processed_order().says("Closed")
    assert life.story() == [
        "Ordered 6, Sam, Invoice 1",
        "5 on order, Sam, Purchase order 1",
        "Allocated 6, Sam, Purchase order 1",
        "Canceled 1, Ana, Only five guests",
        "Allocation reduced to 5, Ana, Purchase order 1",
        "Received 2, Sam, Receiving log 1",
        "Canceled 1, Sam, Bought one elsewhere",
        "Allocation reduced to 2, Sam, Purchase order 1",
        "Picked up 2, Sam, Invoice 2",
        "Set aside 1, Sam, From stock",
        "Allocation reduced to 1, Sam, Purchase order 1",
        "Picked up 1, Sam, Invoice 3",
        "Received 1, Sam, Receiving log 2",
        "Picked up 1, Sam, Invoice 4",
    ]
