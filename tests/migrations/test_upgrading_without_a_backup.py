"""A server's database that cannot be backed up from here is upgraded only when the person says so."""

import io
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from typing_extensions import override

from migrations.conftest import NextVersion
from posim_desktop.app import open_or_tell
from posim_desktop.cli.main import run
from posim_desktop.orm.base import REVISION
from posim_desktop.services import backup
from posim_desktop.services.database import open_engine
from posim_desktop.settings import Settings

NEXT = "op.add_column('customers', sa.Column('nickname', sa.Text()))"


@pytest.fixture
def shop(postgres_url: str, tmp_path: Path, next_version: NextVersion, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A shop of the version before, on a computer without pg_dump."""
    monkeypatch.setattr(backup, "_INSTALLED", tmp_path)
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
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        assert box.defaultButton().text() == "Cancel"
        next(each for each in box.buttons() if each.text() == button).click()

    assert qtbot is not None
    QTimer.singleShot(0, answer)
    opened = open_or_tell(shop)
    assert ["pg_dump is not on this computer" in words for words in asked] == [True]
    assert (opened is not None) is (then == "9000")
    if opened:
        opened.close()
    assert revision(shop) == then


def test_a_command_that_nobody_watches_refuses(shop: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--database", shop.database_url, "verify"]) == 1
    assert (
        "pg_dump is not on this computer. Say --without-backup to upgrade it all the same." in capsys.readouterr().err
    )
    assert revision(shop) == REVISION


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
