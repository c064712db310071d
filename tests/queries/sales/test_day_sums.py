"""What a Z says is what was done, added up by hand; no clock has a say in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest

from money_seed import money_shop
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.day_figures import read
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.printing.sales.day_report import day_pages, day_strip
from posim_desktop.printing.sales.invoice import InvoiceWriting
from posim_desktop.printing.strip import Words
from posim_desktop.queries.sales import days as queries
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import credit_limits
from posim_desktop.services.sales import credit, days, deposits, invoices, sale_discounts
from posim_desktop.services.transaction import Transactor
from seeding import OPENING_DAY, Till, add_customer, add_tax_code, open_till

D = Decimal
WRITING = InvoiceWriting(
    money=lambda amount: f"{amount:.2f}",
    amount=lambda amount: f"${amount:.2f}",
    quantity=lambda quantity: f"{quantity.normalize():f}",
    date_time=lambda moment: f"{moment:%Y-%m-%d %H:%M}",
    date=lambda day: f"{day:%Y-%m-%d}",
)


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    till = open_till(database_url)
    with till.writing() as session:
        tax = add_tax_code(session)
    till.stores("urn", on_hand="50", tax_code_id=tax)
    till.stores("mug", price="10.00", on_hand="50")
    yield till
    till.engine.dispose()


def closes(till: Till, counted: str) -> queries.DayDetails:
    with till.engine.connect() as connection:
        day = queries.here(connection, till.workstation).day
    assert day is not None
    till.run(days.count, day_id=day.row.id, rest=D(counted))
    till.run(days.close, day_id=day.row.id, kept=D(0))
    with till.engine.connect() as connection:
        assert verify(connection) == ()
        closed = queries.details(connection, day.row.id)
    assert closed is not None
    return closed


@pytest.mark.usefixtures("qapp")  # paper has fonts
def test_a_z_is_the_sum_of_what_was_done(till: Till) -> None:
    taxed = till.rings_up(("urn", "1"))  # 24.00 and 1.98 of tax
    till.do(till.posting_of(taxed, Tender(TenderKind.CARD, D("5.98"), reference="A1"), Tender(TenderKind.CASH, D(20))))
    discounted = till.rings_up(("mug", "2"))
    till.run(sale_discounts.give, invoice_id=discounted, discount=SaleDiscount(D(5)))
    till.do(till.posting_of(discounted, Tender(TenderKind.CASH, D(50))))  # 35.00 go back
    back = till.rings_up(("mug", "1", TransCode.RETURN))
    till.posts(back)  # -10.00
    till.run(invoices.discard, invoice_id=till.rings_up(("mug", "3")))

    day = closes(till, "25.00")
    sums = day.figures
    assert (sums.invoices, sums.goods, sums.tax, sums.total) == (3, D("29.00"), D("1.98"), D("30.98"))
    assert [(each.kind, each.how_many, each.amount) for each in sums.tenders] == [
        ("card", 1, D("5.98")),
        ("cash", 3, D("25.00")),
    ]
    assert [(each.reference, each.amount) for each in sums.cards] == [("A1", D("5.98"))]
    assert [(each.name, each.taxable, each.tax) for each in sums.taxes if each.tax] == [("std", D(24), D("1.98"))]
    assert [(each.code, each.how_many, each.amount) for each in sums.codes] == [
        ("R", 1, D("-10.00")),
        ("S", 2, D("39.00")),
    ]
    assert (sums.discounts, sums.returns, sums.returned, sums.voids, sums.voided) == (D(5), 1, D(-10), 1, D(30))
    assert [(each.name, each.how_many, each.amount) for each in sums.people] == [("Sam", 3, D("30.98"))]
    assert day.over == D(0)
    said = [row.words for row in day_strip(day, ShopPreferences(), WRITING, OPENING_DAY) if isinstance(row, Words)]
    assert {"Z 1", "Reference A1", "Lines returned (1)", "Sam (3)"} <= set(said)
    pages = day_pages(day, ShopPreferences(store_name="Corner"), WRITING, OPENING_DAY, is_copy=True)
    text = pages.document.toPlainText()
    assert text.startswith("COPY")
    assert all(words in text for words in ("Corner", "Z 1", "Closed by Sam", "Reference A1", "Lines returned"))
    assert text.split("Expected")[1].split()[0] == "25.00"
    before = replace(day, figures=read('{"cash": "25.00"}'))  # of a program that counted nothing else yet
    said = [row.words for row in day_strip(before, ShopPreferences(), WRITING, OPENING_DAY) if isinstance(row, Words)]
    assert "Z 1" in said


def test_a_z_says_what_became_of_the_customers_money(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session, "lee")
    till.run(credit_limits.change, customer_id=lee, limit=D(100), version=1)
    paid_in = till.rings_up(customer_id=lee)
    till.run(deposits.add, invoice_id=paid_in, amount=D(30))
    till.posts(paid_in)
    bought = till.rings_up(("mug", "5"), customer_id=lee)
    till.do(till.posting_of(bought, Tender(TenderKind.CREDIT, D(50))))  # 20.00 of it on account
    owing = closes(till, "30.00").figures
    assert (owing.credit_given, owing.credit_used, owing.on_account) == (D(30), D(-50), D(20))

    paid = till.rings_up(customer_id=lee)
    till.run(deposits.add, invoice_id=paid, amount=D(25))
    till.posts(paid)
    till.run(credit.pay_back, customer_id=lee, amount=D(5), refund_by=Tender(TenderKind.CASH, D(0)))
    settled = closes(till, "20.00").figures
    assert (settled.credit_given, settled.credit_refunded, settled.on_account) == (D(25), D(-5), D(-20))
    assert (settled.total, settled.goods, settled.taken) == (D(20), D(0), D(20))


def test_a_z_says_what_became_of_deposits(till: Till) -> None:
    for shop in money_shop(till):
        held_for = shop.owes("3", "30.00")
        shop.cancels(held_for, "1")
    with till.engine.connect() as connection:
        day = queries.here(connection, till.workstation).day
    assert day is not None
    assert day.figures.deposits_taken == D(30)


def test_no_clock_ends_a_day(till: Till) -> None:
    """Over midnight, with a clock that was wrong, and after a week: a day is what lies between its float and its Z."""
    moments = iter(
        [OPENING_DAY + timedelta(hours=15), OPENING_DAY - timedelta(days=400), datetime(2031, 1, 1, tzinfo=UTC)]
    )
    for moment in moments:
        other = Till(till.engine, Transactor(till.engine, partial(_at, moment)), till.employee_id, till.items)
        other.posts(other.rings_up(("mug", "1")))
    figures = closes(till, "30.00").figures
    assert (figures.invoices, figures.cash) == (3, D(30))


def _at(moment: datetime) -> datetime:
    return moment
