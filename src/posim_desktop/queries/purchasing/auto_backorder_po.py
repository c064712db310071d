"""What Auto Backorder PO would buy, from whom, and what it cannot buy. Serves the guide's page on Auto Backorder PO."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.purchasing.orders import OrderStatus, for_backorders
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import (
    Allocation,
    Backorder,
    Item,
    ItemVendor,
    PurchaseOrder,
    PurchaseOrderLine,
    Vendor,
)
from posim_desktop.queries.purchasing.freed_goods import PENDING


@dataclass(frozen=True, slots=True)
class VendorCount:
    """What waits to be ordered from a vendor.

    Attributes:
        vendor_id: The vendor.
        code: Its code.
        name: Its name.
        backorders: How many backorders have goods on no order yet.
        items: Of how many items.
        unallocated: How many units that is.
        on_shelf: How many of these are in stock and not set aside; they can be filled now.
        free: How many of the others open orders bring already for nobody in particular; they are offered to allocate.
            What a vendor was asked to drop is not among them, nor is it bought again until the vendor has answered.
        to_order: How many would be bought, in whole packs; 0 when allocating is enough.
    """

    vendor_id: int
    code: str
    name: str
    backorders: int
    items: int
    unallocated: Decimal
    on_shelf: Decimal
    free: Decimal
    to_order: Decimal


class Obstacle(StrEnum):
    """Why an item cannot be ordered for the customers who wait."""

    NO_VENDOR = "no preferred vendor"
    VENDOR_ARCHIVED = "preferred vendor archived"
    ITEM_ARCHIVED = "item archived"


@dataclass(frozen=True, slots=True)
class StrandedItem:
    """An item that customers wait for that has no usable vendor; ``version`` is its card's, for fixing it."""

    item_id: int
    version: int
    item: str
    description: str
    obstacle: Obstacle
    backorders: int
    unallocated: Decimal


@dataclass(frozen=True, slots=True)
class Overview:
    """Vendors with something to order by name, and items nobody can be asked for by code.

    ``need_information`` counts the backorders that are left out until their customers have answered a question.
    """

    vendors: tuple[VendorCount, ...]
    stranded: tuple[StrandedItem, ...]
    need_information: int = 0

    @property
    def on_shelf(self) -> Decimal:
        """How many of the units that customers wait for are in stock and can be filled now."""
        return sum((vendor.on_shelf for vendor in self.vendors), NO_UNITS)


@dataclass(frozen=True, slots=True)
class Offer:
    """Goods on an open order that are unallocated, while customers wait for the item."""

    purchase_order_id: int
    number: int | None
    status: OrderStatus
    vendor: str
    line_id: int
    item_id: int
    item: str
    description: str
    free: Decimal
    unallocated: Decimal


OPEN_ORDERS = (str(OrderStatus.WORKING), str(OrderStatus.PROCESSED))

_allocated = (
    sa.select(Allocation.backorder_id, sa.func.sum(Allocation.quantity).label("quantity"))
    .group_by(Allocation.backorder_id)
    .subquery("allocated")
)
_left = Backorder.outstanding - sa.func.coalesce(_allocated.c.quantity, sa.literal(0, sa.BigInteger()))
_UNALLOCATED = (
    sa.select(
        Backorder.item_id,
        sa.func.count().label("backorders"),
        sa.type_coerce(sa.func.sum(_left), Backorder.__table__.c.outstanding.type).label("unallocated"),
    )
    .outerjoin(_allocated, _allocated.c.backorder_id == Backorder.id)
    .where(
        Backorder.outstanding > NO_UNITS,
        Backorder.question == "",
        Backorder.created_at < sa.bindparam("before"),
        sa.type_coerce(_left, sa.BigInteger()) > 0,
    )
    .group_by(Backorder.item_id)
)
_NEED_INFORMATION = (
    sa.select(sa.func.count())
    .select_from(Backorder)
    .where(Backorder.question != "", Backorder.outstanding > NO_UNITS, Backorder.created_at < sa.bindparam("before"))
)
_waiting = _UNALLOCATED.subquery("waiting")
_OVERVIEW: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Item.id,
        Item.version,
        Item.code,
        Item.description,
        Item.archived,
        Item.pack_quantity,
        Item.on_hand,
        Item.committed,
        ItemVendor.minimum_quantity,
        Vendor.id.label("vendor_id"),
        Vendor.code.label("vendor_code"),
        Vendor.name.label("vendor_name"),
        Vendor.archived.label("vendor_archived"),
        _waiting.c.backorders,
        _waiting.c.unallocated,
    )
    .join(_waiting, _waiting.c.item_id == Item.id)
    .outerjoin(Vendor, Vendor.id == Item.preferred_vendor_id)
    .outerjoin(ItemVendor, (ItemVendor.item_id == Item.id) & (ItemVendor.vendor_id == Item.preferred_vendor_id))
    .order_by(Item.code, Item.id)
)
_of_line = (
    sa.select(Allocation.purchase_order_line_id, sa.func.sum(Allocation.quantity).label("quantity"))
    .group_by(Allocation.purchase_order_line_id)
    .subquery("of_line")
)
# Start from the open orders, which are few; starting from the lines would read every line ever ordered.
_FREE: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        PurchaseOrder.id.label("purchase_order_id"),
        PurchaseOrder.number,
        PurchaseOrder.status,
        PurchaseOrder.vendor_id,
        PurchaseOrderLine.id.label("line_id"),
        PurchaseOrderLine.item_id,
        PurchaseOrderLine.still_open,
        sa.type_coerce(_of_line.c.quantity, PurchaseOrderLine.__table__.c.still_open.type).label("allocated"),
        PENDING.label("asked"),
    )
    .join(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == PurchaseOrder.id)
    .outerjoin(_of_line, _of_line.c.purchase_order_line_id == PurchaseOrderLine.id)
    .where(PurchaseOrder.status.in_(OPEN_ORDERS), PurchaseOrderLine.still_open > NO_UNITS)
    .order_by(PurchaseOrder.id, PurchaseOrderLine.position)
)


def overview(connection: sa.Connection, before: datetime) -> Overview:
    """Count what customers wait for that is not allocated on any order, by vendor.

    Args:
        connection: Where to read.
        before: Backorders dated earlier than this moment count; see :func:`domain.purchasing.end_of_day`.
    """
    free, offered = _free(connection)
    vendors: dict[int, list[sa.Row[Any]]] = {}
    stranded = []
    for row in connection.execute(_OVERVIEW, {"before": before}):
        obstacle = _obstacle(row)
        if obstacle is None:
            vendors.setdefault(row.vendor_id, []).append(row)
        else:
            card = (row.id, row.version, row.code, row.description)
            stranded.append(StrandedItem(*card, obstacle, row.backorders, row.unallocated))
    counts = sorted(
        (_count(rows, free, offered) for rows in vendors.values()), key=lambda each: (each.name, each.vendor_id)
    )
    left_out = connection.scalar(_NEED_INFORMATION, {"before": before}) or 0
    return Overview(tuple(counts), tuple(stranded), left_out)


def offers(connection: sa.Connection, before: datetime, vendor_ids: tuple[int, ...] | None = None) -> tuple[Offer, ...]:
    """List goods on open orders that are free for backorders with goods on no order; oldest orders first.

    Args:
        connection: Where to read.
        before: Backorders dated earlier than this moment count.
        vendor_ids: Only items that prefer one of these vendors; None for all items.
    """
    items = {
        row.id: row
        for row in connection.execute(_OVERVIEW, {"before": before})
        if vendor_ids is None or row.vendor_id in vendor_ids
    }
    names = dict(connection.execute(sa.select(Vendor.id, Vendor.name)).all())
    found = []
    for row in connection.execute(_FREE):
        item = items.get(row.item_id)
        free = row.still_open - (row.allocated or NO_UNITS) - row.asked
        if item is not None and free > 0:
            order = (row.purchase_order_id, row.number, OrderStatus(row.status), names[row.vendor_id], row.line_id)
            found.append(Offer(*order, item.id, item.code, item.description, free, item.unallocated))
    return tuple(found)


def free_by_item(connection: sa.Connection, besides: int | None = None) -> dict[int, Decimal]:
    """Sum what open orders, working and processed, one perhaps left out, bring for nobody in particular.

    What a vendor was asked to drop counts as coming until the answer, so nothing is bought in its place.
    """
    return _free(connection, besides)[0]


def _free(connection: sa.Connection, besides: int | None = None) -> tuple[dict[int, Decimal], dict[int, Decimal]]:
    """Sum by item what open orders bring for nobody in particular, and what of it can be allocated to somebody."""
    free: dict[int, Decimal] = {}
    offered: dict[int, Decimal] = {}
    for row in connection.execute(_FREE):
        if row.purchase_order_id == besides:
            continue
        left = row.still_open - (row.allocated or NO_UNITS)
        free[row.item_id] = free.get(row.item_id, NO_UNITS) + left
        offered[row.item_id] = offered.get(row.item_id, NO_UNITS) + left - row.asked
    return free, offered


def _count(rows: list[sa.Row[Any]], free: dict[int, Decimal], offered: dict[int, Decimal]) -> VendorCount:
    first = rows[0]
    there, coming, to_order = NO_UNITS, NO_UNITS, NO_UNITS
    for row in rows:
        available = row.on_hand - row.committed
        on_shelf = min(row.unallocated, max(NO_UNITS, available))
        unallocated_goods = free.get(row.id, NO_UNITS)
        there += on_shelf
        coming += min(row.unallocated - on_shelf, max(NO_UNITS, offered.get(row.id, NO_UNITS)))
        to_order += for_backorders(
            row.unallocated,
            on_shelf=available,
            free=unallocated_goods,
            pack=row.pack_quantity,
            minimum=row.minimum_quantity or NO_UNITS,
        )
    return VendorCount(
        vendor_id=first.vendor_id,
        code=first.vendor_code,
        name=first.vendor_name,
        backorders=sum(row.backorders for row in rows),
        items=len(rows),
        unallocated=sum((row.unallocated for row in rows), NO_UNITS),
        on_shelf=there,
        free=coming,
        to_order=to_order,
    )


def _obstacle(row: sa.Row[Any]) -> Obstacle | None:
    if row.archived:
        return Obstacle.ITEM_ARCHIVED
    if row.vendor_id is None:
        return Obstacle.NO_VENDOR
    return Obstacle.VENDOR_ARCHIVED if row.vendor_archived else None
