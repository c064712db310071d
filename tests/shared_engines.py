"""What the engines of a test process share and are spared, so that a test pays for its own deeds only.

Every test opens an engine of its own on a shop of its own, and every engine begins with no statement compiled: to write
the same SQL again and again took a fifth of the suite. And a shop that lives for one test need not outlive the power.
Programs that a test starts beside itself share nothing of this.
"""

import sqlite3

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Compiled, Dialect
from sqlalchemy.pool import ConnectionPoolEntry, Pool, PoolProxiedConnection

_compiled: dict[object, Compiled] = {}


def share(patch: pytest.MonkeyPatch) -> None:
    """Let all engines of this process share their compiled statements, and spare SQLite its waits for the disk."""
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        # A cache asks which dialect a statement was compiled for; in one process those of a kind are all alike.
        patch.setattr(dialect, "__eq__", _is_same_kind)
        patch.setattr(dialect, "__hash__", _hash_of_kind)
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
