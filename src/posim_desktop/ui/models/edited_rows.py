"""A table that is read whole and whose cells are edited in place.

A refused cell keeps what was typed, marked with the reason, until it is corrected or undone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from posim_desktop.domain.errors import Refusal
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.looks import ANSWERED, LEFT, RIGHT, CellRole, error_style
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import tokens


class Identified(Protocol):
    """What every row has."""

    @property
    def id(self) -> int:
        """The row's id."""
        ...


Row = TypeVar("Row", bound=Identified)
Index = QModelIndex | QPersistentModelIndex

_READ = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_EDITED = _READ | Qt.ItemFlag.ItemIsEditable


class Sign(NamedTuple):
    """A picture in a cell, its color's role, and what it says in the tooltip."""

    picture: str
    role: str
    words: str


@dataclass(frozen=True)
class EditedCell(Generic[Row]):
    """A column.

    Attributes:
        name: What the code calls it, as refusals name the field.
        label: Its heading.
        text: How a row's cell is written.
        numeric: Whether it is aligned to the right.
        edit: How a row's cell is written to be edited; None for a column that is only read.
        editable: Which rows' cells can be edited, of a column that can be.
        sign: A sign in a row's cell, or None; no function for a column without signs.
        quiet: Which rows' cells are of little weight.
        longest: How many characters may be typed.
        tip: What a row's cell says when it is pointed at; None for its text.
    """

    name: str
    label: str
    text: Callable[[Row], str]
    numeric: bool = False
    edit: Callable[[Row], str] | None = None
    editable: Callable[[Row], bool] = lambda _row: True
    sign: Callable[[Row], Sign | None] | None = None
    quiet: Callable[[Row], bool] = lambda _row: False
    longest: int = 24
    tip: Callable[[Row], str] | None = None

    def sign_of(self, row: Row) -> Sign | None:
        """Return the sign in a row's cell, or None."""
        return None if self.sign is None else self.sign(row)

    def tip_of(self, row: Row) -> str:
        """Return a cell's tooltip: its text when there is nothing more to say."""
        return (self.tip or self.text)(row)


class RefusedCell(NamedTuple):
    """What was typed into a cell that could not take it, and why not."""

    typed: str
    refusal: Refusal


class EditedRows(QAbstractTableModel, Generic[Row]):
    """Shows rows; hands what is typed into a cell to whoever can write it.

    Signals:
        edited(int, str, str): Row id, column name and text that was typed into a cell.
        refusals_changed: A cell was refused, or is put right.
    """

    edited = Signal(int, str, str)
    refusals_changed = Signal()

    def __init__(self, columns: Sequence[EditedCell[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.read_only = False
        self._rows: list[Row] = []
        self._refused: dict[tuple[int, str], RefusedCell] = {}

    # ---- the rows ----

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows with minimal changes, so that the selection and an open cell survive."""
        ids = [row.id for row in rows]
        staying = set(ids)
        for place in reversed(range(len(self._rows))):
            if self._rows[place].id not in staying:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        kept = len(self._rows)
        if [row.id for row in self._rows] != ids[:kept]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        else:
            changed = [place for place in range(kept) if self._rows[place] != rows[place]]
            self._rows[:] = rows[:kept]
            for place in changed:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
            if len(rows) > kept:
                self.beginInsertRows(QModelIndex(), kept, len(rows) - 1)
                self._rows = list(rows)
                self.endInsertRows()
        self._forget_refusals_but(staying)

    def row_at(self, place: int) -> Row | None:
        """Return a row, or None."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, row_id: int) -> int:
        """Return where a row stands, -1 when it is gone."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), -1)

    def column_named(self, name: str) -> int:
        """Return where a column stands."""
        return next(place for place, column in enumerate(self.columns) if column.name == name)

    def longest_text(self, column: int) -> str:
        """Return the longest text of a column; figures are of one width, so it is the widest number too."""
        return max((self.columns[column].text(row) for row in self._rows), key=len, default="")

    # ---- what was refused ----

    def keep_typed(self, row_id: int, name: str, typed: str, refusal: Refusal) -> None:
        """Keep what was typed in its cell and say there why it cannot be taken."""
        self._refused[row_id, name] = RefusedCell(typed, refusal)
        self._refusal_changed(row_id, name)

    def give_up_typed(self, row_id: int, name: str) -> None:
        """Show the row's own value again."""
        if self._refused.pop((row_id, name), None) is not None:
            self._refusal_changed(row_id, name)

    def refusals(self) -> list[tuple[int, str, RefusedCell]]:
        """List the cells that wait to be put right."""
        return [(row_id, name, refused) for (row_id, name), refused in self._refused.items()]

    def first_refusal(self, name_row: Callable[[Row], str]) -> str:
        """Say of the first cell that waits to be put right where it is and what is wrong, ``""`` when none does."""
        for row_id, name, refused in self.refusals():
            row = self.row_at(self.place_of(row_id))
            heading = self.columns[self.column_named(name)].label
            return f"{heading} · {name_row(row) if row is not None else ''}: {words_of(refused.refusal)}"
        return ""

    def _refusal_changed(self, row_id: int, name: str) -> None:
        cell = self.index(self.place_of(row_id), self.column_named(name))
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
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object | None:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[section].numeric else LEFT
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        column = self.columns[index.column()]
        editable = not self.read_only and column.edit is not None and column.editable(row)
        return _EDITED if editable else _READ

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if role in ANSWERED and index.isValid() else None
        if row is None:
            return None
        column = self.columns[index.column()]
        refused = self._refused.get((row.id, column.name)) if self._refused else None
        match role:
            case CellRole.DISPLAY:
                return refused.typed if refused else column.text(row)
            case CellRole.EDIT:
                return refused.typed if refused else self._text_to_edit(row, column)
            case CellRole.ALIGNMENT:
                return RIGHT if column.numeric else LEFT
            case CellRole.ACCESSIBLE_TEXT:
                return f"{column.label} {refused.typed if refused else column.text(row)}"
            case CellRole.TOOLTIP | CellRole.ACCESSIBLE_DESCRIPTION:
                sign = column.sign_of(row)
                return words_of(refused.refusal) if refused else sign.words if sign else column.tip_of(row)
            case _:
                return error_style(role) if refused else _look(column, row, role)

    def _text_to_edit(self, row: Row, column: EditedCell[Row]) -> str:
        return column.text(row) if column.edit is None else column.edit(row)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        column, typed = self.columns[index.column()], str(value).strip()
        if typed == self._text_to_edit(row, column):
            self.give_up_typed(row.id, column.name)
        else:
            self.edited.emit(row.id, column.name, typed)
        return True


def _look(column: EditedCell[Row], row: Row, role: int) -> object | None:
    if role == CellRole.DECORATION:
        sign = column.sign_of(row)
        return icon(sign.picture, role=sign.role) if sign is not None else None
    if role == CellRole.FOREGROUND and column.quiet(row):
        return QColor(tokens().muted)
    return None
