"""Auto Backorder PO: a working order to each vendor for what customers wait for. Serves the guide's page on it."""

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Done, Record, each_of
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.purchasing import allocations, buying
from posim_desktop.services.purchasing import lines as order_lines
from posim_desktop.services.records import backorder_rows, order_rows, partners, stock
from posim_desktop.services.session import Session, Stamp

if TYPE_CHECKING:
    from decimal import Decimal


def create(session: Session, stamp: Stamp, *, before: datetime, vendor_ids: tuple[int, ...]) -> Done:
    """Write a working order to each vendor for what of backorders is not allocated on any order.

    What is on the shelf, and what open orders bring for nobody in particular, is not bought again: the oldest are
    filled from the one, and ``queries.auto_backorder_po.offers`` lists the other.
    A second call adds nothing. Call it for a few vendors at a time when a person is watching the progress: each call is
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
    shelf = stock.lock_owed(session, vendor_ids, before)
    partners.require_vendors(session, vendor_ids, "vendors")
    chosen = backorder_rows.owed_before(before, backorder_rows.owed_by_vendors(vendor_ids))
    needs = {item_id: queue for item_id, queue in allocations.needs(session, chosen).items() if item_id in shelf}
    bought = buying.to_buy(session, needs, shelf, None)
    if not bought.quantities:
        return Done(0, frozenset())
    by_vendor: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for item_id, quantity in bought.quantities.items():
        vendor_id = shelf[item_id].preferred_vendor_id
        if vendor_id is not None:
            by_vendor[vendor_id][item_id] = quantity
    orders = order_lines.open_orders(session, stamp, *(each for each in vendor_ids if each in by_vendor))
    order_lines.write_lines(
        session, bought.cards, {order_id: by_vendor[vendor_id] for vendor_id, order_id in orders.items()}
    )
    lines = order_rows.open_lines(session, orders.values())
    goods = [allocations.Goods(line.purchase_order_id, line.id, line.item_id, line.still_open) for line in lines]
    touched = allocations.allocate(session, stamp, goods, bought.needs)
    entries = [
        AuditEntry(
            AuditAction.AUTO_BACKORDER_PO, Record.PURCHASE_ORDER, order_id, after={"items": len(by_vendor[vendor_id])}
        )
        for vendor_id, order_id in orders.items()
    ]
    append(session, stamp, entries)
    changes = each_of(Record.PURCHASE_ORDER, orders.values()) | each_of(Record.BACKORDER, touched)
    return Done(min(orders.values()), frozenset(changes))
