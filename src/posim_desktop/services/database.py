"""Opening the shop's database the safe way, and bringing it up to date.

SQLite as SQLAlchemy opens it by default lets two processes sell the same goods: its transactions begin without a
lock. Here every writer begins with ``BEGIN IMMEDIATE``.
"""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from posim_desktop.domain.errors import TroubleError
from posim_desktop.services.network_share import is_on_network_share
from posim_desktop.settings import own_folder

WRITER = "posim_writer"
_SAFE_WAL = (3, 51, 3)
_MIGRATION_LOCK = 0x706F73696D  # "posim"
_POSTGRES_OPTIONS = "-c lock_timeout=5000 -c statement_timeout=15000 -c timezone=UTC"


def open_engine(url: str) -> sa.Engine:
    """Open an engine on the shop's database; nothing is read yet.

    Waits are bounded: connect 5 s, lock 5 s, statement 15 s on PostgreSQL; 10 s for SQLite's one write lock.

    Raises:
        TroubleError: The file is on a network share.
    """
    if sa.make_url(url).get_backend_name() == "sqlite":
        return _open_sqlite(url)
    return sa.create_engine(
        sa.make_url(url).set(drivername="postgresql+psycopg"),
        connect_args={"connect_timeout": 5, "options": _POSTGRES_OPTIONS, "application_name": "posim-desktop"},
    )


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
        TroubleError: The database was made by a newer program; it is left as it is.
    """
    engine = open_engine(url)
    try:
        with for_writing(engine).begin() as connection:
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
    finally:
        engine.dispose()


def _lock_out_other_migrations(connection: sa.Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))


def _refuse_newer(present: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}
    if present is not None and present not in known:
        raise TroubleError(
            f"This database was made by a newer version of the program (revision {present}). "
            "Install the newer version on this computer; nothing has been changed."
        )


def back_up_file(url: str) -> Path | None:
    """Copy a local database file beside itself, dated; a server's backup is the server's.

    Call while no other connection writes: inside a writing transaction of our own.
    """
    parts = sa.make_url(url)
    if parts.get_backend_name() != "sqlite" or not parts.database:
        return None
    source = Path(parts.database)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = source.with_name(f"{source.stem}.before-upgrade-{stamp}{source.suffix}")
    shutil.copy2(source, target)
    return target
