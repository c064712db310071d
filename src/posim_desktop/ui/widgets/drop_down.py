"""A box to choose a stored text from: a name, a reason. However long one is, the box is no wider than its place."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QStyle, QStyleOptionComboBox, QToolTip, QWidget
from typing_extensions import override

LETTERS = 12
_AROUND_ENTRY = 16  # the padding of an entry of the list, as in the style sheet


class DropDown(QComboBox):
    """Its list is as wide as itself; what does not fit ends in dots, and resting the mouse on it shows the whole."""

    def __init__(self, parent: QWidget | None = None, *, letters: int = LETTERS) -> None:
        """Make an empty box.

        Args:
            parent: Owner.
            letters: How many letters it has room for at least; how long its entries are does not matter.
        """
        super().__init__(parent)
        self._view: QAbstractItemView | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        self.activated.connect(self._show_beginning)

    @property
    def is_cut(self) -> bool:
        """Whether not all of what is chosen or typed is in sight."""
        return self.fontMetrics().horizontalAdvance(self.currentText()) > self._room()

    def _room(self) -> int:
        line = self.lineEdit()
        if line is not None:
            return line.contentsRect().width()
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()

    def _show_beginning(self) -> None:
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, self._room()
        )

    @override
    def showPopup(self) -> None:
        if self._view is not self.view():
            self._view = self.view()
            self._view.setTextElideMode(Qt.TextElideMode.ElideRight)
            self._view.viewport().installEventFilter(self)
        super().showPopup()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip() and self.is_cut:
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._view is not None and isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._cut_entry_at(self._view, event.pos()), self._view)
            return True
        return super().eventFilter(watched, event)

    def _cut_entry_at(self, view: QAbstractItemView, place: QPoint) -> str:
        """Return the entry of the list at a place, when not all of it is in sight."""
        entry = view.indexAt(place)
        words = str(entry.data() or "")
        room = view.viewport().width() - _AROUND_ENTRY
        return words if view.fontMetrics().horizontalAdvance(words) > room else ""
