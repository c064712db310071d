"""A migration rebuilds a table of a filled shop, and nothing that belongs to the table is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from migrations import freeze
from migrations.conftest import NextVersion
from migrations.schema import objects_of
from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import for_writing, open_engine, snapshot
from posim_desktop.services.upgrade import migrate

KEPT = 'lines.create_check_constraint("ck_invoice_lines_short", "length(description) < 5000")'
WORKING = "invoice_id IN (SELECT id FROM invoices WHERE status = 'working')"
LINES = sa.text("SELECT * FROM invoice_lines ORDER BY id")


@pytest.fixture
def filled(empty_url: str, tmp_path: Path) -> Iterator[sa.Engine]:
    """A shop with rows in every table, of the present revision."""
    freeze.restore(freeze.revisions()[-1], empty_url)
    migrate(empty_url, tmp_path)
    engine = open_engine(empty_url)
    yield engine
    engine.dispose()


def upgraded(shop: sa.Engine, folder: Path) -> None:
    shop.dispose()  # the next version is another program
    migrate(shop.url.render_as_string(hide_password=False), folder)


def attempt(shop: sa.Engine, statement: str) -> None:
    with for_writing(shop).begin() as connection:
        connection.exec_driver_sql(statement)


def test_the_lines_of_invoices_are_rebuilt(filled: sa.Engine, tmp_path: Path, next_version: NextVersion) -> None:
    next_version(f"with rebuilt('invoice_lines') as lines:\n    {KEPT}")
    before = objects_of(filled)
    figures = freeze.figures(filled)
    with filled.connect() as connection:
        lines = connection.execute(LINES).all()
    assert len(lines) > 50

    upgraded(filled, tmp_path)
    with filled.connect() as connection:
        assert connection.execute(LINES).all() == lines
    assert freeze.figures(filled) == figures
    after = objects_of(filled)
    new = {name for name in after if after[name] != before.get(name)}
    assert all("ck_invoice_lines_short" in f"{name} {after[name]}" for name in new)
    assert len(new) == 1
    assert before.keys() <= after.keys()
    with snapshot(filled) as connection:
        assert {each.rule for each in verify(connection)} <= {"T1"}  # which knows of no later version
    for statement, refusal in {
        "SET description = 'x' WHERE invoice_id IN (SELECT id FROM invoices WHERE number = 1)": "never change",
        f"SET tax_code_id = 999, taxes = '1 x' WHERE {WORKING}": "(?i:foreign key)",
        f"SET description = '{'x' * 5000}' WHERE {WORKING}": "ck_invoice_lines_short|too long",
    }.items():
        with pytest.raises(DBAPIError, match=refusal):
            attempt(filled, f"UPDATE invoice_lines {statement}")


def test_goods_are_found_after_their_table_was_rebuilt(
    filled: sa.Engine, tmp_path: Path, next_version: NextVersion
) -> None:
    next_version(
        "with rebuilt('items') as items:\n    items.add_column(sa.Column('shelf', sa.Text()))\n"
        "op.execute(\"UPDATE items SET search_text = search_text || ' aisle seven'\")"
    )
    before = objects_of(filled)
    upgraded(filled, tmp_path)
    after = objects_of(filled)
    assert before.keys() <= after.keys()
    assert all("shelf" in f"{name} {after[name]}" for name in after if after[name] != before.get(name))
    attempt(filled, "UPDATE items SET search_text = 'lamp basement' WHERE id = (SELECT MIN(id) FROM items)")
    if filled.dialect.name == "postgresql":
        return
    found = sa.text("SELECT COUNT(*) FROM items_search WHERE items_search MATCH :word")
    with filled.connect() as connection:
        goods = connection.scalar(sa.text("SELECT COUNT(*) FROM items"))
        assert connection.scalar(found, {"word": '"aisle seven"'}) == goods - 1
        assert connection.scalar(found, {"word": "basement"}) == 1
        connection.exec_driver_sql("INSERT INTO items_search (items_search, rank) VALUES ('integrity-check', 1)")


def test_an_upgrade_that_would_leave_records_pointing_nowhere_changes_nothing(
    filled: sa.Engine, tmp_path: Path, next_version: NextVersion
) -> None:
    next_version(
        "with rebuilt('tax_codes') as codes:\n    codes.add_column(sa.Column('shelf', sa.Text()))\n"
        "op.execute('DELETE FROM tax_codes')"
    )
    before, figures = objects_of(filled), freeze.figures(filled)
    with filled.connect() as connection:
        taxed = connection.scalar(sa.text("SELECT COUNT(tax_code_id) FROM invoice_lines"))
    told = {
        "sqlite": rf"point to missing ones \(.*\b{taxed} in invoice_lines,.*Nothing has been changed",
        "postgresql": "records point to missing ones. Nothing has been changed",
    }
    with pytest.raises(TroubleError, match=told[filled.dialect.name]):
        upgraded(filled, tmp_path)
    assert objects_of(filled) == before
    assert freeze.figures(filled) == figures
    with snapshot(filled) as connection:
        assert verify(connection) == ()
