"""The table of Set Backorders to Customers: Enter goes down the column, Tab along the row.

Serves the guide's page "Set backorders to customers".
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.queries.receiving import ReceivedItem
from posim_desktop.ui.models.setting_rows import FIELD_OF, ITEM_ROLE, Column, SettingRows
from posim_desktop.ui.models.setting_sheet import SheetItem
from posim_desktop.ui.style import SPACE, prepare_table, tokens

Index = QModelIndex | QPersistentModelIndex

_LONGEST_NUMBER = 24
_AROUND_TEXT, _SIGN = 6 * SPACE, 6 * SPACE  # padding; room for the sign beside a mistake
_WIDEST_NAME, _WIDEST_PHONE = 56 * SPACE, 40 * SPACE


class _NumberEdit(QLineEdit):
    """An open cell of a quantity; it remembers what was in it before."""

    def __init__(self, index: Index, parent: QWidget) -> None:
        super().__init__(parent)
        self.cell = QPersistentModelIndex(index)
        self.before = str(index.data(Qt.ItemDataRole.EditRole))
        self.setMaxLength(_LONGEST_NUMBER)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _SettingDelegate(QStyledItemDelegate):
    """Paints an item's row across the table and every cell to type into as a field; edits them as text."""

    def __init__(self, rows: SettingRows, reasons: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._reasons = reasons

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = Column(index.column())
        editor = self._reason_editor(parent) if column is Column.REASON else self._number_editor(parent, index)
        editor.setFrame(False)
        editor.setAccessibleName(self._rows.heading(column))
        editor.setAccessibleDescription(self._rows.mistake_at(index))
        return editor

    def _number_editor(self, parent: QWidget, index: Index) -> QLineEdit:
        """Make the input of a quantity; the item's figures follow every key."""
        editor = _NumberEdit(index, parent)
        editor.textEdited.connect(lambda _typed: self.commitData.emit(editor))
        return editor

    def _reason_editor(self, parent: QWidget) -> QComboBox:
        """Make the input of a reason; the arrows go through those used before."""
        editor = QComboBox(parent)
        editor.setEditable(True)
        editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        editor.addItems(self._reasons)
        editor.setCurrentIndex(-1)
        line = editor.lineEdit()
        if line is not None:
            line.setMaxLength(text.REASON)
        return editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -1))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if isinstance(watched, _NumberEdit) and escape and event.type() == QEvent.Type.KeyPress:
            self._rows.setData(watched.cell, watched.before)
        return super().eventFilter(watched, event)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Every key comes back here as news; setting the same text again would move the cursor to its end.
        if isinstance(editor, QLineEdit) and editor.isModified():
            return
        super().setEditorData(editor, index)
        line = editor.lineEdit() if isinstance(editor, QComboBox) else None
        if line is not None:
            line.selectAll()  # what is typed first takes the place of what there was, as in the other cells

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM_ROLE)
        if isinstance(item, SheetItem):
            self._paint_item(painter, option.rect, option.font, item)
            return
        wrong = bool(self._rows.mistake_at(index))
        if wrong:
            painter.fillRect(option.rect, index.data(Qt.ItemDataRole.BackgroundRole))
        super().paint(painter, option, index)
        if index.column() in FIELD_OF:
            painter.save()
            painter.setPen(QPen(QColor(tokens().bad if wrong else tokens().edge), 1))
            painter.drawRect(option.rect.adjusted(2, 3, -3, -4))
            painter.restore()

    def _paint_item(self, painter: QPainter, place: QRect, font: QFont, item: SheetItem) -> None:
        painter.save()
        painter.fillRect(place, QColor(tokens().band))
        room = place.adjusted(2 * SPACE, 0, -3 * SPACE, 0)
        words = self._rows.item_words(item)
        painter.setFont(font)
        painter.setPen(QColor(tokens().bad if item.left < 0 else tokens().text))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        left = room.width() - painter.fontMetrics().horizontalAdvance(words) - 6 * SPACE
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(tokens().text))
        name = f"{item.item.item}  {item.item.description}"
        name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


class SettingTable(QTableView):
    """The received items and their backorders.

    Signals:
        end_reached: Enter in the last row of a column.
    """

    end_reached = Signal()

    def __init__(self, rows: SettingRows, reasons: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._cells = _SettingDelegate(rows, reasons, self)
        self.setAccessibleName(self.tr("Backorders"))
        self.setModel(rows)
        prepare_table(self)
        self.setAlternatingRowColors(False)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        rows.modelReset.connect(self.lay_out)
        self.lay_out()

    def lay_out(self) -> None:
        """Let the items' rows go across the table and make every column as wide as what it holds."""
        self.clearSpans()
        for number in self._rows.item_rows():
            self.setSpan(number, 0, 1, len(Column))
        metrics, heads = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        for column in Column:
            if column is Column.REASON:
                continue
            wanted = max(
                metrics.horizontalAdvance(self._rows.longest_text(column)),
                heads.horizontalAdvance(self._rows.heading(column)) + SPACE,
            )
            wanted += _AROUND_TEXT + (_SIGN if column in FIELD_OF else 0)
            most = {Column.CUSTOMER: _WIDEST_NAME, Column.PHONE: _WIDEST_PHONE}.get(column, wanted)
            self.setColumnWidth(column, min(wanted, most))
        self.horizontalHeader().setMinimumSectionSize(12 * SPACE)

    def go_to(self, index: QModelIndex) -> None:
        """Put the keyboard on a cell, in sight."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring(index)

    def _bring(self, index: QModelIndex) -> None:
        """Show a cell, below its item where that is the row above."""
        self.setCurrentIndex(index)
        self.scrollTo(index.siblingAtRow(index.row() - 1))
        self.scrollTo(index)

    def go_to_first(self) -> None:
        """Put the keyboard on the first Rcv."""
        first = next((row for row in range(self._rows.rowCount()) if self._rows.backorder_at(row)), None)
        if first is not None:
            self.go_to(self._rows.index(first, Column.RCV))
            self.scrollToTop()

    def take_open_cell(self) -> None:
        """Take what is typed in a cell that is still open."""
        editor = self._open_editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _open_editor(self) -> QLineEdit | QComboBox | None:
        own = Qt.FindChildOption.FindDirectChildrenOnly
        editors: list[QLineEdit | QComboBox] = [
            *self.viewport().findChildren(QLineEdit, options=own),
            *self.viewport().findChildren(QComboBox, options=own),
        ]
        return next((editor for editor in editors if editor.isVisible()), None)

    def show_fresh(self, items: Sequence[ReceivedItem]) -> bool:
        """Show the figures as they are now; what is being typed goes on. Tell whether any moved."""
        if not self._rows.sheet.differs_from(items):
            return False
        here, typing = self.currentIndex(), self._open_editor() is not None
        row, column = self._rows.backorder_at(here.row()), Column(max(0, here.column()))
        self.take_open_cell()
        moved = self._rows.refresh(items)
        index = self._rows.index_of_row(row, column) if row is not None else QModelIndex()
        if not index.isValid():
            self.go_to_first()
            return moved
        self._bring(index)
        if typing:
            self.edit(index)
            editor = self._open_editor()
            line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
            if line is not None:
                line.end(False)
        return moved

    def go_down(self) -> None:
        """Go to the same column of the next backorder, or past the end."""
        here = self.currentIndex()
        below = range(here.row() + 1, self._rows.rowCount())
        row = next((number for number in below if self._rows.backorder_at(number)), None)
        if row is None:
            self.end_reached.emit()
        else:
            self.go_to(self._rows.index(row, here.column()))

    def _go_along(self, step: int) -> None:
        """Go to the next cell to type into, or the one before, and open it."""
        here = self.currentIndex()
        places = [
            (row, column)
            for row in range(max(0, here.row() - 2), min(self._rows.rowCount(), here.row() + 3))
            if self._rows.backorder_at(row)
            for column in FIELD_OF
        ]
        wanted = places.index((here.row(), Column(here.column()))) + step
        if 0 <= wanted < len(places):
            index = self._rows.index(*places[wanted])
            self.go_to(index)
            self.edit(index)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        ends = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, ends.RevertModelCache if hint is ends.RevertModelCache else ends.NoHint)
        match hint:
            case ends.SubmitModelCache:
                self.go_down()
            case ends.EditNextItem:
                self._go_along(1)
            case ends.EditPreviousItem:
                self._go_along(-1)
            case _:
                pass

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not editing:
                self.go_down()
            case Qt.Key.Key_Escape if not editing and self._rows.give_up_typed(self.currentIndex()):
                pass
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if not editing:
                self._rows.setData(self.currentIndex(), "")
            case Qt.Key.Key_Space if not editing:
                pass
            case _:
                super().keyPressEvent(event)
