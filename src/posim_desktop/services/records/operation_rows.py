"""Operations: each key with what was asked under it and what came of it, so that it is done once (D3)."""

import json
from datetime import datetime
from functools import cache
from importlib import import_module

import sqlalchemy as sa

from posim_desktop.domain.changes import Change, Changes, Done, Record
from posim_desktop.domain.errors import RefusedError, refuse
from posim_desktop.domain.why import Why
from posim_desktop.orm import Operation
from posim_desktop.orm.base import REVISION, table_of
from posim_desktop.queries.shop import restored
from posim_desktop.services.records import signatures
from posim_desktop.services.records.signatures import Entry
from posim_desktop.services.session import Action, Session, Stamp

# Built once: every action of every till passes here.
_operations = table_of(Operation)
_UNFINISHED = ""
_CLAIMED = ("key", "fingerprint", "employee_id", "workstation", "result", "changes", "at", "revision")
CHANNEL = "posim_operations"
"""On which a server tells of each operation that is finished; what it says is which program did it."""
_FIND = sa.select(_operations.c.fingerprint, _operations.c.result, _operations.c.changes).where(
    _operations.c.key == sa.bindparam("asked_key")
)
_FINISH = (
    sa.update(_operations)
    .where(_operations.c.key == sa.bindparam("done_key"))
    .values(result=sa.bindparam("done"), changes=sa.bindparam("touched"))
)

# With the same statement: telling costs no round trip of its own.
_FINISH_AND_TELL = _FINISH.returning(sa.func.pg_notify(CHANNEL, sa.bindparam("told", type_=sa.String())))


def claim(session: Session, stamp: Stamp, action: Action, entry: Entry, *, by_server: bool) -> Done | datetime:
    """Take the key for somebody who may come in and return the moment that counts, or what was done under it before.

    A second claim of the same key waits in the database until the first transaction ends. That somebody works here is
    a condition of the same statement: it is asked before every verb, and costs no statement of its own. So is that the
    shop was not restored since it was opened.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        action: The key, and what is to be done under it.
        entry: What is asked of whoever does it.
        by_server: Whether the database's clock says what the moment is; it is told with the claim, at no cost.

    Raises:
        RefusedError: The key was used for something else, or they may not come in.
        ShopRestoredError: The shop was restored since it was opened.
    """
    connection = session.connection()
    row = {
        "known_mark": restored.known(connection),
        "key": action.key,
        "fingerprint": action.content,
        "employee_id": stamp.employee_id,
        "workstation": stamp.workstation,
        "result": None,
        "changes": _UNFINISHED,
        "at": stamp.at,
        "revision": REVISION,
    }
    claimed = connection.scalar(_claiming(connection.dialect.name, entry, by_server), row)
    if claimed is not None:
        return claimed if isinstance(claimed, datetime) else stamp.at
    before = connection.execute(_FIND, {"asked_key": action.key}).one_or_none()
    if before is None:
        restored.require_same(connection)
        raise RefusedError(signatures.refusal_at(entry))
    if before.fingerprint != action.content:
        raise refuse(Why.DONE_WITH_OTHER_CONTENT)
    return Done(before.result, _read(before.changes))


def finish(session: Session, key: str, result: Done, program: str) -> None:
    """Write down what was done under a key that was claimed; a server tells it to all who listen, once it counts.

    Args:
        session: The transaction.
        key: The key.
        result: What was done.
        program: Which program did it, as it is told.
    """
    finished = {"done_key": key, "done": result.record_id, "touched": _write(result.changes)}
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(_FINISH_AND_TELL, {**finished, "told": program})
    else:
        connection.execute(_FINISH, finished)


@cache
def _claiming(dialect: str, entry: Entry, by_server: bool) -> sa.Executable:  # noqa: FBT001 - a key of what is kept
    """Make the statement that claims a key; a server whose clock counts tells the moment.

    On SQLite nobody else writes meanwhile, and a row that would meet a finished one is refused; PostgreSQL waits for
    whoever claims the same key.
    """
    given = {name: sa.bindparam(name, type_=_operations.c[name].type) for name in _CLAIMED}
    values = {**given, "at": sa.func.clock_timestamp()} if by_server else given
    row = sa.select(*values.values()).where(signatures.admits(entry, given["employee_id"]))
    row = row.where(restored.is_same(sa.bindparam("known_mark")))
    claiming: sa.Executable
    if dialect == "sqlite":
        row = row.where(~sa.exists().where(_operations.c.key == given["key"]))
        claiming = sa.insert(_operations).from_select(_CLAIMED, row).returning(_operations.c.id)
    else:
        insert = import_module(f"sqlalchemy.dialects.{dialect}").insert  # a till on SQLite needs none of it
        new = insert(_operations).from_select(_CLAIMED, row)
        told = _operations.c.at if by_server else _operations.c.id
        claiming = new.on_conflict_do_nothing(index_elements=["key"]).returning(told)
    return claiming


def _write(changes: Changes) -> str:
    return json.dumps(sorted(changes), separators=(",", ":"))


def _read(written: str) -> Changes:
    return frozenset(Change(Record(record), record_id) for record, record_id in json.loads(written))
