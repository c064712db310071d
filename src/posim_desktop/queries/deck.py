"""Walking through any deck of cards by keyset, never by counting. Serves the guide's page "Find a card".

A deck is sorted by one column and then by id, so that equal values have an order too. The card after (value, id) is the
first one whose pair is greater: one index lookup, however many cards there are. The database compares with the same
collation that it sorts with, so a walk visits the cards exactly in the list's order.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

PAGE = 100


@dataclass(frozen=True, slots=True)
class Found:
    """What the person looks for: the set of cards that the arrows walk through.

    Attributes:
        text: Words to search by.
        customer_id: Only this customer's.
        item_id: Only this item's.
        only_open: Only what still needs somebody.
        fillable: Only what can be filled from the shelf now.
        include_archived: Archived cards too.
        label: What the person calls this set when it is more than a text (``"Lee's backorders"``).
    """

    text: str = ""
    customer_id: int | None = None
    item_id: int | None = None
    only_open: bool = False
    fillable: bool = False
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


@dataclass(frozen=True)
class DeckQuery(Generic[Row_co]):
    """How one kind of card is read.

    Attributes:
        source: The table, or its join with what the rows show.
        id: The id column of the deck's own table.
        columns: What a row is made of, in the order of ``row``'s parameters.
        row: Makes a row, usually its dataclass.
        orders: Sort orders by name. A column here is never null; wrap one that may be in ``coalesce``.
        first_order: The order before the person chooses another.
        condition: What narrows the deck to a found set, given the name of the database's dialect.
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
    """Some rows in order, and the place to go on from; None when these were the last."""

    rows: tuple[Row_co, ...]
    after: Key | None


def of_lines(
    figure: sa.ColumnElement[Any], document: InstrumentedAttribute[Any], own_id: sa.ColumnElement[int]
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
    column = deck.orders[order.name]
    narrowed = _walkable(connection, deck, found, deck.id, column)
    backwards = step in {Step.PREVIOUS, Step.LAST}
    if step in {Step.PREVIOUS, Step.NEXT}:
        here = None if current_id is None else key_of(connection, deck, order, current_id)
        if here is None:
            backwards = False
        else:
            narrowed = narrowed.where(_beyond(column, deck.id, here, downwards=order.descending != backwards))
    ordered = narrowed.order_by(*_ordering(column, deck.id, downwards=order.descending != backwards)).limit(1)
    return cast("int | None", connection.scalar(ordered))


def page(
    connection: sa.Connection,
    deck: DeckQuery[Row],
    found: Found,
    order: Order,
    after: Key | None = None,
    limit: int = PAGE,
) -> Page[Row]:
    """Read the rows after a place, or the first ones."""
    column = deck.orders[order.name]
    narrowed = _narrowed(connection, deck, found, [*deck.columns, column.label("sort_value"), deck.id.label("sort_id")])
    if after is not None:
        narrowed = narrowed.where(_beyond(column, deck.id, after, downwards=order.descending))
    ordered = narrowed.order_by(*_ordering(column, deck.id, downwards=order.descending)).limit(limit + 1)
    read = connection.execute(ordered).all()
    rows = tuple(deck.row(*row[:-2]) for row in read[:limit])
    return Page(rows, Key(*read[limit - 1][-2:]) if len(read) > limit else None)


def row_of(connection: sa.Connection, deck: DeckQuery[Row], record_id: int) -> Row | None:
    """Read one row, or None when there is no such record."""
    read = connection.execute(_select(deck, deck.columns).where(deck.id == record_id)).one_or_none()
    return None if read is None else deck.row(*read)


def count(connection: sa.Connection, deck: DeckQuery[DeckRow], found: Found) -> int:
    """Count a found set."""
    return connection.scalar(_walkable(connection, deck, found, sa.func.count(), deck.id)) or 0


def position(
    connection: sa.Connection, deck: DeckQuery[DeckRow], found: Found, order: Order, current_id: int
) -> tuple[int, int]:
    """Count where a card stands in its found set, from 1, and how many there are; ask it after the card is shown.

    The place of a card outside the found set is 0.
    """
    total = count(connection, deck, found)
    here = key_of(connection, deck, order, current_id)
    if here is None or not contains(connection, deck, found, current_id):
        return 0, total
    column = deck.orders[order.name]
    before = _beyond(column, deck.id, here, downwards=not order.descending)
    counted = _walkable(connection, deck, found, sa.func.count(), column).where(before)
    return (connection.scalar(counted) or 0) + 1, total


def contains(connection: sa.Connection, deck: DeckQuery[DeckRow], found: Found, record_id: int) -> bool:
    """Tell whether a card belongs to a found set."""
    inside = _narrowed(connection, deck, found, [deck.id]).where(deck.id == record_id)
    return connection.scalar(inside) is not None


def key_of(connection: sa.Connection, deck: DeckQuery[DeckRow], order: Order, record_id: int) -> Key | None:
    """Read a card's place in an order, or None when there is no such record."""
    chosen = _select(deck, [deck.orders[order.name]]).where(deck.id == record_id)
    value = connection.execute(chosen).one_or_none()
    return None if value is None else Key(value[0], record_id)


def _select(deck: DeckQuery[DeckRow], columns: Sequence[sa.ColumnElement[Any]]) -> sa.Select[Any]:
    return cast("sa.Select[Any]", sa.select(*columns).select_from(deck.source))


def _narrowed(
    connection: sa.Connection, deck: DeckQuery[DeckRow], found: Found, columns: Sequence[sa.ColumnElement[Any]]
) -> sa.Select[Any]:
    return _select(deck, columns).where(*deck.condition(found, connection.dialect.name))


def _walkable(
    connection: sa.Connection,
    deck: DeckQuery[DeckRow],
    found: Found,
    wanted: sa.ColumnElement[Any],
    order: sa.ColumnElement[Any],
) -> sa.Select[Any]:
    """Select one column of a found set that is walked in an order, from the deck's own table where that is enough."""
    own = cast("sa.Column[int]", deck.id).table
    alone = deck.stands_alone and getattr(order, "table", None) is own
    chosen = sa.select(wanted).select_from(own if alone else deck.source)
    return chosen.where(*deck.condition(found, connection.dialect.name))


def _beyond(
    column: sa.ColumnElement[Any], id_column: sa.ColumnElement[int], place: Key, *, downwards: bool
) -> sa.ColumnElement[bool]:
    pair = sa.tuple_(column, id_column)
    other = sa.tuple_(sa.literal(place.value, column.type), sa.literal(place.id, id_column.type))
    return pair < other if downwards else pair > other


def _ordering(
    column: sa.ColumnElement[Any], id_column: sa.ColumnElement[int], *, downwards: bool
) -> tuple[sa.ColumnElement[Any], sa.ColumnElement[Any]]:
    return (column.desc(), id_column.desc()) if downwards else (column.asc(), id_column.asc())
