"""Stock: on hand, committed, available, and when a sale takes more than there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from posim_desktop.domain.errors import Field, Refusal, refuse, require
from posim_desktop.domain.quantity import MAX_QUANTITY, NO_UNITS, SMALLEST, quantity_refusal
from posim_desktop.domain.why import Why


class LedgerKind(StrEnum):
    """Why a quantity on hand changed."""

    OPENING = "opening"
    SALE = "sale"
    RETURN = "return"
    DAMAGED = "damaged"
    RECEIPT = "receipt"
    CORRECTED = "corrected"
    VENDOR_RETURN = "vendor return"
    ADJUSTMENT = "adjustment"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Stock:
    """The stored stock figures of one item, in its units."""

    on_hand: Decimal
    committed: Decimal = NO_UNITS
    on_order: Decimal = NO_UNITS

    @property
    def available(self) -> Decimal:
        """What anybody may have: on hand less what is set aside."""
        return self.on_hand - self.committed


def order_refusal(code: str, *, stocked: bool) -> Refusal | None:
    """Refuse to order or receive goods that are not stocked; None when they are."""
    return None if stocked else Refusal(Why.NOT_STOCKED_NOT_ORDERED, Field("item"), item=code)


def backorder_refusal(code: str, *, stocked: bool) -> Refusal | None:
    """Refuse to owe goods that are not stocked; None when they are."""
    return None if stocked else Refusal(Why.NOT_STOCKED_NOT_BACKORDERED, Field("trans_code"), item=code)


def opening_refusal(opening: Decimal, *, stocked: bool) -> Refusal | None:
    """Refuse to keep a stock of goods that are not stocked; None when they are."""
    return None if stocked or not opening else Refusal(Why.NOT_STOCKED_NO_STOCK, Field("opening"))


def shortage(stock: Stock, wanted: Decimal) -> Decimal:
    """Return how much of a wanted quantity is not available, 0 when all of it is."""
    return max(NO_UNITS, wanted - max(NO_UNITS, stock.available))


def can_split(stock: Stock, wanted: Decimal) -> bool:
    """Return whether part of a wanted quantity can be sold now and the rest back-ordered."""
    return NO_UNITS < stock.available < wanted


def adjustment(stock: Stock, *, counted: Decimal | None = None, by: Decimal | None = None) -> Decimal:
    """Work out by how much a correction changes the quantity on hand, signed.

    Args:
        stock: The item's figures as they are.
        counted: What is physically there.
        by: Or what was lost (below zero) or found.

    Raises:
        RefusedError: Names ``counted`` or ``by``; out of range, or more lost than there was.
    """
    if counted is not None:
        require(quantity_refusal(counted, field="counted", zero=True))
        return (counted - stock.on_hand).quantize(SMALLEST)
    if by is None:
        raise refuse(Why.COUNT_MISSING, Field("counted"))
    require(quantity_refusal(abs(by), field="by"))
    if by < 0 and stock.on_hand + by < 0:
        raise refuse(Why.MORE_TAKEN_THAN_ON_HAND, Field("by"), on_hand=max(NO_UNITS, stock.on_hand))
    if stock.on_hand + by > MAX_QUANTITY:
        raise refuse(Why.TOO_MUCH_ON_HAND, Field("by"), most=MAX_QUANTITY)
    return by.quantize(SMALLEST)


def shortages(available: Decimal, wanted: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Fill several requests for one item in order; return how much of each is not available."""
    left = max(NO_UNITS, available)
    short = []
    for quantity in wanted:
        short.append(max(NO_UNITS, quantity - left))
        left = max(NO_UNITS, left - quantity)
    return tuple(short)


def on_sale_ahead(on_sale_on: date | None, at: datetime, zone: ZoneInfo) -> date | None:
    """Return the day from which goods may be handed out, or None where that day has come, by the shop's calendar.

    Args:
        on_sale_on: The first day of the goods, None for any.
        at: The moment that is looked at.
        zone: The shop's time zone.
    """
    return on_sale_on if on_sale_on is not None and at.astimezone(zone).date() < on_sale_on else None
