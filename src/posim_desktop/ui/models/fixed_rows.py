"""A short table that is read whole, such as what happened to one backorder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.ui.tokens import tokens

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Link = tuple[Record, int]
"""A record that a cell leads to."""


@dataclass(frozen=True)
class TableColumn(Generic[Row]):
    """A column.

    Attributes:
        label: Its heading.
        text: How a row's cell is written.
        numeric: Whether it is aligned to the right.
        link: Which record a row's cell leads to, None for none.
        tip: What the cell's tooltip says; the text when there is nothing more to say.
    """

    label: str
    text: Callable[[Row], str]
    numeric: bool = False
    link: Callable[[Row], Link | None] | None = None
    tip: Callable[[Row], str] | None = None


class FixedRows(QAbstractTableModel, Generic[Row]):
    """Rows in the order given; a cell's whole text is its tooltip."""

    def __init__(self, columns: Sequence[TableColumn[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; nothing changes from none to none."""
        if not rows and not self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, number: int) -> Row:
        """Return a row."""
        return self._rows[number]

    def link_at(self, index: Index) -> Link | None:
        """Return the record that a cell leads to, or None."""
        if not index.isValid():
            return None
        link = self._columns[index.column()].link
        return None if link is None else link(self._rows[index.row()])

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return column.tip(self._rows[index.row()])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column.text(self._rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.label} {column.text(self._rows[index.row()])}"
        if role == Qt.ItemDataRole.ForegroundRole and self.link_at(index) is not None:
            return QColor(tokens().accent)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[section].numeric else _LEFT
        return None
