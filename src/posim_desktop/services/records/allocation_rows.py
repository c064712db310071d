"""Allocations as they are stored: how many of a purchase order line's goods go to which backorder.

Whoever writes an allocation holds the lock of its backorder, so two transactions never shrink or raise the same one,
and its history is written in the order in which it happened.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NO_UNITS, SMALLEST
from posim_desktop.orm import Allocation, AllocationEvent, Backorder, PurchaseOrder, PurchaseOrderLine
from posim_desktop.orm.base import chunks, insert_rows, table_of
from posim_desktop.services.records import backorder_rows, statements
from posim_desktop.services.records.backorder_rows import Owed
from posim_desktop.services.session import Session, Stamp


class StoredAllocation(NamedTuple):
    """What of one order line is allocated to one backorder; a higher id is younger."""

    id: int
    line_id: int
    backorder_id: int
    quantity: Decimal
    purchase_order_id: int
    is_posted: bool  # whether its order is; the history of a working order has not begun


class NewAllocation(NamedTuple):
    """A line of an order and a backorder that nothing of it was allocated to yet."""

    purchase_order_id: int
    line_id: int
    backorder_id: int


class _NewAllocation(NamedTuple):
    purchase_order_line_id: int
    backorder_id: int
    quantity: Decimal


class _NewEvent(NamedTuple):
    purchase_order_id: int
    backorder_id: int
    kind: AllocationKind
    before: Decimal
    after: Decimal
    employee_id: int | None
    at: datetime
    after_event_id: int | None


_allocations = table_of(Allocation)
_events = table_of(AllocationEvent)
_lines = table_of(PurchaseOrderLine)
_orders = table_of(PurchaseOrder)
_backorders = table_of(Backorder)
_with_lines = _allocations.join(_lines, _lines.c.id == _allocations.c.purchase_order_line_id)
_ALL: sa.Select[*tuple[Any, ...]] = sa.select(
    _allocations.c.id,
    _allocations.c.purchase_order_line_id,
    _allocations.c.backorder_id,
    _allocations.c.quantity,
    _lines.c.purchase_order_id,
    _orders.c.status != str(OrderStatus.WORKING),
).select_from(_with_lines.join(_orders, _orders.c.id == _lines.c.purchase_order_id))
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_OF_LINES = _ALL.where(_allocations.c.purchase_order_line_id.in_(_IDS))
_OF_ORDER = _ALL.where(_lines.c.purchase_order_id == sa.bindparam("order"))
_OF_BACKORDERS = _ALL.where(_allocations.c.backorder_id.in_(_IDS))
_SUMS = sa.select(_allocations.c.backorder_id, sa.func.sum(_allocations.c.quantity)).group_by(
    _allocations.c.backorder_id
)
_ALLOCATED_ELSEWHERE = _SUMS.select_from(_with_lines).where(
    _allocations.c.backorder_id.in_(_IDS), _lines.c.purchase_order_id != sa.bindparam("order")
)
# One statement for an order of thousands of allocations. Before it nothing was told, so each begins at none.
_BEGIN_HISTORY = sa.insert(_events).from_select(
    _NewEvent._fields,
    sa.select(
        _lines.c.purchase_order_id,
        _allocations.c.backorder_id,
        sa.literal(str(AllocationKind.ALLOCATED), _events.c.kind.type),
        sa.literal(NO_UNITS, _events.c.before.type),
        _allocations.c.quantity,
        sa.bindparam("employee", type_=_events.c.employee_id.type),
        sa.bindparam("at", type_=_events.c.at.type),
        backorder_rows.newest_event_of(_allocations.c.backorder_id),
    )
    .select_from(_with_lines)
    .where(_lines.c.purchase_order_id == sa.bindparam("order"))
    .order_by(_allocations.c.id),
    include_defaults=False,
)
_REWRITE = (
    sa.update(_allocations)
    .where(_allocations.c.id == sa.bindparam("allocation"))
    .values(statements.new_values(_allocations, "quantity"))
)
_DELETE = sa.delete(_allocations).where(_allocations.c.id == sa.bindparam("allocation"))


def of_order(session: Session, purchase_order_id: int) -> list[StoredAllocation]:
    """Read the allocations of an order."""
    found = session.connection().execute(_OF_ORDER, {"order": purchase_order_id})
    return [StoredAllocation._make(row) for row in found]


def of_lines(session: Session, line_ids: Iterable[int]) -> list[StoredAllocation]:
    """Read the allocations of order lines."""
    return _read(session, _OF_LINES, line_ids)


def of_backorders(session: Session, backorder_ids: Iterable[int]) -> list[StoredAllocation]:
    """Read the allocations to backorders."""
    return _read(session, _OF_BACKORDERS, backorder_ids)


def allocated_elsewhere(session: Session, backorder_ids: Iterable[int], purchase_order_id: int) -> dict[int, Decimal]:
    """Sum by backorder what other orders than this one have allocated to it."""
    return {
        backorder_id: quantity
        for chunk in chunks(sorted(backorder_ids))
        for backorder_id, quantity in session.connection().execute(
            _ALLOCATED_ELSEWHERE, {"ids": chunk, "order": purchase_order_id}
        )
    }


def allocated(session: Session, owed: Owed) -> dict[int, Decimal]:
    """Sum by backorder what all orders have allocated to it, for the backorders that a condition chooses."""
    chosen = _SUMS.join(_backorders, _backorders.c.id == _allocations.c.backorder_id).where(owed)
    return dict(session.connection().execute(chosen).all())


def write(
    session: Session, stamp: Stamp, kind: AllocationKind | None, quantities: Mapping[StoredAllocation, Decimal]
) -> None:
    """Give allocations new quantities, 0 deletes, and write down of posted orders that it happened and why.

    Args:
        session: The transaction; it holds the backorders' locks.
        stamp: When and by whom.
        kind: Why; None on a working order, which has no history yet.
        quantities: What is allocated from now on, other than before.
    """
    rewritten = [
        {"allocation": each.id, "new_quantity": quantity} for each, quantity in quantities.items() if quantity > 0
    ]
    deleted = [{"allocation": each.id} for each, quantity in quantities.items() if quantity <= 0]
    if rewritten:
        session.connection().execute(_REWRITE, rewritten)
    if deleted:
        session.connection().execute(_DELETE, deleted)
    changed = [
        (each.purchase_order_id, each.backorder_id, each.quantity, quantity)
        for each, quantity in quantities.items()
        if each.is_posted
    ]
    _remember(session, stamp, kind, changed)


def insert(
    session: Session, stamp: Stamp, kind: AllocationKind | None, quantities: Mapping[NewAllocation, Decimal]
) -> None:
    """Allocate goods of order lines to backorders, and write down that it happened and why.

    Args:
        session: The transaction; it holds the backorders' locks.
        stamp: When and by whom.
        kind: Why; None on working orders, which have no history yet.
        quantities: What is allocated from now on.
    """
    rows = [
        _NewAllocation(each.line_id, each.backorder_id, quantity.quantize(SMALLEST))
        for each, quantity in quantities.items()
    ]
    insert_rows(session.connection(), _allocations, rows)
    if kind is not None:
        added = [(each.purchase_order_id, each.backorder_id, NO_UNITS, units) for each, units in quantities.items()]
        _remember(session, stamp, kind, added)


def begin_history(session: Session, stamp: Stamp, purchase_order_id: int) -> None:
    """Write down the allocations of an order that is being posted; its history begins here."""
    told = {"order": purchase_order_id, "employee": stamp.employee_id, "at": stamp.at}
    session.connection().execute(_BEGIN_HISTORY, told)


def _remember(
    session: Session, stamp: Stamp, kind: AllocationKind | None, changed: Sequence[tuple[int, int, Decimal, Decimal]]
) -> None:
    """Add to the history: order, backorder, quantity before and after."""
    if kind is None:
        return
    newest = backorder_rows.newest_events(session, {backorder_id for _order, backorder_id, _before, _after in changed})
    rows = [
        _NewEvent(order_id, backorder_id, kind, before, after, stamp.employee_id, stamp.at, newest.get(backorder_id))
        for order_id, backorder_id, before, after in changed
    ]
    insert_rows(session.connection(), _events, rows)


def _read(session: Session, chosen: sa.Select[*tuple[Any, ...]], ids: Iterable[int]) -> list[StoredAllocation]:
    return [
        StoredAllocation._make(row)
        for chunk in chunks(sorted(ids))
        for row in session.connection().execute(chosen, {"ids": chunk})
    ]
