"""How a sent order changed, and whom a change would hurt. Serves the guide's page on purchase orders."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.purchasing.allocation import Allocated, trim
from posim_desktop.domain.purchasing.changes import OrderChangeKind
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.orm import (
    Allocation,
    Backorder,
    Customer,
    Employee,
    Item,
    OrderChange,
    PurchaseOrder,
    PurchaseOrderLine,
)
from posim_desktop.queries.place import PLACE


@dataclass(frozen=True, slots=True)
class OrderChangeRow:
    """One thing that changed; ``sheet`` is None for the day, which the vendor tells and not the shop.

    ``quantity`` is by how much more is ordered, less is below zero. ``item`` is empty for the day.
    """

    id: int
    sheet: int | None
    at: datetime
    employee: str
    kind: OrderChangeKind
    item: str
    description: str
    vendor_item_number: str
    quantity: Decimal
    cost_before: Decimal | None
    cost_after: Decimal | None
    expected_before: date | None
    expected_after: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Losing:
    """A backorder that an order would bring less for, and how much less."""

    backorder_id: int
    number: int
    customer: str
    item: str
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Later:
    """A backorder whose goods would be expected later, None when nobody knows any more."""

    backorder_id: int
    number: int
    customer: str
    phone: str
    item: str
    quantity: Decimal
    before: date
    after: date | None


_HISTORY: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        OrderChange.id,
        OrderChange.sheet,
        OrderChange.at,
        Employee.name,
        OrderChange.kind,
        sa.func.coalesce(Item.code, ""),
        sa.func.coalesce(PurchaseOrderLine.description, ""),
        sa.func.coalesce(PurchaseOrderLine.vendor_item_number, ""),
        OrderChange.quantity,
        OrderChange.cost_before,
        OrderChange.cost_after,
        OrderChange.expected_before,
        OrderChange.expected_after,
        OrderChange.reason,
    )
    .join(Employee, Employee.id == OrderChange.employee_id)
    .outerjoin(PurchaseOrderLine, PurchaseOrderLine.id == OrderChange.purchase_order_line_id)
    .outerjoin(Item, Item.id == PurchaseOrderLine.item_id)
    .where(OrderChange.purchase_order_id == sa.bindparam("order"))
    .order_by(OrderChange.id)
)
_ALLOCATED: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Allocation.id,
        Allocation.purchase_order_line_id,
        Allocation.quantity,
        Backorder.id.label("backorder_id"),
        Backorder.number,
        Customer.name,
        Customer.phone,
        Item.code,
    )
    .join(Backorder, Backorder.id == Allocation.backorder_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .join(Item, Item.id == Backorder.item_id)
    .join(PurchaseOrderLine, PurchaseOrderLine.id == Allocation.purchase_order_line_id)
    .order_by(*PLACE)
)
_OF_LINES = _ALLOCATED.where(Allocation.purchase_order_line_id.in_(sa.bindparam("lines", expanding=True)))
_OF_ORDER = _ALLOCATED.where(PurchaseOrderLine.purchase_order_id == sa.bindparam("order"))
_DAY = sa.select(PurchaseOrder.expected_on).where(PurchaseOrder.id == sa.bindparam("order"))
_OTHERWISE = (
    sa.select(Allocation.backorder_id, sa.func.min(PurchaseOrder.expected_on))
    .join(PurchaseOrderLine, PurchaseOrderLine.id == Allocation.purchase_order_line_id)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .where(
        Allocation.backorder_id.in_(
            sa.select(Allocation.backorder_id)
            .join(PurchaseOrderLine, PurchaseOrderLine.id == Allocation.purchase_order_line_id)
            .where(PurchaseOrderLine.purchase_order_id == sa.bindparam("order"))
        ),
        PurchaseOrder.id != sa.bindparam("order"),
        PurchaseOrder.status == str(OrderStatus.PROCESSED),
        PurchaseOrder.expected_on.is_not(None),
    )
    .group_by(Allocation.backorder_id)
)


def history(connection: sa.Connection, purchase_order_id: int) -> tuple[OrderChangeRow, ...]:
    """List what changed of an order since it was sent, the oldest first."""
    found = connection.execute(_HISTORY, {"order": purchase_order_id})
    return tuple(OrderChangeRow(row[0], row[1], row[2], row[3], OrderChangeKind(row[4]), *row[5:]) for row in found)


def losing(connection: sa.Connection, still_open: Mapping[int, Decimal]) -> tuple[Losing, ...]:
    """List who would lose goods if no more than this were open on order lines; the newest allocations shrink first.

    Args:
        connection: Where to read.
        still_open: What would be open, by line.
    """
    rows = connection.execute(_OF_LINES, {"lines": sorted(still_open)}).all()
    lost: dict[int, Decimal] = {}
    for line_id, limit in still_open.items():
        of_line = [Allocated(line_id, row.backorder_id, row.quantity, row.id) for row in rows if row[1] == line_id]
        before = {each.age: each.quantity for each in of_line}
        lost |= {each.age: before[each.age] - each.quantity for each in trim(of_line, limit)}
    return tuple(
        Losing(row.backorder_id, row.number, row.name, row.code, lost[row.id]) for row in rows if row.id in lost
    )


def later(connection: sa.Connection, purchase_order_id: int, day: date | None) -> tuple[Later, ...]:
    """List whose goods would be expected later than now if an order came on another day; by place.

    Args:
        connection: Where to read.
        purchase_order_id: A sent order.
        day: When it would come; None when nobody knows.
    """
    of_order = {"order": purchase_order_id}
    today: date | None = connection.scalar(_DAY, of_order)
    otherwise: dict[int, date | None] = dict(connection.execute(_OTHERWISE, of_order).all())
    found = []
    for row in connection.execute(_OF_ORDER, of_order):
        other = otherwise.get(row.backorder_id)
        before, after = _earlier(today, other), _earlier(day, other)
        if before is not None and (after is None or after > before):
            whose = (row.backorder_id, row.number, row.name, row.phone, row.code, row.quantity)
            found.append(Later(*whose, before, after))
    return tuple(found)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)
