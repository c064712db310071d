"""A database is made and brought up to date safely, and ends as the models say."""

import ast
import multiprocessing
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from migrations.conftest import NextVersion
from migrations.schema import objects_of
from outages import locked_file
from posim_desktop.domain.errors import TroubleError
from posim_desktop.orm import Base
from posim_desktop.orm.base import REVISION
from posim_desktop.queries.verify import verify
from posim_desktop.services import backup, database, migrator
from posim_desktop.services.database import for_writing, open_engine, snapshot
from posim_desktop.services.migrator import alembic_config
from posim_desktop.services.upgrade import is_up_to_date, migrate
from posim_desktop.settings import own_folder
from posim_desktop.settings import sqlite_url as url_of_file
from postgres_server import PostgresServer
from seeding import open_till

ROOT = own_folder("migrations")


def test_the_program_knows_its_newest_migration() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == REVISION


def test_a_shop_that_is_up_to_date_is_opened_without_alembic(sqlite_url: str, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from posim_desktop.services.upgrade import migrate\n"
        f"migrate({sqlite_url!r}, Path({str(tmp_path)!r}))\n"
        "print('alembic' in sys.modules, 'sqlalchemy' in sys.modules)"
    )
    told = subprocess.run((sys.executable, "-c", code), check=True, capture_output=True, text=True)
    assert told.stdout.split() == ["False", "True"]


def test_whether_a_shop_is_up_to_date_is_asked_with_one_query(database_url: str) -> None:
    asked: list[str] = []
    engine = open_engine(database_url)
    sa.event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    with engine.connect():
        pass
    asked_to_connect = len(asked)
    assert is_up_to_date(engine)
    engine.dispose()
    assert [statement for statement in asked[asked_to_connect:] if statement != "BEGIN"] == [
        "SELECT version_num FROM alembic_version"
    ]


def test_all_migrations_together_leave_what_a_new_shop_has(empty_url: str, request: pytest.FixtureRequest) -> None:
    anew, migrated = open_engine(_new_shop(request, empty_url)), open_engine(empty_url)
    if migrated.dialect.name == "sqlite":
        sa.event.listen(migrated, "connect", migrator._let_tables_be_rebuilt)
    config = alembic_config()
    with for_writing(migrated).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

    with migrated.connect() as connection:
        settings = {"compare_type": True, "include_object": _is_ours}
        assert compare_metadata(MigrationContext.configure(connection, opts=settings), Base.metadata) == []
    left, made = objects_of(migrated), objects_of(anew)
    assert left.keys() == made.keys()
    assert {name: words for name, words in left.items() if words != made[name]} == {}
    assert {"trigger", "index"} <= {name.split()[0] for name in left}
    assert _rows(migrated) == _rows(anew)
    for engine in (anew, migrated):
        engine.dispose()


def _is_ours(_object: object, name: str | None, *_: object) -> bool:
    """Leave out what SQLAlchemy cannot describe: the search tables and indexes, compared word by word."""
    return "_search" not in (name or "")


def _new_shop(request: pytest.FixtureRequest, like: str) -> str:
    url: str = request.getfixturevalue("sqlite_url" if like.startswith("sqlite") else "postgres_url")
    return url


def _rows(engine: sa.Engine) -> dict[str, list[dict[str, object]]]:
    """Read all rows of a shop, but not how often a migration changed one."""
    with engine.connect() as connection:
        return {
            table.name: sorted(
                (
                    {name: value for name, value in row.items() if name != "version"}
                    for row in connection.execute(sa.select(table)).mappings()
                ),
                key=lambda row: [str(value) for value in row.values()],
            )
            for table in Base.metadata.sorted_tables
        }


def test_a_shop_in_a_file_is_whole_also_after_one_on_a_server(postgres_server: PostgresServer, tmp_path: Path) -> None:
    with postgres_server.database() as name:
        migrate(postgres_server.url(name), tmp_path)
    migrate(url_of_file(tmp_path / "shop.sqlite"), tmp_path)
    with closing(sqlite3.connect(tmp_path / "shop.sqlite")) as connection:
        keys = connection.execute("PRAGMA foreign_key_list(invoice_lines)").fetchall()
    assert {"fills_backorder_id", "deposit_backorder_id"} <= {key[3] for key in keys}


def test_tables_of_somebody_else_are_left_as_they_are(empty_url: str, tmp_path: Path) -> None:
    engine = open_engine(empty_url)
    with for_writing(engine).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE customers (id INTEGER)")
    before = objects_of(engine)
    with pytest.raises(TroubleError, match="nothing has been changed"):
        migrate(empty_url, tmp_path)
    assert objects_of(engine) == before
    engine.dispose()


def test_migrating_twice_is_migrating_once(empty_url: str, tmp_path: Path) -> None:
    migrate(empty_url, tmp_path)
    engine = open_engine(empty_url)
    before = objects_of(engine)
    migrate(empty_url, tmp_path)
    assert objects_of(engine) == before
    with snapshot(engine) as connection:
        assert verify(connection) == ()
    engine.dispose()


def test_two_programs_that_start_at_once_migrate_once(empty_url: str, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=migrate, args=(empty_url, tmp_path)) for _ in range(2)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    engine = open_engine(empty_url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all() == [REVISION]
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM counters").scalar_one() > 0
    engine.dispose()


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_program_waits_longer_for_an_upgrade_than_for_a_sale(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = url_of_file(tmp_path / "shop.sqlite")
    monkeypatch.setattr(database, "LOCK_SECONDS", 0)
    with locked_file(url, how):
        upgrading = threading.Thread(target=migrate, args=(url, tmp_path))
        upgrading.start()
        upgrading.join(0.3)
        assert upgrading.is_alive()
    upgrading.join()
    engine = open_engine(url)
    assert is_up_to_date(engine)
    engine.dispose()


def test_a_database_of_a_newer_program_is_refused_unchanged(database_url: str, tmp_path: Path) -> None:
    engine = open_engine(database_url)
    with for_writing(engine).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = objects_of(engine)
    file = engine.url.database if engine.dialect.name == "sqlite" else None
    content = Path(file).read_bytes() if file else b""

    with pytest.raises(TroubleError, match=r"newer version of the program \(revision 9999\)"):
        migrate(database_url, tmp_path)
    assert objects_of(engine) == before
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == "9999"
    if file:
        assert Path(file).read_bytes() == content
        assert [found.name for found in Path(file).parent.iterdir()] == [Path(file).name]
    engine.dispose()


def test_something_that_is_no_database_is_refused_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "shop.sqlite"
    file.write_bytes(b"This is a letter, not a shop. " * 100)
    with pytest.raises(TroubleError, match="cannot be opened"):
        migrate(url_of_file(file), tmp_path)
    assert file.read_bytes() == b"This is a letter, not a shop. " * 100


@pytest.mark.parametrize("folder", ["100% kettles", "spaces and 'quotes'", "Öl & Käse 店", "half%s%(here)s"])
def test_any_folder_will_do(tmp_path: Path, folder: str) -> None:
    url = url_of_file(tmp_path / folder / "our shop.sqlite")
    migrate(url, tmp_path)
    migrate(url, tmp_path)
    assert (tmp_path / folder / "our shop.sqlite").is_file()


def test_an_upgrade_keeps_the_shop_and_a_copy_of_it(sqlite_url: str, tmp_path: Path, next_version: NextVersion) -> None:
    next_version("op.add_column('customers', sa.Column('nickname', sa.Text()))")
    till = open_till(sqlite_url)
    till.stores("kettle", on_hand="3")
    till.engine.dispose()
    file = Path(str(sa.make_url(sqlite_url).database))

    migrate(sqlite_url, tmp_path)
    (copy,) = file.parent.glob("shop.before-upgrade-*.sqlite")
    for shop, revision, has_nickname in ((file, "9000", True), (copy, REVISION, False)):
        with closing(sqlite3.connect(shop)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(revision,)]
            assert connection.execute("SELECT code FROM items").fetchall() == [("kettle",)]
            columns = [row[1] for row in connection.execute("PRAGMA table_info(customers)")]
            assert ("nickname" in columns) is has_nickname
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    migrate(sqlite_url, tmp_path)
    assert list(file.parent.glob("shop.before-upgrade-*.sqlite")) == [copy]


def test_the_copy_holds_what_only_the_write_ahead_log_has(sqlite_url: str, tmp_path: Path) -> None:
    file = Path(str(sa.make_url(sqlite_url).database))
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("INSERT INTO preferences (name, value) VALUES ('locale', '\"de_DE\"')")
        other.commit()
        copy = backup.back_up(sa.make_url(sqlite_url), tmp_path)
    assert copy is not None
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT value FROM preferences").fetchall() == [('"de_DE"',)]


def test_an_upgrade_that_fails_leaves_the_shop_as_it_was(
    database_url: str, tmp_path: Path, next_version: NextVersion
) -> None:
    next_version("op.execute('CREATE TABLE half (id INTEGER)'); op.execute('no such thing')")
    engine = open_engine(database_url)
    before = objects_of(engine)
    with pytest.raises(TroubleError, match="cannot be opened"):
        migrate(database_url, tmp_path)
    assert objects_of(engine) == before
    engine.dispose()


def test_no_upgrade_without_a_copy(
    sqlite_url: str, tmp_path: Path, next_version: NextVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version("op.add_column('customers', sa.Column('nickname', sa.Text()))")
    file = Path(str(sa.make_url(sqlite_url).database))
    before = file.read_bytes()
    # A folder in the copy's place: for root, no folder is closed to writing.
    monkeypatch.setattr(backup, "_dated", lambda folder, *_: folder)
    with pytest.raises(TroubleError, match="No backup could be written"):
        migrate(sqlite_url, tmp_path)
    assert file.read_bytes() == before


def test_migrations_know_nothing_of_the_program() -> None:
    files = list(ROOT.rglob("*.py"))
    assert len(files) >= 2
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not [name for name in names if name.split(".")[0] == "posim_desktop"], file
