"""Purchase orders as they stand, and the orders behind a figure. Serves the guide's page on purchase orders."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.purchasing.orders import OrderStatus, SmallestOrder
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import (
    Allocation,
    Backorder,
    Customer,
    Employee,
    Item,
    ItemVendor,
    PurchaseOrder,
    PurchaseOrderLine,
    Vendor,
)
from posim_desktop.queries.place import PLACE
from posim_desktop.queries.purchasing.freed_goods import PENDING


@dataclass(frozen=True, slots=True)
class PurchaseOrderRow:
    """An order in a list; quantities are sums over its lines."""

    id: int
    number: int | None
    status: OrderStatus
    vendor_id: int
    vendor: str
    created_at: datetime
    processed_at: datetime | None
    expected_on: date | None
    lines: int
    ordered: Decimal
    still_open: Decimal


@dataclass(frozen=True, slots=True)
class AllocatedBackorder:
    """A backorder that part of a line's goods is allocated to; ``outstanding`` is all that it still needs."""

    backorder_id: int
    number: int
    customer_id: int
    customer: str
    phone: str
    quantity: Decimal
    outstanding: Decimal


@dataclass(frozen=True, slots=True)
class PurchaseOrderLineRow:
    """A line of an order; ``cost`` is one unit's, four places."""

    id: int
    position: int
    item_id: int
    item: str
    description: str
    vendor_item_number: str
    pack_quantity: Decimal
    cost: Decimal
    quantity: Decimal
    changed: Decimal
    received: Decimal
    closed_short: Decimal
    still_open: Decimal
    pack_unit: str
    unit: str
    pack_cost: Decimal | None
    allocations: tuple[AllocatedBackorder, ...]

    @property
    def ordered(self) -> Decimal:
        """What was ordered at first, with all changes since the order was sent."""
        return self.quantity + self.changed

    @property
    def extension(self) -> Decimal:
        """What is ordered, at cost, in the store's currency."""
        return self.packing.extension(self.ordered, self.cost)

    @property
    def packing(self) -> Packing:
        """How its goods come."""
        return Packing(self.pack_quantity, self.pack_unit, self.unit, self.pack_cost)

    @property
    def allocated(self) -> Decimal:
        """What of the open quantity is allocated."""
        return sum((each.quantity for each in self.allocations), NO_UNITS)

    @property
    def free(self) -> Decimal:
        """What of the open quantity is unallocated."""
        return self.still_open - self.allocated


@dataclass(frozen=True, slots=True)
class PurchaseOrderDetails:
    """Everything a purchase order's card shows."""

    id: int
    version: int
    number: int | None
    status: OrderStatus
    vendor_id: int
    vendor_code: str
    vendor: str
    account_number: str
    vendor_email: str
    vendor_address: str
    minimum_amount: Decimal
    minimum_units: Decimal
    created_by: str
    created_at: datetime
    processed_at: datetime | None
    expected_on: date | None
    note: str
    lines: tuple[PurchaseOrderLineRow, ...]

    @property
    def total(self) -> Decimal:
        """What was ordered, at cost, in the store's currency."""
        return sum((line.extension for line in self.lines), ZERO)

    @property
    def smallest(self) -> SmallestOrder:
        """How far it is towards the smallest order that its vendor takes."""
        units = sum((line.quantity for line in self.lines), NO_UNITS)
        return SmallestOrder(self.total, units, self.minimum_amount, self.minimum_units)


@dataclass(frozen=True, slots=True)
class OnOrderRow:
    """A line that still brings some of an item; ``allocated`` of ``still_open`` is allocated to backorders.

    ``asked`` is what the vendor was asked to drop, of which a part may have come meanwhile.
    """

    purchase_order_id: int
    number: int | None
    status: OrderStatus
    vendor_id: int
    vendor: str
    processed_at: datetime | None
    expected_on: date | None
    line_id: int
    quantity: Decimal
    still_open: Decimal
    allocated: Decimal
    asked: Decimal

    @property
    def free(self) -> Decimal:
        """What somebody may still wait for."""
        return max(NO_UNITS, self.still_open - self.allocated - self.asked)


@dataclass(frozen=True, slots=True)
class OnPurchaseOrder:
    """An order with goods allocated to a backorder: a row of the card's "On purchase orders"."""

    purchase_order_id: int
    number: int | None
    status: OrderStatus
    vendor_id: int
    vendor: str
    expected_on: date | None
    line_id: int
    still_open: Decimal
    quantity: Decimal


_QUANTITY = PurchaseOrderLine.__table__.c.quantity.type
ORDERED = PurchaseOrderLine.quantity + PurchaseOrderLine.changed
"""What is ordered on a line: at first, with all changes since."""
_sums = (
    sa.select(
        sa.func.count().label("lines"),
        sa.type_coerce(sa.func.sum(ORDERED), _QUANTITY).label("ordered"),
        sa.type_coerce(sa.func.sum(PurchaseOrderLine.still_open), _QUANTITY).label("still_open"),
        PurchaseOrderLine.purchase_order_id,
    )
    .group_by(PurchaseOrderLine.purchase_order_id)
    .subquery("sums")
)
_HEADER: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        PurchaseOrder.id,
        PurchaseOrder.version,
        PurchaseOrder.number,
        PurchaseOrder.status,
        PurchaseOrder.vendor_id,
        Vendor.code.label("vendor_code"),
        Vendor.name.label("vendor"),
        Vendor.account_number,
        Vendor.email.label("vendor_email"),
        Vendor.address.label("vendor_address"),
        Vendor.minimum_amount,
        Vendor.minimum_units,
        Employee.name.label("created_by"),
        PurchaseOrder.created_at,
        PurchaseOrder.processed_at,
        PurchaseOrder.expected_on,
        PurchaseOrder.note,
    )
    .join(Vendor, Vendor.id == PurchaseOrder.vendor_id)
    .join(Employee, Employee.id == PurchaseOrder.employee_id)
    .where(PurchaseOrder.id == sa.bindparam("order"))
)
_LINES: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        PurchaseOrderLine.id,
        PurchaseOrderLine.position,
        PurchaseOrderLine.item_id,
        Item.code.label("item"),
        PurchaseOrderLine.description,
        PurchaseOrderLine.vendor_item_number,
        PurchaseOrderLine.pack_quantity,
        PurchaseOrderLine.cost,
        PurchaseOrderLine.quantity,
        PurchaseOrderLine.changed,
        PurchaseOrderLine.received,
        PurchaseOrderLine.closed_short,
        PurchaseOrderLine.still_open,
        PurchaseOrderLine.pack_unit,
        PurchaseOrderLine.unit,
        PurchaseOrderLine.pack_cost,
    )
    .join(Item, Item.id == PurchaseOrderLine.item_id)
    .where(PurchaseOrderLine.purchase_order_id == sa.bindparam("order"))
    .order_by(PurchaseOrderLine.position)
)
_TYPED = (
    sa.select(Item.code)
    .join(PurchaseOrderLine, PurchaseOrderLine.item_id == Item.id)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .join(ItemVendor, (ItemVendor.item_id == Item.id) & (ItemVendor.vendor_id == PurchaseOrder.vendor_id))
    .where(
        PurchaseOrderLine.purchase_order_id == sa.bindparam("order"),
        sa.or_(
            PurchaseOrderLine.cost != sa.func.coalesce(ItemVendor.cost, Item.cost),
            PurchaseOrderLine.vendor_item_number != ItemVendor.vendor_item_number,
            PurchaseOrderLine.pack_quantity != ItemVendor.pack_quantity,
        ),
    )
    .order_by(PurchaseOrderLine.position)
)
_ALLOCATED: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Allocation.purchase_order_line_id,
        Allocation.backorder_id,
        Backorder.number,
        Backorder.customer_id,
        Customer.name,
        Customer.phone,
        Allocation.quantity,
        Backorder.outstanding,
    )
    .join(PurchaseOrderLine, PurchaseOrderLine.id == Allocation.purchase_order_line_id)
    .join(Backorder, Backorder.id == Allocation.backorder_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(PurchaseOrderLine.purchase_order_id == sa.bindparam("order"))
    .order_by(*PLACE)
)
_ON_ORDER: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        PurchaseOrder.id,
        PurchaseOrder.number,
        PurchaseOrder.status,
        PurchaseOrder.vendor_id,
        Vendor.name,
        PurchaseOrder.processed_at,
        PurchaseOrder.expected_on,
        PurchaseOrderLine.id,
        sa.type_coerce(ORDERED, _QUANTITY),
        PurchaseOrderLine.still_open,
        sa.type_coerce(
            sa.select(sa.func.coalesce(sa.func.sum(Allocation.quantity), sa.literal(0, sa.BigInteger())))
            .where(Allocation.purchase_order_line_id == PurchaseOrderLine.id)
            .scalar_subquery(),
            _QUANTITY,
        ),
        PENDING,
    )
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .join(Vendor, Vendor.id == PurchaseOrder.vendor_id)
    .where(
        PurchaseOrderLine.item_id == sa.bindparam("item"),
        PurchaseOrderLine.still_open > NO_UNITS,
        PurchaseOrder.status.in_(sa.bindparam("statuses", expanding=True)),
    )
    .order_by(PurchaseOrder.expected_on.is_(None), PurchaseOrder.expected_on, PurchaseOrder.id)
)
EXPECTED = (
    sa.select(sa.func.min(PurchaseOrder.expected_on))
    .join(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == PurchaseOrder.id)
    .join(Allocation, Allocation.purchase_order_line_id == PurchaseOrderLine.id)
    .where(Allocation.backorder_id == Backorder.id, PurchaseOrder.status == OrderStatus.PROCESSED)
    .correlate(Backorder)
    .scalar_subquery()
)
"""When the first goods of posted orders are expected, as a column of a statement about backorders."""
_FOR_BACKORDER: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        PurchaseOrder.id,
        PurchaseOrder.number,
        PurchaseOrder.status,
        PurchaseOrder.vendor_id,
        Vendor.name,
        PurchaseOrder.expected_on,
        PurchaseOrderLine.id,
        PurchaseOrderLine.still_open,
        Allocation.quantity,
    )
    .join(PurchaseOrderLine, PurchaseOrderLine.id == Allocation.purchase_order_line_id)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .join(Vendor, Vendor.id == PurchaseOrder.vendor_id)
    .where(Allocation.backorder_id == sa.bindparam("backorder"))
    .order_by(PurchaseOrder.expected_on.is_(None), PurchaseOrder.expected_on, PurchaseOrder.id)
)


def rows(
    connection: sa.Connection, *statuses: OrderStatus, vendor_id: int | None = None, limit: int = 500
) -> tuple[PurchaseOrderRow, ...]:
    """List orders of some statuses, the newest first."""
    tests: list[sa.ColumnElement[bool]] = [PurchaseOrder.status.in_([str(status) for status in statuses])]
    if vendor_id is not None:
        tests.append(PurchaseOrder.vendor_id == vendor_id)
    read: sa.Select[*tuple[Any, ...]] = (
        sa.select(
            PurchaseOrder.id,
            PurchaseOrder.number,
            PurchaseOrder.status,
            PurchaseOrder.vendor_id,
            Vendor.name,
            PurchaseOrder.created_at,
            PurchaseOrder.processed_at,
            PurchaseOrder.expected_on,
            _sums.c.lines,
            _sums.c.ordered,
            _sums.c.still_open,
        )
        .join(Vendor, Vendor.id == PurchaseOrder.vendor_id)
        .join(_sums, _sums.c.purchase_order_id == PurchaseOrder.id)
        .where(*tests)
        .order_by(PurchaseOrder.id.desc())
        .limit(limit)
    )
    return tuple(PurchaseOrderRow(row[0], row[1], OrderStatus(row[2]), *row[3:]) for row in connection.execute(read))


def typed(connection: sa.Connection, purchase_order_id: int) -> tuple[str, ...]:
    """List the items of an order whose number or cost is another than its vendor's, for somebody typed it."""
    return tuple(connection.scalars(_TYPED, {"order": purchase_order_id}))


def details(connection: sa.Connection, purchase_order_id: int) -> PurchaseOrderDetails | None:
    """Read an order with its lines and their allocations, or None when there is none."""
    of_order = {"order": purchase_order_id}
    header = connection.execute(_HEADER, of_order).one_or_none()
    if header is None:
        return None
    allocations: dict[int, list[AllocatedBackorder]] = {}
    for line_id, *row in connection.execute(_ALLOCATED, of_order):
        allocations.setdefault(line_id, []).append(AllocatedBackorder(*row))
    content: dict[str, Any] = dict(header._mapping)  # noqa: SLF001 - SQLAlchemy's public name
    content["status"] = OrderStatus(header.status)
    lines = tuple(
        PurchaseOrderLineRow(**line._mapping, allocations=tuple(allocations.get(line.id, ())))  # noqa: SLF001 - as above
        for line in connection.execute(_LINES, of_order)
    )
    return PurchaseOrderDetails(**content, lines=lines)


def working_of_vendor(connection: sa.Connection, vendor_id: int) -> tuple[PurchaseOrderRow, ...]:
    """List a vendor's working orders, so that nobody starts a second one by accident."""
    return rows(connection, OrderStatus.WORKING, vendor_id=vendor_id)


def on_order(connection: sa.Connection, item_id: int, *, working: bool = False) -> tuple[OnOrderRow, ...]:
    """List the documents behind an item's On Order, the earliest expected first; they sum to it.

    Args:
        connection: Where to read.
        item_id: The item.
        working: Whether to list working orders too, which On Order does not count.
    """
    statuses = [str(OrderStatus.PROCESSED)] + ([str(OrderStatus.WORKING)] if working else [])
    found = connection.execute(_ON_ORDER, {"item": item_id, "statuses": statuses})
    return tuple(OnOrderRow(row[0], row[1], OrderStatus(row[2]), *row[3:]) for row in found)


def next_free(connection: sa.Connection, item_id: int) -> date | None:
    """Tell when goods of an item are expected that somebody may still wait for; None when no posted order says."""
    days = (row.expected_on for row in on_order(connection, item_id) if row.free > 0)
    return min((day for day in days if day is not None), default=None)


def under_way(connection: sa.Connection, item_id: int) -> tuple[OnOrderRow, ...]:
    """List the posted orders with goods of an item that nobody waits for, the earliest expected first."""
    sent = OrderStatus.PROCESSED
    rows = [row for row in on_order(connection, item_id) if row.status is sent and row.free > 0]
    return tuple(sorted(rows, key=lambda row: (row.expected_on is None, row.expected_on or date.min, row.line_id)))


def for_backorder(connection: sa.Connection, backorder_id: int) -> tuple[OnPurchaseOrder, ...]:
    """List the orders with goods allocated to a backorder, the earliest expected first."""
    found = connection.execute(_FOR_BACKORDER, {"backorder": backorder_id})
    return tuple(OnPurchaseOrder(row[0], row[1], OrderStatus(row[2]), *row[3:]) for row in found)
