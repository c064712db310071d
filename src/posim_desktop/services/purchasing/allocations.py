"""Allocations: which backorders an order's goods are for. They set nothing aside and move no stock figure.

Serves the guide's page on the Purchase Order Backorder Allocation screen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.backorders.questions import goods_refusal
from posim_desktop.domain.changes import Change, Done, Record, each_of
from posim_desktop.domain.errors import Cell, RefusedError, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing import allocation as allocation_rules
from posim_desktop.domain.purchasing import orders as purchasing
from posim_desktop.domain.purchasing.allocation import Allocated, AllocationKind, Need
from posim_desktop.domain.purchasing.freed_goods import FreedFigures, FreedKind
from posim_desktop.domain.quantity import NO_UNITS, SMALLEST
from posim_desktop.domain.why import Why
from posim_desktop.queries.purchasing.freed_goods import figures as freed_figures
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import allocation_rows, backorder_rows, freed_rows, order_rows, stock
from posim_desktop.services.records.allocation_rows import NewAllocation, StoredAllocation
from posim_desktop.services.records.backorder_rows import Outstanding, Owed
from posim_desktop.services.records.order_rows import StoredOrderLine
from posim_desktop.services.session import Session, Stamp

NOTHING_FREED = FreedFigures()

Allocations = tuple[tuple[int, int, Decimal], ...]
"""Purchase order line, backorder, quantity."""


@dataclass(frozen=True, slots=True)
class Goods:
    """What an order line brings of an item and is not allocated yet."""

    purchase_order_id: int
    line_id: int
    item_id: int
    free: Decimal


def change(
    session: Session,
    stamp: Stamp,
    *,
    purchase_order_id: int,
    allocations: Allocations,
    expected_version: int | None = None,
) -> Done:
    """Replace all allocations of a processed order by these; quantity 0 is none.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: A processed order.
        allocations: Line, backorder, quantity.
        expected_version: The order's version that the person saw; None does not ask.

    Raises:
        RefusedError: Names the cell ``Cell("allocation", line, backorder)``, or ``"version"`` when the order changed.
    """
    require_permission(session, stamp, Permission.POST_ORDERS)
    order = order_rows.lock(session, purchase_order_id)
    require(purchasing.allocate_refusal(order.status))
    require(purchasing.stale_refusal(expected_version, order.version))
    stock.lock_of_order(session, purchase_order_id)
    lines = order_rows.lock_lines(session, purchase_order_id)
    touched = replace(session, stamp, AllocationKind.CHANGED, order.id, lines, allocations)
    if touched:
        order_rows.write(session, purchase_order_id)
        entry = AuditEntry(
            AuditAction.CHANGE_ALLOCATIONS, Record.PURCHASE_ORDER, purchase_order_id, after=written(allocations)
        )
        append(session, stamp, [entry])
    return Done(purchase_order_id, frozenset(changed(purchase_order_id, touched)))


def replace(
    session: Session,
    stamp: Stamp,
    kind: AllocationKind | None,
    purchase_order_id: int,
    lines: Sequence[StoredOrderLine],
    allocations: Allocations,
) -> set[int]:
    """Make these the allocations of a locked order; what stays keeps its age. Return the backorders it touches.

    Args:
        session: The transaction.
        stamp: When and by whom.
        kind: CHANGED; None on a working order, which has no history yet.
        purchase_order_id: The order.
        lines: Its locked lines.
        allocations: Line, backorder, quantity; 0 is none.

    Raises:
        RefusedError: Names the cell ``Cell("allocation", line, backorder)``.
    """
    wanted = _by_line(lines, allocations)
    existing = allocation_rows.of_order(session, purchase_order_id)
    backorders = backorder_rows.lock_outstanding(
        session, {each[1] for each in allocations} | {row.backorder_id for row in existing}
    )
    # A transaction that waited for the locks sees the result of the one before.
    existing = allocation_rows.of_order(session, purchase_order_id)
    unallocated = _unallocated(session, purchase_order_id, backorders)
    before = freed_figures(session.connection(), purchase_order_id) if kind is not None else {}
    lines = [_without_asked(line, before.get(line.id, NOTHING_FREED)) for line in lines]
    _require_allocations(lines, wanted, backorders, unallocated)
    new = {
        NewAllocation(purchase_order_id, line, backorder): quantity
        for line, backorder, quantity in allocations
        if quantity > 0
    }
    decided = {
        row: new.pop(NewAllocation(purchase_order_id, row.line_id, row.backorder_id), NO_UNITS) for row in existing
    }
    changed = {row: quantity for row, quantity in decided.items() if quantity != row.quantity}
    allocation_rows.write(session, stamp, kind, changed)
    allocation_rows.insert(session, stamp, kind, new)
    if kind is not None:
        _decide_freed(session, stamp, before, changed, new)
    return {row.backorder_id for row in changed} | {allocated.backorder_id for allocated in new}


def needs(session: Session, chosen: Owed) -> dict[int, list[Need]]:
    """Lock the outstanding backorders that a condition chooses; group by item, oldest first.

    Each need is what is outstanding and not allocated on any order yet.
    """
    rows = backorder_rows.lock_owed(session, chosen)
    allocated = allocation_rows.allocated(session, chosen)
    found: dict[int, list[Need]] = {}
    for row in rows:
        left = row.outstanding - allocated.get(row.id, NO_UNITS)
        if left > 0:
            found.setdefault(row.item_id, []).append(Need(row.id, left))
    return found


def allocate_order(
    session: Session, stamp: Stamp, purchase_order_id: int, needs: Mapping[int, Sequence[Need]]
) -> set[int]:
    """Allocate what a locked working order brings beyond its allocations to needs; return the backorders."""
    lines = [line for line in order_rows.lines_of(session, purchase_order_id) if line.item_id in needs]
    return allocate(session, stamp, _free_goods(session, lines), needs)


def _free_goods(session: Session, lines: Sequence[StoredOrderLine]) -> list[Goods]:
    """Work out what lines bring beyond their allocations."""
    allocated: dict[int, Decimal] = {}
    for row in allocation_rows.of_lines(session, (line.id for line in lines)):
        allocated[row.line_id] = allocated.get(row.line_id, NO_UNITS) + row.quantity
    return [
        Goods(line.purchase_order_id, line.id, line.item_id, line.still_open - allocated.get(line.id, NO_UNITS))
        for line in lines
    ]


def allocate(session: Session, stamp: Stamp, goods: Iterable[Goods], needs: Mapping[int, Sequence[Need]]) -> set[int]:
    """Allocate free goods to needs, oldest first, and return the backorders; an item is on one of the lines only."""
    proposed: dict[NewAllocation, Decimal] = {}
    for each in goods:
        for backorder_id, quantity in allocation_rules.propose(each.free, needs.get(each.item_id, ())).items():
            proposed[NewAllocation(each.purchase_order_id, each.line_id, backorder_id)] = quantity
    raised: dict[StoredAllocation, Decimal] = {}
    touched = {allocated.backorder_id for allocated in proposed}
    for row in allocation_rows.of_lines(session, {allocated.line_id for allocated in proposed}):
        more = proposed.pop(NewAllocation(row.purchase_order_id, row.line_id, row.backorder_id), None)
        if more is not None:
            raised[row] = row.quantity + more
    allocation_rows.write(session, stamp, None, raised)
    allocation_rows.insert(session, stamp, None, proposed)
    return touched


def trim_backorders(
    session: Session, stamp: Stamp, why: AllocationKind, outstanding: Mapping[int, Decimal]
) -> list[StoredAllocation]:
    """Shrink the allocations to backorders to what they still need, the newest first (P2).

    Args:
        session: The transaction; it holds the backorders' locks.
        stamp: When and by whom.
        why: What made them need less.
        outstanding: What is outstanding by now, by backorder id.

    Returns:
        What shrank, as it was.
    """
    rows = allocation_rows.of_backorders(session, outstanding)
    return _trim(session, stamp, why, {row: row.backorder_id for row in rows}, outstanding)


def trim_lines(
    session: Session, stamp: Stamp, why: AllocationKind | None, still_open: Mapping[int, Decimal]
) -> list[StoredAllocation]:
    """Shrink the allocations of lines to what is still open on them, the newest first (P1).

    Args:
        session: The transaction; it holds the locks of the lines, or of their working order.
        stamp: When and by whom.
        why: What left less to come; None on a working order, which has no history yet.
        still_open: What is open by now, by line id.

    Returns:
        What shrank, as it was.
    """
    found = allocation_rows.of_lines(session, still_open)
    if not found:
        return []
    backorder_rows.lock_outstanding(session, {row.backorder_id for row in found})
    rows = allocation_rows.of_lines(session, still_open)
    return _trim(session, stamp, why, {row: row.line_id for row in rows}, still_open)


def changed(purchase_order_id: int, backorder_ids: Iterable[int]) -> set[Change]:
    """Name an order and the backorders that its allocations touch."""
    return {Change(Record.PURCHASE_ORDER, purchase_order_id)} | each_of(Record.BACKORDER, backorder_ids)


def changed_by(shrunk: Sequence[StoredAllocation]) -> set[Change]:
    """Name the orders and backorders whose allocations shrank."""
    orders = each_of(Record.PURCHASE_ORDER, {each.purchase_order_id for each in shrunk})
    return orders | each_of(Record.BACKORDER, {each.backorder_id for each in shrunk})


def take_nobodys(
    session: Session, stamp: Stamp, before: Mapping[int, FreedFigures], more: Mapping[int, Decimal]
) -> None:
    """Let what is allocated in addition be of the goods that are nobody's first: they are for somebody now.

    Args:
        session: The transaction; it holds the locks of the orders.
        stamp: When and by whom.
        before: What was free of the lines before.
        more: By how much more is allocated, by line.
    """
    taken = {line_id: min(units, before[line_id].undecided) for line_id, units in more.items()}
    given = {line_id: units.quantize(SMALLEST) for line_id, units in taken.items() if units > 0}
    freed_rows.insert(session, stamp, FreedKind.NEXT, given)


def written(allocations: Allocations) -> dict[str, object]:
    """Write allocations down for the audit."""
    return {"allocations": [[line, backorder, str(quantity)] for line, backorder, quantity in allocations if quantity]}


def _cell(line_id: int, backorder_id: int) -> Cell:
    return Cell("allocation", line_id, backorder_id)


def _by_line(lines: Sequence[StoredOrderLine], allocations: Allocations) -> dict[int, dict[int, Decimal]]:
    wanted: dict[int, dict[int, Decimal]] = {}
    known = {line.id for line in lines}
    for line_id, backorder_id, quantity in allocations:
        if line_id not in known:
            raise refuse(Why.LINE_OF_ANOTHER_ORDER, _cell(line_id, backorder_id))
        of_line = wanted.setdefault(line_id, {})
        if backorder_id in of_line:
            raise refuse(Why.BACKORDER_GIVEN_TWICE, _cell(line_id, backorder_id))
        of_line[backorder_id] = quantity
    return wanted


def _unallocated(session: Session, purchase_order_id: int, backorders: Mapping[int, Outstanding]) -> dict[int, Decimal]:
    """Work out what locked backorders need beyond what other orders have allocated to them."""
    unallocated = {row.id: row.outstanding for row in backorders.values() if row.outstanding > 0}
    elsewhere = allocation_rows.allocated_elsewhere(session, unallocated, purchase_order_id)
    return {each: outstanding - elsewhere.get(each, NO_UNITS) for each, outstanding in unallocated.items()}


def _require_allocations(
    lines: Sequence[StoredOrderLine],
    wanted: Mapping[int, Mapping[int, Decimal]],
    backorders: Mapping[int, Outstanding],
    unallocated: dict[int, Decimal],
) -> None:
    for line in lines:
        given = wanted.get(line.id, {})
        of_item = {
            backorder_id: unallocated[backorder_id]
            for backorder_id in given
            if backorder_id in unallocated and backorders[backorder_id].item_id == line.item_id
        }
        _require_no_question(line.id, given, backorders)
        wrong = allocation_rules.allocation_refusal(given, still_open=line.still_open, unallocated=of_item)
        if wrong is not None:
            backorder_id, refusal = wrong
            raise RefusedError(refusal.at(_cell(line.id, backorder_id)))
        for backorder_id, quantity in given.items():
            unallocated[backorder_id] -= quantity


def _require_no_question(line_id: int, given: Mapping[int, Decimal], backorders: Mapping[int, Outstanding]) -> None:
    for backorder_id, quantity in given.items():
        refusal = goods_refusal(backorders[backorder_id].question) if backorder_id in backorders else None
        if refusal is not None and quantity > 0:
            raise RefusedError(refusal.at(_cell(line_id, backorder_id)))


def _without_asked(line: StoredOrderLine, figures: FreedFigures) -> StoredOrderLine:
    """Take off a line what the vendor was asked to drop: it is for nobody until the answer is there."""
    return line._replace(still_open=line.still_open - figures.asked)


def _decide_freed(
    session: Session,
    stamp: Stamp,
    before: Mapping[int, FreedFigures],
    changed: Mapping[StoredAllocation, Decimal],
    new: Mapping[NewAllocation, Decimal],
) -> None:
    """Write down who takes goods that are nobody's by allocations that changed."""
    more: dict[int, Decimal] = {}
    for row, quantity in changed.items():
        more[row.line_id] = more.get(row.line_id, NO_UNITS) + quantity - row.quantity
    for each, quantity in new.items():
        more[each.line_id] = more.get(each.line_id, NO_UNITS) + quantity
    take_nobodys(session, stamp, before, more)


def _trim(
    session: Session,
    stamp: Stamp,
    why: AllocationKind | None,
    groups: Mapping[StoredAllocation, int],
    limits: Mapping[int, Decimal],
) -> list[StoredAllocation]:
    """Shrink groups of allocations to their limits."""
    grouped: dict[int, list[StoredAllocation]] = {}
    for row, group in groups.items():
        grouped.setdefault(group, []).append(row)
    stored = {row.id: row for row in groups}
    smaller = {
        stored[allocation.age]: allocation.quantity
        for group, members in grouped.items()
        for allocation in allocation_rules.trim(
            [Allocated(row.line_id, row.backorder_id, row.quantity, row.id) for row in members],
            limits[group],
        )
    }
    allocation_rows.write(session, stamp, why, smaller)
    return list(smaller)
