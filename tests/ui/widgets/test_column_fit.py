"""The columns of a table to read take the width of their content, and one of them what is left."""

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posim_desktop.ui.widgets.choice_table import ChoiceTable


@pytest.fixture
def table(qtbot: QtBot) -> ChoiceTable:
    """Two columns of names; the second one takes the room."""
    rows = QStandardItemModel(0, 2)
    rows.setHorizontalHeaderLabels(["Customer", "Goods"])
    rows.appendRow([QStandardItem("Olivia Bennett of Falmouth"), QStandardItem("4 × 22949 Set of 36 doilies")])
    table = ChoiceTable(rows, "Waiting", wide=1)
    rows.setParent(table)
    qtbot.addWidget(table)
    table.resize(200, 200)
    table.show()
    return table


@pytest.mark.parametrize("width", [300, 900, 1600])
def test_the_columns_fill_the_table_whatever_its_width(table: ChoiceTable, width: int) -> None:
    table.resize(width, 200)
    QApplication.processEvents()
    header = table.horizontalHeader()
    assert sum(header.sectionSize(column) for column in range(2)) == header.viewport().width()


def test_nothing_is_cut_once_there_is_room(table: ChoiceTable) -> None:
    assert table.columnWidth(0) < table.sizeHintForColumn(0)
    table.resize(900, 200)
    QApplication.processEvents()
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_a_name_gives_way_before_a_date_or_a_telephone_number(qtbot: QtBot) -> None:
    rows = QStandardItemModel(0, 4)
    rows.setHorizontalHeaderLabels(["Since", "Customer", "Phone", "Note"])
    for since, phone in (("11/22/2026 5:12\N{NARROW NO-BREAK SPACE}PM", "207-555-0110"), ("", "+49 (0)89 123 45-6")):
        cells = (since, "Olivia Bennett of Falmouth and elsewhere", phone, "Waits for a word from the café")
        rows.appendRow([QStandardItem(words) for words in cells])
    table = ChoiceTable(rows, "Waiting", wide=3)
    rows.setParent(table)
    qtbot.addWidget(table)
    table.resize(520, 200)
    table.show()
    QApplication.processEvents()
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    assert table.columnWidth(2) >= table.sizeHintForColumn(2)
    assert table.columnWidth(1) < table.sizeHintForColumn(1)
