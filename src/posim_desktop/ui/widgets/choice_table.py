"""A table to read and to choose a row from, with Enter or a double click."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from posim_desktop.ui.style import SPACE, prepare_table

_WIDEST = 60 * SPACE


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
        self._wide = wide
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.fit_columns()
        rows.modelReset.connect(self.fit_columns)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))

    def fit_columns(self) -> None:
        """Make the columns as wide as what they hold; a long name ends in dots and is whole in its tooltip."""
        header = self.horizontalHeader()
        for column in range(self.model().columnCount()):
            if column != self._wide:
                wanted = max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
                header.resizeSection(column, min(wanted, _WIDEST))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
