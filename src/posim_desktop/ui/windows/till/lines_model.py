"""The lines of a working invoice as a table. Serves the guide's pages "Sell" and "Back-order".

A cell that was refused keeps what was typed, marked and with the reason, until it is put right or given up.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from posim_desktop.domain.invoice import TransCode
from posim_desktop.queries.invoices import WorkingLine
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import tokens

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns in their order."""

    ITEM = 0
    DESCRIPTION = 1
    TRANS_CODE = 2
    QUANTITY = 3
    PRICE = 4
    DISCOUNT = 5
    TAX = 6
    EXTENDED = 7


_NUMERIC = {Column.QUANTITY, Column.PRICE, Column.DISCOUNT, Column.EXTENDED}
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
    )
)
_OF_GOODS = {Column.TRANS_CODE, Column.QUANTITY, Column.PRICE, Column.DISCOUNT}


class Refused(NamedTuple):
    """What was typed into a cell that could not take it, and why not."""

    typed: str
    message: str


class LinesModel(QAbstractTableModel):
    """Shows lines; hands what is typed into a cell to the window.

    Signals:
        edited(int, int, str): Line id, column and text that was typed into a cell.
        refusals_changed: A cell was refused, or is put right.
    """

    edited = Signal(int, int, str)
    refusals_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[WorkingLine] = []
        self._refused: dict[tuple[int, Column], Refused] = {}
        self._headings = {
            Column.ITEM: self.tr("Item ID"),
            Column.DESCRIPTION: self.tr("Description"),
            Column.TRANS_CODE: self.tr("Trans Code"),
            Column.QUANTITY: self.tr("Qty"),
            Column.PRICE: self.tr("Price"),
            Column.DISCOUNT: self.tr("Discount"),
            Column.TAX: self.tr("Tax"),
            Column.EXTENDED: self.tr("Extended"),
        }

    def show_lines(self, lines: Sequence[WorkingLine]) -> None:
        """Show lines, moving as little as possible so that the selection and an open cell stay."""
        ids = [line.id for line in lines]
        for row in reversed(range(len(self._lines))):
            if self._lines[row].id not in ids:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._lines[row]
                self.endRemoveRows()
        kept = len(self._lines)
        if [line.id for line in self._lines] != ids[:kept]:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
        else:
            changed = [row for row in range(kept) if self._lines[row] != lines[row]]
            self._lines[:] = lines[:kept]
            for row in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            if len(lines) > kept:
                self.beginInsertRows(QModelIndex(), kept, len(lines) - 1)
                self._lines = list(lines)
                self.endInsertRows()
        self._forget_refusals_but(set(ids))

    def line_at(self, row: int) -> WorkingLine | None:
        """Return the line of a row, or None."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, line_id: int) -> int:
        """Return the row of a line, -1 when it is gone."""
        return next((row for row, line in enumerate(self._lines) if line.id == line_id), -1)

    def longest_text(self, column: Column) -> str:
        """Return the longest text of a column; figures are of one width, so it is the widest number too."""
        return max((_text(line, column) for line in self._lines), key=len, default="")

    def keep_typed(self, line_id: int, column: Column, typed: str, message: str) -> None:
        """Keep what was typed in its cell and say there why it cannot be taken."""
        self._refused[line_id, column] = Refused(typed, message)
        self._refusal_changed(line_id, column)

    def give_up_typed(self, line_id: int, column: Column) -> None:
        """Show the line's own value again."""
        if self._refused.pop((line_id, column), None) is not None:
            self._refusal_changed(line_id, column)

    def refusals(self) -> list[tuple[int, Column, Refused]]:
        """List the cells that wait to be put right."""
        return [(line_id, column, refused) for (line_id, column), refused in self._refused.items()]

    def _refusal_changed(self, line_id: int, column: Column) -> None:
        cell = self.index(self.row_of(line_id), column)
        self.dataChanged.emit(cell, cell)
        self.refusals_changed.emit()

    def _forget_refusals_but(self, ids: set[int]) -> None:
        gone = [key for key in self._refused if key[0] not in ids]
        for key in gone:
            del self._refused[key]
        if gone:
            self.refusals_changed.emit()

    # ---- the model ----

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object | None:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if column is Column.TRANS_CODE:
                return Qt.AlignmentFlag.AlignCenter
            return _RIGHT if column in _NUMERIC else _LEFT
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        usable = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        comment = line.trans_code is TransCode.COMMENT
        editable = index.column() == Column.DESCRIPTION if comment else index.column() in _OF_GOODS
        return usable | Qt.ItemFlag.ItemIsEditable if editable else usable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object | None:
        # Views ask for many roles that are never answered; those are turned away first.
        line = self.line_at(index.row()) if role in _ANSWERED and index.isValid() else None
        if line is None:
            return None
        column = Column(index.column())
        refused = self._refused.get((line.id, column))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return refused.typed if refused else self._shown(line, column)
            case Qt.ItemDataRole.EditRole:
                return refused.typed if refused else _text_to_edit(line, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in _NUMERIC else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return refused.message if refused else self._tip(line, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._headings[column]} {refused.typed if refused else self._shown(line, column)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return refused.message if refused else self._tip(line, column)
            case _:
                return self._look(line, column, refused, role)

    def _look(self, line: WorkingLine, column: Column, refused: Refused | None, role: int) -> object | None:
        if refused is not None:
            if role == Qt.ItemDataRole.DecorationRole:
                return icon("circle-alert", role="bad")
            if role == Qt.ItemDataRole.BackgroundRole:
                return QColor(tokens().bad_surface)
            return QColor(tokens().bad) if role == Qt.ItemDataRole.ForegroundRole else None
        if role == Qt.ItemDataRole.ForegroundRole and (
            line.trans_code is TransCode.COMMENT
            or (column is Column.EXTENDED and line.trans_code is TransCode.BACKORDER)
        ):
            return QColor(tokens().muted)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.QUANTITY and line.shortage > 0:
            return icon("triangle-alert", role="attention")
        return None

    def _tip(self, line: WorkingLine, column: Column) -> str:
        if column in {Column.QUANTITY, Column.ITEM} and line.shortage > 0:
            return self.tr("{short} more than there is: On Hand {on_hand}, Available {available}").format(
                short=formatting.quantity(line.shortage),
                on_hand=formatting.quantity(line.on_hand),
                available=formatting.quantity(line.available),
            )
        return self._shown(line, column) if column in {Column.DESCRIPTION, Column.ITEM} else ""

    def _shown(self, line: WorkingLine, column: Column) -> str:
        if column is Column.DESCRIPTION and line.expected_on is not None:
            words = self.tr("{description} – expected {day}")
            return words.format(description=line.description, day=formatting.date(line.expected_on))
        return _text(line, column)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or role != Qt.ItemDataRole.EditRole:
            return False
        column, typed = Column(index.column()), str(value).strip()
        if typed == str(self.data(index, Qt.ItemDataRole.EditRole)) and (line.id, column) not in self._refused:
            return True
        if typed == _text_to_edit(line, column):
            self.give_up_typed(line.id, column)
            return True
        self.edited.emit(line.id, column, typed)
        return True


def _text(line: WorkingLine, column: Column) -> str:
    words = {
        Column.ITEM: line.item,
        Column.DESCRIPTION: line.description,
        Column.TRANS_CODE: str(line.trans_code),
        Column.TAX: line.tax_code,
    }
    if column in words:
        return words[column]
    if line.trans_code is TransCode.COMMENT:
        return ""
    match column:
        case Column.QUANTITY:
            return formatting.quantity(line.quantity)
        case Column.PRICE:
            return formatting.money(line.unit_price)
        case Column.DISCOUNT:
            return _discount(line)
        case _:
            return formatting.money(line.extension)


def _discount(line: WorkingLine) -> str:
    if line.discount_percent is not None:
        return f"{formatting.quantity(line.discount_percent)}%"
    return formatting.money(line.discount) if line.discount else ""


def _text_to_edit(line: WorkingLine, column: Column) -> str:
    match column:
        case Column.PRICE:
            return formatting.money_to_edit(line.unit_price)
        case Column.DISCOUNT if line.discount_percent is None:
            return formatting.money_to_edit(line.discount) if line.discount else ""
        case _:
            return _text(line, column)
