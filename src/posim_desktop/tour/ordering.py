"""The tour's second act, in the Inventory Client: what customers wait for is ordered, and planned for them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from posim_desktop.tour import hands
from posim_desktop.tour.counter import GONE
from posim_desktop.tour.stage import Stage

_ALLOCATION = "Purchase Order Backorder Allocation"
_KITCHEN = "Hearth & Ladle Wholesale"
_GARDEN = "Greengate Garden Goods"
_FURNITURE = "Oakley Home Supply"
_EXPECTED = "12/4/2026"


def order(stage: Stage) -> None:
    """Play the ordering steps in the Inventory Client."""
    _look_at_what_is_kept_here(stage)
    _auto_order(stage)
    _add_backorders(stage)
    _allocate(stage)
    _change_the_allocation(stage)
    _close_short(stage)
    _auto_backorder_po(stage)


def _look_at_what_is_kept_here(stage: Stage) -> None:
    deck = stage.choose("Lists", "Backorders")
    hands.wait_for(lambda: hands.are_counted(deck), "the counts")
    stage.step("The same Backorders deck opens in the Inventory Client.", "inventory-backorders")
    stage.close_tab()
    stage.choose("Lists", "Items")
    stage.find_card(GONE)
    stage.step("The Item card: none on hand, two backordered, Preferred Vendor and Max Stock.", "item-card")
    stage.close_tab()
    for menu, name, picture in (
        ("Lists", "Vendors", "vendor-card"),
        ("Setup", "Departments", "department-card"),
        ("Setup", "Tax Codes", "tax-code-card"),
        ("Setup", "Tenders", "tender-card"),
    ):
        stage.choose(menu, name)
        stage.step(f"{menu} > {name}.", picture)
        stage.close_tab()


def _auto_order(stage: Stage) -> None:
    deck = _begin_order(stage, _KITCHEN)
    stage.step("Purchase Orders > Add: a new Working Purchase Order with its vendor.", "new-purchase-order")
    hands.press(deck, "Auto Order")
    dialog = hands.dialog("Auto Order")
    stage.step(
        "Auto Order: for customers, plus what is missing to Max Stock, less what is on order already.", "auto-order"
    )
    hands.press(dialog, "OK")
    hands.fill(deck, "Expected", _EXPECTED)
    hands.key(Qt.Key.Key_Tab)
    stage.step("OK: the quantities are on the order. It is expected on December 4.", "working-purchase-order")
    hands.press(deck, "Post")
    hands.press(hands.dialog(_ALLOCATION), "OK")
    stage.step(
        "Post: it is a Processed Purchase Order, and its goods are allocated to customers.", "processed-purchase-order"
    )
    hands.press(stage.front(), "Print")
    stage.step("Print shows the order as the vendor gets it.", "purchase-order-print")
    hands.key(Qt.Key.Key_Escape)


def _add_backorders(stage: Stage) -> None:
    deck = _begin_order(stage, _FURNITURE)
    hands.press(deck, "Add Backorders")
    hands.write_cell(hands.table(deck, "Lines"), 0, "Qty", "2")
    stage.step("Add Backorders: what customers wait for from this vendor; two mirrors are to be had.", "add-backorders")


def _allocate(stage: Stage) -> None:
    hands.press(stage.front(), "Post")
    stage.step("Post asks whom the goods are for: the oldest backorders first, in the column Allocation.", "allocation")
    hands.press(hands.dialog(_ALLOCATION), "OK")


def _change_the_allocation(stage: Stage) -> None:
    hands.press(stage.front(), "Allocations")
    dialog = hands.dialog(_ALLOCATION)
    table = hands.table(dialog, "Backorders")
    _type_allocation(table, "Lee Okafor", "0")
    _type_allocation(table, "Elena Petrova", "1")
    stage.step(
        "Allocations on the processed order: the newest is in a hurry and gets the mirror.", "change-allocations"
    )
    hands.press(dialog, "OK")


def _close_short(stage: Stage) -> None:
    deck = stage.front()
    lines = hands.table(deck, "Lines")
    hands.point_at(lines, 1, "Item ID")
    hands.press(deck, "Close Short")
    stage.step("Close Short: the vendor has no more of it, and the customer who waits is named.", "close-short")
    hands.press(hands.dialog("Close Short"), "Close Short")
    if hands.is_asked("Backorders That Lost Goods"):
        stage.step("Whoever lost goods is listed; each line leads to the card.", "backorders-without-goods")
        hands.press(hands.dialog("Backorders That Lost Goods"), "OK")


def _auto_backorder_po(stage: Stage) -> None:
    hands.menu(stage.client, "Misc", "Auto Backorder PO")
    dialog = hands.dialog("Auto Backorder PO")
    stage.step(
        "Misc > Auto Backorder PO: a date, and every vendor whose goods customers wait for.", "auto-backorder-po"
    )
    hands.fill(dialog, "Preferred Vendor", _GARDEN)
    hands.press(dialog, "Set Vendor")
    stage.step("Set Vendor: the item that had no Preferred Vendor is ordered with the others.", "preferred-vendor-set")
    hands.press(dialog, "OK")
    hands.wait_for(lambda: not hands.is_asked("Auto Backorder PO"), "the orders")
    stage.step("OK: a Working Purchase Order for each vendor; the first one opens.", "first-order-made")
    hands.press(stage.front(), "View")
    stage.step("View lists them all, to be looked over and posted one after the other.", "orders-made")


def _begin_order(stage: Stage, vendor: str) -> QWidget:
    deck = stage.go("Purchase Orders")
    hands.press(deck, "Add")
    hands.fill(deck, "Vendor", vendor)
    return deck


def _type_allocation(table: QTableView, customer: str, quantity: str) -> None:
    hands.point_at(table, hands.row_of(table, "Customer", customer), "Allocation")
    QTest.keyClick(table, Qt.Key.Key_F2)
    hands.settle()
    hands.fill(table, "Allocation", quantity)
    hands.key(Qt.Key.Key_Return)
