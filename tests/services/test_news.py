"""What another program did is heard at once; one's own operations are no news."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.services import news as module
from posim_desktop.services.cards import customers
from posim_desktop.services.news import News
from posim_desktop.services.transaction import Transactor
from seeding import Till, ticking_clock

MOST_SECONDS = 30  # only a failing test waits as long


class Told:
    """Counts what was heard."""

    def __init__(self) -> None:
        self._counted = threading.Semaphore(0)

    def __call__(self) -> None:
        """Take something that was told."""
        self._counted.release()

    def nothing_more(self) -> bool:
        """Return whether nothing else was told."""
        return not self._counted.acquire(blocking=False)

    def waits(self) -> None:
        """Wait for the next thing that is told."""
        assert self._counted.acquire(timeout=MOST_SECONDS)


@pytest.fixture
def listening(till: Till) -> Iterator[Callable[[], Told]]:
    """Let the program of the till listen."""
    made: list[News] = []

    def listen() -> Told:
        told = Told()
        made.append(News(till.engine, till.transactor.program, told))
        return told

    yield listen
    for news in made:
        news.close()
    for news in made:
        news.wait()


def _other(till: Till) -> Till:
    """Another program on the same shop."""
    return replace(till, transactor=Transactor(till.engine, ticking_clock()), workstation="till 2")


def _works(till: Till) -> None:
    till.run(customers.add, fields=CustomerFields("", "Lee"))


def test_what_another_program_did_is_heard(till: Till, listening: Callable[[], Told]) -> None:
    told, other = listening(), _other(till)
    told.waits()  # it listens now, and looks for what was done before
    for _time in range(2):
        _works(other)
        told.waits()


def test_one_s_own_operations_are_no_news_on_a_server(postgres_till: Till) -> None:
    told = Told()
    news = News(postgres_till.engine, postgres_till.transactor.program, told)
    told.waits()
    _works(postgres_till)
    _works(_other(postgres_till))
    told.waits()
    news.close()
    news.wait()
    assert told.nothing_more()


def test_a_lost_connection_is_made_again(postgres_till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TRY_AGAIN_SECONDS", 0.01)
    told = Told()
    news = News(postgres_till.engine, postgres_till.transactor.program, told)
    told.waits()
    with postgres_till.engine.begin() as connection:
        listening = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
        assert connection.scalar(sa.text(listening))
    told.waits()
    _works(_other(postgres_till))
    told.waits()
    news.close()
    news.wait()
