"""The discount on a whole sale: how much it is, and how the lines share it to the cent. Serves the guide's page "Sell".

It comes off what the sale charges now, after the lines' own discounts: goods that come back and goods that are
back-ordered have no part in it.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.money import ZERO, cent, money_places, money_refusal, to_cents
from posim_desktop.domain.sales.invoice import Line, TransCode, charge, percent_refusal
from posim_desktop.domain.why import Why

_HUNDRED = Decimal(100)
_TWO_PLACES = Decimal("0.01")


class SaleDiscount(NamedTuple):
    """A discount as it was asked: an amount of money, or a percentage; neither is no discount."""

    amount: Decimal = ZERO
    percent: Decimal | None = None

    def __bool__(self) -> bool:
        """Say whether there is one."""
        return bool(self.amount or self.percent)


NO_DISCOUNT = SaleDiscount()


def charged(line: Line) -> Decimal:
    """Return what the discount on the sale is taken off: what a sold line charges before it."""
    return charge(line.quantity, line.unit_price, line.discount) if line.trans_code is TransCode.SALE else ZERO


def discount_of(discount: SaleDiscount, lines: Sequence[Line]) -> Decimal:
    """Return what comes off the sale: a percentage of the sum is rounded once, an amount is at most the sum."""
    whole = sum(map(charged, lines), ZERO)
    if discount.percent is not None:
        return to_cents(whole * discount.percent / _HUNDRED)
    return min(discount.amount, whole)


def shares(discount: SaleDiscount, lines: Sequence[Line]) -> tuple[Decimal, ...]:
    """Share the discount over the lines in proportion to what they charge; the shares add up to it exactly.

    Each line gets its share rounded down; the cents that are left go to the largest fractions, among equal ones to
    the first. So no share is more than its line charges.
    """
    parts = [_cents(charged(line)) for line in lines]
    whole, given = sum(parts), _cents(discount_of(discount, lines))
    if whole == 0:
        return (ZERO,) * len(parts)
    cents = [given * part // whole for part in parts]
    by_fraction = sorted(range(len(parts)), key=lambda place: -(given * parts[place] % whole))
    for place in by_fraction[: given - sum(cents)]:
        cents[place] += 1
    return tuple(each * cent() for each in cents)


def percent_off(discount: SaleDiscount, lines: Sequence[Line]) -> Decimal:
    """Return how much of the sale is taken off, in percent: as it was typed, or worked out."""
    if discount.percent is not None:
        return discount.percent
    whole = sum(map(charged, lines), ZERO)
    return (discount_of(discount, lines) * _HUNDRED / whole).quantize(_TWO_PLACES) if whole else ZERO


def sale_discount_refusal(discount: SaleDiscount, lines: Sequence[Line]) -> Refusal | None:
    """Return why a discount cannot be given on a sale, or None."""
    if discount.percent is not None:
        return percent_refusal(discount.percent)
    refusal = money_refusal(discount.amount, field="discount")
    whole = sum(map(charged, lines), ZERO)
    if refusal is None and discount.amount > whole:
        return Refusal(Why.DISCOUNT_ABOVE_SALE, Field("discount"), gross=whole)
    return refusal


def _cents(amount: Decimal) -> int:
    return int(amount.scaleb(money_places()))
