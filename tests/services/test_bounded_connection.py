"""A server that has fallen silent is given up by the till itself; afterwards the next question works."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from outages import Line
from posim_desktop.services import bounded_connection
from posim_desktop.services.bounded_connection import BoundedConnection
from posim_desktop.services.database import open_engine, snapshot
from postgres_server import PostgresServer

_ONE = sa.text("SELECT 1")


@pytest.fixture
def line(postgres_server: PostgresServer) -> Iterator[Line]:
    line = Line(postgres_server.folder / ".s.PGSQL.5432")
    yield line
    line.close()


@pytest.fixture
def engine(postgres_url: str, line: Line, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    monkeypatch.setattr(BoundedConnection, "answer_seconds", 0.3)
    parts = sa.make_url(postgres_url).set(host="127.0.0.1", port=line.port, query={})
    engine = open_engine(parts.render_as_string(hide_password=False))
    yield engine
    engine.dispose()


def test_a_silent_server_is_given_up_and_asked_again_later(engine: sa.Engine, line: Line) -> None:
    with engine.connect() as connection:
        assert connection.scalar(_ONE) == 1
        line.fall_silent()
        with pytest.raises(sa.exc.OperationalError, match="does not answer") as raised:
            connection.scalar(_ONE)
    assert raised.value.connection_invalidated
    line.recover()
    with engine.connect() as connection:
        assert connection.scalar(_ONE) == 1


def test_no_statement_is_compiled(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SHOW jit")) == "off"
    engine.dispose()


def test_a_long_reading_is_not_given_up_and_later_ones_are_bounded_again(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BoundedConnection, "answer_seconds", 0.3)
    monkeypatch.setattr(bounded_connection, "ANSWER_SECONDS", 0.3)
    engine = open_engine(postgres_url)
    with snapshot(engine) as connection:
        assert connection.scalar(sa.text("SELECT 1 FROM pg_sleep(0.6)")) == 1
    with (
        engine.connect() as connection,
        pytest.raises(sa.exc.OperationalError, match="does not answer"),
    ):
        connection.scalar(sa.text("SELECT 1 FROM pg_sleep(0.6)"))
    engine.dispose()
