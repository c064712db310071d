"""The table of lines at the till: cells edited in place, F7 and a letter, Del. Serves the guide's page "Sell"."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from posim_desktop.ui.sales.till.lines_model import LineColumn, LinesModel
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.chips import TransCodeDelegate
from posim_desktop.ui.widgets.edited_table import EditedTable, cell_editor

Index = QModelIndex | QPersistentModelIndex

_LEAST_WIDTHS: Mapping[str, int] = {
    LineColumn.ITEM: 20 * SPACE,
    LineColumn.TRANS_CODE: 25 * SPACE,
    LineColumn.QUANTITY: 16 * SPACE,
    LineColumn.PRICE: 19 * SPACE,
    LineColumn.DISCOUNT: 21 * SPACE,
    LineColumn.TAX: 13 * SPACE,
    LineColumn.EXTENDED: 23 * SPACE,
}


class TransCodeCellDelegate(TransCodeDelegate):
    """Shows a trans code as a chip and edits it as one letter."""

    def __init__(self, lines: LinesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return cell_editor(self._lines, parent, index)


class InvoiceLinesTable(EditedTable):
    """The lines of the invoice; whenever a cell is left, the till goes back to the item entry."""

    def __init__(self, lines: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(lines, _LEAST_WIDTHS, LineColumn.DESCRIPTION, parent, till=True)
        self._lines = lines
        self._trans_codes = TransCodeCellDelegate(lines, self)
        self.setItemDelegateForColumn(lines.column_named(LineColumn.TRANS_CODE), self._trans_codes)
        self._trans_codes.closeEditor.connect(self._on_cell_closed)

    def edit_trans_code(self) -> None:
        """Open the current line's Trans Code for one letter, which is taken as soon as it is typed."""
        row = self.currentIndex().row()
        if row < 0:
            row = self._lines.rowCount() - 1
        if row < 0:
            return
        cell = self._lines.index(row, self._lines.column_named(LineColumn.TRANS_CODE))
        if not self._lines.flags(cell) & Qt.ItemFlag.ItemIsEditable:
            return
        self.setFocus()
        self.setCurrentIndex(cell)
        self.edit(cell)
        editor = self.open_editor()
        if editor is not None:
            editor.selectAll()
            editor.textEdited.connect(self._take_letter)

    def _take_letter(self, typed: str) -> None:
        if typed:
            self.take_open_cell()
            self.left.emit()

    @override
    def _on_cell_closed(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        moving = (QAbstractItemDelegate.EndEditHint.EditNextItem, QAbstractItemDelegate.EndEditHint.EditPreviousItem)
        if hint not in moving:
            self.left.emit()
