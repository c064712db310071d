"""The table of rows with a quantity to fill in: Enter moves down its last column. Serves the guide's ordering pages."""

from typing import Any

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
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from posim_desktop.ui.models.entry_rows import EntryRows, sums_column
from posim_desktop.ui.style import RADIUS, SPACE, prepare_table, tokens

Index = QModelIndex | QPersistentModelIndex

_LONGEST_NUMBER = 24
_AROUND_TEXT = 6 * SPACE
_SIGN = 6 * SPACE  # room for the sign beside what was refused
_ENTRY = 30 * SPACE
_MOST = 70 * SPACE


class _EntryEdit(QLineEdit):
    """An open cell; it remembers what was in it before."""

    def __init__(self, row: int, before: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.before = before
        self.setFrame(False)
        self.setMaxLength(_LONGEST_NUMBER)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class EntryDelegate(QStyledItemDelegate):
    """Paints the cells to fill in as inputs and hands every key stroke to the rows."""

    def __init__(self, rows: EntryRows[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = _EntryEdit(index.row(), self._rows.typed_in(index.row()), parent)
        editor.setAccessibleName(self._rows.entry_label)
        editor.textEdited.connect(lambda _typed: self.commitData.emit(editor))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Every key stroke comes back here as news; setting the same text again would move the cursor to its end.
        written = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, _EntryEdit) and not editor.isModified() and editor.text() != written:
            editor.setText(written)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, _EntryEdit) and editor.isModified():  # an opened cell that was left as it was stays so
            model.setData(index, editor.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, _EntryEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self._rows.put_back(watched.row, watched.before)
        return super().eventFilter(watched, event)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if self._rows.row_at(index.row()) is None:  # a heading: nothing to point at, yet as readable as the rows
            option.state |= QStyle.StateFlag.State_Enabled

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(ground, QColor):  # the style sheet's cells paint no brush of their own
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        refused = bool(index.data(Qt.ItemDataRole.ToolTipRole))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().bad if refused else tokens().edge), 1))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5), RADIUS - 2, RADIUS - 2)
        painter.restore()


class EntryTable(QTableView):
    """Shows rows to fill in.

    Signals:
        passed_last: Enter in the last row.
    """

    passed_last = Signal()

    def __init__(self, rows: EntryRows[Any], name: str, stretch: int, parent: QWidget | None = None) -> None:
        """Make the table.

        Args:
            rows: What it shows.
            name: Its accessible name.
            stretch: The column that takes what room is left.
            parent: Owner.
        """
        super().__init__(parent)
        self._rows = rows
        self._stretch = stretch
        self.setAccessibleName(name)
        self.setModel(rows)
        prepare_table(self)
        self._delegate = EntryDelegate(rows, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setIconSize(QSize(4 * SPACE, 4 * SPACE))
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self._connect()

    def _connect(self) -> None:
        self._delegate.closeEditor.connect(self._on_delegate_close_editor)
        self._rows.modelReset.connect(self._on_rows_reset)

    def go_to(self, key: int) -> None:
        """Point at the cell to fill in of a row."""
        self._point_at(self._rows.place_of(key))

    def go_to_first(self) -> None:
        """Point at the first cell to fill in."""
        self._point_at(next(iter(self._rows.entry_rows()), -1))

    def fit_columns(self) -> None:
        """Make the columns as wide as what they hold needs, so that no figure is cut short."""
        metrics = self.fontMetrics()
        header = self.horizontalHeader()
        for column in range(self._rows.columnCount()):
            if column == self._stretch:
                continue
            words = metrics.horizontalAdvance(self._rows.longest_text(column)) + _AROUND_TEXT
            wanted = max(words, header.sectionSizeHint(column) + SPACE)
            wanted += _SIGN if column in self._rows.sign_columns else 0
            if column == self._rows.entry_column:
                wanted = max(wanted, _ENTRY)
            self.setColumnWidth(column, min(wanted, _MOST))

    def _point_at(self, row: int) -> None:
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            return
        cell = self._rows.index(row, self._rows.entry_column)
        self.setCurrentIndex(cell)
        heading = self._rows.index(row - 1, 0)
        if heading.isValid():
            self.scrollTo(heading)
        self.scrollTo(cell)

    def _next_row(self, from_row: int, step: int) -> int:
        rows = self._rows.entry_rows()[::step]
        return next((row for row in rows if (row - from_row) * step > 0), -1)

    def _go_down(self) -> None:
        row = self._next_row(self.currentIndex().row(), 1)
        if row < 0:
            self.passed_last.emit()
        else:
            self._point_at(row)

    def _on_delegate_close_editor(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def _on_rows_reset(self) -> None:
        self.clearSpans()
        sums = sums_column(self._rows)
        for row in self._rows.heading_rows():
            self.setSpan(row, 0, 1, sums)
            self.setSpan(row, sums, 1, self._rows.entry_column - sums + 1)
        self.fit_columns()

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go from an open cell to the next one to fill in with Tab, and back with Shift+Tab."""
        steps = {QAbstractItemView.CursorAction.MoveNext: 1, QAbstractItemView.CursorAction.MovePrevious: -1}
        if action not in steps:
            return super().moveCursor(action, modifiers)
        row = self._next_row(self.currentIndex().row(), steps[action])
        return self._rows.index(row, self._rows.entry_column) if row >= 0 else QModelIndex()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState or not self.currentIndex().isValid():
            super().keyPressEvent(event)
            return
        cell = self._rows.index(self.currentIndex().row(), self._rows.entry_column)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go_down()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._rows.setData(cell, "")
            case _:
                if event.text().strip() or event.key() == Qt.Key.Key_F2:
                    self.setCurrentIndex(cell)  # typing goes where there is something to fill in
                super().keyPressEvent(event)
