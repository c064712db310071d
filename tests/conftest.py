"""What every test may ask for: a fresh shop database on each of the two databases we support.

``database_url`` runs a test once on SQLite and once on PostgreSQL; ``sqlite_url`` and
``postgres_url`` are for tests about one of them. Each test gets an empty shop of its own, copied
from a template that was migrated once.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from posim_desktop.services.records import watch_locks
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url as url_of_file
from postgres_server import PostgresServer, ServerUnavailableError, running_server

watch_locks()

# Before anything imports Qt. Say QT_QPA_PLATFORM=xcb to watch the windows.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def _away_from_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep tests from the settings and the shop of the person who runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("POSIM_DATABASE_URL", raising=False)
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            folder = home / variable.lower()
            folder.mkdir(mode=0o700)  # Qt warns of a runtime folder that others may read
            patch.setenv(variable, str(folder))
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Run a PostgreSQL server, one per test process, started by the first test that needs it."""
    try:
        with running_server() as server:
            yield server
    except ServerUnavailableError as trouble:
        # A failure and not a skip: green must mean that both databases were tested.
        pytest.fail(str(trouble), pytrace=False)


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with postgres_server.database() as name:
        migrate(postgres_server.url(name), tmp_path_factory.mktemp("data"))
        yield name


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "shop.sqlite"
    migrate(url_of_file(file), file.parent)
    return file


@pytest.fixture
def postgres_url(postgres_server: PostgresServer, _postgres_template: str) -> Iterator[str]:
    """Give the URL of an empty shop on PostgreSQL, dropped after the test."""
    with postgres_server.database(like=_postgres_template) as name:
        yield postgres_server.url(name)


@pytest.fixture
def sqlite_url(tmp_path: Path, _sqlite_template: Path) -> str:
    """Give the URL of an empty shop in a SQLite file."""
    return url_of_file(Path(shutil.copyfile(_sqlite_template, tmp_path / "shop.sqlite")))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of an empty shop; the test runs once for each kind of database."""
    # Asked for by name, so that tests on SQLite alone start no server.
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(fixture)
    return url
