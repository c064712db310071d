"""Guide: "Pick up" — all that waits for a customer goes out on one invoice, with the keyboard alone."""

from collections.abc import Iterator
from functools import partial

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt

from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.orm import Invoice, Item
from posim_desktop.services.sales import picking
from posim_desktop.tour import hands
from posim_desktop.ui.sales.pick_up import PickUp
from workflows.drivers.backorders import BackordersDriver
from workflows.drivers.keyboard import Keyboard
from workflows.drivers.setting import Delivery, SettingDriver
from workflows.drivers.shop import Shop
from workflows.drivers.till import Till, till_of


@pytest.fixture
def delivery(shop: Shop) -> Iterator[Delivery]:
    """Two deliveries came for Lee Harper, who waits for one more; and one for Kim Ode."""
    shop.has_item("KETTLE", price="24.00", description="Enamel kettle")
    shop.has_item("CUP", price="5.00", on_hand="9")
    shop.has_customer("Lee Harper", phone="555-0134")
    shop.has_customer("Kim Ode", phone="555-0177")
    delivery = Delivery(shop)
    for quantity in ("3", "2"):
        shop.sold("KETTLE", quantity=quantity, trans_code="B", to="Lee Harper")
        SettingDriver(shop, delivery.of(("KETTLE", quantity))).press("OK")
    shop.sold("KETTLE", trans_code="B", to="Kim Ode")
    SettingDriver(shop, delivery.of(("KETTLE", "1"))).press("OK")
    shop.sold("CUP", trans_code="B", to="Lee Harper")
    yield delivery
    assert delivery.agrees()


def _opened(shop: Shop, typed: str) -> PickUp:
    shop.sales_client.to_front()
    hands.key(Qt.Key.Key_F4)
    screen = shop.sales_client.client.tabs.currentWidget()
    assert isinstance(screen, PickUp)
    hands.keys(typed)
    hands.key(Qt.Key.Key_Return)
    return screen


def _ready(screen: PickUp) -> list[tuple[str, ...]]:
    return hands.rows(hands.table(screen, "Ready Now"), "Item ID", "Qty", "Extended")


def _picked_up(shop: Shop) -> Till:
    assert shop.sales_client.client.tabs.front() == "Working Invoices"
    return till_of(shop.sales_client.client)


def _kettles(shop: Shop) -> tuple[int, int]:
    chosen = sa.select(Item.on_hand, Item.committed).where(Item.code == "KETTLE")
    with shop.opened.engine.connect() as connection:
        on_hand, committed = connection.execute(chosen).one()
    return int(on_hand), int(committed)


def _held(shop: Shop, customer: str) -> list[int]:
    chosen = sa.select(Invoice.id).where(Invoice.committed, Invoice.customer_id == shop.customers[customer])
    with shop.opened.engine.connect() as connection:
        return list(connection.scalars(chosen.order_by(Invoice.id)))


def test_two_deliveries_are_handed_out_and_paid_at_once(shop: Shop, delivery: Delivery) -> None:
    del delivery
    screen = _opened(shop, "lee")
    assert _ready(screen) == [("KETTLE", "3", "72.00"), ("KETTLE", "2", "48.00")]
    waiting = hands.table(screen, "Still Waiting")
    assert hands.rows(waiting, "Item ID", "Qty", "Expected") == [("CUP", "1", "not known")]
    assert "$120.00" in hands.words_on(screen)
    hands.key(Qt.Key.Key_Return)
    till = _picked_up(shop)
    assert _kettles(shop) == (6, 6)
    assert not till.has_button("Recall")  # it is in hand, not left open
    hands.keys("cup")
    hands.key(Qt.Key.Key_Return)
    assert [row[:2] for row in till.lines("Item ID", "Qty")] == [("CUP", "1"), ("KETTLE", "3"), ("KETTLE", "2")]
    till.pay_and_post()
    assert _kettles(shop) == (1, 1)
    assert _held(shop, "Lee Harper") == []


def _first_backorder(shop: Shop) -> BackordersDriver:
    deck = shop.sales_client.open_backorders()
    deck.deck.open_record(1)
    hands.settle()
    return deck


def test_the_backorder_says_where_its_goods_lie_and_leads_to_the_invoice_that_took_them(
    shop: Shop, delivery: Delivery
) -> None:
    first, _second = _held(shop, "Lee Harper")
    delivery.shop.operations.do(partial(picking.store_at, invoice_ids=(first,), place="Shelf B4"))
    deck = _first_backorder(shop)
    assert deck.says("Storage Place: Shelf B4")
    assert hands.rows(hands.table(deck.deck, "Received"), "Invoice") == [("Open",)]
    _opened(shop, "lee")
    hands.key(Qt.Key.Key_Return)
    till = _picked_up(shop)
    pick_up = till.screen.current_id
    till.pay_and_post()
    deck = _first_backorder(shop)
    assert not deck.says("Storage Place: Shelf B4")
    with shop.opened.engine.connect() as connection:
        number = connection.scalar(sa.select(Invoice.number).where(Invoice.id == pick_up))
    assert hands.rows(hands.table(deck.deck, "Received"), "Invoice") == [(str(number),)]
    hands.point_at(hands.table(deck.deck, "Received"), 0, "Invoice")
    assert shop.sales_client.client.tabs.front() == "Processed Invoices"


def test_what_is_not_ticked_waits_on(shop: Shop, delivery: Delivery) -> None:
    del delivery
    first, second = _held(shop, "Lee Harper")
    screen = _opened(shop, "5550134")
    hands.key(Qt.Key.Key_Space)
    assert "$48.00" in hands.words_on(screen)
    hands.key(Qt.Key.Key_Return)
    _picked_up(shop).pay_and_post()
    assert _held(shop, "Lee Harper") == [first]
    screen = _opened(shop, "")
    Keyboard().scan(invoice_code(second))  # the slip of what was picked up finds the invoice that was posted
    assert shop.sales_client.client.tabs.front() == "Processed Invoices"
    del screen


def test_a_line_that_is_taken_off_stays_set_aside(shop: Shop, delivery: Delivery) -> None:
    del delivery
    _opened(shop, "lee")
    hands.key(Qt.Key.Key_Return)
    till = _picked_up(shop)
    hands.point_at(hands.table(till.screen, "Lines"), 0, "Item ID")
    till.press("Delete Line")
    assert till.lines("Qty") == [("2",)]
    assert _kettles(shop) == (6, 6)
    till.press("New")
    assert len(_held(shop, "Lee Harper")) == 2


def test_a_slip_at_the_till_shows_all_that_waits_for_its_customer(shop: Shop, delivery: Delivery) -> None:
    del delivery
    _first, second = _held(shop, "Lee Harper")
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)
    till.scan(invoice_code(second))
    screen = till.client.tabs.currentWidget()
    assert isinstance(screen, PickUp)
    assert len(_ready(screen)) == 2


def test_what_waits_is_added_to_the_sale_in_hand(shop: Shop, delivery: Delivery) -> None:
    del delivery
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)
    till.enter("cup")
    till.choose_customer("lee")
    till.press("Ready to pick up: 2")
    assert till.lines("Item ID", "Qty") == [("CUP", "1"), ("KETTLE", "3"), ("KETTLE", "2")]
    assert not till.has_button("Ready to pick up: 2")
    till.pay_and_post()
    assert _kettles(shop) == (1, 1)


def test_who_waits_for_all_of_it_is_told_when_it_comes(shop: Shop, delivery: Delivery) -> None:
    del delivery
    shop.has_customer("Ada Fox")
    shop.sold("CUP", trans_code="B", to="Ada Fox")
    screen = _opened(shop, "fox")
    assert "Ready Now: nothing is set aside" in hands.words_on(screen)
    assert hands.table(screen, "Still Waiting").hasFocus()
    assert not hands.button(screen, "Pick Up").isEnabled()
    hands.key(Qt.Key.Key_Return)
    assert shop.sales_client.client.tabs.front() == "Backorders"


def test_where_goods_lie_is_written_down_and_found(shop: Shop, delivery: Delivery) -> None:
    del delivery
    screen = _opened(shop, "kim")
    hands.key(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    hands.wait_for(lambda: hands.is_asked("Storage Place"), "Storage Place")
    hands.keys("Shelf B4")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)  # from the last field to Save
    assert hands.rows(hands.table(screen, "Ready Now"), "Place") == [("Shelf B4",)]
    hands.key(Qt.Key.Key_Escape)
    hands.keys("b4")
    assert hands.rows(hands.table(screen, "Waiting for Pick-up"), "Customer", "Place") == [("Kim Ode", "Shelf B4")]
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    assert _picked_up(shop).lines("Description") == [("Enamel kettle – Shelf B4",)]


def test_the_customers_own_order_and_how_to_reach_them_come_back_at_the_pick_up(shop: Shop, delivery: Delivery) -> None:
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)
    till.choose_customer("kim")
    hands.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    hands.dialog("Customer’s Order")
    hands.keys("PO-17")
    hands.key(Qt.Key.Key_Return)
    hands.keys("Hotel kitchen")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)  # from the last field to OK
    assert "Order PO-17 · Job Hotel kitchen" in till.words()
    till.enter("kettle")
    till.answer("Back Order")
    till.pay_and_post()
    deck = shop.sales_client.open("Lists", "Customers")
    deck.find("kim")
    hands.press(deck.deck, "Edit")
    hands.fill(deck.deck, "Best Reached By", "Text message")
    hands.fill(deck.deck, "Best Time", "after 5 pm")
    hands.press(deck.deck, "Save")
    SettingDriver(shop, delivery.of(("KETTLE", "1"))).press("OK")
    screen = _opened(shop, "po-17")
    shown = hands.rows(hands.table(screen, "Ready Now"), "Description")
    assert shown == [("Enamel kettle",), ("Enamel kettle · PO-17 · Hotel kitchen",)]
    assert "555-0177 · Text message, after 5 pm" in hands.words_on(screen)
