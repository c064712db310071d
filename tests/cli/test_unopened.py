"""A database that cannot be opened: what each command says, in the program's own words and never in the driver's."""

import json
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql

from posim_desktop.cli.chosen import PASSWORD_VARIABLE
from posim_desktop.cli.main import run
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import load_settings, sqlite_url
from postgres_server import SUPERUSER, PostgresServer

Said = pytest.CaptureFixture[str]

NO_ANSWER = "its server does not answer. Check that it is running and that this computer reaches it"
NOT_LET_IN = "its server does not let this program in. Check the user, the password and the name of the database"
NOBODY = 65534
_OF_DRIVERS = ("connection failed", "FATAL", "Errno", "No such file", "psycopg", "sqlite3", "(Background on", "secret")


@pytest.fixture
def log_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return _at_home_in(tmp_path / "home", monkeypatch)


def _at_home_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(variable, str(folder))
    return load_settings(None).data_folder / "logs"


def _commands(tmp_path: Path) -> list[list[str]]:
    goods = tmp_path / "goods.csv"
    if not goods.exists():
        goods.write_text("code,description\n1,Kettle\n")
    return [["verify"], ["grant", "till"], ["import", "items", str(goods)], ["demo"]]


def _assert_all_say(database: str, words: str, tmp_path: Path, capsys: Said) -> None:
    for command in _commands(tmp_path):
        assert run(["--database", database, *command]) == 1
        said = capsys.readouterr().err
        assert words in said
        assert said.startswith("posim-desktop: ")
        assert said.count("\n") == 1
        assert [driver for driver in _OF_DRIVERS if driver in said] == []


def _logged(log_folder: Path) -> list[str]:
    return [json.loads(line)["message"] for line in (log_folder / "posim.jsonl").read_text("utf-8").splitlines()]


def _url(server: PostgresServer, user: str, database: str) -> str:
    url = sa.URL.create("postgresql", user, database=database, query={"host": str(server.folder)})
    return url.render_as_string(hide_password=False)


@contextmanager
def _asking_for_passwords(server: PostgresServer, user: str) -> Iterator[None]:
    rules = server.folder / "data" / "pg_hba.conf"
    before = rules.read_text("utf-8")
    where = f"host={server.folder} user={SUPERUSER} dbname=postgres"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'right'").format(sql.Identifier(user)))
        try:
            rules.write_text(f"local all {user} scram-sha-256\n{before}", "utf-8")
            connection.execute("SELECT pg_reload_conf()")
            yield
        finally:
            rules.write_text(before, "utf-8")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(user)))


def test_a_wrong_password(
    postgres_server: PostgresServer, log_folder: Path, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _asking_for_passwords(postgres_server, "keeper"):
        monkeypatch.setenv(PASSWORD_VARIABLE, "secret")
        _assert_all_say(_url(postgres_server, "keeper", "postgres"), NOT_LET_IN, tmp_path, capsys)
        where = ("--host", str(postgres_server.folder), "--name", "postgres", "--user", "keeper")
        assert run(["connect", *where]) == 1
        assert NOT_LET_IN in capsys.readouterr().err
    assert all("password authentication failed" in line for line in _logged(log_folder))
    assert not any("secret" in line for line in _logged(log_folder))


def test_no_such_database(postgres_server: PostgresServer, log_folder: Path, tmp_path: Path, capsys: Said) -> None:
    _assert_all_say(_url(postgres_server, SUPERUSER, "no_such_shop"), NOT_LET_IN, tmp_path, capsys)
    assert _logged(log_folder)


def test_no_server(log_folder: Path, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "secret")
    _assert_all_say("postgresql://nobody@127.0.0.1:1/shop", NO_ANSWER, tmp_path, capsys)
    assert run(["connect", "--host", "127.0.0.1", "--port", "1", "--name", "shop", "--user", "till"]) == 1
    said = capsys.readouterr().err
    assert NO_ANSWER in said
    assert [driver for driver in _OF_DRIVERS if driver in said] == []
    assert _logged(log_folder)


@pytest.mark.usefixtures("log_folder")
def test_a_file_that_is_no_database(tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "letter.sqlite"
    file.write_text("Dear shop, " * 100)
    _assert_all_say(str(file), "the file is not a database, or is damaged", tmp_path, capsys)


@pytest.mark.usefixtures("log_folder")
def test_a_folder(tmp_path: Path, capsys: Said) -> None:
    folder = tmp_path / "shops"
    folder.mkdir(0o755)
    _assert_all_say(str(folder), f"{folder} is a folder. Choose the shop's file in it.", tmp_path, capsys)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


@pytest.mark.usefixtures("log_folder")
def test_a_place_where_nothing_can_be(tmp_path: Path, capsys: Said) -> None:
    _assert_all_say("/dev/null/shop.sqlite", "there is something else in its place", tmp_path, capsys)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read a file in another way")
def test_an_unreadable_file(capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folder is closed to everybody else
        folder = Path(name)
        folder.chmod(stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)
        _at_home_in(folder, monkeypatch)
        file = folder / "shop.sqlite"
        migrate(sqlite_url(file), folder)
        before = file.read_bytes()
        file.chmod(0)
        _assert_all_say(name, "is a folder", folder, capsys)  # loads what only root may load where Python is root's
        with _no_root():
            _assert_all_say(str(file), f"this user may not read and write {file}", folder, capsys)
        file.chmod(stat.S_IRUSR)
        assert file.read_bytes() == before


@contextmanager
def _no_root() -> Iterator[None]:
    """Be somebody who may not read everything, as whoever works at a till is."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.usefixtures("log_folder")
def test_a_newer_schema(tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "newer.sqlite"
    migrate(sqlite_url(file), tmp_path)
    engine = sa.create_engine(sqlite_url(file))
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    _assert_all_say(str(file), "made by a newer version of the program (revision 9999)", tmp_path, capsys)
