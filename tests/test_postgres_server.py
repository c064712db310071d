"""The databases that the tests are given."""

from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

import postgres_server
from posim_desktop.orm.base import REVISION
from posim_desktop.services.database import open_engine


@pytest.mark.parametrize("visit", ["first", "second"])
def test_each_test_gets_a_migrated_shop_untouched_by_others(database_url: str, visit: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        revision = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
        connection.execute(sa.text(f"CREATE TABLE mark_of_{visit} (id INTEGER)"))
        tables = sa.inspect(connection).get_table_names()
    engine.dispose()

    assert revision == REVISION
    assert [name for name in tables if name.startswith("mark_of_")] == [f"mark_of_{visit}"]


def test_a_stopped_server_leaves_nothing_behind() -> None:
    with postgres_server.running_server() as server, server.database() as name:
        url = server.url(name)
        assert server.folder.is_dir()

    assert not server.folder.exists()
    engine = open_engine(url)
    with pytest.raises(OperationalError):
        engine.connect()
    engine.dispose()


def test_the_shop_owns_its_database_but_not_the_server(postgres_url: str) -> None:
    with (
        psycopg.connect(postgres_url.replace("+psycopg", "")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("CREATE ROLE intruder SUPERUSER")


def test_a_machine_without_postgresql_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(postgres_server, "DEBIAN_VERSIONS", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    with (
        pytest.raises(postgres_server.ServerUnavailableError, match="apt-get install postgresql"),
        postgres_server.running_server(),
    ):
        pass
