"""Reading what was typed into a cell of the lines. Serves the guide's page "Sell"."""

from posim_desktop.domain.errors import refuse
from posim_desktop.domain.invoice import TransCode
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.numbers import parse_decimal
from posim_desktop.services.invoices import LineEdit
from posim_desktop.ui import formatting
from posim_desktop.ui.windows.till.lines_model import Column

_PERCENT = "%"
COLUMN_OF_FIELD = {
    "quantity": Column.QUANTITY,
    "trans_code": Column.TRANS_CODE,
    "unit_price": Column.PRICE,
    "discount": Column.DISCOUNT,
    "description": Column.DESCRIPTION,
}


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
