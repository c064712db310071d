"""The head of a purchase order: when its goods are expected and a note, which may change until everything has come."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails
from posim_desktop.ui import formatting
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.edits import show_refusal, with_hint
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.form import let_be_read
from posim_desktop.ui.widgets.inputs import LinesEdit

_VENDOR, _DAY, _NOTE = 64 * SPACE, 36 * SPACE, 64 * SPACE


class OrderHeader(QFrame):
    """Vendor, expected day and note, side by side, with a line of small print under the vendor.

    Attributes:
        inputs: What can be typed, by the field names of refusals.
    """

    def __init__(self, vendor: QWidget, parent: QWidget | None = None) -> None:
        """Build the head around what shows the vendor: a link, or a chooser with its button."""
        super().__init__(parent)
        mark(self, card=True)
        self.expected_edit = DateEdit("expected_on", blank=True)
        self.expected_edit.setObjectName("expected_edit")
        self._date_tip = self.expected_edit.toolTip()
        self.note_edit = LinesEdit(2)
        self.note_edit.setObjectName("note_edit")
        self.inputs: dict[str, QWidget] = {"expected_on": self.expected_edit, "note": self.note_edit}
        self.small_print = ElidedLabel()
        self.small_print.setObjectName("small_print")
        mark(self.small_print, role="muted")
        self._is_left = False
        self._build(vendor)

    def _build(self, vendor: QWidget) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6 * SPACE)
        grid.setVerticalSpacing(SPACE)
        self.expected_edit.setFixedWidth(_DAY)
        self.note_edit.setMinimumWidth(_NOTE)
        places = (
            (self.tr("Vendor"), vendor, vendor, 1),
            (self.tr("Expected"), self.expected_edit, with_hint(self.expected_edit), 1),
            (self.tr("Note"), self.note_edit, with_hint(self.note_edit), 2),
        )
        for column, (label, widget, cell, high) in enumerate(places):
            caption = QLabel(label)
            caption.setBuddy(widget)
            mark(caption, role="label")
            if widget is not vendor:
                widget.setAccessibleName(label)
            grid.addWidget(caption, 0, column)
            grid.addWidget(cell, 1, column, high, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.small_print, 2, 0, 1, 2)
        grid.setColumnMinimumWidth(0, _VENDOR)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def show_order(self, details: PurchaseOrderDetails | None) -> None:
        """Show an order's day and note, or nothing for a new one."""
        self.expected_edit.set_value(None if details is None else details.expected_on)
        self.note_edit.set_value("" if details is None else details.note)

    def propose(self, day: date | None) -> None:
        """Show when the goods usually come, in an empty field; posting takes that day."""
        self.expected_edit.setPlaceholderText("" if day is None else formatting.date(day))
        usual = self.tr("Left empty, the goods are expected when they usually come")
        self.expected_edit.setToolTip(self._date_tip if day is None else usual)

    def values(self) -> tuple[date | None, str] | None:
        """Read day and note; None after saying at the field what cannot be used."""
        try:
            return self.expected_edit.value(), self.note_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return None

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say what is wrong at the input it is about; False when it is about none of them."""
        return show_refusal(self.inputs, refusal, moves_keyboard=not self._is_left)

    @contextmanager
    def being_left(self, reason: Qt.FocusReason) -> Iterator[None]:
        """Have what is refused meanwhile marked only, when a click or a key named the place to go to instead.

        Tab named none: the keyboard comes back to what must be put right.
        """
        self._is_left = reason not in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        try:
            yield
        finally:
            self._is_left = False

    def let_be_read(self, *, reading: bool, tip: str) -> None:
        """Let day and note look like text, or be edited; a tooltip says how to begin or why that cannot be."""
        for widget in self.inputs.values():
            let_be_read(widget, reading=reading)
            widget.setToolTip(tip)
