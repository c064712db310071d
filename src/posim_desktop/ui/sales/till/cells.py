"""Reading what was typed into a cell of the lines. Serves the guide's page "Sell"."""

from posim_desktop.domain.errors import Refusal, RefusedError, refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.numbers import parse_decimal
from posim_desktop.domain.sales.commitment import reduce_refusal
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.queries.sales.invoices import WorkingLine
from posim_desktop.services.sales.invoices import LineEdit
from posim_desktop.ui import formatting
from posim_desktop.ui.sales.till.commitment import Commitment
from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.lines_model import Column
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.sales.till.stock_check import StockCheck

_PERCENT = "%"


def read_cell(column: Column, typed: str) -> LineEdit:
    """Read a cell as a change of its line; a discount is money, or a percentage written ``10%``.

    Raises:
        RefusedError: It cannot be read; the refusal names the field.
    """
    match column:
        case Column.TRANS_CODE:
            return LineEdit(trans_code=_trans_code(typed))
        case Column.QUANTITY:
            return LineEdit(quantity=formatting.parse_quantity(typed, field="quantity"))
        case Column.PRICE:
            return LineEdit(unit_price=formatting.parse_money(typed, field="unit_price"))
        case Column.DISCOUNT if typed.endswith(_PERCENT):
            point = formatting.store_format().decimal_point
            number = typed.removesuffix(_PERCENT)
            return LineEdit(discount_percent=parse_decimal(number, field="discount", decimal_point=point))
        case Column.DISCOUNT:
            return LineEdit(discount=formatting.parse_money(typed, field="discount") if typed else ZERO)
        case _:
            return LineEdit(description=typed)


def _trans_code(typed: str) -> TransCode:
    letter = typed.upper()
    if letter not in {str(code) for code in TransCode}:
        raise refuse("A Trans Code is S (sale), B (backorder), R (return) or C (comment).", "trans_code")
    return TransCode(letter)


class CellEdits:
    """Turns what is typed into cells into changes of lines; what is refused stays in its cell with the reason."""

    def __init__(self, sale: Sale, stock_check: StockCheck, frame: TillFrame, commitment: Commitment) -> None:
        self._sale = sale
        self._commitment = commitment
        self._stock_check = stock_check
        self._frame = frame

    def take(self, line_id: int, column: str, typed: str) -> None:
        """Take what was typed into a cell."""
        line, where, lines = self._sale.line(line_id), Column(column), self._frame.lines
        if line is None:
            return

        def then(refusal: Refusal | None) -> None:
            if refusal is None:
                lines.give_up_typed(line_id, where)
                return
            lines.keep_typed(line_id, where, typed, refusal)
            self._frame.lines_table.show_row(line_id, where)

        try:
            if where is Column.QUANTITY and line.fills_backorder_id is not None:
                self._reduce(line, typed)
                then(None)
                return
            edit = read_cell(where, typed)
        except RefusedError as refused:
            then(refused.refusal)
            return
        self._stock_check.change(line, edit, then)

    def _reduce(self, line: WorkingLine, typed: str) -> None:
        """Ask what becomes of the goods that a fill line is to hold less; 0 takes it off."""
        left = formatting.parse_quantity(typed, field="quantity", zero=True)
        require(reduce_refusal(line.quantity, left))
        self._commitment.ask_to_reduce(line, left)
