"""Who else sells an item to the shop, on its card and in a window of its own. Serves the guide's page on items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.vendor_terms import MAX_DAYS, MAX_VENDORS, VendorTerms, clean_others
from posim_desktop.domain.errors import Field, RefusedError, refuse
from posim_desktop.domain.quantity import NO_UNITS, ONE
from posim_desktop.domain.why import Why
from posim_desktop.queries.filing import Choice
from posim_desktop.ui import formatting
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import CostEdit, QuantityEdit, TextEdit, with_hint
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import ChoiceBox, Lines
from posim_desktop.ui.widgets.table_dialog import small_button

_WIDTH = 240 * SPACE
_FIGURE = 20 * SPACE
_COLUMNS = ("vendor", "number", "cost", "pack", "minimum", "days")
_COST = _COLUMNS.index("cost")
_BLANK_ROWS = 3


class DaysEdit(QuantityEdit):
    """A number of days, or nothing."""

    def __init__(self, field: str) -> None:
        super().__init__(field, blank=True, zero=True)

    @override
    def _parse(self, text: str) -> Decimal:
        days = super()._parse(text)
        if days != days.to_integral_value() or days > MAX_DAYS:
            raise refuse(Why.USUAL_DAYS_OUT_OF_RANGE, Field(self._field), most=MAX_DAYS)
        return days

    @override
    def value_or_none(self) -> int | None:  # type: ignore[override]
        """Return the days as the card keeps them."""
        days = super().value_or_none()
        return None if days is None else int(days)

    @override
    def set_value(self, value: Decimal | int | None, /) -> None:
        """Show days."""
        super().set_value(None if value is None else Decimal(value))


class OtherVendorsEdit(Lines):
    """Names an item's other vendors with their terms, a line each; Enter or a click opens the window to change them.

    Signals:
        asked: The person wants to change them.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(1, most=4)
        self._terms: tuple[VendorTerms, ...] = ()
        self._names: Mapping[int, str] = {}
        self.shows_costs = True

    def name_vendors(self, names: Mapping[int, str]) -> None:
        """Say what vendors are called."""
        self._names = names

    def value(self) -> tuple[VendorTerms, ...]:
        """Return the terms."""
        return self._terms

    def set_value(self, value: Sequence[VendorTerms], /) -> None:
        """Show terms."""
        self._terms = tuple(value)
        self.setPlainText("\n".join(self._written(each) for each in self._terms))

    def _written(self, terms: VendorTerms) -> str:
        facts = [terms.vendor_item_number]
        if terms.cost is not None and self.shows_costs:
            facts.append(formatting.cost(terms.cost))
        if terms.pack_quantity != ONE:
            facts.append(self.tr("pack of {pack}").format(pack=formatting.quantity(terms.pack_quantity)))
        if terms.minimum_quantity:
            facts.append(self.tr("at least {units}").format(units=formatting.quantity(terms.minimum_quantity)))
        if terms.usual_days is not None:
            facts.append(self.tr("{days} days").format(days=formatting.count(terms.usual_days)))
        name = self._names.get(terms.vendor_id, "")
        return f"{name}: {' · '.join(fact for fact in facts if fact)}".removesuffix(": ")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the window with Enter or the space bar; nothing is typed here."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not self.isReadOnly():
            self.asked.emit()
            event.accept()
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        super().mousePressEvent(e)
        if not self.isReadOnly():
            self.asked.emit()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class _Row:
    vendor_box: ChoiceBox
    number_edit: TextEdit
    cost_edit: CostEdit
    pack_edit: QuantityEdit
    minimum_edit: QuantityEdit
    days_edit: DaysEdit
    prefer_button: QPushButton

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return (self.vendor_box, self.number_edit, self.cost_edit, self.pack_edit, self.minimum_edit, self.days_edit)

    def terms(self) -> VendorTerms | None:
        """Read the row; None for one without a vendor."""
        vendor_id = self.vendor_box.value()
        if vendor_id is None:
            return None
        return VendorTerms(
            vendor_id,
            self.number_edit.value(),
            self.cost_edit.value_or_none(),
            self.pack_edit.value_or_none() or ONE,
            self.minimum_edit.value_or_none() or NO_UNITS,
            self.days_edit.value_or_none(),
        )


class OtherVendorsDialog(FormDialog):
    """Takes who else sells an item, a row each; a blank row follows the last one.

    Signals:
        entered(tuple): The terms, clean.
        preferred(tuple, int): The terms, and the vendor of them that becomes the preferred one.
    """

    entered = Signal(tuple)
    preferred = Signal(tuple, int)

    def __init__(
        self,
        parent: QWidget,
        choices: Sequence[Choice],
        terms: Sequence[VendorTerms],
        preferred_vendor_id: int | None,
        *,
        costs: bool,
    ) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.setObjectName("other_vendors")
        self.setWindowTitle(self.tr("Other Vendors"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._choices, self._costs, self._preferred = choices, costs, preferred_vendor_id
        self.say_first(
            self.tr(
                "Orders to these vendors take their number, cost and pack. A row without a vendor is dropped; "
                "without a cost it is the card's."
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(2 * SPACE)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 1)
        for column, words in enumerate(self._heads()):
            head = QLabel(words)
            mark(head, role="label")
            head.setWordWrap(column > 1)  # over figures, which are narrower than their words
            head.setVisible(costs or column != _COST)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(self._grid)
        self._rows_shown: list[_Row] = []
        for each in terms:
            self._show(self._add_row(), each)
        while len(self._rows_shown) < min(len(terms) + _BLANK_ROWS, MAX_VENDORS):
            self._add_row()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Vendor"),
            self.tr("Vendor Item No."),
            self.tr("Cost"),
            self.tr("Pack Of"),
            self.tr("Smallest Order"),
            self.tr("Usual Days"),
        )

    def _add_row(self) -> _Row:
        number = len(self._rows_shown) + 1
        row = _Row(
            ChoiceBox(f"vendor_{number}", self.tr("vendor")),
            TextEdit(text.SHORT),
            CostEdit(f"cost_{number}", blank=True),
            QuantityEdit(f"pack_{number}", blank=True),
            QuantityEdit(f"minimum_{number}", blank=True, zero=True),
            DaysEdit(f"days_{number}"),
            small_button(self.tr("Make Preferred")),
        )
        row.vendor_box.offer(self._choices, self.tr("(none)"))
        row.vendor_box.set_value(None)
        row.pack_edit.set_value(ONE)
        for column, (name, head, widget) in enumerate(zip(_COLUMNS, self._heads(), row.widgets, strict=True)):
            widget.setObjectName(f"{name}_{number}_edit")
            widget.setAccessibleName(self.tr("{what}, row {number}").format(what=head, number=number))
            self.inputs[f"{name}_{number}"] = widget
            shown = with_hint(widget)
            shown.setVisible(self._costs or column != _COST)
            if column > 1:
                widget.setFixedWidth(_FIGURE)
            self._grid.addWidget(shown, number, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row.prefer_button, number, len(_COLUMNS), Qt.AlignmentFlag.AlignTop)
        row.prefer_button.setVisible(False)
        row.prefer_button.clicked.connect(lambda: self._on_prefer_button_clicked(row))
        row.vendor_box.currentTextChanged.connect(lambda: self._look(row))
        self._rows_shown.append(row)
        return row

    def _look(self, row: _Row) -> None:
        """Offer to prefer a vendor that is chosen, and a further row below the last one."""
        chosen = row.vendor_box.chosen_id() is not None
        row.prefer_button.setVisible(chosen)
        if chosen and row is self._rows_shown[-1] and len(self._rows_shown) < MAX_VENDORS:
            self._add_row()
            QTimer.singleShot(0, self, self.grow)  # when the row is shown

    def _show(self, row: _Row, terms: VendorTerms) -> None:
        row.vendor_box.set_value(terms.vendor_id)
        row.number_edit.set_value(terms.vendor_item_number)
        row.cost_edit.set_value(terms.cost)
        row.pack_edit.set_value(terms.pack_quantity)
        row.minimum_edit.set_value(terms.minimum_quantity or None)
        row.days_edit.set_value(terms.usual_days)
        row.prefer_button.setVisible(True)

    def _read(self) -> tuple[VendorTerms, ...] | None:
        """Read all rows; None after saying what is wrong, in its row."""
        self.clear_refusals()
        terms: list[VendorTerms] = []
        for number, row in enumerate(self._rows_shown, 1):
            try:
                of_row = row.terms()
                if of_row is not None:
                    clean_others((*terms, of_row), self._preferred)
                    terms.append(of_row)
            except RefusedError as refused:
                general = refused.refusal.where == Field("other_vendors")
                self.show_refusal(refused.refusal.at(Field(f"vendor_{number}")) if general else refused.refusal)
                return None
        return tuple(terms)

    def _on_accept_button_clicked(self) -> None:
        terms = self._read()
        if terms is not None:
            self.entered.emit(terms)
            self.accept()

    def _on_prefer_button_clicked(self, row: _Row) -> None:
        terms, vendor_id = self._read(), row.vendor_box.chosen_id()
        if terms is not None and vendor_id is not None:
            self.preferred.emit(terms, vendor_id)
            self.accept()
