"""Walks what a screen reader is told of a window, and finds the controls that it can say nothing about."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget

_ROLE = QAccessible.Role
_CONTROLS = frozenset(
    {
        _ROLE.Button,
        _ROLE.ButtonMenu,
        _ROLE.CheckBox,
        _ROLE.ComboBox,
        _ROLE.Dialog,
        _ROLE.EditableText,
        _ROLE.Link,
        _ROLE.List,
        _ROLE.ListItem,
        _ROLE.MenuItem,
        _ROLE.PageTab,
        _ROLE.ProgressBar,
        _ROLE.RadioButton,
        _ROLE.SpinBox,
        _ROLE.Table,
    }
)
_WORDS_AND_FIGURES = re.compile(r"\w+")


def nameless(window: QWidget) -> Iterator[str]:
    """Say which controls of a window have no name, which buttons do not tell what stands on them, and which columns."""
    yield from _walk(QAccessible.queryAccessibleInterface(window), "")


def _walk(told: QAccessibleInterface | None, around: str) -> Iterator[str]:
    if told is None or not told.isValid() or told.state().invisible:
        return
    role, widget = told.role(), told.object()
    place = _place(widget) or around
    if role in _CONTROLS and not told.text(QAccessible.Text.Name).strip():
        yield f"{role.name} {place} has no name"
    if isinstance(widget, QAbstractButton):
        yield from _silent_button(told, widget, place)
    if isinstance(widget, QTableView):
        yield from _silent_columns(widget, place)
    elif role != _ROLE.ComboBox:  # the focus of what is inside is the box's, which has the name
        for child in range(told.childCount()):
            yield from _walk(told.child(child), place)


def _place(widget: QObject | None) -> str:
    return "" if widget is None else f"{type(widget).__name__} {widget.objectName()}".strip()


def _silent_button(told: QAccessibleInterface, button: QAbstractButton, place: str) -> Iterator[str]:
    spoken = f"{told.text(QAccessible.Text.Name)} {told.text(QAccessible.Text.Description)}"
    missing = set(_words(button.text())) - set(_words(spoken))
    if missing and "…" not in button.text():
        yield f"{place} shows {button.text()!r} and tells {spoken!r}"


def _words(text: str) -> list[str]:
    return _WORDS_AND_FIGURES.findall(text.replace("&&", " ").replace("&", ""))


def _silent_columns(table: QTableView, place: str) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        if not table.isColumnHidden(column) and not model.headerData(column, Qt.Orientation.Horizontal):
            yield f"column {column} of {place} has no heading"
