"""Stock counts as people see them. Serves the guide's page "Count the stock"."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving import stock_counts as rules
from posim_desktop.domain.receiving.stock_counts import Counted, CountStatus, Extent, LookedAt
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.orm import (
    Customer,
    Department,
    Employee,
    Invoice,
    InvoiceLine,
    Item,
    StockCount,
    StockCountHeld,
    StockCountItem,
    StockCountPart,
    StockCountStray,
)
from posim_desktop.orm.base import chunks, table_of
from posim_desktop.orm.types import Quantity
from posim_desktop.queries import filing, search
from posim_desktop.queries.deck import DeckPart, DeckQuery, Found, Order, of_lines
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.sales.returns import TurnedUp, WaitingForThese, who_waits_for

MOST_MISSED = 500
"""How many items that nobody counted are listed at once."""


class HeldNow(NamedTuple):
    """What a committed invoice holds of an item."""

    item_id: int
    invoice_id: int
    customer: str
    held: Decimal


@dataclass(frozen=True, slots=True)
class PartRow:
    """What one person counted of an item in one place."""

    item_id: int
    employee_id: int
    employee: str
    place: str
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class HeldLine:
    """Goods of a counted item that wait for a customer; ``found`` is None until somebody looked."""

    item_id: int
    item: str
    description: str
    invoice_id: int
    customer: str
    held: Decimal
    found: Decimal | None

    @property
    def missing(self) -> Decimal:
        """How many of them are not there."""
        return NO_UNITS if self.found is None else self.held - self.found


@dataclass(frozen=True, slots=True)
class StrayLine:
    """A scanned code that nobody knew, how often it was scanned, and what became of it."""

    code: str
    quantity: Decimal
    places: str
    item: str
    word: str

    @property
    def is_solved(self) -> bool:
        """Whether somebody said what it is."""
        return bool(self.item or self.word)


@dataclass(frozen=True, slots=True)
class CountLine:
    """An item of a count, or one that should be there and that nobody counted yet.

    Attributes:
        id: The item.
        item: Its code.
        description: Its description.
        frozen: What was on hand when it was counted first; what is on hand for one that nobody counted.
        moved: What came or went on the shelf while it was counted.
        expected: What should be on the shelf.
        parts: Who counted how much of it where; empty for what nobody counted.
        held: What was looked at for customers.
        cost: What a unit costs.
        posted: By how much the posting changed it, None before.
    """

    id: int
    item: str
    description: str
    frozen: Decimal
    moved: Decimal
    expected: Decimal
    parts: tuple[PartRow, ...]
    held: tuple[LookedAt, ...]
    cost: Decimal
    posted: Decimal | None = None

    @property
    def is_counted(self) -> bool:
        """Whether anybody counted it."""
        return bool(self.parts)

    @property
    def shelf(self) -> Decimal:
        """What was counted on the shelf."""
        return sum((part.quantity for part in self.parts), NO_UNITS)

    @property
    def difference(self) -> Decimal:
        """By how much on hand changes: what is missing is below zero, and nothing for what nobody counted."""
        if not self.is_counted:
            return NO_UNITS
        return rules.difference(Counted(self.shelf, self.expected), self.held)

    @property
    def value(self) -> Decimal:
        """What the difference cost, exactly."""
        return self.difference * self.cost

    def own(self, employee_id: int | None, place: str) -> Decimal | None:
        """Return what somebody counted in a place, None for nothing."""
        return next((p.quantity for p in self.parts if p.employee_id == employee_id and p.place == place), None)


@dataclass(frozen=True, slots=True)
class CountDetails:
    """A stock count with all that is known of it; ``missed`` are counted up to the end, listed up to a limit."""

    id: int
    version: int
    number: int | None
    status: CountStatus
    extent: Extent
    department_id: int | None
    department: str
    note: str
    employee: str
    created_at: datetime
    posted_at: datetime | None
    posted_by: str
    discard_reason: str
    lines: tuple[CountLine, ...]
    missed: tuple[CountLine, ...]
    missed_count: int
    held: tuple[HeldLine, ...]
    strays: tuple[StrayLine, ...]

    @property
    def unsolved(self) -> int:
        """How many codes nobody knows yet."""
        return sum(not stray.is_solved for stray in self.strays)

    @property
    def unasked(self) -> tuple[HeldLine, ...]:
        """What waits for customers and nobody looked at."""
        return tuple(line for line in self.held if line.found is None)


@dataclass(frozen=True, slots=True)
class StockCountRow:
    """A stock count in List All; ``number`` is 0 until it is posted."""

    id: int
    number: int
    status: str
    extent: str
    department: str
    created_at: datetime
    employee: str
    note: str
    items: int


_counts, _rows, _parts = table_of(StockCount), table_of(StockCountItem), table_of(StockCountPart)
_held, _strays, _items = table_of(StockCountHeld), table_of(StockCountStray), table_of(Item)
_people, _posters = table_of(Employee), table_of(Employee).alias("posters")
_departments, _invoices, _lines = table_of(Department), table_of(Invoice), table_of(InvoiceLine)
_customers = table_of(Customer)
_COUNT: sa.BindParameter[int] = sa.bindparam("count")
_HEAD = (
    sa.select(
        *(_counts.c.id, _counts.c.version, _counts.c.number, _counts.c.status, _counts.c.extent),
        *(_counts.c.department_id, sa.func.coalesce(_departments.c.name, "").label("department"), _counts.c.note),
        *(_people.c.name.label("employee"), _counts.c.created_at, _counts.c.posted_at),
        *(sa.func.coalesce(_posters.c.name, "").label("posted_by"), _counts.c.discard_reason),
    )
    .join_from(_counts, _people, _people.c.id == _counts.c.employee_id)
    .outerjoin(_posters, _posters.c.id == _counts.c.posted_by)
    .outerjoin(_departments, _departments.c.id == _counts.c.department_id)
    .where(_counts.c.id == _COUNT)
)
_ITEMS = (
    sa.select(
        *(_rows.c.item_id, _items.c.code, _items.c.description, _rows.c.frozen, _rows.c.frozen_committed),
        *(_rows.c.expected, _rows.c.difference, sa.func.coalesce(_rows.c.cost, _items.c.cost).label("cost")),
    )
    .join_from(_rows, _items, _items.c.id == _rows.c.item_id)
    .where(_rows.c.stock_count_id == _COUNT)
    .order_by(_items.c.description, _items.c.id)
)
_PARTS = (
    sa.select(_parts.c.item_id, _parts.c.employee_id, _people.c.name, _parts.c.place, _parts.c.quantity)
    .join_from(_parts, _people, _people.c.id == _parts.c.employee_id)
    .where(_parts.c.stock_count_id == _COUNT)
    .order_by(_parts.c.item_id, _parts.c.place, _parts.c.id)
)
_LOOKED_AT = (
    sa.select(
        *(_held.c.item_id, _items.c.code, _items.c.description, _held.c.invoice_id),
        *(sa.func.coalesce(_customers.c.name, "").label("customer"), _held.c.held, _held.c.found),
    )
    .join_from(_held, _items, _items.c.id == _held.c.item_id)
    .join(_invoices, _invoices.c.id == _held.c.invoice_id)
    .outerjoin(_customers, _customers.c.id == _invoices.c.customer_id)
    .where(_held.c.stock_count_id == _COUNT)
    .order_by(_items.c.description, _held.c.id)
)
_STRAYS = (
    sa.select(
        *(_strays.c.code, _strays.c.quantity, _strays.c.place, _people.c.name),
        *(sa.func.coalesce(_items.c.code, "").label("item"), _strays.c.word),
    )
    .join_from(_strays, _people, _people.c.id == _strays.c.employee_id)
    .outerjoin(_items, _items.c.id == _strays.c.item_id)
    .where(_strays.c.stock_count_id == _COUNT)
    .order_by(_strays.c.id)
)
_HELD_NOW = (
    sa.select(
        *(_lines.c.item_id, _lines.c.invoice_id, sa.func.coalesce(_customers.c.name, "").label("customer")),
        sa.func.sum(_lines.c.quantity, type_=Quantity()).label("held"),
    )
    .join_from(_lines, _invoices, _invoices.c.id == _lines.c.invoice_id)
    .outerjoin(_customers, _customers.c.id == _invoices.c.customer_id)
    .where(
        _lines.c.item_id.in_(sa.bindparam("items", expanding=True)),
        _lines.c.trans_code == str(TransCode.SALE),
        _lines.c.stocked,
        _invoices.c.status == str(InvoiceStatus.WORKING),
        _invoices.c.committed,
    )
    .group_by(_lines.c.item_id, _lines.c.invoice_id, _customers.c.name)
    .order_by(_lines.c.item_id, _lines.c.invoice_id)
)
_not_counted = ~sa.exists().where(_rows.c.stock_count_id == _COUNT, _rows.c.item_id == _items.c.id)
_FOUND_MORE = (
    sa.select(_items.c.id, _items.c.description, _items.c.on_hand, _items.c.committed, _rows.c.difference)
    .join_from(_rows, _items, _items.c.id == _rows.c.item_id)
    .where(_rows.c.stock_count_id == _COUNT, _rows.c.difference > NO_UNITS)
    .order_by(_items.c.description, _items.c.id)
)


def details(connection: sa.Connection, stock_count_id: int) -> CountDetails | None:
    """Read a stock count, or None when there is none."""
    head = connection.execute(_HEAD, {"count": stock_count_id}).one_or_none()
    if head is None:
        return None
    status, extent = CountStatus(head.status), Extent(head.extent)
    is_working = status is CountStatus.WORKING
    parts: dict[int, list[PartRow]] = {}
    for row in connection.execute(_PARTS, {"count": stock_count_id}):
        parts.setdefault(row.item_id, []).append(PartRow(*row))
    rows = connection.execute(_ITEMS, {"count": stock_count_id}).all()
    held = _held_lines(connection, stock_count_id, rows if is_working else [])
    looked_at: dict[int, list[LookedAt]] = {}
    for line in held:
        if line.found is not None:
            looked_at.setdefault(line.item_id, []).append(LookedAt(line.held, line.found))
    missed = _missed(extent, head.department_id) if is_working else None
    return CountDetails(
        id=head.id,
        version=head.version,
        number=head.number,
        status=status,
        extent=extent,
        department_id=head.department_id,
        department=head.department,
        note=head.note,
        employee=head.employee,
        created_at=head.created_at,
        posted_at=head.posted_at,
        posted_by=head.posted_by,
        discard_reason=head.discard_reason,
        lines=tuple(
            CountLine(
                row.item_id,
                row.code,
                row.description,
                row.frozen,
                row.expected - (row.frozen - row.frozen_committed),
                row.expected,
                tuple(parts.get(row.item_id, ())),
                tuple(looked_at.get(row.item_id, ())),
                row.cost,
                row.difference,
            )
            for row in rows
        ),
        missed=() if missed is None else _missed_lines(connection, stock_count_id, missed),
        missed_count=0 if missed is None else _how_many_missed(connection, stock_count_id, missed),
        held=held,
        strays=_stray_lines(connection, stock_count_id),
    )


def held_now(connection: sa.Connection, item_ids: Collection[int]) -> list[HeldNow]:
    """List what committed invoices hold of some items."""
    return [
        HeldNow._make(row)
        for chunk in chunks(sorted(item_ids))
        for row in connection.execute(_HELD_NOW, {"items": chunk})
    ]


def waiting_for(connection: sa.Connection, stock_count_id: int) -> tuple[WaitingForThese, ...]:
    """Tell who waits for goods that a posted count found, the first in the queue of each item."""
    rows = connection.execute(_FOUND_MORE, {"count": stock_count_id}).all()
    return who_waits_for(
        connection,
        [TurnedUp(row.id, row.description, min(row.difference, row.on_hand - row.committed)) for row in rows],
    )


def _held_lines(connection: sa.Connection, stock_count_id: int, rows: Collection[Any]) -> tuple[HeldLine, ...]:
    """List what somebody looked at, and what is still to be looked at."""
    lines = [HeldLine(*row) for row in connection.execute(_LOOKED_AT, {"count": stock_count_id})]
    looked_at = {(line.item_id, line.invoice_id) for line in lines}
    goods = {row.item_id: row for row in rows}
    for now in held_now(connection, goods.keys()):
        if (now.item_id, now.invoice_id) not in looked_at:
            item = goods[now.item_id]
            lines.append(
                HeldLine(now.item_id, item.code, item.description, now.invoice_id, now.customer, now.held, None)
            )
    return tuple(sorted(lines, key=lambda line: (line.description, line.item_id, line.invoice_id)))


def _stray_lines(connection: sa.Connection, stock_count_id: int) -> tuple[StrayLine, ...]:
    by_code: dict[tuple[str, str, str], tuple[Decimal, list[str]]] = {}
    for row in connection.execute(_STRAYS, {"count": stock_count_id}):
        key = (row.code, row.item, row.word)
        quantity, places = by_code.get(key, (NO_UNITS, []))
        by_code[key] = quantity + row.quantity, [*places, f"{row.place} ({row.name})" if row.place else row.name]
    return tuple(
        StrayLine(code, quantity, ", ".join(dict.fromkeys(places)), item, word)
        for (code, item, word), (quantity, places) in by_code.items()
    )


def _missed(extent: Extent, department_id: int | None) -> list[sa.ColumnElement[bool]] | None:
    """Say which items should be there and were not counted; None where a count is only of what is scanned."""
    if extent is Extent.SCANNED:
        return None
    tests = [_items.c.stocked, _items.c.on_hand > _items.c.committed, _not_counted]
    return tests if department_id is None else [*tests, _items.c.department_id == department_id]


def _missed_lines(
    connection: sa.Connection, stock_count_id: int, missed: list[sa.ColumnElement[bool]]
) -> tuple[CountLine, ...]:
    wanted = (
        sa.select(
            *(_items.c.id, _items.c.code, _items.c.description, _items.c.on_hand, _items.c.committed, _items.c.cost)
        )
        .where(*missed)
        .order_by(_items.c.description, _items.c.id)
        .limit(MOST_MISSED)
    )
    return tuple(
        CountLine(
            row.id, row.code, row.description, row.on_hand, NO_UNITS, row.on_hand - row.committed, (), (), row.cost
        )
        for row in connection.execute(wanted, {"count": stock_count_id})
    )


def _how_many_missed(connection: sa.Connection, stock_count_id: int, missed: list[sa.ColumnElement[bool]]) -> int:
    wanted = sa.select(sa.func.count()).select_from(_items).where(*missed)
    return connection.scalar(wanted, {"count": stock_count_id}) or 0


_PARTS_OF_DECK = {
    DeckPart.WORKING: CountStatus.WORKING,
    DeckPart.POSTED: CountStatus.POSTED,
    DeckPart.DISCARDED: CountStatus.DISCARDED,
}
_LAST = 2**62
_NUMBER = sa.func.coalesce(_counts.c.number, 0)
_NUMBER_TO_BE = sa.func.coalesce(_counts.c.number, sa.literal(_LAST, sa.BigInteger()))
_DEPARTMENT = sa.func.coalesce(_departments.c.name, "")


def _condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = []
    if found.part is not None:
        status = _PARTS_OF_DECK.get(found.part)
        tests.append(sa.false() if status is None else _counts.c.status == str(status))
    if found.item_id is not None:
        tests.append(_counts.c.id.in_(sa.select(_rows.c.stock_count_id).where(_rows.c.item_id == found.item_id)))
    for word in folding.words(found.text):
        counted = sa.select(_rows.c.stock_count_id).where(
            _rows.c.item_id.in_(search.ids_with(dialect, Item.search_text, word))
        )
        either: list[sa.ColumnElement[bool]] = [
            _counts.c.id.in_(counted),
            sa.func.lower(_counts.c.note).like(search.pattern(word), escape="\\"),
        ]
        number = search.number(word)
        if number is not None:
            either.append(_counts.c.number == number)
        tests.append(sa.or_(*either))
    return tests


DECK: DeckQuery[StockCountRow] = DeckQuery(
    source=sa.join(_counts, _people, _people.c.id == _counts.c.employee_id).outerjoin(
        _departments, _departments.c.id == _counts.c.department_id
    ),
    id=_counts.c.id,
    columns=(
        *(_counts.c.id, _NUMBER, _counts.c.status, _counts.c.extent, _DEPARTMENT, _counts.c.created_at),
        *(_people.c.name, _counts.c.note, of_lines(sa.func.count(), _rows.c.stock_count_id, _counts.c.id)),
    ),
    row=StockCountRow,
    orders={
        "since": _counts.c.created_at,
        "number": _NUMBER_TO_BE,
        "status": _counts.c.status,
        "employee": _people.c.name,
    },
    first_order=Order("number", descending=True),
    condition=_condition,
)


def departments(connection: sa.Connection) -> tuple[Choice, ...]:
    """List the departments that can be counted."""
    return filing.choices(connection, Department, None)
