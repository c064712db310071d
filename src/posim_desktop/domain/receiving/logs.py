"""Receiving: what arrived, which customers get it, what is left for the shelf.

Serves the guide's pages on receiving logs and Set Backorders to Customers.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

from posim_desktop.domain.backorders.backorder import part_refusal
from posim_desktop.domain.errors import Cell, Field, Refusal
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NO_UNITS, quantity_refusal
from posim_desktop.domain.why import Why

MAX_LINES = 2000
MAX_SETTINGS = 10_000


class ReceivingStatus(StrEnum):
    """Where a receiving log stands."""

    WORKING = "working"
    POSTED = "posted"
    DISCARDED = "discarded"


LEGAL_STEPS: dict[ReceivingStatus, frozenset[ReceivingStatus]] = {
    ReceivingStatus.WORKING: frozenset({ReceivingStatus.POSTED, ReceivingStatus.DISCARDED}),
    ReceivingStatus.POSTED: frozenset(),
    ReceivingStatus.DISCARDED: frozenset(),
}


class Countable(Protocol):
    """A line that goods are counted on."""

    @property
    def quantity(self) -> Decimal:
        """What was counted so far."""
        ...

    @property
    def still_open(self) -> Decimal | None:
        """What its order line still brings, None for goods that are not on the order."""
        ...


Line = TypeVar("Line", bound=Countable)


@dataclass(frozen=True, slots=True)
class WaitingBackorder:
    """A backorder of an item that came: how much is owed, and how much of the delivery's order is allocated to it."""

    backorder_id: int
    outstanding: Decimal
    allocated: Decimal
    one_piece: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """One delivery's share for one backorder: ``rcv`` is set aside for the customer, ``canc`` is canceled."""

    receiving_line_id: int
    backorder_id: int
    rcv: Decimal
    canc: Decimal
    reason: str = ""

    def cell(self, column: str) -> Cell:
        """Name one of its cells, as refusals do."""
        return Cell(column, self.receiving_line_id, self.backorder_id)


def edit_refusal(status: ReceivingStatus) -> Refusal | None:
    """Return why a receiving log cannot be changed, or None."""
    match status:
        case ReceivingStatus.WORKING:
            return None
        case ReceivingStatus.POSTED:
            return Refusal(Why.LOG_POSTED)
        case ReceivingStatus.DISCARDED:
            return Refusal(Why.LOG_DISCARDED)


def start_refusal(status: OrderStatus) -> Refusal | None:
    """Return why nothing can be received on a purchase order, or None: what enables the Receive button."""
    match status:
        case OrderStatus.PROCESSED:
            return None
        case OrderStatus.WORKING:
            return Refusal(Why.ORDER_NOT_POSTED_YET, Field("purchase_order"))
        case OrderStatus.CLOSED:
            return Refusal(Why.ORDER_ALL_RECEIVED, Field("purchase_order"))
        case OrderStatus.DISCARDED:
            return Refusal(Why.ORDER_DISCARDED, Field("purchase_order"))


def post_refusal(status: ReceivingStatus, quantities: Sequence[Decimal]) -> Refusal | None:
    """Return why a receiving log cannot be posted, or None: what enables the Post button."""
    refusal = edit_refusal(status)
    if refusal is None and not any(quantity > 0 for quantity in quantities):
        return Refusal(Why.NOTHING_COUNTED, Field("quantity"))
    return refusal


def line_to_count(lines: Sequence[Line], quantity: Decimal) -> Line:
    """Choose the line that a scan counts on: the first with that much still missing, else the last."""
    lacking = (line for line in lines if line.still_open is not None and line.quantity + quantity <= line.still_open)
    return next(lacking, lines[-1])


def over_receipt(quantity: Decimal, still_open: Decimal | None) -> Decimal:
    """Work out how much more is counted than an order line still brings; goods without an order are never too many."""
    return NO_UNITS if still_open is None else max(NO_UNITS, quantity - still_open)


def propose(received: Decimal, waiting: Sequence[WaitingBackorder]) -> dict[int, Decimal]:
    """Prefill Rcv: first what the order allocated, then the oldest backorders, up to what came.

    ``waiting`` comes oldest first. What is wanted in one piece is proposed whole or not at all.
    """
    proposed = dict.fromkeys((each.backorder_id for each in waiting), NO_UNITS)
    left = received
    needs = [(each, min(each.allocated, each.outstanding)) for each in waiting]
    needs += [(each, each.outstanding) for each in waiting]
    for each, need in needs:
        more = max(NO_UNITS, min(left, need - proposed[each.backorder_id]))
        if each.one_piece and more:
            more = each.outstanding if left >= each.outstanding else NO_UNITS
        proposed[each.backorder_id] += more
        left -= more
    return proposed


def share_refusal(share: Share, outstanding: Decimal, *, one_piece: bool = False) -> Refusal | None:
    """Say which cell of a Set Backorders to Customers row is wrong and why, or None."""
    for column, quantity in (("rcv", share.rcv), ("canc", share.canc)):
        refusal = quantity_refusal(quantity, zero=True)
        if refusal is not None:
            return refusal.at(share.cell(column))
    if share.rcv + share.canc > outstanding:
        column = "canc" if share.rcv <= outstanding and share.canc > 0 else "rcv"
        return Refusal(Why.MORE_SET_THAN_OUTSTANDING, share.cell(column), outstanding=outstanding)
    if share.canc > 0 and not share.reason.strip():
        return Refusal(Why.CANCEL_NEEDS_REASON, share.cell("reason"))
    part = part_refusal(share.rcv, outstanding - share.canc, share.reason, one_piece=one_piece)
    return None if part is None else part.at(share.cell("reason"))


def total_refusal(received: Decimal, shares: Iterable[Share]) -> Refusal | None:
    """Say that more is set to customers than came, or None."""
    rcv = sum((share.rcv for share in shares), NO_UNITS)
    if rcv > received:
        return Refusal(Why.MORE_SET_THAN_CAME, rcv=rcv, received=received)
    return None


def left_for_shelf(received: Decimal, shares: Iterable[Share]) -> Decimal:
    """Return how much of a receiving line is left for the shelf; negative if more is set than arrived."""
    return received - sum((share.rcv for share in shares), NO_UNITS)


def shares_refusal(
    received: Mapping[int, Decimal],
    outstanding: Mapping[int, Decimal],
    shares: Iterable[Share],
    one_piece: Container[int] = frozenset(),
) -> Refusal | None:
    """Say which cell of the Set Backorders to Customers screen is wrong and why, or None: what Total checks.

    Args:
        received: What came, by receiving line.
        outstanding: What is outstanding, by backorder.
        shares: The rows of the screen; one without figures counts for nothing.
        one_piece: The backorders that are wanted in one piece.

    Returns:
        A refusal at the cell ``rcv``, ``canc`` or ``reason`` of its line and backorder, or at ``rcv`` of the line alone
        when more is set to customers than came.
    """
    left = dict(outstanding)
    of_line: dict[int, list[Share]] = {}
    for share in shares:
        if share.rcv == 0 and share.canc == 0:
            continue
        if share.receiving_line_id not in received or share.backorder_id not in left:
            return Refusal(Why.ROW_NO_LONGER_FITS, share.cell("rcv"))
        whole = share.backorder_id in one_piece
        refusal = share_refusal(share, left[share.backorder_id], one_piece=whole)
        if refusal is not None:
            return refusal
        left[share.backorder_id] -= share.rcv + share.canc
        of_line.setdefault(share.receiving_line_id, []).append(share)
    for line_id, own in of_line.items():
        refusal = total_refusal(received[line_id], own)
        if refusal is not None:
            return refusal.at(Cell("rcv", line_id))
    return None
