"""How a shop says what its money is, once, and that each transaction counts so."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, StatementError

import seeding
from pin_of import pin_hash
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.money import money_places
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Item
from posim_desktop.queries.shop import preferences as stored
from posim_desktop.services import shop_money
from posim_desktop.services.cards import preferences
from posim_desktop.services.cards.shop import choose_currency, set_up
from posim_desktop.services.database import for_writing, open_engine
from posim_desktop.services.session import begun
from posim_desktop.services.transaction import Transactor

FOUNDING = partial(
    set_up,
    store_name="Corner Shop",
    employee_name="Sam",
    pin_hash=pin_hash(),
    tax_name="TAX",
    tax_rate=Decimal(10),
    locale="en_US",
    time_zone="UTC",
)
YEN = partial(FOUNDING, currency="JPY", decimals=0)


@contextmanager
def opened(url: str) -> Iterator[sa.Engine]:
    """Open a shop as the program does."""
    engine = open_engine(url)
    with engine.connect() as connection:
        shop_money.learn(connection)
    try:
        yield engine
    finally:
        engine.dispose()


def do(engine: sa.Engine, verb: partial[Done], employee_id: int | None = None) -> Done:
    return Transactor(engine).run(verb, key=uuid4(), employee_id=employee_id, workstation="till 1")


def refused(engine: sa.Engine, verb: partial[Done], employee_id: int | None = None) -> Refusal:
    with pytest.raises(RefusedError) as raised:
        do(engine, verb, employee_id)
    return raised.value.refusal


def loaded(engine: sa.Engine) -> ShopPreferences:
    with engine.connect() as connection:
        return stored.load(connection)


def sells(engine: sa.Engine, employee_id: int, price: str) -> list[tuple[str, int]]:
    """Put an item on file; return its price as it is read again, and as it is stored."""
    with begun(for_writing(engine)) as session:
        seeding.add_item(session, employee_id, f"at {price}", price=price)
    with engine.connect() as connection:
        read = connection.scalars(sa.select(Item.price).order_by(Item.id)).all()
        kept = connection.scalars(sa.text("SELECT price FROM items ORDER BY id")).all()
    return list(zip(map(str, read), kept, strict=True))


def test_shops_of_different_money_are_open_in_one_program(database_url: str) -> None:
    with opened(database_url) as yen:
        sam = do(yen, YEN).record_id
        with open_engine("sqlite://").begin():  # a shop of which nothing is known yet
            assert money_places() == 2
        assert sells(yen, sam, "1500") == [("1500", 1500)]
    with opened(database_url) as again:
        assert money_places() == 0
        assert loaded(again).decimals == 0
        with pytest.raises(StatementError, match="more than 0 decimal places"):
            sells(again, sam, "0.50")


def test_the_decimals_are_accounted_for_and_nobody_changes_them(database_url: str) -> None:
    with opened(database_url) as engine:
        sam = do(engine, YEN).record_id
        with engine.connect() as connection:
            events = connection.scalars(sa.select(AuditEvent.after).where(AuditEvent.action == "change preferences"))
            assert any('"decimals": 0' in after or '"decimals":0' in after for after in events)
        decided = loaded(engine)
        for other in (2, 3):
            wanted = partial(preferences.change, preferences=replace(decided, decimals=other))
            assert refused(engine, wanted, sam) == Refusal(Why.DECIMALS_STAY, Field("decimals"), places=0)
        do(engine, partial(preferences.change, preferences=replace(decided, currency="KRW")), sam)
        assert (loaded(engine).currency, loaded(engine).decimals) == ("KRW", 0)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE preferences SET value = '2' WHERE name = 'decimals'",
        "UPDATE preferences SET name = 'other' WHERE name = 'decimals'",
        "UPDATE preferences SET name = 'decimals' WHERE name = 'store_name'",
        "DELETE FROM preferences WHERE name = 'decimals'",
        "DELETE FROM preferences",
        "INSERT INTO preferences (name, value) VALUES ('decimals', '2')",
    ],
)
def test_the_database_keeps_the_decimals(database_url: str, harm: str) -> None:
    with opened(database_url) as engine:
        do(engine, YEN)
        with engine.connect() as connection, pytest.raises(DBAPIError):
            connection.execute(sa.text(harm))
        assert loaded(engine).decimals == 0


@pytest.mark.parametrize("wrong", ["1", "4", '"2"'])
def test_the_database_holds_no_decimals_that_nobody_counts_in(database_url: str, wrong: str) -> None:
    inserting = sa.text("INSERT INTO preferences (name, value) VALUES ('decimals', :wrong)")
    with opened(database_url) as engine, engine.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(inserting, {"wrong": wrong})


def test_amounts_that_were_brought_in_before_decide_the_decimals(database_url: str) -> None:
    with opened(database_url) as engine:
        with begun(for_writing(engine)) as session:
            seeding.add_item(session, 0, price="24.00")
        assert refused(engine, YEN) == Refusal(Why.DECIMALS_STAY, Field("decimals"), places=2)
        do(engine, partial(FOUNDING, currency="JPY", decimals=2))
        assert loaded(engine).decimals == 2


def test_the_currency_of_a_new_shop_is_said_before_anything_is_brought_in(database_url: str) -> None:
    with opened(database_url) as engine:
        do(engine, partial(choose_currency, currency="KWD", decimals=3))
        assert sells(engine, 0, "1.255") == [("1.255", 1255)]
        assert refused(engine, YEN).why is Why.DECIMALS_STAY
        assert refused(engine, partial(choose_currency, currency="JPY", decimals=0)).why is Why.DECIMALS_STAY
        do(engine, partial(FOUNDING, currency="KWD", decimals=3))
        assert refused(engine, partial(choose_currency, currency="KWD", decimals=3)).why is Why.ALREADY_SET_UP


@pytest.mark.parametrize(
    ("currency", "decimals", "why"), [("YEN", 0, Why.NO_SUCH_CURRENCY), ("JPY", 1, Why.NO_SUCH_DECIMALS)]
)
def test_a_shop_is_not_set_up_in_money_that_there_is_not(
    database_url: str, currency: str, decimals: int, why: Why
) -> None:
    with opened(database_url) as engine:
        assert refused(engine, partial(FOUNDING, currency=currency, decimals=decimals)).why is why
