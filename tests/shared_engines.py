"""What the engines of a test process share and are spared, so that a test pays for its own deeds only.

Every test opens an engine of its own on a shop of its own, and every engine begins with no statement compiled: to write
the same SQL again and again took a fifth of the suite. And a shop that lives for one test need not outlive the power.
A new connection to PostgreSQL makes the server read its catalogs and compile its triggers anew, which took more than
what the test asks of it: a closed one is kept for the next test, with nothing of its session left.
Programs that a test starts beside itself share nothing of this.
"""

import contextlib
import sqlite3
from collections import defaultdict
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Compiled, Dialect
from sqlalchemy.pool import ConnectionPoolEntry, Pool, PoolProxiedConnection

from posim_desktop.services import bounded_connection
from posim_desktop.services.bounded_connection import BoundedConnection

KEPT_AS = "kept for the next test"
"""What a kept connection calls itself; nobody is at its other end."""

_compiled: dict[object, Compiled] = {}
_kept: dict[str, list[BoundedConnection]] = defaultdict(list)
_made_with: WeakKeyDictionary[BoundedConnection, str] = WeakKeyDictionary()
_reused: set[str] = set()
_MOST_KEPT = 4
_connect = bounded_connection.connect


def share(patch: pytest.MonkeyPatch) -> None:
    """Let all engines of this process share their compiled statements, and spare SQLite its waits for the disk."""
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        # A cache asks which dialect a statement was compiled for; in one process those of a kind are all alike.
        patch.setattr(dialect, "__eq__", _is_same_kind)
        patch.setattr(dialect, "__hash__", _hash_of_kind)
    patch.setattr(bounded_connection, "connect", _connect_again)
    patch.setattr(PGDialect_psycopg, "do_close", _close)
    sa.event.listen(sa.Engine, "engine_connect", _share_compiled)
    sa.event.listen(Pool, "checkout", _do_not_wait_for_disk)


def _is_same_kind(self: Dialect, other: object) -> bool:
    return type(self) is type(other)


def _hash_of_kind(self: Dialect) -> int:
    return hash(type(self))


def _share_compiled(connection: sa.Connection) -> None:
    connection.execution_options(compiled_cache=_compiled)


def _do_not_wait_for_disk(connection: object, entry: ConnectionPoolEntry, _: PoolProxiedConnection) -> None:
    # At checkout and not at "connect": there the program's own listener would have the last word.
    if isinstance(connection, sqlite3.Connection) and not entry.info.get("does not wait"):
        connection.execute("PRAGMA synchronous = OFF")
        entry.info["does not wait"] = True


def keep_connections_to(database: str) -> None:
    """Keep what is closed of a database that one test after the other is given."""
    _reused.clear()
    _reused.add(database)
    for connection in (each for kept in _kept.values() for each in kept):
        connection.close()
    _kept.clear()


def _connect_again(dialect: object, record: object, arguments: object, settings: dict[str, Any]) -> BoundedConnection:
    """Take a kept connection that was made with the same settings, or make one."""
    # Besides words and numbers each dialect brings types of its own, which are all alike.
    how = repr(sorted((name, value) for name, value in settings.items() if isinstance(value, str | int)))
    while _kept[how]:
        connection = _kept[how].pop()
        with contextlib.suppress(psycopg.Error):  # the server or the last test has ended it meanwhile
            connection.autocommit = True
            connection.execute("RESET application_name")
            connection.autocommit = False
            return connection
        connection.close()
    connection = _connect(dialect, record, arguments, settings)
    if settings.get("dbname") in _reused:
        _made_with[connection] = how
    return connection


def _close(_dialect: object, connection: BoundedConnection) -> None:
    """Close a connection, or keep it without anything that its session knew."""
    how = _made_with.get(connection)
    if how is None or len(_kept[how]) >= _MOST_KEPT or not _is_forgotten(connection):
        _made_with.pop(connection, None)
        connection.close()
    else:
        _kept[how].append(connection)


def _is_forgotten(connection: BoundedConnection) -> bool:
    """Have the server forget what the session has set, prepared and locked; False when it no longer can."""
    with contextlib.suppress(psycopg.Error):
        connection.rollback()
        connection.autocommit = True
        connection.execute("DISCARD ALL")
        connection.execute(f"SET application_name = '{KEPT_AS}'")
        connection.answer_seconds = bounded_connection.ANSWER_SECONDS
        return True
    return False
