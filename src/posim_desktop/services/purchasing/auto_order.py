"""Putting on an order what Auto Order proposed. Serves the guide's page on Auto Order."""

from collections.abc import Iterable, Mapping
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
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class ToOrder:
    """How much of an item to order.

    Attributes:
        item_id: An item that prefers the vendor.
        quantity: As proposed or as the person changed it; 0 orders nothing.
        proposed: The quantity that was proposed (``row.proposal.order``): when it is another by now, the person sees
            the new proposal first. None does not ask.
    """

    item_id: int
    quantity: Decimal
    proposed: Decimal | None = None


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
        if each.proposed is not None:
            seen[each.item_id] = each.proposed
    if not wanted:
        raise refuse(Why.NOTHING_TO_ORDER, Field("quantity"))
    order = order_lines.working_order(session, stamp, purchase_order_id, vendor_id)
    locked = _lock_items(session, vendor_id, wanted)
    needs = allocations.needs(session, backorder_rows.owed_of_vendor_or_on_order(vendor_id, order.id))
    _require_as_seen(session, vendor_id, seen, locked)
    order_lines.raise_lines(session, order.id, item_cards.bought_items(session, wanted, vendor_id), wanted, named=True)
    touched = allocations.allocate_order(session, stamp, order.id, needs)
    order_rows.write(session, order.id)
    return Done(order.id, frozenset(allocations.changed(order.id, touched)))


def _lock_items(session: Session, vendor_id: int, item_ids: Iterable[int]) -> dict[int, ItemStock]:
    """Lock the items, which must be the vendor's, so that nobody else orders them or moves their stock."""
    locked = stock.lock(session, item_ids)
    for item in locked.values():
        if item.preferred_vendor_id != vendor_id:
            raise refuse(Why.NOT_THE_PREFERRED_VENDOR, Cell("quantity", item.id), item=item.code)
    return locked


def _require_as_seen(
    session: Session, vendor_id: int, seen: Mapping[int, Decimal], locked: Mapping[int, ItemStock]
) -> None:
    """Propose again for locked items and backorders, and see that the person saw what is proposed now."""
    now = auto_order.proposed(session.connection(), vendor_id) if seen else {}
    for item_id, quantity in sorted(seen.items()):
        if now.get(item_id, NO_UNITS) != quantity:
            raise refuse(
                Why.PROPOSAL_CHANGED,
                Cell("quantity", item_id),
                item=locked[item_id].code,
                proposed=now.get(item_id, NO_UNITS),
                seen=quantity,
            )
