"""The view of rows whose cells are edited in place: Enter goes down the column, Esc gives up, Del takes a row off."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from posim_desktop.ui.models.edited_rows import EditedRows
from posim_desktop.ui.style import SPACE, prepare_table

Index = QModelIndex | QPersistentModelIndex

_WIDEST = 46 * SPACE  # any figure fits; longer texts end in dots
_AROUND_TEXT, _SIGN = 6 * SPACE, 6 * SPACE  # padding; room for a sign beside the text
_LEAST_STRETCHED = 30 * SPACE  # of the column that takes what is left; the others give way for it


class _CellDelegate(QStyledItemDelegate):
    """Edits a cell as text, whatever it holds: the window reads it and keeps what it cannot read."""

    def __init__(self, rows: EditedRows[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return cell_editor(self._rows, parent, index)


def cell_editor(rows: EditedRows[Any], parent: QWidget, index: Index) -> QLineEdit:
    """Make the input of an open cell."""
    column = rows.columns[index.column()]
    editor = QLineEdit(parent)
    editor.setFrame(False)
    editor.setMaxLength(column.longest)
    editor.setAccessibleName(column.label)
    editor.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
    return editor


class EditedTable(QTableView):
    """A table of :class:`EditedRows`.

    Signals:
        row_activated(int): Enter or a double click on a cell that is only read; the row's id.
        remove_requested(int): Del on a row.
        left: Esc, or Enter in the last row: the person is done with the table.
    """

    row_activated = Signal(int)
    remove_requested = Signal(int)
    left = Signal()

    def __init__(
        self,
        rows: EditedRows[Any],
        widths: Mapping[str, int],
        stretched: str,
        parent: QWidget | None = None,
        *,
        till: bool = False,
    ) -> None:
        """Show rows.

        Args:
            rows: The model.
            widths: The comfortable width of each column in pixels, by its name.
            stretched: The name of the column that takes the room that is left.
            parent: Owner.
            till: Whether it stands at the till, where rows are higher.
        """
        super().__init__(parent)
        self._rows = rows
        self._stretched = rows.column_named(stretched)
        self._widths = {rows.column_named(name): width for name, width in widths.items()}
        self._cells = _CellDelegate(rows, self)
        self._headings: dict[int, int] = {}
        self._headings_font = ""
        self.setModel(rows)
        prepare_table(self, till=till)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setIconSize(QSize(4 * SPACE, 4 * SPACE))
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(12 * SPACE)
        self._cells.closeEditor.connect(self._on_cell_closed)
        self.doubleClicked.connect(self._on_double_clicked)
        rows.refusals_changed.connect(self.fit_columns)
        self.fit_columns()

    def show_row(self, row_id: int, name: str) -> None:
        """Make a row's cell the current one, in sight."""
        cell = self._rows.index(self._rows.place_of(row_id), self._rows.column_named(name))
        self.setCurrentIndex(cell)
        self.scrollTo(cell)

    def current_id(self) -> int | None:
        """Return the id of the current row."""
        row = self._rows.row_at(self.currentIndex().row())
        return None if row is None else int(row.id)

    def open_editor(self) -> QLineEdit | None:
        """Return the open cell's input, if one is open."""
        return next((found for found in self.viewport().findChildren(QLineEdit) if found.isVisible()), None)

    def take_open_cell(self) -> None:
        """Take what is in an open cell, as when it is left."""
        editor = self.open_editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def close_unread(self) -> None:
        """Close an open cell without taking what is in it."""
        editor = self.open_editor()
        if editor is not None:
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def fit_columns(self) -> None:
        """Make the columns as wide as what they hold needs, so that no figure is cut short; comfortable if they can."""
        refused = {self._rows.column_named(name): kept.typed for _row, name, kept in self._rows.refusals()}
        needed = {column: self._needed_width(column, refused.get(column)) for column in self._widths}
        header = self.horizontalHeader()
        headings = {column: self._heading_width(column) for column in (*self._widths, self._stretched)}
        widths = {column: max(least, headings[column], needed[column]) for column, least in self._widths.items()}
        if sum(widths.values()) + _LEAST_STRETCHED > self.viewport().width():
            widths = {column: max(headings[column], needed[column]) for column in widths}
        left = self.viewport().width() - sum(w for c, w in widths.items() if not header.isSectionHidden(c))
        widths[self._stretched] = max(left, headings[self._stretched])
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _heading_width(self, column: int) -> int:
        """Return how wide a heading is, asked once for each font: at every scan, asking took longer than the line."""
        header = self.horizontalHeader()
        font = header.font().key()
        if font != self._headings_font:
            self._headings, self._headings_font = {}, font
        if column not in self._headings:
            is_hidden = header.isSectionHidden(column)
            header.setSectionHidden(column, False)  # a hidden heading has no width
            self._headings[column] = header.sectionSizeHint(column)
            header.setSectionHidden(column, is_hidden)
        return self._headings[column]

    def _needed_width(self, column: int, refused: str | None) -> int:
        metrics = self.fontMetrics()
        texts = (self._rows.longest_text(column), refused or "")
        wanted = max(metrics.horizontalAdvance(written) for written in texts) + _AROUND_TEXT
        may_have_sign = refused is not None or self._rows.columns[column].sign is not None
        return min(wanted + (_SIGN if may_have_sign else 0), _WIDEST)

    def _on_cell_closed(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        ending = QAbstractItemDelegate.EndEditHint
        if hint == ending.SubmitModelCache and not self._rows.refusals():
            self._go_down()

    def _go_down(self) -> None:
        here = self.currentIndex()
        if here.row() + 1 < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(here.row() + 1, here.column()))
            self.setFocus()
        else:
            self.left.emit()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index.row())
        if row is not None and not self._rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.row_activated.emit(row.id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._rows.row_at(self.currentIndex().row())
        if row is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Delete:
                self.remove_requested.emit(row.id)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._rows.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
                    self.edit(self.currentIndex())
                else:
                    self.row_activated.emit(row.id)
            case Qt.Key.Key_Escape:
                self._rows.give_up_typed(row.id, self._rows.columns[self.currentIndex().column()].name)
                self.left.emit()
            case Qt.Key.Key_Space:
                pass
            case _:
                super().keyPressEvent(event)
