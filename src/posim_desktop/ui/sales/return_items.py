"""Return Items: which goods of a sale come back, why, and where they go. Serves the guide's page "Returns"."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import returns as return_rules
from posim_desktop.domain.sales.invoice import Line, TransCode, totals
from posim_desktop.domain.sales.returns import Wanted
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import returns as return_queries
from posim_desktop.queries.sales.returns import OpenBackorder, Returnable, Sold
from posim_desktop.queries.shop import preferences
from posim_desktop.services.sales import returns, reversals
from posim_desktop.services.sales.cancellations import Unwanted
from posim_desktop.services.sales.returns import GoodsBack
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt, Refused, Trouble
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.sales import return_words
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.edits import QuantityEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.freed_money import FreedMoney, freed_money
from posim_desktop.ui.widgets.receipt_printing import print_wish
from posim_desktop.ui.widgets.signature import box_of_reasons

_WIDTH = 225 * SPACE
_QUANTITY_WIDTH, _REASON_WIDTH, _WHERE_WIDTH = 22 * SPACE, 42 * SPACE, 34 * SPACE
_DESCRIPTION_LEAST = 28 * SPACE
_ENTERED = 3  # the first column that is filled in


class _Row(NamedTuple):
    """A sold line, and what is entered of it."""

    sold: Sold
    quantity_edit: QuantityEdit
    reason_edit: DropDown
    where_edit: DropDown
    hint: QLabel

    @property
    def line_id(self) -> int:
        """The sold line."""
        return self.sold.line.id

    @property
    def is_damaged(self) -> bool:
        """Whether the goods do not go back to the shelf."""
        return bool(self.where_edit.currentData())


class ReturnItemsDialog(FormDialog):
    """A row for each sold line; OK puts what comes back on a working invoice.

    Signals:
        returned(int): It was put on an invoice; its id.
    """

    returned = Signal(int)

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        found: Returnable,
        shop: ShopPreferences,
        *,
        invoice_id: int | None = None,
        everything: bool = False,
    ) -> None:
        """Make the dialog.

        Args:
            parent: The window that asks.
            operations: Runs the verbs.
            found: The sale.
            shop: Whose reasons are offered.
            invoice_id: The working invoice that takes the goods back; None for one of their own.
            everything: Whether all that can still come back is entered, and the sale's open backorders are offered for
                cancel: the sale is reversed.
        """
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.operations = operations
        self._found = found
        self._invoice_id = invoice_id
        self._attempt = Attempt(one_action=True)
        self._reasons = return_words.reasons(shop)
        self.rows: list[_Row] = []
        self.backorder_boxes: dict[int, QCheckBox] = {}
        self.freed_money: FreedMoney | None = None
        self._everything = everything
        self._reason = ""
        self.setObjectName("return_items")
        title = self.tr("Reverse Invoice {number}") if everything else self.tr("Return Items of Invoice {number}")
        self.setWindowTitle(title.format(number=found.sale.number))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build()
        first = next((row for row in self.rows if row.quantity_edit.isEnabled()), None)
        self.first_focus = first and (first.reason_edit if everything else first.quantity_edit)
        if everything:
            self.return_all()
        self._show_money()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    # ---- building ----

    def _build(self) -> None:
        day, customer = formatting.day_of(self._found.sale.processed_at), self._found.customer
        sold_to = self.tr("Sold on {day} to {customer}") if customer else self.tr("Sold on {day}")
        self.say_first(sold_to.format(day=day, customer=customer))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        headings = (
            self.tr("Item"),
            self.tr("Sold"),
            self.tr("Returned Before"),
            self.tr("Return"),
            self.tr("Reason"),
            self.tr("Where"),
        )
        for column, heading in enumerate(headings):
            label = QLabel(heading)
            mark(label, role="label")
            grid.addWidget(label, 0, column, _right() if column in {1, 2} else Qt.AlignmentFlag.AlignLeft)
        for sold in self._found.lines:
            self._build_row(grid, sold)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        self.body.addLayout(self._build_all())
        if self._everything:
            self._build_backorders(self._found.backorders)
        self.body.addWidget(self._build_money())

    def _build_row(self, grid: QGridLayout, sold: Sold) -> None:
        line, place = sold.line, 2 * len(self.rows) + 1
        name = QLabel(f"{sold.item} {line.description}".strip())
        name.setWordWrap(True)
        name.setMinimumWidth(_DESCRIPTION_LEAST)
        grid.addWidget(name, place, 0)
        for column, quantity in ((1, line.quantity), (2, line.returned)):
            label = QLabel(formatting.quantity(quantity))
            mark(label, role="value")
            grid.addWidget(label, place, column, _right())
        hint = QLabel()
        hint.setWordWrap(True)
        mark(hint, role="field-error")
        hint.hide()
        grid.addWidget(hint, place + 1, _ENTERED, 1, 3)  # below the fields of the row, which are too narrow for it
        row = _Row(sold, self._quantity_edit(sold), self._reason_edit(sold), self._where_edit(sold), hint)
        self.rows.append(row)
        for column, each in enumerate((row.quantity_edit, row.reason_edit, row.where_edit), _ENTERED):
            each.setEnabled(line.left > 0)
            each.setToolTip("" if line.left > 0 else self.tr("All of it came back already."))
            grid.addWidget(each, place, column)
        row.quantity_edit.textChanged.connect(self._on_quantity_typed)
        row.quantity_edit.editingFinished.connect(partial(self._check, row, typing=False))
        row.reason_edit.currentTextChanged.connect(partial(self._on_reason_told, row))

    def _quantity_edit(self, sold: Sold) -> QuantityEdit:
        field = _name(sold.line.id)
        edit = QuantityEdit(field, zero=True, blank=True)
        edit.setObjectName(f"{field}_edit")
        edit.setAccessibleName(self.tr("Return of {item}").format(item=sold.item))
        edit.setFixedWidth(_QUANTITY_WIDTH)
        edit.setPlaceholderText(self.tr("up to {left}").format(left=formatting.quantity(sold.line.left)))
        return edit

    def _reason_edit(self, sold: Sold) -> DropDown:
        field = _reason(sold.line.id)
        edit = box_of_reasons(self._reasons, self.tr("Reason"))
        edit.setObjectName(f"{field}_edit")
        edit.setAccessibleName(self.tr("Reason for {item}").format(item=sold.item))
        edit.setFixedWidth(_REASON_WIDTH)
        return edit

    def _where_edit(self, sold: Sold) -> DropDown:
        edit = DropDown()
        edit.setObjectName(f"where_{sold.line.id}_edit")
        edit.addItem(self.tr("Shelf"), userData=False)
        edit.addItem(self.tr("Damaged"), userData=True)
        edit.setAccessibleName(self.tr("Where {item} goes").format(item=sold.item))
        edit.setFixedWidth(_WHERE_WIDTH)
        return edit

    def _build_all(self) -> QLayout:
        self.all_button = QPushButton(self.tr("Return &All"))
        self.all_button.setObjectName("all_button")
        self.all_button.setAccessibleName(self.tr("Return All"))
        self.all_button.setAutoDefault(False)
        self.all_button.setEnabled(self._found.has_any_left)
        self.all_button.clicked.connect(self.return_all)
        columns = QHBoxLayout()
        columns.addWidget(self.all_button)
        columns.addStretch(1)
        return columns

    def _build_backorders(self, owed: Sequence[OpenBackorder]) -> None:
        for backorder in owed:
            words = self.tr("Cancel backorder {number}: {quantity} × {item}")
            if backorder.waiting > 0:
                words = self.tr("Cancel backorder {number}: {quantity} × {item}, of which {waiting} set aside")
            words = words.format(
                number=backorder.number,
                quantity=formatting.quantity(backorder.units),
                item=backorder.item,
                waiting=formatting.quantity(backorder.waiting),
            )
            box = QCheckBox(words.replace("&", "&&"))
            box.setAccessibleName(words)
            box.setChecked(True)
            box.toggled.connect(self._show_freed)
            self.backorder_boxes[backorder.id] = box
            self.body.addWidget(box)
        if not owed:
            return
        told = QLabel(
            self.tr(
                "What is ticked is canceled with OK, for good. The goods come back only when their invoice is posted."
            )
        )
        if any(backorder.waiting > 0 for backorder in owed):
            told.setText(
                self.tr(
                    "What is ticked is canceled with OK, for good, and what is set aside of it is released. "
                    "The goods come back only when their invoice is posted."
                )
            )
        told.setObjectName("canceled_at_once_label")
        told.setWordWrap(True)
        mark(told, role="muted")
        self.body.addWidget(told)
        self.freed_money = freed_money(self.operations, self.backorder_boxes)
        if self.freed_money is not None:
            self.inputs |= self.freed_money.inputs
            self.body.addWidget(self.freed_money)
            self.freed_money.resized.connect(self.grow)
            self._show_freed()

    def _unwanted(self) -> dict[int, Decimal]:
        """Tell how many of which backorders are ticked."""
        owed = {backorder.id: backorder.units for backorder in self._found.backorders}
        return {each: owed[each] for each, box in self.backorder_boxes.items() if box.isChecked()}

    def _show_freed(self) -> None:
        """Ask about the money that canceling what is ticked frees."""
        if self.freed_money is not None:
            self.freed_money.cancel(self._unwanted())

    def _build_money(self) -> QWidget:
        foot = QWidget()
        columns = QHBoxLayout(foot)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(3 * SPACE)
        paid = QLabel(return_words.paid_by(self._found.paid))
        paid.setObjectName("paid_label")
        paid.setWordWrap(True)
        mark(paid, role="muted")
        words = self.tr("Money Back") if self.freed_money is None else self.tr("Money Back for the Goods")
        caption = QLabel(words)
        mark(caption, role="label")
        self.money_label = QLabel()
        self.money_label.setObjectName("money_label")
        mark(self.money_label, role="title")
        columns.addWidget(paid, 1)
        columns.addWidget(caption)
        columns.addWidget(self.money_label)
        return foot

    # ---- what is entered ----

    def return_all(self) -> None:
        """Enter all that can still come back."""
        for row in self.rows:
            if row.sold.line.left > 0:
                row.quantity_edit.set_value(row.sold.line.left)
        told = next((row for row in self.rows if row.reason_edit.isEnabled()), None)
        if told is not None:
            told.reason_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self, row: _Row) -> Decimal:
        """Return how many of a line come back.

        Raises:
            RefusedError: What is typed is no quantity, or more than can still come back.
        """
        quantity = row.quantity_edit.value() if row.quantity_edit.text().strip() else None
        if quantity is None:
            return NO_UNITS
        wanted = (Wanted(row.line_id, quantity),)
        refusal = return_rules.more_than_sold_refusal([row.sold.line], wanted)
        if refusal is not None:
            raise RefusedError(refusal.at(Field(_name(row.line_id))))
        return quantity

    def _show_money(self, *_: object) -> None:
        """Say what is given back for what is entered, as far as it can be read."""
        wanted = []
        for row in self.rows:
            try:
                quantity = self._entered(row)
            except RefusedError:
                continue
            if quantity > 0:
                wanted.append(Wanted(row.line_id, quantity))
        by_line = {row.line_id: row.sold for row in self.rows}
        lines = [
            Line(
                *(TransCode.RETURN, each.quantity, by_line[each.line_id].unit_price, NO_UNITS),
                *(by_line[each.line_id].line.tax_code_id, by_line[each.line_id].line.taxes),
                back=given,
            )
            for each, given in zip(
                wanted, return_rules.worked_out([sold.line for sold in self._found.lines], wanted), strict=True
            )
        ]
        sums = totals(lines, tax_inclusive=self._found.sale.tax_inclusive)
        self.money_label.setText(formatting.amount(-sums.total))
        self.money_label.setAccessibleName(self.tr("Money Back {amount}").format(amount=self.money_label.text()))

    def _on_quantity_typed(self) -> None:
        for row in self.rows:
            self._check(row, typing=True)
        self._share_reason()
        self._show_money()

    def _check(self, row: _Row, *, typing: bool) -> None:
        """Say below a row that its quantity cannot come back; say nothing any more once it can.

        Args:
            row: The row.
            typing: Whether more may follow: what is no quantity yet is none to complain about.
        """
        try:
            self._entered(row)
        except RefusedError as refused:
            if not typing or refused.refusal.why is Why.MORE_BACK_THAN_SOLD:
                self._refuse(row, row.quantity_edit, refused.refusal)
                return
        if row.reason_edit.property("invalid") is not True:
            _clear(row)

    def _on_reason_told(self, row: _Row, reason: str) -> None:
        if row.reason_edit.property("invalid") is True:
            _clear(row)
            self._check(row, typing=False)
        if reason in self._reasons:
            self._reason = reason
            self._share_reason()

    def _share_reason(self) -> None:
        """Let the last reason of the list count for other lines that come back; nobody chooses it ten times."""
        for row in self.rows:
            if self._reason and row.quantity_edit.text().strip() and not row.reason_edit.currentText():
                row.reason_edit.setEditText(self._reason)

    # ---- what is refused ----

    @override
    def show_refusal(self, refusal: Refusal) -> bool:
        self.clear_refusals()
        field = refusal.where.name if isinstance(refusal.where, Field) else ""
        for row in self.rows:
            for name, edit in ((_name(row.line_id), row.quantity_edit), (_reason(row.line_id), row.reason_edit)):
                if name == field:
                    self._refuse(row, edit, refusal)
                    edit.setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
        return super().show_refusal(refusal)

    def _refuse(self, row: _Row, edit: QWidget, refusal: Refusal) -> None:
        """Say below a row what is wrong in one of its fields."""
        row.hint.setText(words_of(refusal))
        row.hint.show()
        edit.setAccessibleDescription(words_of(refusal))
        mark(edit, invalid=True)
        self.grow()

    @override
    def clear_refusals(self) -> None:
        for row in self.rows:
            _clear(row)
        super().clear_refusals()

    # ---- OK ----

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            goods, unwanted = self._goods(), self._canceled()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        if not goods and not unwanted:
            first = self.rows[0].line_id if self.rows else 0
            self.show_refusal(Refusal(Why.NOTHING_TO_RETURN, Field(_name(first))))
            return
        done = self._run(self._reversing(goods, unwanted) if self._everything else self._taking_back(goods))
        if done is None:
            return
        if goods:
            self.returned.emit(done.record_id)
        self.accept()

    def _goods(self) -> tuple[GoodsBack, ...]:
        goods = []
        for row in self.rows:
            quantity = self._entered(row)
            if quantity == 0:
                continue
            reason = row.reason_edit.currentText().strip()
            refusal = return_rules.reason_refusal(reason)
            if refusal is not None:
                raise RefusedError(refusal.at(Field(_reason(row.line_id))))
            goods.append(GoodsBack(row.line_id, quantity, reason, row.is_damaged))
        return tuple(goods)

    def _canceled(self) -> tuple[Unwanted, ...]:
        """Return what is ticked, and where the money goes that it frees."""
        money = {} if self.freed_money is None else dict(self.freed_money.money())
        return tuple(Unwanted(each, quantity, money.get(each)) for each, quantity in self._unwanted().items())

    def _taking_back(self, goods: tuple[GoodsBack, ...]) -> partial[Done]:
        return partial(returns.take_back, sale_id=self._found.sale.id, goods=goods, invoice_id=self._invoice_id)

    def _reversing(self, goods: tuple[GoodsBack, ...], unwanted: tuple[Unwanted, ...]) -> partial[Done]:
        return partial(
            reversals.reverse,
            sale_id=self._found.sale.id,
            goods=goods,
            unwanted=unwanted,
            reason=self.tr("Reversal of invoice {number}").format(number=self._found.sale.number),
            refund_by=None if self.freed_money is None else self.freed_money.tender(),
            wish=print_wish(),
        )

    def _run(self, verb: partial[Done]) -> Done | None:
        match self.operations.approvable(self, verb, self._attempt):
            case Done() as done:
                return done
            case Refused(refusal):
                self.show_refusal(refusal)
            case Trouble(message):
                self.trouble_label.setText(message)
                self.trouble_label.show()
        return None


def open_return_items(
    parent: QWidget,
    operations: Operations,
    sale_id: int,
    returned: Callable[[int], object],
    *,
    invoice_id: int | None = None,
    everything: bool = False,
) -> ReturnItemsDialog | None:
    """Open Return Items of a sale; None where there is no such sale.

    Raises:
        TroubleError: The database cannot be reached.
    """
    found = operations.read(return_queries.returnable, sale_id)
    if found is None:
        return None
    shop = operations.read(preferences.load)
    dialog = ReturnItemsDialog(parent, operations, found, shop, invoice_id=invoice_id, everything=everything)
    dialog.returned.connect(returned)
    dialog.finished.connect(parent.activateWindow)
    dialog.open()
    return dialog


def _clear(row: _Row) -> None:
    row.hint.hide()
    for edit in (row.quantity_edit, row.reason_edit):
        edit.setAccessibleDescription("")
        mark(edit, invalid=False)


def _name(line_id: int) -> str:
    return f"quantity_{line_id}"


def _reason(line_id: int) -> str:
    return f"reason_{line_id}"


def _right() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
