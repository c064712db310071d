"""Costs are shown to who may see them, and to nobody else. Serves the guide's page on roles."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView, QWidget

from posim_desktop.domain.permits import Permission
from posim_desktop.ui.operations import Operations

Row = TypeVar("Row")


class NamedColumns(Protocol):
    """Rows whose columns have names."""

    def column_named(self, name: str) -> int:
        """Return where a column stands."""
        ...


class Costs(QObject):
    """Hides from a screen what tells a cost, as long as somebody works there who may not see it.

    Signals:
        changed: Costs are seen now, or no more: somebody else works here.
    """

    changed = Signal()

    def __init__(self, operations: Operations, screen: QObject) -> None:
        super().__init__(screen)
        self._operations = operations
        self._columns: list[tuple[QTableView, int]] = []
        self._widgets: list[QWidget] = []
        self._were_seen = self.seen
        operations.rights_changed.connect(self._on_rights_changed)

    @property
    def seen(self) -> bool:
        """Whether whoever works here may see costs."""
        return self._operations.lacking(Permission.SEE_COSTS) is None

    def text(self, write: Callable[[Row], str]) -> Callable[[Row], str]:
        """Write a cost, or nothing: what is hidden is not read out either."""
        return lambda row: write(row) if self.seen else ""

    def hide_columns(self, table: QTableView, rows: NamedColumns, *names: str) -> None:
        """Show some columns of a table only while costs are seen; by name, so that another may come in before them."""
        self._columns += [(table, rows.column_named(name)) for name in names]
        self._show()

    def hide(self, *widgets: QWidget) -> None:
        """Show some widgets only while costs are seen."""
        self._widgets += widgets
        self._show()

    def _show(self) -> None:
        for table, column in self._columns:
            table.setColumnHidden(column, not self.seen)
        for widget in self._widgets:
            widget.setVisible(self.seen)

    def _on_rights_changed(self) -> None:
        if self.seen != self._were_seen:
            self._were_seen = self.seen
            self._show()
            self.changed.emit()
