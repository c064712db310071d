"""A fresh shop database for every test that asks, on each of the two databases we support.

``database_url`` runs a test once on SQLite and once on PostgreSQL; ``sqlite_url`` and ``postgres_url`` are for tests
about one of them. Each test gets an empty shop, as a template that was migrated once has it.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import pytest

from posim_desktop.services.records.lock_order import watch_locks
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url as url_of_file
from postgres_server import PostgresServer, ServerUnavailableError, running_server
from reused_database import ReusedDatabase
from shared_engines import share

watch_locks()


@pytest.fixture(scope="session", autouse=True)
def _shared_engines() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        share(patch)
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
def postgres_shop(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ReusedDatabase]:
    """Give the one PostgreSQL database of this process, which is an empty shop whenever it is asked for."""
    with postgres_server.database() as template:
        migrate(postgres_server.url(template), tmp_path_factory.mktemp("data"))
        shop = ReusedDatabase(postgres_server, template)
        yield shop
        shop.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of an empty shop, to be copied."""
    file = tmp_path_factory.mktemp("template") / "shop.sqlite"
    migrate(url_of_file(file), file.parent)
    return file


@pytest.fixture
def postgres_url(postgres_server: PostgresServer, postgres_shop: ReusedDatabase) -> str:
    """Give the URL of an empty shop on PostgreSQL."""
    return postgres_server.url(postgres_shop.as_new())


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: Path) -> str:
    """Give the URL of an empty shop in a SQLite file."""
    return url_of_file(Path(shutil.copyfile(sqlite_template, tmp_path / "shop.sqlite")))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kept_urls(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Make the URLs of shops that the tests of a module share: each leaves its shop as it found it."""
    with ExitStack() as kept:
        if request.param == "sqlite":
            template = request.getfixturevalue("sqlite_template")
            folder = tmp_path_factory.mktemp("kept")
            yield lambda: url_of_file(Path(shutil.copyfile(template, folder / f"{uuid4()}.sqlite")))
        else:
            server: PostgresServer = request.getfixturevalue("postgres_server")
            shop: ReusedDatabase = request.getfixturevalue("postgres_shop")
            yield lambda: server.url(kept.enter_context(server.database(like=shop.template)))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of an empty shop; the test runs once for each kind of database."""
    # Asked for by name, so that tests on SQLite alone start no server.
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(fixture)
    return url
