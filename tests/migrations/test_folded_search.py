"""An upgrade folds what cards on file are found by."""

from pathlib import Path

import sqlalchemy as sa

from migrations import freeze
from posim_desktop.queries.cards import customers
from posim_desktop.queries.deck import Found, page
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import for_writing, open_engine, snapshot
from posim_desktop.services.upgrade import migrate


def test_cards_of_an_older_shop_are_found_however_they_are_typed(empty_url: str, tmp_path: Path) -> None:
    freeze.restore("0008", empty_url)
    older = open_engine(empty_url)
    with for_writing(older).begin() as connection:
        connection.execute(
            sa.text("UPDATE customers SET name = 'Łukasz O\u2019Brien', phone = '555-01 42' WHERE id = 1")
        )
        connection.execute(sa.text("UPDATE employees SET name = 'Zoë' WHERE id = 1"))
    older.dispose()

    migrate(empty_url, tmp_path)

    engine = open_engine(empty_url)
    with snapshot(engine) as connection:
        assert verify(connection) == ()
        for typed in ("lukasz", "o'brien", "5550142"):
            rows = page(connection, customers.DECK, Found(text=typed), customers.DECK.first_order).rows
            assert 1 in {row.id for row in rows}
    engine.dispose()
