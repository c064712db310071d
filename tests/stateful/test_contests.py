"""Two programs at the same goods in the same moment: every round ends in one of the ways that are right.

Say POSIM_ROUNDS=300 to play more rounds than the suite does, and ``-rP`` to read how they ended.
"""

import multiprocessing
import os
import random
import threading
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

import sqlalchemy as sa

from places import place
from posim_desktop.domain.errors import RefusedError
from posim_desktop.orm import PrintJob
from posim_desktop.services.database import open_engine
from posim_desktop.services.transaction import Transactor
from receiving_seed import Shop, open_shop
from seeding import Till, open_till
from stateful.contests import CONTESTS, End, Round, drawer_of

ROUNDS = int(os.environ.get("POSIM_ROUNDS", "4"))
STAGGER_SECONDS = 0.008  # about as long as a deed takes: now one is first and now the other, now they overlap
_CHANCES = [random.Random(side) for side in range(2)]  # noqa: S311 - repeatable, not secret


def play(url: str, employee_id: int, rounds: list[Round], together: threading.Barrier, side: int) -> list[str]:
    """Do a side's deed of every round at the same moment as the other program; return how each ended."""
    engine = open_engine(url)
    till = Till(engine, Transactor(engine), employee_id)
    try:
        return [_play_one(till, played, together, side) for played in rounds]
    except threading.BrokenBarrierError:
        return []  # the other program met a fault, and tells it
    except BaseException:
        together.abort()  # or the other program would wait for ever
        raise
    finally:
        engine.dispose()


def _play_one(till: Till, played: Round, together: threading.Barrier, side: int) -> str:
    mine = till if played.by is None else replace(till, employee_id=played.by)
    mine = replace(mine, workstation=f"till {side + 1}") if played.apart else mine
    if played.before is not None and side == 0:
        mine.do(played.before)
    together.wait()
    time.sleep(_CHANCES[side].uniform(0, STAGGER_SECONDS))
    try:
        mine.do(played.deeds[side], played.keys[side])
    except RefusedError as error:
        return place(error.refusal).partition(":")[0]
    return "done"


def play_all(url: str, employee_id: int, rounds: list[Round]) -> list[tuple[str, str]]:
    """Let two programs play all rounds against each other."""
    spawn = multiprocessing.get_context("spawn")
    with multiprocessing.Manager() as manager, ProcessPoolExecutor(2, mp_context=spawn) as programs:
        together = manager.Barrier(2)
        sides = [programs.submit(play, url, employee_id, rounds, together, side) for side in range(2)]
        first, second = (side.result() for side in sides)
    return list(zip(first, second, strict=True))


def state(shop: Shop, played: Round) -> End:
    """Read what a round came to."""
    figures = shop.figures(played.backorder_id) if played.backorder_id else ""
    return End(shop.stock(played.item), figures, _kicks(shop, played.invoice_id) if played.invoice_id else 0)


def _kicks(shop: Shop, invoice_id: int) -> int:
    kicks = sa.select(sa.func.count()).where(PrintJob.opens_drawer, PrintJob.printer == drawer_of(invoice_id))
    return int(shop.read(kicks))


def deadlocks(engine: sa.Engine) -> int:
    """Count how often the server has had to end one of two transactions that waited for each other."""
    if engine.dialect.name != "postgresql":
        return 0
    with engine.connect() as connection:
        counted = sa.text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(connection.execute(counted).scalar_one())


def test_whatever_two_programs_want_at_once_ends_in_a_way_that_is_right(database_url: str) -> None:
    shop = open_shop(open_till(database_url))
    names = [contest.__name__.replace("_", " ") for contest in CONTESTS for _ in range(ROUNDS)]
    contests = [contest for contest in CONTESTS for _ in range(ROUNDS)]
    rounds = [contest(shop, f"item {number}", number) for number, contest in enumerate(contests)]

    deadlocks_before = deadlocks(shop.till.engine)

    ended = play_all(database_url, shop.till.employee_id, rounds)

    tally = Counter(zip(names, ended, strict=True))
    print(database_url.partition(":")[0])  # noqa: T201 - read with -rP
    for (name, (first, second)), times in sorted(tally.items()):
        print(f"{name}: {first or 'refused'} – {second or 'refused'}, {times} times")  # noqa: T201
    for name, played, end in zip(names, rounds, ended, strict=True):
        assert end in played.ends, f"{name} ended in a way that must not be: {end}"
        assert state(shop, played) == played.ends[end], f"{name} ended as {end}"
    shop.holds()
    assert deadlocks(shop.till.engine) == deadlocks_before
    shop.till.engine.dispose()
