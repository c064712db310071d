"""Money: exact amounts in the shop's one currency, and how they are rounded.

Amounts are :class:`~decimal.Decimal` with as many places as the shop's money: none, two or three. Its smallest unit is
called a cent here, whatever its people call it. Unit costs have two places more.

How many places money has is one setting of the whole program, because it works in one shop at a time; each transaction
sets it to what its own shop decided, see :mod:`posim_desktop.services.shop_money`.
"""

from decimal import ROUND_HALF_UP, Decimal

from posim_desktop.domain.errors import Field, Refusal, require
from posim_desktop.domain.numbers import parse_decimal, places
from posim_desktop.domain.why import Why

ZERO = Decimal("0.00")
"""No money, in every currency."""
DECIMALS = (0, 2, 3)
"""How many places money can have."""
USUAL_DECIMALS = 2
MOST_CENTS = 9_999_999_999
ROUNDINGS = (0, 5, 10, 50, 100)
"""The smallest coin of a shop that rounds what is paid in cash, in cents; 0 rounds nothing."""

_MORE_OF_A_COST = 2
_STEPS = tuple(Decimal(1).scaleb(-places) for places in range(max(DECIMALS) + _MORE_OF_A_COST + 1))
_LARGEST = tuple(Decimal(MOST_CENTS).scaleb(-places) for places in range(max(DECIMALS) + 1))


class _Counted:
    """The places in use; swapped by :func:`count_in` only."""

    places = USUAL_DECIMALS


def count_in(places: int) -> None:
    """Count money with so many places from now on."""
    _Counted.places = places


def money_places() -> int:
    """Return how many decimal places money has in this shop."""
    return _Counted.places


def cost_places() -> int:
    """Return how many decimal places a unit cost can have: goods by the hundred cost parts of a cent."""
    return _Counted.places + _MORE_OF_A_COST


def cent() -> Decimal:
    """Return the smallest amount of money."""
    return _STEPS[_Counted.places]


def max_money() -> Decimal:
    """Return the largest amount that is stored."""
    return _LARGEST[_Counted.places]


def to_cents(amount: Decimal) -> Decimal:
    """Round half up, away from zero at the half, to whole cents (the commercial rounding of receipts)."""
    return amount.quantize(_STEPS[_Counted.places], ROUND_HALF_UP) + 0  # never the -0.00 that Decimal knows


def plain_money(amount: Decimal) -> str:
    """Write an amount for where there is no shop's format: with all its places and a full stop."""
    return f"{to_cents(amount):f}"


def to_cost(cost: Decimal) -> Decimal:
    """Write a unit cost with all its places; it has no more of them, see :func:`cost_refusal`."""
    return cost.quantize(_STEPS[cost_places()])


def to_coins(amount: Decimal, coin: Decimal) -> Decimal:
    """Round an amount to what can be paid with the smallest coin, away from zero at the half; without one, not."""
    if not coin:
        return amount
    return (amount / coin).to_integral_value(ROUND_HALF_UP) * coin + 0  # never the -0.00 that Decimal knows


def of_cents(cents: int) -> Decimal:
    """Return the amount of so many cents, as a coin that the shop prefers."""
    return Decimal(cents).scaleb(-_Counted.places)


def in_cents(amount: Decimal) -> int:
    """Return how many cents an amount has, as :func:`of_cents` takes them."""
    return int(amount.scaleb(_Counted.places))


def money_refusal(amount: Decimal, *, field: str, negative: bool = False) -> Refusal | None:
    """Return why an amount cannot be stored, or None.

    Args:
        amount: The amount in the store's currency.
        field: Name of the input.
        negative: Whether an amount below zero makes sense here.
    """
    if not amount.is_finite():
        return Refusal(Why.AMOUNT_MISSING, Field(field))
    if places(amount) > money_places():
        if not money_places():
            return Refusal(Why.AMOUNT_NOT_WHOLE, Field(field))
        return Refusal(Why.AMOUNT_TOO_FINE, Field(field), places=money_places())
    if abs(amount) > max_money():
        return Refusal(Why.AMOUNT_TOO_LARGE, Field(field), most=max_money())
    if amount < 0 and not negative:
        return Refusal(Why.AMOUNT_BELOW_ZERO, Field(field))
    return None


def cost_refusal(cost: Decimal, *, field: str) -> Refusal | None:
    """Return why a unit cost cannot be held, or None."""
    if not cost.is_finite() or places(cost) > cost_places():
        return Refusal(Why.COST_TOO_FINE, Field(field), places=cost_places())
    if not 0 <= cost <= max_money():
        return Refusal(Why.COST_OUT_OF_RANGE, Field(field), most=max_money())
    return None


def parse_money(text: str, *, field: str, decimal_point: str = ".", negative: bool = False) -> Decimal:
    """Read a typed amount.

    Raises:
        RefusedError: It is no number, has more places than money, or is out of range.
    """
    amount = parse_decimal(text, field=field, decimal_point=decimal_point)
    require(money_refusal(amount, field=field, negative=negative))
    return to_cents(amount)
