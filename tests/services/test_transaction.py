"""One key, one deed: replays, retries, lost connections and busy databases."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from uuid import uuid4

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.pool import PoolProxiedConnection

from agreement import disagreements
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import RefusedError, TroubleError, refuse
from posim_desktop.domain.why import Why
from posim_desktop.orm import Operation
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.services.sales import invoices
from posim_desktop.services.session import Session, Stamp
from posim_desktop.services.transaction import Transactor
from seeding import Till, add_customer, open_till, together
from shared_engines import keep_connections_to


def raise_price(session: Session, _stamp: Stamp, *, item_id: int, by: int) -> Done:
    """A verb that is seen to be done twice."""
    session.connection().execute(
        sa.text("UPDATE items SET price = price + :by WHERE id = :item"), {"by": by, "item": item_id}
    )
    return done(item_id, Change(Record.ITEM, item_id))


def price_of(till: Till, item_id: int) -> int:
    with till.engine.connect() as connection:
        return int(connection.execute(sa.text("SELECT price FROM items WHERE id = :id"), {"id": item_id}).scalar_one())


def operations_of(till: Till) -> int:
    """Count what was done since the till's employee made their PIN, which is the first operation."""
    with till.engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).where(Operation.id > 1)).scalar_one()


def test_the_same_key_and_content_gives_the_first_result_again(till: Till) -> None:
    item_id = till.stores("kettle")
    key = uuid4()
    first = till.do(partial(raise_price, item_id=item_id, by=5), key)
    again = till.do(partial(raise_price, item_id=item_id, by=5), key)

    assert again == first == Done(item_id, frozenset({Change(Record.ITEM, item_id)}))
    assert (price_of(till, item_id), operations_of(till)) == (2405, 1)


def test_the_same_key_with_other_content_is_refused(till: Till) -> None:
    item_id = till.stores("kettle")
    key = uuid4()
    till.do(partial(raise_price, item_id=item_id, by=5), key)

    with pytest.raises(RefusedError, match=Why.DONE_WITH_OTHER_CONTENT):
        till.do(partial(raise_price, item_id=item_id, by=6), key)
    assert price_of(till, item_id) == 2405


def test_the_same_key_for_another_verb_is_refused(till: Till) -> None:
    key = uuid4()
    till.do(partial(invoices.start, customer_id=None), key)

    with pytest.raises(RefusedError, match=Why.DONE_WITH_OTHER_CONTENT):
        till.do(partial(invoices.discard, invoice_id=1), key)


def test_a_refused_deed_leaves_its_key_free(till: Till) -> None:
    item_id = till.stores("kettle")
    asked = []

    def hesitant(session: Session, stamp: Stamp, *, item_id: int) -> Done:
        asked.append(stamp)
        if len(asked) == 1:
            raise_price(session, stamp, item_id=item_id, by=9)
            raise refuse(Why.LOG_IN_FIRST)
        return raise_price(session, stamp, item_id=item_id, by=5)

    key = uuid4()
    with pytest.raises(RefusedError):
        till.do(partial(hesitant, item_id=item_id), key)
    assert operations_of(till) == 0
    till.do(partial(hesitant, item_id=item_id), key)
    assert price_of(till, item_id) == 2405


def test_two_threads_with_one_key_do_it_once(till: Till) -> None:
    item_id = till.stores("kettle")
    key = uuid4()
    gate = threading.Barrier(2)
    results = []

    def press() -> None:
        gate.wait()
        results.append(till.do(partial(raise_price, item_id=item_id, by=5), key))

    together(press, press)
    assert results == [results[0]] * 2
    assert (price_of(till, item_id), operations_of(till)) == (2405, 1)


def test_a_verb_that_breaks_leaves_nothing(till: Till) -> None:
    item_id = till.stores("kettle")

    def breaks(session: Session, stamp: Stamp, *, item_id: int) -> Done:
        raise_price(session, stamp, item_id=item_id, by=5)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        till.run(breaks, item_id=item_id)
    assert (price_of(till, item_id), operations_of(till)) == (2400, 0)


def test_two_verbs_that_wait_for_each_other_are_both_done(postgres_url: str) -> None:
    till = open_till(postgres_url)
    items = [till.stores("kettle"), till.stores("lamp")]
    both_hold_one = threading.Barrier(2)
    tries = []

    def crosswise(session: Session, stamp: Stamp, *, first: int, second: int) -> Done:
        tries.append(first)
        raise_price(session, stamp, item_id=first, by=1)
        if tries.count(first) == 1:
            both_hold_one.wait()
        return raise_price(session, stamp, item_id=second, by=1)

    together(
        lambda: till.run(crosswise, first=items[0], second=items[1]),
        lambda: till.run(crosswise, first=items[1], second=items[0]),
    )
    assert [price_of(till, item_id) for item_id in items] == [2402, 2402]
    assert len(tries) == 3, "PostgreSQL broke the deadlock, and the loser was tried again"
    till.engine.dispose()


def test_a_serialization_failure_is_tried_again(postgres_url: str) -> None:
    till = open_till(postgres_url)
    item_id = till.stores("kettle")
    other = till.engine.execution_options(isolation_level="REPEATABLE READ")
    strict = Till(other, Transactor(other), till.employee_id)
    tries = []

    def overtaken(session: Session, stamp: Stamp, *, item_id: int) -> Done:
        tries.append(session.connection().execute(sa.text("SELECT price FROM items")).scalar_one())
        if len(tries) == 1:
            till.run(raise_price, item_id=item_id, by=1)
        return raise_price(session, stamp, item_id=item_id, by=1)

    strict.run(overtaken, item_id=item_id)
    assert (price_of(till, item_id), tries) == (2402, [2400, 2401])
    till.engine.dispose()


def statements_of(till: Till, item_id: int) -> list[str]:
    """Run a verb and return what it asked of the database."""
    seen: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    sa.event.listen(till.engine, "before_cursor_execute", hear)
    till.run(raise_price, item_id=item_id, by=1)
    sa.event.remove(till.engine, "before_cursor_execute", hear)
    return seen


def stamped(till: Till) -> datetime:
    """Read when the newest operation was done."""
    with till.engine.connect() as connection:
        return connection.execute(sa.select(Operation.at).order_by(Operation.id.desc()).limit(1)).scalar_one()


def test_the_clock_of_the_server_counts_and_not_that_of_a_till(till: Till) -> None:
    item_id = till.stores("kettle")
    an_hour_behind = partial(wrong_clock, timedelta(hours=-1))
    wrong = Till(till.engine, Transactor(till.engine, own_clock=an_hour_behind), till.employee_id)
    before, stamps = datetime.now(UTC), []

    def keeps_the_stamp(session: Session, stamp: Stamp, *, item_id: int) -> Done:
        stamps.append(stamp.at)
        return raise_price(session, stamp, item_id=item_id, by=1)

    wrong.run(keeps_the_stamp, item_id=item_id)

    second = timedelta(seconds=1)
    by_server = till.engine.dialect.name == "postgresql"
    due = before if by_server else before - timedelta(hours=1)  # a shop in a file has no other clock
    assert due - second <= stamps[0] <= due + timedelta(minutes=1)
    assert stamped(till) == stamps[0]
    assert abs(wrong.transactor.behind - (timedelta(hours=1) if by_server else timedelta(0))) < 30 * second
    assert abs(wrong.transactor.now() - due) < timedelta(minutes=1)


def test_asking_the_server_for_the_time_takes_no_statement_more(till: Till) -> None:
    item_id = till.stores("kettle")
    by_the_server = Till(till.engine, Transactor(till.engine), till.employee_id)
    assert len(statements_of(by_the_server, item_id)) == len(statements_of(till, item_id))


def test_what_was_done_before_keeps_its_moment(till: Till) -> None:
    item_id, key = till.stores("kettle"), uuid4()
    asking = Till(till.engine, Transactor(till.engine), till.employee_id)
    first = asking.do(partial(raise_price, item_id=item_id, by=5), key)
    moment = stamped(till)
    assert asking.do(partial(raise_price, item_id=item_id, by=5), key) == first
    assert (stamped(till), operations_of(till)) == (moment, 1)


def wrong_clock(off: timedelta) -> datetime:
    """Read a clock that is off."""
    return datetime.now(UTC) + off


class Server:
    """The superuser of the tests' server, who can cut connections."""

    def __init__(self, url: str) -> None:
        parts = sa.make_url(url)
        self.database = str(parts.database)
        self._connection = psycopg.connect(
            host=str(parts.query["host"]), user="postgres", dbname="postgres", autocommit=True
        )

    def cut(self, connection: sa.Connection) -> None:
        """End a connection."""
        backend = connection.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
        self._connection.execute("SELECT pg_terminate_backend(%s, 5000)", [backend])

    def admit(self, *, anybody: bool) -> None:
        """Let connections to the database in, or no more."""
        self._connection.execute(
            "UPDATE pg_database SET datallowconn = %s WHERE datname = %s", [anybody, self.database]
        )

    def close(self) -> None:
        self._connection.close()


@contextmanager
def server_of(url: str) -> Iterator[Server]:
    with closing(Server(url)) as server:
        try:
            yield server
        finally:
            server.admit(anybody=True)


def test_a_connection_lost_on_the_way_is_made_again(postgres_url: str) -> None:
    till = open_till(postgres_url)
    item_id = till.stores("kettle")
    tries = []
    with server_of(postgres_url) as server:

        def cut_once(session: Session, stamp: Stamp, *, item_id: int) -> Done:
            tries.append(item_id)
            result = raise_price(session, stamp, item_id=item_id, by=5)
            if len(tries) == 1:
                server.cut(session.connection())
            return result

        till.run(cut_once, item_id=item_id)
    assert (price_of(till, item_id), operations_of(till), len(tries)) == (2405, 1, 2)
    till.engine.dispose()


def test_a_server_that_stays_away_is_no_proof_of_failure(postgres_url: str) -> None:
    till = open_till(postgres_url)
    item_id = till.stores("kettle")
    key = uuid4()
    with server_of(postgres_url) as server:

        def cut_for_good(session: Session, stamp: Stamp, *, item_id: int) -> Done:
            result = raise_price(session, stamp, item_id=item_id, by=5)
            server.admit(anybody=False)
            server.cut(session.connection())
            return result

        with pytest.raises(TroubleError, match=r"cannot tell whether this was done.*Do not take a payment again"):
            till.do(partial(cut_for_good, item_id=item_id), key)
    till.do(partial(raise_price, item_id=item_id, by=5), key)
    assert price_of(till, item_id) == 2405
    till.engine.dispose()


def test_a_deed_whose_answer_was_lost_is_not_done_again(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    till = open_till(postgres_url)
    item_id = till.stores("kettle")
    with server_of(postgres_url) as server:
        losses: list[PoolProxiedConnection] = []
        commit = till.engine.dialect.do_commit

        def commit_and_lose_the_answer(connection: PoolProxiedConnection) -> None:
            commit(connection)
            if not losses:
                losses.append(connection)
                with till.engine.connect() as other:
                    server.cut(other)
                    other.execute(sa.text("SELECT 1"))

        monkeypatch.setattr(till.engine.dialect, "do_commit", commit_and_lose_the_answer)
        till.run(raise_price, item_id=item_id, by=5)
    assert len(losses) == 1
    assert (price_of(till, item_id), operations_of(till)) == (2405, 1)
    till.engine.dispose()


def test_a_server_that_was_never_there_is_said_to_be_away(postgres_url: str) -> None:
    till = open_till(postgres_url)
    till.engine.dispose()
    keep_connections_to(str(sa.make_url(postgres_url).database))  # lets go of those that are kept
    with server_of(postgres_url) as server:
        server.admit(anybody=False)
        with pytest.raises(TroubleError, match="cannot be reached right now"):
            till.run(invoices.start)


def test_a_database_file_that_stays_locked_is_said_to_be_busy(sqlite_url: str) -> None:
    till = open_till(sqlite_url)
    till.engine.dispose()
    sa.event.listen(till.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout = 10"))
    with closing(sqlite3.connect(str(till.engine.url.database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TroubleError, match=r"busy\. Nothing was done"):
            till.run(invoices.start)
        other.execute("ROLLBACK")
    assert till.run(invoices.start).record_id == 1
    till.engine.dispose()


def test_a_code_that_two_tills_take_at_once_is_one_clash(till: Till) -> None:
    def takes(session: Session, _stamp: Stamp, *, code: str) -> Done:
        return done(add_customer(session, code))

    till.run(takes, code="lee")
    with pytest.raises(TroubleError, match="Another workstation just made the same change"):
        till.run(takes, code="lee")
    assert operations_of(till) == 1


def test_times_of_any_zone_keep_the_audit_whole(database_url: str) -> None:
    """A clock that tells another zone's time must not break the chain when the time comes back as UTC."""
    engine = open_engine(database_url)
    till = open_till(database_url)
    moved = Transactor(engine, lambda: datetime(2026, 11, 2, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=-7))))
    elsewhere = Till(engine, moved, till.employee_id)
    invoice_id = elsewhere.run(invoices.start).record_id
    elsewhere.run(invoices.discard, invoice_id=invoice_id)
    with snapshot(engine) as connection:
        assert disagreements(connection) == ()
    engine.dispose()
    till.engine.dispose()
