"""Who pays no tax, on both databases: as their card says, and told otherwise by somebody who may."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from agreement import disagreements
from people_at_work import PeopleAtWork
from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.errors import Field
from posim_desktop.domain.exemption import TAXED, Exemption
from posim_desktop.domain.people.permissions import needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Invoice, InvoiceTax, Item
from posim_desktop.queries.sales.invoices import working
from posim_desktop.queries.sales.processed_invoices import processed
from posim_desktop.services.cards import customers
from posim_desktop.services.database import for_writing
from posim_desktop.services.sales import exemptions, fills, invoices, sale_discounts
from posim_desktop.services.sales.fills import Fill
from posim_desktop.services.sales.invoices import LineEdit
from seeding import add_customer, add_tax_code, prefer, stored

D = Decimal
SCHOOL = Exemption("12-345", "School")


@pytest.fixture
def shop(database_url: str) -> Iterator[PeopleAtWork]:
    """Give the shop with taxed mugs at 10 %; whatever happened, its records agree."""
    shop = PeopleAtWork(database_url)
    with shop.sam.writing() as session:
        tax_code = add_tax_code(session, "STD", "10")
    shop.sam.stores("mug", price="3.33", on_hand="50", tax_code_id=tax_code)
    with for_writing(shop.sam.engine).begin() as connection:
        connection.execute(sa.update(Item.__table__).values(cost=D(0)))
    yield shop
    with shop.sam.engine.connect() as connection:
        assert disagreements(connection) == ()
    shop.sam.engine.dispose()


def school(shop: PeopleAtWork) -> int:
    fields = CustomerFields(name="School", exempt_number=" 12-345 ", exempt_reason="School")
    return shop.sam.run(customers.add, fields=fields).record_id


def sums(shop: PeopleAtWork, invoice_id: int) -> tuple[str, str, str]:
    row = stored(shop.sam.engine, Invoice, Invoice.id == invoice_id)
    return str(row.subtotal), str(row.tax), str(row.total)


def test_the_customer_s_card_takes_the_tax_off_and_another_customer_brings_it_back(shop: PeopleAtWork) -> None:
    exempt = school(shop)
    with shop.sam.writing() as session:
        lee = add_customer(session)
    sale = shop.kim.rings_up(("mug", "3"))
    shop.kim.run(invoices.set_customer, invoice_id=sale, customer_id=exempt)
    assert sums(shop, sale) == ("9.99", "0.00", "9.99")
    shop.kim.run(invoices.set_customer, invoice_id=sale, customer_id=lee)
    assert sums(shop, sale) == ("9.99", "1.00", "10.99")
    shop.kim.run(invoices.set_customer, invoice_id=sale, customer_id=exempt)
    shop.kim.posts(sale)
    with shop.sam.engine.connect() as connection:
        shown = processed(connection, sale)
        assert connection.scalar(sa.select(sa.func.count()).select_from(InvoiceTax.__table__)) == 0
    assert shown is not None
    assert (shown.exemption, shown.total) == (SCHOOL, D("9.99"))


def test_what_includes_a_tax_is_sold_without_it_line_by_line(shop: PeopleAtWork) -> None:
    exempt = school(shop)
    with shop.sam.writing() as session:
        prefer(session, tax_inclusive=True)
    sale = shop.kim.rings_up(("mug", "1"), ("kettle", "1"), ("mug", "2"), customer_id=exempt)
    assert sums(shop, sale) == ("33.08", "0.00", "33.08")  # 3.03 + 24.00 + 6.05
    shop.kim.run(sale_discounts.give, invoice_id=sale, discount=SaleDiscount(percent=D(10)))
    with shop.sam.engine.connect() as connection:
        shown = working(connection, sale)
    assert shown is not None
    assert [(str(line.before_sale_discount), str(line.extension)) for line in shown.lines] == [
        ("3.03", "2.73"),
        ("24.00", "21.60"),
        ("6.05", "5.45"),
    ]
    shop.lets(shop.kim, partial(exemptions.tell, invoice_id=sale, exemption=TAXED))
    assert sums(shop, sale) == ("30.59", "0.82", "30.59")


def test_telling_otherwise_is_asked_and_the_audit_tells_it_without_the_number(shop: PeopleAtWork) -> None:
    sale = shop.kim.rings_up(("mug", "3"))
    telling = partial(exemptions.tell, invoice_id=sale, exemption=Exemption("D-7", "Diplomat"))
    assert needs_of(shop.refused(shop.kim, telling)) == (Permit(Permission.CHANGE_TAX),)
    shop.lets(shop.kim, telling)
    assert sums(shop, sale) == ("9.99", "0.00", "9.99")
    events = AuditEvent.__table__.c
    told = sa.select(events.before, events.after, events.reason).where(events.action == "change tax")
    with shop.sam.engine.connect() as connection:
        ((before, after, reason),) = connection.execute(told)
    assert (before, reason) == ('{"exempt": false}', "Diplomat")
    assert '"exempt": true' in after
    assert "D-7" not in after


def test_what_the_card_says_anybody_tells_again(shop: PeopleAtWork) -> None:
    sale = shop.kim.rings_up(("mug", "3"), customer_id=school(shop))
    shop.lets(shop.kim, partial(exemptions.tell, invoice_id=sale, exemption=TAXED))
    assert sums(shop, sale) == ("9.99", "1.00", "10.99")
    shop.kim.run(exemptions.tell, invoice_id=sale, exemption=SCHOOL)
    assert sums(shop, sale) == ("9.99", "0.00", "9.99")


def test_a_reason_alone_exempts_nobody(shop: PeopleAtWork) -> None:
    sale = shop.sam.rings_up(("mug", "3"))
    verb = partial(exemptions.tell, invoice_id=sale, exemption=Exemption("", "Friend"))
    refused = shop.refused(shop.sam, verb)
    assert (refused.why, refused.where) == (Why.EXEMPT_NUMBER_MISSING, Field("exempt_number"))
    card = partial(customers.add, fields=CustomerFields(name="Kim", exempt_reason="Friend"))
    assert shop.refused(shop.sam, card).where == Field("exempt_number")


@pytest.mark.parametrize("inclusive", [False, True])
def test_goods_that_wait_for_who_is_exempt_are_sold_without_tax(shop: PeopleAtWork, *, inclusive: bool) -> None:
    exempt = school(shop)
    with shop.sam.writing() as session:
        prefer(session, tax_inclusive=inclusive)
    sale = shop.sam.rings_up(("mug", "3", TransCode.BACKORDER), customer_id=exempt)
    shop.sam.posts(sale)
    filled = shop.sam.run(fills.fill_backorders, invoice_id=sale, fills=(Fill(1, D(3)),)).record_id
    due = "9.08" if inclusive else "9.99"
    assert sums(shop, filled) == (due, "0.00", due)


def test_what_is_added_and_changed_later_is_without_tax_too(shop: PeopleAtWork) -> None:
    exempt = school(shop)
    with shop.sam.writing() as session:
        prefer(session, tax_inclusive=True)
    sale = shop.sam.rings_up(("mug", "1"), customer_id=exempt)
    shop.sam.run(invoices.change_line, line_id=shop.newest_line(), edit=LineEdit(quantity=D(2)))
    assert sums(shop, sale) == ("6.05", "0.00", "6.05")
    shop.sam.run(invoices.split_line, line_id=shop.newest_line(), sell=D(1))
    assert sums(shop, sale) == ("3.03", "0.00", "3.03")
    shop.sam.posts(sale)
