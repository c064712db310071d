"""Imports as they are stored: what a file made and changed, and whether that was undone."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.why import Why
from posim_desktop.orm import FileImport, ImportedCard
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank
from posim_desktop.services.session import Session, Stamp


class StoredImport(NamedTuple):
    """An import, locked."""

    id: int
    kind: str
    file_name: str
    at: datetime
    undone_at: datetime | None


class NewImport(NamedTuple):
    """What an import came to."""

    kind: str
    file_name: str
    made: int
    changed: int
    refused: int
    noted: int


class TiedCard(NamedTuple):
    """A card that an import made or changed; see :class:`posim_desktop.orm.file_import.ImportedCard`."""

    record: Record
    record_id: int
    made: bool
    moved: Decimal
    before: str = ""
    after: str = ""


class _NewTie(NamedTuple):
    import_id: int
    record_kind: str
    record_id: int
    made: bool
    moved: Decimal
    before: str
    after: str


_imports = table_of(FileImport)
_cards = table_of(ImportedCard)
_LOCK = (
    sa.select(*(_imports.c[name] for name in StoredImport._fields))
    .where(_imports.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_imports.c.id)
    .with_for_update()
)
_TIED = sa.select(*(_cards.c[name] for name in _NewTie._fields)).where(_cards.c.import_id == sa.bindparam("import"))
_UNDO = (
    sa.update(_imports)
    .where(_imports.c.id == sa.bindparam("import"), _imports.c.undone_at.is_(None))
    .values(
        undone_at=sa.bindparam("now", type_=_imports.c.undone_at.type),
        undone_by=sa.bindparam("by", type_=_imports.c.undone_by.type),
    )
)


def insert(session: Session, stamp: Stamp, new: NewImport, cards: Iterable[TiedCard]) -> int:
    """Write an import with the cards that it made and changed, and return its id."""
    values = new._asdict() | {
        "employee_id": stamp.employee_id,
        "workstation": stamp.workstation,
        "at": stamp.at,
        "undone_at": None,
        "undone_by": None,
    }
    written = session.connection().execute(sa.insert(_imports).returning(_imports.c.id), values)
    import_id: int = written.scalar_one()
    insert_rows(session.connection(), _cards, [_NewTie(import_id, str(each.record), *each[1:]) for each in cards])
    return import_id


def lock(session: Session, import_id: int) -> StoredImport:
    """Lock an import.

    Raises:
        RefusedError: There is none with this number.
    """
    found = statements.lock(session, Rank.FILE_IMPORT, _LOCK, [import_id], StoredImport._make)
    if import_id not in found:
        raise refuse(Why.NO_SUCH_IMPORT, number=import_id)
    return found[import_id]


def tied(connection: sa.Connection, import_id: int) -> list[TiedCard]:
    """Read the cards that an import made and changed."""
    rows = connection.execute(_TIED.order_by(_cards.c.id), {"import": import_id})
    return [
        TiedCard(Record(row.record_kind), row.record_id, row.made, row.moved, row.before, row.after) for row in rows
    ]


def note_undone(session: Session, stamp: Stamp, import_id: int) -> None:
    """Write that a locked import was undone, when and by whom."""
    session.connection().execute(_UNDO, {"import": import_id, "now": stamp.at, "by": stamp.employee_id})


def referred_among(
    connection: sa.Connection,
    table: sa.Table,
    card_ids: Sequence[int],
    apart: Collection[sa.Table],
    import_id: int,
    kept_items: Collection[int],
) -> set[int]:
    """Find those of many cards that other records name, now or in the past.

    Args:
        connection: The database.
        table: The kind of card.
        card_ids: The cards.
        apart: Tables that do not count: the parts of the cards, and what came with them.
        import_id: Items of the same import do not count either: they do not hold back their own department.
        kept_items: But for these, which stay as they are.
    """
    found: set[int] = set()
    same = sa.select(_cards.c.record_id).where(
        _cards.c.import_id == import_id, _cards.c.record_kind == str(Record.ITEM)
    )
    for other in table.metadata.sorted_tables:
        if other in apart:
            continue
        for key in (key for key in other.foreign_keys if key.column.table is table):
            owner = other.c.id if other.name == "items" else other.c.get("item_id")
            chosen = sa.select(key.parent).distinct()
            if owner is not None and table.name != "items" and other.name in {"items", "item_vendors"}:
                chosen = chosen.where(sa.or_(owner.not_in(same), owner.in_(sorted(kept_items))))
            for start in range(0, len(card_ids), _AT_ONCE):
                ids = card_ids[start : start + _AT_ONCE]
                found.update(connection.scalars(chosen.where(key.parent.in_(ids))))
    return found


_AT_ONCE = 5000
