"""What would keep a shop from being worked in is told at the start, in the program's own words."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from posim_desktop.app import open_database
from posim_desktop.domain.errors import TroubleError
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import Settings, sqlite_url
from seeding import Till, open_till

NOBODY = 65534


def told(url: str, folder: Path) -> str:
    """Open a shop as the windows do, and return what is told."""
    with pytest.raises(TroubleError) as trouble:
        open_database(Settings(url, folder, "till 1"))
    return str(trouble.value)


@contextmanager
def somebody() -> Iterator[None]:
    """Be somebody who may not write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a shop, into which everybody may look; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        migrate(sqlite_url(folder / "shop.sqlite"), folder)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


def test_a_table_that_is_missing(database_url: str, tmp_path: Path) -> None:
    engine = sa.create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE print_jobs"))
    engine.dispose()
    assert "some of its tables are missing" in told(database_url, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may write a file in another way")
def test_a_file_that_may_only_be_read(folder: Path) -> None:
    file = folder / "shop.sqlite"
    file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    with somebody():
        assert f"this user may not read and write {file}" in told(sqlite_url(file), folder)


@pytest.mark.skipif(os.name == "nt", reason="as above")
def test_a_folder_in_which_nothing_may_be_written(folder: Path) -> None:
    (folder / "shop.sqlite").chmod(0o666)
    if os.geteuid() == 0:
        os.chown(folder / "shop.sqlite", NOBODY, NOBODY)
    folder.chmod(0o555)
    with somebody():
        assert f"this user may not write in {folder}" in told(sqlite_url(folder / "shop.sqlite"), folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    link = tmp_path / "shop.sqlite"
    link.symlink_to(link)
    assert "a link that leads to itself" in told(sqlite_url(link), tmp_path)


def test_a_file_whose_own_description_is_damaged(sqlite_url: str, tmp_path: Path) -> None:
    file = Path(str(sa.make_url(sqlite_url).database))
    content = file.read_bytes()
    place = content.index(b"CREATE TABLE alembic_version")
    file.write_bytes(content[:place] + b"CR\xa0ATE T\xffBLE" + content[place + 12 :])
    assert "the file is not a database, or is damaged" in told(sqlite_url, tmp_path)


@pytest.mark.parametrize(
    ("pragma", "words"), [("max_page_count = 1", "no room on the disk"), ("query_only = 1", "may not write")]
)
def test_what_keeps_a_verb_from_writing_is_told(sqlite_url: str, pragma: str, words: str) -> None:
    till: Till = open_till(sqlite_url)
    till.stores("kettle", on_hand="5")
    with till.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {pragma}")
    with pytest.raises(TroubleError, match=words):
        sell_until_the_pages_are_full(till)
    till.engine.dispose()


def sell_until_the_pages_are_full(till: Till) -> None:
    for _ in range(200):
        till.rings_up(("kettle", "1"))


def test_a_damaged_file_is_told_to_whoever_sells(sqlite_url: str) -> None:
    till: Till = open_till(sqlite_url)
    till.stores("kettle", on_hand="5")
    till.engine.dispose()
    file = Path(str(sa.make_url(sqlite_url).database))
    content = bytearray(file.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 8] = b"\xff" * 8
    file.write_bytes(content)
    with pytest.raises(TroubleError, match="The shop's file is damaged"):
        till.rings_up()
