"""Changing a table in ways that SQLite cannot do in place.

A migration says, for both databases alike::

    with rebuilt("invoice_lines") as lines:
        lines.alter_column("description", nullable=True)

SQLite gets a new table with the old one's rows, keys, checks, indexes, triggers and search; PostgreSQL is altered. The
program turns foreign keys off before its transaction and checks them before it commits.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

_TRIGGERS = sa.text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table ORDER BY rowid")
_NAMED_TRIGGERS = sa.text(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table ORDER BY rowid"
)
_BLANK = "''"
_SEARCH = sa.text("SELECT name FROM sqlite_master WHERE type = 'table' AND name = :table || '_search'")


@contextmanager
def rebuilt(table: str) -> Iterator[BatchOperations]:
    """Give what a table is changed by; at the end of the block it is changed."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        with op.batch_alter_table(table, recreate="never") as batch:
            yield batch
        return
    triggers = connection.scalars(_TRIGGERS, {"table": table}).all()  # they go with the table that is dropped
    # The new table takes the old one's name while triggers of other tables still speak of that name.
    connection.exec_driver_sql("PRAGMA legacy_alter_table = ON")
    blank = [column["name"] for column in sa.inspect(connection).get_columns(table) if column["default"] == _BLANK]
    # Not the tables that its keys name, nor those that theirs name: reading them took half of all the time.
    alone = {"resolve_fks": False}
    with op.batch_alter_table(
        table, recreate="always", table_kwargs={"sqlite_strict": True}, reflect_kwargs=alone
    ) as batch:
        for name in blank:  # Alembic would write it in brackets, in other words than the models do
            batch.alter_column(name, server_default="")
        yield batch
    connection.exec_driver_sql("PRAGMA legacy_alter_table = OFF")
    for trigger in triggers:
        connection.exec_driver_sql(trigger)
    search = connection.scalar(_SEARCH, {"table": table})
    if search is not None:
        connection.exec_driver_sql(f"INSERT INTO {search} ({search}) VALUES ('rebuild')")  # noqa: S608 - a table's name


@contextmanager
def unguarded(table: str) -> Iterator[None]:
    """Take the triggers of a table away for the time of a block."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        return
    triggers = connection.execute(_NAMED_TRIGGERS, {"table": table}).all()
    for trigger in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {trigger.name}")
    yield
    for trigger in triggers:
        connection.exec_driver_sql(trigger.sql)
