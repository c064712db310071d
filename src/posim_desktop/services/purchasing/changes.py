"""How an order changes that the vendor has already: lines smaller, larger or added, other costs, another day.

What was ordered at first is never rewritten. Serves the guide's page on purchase orders.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, each_of
from posim_desktop.domain.errors import Cell, Field, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing import changes as change_rules
from posim_desktop.domain.purchasing import orders as order_rules
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.changes import ChangeRow, LineChange, LineStanding, OrderChangeKind
from posim_desktop.domain.purchasing.orders import OrderStatus, open_quantity
from posim_desktop.domain.quantity import NO_UNITS, SMALLEST
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.purchasing.lines import NewOrderLine, add_to_sent
from posim_desktop.services.records import freed_rows, item_cards, order_change_rows, order_rows, partners, stock
from posim_desktop.services.records.allocation_rows import StoredAllocation
from posim_desktop.services.records.order_rows import StoredOrder, StoredOrderLine
from posim_desktop.services.session import Session, Stamp


class Applied(NamedTuple):
    """What a change did: the number of its sheet, what the allocations that shrank were, and which items moved."""

    sheet: int
    shrunk: list[StoredAllocation]
    items: set[int]


def change(
    session: Session,
    stamp: Stamp,
    *,
    purchase_order_id: int,
    reason: str,
    lines: tuple[LineChange, ...] = (),
    added: tuple[NewOrderLine, ...] = (),
    expected_version: int | None = None,
) -> Done:
    """Change a sent order: one sheet for the vendor, with a row for each thing that changes.

    A smaller line shrinks the newest allocations that no longer fit, ``queries.allocations.shrunk`` tells whose. Once
    nothing is open any more the order is closed, and once something is open again it is processed again.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: A processed or closed order.
        reason: Why; printed for nobody, kept with the change.
        lines: What is ordered of lines from now on, and at what cost.
        added: Items to order in addition; the line of an item that is ordered already gets larger.
        expected_version: The order's version that the person saw; None does not ask.

    Raises:
        RefusedError: Names ``reason``, ``item`` or ``quantity``, a cell ``Cell("ordered", line)`` or
            ``Cell("cost", line)``, or ``"version"``; nothing is changed, or the order was not sent.
    """
    require_permission(session, stamp, Permission.POST_ORDERS)
    if any(cost is not None for cost in (*(each.cost for each in lines), *(each.cost for each in added))):
        require_permission(session, stamp, Permission.SEE_COSTS, Field("cost"))
    words = text.clean(reason, field="reason", limit=text.NOTE, label=text.Label.REASON, blank=False)
    order = order_rows.lock(session, purchase_order_id)
    require(change_rules.change_refusal(order.status))
    require(order_rules.stale_refusal(expected_version, order.version))
    changes, new = _merged(order_rows.lines_of(session, order.id), lines, added)
    cards = item_cards.bought_items(session, (each.item_id for each in new), order.vendor_id)
    standing = {line.id: line for line in order_rows.lines_of(session, order.id)}
    goods = stock.lock(session, [*(standing[each.line_id].item_id for each in changes), *cards])
    standing = {line.id: line for line in order_rows.lock_lines(session, order.id)}
    for each in changes:
        line = standing[each.line_id]
        require(change_rules.line_change_refusal(each, standing_of(line), goods[line.item_id].smallest_cut))
    rows = change_rules.rows_of(changes, {line_id: standing_of(line) for line_id, line in standing.items()})
    if new:
        ids = add_to_sent(session, order.id, list(standing.values()), cards, new)
        rows += [ChangeRow(OrderChangeKind.ADDED, ids[each.item_id], each.quantity.quantize(SMALLEST)) for each in new]
    if any(row.quantity > 0 for row in rows):
        partners.require_vendors(session, [order.vendor_id], "vendor")
    applied = apply(session, stamp, order, order_rows.lines_of(session, order.id), rows, words)
    own = {Change(Record.PURCHASE_ORDER, order.id)} | each_of(Record.ITEM, applied.items)
    return Done(order.id, frozenset(own | allocations.changed_by(applied.shrunk)))


def expect(session: Session, stamp: Stamp, order: StoredOrder, expected_on: date | None, reason: str) -> None:
    """Write down that a locked, sent order is expected on another day; the same day is no change."""
    if expected_on != order.expected_on:
        row = ChangeRow(OrderChangeKind.EXPECTED, None, expected=(order.expected_on, expected_on))
        order_change_rows.insert(session, stamp, order.id, None, [row], reason)


def apply(
    session: Session,
    stamp: Stamp,
    order: StoredOrder,
    lines: Sequence[StoredOrderLine],
    rows: Sequence[ChangeRow],
    reason: str,
) -> Applied:
    """Write rows of a change and what they come to: lines, On Order, allocations, status, audit.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        order: The locked order.
        lines: All its lines, locked, with the lines that the rows add; the items of changed ones are locked, too.
        rows: What changes.
        reason: Why, cleaned.

    Raises:
        RefusedError: Nothing changes.
    """
    if not rows:
        raise refuse(Why.NOTHING_CHANGED_ON_ORDER, Field("ordered"))
    sheet = order_change_rows.next_sheet(session, order.id)
    order_change_rows.insert(session, stamp, order.id, sheet, rows, reason)
    after = _after(lines, rows)
    written = {line_id: (line.changed, line.still_open, line.cost) for line_id, line in after.items()}
    order_rows.change_lines(session, written)
    before = {line.id: line for line in lines}
    moved = {line.item_id: line.still_open - before[line_id].still_open for line_id, line in after.items()}
    stock.move(session, on_order={item_id: more for item_id, more in moved.items() if more})
    smaller = {line_id: line.still_open for line_id, line in after.items() if moved[line.item_id] < 0}
    shrunk = allocations.trim_lines(session, stamp, AllocationKind.ORDERED_LESS, smaller) if smaller else []
    freed_rows.end_requests(session, stamp, (line_id for line_id, line in after.items() if line.still_open == 0))
    settle_status(session, order, {**before, **after}.values())
    entry = AuditEntry(
        AuditAction.CHANGE_PURCHASE_ORDER,
        Record.PURCHASE_ORDER,
        order.id,
        after={"sheet": sheet, "lines": len(after)},
        reason=reason,
    )
    append(session, stamp, [entry])
    return Applied(sheet, shrunk, set(moved))


def settle_status(session: Session, order: StoredOrder, lines: Iterable[StoredOrderLine]) -> None:
    """Close a locked, sent order on which nothing is open, or process it again; its version goes up either way."""
    to = OrderStatus.PROCESSED if any(line.still_open > 0 for line in lines) else OrderStatus.CLOSED
    if order.status is to:
        order_rows.write(session, order.id)
    else:
        order_rows.step(session, order, to)


def standing_of(line: StoredOrderLine) -> LineStanding:
    """Read what the rules of changes look at off a line."""
    return LineStanding(line.ordered, line.received + line.closed_short, line.cost)


def _after(lines: Sequence[StoredOrderLine], rows: Sequence[ChangeRow]) -> Mapping[int, StoredOrderLine]:
    """Work out lines as their rows of a change leave them."""
    after: dict[int, StoredOrderLine] = {}
    before = {line.id: line for line in lines}
    for row in rows:
        if row.line_id is None:
            continue
        line = after.get(row.line_id, before[row.line_id])
        changed = line._replace(changed=line.changed + row.quantity, cost=row.cost[1] if row.cost else line.cost)
        left = open_quantity(changed.ordered, changed.received, changed.closed_short)
        after[row.line_id] = changed._replace(still_open=left)
    return after


def _merged(
    lines: Sequence[StoredOrderLine], changes: Iterable[LineChange], added: Iterable[NewOrderLine]
) -> tuple[list[LineChange], list[NewOrderLine]]:
    """Let added items that are ordered already make their lines larger; return changes of lines, and new lines.

    Raises:
        RefusedError: A line is of another order or given twice, or a quantity cannot be added.
    """
    standing = {line.id: line for line in lines}
    of_item = {line.item_id: line for line in lines}
    merged: dict[int, LineChange] = {}
    for change in changes:
        if change.line_id not in standing:
            raise refuse(Why.LINE_OF_ANOTHER_ORDER, Cell("ordered", change.line_id))
        if change.line_id in merged:
            raise refuse(Why.LINE_GIVEN_TWICE, Cell("ordered", change.line_id))
        merged[change.line_id] = change
    new: dict[int, NewOrderLine] = {}
    for each in added:
        require(change_rules.added_refusal(each.quantity))
        line = of_item.get(each.item_id)
        if line is None:
            more = new[each.item_id].quantity if each.item_id in new else NO_UNITS
            new[each.item_id] = replace(each, quantity=more + each.quantity)
            continue
        so_far = merged.get(line.id, LineChange(line.id))
        ordered = line.ordered if so_far.ordered is None else so_far.ordered
        require(change_rules.raised_refusal(ordered, each.quantity))
        cost = so_far.cost if each.cost is None else each.cost
        merged[line.id] = LineChange(line.id, ordered + each.quantity, cost)
    return list(merged.values()), list(new.values())
