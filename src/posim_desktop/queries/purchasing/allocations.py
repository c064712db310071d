"""Which backorders an order's goods are for. Serves the guide's page on the Allocation screen."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.purchasing.allocation import SHRUNK, AllocationKind, Need, propose
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import (
    Allocation,
    AllocationEvent,
    Backorder,
    Customer,
    Employee,
    Item,
    PurchaseOrder,
    PurchaseOrderLine,
    Vendor,
)
from posim_desktop.queries.place import PLACE
from posim_desktop.queries.purchasing.freed_goods import figures


@dataclass(frozen=True, slots=True)
class AllocationRow:
    """One backorder on the Allocation screen; quantities in units of the item.

    Attributes:
        backorder_id: The backorder.
        number: Its number.
        created_at: Its date.
        customer_id: Who waits.
        customer: Their name.
        phone: Their telephone.
        outstanding: Owed and not set aside.
        elsewhere: Allocated to it on other orders.
        existing: Allocated to it on this order so far.
        proposed: What the screen shows at first: ``existing`` and what is left, given to the oldest first.
    """

    backorder_id: int
    number: int
    created_at: datetime
    customer_id: int
    customer: str
    phone: str
    outstanding: Decimal
    elsewhere: Decimal
    existing: Decimal
    proposed: Decimal

    @property
    def limit(self) -> Decimal:
        """The most that may be allocated to it here, as far as it alone is concerned."""
        return max(NO_UNITS, self.outstanding - self.elsewhere)


@dataclass(frozen=True, slots=True)
class AllocationItem:
    """One line of the order whose item customers wait for; ``rows`` oldest first."""

    line_id: int
    item_id: int
    item: str
    description: str
    on_this_order: Decimal
    rows: tuple[AllocationRow, ...]

    @property
    def allocated(self) -> Decimal:
        """What the proposal allocates."""
        return sum((row.proposed for row in self.rows), NO_UNITS)

    @property
    def left(self) -> Decimal:
        """What the proposal leaves for the shelf."""
        return self.on_this_order - self.allocated


@dataclass(frozen=True, slots=True)
class AllocationProposal:
    """All of the Allocation screen; no items when nobody waits for anything on the order.

    Give ``version`` back when posting, so that an order changed meanwhile is not posted unseen.
    """

    purchase_order_id: int
    version: int
    number: int | None
    status: OrderStatus
    vendor: str
    items: tuple[AllocationItem, ...]


@dataclass(frozen=True, slots=True)
class ShrunkRow:
    """A trimmed allocation of a posted order: whose, by how much, when, why and by whom."""

    at: datetime
    why: AllocationKind
    employee: str
    purchase_order_id: int
    line_id: int
    item: str
    description: str
    backorder_id: int
    number: int
    customer_id: int
    customer: str
    phone: str
    before: Decimal
    after: Decimal

    @property
    def lost(self) -> Decimal:
        """How much the backorder lost."""
        return self.before - self.after


_QUANTITY = Allocation.__table__.c.quantity.type

_HEADER = (
    sa.select(PurchaseOrder.version, PurchaseOrder.number, PurchaseOrder.status, Vendor.name)
    .join(Vendor, Vendor.id == PurchaseOrder.vendor_id)
    .where(PurchaseOrder.id == sa.bindparam("order"))
)
_items_of_order = sa.select(PurchaseOrderLine.item_id).where(
    PurchaseOrderLine.purchase_order_id == sa.bindparam("order")
)
_allocated = (
    sa.select(Allocation.backorder_id, sa.func.sum(Allocation.quantity).label("quantity"))
    .join(Backorder, Backorder.id == Allocation.backorder_id)
    .where(Backorder.item_id.in_(_items_of_order))
    .group_by(Allocation.backorder_id)
    .subquery("allocated")
)
_ROWS: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        PurchaseOrderLine.id.label("line_id"),
        PurchaseOrderLine.item_id,
        Item.code,
        PurchaseOrderLine.description,
        PurchaseOrderLine.still_open,
        Backorder.id.label("backorder_id"),
        Backorder.number,
        Backorder.created_at,
        Backorder.customer_id,
        Customer.name,
        Customer.phone,
        Backorder.outstanding,
        Allocation.quantity.label("here"),
        sa.type_coerce(_allocated.c.quantity, _QUANTITY).label("allocated"),
    )
    .join(Item, Item.id == PurchaseOrderLine.item_id)
    .join(Backorder, Backorder.item_id == PurchaseOrderLine.item_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .outerjoin(
        Allocation,
        (Allocation.purchase_order_line_id == PurchaseOrderLine.id) & (Allocation.backorder_id == Backorder.id),
    )
    .outerjoin(_allocated, _allocated.c.backorder_id == Backorder.id)
    .where(
        PurchaseOrderLine.purchase_order_id == sa.bindparam("order"),
        PurchaseOrderLine.still_open > NO_UNITS,
        Backorder.outstanding > NO_UNITS,
        Backorder.question == "",
    )
    .order_by(PurchaseOrderLine.position, *PLACE)
)


_SHRUNK: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        AllocationEvent.at,
        AllocationEvent.kind,
        sa.func.coalesce(Employee.name, ""),
        AllocationEvent.purchase_order_id,
        PurchaseOrderLine.id,
        Item.code,
        Item.description,
        Backorder.id,
        Backorder.number,
        Backorder.customer_id,
        Customer.name,
        Customer.phone,
        AllocationEvent.before,
        AllocationEvent.after,
    )
    .join(Backorder, Backorder.id == AllocationEvent.backorder_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .join(Item, Item.id == Backorder.item_id)
    .join(
        PurchaseOrderLine,
        (PurchaseOrderLine.purchase_order_id == AllocationEvent.purchase_order_id)
        & (PurchaseOrderLine.item_id == Backorder.item_id),
    )
    .outerjoin(Employee, Employee.id == AllocationEvent.employee_id)
    .where(AllocationEvent.kind.in_(sorted(SHRUNK)))
    .order_by(AllocationEvent.id.desc())
)


def proposal(connection: sa.Connection, purchase_order_id: int) -> AllocationProposal | None:
    """Propose which backorders an order's goods are for: existing allocations stay, the rest goes to the oldest.

    For a processed order, whose allocations somebody decided already, nothing is proposed beyond them.
    """
    of_order = {"order": purchase_order_id}
    header = connection.execute(_HEADER, of_order).one_or_none()
    if header is None:
        return None
    version, number, status, vendor = header
    by_line: dict[int, list[sa.Row[Any]]] = {}
    for row in connection.execute(_ROWS, of_order):
        by_line.setdefault(row.line_id, []).append(row)
    decided = status != OrderStatus.WORKING
    freed = figures(connection, purchase_order_id) if decided else {}
    items = tuple(
        _item(rows, asked=freed[line_id].asked if line_id in freed else NO_UNITS, decided=decided)
        for line_id, rows in by_line.items()
    )
    return AllocationProposal(purchase_order_id, version, number, OrderStatus(status), vendor, items)


def shrunk(
    connection: sa.Connection, purchase_order_ids: tuple[int, ...], *, backorder_id: int | None = None
) -> tuple[ShrunkRow, ...]:
    """List allocations of posted orders that had to become smaller, the latest first.

    After Close Short or a cancellation the orders are those among the verb's changes.

    Args:
        connection: Where to read.
        purchase_order_ids: The orders.
        backorder_id: Only what this backorder lost.
    """
    hurt = _SHRUNK.where(AllocationEvent.purchase_order_id.in_(purchase_order_ids))
    if backorder_id is not None:
        hurt = hurt.where(AllocationEvent.backorder_id == backorder_id)
    return tuple(ShrunkRow(row[0], AllocationKind(row[1]), *row[2:]) for row in connection.execute(hurt))


def released_by_closing(connection: sa.Connection, line_id: int) -> tuple[AllocationRow, ...]:
    """List whom Close Short of a line would hurt: every allocation on it is released (``existing``)."""
    order_id = connection.scalar(sa.select(PurchaseOrderLine.purchase_order_id).where(PurchaseOrderLine.id == line_id))
    found = None if order_id is None else proposal(connection, order_id)
    rows = [row for item in found.items if item.line_id == line_id for row in item.rows] if found else []
    return tuple(row for row in rows if row.existing > 0)


def _item(rows: list[sa.Row[Any]], *, asked: Decimal, decided: bool) -> AllocationItem:
    first = rows[0]
    on_this_order = first.still_open - asked  # what the vendor was asked to drop is for nobody
    left = on_this_order - sum((row.here or NO_UNITS for row in rows), NO_UNITS)
    needs = [Need(row.backorder_id, max(NO_UNITS, row.outstanding - (row.allocated or NO_UNITS))) for row in rows]
    more = {} if decided else propose(left, needs)
    return AllocationItem(
        line_id=first.line_id,
        item_id=first.item_id,
        item=first.code,
        description=first.description,
        on_this_order=on_this_order,
        rows=tuple(
            AllocationRow(
                backorder_id=row.backorder_id,
                number=row.number,
                created_at=row.created_at,
                customer_id=row.customer_id,
                customer=row.name,
                phone=row.phone,
                outstanding=row.outstanding,
                elsewhere=(row.allocated or NO_UNITS) - (row.here or NO_UNITS),
                existing=row.here or NO_UNITS,
                proposed=(row.here or NO_UNITS) + more.get(row.backorder_id, NO_UNITS),
            )
            for row in rows
        ),
    )
