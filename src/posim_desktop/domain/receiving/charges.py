"""What a delivery costs besides its goods, and goods that come free: what a unit costs in the end.

Serves the guide's page "Receive". Everything is exact to the cent: the lines' shares add up to the charges.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.money import ZERO, cent, cost_places, money_places, money_refusal
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import QUANTITY_PLACES, quantity_refusal
from posim_desktop.domain.why import Why


class Spread(StrEnum):
    """Over which lines the charges of a delivery are spread."""

    NONE = "none"
    COST = "cost"
    QUANTITY = "quantity"


class Charged(NamedTuple):
    """A line that charges are spread over: how many units came, and what was paid for them."""

    quantity: Decimal
    paid: Decimal


def paid(packing: Packing, quantity: Decimal, free: Decimal, cost: Decimal) -> Decimal:
    """Return what the vendor asks for a line: units that come free cost nothing."""
    return packing.extension(quantity - free, cost)


def free_refusal(free: Decimal, quantity: Decimal) -> Refusal | None:
    """Return why so many units of a line cannot have come free, or None."""
    refusal = quantity_refusal(free, field="free", zero=True)
    if refusal is None and free > quantity:
        return Refusal(Why.MORE_FREE_THAN_CAME, Field("free"), quantity=quantity)
    return refusal


def charges_refusal(freight: Decimal, other: Decimal) -> Refusal | None:
    """Return why a delivery cannot have these charges, or None."""
    for field, amount in (("freight", freight), ("other_charges", other), ("other_charges", freight + other)):
        refusal = money_refusal(amount, field=field)
        if refusal is not None:
            return refusal
    return None


def shares(charges: Decimal, spread: Spread, lines: Sequence[Charged]) -> tuple[Decimal, ...]:
    """Spread charges over lines; the shares add up to them exactly.

    Each line gets its share rounded down; the cents that are left go to the largest fractions, among equal ones to the
    first. Where nothing was paid for any of the goods, by cost is by quantity.
    """
    if spread is Spread.NONE or not lines:
        return (ZERO,) * len(lines)
    weights = [int(line.paid.scaleb(money_places())) for line in lines] if spread is Spread.COST else [0]
    if not sum(weights):
        weights = [int(line.quantity.scaleb(QUANTITY_PLACES)) for line in lines]
    whole, given = sum(weights), int(charges.scaleb(money_places()))
    if not whole:
        return (ZERO,) * len(lines)
    cents = [given * weight // whole for weight in weights]
    by_fraction = sorted(range(len(weights)), key=lambda place: -(given * weights[place] % whole))
    for place in by_fraction[: given - sum(cents)]:
        cents[place] += 1
    return tuple(each * cent() for each in cents)


def unit_cost(packing: Packing, quantity: Decimal, free: Decimal, cost: Decimal, share: Decimal) -> Decimal:
    """Return what a unit costs with its share of the charges, rounded once, half up to the places of a cost.

    Where nothing is free and nothing is charged besides, it is what the papers say, to its last place. Where they say
    what a pack costs, its third or seventh part is not rounded before it is counted.
    """
    asked = (quantity - free) * cost
    if packing.pack_cost is not None:
        asked = (quantity - free) * packing.pack_cost / packing.pack_quantity
    exact = (asked + share) / quantity
    return exact.quantize(Decimal(1).scaleb(-cost_places()), ROUND_HALF_UP)
