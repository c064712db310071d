"""A backup that an older version made is brought up to date before it takes the place of the shop."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from migrations.conftest import NextVersion
from posim_desktop.domain.exchange.backups import Occasion
from posim_desktop.domain.exchange.numbers_given import Given
from posim_desktop.services.exchange.backups import Backups
from posim_desktop.services.exchange.restoring import Restoring
from posim_desktop.services.records import operation_rows
from posim_desktop.services.upgrade import migrate
from seeding import open_till


def test_an_older_backup_is_upgraded(
    sqlite_url: str, tmp_path: Path, next_version: NextVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = open_till(sqlite_url)
    till.stores("kettle", on_hand="3")
    till.engine.dispose()
    made = Backups(sqlite_url, tmp_path, "till 1").make(Occasion.BY_HAND)
    assert made is not None
    next_version("op.execute('SELECT 1')")
    monkeypatch.setattr(operation_rows, "REVISION", "9000")
    migrate(sqlite_url, tmp_path)

    restoring = Restoring(sqlite_url, Path(made.folder) / made.file, "till 1")
    with restoring.prepared() as prepared:
        restoring.replace(prepared, Given())
    with closing(sqlite3.connect(str(sa.make_url(sqlite_url).database))) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9000",)]
        assert connection.execute("SELECT code FROM items").fetchall() == [("kettle",)]
