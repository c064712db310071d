"""Cards as they are stored, of every kind alike: items, customers, vendors, departments, tax codes and employees.

The stock that an Item card shows is kept in :mod:`stock`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import Employee, Item
from posim_desktop.orm.base import chunks, insert_values, table_of
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session

Values = Mapping[str, object]
"""What is written on a card, by column."""


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card; ``fields`` holds all its columns."""

    id: int
    code: str
    version: int
    archived: bool
    fields: Values


_FEW = 50
_items = table_of(Item)
_employees = table_of(Employee)
_LOCK_OWNERS = (
    sa.select(_employees.c.id)
    .where(_employees.c.role == str(Role.OWNER), ~_employees.c.archived)
    .order_by(_employees.c.id)
    .with_for_update()
)


def lock(
    session: Session, table: sa.Table, card_ids: Iterable[int], *, can_be_named: bool = False
) -> dict[int, StoredCard]:
    """Lock cards of a table in the order of their ids and read them.

    Args:
        session: The transaction.
        table: The kind of card.
        card_ids: Which.
        can_be_named: Whether others may write rows that name them meanwhile, as for documents that were locked before.
    """
    chosen = table.c.id.in_(sa.bindparam("ids", expanding=True))
    locking = sa.select(table).where(chosen).order_by(table.c.id).with_for_update(key_share=can_be_named)
    rank, of = (Rank.ITEM, "") if table is _items else (Rank.CARD, table.name)
    return statements.lock(session, rank, locking, card_ids, _card, of=of)


def lock_owners(session: Session) -> list[int]:
    """Lock every Owner who works here, so that no two of them demote each other at once."""
    owners = list(session.connection().scalars(_LOCK_OWNERS))
    climb(session, Rank.OWNERS, owners)
    return owners


def holding(connection: sa.Connection, column: sa.Column[Any], values: Sequence[object]) -> Iterator[StoredCard]:
    """Find the cards that hold one of many values in a column."""
    for chunk in chunks(values):
        for row in connection.execute(sa.select(column.table).where(column.in_(chunk))):
            yield _card(row)


def usable(connection: sa.Connection, table: sa.Table) -> dict[str, int]:
    """Read the ids of all cards that are not archived, by code."""
    chosen = sa.select(table.c.code, table.c.id).where(~table.c.archived)
    return {row.code: row.id for row in connection.execute(chosen)}


def _insert_many(session: Session, table: sa.Table, cards: Sequence[Values]) -> dict[str, int]:
    """Write very many cards in a third of the time: SQLAlchemy would make a statement of each batch."""
    names = tuple(cards[0])
    insert_values(session.connection(), table, names, [tuple([card[name] for name in names]) for card in cards])
    chosen = sa.select(table.c.code, table.c.id).where(table.c.code.in_(sa.bindparam("codes", expanding=True)))
    return {
        code: card_id
        for chunk in chunks([card["code"] for card in cards])
        for code, card_id in session.connection().execute(chosen, {"codes": chunk})
    }


class NamedCard(NamedTuple):
    """What a card is called."""

    id: int
    code: str
    name: str
    archived: bool


def named(connection: sa.Connection, table: sa.Table) -> list[NamedCard]:
    """Read the codes and names of all cards that have names, in the order in which they were written."""
    chosen = sa.select(*(table.c[name] for name in NamedCard._fields)).order_by(table.c.id)
    return [NamedCard._make(row) for row in connection.execute(chosen)]


def are_usable(session: Session, table: sa.Table, card_ids: set[int]) -> bool:
    """Return whether all these cards are on file and not archived."""
    chosen = sa.select(table.c.id).where(table.c.id.in_(card_ids), ~table.c.archived)
    return set(session.connection().scalars(chosen)) == card_ids


def insert(session: Session, table: sa.Table, cards: Sequence[Values]) -> dict[str, int]:
    """Write new cards, which all have the same columns, and return their ids by code."""
    if len(cards) > _FEW:
        return _insert_many(session, table, cards)
    written = sa.insert(table).returning(table.c.id, table.c.code)
    return {
        code: card_id
        for chunk in chunks(cards)
        for card_id, code in session.connection().execute(written, [dict(card) for card in chunk])
    }


def write(session: Session, table: sa.Table, card_id: int, /, **values: object) -> None:
    """Write columns of a locked card; its version goes up."""
    statements.write(session, table, card_id, values)


def write_many(session: Session, table: sa.Table, names: Sequence[str], rows: Sequence[Mapping[str, object]]) -> None:
    """Write the same columns of many locked cards with one statement; the versions go up.

    Args:
        session: The transaction.
        table: The kind of card.
        names: The columns.
        rows: The id of each card as ``card``, and its values as ``new_`` and the column's name.
    """
    writing = (
        sa.update(table)
        .where(table.c.id == sa.bindparam("card"))
        .values({**statements.new_values(table, *names), "version": table.c.version + 1})
    )
    for chunk in chunks(rows):
        session.connection().execute(writing, [dict(row) for row in chunk])


def archive_many(session: Session, table: sa.Table, card_ids: Sequence[int]) -> None:
    """Archive many locked cards."""
    write_many(session, table, ("archived",), [{"card": each, "new_archived": True} for each in card_ids])


def delete(session: Session, table: sa.Table, card_id: int, parts: Iterable[sa.Table]) -> None:
    """Remove a locked card that nothing refers to, with the rows of its parts."""
    for part in parts:
        for key in keys_to(part, table):
            session.connection().execute(sa.delete(part).where(key.parent == card_id))
    session.connection().execute(sa.delete(table).where(table.c.id == card_id))


def is_referred_to(connection: sa.Connection, table: sa.Table, card_id: int, parts: Iterable[sa.Table]) -> bool:
    """Return whether any record, now or in the past, names a card: every foreign key to its table is looked at."""
    own = {table, *parts}
    tests = [
        sa.exists().where(key.parent.in_(sa.select(key.column).where(table.c.id == card_id)))
        for other in table.metadata.sorted_tables
        if other not in own
        for key in keys_to(other, table)
    ]
    tests += [sa.exists().where(key.parent == card_id) for key in keys_to(table, table)]
    return bool(tests) and bool(connection.scalar(sa.select(sa.or_(*tests))))


def keys_to(table: sa.Table, target: sa.Table) -> list[sa.ForeignKey]:
    """Find the keys of a table that name a card of another."""
    return [key for key in table.foreign_keys if key.column.table is target]


def _card(row: sa.Row[Any]) -> StoredCard:
    return StoredCard(row.id, row.code, row.version, row.archived, dict(row._mapping))  # noqa: SLF001 - public in SQLAlchemy
