"""Reads everything that the program shows or says at this moment, to find what must not be there."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from posim_desktop.tour import hands

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def everything_said() -> str:
    """Return every word of every visible window: texts, tooltips, what screen readers say, cells."""
    hands.settle()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return "\n".join(words for window in windows for words in words_inside(window))


def words_inside(window: QWidget) -> Iterator[str]:
    """Give every word of a window."""
    yield window.windowTitle()
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
            if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
                yield widget.text()
            if isinstance(widget, QPlainTextEdit):
                yield widget.toPlainText()
            if isinstance(widget, QAbstractItemView):
                yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    """Read all cells, those of hidden columns too: a screen reader may come to them."""
    model = view.model()
    if model is None:
        return
    for row in range(model.rowCount(QModelIndex())):
        for column in range(1 if isinstance(view, QListView) else model.columnCount(QModelIndex())):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in _ROLES)


def visible_columns(table: QTableView) -> list[int]:
    """List the columns of a table that are shown."""
    return [place for place in range(table.model().columnCount(QModelIndex())) if not table.isColumnHidden(place)]
