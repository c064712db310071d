"""Finds what of a window does not fit: cut texts, widgets outside of it, and widgets over each other."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.elided import ElidedLabel, ElidedLink

_WHOLE = frozenset({"customer-card", "item-card", "merge-customers", "merge-many", "new-item-card"})
"""The steps of the tour whose screens are seen whole where there are 768 pixels of height, without scrolling."""
_HIGH_ENOUGH = 768
_ROUNDING = 2  # pixels that a text's width may be off by
_LEAST_ELIDED = 5  # characters that must be left of a text before its dots
_CONTENT = (
    QLabel,
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QTextEdit,
    QPlainTextEdit,
)
_ROLES = Qt.ItemDataRole


def misfits(window: QWidget) -> Iterator[str]:
    """Say of each visible part of a window what is wrong with its place."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisible() and part.window() is window]
    for part in parts:
        if _is_of_its_own(part):
            yield from (f"{_name(part)}: {wrong}" for wrong in _wrong_with(part, window))
    for part in parts:
        yield from _over_each_other(part)


def hidden_below(shown: QWidget, size: QSize, picture: str) -> Iterator[str]:
    """Say what one has to scroll for at a step of the tour, on a screen of a size that could show it whole."""
    room = min(size.height(), shown.screen().size().height()) if isinstance(shown, QDialog) else size.height()
    if picture not in _WHOLE or room < _HIGH_ENOUGH:
        return
    for area in shown.findChildren(QScrollArea):
        if area.isVisible() and area.window() is shown and area.verticalScrollBar().maximum() > 0:
            yield f"{_name(area)}: {area.verticalScrollBar().maximum()} pixels of it are out of sight"


def _is_of_its_own(part: QWidget) -> bool:
    """Leave out what Qt makes inside of its own widgets."""
    parent = part.parentWidget()
    if part.objectName().startswith("qt_") or parent is None or part.property("folded"):
        return False
    if isinstance(part, QHeaderView):
        return True
    return not isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit, QHeaderView, QTabBar, QMenuBar))


def _wrong_with(part: QWidget, window: QWidget) -> Iterator[str]:
    if isinstance(part, _CONTENT) and not isinstance(part, QHeaderView):
        yield from _outside(part, window)
    for kind, looks in _LOOKS:
        if isinstance(part, kind):
            yield from looks(part)
            return


def _outside(part: QWidget, window: QWidget) -> Iterator[str]:
    """Follow a widget up to its window: whatever cuts it must be something that scrolls."""
    shown, below, around = part.rect(), part, part.parentWidget()
    while below is not window and around is not None:
        shown = QRect(below.mapTo(around, shown.topLeft()), shown.size())
        room = around.rect()
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            if area.horizontalScrollBar().maximum() > 0:
                shown.setLeft(max(shown.left(), room.left()))
                shown.setRight(min(shown.right(), room.right()))
            if area.verticalScrollBar().maximum() > 0:
                shown.setTop(max(shown.top(), room.top()))
                shown.setBottom(min(shown.bottom(), room.bottom()))
            if shown.isEmpty():
                return
        if not room.adjusted(-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING).contains(shown):
            yield f"is outside of {_name(around)}: {_box(shown)} in {_box(room)}"
            return
        below, around = around, around.parentWidget()


def _cut_too_short(part: ElidedLabel | ElidedLink) -> Iterator[str]:
    shown = part.shown_text if isinstance(part, ElidedLabel) else part.text()
    if "…" in shown and not part.toolTip():
        yield f"{shown!r} has no tooltip with the whole text"
    if shown.endswith("…") and len(shown) <= _LEAST_ELIDED:
        yield f"of {part.toolTip()!r} only {shown!r} is left"


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    inside = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _ROUNDING:
            yield f"{label.text()!r} is cut: {label.height()} of {needed} pixels of height"
        longest = max(label.text().split(), key=len)
        if label.textFormat() == Qt.TextFormat.PlainText:
            wanted = label.fontMetrics().horizontalAdvance(longest)
            if wanted > inside.width() + _ROUNDING:
                yield f"the word {longest!r} is cut: {inside.width()} of {wanted} pixels"
        return
    needed_size = label.sizeHint()
    if needed_size.width() > label.width() + _ROUNDING:
        yield f"{label.text()!r} is cut: {label.width()} of {needed_size.width()} pixels"
    if needed_size.height() > label.height() + _ROUNDING:
        yield f"{label.text()!r} is cut: {label.height()} of {needed_size.height()} pixels of height"


def _cut_box(box: QCheckBox | QRadioButton) -> Iterator[str]:
    if box.width() + _ROUNDING < box.sizeHint().width():
        yield f"{box.text()!r} is cut: {box.width()} of {box.sizeHint().width()} pixels"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    needed = _least_size(button)
    if needed.width() > button.width() + _ROUNDING:
        yield f"{button.text()!r} is cut: {button.width()} of {needed.width()} pixels"
    if needed.height() > button.height() + _ROUNDING:
        yield f"{button.text()!r} is cut: {button.height()} of {needed.height()} pixels of height"


def _least_size(button: QAbstractButton) -> QSize:
    text = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, button.text())
    if isinstance(button, QToolButton):
        return button.minimumSizeHint() if button.text() else button.iconSize()
    if not button.icon().isNull():
        text = QSize(text.width() + button.iconSize().width(), max(text.height(), button.iconSize().height()))
    option = QStyleOptionButton()
    option.initFrom(button)
    inside = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    frame = button.rect().size() - inside.size()
    return button.sizeHint() if frame.isEmpty() else text + frame


def _cut_choice(box: QComboBox) -> Iterator[str]:
    if isinstance(box, DropDown):
        return  # which itself shows the whole of what is cut
    edit = box.lineEdit()
    room = edit.contentsRect().width() if edit is not None else box.width() - 40
    wanted = box.fontMetrics().horizontalAdvance(box.currentText())
    whole = box.currentText() in {box.toolTip(), edit.toolTip() if edit is not None else ""}
    if wanted > room + _ROUNDING and not whole:
        yield f"{box.currentText()!r} is cut without a tooltip: {room} of {wanted} pixels"


def _cut_line(line: QLineEdit) -> Iterator[str]:
    """Look at a field that is only read; in one that is edited the text moves with the cursor."""
    wanted, room = line.fontMetrics().horizontalAdvance(line.text()), line.contentsRect().width()
    if line.isReadOnly() and wanted > room and not line.toolTip():
        yield f"{line.text()!r} is cut without a tooltip: {room} of {wanted} pixels"


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        wanted = bar.fontMetrics().horizontalAdvance(bar.tabText(place))
        room = bar.tabRect(place).width()
        if wanted > room and not bar.tabToolTip(place):
            yield f"the tab {bar.tabText(place)!r} is cut without a tooltip: {room} of {wanted} pixels"


def _cut_menus(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        if action.isVisible() and not bar.rect().contains(bar.actionGeometry(action)):
            yield f"the menu {action.text()!r} is outside"


def _cut_table(table: QTableView) -> Iterator[str]:
    yield from _cut_headers(table)
    yield from _cut_cells(table)
    yield from _too_low(table)
    if table.focusPolicy() == Qt.FocusPolicy.NoFocus:  # a list to choose from while one types somewhere else
        yield from _scrolls_sideways(table)


def _cut_list(entries: QListView) -> Iterator[str]:
    yield from _scrolls_sideways(entries)
    for row in range(entries.model().rowCount(QModelIndex())):
        entry = entries.model().index(row, entries.modelColumn())
        wanted, room = entries.sizeHintForIndex(entry).width(), entries.viewport().width()
        if wanted > room and not entries.isRowHidden(row) and not entry.data(_ROLES.ToolTipRole):
            yield f"{entry.data()!r} is cut without a tooltip: {room} of {wanted} pixels"


def _scrolls_sideways(area: QAbstractScrollArea) -> Iterator[str]:
    if area.horizontalScrollBar().maximum() > 0:
        yield f"scrolls sideways by {area.horizontalScrollBar().maximum()} pixels"


def _cut_headers(table: QTableView) -> Iterator[str]:
    header = table.horizontalHeader()
    if not header.isVisible():
        return
    for column in range(header.count()):
        if header.isSectionHidden(column):
            continue
        text = str(table.model().headerData(column, Qt.Orientation.Horizontal) or "")
        wanted, room = header.sectionSizeHint(column), header.sectionSize(column)
        if text and room + _ROUNDING < wanted:
            yield f"the header {text!r} is cut: {room} of {wanted} pixels"
    width = header.length()
    if width > table.viewport().width() + _ROUNDING and table.horizontalScrollBar().maximum() <= 0:
        yield f"the columns are wider than the table: {width} in {table.viewport().width()} pixels"


def _cut_cells(table: QTableView) -> Iterator[str]:
    """Look at the cells in sight: a figure is never cut, of a text the tooltip has the whole."""
    model = table.model()
    last = table.rowAt(table.viewport().height() - 1)
    last = model.rowCount(QModelIndex()) - 1 if last < 0 else last
    for row in range(max(0, table.rowAt(0)), last + 1):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            text = index.data()
            if (
                not isinstance(text, str)
                or not text
                or table.isColumnHidden(column)
                or table.columnSpan(row, column) > 1
            ):
                continue
            font = index.data(_ROLES.FontRole) or table.font()
            wanted = QFontMetrics(font).horizontalAdvance(text) + 2 * 8
            room = table.visualRect(index).width()
            if wanted <= room + _ROUNDING:
                continue
            header = model.headerData(column, Qt.Orientation.Horizontal)
            if Qt.AlignmentFlag(index.data(_ROLES.TextAlignmentRole) or 0) & Qt.AlignmentFlag.AlignRight:
                yield f"the figure {text!r} under {header!r} is cut: {room} of {wanted} pixels"
            elif not index.data(_ROLES.ToolTipRole):
                yield f"the cell {text!r} under {header!r} is cut without a tooltip"


def _too_low(table: QTableView) -> Iterator[str]:
    rows = table.model().rowCount(QModelIndex())
    if rows and table.viewport().height() + _ROUNDING < table.rowHeight(0):
        yield f"has no room for a single row: {table.viewport().height()} pixels"


_LOOKS: tuple[tuple[type[QWidget] | tuple[type[QWidget], ...], Callable[[Any], Iterator[str]]], ...] = (
    ((ElidedLabel, ElidedLink), _cut_too_short),
    (QLabel, _cut_label),
    ((QCheckBox, QRadioButton), _cut_box),
    (QAbstractButton, _cut_button),
    (QComboBox, _cut_choice),
    (QLineEdit, _cut_line),
    (QTabBar, _cut_tabs),
    (QMenuBar, _cut_menus),
    (QTableView, _cut_table),
    (QListView, _cut_list),
    (QScrollArea, _scrolls_sideways),
)
"""What is asked of each kind of widget; the first that fits, counts."""


def _over_each_other(around: QWidget) -> Iterator[str]:
    """Look at what a layout places side by side."""
    layout = around.layout()
    if layout is None:
        return
    inside = [
        part
        for part in around.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if part.isVisible() and isinstance(part, _CONTENT) and layout.indexOf(part) >= 0
    ]
    for place, part in enumerate(inside):
        for other in inside[place + 1 :]:
            shared = part.geometry().adjusted(1, 1, -1, -1).intersected(other.geometry().adjusted(1, 1, -1, -1))
            if not shared.isEmpty():
                yield f"{_name(part)} and {_name(other)} are over each other"


def _name(part: QWidget) -> str:
    own = part.objectName() or part.accessibleName()
    if own:
        return f"{type(part).__name__} {own}"
    parent = part.parentWidget()
    return f"{type(part).__name__} in {_name(parent)}" if parent is not None else type(part).__name__


def _box(rect: QRect) -> str:
    return f"{rect.width()}x{rect.height()} at {rect.x()},{rect.y()}"
