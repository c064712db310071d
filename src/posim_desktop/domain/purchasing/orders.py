"""The purchase order: its states, what is still to come, and how much to order.

Serves the guide's pages on purchase orders, Auto Order and Auto Backorder PO.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.quantity import NO_UNITS, plain, quantity_refusal
from posim_desktop.domain.why import Why

MAX_LINES = 50_000


class OrderStatus(StrEnum):
    """A purchase order's status: being written, sent, complete or closed short, discarded."""

    WORKING = "working"
    PROCESSED = "processed"
    CLOSED = "closed"
    DISCARDED = "discarded"


LEGAL_STEPS: dict[OrderStatus, frozenset[OrderStatus]] = {
    OrderStatus.WORKING: frozenset({OrderStatus.PROCESSED, OrderStatus.DISCARDED}),
    OrderStatus.PROCESSED: frozenset({OrderStatus.CLOSED}),
    OrderStatus.CLOSED: frozenset(),
    OrderStatus.DISCARDED: frozenset(),
}


def open_quantity(ordered: Decimal, received: Decimal, closed_short: Decimal) -> Decimal:
    """Return how much of a line is still open; more may have arrived than was ordered."""
    return max(NO_UNITS, ordered - received - closed_short)


@dataclass(frozen=True, slots=True)
class ItemNeed:
    """What Auto Order looks at for one item, in its units.

    Attributes:
        available: On hand less what is set aside.
        on_order: Still to come on processed purchase orders.
        outstanding: Owed to customers and not set aside.
        max_stock: What the shelf should hold after everybody is served.
        min_stock: While at least this much will be available nothing is topped up; 0 when not used.
        pack: Units come in multiples of this.
        being_ordered: On working purchase orders, which will be posted or discarded.
        minimum: The vendor sends no fewer units; 0 for no minimum.
    """

    available: Decimal
    on_order: Decimal
    outstanding: Decimal
    max_stock: Decimal
    min_stock: Decimal
    pack: Decimal
    being_ordered: Decimal = NO_UNITS
    minimum: Decimal = NO_UNITS

    @property
    def already(self) -> Decimal:
        """What is already on the way."""
        return self.on_order + self.being_ordered

    @property
    def after_everybody(self) -> Decimal:
        """What will be available when all orders have come and every customer is served."""
        return self.available + self.already - self.outstanding


@dataclass(frozen=True, slots=True)
class Proposal:
    """How an order quantity is calculated: customers + top-up − what is on order, in whole packs."""

    for_customers: Decimal
    to_max: Decimal
    already_on_order: Decimal
    pack_rounding: Decimal
    order: Decimal


def round_up_to_pack(quantity: Decimal, pack: Decimal) -> Decimal:
    """Round a quantity up to whole packs."""
    return (quantity / pack).to_integral_value(ROUND_CEILING) * pack


def to_order(wanted: Decimal, pack: Decimal, minimum: Decimal = NO_UNITS) -> Decimal:
    """Round what is wanted up to what the vendor sends at least, and to whole packs; nothing stays nothing."""
    return NO_UNITS if wanted <= 0 else round_up_to_pack(max(wanted, minimum), pack)


def auto_order(need: ItemNeed) -> Proposal:
    """Work out how much of an item to order.

    Bring what will be available after everybody is served up to Max Stock. With nothing on order and nothing set
    aside this is the outstanding backorders plus what On Hand lacks to Max Stock; asked again it orders nothing more.
    """
    enough = need.min_stock > 0 and need.after_everybody >= need.min_stock
    wanted = NO_UNITS if enough else max(NO_UNITS, need.max_stock - need.after_everybody)
    order = to_order(wanted, need.pack, need.minimum)
    return Proposal(
        for_customers=need.outstanding,
        to_max=need.max_stock - need.available,
        already_on_order=need.already,
        pack_rounding=order - wanted,
        order=order,
    )


def for_backorders(
    unallocated: Decimal,
    *,
    on_shelf: Decimal,
    free: Decimal,
    pack: Decimal,
    minimum: Decimal = NO_UNITS,
) -> Decimal:
    """Work out how much of an item is bought for customers who wait, in whole packs.

    Args:
        unallocated: Outstanding on the backorders and not allocated on any order yet.
        on_shelf: What is on hand and not set aside; they are filled from it rather than ordered for.
        free: What open orders bring that is unallocated; it is allocated rather than bought again.
        pack: Units come in multiples of this.
        minimum: The vendor sends no fewer units; 0 for no minimum.
    """
    return to_order(unallocated - max(NO_UNITS, on_shelf) - free, pack, minimum)


def end_of_day(day: date, zone: tzinfo) -> datetime:
    """Return the first moment after a day of the store's calendar, in UTC."""
    return datetime.combine(day + timedelta(days=1), time.min, zone).astimezone(UTC)


def stale_refusal(seen: int | None, version: int) -> Refusal | None:
    """Return a refusal if the order has changed since ``seen``; None skips the check."""
    if seen is None or seen == version:
        return None
    return Refusal(Why.ORDER_CHANGED_MEANWHILE, Field("version"))


def allocate_refusal(status: OrderStatus) -> Refusal | None:
    """Return why the allocations of an order cannot be changed on their own, or None."""
    if status is OrderStatus.PROCESSED:
        return None
    if status is OrderStatus.WORKING:
        return Refusal(Why.ALLOCATED_BEFORE_POSTING)
    return Refusal(Why.ORDER_TAKES_NO_ALLOCATION, status=status)


def edit_refusal(status: OrderStatus) -> Refusal | None:
    """Return why the lines and the vendor of an order cannot be changed, or None."""
    if status is OrderStatus.WORKING:
        return None
    if status is OrderStatus.DISCARDED:
        return Refusal(Why.ORDER_DISCARDED)
    return Refusal(Why.ORDER_PROCESSED)


def header_refusal(status: OrderStatus) -> Refusal | None:
    """Return why the expected date and the note of an order cannot be changed, or None."""
    if status in {OrderStatus.WORKING, OrderStatus.PROCESSED}:
        return None
    return Refusal(Why.ORDER_NO_LONGER_CHANGES, status=status)


def post_refusal(status: OrderStatus, *, has_vendor: bool, lines: int) -> Refusal | None:
    """Return why an order cannot be posted, or None."""
    refusal = edit_refusal(status)
    if refusal is not None:
        return refusal
    if not has_vendor:
        return Refusal(Why.ORDER_NEEDS_VENDOR, Field("vendor"))
    if lines == 0:
        return Refusal(Why.ORDER_EMPTY, Field("item"))
    return None


def line_refusal(quantity: Decimal) -> Refusal | None:
    """Return why a quantity cannot be ordered, or None."""
    return quantity_refusal(quantity)


def close_short_refusal(status: OrderStatus, still_open: Decimal) -> Refusal | None:
    """Return why a line cannot be closed short, or None."""
    if status is not OrderStatus.PROCESSED:
        return Refusal(Why.CLOSED_SHORT_TOO_EARLY)
    if still_open <= 0:
        return Refusal(Why.NOTHING_LEFT_TO_CLOSE_SHORT)
    return None


def over_receipt(still_open: Decimal, received: Decimal) -> str:
    """Return the question for an over-receipt, or ``""``."""
    if received <= still_open:
        return ""
    return f"{plain(received)} came, {plain(still_open)} was open on the order. Receive all of it?"
