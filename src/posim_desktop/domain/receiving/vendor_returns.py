"""Goods that go back to their vendor. Serves the guide's page "Return to vendor"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain.errors import Cell, Field, Refusal
from posim_desktop.domain.money import ZERO, to_cents
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why

MAX_LINES = 500


class VendorReturnStatus(StrEnum):
    """Where a return to a vendor stands."""

    WORKING = "working"
    POSTED = "posted"
    DISCARDED = "discarded"


LEGAL_STEPS: dict[VendorReturnStatus, frozenset[VendorReturnStatus]] = {
    VendorReturnStatus.WORKING: frozenset({VendorReturnStatus.POSTED, VendorReturnStatus.DISCARDED}),
    VendorReturnStatus.POSTED: frozenset(),
    VendorReturnStatus.DISCARDED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class GoingBack:
    """A line of a return: how much goes back, and of which line of a delivery, where it names one."""

    line_id: int
    item_id: int
    item: str
    quantity: Decimal
    reason: str
    receiving_line_id: int | None = None


def edit_refusal(status: VendorReturnStatus) -> Refusal | None:
    """Return why a return cannot be changed, or None."""
    match status:
        case VendorReturnStatus.WORKING:
            return None
        case VendorReturnStatus.POSTED:
            return Refusal(Why.VENDOR_RETURN_POSTED)
        case VendorReturnStatus.DISCARDED:
            return Refusal(Why.VENDOR_RETURN_DISCARDED)


def post_refusal(status: VendorReturnStatus, lines: Sequence[GoingBack]) -> Refusal | None:
    """Return why a return cannot be posted, or None: what enables the Post button."""
    refusal = edit_refusal(status)
    if refusal is not None:
        return refusal
    if not any(line.quantity > 0 for line in lines):
        return Refusal(Why.NOTHING_GOES_BACK, Field("quantity"))
    silent = next((line for line in lines if line.quantity > 0 and not line.reason.strip()), None)
    return None if silent is None else Refusal(Why.VENDOR_RETURN_NEEDS_REASON, Cell("reason", silent.line_id))


def goods_refusal(
    lines: Iterable[GoingBack], available: Mapping[int, Decimal], left: Mapping[int, Decimal]
) -> Refusal | None:
    """Say which line takes more than may go back, or None: what is set aside for customers stays.

    Args:
        lines: The lines of one return.
        available: What is on hand and not set aside, by item.
        left: What a line of a delivery brought and has neither been corrected nor gone back, by receiving line.

    Returns:
        A refusal at the ``quantity`` of the line with which it is too much, with the most that can go.
    """
    free, brought = dict(available), dict(left)
    for line in lines:
        there = max(NO_UNITS, free.get(line.item_id, NO_UNITS))
        where = Cell("quantity", line.line_id)
        if line.quantity > there:
            return Refusal(Why.MORE_GOES_BACK_THAN_FREE, where, item=line.item, most=there)
        free[line.item_id] = there - line.quantity
        if line.receiving_line_id is None:
            continue
        came = max(NO_UNITS, brought.get(line.receiving_line_id, NO_UNITS))
        if line.quantity > came:
            return Refusal(Why.MORE_GOES_BACK_THAN_CAME, where, item=line.item, most=came)
        brought[line.receiving_line_id] = came - line.quantity
    return None


def credit_refusal(status: VendorReturnStatus, amount: Decimal) -> Refusal | None:
    """Return why no credit can be noted for a return, or None."""
    if status is not VendorReturnStatus.POSTED:
        return Refusal(Why.CREDIT_BEFORE_POSTING)
    return None if amount > 0 else Refusal(Why.VENDOR_CREDIT_NOT_POSITIVE, Field("amount"))


def expected_credit(lines: Iterable[tuple[Decimal, Decimal]]) -> Decimal:
    """Add up what the vendor owes for quantities at their costs, each rounded once."""
    return sum((to_cents(quantity * cost) for quantity, cost in lines), ZERO)
