"""Every verb locks in one order; whoever locks across it is found by the first test that runs the verb."""

from collections.abc import Iterator

import pytest

from posim_desktop.services.database import for_writing, open_engine
from posim_desktop.services.records import invoice_rows, stock
from posim_desktop.services.records.lock_order import LockOrderError, Rank, alone, climb
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.session import Session, begun
from seeding import Till


@pytest.fixture
def session(sqlite_url: str) -> Iterator[Session]:
    engine = open_engine(sqlite_url)
    with begun(for_writing(engine)) as session:
        yield session
    engine.dispose()


def test_locks_may_be_taken_upwards(session: Session) -> None:
    climb(session, Rank.INVOICE, [7])
    climb(session, Rank.ITEM, [2, 3])
    climb(session, Rank.ITEM, [4])
    climb(session, Rank.BACKORDER, [1])


@pytest.mark.parametrize(
    ("rank", "row"), [(Rank.INVOICE, 8), (Rank.ITEM, 2)], ids=["what comes before", "a lower id of the same"]
)
def test_a_lock_further_down_is_found(session: Session, rank: Rank, row: int) -> None:
    climb(session, Rank.ITEM, [3])
    with pytest.raises(LockOrderError, match="is locked after"):
        climb(session, rank, [row])


def test_what_is_held_already_may_be_locked_again(session: Session) -> None:
    climb(session, Rank.INVOICE, [7])
    climb(session, Rank.ITEM, [3])
    climb(session, Rank.INVOICE, [7])


def test_a_new_transaction_holds_nothing(session: Session) -> None:
    climb(session, Rank.ITEM, [3])
    climb(Session(session.connection()), Rank.INVOICE, [7])


def test_who_is_alone_in_the_database_keeps_no_order(session: Session) -> None:
    alone(session)
    climb(session, Rank.ITEM, [3])
    climb(session, Rank.INVOICE, [7])


def test_keepers_and_running_numbers_are_watched(till: Till) -> None:
    item_id = till.stores("kettle", on_hand="5")
    invoice_id = till.rings_up(("kettle", "1"))
    with till.writing() as session:
        stock.lock(session, [item_id])
        with pytest.raises(LockOrderError):
            invoice_rows.lock(session, invoice_id)
    with till.writing() as session:
        take_numbers(session, "audit")
        with pytest.raises(LockOrderError):
            take_numbers(session, "invoice")
