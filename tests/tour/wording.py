"""Reads everything that a window says: what stands on it, its tips, and what a screen reader is told."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QSpinBox,
    QStatusBar,
    QTabBar,
    QTableView,
    QWidget,
)

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_MOST_ROWS = 50


def words_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """Read a window and everything visible in it, each text with the place where it stands."""
    for part in (window, *window.findChildren(QWidget)):
        if part is window or (part.isVisible() and part.window() is window):
            place = f"{type(part).__name__} {part.objectName()}".strip()
            yield from ((place, words) for words in _words(part, window) if words)


def _words(part: QWidget, window: QWidget) -> Iterator[str]:
    yield from (part.toolTip(), part.statusTip(), part.accessibleName(), part.accessibleDescription())
    if part is window:
        yield part.windowTitle()
    for kind, read in _READERS:
        if isinstance(part, kind):
            yield from read(part)


def _of_menu(actions: list[QAction]) -> Iterator[str]:
    for action in actions:
        yield action.text()
        yield action.toolTip()
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _of_menu(inner.actions())


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    columns = range(model.columnCount(QModelIndex()))
    yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns)
    for row in range(min(model.rowCount(QModelIndex()), _MOST_ROWS)):
        for column in columns:
            yield from (str(model.index(row, column).data(role) or "") for role in _ROLES)


_READERS: tuple[tuple[type[QWidget] | tuple[type[QWidget], ...], Callable[[Any], Iterable[str]]], ...] = (
    ((QLabel, QAbstractButton), lambda part: [part.text()]),
    (QLineEdit, lambda edit: [edit.placeholderText()]),
    (QPlainTextEdit, lambda edit: [edit.placeholderText()]),
    (QGroupBox, lambda box: [box.title()]),
    (QComboBox, lambda box: [box.itemText(place) for place in range(min(box.count(), _MOST_ROWS))]),
    (QTabBar, lambda bar: [f"{bar.tabText(place)} {bar.tabToolTip(place)}" for place in range(bar.count())]),
    (QSpinBox, lambda box: [box.prefix(), box.suffix()]),
    (QAbstractSpinBox, lambda box: [box.specialValueText()]),
    ((QMenuBar, QMenu), lambda menu: _of_menu(menu.actions())),
    (QStatusBar, lambda bar: [bar.currentMessage()]),
    (QTableView, lambda table: _of_model(table.model())),
    (QListWidget, lambda rows: [rows.item(row).text() for row in range(rows.count())]),
)
"""What each kind of widget says."""
