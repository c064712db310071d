"""Stock counts as they are stored: heads, items, the parts that people counted, what is still to be solved."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, TypedDict

import sqlalchemy as sa
from typing_extensions import Unpack

from posim_desktop.domain.errors import refuse
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.stock_counts import LEGAL_STEPS, CountStatus, Extent, LookedAt
from posim_desktop.domain.steps import step_to
from posim_desktop.domain.why import Why
from posim_desktop.orm import StockCount, StockCountHeld, StockCountItem, StockCountPart, StockCountStray
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.orm.types import Quantity
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.session import Session, Stamp


class StoredCount(NamedTuple):
    """A locked stock count."""

    id: int
    status: CountStatus
    extent: Extent
    department_id: int | None


class CountFields(TypedDict, total=False):
    """What may be written on a stock count, its status apart."""

    number: int
    note: str
    posted_at: datetime
    posted_by: int
    discard_reason: str


class StoredCountItem(NamedTuple):
    """An item of a count, what was counted of it on the shelf, and what was expected there."""

    id: int
    item_id: int
    expected: Decimal
    shelf: Decimal


class Whose(NamedTuple):
    """Who counts, and where."""

    employee_id: int
    place: str


class StoredAside(NamedTuple):
    """What was found of what an invoice held of an item."""

    item_id: int
    invoice_id: int
    held: Decimal
    found: Decimal


class StrayRow(NamedTuple):
    """A code that nobody knew, and how often who scanned it where."""

    id: int
    employee_id: int
    place: str
    quantity: Decimal


class _NewCount(NamedTuple):
    number: None
    status: str
    extent: str
    department_id: int | None
    note: str
    employee_id: int
    workstation: str
    created_at: datetime
    posted_at: None
    posted_by: None
    discard_reason: str
    version: int


class _NewItem(NamedTuple):
    stock_count_id: int
    item_id: int
    frozen: Decimal
    frozen_committed: Decimal
    expected: Decimal
    difference: None
    cost: None


class _NewHeld(NamedTuple):
    stock_count_id: int
    item_id: int
    invoice_id: int
    held: Decimal
    found: Decimal
    employee_id: int
    at: datetime


_counts, _items, _parts = table_of(StockCount), table_of(StockCountItem), table_of(StockCountPart)
_held, _strays = table_of(StockCountHeld), table_of(StockCountStray)
_LOCK = (
    sa.select(*(_counts.c[name] for name in StoredCount._fields))
    .where(_counts.c.id == sa.bindparam("count"))
    .with_for_update(key_share=True)
)
_SEE_AGAIN = (
    sa.update(_items)
    .where(_items.c.stock_count_id == sa.bindparam("count"), _items.c.item_id == sa.bindparam("item"))
    .values(statements.new_values(_items, "expected"))
)
_OF_PART = (
    _parts.c.stock_count_id == sa.bindparam("count"),
    _parts.c.item_id == sa.bindparam("item"),
    _parts.c.employee_id == sa.bindparam("employee"),
    _parts.c.place == sa.bindparam("where"),
)
_PART = sa.select(_parts.c.quantity).where(*_OF_PART)
_WRITE_PART = sa.update(_parts).where(*_OF_PART).values(statements.new_values(_parts, "quantity", "at"))
_shelf = sa.func.coalesce(
    sa.select(sa.func.sum(_parts.c.quantity))
    .where(_parts.c.stock_count_id == _items.c.stock_count_id, _parts.c.item_id == _items.c.item_id)
    .scalar_subquery(),
    0,
)
_ITEMS = (
    sa.select(_items.c.id, _items.c.item_id, _items.c.expected, sa.type_coerce(_shelf, Quantity()))
    .where(_items.c.stock_count_id == sa.bindparam("count"))
    .order_by(_items.c.item_id)
)
_HELD = sa.select(*(_held.c[name] for name in StoredAside._fields)).where(
    _held.c.stock_count_id == sa.bindparam("count")
)
_FORGET_HELD = sa.delete(_held).where(
    _held.c.stock_count_id == sa.bindparam("count"),
    _held.c.item_id == sa.bindparam("item"),
    _held.c.invoice_id == sa.bindparam("invoice"),
)
_WRITE_DIFFERENCE = (
    sa.update(_items)
    .where(_items.c.id == sa.bindparam("row"))
    .values(statements.new_values(_items, "difference", "cost"))
)
_OF_STRAY = (
    _strays.c.stock_count_id == sa.bindparam("count"),
    _strays.c.code == sa.bindparam("scanned"),
    _strays.c.item_id.is_(None),
    _strays.c.word == "",
)
_SAME_STRAY = (
    _strays.c.stock_count_id == sa.bindparam("count"),
    _strays.c.code == sa.bindparam("scanned"),
    _strays.c.employee_id == sa.bindparam("employee"),
    _strays.c.place == sa.bindparam("where"),
)
_STRAY = sa.select(_strays.c.quantity).where(*_SAME_STRAY, _strays.c.item_id.is_(None))
_STRAYS = sa.select(*(_strays.c[name] for name in StrayRow._fields)).where(*_OF_STRAY)
_UNSOLVED = sa.select(sa.func.count(_strays.c.code.distinct())).where(
    _strays.c.stock_count_id == sa.bindparam("count"), _strays.c.item_id.is_(None), _strays.c.word == ""
)


def lock(session: Session, stock_count_id: int) -> StoredCount:
    """Lock a stock count, whatever its status, and read it again.

    Raises:
        RefusedError: There is no such count.
    """
    row = session.connection().execute(_LOCK, {"count": stock_count_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_COUNT)
    climb(session, Rank.STOCK_COUNT, [stock_count_id])
    return StoredCount(row.id, CountStatus(row.status), Extent(row.extent), row.department_id)


def insert(session: Session, stamp: Stamp, extent: Extent, department_id: int | None, note: str) -> int:
    """Begin a stock count and return its id."""
    row = _NewCount(
        number=None,
        status=str(CountStatus.WORKING),
        extent=str(extent),
        department_id=department_id,
        note=note,
        employee_id=stamp.employee_id or 0,
        workstation=stamp.workstation,
        created_at=stamp.at,
        posted_at=None,
        posted_by=None,
        discard_reason="",
        version=1,
    )
    new_id: int = session.connection().scalar(sa.insert(_counts).returning(_counts.c.id), row._asdict())
    return new_id


def write(session: Session, stock_count_id: int, **values: Unpack[CountFields]) -> None:
    """Write fields of a locked count; its version goes up, also when only its parts changed."""
    statements.write(session, _counts, stock_count_id, values)


def step(session: Session, count: StoredCount, to: CountStatus, **values: Unpack[CountFields]) -> None:
    """Take a locked count to its next status and write fields with it."""
    status = {"status": str(step_to(LEGAL_STEPS, count.status, to))}
    statements.write(session, _counts, count.id, {**status, **values})


def see_item(session: Session, stock_count_id: int, item: ItemStock) -> None:
    """Note what should be there of a locked item just now; what there was at the first time is frozen."""
    seen = {"count": stock_count_id, "item": item.id, "new_expected": item.available}
    if not session.connection().execute(_SEE_AGAIN, seen).rowcount:
        new = _NewItem(stock_count_id, item.id, item.on_hand, item.committed, item.available, None, None)
        insert_rows(session.connection(), _items, [new])


def part(session: Session, stock_count_id: int, item_id: int, whose: Whose) -> Decimal | None:
    """Read what somebody counted of an item in a place so far; None for nothing, not even zero."""
    key = {"count": stock_count_id, "item": item_id, "employee": whose.employee_id, "where": whose.place}
    counted: Decimal | None = session.connection().scalar(_PART, key)
    return counted


def write_part(
    session: Session, stamp: Stamp, stock_count_id: int, item_id: int, whose: Whose, quantity: Decimal
) -> None:
    """Write what somebody counted of an item in a place, instead of what they counted there before."""
    key = {"count": stock_count_id, "item": item_id, "employee": whose.employee_id, "where": whose.place}
    new = {"new_quantity": quantity, "new_at": stamp.at}
    if session.connection().execute(_WRITE_PART, {**key, **new}).rowcount:
        return
    session.connection().execute(
        sa.insert(_parts),
        {
            "stock_count_id": stock_count_id,
            "item_id": item_id,
            "employee_id": whose.employee_id,
            "place": whose.place,
            "quantity": quantity,
            "at": stamp.at,
        },
    )


def take_off(session: Session, stock_count_id: int, item_id: int) -> None:
    """Forget all that was counted of an item, as if nobody had looked at it."""
    for part_of in (_parts, _held, _items):
        session.connection().execute(
            sa.delete(part_of).where(part_of.c.stock_count_id == stock_count_id, part_of.c.item_id == item_id)
        )


def items_of(session: Session, stock_count_id: int) -> list[StoredCountItem]:
    """Read the items of a count in the order of their ids."""
    found = session.connection().execute(_ITEMS, {"count": stock_count_id})
    return [StoredCountItem._make(row) for row in found]


def held_of(session: Session, stock_count_id: int) -> list[StoredAside]:
    """Read what was found of what is set aside."""
    return [StoredAside._make(row) for row in session.connection().execute(_HELD, {"count": stock_count_id})]


def write_held(session: Session, stamp: Stamp, stock_count_id: int, found: Sequence[StoredAside]) -> None:
    """Write what was found of what is set aside, instead of what was found of it before."""
    for each in found:
        key = {"count": stock_count_id, "item": each.item_id, "invoice": each.invoice_id}
        session.connection().execute(_FORGET_HELD, key)
    rows = [_NewHeld(stock_count_id, *each, stamp.employee_id or 0, stamp.at) for each in found]
    insert_rows(session.connection(), _held, rows)


def held_by_item(found: Sequence[StoredAside]) -> dict[int, list[LookedAt]]:
    """Sort what was found by its item, for the rules."""
    by_item: dict[int, list[LookedAt]] = {}
    for each in found:
        by_item.setdefault(each.item_id, []).append(LookedAt(each.held, each.found))
    return by_item


def write_differences(session: Session, differences: Mapping[int, tuple[Decimal, Decimal]]) -> None:
    """Write by how much items changed and what a unit costs, by the id of the count's row."""
    rows = [
        {"row": row_id, "new_difference": difference, "new_cost": cost}
        for row_id, (difference, cost) in differences.items()
    ]
    if rows:
        session.connection().execute(_WRITE_DIFFERENCE, rows)


def stray(session: Session, stock_count_id: int, whose: Whose, scanned: str) -> Decimal:
    """Read how often somebody scanned a code in a place that is not yet said to be of an item."""
    key = {"count": stock_count_id, "scanned": scanned, "employee": whose.employee_id, "where": whose.place}
    kept: Decimal | None = session.connection().scalar(_STRAY, key)
    return NO_UNITS if kept is None else kept


def write_stray(
    session: Session, stamp: Stamp, stock_count_id: int, whose: Whose, scanned: str, quantity: Decimal
) -> None:
    """Write how often somebody scanned a code in a place that nobody knows; it is to be solved, once more perhaps."""
    key = {"count": stock_count_id, "scanned": scanned, "employee": whose.employee_id, "where": whose.place}
    new = {"quantity": quantity, "at": stamp.at, "item_id": None, "word": ""}
    if not session.connection().execute(sa.update(_strays).where(*_SAME_STRAY).values(**new), key).rowcount:
        row = {"stock_count_id": stock_count_id, "code": scanned, "employee_id": whose.employee_id, **new}
        session.connection().execute(sa.insert(_strays), {**row, "place": whose.place})


def strays_with(session: Session, stock_count_id: int, scanned: str) -> list[StrayRow]:
    """Read where a code that nobody knows was scanned, unless it is solved."""
    found = session.connection().execute(_STRAYS, {"count": stock_count_id, "scanned": scanned})
    return [StrayRow._make(row) for row in found]


def solve_strays(session: Session, ids: Sequence[int], *, item_id: int | None, word: str) -> None:
    """Write what a code turned out to be, or what became of what it was on."""
    session.connection().execute(sa.update(_strays).where(_strays.c.id.in_(ids)).values(item_id=item_id, word=word))


def unsolved(session: Session, stock_count_id: int) -> int:
    """Count the codes that nobody knows yet."""
    return session.connection().scalar(_UNSOLVED, {"count": stock_count_id}) or 0
