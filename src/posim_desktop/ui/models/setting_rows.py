"""The rows of Set Backorders to Customers: an item that came, then one row per backorder that waits for it.

Serves the guide's page "Set backorders to customers".
"""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from posim_desktop.queries.receiving import ReceivedItem
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.setting_sheet import Field, Place, SettingSheet, SheetItem, SheetRow
from posim_desktop.ui.style import tokens

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROLES = Qt.ItemDataRole
_ANSWERED = frozenset(
    int(role)
    for role in (
        _ROLES.DisplayRole,
        _ROLES.EditRole,
        _ROLES.TextAlignmentRole,
        _ROLES.ToolTipRole,
        _ROLES.AccessibleTextRole,
        _ROLES.AccessibleDescriptionRole,
        _ROLES.ForegroundRole,
        _ROLES.BackgroundRole,
        _ROLES.DecorationRole,
        ITEM_ROLE,
    )
)


class Column(IntEnum):
    """The columns in their order."""

    CUSTOMER = 0
    PHONE = 1
    BACKORDER = 2
    DATE = 3
    OUTSTANDING = 4
    ALLOCATED = 5
    RCV = 6
    CANC = 7
    REASON = 8


FIELD_OF: dict[Column, Field] = {Column.RCV: "rcv", Column.CANC: "canc", Column.REASON: "reason"}
COLUMN_OF = {name: column for column, name in FIELD_OF.items()}
_NUMERIC = {Column.BACKORDER, Column.OUTSTANDING, Column.ALLOCATED, Column.RCV, Column.CANC}


class SettingRows(QAbstractTableModel):
    """Shows the sheet and writes into it.

    Signals:
        changed: Something was typed, or the figures are others.
    """

    changed = Signal()

    def __init__(self, items: Sequence[ReceivedItem], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = SettingSheet(items)
        self._rows: list[SheetItem | SheetRow] = []
        self._lay_out()
        self._headings = {
            Column.CUSTOMER: self.tr("Customer"),
            Column.PHONE: self.tr("Phone"),
            Column.BACKORDER: self.tr("Backorder"),
            Column.DATE: self.tr("Date"),
            Column.OUTSTANDING: self.tr("Outstanding"),
            Column.ALLOCATED: self.tr("Allocated"),
            Column.RCV: self.tr("Rcv"),
            Column.CANC: self.tr("Canc"),
            Column.REASON: self.tr("Reason"),
        }

    def item_rows(self) -> list[int]:
        """List the rows that head an item."""
        return [number for number, row in enumerate(self._rows) if isinstance(row, SheetItem)]

    def backorder_at(self, number: int) -> SheetRow | None:
        """Return the backorder of a row, None for an item's row."""
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        return row if isinstance(row, SheetRow) else None

    def index_of(self, place: Place) -> QModelIndex:
        """Return a cell of the sheet, an invalid index when it is gone."""
        return self.index_of_row(place.row, COLUMN_OF[place.field])

    def index_of_row(self, row: SheetRow, column: Column) -> QModelIndex:
        """Return a cell of a backorder's row, an invalid index when it is gone."""
        return self.index(self._numbers.get(id(row), -1), column)

    def mistake_at(self, index: Index) -> str:
        """Return why a cell cannot stay as it is, ``""`` when it can."""
        row, where = self._cell(index)
        return row.mistake(where) if row is not None and where is not None else ""

    def refresh(self, items: Sequence[ReceivedItem]) -> bool:
        """Show the figures as they are now beside what is typed; tell whether any moved."""
        before = self._rows
        moved = self.sheet.refresh(items)
        if before == self._in_order():
            self.repaint()
        else:
            self.beginResetModel()
            self._lay_out()
            self.endResetModel()
        self.changed.emit()
        return moved

    def give_up_typed(self, index: Index) -> bool:
        """Take what cannot be read out of its cell; tell whether there was any."""
        row, where = self._cell(index)
        if row is None or where is None or where not in row.unread:
            return False
        self.sheet.give_up(row, where)
        self._shown_again(row)
        return True

    def repaint(self) -> None:
        """Show again what is said at every cell."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def longest_text(self, column: Column) -> str:
        """Return the longest text of a column; figures are of one width, so it is the widest number too."""
        return max((_text(row, column) for row in self.sheet.rows()), key=len, default="")

    def heading(self, column: Column) -> str:
        """Return a column's heading."""
        return self._headings[column]

    def item_words(self, item: SheetItem) -> str:
        """Say what came of an item and where it goes."""
        return self.tr("Received {received} · Set to customers {given} · Left for the shelf {left}").format(
            received=formatting.quantity(item.item.received),
            given=formatting.quantity(item.set_to_customers),
            left=formatting.quantity(item.left),
        )

    def _lay_out(self) -> None:
        self._rows = self._in_order()
        self._numbers = {id(row): number for number, row in enumerate(self._rows)}

    def _in_order(self) -> list[SheetItem | SheetRow]:
        in_order: list[SheetItem | SheetRow] = []
        for item in self.sheet.items:
            in_order += [item, *item.rows]
        return in_order

    def _number_of(self, row: SheetItem | SheetRow) -> int:
        return self._numbers[id(row)]

    def _cell(self, index: Index) -> tuple[SheetRow | None, Field | None]:
        row = self.backorder_at(index.row()) if index.isValid() else None
        return row, FIELD_OF.get(Column(index.column())) if row is not None else None

    def _shown_again(self, row: SheetRow) -> None:
        """Repaint every line of the row's item: they share its backorders and its figures."""
        own = self.sheet.item_of(row)
        for item in self.sheet.items:
            if item.item.item_id == own.item.item_id:
                last = self._number_of(item.rows[-1])
                self.dataChanged.emit(self.index(self._number_of(item), 0), self.index(last, len(Column) - 1))
        self.changed.emit()

    # ---- the model ----

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _NUMERIC else _LEFT
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.backorder_at(index.row() if index.isValid() else -1) is None:
            return Qt.ItemFlag.NoItemFlags
        usable = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return usable | Qt.ItemFlag.ItemIsEditable if index.column() in FIELD_OF else usable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        # Views ask for many roles that are never answered; those are turned away first.
        if role not in _ANSWERED or not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        return self._item_data(row, column, role) if isinstance(row, SheetItem) else self._row_data(row, column, role)

    def _row_data(self, row: SheetRow, column: Column, role: int) -> object:
        where = FIELD_OF.get(column)
        mistake = row.mistake(where) if where else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, column)
            case Qt.ItemDataRole.EditRole:
                return _text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in _NUMERIC else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return mistake or _text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._headings[column]} {_text(row, column)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return mistake
            case _:
                return self._look(row, column, role)

    def _item_data(self, item: SheetItem, column: int, role: int) -> object:
        name = f"{item.item.item} {item.item.description}".strip()
        if role == ITEM_ROLE:
            return item
        if column != Column.CUSTOMER:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{name}: {self.item_words(item)}"
            case _:
                return None

    def _shown(self, row: SheetRow, column: Column) -> str:
        if column is Column.REASON and _asks_for_reason(row):
            return self.tr("Why?")
        return _text(row, column)

    def _look(self, row: SheetRow, column: Column, role: int) -> object:
        where = FIELD_OF.get(column)
        if where is None:
            if role == Qt.ItemDataRole.ForegroundRole and column in {Column.PHONE, Column.DATE, Column.BACKORDER}:
                return QColor(tokens().muted)
            return None
        if not row.mistake(where):
            return None
        # A reason that is still to come is asked for, not complained about.
        tone = "attention" if column is Column.REASON and _asks_for_reason(row) else "bad"
        match role:
            case Qt.ItemDataRole.DecorationRole:
                return icon("circle-alert" if tone == "bad" else "triangle-alert", role=tone)
            case Qt.ItemDataRole.BackgroundRole:
                return QColor(tokens().bad_surface if tone == "bad" else tokens().attention_surface)
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(tokens().bad if tone == "bad" else tokens().attention)
            case _:
                return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, where = self._cell(index)
        if row is None or where is None or role != Qt.ItemDataRole.EditRole:
            return False
        typed = str(value).strip()
        if typed != _text(row, COLUMN_OF[where]):
            self.sheet.write(row, where, typed)
            self._shown_again(row)
        row.touched = True
        return True


def _asks_for_reason(row: SheetRow) -> bool:
    return row.canc > 0 and not row.reason and "reason" not in row.unread


def _text(row: SheetRow, column: Column) -> str:
    where = FIELD_OF.get(column)
    if where is not None and where in row.unread:
        return row.unread[where].typed
    return _WRITTEN[column](row)


_WRITTEN: dict[Column, Callable[[SheetRow], str]] = {
    Column.CUSTOMER: lambda row: row.backorder.customer,
    Column.PHONE: lambda row: row.backorder.phone,
    Column.BACKORDER: lambda row: formatting.count(row.backorder.number),
    Column.DATE: lambda row: formatting.day_of(row.backorder.created_at),
    Column.OUTSTANDING: lambda row: formatting.quantity(row.backorder.outstanding),
    Column.ALLOCATED: lambda row: formatting.quantity(row.backorder.allocated) if row.backorder.allocated else "",
    Column.RCV: lambda row: formatting.quantity(row.rcv),
    Column.CANC: lambda row: formatting.quantity(row.canc) if row.canc else "",
    Column.REASON: lambda row: row.reason,
}
