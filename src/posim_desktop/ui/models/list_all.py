"""List All: a deck as a table. Serves the guide's page "Find a card".

Rows come by keyset pages as the person scrolls; only the pages lately looked at are kept, so memory stays small in a
deck of any size.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon
from typing_extensions import override

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.sheets import Kind, Value
from posim_desktop.queries import deck as decks
from posim_desktop.queries.deck import DeckQuery, DeckRow, Found, Key, Order
from posim_desktop.ui.icons import icon
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of_trouble

Row = TypeVar("Row", bound=DeckRow)
Index = QModelIndex | QPersistentModelIndex

ID_ROLE = Qt.ItemDataRole.UserRole
_ANSWERED = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    ID_ROLE,
}
_KEPT_PAGES = 30
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column of List All.

    Attributes:
        label: Its heading.
        text: Writes a row's cell.
        order: Name of the sort order a click on the heading asks for, ``""`` for none.
        numeric: Whether it is aligned to the right.
        width: Width in characters; the last column takes what is left.
        icon: Gives a sign beside the text.
        kind: What a cell holds where the list is saved for a spreadsheet.
        value: Gives a row's cell there; None for its text.
    """

    label: str
    text: Callable[[Row], str]
    order: str = ""
    numeric: bool = False
    width: int = 12
    icon: Callable[[Row], QIcon] | None = None
    kind: Kind = Kind.TEXT
    value: Callable[[Row], Value] | None = None


class ListAll(QAbstractTableModel, Generic[Row]):
    """The rows of a found set in order.

    Signals:
        order_chosen(Order): The person clicked a heading.
        trouble_met(str): The database could not be read.
    """

    order_chosen = Signal(object)
    trouble_met = Signal(str)

    def __init__(
        self,
        operations: Operations,
        query: DeckQuery[Row],
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self._operations = operations
        self._query = query
        self._found = decks.EVERYTHING
        self._order = query.first_order
        self._count = 0
        self._next: Key | None = None
        self._starts: list[Key | None] = []
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()

    def show_found(self, found: Found, order: Order) -> None:
        """Read the beginning of a found set."""
        self.beginResetModel()
        self._found, self._order = found, order
        self._count, self._next = 0, None
        self._starts, self._pages = [], OrderedDict()
        rows, self._next = self._read(None)
        self._keep(None, rows)
        self._count = len(rows)
        self.endResetModel()

    def row_at(self, number: int) -> Row | None:
        """Return a row; None when it is gone since the list was read."""
        page, place = divmod(number, decks.PAGE)
        if page not in self._pages:
            self._remember(page, self._read(self._starts[page])[0])
        self._pages.move_to_end(page)
        rows = self._pages[page]
        return rows[place] if place < len(rows) else None

    def place_of(self, record_id: int | None) -> int | None:
        """Find the number of a record's row among the rows at hand."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.id == record_id:
                    return page * decks.PAGE + place
        return None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        if role not in _ANSWERED:
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ID_ROLE:
            return row.id
        if role == Qt.ItemDataRole.DecorationRole:
            return column.icon(row) if column.icon else None
        words = column.text(row)
        return f"{column.label} {words}" if role == Qt.ItemDataRole.AccessibleTextRole else words

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].numeric else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and self.columns[section].order == self._order.name:
            # The header's own arrow cuts the end off a heading that is aligned to the right.
            return icon("chevron-down" if self._order.descending else "chevron-up", role="muted")
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        start = self._next
        rows, self._next = self._read(start)
        if rows:
            self.beginInsertRows(QModelIndex(), self._count, self._count + len(rows) - 1)
            self._keep(start, rows)
            self._count += len(rows)
            self.endInsertRows()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns) and self.columns[column].order:
            descending = order == Qt.SortOrder.DescendingOrder
            self.order_chosen.emit(Order(self.columns[column].order, descending))

    def _read(self, after: Key | None) -> tuple[tuple[Row, ...], Key | None]:
        try:
            page = self._operations.read(decks.page, self._query, self._found, self._order, after)
        except TroubleError as trouble:
            self.trouble_met.emit(words_of_trouble(trouble))
            return (), None
        return page.rows, page.after

    def _keep(self, start: Key | None, rows: tuple[Row, ...]) -> None:
        self._starts.append(start)
        self._remember(len(self._starts) - 1, rows)

    def _remember(self, page: int, rows: tuple[Row, ...]) -> None:
        self._pages[page] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
