"""What a working invoice does with its lines. Serves the guide's page "Sell"."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, Refusal, TroubleError, refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.numbers import parse_decimal
from posim_desktop.domain.sales.commitment import reduce_refusal
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.working_rows import WorkingLine
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import say
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.sales.till.commitment import Commitment
from posim_desktop.ui.sales.till.lines_model import LineColumn
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.sales.till.stock_check import StockCheck
from posim_desktop.ui.widgets.document_lines import Then
from posim_desktop.ui.widgets.item_entry import NamedGoods

_PERCENT = "%"


def read_cell(column: LineColumn, typed: str) -> LineEdit:
    """Read a cell as a change of its line; a discount is money, or a percentage written ``10%``.

    Raises:
        RefusedError: It cannot be read; the refusal names the field.
    """
    match column:
        case LineColumn.TRANS_CODE:
            return LineEdit(trans_code=_trans_code(typed))
        case LineColumn.QUANTITY:
            return LineEdit(quantity=formatting.parse_quantity(typed, field="quantity"))
        case LineColumn.PRICE:
            return LineEdit(unit_price=formatting.parse_money(typed, field="unit_price"))
        case LineColumn.DISCOUNT:
            discount = read_discount(typed)
            if discount.percent is not None:
                return LineEdit(discount_percent=discount.percent)
            return LineEdit(discount=discount.amount)
        case _:
            return LineEdit(description=typed)


def read_discount(typed: str) -> SaleDiscount:
    """Read a discount: money, or a percentage written ``10%``; nothing for none.

    Raises:
        RefusedError: It cannot be read.
    """
    if typed.endswith(_PERCENT):
        point = formatting.store_format().decimal_point
        number = typed.removesuffix(_PERCENT)
        return SaleDiscount(percent=parse_decimal(number, field="discount", decimal_point=point))
    return SaleDiscount(formatting.parse_money(typed, field="discount") if typed else ZERO)


def _trans_code(typed: str) -> TransCode:
    letter = typed.upper()
    if letter not in {str(code) for code in TransCode}:
        raise refuse(Why.NOT_A_TRANS_CODE, Field("trans_code"))
    return TransCode(letter)


class InvoiceLines(QObject):
    """Puts goods on the current invoice, changes its lines and takes them off, asking first where it must.

    Attributes:
        is_returning: Whether what is named comes back, until somebody says otherwise or the invoice is left.

    Signals:
        begun: Goods were named; they begin another sale when the last one is posted.
        price_asked: What was just put on has no price; it stands in the current line.
        serials_asked(WorkingLine): What was just put on has serial numbers.
    """

    begun = Signal()
    price_asked = Signal()
    serials_asked = Signal(object)

    def __init__(self, sale: Sale, stock_check: StockCheck, commitment: Commitment, window: QWidget) -> None:
        super().__init__(window)
        self._sale = sale
        self._stock_check = stock_check
        self._commitment = commitment
        self._window = window
        self.is_returning = False

    def add(self, wanted: NamedGoods, then: Then) -> None:
        """Sell goods, or take them back: an R line asks nothing about the stock."""
        self.begun.emit()
        is_back = wanted.is_back or self.is_returning
        sold = NewLine(
            wanted.item.id,
            wanted.quantity,
            TransCode.RETURN if is_back else TransCode.SALE,
            serials=wanted.serials,
            label_price=wanted.unit_price,
            is_typed=wanted.scan is None and wanted.unit_price is not None,
            is_apart=wanted.item.reading.is_of_one_package,
        )
        if is_back:
            self._added(wanted, self._sale.add_items(sold, attempt=wanted.attempt), then)
            return
        self._stock_check.add(sold, lambda refusal: self._added(wanted, refusal, then), wanted.attempt)

    def _added(self, wanted: NamedGoods, refusal: Refusal | None, then: Then) -> None:
        """Show goods that were put on; a price that they lack is asked for."""
        then(refusal)
        lines = [line for line in self._sale.lines if line.item_id == wanted.item.id]
        if refusal is None and lines and lines[-1].is_unpriced:
            self.price_asked.emit()
        elif refusal is None and lines and lines[-1].lacks_serials:
            self.serials_asked.emit(lines[-1])

    def change(self, line: WorkingLine, column: str, typed: str, then: Then) -> None:
        """Take what was typed into a cell.

        Raises:
            RefusedError: It cannot be read.
        """
        if column == LineColumn.QUANTITY and line.fills_backorder_id is not None:
            self._reduce(line, typed)
            then(None)
        else:
            edit = read_cell(LineColumn(column), typed)
            self._stock_check.change(line, edit, lambda refusal: self._changed(line, edit, refusal, then))

    def _changed(self, line: WorkingLine, edit: LineEdit, refusal: Refusal | None, then: Then) -> None:
        """Hear what came of a change; what wants a reason, or the customer's word, is tried again with it."""
        if refusal is not None and refusal.why is Why.PRICE_ABOVE_PROMISE:
            self._ask_customer(line, edit, refusal, then)
            return
        if refusal is None or refusal.why is not Why.DISCOUNT_REASON_MISSING:
            then(refusal)
            return
        from posim_desktop.ui.sales.discount_reason import DiscountReasonDialog  # noqa: PLC0415 - when first asked

        try:
            used_before = self._sale.discount_reasons()
        except TroubleError as trouble:
            then(self._sale.trouble(words_of_trouble(trouble)))
            return

        def explained(reason: str) -> None:
            then(self._sale.change_line(line.id, replace(edit, discount_reason=reason)))

        dialog = DiscountReasonDialog(self._window, refusal, used_before, explained)
        dialog.rejected.connect(lambda: then(refusal))
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def _ask_customer(self, line: WorkingLine, edit: LineEdit, refusal: Refusal, then: Then) -> None:
        from posim_desktop.ui.sales.customer_word import CustomerWordDialog  # noqa: PLC0415 - when first asked

        def told(word: str) -> None:
            then(self._sale.change_line(line.id, replace(edit, customer_word=word)))

        dialog = CustomerWordDialog(self._window, refusal, told)
        dialog.rejected.connect(lambda: then(refusal))
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def _reduce(self, line: WorkingLine, typed: str) -> None:
        """Ask what becomes of the goods that a fill line is to hold less; 0 takes it off."""
        left = formatting.parse_quantity(typed, field="quantity", zero=True)
        require(reduce_refusal(line.quantity, left))
        self._commitment.ask_to_reduce(line, left)

    def turn_piece(self, line: WorkingLine) -> None:
        """Note that goods are wanted in one piece, or no more."""
        if line.trans_code in (TransCode.SALE, TransCode.BACKORDER) and not line.is_picked:
            self._is_done(self._sale.change_line(line.id, LineEdit(one_piece=not line.one_piece)))

    def remove(self, line: WorkingLine) -> bool:
        """Take a line off; what fills a backorder is asked about, and what is set aside elsewhere stays there."""
        if line.is_picked:
            return self._is_done(self._sale.leave_waiting(line.id))
        if line.fills_backorder_id is not None:
            self._commitment.ask_to_reduce(line)
            return False
        return self._is_done(self._sale.remove_line(line.id))

    def put_back(self, line: WorkingLine) -> None:
        """Put a line that was just taken off back."""
        self._is_done(self._sale.pick((line.id,)) if line.is_picked else self._sale.put_back(line))

    def _is_done(self, refusal: Refusal | None) -> bool:
        if refusal is not None and refusal.why is not Why.NOT_STORED:
            say(self._window, words_of(refusal))
        return refusal is None
