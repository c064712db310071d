"""Allocation: which backorders an order's goods are for. Only a plan: nothing is set aside.

Serves the guide's page on the Purchase Order Backorder Allocation screen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.quantity import NO_UNITS, quantity_refusal
from posim_desktop.domain.why import Why


class AllocationKind(StrEnum):
    """Why an allocation changed.

    The history of an order begins when it is posted: whatever stands is allocated then, and may be changed after. Goods
    that came are taken off. The others made it smaller.
    """

    ALLOCATED = "allocated"
    CHANGED = "changed"
    RECEIVED = "received"
    DELIVERED = "delivered"  # a delivery left less to come, or less owed
    CANCELED = "canceled"
    FILLED = "filled"  # from the shelf
    CLOSED_SHORT = "closed_short"
    ASKED = "asked"  # the customer has to say something first
    ORDERED_LESS = "ordered_less"  # the order was made smaller after it was sent
    CORRECTED = "corrected"  # a delivery was taken back: the goods are still to come


SHRUNK = frozenset(
    {
        *(AllocationKind.DELIVERED, AllocationKind.CANCELED, AllocationKind.FILLED),
        *(AllocationKind.CLOSED_SHORT, AllocationKind.ASKED, AllocationKind.ORDERED_LESS),
    }
)
"""An allocation had to become smaller, and the customer gets less than somebody planned."""


@dataclass(frozen=True, slots=True)
class Need:
    """An outstanding backorder and how much of it is not allocated yet."""

    backorder_id: int
    unallocated: Decimal


@dataclass(frozen=True, slots=True)
class Allocated:
    """A quantity of one order line allocated to one backorder; ``age`` orders allocations, the oldest first."""

    line_id: int
    backorder_id: int
    quantity: Decimal
    age: int


def propose(goods: Decimal, needs: Iterable[Need]) -> dict[int, Decimal]:
    """Allocate goods to backorders, oldest first, until none are left."""
    proposed: dict[int, Decimal] = {}
    left = goods
    for need in needs:
        given = min(left, need.unallocated)
        if given > 0:
            proposed[need.backorder_id] = given
            left -= given
    return proposed


def unserved(there: Decimal, needs: Sequence[Need]) -> list[Need]:
    """Say what goods that are there, or come for nobody in particular, leave of needs: the oldest are served first.

    Each need is of more than nothing. Those that nothing is left for are returned as they are: there may be thousands.
    """
    left = there
    for place, need in enumerate(needs):
        if left < need.unallocated:
            rest = Need(need.backorder_id, need.unallocated - left) if left > 0 else need
            return [rest, *needs[place + 1 :]]
        left -= need.unallocated
    return []


def trim(allocations: Sequence[Allocated], limit: Decimal) -> list[Allocated]:
    """Trim allocations, newest first, to at most a limit in sum; return only the trimmed ones, as they are now.

    One that is gone is returned with quantity 0.
    """
    excess = sum((allocation.quantity for allocation in allocations), NO_UNITS) - limit
    shrunk: list[Allocated] = []
    for allocation in sorted(allocations, key=lambda each: each.age, reverse=True):
        if excess <= 0:
            break
        less = min(allocation.quantity, excess)
        if less == 0:
            continue
        shrunk.append(
            Allocated(allocation.line_id, allocation.backorder_id, allocation.quantity - less, allocation.age)
        )
        excess -= less
    return shrunk


def allocation_refusal(
    allocations: Mapping[int, Decimal], *, still_open: Decimal, unallocated: Mapping[int, Decimal]
) -> tuple[int, Refusal] | None:
    """Say which backorder's allocation of one order line is wrong and why, or None.

    Args:
        allocations: Quantity per backorder, all for the same item.
        still_open: What of the line is still to come.
        unallocated: Outstanding per backorder less what other order lines have allocated to it.
    """
    total = NO_UNITS
    for backorder_id, quantity in allocations.items():
        refusal = quantity_refusal(quantity, field="allocation", zero=True)
        limit = unallocated.get(backorder_id)
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
