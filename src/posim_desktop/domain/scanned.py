"""What a scanned code says besides which goods it stands for: how many, for how much, until when.

Serves the guide's page "Weight, price and GS1 codes".
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.money import money_refusal, to_cents
from posim_desktop.domain.quantity import ONE, SMALLEST, quantity_refusal
from posim_desktop.domain.why import Why

_STEPS = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5)
"""By how many thousandths a quantity that is worked out may be off, so that its price comes to what the code says."""


@dataclass(frozen=True, slots=True)
class CodeReading:
    """What a code says of the goods that carry it; a plain code says nothing.

    Attributes:
        quantity: How many units, weighed or counted; None for as many as the code stands for.
        amount: What is to be paid for all of it; None for the card's price.
        is_divided: The quantity is the amount divided by the card's price.
        expires: The last day on which it may be used.
        lot: The batch that it was made in.
        serial: The number of this single piece.
    """

    quantity: Decimal | None = None
    amount: Decimal | None = None
    is_divided: bool = False
    expires: date | None = None
    lot: str = ""
    serial: str = ""

    @property
    def is_of_one_package(self) -> bool:
        """Whether it tells this package from others of the same goods: by its weight, its price or its number."""
        return self.quantity is not None or self.amount is not None or bool(self.serial)

    def is_expired(self, today: date) -> bool:
        """Return whether the goods may not be used any more."""
        return self.expires is not None and self.expires < today


PLAIN = CodeReading()


class Portion(NamedTuple):
    """How many units a scan puts on a document; ``unit_price`` is what its label charges, None for the card's."""

    quantity: Decimal
    unit_price: Decimal | None = None


def portion(reading: CodeReading, units: Decimal, price: Decimal, times: Decimal | None = None) -> Portion:
    """Work out how many units a scan stands for, and their price if the code says one.

    Args:
        reading: What the code says.
        units: How many the code on file stands for: the units in a pack.
        price: What the card charges for a unit.
        times: How many of it were typed.

    Raises:
        RefusedError: The code says nothing that can be sold, or a number was typed before a code with a price.
    """
    if reading.amount is None:
        quantity = units if reading.quantity is None else reading.quantity
        require(quantity_refusal(quantity))
        whole = quantity * (ONE if times is None else times)
        require(quantity_refusal(whole))
        return Portion(whole.quantize(SMALLEST))
    if times is not None and times != ONE:
        raise refuse(Why.CODE_WITH_PRICE_COUNTS_ONCE)
    require(money_refusal(reading.amount, field="unit_price"))
    if not reading.amount:
        raise refuse(Why.CODE_SAYS_ZERO)
    if reading.is_divided:
        return _divided(reading.amount, price)
    quantity = units if reading.quantity is None else reading.quantity
    require(quantity_refusal(quantity))
    return _priced(quantity, reading.amount, price) or _unpriced(quantity, reading.amount)


def _divided(amount: Decimal, price: Decimal) -> Portion:
    if price <= 0:
        raise refuse(Why.CODE_NEEDS_CARD_PRICE)
    quantity = max(SMALLEST, (amount / price).quantize(SMALLEST, ROUND_HALF_UP))
    require(quantity_refusal(quantity))
    nearest = (quantity + step * SMALLEST for step in _STEPS if quantity + step * SMALLEST > 0)
    found = (_priced(each, amount, price) for each in nearest)
    return next((each for each in found if each is not None), None) or _unpriced(quantity, amount)


def _priced(quantity: Decimal, amount: Decimal, price: Decimal) -> Portion | None:
    """Find the price of a unit at which so many come to exactly the amount: the card's, or the nearest."""
    if to_cents(quantity * price) == amount:
        return Portion(quantity.quantize(SMALLEST))
    nearest = to_cents(amount / quantity)
    if nearest and to_cents(quantity * nearest) == amount:
        return Portion(quantity.quantize(SMALLEST), nearest)
    return None


def _unpriced(quantity: Decimal, amount: Decimal) -> Portion:
    raise refuse(Why.CODE_PRICE_DOES_NOT_DIVIDE, amount=amount, quantity=quantity)
