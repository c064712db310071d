"""Passwords: in no file that others can read, in no log, in no message, and on no command line."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from posim_desktop.cli.chosen import PASSWORD_VARIABLE, given_database
from posim_desktop.cli.failures import WrongUseError
from posim_desktop.cli.main import run
from posim_desktop.domain.purchasing.mails import MailSettings
from posim_desktop.services.purchasing import mail_settings

SECRETS = ("s3cret%40word", "s3cret@word", "mail-s3cret")
NOBODY_ANSWERS = "postgresql://till@127.0.0.1:1/shop"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://till:word@server/shop",
        "postgresql+psycopg://till:@server/shop",
        "postgresql://till@server/shop?password=word",
    ],
)
def test_a_password_on_the_command_line_is_refused(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--database", url, "verify"], ["demo", "--database", url], ["--database", url, "sales"]):
        assert run(arguments) == 2
        said = capsys.readouterr().err
        assert PASSWORD_VARIABLE in said
        assert "word@" not in said


def test_the_environment_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "s3cret@word:/%")
    url = sa.make_url(given_database("postgresql://till@server:5433/shop?sslmode=require"))
    assert (url.username, url.password, url.host, url.port) == ("till", "s3cret@word:/%", "server", 5433)
    assert url.query == {"sslmode": "require"}
    for other in ("postgresql://server/shop", "postgresql:///shop?host=/run", "sqlite:////tmp/a@b:c.sqlite"):
        assert given_database(other) == other
    with pytest.raises(WrongUseError):
        given_database("postgresql://till:x@server/shop")


def test_no_file_of_a_run_holds_a_password_but_those_of_its_owner(tmp_path: Path) -> None:
    """Everything that goes wrong with a server is tried, and all that was said and written is looked through."""
    home = tmp_path / "home"
    home.mkdir()
    settings = home / "settings.toml"
    settings.write_text(f'database_url = "{NOBODY_ANSWERS.replace("@", f":{SECRETS[0]}@")}"\n', "utf-8")
    settings.chmod(0o600)
    mail_settings.save(
        MailSettings("mail.example", user="shop", password=SECRETS[2], sender="a@b.example"), home / "mail.json"
    )
    with settings.open("a", encoding="utf-8") as file:
        file.write(f"data_folder = '{home / 'data'}'\n")
    environment = {**os.environ, PASSWORD_VARIABLE: SECRETS[1], "HOME": str(home)}
    said = ""
    for arguments in (
        ("verify",),
        ("grant", "till"),
        ("connect", "--host", "127.0.0.1", "--port", "1", "--name", "shop", "--user", "till"),
    ):
        command = (sys.executable, "-m", "posim_desktop", "--settings", str(settings), *arguments)
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 1, done.stderr
        assert not any(secret in " ".join(command) for secret in SECRETS)
        said += done.stdout + done.stderr
    assert not any(secret in said for secret in SECRETS)
    kept = [file for file in home.rglob("*") if file.is_file()]
    holding = {file.name for file in kept if any(secret in file.read_text("latin-1") for secret in SECRETS)}
    assert holding == {"settings.toml", "mail.json"}
    assert any(file.name == "posim.jsonl" for file in kept)
    if sys.platform != "win32":
        assert [file.name for file in kept if stat.S_IMODE(file.stat().st_mode) & 0o077] == []


def test_nobody_reads_a_mail_password_by_writing_the_settings_down() -> None:
    assert SECRETS[2] not in repr(MailSettings("mail.example", password=SECRETS[2]))
