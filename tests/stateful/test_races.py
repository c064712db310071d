"""Several programs sell the same goods at the same time, and nothing is sold twice.

A companion test lets the same programs run on SQLite as SQLAlchemy opens it by default, and shows that they then fail:
that is why :mod:`posim_desktop.services.database` begins every writing transaction with a lock.
"""

import multiprocessing
import random
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Backorder, Invoice, Item, StockEntry
from posim_desktop.queries.verify import verify
from posim_desktop.services.backorders import backorders
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.services.sales import invoices, posting
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.services.session import Session
from posim_desktop.services.transaction import Transactor
from seeding import Till, add_customer, open_till

BACKORDER = TransCode.BACKORDER
TILLS = 3
ROUNDS = 30
SALES = 60
STOCK = 7


def sell(
    url: str, employee_id: int, customer_id: int, items: list[int], together: threading.Barrier, number: int
) -> tuple[int, int]:
    """Sell round by round what every till sells in that round; return how often it sold and was refused for stock."""
    engine = open_engine(url)
    till = Till(engine, Transactor(engine), employee_id)
    chance = random.Random(number)  # noqa: S311 - repeatable, not secret
    sold = refused = 0
    for place in range(ROUNDS):
        # Everybody wants the same two things, in any order: the lock order is the program's care.
        pair = [items[place], items[(place + 1) % ROUNDS]]
        together.wait()
        for _ in range(2):
            goods = chance.sample(pair, k=2)
            lines = (*(NewLine(item_id, Decimal(1)) for item_id in goods), NewLine(pair[0], Decimal(2), BACKORDER))
            invoice_id = till.run(invoices.start, customer_id=customer_id).record_id
            till.run(invoices.add_items, invoice_id=invoice_id, lines=lines)
            post = till.posting_of(invoice_id)
            try:
                till.do(post)
                sold += 1
            except RefusedError as error:
                if error.refusal.where != Field("stock"):
                    raise
                refused += 1
        _cancel_the_oldest(till)
    engine.dispose()
    return sold, refused


def _cancel_the_oldest(till: Till) -> None:
    """Cancel a unit of what everybody cancels, until nothing of it is left."""
    oldest: sa.Select[int | None] = sa.select(sa.func.min(Backorder.id)).where(Backorder.outstanding > 0)
    with till.engine.connect() as connection:
        backorder_id = connection.execute(oldest).scalar_one()
    if backorder_id is None:
        return
    verb = partial(
        backorders.cancel,
        backorder_id=backorder_id,
        quantity=Decimal(1),
        employee_id=till.employee_id,
        reason="Wants fewer",
    )
    try:
        till.do(verb)
    except RefusedError as error:
        if error.refusal.where != Field("quantity"):
            raise


def in_processes(deed: Callable[..., tuple[int, int]], *content: object) -> list[Future[tuple[int, int]]]:
    """Run a deed in several programs at once, each with a number of its own, and wait for all."""
    with ProcessPoolExecutor(TILLS, mp_context=multiprocessing.get_context("spawn")) as programs:
        return [programs.submit(deed, *content, number) for number in range(TILLS)]


def test_programs_that_sell_the_same_goods_never_sell_too_much(database_url: str) -> None:
    till = open_till(database_url)
    with till.writing() as session:
        customer_id = add_customer(session)
    items = [till.stores(f"item {number}", on_hand=str(STOCK)) for number in range(ROUNDS)]

    with multiprocessing.Manager() as manager:
        together = manager.Barrier(TILLS)
        programs = in_processes(sell, database_url, till.employee_id, customer_id, items, together)
        results = [each.result() for each in programs]

    with snapshot(till.engine) as connection:
        assert verify(connection) == ()
        left = list(connection.scalars(sa.select(Item.on_hand)))
        sales = connection.scalar(sa.select(sa.func.count()).where(StockEntry.kind == "sale"))
        numbers = list(connection.scalars(sa.select(Invoice.number).where(Invoice.number > 0).order_by(Invoice.number)))
    till.engine.dispose()
    sold = sum(sold for sold, _ in results)
    assert sum(refused for _, refused in results) > 0, "the goods ran out, so that there was something to race for"
    assert numbers == list(range(1, sold + 1))
    assert sales == 2 * sold
    assert min(left) >= 0
    assert sum(left) == ROUNDS * STOCK - 2 * sold


def test_programs_that_post_the_same_invoices_post_each_once(database_url: str) -> None:
    till = open_till(database_url)
    till.stores("kettle", on_hand="1000")
    parked = [till.rings_up(("kettle", "1")) for _ in range(SALES)]

    results = [each.result() for each in in_processes(post_all, database_url, till.employee_id, parked)]

    with snapshot(till.engine) as connection:
        assert verify(connection) == ()
        assert connection.scalar(sa.select(Item.on_hand)) == 1000 - SALES
    till.engine.dispose()
    assert sum(posted for posted, _ in results) == SALES
    assert sum(refused for _, refused in results) == SALES * (TILLS - 1)


def post_all(url: str, employee_id: int, parked: list[int], seed: int) -> tuple[int, int]:
    """Post every parked invoice; return how many this program posted and how many another had."""
    engine = open_engine(url)
    till = Till(engine, Transactor(engine), employee_id)
    posted = refused = 0
    for invoice_id in random.Random(seed).sample(parked, k=len(parked)):  # noqa: S311 - repeatable, not secret
        total = Decimal("24.00")
        try:
            till.run(
                posting.post, invoice_id=invoice_id, tenders=(Tender(TenderKind.CASH, total),), expected_total=total
            )
            posted += 1
        except RefusedError:
            refused += 1
    engine.dispose()
    return posted, refused


# What follows sells by the same rule through a plain SQLAlchemy engine: look, then take.

TAKES = 200


def take_carelessly(url: str, item_id: int, _seed: int) -> tuple[int, int]:
    """Take a unit at a time while there is one, as SQLAlchemy's default set-up lets one; count takes and errors."""
    engine = sa.create_engine(url)
    took = failed = 0
    for _ in range(TAKES):
        try:
            with engine.begin() as connection:
                on_hand = connection.execute(sa.select(Item.on_hand).where(Item.id == item_id)).scalar_one()
                if on_hand >= 1:
                    connection.execute(sa.update(Item).where(Item.id == item_id).values(on_hand=on_hand - 1))
            took += 1
        except OperationalError:
            failed += 1
    engine.dispose()
    return took, failed


def take_carefully(url: str, item_id: int, employee_id: int, _seed: int) -> tuple[int, int]:
    """Do the same through the Transactor."""
    engine = open_engine(url)
    transactor = Transactor(engine)
    for _ in range(TAKES):
        verb = partial(_take_one, item_id=item_id)
        transactor.run(verb, key=uuid4(), employee_id=employee_id, workstation="till")
    engine.dispose()
    return TAKES, 0


def _take_one(session: Session, _stamp: object, *, item_id: int) -> Done:
    connection = session.connection()
    on_hand = connection.execute(sa.select(Item.on_hand).where(Item.id == item_id)).scalar_one()
    if on_hand >= 1:
        connection.execute(sa.update(Item).where(Item.id == item_id).values(on_hand=on_hand - 1))
    return Done(item_id, frozenset())


def left_over(url: str) -> Decimal:
    engine = open_engine(url)
    with engine.connect() as connection:
        left = connection.execute(sa.select(Item.on_hand)).scalar_one()
    engine.dispose()
    return left


def test_the_same_race_is_lost_with_the_default_engine(sqlite_url: str) -> None:
    till = open_till(sqlite_url)
    item_id = till.stores("kettle", on_hand=str(TILLS * TAKES))
    till.engine.dispose()
    results = [each.result() for each in in_processes(take_carelessly, sqlite_url, item_id)]
    took, failed = sum(took for took, _ in results), sum(failed for _, failed in results)
    stored = TILLS * TAKES - left_over(sqlite_url)
    assert took > stored or failed > 0, f"{took} were taken, {stored} are missing, {failed} failed"


def test_the_same_race_is_won_with_our_engine(sqlite_url: str) -> None:
    till = open_till(sqlite_url)
    item_id = till.stores("kettle", on_hand=str(TILLS * TAKES))
    till.engine.dispose()
    results = [each.result() for each in in_processes(take_carefully, sqlite_url, item_id, till.employee_id)]
    assert sum(took for took, _ in results) == TILLS * TAKES
    assert left_over(sqlite_url) == 0
