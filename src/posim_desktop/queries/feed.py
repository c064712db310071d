"""What other workstations changed: new rows of the operations table."""

import json
from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.changes import Change, Changes, Record
from posim_desktop.orm import Employee, Operation
from posim_desktop.queries.shop import restored


@dataclass(frozen=True, slots=True)
class Feed:
    """Everything that changed after a place in the operations table, and the place to ask from next time."""

    last_id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class ChangedBy:
    """Who changed a record last, and at which workstation."""

    name: str
    workstation: str


_LOOK_BACK = 500
# Operations of parallel transactions become visible out of order on PostgreSQL; so each poll goes back a little.
_OVERLAP = 50


def latest(connection: sa.Connection) -> int:
    """Return the newest operation's id, 0 in a shop where nothing was done yet."""
    return connection.scalar(sa.select(sa.func.max(Operation.id))) or 0


def since(connection: sa.Connection, last_id: int) -> Feed:
    """Collect what changed after an operation; what was seen shortly before may come once more.

    Raises:
        ShopRestoredError: The shop was restored since it was opened, and has other operations.
    """
    restored.require_same(connection)
    newer = sa.select(Operation.id, Operation.changes).where(Operation.id > last_id - _OVERLAP).order_by(Operation.id)
    rows = connection.execute(newer).all()
    if not rows or rows[-1].id <= last_id:
        return Feed(last_id, frozenset())
    changes = frozenset(
        Change(Record(record), record_id) for row in rows for record, record_id in json.loads(row.changes)
    )
    return Feed(rows[-1].id, changes)


def changed_by(connection: sa.Connection, change: Change) -> ChangedBy | None:
    """Find who changed a record last, if that was not long ago."""
    recent = (
        sa.select(Operation.changes, Employee.name, Operation.workstation)
        .outerjoin(Employee, Operation.employee_id == Employee.id)
        .order_by(Operation.id.desc())
        .limit(_LOOK_BACK)
    )
    for changes, name, workstation in connection.execute(recent):
        if [change.record, change.id] in json.loads(changes):
            return ChangedBy(name or "", workstation)
    return None
