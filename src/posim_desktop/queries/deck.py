"""Walking through any deck of cards by keyset, never by counting. Serves the guide's page "Find a card".

A deck is sorted by one column and then by id, so that equal values have an order too. The card after (value, id) is the
first one whose pair is greater: one index lookup, however many cards there are. The database compares with the same
collation that it sorts with, so a walk visits the cards exactly in the list's order.

Making a statement costs many times what the lookup does, so each is made once (deck, found set, order) and kept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

import sqlalchemy as sa

PAGE = 100
MOST_COUNTED = 1000
"""Index tabs count up to this and then show ``999+``."""
_KEPT_STATEMENTS = 256
_HERE = sa.bindparam("here", type_=sa.BigInteger)


class DeckPart(Enum):
    """What a card waits for, or that it waits for nothing any more: the part of the deck it stands in.

    A card may stand in more than one part, and a deck need not have them.
    """

    FILLABLE = "fillable"
    NEEDS_INFORMATION = "needs information"
    NOBODYS = "nobodys"
    WAITING = "waiting"
    READY = "ready"
    CLOSED = "closed"
    WORKING = "working"
    POSTED = "posted"
    DISCARDED = "discarded"
    TWINS = "twins"
    NOT_STOCKED = "not stocked"


@dataclass(frozen=True, slots=True)
class Found:
    """What the person looks for: the set of cards that the arrows walk through.

    Attributes:
        text: Words to search by.
        customer_id: Only this customer's.
        item_id: Only this item's.
        part: Only this part of the deck.
        only_returns: Only documents on which goods came back.
        include_archived: Archived cards too.
        label: What the person calls this set when it is more than a text (``"Lee's backorders"``).
    """

    text: str = ""
    customer_id: int | None = None
    item_id: int | None = None
    part: DeckPart | None = None
    only_returns: bool = False
    include_archived: bool = False
    label: str = field(default="", compare=False)

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows the deck."""
        return self == Found()


EVERYTHING = Found()


@dataclass(frozen=True, slots=True)
class Order:
    """The name of a deck's sort order and its direction."""

    name: str
    descending: bool = False


class Step(Enum):
    """A navigation arrow."""

    FIRST = "first"
    PREVIOUS = "previous"
    NEXT = "next"
    LAST = "last"


class Key(NamedTuple):
    """A card's place in a sort order."""

    value: Any
    id: int


class DeckRow(Protocol):
    """What a row of every deck has."""

    @property
    def id(self) -> int:
        """The record's id."""
        ...


Row_co = TypeVar("Row_co", bound=DeckRow, covariant=True)
Row = TypeVar("Row", bound=DeckRow)
Details = TypeVar("Details")


@dataclass(frozen=True, eq=False)
class DeckQuery(Generic[Row_co]):
    """How one kind of card is read.

    Attributes:
        source: The table, or its join with what the rows show.
        id: The id column of the deck's own table.
        columns: What a row is made of, in the order of ``row``'s parameters.
        row: Makes a row, usually its dataclass.
        orders: Sort orders by name. A column here is never null; wrap one that may be in ``coalesce``.
        first_order: The order before the person chooses another.
        condition: What narrows the deck to a found set, given the name of the database's dialect; asked once for each.
        stands_alone: Whether the condition names columns of the deck's own table only; then counting and walking
            leave the joins of ``source`` out, which must neither add nor drop rows.
    """

    source: sa.FromClause
    id: sa.ColumnElement[int]
    columns: Sequence[sa.ColumnElement[Any]]
    row: Callable[..., Row_co]
    orders: Mapping[str, sa.ColumnElement[Any]]
    first_order: Order
    condition: Callable[[Found, str], Sequence[sa.ColumnElement[bool]]]
    stands_alone: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[Row_co]):
    """A page of rows and where the next one starts; None after the last."""

    rows: tuple[Row_co, ...]
    after: Key | None


class Ways(NamedTuple):
    """Whether the arrows lead to another card."""

    back: bool
    forward: bool


@dataclass(frozen=True, slots=True)
class Turned(Generic[Details]):
    """The card that an arrow led to, and where one can go from there."""

    details: Details
    ways: Ways


def of_lines(
    figure: sa.ColumnElement[Any], document: sa.ColumnElement[Any], own_id: sa.ColumnElement[int]
) -> sa.ScalarSelect[Any]:
    """Work out a figure over a document's lines for a column of its deck.

    Args:
        figure: What is worked out, such as their count.
        document: The lines' reference to their document.
        own_id: The document's id.
    """
    own = cast("sa.Column[int]", own_id).table
    return sa.select(figure).where(document == own_id).correlate(own).scalar_subquery()


def neighbor(
    connection: sa.Connection, deck: DeckQuery[DeckRow], found: Found, order: Order, current_id: int | None, step: Step
) -> int | None:
    """Find the card that an arrow leads to, or None at the end of the found set.

    A current card that is gone, or none at all, counts as standing before the first one.
    """
    if step in {Step.FIRST, Step.LAST} or current_id is None:
        backwards = step is Step.LAST
        return cast("int | None", connection.scalar(_end(connection.dialect.name, deck, found, order, backwards)))
    beside = _beside(connection.dialect.name, deck, found, order, step is Step.PREVIOUS)
    target = cast("int | None", connection.scalar(beside, {"here": current_id}))
    if target is None and not contains(connection, deck, None, current_id):
        return neighbor(connection, deck, found, order, None, Step.FIRST)
    return target


def ways(
    connection: sa.Connection, deck: DeckQuery[DeckRow], found: Found, order: Order, current_id: int | None
) -> Ways:
    """Look whether there are cards on both sides of one; before the first one there are none."""
    forward = neighbor(connection, deck, found, order, current_id, Step.NEXT) is not None
    if current_id is None:
        return Ways(back=False, forward=forward)
    return Ways(neighbor(connection, deck, found, order, current_id, Step.PREVIOUS) is not None, forward)


def turn(
    connection: sa.Connection,
    deck: DeckQuery[DeckRow],
    found: Found,
    order: Order,
    current_id: int | None,
    step: Step,
    details: Callable[[sa.Connection, int], Details | None],
) -> Turned[Details] | None:
    """Read all that a turn of the deck shows at once, or None at the end of the found set.

    Args:
        connection: The database.
        deck: The kind of card.
        found: The found set.
        order: Its order.
        current_id: The card in front; None for none.
        step: The arrow.
        details: Reads a card.
    """
    target = neighbor(connection, deck, found, order, current_id, step)
    read = None if target is None else details(connection, target)
    return None if read is None else Turned(read, ways(connection, deck, found, order, target))


def page(
    connection: sa.Connection,
    deck: DeckQuery[Row],
    found: Found,
    order: Order,
    after: Key | None = None,
    limit: int = PAGE,
) -> Page[Row]:
    """Read the rows after a place, or the first ones."""
    chosen = _page(connection.dialect.name, deck, found, order, limit, after is not None)
    place = {} if after is None else {"value": after.value, "here": after.id}
    read = connection.execute(chosen, place).all()
    rows = tuple(deck.row(*row[:-2]) for row in read[:limit])
    return Page(rows, Key(*read[limit - 1][-2:]) if len(read) > limit else None)


def row_of(connection: sa.Connection, deck: DeckQuery[Row], record_id: int) -> Row | None:
    """Read one row, or None when there is no such record."""
    read = connection.execute(_row(deck), {"here": record_id}).one_or_none()
    return None if read is None else deck.row(*read)


def count(connection: sa.Connection, deck: DeckQuery[DeckRow], found: Found) -> int:
    """Count a found set."""
    return connection.scalar(_count(connection.dialect.name, deck, found)) or 0


def counts(connection: sa.Connection, deck: DeckQuery[DeckRow], founds: tuple[Found, ...]) -> tuple[int, ...]:
    """Count found sets with one statement, each up to :data:`MOST_COUNTED`."""
    return tuple(connection.execute(_counts(connection.dialect.name, deck, founds)).one())


def position(
    connection: sa.Connection, deck: DeckQuery[DeckRow], found: Found, order: Order, current_id: int
) -> tuple[int, int]:
    """Count where a card stands in its found set, from 1, and how many there are; ask it after the card is shown.

    The place of a card outside the found set is 0.
    """
    total = count(connection, deck, found)
    if not contains(connection, deck, found, current_id):
        return 0, total
    before = connection.scalar(_before(connection.dialect.name, deck, found, order), {"here": current_id})
    return (before or 0) + 1, total


def around(
    connection: sa.Connection, deck: DeckQuery[Row], found: Found, order: Order, current_id: int, many: int
) -> tuple[Row, ...]:
    """Read a card and its neighbors with one statement: so many, with the card in the middle where it can be."""
    read = connection.execute(_around(connection.dialect.name, deck, found, order, many), {"here": current_id}).all()
    before = sum(row.side < 0 for row in read)
    first = max(0, min(before - many // 2, len(read) - many))
    return tuple(deck.row(*row[: len(deck.columns)]) for row in read[first : first + many])


def contains(connection: sa.Connection, deck: DeckQuery[DeckRow], found: Found | None, record_id: int) -> bool:
    """Return whether a card belongs to a found set, or is there at all when no set is given."""
    inside = _inside(connection.dialect.name, deck, found)
    return connection.scalar(inside, {"here": record_id}) is not None


@lru_cache(_KEPT_STATEMENTS)
def _end(dialect: str, deck: DeckQuery[DeckRow], found: Found, order: Order, backwards: bool) -> sa.Select[Any]:  # noqa: FBT001
    """Write the statement of the first card in a direction."""
    column = deck.orders[order.name]
    ordering = _ordering(column, deck.id, downwards=order.descending != backwards)
    return _walkable(dialect, deck, found, deck.id, column).order_by(*ordering).limit(1)


@lru_cache(_KEPT_STATEMENTS)
def _beside(dialect: str, deck: DeckQuery[DeckRow], found: Found, order: Order, backwards: bool) -> sa.Select[Any]:  # noqa: FBT001
    """Write the statement of the card next to one, whose sort value is looked up on the way."""
    there = _from_here(deck, order, downwards=order.descending != backwards)
    return _end(dialect, deck, found, order, backwards).where(there)


@lru_cache(_KEPT_STATEMENTS)
def _page(
    dialect: str,
    deck: DeckQuery[DeckRow],
    found: Found,
    order: Order,
    limit: int,
    goes_on: bool,  # noqa: FBT001
) -> sa.Select[Any]:
    column = deck.orders[order.name]
    wanted = [*deck.columns, column.label("sort_value"), deck.id.label("sort_id")]
    rows = _select(deck, wanted).where(*deck.condition(found, dialect))
    if goes_on:
        place = sa.tuple_(sa.bindparam("value", type_=column.type), _HERE)
        rows = rows.where(_beyond(column, deck.id, place, downwards=order.descending))
    return rows.order_by(*_ordering(column, deck.id, downwards=order.descending)).limit(limit + 1)


@lru_cache(_KEPT_STATEMENTS)
def _around(
    dialect: str, deck: DeckQuery[DeckRow], found: Found, order: Order, many: int
) -> sa.CompoundSelect[*tuple[Any, ...]]:
    column = deck.orders[order.name]
    shown = [part.label(f"part_{place}") for place, part in enumerate(deck.columns)]
    here = _select(deck, [*shown, column.label("sort_value"), deck.id.label("sort_id")])

    def beside(*, downwards: bool) -> sa.Select[Any]:
        there = _from_here(deck, order, downwards=downwards)
        ordering = _ordering(column, deck.id, downwards=downwards)
        return here.where(there, *deck.condition(found, dialect)).order_by(*ordering).limit(many - 1)

    sides = (beside(downwards=not order.descending), here.where(deck.id == _HERE), beside(downwards=order.descending))
    return sa.union_all(*(_in_order(side, place, order) for place, side in enumerate(sides, -1))).order_by(
        "side", "place"
    )


def _in_order(side: sa.Select[Any], number: int, order: Order) -> sa.Select[Any]:
    """Number a few cards in the deck's order, for what is united has none."""
    some = side.subquery()
    ordering = _ordering(some.c.sort_value, some.c.sort_id, downwards=order.descending)
    place = sa.func.row_number().over(order_by=ordering).label("place")
    return sa.select(*some.c, sa.literal(number, sa.Integer).label("side"), place)


@lru_cache(_KEPT_STATEMENTS)
def _row(deck: DeckQuery[DeckRow]) -> sa.Select[Any]:
    return _select(deck, deck.columns).where(deck.id == _HERE)


@lru_cache(_KEPT_STATEMENTS)
def _count(dialect: str, deck: DeckQuery[DeckRow], found: Found) -> sa.Select[Any]:
    return _walkable(dialect, deck, found, sa.func.count(), deck.id)


@lru_cache(_KEPT_STATEMENTS)
def _counts(dialect: str, deck: DeckQuery[DeckRow], founds: tuple[Found, ...]) -> sa.Select[Any]:
    some = [_walkable(dialect, deck, found, deck.id, deck.id).limit(MOST_COUNTED).subquery() for found in founds]
    return sa.select(*(sa.select(sa.func.count()).select_from(set_).scalar_subquery() for set_ in some))


@lru_cache(_KEPT_STATEMENTS)
def _before(dialect: str, deck: DeckQuery[DeckRow], found: Found, order: Order) -> sa.Select[Any]:
    """Write the statement that counts the cards before one."""
    there = _from_here(deck, order, downwards=not order.descending)
    return _walkable(dialect, deck, found, sa.func.count(), deck.orders[order.name]).where(there)


@lru_cache(_KEPT_STATEMENTS)
def _inside(dialect: str, deck: DeckQuery[DeckRow], found: Found | None) -> sa.Select[Any]:
    narrowing = () if found is None else deck.condition(found, dialect)
    return _select(deck, [deck.id]).where(deck.id == _HERE, *narrowing)


def _select(deck: DeckQuery[DeckRow], columns: Sequence[sa.ColumnElement[Any]]) -> sa.Select[Any]:
    return cast("sa.Select[Any]", sa.select(*columns).select_from(deck.source))


def _walkable(
    dialect: str, deck: DeckQuery[DeckRow], found: Found, wanted: sa.ColumnElement[Any], order: sa.ColumnElement[Any]
) -> sa.Select[Any]:
    """Select one column of a found set that is walked in an order, from the deck's own table where that is enough."""
    chosen = sa.select(wanted).select_from(_enough(deck, order))
    return chosen.where(*deck.condition(found, dialect))


def _enough(deck: DeckQuery[DeckRow], order: sa.ColumnElement[Any]) -> sa.FromClause:
    own = cast("sa.Column[int]", deck.id).table
    return own if deck.stands_alone and getattr(order, "table", None) is own else deck.source


def _from_here(deck: DeckQuery[DeckRow], order: Order, *, downwards: bool) -> sa.ColumnElement[bool]:
    """Build the condition that a card comes after ``here``; if that card is gone, nothing does."""
    column = deck.orders[order.name]
    value = sa.select(column).select_from(_enough(deck, column)).where(deck.id == _HERE)
    return _beyond(column, deck.id, sa.tuple_(value.correlate(None).scalar_subquery(), _HERE), downwards=downwards)


def _beyond(
    column: sa.ColumnElement[Any],
    id_column: sa.ColumnElement[int],
    place: sa.ColumnElement[tuple[Any, ...]],
    *,
    downwards: bool,
) -> sa.ColumnElement[bool]:
    pair = sa.tuple_(column, id_column)
    return pair < place if downwards else pair > place


def _ordering(
    column: sa.ColumnElement[Any], id_column: sa.ColumnElement[int], *, downwards: bool
) -> tuple[sa.ColumnElement[Any], sa.ColumnElement[Any]]:
    return (column.desc(), id_column.desc()) if downwards else (column.asc(), id_column.asc())
