"""The shop, its backups and the log are for their owner alone, whatever the computer lets new files be."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from migrations import freeze
from posim_desktop.log_file import log, start_log
from posim_desktop.private_files import make_private
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url
from posim_desktop.ui.crash import CrashWatch
from seeding import open_till


@pytest.fixture(autouse=True)
def _generous_computer() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def rights(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_a_new_shop_is_private_with_all_its_companions(tmp_path: Path) -> None:
    file = tmp_path / "shop.sqlite"
    migrate(sqlite_url(file), tmp_path)
    till = open_till(sqlite_url(file))
    till.stores("kettle", on_hand="1")
    made = sorted(tmp_path.glob("shop.sqlite*"))
    assert file in made
    assert {each.name: rights(each) for each in made} == {each.name: 0o600 for each in made}
    till.engine.dispose()


def test_a_shop_that_others_could_read_is_closed_to_them_with_its_backup(tmp_path: Path) -> None:
    file = tmp_path / "shop.sqlite"
    freeze.restore("0001", sqlite_url(file))
    file.chmod(0o664)
    migrate(sqlite_url(file), tmp_path)
    made = list(tmp_path.glob("shop*.sqlite"))
    assert len(made) == 2
    assert {rights(each) for each in made} == {0o600}


def test_the_log_is_private_also_when_it_begins_anew(tmp_path: Path) -> None:
    known = list(log.handlers)
    watch = CrashWatch(start_log(tmp_path))
    (handler,) = [handler for handler in log.handlers if handler not in known]
    assert isinstance(handler, logging.handlers.RotatingFileHandler)
    handler.doRollover()
    log.removeHandler(handler)
    handler.close()
    del watch
    assert {each.name: rights(each) for each in tmp_path.iterdir()} == {"posim.jsonl": 0o600, "posim.jsonl.1": 0o600}


def test_what_is_in_a_file_stays_in_it(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_text("kept")
    make_private(file)
    assert (file.read_text(), rights(file)) == ("kept", 0o600)
