"""What all decks of hand-filed cards share: archived cards, search, and lists to choose from.

Serves the guide's pages on items, customers, vendors and employees.
"""

from collections.abc import Callable, Sequence
from dataclasses import Field, dataclass, fields
from functools import cache
from typing import Any, ClassVar, Protocol, TypeVar

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.orm import Base
from posim_desktop.orm.base import table_of, table_with
from posim_desktop.queries import search
from posim_desktop.queries.deck import DeckQuery, DeckRow, Found, Order

Condition = Callable[[Found, str], Sequence[sa.ColumnElement[bool]]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A card that another card can point at."""

    id: int
    code: str
    name: str
    archived: bool


class FiledRow(DeckRow, Protocol):
    """A row of such a deck: a dataclass whose fields are columns of the cards' table."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Row = TypeVar("Row", bound=FiledRow)


def deck(
    entity: type[Base], row: type[Row], *, orders: Sequence[str], first_order: str, condition: Condition
) -> DeckQuery[Row]:
    """Describe the deck of a kind of cards.

    Args:
        entity: The kind.
        row: What is read of each, by its fields' names.
        orders: The columns that it can be sorted by.
        first_order: The one before the person chooses another.
        condition: What narrows it.
    """
    table = table_of(entity)
    return DeckQuery(
        source=table,
        id=table.c.id,
        columns=tuple(table.c[field.name] for field in fields(row)),
        row=row,
        orders={name: table.c[name] for name in orders},
        first_order=Order(first_order),
        condition=condition,
    )


def by_search_text(search_text: sa.ColumnElement[str]) -> Condition:
    """Narrow a deck to the words that are looked for."""
    table = table_with(search_text)

    def condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
        tests = [table.c.id.in_(search.ids_with(dialect, search_text, word)) for word in folding.words(found.text)]
        return [*tests, *unarchived(table, found)]

    return condition


def choices(connection: sa.Connection, entity: type[Base], keep: int | None) -> tuple[Choice, ...]:
    """List the cards of a kind that can be chosen, by name, with the one chosen before even if it is archived."""
    table = table_of(entity)
    usable = sa.select(table.c.id, table.c.code, table.c.name, table.c.archived).where(
        sa.or_(~table.c.archived, table.c.id == (keep or 0))
    )
    return tuple(Choice(*row) for row in connection.execute(usable.order_by(table.c.name, table.c.id)))


def card(connection: sa.Connection, entity: type[Base], card_id: int) -> dict[str, Any] | None:
    """Read all columns of a card by name, or None when there is no such card."""
    row = connection.execute(_card(table_of(entity)), {"card": card_id}).one_or_none()
    return None if row is None else dict(row._mapping)  # noqa: SLF001 - public in SQLAlchemy


@cache
def _card(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table).where(table.c.id == sa.bindparam("card"))


def unarchived(table: sa.FromClause, found: Found) -> list[sa.ColumnElement[bool]]:
    """Leave archived cards out, unless they are looked for too."""
    return [] if found.include_archived else [~table.c.archived]
