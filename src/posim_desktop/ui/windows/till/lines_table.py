"""The table of lines at the till: cells edited in place, F7 and a letter, Del. Serves the guide's page "Sell"."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.ui.style import SPACE, prepare_table
from posim_desktop.ui.widgets.chips import TransCodeDelegate
from posim_desktop.ui.windows.till.lines_model import Column, LinesModel

Index = QModelIndex | QPersistentModelIndex

_LEAST_WIDTHS = {
    Column.ITEM: 20 * SPACE,
    Column.TRANS_CODE: 25 * SPACE,
    Column.QUANTITY: 16 * SPACE,
    Column.PRICE: 19 * SPACE,
    Column.DISCOUNT: 21 * SPACE,
    Column.TAX: 13 * SPACE,
    Column.EXTENDED: 23 * SPACE,
}
_AROUND_TEXT, _SIGN = 6 * SPACE, 6 * SPACE  # padding; room for the sign beside what was refused
_MOST_OF_ITEM = 36 * SPACE
_LONGEST_NUMBER = 24


class LineCellDelegate(QStyledItemDelegate):
    """Edits a cell as text, whatever it holds: the window reads it and keeps what it cannot read."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return _cell_editor(parent, index)


class TransCodeCellDelegate(TransCodeDelegate):
    """Edits a trans code: one letter."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = _cell_editor(parent, index)
        editor.setMaxLength(1)
        return editor


def _cell_editor(parent: QWidget, index: Index) -> QLineEdit:
    editor = QLineEdit(parent)
    editor.setFrame(False)
    editor.setAccessibleName(
        str(index.model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
    )
    editor.setMaxLength(text.NOTE if index.column() == Column.DESCRIPTION else _LONGEST_NUMBER)
    if index.column() in {Column.QUANTITY, Column.PRICE, Column.DISCOUNT}:
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return editor


class LinesTable(QTableView):
    """The lines of the invoice.

    Signals:
        remove_requested(int): Del on a line.
        cell_left: A cell was left with Enter or Esc; the till goes back to the item entry.
        typed_given_up(int, int): Esc on a refused cell of a line and column.
    """

    remove_requested = Signal(int)
    cell_left = Signal()
    typed_given_up = Signal(int, int)

    def __init__(self, lines: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._cells = LineCellDelegate(self)
        self._trans_codes = TransCodeCellDelegate(self)
        self.setAccessibleName(self.tr("Lines"))
        self.setModel(lines)
        prepare_table(self, till=True)
        self.setItemDelegate(self._cells)
        self.setItemDelegateForColumn(Column.TRANS_CODE, self._trans_codes)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setIconSize(QSize(4 * SPACE, 4 * SPACE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for delegate in (self._cells, self._trans_codes):
            delegate.closeEditor.connect(self._on_delegate_close_editor)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.DESCRIPTION, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(12 * SPACE)
        lines.refusals_changed.connect(self.fit_columns)
        self.fit_columns()

    def edit_trans_code(self) -> None:
        """Open the current line's Trans Code for one letter, which is taken as soon as it is typed."""
        row = self.currentIndex().row()
        if row < 0:
            row = self._lines.rowCount() - 1
        if row < 0:
            return
        cell = self._lines.index(row, Column.TRANS_CODE)
        if not self._lines.flags(cell) & Qt.ItemFlag.ItemIsEditable:
            return
        self.setFocus()
        self.setCurrentIndex(cell)
        self.edit(cell)
        editor = self.open_editor()
        if editor is not None:
            editor.selectAll()
            editor.textEdited.connect(lambda typed: self._take_letter(editor, typed))

    def open_editor(self) -> QLineEdit | None:
        """Return the open cell's input, if one is open."""
        return next((found for found in self.viewport().findChildren(QLineEdit) if found.isVisible()), None)

    def close_unread(self) -> None:
        """Close an open cell without taking what is in it."""
        editor = self.open_editor()
        if editor is not None:
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def show_line(self, row: int) -> None:
        """Make a row the current one, in sight."""
        cell = self._lines.index(row, max(0, self.currentIndex().column()))
        self.setCurrentIndex(cell)
        self.scrollTo(cell)

    def _take_letter(self, editor: QLineEdit, typed: str) -> None:
        if typed:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.cell_left.emit()

    def fit_columns(self) -> None:
        """Make the columns as wide as what they hold needs, so that no figure is cut short."""
        metrics = self.fontMetrics()
        refused = {column for _line, column, _typed in self._lines.refusals()}
        for column, least in _LEAST_WIDTHS.items():
            wanted = max(least, metrics.horizontalAdvance(self._lines.longest_text(column)) + _AROUND_TEXT)
            wanted += _SIGN if column in refused else 0
            self.setColumnWidth(column, min(wanted, _MOST_OF_ITEM) if column is Column.ITEM else wanted)

    def _on_delegate_close_editor(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        moving = (QAbstractItemDelegate.EndEditHint.EditNextItem, QAbstractItemDelegate.EndEditHint.EditPreviousItem)
        if hint not in moving:
            self.cell_left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._lines.line_at(self.currentIndex().row())
        editing = self.state() == QAbstractItemView.State.EditingState
        match event.key():
            case Qt.Key.Key_Delete if line is not None and not editing:
                self.remove_requested.emit(line.id)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if line is not None and not editing:
                self.edit(self.currentIndex())
            case Qt.Key.Key_Escape if line is not None and not editing:
                self.typed_given_up.emit(line.id, self.currentIndex().column())
                self.cell_left.emit()
            case Qt.Key.Key_Space if not editing:
                pass
            case _:
                super().keyPressEvent(event)
