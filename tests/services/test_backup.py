"""The backup before an upgrade of a server's database: made by pg_dump, or the person is asked."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from posim_desktop.services import server_programs
from posim_desktop.services.backup import NoBackupError, back_up
from seeding import Till, open_till


@pytest.fixture
def till(postgres_url: str) -> Iterator[Till]:
    """A till in a shop on a server."""
    opened = open_till(postgres_url)
    opened.stores("kettle", on_hand="3")
    yield opened
    opened.engine.dispose()


@pytest.fixture
def own_pg_dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that is the only one the computer has; nothing is in it yet."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setattr(server_programs, "_INSTALLED", folder)
    monkeypatch.setenv("PATH", str(folder))
    return folder / "pg_dump"


def write_program(file: Path, body: str) -> None:
    file.write_text(f"#!{sys.executable}\n{body}\n", "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def test_a_servers_database_is_written_into_the_data_folder(till: Till, tmp_path: Path) -> None:
    file = back_up(till.engine.url, tmp_path)
    assert file is not None
    assert file.parent == tmp_path / "backups"
    assert file.name.startswith(f"{till.engine.url.database}.before-upgrade-")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    restore = ("pg_restore", "--data-only", "--table=items", "--file=-", str(file))
    told = subprocess.run(restore, check=True, capture_output=True, text=True).stdout
    assert "\tkettle\t" in told


def test_the_password_is_not_on_the_command_line(tmp_path: Path, own_pg_dump: Path) -> None:
    told = tmp_path / "told"
    write_program(
        own_pg_dump,
        "import os, pathlib, sys\n"
        f"pathlib.Path({str(told)!r}).write_text(repr(sys.argv) + '\\n' + os.environ['PGPASSWORD'])",
    )
    url = sa.make_url("postgresql+psycopg://till:top%20%27secret@server.shop/shop?sslmode=require")
    back_up(url, tmp_path)
    command, environment = told.read_text("utf-8").splitlines()
    assert environment == "top 'secret"
    assert "secret" not in command
    assert all(part in command for part in ("dbname=shop", "user=till", "host=server.shop", "sslmode=require"))
    assert "PGPASSWORD" not in os.environ


def test_without_pg_dump_the_person_is_asked(till: Till, tmp_path: Path, own_pg_dump: Path) -> None:
    assert not own_pg_dump.exists()
    with pytest.raises(NoBackupError, match="pg_dump is not on this computer"):
        back_up(till.engine.url, tmp_path)
    assert back_up(till.engine.url, tmp_path, without_backup=True) is None


def test_a_backup_that_fails_leaves_no_half_file(
    till: Till, tmp_path: Path, own_pg_dump: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_program(
        own_pg_dump,
        "import sys\n"
        "open(next(each[7:] for each in sys.argv if each.startswith('--file=')), 'w').write('half')\n"
        "sys.exit('the disk is full')",
    )
    with pytest.raises(NoBackupError, match="cannot be backed up to") as refused:
        back_up(till.engine.url, tmp_path)
    assert "the disk is full" not in str(refused.value)
    assert refused.value.said == "the disk is full"
    assert "the disk is full" in caplog.text
    assert list((tmp_path / "backups").iterdir()) == []
