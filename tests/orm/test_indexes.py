"""An index of only the rows where a column is filled still finds them, for a query and for a foreign key."""

import subprocess
import sys

import pytest
import sqlalchemy as sa

from posim_desktop.orm import Base
from posim_desktop.services.database import open_engine

GIVEN = sorted(
    (str(index.name), table.name, next(iter(index.columns)).name)
    for table in Base.metadata.tables.values()
    for index in table.indexes
    if index.dialect_options["sqlite"]["where"] is not None and not index.unique  # what is unique keeps a rule
)
WHERE = (
    "SELECT id FROM {table} WHERE {column} = 7",
    "SELECT id FROM {table} WHERE {column} IN (7, 8, 9)",
    "SELECT t.id FROM customer_accounts a JOIN {table} t ON t.{column} = a.customer_id",
    "SELECT a.id, t.id FROM customer_accounts a LEFT JOIN {table} t ON t.{column} = a.customer_id",
    "SELECT a.id FROM customer_accounts a WHERE EXISTS (SELECT 1 FROM {table} t WHERE t.{column} = a.customer_id)",
)


@pytest.mark.parametrize("asked", WHERE)
def test_rows_are_found_by_the_index_of_those_that_have_the_column(database_url: str, asked: str) -> None:
    assert GIVEN
    engine = open_engine(database_url)
    on_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if not on_sqlite:  # a table without rows is otherwise read whole
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        for name, table, column in GIVEN:
            statement = asked.format(table=table, column=column)
            plan = connection.exec_driver_sql(f"EXPLAIN {'QUERY PLAN ' if on_sqlite else ''}{statement}").all()
            assert name in str(plan), statement
    engine.dispose()


def test_a_row_that_others_refer_to_is_deleted_without_reading_them_all(sqlite_url: str) -> None:
    """What SQLite does for the foreign keys of a deleted row is in its program only, not in its plan."""
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        roots = {
            name: root
            for name, root in connection.execute(sa.text("SELECT name, rootpage FROM sqlite_master"))
            if name.startswith("ix_invoice_lines_") and name.partition("ix_invoice_lines_")[2].endswith("_line_id")
        }
        steps = connection.exec_driver_sql("EXPLAIN DELETE FROM invoice_lines WHERE id = 7").all()
    engine.dispose()
    opened = {step.p2 for step in steps if step.opcode == "OpenRead"}
    assert len(roots) == 2
    assert set(roots.values()) <= opened


def test_a_shop_on_sqlite_does_not_load_what_postgresql_needs() -> None:
    code = "import sys, posim_desktop.orm; print('sqlalchemy.dialects.postgresql' in sys.modules)"
    told = subprocess.run((sys.executable, "-c", code), check=True, capture_output=True, text=True)
    assert told.stdout.split() == ["False"]
