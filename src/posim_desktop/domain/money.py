"""Money: exact amounts with two places, and how they are rounded.

Amounts are :class:`~decimal.Decimal` in the store's one currency. Unit costs have four places.
"""

from decimal import ROUND_HALF_UP, Decimal

from posim_desktop.domain.errors import Field, Refusal, require
from posim_desktop.domain.numbers import parse_decimal, places
from posim_desktop.domain.why import Why

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
MAX_MONEY = Decimal("99999999.99")
COST_STEP = Decimal("0.0001")
MONEY_PLACES = 2
COST_PLACES = 4
ROUNDINGS = (0, 5, 10, 50, 100)
"""The smallest coin of a shop that rounds what is paid in cash, in hundredths; 0 rounds nothing."""


def to_cents(amount: Decimal) -> Decimal:
    """Round half up, away from zero at the half, to whole cents (the commercial rounding of receipts)."""
    return amount.quantize(CENT, ROUND_HALF_UP) + ZERO  # never the -0.00 that Decimal knows


def to_coins(amount: Decimal, coin: Decimal) -> Decimal:
    """Round an amount to what can be paid with the smallest coin, away from zero at the half; without one, not."""
    if not coin:
        return amount
    return (amount / coin).to_integral_value(ROUND_HALF_UP) * coin + 0  # never the -0.00 that Decimal knows


def coin_of(hundredths: int) -> Decimal:
    """Return the smallest coin, of what the shop prefers."""
    return Decimal(hundredths).scaleb(-2)


def money_refusal(amount: Decimal, *, field: str, negative: bool = False) -> Refusal | None:
    """Return why an amount cannot be stored, or None.

    Args:
        amount: The amount in the store's currency.
        field: Name of the input.
        negative: Whether an amount below zero makes sense here.
    """
    if not amount.is_finite():
        return Refusal(Why.AMOUNT_MISSING, Field(field))
    if places(amount) > MONEY_PLACES:
        return Refusal(Why.AMOUNT_TOO_FINE, Field(field))
    if abs(amount) > MAX_MONEY:
        return Refusal(Why.AMOUNT_TOO_LARGE, Field(field), most=MAX_MONEY)
    if amount < 0 and not negative:
        return Refusal(Why.AMOUNT_BELOW_ZERO, Field(field))
    return None


def cost_refusal(cost: Decimal, *, field: str) -> Refusal | None:
    """Return why a unit cost cannot be held, or None."""
    if not cost.is_finite() or places(cost) > COST_PLACES:
        return Refusal(Why.COST_TOO_FINE, Field(field))
    if not 0 <= cost <= MAX_MONEY:
        return Refusal(Why.COST_OUT_OF_RANGE, Field(field), most=MAX_MONEY)
    return None


def parse_money(text: str, *, field: str, decimal_point: str = ".", negative: bool = False) -> Decimal:
    """Read a typed amount.

    Raises:
        RefusedError: It is no number, has more than two places, or is out of range.
    """
    amount = parse_decimal(text, field=field, decimal_point=decimal_point)
    require(money_refusal(amount, field=field, negative=negative))
    return to_cents(amount)
