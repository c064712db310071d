"""A screen reader says a cell with the heading of its column: "1" alone could be a price or a page."""

from typing import NamedTuple

from PySide6.QtCore import Qt

from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn


class Owed(NamedTuple):
    """A row."""

    customer: str
    quantity: str


def test_a_cell_is_said_with_its_heading(qapp: object) -> None:
    del qapp
    columns = (
        TableColumn[Owed]("Customer", lambda row: row.customer),
        TableColumn[Owed]("Qty", lambda row: row.quantity, numeric=True),
    )
    rows = FixedRows(columns)
    rows.show_rows([Owed("Lee", "1")])
    said = [rows.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(2)]
    assert said == ["Customer Lee", "Qty 1"]
    assert [rows.index(0, column).data() for column in range(2)] == ["Lee", "1"]
