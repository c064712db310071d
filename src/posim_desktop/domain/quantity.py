"""Quantities: exact numbers with three places, because cloth and cable are sold by length."""

from decimal import Decimal

from posim_desktop.domain.errors import Refusal, require
from posim_desktop.domain.numbers import parse_decimal, places

NONE = Decimal("0.000")
ONE = Decimal("1.000")
SMALLEST = Decimal("0.001")
MAX_QUANTITY = Decimal("999999.999")
QUANTITY_PLACES = 3


def quantity_refusal(quantity: Decimal, *, field: str = "quantity", zero: bool = False) -> Refusal | None:
    """Say why a quantity cannot be used, or None.

    Args:
        quantity: Units of the item.
        field: Name of the input.
        zero: Whether nothing at all is an answer here (a stock level, an allocation).
    """
    if not quantity.is_finite():
        return Refusal("Enter a quantity.", field)
    if quantity < 0:
        return Refusal("A quantity cannot be negative.", field)
    if quantity == 0:
        return None if zero else Refusal("The quantity must be more than 0.", field)
    if places(quantity) > QUANTITY_PLACES:
        return Refusal("A quantity has at most 3 decimal places; the smallest is 0.001.", field)
    if quantity > MAX_QUANTITY:
        return Refusal(f"A quantity is at most {MAX_QUANTITY:,}.", field)
    return None


def parse_quantity(text: str, *, field: str = "quantity", decimal_point: str = ".", zero: bool = False) -> Decimal:
    """Read a typed quantity.

    Raises:
        RefusedError: It is no number, not above zero, finer than 0.001 or above 999,999.999.
    """
    quantity = parse_decimal(text, field=field, decimal_point=decimal_point)
    require(quantity_refusal(quantity, field=field, zero=zero))
    return quantity.quantize(SMALLEST)


def plain(quantity: Decimal) -> str:
    """Write a quantity without needless zeros: ``2``, ``1.25``."""
    return f"{quantity.normalize():f}"
