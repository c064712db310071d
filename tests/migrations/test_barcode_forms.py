"""An upgrade brings barcodes into one form; twins stay on their cards, and it never fails on them."""

from pathlib import Path

import sqlalchemy as sa

from migrations import freeze
from posim_desktop.orm import Barcode
from posim_desktop.queries.cards import items
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import for_writing, open_engine, snapshot
from posim_desktop.services.upgrade import migrate

WRITTEN = ("036000291452", "0036000291452", "ß" * 40, "lot-1", "LOT-1")


def test_twins_of_an_older_shop_are_kept_and_listed(empty_url: str, tmp_path: Path) -> None:
    freeze.restore("0015", empty_url)
    older = open_engine(empty_url)
    with for_writing(older).begin() as connection:
        ids = connection.scalars(sa.text("SELECT id FROM items ORDER BY id LIMIT 5")).all()
        for item_id, code in zip(ids, WRITTEN, strict=True):
            new = {"id": 9000 + item_id, "item": item_id, "code": code}
            connection.execute(sa.text("INSERT INTO barcodes (id, item_id, barcode) VALUES (:id, :item, :code)"), new)
        connection.execute(sa.text("UPDATE items SET archived = :yes WHERE id = :id"), {"yes": True, "id": ids[0]})
    older.dispose()

    migrate(empty_url, tmp_path)

    engine = open_engine(empty_url)
    with snapshot(engine) as connection:
        assert verify(connection) == ()
        forms = dict(connection.execute(sa.select(Barcode.barcode, Barcode.form)).all())
        assert [forms[code] for code in WRITTEN] == [None, "00036000291452", None, "LOT-1", None]
        assert {twin.barcode for twin in items.twins(connection)} == {"036000291452", "LOT-1"}
    engine.dispose()
