"""Allocations: whom the goods of an order are meant for. Plans; they set nothing aside and move no stock figure.

Serves the guide's page on the Purchase Order Backorder Allocation screen.

Whoever writes an allocation holds the lock of its backorder, so two transactions never shrink or raise the same one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.purchasing import allocation as rules
from posim_desktop.domain.purchasing import orders as purchasing
from posim_desktop.domain.purchasing.allocation import Claim, Intent
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NONE, SMALLEST
from posim_desktop.orm import Allocation, Backorder, Item, PurchaseOrderLine
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.purchasing import lines as order_lines
from posim_desktop.services.purchasing.lines import chunks, named
from posim_desktop.services.transaction import Stamp

TRIMMED = "trim allocations"

Allocations = tuple[tuple[int, int, Decimal], ...]
"""Purchase order line, backorder, quantity."""

_allocations = table_of(Allocation)
_lines = table_of(PurchaseOrderLine)
_backorders = table_of(Backorder)
_items = table_of(Item)
_with_lines = _allocations.join(_lines, _lines.c.id == _allocations.c.purchase_order_line_id)
_INTENTS: sa.Select[*tuple[Any, ...]] = sa.select(
    _allocations.c.id,
    _allocations.c.purchase_order_line_id,
    _allocations.c.backorder_id,
    _allocations.c.quantity,
    _lines.c.purchase_order_id,
).select_from(_with_lines)
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_OF_LINES = _INTENTS.where(_allocations.c.purchase_order_line_id.in_(_IDS))
_OF_ORDER = _INTENTS.where(_lines.c.purchase_order_id == sa.bindparam("order"))
_OF_BACKORDERS = _INTENTS.where(_allocations.c.backorder_id.in_(_IDS))
_PLANNED_ELSEWHERE = (
    sa.select(_allocations.c.backorder_id, sa.func.sum(_allocations.c.quantity))
    .select_from(_with_lines)
    .where(_allocations.c.backorder_id.in_(_IDS), _lines.c.purchase_order_id != sa.bindparam("order"))
    .group_by(_allocations.c.backorder_id)
)
_LOCK_BACKORDERS: sa.Select[*tuple[Any, ...]] = (
    sa.select(_backorders.c.id, _backorders.c.item_id, _backorders.c.outstanding)
    .where(_backorders.c.id.in_(_IDS))
    .order_by(_backorders.c.id)
    .with_for_update()
)
_ITEMS_OF_ORDER: sa.Select[*tuple[Any, ...]] = (
    sa.select(_items.c.id, _items.c.code, _items.c.on_order)
    .where(_items.c.id.in_(sa.select(_lines.c.item_id).where(_lines.c.purchase_order_id == sa.bindparam("order"))))
    .order_by(_items.c.id)
    .with_for_update()
)
_LINES_OF_ORDER = (
    sa.select(_lines).where(_lines.c.purchase_order_id == sa.bindparam("order")).order_by(_lines.c.id).with_for_update()
)
_REWRITE = (
    sa.update(_allocations)
    .where(_allocations.c.id == sa.bindparam("intent"))
    .values(quantity=sa.bindparam("new_quantity", type_=_allocations.c.quantity.type))
)
_DELETE = sa.delete(_allocations).where(_allocations.c.id == sa.bindparam("intent"))


@dataclass(frozen=True, slots=True)
class Shrunk:
    """An allocation that had to become smaller; 0 when it is gone."""

    purchase_order_id: int
    line_id: int
    backorder_id: int
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Goods:
    """What an order line brings of an item and is meant for nobody yet."""

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
        RefusedError: Names the cell ``"allocation:<line>:<backorder>"``, or ``"version"`` when the order changed.
    """
    order = order_lines.lock_order(session, purchase_order_id)
    require(purchasing.allocate_refusal(OrderStatus(order.status)))
    require(purchasing.stale_refusal(expected_version, order.version))
    _items_locked, lines = lock_goods(session, purchase_order_id)
    touched = replace(session, purchase_order_id, lines, allocations)
    if touched:
        order_lines.touch(session, purchase_order_id)
        entry = Entry("change allocations", Record.PURCHASE_ORDER, purchase_order_id, after=written(allocations))
        append(session, stamp, [entry])
    return Done(purchase_order_id, frozenset(changed(purchase_order_id, touched)))


def lock_goods(session: Session, purchase_order_id: int) -> tuple[Sequence[sa.Row[Any]], Sequence[sa.Row[Any]]]:
    """Lock the items and the lines of a locked order, in this order, and read them afresh."""
    of_order = {"order": purchase_order_id}
    items = session.connection().execute(_ITEMS_OF_ORDER, of_order).all()
    return items, session.connection().execute(_LINES_OF_ORDER, of_order).all()


def lock_backorders(session: Session, backorder_ids: Iterable[int]) -> dict[int, sa.Row[Any]]:
    """Lock backorders by id and read item and outstanding."""
    return {
        row.id: row
        for chunk in chunks(sorted(set(backorder_ids)))
        for row in session.connection().execute(_LOCK_BACKORDERS, {"ids": chunk}).all()
    }


def replace(
    session: Session, purchase_order_id: int, lines: Sequence[sa.Row[Any]], allocations: Allocations
) -> set[int]:
    """Make these the allocations of a locked order; what stays keeps its age. Return the backorders it touches.

    Raises:
        RefusedError: Names the cell ``"allocation:<line>:<backorder>"``.
    """
    wanted = _by_line(lines, allocations)
    existing = session.connection().execute(_OF_ORDER, {"order": purchase_order_id}).all()
    backorders = lock_backorders(session, {each[1] for each in allocations} | {row.backorder_id for row in existing})
    # Whoever waited for the locks reads what came out of them.
    existing = session.connection().execute(_OF_ORDER, {"order": purchase_order_id}).all()
    unplanned = _unplanned(session, purchase_order_id, backorders)
    _require_allocations(lines, wanted, backorders, unplanned)
    new = {(line, backorder): quantity for line, backorder, quantity in allocations if quantity > 0}
    rewritten: dict[int, Decimal] = {}
    touched: set[int] = set()
    for row in existing:
        quantity = new.pop((row.purchase_order_line_id, row.backorder_id), NONE)
        if quantity != row.quantity:
            rewritten[row.id] = quantity
            touched.add(row.backorder_id)
    _write(session, rewritten)
    _insert(session, new)
    return touched | {backorder_id for _line, backorder_id in new}


def claims(session: Session, chosen: sa.ColumnElement[bool]) -> dict[int, list[Claim]]:
    """Lock the outstanding backorders that a condition on their table chooses; group by item, oldest first.

    Each claim is what is outstanding and meant for it on no order yet.
    """
    test = sa.and_(_backorders.c.outstanding > NONE, chosen)
    born = sa.type_coerce(_backorders.c.created_at, sa.types.NullType())  # as it is stored: it is only sorted by
    locked: sa.Select[*tuple[Any, ...]] = (
        sa.select(_backorders.c.id, _backorders.c.item_id, _backorders.c.outstanding, born.label("born"))
        .where(test)
        .order_by(_backorders.c.id)
        .with_for_update()
    )
    rows = session.connection().execute(locked).all()
    sums = (
        sa.select(_allocations.c.backorder_id, sa.func.sum(_allocations.c.quantity))
        .join(_backorders, _backorders.c.id == _allocations.c.backorder_id)
        .where(test)
        .group_by(_allocations.c.backorder_id)
    )
    planned = dict(session.connection().execute(sums).all())
    found: dict[int, list[Claim]] = {}
    for row in sorted(rows, key=attrgetter("born", "id")):
        left = row.outstanding - planned.get(row.id, NONE)
        if left > 0:
            found.setdefault(row.item_id, []).append(Claim(row.id, left))
    return found


def free_goods(session: Session, lines: Sequence[sa.Row[Any]]) -> list[Goods]:
    """Work out what lines bring beyond their allocations."""
    meant: dict[int, Decimal] = {}
    for chunk in chunks([line.id for line in lines]):
        for row in session.connection().execute(_OF_LINES, {"ids": chunk}).all():
            meant[row.purchase_order_line_id] = meant.get(row.purchase_order_line_id, NONE) + row.quantity
    return [Goods(line.id, line.item_id, line.still_open - meant.get(line.id, NONE)) for line in lines]


def plan(session: Session, goods: Iterable[Goods], wishes: Mapping[int, Sequence[Claim]]) -> set[int]:
    """Mean free goods for claims, oldest first, and return the backorders; an item is on one of the lines only."""
    proposed: dict[tuple[int, int], Decimal] = {}
    for each in goods:
        for backorder_id, quantity in rules.propose(each.free, wishes.get(each.item_id, ())).items():
            proposed[each.line_id, backorder_id] = quantity
    raised: dict[int, Decimal] = {}
    touched = {backorder_id for _line, backorder_id in proposed}
    for chunk in chunks(sorted({line_id for line_id, _backorder in proposed})):
        for row in session.connection().execute(_OF_LINES, {"ids": chunk}).all():
            more = proposed.pop((row.purchase_order_line_id, row.backorder_id), None)
            if more is not None:
                raised[row.id] = row.quantity + more
    _write(session, raised)
    _insert(session, proposed)
    return touched


def trim_backorders(session: Session, outstanding: Mapping[int, Decimal]) -> list[Shrunk]:
    """Shrink what is meant for backorders to what they still need, the newest allocations first (P2).

    Args:
        session: The transaction; it holds the backorders' locks.
        outstanding: What is outstanding by now, by backorder id.
    """
    rows = [
        row
        for chunk in chunks(sorted(outstanding))
        for row in session.connection().execute(_OF_BACKORDERS, {"ids": chunk}).all()
    ]
    return _trim(session, rows, {row.id: row.backorder_id for row in rows}, outstanding)


def trim_lines(session: Session, still_open: Mapping[int, Decimal]) -> list[Shrunk]:
    """Shrink what lines are meant to bring to what is still open on them, the newest allocations first (P1).

    Args:
        session: The transaction; it holds the locks of the lines, or of their working order.
        still_open: What is open by now, by line id.
    """
    of_lines = [{"ids": chunk} for chunk in chunks(sorted(still_open))]
    found = [row for ids in of_lines for row in session.connection().execute(_OF_LINES, ids).all()]
    if not found:
        return []
    lock_backorders(session, {row.backorder_id for row in found})
    rows = [row for ids in of_lines for row in session.connection().execute(_OF_LINES, ids).all()]
    return _trim(session, rows, {row.id: row.purchase_order_line_id for row in rows}, still_open)


def trimmed(shrunk: Sequence[Shrunk], why: str) -> list[Entry]:
    """Account for allocations that shrank, an entry for each order; ``queries.allocations.shrunk`` reads them."""
    by_order: dict[int, list[list[object]]] = {}
    for each in shrunk:
        row: list[object] = [each.line_id, each.backorder_id, str(each.before), str(each.after)]
        by_order.setdefault(each.purchase_order_id, []).append(row)
    return [
        Entry(TRIMMED, Record.PURCHASE_ORDER, order_id, after={"shrunk": rows}, reason=why)
        for order_id, rows in sorted(by_order.items())
    ]


def changed(purchase_order_id: int, backorder_ids: Iterable[int]) -> set[Change]:
    """Name an order and the backorders that its allocations touch."""
    return {Change(Record.PURCHASE_ORDER, purchase_order_id)} | named(Record.BACKORDER, backorder_ids)


def changed_by(shrunk: Sequence[Shrunk]) -> set[Change]:
    """Name the orders and backorders whose allocations shrank."""
    orders = named(Record.PURCHASE_ORDER, {each.purchase_order_id for each in shrunk})
    return orders | named(Record.BACKORDER, {each.backorder_id for each in shrunk})


def written(allocations: Allocations) -> dict[str, object]:
    """Write allocations down for the audit."""
    return {"allocations": [[line, backorder, str(quantity)] for line, backorder, quantity in allocations if quantity]}


def _cell(line_id: int, backorder_id: int) -> str:
    return f"allocation:{line_id}:{backorder_id}"


def _by_line(lines: Sequence[sa.Row[Any]], allocations: Allocations) -> dict[int, dict[int, Decimal]]:
    wanted: dict[int, dict[int, Decimal]] = {}
    known = {line.id for line in lines}
    for line_id, backorder_id, quantity in allocations:
        if line_id not in known:
            raise refuse("This line is not on this purchase order.", _cell(line_id, backorder_id))
        of_line = wanted.setdefault(line_id, {})
        if backorder_id in of_line:
            raise refuse("This backorder is given twice.", _cell(line_id, backorder_id))
        of_line[backorder_id] = quantity
    return wanted


def _unplanned(session: Session, purchase_order_id: int, backorders: Mapping[int, sa.Row[Any]]) -> dict[int, Decimal]:
    """Work out what locked backorders need beyond what other orders are meant to bring them."""
    unplanned = {row.id: row.outstanding for row in backorders.values() if row.outstanding > 0}
    for chunk in chunks(sorted(unplanned)):
        here = {"ids": chunk, "order": purchase_order_id}
        for backorder_id, quantity in session.connection().execute(_PLANNED_ELSEWHERE, here):
            unplanned[backorder_id] -= quantity
    return unplanned


def _require_allocations(
    lines: Sequence[sa.Row[Any]],
    wanted: Mapping[int, Mapping[int, Decimal]],
    backorders: Mapping[int, sa.Row[Any]],
    unplanned: dict[int, Decimal],
) -> None:
    for line in lines:
        given = wanted.get(line.id, {})
        of_item = {
            backorder_id: unplanned[backorder_id]
            for backorder_id in given
            if backorder_id in unplanned and backorders[backorder_id].item_id == line.item_id
        }
        wrong = rules.allocation_refusal(given, still_open=line.still_open, unplanned=of_item)
        if wrong is not None:
            backorder_id, refusal = wrong
            raise refuse(refusal.message, _cell(line.id, backorder_id))
        for backorder_id, quantity in given.items():
            unplanned[backorder_id] -= quantity


def _trim(
    session: Session, rows: Sequence[sa.Row[Any]], groups: Mapping[int, int], limits: Mapping[int, Decimal]
) -> list[Shrunk]:
    """Shrink groups of allocations to their limits."""
    grouped: dict[int, list[sa.Row[Any]]] = {}
    for row in rows:
        grouped.setdefault(groups[row.id], []).append(row)
    stored = {row.id: row for row in rows}
    smaller = [
        intent
        for group, members in grouped.items()
        for intent in rules.trim(
            [Intent(row.purchase_order_line_id, row.backorder_id, row.quantity, row.id) for row in members],
            limits[group],
        )
    ]
    _write(session, {intent.age: intent.quantity for intent in smaller})
    return [
        Shrunk(
            stored[intent.age].purchase_order_id,
            intent.line_id,
            intent.backorder_id,
            stored[intent.age].quantity,
            intent.quantity,
        )
        for intent in smaller
    ]


def _write(session: Session, quantities: Mapping[int, Decimal]) -> None:
    """Give allocations, by their id, new quantities; 0 deletes."""
    rewritten = [{"intent": each, "new_quantity": quantity} for each, quantity in quantities.items() if quantity > 0]
    deleted = [{"intent": each} for each, quantity in quantities.items() if quantity <= 0]
    if rewritten:
        session.connection().execute(_REWRITE, rewritten)
    if deleted:
        session.connection().execute(_DELETE, deleted)


def _insert(session: Session, quantities: Mapping[tuple[int, int], Decimal]) -> None:
    rows = [
        {"purchase_order_line_id": line_id, "backorder_id": backorder_id, "quantity": quantity.quantize(SMALLEST)}
        for (line_id, backorder_id), quantity in quantities.items()
    ]
    insert_rows(session.connection(), _allocations, rows)
