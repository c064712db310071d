"""Guide: "Try things on the demo shop" — the command, and that it never touches the real shop."""

from pathlib import Path

import platformdirs
import pytest
import sqlalchemy as sa

from posim_desktop.cli.main import run
from posim_desktop.orm import Item
from posim_desktop.services.database import open_engine
from posim_desktop.settings import sqlite_url as url_of_file
from seeding import open_till

Said = pytest.CaptureFixture[str]


def how_many_items(url: str) -> int:
    engine = open_engine(url)
    with engine.connect() as connection:
        found = connection.execute(sa.select(sa.func.count()).select_from(Item)).scalar_one()
    engine.dispose()
    return found


def test_it_is_made_once_and_anew_when_asked(database_url: str, capsys: Said) -> None:
    assert run(["--database", database_url, "demo"]) == 0
    assert "The demo shop is ready" in capsys.readouterr().out
    assert run(["demo", "--database", database_url]) == 0
    assert "already exists" in capsys.readouterr().out
    assert how_many_items(database_url) == 309


def test_it_has_a_file_of_its_own() -> None:
    folder = Path(platformdirs.user_data_dir("posim-desktop", appauthor=False))

    assert run(["demo"]) == 0

    assert how_many_items(url_of_file(folder / "demo.sqlite")) == 309
    assert not (folder / "shop.sqlite").exists()


def test_fresh_throws_the_old_one_away(sqlite_url: str) -> None:
    run(["demo", "--database", sqlite_url])
    engine = open_engine(sqlite_url)
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM barcodes"))
    engine.dispose()

    assert run(["demo", "--database", sqlite_url, "--fresh"]) == 0

    with open_engine(sqlite_url).connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM barcodes")).scalar_one() == 308


@pytest.mark.parametrize("options", [[], ["--fresh"]])
def test_a_real_shop_is_left_alone(options: list[str], sqlite_url: str, capsys: Said) -> None:
    till = open_till(sqlite_url)
    till.stores("kettle")
    till.engine.dispose()

    assert run(["demo", "--database", sqlite_url, *options]) == 1

    assert "real shop" in capsys.readouterr().err
    assert how_many_items(sqlite_url) == 1


def test_on_a_server_nothing_is_dropped(postgres_url: str, capsys: Said) -> None:
    run(["demo", "--database", postgres_url])

    assert run(["demo", "--database", postgres_url, "--fresh"]) == 1

    assert "drop the demo database" in capsys.readouterr().err
    assert how_many_items(postgres_url) == 309
