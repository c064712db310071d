"""Databases of a PostgreSQL server made beside a shop's: to try a copy in, and to take the shop's place.

Their names begin with the shop's, so that one that a program left behind, because it was killed, is found again.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import uuid4

import psycopg
import sqlalchemy as sa
from psycopg import sql

from posim_desktop.domain.errors import TroubleError

_log = logging.getLogger(__name__)
_ROOMS = ("postgres", "template1")
_LONGEST = 40  # bytes of a shop's name that fit into another with what is added
_MARK = "_scratch_"
_WAITS = "SET lock_timeout = '10s'; SET statement_timeout = 0"
_MAY_MAKE = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
_LEFT_BEHIND = "SELECT datname FROM pg_database WHERE left(datname, length(%(begins)s)) = %(begins)s"
_OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = %(name)s AND pid <> pg_backend_pid()"
_IS_THERE = "SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = %(name)s)"
_NOT_ALLOWED = (
    "This user of the server may not create databases, so the shop cannot be restored by it. Do it as the owner of the "
    "database, who may, as the page on backups says."
)
_IN_USE = (
    "Other programs are still connected to the shop. Close the windows on every workstation, then try again. Nothing "
    "was changed."
)


def name_of(url: sa.URL) -> str:
    """Return the name of a shop's database."""
    return url.database or ""


def may_make(url: sa.URL) -> bool:
    """Tell whether this user of the server may create databases."""
    with _room(url) as connection:
        row = connection.execute(_MAY_MAKE).fetchone()
        return bool(row and row[0])


def is_there(url: sa.URL) -> bool:
    """Tell whether the server has a shop's database."""
    with _room(url) as connection:
        row = connection.execute(_IS_THERE, {"name": name_of(url)}).fetchone()
        return bool(row and row[0])


def make(url: sa.URL) -> sa.URL:
    """Create an empty database beside a shop's, and drop those that earlier programs left behind.

    Raises:
        TroubleError: This user may not.
    """
    begins = f"{_short(name_of(url))}{_MARK}"
    name = f"{begins}{uuid4().hex[:8]}"
    with _room(url) as connection:
        for (left,) in connection.execute(_LEFT_BEHIND, {"begins": begins}).fetchall():
            _drop(connection, left)
        try:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(_named(name)))
        except psycopg.errors.InsufficientPrivilege as error:
            raise TroubleError(_NOT_ALLOWED) from error
    return url.set(database=name)


def drop(url: sa.URL) -> None:
    """Drop a database that was made here; one that cannot be dropped now goes the next time."""
    with _room(url) as connection:
        _drop(connection, name_of(url))


def require_alone(url: sa.URL) -> None:
    """Make sure that nobody is connected to a shop's database.

    Raises:
        TroubleError: Somebody is.
    """
    with _room(url) as connection:
        row = connection.execute(_OTHERS, {"name": name_of(url)}).fetchone()
    if row and row[0]:
        raise TroubleError(_IN_USE)


def take_place(url: sa.URL, made: sa.URL, at: datetime) -> str:
    """Give a database the name of the shop's, which is kept under another name; both at once or neither.

    Returns:
        The name under which the shop that was there is kept; ``""`` where there was none.

    Raises:
        TroubleError: Somebody is connected to the shop.
    """
    shop = name_of(url)
    kept = f"{_short(shop)}_replaced_{at:%Y%m%d_%H%M%S}"
    with _room(url) as connection:
        row = connection.execute(_IS_THERE, {"name": shop}).fetchone()
        was_there = bool(row and row[0])
        try:
            with connection.transaction():
                if was_there:
                    _rename(connection, shop, kept)
                _rename(connection, name_of(made), shop)
        except psycopg.errors.ObjectInUse as error:
            raise TroubleError(_IN_USE) from error
    return kept if was_there else ""


def give_back_place(url: sa.URL, kept: str) -> None:
    """Undo :func:`take_place`: the shop that was there has its name again, and the other is dropped."""
    shop = name_of(url)
    away = f"{_short(shop)}{_MARK}{uuid4().hex[:8]}"
    with _room(url) as connection:
        with connection.transaction():
            _rename(connection, shop, away)
            _rename(connection, kept, shop)
        _drop(connection, away)


@contextmanager
def _room(url: sa.URL) -> Iterator[psycopg.Connection[Any]]:
    """Connect to a database of the server that is not the shop's, in which each statement counts by itself.

    Raises:
        TroubleError: The server cannot be reached, or has no such database.
    """
    connection = _connected(url)
    try:
        connection.execute(_WAITS)
        yield connection
    finally:
        connection.close()


def _connected(url: sa.URL) -> psycopg.Connection[Any]:
    _, asked = url.get_dialect()().create_connect_args(url)
    for room in _ROOMS:
        try:
            return psycopg.connect(**{**asked, "dbname": room, "connect_timeout": 5}, autocommit=True)
        except psycopg.OperationalError as error:
            _log.warning("the server cannot be reached in %s: %s", room, error)
    raise TroubleError("The database server cannot be reached. Nothing was changed; try again later.")


def _drop(connection: psycopg.Connection[Any], name: str) -> None:
    try:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(_named(name)))
    except psycopg.Error as error:
        _log.warning("the database %s cannot be dropped now: %s", name, error)


def _rename(connection: psycopg.Connection[Any], old: str, new: str) -> None:
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(_named(old), _named(new)))


def _named(name: str) -> sql.Identifier:
    return sql.Identifier(name)


def _short(name: str) -> str:
    return name.encode()[:_LONGEST].decode(errors="ignore")
