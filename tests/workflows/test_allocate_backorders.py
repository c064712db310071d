"""Guide: "Allocate an order's goods to backorders", through the dialog by the words on it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.queries.purchasing import orders as order_queries
from posim_desktop.services.backorders import backorders, questions
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.tour import hands
from posim_desktop.ui.purchasing.allocate_backorders import AllocateBackordersDialog, needs_allocation
from workflows.drivers.ordering import (
    allocated,
    assert_sound,
    has_vendor,
    orders,
    other_workstation,
    owes,
    posts,
    stocks,
    type_into,
)
from workflows.drivers.shop import Shop, hear_news

TITLE = "Purchase Order Backorder Allocation"


@pytest.fixture
def window(shop: Shop) -> Iterator[QMainWindow]:
    """Lee waits for three kettles, Kim for four, Ada for two lamps; the vendor's order is being written."""
    vendor_id = has_vendor(shop, "Acme Trading")
    stocks(shop, "KETTLE", vendor_id=vendor_id)
    stocks(shop, "LAMP", vendor_id=vendor_id)
    shop.has_customer("Lee", phone="555 0134")
    owes(shop, "KETTLE", "3", "Lee")
    owes(shop, "KETTLE", "4", "Kim")
    owes(shop, "LAMP", "2", "Ada")
    yield shop.inventory_client.client
    assert_sound(shop)


def opened(shop: Shop, window: QMainWindow, order_id: int, *, posting: bool = True) -> AllocateBackordersDialog:
    dialog = AllocateBackordersDialog(window, shop.operations, purchase_order_id=order_id, posting=posting)
    dialog.open()
    found = hands.dialog(TITLE)
    found.activateWindow()
    hands.settle()
    assert found is dialog
    return dialog


def cells(dialog: AllocateBackordersDialog, *headers: str) -> list[tuple[str, ...]]:
    return hands.rows(hands.table(dialog, "Backorders"), *headers)


def headings(dialog: AllocateBackordersDialog) -> list[str]:
    """Read the items' headings as a screen reader does."""
    model = hands.table(dialog, "Backorders").model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    return [words for words in said if not words.startswith("Backorder ")]


def cancels(shop: Shop, backorder_id: int, quantity: str) -> None:
    assert shop.operations.logged_in is not None
    who = shop.operations.logged_in.employee_id
    verb = partial(backorders.cancel, backorder_id=backorder_id, quantity=Decimal(quantity))
    shop.operations.do(partial(verb, employee_id=who, reason="Wants fewer"))


def status(shop: Shop, order_id: int) -> OrderStatus:
    order = shop.operations.read(order_queries.details, order_id)
    assert order is not None
    return order.status


def test_who_has_to_answer_first_is_counted(shop: Shop, window: QMainWindow) -> None:
    dialog = opened(shop, window, orders(shop, has_vendor(shop, "Bell"), ("LAMP", "2")))
    shop.operations.do(partial(questions.ask, backorder_id=1, question="Which color?"))
    hear_news(shop.operations)
    assert "left out" not in " ".join(hands.words_on(dialog))  # nobody ordered kettles on it
    shop.operations.do(partial(questions.ask, backorder_id=3, question="Which color?"))
    hear_news(shop.operations)
    assert "1 backorder is left out: its customer has to answer first." in " ".join(hands.words_on(dialog))


def test_the_oldest_backorders_are_proposed_first_and_ok_posts(shop: Shop, window: QMainWindow) -> None:
    order_id = orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5"), ("LAMP", "9"))
    told: list[int] = []
    dialog = opened(shop, window, order_id)
    dialog.allocated.connect(told.append)

    assert cells(dialog, "Backorder", "Customer", "Phone", "Outstanding", "Allocated Elsewhere", "Allocation") == [
        ("KETTLE  Kettle", "", "", "", "", ""),
        ("1", "Lee", "555 0134", "3", "0", "3"),
        ("2", "Kim", "", "4", "0", "2"),
        ("LAMP  Lamp", "", "", "", "", ""),
        ("3", "Ada", "", "2", "0", "2"),
    ]
    assert headings(dialog) == [
        "KETTLE  Kettle: On this order 5 · Allocated 5 · Left 0",
        "LAMP  Lamp: On this order 9 · Allocated 2 · Left 7",
    ]
    hands.press(dialog, "OK")
    assert allocated(shop) == {1: "3", 2: "2", 3: "2"}
    assert (status(shop, order_id), told) == (OrderStatus.PROCESSED, [order_id])


@pytest.mark.parametrize(
    ("key", "ends"), [(Qt.Key.Key_F12, OrderStatus.PROCESSED), (Qt.Key.Key_Escape, OrderStatus.WORKING)]
)
def test_f12_is_ok_and_escape_is_cancel(shop: Shop, window: QMainWindow, key: Qt.Key, ends: OrderStatus) -> None:
    order_id = orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5"))
    dialog = opened(shop, window, order_id)
    assert hands.table(dialog, "Backorders").hasFocus()
    hands.key(key)
    assert not hands.is_asked(TITLE)
    assert status(shop, order_id) is ends


def test_the_sums_follow_what_is_being_typed(shop: Shop, window: QMainWindow) -> None:
    dialog = opened(shop, window, orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "12")))
    table = hands.table(dialog, "Backorders")
    assert headings(dialog) == ["KETTLE  Kettle: On this order 12 · Allocated 7 · Left 5"]
    type_into(table, 2, "Allocation", "1")
    assert headings(dialog) == ["KETTLE  Kettle: On this order 12 · Allocated 4 · Left 8"]
    hands.key(Qt.Key.Key_Escape)
    assert headings(dialog) == ["KETTLE  Kettle: On this order 12 · Allocated 7 · Left 5"]
    assert dialog.isVisible()


def test_enter_goes_down_the_allocations_and_then_to_ok(shop: Shop, window: QMainWindow) -> None:
    order_id = orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5"), ("LAMP", "9"))
    dialog = opened(shop, window, order_id)
    for typed in ("1", "4", "0"):
        hands.keys(typed)
        hands.key(Qt.Key.Key_Return)
    assert [row for (row,) in cells(dialog, "Allocation") if row] == ["1", "4", "0"]
    assert QApplication.focusWidget() is hands.button(dialog, "OK")
    hands.key(Qt.Key.Key_Return)
    assert allocated(shop) == {1: "1", 2: "4"}


def test_oldest_first_and_none_fill_the_column(shop: Shop, window: QMainWindow) -> None:
    dialog = opened(shop, window, orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5")))
    hands.press(dialog, "None")
    assert headings(dialog) == ["KETTLE  Kettle: On this order 5 · Allocated 0 · Left 5"]
    hands.press(dialog, "Oldest First")
    assert cells(dialog, "Allocation")[1:] == [("3",), ("2",)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "not a number"),
        ("-1", "cannot be negative"),
        ("1e9", "not a number"),
        ("1000000", "at most"),
        ("0.0001", "at most 3 decimal places"),
        ("4", "Only 3 of this backorder still needs goods."),
        ("2.5", "More is allocated than the 4 on this order."),
    ],
)
def test_a_bad_allocation_is_refused_in_its_cell_and_kept(
    shop: Shop, window: QMainWindow, typed: str, said: str
) -> None:
    order_id = orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "4"))
    dialog = opened(shop, window, order_id)
    table = hands.table(dialog, "Backorders")
    hands.write_cell(table, 2, "Allocation", "2")
    hands.write_cell(table, 1, "Allocation", typed)
    hands.press(dialog, "OK")

    assert dialog.isVisible()
    assert any(said in words for words in hands.words_on(dialog))
    assert cells(dialog, "Allocation")[1:] == [(typed,), ("2",)]
    assert (allocated(shop), status(shop, order_id)) == ({}, OrderStatus.WORKING)
    hands.write_cell(table, 1, "Allocation", "2")
    hands.point_at(table, 2, "Allocation")
    hands.key(Qt.Key.Key_Delete)
    assert not any(said in words for words in hands.words_on(dialog))
    hands.press(dialog, "OK")
    assert allocated(shop) == {1: "2"}


def test_cancel_goes_back_to_the_order_and_changes_nothing(shop: Shop, window: QMainWindow) -> None:
    order_id = orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5"))
    dialog = opened(shop, window, order_id)
    hands.write_cell(hands.table(dialog, "Backorders"), 1, "Allocation", "1")
    hands.button(dialog, "Cancel").setFocus()
    hands.key(Qt.Key.Key_Return)
    assert (allocated(shop), status(shop, order_id)) == ({}, OrderStatus.WORKING)


@pytest.mark.both_databases
def test_a_cancellation_meanwhile_is_shown_and_what_was_typed_stays(shop: Shop, window: QMainWindow) -> None:
    dialog = opened(shop, window, orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5")))
    table = hands.table(dialog, "Backorders")
    hands.write_cell(table, 2, "Allocation", "1")
    cancels(shop, 1, "2")
    hands.settle()
    assert cells(dialog, "Outstanding", "Allocation")[1:] == [("1", "1"), ("4", "1")]
    assert any("Somebody just changed" in words for words in hands.words_on(dialog))
    cancels(shop, 1, "1")
    assert cells(dialog, "Backorder", "Allocation")[1:] == [("2", "1")]
    hands.press(dialog, "OK")
    assert allocated(shop) == {2: "1"}


def test_an_unheard_change_is_found_when_posting_and_shown(shop: Shop, window: QMainWindow) -> None:
    order_id = orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5"))
    dialog = opened(shop, window, order_id)
    hands.write_cell(hands.table(dialog, "Backorders"), 1, "Allocation", "3")
    other = other_workstation(shop)
    here, shop.opened = shop.opened, other
    cancels(shop, 1, "2")
    shop.opened = here
    hands.press(dialog, "OK")

    assert dialog.isVisible()
    assert any("Somebody just changed" in words for words in hands.words_on(dialog))
    assert any("Only 1 of this backorder" in words for words in hands.words_on(dialog))
    assert cells(dialog, "Outstanding", "Allocation")[1] == ("1", "3")
    assert status(shop, order_id) is OrderStatus.WORKING
    hands.keys("1")
    hands.key(Qt.Key.Key_Return)
    hands.press(dialog, "OK")
    assert status(shop, order_id) is OrderStatus.PROCESSED
    other.close()


@pytest.mark.both_databases
def test_an_order_changed_elsewhere_is_shown_before_it_is_posted(shop: Shop, window: QMainWindow) -> None:
    order_id = orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5"))
    dialog = opened(shop, window, order_id)
    hands.write_cell(hands.table(dialog, "Backorders"), 2, "Allocation", "1")
    other = other_workstation(shop)
    line = (NewOrderLine(shop.items["LAMP"], Decimal(9)),)
    other.operations.do(partial(purchase_orders.add_lines, purchase_order_id=order_id, vendor_id=None, lines=line))
    hands.press(dialog, "OK")
    assert status(shop, order_id) is OrderStatus.WORKING
    assert any("Somebody just changed" in words for words in hands.words_on(dialog))
    assert [row for (row,) in cells(dialog, "Allocation") if row] == ["3", "1", "2"]
    hands.press(dialog, "OK")
    assert allocated(shop) == {1: "3", 2: "1", 3: "2"}
    other.close()


def test_an_order_nobody_waits_for_says_so(shop: Shop, window: QMainWindow) -> None:
    stocks(shop, "TRAY")
    order_id = orders(shop, has_vendor(shop, "Bell"), ("TRAY", "5"))
    dialog = opened(shop, window, order_id)
    assert "Purchase order to Bell. No customers are waiting for these goods." in hands.words_on(dialog)
    hands.press(dialog, "OK")
    assert status(shop, order_id) is OrderStatus.PROCESSED


@pytest.mark.both_databases
def test_an_order_posted_elsewhere_is_told(shop: Shop, window: QMainWindow) -> None:
    order_id = orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5"))
    dialog = opened(shop, window, order_id)
    other = other_workstation(shop)
    other.operations.do(partial(order_posting.post, purchase_order_id=order_id))
    hands.press(dialog, "OK")
    assert "This purchase order is processed; its lines can no longer be changed." in hands.words_on(dialog)
    other.close()


def test_allocations_of_a_processed_order_are_replaced(shop: Shop, window: QMainWindow) -> None:
    order_id = orders(shop, has_vendor(shop, "Bell"), ("KETTLE", "5"))
    posts(shop, order_id)
    dialog = opened(shop, window, order_id, posting=False)
    assert cells(dialog, "Allocation")[1:] == [("0",), ("0",)]
    hands.write_cell(hands.table(dialog, "Backorders"), 2, "Allocation", "4")
    hands.press(dialog, "OK")
    assert allocated(shop) == {2: "4"}


def test_posting_asks_only_when_somebody_waits(shop: Shop, window: QMainWindow) -> None:
    del window
    vendor_id = has_vendor(shop, "Bell")
    stocks(shop, "TRAY")
    assert needs_allocation(shop.operations, orders(shop, vendor_id, ("KETTLE", "1")))
    assert not needs_allocation(shop.operations, orders(shop, vendor_id, ("TRAY", "5")))
