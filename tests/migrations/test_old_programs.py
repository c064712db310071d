"""A program that was open while a newer one upgraded the shop writes nothing any more, and says why."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from migrations import freeze
from migrations.conftest import NextVersion
from posim_desktop.domain.errors import TroubleError
from posim_desktop.orm.triggers import UPGRADED
from posim_desktop.services.database import for_writing, open_engine
from posim_desktop.services.sales import invoices
from posim_desktop.services.transaction import Transactor
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url as url_of_file
from seeding import Till, open_till, ticking_clock

if TYPE_CHECKING:
    from postgres_server import PostgresServer

# Word for word what the program of revision 0001 sends, to SQLite and to PostgreSQL.
CLAIM_OF_0001 = (
    "INSERT INTO operations (key, fingerprint, employee_id, workstation, result, changes, at) "
    "VALUES (:key, :fingerprint, :employee_id, :workstation, :result, :changes, :at) "
    "ON CONFLICT (key) DO NOTHING RETURNING operations.id"
)
NEXT = "op.add_column('customers', sa.Column('nickname', sa.Text()))"


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    """A till in a shop that a newer program is about to upgrade."""
    opened = open_till(database_url)
    yield opened
    opened.engine.dispose()


def upgrade(till: Till, folder: Path) -> None:
    migrate(till.engine.url.render_as_string(hide_password=False), folder)


def invoices_of(till: Till) -> int:
    with till.engine.connect() as connection:
        return int(connection.execute(sa.text("SELECT COUNT(*) FROM invoices")).scalar_one())


def test_an_open_program_refuses_to_write(till: Till, tmp_path: Path, next_version: NextVersion) -> None:
    till.run(invoices.start, customer_id=None)
    next_version(NEXT)
    upgrade(till, tmp_path)
    with pytest.raises(TroubleError, match=UPGRADED):
        till.run(invoices.start, customer_id=None)
    assert invoices_of(till) == 1


def test_what_was_done_before_the_upgrade_is_told_again(till: Till, tmp_path: Path, next_version: NextVersion) -> None:
    key, verb = uuid4(), partial(invoices.start, customer_id=None)
    done = till.do(verb, key)
    next_version(NEXT)
    upgrade(till, tmp_path)
    assert till.do(verb, key) == done
    assert invoices_of(till) == 1


def test_a_posting_that_is_on_its_way_ends_before_the_upgrade_begins(
    postgres_url: str, tmp_path: Path, next_version: NextVersion
) -> None:
    """Else it would go on to write as the tables used to be."""
    till = open_till(postgres_url)
    next_version(NEXT)
    upgrading = Thread(target=upgrade, args=(till, tmp_path))

    def start_slowly(session, stamp, *, customer_id):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        upgrading.start()
        waiting = sa.text("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'operations'::regclass")
        with till.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as watcher:
            while not watcher.scalar(waiting):
                pass
        return invoices.start(session, stamp, customer_id=customer_id)

    till.run(start_slowly, customer_id=None)
    upgrading.join()
    assert invoices_of(till) == 1
    with pytest.raises(TroubleError, match=UPGRADED):
        till.run(invoices.start, customer_id=None)
    till.engine.dispose()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def upgraded_from_0001(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """A shop of revision 0001 that was upgraded under an open program; its tests take it as they find it."""
    folder = tmp_path_factory.mktemp("of 0001")
    with ExitStack() as kept:
        if request.param == "sqlite":
            url = url_of_file(folder / "shop.sqlite")
        else:
            server: PostgresServer = request.getfixturevalue("postgres_server")
            url = server.url(kept.enter_context(server.database()))
        freeze.restore("0001", url)
        engine = open_engine(url)
        claim(engine)
        migrate(url, folder)
        yield engine
        engine.dispose()


def claim(engine: sa.Engine) -> None:
    row = {
        "key": str(uuid4()),
        "fingerprint": "0" * 64,
        "employee_id": 1,
        "workstation": "till 1",
        "result": None,
        "changes": "[]",
        "at": "2026-11-03 10:00:00.000000",
    }
    with for_writing(engine).begin() as connection:
        assert connection.scalar(sa.text(CLAIM_OF_0001), row)


def test_the_program_of_the_first_revision_is_refused(upgraded_from_0001: sa.Engine) -> None:
    count = sa.text("SELECT COUNT(*) FROM operations")
    with upgraded_from_0001.connect() as connection:
        before = connection.scalar(count)
    with pytest.raises(DBAPIError, match=UPGRADED):
        claim(upgraded_from_0001)
    with upgraded_from_0001.connect() as connection:
        assert connection.scalar(count) == before


def test_the_new_program_writes_on(upgraded_from_0001: sa.Engine) -> None:
    till = Till(upgraded_from_0001, Transactor(upgraded_from_0001, ticking_clock()), 1)
    before = invoices_of(till)
    till.run(invoices.start, customer_id=None)
    assert invoices_of(till) == before + 1
