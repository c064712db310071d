"""A server's database that cannot be backed up from here is upgraded only when the person says so."""

import io
from pathlib import Path

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot
from typing_extensions import override

from left_open import put_windows_away
from migrations.conftest import NextVersion
from posim_desktop.cli.main import run
from posim_desktop.orm.base import REVISION
from posim_desktop.services import server_programs
from posim_desktop.services.database import open_engine
from posim_desktop.settings import Settings
from posim_desktop.start import Start
from posim_desktop.tour import hands
from posim_desktop.ui.people.first_start import FirstStartDialog
from posim_desktop.ui.people.log_in import LogInDialog
from posim_desktop.ui.widgets.question import Question

NEXT = "op.add_column('customers', sa.Column('nickname', sa.Text()))"


@pytest.fixture
def shop(postgres_url: str, tmp_path: Path, next_version: NextVersion, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A shop of the version before, on a computer without pg_dump."""
    monkeypatch.setattr(server_programs, "_INSTALLED", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    next_version(NEXT)
    return Settings(postgres_url, tmp_path, "Till 1")


def revision(shop: Settings) -> str:
    engine = open_engine(shop.database_url)
    with engine.connect() as connection:
        found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one()
    engine.dispose()
    return str(found)


@pytest.mark.parametrize(("button", "then"), [("Upgrade Without a Backup Here", "9000"), ("Cancel", REVISION)])
def test_the_window_asks(qtbot: QtBot, shop: Settings, button: str, then: str) -> None:
    start = Start(shop, ("sales",))
    start.ask()
    log_in = start.door
    assert isinstance(log_in, LogInDialog)
    qtbot.waitUntil(log_in.trouble_label.isVisible, timeout=20_000)
    question = hands.dialog("Upgrade")
    assert isinstance(question, Question)
    assert "pg_dump is not on this computer" in question.question_label.text()
    assert question.cancel_button.isDefault()
    hands.press(question, button)

    if then == "9000":
        qtbot.waitUntil(lambda: isinstance(start.door, FirstStartDialog), timeout=20_000)
    else:
        assert log_in.trouble_label.isVisible()
    assert revision(shop) == then
    put_windows_away()
    start.close()


def test_a_command_that_nobody_watches_refuses(shop: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--database", shop.database_url, "verify"]) == 1
    assert (
        "pg_dump is not on this computer. Say --without-backup to upgrade it all the same." in capsys.readouterr().err
    )
    assert revision(shop) == REVISION


def test_a_command_repeats_what_pg_dump_said(
    shop: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text("#!/bin/sh\necho the disk is full >&2\nexit 1\n")
    program.chmod(0o755)
    assert run(["--database", shop.database_url, "verify"]) == 1
    said = capsys.readouterr().err
    assert "pg_dump failed" in said
    assert "the disk is full Say --without-backup to upgrade it all the same." in said


def test_the_command_takes_an_option(shop: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--database", shop.database_url, "--without-backup", "verify"]) == 0
    assert revision(shop) == "9000"
    assert capsys.readouterr().err == ""


class Terminal(io.StringIO):
    """A person at a keyboard."""

    @override
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "then"), [("y\n", "9000"), ("n\n", REVISION), ("\n", REVISION)])
def test_at_a_terminal_the_command_asks(
    shop: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str, then: str
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert run(["--database", shop.database_url, "verify"]) == (then == REVISION)
    assert "Upgrade it without a backup here?" in capsys.readouterr().out
    assert revision(shop) == then
