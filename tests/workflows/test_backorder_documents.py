"""Guide: "View a backorder": the documents behind its figures, and everything that happened to it."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea

from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.queries.backorders import documents as backorder_documents
from posim_desktop.queries.sales import invoices as stored_invoices
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import snapshot
from posim_desktop.services.sales import posting
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from workflows.drivers.backorders import BackordersDriver
from workflows.drivers.shop import Shop
from workflows.drivers.supply import StockRoom


@pytest.fixture
def room(shop: Shop) -> Iterator[StockRoom]:
    """Lee has back-ordered six kettles."""
    shop.has_item("KETTLE", price="24.00", description="Enamel kettle")
    shop.sold("KETTLE", quantity="6", trans_code="B", to="Lee")
    yield StockRoom(shop.opened)
    with snapshot(shop.opened.engine) as connection:
        assert verify(connection) == ()


def _rows(deck: BackordersDriver, table: str, *headers: str) -> list[tuple[str, ...]]:
    return hands.rows(hands.table(deck.deck, table), *headers)


def _picks_up(shop: Shop, invoice_id: int) -> None:
    written = shop.operations.read(stored_invoices.working, invoice_id)
    assert written is not None
    tenders = (Tender(TenderKind.CASH, written.total),)
    process = partial(posting.uncommit_and_process, invoice_id=invoice_id, tenders=tenders)
    shop.operations.do(partial(process, expected_total=written.total))


def test_purchase_orders_show_what_is_on_order_and_when_it_is_expected(shop: Shop, room: StockRoom) -> None:
    deck = shop.inventory_client.open_backorders()
    assert deck.words("Expected") == "not on order"

    room.orders("KETTLE", "4", {1: "3"}, expected=date(2026, 12, 4))
    room.orders("KETTLE", "2", {1: "2"}, expected=date(2026, 11, 20))
    room.writes_order("KETTLE", "5")

    columns = ("Order", "Vendor", "Status", "Allocated", "Expected")
    assert _rows(deck, "On Purchase Orders", *columns) == [
        ("2", "Acme Supply", "Processed", "2", "11/20/2026"),
        ("1", "Acme Supply", "Processed", "3", "12/4/2026"),
    ]
    assert deck.words("Expected") == "11/20/2026"
    assert "Outstanding 6 (5 on order)" in deck.card.card.strip.accessibleName()


def test_deliveries_and_sales_lead_to_their_documents(shop: Shop, room: StockRoom) -> None:
    order = room.orders("KETTLE", "4", {1: "4"})
    deck = shop.sales_client.open_backorders()
    assert deck.words("Expected") == "on order, no date yet"
    room.receives(order, "4", {1: "2"}, {1: "1"})

    assert _rows(deck, "Received", "Qty", "From", "Invoice", "Name") == [("2", "Log 1", "Open", "Sam")]
    assert deck.card.canceled_rows() == [("1", "Sam", "Wants fewer")]
    assert deck.says("On Purchase Orders: came on order 1")
    assert deck.says("Filled: none yet")
    assert deck.words("Expected") == "not on order"

    (aside,) = (row.invoice_id for row in shop.operations.read(backorder_documents.waiting, room.backorder(1)))
    _picks_up(shop, aside)
    assert _rows(deck, "Received", "Invoice") == [("2",)]
    assert _rows(deck, "Filled", "Qty", "Invoice", "Name") == [("2", "2", "Sam")]

    received = hands.table(deck.deck, "Received")
    hands.point_at(received, 0, "From")
    assert _front(shop) == "Receiving Logs"
    shop.sales_client.press("Back")
    received.setFocus()
    received.setCurrentIndex(received.model().index(0, hands.column_of(received, "Qty")))
    hands.key(Qt.Key.Key_Return)
    assert _front(shop) == "Receiving Logs"
    shop.sales_client.press("Back")
    hands.table(deck.deck, "Filled").setFocus()
    hands.key(Qt.Key.Key_Return)
    assert _front(shop) == "Processed Invoices"


def test_the_orders_on_which_goods_came_stay_on_the_card(shop: Shop, room: StockRoom) -> None:
    first, second = room.orders("KETTLE", "2", {1: "2"}), room.orders("KETTLE", "3", {1: "3"})
    room.receives(first, "2", {1: "2"}, {})
    room.receives(second, "1", {1: "1"}, {})
    deck = shop.sales_client.open_backorders()
    assert _rows(deck, "Came on Purchase Orders", "Order", "From", "Qty", "Date") == [
        ("1", "Log 1", "2", "11/3/2026"),
        ("2", "Log 2", "1", "11/3/2026"),
    ]
    hands.point_at(hands.table(deck.deck, "Came on Purchase Orders"), 0, "Order")
    assert _front(shop) == "Processed Purchase Orders"


def test_a_purchase_order_and_its_vendor_are_links(shop: Shop, room: StockRoom) -> None:
    room.orders("KETTLE", "4", {1: "4"})
    deck = shop.sales_client.open_backorders()
    orders = hands.table(deck.deck, "On Purchase Orders")
    orders.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert _front(shop) == "Processed Purchase Orders"
    shop.sales_client.press("Back")
    hands.point_at(orders, 0, "Vendor")
    assert _front(shop) == "Vendors"


def _front(shop: Shop) -> Place | None:
    return shop.sales_client.client.tabs.front()


def test_the_story_tells_everything_and_by_whom(shop: Shop, room: StockRoom) -> None:
    order = room.orders("KETTLE", "4", {1: "4"})
    room.receives(order, "2", {1: "1"}, {1: "1"})
    room.counts("KETTLE", "3")
    room.fills(1, "2")
    deck = shop.inventory_client.open_backorders()
    deck.cancel(quantity="1", reason="Enough")
    assert [part.split(", ")[1:] for part in deck.card.happened().split("; ")] == [
        ["Ordered 6", "Sam", "Invoice 1"],
        ["4 on order", "Sam", "Purchase order 1"],
        ["Received 1", "Sam", "Receiving log 1"],
        ["Canceled 1", "Sam", "Wants fewer"],
        ["Allocation reduced to 2", "Sam", "Purchase order 1"],
        ["Set aside 2", "Sam", "From stock"],
        ["Canceled 1", "Sam", "Enough"],
        ["Allocation reduced to 1", "Sam", "Purchase order 1"],
    ]


def test_what_shrank_before_the_order_was_posted_is_told_as_ordered(shop: Shop, room: StockRoom) -> None:
    order = room.writes_order_for(1)
    deck = shop.inventory_client.open_backorders()
    deck.cancel(quantity="2", reason="Enough")
    room.posts(order, {1: "4"})

    assert [part.split(", ")[1:] for part in deck.card.happened().split("; ")] == [
        ["Ordered 6", "Sam", "Invoice 1"],
        ["Canceled 2", "Sam", "Enough"],
        ["4 on order", "Sam", "Purchase order 1"],
    ]


def test_at_the_smallest_window_nothing_on_the_card_scrolls_sideways(shop: Shop, room: StockRoom) -> None:
    room.orders("KETTLE", "4", {1: "4"}, expected=date(2026, 12, 24))
    client = shop.inventory_client
    client.client.resize(1366, 768)
    deck = client.open_backorders()

    orders = hands.table(deck.deck, "On Purchase Orders")
    areas = [area for area in deck.card.card.findChildren(QAbstractScrollArea) if area.isVisible()]
    assert {"card_scroll", orders.objectName()} <= {area.objectName() for area in areas}
    for area in areas:
        assert not area.horizontalScrollBar().isVisible(), area.objectName()
    assert not orders.verticalScrollBar().isVisible()


def test_a_list_shows_when_goods_are_expected(shop: Shop, room: StockRoom) -> None:
    deck = shop.inventory_client.open_backorders().view()
    columns = ("Number", "Status", "Expected", "Outstanding")
    assert deck.listed(*columns) == [("1", "Open", "", "6")]

    room.writes_order("KETTLE", "5")
    room.orders("KETTLE", "4", {1: "3"}, expected=date(2026, 12, 4))
    room.orders("KETTLE", "2", {1: "2"}, expected=date(2026, 11, 20))

    assert deck.listed(*columns) == [("1", "Open", "11/20/2026", "6")]


def test_an_order_that_was_closed_short_is_told_of_in_one_line(shop: Shop, room: StockRoom) -> None:
    room.orders("KETTLE", "4", {1: "4"})
    deck = shop.inventory_client.open_backorders()
    deck.cancel(quantity="6", reason="Bought elsewhere")

    assert deck.says("On Purchase Orders: no longer on order 1")
    assert deck.says("Received: none")
