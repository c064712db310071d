"""Deciding about goods of a sent order whose customers canceled: dropped by the vendor, for the shelf, for the next.

Serves the guide's page on purchase orders.
"""

from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing import allocation as allocation_rules
from posim_desktop.domain.purchasing import freed_goods as rules
from posim_desktop.domain.purchasing import orders as order_rules
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.changes import ChangeRow, OrderChangeKind
from posim_desktop.domain.purchasing.freed_goods import FreedFigures, FreedKind
from posim_desktop.domain.quantity import NO_UNITS, SMALLEST
from posim_desktop.domain.why import Why
from posim_desktop.queries.purchasing.freed_goods import figures as freed_figures
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.purchasing import allocations, changes
from posim_desktop.services.records import allocation_rows, backorder_rows, freed_rows, order_rows, stock
from posim_desktop.services.records.allocation_rows import NewAllocation
from posim_desktop.services.records.order_rows import StoredOrder, StoredOrderLine
from posim_desktop.services.session import Session, Stamp

NextOnes = tuple[tuple[int, Decimal], ...]
"""Backorder, quantity."""


def ask_to_drop(session: Session, stamp: Stamp, *, line_id: int, quantity: Decimal, note: str = "") -> Done:
    """Write down that the vendor was asked to drop goods that are nobody's; until the answer they are for nobody.

    Raises:
        RefusedError: Names ``quantity`` or ``note``, or the order was not sent.
    """
    words = text.clean(note, field="note", limit=text.REASON, label=text.Label.NOTE)
    order, line, _figures = _lock(session, stamp, line_id, quantity)
    freed_rows.insert(session, stamp, FreedKind.ASKED, {line_id: quantity.quantize(SMALLEST)}, note=words)
    return _decided(session, stamp, order, line, FreedKind.ASKED, quantity)


def keep_for_shelf(session: Session, stamp: Stamp, *, line_id: int, quantity: Decimal) -> Done:
    """Decide that goods that are nobody's come for the shelf.

    Raises:
        RefusedError: Names ``quantity``, or the order was not sent.
    """
    order, line, figures = _lock(session, stamp, line_id, quantity)
    settled = rules.kept_for_shelf(quantity, figures).quantize(SMALLEST)
    freed_rows.insert(session, stamp, FreedKind.SHELF, {line_id: settled})
    return _decided(session, stamp, order, line, FreedKind.SHELF, quantity)


def give_next(session: Session, stamp: Stamp, *, line_id: int, quantity: Decimal, seen: NextOnes) -> Done:
    """Allocate goods that are nobody's to the next backorders by place, of which each gets what it still needs.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        line_id: The order line.
        quantity: How many units; as many of them as somebody needs are allocated.
        seen: Who gets how many, as the person saw it.

    Raises:
        RefusedError: Names ``quantity``: nobody waits, or others are next by now; or the order was not sent.
    """
    order, line, _figures = _lock(session, stamp, line_id, quantity)
    needs = allocations.needs(session, backorder_rows.owed_on_order(order.id)).get(line.item_id, [])
    given = allocation_rules.propose(quantity, needs)
    if not given:
        raise refuse(Why.NOBODY_IS_NEXT, Field("quantity"))
    if dict(seen) != given:
        raise refuse(Why.OTHERS_ARE_NEXT, Field("quantity"))
    existing = {row.backorder_id: row for row in allocation_rows.of_lines(session, [line_id])}
    raised = {existing[each]: existing[each].quantity + more for each, more in given.items() if each in existing}
    new = {NewAllocation(order.id, line_id, each): more for each, more in given.items() if each not in existing}
    allocation_rows.write(session, stamp, AllocationKind.CHANGED, raised)
    allocation_rows.insert(session, stamp, AllocationKind.CHANGED, new)
    total = sum(given.values(), NO_UNITS)
    freed_rows.insert(session, stamp, FreedKind.NEXT, {line_id: total})
    done = _decided(session, stamp, order, line, FreedKind.NEXT, total)
    return Done(order.id, done.changes | allocations.changed(order.id, given))


def answer(
    session: Session, stamp: Stamp, *, request_id: int, agreed: Decimal, reason: str, withdrawn: bool = False
) -> Done:
    """Write down what the vendor said: what they drop makes the line smaller by a change, the rest comes.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        request_id: What the vendor was asked.
        agreed: How many units the vendor drops; 0 when everything comes.
        reason: Why the order gets smaller.
        withdrawn: Whether the shop took the request back; nothing is dropped then.

    Raises:
        RefusedError: Names ``quantity`` or ``reason``, or the request was answered before.
    """
    require_permission(session, stamp, Permission.POST_ORDERS)
    why = text.clean(reason, field="reason", limit=text.NOTE, label=text.Label.REASON, blank=False)
    request = freed_rows.request(session, request_id)
    if request is None:
        raise refuse(Why.REQUEST_ANSWERED)
    order, line = _lock_line(session, request.line_id, request_id)
    figures = freed_figures(session.connection(), order.id)[line.id]
    units = NO_UNITS if withdrawn else agreed
    asked = min(request.quantity, figures.asked)
    require(rules.answer_refusal(units, asked))
    kind = FreedKind.WITHDRAWN if withdrawn else FreedKind.AGREED if units > 0 else FreedKind.REFUSED
    freed_rows.insert(session, stamp, kind, {line.id: units.quantize(SMALLEST)}, request_id=request_id)
    others: set[Change] = set()
    if units > 0:
        row = ChangeRow(OrderChangeKind.LESS, line.id, -units.quantize(SMALLEST))
        applied = changes.apply(session, stamp, order, order_rows.lines_of(session, order.id), [row], why)
        others = allocations.changed_by(applied.shrunk) | {Change(Record.ITEM, line.item_id)}
    done = _decided(session, stamp, order, line, kind, units)
    return Done(order.id, done.changes | others)


def _lock(
    session: Session, stamp: Stamp, line_id: int, quantity: Decimal
) -> tuple[StoredOrder, StoredOrderLine, FreedFigures]:
    """Lock a line of a sent order and see that so much of it is nobody's."""
    require_permission(session, stamp, Permission.POST_ORDERS)
    order, line = _lock_line(session, line_id)
    figures = freed_figures(session.connection(), order.id)[line_id]
    require(rules.decide_refusal(quantity, figures))
    return order, line, figures


def _lock_line(session: Session, line_id: int, request_id: int | None = None) -> tuple[StoredOrder, StoredOrderLine]:
    """Lock a line of a sent order; a request for it that was answered, or ended with its order, meanwhile says so."""
    found = order_rows.order_of_line(session, line_id)
    if found is None:
        raise refuse(Why.LINE_OF_NO_ORDER)
    order_id, item_id = found
    order = order_rows.lock(session, order_id)
    request = None if request_id is None else freed_rows.request(session, request_id)
    require(rules.answered_refusal(answered=request is not None and request.answered))
    require(order_rules.allocate_refusal(order.status))
    stock.lock(session, [item_id])
    lines = {line.id: line for line in order_rows.lock_lines(session, order_id)}
    return order, lines[line_id]


def _decided(
    session: Session, stamp: Stamp, order: StoredOrder, line: StoredOrderLine, kind: FreedKind, quantity: Decimal
) -> Done:
    if kind is not FreedKind.AGREED:  # the change writes the order itself
        order_rows.write(session, order.id)
    after = {"line": line.id, "item_id": line.item_id, "freed": str(kind), "quantity": quantity}
    append(session, stamp, [AuditEntry(AuditAction.DECIDE_FREED_GOODS, Record.PURCHASE_ORDER, order.id, after=after)])
    return Done(order.id, frozenset({Change(Record.PURCHASE_ORDER, order.id)}))
