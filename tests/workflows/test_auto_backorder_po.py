"""Guide: "Auto Backorder PO", from the Misc menu through the dialog by the words on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QMainWindow

from posim_desktop.services.cards import items, vendors
from posim_desktop.tour import hands
from posim_desktop.ui.purchasing.auto_backorder_po import AutoBackorderPoDialog
from workflows.drivers.ordering import (
    allocated,
    assert_sound,
    changes_card,
    has_vendor,
    orders,
    other_workstation,
    owes,
    posts,
    purchase_orders_of,
    stocks,
)
from workflows.drivers.shop import Shop

TITLE = "Auto Backorder PO"


@dataclass
class Desk:
    """A clerk's desk: two vendors, Acme for kettles and Bell for lamps."""

    shop: Shop
    window: QMainWindow
    acme: int
    bell: int
    made: list[tuple[int, ...]]

    def opens(self) -> AutoBackorderPoDialog:
        """Choose Misc › Auto Backorder PO."""
        hands.menu(self.window, "Misc", "Auto Backorder PO")
        dialog = hands.dialog(TITLE)
        assert isinstance(dialog, AutoBackorderPoDialog)
        dialog.made.connect(self.made.append)
        dialog.activateWindow()
        hands.settle()
        return dialog

    def press_ok(self, dialog: AutoBackorderPoDialog) -> None:
        """Press OK and wait until the orders are written."""
        before = len(self.made)
        hands.press(dialog, "OK")
        hands.wait_for(lambda: len(self.made) > before, "the orders")


@pytest.fixture
def desk(shop: Shop) -> Iterator[Desk]:
    """Lee waits for three kettles and two lamps, Kim for one kettle."""
    acme, bell = has_vendor(shop, "Acme Trading"), has_vendor(shop, "Bell Lighting")
    stocks(shop, "KETTLE", vendor_id=acme)
    stocks(shop, "LAMP", vendor_id=bell, pack="4")
    owes(shop, "KETTLE", "3", "Lee")
    owes(shop, "LAMP", "2", "Lee")
    owes(shop, "KETTLE", "1", "Kim")
    yield Desk(shop, shop.inventory_client.client, acme, bell, [])
    assert_sound(shop)


def vendor_rows(dialog: AutoBackorderPoDialog, *headers: str) -> list[tuple[str, ...]]:
    """Read the vendors with their ticks."""
    view = hands.table(dialog, "Vendors")
    ticks = [view.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(view.model().rowCount())]
    shown = hands.rows(view, "Vendor", *(headers or ("Backorders", "To Order")))
    return [("✓" if tick == Qt.CheckState.Checked else "", *row) for tick, row in zip(ticks, shown, strict=True)]


def set_date(dialog: AutoBackorderPoDialog, days: int) -> None:
    """Choose a date some days from the one shown."""
    edit = next(found for found in dialog.findChildren(QDateEdit) if found.accessibleName())
    assert edit.accessibleName() == "Backorders Dated on or Before"
    edit.setDate(QDate(edit.date()).addDays(days))
    hands.settle()


def test_a_working_order_is_made_for_each_vendor(desk: Desk) -> None:
    dialog = desk.opens()
    headers = ("Backorders", "Items", "Qty Wanted", "Unallocated on Open Orders", "To Order")
    assert vendor_rows(dialog, *headers) == [
        ("✓", "Acme Trading (ACME)", "2", "1", "4", "0", "4"),
        ("✓", "Bell Lighting (BELL)", "1", "1", "2", "0", "4"),
    ]
    desk.press_ok(dialog)
    assert purchase_orders_of(desk.shop) == [("working", "KETTLE", "4"), ("working", "LAMP", "4")]
    assert allocated(desk.shop) == {1: "3", 2: "2", 3: "1"}
    assert desk.made == [(1, 2)]


def test_it_begins_in_the_table_and_f12_orders(desk: Desk) -> None:
    dialog = desk.opens()
    assert hands.table(dialog, "Vendors").hasFocus()
    assert hands.button(dialog, "OK").toolTip() == "F12"
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_F12)
    hands.wait_for(lambda: bool(desk.made), "the order")
    assert purchase_orders_of(desk.shop) == [("working", "KETTLE", "4")]


def test_escape_orders_nothing(desk: Desk) -> None:
    desk.opens()
    hands.key(Qt.Key.Key_Escape)
    assert not hands.is_asked(TITLE)
    assert purchase_orders_of(desk.shop) == []


def test_asked_again_there_is_nothing_to_order(desk: Desk) -> None:
    desk.press_ok(desk.opens())
    dialog = desk.opens()
    assert any("There is nothing to order" in words for words in hands.words_on(dialog))
    assert not hands.button(dialog, "OK").isEnabled()
    hands.press(dialog, "Cancel")
    assert len(desk.made) == 1


def test_only_the_ticked_vendors_are_ordered_from(desk: Desk) -> None:
    dialog = desk.opens()
    hands.press(dialog, "No Vendors")
    assert not hands.button(dialog, "OK").isEnabled()
    assert "Choose at least one vendor" in hands.button(dialog, "OK").toolTip()
    table = hands.table(dialog, "Vendors")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [row[0] for row in vendor_rows(dialog)] == ["", "✓"]
    hands.press(dialog, "All Vendors")
    assert [row[0] for row in vendor_rows(dialog)] == ["✓", "✓"]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Space)
    desk.press_ok(dialog)
    assert purchase_orders_of(desk.shop) == [("working", "KETTLE", "4")]


def test_backorders_after_the_date_do_not_count(desk: Desk) -> None:
    dialog = desk.opens()
    set_date(dialog, -1)
    assert any("There is nothing to order" in words for words in hands.words_on(dialog))
    assert not hands.button(dialog, "OK").isEnabled()
    set_date(dialog, 1)
    assert vendor_rows(dialog)[0] == ("✓", "Acme Trading (ACME)", "2", "4")


def test_items_without_a_vendor_are_listed_and_given_one(desk: Desk) -> None:
    stocks(desk.shop, "VASE")
    owes(desk.shop, "VASE", "2", "Kim")
    dialog = desk.opens()
    stranded = hands.table(dialog, "Items That Cannot Be Ordered Yet")
    assert hands.rows(stranded, "Item ID", "Reason", "Backorders", "Qty Wanted") == [
        ("VASE", "No Preferred Vendor", "1", "2")
    ]
    hands.press(dialog, "Set Vendor")
    assert "Choose the vendor to order VASE from." in hands.words_on(dialog)
    hands.fill(dialog, "Preferred Vendor", "nobody")
    hands.press(dialog, "Set Vendor")
    assert any("There is no vendor “nobody”" in words for words in hands.words_on(dialog))
    hands.fill(dialog, "Preferred Vendor", "bell")
    hands.key(Qt.Key.Key_Return)
    assert purchase_orders_of(desk.shop) == []
    assert vendor_rows(dialog)[1] == ("✓", "Bell Lighting (BELL)", "2", "6")
    assert not stranded.isVisible()
    assert hands.button(dialog, "OK").hasFocus()
    desk.press_ok(dialog)
    assert ("working", "VASE", "2") in purchase_orders_of(desk.shop)


def test_an_archived_item_is_brought_back(desk: Desk) -> None:
    desk.shop.operations.do(partial(items.archive, item_id=desk.shop.items["LAMP"], version=1))
    dialog = desk.opens()
    stranded = hands.table(dialog, "Items That Cannot Be Ordered Yet")
    assert hands.rows(stranded, "Item ID", "Reason") == [("LAMP", "Item is archived")]
    hands.press(dialog, "Bring Item Back")
    assert [row[1] for row in vendor_rows(dialog)] == ["Acme Trading (ACME)", "Bell Lighting (BELL)"]


@pytest.mark.both_databases
def test_a_card_changed_meanwhile_is_told_and_the_choice_kept(desk: Desk) -> None:
    stocks(desk.shop, "VASE")
    owes(desk.shop, "VASE", "2", "Kim")
    dialog = desk.opens()
    other = other_workstation(desk.shop)
    changes_card(other.operations, desk.shop.items["VASE"], description="Tall vase")
    hands.fill(dialog, "Preferred Vendor", "bell")
    hands.press(dialog, "Set Vendor")
    assert any("changed" in words for words in hands.words_on(dialog))
    assert hands.rows(hands.table(dialog, "Items That Cannot Be Ordered Yet"), "Description") == [("Tall vase",)]
    assert hands.field(dialog, "Preferred Vendor").property("currentText") == "Bell Lighting (BELL)"
    hands.press(dialog, "Set Vendor")
    assert vendor_rows(dialog)[1] == ("✓", "Bell Lighting (BELL)", "2", "6")
    other.close()


def test_free_goods_on_open_orders_are_listed_and_not_bought_again(desk: Desk) -> None:
    posts(desk.shop, orders(desk.shop, desk.acme, ("KETTLE", "9")))
    dialog = desk.opens()
    free = hands.table(dialog, "Not allocated on open orders, so not bought again")
    assert hands.rows(free, "Purchase Order", "Vendor", "Item ID", "Unallocated", "Qty Wanted") == [
        ("1", "Acme Trading", "KETTLE", "9", "4")
    ]
    assert vendor_rows(dialog) == [
        ("", "Acme Trading (ACME)", "2", "0"),
        ("✓", "Bell Lighting (BELL)", "1", "4"),
    ]
    desk.press_ok(dialog)
    assert purchase_orders_of(desk.shop) == [("processed", "KETTLE", "9"), ("working", "LAMP", "4")]


@pytest.mark.both_databases
def test_a_backorder_made_meanwhile_comes_in(desk: Desk) -> None:
    dialog = desk.opens()
    owes(desk.shop, "KETTLE", "5", "Ada")
    hands.settle()
    assert any("Somebody just changed" in words for words in hands.words_on(dialog))
    assert vendor_rows(dialog)[0] == ("✓", "Acme Trading (ACME)", "3", "9")


@pytest.mark.both_databases
def test_what_somebody_else_ordered_meanwhile_is_not_ordered_again(desk: Desk) -> None:
    dialog = desk.opens()
    other = other_workstation(desk.shop)
    there = AutoBackorderPoDialog(desk.window, other.operations)
    there.made.connect(desk.made.append)
    there.open()
    desk.press_ok(there)
    hands.press(dialog, "OK")
    hands.wait_for(lambda: "There was nothing left to order." in hands.words_on(dialog), "the answer")
    assert len(purchase_orders_of(desk.shop)) == 2
    assert not hands.button(dialog, "OK").isEnabled()
    other.close()


@pytest.mark.both_databases
def test_a_vendor_archived_meanwhile_is_told(desk: Desk) -> None:
    dialog = desk.opens()
    other = other_workstation(desk.shop)
    other.operations.do(partial(vendors.archive, vendor_id=desk.bell, version=1))
    hands.press(dialog, "OK")
    hands.wait_for(lambda: any("archived" in words for words in hands.words_on(dialog)), "the refusal")
    assert [row[1] for row in vendor_rows(dialog)] == ["Acme Trading (ACME)"]
    assert purchase_orders_of(desk.shop) == []
    desk.press_ok(dialog)
    assert purchase_orders_of(desk.shop) == [("working", "KETTLE", "4")]
    other.close()


def test_many_vendors_are_ordered_from_a_few_at_a_time_until_cancel(desk: Desk) -> None:
    for number in range(12):
        stocks(desk.shop, f"ITEM{number}", vendor_id=has_vendor(desk.shop, f"V{number:02} Ltd"))
        owes(desk.shop, f"ITEM{number}", "1", "Ada")
    dialog = desk.opens()
    assert len(vendor_rows(dialog)) == 14

    def stop(done: int) -> None:
        if done == 5:
            dialog.reject()

    dialog.progress_bar.valueChanged.connect(stop)
    hands.press(dialog, "OK")
    hands.wait_for(lambda: bool(desk.made), "the orders")
    written = len(purchase_orders_of(desk.shop))
    assert written == 5
    assert [len(ids) for ids in desk.made] == [written]

    desk.press_ok(desk.opens())
    assert len(purchase_orders_of(desk.shop)) == 14
    assert sorted(desk.made[0] + desk.made[1]) == list(range(1, 15))
