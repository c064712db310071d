"""Guide: "Items": each stock figure of the card leads to the documents behind it, which sum to it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from posim_desktop.orm import StockEntry
from posim_desktop.queries.cards import item_documents
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import for_writing, snapshot
from posim_desktop.services.session import begun
from posim_desktop.tour import hands
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import Shop
from workflows.drivers.supply import StockRoom


@pytest.fixture
def deck(shop: Shop) -> Iterator[DeckDriver]:
    """Of six kettles one was sold, two are set aside for Lee, one was counted away; Kim waits for more."""
    room = StockRoom(shop.opened)
    shop.has_item("KETTLE", on_hand="6", description="Enamel kettle")
    shop.has_customer("Lee", phone="555-0134")
    shop.sold("KETTLE", quantity="2", trans_code="B", to="Lee")
    shop.sold("KETTLE", quantity="5", trans_code="B", to="Kim")
    shop.sold("KETTLE", quantity="1")
    room.fills(1, "2")
    room.counts("KETTLE", "4")
    room.orders("KETTLE", "3", {2: "3"}, expected=date(2026, 11, 20))
    room.orders("KETTLE", "4")
    room.writes_order("KETTLE", "9")
    yield shop.sales_client.open("Lists", "Items")
    with snapshot(shop.opened.engine) as connection:
        assert verify(connection) == ()


def _open(deck: DeckDriver, figure: str) -> tuple[QDialog, str]:
    """Press a figure and read the sum under its list, which is the figure."""
    shown = deck.words_under(figure)
    deck.press(figure)
    dialog = hands.dialog(figure)
    said = dialog.findChild(QLabel, "sum_label")
    assert said is not None
    assert said.text() == f"{figure}: {shown}"
    return dialog, shown


def _documents(dialog: QDialog, *headers: str) -> list[tuple[str, ...]]:
    return hands.rows(hands.table(dialog, dialog.windowTitle()), *headers)


def test_on_hand_comes_from_sales_counts_and_the_opening(deck: DeckDriver) -> None:
    dialog, shown = _open(deck, "On Hand")
    assert shown == "4"
    assert _documents(dialog, "Document", "By", "Reason", "Qty") == [
        ("Adjustment", "Sam", "Counted again", "−1"),
        ("Invoice 3", "Sam", "", "−1"),
        ("Opening", "Sam", "", "6"),
    ]


def test_committed_and_available_name_who_the_goods_are_set_aside_for(deck: DeckDriver) -> None:
    dialog, shown = _open(deck, "Committed")
    assert shown == "2"
    assert _documents(dialog, "Document", "Customer", "Phone", "Qty") == [("Open Invoice", "Lee", "555-0134", "2")]
    hands.press(dialog, "Close")

    dialog, shown = _open(deck, "Available")
    assert shown == "2"
    assert _documents(dialog, "Document", "Customer", "Qty") == [("On Hand", "", "4"), ("Open Invoice", "Lee", "−2")]


def test_on_order_lists_the_posted_purchase_orders(deck: DeckDriver) -> None:
    dialog, shown = _open(deck, "On Order")
    assert shown == "7"
    assert _documents(dialog, "Document", "Vendor", "Expected", "Allocated", "Qty") == [
        ("Purchase order 1", "Acme Supply", "11/20/2026", "3", "3"),
        ("Purchase order 2", "Acme Supply", "no date", "0", "4"),
    ]


def test_backordered_leads_to_the_backorder_by_keyboard(deck: DeckDriver) -> None:
    link = hands.button(deck.deck, "Backordered")
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    dialog = hands.dialog("Backordered")
    assert _documents(dialog, "Document", "Customer", "Qty") == [("Backorder 2", "Kim", "5")]
    hands.key(Qt.Key.Key_Return)

    assert deck.client.tabs.front() == "Backorders"
    assert any("Backorder 2" in words for words in hands.words_on(deck.client))


@pytest.mark.both_databases
def test_the_list_follows_what_happens_meanwhile(shop: Shop, deck: DeckDriver) -> None:
    dialog, _shown = _open(deck, "Backordered")
    shop.sold("KETTLE", quantity="2", trans_code="B", to="Lee")
    assert _documents(dialog, "Document", "Customer", "Qty") == [
        ("Backorder 2", "Kim", "5"),
        ("Backorder 3", "Lee", "2"),
    ]


def test_what_is_too_old_to_list_is_summed(shop: Shop, deck: DeckDriver) -> None:
    employee = shop.operations.logged_in
    assert employee is not None
    moves = [
        {
            "item_id": shop.items["KETTLE"],
            "kind": "opening",
            "quantity": Decimal(1 if number % 2 else -1),
            "employee_id": employee.employee_id,
            "reason": "Moved",
            "at": datetime(2026, 11, 3, tzinfo=UTC),
        }
        for number in range(item_documents.RECENT)
    ]
    with begun(for_writing(shop.opened.engine)) as session:
        session.connection().execute(sa.insert(StockEntry), moves)

    dialog, shown = _open(deck, "On Hand")
    listed = _documents(dialog, "Document", "Qty")
    assert shown == "4"
    assert len(listed) == item_documents.RECENT + 1
    assert listed[-1] == ("Earlier total", "4")
