"""The benchmarks measure the program as it is now: their shops are filled and their floors written."""

import pytest
from benchmarks import backlog, importing, posting, receiving, reports, seeded_years
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


def test_a_posting_is_raced_against_what_the_tables_still_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "ROUNDS", 1)

    assert len(posting.measure()) == len(DATABASES)


def test_a_delivery_is_raced_against_what_the_tables_still_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "RUNS", 1)
    monkeypatch.setattr(receiving, "DATABASES", ("SQLite",))  # both have the same columns and rules
    for name, size in (("LINES", 3), ("BACKORDERS", 6), ("CUSTOMERS", 2)):
        monkeypatch.setattr(receiving, name, size)

    assert len(receiving.measure()) == 1


def test_reports_are_raced_over_years_that_the_tables_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "ASKED", 1)
    for name, size in (("INVOICES", 40), ("ITEMS", 10), ("CUSTOMERS", 3)):
        monkeypatch.setattr(seeded_years, name, size)

    assert len(list(reports.measure())) == len(DATABASES) * len(reports.RACED) * 3


def test_an_import_is_raced_against_what_the_tables_still_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "ROWS", 5)

    assert len(importing.measure()) == 1
