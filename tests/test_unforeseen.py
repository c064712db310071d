"""A report of an unforeseen error says where it happened, and nothing that anybody typed or is called."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from posim_desktop.services.database import for_writing, open_engine
from posim_desktop.unforeseen import report
from seeding import open_till

NAME = "Lee O'Kafor"


def met(act: Callable[[], object]) -> Exception:
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError("nothing went wrong")


def chained() -> None:
    try:
        int(NAME)
    except ValueError as error:
        raise KeyError(NAME) from error


@pytest.mark.parametrize(
    "act",
    [
        lambda: int(NAME),
        lambda: {"": 1}[NAME],
        lambda: ["x"].index(NAME + "\n"),
        chained,
    ],
)
def test_what_an_error_quotes_is_left_out(act: Callable[[], object]) -> None:
    written = report(met(act))
    assert "Kafor" not in written
    assert "test_unforeseen.py" in written
    assert "Error" in written


def test_the_chain_is_told_in_order() -> None:
    written = report(met(chained))
    assert "builtins.ValueError: invalid literal for int() with base 10: …\n\nwhich led to\n" in written
    assert written.endswith("builtins.KeyError: …\n")


def test_what_the_database_was_told_is_left_out(database_url: str) -> None:
    till = open_till(database_url)
    till.engine.dispose()
    engine = open_engine(database_url)
    row = {"name": "x", "value": NAME}
    insert = sa.text("INSERT INTO preferences (name, value) VALUES (:name, :value)")

    def twice() -> None:
        with for_writing(engine).begin() as connection:
            connection.execute(insert, {**row, "name": NAME})
            connection.execute(insert, {**row, "name": NAME})

    error = met(twice)
    engine.dispose()
    assert isinstance(error, DBAPIError)
    assert "Kafor" not in report(error)
    assert "Kafor" not in str(error.statement)
