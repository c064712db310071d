"""Posting a purchase order, and closing lines short. Serves the guide's page on purchase orders."""

from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, each_of
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing import orders as order_rules
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.purchasing import usual_days
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.purchasing import allocations as allocation_verbs
from posim_desktop.services.purchasing.allocations import Allocations
from posim_desktop.services.records import allocation_rows, freed_rows, order_rows, partners, stock
from posim_desktop.services.records.order_rows import StoredOrder
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.session import Session, Stamp


def post(
    session: Session,
    stamp: Stamp,
    *,
    purchase_order_id: int,
    allocations: Allocations = (),
    expected_version: int | None = None,
) -> Done:
    """Post a working order: number it, put its goods on order, and keep to whom they are allocated.

    An order without an expected day is expected when the last of its goods usually come from its vendor.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: A working order.
        allocations: Line, backorder, quantity; they replace what the working order proposed.
        expected_version: The order's version that the person saw; None does not ask.

    Raises:
        RefusedError: Not postable (``"vendor"``, ``"item"``), changed meanwhile (``"version"``), or names the cell
            ``Cell("allocation", line, backorder)``.
    """
    require_permission(session, stamp, Permission.POST_ORDERS)
    order = order_rows.lock(session, purchase_order_id)
    lines = order_rows.lines_of(session, purchase_order_id)
    require(order_rules.post_refusal(order.status, has_vendor=True, lines=len(lines)))
    require(order_rules.stale_refusal(expected_version, order.version))
    partners.require_vendors(session, [order.vendor_id], "vendor")
    items = stock.lock_of_order(session, purchase_order_id)
    lines = order_rows.lock_lines(session, purchase_order_id)
    touched = allocation_verbs.replace(session, stamp, None, order.id, lines, allocations)
    allocation_rows.begin_history(session, stamp, order.id)
    stock.add_on_order(session, purchase_order_id)
    number = take_numbers(session, "purchase_order")
    expected_on = order.expected_on or _usual_day(session, stamp, order)
    order_rows.step(
        session, order, OrderStatus.PROCESSED, number=number, processed_at=stamp.at, expected_on=expected_on
    )
    after = {"number": number, "lines": len(lines)} | allocation_verbs.written(allocations)
    append(
        session,
        stamp,
        [AuditEntry(AuditAction.POST_PURCHASE_ORDER, Record.PURCHASE_ORDER, purchase_order_id, after=after)],
    )
    touched |= {backorder_id for _line, backorder_id, quantity in allocations if quantity}
    changes = allocation_verbs.changed(purchase_order_id, touched) | each_of(Record.ITEM, items)
    return Done(purchase_order_id, frozenset(changes))


def _usual_day(session: Session, stamp: Stamp, order: StoredOrder) -> date | None:
    """Work out when an order of today usually comes; None when no card of its goods says."""
    days = usual_days.of_order(session.connection(), order.id)
    if days is None:
        return None
    zone = ZoneInfo(preferences.load(session.connection()).time_zone)
    return stamp.at.astimezone(zone).date() + timedelta(days=days)


def post_as_written(
    session: Session, stamp: Stamp, *, purchase_order_id: int, expected_version: int | None = None
) -> Done:
    """Post a working order with the allocations that are on it, as one of several that were looked over together.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: A working order.
        expected_version: The order's version that the person saw; None does not ask.

    Raises:
        RefusedError: As :func:`post`.
    """
    require_permission(session, stamp, Permission.POST_ORDERS)
    order_rows.lock(session, purchase_order_id)
    rows = allocation_rows.of_order(session, purchase_order_id)
    return post(
        session,
        stamp,
        purchase_order_id=purchase_order_id,
        allocations=tuple((row.line_id, row.backorder_id, row.quantity) for row in rows),
        expected_version=expected_version,
    )


def close_short(session: Session, stamp: Stamp, *, line_id: int, quantity: Decimal | None = None) -> Done:
    """Close a line short, or so many units of it; ``queries.allocations.shrunk`` tells who lost goods.

    An order with nothing open any more is closed. ``record_id`` is the order.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        line_id: The line.
        quantity: How many units will not come; None for all that is open.

    Raises:
        RefusedError: Not a processed order, nothing of the line is open, or (field ``"quantity"``) not so much.
    """
    require_permission(session, stamp, Permission.POST_ORDERS)
    found = order_rows.order_of_line(session, line_id)
    if found is None:
        raise refuse(Why.LINE_OF_NO_ORDER)
    order_id, item_id = found
    order = order_rows.lock(session, order_id)
    stock.lock(session, [item_id])
    line = order_rows.lock_line(session, line_id)
    require(order_rules.close_short_refusal(order.status, line.still_open, quantity))
    given_up = line.still_open if quantity is None else quantity
    left = line.still_open - given_up
    order_rows.close_line(session, line_id, line.closed_short + given_up, left)
    stock.move(session, on_order={item_id: -given_up})
    shrunk = allocation_verbs.trim_lines(session, stamp, AllocationKind.CLOSED_SHORT, {line_id: left})
    if left == 0:
        freed_rows.end_requests(session, stamp, [line_id])
    if order_rows.is_open(session, order_id):
        order_rows.write(session, order_id)
    else:
        order_rows.step(session, order, OrderStatus.CLOSED)
    before, after = {"line": line_id, "open": line.still_open}, {"line": line_id, "closed_short": given_up}
    closed = AuditEntry(AuditAction.CLOSE_SHORT, Record.PURCHASE_ORDER, order_id, before=before, after=after)
    append(session, stamp, [closed])
    own = {Change(Record.PURCHASE_ORDER, order_id), Change(Record.ITEM, item_id)}
    return Done(order_id, frozenset(own | allocation_verbs.changed_by(shrunk)))
