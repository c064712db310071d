"""Rows with a quantity to fill in at the end of each, such as Allocation. Serves the guide's pages on ordering.

What is typed counts with every key stroke. A cell that was refused keeps what was typed, marked and with the reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.domain.quantity import NONE
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.fixed_rows import Cell
from posim_desktop.ui.style import app_font, tokens

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

FIELD = "entry"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


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


class _Place(NamedTuple):
    """What a row of the table is: a group's heading (``number`` −1) or one of its rows."""

    group: int
    number: int


class EntryRows(QAbstractTableModel, Generic[Row]):
    """Rows in groups; the last column is filled in.

    A subclass says what identifies a row, what is proposed for it, what is refused, and what a heading sums up.

    Signals:
        entered: A quantity is another, or one was refused or put right.
    """

    entered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Cell[Row]] = ()
        self.entry_label = ""
        self.sign_columns: frozenset[int] = frozenset()
        self._groups: Sequence[Group[Row]] = ()
        self._places: list[_Place] = []
        self._row_of: dict[int, int] = {}
        self._proposed: dict[int, Decimal] = {}
        self._typed: dict[int, str] = {}
        self._values: dict[int, Decimal] = {}
        self._refused: dict[int, str] = {}
        self._last_typed = 0

    def name_columns(self, columns: Sequence[Cell[Row]], entry_label: str, signs: frozenset[int] = frozenset()) -> None:
        """Say what the columns are, what the one to fill in is called, and which may show a sign beside the text."""
        self._columns, self.entry_label = columns, entry_label
        self.sign_columns = signs | {len(columns)}

    # ---- what a subclass says ----

    def key_of(self, row: Row) -> int:
        """Return what identifies a row."""
        raise NotImplementedError

    def propose(self, group: Group[Row], kept: Mapping[int, Decimal]) -> dict[int, Decimal]:
        """Propose quantities for the rows of a group in which nothing was typed.

        Args:
            group: The rows.
            kept: What was typed in the others, by key, as far as it can be read.
        """
        raise NotImplementedError

    def refusals_in(self, group: Group[Row], values: Mapping[int, Decimal]) -> dict[int, Refusal]:
        """Say which rows' readable quantities are wrong and why, by key.

        Args:
            group: The rows.
            values: Quantities by key; what was typed last comes last, for it is what makes a sum too large.
        """
        del group, values
        return {}

    def sums(self, group: Group[Row], values: Mapping[int, Decimal]) -> str:
        """Write what stands at the right of a group's heading."""
        del group, values
        return ""

    # ---- rows and quantities ----

    @property
    def entry_column(self) -> int:
        """The column that is filled in."""
        return len(self._columns)

    @property
    def groups(self) -> Sequence[Group[Row]]:
        """What is shown."""
        return self._groups

    def show_groups(self, groups: Sequence[Group[Row]]) -> None:
        """Show fresh rows; what was typed stays with its row, everything else is proposed afresh."""
        places = [
            _Place(at, number)
            for at, group in enumerate(groups)
            for number in range(-1 if group.heading else 0, len(group.rows))
        ]
        keys = {self.key_of(row): None for group in groups for row in group.rows}
        same = places == self._places and list(keys) == list(self._row_of)
        if not same:
            self.beginResetModel()
        self._groups, self._places = groups, places
        self._typed = {key: typed for key, typed in self._typed.items() if key in keys}
        self._row_of = {
            self.key_of(groups[place.group].rows[place.number]): row
            for row, place in enumerate(places)
            if place.number >= 0
        }
        self._proposed, self._values, self._refused = {}, {}, {}
        for at in range(len(groups)):
            self._proposed |= self.propose(groups[at], self._read_typed(groups[at]))
            self._check(at)
        if same and places:
            self.dataChanged.emit(self.index(0, 0), self.index(len(places) - 1, self.entry_column))
        elif not same:
            self.endResetModel()
        self.entered.emit()

    def row_at(self, row: int) -> Row | None:
        """Return what a row of the table shows; None for a heading."""
        place = self._places[row] if 0 <= row < len(self._places) else None
        return None if place is None or place.number < 0 else self._groups[place.group].rows[place.number]

    def key_at(self, row: int) -> int | None:
        """Return the key of a row of the table; None for a heading."""
        found = self.row_at(row)
        return None if found is None else self.key_of(found)

    def place_of(self, key: int) -> int:
        """Return the row of the table that shows a key, -1 when it is gone."""
        return self._row_of.get(key, -1)

    def entry_rows(self) -> list[int]:
        """List the rows of the table that are filled in."""
        return list(self._row_of.values())

    def heading_rows(self) -> list[int]:
        """List the rows of the table that are headings."""
        return [row for row, place in enumerate(self._places) if place.number < 0]

    def values(self) -> dict[int, Decimal]:
        """Return all readable quantities by key."""
        return dict(self._values)

    def refusals(self) -> dict[int, str]:
        """Return why cells cannot be taken, by key, from top to bottom."""
        return {key: self._refused[key] for key in self._row_of if key in self._refused}

    def sentence(self, key: int) -> str:
        """Say of which row a refusal is, and why."""
        row = self.row_at(self._row_of[key])
        first = self._columns[0]
        return self.tr("{what} {which}: {why}").format(
            what=first.label, which="" if row is None else first.text(row), why=self._refused[key]
        )

    def enter(self, values: Mapping[int, Decimal]) -> None:
        """Fill in many quantities at once, as if they were typed."""
        self._typed |= {key: formatting.quantity(value) for key, value in values.items()}
        for at in range(len(self._groups)):
            self._check(at)
        if self._places:
            column = self.entry_column
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._places) - 1, column))
        self.entered.emit()

    def forget_typed(self) -> None:
        """Let what is proposed stand again in all rows."""
        self._typed = {}
        self.show_groups(self._groups)

    def refuse(self, key: int, message: str) -> bool:
        """Mark a cell that the verb refused; False when it is gone."""
        if key not in self._row_of:
            return False
        self._refused[key] = message
        self._tell(self._places[self._row_of[key]].group)
        return True

    def typed_in(self, row: int) -> str | None:
        """Return what was typed into a row, None when its proposal stands."""
        found = self.row_at(row)
        return None if found is None else self._typed.get(self.key_of(found))

    def put_back(self, row: int, typed: str | None) -> None:
        """Undo what was typed into a row."""
        found = self.row_at(row)
        if found is None:
            return
        if typed is None:
            self._typed.pop(self.key_of(found), None)
        else:
            self._typed[self.key_of(found)] = typed
        self._check(self._places[row].group)
        self._tell(self._places[row].group)

    def longest_text(self, column: int) -> str:
        """Return the longest text of a column; figures are of one width, so it is the widest number too."""
        if column == self.entry_column:
            return max((self._shown(key) for key in self._row_of), key=len, default="")
        write = self._columns[column].text
        return max((write(row) for group in self._groups for row in group.rows), key=len, default="")

    def _shown(self, key: int) -> str:
        if key in self._values and key not in self._refused:
            return formatting.quantity(self._values[key])
        return self._typed.get(key, formatting.quantity(self._proposed.get(key, NONE)))

    def _read_typed(self, group: Group[Row]) -> dict[int, Decimal]:
        kept = {}
        for row in group.rows:
            key = self.key_of(row)
            if key in self._typed:
                try:
                    kept[key] = _read(self._typed[key])
                except RefusedError:
                    continue
        return kept

    def _check(self, at: int) -> None:
        """Read the quantities of a group again and find what is wrong with them."""
        group = self._groups[at]
        values: dict[int, Decimal] = {}
        for row in group.rows:
            key = self.key_of(row)
            self._values.pop(key, None)
            self._refused.pop(key, None)
            try:
                values[key] = _read(self._typed[key]) if key in self._typed else self._proposed[key]
            except RefusedError as refused:
                self._refused[key] = refused.refusal.message
        if self._last_typed in values:
            values[self._last_typed] = values.pop(self._last_typed)
        wrong = self.refusals_in(group, values)
        self._refused |= {key: refusal.message for key, refusal in wrong.items()}
        self._values |= values

    def _tell(self, at: int) -> None:
        rows = [row for row, place in enumerate(self._places) if place.group == at]
        self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], self.entry_column))
        self.entered.emit()

    # ---- the model ----

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._places)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns) + 1

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= self.entry_column:
            return None
        entry = section == self.entry_column
        if role == Qt.ItemDataRole.DisplayRole:
            return self.entry_label if entry else self._columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if entry or self._columns[section].numeric else _LEFT
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        usable = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usable | Qt.ItemFlag.ItemIsEditable if index.column() == self.entry_column else usable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        if row is None:
            return self._heading(index, role)
        if index.column() == self.entry_column:
            return self._entry(self.key_of(row), role)
        column = self._columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        return None

    def _heading(self, index: Index, role: int) -> object | None:
        at = self._places[index.row()].group
        group = self._groups[at]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole if index.column() == 0:
                return group.heading
            case Qt.ItemDataRole.DisplayRole if index.column() == sums_column(self):
                keys = [self.key_of(row) for row in group.rows]
                return self.sums(group, {key: self._values[key] for key in keys if key in self._values})
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if index.column() == 0 else _RIGHT
            case Qt.ItemDataRole.FontRole:
                font = app_font()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.BackgroundRole:
                return QColor(tokens().band)
            case _:
                return None

    def _entry(self, key: int, role: int) -> object | None:
        refused = self._refused.get(key)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._shown(key)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return refused or ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.entry_label} {self._shown(key)}"
            case Qt.ItemDataRole.DecorationRole if refused:
                return icon("circle-alert", role="bad")
            case Qt.ItemDataRole.BackgroundRole if refused:
                return QColor(tokens().bad_surface)
            case Qt.ItemDataRole.ForegroundRole if refused:
                return QColor(tokens().bad)
            case _:
                return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole or index.column() != self.entry_column:
            return False
        key = self.key_of(row)
        self._typed[key], self._last_typed = str(value).strip(), key
        self._check(self._places[index.row()].group)
        self._tell(self._places[index.row()].group)
        return True


def sums_column(rows: EntryRows[Any]) -> int:
    """Return the column from which on a heading shows its sums; it spans to the last."""
    return max(1, rows.entry_column - 2)


def _read(typed: str) -> Decimal:
    """Read a quantity; a cell left blank is none."""
    return formatting.parse_quantity(typed, field=FIELD, zero=True) if typed else NONE
