"""Looks at each dialog as it opens: where it begins, the way of Tab through it, and whether Enter has a button."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

_INPUTS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QCheckBox, QRadioButton, QAbstractItemView)
_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)
_MOST_STEPS = 200
MUST_BE_SEEN = frozenset(
    {
        "Approve",
        "Auto Backorder PO",
        "Auto Order",
        "Fill Backorders",
        "Manual Backorder Cancel",
        "Preferences",
        "Purchase Order Backorder Allocation",
        "Reason for the Discount",
        "Set Backorders to Customers",
    }
)


class DialogWatch:
    """Hears of every dialog that takes the keyboard and tells what is wrong with its keys.

    Attributes:
        seen: The titles of the dialogs.
    """

    def __init__(self, application: QApplication, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self.seen: set[str] = set()
        self._held: list[QDialog] = []
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        dialog = new.window() if new is not None else None
        if isinstance(dialog, QDialog) and dialog.windowTitle() not in self.seen:
            self.seen.add(dialog.windowTitle())
            # PySide takes what nextInFocusChain returns for a child of the widget that was asked. After a walk around
            # the dialog belongs to its own last button, and whoever holds nothing loses it to the garbage collector.
            self._held.append(dialog)
            for wrong in unhandy(dialog):
                self._tell(f"{dialog.windowTitle()}: {wrong}")


def unhandy(dialog: QDialog) -> Iterator[str]:
    """Say what of a dialog that was just opened a person at the keyboard stumbles over."""
    way = list(_way(dialog))
    inputs = [each for each in way if isinstance(each, _INPUTS) and not _is_read(each)]
    start = dialog.focusWidget()
    if not any(each is start or each.isAncestorOf(start) for each in inputs or way):
        yield f"begins at {_name(start)}, not where one types"
    buttons = dialog.findChildren(QPushButton)
    if buttons and not any(button.isDefault() for button in buttons):
        yield "Enter presses nothing"
    jumps = list(_jumps(dialog, way))
    if len(jumps) > 1:  # one is the way from the end to the beginning
        yield from jumps


def _way(dialog: QDialog) -> Iterator[QWidget]:
    """Follow Tab once around."""
    here: QWidget | None = dialog
    for _ in range(_MOST_STEPS):
        here = None if here is None else here.nextInFocusChain()
        if here is None or here is dialog:
            return
        is_reached = bool(here.focusPolicy() & Qt.FocusPolicy.TabFocus) and here.focusProxy() is None
        if is_reached and here.isVisible() and here.isEnabled() and here.window() is dialog:
            yield here


def _jumps(dialog: QDialog, way: list[QWidget]) -> Iterator[str]:
    """Say where Tab goes up, or back in a row."""
    for before, after in pairwise((*way, *way[:1])):
        here, there = _place(before, dialog), _place(after, dialog)
        if before.isAncestorOf(after):
            continue
        is_above = there.bottom() < here.top()
        is_back = there.top() <= here.center().y() <= there.bottom() and there.right() < here.left()
        if is_above or is_back:
            yield f"Tab goes from {_name(before)} back to {_name(after)}"


def _place(widget: QWidget, dialog: QDialog) -> QRect:
    """Say where it is; what one scrolls down to is at the end of what is seen."""
    place = QRect(widget.mapTo(dialog, QPoint()), widget.size())
    for area in dialog.findChildren(QScrollArea):
        if area.isAncestorOf(widget):
            end = area.mapTo(dialog, QPoint(0, area.height())).y()
            place.moveBottom(min(place.bottom(), end))
    return place


def _is_read(widget: QWidget) -> bool:
    """Tell whether nothing is typed or chosen there: it cannot be written in, or its list is empty."""
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        return widget.model().rowCount() == 0
    return isinstance(widget, _TEXTS) and widget.isReadOnly()


def _name(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return widget.text()
    return f"{type(widget).__name__} {widget.objectName()}"
