"""The command line fails with one line and a code, never with a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from posim_desktop.cli.chosen import PlainCall, chosen_settings, plain_call
from posim_desktop.cli.commands import COMMANDS
from posim_desktop.cli.main import run
from posim_desktop.settings import program_version, sqlite_url

Said = pytest.CaptureFixture[str]


def test_the_version_is_shown(capsys: Said) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"posim-desktop {program_version()}\n"


def test_help_lists_every_command(capsys: Said) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in said] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: Said) -> None:
    assert run([name, "--help"]) == 0
    assert f"Usage: posim-desktop {name}" in capsys.readouterr().out


def test_the_module_runs_like_the_command() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "posim_desktop", "--version"], capture_output=True, text=True, check=True
    )
    assert said.stdout == f"posim-desktop {program_version()}\n"


def test_a_plain_path_is_a_sqlite_file(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite"
    assert chosen_settings(None, str(file)).database_url == sqlite_url(file)
    assert chosen_settings(None, "postgresql://server/shop").database_url == "postgresql://server/shop"


@pytest.mark.parametrize(
    ("arguments", "client", "settings", "database"),
    [
        (["sales"], "sales", None, ""),
        (["inventory"], "inventory", None, ""),
        ([], "", None, ""),
        (["--settings", "a.toml", "sales"], "sales", Path("a.toml"), ""),
        (["--settings=a.toml", "--database", "b.sqlite", "sales"], "sales", Path("a.toml"), "b.sqlite"),
        (["--database=postgresql://server/shop?a=b"], "", None, "postgresql://server/shop?a=b"),
    ],
)
def test_a_plain_call_for_a_client_is_read_without_the_commands(
    arguments: list[str], client: str, settings: Path | None, database: str
) -> None:
    assert plain_call(arguments) == PlainCall(client, settings, database)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["verify"],
        ["sales", "--help"],
        ["sales", "inventory"],
        ["--settings"],
        ["--settings="],
        ["--settings", "--database", "sales"],
        ["--sett", "a.toml", "sales"],
        ["--", "sales"],
    ],
)
def test_every_other_call_is_left_to_the_commands(arguments: list[str]) -> None:
    assert plain_call(arguments) is None


@pytest.mark.parametrize("arguments", [["--settings", "nowhere.toml", "sales"], ["--settings=nowhere.toml"]])
def test_a_plain_call_fails_as_the_commands_do(
    arguments: list[str], capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")  # as if there were a screen to show a window on
    assert run(arguments) == 2
    assert capsys.readouterr().err == "posim-desktop: There is no settings file nowhere.toml.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["nonsense"], 2, "No such command"),
        (["import"], 2, "Missing argument"),
        (["import", "invoices", "x.csv"], 2, "invoices"),
        (["import", "items", "nowhere.csv"], 2, "nowhere.csv cannot be read"),
        (["import", "items", "."], 2, "cannot be read"),
        (["--settings", "nowhere.toml", "import", "items", "x.csv"], 2, "no settings file"),
    ],
)
def test_wrong_use_is_told_in_words(arguments: list[str], code: int, reason: str, capsys: Said) -> None:
    assert run(arguments) == code
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("written", [b"database_url = [", b"\xff\xfe", b"poll_seconds = 'often'"])
def test_a_settings_file_that_is_no_toml_is_told(written: bytes, tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(written)

    assert run(["--settings", str(file), "import", "items", "x.csv"]) == 2
    said = capsys.readouterr().err
    assert "settings file cannot be understood" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("database", "code", "reason"),
    [
        ("mysql://server/shop", 2, "not in mysql"),
        ("://", 2, "not a database URL"),
        ("nonsense://server/shop", 2, "not in nonsense"),
        ("postgresql://nobody@127.0.0.1:1/shop", 1, "does not answer"),
        ("/dev/null/shop.sqlite", 1, "cannot be opened"),
    ],
)
def test_a_database_that_cannot_be_opened_is_told(
    database: str, code: int, reason: str, tmp_path: Path, capsys: Said
) -> None:
    file = tmp_path / "items.csv"
    file.write_text("code,description\n1,Kettle\n")

    assert run(["--database", database, "import", "items", str(file)]) == code
    said = capsys.readouterr().err
    assert reason in said
    assert "secret" not in said
    assert said.count("\n") == 1


def test_a_file_that_is_no_database_is_told(tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "items.csv"
    file.write_text("code,description\n1,Kettle\n")

    assert run(["--database", str(file), "import", "items", str(file)]) == 1
    assert "not a database" in capsys.readouterr().err
    assert file.read_text() == "code,description\n1,Kettle\n"
