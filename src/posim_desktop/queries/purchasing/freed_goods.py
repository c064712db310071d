"""Goods that sent orders bring for nobody any more. Serves the guide's page on purchase orders."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.purchasing.allocation import AllocationKind, Need, propose
from posim_desktop.domain.purchasing.freed_goods import FreedFigures, FreedKind
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import Allocation, AllocationEvent, Backorder, Customer, Employee, FreedGoods, PurchaseOrderLine
from posim_desktop.queries.place import PLACE


@dataclass(frozen=True, slots=True)
class DropRequest:
    """What the vendor was asked to drop of a line and has not answered: who asked, when, how many units."""

    id: int
    line_id: int
    quantity: Decimal
    employee: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class NextOne:
    """A backorder that is next for goods that are nobody's, and how many it would get."""

    backorder_id: int
    number: int
    customer: str
    quantity: Decimal


_freed = FreedGoods.__table__
_answers = _freed.alias()
_lines = PurchaseOrderLine.__table__
_allocations = Allocation.__table__
_events = AllocationEvent.__table__
_backorders = Backorder.__table__
_is_answered = sa.exists().where(_answers.c.request_id == _freed.c.id)
_of_order = _lines.c.purchase_order_id == sa.bindparam("order")
_UNITS = _lines.c.still_open.type
_ALLOCATED = (
    sa.select(_lines.c.id, sa.func.sum(_allocations.c.quantity, type_=_UNITS))
    .join(_allocations, _allocations.c.purchase_order_line_id == _lines.c.id)
    .where(_of_order)
    .group_by(_lines.c.id)
)
_CANCELED = (
    sa.select(
        _lines.c.id,
        sa.type_coerce(sa.func.sum(_events.c.before) - sa.func.sum(_events.c.after), _UNITS),
    )
    .join(_events, _events.c.purchase_order_id == _lines.c.purchase_order_id)
    .join(
        _backorders,
        sa.and_(_backorders.c.id == _events.c.backorder_id, _backorders.c.item_id == _lines.c.item_id),
    )
    .where(_of_order, _events.c.kind == str(AllocationKind.CANCELED))
    .group_by(_lines.c.id)
)
_DECIDED = (
    sa.select(_freed.c.purchase_order_line_id, _freed.c.kind, sa.func.sum(_freed.c.quantity, type_=_UNITS))
    .join(_lines, _lines.c.id == _freed.c.purchase_order_line_id)
    .where(_of_order, sa.or_(_freed.c.kind != str(FreedKind.ASKED), ~_is_answered))
    .group_by(_freed.c.purchase_order_line_id, _freed.c.kind)
)
_OPEN: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        _freed.c.id, _freed.c.purchase_order_line_id, _freed.c.quantity, Employee.name, _freed.c.at, _freed.c.note
    )
    .join(_lines, _lines.c.id == _freed.c.purchase_order_line_id)
    .join(Employee, Employee.id == _freed.c.employee_id)
    .where(_freed.c.kind == str(FreedKind.ASKED), ~_is_answered)
    .order_by(_freed.c.id)
)
_OPEN_OF_ORDER = _OPEN.where(_of_order)
_OPEN_OF_LINE = _OPEN.where(_lines.c.id == sa.bindparam("line"))
_none = sa.literal(0, sa.BigInteger())
_line_allocated = (
    sa.select(sa.func.coalesce(sa.func.sum(_allocations.c.quantity), _none))
    .where(_allocations.c.purchase_order_line_id == _lines.c.id)
    .correlate(_lines)
    .scalar_subquery()
)
_line_canceled = (
    sa.select(sa.func.coalesce(sa.func.sum(_events.c.before) - sa.func.sum(_events.c.after), _none))
    .join(_backorders, _backorders.c.id == _events.c.backorder_id)
    .where(
        _events.c.purchase_order_id == _lines.c.purchase_order_id,
        _backorders.c.item_id == _lines.c.item_id,
        _events.c.kind == str(AllocationKind.CANCELED),
    )
    .correlate(_lines)
    .scalar_subquery()
)
_line_decided = (
    sa.select(sa.func.coalesce(sa.func.sum(_freed.c.quantity), _none))
    .where(_freed.c.purchase_order_line_id == _lines.c.id, _freed.c.kind != str(FreedKind.ASKED))
    .correlate(_lines)
    .scalar_subquery()
)
# What is asked is neither free nor decided, so a line has something of nobody's exactly then.
IS_NOBODYS = sa.and_(
    sa.type_coerce(_lines.c.still_open, sa.BigInteger()) > _line_allocated, _line_canceled > _line_decided
)
"""Whether a line of a sent order has goods that are nobody's, as a condition on ``purchase_order_lines``."""
PENDING = (
    sa.select(sa.type_coerce(sa.func.coalesce(sa.func.sum(_freed.c.quantity), _none), _UNITS))
    .where(_freed.c.purchase_order_line_id == _lines.c.id, _freed.c.kind == str(FreedKind.ASKED), ~_is_answered)
    .correlate(_lines)
    .scalar_subquery()
)
"""What the vendor was asked to drop of a line and has not answered, as a column of ``purchase_order_lines``."""
_planned = (
    sa.select(sa.func.coalesce(sa.func.sum(_allocations.c.quantity), sa.literal(0, sa.BigInteger())))
    .where(_allocations.c.backorder_id == _backorders.c.id)
    .scalar_subquery()
)
_NEXT: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        _backorders.c.id,
        _backorders.c.number,
        Customer.name,
        _backorders.c.outstanding,
        sa.type_coerce(_planned, _UNITS).label("planned"),
    )
    .join(Customer, Customer.id == _backorders.c.customer_id)
    .where(
        _backorders.c.item_id
        == sa.select(_lines.c.item_id).where(_lines.c.id == sa.bindparam("line")).scalar_subquery(),
        _backorders.c.outstanding > NO_UNITS,
        _backorders.c.question == "",
    )
    .order_by(*PLACE)
)


def figures(connection: sa.Connection, purchase_order_id: int) -> dict[int, FreedFigures]:
    """Read what of the lines of an order is free, and what of it is nobody's, by line."""
    of_order = {"order": purchase_order_id}
    still_open = dict(connection.execute(sa.select(_lines.c.id, _lines.c.still_open).where(_of_order), of_order).all())
    allocated = dict(connection.execute(_ALLOCATED, of_order).all())
    canceled = dict(connection.execute(_CANCELED, of_order).all())
    decided: dict[int, Decimal] = {}
    pending: dict[int, Decimal] = {}
    for line_id, kind, quantity in connection.execute(_DECIDED, of_order):
        sums = pending if kind == FreedKind.ASKED else decided
        sums[line_id] = sums.get(line_id, NO_UNITS) + quantity
    return {
        line_id: FreedFigures(
            left - allocated.get(line_id, NO_UNITS),
            canceled.get(line_id, NO_UNITS),
            decided.get(line_id, NO_UNITS),
            pending.get(line_id, NO_UNITS),
        )
        for line_id, left in still_open.items()
    }


def requests(connection: sa.Connection, purchase_order_id: int) -> tuple[DropRequest, ...]:
    """List what a vendor was asked to drop of an order and has not answered, the oldest first."""
    return tuple(DropRequest(*row) for row in connection.execute(_OPEN_OF_ORDER, {"order": purchase_order_id}))


def requests_of_line(connection: sa.Connection, line_id: int) -> tuple[DropRequest, ...]:
    """List what a vendor was asked to drop of a line and has not answered, the oldest first."""
    return tuple(DropRequest(*row) for row in connection.execute(_OPEN_OF_LINE, {"line": line_id}))


def next_ones(connection: sa.Connection, line_id: int, quantity: Decimal) -> tuple[NextOne, ...]:
    """Say who would get so many units of an order line: by place, each what no order brings them yet."""
    rows = connection.execute(_NEXT, {"line": line_id}).all()
    needs = [Need(row.id, row.outstanding - row.planned) for row in rows if row.outstanding > row.planned]
    given = propose(quantity, needs)
    return tuple(NextOne(row.id, row.number, row.name, given[row.id]) for row in rows if row.id in given)
