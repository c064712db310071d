"""Posting a purchase order, and giving up what never comes. Serves the guide's page on purchase orders."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.purchasing import orders as rules
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NONE
from posim_desktop.orm import Item, PurchaseOrderLine
from posim_desktop.orm.base import table_of
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.counters import take_numbers
from posim_desktop.services.purchasing import allocations as plans
from posim_desktop.services.purchasing import lines as order_lines
from posim_desktop.services.purchasing.allocations import Allocations
from posim_desktop.services.purchasing.lines import named
from posim_desktop.services.transaction import Stamp

_items = table_of(Item)
_lines = table_of(PurchaseOrderLine)
_of_order = _lines.c.purchase_order_id == sa.bindparam("order")
_ADD_ON_ORDER = (
    sa.update(_items)
    .where(_items.c.id.in_(sa.select(_lines.c.item_id).where(_of_order)))
    .values(
        on_order=_items.c.on_order
        + sa.select(sa.func.sum(_lines.c.still_open))
        .where(_of_order, _lines.c.item_id == _items.c.id)
        .scalar_subquery()
    )
)
_LESS_ON_ORDER = (
    sa.update(_items)
    .where(_items.c.id == sa.bindparam("item"))
    .values(on_order=_items.c.on_order - sa.bindparam("less", type_=_items.c.on_order.type))
)
_CLOSE_LINE = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(closed_short=sa.bindparam("given_up", type_=_lines.c.closed_short.type), still_open=NONE)
)


def post(
    session: Session,
    stamp: Stamp,
    *,
    purchase_order_id: int,
    allocations: Allocations = (),
    expected_version: int | None = None,
) -> Done:
    """Post a working order: number it, put its goods on order, and keep for whom they are meant.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: A working order.
        allocations: Line, backorder, quantity; they replace what the working order proposed.
        expected_version: The order's version that the person saw; None does not ask.

    Raises:
        RefusedError: Not postable (``"vendor"``, ``"item"``), changed meanwhile (``"version"``), or names the cell
            ``"allocation:<line>:<backorder>"``.
    """
    order = order_lines.lock_order(session, purchase_order_id)
    lines = order_lines.lines_of(session, purchase_order_id)
    require(rules.post_refusal(OrderStatus(order.status), has_vendor=True, lines=len(lines)))
    require(rules.stale_refusal(expected_version, order.version))
    order_lines.require_vendor(session, order.vendor_id)
    items, lines = plans.lock_goods(session, purchase_order_id)
    touched = plans.replace(session, purchase_order_id, lines, allocations)
    session.connection().execute(_ADD_ON_ORDER, {"order": purchase_order_id})
    number = take_numbers(session, "purchase_order")
    finished = {"status": str(OrderStatus.PROCESSED), "number": number, "processed_at": stamp.at}
    order_lines.touch(session, purchase_order_id, **finished)
    after = {"number": number, "lines": len(lines)} | plans.written(allocations)
    append(session, stamp, [Entry("post purchase order", Record.PURCHASE_ORDER, purchase_order_id, after=after)])
    touched |= {backorder_id for _line, backorder_id, quantity in allocations if quantity}
    changes = plans.changed(purchase_order_id, touched) | named(Record.ITEM, (item.id for item in items))
    return Done(purchase_order_id, frozenset(changes))


def close_short(session: Session, stamp: Stamp, *, line_id: int) -> Done:
    """Give up what is still to come on a line; whom it was meant for is told by ``queries.allocations.shrunk``.

    An order with nothing open any more is closed. ``record_id`` is the order.

    Raises:
        RefusedError: Not a processed order, or nothing of the line is open.
    """
    order_id = session.scalar(sa.select(_lines.c.purchase_order_id).where(_lines.c.id == line_id))
    if order_id is None:
        raise refuse("This line is not on any purchase order.")
    order = order_lines.lock_order(session, order_id)
    item_id = session.execute(sa.select(_lines.c.item_id).where(_lines.c.id == line_id)).scalar_one()
    session.execute(sa.select(_items.c.id).where(_items.c.id == item_id).with_for_update())
    line = session.execute(sa.select(_lines).where(_lines.c.id == line_id).with_for_update()).one()
    require(rules.close_short_refusal(OrderStatus(order.status), line.still_open))
    given_up = line.quantity - line.received
    session.connection().execute(_CLOSE_LINE, {"line": line_id, "given_up": given_up})
    session.connection().execute(_LESS_ON_ORDER, {"item": item_id, "less": line.still_open})
    shrunk = plans.trim_lines(session, {line_id: NONE})
    still_open = sa.exists().where(_lines.c.purchase_order_id == order_id, _lines.c.still_open > NONE)
    if session.scalar(sa.select(still_open)):
        order_lines.touch(session, order_id)
    else:
        order_lines.touch(session, order_id, status=str(OrderStatus.CLOSED))
    before, after = {"line": line_id, "open": line.still_open}, {"line": line_id, "closed_short": given_up}
    closed = Entry("close short", Record.PURCHASE_ORDER, order_id, before=before, after=after)
    append(session, stamp, [closed, *plans.trimmed(shrunk, "close short")])
    own = {Change(Record.PURCHASE_ORDER, order_id), Change(Record.ITEM, item_id)}
    return Done(order_id, frozenset(own | plans.changed_by(shrunk)))
