"""Rows in groups with cells to fill in at the end of each, such as Allocation. Serves the guide's ordering pages.

What is typed counts with every key stroke. A cell that was refused keeps what was typed, marked and with the reason.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from posim_desktop.ui.models.fixed_rows import TableColumn
from posim_desktop.ui.models.looks import ANSWERED, LEFT, RIGHT, Tone, error_style

_LONGEST = 20  # texts of a column that are measured; thousands would take too long

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Group(Generic[Row]):
    """Rows that belong together.

    Attributes:
        key: Whose they are, such as the order's line.
        heading: What stands above them; ``""`` for no heading.
        rows: In their order.
    """

    key: int
    heading: str
    rows: Sequence[Row]


class Sums(NamedTuple):
    """What a group comes to, and whether that cannot be."""

    words: str
    are_wrong: bool = False


class _Place(NamedTuple):
    """What a row of the table is: a group's heading (``number`` −1) or one of its rows."""

    group: int
    number: int


class GroupedRows(QAbstractTableModel, Generic[Row]):
    """Rows in groups; the last columns are filled in.

    A subclass says what identifies a row, what its cells hold and why they cannot stay, and what a heading sums up.

    Signals:
        entered: Something was typed, or the figures are others.
    """

    entered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[TableColumn[Row]] = ()
        self.first_entry = 0
        self._groups: Sequence[Group[Row]] = ()
        self._places: list[_Place] = []
        self._row_of: dict[Hashable, int] = {}

    def name_columns(self, read: Sequence[TableColumn[Row]], filled_in: Sequence[TableColumn[Row]]) -> None:
        """Say which columns are only read, and which are filled in."""
        self._columns, self.first_entry = (*read, *filled_in), len(read)

    def may_have_sign(self, column: int) -> bool:
        """Return whether a column may show a sign beside its text; one that is filled in does at a mistake."""
        return column >= self.first_entry

    # ---- for subclasses ----

    def key_of(self, row: Row) -> Hashable:
        """Return what identifies a row."""
        raise NotImplementedError

    def error(self, row: Row, column: int) -> str:
        """Say why a cell to fill in cannot stay as it is, ``""`` when it can."""
        raise NotImplementedError

    def write(self, row: Row, column: int, typed: str) -> None:
        """Take what was typed into a cell."""
        raise NotImplementedError

    def give_up_typed(self, index: Index) -> bool:
        """Take what cannot be read out of its cell; tell whether there was any."""
        raise NotImplementedError

    def text_to_edit(self, row: Row, column: int) -> str:
        """Return what stands in a cell to be edited."""
        return self._columns[column].text(row)

    def before_typing(self, row: Row, column: int) -> str | None:
        """Return what :meth:`put_back` wants to undo all that is typed into a cell from now on."""
        return self.text_to_edit(row, column)

    def put_back(self, row: Row, column: int, before: str | None) -> None:
        """Undo what was typed into a cell."""
        self.write(row, column, before or "")

    def tone(self, row: Row, column: int) -> Tone:
        """Return whether this is an error, or only something not filled in yet."""
        del row, column
        return "bad"

    def sums(self, group: Group[Row]) -> Sums:
        """Say what stands at the right of a group's heading."""
        del group
        return Sums("")

    # ---- rows ----

    @property
    def groups(self) -> Sequence[Group[Row]]:
        """What is shown."""
        return self._groups

    def show_groups(self, groups: Sequence[Group[Row]]) -> None:
        """Show fresh rows; an open cell stays open while the same rows stand in the same places."""
        places = [
            _Place(at, number)
            for at, group in enumerate(groups)
            for number in range(-1 if group.heading else 0, len(group.rows))
        ]
        row_of: dict[Hashable, int] = {
            self.key_of(groups[place.group].rows[place.number]): row
            for row, place in enumerate(places)
            if place.number >= 0
        }
        same = places == self._places and row_of == self._row_of
        if not same:
            self.beginResetModel()
        self._groups, self._places, self._row_of = groups, places, row_of
        self.rows_came()
        if same:
            self.repaint()
        else:
            self.endResetModel()
        self.entered.emit()

    def rows_came(self) -> None:
        """Get ready for rows that are about to be shown."""

    def row_at(self, number: int) -> Row | None:
        """Return what a row of the table shows; None for a heading."""
        place = self._places[number] if 0 <= number < len(self._places) else None
        return None if place is None or place.number < 0 else self._groups[place.group].rows[place.number]

    def cell_of(self, key: Hashable, column: int | None = None) -> QModelIndex:
        """Return a cell of the row with a key, the first to fill in unless one is named; an invalid index when gone."""
        return self.index(self._row_of.get(key, -1), self.first_entry if column is None else column)

    def key_at(self, number: int) -> Hashable | None:
        """Return the key of a row of the table; None for a heading."""
        row = self.row_at(number)
        return None if row is None else self.key_of(row)

    def entry_rows(self) -> list[int]:
        """List the rows of the table that are filled in."""
        return list(self._row_of.values())

    def heading_rows(self) -> list[int]:
        """List the rows of the table that are headings."""
        return [row for row, place in enumerate(self._places) if place.number < 0]

    def heading_at(self, number: int) -> tuple[str, Sums] | None:
        """Return what a heading says at its left and at its right; None for a row that is none."""
        if not 0 <= number < len(self._places) or self._places[number].number >= 0:
            return None
        group = self._groups[self._places[number].group]
        return group.heading, self.sums(group)

    def error_at(self, index: Index) -> str:
        """Return why a cell cannot stay as it is, ``""`` when it can."""
        row = self.row_at(index.row()) if index.isValid() and index.column() >= self.first_entry else None
        return "" if row is None else self.error(row, index.column())

    def label(self, column: int) -> str:
        """Return a column's heading."""
        return self._columns[column].label

    def longest_texts(self, column: int) -> list[str]:
        """Return the few longest texts of a column; the widest is one of them, though another may have more letters."""
        write = self._columns[column].text
        return nlargest(_LONGEST, {write(row) for group in self._groups for row in group.rows}, key=len)

    def repaint(self) -> None:
        """Show all cells again."""
        if self._places:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._places) - 1, len(self._columns) - 1))

    def repaint_group(self, at: int) -> None:
        """Show a group's cells and its sums again."""
        group = self._groups[at]
        if group.rows:
            last = self._row_of[self.key_of(group.rows[-1])]
            first = last - len(group.rows) + (0 if group.heading else 1)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def group_of(self, row: Row) -> int:
        """Return which group a row belongs to."""
        return self._places[self._row_of[self.key_of(row)]].group

    # ---- the model ----

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._places)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self._columns[section].numeric else LEFT
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        usable = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return usable | Qt.ItemFlag.ItemIsEditable if index.column() >= self.first_entry else usable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Views ask for many roles we do not handle; reject those first.
        if role not in ANSWERED or not index.isValid():
            return None
        row = self.row_at(index.row())
        return self._heading_data(index, role) if row is None else self._row_data(row, index.column(), role)

    def _heading_data(self, index: Index, role: int) -> str | None:
        said = self.heading_at(index.row())
        if said is None or index.column() != 0:
            return None
        heading, sums = said
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return heading
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{heading}: {sums.words}"
            case _:
                return None

    def _row_data(self, row: Row, column: int, role: int) -> object | None:
        cell = self._columns[column]
        error = self.error(row, column) if column >= self.first_entry else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text(row)
            case Qt.ItemDataRole.EditRole:
                return self.text_to_edit(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if cell.numeric else LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return error or cell.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{cell.label} {self.text_to_edit(row, column)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return error
            case _:
                return error_style(role, self.tone(row, column)) if error else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole or index.column() < self.first_entry:
            return False
        self.write(row, index.column(), str(value).strip())
        return True
