"""Backups are made while tills sell, proved, and put in their place whole or not at all."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from posim_desktop.domain.exchange.backups import BackupState, Occasion, Proof, Second, shop_in_names
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backup
from posim_desktop.queries.shop.backups import safety
from posim_desktop.queries.verify import verify
from posim_desktop.services import checksums, copies
from posim_desktop.services.database import for_writing
from posim_desktop.services.exchange import backups as verbs
from posim_desktop.services.exchange.backups import Backups
from posim_desktop.services.records.backup_rows import BackupEnd
from seeding import Till, open_till, prefer, stored


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    """A till that sold something."""
    opened = open_till(database_url)
    opened.stores("kettle", on_hand="50")
    opened.posts(opened.rings_up(("kettle", "1")))
    yield opened
    opened.engine.dispose()


@pytest.fixture
def in_file(sqlite_url: str) -> Iterator[Till]:
    """A till of a shop in a file."""
    opened = open_till(sqlite_url)
    opened.stores("kettle", on_hand="500")
    yield opened
    opened.engine.dispose()


def backups_of(till: Till, folder: Path) -> Backups:
    return Backups(till.engine.url.render_as_string(hide_password=False), folder, "till 1")


def wanting(till: Till, **preferences: bool | str | int) -> None:
    with till.writing() as session:
        prefer(session, **preferences)


def files_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_is_proved_and_has_its_checksum_beside_it(till: Till, tmp_path: Path) -> None:
    wanting(till, store_name="Harbor Books", time_zone="Asia/Tokyo")
    made = backups_of(till, tmp_path / "data").make(Occasion.BY_HAND, till.employee_id)
    assert made is not None
    assert made.problem == ""
    assert made.proof is Proof.WHOLE
    folder = tmp_path / "data" / "backups"
    assert files_in(folder) == [made.file, f"{made.file}.sha256"]
    assert made.file.startswith("harbor-books-")
    assert checksums.require(folder / made.file) == made.sha256
    row = stored(till.engine, Backup)
    assert (row.state, row.size, row.sha256) == (BackupState.GOOD, made.size, made.sha256)
    with till.engine.connect() as connection:
        assert safety(connection).last_good == row.begun_at
        assert verify(connection) == ()


def test_nobody_else_can_read_a_backup(in_file: Till, tmp_path: Path) -> None:
    made = backups_of(in_file, tmp_path).make(Occasion.BY_HAND, to=tmp_path / "drive")
    assert made is not None
    modes = {each.stat().st_mode & 0o077 for each in (tmp_path / "drive").iterdir()}
    assert modes == {0} or sys.platform == "win32"


def test_a_till_sells_while_the_shop_is_copied(in_file: Till, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each share of the copy meets a sale: the copy begins again, its shares grow, and it ends all the same."""
    monkeypatch.setattr(copies, "_FIRST_SHARE", 1)
    sold = list[int]()

    def sell() -> bool:
        sold.append(1)
        seller = threading.Thread(target=lambda: in_file.posts(in_file.rings_up(("kettle", "1"))))
        seller.start()
        seller.join()
        return False

    copy = tmp_path / "copy.sqlite"
    copies.copy_database(Path(str(in_file.engine.url.database)), copy, sell)
    copies.require_sound_file(copy)
    assert len(sold) > 6


def test_somebody_gives_a_backup_up(till: Till, tmp_path: Path) -> None:
    made = backups_of(till, tmp_path).make(Occasion.BY_HAND, stop=lambda: True)
    assert made is not None
    assert (made.proof, made.problem) == (None, verbs.GIVEN_UP)
    assert files_in(tmp_path / "backups") == []
    assert stored(till.engine, Backup).state == BackupState.FAILED


def test_a_copy_that_does_not_agree_is_no_backup(till: Till, tmp_path: Path) -> None:
    with for_writing(till.engine).begin() as connection:
        connection.execute(sa.text("UPDATE items SET on_hand = on_hand - 500"))
    made = backups_of(till, tmp_path).make(Occasion.BY_HAND)
    assert made is not None
    assert made.proof is None
    assert "S1: item kettle" in made.problem
    assert files_in(tmp_path / "backups") == []


def test_one_workstation_makes_one_at_a_time(till: Till) -> None:
    begun = till.run(verbs.begin, occasion=Occasion.HOUR)
    assert begun.record_id
    assert till.run(verbs.begin, occasion=Occasion.CLOSING).record_id == 0
    assert till.refusal(verbs.begin, occasion=Occasion.BY_HAND).why is Why.BACKUP_AT_WORK


def test_one_that_never_came_back_is_waited_for_no_longer(till: Till) -> None:
    till.run(verbs.begin, occasion=Occasion.HOUR)
    with for_writing(till.engine).begin() as connection:
        begun_at = connection.execute(sa.select(Backup.begun_at)).scalar_one()
        old = sa.insert(Backup.__table__).from_select(
            [column.name for column in Backup.__table__.columns if column.name != "id"],
            sa.select(
                *(
                    sa.literal(begun_at - timedelta(days=1), Backup.__table__.c.begun_at.type)
                    if column.name == "begun_at"
                    else column
                    for column in Backup.__table__.columns
                    if column.name != "id"
                )
            ),
        )
        connection.execute(old)
        connection.execute(sa.text("UPDATE backups SET state = 'failed', ended_at = begun_at WHERE id = 1"))
    assert till.run(verbs.begin, occasion=Occasion.BY_HAND).record_id
    with till.engine.connect() as connection:
        states = connection.scalars(sa.select(Backup.state).order_by(Backup.id)).all()
    assert states == [BackupState.FAILED, BackupState.FAILED, BackupState.RUNNING]


def test_the_hour_is_done_with_once_a_backup_was_begun_since(till: Till) -> None:
    before = till.transactor.now()
    first = till.run(verbs.begin, occasion=Occasion.HOUR, since=before)
    assert first.record_id
    till.run(verbs.end, backup_id=first.record_id, came_of=BackupEnd("f", "n", 1, "0" * 64, Proof.WHOLE))
    assert till.run(verbs.begin, occasion=Occasion.HOUR, since=before).record_id == 0


def test_a_copy_goes_into_the_second_folder(in_file: Till, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    wanting(in_file, backup_second_folder=str(drive))
    missing = backups_of(in_file, tmp_path).make(Occasion.BY_HAND)
    assert missing is not None
    assert (missing.proof, missing.second) == (Proof.WHOLE, Second.MISSING)
    assert str(drive) in missing.problem

    drive.mkdir()
    there = backups_of(in_file, tmp_path).make(Occasion.BY_HAND)
    assert there is not None
    assert there.second is Second.COPIED
    assert checksums.require(drive / there.file) == there.sha256


def test_what_is_old_is_removed_from_the_shops_folder_alone(in_file: Till, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("my-shop-20200105-100000.sqlite", "my-shop-20200107-100000.sqlite", "other-20200105-100000.sqlite"):
        (folder / name).write_text("")
        (folder / f"{name}.sha256").write_text("")
    made = backups_of(in_file, tmp_path).make(Occasion.BY_HAND)
    assert made is not None
    kept = {"my-shop-20200107-100000.sqlite", "other-20200105-100000.sqlite", made.file}
    assert set(files_in(folder)) == kept | {f"{name}.sha256" for name in kept}


def test_a_folder_that_cannot_be_written_is_told(in_file: Till, tmp_path: Path) -> None:
    (tmp_path / "drive").write_text("a file, not a folder")
    made = backups_of(in_file, tmp_path).make(Occasion.BY_HAND, to=tmp_path / "drive")
    assert made is not None
    assert made.proof is None
    assert f"cannot be written to {tmp_path / 'drive'}" in made.problem


def test_a_practice_shop_is_named_as_one() -> None:
    assert shop_in_names("Harbor Books", is_practice=True) == "PRACTICE-harbor-books"


_MAKES = """
import resource, sys
from pathlib import Path
from posim_desktop.domain.exchange.backups import Occasion
from posim_desktop.services.exchange.backups import Backups, BackupStage
url, folder, how = sys.argv[1:]
def told(stage):
    if how == 'killed' and stage is BackupStage.PROVING or how == 'killed late' and stage is BackupStage.WRITING:
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
    if how == 'full' and stage is BackupStage.COPYING:
        import signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    if how == 'full' and stage is BackupStage.PROVING:
        raise AssertionError('there was room')
made = Backups(url, Path(folder), 'till 1').make(Occasion.BY_HAND, told=told)
print(made.problem)
"""


def in_a_process(till: Till, folder: Path, how: str) -> "subprocess.CompletedProcess[str]":
    url = till.engine.url.render_as_string(hide_password=False)
    command = (sys.executable, "-c", _MAKES, url, str(folder), how)
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("how", ["killed", "killed late"])
def test_a_program_that_is_killed_leaves_no_half_backup(in_file: Till, tmp_path: Path, how: str) -> None:
    assert in_a_process(in_file, tmp_path, how).returncode == -signal.SIGKILL
    assert [name for name in files_in(tmp_path / "backups") if not name.startswith(".")] == []
    with for_writing(in_file.engine).begin() as connection:
        connection.execute(sa.text("UPDATE backups SET state = 'failed', ended_at = begun_at"))
    made = backups_of(in_file, tmp_path).make(Occasion.BY_HAND)
    assert made is not None
    assert files_in(tmp_path / "backups") == [made.file, f"{made.file}.sha256"]


def test_a_full_disk_is_told_and_leaves_nothing(in_file: Till, tmp_path: Path) -> None:
    done = in_a_process(in_file, tmp_path, "full")
    assert "make room on the disk" in done.stdout, done.stderr
    assert files_in(tmp_path / "backups") == []
