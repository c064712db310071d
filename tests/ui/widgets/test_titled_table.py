"""A table takes as much room as its rows, and is one line without any."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posim_desktop.tour import hands
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.style import ROW_HEIGHT, apply_style
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.titled_table import TitledTable


@pytest.fixture
def rows() -> FixedRows[str]:
    return FixedRows([TableColumn("Reason", str)])


@pytest.fixture
def titled(qapp: QApplication, qtbot: QtBot, rows: FixedRows[str]) -> TitledTable:
    apply_style(qapp, dark=False)
    made = TitledTable(DocumentTable("Canceled", rows, 0, ""), "none", most_rows=4)
    rows.setParent(made)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def _table(titled: TitledTable) -> DocumentTable:
    (table,) = titled.findChildren(DocumentTable)
    return table


def test_an_empty_table_is_one_line(titled: TitledTable) -> None:
    assert hands.words_on(titled) == ["Canceled: none"]
    assert not _table(titled).isVisible()
    assert titled.minimumSizeHint().height() < 2 * ROW_HEIGHT


def test_it_says_what_was_there_before(titled: TitledTable) -> None:
    titled.say_when_empty("none any more; <2> came on order 1")
    assert hands.words_on(titled) == ["Canceled: none any more; <2> came on order 1"]
    assert titled.caption.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(("count", "in_sight"), [(1, 1), (4, 4), (9, 4)])
def test_it_is_as_tall_as_its_rows_up_to_a_limit(
    titled: TitledTable, rows: FixedRows[str], count: int, in_sight: int
) -> None:
    rows.show_rows([f"Reason {number}" for number in range(count)])
    hands.settle()
    table = _table(titled)
    assert hands.words_on(titled)[0] == "Canceled"
    assert table.isVisible()
    assert table.viewport().height() == in_sight * ROW_HEIGHT
    assert table.verticalScrollBar().isVisible() == (count > in_sight)

    rows.show_rows([])
    assert hands.words_on(titled) == ["Canceled: none"]
