"""Guide: "Try things on the demo shop" — what it holds, and that its records agree."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import pairwise

import pytest
import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import BackorderStatus, Figures
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import (
    AuditEvent,
    Backorder,
    Barcode,
    Customer,
    Department,
    Employee,
    Invoice,
    Item,
    SpecialOrder,
    TenderType,
    Vendor,
)
from posim_desktop.queries.backorders import backorders
from posim_desktop.queries.shop.preferences import load
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import open_engine
from posim_desktop.services.exchange import demo
from seeding import open_till

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def engine(kept_urls: Callable[[], str]) -> Iterator[sa.Engine]:
    """A demo shop made on a November day, which these tests only read."""
    engine = open_engine(kept_urls())
    demo.make(engine, NOW)
    yield engine
    engine.dispose()


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection to that shop."""
    with engine.connect() as connection:
        yield connection


def count(connection: sa.Connection, entity: type[object], *conditions: sa.ColumnElement[bool]) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(entity).where(*conditions)).scalar_one()


def test_its_records_agree(connection: sa.Connection) -> None:
    assert verify(connection) == ()
    assert demo.is_demo(connection)


def test_it_is_a_whole_shop(connection: sa.Connection) -> None:
    assert count(connection, Item, Item.stocked) == 307
    assert count(connection, Item, ~Item.stocked) == 2
    assert count(connection, Customer) == 42
    assert count(connection, Vendor) == 9
    assert count(connection, Department) == 9
    assert {row.code: row.role for row in connection.execute(sa.select(Employee.code, Employee.role))} == {
        "KIM": "owner",
        "ANA": "cashier",
        "LIV": "manager",
        "SAM": "clerk",
    }
    assert load(connection).store_name == "Larkspur Lane Gifts"


def test_some_goods_are_out_and_some_are_low(connection: sa.Connection) -> None:
    assert count(connection, Item, Item.on_hand == 0) >= 20
    assert count(connection, Item, Item.on_hand > 0, Item.on_hand < Item.min_stock) >= 10
    assert count(connection, Item, Item.on_hand < 0) == 0
    assert count(connection, Item, Item.preferred_vendor_id.is_(None)) >= 1


def test_barcodes_are_of_the_range_for_shops_and_check(connection: sa.Connection) -> None:
    barcodes = list(connection.scalars(sa.select(Barcode.barcode)))

    assert len(barcodes) == 308
    for barcode in barcodes:
        assert len(barcode) == 13
        assert 20 <= int(barcode[:2]) <= 29
        assert sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(barcode)) % 10 == 0


def test_it_has_what_the_till_does_specially(connection: sa.Connection) -> None:
    packs = sa.select(Item.code, Barcode.quantity, Item.pack_quantity).join(Item).where(Barcode.quantity > 1)
    tenders = sa.select(TenderType.name, TenderType.asks_reference).where(~TenderType.archived)

    assert sorted(f"{quantity:f}*{code}" for code, quantity, _ in connection.execute(packs)) == [
        "12.000*20698",
        "2.000*20818",
        "6.000*10133",
    ]
    assert all(quantity == pack_of for _, quantity, pack_of in connection.execute(packs))
    assert connection.execute(tenders.order_by(TenderType.position)).all() == [
        ("Cash", False),
        ("Card", False),
        ("Check", False),
        ("Gift Voucher", True),
    ]
    assert count(connection, Item, Item.serials == "sale") == 1
    assert count(connection, Item, ~Item.stocked) == 2


def test_a_backorder_has_a_history(connection: sa.Connection) -> None:
    chosen = sa.select(Backorder.id).where(Backorder.number == 14)
    found = backorders.details(connection, connection.scalars(chosen).one())
    assert found is not None
    assert [(change.kind, f"{change.quantity:f}", change.purchase_order_number) for change in found.allocations] == [
        (AllocationKind.ALLOCATED, "6.000", 1),
        (AllocationKind.CANCELED, "5.000", 1),
    ]


def test_backorders_have_different_ages_and_states(connection: sa.Connection) -> None:
    rows = connection.execute(sa.select(Backorder).order_by(Backorder.number)).all()
    states = Counter(Figures(row.ordered, row.received, row.canceled, row.filled, row.waiting).status for row in rows)
    ages = [(NOW - row.created_at).days for row in rows]

    assert [row.number for row in rows] == list(range(1, 27))
    assert states == {BackorderStatus.OPEN: 24, BackorderStatus.CANCELED: 2}
    assert sum(0 < row.canceled < row.ordered for row in rows) == 4
    assert all(older >= younger for older, younger in pairwise(ages))
    assert (max(ages), min(ages)) == (96, 0)


def test_two_invoices_are_parked(connection: sa.Connection) -> None:
    statuses = Counter(connection.scalars(sa.select(Invoice.status)))

    assert statuses == {"processed": 31, "working": 2}


def test_special_orders_are_in_every_state(connection: sa.Connection) -> None:
    orders = connection.execute(
        sa.select(SpecialOrder.status, SpecialOrder.number, Invoice.total)
        .outerjoin(Invoice, Invoice.id == SpecialOrder.invoice_id)
        .order_by(SpecialOrder.id)
    ).all()
    assert [(status, number) for status, number, _taken in orders] == [
        ("posted", 1),
        ("posted", 2),
        ("discarded", None),
        ("working", None),
    ]
    assert orders[0].total > 0
    assert orders[1].total == 0


def test_it_is_the_same_every_time(connection: sa.Connection, sqlite_url: str) -> None:
    other = open_engine(sqlite_url)
    demo.make(other, NOW)
    digests = sa.select(AuditEvent.digest).order_by(AuditEvent.id)

    with other.connect() as second:
        assert connection.scalars(digests).all() == second.scalars(digests).all()
    other.dispose()


def test_nothing_lies_in_the_future(connection: sa.Connection) -> None:
    assert connection.execute(sa.select(sa.func.max(AuditEvent.at))).scalar_one() < NOW


def test_made_twice_it_is_there_once(database_url: str) -> None:
    engine = open_engine(database_url)

    assert demo.make(engine, NOW)
    assert not demo.make(engine, NOW)

    engine.dispose()


def test_a_real_shop_is_left_alone(database_url: str) -> None:
    till = open_till(database_url)

    with pytest.raises(RefusedError, match=Why.DATABASE_HOLDS_REAL_SHOP):
        demo.make(till.engine, NOW)

    with till.engine.connect() as connection:
        assert count(connection, Item) == 0
        assert count(connection, Employee) == 1
    till.engine.dispose()
