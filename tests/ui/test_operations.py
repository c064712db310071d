"""What is asked by a window is done by the database thread, whatever the way it is asked."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from posim_desktop.app import OpenShop, open_shop
from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.changes import Done, Record, some_new
from posim_desktop.domain.people.permissions import EVERYTHING, Role
from posim_desktop.queries.people import log_in
from posim_desktop.queries.reader import Reader
from posim_desktop.services.cards import employees
from posim_desktop.services.people import pins
from posim_desktop.services.transaction import Transactor
from posim_desktop.settings import Settings
from posim_desktop.ui.long_job import LongJob
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.outcome import Attempt
from seeding import NO_PIN_HASH


def _adding(code: str) -> partial[Done]:
    return partial(employees.add, fields=EmployeeFields(code=code, name=code, role=Role.OWNER))


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[OpenShop]:
    del qtbot
    shop = open_shop(Settings(database_url, tmp_path, "till 1"))
    yield shop
    shop.close()


def test_nothing_is_asked_on_the_window_s_thread(shop: OpenShop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    idents: list[int] = []
    really_read, really_run = Reader.read, Transactor.run

    def read(*args: Any, **kwargs: Any) -> object:  # noqa: ANN401
        idents.append(threading.get_ident())
        return really_read(*args, **kwargs)

    def run(*args: Any, **kwargs: Any) -> Done:  # noqa: ANN401
        idents.append(threading.get_ident())
        return really_run(*args, **kwargs)

    monkeypatch.setattr(Reader, "read", read)
    monkeypatch.setattr(Transactor, "run", run)
    operations = shop.operations
    sam = operations.do(_adding("SAM")).record_id
    operations.do(partial(pins.make_first, employee_id=sam, pin_hash=NO_PIN_HASH))
    operations.log_in(LoggedIn(sam, "Sam", "Owner", EVERYTHING))
    operations.read(log_in.employees)
    operations.look_for_changes()
    job = LongJob(operations, [(_adding("KIM"), Attempt()), (_adding("LEE"), Attempt())], operations)
    with qtbot.waitSignal(job.finished):
        job.start()
    assert [person.code for person in operations.read(log_in.employees)] == ["KIM", "LEE", "SAM"]
    assert len(idents) == 8
    assert len(set(idents)) == 1
    assert threading.get_ident() not in idents


def test_a_query_that_asks_another_is_answered_at_once(shop: OpenShop) -> None:
    operations = shop.operations
    operations.do(_adding("SAM"))

    def asks_again(_connection: object) -> int:
        return len(operations.read(log_in.employees))

    assert operations.read(asks_again) == 1


def test_the_look_for_changes_does_not_pile_up(shop: OpenShop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, asked = threading.Event(), list[str]()
    really_read = Reader.read

    def slow(self: Reader, *args: object, **kwargs: object) -> object:
        asked.append("looked")
        assert gate.wait(10)
        return really_read(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "read", slow)
    for _look in range(5):
        shop.operations.look_for_changes()
    gate.set()
    qtbot.waitUntil(lambda: not shop.operations._is_looking)
    assert asked == ["looked"]


def test_what_another_program_did_is_shown_before_the_next_look(
    database_url: str, tmp_path: Path, qtbot: QtBot
) -> None:
    shop = open_shop(Settings(database_url, tmp_path, "till 1", poll_seconds=1000))
    shop.operations.look_for_changes()
    qtbot.waitUntil(lambda: shop.operations._last_operation is not None)
    shop.watch()
    with qtbot.waitSignal(shop.operations.bus.changed, timeout=30_000) as told:
        Transactor(shop.engine).run(_adding("SAM"), key=uuid4(), employee_id=None, workstation="till 2")
    assert some_new(Record.EMPLOYEE) in told.args[0]
    shop.close()


def test_closing_a_shop_ends_its_thread(shop: OpenShop) -> None:
    before = [thread for thread in threading.enumerate() if thread.name == "database"]
    shop.operations.read(log_in.employees)
    shop.close()
    assert {thread for thread in threading.enumerate() if thread.name == "database"} <= set(before)
