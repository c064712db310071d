"""A table to read and to choose a row from, with Enter or a double click."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from posim_desktop.ui.style import prepare_table
from posim_desktop.ui.widgets.column_fit import ColumnFit


class ChoiceTable(QTableView):
    """Rows that are read; one column takes the room that the others leave.

    Signals:
        chosen(int): A row was chosen.
    """

    chosen = Signal(int)

    def __init__(self, rows: QAbstractItemModel, name: str, *, wide: int = 0, parent: QWidget | None = None) -> None:
        """Make the table.

        Args:
            rows: What it shows.
            name: Its accessible name.
            wide: The column that takes the room.
            parent: Owner.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(rows)
        prepare_table(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        ColumnFit(self, wide)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
