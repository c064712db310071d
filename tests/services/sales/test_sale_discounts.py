"""The discount on a whole sale, shared over its lines, on both databases."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from agreement import disagreements
from people_at_work import PeopleAtWork
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field
from posim_desktop.domain.people.permissions import needs_of
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Invoice, InvoiceLine, Item
from posim_desktop.services.database import for_writing
from posim_desktop.services.sales import invoices, sale_discounts
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from seeding import stored

D = Decimal
B, R = TransCode.BACKORDER, TransCode.RETURN


@pytest.fixture
def shop(database_url: str) -> Iterator[PeopleAtWork]:
    """Give the shop with cheap goods beside the kettles; whatever happened, its records agree."""
    shop = PeopleAtWork(database_url)
    shop.sam.stores("mug", price="3.33", on_hand="50")
    shop.sam.stores("pen", price="1.00", on_hand="50")
    with for_writing(shop.sam.engine).begin() as connection:
        connection.execute(sa.update(Item.__table__).values(cost=D(0)))
    yield shop
    with shop.sam.engine.connect() as connection:
        assert disagreements(connection) == ()
    shop.sam.engine.dispose()


def giving(invoice_id: int, amount: str = "0.00", percent: str | None = None, reason: str = "") -> partial[Done]:
    discount = SaleDiscount(D(amount), None if percent is None else D(percent))
    return partial(sale_discounts.give, invoice_id=invoice_id, discount=discount, reason=reason)


def shares(shop: PeopleAtWork, invoice_id: int) -> list[tuple[str, str]]:
    """Read what each line gives of the discount, and what it comes to."""
    table = InvoiceLine.__table__.c
    lines = sa.select(table.sale_discount, table.extension).where(table.invoice_id == invoice_id)
    with shop.sam.engine.connect() as connection:
        return [tuple(map(str, row)) for row in connection.execute(lines.order_by(table.position))]  # type: ignore[misc]


def line_id(shop: PeopleAtWork, invoice_id: int, position: int) -> int:
    where = InvoiceLine.invoice_id == invoice_id, InvoiceLine.position == position
    found: int = stored(shop.sam.engine, InvoiceLine, *where).id
    return found


def total(shop: PeopleAtWork, invoice_id: int) -> str:
    return str(stored(shop.sam.engine, Invoice, Invoice.id == invoice_id).total)


def test_an_amount_is_shared_to_the_cent(shop: PeopleAtWork) -> None:
    sale = shop.sam.rings_up(("mug", "1"), ("mug", "1", B), ("pen", "1"), ("pen", "1", R), ("mug", "2"))
    shop.kim.do(giving(sale, "1.00"))
    assert shares(shop, sale) == [
        ("0.30", "3.03"),
        ("0.00", "0.00"),
        ("0.09", "0.91"),
        ("0.00", "-1.00"),
        ("0.61", "6.05"),
    ]
    assert total(shop, sale) == "8.99"


def test_it_goes_on_over_what_is_added_changed_and_taken_off(shop: PeopleAtWork) -> None:
    sale = shop.kim.rings_up(("pen", "10"))
    shop.kim.do(giving(sale, percent="10"))
    assert total(shop, sale) == "9.00"
    mug = NewLine(shop.sam.items["mug"], D(1))
    shop.kim.run(invoices.add_items, invoice_id=sale, lines=(mug, mug, mug))
    assert shares(shop, sale) == [("1.00", "9.00"), ("1.00", "8.99")]
    shop.kim.run(invoices.change_line, line_id=line_id(shop, sale, 1), edit=LineEdit(quantity=D(1)))
    assert shares(shop, sale) == [("0.10", "0.90"), ("1.00", "8.99")]
    shop.kim.run(invoices.split_line, line_id=line_id(shop, sale, 2), sell=D(1))
    assert shares(shop, sale) == [("0.10", "0.90"), ("0.33", "3.00"), ("0.00", "0.00")]
    shop.kim.run(invoices.change_line, line_id=line_id(shop, sale, 2), edit=LineEdit(trans_code=B))
    shop.kim.run(invoices.remove_line, line_id=line_id(shop, sale, 3))
    assert shares(shop, sale) == [("0.10", "0.90"), ("0.00", "0.00")]
    shop.kim.do(giving(sale))
    assert shares(shop, sale) == [("0.00", "1.00"), ("0.00", "0.00")]


def test_it_comes_on_top_of_the_lines_own(shop: PeopleAtWork) -> None:
    sale = shop.kim.rings_up(("pen", "10"))
    shop.kim.run(invoices.change_line, line_id=line_id(shop, sale, 1), edit=LineEdit(discount=D(1)))
    refused = shop.refused(shop.kim, giving(sale, percent="10"))
    assert [tuple(need) for need in needs_of(refused)] == [(Permission.DISCOUNT, D("19.00"), D(10))]
    shop.lets(shop.kim, giving(sale, percent="10"))
    assert shares(shop, sale)[0] == ("0.90", "8.10")


def test_all_lines_are_asked_for_at_once_and_only_more_is_asked_again(shop: PeopleAtWork) -> None:
    sale = shop.kim.rings_up(("pen", "10"), ("mug", "2"))
    assert [need.extent for need in needs_of(shop.refused(shop.kim, giving(sale, percent="20")))] == [D(20), D(20)]
    shop.lets(shop.kim, giving(sale, percent="20"))
    shop.kim.do(giving(sale, percent="15"))
    pen = partial(invoices.change_line, line_id=line_id(shop, sale, 1))
    shop.kim.do(partial(pen, edit=LineEdit(quantity=D(9))))
    assert [
        need.quantity for need in needs_of(shop.refused(shop.kim, partial(pen, edit=LineEdit(quantity=D(11)))))
    ] == [D(11)]
    assert {row[3] for row in shop.allowed()} == {shop.sam.employee_id}


def test_an_amount_takes_more_off_what_is_left_and_that_is_asked(shop: PeopleAtWork) -> None:
    sale = shop.kim.rings_up(("pen", "10"), ("mug", "10"))
    shop.kim.do(giving(sale, "4.00"))
    removing = partial(invoices.remove_line, line_id=line_id(shop, sale, 2))
    assert [need.extent for need in needs_of(shop.refused(shop.kim, removing))] == [D(40)]
    shop.sam.do(removing)
    shop.sam.run(invoices.change_line, line_id=line_id(shop, sale, 1), edit=LineEdit(quantity=D(3)))
    assert (shares(shop, sale), total(shop, sale)) == ([("3.00", "0.00")], "0.00")


@pytest.mark.parametrize(
    ("amount", "percent", "why"),
    [
        ("10.01", None, Why.DISCOUNT_ABOVE_SALE),
        ("-1.00", None, Why.AMOUNT_BELOW_ZERO),
        ("1.001", None, Why.AMOUNT_TOO_FINE),
        ("0.00", "100.01", Why.PERCENT_OUT_OF_RANGE),
        ("0.00", "NaN", Why.PERCENT_OUT_OF_RANGE),
    ],
)
def test_what_is_no_discount_is_refused(shop: PeopleAtWork, amount: str, percent: str | None, why: Why) -> None:
    sale = shop.sam.rings_up(("pen", "10"), ("mug", "10", B))
    refused = shop.refused(shop.sam, giving(sale, amount, percent))
    assert (refused.why, refused.where) == (why, Field("discount"))


def test_a_large_one_needs_a_reason_and_the_audit_tells_it(shop: PeopleAtWork) -> None:
    sale = shop.sam.rings_up(("pen", "10"))
    assert shop.refused(shop.sam, giving(sale, percent="25.01")).where == Field("discount_reason")
    shop.sam.do(giving(sale, percent="25.01", reason="Shop-soiled"))
    shop.sam.do(giving(sale, percent="12"))
    shop.sam.do(giving(sale, percent="12"))
    shop.sam.posts(sale)
    events = AuditEvent.__table__.c
    told = sa.select(events.before, events.after, events.reason).where(events.action == "change discount")
    with shop.sam.engine.connect() as connection:
        assert [tuple(row) for row in connection.execute(told.order_by(events.id))] == [
            ('{"sale_discount": "0.00"}', '{"sale_percent": "25.01"}', "Shop-soiled"),
            ('{"sale_percent": "25.0100"}', '{"sale_percent": "12"}', ""),
        ]
