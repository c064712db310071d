"""Allocation: which customers' backorders an order's goods are meant for. A plan; it sets nothing aside.

Serves the guide's page on the Purchase Order Backorder Allocation screen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.quantity import NONE, quantity_refusal
from posim_desktop.domain.why import Why


class AllocationKind(StrEnum):
    """Why an allocation changed.

    An order that is being written plans for backorders; what it is to bring is decided when it is posted, for every
    allocation anew, and may be changed after. Goods that came are taken off. The others made it smaller.
    """

    PLANNED = "planned"
    ORDERED = "ordered"
    CHANGED = "changed"
    RECEIVED = "received"
    DELIVERED = "delivered"  # a delivery left less to come, or less owed
    CANCELED = "canceled"
    FILLED = "filled"  # from the shelf
    LINE_CHANGED = "line_changed"
    LINE_REMOVED = "line_removed"
    DISCARDED = "discarded"
    CLOSED_SHORT = "closed_short"


DECIDED = frozenset({AllocationKind.ORDERED, AllocationKind.CHANGED})
"""Somebody said how much a posted order is to bring."""

SHRUNK = frozenset(AllocationKind) - DECIDED - {AllocationKind.PLANNED, AllocationKind.RECEIVED}
"""An allocation had to become smaller, and the customer gets less than somebody planned."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A backorder that could have goods: how much of it is outstanding and meant for it nowhere yet."""

    backorder_id: int
    unplanned: Decimal


@dataclass(frozen=True, slots=True)
class Intent:
    """A quantity of one purchase order line meant for one backorder; ``age`` orders intents, the oldest first."""

    line_id: int
    backorder_id: int
    quantity: Decimal
    age: int


def propose(goods: Decimal, claims: Iterable[Claim]) -> dict[int, Decimal]:
    """Give goods to claims in the order they come (the oldest first) until nothing is left."""
    proposed: dict[int, Decimal] = {}
    left = goods
    for claim in claims:
        given = min(left, claim.unplanned)
        if given > 0:
            proposed[claim.backorder_id] = given
            left -= given
    return proposed


def trim(intents: Sequence[Intent], limit: Decimal) -> list[Intent]:
    """Shrink intents, the newest first, until they sum to at most a limit; return only those that shrank, as they are.

    An intent that shrank to nothing is returned with quantity 0.
    """
    excess = sum((intent.quantity for intent in intents), NONE) - limit
    shrunk: list[Intent] = []
    for intent in sorted(intents, key=lambda each: each.age, reverse=True):
        if excess <= 0:
            break
        less = min(intent.quantity, excess)
        if less == 0:
            continue
        shrunk.append(Intent(intent.line_id, intent.backorder_id, intent.quantity - less, intent.age))
        excess -= less
    return shrunk


def allocation_refusal(
    allocations: Mapping[int, Decimal], *, still_open: Decimal, unplanned: Mapping[int, Decimal]
) -> tuple[int, Refusal] | None:
    """Say which backorder's allocation of one order line is wrong and why, or None.

    Args:
        allocations: Quantity per backorder, all for the same item.
        still_open: What of the line is still to come.
        unplanned: Outstanding per backorder less what other order lines are meant to bring it.
    """
    total = NONE
    for backorder_id, quantity in allocations.items():
        refusal = quantity_refusal(quantity, field="allocation", zero=True)
        limit = unplanned.get(backorder_id)
        if refusal is None and limit is None:
            refusal = Refusal(Why.ALLOCATED_TO_WRONG_BACKORDER, Field("allocation"))
        if refusal is None and limit is not None and quantity > limit:
            refusal = Refusal(Why.MORE_THAN_STILL_NEEDED, Field("allocation"), needed=limit)
        total += quantity
        if refusal is None and total > still_open:
            refusal = Refusal(Why.MORE_ALLOCATED_THAN_ORDERED, Field("allocation"), still_open=still_open)
        if refusal is not None:
            return backorder_id, refusal
    return None
