"""What other workstations changed: new rows of the operations table."""

import json
from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.changes import Change, Changes, Record
from posim_desktop.orm import Operation


@dataclass(frozen=True, slots=True)
class Feed:
    """Everything that changed after a place in the operations table, and the place to ask from next time."""

    last_id: int
    changes: Changes


# Operations of parallel transactions become visible out of order on PostgreSQL; each look goes back a little.
_OVERLAP = 50


def latest(connection: sa.Connection) -> int:
    """Return the newest operation's id, 0 in a shop where nothing was done yet."""
    return connection.scalar(sa.select(sa.func.max(Operation.id))) or 0


def since(connection: sa.Connection, last_id: int) -> Feed:
    """Collect what changed after an operation; what was seen shortly before may come once more."""
    newer = sa.select(Operation.id, Operation.changes).where(Operation.id > last_id - _OVERLAP).order_by(Operation.id)
    rows = connection.execute(newer).all()
    if not rows or rows[-1].id <= last_id:
        return Feed(last_id, frozenset())
    changes = frozenset(
        Change(Record(record), record_id) for row in rows for record, record_id in json.loads(row.changes)
    )
    return Feed(rows[-1].id, changes)
