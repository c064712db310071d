"""A list of short texts that a person adds to, corrects and puts in order. Serves the guide's page on preferences."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import SPACE

_HEIGHT = 34 * SPACE


class LineList(QWidget):
    """Rows of text with buttons beside them that add, remove and move the chosen one.

    With the keyboard: Insert adds, F2 corrects, Delete removes, Alt with an arrow moves.
    """

    def __init__(self, longest: int) -> None:
        super().__init__()
        self.rows = _Rows(longest, self._on_key)
        self.setFocusProxy(self.rows)
        self.add_button = self._button(
            "add_line_button", "plus", self.tr("Add"), QKeySequence(Qt.Key.Key_Insert), self.add
        )
        self.remove_button = self._button(
            "remove_line_button", "x", self.tr("Remove"), QKeySequence(Qt.Key.Key_Delete), self.remove
        )
        self.up_button = self._button(
            "up_line_button", "chevron-up", self.tr("Move Up"), QKeySequence("Alt+Up"), self._move_up
        )
        self.down_button = self._button(
            "down_line_button", "chevron-down", self.tr("Move Down"), QKeySequence("Alt+Down"), self._move_down
        )
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE)
        columns.addWidget(self.rows, 1)
        columns.addLayout(buttons)
        self.setFixedHeight(_HEIGHT)
        self.rows.currentRowChanged.connect(self._update_buttons)
        self._update_buttons()

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.rows.setAccessibleName(name)

    def lines(self) -> tuple[str, ...]:
        """Return the texts in their order, each once, without blank ones."""
        written = (self.rows.item(row).text().strip() for row in range(self.rows.count()))
        return tuple(dict.fromkeys(filter(None, written)))

    def show_lines(self, lines: Iterable[str]) -> None:
        """Show texts instead of those that are there."""
        self.rows.clear()
        for line in lines:
            self.rows.addItem(_item(line))
        self.rows.setCurrentRow(0)
        self._update_buttons()

    def add(self) -> None:
        """Add a row below the chosen one and let it be written."""
        row = self.rows.currentRow() + 1
        self.rows.insertItem(row, _item(""))
        self.rows.setCurrentRow(row)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rows.editItem(self.rows.item(row))

    def remove(self) -> None:
        """Take the chosen row away."""
        self.rows.takeItem(self.rows.currentRow())
        self._update_buttons()

    def move_by(self, rows: int) -> None:
        """Move the chosen row so many rows down, or up."""
        row = self.rows.currentRow()
        to = row + rows
        if row < 0 or not 0 <= to < self.rows.count():
            return
        self.rows.insertItem(to, self.rows.takeItem(row))
        self.rows.setCurrentRow(to)

    def _move_up(self) -> None:
        self.move_by(-1)

    def _move_down(self) -> None:
        self.move_by(1)

    def _button(self, name: str, sign: str, words: str, key: QKeySequence, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(icon(sign))
        button.setAccessibleName(words)
        native = key.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words} ({native})")
        button.clicked.connect(act)
        return button

    def _update_buttons(self) -> None:
        row, count = self.rows.currentRow(), self.rows.count()
        self.remove_button.setEnabled(row >= 0)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < count - 1)

    def _on_key(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Insert:
                self.add()
            case Qt.Key.Key_Delete:
                self.remove()
            case Qt.Key.Key_Up if alt:
                self.move_by(-1)
            case Qt.Key.Key_Down if alt:
                self.move_by(1)
            case _:
                return False
        return True


class _Rows(QListWidget):
    """The rows; what is to be done with a key is asked first, and told whether something was."""

    def __init__(self, longest: int, on_key: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._on_key = on_key
        self.setItemDelegate(_Writing(longest, self))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            super().keyPressEvent(event)


class _Writing(QStyledItemDelegate):
    """Lets no more be typed into a row than is stored."""

    def __init__(self, longest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._longest = longest

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(self._longest)
        return editor


def _item(line: str) -> QListWidgetItem:
    item = QListWidgetItem(line)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    return item
