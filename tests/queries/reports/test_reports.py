"""Guide: "Reports": every report against sums that were added up by hand, on both databases."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from ordering_seed import orders, sends
from posim_desktop.orm import Invoice
from posim_desktop.queries import deck
from posim_desktop.queries.backorders.backorders import DECK as BACKORDERS
from posim_desktop.queries.deck import Order
from posim_desktop.queries.reports import backorders, margin, money, sales, stock
from posim_desktop.queries.reports.found import CanceledFound, SalesFound
from posim_desktop.queries.reports.scope import Scope, offsets
from posim_desktop.queries.sales.decks import PROCESSED
from posim_desktop.queries.verify import verify
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.transaction import Transactor
from queries.reports.year import BERLIN, YEAR, Year, day, seed
from receiving_seed import open_shop
from seeding import NO_PIN_HASH, open_till

D = Decimal


@pytest.fixture(scope="module")
def year(kept_urls: Callable[[], str]) -> Iterator[Year]:
    shop = seed(kept_urls())
    yield shop
    shop.till.engine.dispose()


def asks(year: Year, query: Callable[[sa.Connection, Scope], Sequence[tuple[Any, ...]]], **other: Any) -> list[Any]:  # noqa: ANN401 - fields of the scope
    """Return the cells of a report's rows, in order, figures as they are written."""
    with year.till.engine.connect() as connection:
        rows = query(connection, replace(YEAR, **other))
    return sorted((tuple(map(_plain, row[1:])) for row in rows), key=lambda row: tuple(map(str, row)))


def _plain(value: object) -> object:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def test_the_year_is_a_sound_shop(year: Year) -> None:
    with year.till.engine.connect() as connection:
        broken = {each.rule for each in verify(connection)}
    assert broken <= {"C1", "C6"}  # departments and costs were written as rows


def test_sales_by_day(year: Year) -> None:
    assert asks(year, sales.by_day) == [
        (date(2026, 1, 5), 1, "52", "0", "52", "0", "4.8", "56.8"),
        (date(2026, 2, 1), 1, "10", "0", "10", "0", "1.55", "11.55"),
        (date(2026, 3, 29), 2, "20", "0", "20", "0", "0", "20"),
        (date(2026, 6, 20), 1, "24", "0", "24", "24", "2.4", "26.4"),
        (date(2026, 7, 1), 1, "0", "-4", "-4", "0", "0", "-4"),
        (date(2026, 9, 9), 1, "24", "0", "24", "0", "0", "24"),
        (date(2026, 10, 2), 1, "15", "0", "15", "0", "0", "15"),
        (date(2026, 10, 10), 1, "24", "0", "24", "0", "2.18", "24"),
        (date(2026, 11, 1), 1, "4.03", "0", "4.03", "0", "0", "4.03"),
    ]


def test_sales_by_hour_go_by_the_clock_on_the_wall(year: Year) -> None:
    assert asks(year, sales.by_hour) == [
        (0, 1, "10", "0", "10", "0", "1.55", "11.55"),
        (1, 1, "12", "0", "12", "0", "0", "12"),
        (11, 2, "56.03", "0", "56.03", "0", "4.8", "60.83"),
        (12, 5, "87", "-4", "83", "24", "4.58", "85.4"),
        (3, 1, "8", "0", "8", "0", "0", "8"),
    ]


def test_sales_by_goods_and_people_come_to_the_same(year: Year) -> None:
    net = "169.03"
    assert asks(year, sales.by_department) == [
        ("Kitchen", "16", "1", "159", "-4", "155", "24"),
        ("Light", "1", "0", "10", "0", "10", "0"),
        (None, "1", "0", "4.03", "0", "4.03", "0"),
    ]
    assert asks(year, sales.by_item) == [
        ("CUP", "Cup", "11", "1", "39", "-4", "35", "0"),
        ("KETTLE", "Kettle", "5", "0", "120", "0", "120", "24"),
        ("LAMP", "Lamp", "1", "0", "10", "0", "10", "0"),
        ("PIN", "Pin", "1", "0", "4.03", "0", "4.03", "0"),
    ]
    assert asks(year, sales.by_employee) == [("Sam", 10, "173.03", "-4", net, "24", "10.93", "177.78")]
    assert asks(year, sales.by_customer) == [
        ("Lee", 2, "32", "0", "32", "24", "2.4", "34.4"),
        (None, 7, "117.03", "-4", "113.03", "0", "8.53", "119.38"),
        ("School", 1, "24", "0", "24", "0", "0", "24"),
    ]


def test_filters_narrow_what_was_sold(year: Year) -> None:
    light = year.departments["light"]
    assert asks(year, sales.by_item, department_id=light) == [("LAMP", "Lamp", "1", "0", "10", "0", "10", "0")]
    assert [row[0] for row in asks(year, sales.by_item, vendor_id=year.vendor)] == ["KETTLE"]
    assert asks(year, sales.by_day, employee_id=999) == []


def test_tax_and_what_was_not_taxed(year: Year) -> None:
    assert asks(year, money.tax) == [
        ("exempt", None, None, "24", "0"),
        ("lux", "lux", "5", "10", "0.5"),
        ("lux", "more", "10", "10", "1.05"),
        ("no code", None, None, "39.03", "0"),
        ("std", "std", "10", "93.82", "9.38"),
    ]


def test_tenders_come_to_all_that_was_paid(year: Year) -> None:
    rows = asks(year, money.tenders)
    assert rows == [
        ("Card", 1, "11.55", "0", "0", "11.55"),
        ("Cash", 11, "185.25", "0", "-4", "181.25"),
        ("Deposit", 1, "10", "0", "0", "10"),
    ]
    with year.till.engine.connect() as connection:
        invoices = connection.execute(sa.select(Invoice.total, Invoice.rounding, Invoice.processed_at)).all()
    within = [row for row in invoices if row.processed_at and row.processed_at < YEAR.before]
    assert sum(D(row[5]) for row in rows) == sum(row.total + row.rounding for row in within)


def test_discounts_and_price_changes(year: Year) -> None:
    assert asks(year, money.lowered_prices) == [("Sam", "Crack", 1, "2.5", "2.5", "5")]


def test_returns_by_reason(year: Year) -> None:
    assert asks(year, money.returns) == [("Chipped", 1, "1", "1", "-4", "-4")]


def test_margin_takes_the_cost_of_its_day(year: Year) -> None:
    # Kettles: 2 at 10.00 in January, 1 at 10.00 in June, 1 at 12.00 in September, 1 at 12.00 in October.
    assert asks(year, margin.by_item) == [
        ("CUP", "Cup", "10", "35", "11"),
        ("KETTLE", "Kettle", "5", "117.82", "54"),
        ("LAMP", "Lamp", "1", "10", "1"),
        ("PIN", "Pin", "1", "4.03", "1"),
    ]
    assert asks(year, margin.by_department) == [
        ("Kitchen", "15", "152.82", "65"),
        ("Light", "1", "10", "1"),
        (None, "1", "4.03", "1"),
    ]


def test_deposits_and_fees(year: Year) -> None:
    assert asks(year, money.held_money) == [
        ("applied", 1, "0", "-10"),
        ("forfeited", 1, "0", "-2"),
        ("taken", 2, "25", "0"),
    ]


def test_stock_is_worth_what_it_cost_last(year: Year) -> None:
    assert asks(year, stock.value) == [
        ("CUP", "Cup", "38", "1", "38", "152"),
        ("KETTLE", "Kettle", "45", "12", "540", "1080"),
        ("LAMP", "Lamp", "46", "1", "46", "460"),
        ("PIN", "Pin", "49", "1", "49", "197.47"),
    ]


def test_stock_movements_lead_from_what_was_there_to_what_is(year: Year) -> None:
    # 11 cups were sold, one came back and was thrown away; one more was sold in the next year.
    assert asks(year, stock.movements) == [
        ("CUP", "Cup", "50", "0", "-11", "0", "0", "0", "39"),
        ("KETTLE", "Kettle", "50", "0", "-5", "0", "0", "0", "45"),
        ("LAMP", "Lamp", "50", "0", "-1", "0", "0", "-3", "46"),
        ("PIN", "Pin", "50", "0", "-1", "0", "0", "0", "49"),
    ]
    assert asks(year, stock.movements, since=day(11, 2)) == [("LAMP", "Lamp", "49", "0", "0", "0", "0", "-3", "46")]


def test_slow_stock_was_not_sold_for_so_long(year: Year) -> None:
    assert asks(year, stock.slow, days=90) == [("LAMP", "Lamp", "46", date(2026, 2, 1), 333, "46")]
    assert [row[0] for row in asks(year, stock.slow, days=62)] == ["KETTLE", "LAMP"]


def test_open_backorders_with_their_age_and_money(year: Year) -> None:
    assert asks(year, backorders.open_backorders) == [
        (2, "Lee", "Kettle", date(2026, 12, 1), 30, "72", "0", "5", "3", "0", "KETTLE", 8)
    ]


def test_lost_sales_by_reason(year: Year) -> None:
    assert asks(year, backorders.lost_sales) == [("Wants fewer", 1, "1", "24")]


def test_slow_stock_in_shares_comes_to_the_same(year: Year) -> None:
    shares = [row for which in range(3) for row in asks(year, stock.slow, days=62, share=(which, 3))]
    assert sorted(row[0] for row in shares) == ["KETTLE", "LAMP"]


def test_lead_times_count_days_from_the_order_to_each_delivery(database_url: str) -> None:
    till = open_till(database_url, NO_PIN_HASH)
    shop = open_shop(till)
    now = day(3, 1)
    till.transactor = Transactor(till.engine, lambda: now)

    def sends_and_gets(ordered: datetime, came: datetime, expected: date | None = None) -> None:
        nonlocal now
        now = ordered
        order = orders(till, shop.vendor_id, ("kettle", "2"))
        if expected is not None:
            till.run(purchase_orders.set_header, purchase_order_id=order, expected_on=expected, note="")
        sends(till, order)
        now = came
        log = till.run(receiving.start, purchase_order_id=order, received_on=came.astimezone(BERLIN).date())
        shop.receives(log.record_id)

    till.stores("kettle")
    sends_and_gets(day(3, 27, 23, 30), day(3, 30))  # ordered on the 28th of the shop, 2 days
    sends_and_gets(day(4, 1), day(4, 6), date(2026, 4, 6))  # 5 days, in time
    sends_and_gets(day(4, 1), day(4, 11), date(2026, 4, 10))  # 10 days, one late
    sends_and_gets(day(12, 30), day(12, 31, 23, 30))  # comes in the next year
    with till.engine.connect() as connection:
        assert [row[1:] for row in stock.lead_times(connection, YEAR)] == [("Acme", 3, 17, 2, 10, 2, 1)]
    till.engine.dispose()


def test_a_year_in_parts_comes_to_the_same(year: Year) -> None:
    middle = day(3, 29, 1)
    parts = [replace(YEAR, before=middle), replace(YEAR, since=middle)]
    with year.till.engine.connect() as connection:
        rows = [row for part in parts for row in sales.by_day(connection, part)]
    assert sum((row[5] for row in rows), D(0)) == D("169.03")
    assert sorted(row[0] for row in rows).count(date(2026, 3, 29)) == 2


@pytest.mark.parametrize(
    ("narrowed", "count"),
    [
        ({}, 12),
        ({"hour": 12}, 6),
        ({"tender": "Deposit"}, 1),
        ({"lowered": True, "lowered_because": "Crack"}, 1),
        ({"lowered_because": "Nothing", "lowered": True}, 0),
        ({"reason": "Chipped"}, 1),
        ({"no_customer": True}, 7),
        ({"no_department": True}, 1),
    ],
)
def test_rows_lead_to_their_invoices(year: Year, narrowed: dict[str, Any], count: int) -> None:
    with year.till.engine.connect() as connection:
        assert deck.count(connection, PROCESSED, SalesFound(scope=YEAR, **narrowed)) == count


def test_days_begin_at_midnight_of_the_shop_also_when_the_clocks_are_changed() -> None:
    kathmandu, berlin = ZoneInfo("Asia/Kathmandu"), ZoneInfo("Europe/Berlin")
    start, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    assert offsets(kathmandu, start, end) == [(end, 20700)]
    assert offsets(berlin, start, end) == [
        (datetime(2026, 3, 29, 1, tzinfo=UTC), 3600),
        (datetime(2026, 10, 25, 1, tzinfo=UTC), 7200),
        (end, 3600),
    ]
    assert offsets(berlin, start, start + timedelta(days=1)) == [(start + timedelta(days=1), 3600)]


def test_canceled_backorders_are_found_by_their_reason(year: Year) -> None:
    with year.till.engine.connect() as connection:
        found = deck.page(connection, BACKORDERS, CanceledFound(scope=YEAR, reason="Wants fewer"), Order("number"))
    assert [row.number for row in found.rows] == [1]
