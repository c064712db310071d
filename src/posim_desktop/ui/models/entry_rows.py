"""Rows with one quantity to fill in, proposed at first, such as Allocation. Serves the guide's ordering pages."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import QObject
from typing_extensions import override

from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import TableColumn
from posim_desktop.ui.models.grouped_rows import Group, GroupedRows, Index
from posim_desktop.ui.refusals import words_of

Row = TypeVar("Row")

FIELD = "entry"


class EntryRows(GroupedRows[Row]):
    """Rows in groups; the last column is a quantity.

    A subclass says what identifies a row, what is proposed for it, what is refused, and what a heading sums up.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._proposed: dict[int, Decimal] = {}
        self._typed: dict[int, str] = {}
        self._values: dict[int, Decimal] = {}
        self._refused: dict[int, str] = {}
        self._last_typed = 0

    def name_quantity(self, read: Sequence[TableColumn[Row]], label: str) -> None:
        """Say what the columns are that are only read, and what the quantity is called."""
        self.name_columns(read, (TableColumn(label, lambda row: self._shown(self.key_of(row)), numeric=True),))

    # ---- for subclasses ----

    @override
    def key_of(self, row: Row) -> int:
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

    # ---- quantities ----

    @override
    def rows_came(self) -> None:
        """Propose again wherever nothing was typed; what was typed stays with its row."""
        keys = {self.key_of(row) for group in self.groups for row in group.rows}
        self._typed = {key: typed for key, typed in self._typed.items() if key in keys}
        self._proposed, self._values, self._refused = {}, {}, {}
        for group in self.groups:
            self._proposed |= self.propose(group, self._read_typed(group))
            self._check(group)

    def values(self) -> dict[int, Decimal]:
        """Return all readable quantities by key."""
        return dict(self._values)

    def values_in(self, group: Group[Row]) -> dict[int, Decimal]:
        """Return the readable quantities of a group by key."""
        keys = (self.key_of(row) for row in group.rows)
        return {key: self._values[key] for key in keys if key in self._values}

    def refusals(self) -> dict[int, str]:
        """Return why cells cannot be taken, by key, from top to bottom."""
        keys = (self.key_of(row) for group in self.groups for row in group.rows)
        return {key: self._refused[key] for key in keys if key in self._refused}

    def sentence(self, key: int) -> str:
        """Say of which row a refusal is, and why."""
        first = self.cell_of(key, 0)
        return self.tr("{what} {which}: {why}").format(what=self.label(0), which=first.data(), why=self._refused[key])

    def enter(self, values: Mapping[int, Decimal]) -> None:
        """Fill in many quantities at once, as if they were typed."""
        self._typed |= {key: formatting.quantity(value) for key, value in values.items()}
        for group in self.groups:
            self._check(group)
        self.repaint()
        self.entered.emit()

    def forget_typed(self) -> None:
        """Let what is proposed stand again in all rows."""
        self._typed = {}
        self.show_groups(self.groups)

    def refuse(self, key: int, refusal: Refusal) -> bool:
        """Mark a cell that the verb refused; False when it is gone."""
        row = self.row_at(self.cell_of(key).row())
        if row is None:
            return False
        self._refused[key] = words_of(refusal)
        self.repaint_group(self.group_of(row))
        self.entered.emit()
        return True

    def _shown(self, key: int) -> str:
        if key in self._values and key not in self._refused:
            return formatting.quantity(self._values[key])
        return self._typed.get(key, formatting.quantity(self._proposed.get(key, NO_UNITS)))

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

    def _check(self, group: Group[Row]) -> None:
        """Read the quantities of a group again and find what is wrong with them."""
        values: dict[int, Decimal] = {}
        for row in group.rows:
            key = self.key_of(row)
            self._values.pop(key, None)
            self._refused.pop(key, None)
            try:
                values[key] = _read(self._typed[key]) if key in self._typed else self._proposed[key]
            except RefusedError as refused:
                self._refused[key] = words_of(refused.refusal)
        if self._last_typed in values:
            values[self._last_typed] = values.pop(self._last_typed)
        wrong = self.refusals_in(group, values)
        self._refused |= {key: words_of(refusal) for key, refusal in wrong.items()}
        self._values |= values

    # ---- the cell to fill in ----

    @override
    def error(self, row: Row, column: int) -> str:
        return self._refused.get(self.key_of(row), "")

    @override
    def write(self, row: Row, column: int, typed: str) -> None:
        self._last_typed = self.key_of(row)
        self.put_back(row, column, typed)

    @override
    def before_typing(self, row: Row, column: int) -> str | None:
        return self._typed.get(self.key_of(row))

    @override
    def put_back(self, row: Row, column: int, before: str | None) -> None:
        if before is None:
            self._typed.pop(self.key_of(row), None)
        else:
            self._typed[self.key_of(row)] = before
        at = self.group_of(row)
        self._check(self.groups[at])
        self.repaint_group(at)
        self.entered.emit()

    @override
    def give_up_typed(self, index: Index) -> bool:
        row = self.row_at(index.row()) if index.column() == self.first_entry else None
        if row is None or self.key_of(row) in self._values:
            return False
        self.put_back(row, index.column(), None)
        return True


def _read(typed: str) -> Decimal:
    """Read a quantity; a cell left blank is none."""
    return formatting.parse_quantity(typed, field=FIELD, zero=True) if typed else NO_UNITS
