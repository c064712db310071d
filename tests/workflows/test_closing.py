"""A shop that is closed lets go of its database, at once or when the database lets go of it."""

import threading
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from posim_desktop.app import open_shop
from posim_desktop.settings import Settings
from posim_desktop.ui import operations
from shared_engines import keep_connections_to


def test_a_connection_that_comes_back_after_closing_time_is_closed(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_connections_to("")  # what is closed here is closed
    monkeypatch.setattr(operations, "_CLOSING_SECONDS", 0)
    shop = open_shop(Settings(postgres_url, tmp_path, "Till 1"))
    begun, answered = threading.Event(), threading.Event()
    in_use: list[Any] = []

    def hangs(connection: sa.Connection) -> None:
        in_use.append(connection.connection.dbapi_connection)
        begun.set()
        assert answered.wait(30)

    shop.operations.begin_reading(hangs, lambda _job: None)
    assert begun.wait(30)
    (working,) = (thread for thread in threading.enumerate() if thread.name == "database")
    shop.close()
    assert not in_use[0].closed
    answered.set()
    working.join(30)
    assert in_use[0].closed
