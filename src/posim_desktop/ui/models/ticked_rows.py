"""A short table whose rows are ticked, such as the goods that a customer takes along."""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from posim_desktop.ui.models.edited_rows import Row
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn

Index = QModelIndex | QPersistentModelIndex


_TICK_ROLES = (Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.AccessibleTextRole)


class TickedRows(FixedRows[Row], Generic[Row]):
    """Rows with a box in their first cell, ticked at first; what is not ticked stays so while it is shown again.

    Signals:
        ticks_changed: A row was ticked, or is no longer.
    """

    ticks_changed = Signal()

    def __init__(
        self,
        columns: Sequence[TableColumn[Row]],
        may_tick: Callable[[Row], bool] = lambda _row: True,
        parent: QObject | None = None,
    ) -> None:
        """Make the table's rows.

        Args:
            columns: Its columns.
            may_tick: Whether a row can be chosen at all.
            parent: Owner.
        """
        super().__init__(columns, parent)
        self._may_tick = may_tick
        self._left: set[int] = set()

    def tick_all(self) -> None:
        """Tick every row that can be, also of what is shown next."""
        self._left.clear()

    def ticked(self) -> list[Row]:
        """Return the rows that are ticked."""
        return [row for row in self._rows if self._is_ticked(row)]

    def toggle(self, number: int) -> None:
        """Tick a row, or no longer; a row that cannot be chosen stays as it is."""
        row = self._rows[number]
        if not self._may_tick(row):
            return
        self._left ^= {row.id}
        index = self.index(number, 0)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()

    def _is_ticked(self, row: Row) -> bool:
        return self._may_tick(row) and row.id not in self._left

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and self._may_tick(self._rows[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.column() or role not in _TICK_ROLES:
            return super().data(index, role)
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            ticked = self.tr("yes") if self._is_ticked(row) else self.tr("no")
            return f"{self._columns[0].label} {ticked}"
        if not self._may_tick(row):
            return None
        return Qt.CheckState.Checked if self._is_ticked(row) else Qt.CheckState.Unchecked

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) is not self._is_ticked(self._rows[index.row()]):
            self.toggle(index.row())
        return True
