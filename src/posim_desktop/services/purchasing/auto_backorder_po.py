"""Auto Backorder PO: a working order to each vendor for what customers wait for. Serves the guide's page on it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Done, Record, each_of
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.allocation import Need
from posim_desktop.domain.purchasing.orders import for_backorders
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why
from posim_desktop.queries.purchasing import auto_backorder_po
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.purchasing import lines as order_lines
from posim_desktop.services.records import backorder_rows, item_cards, order_rows, partners, stock
from posim_desktop.services.records.item_cards import BoughtItem
from posim_desktop.services.session import Session, Stamp


def create(session: Session, stamp: Stamp, *, before: datetime, vendor_ids: tuple[int, ...]) -> Done:
    """Write a working order to each vendor for what of backorders is not allocated on any order.

    What open orders bring for nobody in particular is not bought again; ``queries.auto_backorder_po.offers`` lists it.
    A second call adds nothing. Call it for a few vendors at a time when a person is watching the progress: each call
    is
    a transaction of its own, so stopping leaves whole orders.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        before: Backorders dated earlier than this moment; see :func:`domain.purchasing.end_of_day`.
        vendor_ids: Whom to order from.

    Returns:
        The first order as ``record_id``, every order among the changes; ``record_id`` 0 when nothing had to be bought.

    Raises:
        RefusedError: At ``vendors``: none chosen, or an archived one.
    """
    require_permission(session, stamp, Permission.WRITE_ORDERS)
    if not vendor_ids:
        raise refuse(Why.NO_VENDOR_CHOSEN, Field("vendors"))
    # Locked before anything is read of them, so that nobody else buys them for the same backorders.
    vendor_of = stock.lock_owed(session, vendor_ids, before)
    partners.require_vendors(session, vendor_ids, "vendors")
    chosen = backorder_rows.owed_before(before, backorder_rows.owed_by_vendors(vendor_ids))
    needs = allocations.needs(session, chosen)
    cards = item_cards.bought_items(session, (item_id for item_id in needs if item_id in vendor_of), None)
    bought = _quantities(session, needs, cards)
    if not bought:
        return Done(0, frozenset())
    by_vendor: dict[int, dict[int, Decimal]] = {}
    for item_id, quantity in bought.items():
        by_vendor.setdefault(vendor_of[item_id], {})[item_id] = quantity
    orders = order_lines.open_orders(session, stamp, *(each for each in vendor_ids if each in by_vendor))
    order_lines.write_lines(session, cards, {order_id: by_vendor[vendor_id] for vendor_id, order_id in orders.items()})
    lines = order_rows.open_lines(session, orders.values())
    goods = [allocations.Goods(line.purchase_order_id, line.id, line.item_id, line.still_open) for line in lines]
    touched = allocations.allocate(session, stamp, goods, needs)
    entries = [
        AuditEntry(
            AuditAction.AUTO_BACKORDER_PO, Record.PURCHASE_ORDER, order_id, after={"items": len(by_vendor[vendor_id])}
        )
        for vendor_id, order_id in orders.items()
    ]
    append(session, stamp, entries)
    changes = each_of(Record.PURCHASE_ORDER, orders.values()) | each_of(Record.BACKORDER, touched)
    return Done(min(orders.values()), frozenset(changes))


def _quantities(
    session: Session, needs: Mapping[int, list[Need]], cards: Mapping[int, BoughtItem]
) -> dict[int, Decimal]:
    free = auto_backorder_po.free_by_item(session.connection())
    wanted = {
        item_id: for_backorders(
            sum((need.unallocated for need in needs[item_id]), NO_UNITS),
            free.get(item_id, NO_UNITS),
            card.pack_quantity,
        )
        for item_id, card in cards.items()
    }
    return {item_id: quantity for item_id, quantity in wanted.items() if quantity > 0}
