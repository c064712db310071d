"""Setting a shop up, by three people at once."""

import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from uuid import uuid4

import sqlalchemy as sa

from pin_of import pin_hash
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Employee, Pin
from posim_desktop.services.cards.shop import set_up
from posim_desktop.services.database import open_engine
from posim_desktop.services.transaction import Transactor

FOUNDERS = ("Ana", "Kim", "Sam")


def found(url: str, name: str, together: threading.Barrier) -> str:
    """Set a shop up in a program of its own, at the same moment as the others; return how it ended."""
    engine = open_engine(url)
    verb = partial(
        set_up,
        store_name=f"{name}'s Shop",
        employee_name=name,
        pin_hash=pin_hash(),
        tax_name="TAX",
        tax_rate=Decimal(0),
        locale="en_US",
        time_zone="UTC",
    )
    with engine.connect():
        pass  # connected already when it counts
    together.wait()
    try:
        Transactor(engine).run(verb, key=uuid4(), employee_id=None, workstation=f"{name}'s office")
    except RefusedError as error:
        return error.refusal.why.name
    else:
        return name
    finally:
        engine.dispose()


def test_of_three_who_set_one_shop_up_at_once_one_founds_it_and_the_others_are_told(database_url: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    with multiprocessing.Manager() as manager, ProcessPoolExecutor(len(FOUNDERS), mp_context=spawn) as programs:
        together = manager.Barrier(len(FOUNDERS))
        ended = [programs.submit(found, database_url, name, together) for name in FOUNDERS]
        results = sorted(each.result() for each in ended)

    engine = open_engine(database_url)
    with engine.connect() as connection:
        names = connection.scalars(sa.select(Employee.name)).all()
        pins = connection.scalar(sa.select(sa.func.count()).select_from(Pin))
        made = connection.scalars(sa.select(AuditEvent.id).where(AuditEvent.action == "make pin")).all()
    engine.dispose()
    assert len(names) == pins == len(made) == 1
    assert results == sorted([*names, Why.ALREADY_SET_UP.name, Why.ALREADY_SET_UP.name])
