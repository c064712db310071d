"""What Auto Order would order from a vendor, and why. Serves the guide's page on Auto Order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain.purchasing.orders import ItemNeed, OrderStatus, Proposal, auto_order, end_of_day
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import Backorder, Customer, Item, ItemVendor, PurchaseOrder, PurchaseOrderLine, Vendor
from posim_desktop.queries.place import PLACE
from posim_desktop.queries.shop import preferences


@dataclass(frozen=True, slots=True)
class OldBackorder:
    """A backorder that has been open for long; unless it is filled or canceled, every order counts it again."""

    id: int
    number: int
    customer_id: int
    customer: str
    outstanding: Decimal
    age_days: int


@dataclass(frozen=True, slots=True)
class AutoOrderRow:
    """One item of the vendor: what it needs and what would be ordered, in its units.

    Attributes:
        item_id: The item.
        vendor_id: Its preferred vendor.
        vendor: The vendor's name.
        item: Its code.
        description: What it is.
        vendor_item_number: The vendor's number for it.
        cost: What a unit costs there, four places.
        need: The figures looked at.
        proposal: How the quantity comes about.
        on_this_order: Part of what is already ordered: on the working order that Auto Order was pressed on.
        on_other_working: Part of what is already ordered: on other working orders, of any vendor.
        old: Backorders past the preference's age, the oldest first.
    """

    item_id: int
    vendor_id: int
    vendor: str
    item: str
    description: str
    vendor_item_number: str
    cost: Decimal
    need: ItemNeed
    proposal: Proposal
    on_this_order: Decimal
    on_other_working: Decimal
    old: tuple[OldBackorder, ...]


_bought = Item.preferred_vendor_id.is_not(None) & ~Item.archived & Item.stocked
_of_vendor = (Item.preferred_vendor_id == sa.bindparam("vendor")) & _bought
_of_all = _bought & ~Vendor.archived
_owed_items = sa.select(Backorder.item_id).where(Backorder.outstanding > NO_UNITS, Backorder.question == "")
_table = Item.__table__.c
# All that may need goods, and some that do not: what is being ordered, packs and Min Stock are looked at after.
_may_need = sa.or_(_table.max_stock > _table.on_hand - _table.committed + _table.on_order, Item.id.in_(_owed_items))
_ITEMS: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Item.id,
        Item.code,
        Item.description,
        Item.vendor_item_number,
        sa.func.coalesce(ItemVendor.cost, Item.cost).label("cost"),
        Item.on_hand,
        Item.committed,
        Item.on_order,
        Item.max_stock,
        Item.min_stock,
        Item.pack_quantity,
        ItemVendor.minimum_quantity,
        Vendor.id.label("vendor_id"),
        Vendor.name.label("vendor"),
    )
    .join(Vendor, Vendor.id == Item.preferred_vendor_id)
    .outerjoin(ItemVendor, (ItemVendor.item_id == Item.id) & (ItemVendor.vendor_id == Item.preferred_vendor_id))
)
_OWED = (
    sa.select(Backorder.item_id, sa.func.sum(Backorder.outstanding))
    .join(Item, Item.id == Backorder.item_id)
    .join(Vendor, Vendor.id == Item.preferred_vendor_id)
    .where(Backorder.outstanding > NO_UNITS, Backorder.question == "")
    .group_by(Backorder.item_id)
)
# From the working orders, which are few, to the items; the other way every line that was ever ordered is read.
_BEING_ORDERED = (
    sa.select(PurchaseOrderLine.item_id, PurchaseOrderLine.purchase_order_id, PurchaseOrderLine.still_open)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .where(PurchaseOrder.status == str(OrderStatus.WORKING))
)
_OLD: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Backorder.item_id,
        Backorder.id,
        Backorder.number,
        Backorder.customer_id,
        Customer.name,
        Backorder.outstanding,
        Backorder.created_at,
    )
    .join(Item, Item.id == Backorder.item_id)
    .join(Vendor, Vendor.id == Item.preferred_vendor_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(
        Backorder.outstanding > NO_UNITS,
        Backorder.question == "",
        Backorder.created_at < sa.bindparam("before"),
    )
    .order_by(*PLACE)
)


def proposal(
    connection: sa.Connection,
    vendor_id: int | None,
    purchase_order_id: int | None,
    today: date,
    old_after_days: int,
    also: frozenset[int] = frozenset(),
) -> tuple[AutoOrderRow, ...]:
    """Work out what to order of every item that prefers a vendor; archived items are left out.

    Only items come back that need goods, or that customers wait for.

    Args:
        connection: Where to read.
        vendor_id: The vendor; None for all who are not archived, then the items of one stand together.
        purchase_order_id: The working order that Auto Order was pressed on, or None.
        today: The store's date.
        old_after_days: From how many days on a backorder is flagged.
        also: Items that come back even when they need nothing any more, for somebody is looking at them.
    """
    old = _old(connection, vendor_id, today, old_after_days)
    rows = _rows(connection, vendor_id, purchase_order_id, old, all_items=bool(also))
    return tuple(row for row in rows if row.proposal.order > 0 or row.need.outstanding > 0 or row.item_id in also)


def proposed(connection: sa.Connection, vendor_id: int) -> dict[int, Decimal]:
    """Work out how much to order of a vendor's items; those of which nothing is needed may be missing."""
    return {row.item_id: row.proposal.order for row in _rows(connection, vendor_id, None, {}, all_items=False)}


def _rows(
    connection: sa.Connection,
    vendor_id: int | None,
    purchase_order_id: int | None,
    old: Mapping[int, list[OldBackorder]],
    *,
    all_items: bool,
) -> Iterator[AutoOrderRow]:
    chosen = {} if vendor_id is None else {"vendor": vendor_id}
    whose = _of_all if vendor_id is None else _of_vendor
    owed = dict(connection.execute(_OWED.where(whose), chosen).all())
    here, elsewhere = being_ordered(connection, purchase_order_id)
    items = _ITEMS.where(whose) if all_items else _ITEMS.where(whose, _may_need)
    in_order = (Vendor.name, Vendor.id, Item.code, Item.id) if vendor_id is None else (Item.code, Item.id)
    for item in connection.execute(items.order_by(*in_order), chosen):
        on_this_order, on_other_working = here.get(item.id, NO_UNITS), elsewhere.get(item.id, NO_UNITS)
        need = ItemNeed(
            available=item.on_hand - item.committed,
            on_order=item.on_order,
            outstanding=owed.get(item.id, NO_UNITS),
            max_stock=item.max_stock,
            min_stock=item.min_stock,
            pack=item.pack_quantity,
            being_ordered=on_this_order + on_other_working,
            minimum=item.minimum_quantity or NO_UNITS,
        )
        yield AutoOrderRow(
            item_id=item.id,
            vendor_id=item.vendor_id,
            vendor=item.vendor,
            item=item.code,
            description=item.description,
            vendor_item_number=item.vendor_item_number,
            cost=item.cost,
            need=need,
            proposal=auto_order(need),
            on_this_order=on_this_order,
            on_other_working=on_other_working,
            old=tuple(old.get(item.id, ())),
        )


def being_ordered(
    connection: sa.Connection, purchase_order_id: int | None
) -> tuple[dict[int, Decimal], dict[int, Decimal]]:
    """Sum what working orders hold by item: on one order, and on all the others."""
    here: dict[int, Decimal] = {}
    elsewhere: dict[int, Decimal] = {}
    for item_id, order_id, quantity in connection.execute(_BEING_ORDERED).all():
        sums = here if order_id == purchase_order_id else elsewhere
        sums[item_id] = sums.get(item_id, NO_UNITS) + quantity
    return here, elsewhere


def _old(
    connection: sa.Connection, vendor_id: int | None, today: date, old_after_days: int
) -> dict[int, list[OldBackorder]]:
    zone = ZoneInfo(preferences.load(connection).time_zone)
    before = end_of_day(today - timedelta(days=old_after_days), zone)
    old: dict[int, list[OldBackorder]] = {}
    whose = _of_all if vendor_id is None else _of_vendor
    chosen = {} if vendor_id is None else {"vendor": vendor_id}
    for row in connection.execute(_OLD.where(whose), chosen | {"before": before}).all():
        age_days = (today - row.created_at.astimezone(zone).date()).days
        flagged = OldBackorder(row.id, row.number, row.customer_id, row.name, row.outstanding, age_days)
        old.setdefault(row.item_id, []).append(flagged)
    return old
