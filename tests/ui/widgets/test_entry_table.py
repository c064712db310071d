"""Guide: "Set backorders to customers" — the table and what stands in it, without a shop behind it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.queries.receiving.logs import BackorderToSet, ReceivedItem
from posim_desktop.tour import hands
from posim_desktop.ui.receiving.share_rows import ShareRows
from posim_desktop.ui.receiving.share_sheet import ShareSheet
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.entry_table import EntryTable

D = Decimal
CUSTOMER, RCV, CANC, REASON = 2, 6, 7, 8
_DAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


def backorder(number: int, outstanding: str = "3", proposed: str = "0") -> BackorderToSet:
    return BackorderToSet(
        backorder_id=number,
        number=number,
        created_at=_DAY + timedelta(minutes=number),
        customer_id=number,
        customer=f"Customer {number}",
        phone="",
        ordered=D(5),
        outstanding=D(outstanding),
        one_piece=False,
        allocated=D(0),
        proposed=D(proposed),
    )


def came(line: int, received: str, *rows: BackorderToSet, item: int = 1) -> ReceivedItem:
    return ReceivedItem(line, item, f"ITEM{item}", "Thing", D(received), rows)


def table_of(qtbot: QtBot, *items: ReceivedItem) -> tuple[ShareRows, EntryTable]:
    rows = ShareRows(items)
    table = EntryTable(rows, "Backorders", REASON, {REASON: ["Moved away"]})
    qtbot.addWidget(table)
    table.resize(1100, 600)
    table.show()
    table.activateWindow()
    hands.settle()
    return rows, table


def test_an_item_on_two_lines_shares_its_backorders() -> None:
    sheet = ShareSheet([came(1, "5", backorder(7, proposed="2")), came(2, "5", backorder(7, proposed="1"))])
    assert sheet.first_error() is None
    second = sheet.items[1].rows[0]
    sheet.write(second, "rcv", "2")
    wrong = sheet.first_error()
    assert wrong is not None
    assert (wrong[0].row, wrong[0].field) == (second, "rcv")
    assert "more than the 1 outstanding" in wrong[1]
    sheet.write(sheet.items[0].rows[0], "rcv", "1")
    assert sheet.first_error() is None
    assert [(each.receiving_line_id, each.rcv) for each in sheet.shares()] == [(1, D(1)), (2, D(2))]


@pytest.mark.parametrize("typed", ["", "  ", "0"])
def test_an_empty_cell_is_nothing(typed: str) -> None:
    sheet = ShareSheet([came(1, "5", backorder(7, proposed="2"))])
    sheet.write(sheet.items[0].rows[0], "rcv", typed)
    assert sheet.shares() == ()
    assert sheet.first_error() is None


def test_what_cannot_be_read_counts_for_nothing_until_it_is_put_right() -> None:
    sheet = ShareSheet([came(1, "5", backorder(7, proposed="2"))])
    row = sheet.items[0].rows[0]
    sheet.write(row, "rcv", "two")
    assert sheet.sums().rcv == 0
    assert row.unparsed["rcv"].typed == "two"
    sheet.write(row, "rcv", "2")
    assert (row.unparsed, sheet.sums().rcv) == ({}, D(2))


def test_a_thousand_lines_take_no_widgets_and_keep_qt_s_contract(qtbot: QtBot) -> None:
    items = [
        came(n, "4", backorder(2 * n, proposed="3"), backorder(2 * n + 1, proposed="1"), item=n) for n in range(1, 1001)
    ]
    rows, table = table_of(qtbot, *items)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rows.rowCount() == 3000
    assert len(table.findChildren(QWidget)) < 30
    table.go_to(rows.index(2999, RCV))
    hands.keys("2")
    hands.key(Qt.Key.Key_Return)
    assert rows.index(2999, RCV).data() == "2"
    assert rows.sheet.items[-1].is_overdrawn
    assert rows.refresh(items[:500])
    assert rows.rowCount() == 500 * 3 + 2
    assert tester.model() is rows


def test_the_widest_name_is_shown_whole_though_another_has_more_letters(qtbot: QtBot) -> None:
    names = ("Lili Illi-Tilli Jill", "Mammon Wagwam Mogg")
    assert len(names[0]) > len(names[1])
    waiting = [replace(backorder(number), customer=name) for number, name in enumerate(names, 1)]
    _rows, table = table_of(qtbot, came(1, "4", *waiting))
    assert table.columnWidth(CUSTOMER) >= table.fontMetrics().horizontalAdvance(names[1]) + 4 * SPACE


def test_tab_goes_along_the_row_and_over_the_headings(qtbot: QtBot) -> None:
    rows, table = table_of(qtbot, came(1, "4", backorder(1)), came(2, "4", backorder(2), item=2))
    table.point_at_first()
    table.setFocus()
    for typed in ("1", "2", "Because", "3"):
        hands.keys(typed)
        hands.key(Qt.Key.Key_Tab)
    assert [rows.index(1, column).data() for column in (RCV, CANC, REASON)] == [
        "1",
        "2",
        "Because",
    ]
    assert rows.index(3, RCV).data() == "3"
    hands.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (3, RCV)


def test_tab_goes_along_the_row_from_a_cell_that_is_not_open(qtbot: QtBot) -> None:
    rows, table = table_of(qtbot, came(1, "4", backorder(1)), came(2, "4", backorder(2), item=2))
    table.point_at_first()
    table.setFocus()
    hands.keys("1")
    hands.key(Qt.Key.Key_Return)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (3, RCV)
    hands.key(Qt.Key.Key_Tab)
    hands.keys("2")
    hands.key(Qt.Key.Key_Return)
    assert rows.index(3, CANC).data() == "2"
    hands.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (3, RCV)


def test_tab_past_the_last_cell_leaves_the_table(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    _rows, table = table_of(qtbot, came(1, "4", backorder(1)))
    button = QPushButton("OK")
    layout = QVBoxLayout(window)
    layout.addWidget(table)
    layout.addWidget(button)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    table.point_at(table.model().index(1, REASON))
    table.setFocus()
    hands.key(Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_what_is_typed_on_a_cell_that_is_only_read_goes_nowhere(qtbot: QtBot) -> None:
    rows, table = table_of(qtbot, came(1, "4", backorder(1)))
    table.setFocus()
    table.setCurrentIndex(rows.index(1, CUSTOMER))
    before = [rows.index(1, column).data() for column in range(rows.columnCount())]
    hands.keys("3")
    hands.key(Qt.Key.Key_Delete)
    assert table.currentIndex() == rows.index(1, CUSTOMER)
    assert [rows.index(1, column).data() for column in range(rows.columnCount())] == before


def test_enter_past_the_last_row_leaves_the_table(qtbot: QtBot) -> None:
    _rows, table = table_of(qtbot, came(1, "4", backorder(1)))
    table.point_at_first()
    table.setFocus()
    with qtbot.waitSignal(table.passed_last):
        hands.key(Qt.Key.Key_Return)


def test_blank_columns_give_way_in_a_narrow_table_and_come_back(qtbot: QtBot) -> None:
    _, table = table_of(qtbot, came(1, "5", backorder(7, proposed="2")))
    phone, allocated = CUSTOMER + 1, CUSTOMER + 3

    def hidden() -> list[int]:
        return [column for column in range(REASON + 1) if table.isColumnHidden(column)]

    assert hidden() == []
    table.resize(500, 600)
    hands.settle()
    assert hidden() == [phone, allocated]
    table.resize(1100, 600)
    hands.settle()
    assert hidden() == []
    header = table.horizontalHeader()
    cut = [column for column in range(REASON) if header.sectionSize(column) < header.sectionSizeHint(column)]
    assert cut == []
    assert header.length() <= table.viewport().width()
