"""Guide: "Try things on the demo shop" — what it holds, and that its records agree."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import BackorderStatus, Figures
from posim_desktop.domain.backorders.wants import WantState
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import (
    AuditEvent,
    AwaitedOrder,
    Backorder,
    Barcode,
    Customer,
    CustomerMoney,
    Department,
    Employee,
    Invoice,
    InvoiceLine,
    Item,
    PickedLine,
    PurchaseOrder,
    PurchaseOrderLine,
    SpecialOrder,
    TenderType,
    Vendor,
    Want,
)
from posim_desktop.queries import money_held
from posim_desktop.queries.backorders import backorders, wants
from posim_desktop.queries.sales import customer_pickup, pickup
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

    assert [row.number for row in rows] == list(range(1, 28))
    assert states == {
        BackorderStatus.OPEN: 20,
        BackorderStatus.READY: 3,
        BackorderStatus.FILLED: 2,
        BackorderStatus.CANCELED: 2,
    }
    assert sum(0 < row.canceled < row.ordered for row in rows) == 4
    assert all(older >= younger for older, younger in pairwise(ages))
    assert (max(ages), min(ages)) == (96, 0)


def test_invoices_are_parked_set_aside_and_emptied(connection: sa.Connection) -> None:
    statuses = Counter(tuple(row) for row in connection.execute(sa.select(Invoice.status, Invoice.committed)))

    assert statuses == {
        ("processed", False): 39,
        ("working", False): 3,
        ("working", True): 5,
        ("discarded", False): 2,
    }


def test_goods_of_two_deliveries_were_picked_up_in_one_go(connection: sa.Connection) -> None:
    holder = Invoice.__table__.alias("holder")
    chosen = (
        sa.select(PickedLine.invoice_id, Invoice.status, holder.c.status, holder.c.storage_place)
        .join(Invoice, Invoice.id == PickedLine.invoice_id)
        .join(holder, holder.c.id == PickedLine.held_id)
        .order_by(PickedLine.id)
    )
    (first, *_one), (second, *_two) = names = connection.execute(chosen).all()

    assert first == second
    assert [tuple(row)[1:] for row in names] == [
        ("processed", "discarded", "Shelf A, 1"),
        ("processed", "discarded", "Shelf A, 2"),
    ]


def test_what_waits_says_where_it_lies(connection: sa.Connection) -> None:
    held = pickup.on_hold(connection)

    assert [row.place for row in held] == [
        "Shelf B, 3",
        "Under the stairs",
        "Drawer 2",
        "Drawer 4",
        "Back room",
    ]
    school = connection.scalars(sa.select(Customer.id).where(Customer.code == "C00036")).one()
    waiting = customer_pickup.of_customer(connection, school)
    assert waiting is not None
    assert {line.log_number for line in waiting.ready} == {2, 4}
    assert [line.refusal for line in waiting.ready] == [None, None]
    assert waiting.deposit_for(frozenset(line.line_id for line in waiting.ready)) == Decimal("20.00")


def test_money_of_customers_is_in_every_state(connection: sa.Connection) -> None:
    kinds = Counter(connection.scalars(sa.select(CustomerMoney.kind)))
    figures = {number: money_held.of_backorder(connection, number) for number in (2, 4, 17)}

    assert set(kinds) == set(MoneyKind)
    assert (figures[2].fees, figures[2].to_credit) == (Decimal("2.50"), Decimal("7.50"))
    assert (figures[4].refunded, figures[4].on_deposit) == (Decimal("3.00"), Decimal("9.00"))
    assert figures[17].used == figures[17].taken == Decimal("10.00")


def test_a_customer_owes_on_account_and_one_pays_in_parts(connection: sa.Connection) -> None:
    summed = sa.func.sum(CustomerMoney.amount, type_=CustomerMoney.__table__.c.amount.type)
    chosen = sa.select(Customer.code, Customer.credit_limit, summed).join(CustomerMoney)
    credit = {
        row[0]: row[1:]
        for row in connection.execute(
            chosen.where(CustomerMoney.backorder_id.is_(None)).group_by(Customer.code, Customer.credit_limit)
        )
    }

    assert credit["C00004"] == (Decimal(300), Decimal("-37.66"))
    assert credit["C00016"] == (Decimal(0), Decimal("5.00"))


def test_goods_came_back_with_and_without_a_receipt(connection: sa.Connection) -> None:
    chosen = sa.select(InvoiceLine.returns_line_id.is_not(None), InvoiceLine.damaged, InvoiceLine.return_reason)
    back = connection.execute(chosen.where(InvoiceLine.trans_code == "R").order_by(InvoiceLine.id)).all()

    assert [tuple(row) for row in back] == [
        (False, False, "Wrong color"),
        (True, False, "Ordered by mistake"),
        (True, True, "Damaged"),
    ]


def test_wishes_are_open_granted_and_dropped(connection: sa.Connection) -> None:
    wishes = [wants.details(connection, want_id) for want_id in connection.scalars(sa.select(Want.id))]

    assert Counter(wish.state for wish in wishes if wish) == {
        WantState.OPEN: 2,
        WantState.GRANTED: 2,
        WantState.DROPPED: 1,
    }
    assert count(connection, Backorder, Backorder.wanted_at.is_not(None)) == 1


def test_a_line_waits_for_an_order_that_is_on_its_way(connection: sa.Connection) -> None:
    chosen = sa.select(PurchaseOrder.number, PurchaseOrder.status, AwaitedOrder.quantity)
    joined = chosen.join(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == PurchaseOrder.id).join(AwaitedOrder)

    assert connection.execute(joined).all() == [(1, "processed", Decimal(1))]


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
    asked = connection.scalars(sa.select(Backorder.question).where(Backorder.question != "").order_by(Backorder.id))
    assert asked.all() == ["Which color? With a zip?", "Which initials?"]


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
