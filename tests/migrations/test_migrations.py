"""A database is made and brought up to date safely, and ends as the models say."""

import ast
import multiprocessing
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from posim_desktop.domain.errors import TroubleError
from posim_desktop.orm import Base
from posim_desktop.queries.verify import verify
from posim_desktop.services import database
from posim_desktop.services.database import for_writing, head_revision, migrate, open_engine, snapshot
from posim_desktop.settings import own_folder
from posim_desktop.settings import sqlite_url as url_of_file
from seeding import open_till

if TYPE_CHECKING:
    from postgres_server import PostgresServer

ROOT = own_folder("migrations")
HEAD = head_revision()

# Lines and backorders refer to each other. SQLite takes such a key in CREATE TABLE, where SQLAlchemy never writes it;
# test_the_newest_migration_is_what_the_models_say sees that it is there.
_FORWARD = "fk_invoice_lines_fills_backorder_id"

SQLITE_OBJECTS = """
    SELECT type || ' ' || name, sql FROM sqlite_master
     WHERE name NOT LIKE 'alembic%' AND name NOT LIKE 'sqlite_autoindex_alembic%'"""
POSTGRES_OBJECTS = """
    SELECT 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass
    UNION ALL
    SELECT 'trigger ' || tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger
     WHERE NOT tgisinternal
    UNION ALL
    SELECT 'function ' || p.oid::regprocedure, pg_get_functiondef(p.oid) FROM pg_proc p
     WHERE pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') AND prokind = 'f'
    UNION ALL
    SELECT 'index ' || indexname, indexdef FROM pg_indexes
     WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    UNION ALL
    SELECT 'column ' || table_name || ' ' || column_name,
           data_type || ' ' || is_nullable || ' ' || COALESCE(character_maximum_length, 0)
           || ' ' || COALESCE(column_default, '')
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'"""


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Two databases of one kind with nothing in them."""
    if request.param == "sqlite":
        yield url_of_file(tmp_path / "empty.sqlite"), url_of_file(tmp_path / "bare.sqlite")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.database() as first, server.database() as second:
        yield server.url(first), server.url(second)


@pytest.fixture
def empty_url(empty_urls: tuple[str, str]) -> str:
    """A database with nothing in it."""
    return empty_urls[0]


def objects_of(engine: sa.Engine) -> dict[str, str]:
    """Describe everything a schema holds, by name, in the database's own words."""
    on_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if not on_sqlite:
            connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS alembic_version (version_num text)")
        rows = connection.exec_driver_sql(SQLITE_OBJECTS if on_sqlite else POSTGRES_OBJECTS).all()
    return {name: _told_alike(words) for name, words in rows}


def _told_alike(words: str | None) -> str:
    """Take what differs in the telling only: blanks, quotes, and the order of a table's columns and constraints."""
    told = re.sub(r'[\s"]+', " ", words or "")
    if not told.startswith("CREATE TABLE"):
        return told
    head, _, rest = told.partition("(")
    body, _, tail = rest.rpartition(")")
    depth, parts, start = 0, [], 0
    for place, character in enumerate(body):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append(body[start:place].strip())
            start = place + 1
    parts.append(body[start:].strip())
    kept = sorted(part for part in parts if _FORWARD not in part)
    return f"{head}({', '.join(kept)}){tail}"


def test_the_newest_migration_is_what_the_models_say(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.connect() as connection:
        settings = {"compare_type": True, "include_object": _is_ours}
        found = compare_metadata(MigrationContext.configure(connection, opts=settings), Base.metadata)
    engine.dispose()
    assert found == []


def _is_ours(_object: object, name: str | None, *_: object) -> bool:
    """Leave out what SQLAlchemy cannot describe: the search tables and indexes, compared word by word below."""
    return "_search" not in (name or "")


def test_checks_triggers_and_search_are_what_the_models_say(empty_urls: tuple[str, str]) -> None:
    migrate(empty_urls[0])
    migrated, modelled = map(open_engine, empty_urls)
    with for_writing(modelled).begin() as connection:
        Base.metadata.create_all(connection)
    made, wanted = objects_of(migrated), objects_of(modelled)
    for engine in (migrated, modelled):
        engine.dispose()
    assert made.keys() == wanted.keys()
    assert {name: words for name, words in made.items() if words != wanted[name]} == {}
    kinds = {name.split()[0] for name in made}
    assert {"trigger", "index"} <= kinds


def test_migrating_twice_is_migrating_once(empty_url: str) -> None:
    migrate(empty_url)
    engine = open_engine(empty_url)
    before = objects_of(engine)
    migrate(empty_url)
    assert objects_of(engine) == before
    with snapshot(engine) as connection:
        assert verify(connection) == ()
    engine.dispose()


def test_two_programs_that_start_at_once_migrate_once(empty_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=migrate, args=(empty_url,)) for _ in range(2)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    engine = open_engine(empty_url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all() == [HEAD]
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM counters").scalar_one() > 0
    engine.dispose()


def test_a_database_of_a_newer_program_is_refused_unchanged(database_url: str) -> None:
    engine = open_engine(database_url)
    with for_writing(engine).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = objects_of(engine)
    file = engine.url.database if engine.dialect.name == "sqlite" else None
    content = Path(file).read_bytes() if file else b""

    with pytest.raises(TroubleError, match=r"newer version of the program \(revision 9999\)"):
        migrate(database_url)
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
        migrate(url_of_file(file))
    assert file.read_bytes() == b"This is a letter, not a shop. " * 100


@pytest.mark.parametrize("folder", ["100% kettles", "spaces and 'quotes'", "Öl & Käse 店", "half%s%(here)s"])
def test_any_folder_will_do(tmp_path: Path, folder: str) -> None:
    url = url_of_file(tmp_path / folder / "our shop.sqlite")
    migrate(url)
    migrate(url)
    assert (tmp_path / folder / "our shop.sqlite").is_file()


@pytest.fixture
def next_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's migrations and one more, as the next version of the program would bring."""
    folder = tmp_path / "100% next"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns("__pycache__"))
    write_next(folder, "op.add_column('customers', sa.Column('nickname', sa.Text()))")
    monkeypatch.setattr(database, "own_folder", lambda _name: folder)
    return folder


def write_next(folder: Path, deed: str) -> None:
    (folder / "versions" / "9000_next.py").write_text(
        '"""The next version."""\nimport sqlalchemy as sa\nfrom alembic import op\n\n'
        f'revision = "9000"\ndown_revision = "{HEAD}"\n\n\ndef upgrade() -> None:\n    {deed}\n',
        "utf-8",
    )


@pytest.mark.usefixtures("next_migrations")
def test_an_upgrade_keeps_the_shop_and_a_copy_of_it(sqlite_url: str) -> None:
    till = open_till(sqlite_url)
    till.stores("kettle", on_hand="3")
    till.engine.dispose()
    file = Path(str(sa.make_url(sqlite_url).database))

    migrate(sqlite_url)
    (copy,) = file.parent.glob("shop.before-upgrade-*.sqlite")
    for shop, revision, has_nickname in ((file, "9000", True), (copy, HEAD, False)):
        with closing(sqlite3.connect(shop)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(revision,)]
            assert connection.execute("SELECT code FROM items").fetchall() == [("kettle",)]
            columns = [row[1] for row in connection.execute("PRAGMA table_info(customers)")]
            assert ("nickname" in columns) is has_nickname
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    migrate(sqlite_url)
    assert list(file.parent.glob("shop.before-upgrade-*")) == [copy]


@pytest.mark.usefixtures("next_migrations")
def test_the_copy_holds_what_only_the_write_ahead_log_has(sqlite_url: str) -> None:
    file = Path(str(sa.make_url(sqlite_url).database))
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("INSERT INTO preferences (name, value) VALUES ('locale', '\"de_DE\"')")
        other.commit()
        copy = database.back_up_file(sqlite_url)
    assert copy is not None
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT value FROM preferences").fetchall() == [('"de_DE"',)]


def test_an_upgrade_that_fails_leaves_the_shop_as_it_was(database_url: str, next_migrations: Path) -> None:
    write_next(next_migrations, "op.execute('CREATE TABLE half (id INTEGER)'); op.execute('no such thing')")
    engine = open_engine(database_url)
    before = objects_of(engine)
    with pytest.raises(TroubleError, match="cannot be opened"):
        migrate(database_url)
    assert objects_of(engine) == before
    engine.dispose()


def test_no_upgrade_without_a_copy(sqlite_url: str, next_migrations: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert next_migrations.is_dir()
    file = Path(str(sa.make_url(sqlite_url).database))
    before = file.read_bytes()
    # A folder in the copy's place: for root, no folder is closed to writing.
    monkeypatch.setattr(database, "_copy_beside", lambda source: source.parent)
    with pytest.raises(TroubleError, match="No backup could be written"):
        migrate(sqlite_url)
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
