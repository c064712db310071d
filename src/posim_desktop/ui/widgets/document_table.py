"""A short table whose rows lead to documents. Serves every guide page of a card with tables."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from posim_desktop.ui.models.fixed_rows import FixedRows, Link
from posim_desktop.ui.style import prepare_table
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.nothing_here import nothing_over


class DocumentTable(QTableView):
    """Rows that are read whole; a click on a link, Enter or a double-click opens its document.

    Signals:
        link(Record, int): The person wants to see the record.
    """

    link = Signal(object, int)

    def __init__(self, title: str, rows: FixedRows[Any], wide: int, empty: str, parent: QWidget | None = None) -> None:
        """Make the table.

        Args:
            title: Its accessible name, the label over it.
            rows: Its model.
            wide: The column that takes the room that the others leave.
            empty: What it says while there are no rows.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName(title)
        self.setModel(rows)
        prepare_table(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        ColumnFit(self, wide)
        self.nothing_label = nothing_over(self, empty)
        rows.modelReset.connect(self._on_rows_model_reset)
        self._on_rows_model_reset()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def _on_rows_model_reset(self) -> None:
        there_are = self._rows.rowCount() > 0
        self.nothing_label.setVisible(not there_are and bool(self.nothing_label.text()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if there_are else Qt.FocusPolicy.NoFocus)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._open(self._rows.link_at(index))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self._rows.link_at(index) is None:
            self._open(self._row_link(index))

    def _row_link(self, index: QModelIndex) -> Link | None:
        links = (self._rows.link_at(index.siblingAtColumn(column)) for column in range(self._rows.columnCount()))
        return self._rows.link_at(index) or next((link for link in links if link is not None), None)

    def _open(self, link: Link | None) -> None:
        if link is not None:
            self.link.emit(*link)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self._row_link(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._rows.link_at(self.indexAt(event.position().toPoint())) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)
