"""Opening the shop's database the safe way.

SQLite as SQLAlchemy opens it by default lets two processes sell the same goods: its transactions begin without a
lock. Here every writer begins with ``BEGIN IMMEDIATE``.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.shop import restored
from posim_desktop.services import shop_money
from posim_desktop.services.network_share import is_on_network_share

WRITER = "posim_writer"
LOCK_SECONDS = 10.0
UPGRADE_SECONDS = 60.0
"""How long a program that starts waits for a SQLite file while another one upgrades it; on PostgreSQL as long."""
_SAFE_WAL = (3, 51, 3)


def open_engine(url: str, *, file_lock_seconds: float | None = None) -> sa.Engine:
    """Open an engine on the shop's database; nothing is read yet.

    Waits are bounded: connect 5 s, lock 5 s, statement 15 s, a silent network 18 s on PostgreSQL; 10 s for SQLite's
    one write lock.

    Args:
        url: Where the shop is.
        file_lock_seconds: How long to wait for SQLite's lock instead of the usual 10 s.

    Raises:
        TroubleError: The file is on a network share.
    """
    engine = _open(url, LOCK_SECONDS if file_lock_seconds is None else file_lock_seconds)
    shop_money.follow(engine)
    restored.follow(engine)
    return engine


def _open(url: str, file_lock_seconds: float) -> sa.Engine:
    if sa.make_url(url).get_backend_name() == "sqlite":
        return _open_sqlite(url, file_lock_seconds)
    from posim_desktop.services import bounded_connection  # noqa: PLC0415 - brings a driver that SQLite does not need

    engine = sa.create_engine(
        sa.make_url(url).set(drivername="postgresql+psycopg"),
        connect_args=bounded_connection.SETTINGS,
        hide_parameters=True,
    )
    sa.event.listen(engine, "do_connect", bounded_connection.connect)
    return engine


def open_copy(file: Path) -> sa.Engine:
    """Open a SQLite file that nobody writes, as a backup is, for reading alone; the file stays as it is."""
    engine = sa.create_engine(f"sqlite:///{file.absolute().as_uri()}?mode=ro&uri=true", hide_parameters=True)
    shop_money.follow(engine)
    restored.follow(engine)
    return engine


def open_held(connection: sqlite3.Connection) -> sa.Engine:
    """Read through a connection that keeps all others out; it stays open as long as nobody disposes of the engine."""
    engine = sa.create_engine("sqlite://", creator=lambda: connection, poolclass=sa.StaticPool, hide_parameters=True)
    shop_money.follow(engine)
    restored.follow(engine)
    return engine


def for_writing(engine: sa.Engine) -> sa.Engine:
    """Return the same engine whose transactions take SQLite's write lock at once."""
    return engine.execution_options(**{WRITER: True})


def _open_sqlite(url: str, lock_seconds: float) -> sa.Engine:
    file = sa.make_url(url).database
    if file and file != ":memory:":
        if is_on_network_share(Path(file)):
            raise TroubleError(
                "{file} is on a network share, where several tills would damage it. "
                "Keep the file on this computer, or use PostgreSQL for several workstations.",
                file=str(file),
            )
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url, connect_args={"timeout": lock_seconds}, hide_parameters=True)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401
    connection.isolation_level = None  # the driver starts no transaction of its own; _begin_sqlite does
    # Older libraries can damage a WAL database when two connections checkpoint at once.
    journal = "WAL" if sqlite3.sqlite_version_info >= _SAFE_WAL else "DELETE"
    # What is deleted is overwritten: a customer who is forgotten must not be left in a free page of the file.
    for pragma in ("foreign_keys = ON", "synchronous = FULL", f"journal_mode = {journal}", "secure_delete = ON"):
        try:
            connection.execute(f"PRAGMA {pragma}")
        except UnicodeDecodeError as error:  # SQLite names the table that it cannot read, and the name is damaged, too
            damaged = sqlite3.DatabaseError("what the file says of its tables is damaged")
            damaged.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise damaged from error


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(WRITER)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def snapshot(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Give a connection whose every read sees one moment of the shop, however long the reading takes.

    On SQLite nobody can post while it is open, unless the file is in WAL mode.
    """
    with engine.connect() as connection, kept_still(connection):
        yield connection


@contextmanager
def kept_still(connection: sa.Connection) -> Iterator[None]:
    """Have every read of a connection that asked nothing yet see one moment of the shop; see :func:`snapshot`."""
    if connection.dialect.name != "postgresql":
        yield
        return
    from posim_desktop.services import bounded_connection  # noqa: PLC0415 - as above

    connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    bounded_connection.let_take_long(connection)
    try:
        yield
    finally:
        bounded_connection.bound_again(connection)
