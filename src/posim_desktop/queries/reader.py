"""The only way to read: one short read transaction per query."""

import logging
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from posim_desktop.domain.errors import TroubleError
from posim_desktop.unforeseen import plain_message

_log = logging.getLogger(__name__)
_UNREADABLE = "The database cannot be read right now. Try again when the connection is back."

_DAMAGED = "The shop's file is damaged and cannot be read. Keep a copy of it, and restore a backup."

P = ParamSpec("P")
T = TypeVar("T")


class Reader:
    """Asks queries of one database. A query is ``query(connection, …)`` and returns frozen rows."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def read(self, query: Callable[Concatenate[sa.Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run one query.

        Raises:
            TroubleError: The database cannot be reached.
        """
        for last_try in (False, True):
            try:
                with self._engine.connect() as connection:
                    return query(connection, *args, **kwargs)
            except UnicodeDecodeError as error:  # what is stored, or what SQLite says of it, is damaged
                _log.error("the database cannot be read: %s", plain_message(error))
                raise TroubleError(_DAMAGED) from error
            except DBAPIError as error:
                # A connection that died while idle is found out only here; the pool then makes a new one.
                if last_try or not error.connection_invalidated:
                    _log.warning("the database cannot be read: %s", plain_message(error.orig or error))
                    raise TroubleError(_UNREADABLE) from error
        raise AssertionError("unreachable")
