"""Quantities: exact numbers with three places, because cloth and cable are sold by length."""

from decimal import Decimal
from fractions import Fraction

from posim_desktop.domain.errors import Field, Refusal, refuse, require
from posim_desktop.domain.fractions import read_fraction
from posim_desktop.domain.numbers import parse_decimal, places
from posim_desktop.domain.why import Why

NO_UNITS = Decimal("0.000")
ONE = Decimal("1.000")
SMALLEST = Decimal("0.001")
MAX_QUANTITY = Decimal("999999.999")
QUANTITY_PLACES = 3


def quantity_refusal(quantity: Decimal, *, field: str = "quantity", zero: bool = False) -> Refusal | None:
    """Return why a quantity cannot be used, or None.

    Args:
        quantity: Units of the item.
        field: Name of the input.
        zero: Whether nothing at all is an answer here (a stock level, an allocation).
    """
    if not quantity.is_finite():
        return Refusal(Why.QUANTITY_MISSING, Field(field))
    if quantity < 0:
        return Refusal(Why.QUANTITY_NEGATIVE, Field(field))
    if quantity == 0:
        return None if zero else Refusal(Why.QUANTITY_ZERO, Field(field))
    if places(quantity) > QUANTITY_PLACES:
        return Refusal(Why.QUANTITY_TOO_FINE, Field(field), smallest=SMALLEST)
    if quantity > MAX_QUANTITY:
        return Refusal(Why.QUANTITY_TOO_LARGE, Field(field), most=MAX_QUANTITY)
    return None


def cut_refusal(quantity: Decimal, cut: Decimal, *, field: str = "quantity") -> Refusal | None:
    """Return why so much cannot be cut off, or None.

    Args:
        quantity: Units of the item.
        cut: It is sold and ordered in multiples of this; 0 where any length will do.
        field: Name of the input.
    """
    if cut == 0 or quantity % cut == 0:
        return None
    below = quantity // cut * cut
    if below == 0:
        return Refusal(Why.QUANTITY_BELOW_CUT, Field(field), cut=cut)
    return Refusal(Why.QUANTITY_NOT_CUT, Field(field), cut=cut, below=below, above=below + cut)


def with_unit(written: str, unit: str) -> str:
    """Write the word of a unit behind a quantity; nothing for goods that are counted."""
    return f"{written} {unit}" if unit else written


def parse_quantity(text: str, *, field: str = "quantity", decimal_point: str = ".", zero: bool = False) -> Decimal:
    """Read a typed quantity: a decimal number, or one with a fraction such as ``2 3/8``.

    Raises:
        RefusedError: It is no number, not above zero, finer than 0.001 or above 999,999.999. One that is too fine is
            refused with the two nearest quantities that are not.
    """
    fraction = read_fraction(text)
    exact = Fraction(parse_decimal(text, field=field, decimal_point=decimal_point)) if fraction is None else fraction
    thousandths = exact / Fraction(SMALLEST)
    below = (thousandths.numerator // thousandths.denominator) * SMALLEST
    if below != exact and 0 < below < MAX_QUANTITY:
        raise refuse(Why.QUANTITY_BETWEEN, Field(field), typed=text.strip(), below=below, above=below + SMALLEST)
    if below != exact and below == NO_UNITS:
        raise refuse(Why.QUANTITY_TOO_FINE, Field(field), smallest=SMALLEST)
    require(quantity_refusal(below, field=field, zero=zero))
    return below.quantize(SMALLEST)


def plain(quantity: Decimal) -> str:
    """Write a quantity without needless zeros: ``2``, ``1.25``."""
    return f"{quantity.normalize():f}"
