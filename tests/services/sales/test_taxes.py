"""Tax codes of several taxes, and lines under another tax code than their item's, on both databases."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from agreement import disagreements
from people_at_work import PeopleAtWork
from posim_desktop.domain.cards.cards import CustomerFields, TaxCodeFields
from posim_desktop.domain.errors import Field
from posim_desktop.domain.people.permissions import needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.tax import Tax
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Backorder, Invoice, InvoiceLine, InvoiceTax, Item
from posim_desktop.orm.base import table_of
from posim_desktop.queries.sales.invoices import working
from posim_desktop.queries.sales.processed_invoices import processed
from posim_desktop.services.cards import customers, tax_codes
from posim_desktop.services.database import for_writing
from posim_desktop.services.sales import fills, invoices, line_taxes, sale_discounts
from posim_desktop.services.sales.fills import Fill
from seeding import add_tax_code, prefer, stored

D = Decimal
GST, QST = Tax("GST", D(5)), Tax("QST", D("9.975"), compound=True)


class TaxedShop(PeopleAtWork):
    """With mugs at 105.00 under two taxes, the second on top of the first."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        with self.sam.writing() as session:
            self.two = add_tax_code(session, "GST", "5", QST)
            self.none = add_tax_code(session, "NONE", "0")
        self.sam.stores("mug", price="105.00", on_hand="50", tax_code_id=self.two)
        with for_writing(self.sam.engine).begin() as connection:
            connection.execute(sa.update(table_of(Item)).values(cost=D(0)))

    def sums(self, invoice_id: int) -> tuple[str, str, str]:
        row = stored(self.sam.engine, Invoice, Invoice.id == invoice_id)
        return str(row.subtotal), str(row.tax), str(row.total)

    def taxed(self, invoice_id: int) -> list[tuple[str, str, str, str]]:
        """The stored taxes of a posted invoice, which its screen and papers show alike."""
        with self.sam.engine.connect() as connection:
            shown = processed(connection, invoice_id)
            rows = connection.scalar(
                sa.select(sa.func.count()).select_from(table_of(InvoiceTax)).where(InvoiceTax.invoice_id == invoice_id)
            )
        assert shown is not None
        assert rows == len(shown.taxes)
        return [(tax.name, str(tax.rate.normalize()), str(tax.taxable), str(tax.tax)) for tax in shown.taxes]


@pytest.fixture
def shop(database_url: str) -> Iterator[TaxedShop]:
    """Give the shop; whatever happened, its records agree."""
    shop = TaxedShop(database_url)
    yield shop
    with shop.sam.engine.connect() as connection:
        assert disagreements(connection) == ()
    shop.sam.engine.dispose()


def test_each_tax_of_a_code_is_rounded_and_stored_by_itself(shop: TaxedShop) -> None:
    sale = shop.kim.rings_up(("mug", "1"), ("kettle", "1"))
    with shop.sam.engine.connect() as connection:
        shown = working(connection, sale)
    assert shown is not None
    assert [(tax.name, str(tax.tax)) for tax in shown.taxes] == [("GST", "5.25"), ("QST", "11.00")]
    shop.kim.posts(sale)
    assert shop.sums(sale) == ("129.00", "16.25", "145.25")
    assert shop.taxed(sale) == [("GST", "5", "105.00", "5.25"), ("QST", "9.975", "105.00", "11.00")]


def test_prices_that_include_several_taxes_contain_them_to_the_cent(shop: TaxedShop) -> None:
    with shop.sam.writing() as session:
        prefer(session, tax_inclusive=True)
    sale = shop.kim.rings_up(("mug", "1"))
    shop.kim.posts(sale)
    assert shop.sums(sale) == ("105.00", "14.07", "105.00")
    assert shop.taxed(sale) == [("GST", "5", "105.00", "4.55"), ("QST", "9.975", "105.00", "9.52")]
    exempt = shop.sam.run(customers.add, fields=CustomerFields(name="School", exempt_number="1")).record_id
    free = shop.kim.rings_up(("mug", "1"), customer_id=exempt)
    shop.kim.posts(free)
    assert shop.sums(free) == ("90.93", "0.00", "90.93")
    assert shop.taxed(free) == []


def test_lines_keep_the_taxes_they_were_made_with_and_one_invoice_may_have_both(shop: TaxedShop) -> None:
    sale = shop.kim.rings_up(("mug", "1"))
    changed = TaxCodeFields("GST", "GST and QST", (GST, Tax("QST", D(8))))
    shop.sam.run(tax_codes.change, tax_code_id=shop.two, fields=changed, version=1)
    shop.kim.run(invoices.add_items, invoice_id=sale, lines=(invoices.NewLine(shop.sam.items["mug"], D(1)),))
    shop.kim.posts(sale)
    assert [row[:2] + row[3:] for row in shop.taxed(sale)] == [
        ("GST", "5", "5.25"),
        ("QST", "8", "8.40"),
        ("GST", "5", "5.25"),
        ("QST", "9.975", "11.00"),
    ]


def test_the_audit_tells_the_taxes_of_a_code(shop: TaxedShop) -> None:
    changed = TaxCodeFields("GST", "GST", (GST, Tax("QST", D("9.98"), compound=True)))
    shop.sam.run(tax_codes.change, tax_code_id=shop.two, fields=changed, version=1)
    events = table_of(AuditEvent).c
    told = sa.select(events.before, events.after).where(events.action == "change tax code")
    with shop.sam.engine.connect() as connection:
        ((before, after),) = connection.execute(told)
    assert '"taxes": ["5 GST", "9.975+ QST"]' in before
    assert '"taxes": ["5 GST", "9.98+ QST"]' in after


def test_another_tax_code_needs_the_permission_and_the_item_s_own_does_not(shop: TaxedShop) -> None:
    sale = shop.kim.rings_up(("mug", "2"))
    line = shop.newest_line()
    freeing = partial(line_taxes.change, line_id=line, tax_code_id=shop.none)
    assert needs_of(shop.refused(shop.kim, freeing)) == (Permit(Permission.CHANGE_TAX),)
    shop.lets(shop.kim, freeing)
    assert shop.sums(sale) == ("210.00", "0.00", "210.00")
    shop.kim.run(line_taxes.change, line_id=line, tax_code_id=shop.two)
    assert shop.sums(sale) == ("210.00", "32.49", "242.49")
    shop.sam.run(line_taxes.change, line_id=line, tax_code_id=None)
    shop.kim.posts(sale)
    assert shop.taxed(sale) == []
    events = table_of(AuditEvent).c
    told = sa.select(events.before, events.after).where(events.action == "change tax").order_by(events.id)
    with shop.sam.engine.connect() as connection:
        before, after = connection.execute(told).all()[-1]
    assert f'"tax_code_id": {shop.two}' in before
    assert after == '{"tax_code_id": null}'


def test_the_same_goods_scanned_again_do_not_go_where_the_tax_was_changed(shop: TaxedShop) -> None:
    sale = shop.sam.rings_up(("mug", "1"))
    shop.sam.run(line_taxes.change, line_id=shop.newest_line(), tax_code_id=shop.none)
    shop.sam.run(invoices.add_items, invoice_id=sale, lines=(invoices.NewLine(shop.sam.items["mug"], D(1)),))
    with shop.sam.engine.connect() as connection:
        shown = working(connection, sale)
    assert shown is not None
    assert [(line.tax_code, int(line.quantity)) for line in shown.lines] == [("NONE", 1), ("GST", 1)]


def test_what_no_line_falls_under(shop: TaxedShop) -> None:
    sale = shop.sam.rings_up(("mug", "1"))
    line = shop.newest_line()
    shop.sam.run(tax_codes.archive, tax_code_id=shop.none, version=1)
    for tax_code_id in (shop.none, 999):
        refused = shop.refused(shop.sam, partial(line_taxes.change, line_id=line, tax_code_id=tax_code_id))
        assert (refused.why, refused.where) == (Why.CHOOSE_USABLE_CARD, Field("tax_code_id"))
    shop.sam.run(invoices.add_comment, invoice_id=sale, comment="Call first")
    refused = shop.refused(shop.sam, partial(line_taxes.change, line_id=shop.newest_line(), tax_code_id=None))
    assert refused.why is Why.COMMENT_HAS_NO_FIGURES


def test_prices_that_include_an_unpaid_tax_follow_the_line_s_tax_code(shop: TaxedShop) -> None:
    with shop.sam.writing() as session:
        prefer(session, tax_inclusive=True)
    exempt = shop.sam.run(customers.add, fields=CustomerFields(name="School", exempt_number="1")).record_id
    sale = shop.sam.rings_up(("mug", "1"), customer_id=exempt)
    shop.sam.run(sale_discounts.give, invoice_id=sale, discount=SaleDiscount(percent=D(10)))
    assert shop.sums(sale) == ("81.84", "0.00", "81.84")
    shop.sam.run(line_taxes.change, line_id=shop.newest_line(), tax_code_id=shop.none)
    assert shop.sums(sale) == ("94.50", "0.00", "94.50")


def test_promised_goods_are_sold_under_the_code_they_were_promised_under(shop: TaxedShop) -> None:
    lee = shop.sam.run(customers.add, fields=CustomerFields(name="Lee")).record_id
    sale = shop.sam.rings_up(("mug", "1", TransCode.BACKORDER), customer_id=lee)
    shop.sam.run(line_taxes.change, line_id=shop.newest_line(), tax_code_id=shop.none)
    shop.sam.posts(sale)
    backorder = stored(shop.sam.engine, Backorder, Backorder.customer_id == lee)
    shop.sam.run(fills.fill_backorders, invoice_id=sale, fills=(Fill(backorder.id, D(1)),))
    line = stored(shop.sam.engine, InvoiceLine, InvoiceLine.fills_backorder_id == backorder.id)
    assert (line.tax_code_id, line.taxes) == (shop.none, (Tax("NONE", D(0)),))
