"""Putting on an order what Auto Order proposed. Serves the guide's page on Auto Order."""

from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.quantity import NONE, plain
from posim_desktop.orm import Backorder, Item, PurchaseOrderLine
from posim_desktop.orm.base import table_of
from posim_desktop.queries.purchasing import auto_order
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.purchasing import lines as order_lines
from posim_desktop.services.purchasing.lines import chunks, touch
from posim_desktop.services.transaction import Stamp

_items = table_of(Item)
_backorders = table_of(Backorder)
_lines = table_of(PurchaseOrderLine)
_LOCK_ITEMS = (
    sa.select(_items.c.id, _items.c.code, _items.c.on_order, _items.c.preferred_vendor_id)
    .where(_items.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_items.c.id)
    .with_for_update()
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much of an item to order.

    Attributes:
        item_id: An item that prefers the vendor.
        quantity: As proposed or as the person changed it; 0 orders nothing.
        already_on_order: What the proposal counted as coming (``row.proposal.already_on_order``): when it is another
            by now, somebody else ordered meanwhile. None does not ask.
    """

    item_id: int
    quantity: Decimal
    already_on_order: Decimal | None = None


def apply(
    session: Session, stamp: Stamp, *, purchase_order_id: int | None, vendor_id: int, quantities: tuple[Wanted, ...]
) -> Done:
    """Order what was proposed, on a working order or on a new one, and mean it for the oldest backorders first.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: The vendor's working order, or None for a new one.
        vendor_id: The vendor.
        quantities: Items and quantities.

    Raises:
        RefusedError: Names ``vendor``, or the item's cell ``"quantity:<item>"``; nothing to order.
    """
    wanted: dict[int, Decimal] = {}
    seen: dict[int, Decimal] = {}
    for each in quantities:
        if each.quantity == 0:
            continue
        wanted[each.item_id] = wanted.get(each.item_id, NONE) + each.quantity
        if each.already_on_order is not None:
            seen[each.item_id] = each.already_on_order
    if not wanted:
        raise refuse("There is nothing to order.", "quantity")
    order_id = order_lines.working_order(session, stamp, purchase_order_id, vendor_id)
    _require_as_seen(session, vendor_id, sorted(wanted), seen)
    order_lines.raise_lines(session, order_id, order_lines.item_cards(session, wanted), wanted, named=True)
    on_order = sa.select(_lines.c.item_id).where(_lines.c.purchase_order_id == order_id)
    claims = allocations.claims(session, _backorders.c.item_id.in_(on_order))
    lines = [line for line in order_lines.lines_of(session, order_id) if line.item_id in claims]
    touched = allocations.plan(session, allocations.free_goods(session, lines), claims)
    touch(session, order_id)
    return Done(order_id, frozenset(allocations.changed(order_id, touched)))


def _require_as_seen(session: Session, vendor_id: int, item_ids: list[int], seen: dict[int, Decimal]) -> None:
    """Lock the items and see that they are the vendor's and that nobody ordered them meanwhile."""
    locked = [
        row for chunk in chunks(item_ids) for row in session.connection().execute(_LOCK_ITEMS, {"ids": chunk}).all()
    ]
    _none, working = auto_order.being_ordered(session.connection(), None)
    for item in locked:
        if item.preferred_vendor_id != vendor_id:
            raise refuse(f"{item.code} is not bought from this vendor by preference.", f"quantity:{item.id}")
        coming = item.on_order + working.get(item.id, NONE)
        if coming != seen.get(item.id, coming):
            message = f"{plain(coming)} of {item.code} is on order by now, not {plain(seen[item.id])}. Propose again."
            raise refuse(message, f"quantity:{item.id}")
