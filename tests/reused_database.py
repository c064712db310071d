"""One PostgreSQL database that a test process empties for each of its tests, where creating one cost a third of a test.

To create a database is to copy three hundred files of system tables: 0.2 s of a processor. To delete the rows that a
test wrote takes a tenth of that or less. A database whose tables a test has changed is replaced by a new copy.
"""

from contextlib import ExitStack
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from postgres_server import SUPERUSER, PostgresServer
from shared_engines import KEPT_AS, keep_connections_to

MAY_GROW_BY = 8 << 20  # bytes; after that a scan of a table would read what earlier tests left of it
_USES = 8  # so often, because the server looks at every file to tell its size
# One line for each catalog: whatever creates, alters or drops adds a row to one, removes one or writes one again.
_FORM: LiteralString = """
SELECT count(*), max(xmin::text::bigint) FROM pg_class WHERE oid >= 16384
UNION ALL SELECT count(*), max(xmin::text::bigint) FROM pg_attribute WHERE attrelid >= 16384
UNION ALL SELECT count(*), max(xmin::text::bigint) FROM pg_attrdef
UNION ALL SELECT count(*), max(xmin::text::bigint) FROM pg_constraint WHERE oid >= 16384
UNION ALL SELECT count(*), max(xmin::text::bigint) FROM pg_trigger
UNION ALL SELECT count(*), max(xmin::text::bigint) FROM pg_proc WHERE oid >= 16384
UNION ALL SELECT count(*), max(xmin::text::bigint) FROM pg_namespace
"""
_SIZE: LiteralString = "SELECT pg_database_size(current_database())"
_TABLES: LiteralString = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
_COUNTERS: LiteralString = "SELECT sequencename, start_value, last_value FROM pg_sequences WHERE schemaname = 'public'"
_SEND_OTHERS_AWAY = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> %s
"""


class ReusedDatabase:
    """A database that is as its template was whenever it is asked for."""

    def __init__(self, server: PostgresServer, template: str) -> None:
        """Remember what the template holds; it must be at rest and stay as it is."""
        self._server = server
        self.template = template
        with self._connect(template) as connection:
            self._form = connection.execute(_FORM).fetchall()
            self._size = _size(connection)
            self._empty = _emptying(connection)
        self._present = ExitStack()
        self._connection: psycopg.Connection | None = None
        self._name = ""
        self._uses = 0

    def as_new(self) -> str:
        """Return the name of the database, with the template's tables and rows."""
        if self._connection is None or not self._is_emptied(self._connection):
            self._replace()
        return self._name

    def close(self) -> None:
        """Drop the database."""
        self._connection = None
        self._present.close()

    def _is_emptied(self, connection: psycopg.Connection) -> bool:
        connection.execute(_SEND_OTHERS_AWAY, [KEPT_AS])
        self._uses += 1
        has_grown = self._uses % _USES == 0 and _size(connection) > self._size + MAY_GROW_BY
        fits = not has_grown and connection.execute(_FORM).fetchall() == self._form
        if fits:
            connection.execute(self._empty)
        return fits

    def _replace(self) -> None:
        self.close()
        self._name = self._present.enter_context(self._server.database(like=self.template))
        keep_connections_to(self._name)
        self._connection = self._present.enter_context(self._connect(self._name))

    def _connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(host=str(self._server.folder), user=SUPERUSER, dbname=database, autocommit=True)


def _size(connection: psycopg.Connection) -> int:
    (size,) = connection.execute(_SIZE).fetchone() or (0,)
    return int(size)


def _emptying(connection: psycopg.Connection) -> sql.Composed:
    """Write what puts every row back, as one transaction that asks no trigger and no foreign key."""
    steps: list[sql.Composable] = [sql.SQL("SET LOCAL session_replication_role = replica")]
    for (name,) in connection.execute(_TABLES).fetchall():
        table = sql.Identifier("public", name)
        steps.append(sql.SQL("DELETE FROM {}").format(table))
        rows = connection.execute(sql.SQL("TABLE {}").format(table)).fetchall()
        steps += [_insert(table, row) for row in rows]
    for name, start, last in connection.execute(_COUNTERS).fetchall():
        counter = sql.Literal(f"public.{name}")
        steps.append(sql.SQL("SELECT setval({}, {}, {})").format(counter, last or start, last is not None))
    return sql.SQL("BEGIN; {}; COMMIT").format(sql.SQL("; ").join(steps))


def _insert(table: sql.Identifier, row: tuple[Any, ...]) -> sql.Composed:
    values = sql.SQL(", ").join(map(sql.Literal, row))
    return sql.SQL("INSERT INTO {} OVERRIDING SYSTEM VALUE VALUES ({})").format(table, values)
