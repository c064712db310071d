"""Rows that lead to documents: by a click on a link, by Enter, by a double-click; and what an empty table says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posim_desktop.domain.changes import Record
from posim_desktop.tour import hands
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.document_table import DocumentTable


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot) -> DocumentTable:
    apply_style(qapp, dark=False)
    rows: FixedRows[int] = FixedRows(
        [
            TableColumn("Qty", str, numeric=True),
            TableColumn(
                "Invoice", lambda number: f"Invoice {number}", link=_invoice, tip=lambda number: f"No. {number}"
            ),
        ]
    )
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, rows)
    made = DocumentTable("Filled", rows, 1, "Nothing yet")
    rows.setParent(made)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def _invoice(number: int) -> tuple[Record, int] | None:
    return (Record.INVOICE, number) if number > 0 else None


def _show(table: DocumentTable, *numbers: int) -> list[tuple[object, int]]:
    model = table.model()
    assert isinstance(model, FixedRows)
    model.show_rows(numbers)
    followed: list[tuple[object, int]] = []
    table.link.connect(lambda record, record_id: followed.append((record, record_id)))
    return followed


def test_an_empty_table_says_so_and_tab_passes_it_by(table: DocumentTable) -> None:
    assert table.nothing_label.isVisible()
    assert table.focusPolicy() == Qt.FocusPolicy.NoFocus
    _show(table, 7)
    assert not table.nothing_label.isVisible()
    assert table.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_click_on_a_link_follows_it_and_one_beside_it_does_not(table: DocumentTable) -> None:
    followed = _show(table, 7, -1)
    hands.point_at(table, 0, "Qty")
    hands.point_at(table, 1, "Invoice")
    assert followed == []
    hands.point_at(table, 0, "Invoice")
    assert followed == [(Record.INVOICE, 7)]


def test_enter_follows_the_rows_link_from_any_cell(table: DocumentTable) -> None:
    followed = _show(table, 7, 8, -1)
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.setCurrentIndex(table.model().index(2, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert followed == [(Record.INVOICE, 8)]


def test_a_double_click_beside_the_link_follows_it_once(table: DocumentTable) -> None:
    followed = _show(table, 7)
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert followed == [(Record.INVOICE, 7)]


def test_a_cells_tooltip_is_its_text_or_what_it_says_more(table: DocumentTable) -> None:
    _show(table, 7)
    model = table.model()
    tips = [model.index(0, column).data(Qt.ItemDataRole.ToolTipRole) for column in (0, 1)]
    assert tips == ["7", "No. 7"]
