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
        name: What `column_named` finds it by, wherever it stands; blank for one that nobody looks for.
    """

    label: str
    text: Callable[[Row], str]
    numeric: bool = False
    link: Callable[[Row], Link | None] | None = None
    tip: Callable[[Row], str] | None = None
    name: str = ""


def _tip(column: TableColumn[Any], row: Any) -> str:  # noqa: ANN401 - a row of that column
    return (column.tip or column.text)(row)


def _colour(column: TableColumn[Any], row: Any) -> QColor | None:  # noqa: ANN401 - a row of that column
    leads_on = column.link is not None and column.link(row) is not None
    return QColor(tokens().accent) if leads_on else None


# A view asks for a dozen roles of each cell that it measures and again of each that it paints.
_ANSWERS: dict[int, Callable[[TableColumn[Any], Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.AccessibleTextRole: lambda column, row: f"{column.label} {column.text(row)}",
    Qt.ItemDataRole.ForegroundRole: _colour,
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _row: _RIGHT if column.numeric else _LEFT,
}

_HEADINGS: dict[int, Callable[[TableColumn[Any]], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column: column.label,
    Qt.ItemDataRole.TextAlignmentRole: lambda column: _RIGHT if column.numeric else _LEFT,
}


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

    def column_named(self, name: str) -> int:
        """Return where a column stands."""
        return next(place for place, column in enumerate(self._columns) if column.name == name)

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
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._columns[index.column()], self._rows[index.row()])

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = _HEADINGS.get(role)
        if answer is None or orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return answer(self._columns[section])
