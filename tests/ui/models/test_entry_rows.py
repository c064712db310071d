"""Rows to fill in, as a Qt model: Qt's contract, quick with many rows."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from posim_desktop.queries.purchasing.allocations import AllocationItem, AllocationRow
from posim_desktop.queries.purchasing.auto_backorder_po import VendorCount
from posim_desktop.tour import hands
from posim_desktop.ui.purchasing.allocate_backorders import AllocationRows
from posim_desktop.ui.purchasing.vendor_choices import VendorChoices
from posim_desktop.ui.widgets.entry_table import EntryTable

D = Decimal
ALLOCATION = 6


def row(number: int, outstanding: str = "2", proposed: str = "2") -> AllocationRow:
    return AllocationRow(
        backorder_id=number,
        number=number,
        created_at=datetime(2026, 11, 2, tzinfo=UTC),
        customer_id=1,
        customer="Lee",
        phone="",
        outstanding=D(outstanding),
        elsewhere=D(0),
        existing=D(0),
        proposed=D(proposed),
    )


def item(line_id: int, *rows: AllocationRow, there: str = "1000") -> AllocationItem:
    return AllocationItem(line_id, line_id, f"ITEM{line_id}", "Item", D(there), rows)


def test_rows_keep_qt_s_contract_while_they_come_change_and_go(qtbot: QtBot) -> None:
    del qtbot
    model = AllocationRows()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_items((item(1, row(1), row(2)), item(2, row(3))))
    assert model.setData(model.index(1, ALLOCATION), "abc")
    assert not model.setData(model.index(0, ALLOCATION), "1")
    assert not model.setData(model.index(1, 0), "1")
    assert list(model.refusals()) == [1]
    model.show_items((item(1, replace(row(1), outstanding=D(1)), row(2)), item(2, row(3))))
    assert model.index(1, ALLOCATION).data() == "abc"
    model.show_items((item(2, row(3), row(4)),))
    assert model.refusals() == {}
    model.oldest_first()
    assert model.values() == {3: D(2), 4: D(2)}
    model.show_items(())
    assert (model.rowCount(), model.values()) == (0, {})
    assert tester.model() is model


def test_untouched_rows_take_what_typed_ones_leave(qtbot: QtBot) -> None:
    del qtbot
    model = AllocationRows()
    model.show_items((item(1, row(1), row(2), there="4"),))
    model.setData(model.index(1, ALLOCATION), "1")
    model.show_items((item(1, row(1), row(2), there="2"),))
    assert model.values() == {1: D(1), 2: D(1)}


def test_every_row_that_is_wrong_by_itself_is_marked(qtbot: QtBot) -> None:
    del qtbot
    model = AllocationRows()
    model.show_items((item(1, row(1), row(2), there="4"),))
    model.setData(model.index(1, ALLOCATION), "3")
    model.setData(model.index(2, ALLOCATION), "x")
    assert list(model.refusals()) == [1, 2]
    assert model.sentence(1) == "Backorder 1: Only 2 of this backorder still needs goods."
    assert model.index(1, ALLOCATION).data(Qt.ItemDataRole.ToolTipRole) == model.refusals()[1]


def test_vendors_to_tick_keep_qt_s_contract(qtbot: QtBot) -> None:
    del qtbot
    model = VendorChoices()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    needs = VendorCount(7, "ACME", "Acme", 1, 1, D(2), D(0), D(0), D(2))
    model.show_rows([needs, replace(needs, vendor_id=8, to_order=D(0))])
    assert model.chosen() == (7,)
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    model.toggle(1)
    assert model.chosen() == ()
    model.tick_all(ticked=True)
    assert model.chosen() == (7,)
    assert tester.model() is model


def test_five_hundred_backorders_are_typed_into_without_waiting(qtbot: QtBot) -> None:
    model = AllocationRows()
    table = EntryTable(model, "Backorders", 2)
    qtbot.addWidget(table)
    table.resize(900, 500)
    with qtbot.waitExposed(table):
        table.show()
    many = tuple(item(line, *(row(100 * line + n) for n in range(100))) for line in range(1, 6))
    started = perf_counter()
    model.show_items(many)
    hands.settle()
    shown = perf_counter() - started
    started = perf_counter()
    for each in range(1, 21):
        model.setData(model.index(each, ALLOCATION), "1")
    hands.settle()
    typed = (perf_counter() - started) / 20
    # Far above what it takes, so that only a change of kind is found: a widget per row, all groups summed per stroke.
    assert shown < 2
    assert typed < 0.2
