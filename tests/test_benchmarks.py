"""The benchmarks measure the program as it is now: their shops can still be filled."""

import pytest
from benchmarks.backlog import DATABASES, empty_shop, fill

from posim_desktop.queries import deck
from posim_desktop.queries.backorders.backorders import DECK
from posim_desktop.queries.deck import EVERYTHING, Found, Step
from posim_desktop.services.database import open_engine


@pytest.mark.parametrize("database", DATABASES)
def test_a_backlog_is_a_shop_of_the_present_revision(database: str) -> None:
    with empty_shop(database) as url:
        fill(url, vendors=2, items=5, backorders=20)
        engine = open_engine(url)
        with engine.connect() as connection:
            assert deck.count(connection, DECK, Found()) == 20
            assert deck.neighbor(connection, DECK, EVERYTHING, DECK.first_order, 19, Step.NEXT) == 20
        engine.dispose()
