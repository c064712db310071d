"""One PostgreSQL database that a test process empties for each of its tests, where creating one cost a third of a test.

To create a database is to copy three hundred files of system tables: 0.2 s of a processor. To delete the rows that a
test wrote takes a tenth of that or less. A database whose tables a test has changed is replaced by a new copy.
"""

from contextlib import ExitStack
from typing import LiteralString

import psycopg
from psycopg import sql

from postgres_server import SUPERUSER, PostgresServer

MAY_GROW_BY = 8 << 20  # bytes; after that a scan of a table would read what earlier tests left of it
# In a schema of its own, where no test looks: what the tables held to begin with, and whether their form was changed.
# An event trigger is called at every CREATE, ALTER and DROP, by whom and how ever it is given.
_REMEMBER: LiteralString = """
CREATE SCHEMA pristine;
CREATE TABLE pristine.changed (command text);
CREATE FUNCTION pristine.note_change() RETURNS event_trigger SECURITY DEFINER LANGUAGE plpgsql AS
    'BEGIN INSERT INTO pristine.changed VALUES (tg_tag); END';
"""
_WATCH: LiteralString = "CREATE EVENT TRIGGER note_change ON ddl_command_end EXECUTE FUNCTION pristine.note_change()"
_TABLES: LiteralString = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
_COUNTERS: LiteralString = "SELECT sequencename, start_value, last_value FROM pg_sequences WHERE schemaname = 'public'"
# Without a word to the server's log: the test that left a connection open has said so itself.
_SEND_OTHERS_AWAY: LiteralString = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_FITS: LiteralString = """
SELECT pg_database_size(current_database()) <= %s AND NOT EXISTS (SELECT FROM pristine.changed)
"""


class ReusedDatabase:
    """A database that is as its template was whenever it is asked for."""

    def __init__(self, server: PostgresServer, template: str) -> None:
        """Remember what the template holds; it must be at rest and stay as it is."""
        self._server = server
        self._template = template
        with self._connect(template) as connection:
            tables = [name for (name,) in connection.execute(_TABLES)]
            counters = connection.execute(_COUNTERS).fetchall()
            connection.execute(_REMEMBER)
            filled = [name for name in tables if connection.execute(_select(name)).fetchone() is not None]
            for name in filled:
                connection.execute(_copy(name))
            connection.execute(_WATCH)
            (size,) = connection.execute("SELECT pg_database_size(current_database())").fetchone() or (0,)
        self._may_have = size + MAY_GROW_BY
        self._empty = _emptying(tables, filled, counters)
        self._present = ExitStack()
        self._connection: psycopg.Connection | None = None
        self._name = ""

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
        connection.execute(_SEND_OTHERS_AWAY)
        fits = connection.execute(_FITS, (self._may_have,)).fetchone() == (True,)
        if fits:
            connection.execute(self._empty)
        return fits

    def _replace(self) -> None:
        self.close()
        self._name = self._present.enter_context(self._server.database(like=self._template))
        self._connection = self._present.enter_context(self._connect(self._name))

    def _connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(host=str(self._server.folder), user=SUPERUSER, dbname=database, autocommit=True)


def _select(table: str) -> sql.Composed:
    return sql.SQL("SELECT FROM public.{} LIMIT 1").format(sql.Identifier(table))


def _copy(table: str) -> sql.Composed:
    return sql.SQL("CREATE TABLE pristine.{0} AS TABLE public.{0}").format(sql.Identifier(table))


def _emptying(tables: list[str], filled: list[str], counters: list[tuple[str, int, int | None]]) -> sql.Composed:
    """Write what puts every row back, as one transaction that asks no trigger and no foreign key."""
    steps = [
        sql.SQL("SET LOCAL session_replication_role = replica"),
        *(sql.SQL("DELETE FROM public.{}").format(sql.Identifier(name)) for name in tables),
        *(sql.SQL("INSERT INTO public.{0} TABLE pristine.{0}").format(sql.Identifier(name)) for name in filled),
        *(
            sql.SQL("SELECT setval({}, {}, {})").format(
                sql.Literal(f"public.{name}"), sql.Literal(last or start), sql.Literal(last is not None)
            )
            for name, start, last in counters
        ),
    ]
    return sql.SQL("BEGIN; {}; COMMIT").format(sql.SQL("; ").join(steps))
