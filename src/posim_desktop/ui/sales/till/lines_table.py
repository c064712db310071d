"""The table of lines at the till: cells edited in place, a key for each, Del. Serves the guide's page "Sell"."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QStyleOptionViewItem, QWidget
from typing_extensions import override

from posim_desktop.domain.sales.invoice import TransCode
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
_LETTERS = frozenset(str(code) for code in TransCode if code is not TransCode.DEPOSIT)
_LEAST_DESCRIPTION = 30 * SPACE
_GIVING_WAY = (LineColumn.TAX, LineColumn.DISCOUNT, LineColumn.ITEM)
"""In this order; item and tax code of the current line stand below the lines then."""


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

    @override
    def fit_columns(self) -> None:
        """Make the columns as wide as they need; on a narrow screen some give way, so that nothing is out of sight."""
        widths = {column: self._least_width(column) for column in range(self._rows.columnCount())}
        room = self.viewport().width()
        for column in map(self._rows.column_named, _GIVING_WAY):
            gives_way = sum(widths.values()) > room and not self._is_needed(column)
            if gives_way:
                del widths[column]
            self.setColumnHidden(column, gives_way)
        super().fit_columns()

    def _is_needed(self, column: int) -> bool:
        """Return whether a column says something that is not below the lines, or is being typed into."""
        is_open = self.open_editor() is not None and self.currentIndex().column() == column
        discount = column == self._rows.column_named(LineColumn.DISCOUNT)
        is_refused = any(self._rows.column_named(name) == column for _line, name, _kept in self._rows.refusals())
        return is_open or is_refused or (discount and bool(self._rows.longest_text(column)))

    def _least_width(self, column: int) -> int:
        if column == self._rows.column_named(LineColumn.DESCRIPTION):
            return _LEAST_DESCRIPTION
        return max(self._heading_width(column), self._needed_width(column, None))

    def edit_cell(self, column: LineColumn) -> None:
        """Open a cell of the current line, which is the one that goods were put on last; typing replaces its content.

        A Trans Code is taken as soon as its letter is typed, anything else with Enter.
        """
        self.take_open_cell()
        row = self.currentIndex().row() if self.currentIndex().isValid() else self._lines.rowCount() - 1
        cell = self._lines.index(row, self._lines.column_named(column))
        asked = QApplication.activeModalWidget() is not None  # about what was in the cell that was open
        if asked or not self._lines.flags(cell) & Qt.ItemFlag.ItemIsEditable:
            return
        self.setColumnHidden(cell.column(), False)
        self.setFocus()
        self.setCurrentIndex(cell)
        self.edit(cell)
        editor = self.open_editor()
        if editor is None:
            return
        self.fit_columns()  # another column may have to give way to the one that is typed into
        editor.selectAll()
        if column is LineColumn.TRANS_CODE:
            editor.textEdited.connect(self._take_letter)

    def _take_letter(self, typed: str) -> None:
        if typed.upper() in _LETTERS:  # anything else may be the beginning of a scan, and Enter says what is wrong
            self.take_open_cell()
            self.left.emit()

    @override
    def _on_cell_closed(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        moving = (QAbstractItemDelegate.EndEditHint.EditNextItem, QAbstractItemDelegate.EndEditHint.EditPreviousItem)
        if hint not in moving:
            self.fit_columns()
            self.left.emit()
