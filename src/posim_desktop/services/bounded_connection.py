"""A connection to PostgreSQL that never waits without limit.

A statement is bounded by the server's timeouts and a dead cable by TCP's. Neither helps when something on the way
acknowledges every packet and passes none on, so here the client itself stops waiting for an answer.
"""

from typing import Any, TypeVar

import psycopg
import sqlalchemy as sa
from psycopg.abc import PQGen
from psycopg.conninfo import make_conninfo
from typing_extensions import override

T = TypeVar("T")

STATEMENT_SECONDS = 15
ANSWER_SECONDS = 18
"""Longer than the statement timeout, so that a live server's own error comes first."""

_ASK_AGAIN_SECONDS = 0.1  # the driver's own: how often it looks whether somebody pressed Ctrl+C

_CONNECT_SECONDS = 5

SETTINGS = {
    "connect_timeout": _CONNECT_SECONDS,
    # Compiling a report's statement takes the server longer than running it.
    "options": f"-c lock_timeout=5000 -c statement_timeout={STATEMENT_SECONDS * 1000} -c timezone=UTC -c jit=off",
    "application_name": "posim-desktop",
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}


class BoundedConnection(psycopg.Connection[Any]):
    """Gives up on a server that has not answered in time, and closes the connection to it.

    Attributes:
        answer_seconds: How long to wait for each answer; None waits as long as it takes.
    """

    answer_seconds: float | None = ANSWER_SECONDS

    @override
    def wait(self, gen: PQGen[T], interval: float = _ASK_AGAIN_SECONDS, timeout: float | None = None) -> T:
        try:
            return super().wait(gen, interval, self.answer_seconds if timeout is None else timeout)
        except psycopg.errors._WaitTimeout:  # noqa: SLF001 - what the driver raises, and it has no other name
            self.pgconn.finish()  # nobody knows what is still on its way
            raise psycopg.OperationalError("the server does not answer") from None


def connect(_dialect: object, _record: object, _arguments: object, settings: dict[str, Any]) -> BoundedConnection:
    """Make a connection for an engine: the listener of its ``do_connect``."""
    return BoundedConnection.connect(**settings)


def for_listening(engine: sa.Engine) -> psycopg.Connection[Any]:
    """Make a connection that waits for what others tell, as long as whoever reads it says."""
    _places, settings = engine.dialect.create_connect_args(engine.url)
    bounded: dict[str, Any] = {**settings, **SETTINGS}
    return psycopg.connect(**bounded, autocommit=True)


def answers(engine: sa.Engine) -> bool:
    """Return whether the server is there for anybody, whatever it says to this user."""
    _places, settings = engine.dialect.create_connect_args(engine.url)
    where = {name: value for name, value in settings.items() if name in {"host", "port"}}
    asked = make_conninfo(**where, connect_timeout=_CONNECT_SECONDS)
    return psycopg.pq.PGconn.ping(asked.encode()) == psycopg.pq.Ping.OK


def let_take_long(connection: sa.Connection) -> None:
    """Let the statements of the present transaction take as long as they need."""
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    _driver(connection).answer_seconds = None


def bound_again(connection: sa.Connection) -> None:
    """Take back what :func:`let_take_long` gave, before the connection is used for something else."""
    if not connection.invalidated:
        _driver(connection).answer_seconds = ANSWER_SECONDS


def _driver(connection: sa.Connection) -> BoundedConnection:
    driver = connection.connection.dbapi_connection
    assert isinstance(driver, BoundedConnection)  # noqa: S101 - every engine of ours connects by connect()
    return driver
