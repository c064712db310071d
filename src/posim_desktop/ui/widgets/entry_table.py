"""The table of rows with cells to fill in: Enter goes down the column, Tab along the row.

Serves the guide's pages on ordering and receiving.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.ui.models.grouped_rows import GroupedRows, Sums
from posim_desktop.ui.style import RADIUS, SPACE, prepare_table, tokens
from posim_desktop.ui.widgets.drop_down import DropDown

Index = QModelIndex | QPersistentModelIndex
Answer = TypeVar("Answer")

_LONGEST_NUMBER = 24
_AROUND_TEXT, _SIGN = 6 * SPACE, 6 * SPACE  # padding; room for a sign beside the text
_ENTRY = 20 * SPACE
_LEAST_STRETCHED = 30 * SPACE  # of the column that takes what is left
_MOST = 60 * SPACE


class _QuantityEdit(QLineEdit):
    """An open cell of a quantity; it remembers what was in it before."""

    def __init__(self, row: int, column: int, before: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.row, self.column = row, column
        self.before = before
        self.setMaxLength(_LONGEST_NUMBER)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class EntryDelegate(QStyledItemDelegate):
    """Paints headings across the table and cells to fill in as inputs; hands every key stroke to the rows."""

    def __init__(self, rows: GroupedRows[Any], words: Mapping[int, Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._words = words

    # ---- the open cell ----

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        words = self._words.get(index.column())
        editor = self._quantity_editor(parent, index) if words is None else self._words_editor(parent, words)
        editor.setFrame(False)
        editor.setAccessibleName(self._rows.label(index.column()))
        editor.setAccessibleDescription(self._rows.error_at(index))
        return editor

    def _quantity_editor(self, parent: QWidget, index: Index) -> QLineEdit:
        row = self._rows.row_at(index.row())
        before = None if row is None else self._rows.before_typing(row, index.column())
        editor = _QuantityEdit(index.row(), index.column(), before, parent)
        editor.textEdited.connect(lambda _typed: self.commitData.emit(editor))
        return editor

    def _words_editor(self, parent: QWidget, words: Sequence[str]) -> DropDown:
        """Make the input of a few words; the arrows go through those used before."""
        editor = DropDown(parent)
        editor.setEditable(True)
        editor.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
        editor.addItems(list(words))
        editor.setCurrentIndex(-1)
        line = editor.lineEdit()
        if line is not None:
            line.setMaxLength(text.REASON)
        return editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -1))

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Every key stroke comes back here as news; setting the same text again would move the cursor to its end.
        line = line_of(editor)
        if line is None or line.isModified():
            return
        super().setEditorData(editor, index)
        line.selectAll()  # the first keystroke replaces the old content

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, _QuantityEdit) and not editor.isModified():
            return  # an opened cell that was left as it was stays so
        super().setModelData(editor, model, index)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if isinstance(watched, _QuantityEdit) and escape and event.type() == QEvent.Type.KeyPress:
            row = self._rows.row_at(watched.row)
            if row is not None:
                self._rows.put_back(row, watched.column, watched.before)
        return super().eventFilter(watched, event)

    # ---- painting ----

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heading = self._rows.heading_at(index.row())
        if heading is not None:
            _paint_heading(painter, option, *heading)
            return
        wrong = bool(self._rows.error_at(index))
        if wrong:  # the style sheet's cells paint no brush of their own
            painter.fillRect(option.rect, index.data(Qt.ItemDataRole.BackgroundRole))
        super().paint(painter, option, index)
        if index.column() >= self._rows.first_entry:
            edge = index.data(Qt.ItemDataRole.ForegroundRole) if wrong else QColor(tokens().edge)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(edge, 1))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5), RADIUS - 2, RADIUS - 2)
            painter.restore()


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, heading: str, sums: Sums) -> None:
    painter.save()
    painter.fillRect(option.rect, QColor(tokens().band))
    room = option.rect.adjusted(2 * SPACE, 0, -3 * SPACE, 0)
    painter.setFont(option.font)
    painter.setPen(QColor(tokens().bad if sums.are_wrong else tokens().text))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, sums.words)
    left = room.width() - painter.fontMetrics().horizontalAdvance(sums.words) - 6 * SPACE
    bold = QFont(option.font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(QColor(tokens().text))
    words = painter.fontMetrics().elidedText(heading, Qt.TextElideMode.ElideRight, left)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()


class EntryTable(QTableView):
    """Shows rows to fill in.

    Signals:
        passed_last: Enter in the last row.
    """

    passed_last = Signal()

    def __init__(
        self,
        rows: GroupedRows[Any],
        name: str,
        stretch: int,
        words: Mapping[int, Sequence[str]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the table.

        Args:
            rows: What it shows.
            name: Its accessible name.
            stretch: The column that takes what room is left.
            words: By column to fill in with words instead of a quantity: those used before.
            parent: Owner.
        """
        super().__init__(parent)
        self._rows = rows
        self._stretch = stretch
        self._words = words or {}
        self.setAccessibleName(name)
        self.setModel(rows)
        prepare_table(self)
        self._delegate = EntryDelegate(rows, self._words, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setIconSize(QSize(4 * SPACE, 4 * SPACE))
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(12 * SPACE)
        rows.modelReset.connect(self._on_rows_reset)
        self._on_rows_reset()

    # ---- where the keyboard is ----

    def go_to(self, index: QModelIndex) -> None:
        """Put the keyboard on a cell, in sight."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.point_at(index)

    def point_at(self, index: QModelIndex) -> None:
        """Make a cell the current one, in sight below its heading where that is the row above."""
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index.siblingAtRow(index.row() - 1))
            self.scrollTo(index)

    def point_at_first(self) -> None:
        """Make the first cell to fill in the current one."""
        first = next(iter(self._rows.entry_rows()), -1)
        self.point_at(self._rows.index(first, self._rows.first_entry))

    def take_open_cell(self) -> None:
        """Take what is typed in a cell that is still open."""
        editor = self._open_editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keep_place(self, show: Callable[[], Answer]) -> Answer:
        """Show fresh rows; the keyboard stays at its cell, and what is being typed goes on."""
        here, editor = self.currentIndex(), self._open_editor()
        key, column, typing = self._rows.key_at(here.row()), here.column(), editor is not None
        if editor is not None:
            self.commitData(editor)
        answer = show()
        index = self._rows.cell_of(key, column)
        if not index.isValid():
            self.point_at_first()
        elif index != self.currentIndex():
            self.point_at(index)
        if typing and index.isValid() and self._open_editor() is None:
            self.edit(index)
            line = line_of(self._open_editor())
            if line is not None:
                line.end(False)
        return answer

    def _open_editor(self) -> QWidget | None:
        own = Qt.FindChildOption.FindDirectChildrenOnly
        inside = self.viewport().findChildren(QWidget, options=own)
        return next((found for found in inside if line_of(found) is not None and found.isVisible()), None)

    def _go_down(self) -> None:
        """Go to the next row to fill in, or past the end."""
        here = self.currentIndex()
        row = next((row for row in self._rows.entry_rows() if row > here.row()), -1)
        if row < 0:
            self.passed_last.emit()
        else:
            self.go_to(self._rows.index(row, max(here.column(), self._rows.first_entry)))

    def _go_along(self, step: int) -> bool:
        """Go to the next cell to fill in, or the one before, and open it; False where there is none."""
        here = self.currentIndex()
        first, columns = self._rows.first_entry, self._rows.columnCount()
        row, column = here.row(), max(here.column(), first - 1) + step
        if not first <= column < columns:
            rows = self._rows.entry_rows()[::step]
            row = next((each for each in rows if (each - row) * step > 0), -1)
            column = first if step > 0 else columns - 1
        if row < 0:
            return False
        self.go_to(self._rows.index(row, column))
        self.edit(self.currentIndex())
        return True

    # ---- widths ----

    def fit_columns(self) -> None:
        """Make the columns as wide as what they hold needs, so that no figure is cut short; blank ones give way."""
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        left = self.viewport().width()
        blank: list[int] = []
        for column in range(self._rows.columnCount()):
            if column == self._stretch:
                continue
            self.setColumnHidden(column, False)  # first: a hidden heading has no width
            is_entry = column >= self._rows.first_entry
            widest = max(map(metrics.horizontalAdvance, self._rows.longest_texts(column)), default=0)
            wanted = max(widest + _AROUND_TEXT, header.sectionSizeHint(column) + SPACE)
            wanted += _SIGN if self._rows.may_have_sign(column) else 0
            width = min(max(wanted, _ENTRY if is_entry else 0), max(_MOST, header.sectionSizeHint(column)))
            self.setColumnWidth(column, width)
            left -= width
            if not is_entry and not widest and self._rows.rowCount():
                blank.append(column)
        for column in blank:  # what says nothing gives way first, so that it is seen whose figures are filled in
            if left < _LEAST_STRETCHED:
                left += self.columnWidth(column)
                self.setColumnHidden(column, True)
        # Where there is less than its heading needs, the table scrolls sideways.
        self.setColumnWidth(self._stretch, max(left, header.sectionSizeHint(self._stretch)))

    def _on_rows_reset(self) -> None:
        self.clearSpans()
        headings = self._rows.heading_rows()
        self.setAlternatingRowColors(not headings)
        for row in headings:
            self.setSpan(row, 0, 1, self._rows.columnCount())
        self.fit_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()

    # ---- keys ----

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Take Tab along the row from a cell that is not open too; past the last cell it leaves the table."""
        if self.hasFocus() and self._go_along(1 if next else -1):
            return True
        return bool(super().focusNextPrevChild(next))

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        ends = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, ends.RevertModelCache if hint is ends.RevertModelCache else ends.NoHint)
        match hint:
            case ends.SubmitModelCache:
                self._go_down()
            case ends.EditNextItem:
                self._go_along(1)
            case ends.EditPreviousItem:
                self._go_along(-1)
            case _:
                pass

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState or not here.isValid():
            super().keyPressEvent(event)
            return
        is_entry = here.column() >= self._rows.first_entry
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go_down()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if is_entry:
                self._rows.setData(here, "")
            case Qt.Key.Key_Escape if self._rows.give_up_typed(here):
                pass
            case Qt.Key.Key_Space:
                pass
            case _:
                super().keyPressEvent(event)


def line_of(editor: QWidget | None) -> QLineEdit | None:
    """Return the line that is typed into in an open cell."""
    return editor.lineEdit() if isinstance(editor, QComboBox) else editor if isinstance(editor, QLineEdit) else None
