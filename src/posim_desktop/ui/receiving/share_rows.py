"""The rows of Set Backorders to Customers: an item that came, then one row per backorder that waits for it.

Serves the guide's page "Set backorders to customers".
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject
from typing_extensions import override

from posim_desktop.queries.receiving.logs import ReceivedItem
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import TableColumn
from posim_desktop.ui.models.grouped_rows import Group, GroupedRows, Index, Sums
from posim_desktop.ui.models.looks import Tone
from posim_desktop.ui.receiving.share_sheet import FIELDS, CellPlace, Field, ShareSheet, SheetItem, SheetRow


class ShareRows(GroupedRows[SheetRow]):
    """Shows the sheet and writes into it."""

    def __init__(self, items: Sequence[ReceivedItem], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = ShareSheet(items)
        self._items: dict[int, SheetItem] = {}
        write = formatting.quantity
        self.name_columns(
            (
                TableColumn(self.tr("Backorder"), lambda row: str(row.backorder.number), numeric=True),
                TableColumn(self.tr("Date"), lambda row: formatting.day_of(row.backorder.created_at)),
                TableColumn(self.tr("Customer"), lambda row: row.backorder.customer),
                TableColumn(self.tr("Phone"), lambda row: row.backorder.phone),
                TableColumn(self.tr("Outstanding"), _outstanding, numeric=True),
                TableColumn(
                    self.tr("Allocated"),
                    lambda row: write(row.backorder.allocated) if row.backorder.allocated else "",
                    numeric=True,
                ),
            ),
            (
                TableColumn(self.tr("Rcv"), lambda row: _typed(row, "rcv", write(row.rcv)), numeric=True),
                TableColumn(
                    self.tr("Canc"), lambda row: _typed(row, "canc", write(row.canc) if row.canc else ""), numeric=True
                ),
                TableColumn(self.tr("Reason"), self._reason),
            ),
        )
        self._lay_out()

    @property
    def reason_column(self) -> int:
        """The column that is filled in with words."""
        return self.column_of("reason")

    def column_of(self, name: Field) -> int:
        """Return the column of a field."""
        return self.first_entry + FIELDS.index(name)

    def index_of(self, place: CellPlace) -> QModelIndex:
        """Return a cell of the sheet, an invalid index when it is gone."""
        return self.cell_of(self.key_of(place.row), self.column_of(place.field))

    def refresh(self, items: Sequence[ReceivedItem]) -> bool:
        """Show the figures as they are now beside what is typed; tell whether any moved."""
        moved = self.sheet.refresh(items)
        self._lay_out()
        return moved

    def _lay_out(self) -> None:
        self._items = {item.item.receiving_line_id: item for item in self.sheet.items}
        self.show_groups(
            [
                Group(line_id, f"{item.item.item}  {item.item.description}", tuple(item.rows))
                for line_id, item in self._items.items()
            ]
        )

    def _reason(self, row: SheetRow) -> str:
        return self.tr("Reason") if _asks_for_reason(row) else _typed(row, "reason", row.reason)

    def _field_of(self, column: int) -> Field:
        return FIELDS[column - self.first_entry]

    def _shown_again(self, row: SheetRow) -> None:
        """Show every line of the row's item again: they share its backorders and its figures."""
        item_id = self._items[row.receiving_line_id].item.item_id
        for at, item in enumerate(self.sheet.items):
            if item.item.item_id == item_id:
                self.repaint_group(at)
        self.entered.emit()

    # ---- what the sheet says ----

    @override
    def key_of(self, row: SheetRow) -> tuple[int, int]:
        return row.receiving_line_id, row.backorder.backorder_id

    @override
    def error(self, row: SheetRow, column: int) -> str:
        return row.error(self._field_of(column))

    @override
    def text_to_edit(self, row: SheetRow, column: int) -> str:
        asked = column == self.reason_column and _asks_for_reason(row)
        return "" if asked else super().text_to_edit(row, column)

    @override
    def tone(self, row: SheetRow, column: int) -> Tone:
        # A reason not filled in yet is requested, not marked as an error.
        return "attention" if column == self.reason_column and _asks_for_reason(row) else "bad"

    @override
    def write(self, row: SheetRow, column: int, typed: str) -> None:
        if typed != self.text_to_edit(row, column):
            self.sheet.write(row, self._field_of(column), typed)
            self._shown_again(row)
        row.touched = True

    @override
    def give_up_typed(self, index: Index) -> bool:
        row = self.row_at(index.row()) if index.column() >= self.first_entry else None
        if row is None or self._field_of(index.column()) not in row.unparsed:
            return False
        self.sheet.give_up(row, self._field_of(index.column()))
        self._shown_again(row)
        return True

    @override
    def sums(self, group: Group[SheetRow]) -> Sums:
        item = self._items[group.key]
        words = self.tr("Received {received} · Set to customers {rcv} · Left for the shelf {left}").format(
            received=formatting.quantity(item.item.received),
            rcv=formatting.quantity(item.rcv),
            left=formatting.quantity(item.left),
        )
        return Sums(words, are_wrong=item.left < 0)


def _outstanding(row: SheetRow) -> str:
    units = formatting.quantity(row.backorder.outstanding)
    if not row.backorder.one_piece:
        return units
    return QCoreApplication.translate("ShareRows", "{units}, one piece").format(units=units)


def _asks_for_reason(row: SheetRow) -> bool:
    return row.needs_reason and not row.reason and "reason" not in row.unparsed


def _typed(row: SheetRow, name: Field, text: str) -> str:
    """Return what was typed into a cell when it could not be read, else its text."""
    return row.unparsed[name].typed if name in row.unparsed else text
