"""`posim-desktop connect`, and that the roles of docs/install.md are enough for a till and no more than that."""

import re
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql

from posim_desktop.cli.chosen import PASSWORD_VARIABLE
from posim_desktop.cli.connect import keep
from posim_desktop.cli.main import run
from posim_desktop.services.database import open_engine
from posim_desktop.services.exchange import demo
from posim_desktop.settings import load_settings
from postgres_server import SUPERUSER, PostgresServer

PAGE = Path(__file__).resolve().parents[2] / "docs" / "install.md"
Said = pytest.CaptureFixture[str]


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    file = tmp_path / "settings.toml"
    file.write_text('workstation = "Counter 7"\n', "utf-8")
    return file


@pytest.fixture
def shop_as_documented(postgres_server: PostgresServer) -> Iterator[PostgresServer]:
    """Make the users and the database with the very commands of the page."""
    (roles,) = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), flags=re.DOTALL)
    where = f"host={postgres_server.folder} user={SUPERUSER} "
    with psycopg.connect(f"{where} dbname=postgres", autocommit=True) as connection:
        for command in filter(str.strip, roles.split(";")):
            connection.execute(command)
        try:
            yield postgres_server
        finally:
            connection.execute("DROP DATABASE shop WITH (FORCE)")
            for role in ("shop_till", "shop_owner"):
                connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


def url_of(server: PostgresServer, user: str) -> str:
    url = sa.URL.create("postgresql", user, database="shop", query={"host": str(server.folder)})
    return url.render_as_string(hide_password=False)


def connect_as_till(server: PostgresServer, settings_file: Path) -> int:
    where = ("--host", str(server.folder), "--name", "shop", "--user", "shop_till")
    return run(["--settings", str(settings_file), "connect", *where])


def test_a_till_works_with_the_roles_of_the_page_and_may_do_no_more(
    shop_as_documented: PostgresServer, settings_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "p@ss:/%")
    before = settings_file.read_text("utf-8")
    assert connect_as_till(shop_as_documented, settings_file) == 1
    assert "Permission denied" in capsys.readouterr().err
    assert settings_file.read_text("utf-8") == before

    assert run(["--database", url_of(shop_as_documented, "shop_owner"), "grant", "shop_till"]) == 0
    assert connect_as_till(shop_as_documented, settings_file) == 0
    assert "p@ss" not in capsys.readouterr().out
    kept = load_settings(settings_file)
    assert kept.workstation == "Counter 7"
    assert sa.make_url(kept.database_url).password == "p@ss:/%"  # noqa: S105 - an example

    engine = open_engine(kept.database_url)
    try:
        assert demo.make(engine, datetime(2026, 11, 2, 9, 30, tzinfo=UTC))
        with engine.begin() as connection, pytest.raises(sa.exc.ProgrammingError, match="permission denied"):
            connection.execute(sa.text("CREATE TABLE mine (id integer)"))
        with engine.begin() as connection, pytest.raises(sa.exc.ProgrammingError, match="must be owner"):
            connection.execute(sa.text("DROP TABLE invoices"))
    finally:
        engine.dispose()
    assert run(["--settings", str(settings_file), "verify"]) == 0


def test_a_server_that_is_not_there_changes_nothing(
    settings_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "secret")
    where = ("--host", "127.0.0.1", "--port", "1", "--name", "shop", "--user", "till")

    assert run(["--settings", str(settings_file), "connect", *where]) == 1

    said = capsys.readouterr().err
    assert "cannot be opened" in said
    assert "secret" not in said
    assert settings_file.read_text("utf-8") == 'workstation = "Counter 7"\n'


def test_this_computer_takes_the_server_out_again(settings_file: Path) -> None:
    keep(settings_file, "postgresql://till:secret@server/shop")
    assert load_settings(settings_file).database_url == "postgresql://till:secret@server/shop"

    assert run(["--settings", str(settings_file), "connect", "--this-computer"]) == 0

    assert settings_file.read_text("utf-8") == 'workstation = "Counter 7"\n'


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps who may read a file in another way")
def test_only_the_user_can_read_the_password(settings_file: Path) -> None:
    settings_file.chmod(0o644)
    keep(settings_file, "postgresql://till:secret@server/shop")
    assert stat.S_IMODE(settings_file.stat().st_mode) == 0o600


def test_an_entry_is_replaced_and_tables_stay_below(settings_file: Path) -> None:
    settings_file.write_text('database_url = "old"\npoll_seconds = 5\n[later]\ndatabase_url = "other"\n', "utf-8")
    keep(settings_file, 'postgresql://o"brien@server/shop')
    assert load_settings(settings_file).database_url == 'postgresql://o"brien@server/shop'
    assert load_settings(settings_file).poll_seconds == 5
    assert '[later]\ndatabase_url = "other"\n' in settings_file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--host", "server"], "missing: --name, --user"),
        (["--this-computer", "--host", "server"], "not both"),
        (["--host", "server", "--port", "0", "--name", "shop", "--user", "till"], "port"),
    ],
)
def test_wrong_use_is_told(settings_file: Path, arguments: list[str], reason: str, capsys: Said) -> None:
    assert run(["--settings", str(settings_file), "connect", *arguments]) == 2
    assert reason in capsys.readouterr().err
