"""Opening the shop's database the safe way, and bringing it up to date.

SQLite as SQLAlchemy opens it by default lets two processes sell the same goods: its transactions begin without a
lock. Here every writer begins with ``BEGIN IMMEDIATE``.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DBAPIError

from posim_desktop.domain.errors import TroubleError
from posim_desktop.services import bounded_connection
from posim_desktop.services.network_share import is_on_network_share
from posim_desktop.settings import own_folder

WRITER = "posim_writer"
_SAFE_WAL = (3, 51, 3)
_MIGRATION_LOCK = 0x706F73696D  # "posim"


def open_engine(url: str) -> sa.Engine:
    """Open an engine on the shop's database; nothing is read yet.

    Waits are bounded: connect 5 s, lock 5 s, statement 15 s, a silent network 18 s on PostgreSQL; 10 s for SQLite's
    one write lock.

    Raises:
        TroubleError: The file is on a network share.
    """
    if sa.make_url(url).get_backend_name() == "sqlite":
        return _open_sqlite(url)
    engine = sa.create_engine(
        sa.make_url(url).set(drivername="postgresql+psycopg"), connect_args=bounded_connection.SETTINGS
    )
    sa.event.listen(engine, "do_connect", bounded_connection.connect)
    return engine


def for_writing(engine: sa.Engine) -> sa.Engine:
    """Return the same engine whose transactions take SQLite's write lock at once."""
    return engine.execution_options(**{WRITER: True})


def _open_sqlite(url: str) -> sa.Engine:
    file = sa.make_url(url).database
    if file and file != ":memory:":
        if is_on_network_share(Path(file)):
            raise TroubleError(
                f"{file} is on a network share, where several tills would damage it. "
                "Keep the file on this computer, or use PostgreSQL for several workstations."
            )
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url, connect_args={"timeout": 10})
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401
    connection.isolation_level = None  # the driver starts no transaction of its own; _begin_sqlite does
    # Older libraries can damage a WAL database when two connections checkpoint at once.
    journal = "WAL" if sqlite3.sqlite_version_info >= _SAFE_WAL else "DELETE"
    for pragma in ("foreign_keys = ON", "synchronous = FULL", f"journal_mode = {journal}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(WRITER)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def alembic_config() -> Config:
    """Point Alembic at the program's own migrations."""
    config = Config()
    # Alembic reads % in its options as interpolation
    config.set_main_option("script_location", str(own_folder("migrations")).replace("%", "%%"))
    return config


def head_revision() -> str:
    """Return the newest revision this program knows."""
    head = ScriptDirectory.from_config(alembic_config()).get_current_head()
    assert head is not None  # noqa: S101 - the program ships at least one migration
    return head


def migrate(url: str) -> None:
    """Create the tables, or bring an older database up to date after backing its file up.

    Raises:
        TroubleError: The database was made by a newer program, cannot be backed up, or cannot be opened at all; it is
            left as it is.
    """
    engine = open_engine(url)
    try:
        with for_writing(engine).begin() as connection:
            _bring_up_to_date(connection, url)
    except DBAPIError as error:
        raise TroubleError(f"The shop's database cannot be opened: {error.orig}") from error
    finally:
        engine.dispose()


def _bring_up_to_date(connection: sa.Connection, url: str) -> None:
    _lock_out_other_migrations(connection)
    present = MigrationContext.configure(connection).get_current_revision()
    if present == head_revision():
        return
    _refuse_newer(present)
    if present is not None:
        back_up_file(url)
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _lock_out_other_migrations(connection: sa.Connection) -> None:
    """Wait for a migration that another workstation runs; SQLite's write lock is held already."""
    if connection.dialect.name == "postgresql":
        # A big shop's tables take longer than a click may.
        bounded_connection.let_take_long(connection)
        connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))


@contextmanager
def snapshot(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Give a connection whose every read sees one moment of the shop, however long the reading takes.

    On SQLite nobody can post while it is open, unless the file is in WAL mode.
    """
    with engine.connect() as connection:
        if connection.dialect.name != "postgresql":
            yield connection
            return
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        bounded_connection.let_take_long(connection)
        try:
            yield connection
        finally:
            bounded_connection.bound_again(connection)


def _refuse_newer(present: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}
    if present is not None and present not in known:
        raise TroubleError(
            f"This database was made by a newer version of the program (revision {present}). "
            "Install the newer version on this computer; nothing has been changed."
        )


def back_up_file(url: str) -> Path | None:
    """Copy a local database beside itself, dated; a server's backup is the server's.

    Other connections may be at work, and a write-ahead log may hold what the file does not: SQLite copies it itself.

    Raises:
        TroubleError: The copy cannot be written.
    """
    parts = sa.make_url(url)
    if parts.get_backend_name() != "sqlite" or not parts.database:
        return None
    source = Path(parts.database)
    target = _copy_beside(source)
    try:
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
            original.backup(copy)
    except sqlite3.Error as error:
        raise TroubleError(f"No backup could be written to {target}, so nothing was upgraded: {error}") from error
    return target


def _copy_beside(source: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return source.with_name(f"{source.stem}.before-upgrade-{stamp}{source.suffix}")
