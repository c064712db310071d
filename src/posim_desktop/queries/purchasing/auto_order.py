"""What Auto Order would order from a vendor, and why. Serves the guide's page on Auto Order."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain.purchasing.orders import ItemNeed, OrderStatus, Proposal, auto_order, end_of_day
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import Backorder, Customer, Item, PurchaseOrder, PurchaseOrderLine
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
        item: Its code.
        description: What it is.
        vendor_item_number: The vendor's number for it.
        cost: Unit cost, four places.
        need: The figures looked at.
        proposal: How the quantity comes about.
        on_this_order: Part of what is already ordered: on the working order that Auto Order was pressed on.
        on_other_working: Part of what is already ordered: on other working orders, of any vendor.
        old: Backorders past the preference's age, the oldest first.
    """

    item_id: int
    item: str
    description: str
    vendor_item_number: str
    cost: Decimal
    need: ItemNeed
    proposal: Proposal
    on_this_order: Decimal
    on_other_working: Decimal
    old: tuple[OldBackorder, ...]


_of_vendor = (Item.preferred_vendor_id == sa.bindparam("vendor")) & ~Item.archived & Item.stocked
_ITEMS = (
    sa.select(
        Item.id,
        Item.code,
        Item.description,
        Item.vendor_item_number,
        Item.cost,
        Item.on_hand,
        Item.committed,
        Item.on_order,
        Item.max_stock,
        Item.min_stock,
        Item.pack_quantity,
    )
    .where(_of_vendor)
    .order_by(Item.code, Item.id)
)
_OWED = (
    sa.select(Backorder.item_id, sa.func.sum(Backorder.outstanding))
    .join(Item, Item.id == Backorder.item_id)
    .where(_of_vendor, Backorder.outstanding > NO_UNITS, Backorder.question == "")
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
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(
        _of_vendor,
        Backorder.outstanding > NO_UNITS,
        Backorder.question == "",
        Backorder.created_at < sa.bindparam("before"),
    )
    .order_by(*PLACE)
)


def proposal(
    connection: sa.Connection,
    vendor_id: int,
    purchase_order_id: int | None,
    today: date,
    old_after_days: int,
    also: frozenset[int] = frozenset(),
) -> tuple[AutoOrderRow, ...]:
    """Work out what to order of every item that prefers a vendor; archived items are left out.

    Only items come back that need goods, or that customers wait for.

    Args:
        connection: Where to read.
        vendor_id: The vendor.
        purchase_order_id: The working order that Auto Order was pressed on, or None.
        today: The store's date.
        old_after_days: From how many days on a backorder is flagged.
        also: Items that come back even when they need nothing any more, for somebody is looking at them.
    """
    chosen = {"vendor": vendor_id}
    owed = dict(connection.execute(_OWED, chosen).all())
    here, elsewhere = being_ordered(connection, purchase_order_id)
    old = _old(connection, vendor_id, today, old_after_days)
    rows = []
    for item in connection.execute(_ITEMS, chosen).all():
        on_this_order, on_other_working = here.get(item.id, NO_UNITS), elsewhere.get(item.id, NO_UNITS)
        need = ItemNeed(
            available=item.on_hand - item.committed,
            on_order=item.on_order,
            outstanding=owed.get(item.id, NO_UNITS),
            max_stock=item.max_stock,
            min_stock=item.min_stock,
            pack=item.pack_quantity,
            being_ordered=on_this_order + on_other_working,
        )
        proposed = auto_order(need)
        if proposed.order > 0 or need.outstanding > 0 or item.id in also:
            rows.append(
                AutoOrderRow(
                    item_id=item.id,
                    item=item.code,
                    description=item.description,
                    vendor_item_number=item.vendor_item_number,
                    cost=item.cost,
                    need=need,
                    proposal=proposed,
                    on_this_order=on_this_order,
                    on_other_working=on_other_working,
                    old=tuple(old.get(item.id, ())),
                )
            )
    return tuple(rows)


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


def _old(connection: sa.Connection, vendor_id: int, today: date, old_after_days: int) -> dict[int, list[OldBackorder]]:
    zone = ZoneInfo(preferences.load(connection).time_zone)
    before = end_of_day(today - timedelta(days=old_after_days), zone)
    old: dict[int, list[OldBackorder]] = {}
    for row in connection.execute(_OLD, {"vendor": vendor_id, "before": before}).all():
        age_days = (today - row.created_at.astimezone(zone).date()).days
        flagged = OldBackorder(row.id, row.number, row.customer_id, row.name, row.outstanding, age_days)
        old.setdefault(row.item_id, []).append(flagged)
    return old
