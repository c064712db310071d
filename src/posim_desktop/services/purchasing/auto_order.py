"""Putting on an order what Auto Order proposed. Serves the guide's page on Auto Order."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Cell, Field, refuse
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why
from posim_desktop.queries.purchasing import auto_order
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.purchasing import lines as order_lines
from posim_desktop.services.records import backorder_rows, item_cards, order_rows, stock
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class ToOrder:
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
    session: Session, stamp: Stamp, *, purchase_order_id: int | None, vendor_id: int, quantities: tuple[ToOrder, ...]
) -> Done:
    """Order what was proposed, on a working order or on a new one, and allocate it to the oldest backorders first.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: The vendor's working order, or None for a new one.
        vendor_id: The vendor.
        quantities: Items and quantities.

    Raises:
        RefusedError: Names ``vendor``, or the item's cell ``Cell("quantity", item)``; nothing to order.
    """
    require_permission(session, stamp, Permission.WRITE_ORDERS)
    wanted: dict[int, Decimal] = {}
    seen: dict[int, Decimal] = {}
    for each in quantities:
        if each.quantity == 0:
            continue
        wanted[each.item_id] = wanted.get(each.item_id, NO_UNITS) + each.quantity
        if each.already_on_order is not None:
            seen[each.item_id] = each.already_on_order
    if not wanted:
        raise refuse(Why.NOTHING_TO_ORDER, Field("quantity"))
    order = order_lines.working_order(session, stamp, purchase_order_id, vendor_id)
    _require_as_seen(session, vendor_id, wanted, seen)
    order_lines.raise_lines(session, order.id, item_cards.bought_items(session, wanted, vendor_id), wanted, named=True)
    needs = allocations.needs(session, backorder_rows.owed_on_order(order.id))
    touched = allocations.allocate_order(session, stamp, order.id, needs)
    order_rows.write(session, order.id)
    return Done(order.id, frozenset(allocations.changed(order.id, touched)))


def _require_as_seen(session: Session, vendor_id: int, item_ids: Iterable[int], seen: dict[int, Decimal]) -> None:
    """Lock the items and see that they are the vendor's and that nobody ordered them meanwhile."""
    locked = stock.lock(session, item_ids)
    _none, working = auto_order.being_ordered(session.connection(), None)
    for item in locked.values():
        if item.preferred_vendor_id != vendor_id:
            raise refuse(Why.NOT_THE_PREFERRED_VENDOR, Cell("quantity", item.id), item=item.code)
        coming = item.on_order + working.get(item.id, NO_UNITS)
        if coming != seen.get(item.id, coming):
            raise refuse(
                Why.ORDERED_MEANWHILE,
                Cell("quantity", item.id),
                coming=coming,
                item=item.code,
                seen=seen[item.id],
            )
