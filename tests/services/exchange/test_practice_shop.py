"""A practice shop has the shop's cards and nothing else, and nothing leaves it."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.practice import Task
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.print_jobs import Printing, PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.orm import Base, Customer, Employee, Item, Pin, Preference, PrintJob, StockEntry
from posim_desktop.orm.base import table_of
from posim_desktop.queries.journal import journal
from posim_desktop.queries.shop import practice
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import practicing
from posim_desktop.services.database import for_writing, open_engine
from posim_desktop.services.exchange.practice_shop import PracticeShop, is_practice_file, practice_file
from posim_desktop.services.mails import outgoing
from posim_desktop.services.records import print_rows
from posim_desktop.services.sales import card_requests, posting, print_jobs
from posim_desktop.services.session import Stamp, begun
from posim_desktop.services.transaction import Transactor, utc_now
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url
from seeding import CASH, OPENING_DAY, Till, add_customer

CARDS = (
    "drawers",  # Office, which every shop has from the first
    *("barcodes", "customers", "departments", "employees", "item_vendors", "items", "pins", "preferences"),
    *("roles", "tax_codes", "tender_types", "vendors", "counters", "audit_events", "stock_ledger", "alembic_version"),
)
MARKED = sa.insert(table_of(Preference)).values(name="practice", value="1")


@contextmanager
def practicing_in(till: Till, folder: Path) -> Iterator[Till]:
    """Make a practice shop of a shop, and give a till in it."""
    made = place(till, folder)
    made.make(till.employee_id)
    engine = open_engine(made.url)
    yield Till(engine, Transactor(engine), till.employee_id, dict(till.items))
    engine.dispose()


def place(till: Till, folder: Path) -> PracticeShop:
    """Say where a shop's practice shop is."""
    return PracticeShop(till.engine, practice_file(folder, str(till.engine.url)), "till 1")


def filled(engine: sa.Engine) -> set[str]:
    """Name the tables that hold something."""
    with engine.connect() as connection:
        tables = Base.metadata.sorted_tables
        return {each.name for each in tables if connection.scalar(sa.select(sa.exists(sa.select(each))))}


def row(engine: sa.Engine, entity: type[Base], *columns: sa.ColumnElement[Any]) -> list[tuple[object, ...]]:
    """Read columns of a table."""
    with engine.connect() as connection:
        return [tuple(each) for each in connection.execute(sa.select(*columns).order_by(table_of(entity).c.id))]


def test_it_has_the_cards_and_what_is_on_the_shelf_and_no_document(till: Till, tmp_path: Path) -> None:
    with till.writing() as session:
        lee = add_customer(session, "lee")
        kim = add_customer(session, "kim")
        session.connection().execute(
            sa.update(table_of(Customer)).where(Customer.id == lee).values(merged_into=kim, archived=True)
        )
    till.stores("kettle", on_hand="5", price="24.10")
    till.stores("lamp", on_hand="2")
    sale = till.rings_up(("kettle", "2"), ("lamp", "3", TransCode.BACKORDER), customer_id=kim)
    till.posts(sale)

    with practicing_in(till, tmp_path) as copy:
        for entity, columns in (
            (Item, (Item.id, Item.code, Item.price, Item.on_hand, Item.version)),
            (Customer, (Customer.id, Customer.name, Customer.merged_into)),
            (Employee, (Employee.id, Employee.name, Employee.role)),
            (Pin, (Pin.employee_id, Pin.pin_hash)),
        ):
            assert row(copy.engine, entity, *columns) == row(till.engine, entity, *columns)
        assert filled(copy.engine) <= set(CARDS)
        assert row(copy.engine, StockEntry, StockEntry.kind, StockEntry.quantity) == [
            ("opening", Decimal(3)),
            ("opening", Decimal(2)),
        ]
        with copy.engine.connect() as connection:
            assert practice.is_practice(connection)
            assert verify(connection) == ()
            assert practice.first_hour(connection) == frozenset()
        copy.posts(copy.rings_up(("kettle", "1")))
        with copy.engine.connect() as connection:
            assert verify(connection) == ()
            assert practice.first_hour(connection) == {Task.SELL}
    with till.engine.connect() as connection:
        assert not practice.is_practice(connection)
        assert connection.scalar(sa.select(Item.on_hand).where(Item.code == "kettle")) == 3


def test_nothing_leaves_it(till: Till, tmp_path: Path) -> None:
    till.stores("kettle", on_hand="5")
    with practicing_in(till, tmp_path) as copy:
        sale = copy.rings_up(("kettle", "1"))
        paid = Tender(CASH, copy.total_of(sale))
        with pytest.raises(RefusedError) as asked:
            copy.run(card_requests.ask, invoice_id=sale, tender=paid, terminal="terminal")
        copy.run(
            posting.post,
            invoice_id=sale,
            tenders=(paid,),
            expected_total=paid.amount,
            wish=PrintWish("printer", receipt=True, drawer=True),
        )
        assert row(copy.engine, PrintJob, PrintJob.printing, PrintJob.opens_drawer) == [("receipt", False)]
        with begun(for_writing(copy.engine)) as session:
            stamp = Stamp(utc_now(), copy.employee_id, "till 1")
            print_rows.insert(session, stamp, Printing.DRAWER, "printer", opens_drawer=True)
        assert row(copy.engine, PrintJob, PrintJob.state, PrintJob.opens_drawer)[1:] == [("deleted", False)]
        with pytest.raises(RefusedError) as opened:
            copy.run(print_jobs.open_drawer, printer="printer", reason="Change")
        with pytest.raises(RefusedError) as mailed:
            copy.run(outgoing.take, mail_id=1)
        with pytest.raises(RefusedError) as booked, copy.engine.connect() as connection:
            journal(connection, OPENING_DAY.date(), OPENING_DAY.date())
        assert [each.value.refusal.why for each in (asked, opened, mailed, booked)] == [
            Why.PRACTICE_ASKS_NO_TERMINAL,
            Why.PRACTICE_OPENS_NO_DRAWER,
            Why.PRACTICE_SENDS_NO_MAIL,
            Why.PRACTICE_WRITES_NO_JOURNAL,
        ]
        copy.run(practicing.note_scan, code="999")
        with copy.engine.connect() as connection:
            assert practice.first_hour(connection) == {Task.SELL, Task.MISSED_SCAN}
            assert verify(connection) == ()
    with pytest.raises(RefusedError) as real:
        till.run(practicing.note_scan, code="999")
    assert real.value.refusal.why is Why.NOT_FOR_PRACTICE


def test_no_shop_that_has_begun_becomes_one_for_practice_and_none_ends_to_be(till: Till, tmp_path: Path) -> None:
    till.stores("kettle")
    till.rings_up(("kettle", "1"))
    with till.engine.connect() as connection, pytest.raises(DBAPIError, match="is for practice"):
        connection.execute(MARKED)
    with practicing_in(till, tmp_path) as copy:
        for attack in (
            "DELETE FROM preferences",
            "UPDATE preferences SET name = 'x' WHERE name = 'practice'",
            "UPDATE preferences SET value = 'x' WHERE name = 'practice'",
        ):
            with (
                for_writing(copy.engine).begin() as connection,
                pytest.raises(DBAPIError, match="that a shop is for practice"),
            ):
                connection.execute(sa.text(attack))


def test_it_is_made_anew_but_never_in_the_place_of_another_file(till: Till, tmp_path: Path) -> None:
    till.stores("kettle", on_hand="5")
    shop = place(till, tmp_path)
    assert not shop.stands()
    with practicing_in(till, tmp_path) as copy:
        copy.posts(copy.rings_up(("kettle", "1")))
    assert shop.stands()
    with practicing_in(till, tmp_path) as copy:
        assert "invoices" not in filled(copy.engine)
    assert not list(tmp_path.glob("*.new.sqlite*"))

    real = tmp_path / "real.sqlite"
    migrate(sqlite_url(real), tmp_path)
    content = real.read_bytes()
    with pytest.raises(TroubleError):
        PracticeShop(till.engine, real, "till 1").make(till.employee_id)
    assert real.read_bytes() == content
    assert not is_practice_file(real)
