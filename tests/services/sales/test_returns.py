"""Goods of a sale come back, on both databases: to the cent what was paid, in any parts, never more than was sold."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.errors import Cell, Field
from posim_desktop.domain.people.permissions import Rights, needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, CustomerMoney, InvoiceLine, Item, ShopRole, StockEntry
from posim_desktop.queries.backorders.documents import filled
from posim_desktop.queries.sales.invoices import working
from posim_desktop.queries.sales.processed_invoices import processed
from posim_desktop.queries.sales.returns import returnable, sold_lines, waiting_for
from posim_desktop.services.database import for_writing
from posim_desktop.services.sales import (
    deposits,
    duplicates,
    fills,
    invoices,
    line_taxes,
    posting,
    removed_lines,
    returns,
    sale_discounts,
    tenders,
)
from posim_desktop.services.sales.fills import Fill
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.removed_lines import RemovedLine
from posim_desktop.services.sales.returns import GoodsBack
from seeding import Till, add_customer, add_employee, add_tax_code, inserted, open_till, prefer, rewrite

D = Decimal
SALE, RETURN = TransCode.SALE, TransCode.RETURN


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    """Give a till with taxed and untaxed goods; whatever happened, the records agree."""
    till = open_till(database_url)
    with till.writing() as session:
        tax_code_id = add_tax_code(session)
    till.stores("kettle", price="9.99", on_hand="50", tax_code_id=tax_code_id)
    till.stores("lamp", price="3.33", on_hand="50", tax_code_id=tax_code_id)
    till.stores("mug", price="5.00", on_hand="50")
    yield till
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()
    till.engine.dispose()


def sale_of(till: Till, *lines: tuple[str, str], off: str | None = None, customer_id: int | None = None) -> int:
    """Sell goods and return the processed invoice."""
    invoice_id = till.rings_up(*lines, customer_id=customer_id)
    if off is not None:
        till.run(sale_discounts.give, invoice_id=invoice_id, discount=SaleDiscount(D(off)), reason="Scratched")
    till.posts(invoice_id)
    return invoice_id


def sold(till: Till, sale_id: int) -> list[int]:
    """List the sold lines of an invoice."""
    with till.engine.connect() as connection:
        return [line.id for line in sold_lines(connection, sale_id)]


def back(till: Till, sale_id: int, *quantities: str, damaged: bool = False) -> int:
    """Put so many of each sold line on an invoice that takes them back."""
    goods = tuple(
        GoodsBack(line_id, D(quantity), "Did not fit", damaged)
        for line_id, quantity in zip(sold(till, sale_id), quantities, strict=False)
    )
    return till.run(returns.take_back, sale_id=sale_id, goods=goods).record_id


def on_hand(till: Till, code: str) -> Decimal:
    with till.engine.connect() as connection:
        return connection.execute(sa.select(Item.on_hand).where(Item.id == till.items[code])).scalar_one()


def last_line(till: Till, invoice_id: int) -> int:
    with till.engine.connect() as connection:
        found = sa.select(sa.func.max(InvoiceLine.id)).where(InvoiceLine.invoice_id == invoice_id)
        return connection.execute(found).scalar_one()


def test_a_sale_that_comes_back_in_parts_gives_back_what_was_paid(till: Till) -> None:
    sale_id = sale_of(till, ("kettle", "3"), ("lamp", "2"), off="1.00")
    paid = till.total_of(sale_id)
    given = []
    for quantities in (("1", "0"), ("1", "1"), ("1", "1")):
        invoice_id = back(till, sale_id, *quantities)
        given.append(till.total_of(invoice_id))
        till.posts(invoice_id)
    assert sum(given) == -paid
    assert all(each < 0 for each in given)
    assert on_hand(till, "kettle") == D(50)


def test_prices_that_include_tax_come_back_with_it(till: Till) -> None:
    with till.writing() as session:
        prefer(session, tax_inclusive=True)
    sale_id = sale_of(till, ("kettle", "3"))
    with till.writing() as session:  # the shop changes its mind between the sale and the return
        session.connection().execute(sa.text("UPDATE preferences SET value = 'false' WHERE name = 'tax_inclusive'"))
    parts = [back(till, sale_id, "1")]
    till.posts(parts[0])
    parts.append(back(till, sale_id, "2"))
    till.posts(parts[1])
    with till.engine.connect() as connection:
        sale, *given = [processed(connection, each) for each in (sale_id, *parts)]
    assert sale is not None
    assert sum(each.tax for each in given if each) == -sale.tax
    assert sum(each.total for each in given if each) == -sale.total


def test_never_more_comes_back_than_was_sold(till: Till) -> None:
    sale_id = sale_of(till, ("kettle", "3"))
    till.posts(back(till, sale_id, "1"))
    (line_id,) = sold(till, sale_id)
    goods = (GoodsBack(line_id, D(3), "Did not fit"),)
    refusal = till.refusal(returns.take_back, sale_id=sale_id, goods=goods)
    assert (refusal.why, refusal.where, refusal.facts["left"]) == (Why.MORE_BACK_THAN_SOLD, Field("quantity"), D(2))
    first, second = back(till, sale_id, "2"), back(till, sale_id, "1")
    till.posts(first)
    refusal = till.refusal(posting.post, **till.posting_of(second).keywords)
    assert refusal.why is Why.MORE_BACK_THAN_SOLD


def test_a_return_that_changed_meanwhile_is_not_posted_unseen(till: Till) -> None:
    sale_id = sale_of(till, ("lamp", "3"), off="0.05")
    waiting, other = back(till, sale_id, "1"), back(till, sale_id, "1")
    till.posts(other)
    refusal = till.refusal(posting.post, **till.posting_of(waiting).keywords)
    assert refusal.why is Why.RETURN_CHANGED
    till.run(invoices.change_line, line_id=last_line(till, waiting), edit=LineEdit(quantity=D(2)))
    till.posts(waiting)


def test_the_database_itself_takes_no_more_back_than_was_sold(till: Till) -> None:
    sale_id = sale_of(till, ("kettle", "1"))
    first, second = back(till, sale_id, "1"), back(till, sale_id, "1")
    till.posts(first)
    posting_it = sa.text(
        "UPDATE invoices SET status = 'processed', number = 99, processed_at = created_at, "
        "open_workstation = NULL, opened_at = NULL WHERE id = :id"
    )
    refused = pytest.raises(sa.exc.DatabaseError, match="what comes back was not sold")
    with refused, for_writing(till.engine).begin() as connection:
        connection.execute(posting_it, {"id": second})


def test_a_line_of_a_sale_keeps_its_price_and_can_be_put_back(till: Till) -> None:
    sale_id = sale_of(till, ("kettle", "3"), ("mug", "1"))
    invoice_id = back(till, sale_id, "2")
    line_id = last_line(till, invoice_id)
    for edit, field in (
        (LineEdit(unit_price=D(1)), "unit_price"),
        (LineEdit(discount=D(1)), "discount"),
        (LineEdit(trans_code=SALE), "trans_code"),
    ):
        refusal = till.refusal(invoices.change_line, line_id=line_id, edit=edit)
        assert (refusal.why, refusal.where) == (Why.RETURN_KEEPS_PRICE, Field(field))
    assert till.refusal(line_taxes.change, line_id=line_id, tax_code_id=None).why is Why.RETURN_KEEPS_PRICE
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D(3), damaged=True))
    total = till.total_of(invoice_id)
    till.run(invoices.remove_line, line_id=line_id)
    assert till.total_of(invoice_id) == 0
    removed = RemovedLine(
        *(RETURN, till.items["kettle"], "Kettle", D(3), D("9.99"), D(0), None, False),
        return_reason="Did not fit",
        damaged=True,
        returns_line_id=sold(till, sale_id)[0],
    )
    till.run(removed_lines.put_back, invoice_id=invoice_id, line=removed)
    assert till.total_of(invoice_id) == total
    till.posts(invoice_id)
    assert on_hand(till, "kettle") == D(47)


def test_damaged_goods_come_back_and_leave_again(till: Till) -> None:
    sale_id = sale_of(till, ("mug", "2"))
    till.posts(back(till, sale_id, "2", damaged=True))
    assert on_hand(till, "mug") == D(48)
    with till.engine.connect() as connection:
        kinds = connection.execute(sa.select(StockEntry.kind).order_by(StockEntry.id.desc()).limit(2)).scalars().all()
    assert kinds == ["damaged", "return"]


def test_goods_come_back_whatever_happened_to_their_card(till: Till) -> None:
    sale_id = sale_of(till, ("mug", "2"))
    with till.writing() as session:
        rewrite(session, Item, till.items["mug"], archived=True, price=D("9.00"))
    invoice_id = back(till, sale_id, "1")
    assert till.total_of(invoice_id) == D("-5.00")
    till.posts(invoice_id)
    bare = till.rings_up(("mug", "1", RETURN))
    assert till.total_of(bare) == D("-9.00")


def test_who_was_exempt_gets_no_tax_back(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session)
        session.connection().execute(sa.text("UPDATE customers SET exempt_number = 'X-1' WHERE id = :id"), {"id": lee})
    sale_id = sale_of(till, ("kettle", "2"), customer_id=lee)
    invoice_id = back(till, sale_id, "2")
    till.run(invoices.add_items, invoice_id=invoice_id, lines=(NewLine(till.items["lamp"], D(1)),))
    assert till.total_of(invoice_id) == D("3.33") - D("19.98")
    till.posts(invoice_id)


def test_goods_of_a_taxed_sale_give_their_tax_back_to_who_is_exempt_by_now(till: Till) -> None:
    sale_id = sale_of(till, ("kettle", "1"))
    paid = till.total_of(sale_id)
    with till.writing() as session:
        lee = add_customer(session)
        session.connection().execute(sa.text("UPDATE customers SET exempt_number = 'X-1' WHERE id = :id"), {"id": lee})
    invoice_id = back(till, sale_id, "1")
    till.run(invoices.set_customer, invoice_id=invoice_id, customer_id=lee)
    assert till.total_of(invoice_id) == -paid
    till.posts(invoice_id)


def test_one_invoice_takes_goods_of_one_sale_back_and_sells_others(till: Till) -> None:
    first, second = sale_of(till, ("mug", "1")), sale_of(till, ("mug", "1"))
    invoice_id = till.rings_up(("kettle", "1"))
    goods = (GoodsBack(sold(till, first)[0], D(1), "Did not fit"),)
    till.run(returns.take_back, sale_id=first, goods=goods, invoice_id=invoice_id)
    assert till.total_of(invoice_id) == D("9.99") + D("0.82") - D("5.00")
    goods = (GoodsBack(sold(till, second)[0], D(1), "Did not fit"),)
    refusal = till.refusal(returns.take_back, sale_id=second, goods=goods, invoice_id=invoice_id)
    assert refusal.why is Why.RETURN_OF_ANOTHER_SALE
    till.posts(invoice_id)


@pytest.mark.parametrize("quantity", ["0", "1"])
def test_a_return_needs_goods_and_a_reason(till: Till, quantity: str) -> None:
    sale_id = sale_of(till, ("mug", "1"))
    goods = (GoodsBack(sold(till, sale_id)[0], D(quantity), ""),)
    why = Why.NOTHING_TO_RETURN if quantity == "0" else Why.RETURN_REASON_MISSING
    assert till.refusal(returns.take_back, sale_id=sale_id, goods=goods).why is why
    working = till.rings_up(("mug", "1"))
    assert till.refusal(returns.take_back, sale_id=working, goods=goods).why is Why.RETURN_OF_NO_SALE


def test_money_goes_back_the_way_it_came(till: Till) -> None:
    sale_id = till.rings_up(("mug", "4"))
    till.do(till.posting_of(sale_id, Tender(TenderKind.CARD, D("15.00")), Tender(TenderKind.CASH, D("10.00"))))
    cashier = at_the_counter(till, Permission.RETURN_GOODS, Permission.PAY_OUT)
    invoice_id = back(cashier, sale_id, "3")
    refused = cashier.refusal(posting.post, **till.posting_of(invoice_id).keywords)
    assert (refused.why, refused.where) == (Why.REFUND_OTHER_WAY, Field("refund"))
    assert needs_of(refused) == (Permit(Permission.REFUND_OTHERWISE, D("10.00")),)
    cash = Tender(TenderKind.CASH, D("-6.00"))
    assert cashier.refusal(tenders.take, invoice_id=invoice_id, tender=cash).why is Why.REFUND_OTHER_WAY
    both = Tender(TenderKind.CARD, D("-10.00")), Tender(TenderKind.CASH, D("-5.00"))
    cashier.do(till.posting_of(invoice_id, *both))
    rest = back(cashier, sale_id, "1")
    assert cashier.refusal(posting.post, **till.posting_of(rest).keywords).why is Why.REFUND_OTHER_WAY
    cashier.do(till.posting_of(rest, Tender(TenderKind.CARD, D("-5.00"))))


def test_what_a_deposit_paid_comes_back_as_credit(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session)
    promise = till.rings_up(("mug", "2", TransCode.BACKORDER), customer_id=lee)
    till.run(deposits.add, invoice_id=promise, amount=D("4.00"), line_id=last_line(till, promise))
    till.posts(promise)
    with till.engine.connect() as connection:
        backorder_id = connection.execute(sa.select(Backorder.id)).scalar_one()
    fill = Fill(backorder_id, D(2))
    sale_id = till.run(fills.fill_backorders, invoice_id=promise, fills=(fill,)).record_id
    paid = Tender(TenderKind.DEPOSIT, D("4.00"), backorder_id=backorder_id), Tender(TenderKind.CASH, D("6.00"))
    till.run(posting.uncommit_and_process, invoice_id=sale_id, tenders=paid, expected_total=D("10.00"))
    cashier = at_the_counter(till, Permission.RETURN_GOODS, Permission.PAY_OUT)
    invoice_id = back(cashier, sale_id, "2")
    refused = cashier.refusal(posting.post, **till.posting_of(invoice_id).keywords)
    assert needs_of(refused) == (Permit(Permission.REFUND_OTHERWISE, D("4.00")),)
    both = Tender(TenderKind.CREDIT, D("-4.00")), Tender(TenderKind.CASH, D("-6.00"))
    cashier.do(till.posting_of(invoice_id, *both))
    with till.engine.connect() as connection:
        moved = connection.execute(sa.select(CustomerMoney.kind, CustomerMoney.amount).order_by(CustomerMoney.id)).all()
    assert [tuple(row) for row in moved] == [("taken", D(4)), ("applied", D(-4)), ("credited", D(4))]


def test_rounded_cash_goes_back_rounded_and_no_cent_is_lost(till: Till) -> None:
    with till.writing() as session:
        prefer(session, cash_rounding=5)
    sale_id = sale_of(till, ("lamp", "4"))
    cashier = at_the_counter(till, Permission.RETURN_GOODS, Permission.PAY_OUT)
    for _part in range(2):
        invoice_id = back(cashier, sale_id, "2")
        total = till.total_of(invoice_id)
        coins = (total / D("0.05")).quantize(D(1)) * D("0.05")
        cashier.do(till.posting_of(invoice_id, Tender(TenderKind.CASH, coins)))
    with till.engine.connect() as connection:
        found = returnable(connection, sale_id)
    assert found is not None
    assert [road.left for road in found.paid] == [0]
    assert not found.has_any_left


def at_the_counter(till: Till, *permissions: Permission, **limits: Decimal) -> Till:
    """Give the till to somebody who may only do this much."""
    code = f"counter {len(permissions)}"
    rest = dict.fromkeys(Rights._fields[1:]) | limits
    with till.writing() as session:
        kept = frozenset(permissions)
        inserted(session, ShopRole, code=code, name=code, permissions=kept, archived=False, version=1, **rest)
        employee_id = add_employee(session, f"kim {code}", role=code)
    return replace(till, employee_id=employee_id)


def test_without_a_receipt_it_takes_a_permission_a_reason_and_the_price_of_today(till: Till) -> None:
    invoice_id = till.run(invoices.start).record_id
    bare = NewLine(till.items["mug"], D(1), RETURN)
    till.run(invoices.add_items, invoice_id=invoice_id, lines=(bare,))
    line_id = last_line(till, invoice_id)
    refusal = till.refusal(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D("5.01")))
    assert (refusal.why, refusal.where) == (Why.RETURN_ABOVE_PRICE, Field("unit_price"))
    refusal = till.refusal(posting.post, **till.posting_of(invoice_id).keywords)
    assert (refusal.why, refusal.where) == (Why.RETURN_REASON_MISSING, Cell("return_reason", line_id))
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(return_reason="A gift", unit_price=D("4.00")))
    till.posts(invoice_id)


def test_much_without_a_receipt_comes_from_a_customer(till: Till) -> None:
    with till.writing() as session:
        prefer(session, return_customer_above=20)
        lee = add_customer(session)
    within, beyond = till.rings_up(("mug", "4", RETURN)), till.rings_up(("mug", "5", RETURN))
    till.posts(within)
    refusal = till.refusal(posting.post, **till.posting_of(beyond).keywords)
    assert (refusal.why, refusal.where) == (Why.RETURN_NEEDS_CUSTOMER, Field("customer"))
    till.run(invoices.set_customer, invoice_id=beyond, customer_id=lee)
    till.posts(beyond)


def test_goods_without_a_receipt_and_money_for_them_are_permissions_of_their_own(till: Till) -> None:
    returner = at_the_counter(till, Permission.RETURN_GOODS, Permission.PAY_OUT)
    bare = NewLine(till.items["mug"], D(2), RETURN, return_reason="A gift")
    refused = returner.refusal(invoices.add_items, invoice_id=None, lines=(bare,))
    assert needs_of(refused) == (Permit(Permission.RETURN_WITHOUT_RECEIPT, D("10.00"), D(2)),)
    invoice_id = till.run(invoices.add_items, invoice_id=None, lines=(bare,)).record_id
    refused = returner.refusal(posting.allow_pay_out, invoice_id=invoice_id)
    assert needs_of(refused) == (Permit(Permission.REFUND_OTHERWISE, D("10.00")),)
    till.posts(invoice_id)


def test_a_role_takes_back_up_to_its_limits(till: Till) -> None:
    sale_id = sale_of(till, ("mug", "3"))
    both = (Permission.RETURN_GOODS, Permission.RETURN_WITHOUT_RECEIPT)
    till_of = at_the_counter(till, *both, most_returned=D(10), most_without_receipt=D(5))
    (line_id,) = sold(till, sale_id)
    goods = GoodsBack(line_id, D(3), "Did not fit")
    refused = till_of.refusal(returns.take_back, sale_id=sale_id, goods=(goods,))
    assert needs_of(refused) == (Permit(Permission.RETURN_GOODS, D("15.00"), D(3)),)
    bare = NewLine(till.items["mug"], D(2), RETURN)
    refused = till_of.refusal(invoices.add_items, invoice_id=None, lines=(bare,))
    assert needs_of(refused) == (Permit(Permission.RETURN_WITHOUT_RECEIPT, D("10.00"), D(2)),)
    back(till_of, sale_id, "2")


# ---- what else a processed invoice leads to ----


def test_a_duplicate_sells_the_same_goods_at_the_prices_of_today(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session)
    sale_id = till.rings_up(("kettle", "2"), ("mug", "1", TransCode.BACKORDER), ("lamp", "1", RETURN), customer_id=lee)
    assert till.refusal(duplicates.duplicate, invoice_id=sale_id).why is Why.DUPLICATE_OF_NO_SALE
    till.posts(sale_id)
    with till.writing() as session:
        rewrite(session, Item, till.items["kettle"], price=D("12.00"))
    again = till.run(duplicates.duplicate, invoice_id=sale_id).record_id
    with till.engine.connect() as connection:
        found = working(connection, again)
    assert found is not None
    assert found.customer is not None
    assert [(line.trans_code, line.quantity, line.unit_price) for line in found.lines] == [
        (SALE, D(2), D("12.00")),
        (TransCode.BACKORDER, D(1), D("5.00")),
    ]
    with till.writing() as session:
        rewrite(session, Item, till.items["mug"], archived=True)
    assert till.refusal(duplicates.duplicate, invoice_id=sale_id).where == Field("item")


def test_who_waits_longest_is_offered_what_went_back_to_the_shelf(till: Till) -> None:
    with till.writing() as session:
        lee, kim = add_customer(session, "lee"), add_customer(session, "kim")
    sale_id = sale_of(till, ("mug", "50"))
    for customer_id, quantity in ((lee, "1"), (kim, "9")):
        till.posts(till.rings_up(("mug", quantity, TransCode.BACKORDER), customer_id=customer_id))
    damaged, shelf = back(till, sale_id, "2", damaged=True), back(till, sale_id, "2")
    till.posts(damaged)
    till.posts(shelf)
    with till.engine.connect() as connection:
        assert waiting_for(connection, damaged) == ()
        (offer,) = waiting_for(connection, shelf)
    assert (offer.customer, offer.quantity) == ("Lee", D(1))
    fill = Fill(offer.backorder_id, offer.quantity)
    till.run(fills.fill_backorders, invoice_id=offer.invoice_id, fills=(fill,))
    with till.engine.connect() as connection:
        (offer,) = waiting_for(connection, shelf)
    assert (offer.customer, offer.quantity) == ("Kim", D(1))


def test_what_comes_back_of_a_pick_up_is_told_on_its_backorder(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session)
    promise = till.rings_up(("mug", "2", TransCode.BACKORDER), customer_id=lee)
    till.posts(promise)
    with till.engine.connect() as connection:
        backorder_id = connection.execute(sa.select(Backorder.id)).scalar_one()
    fill = Fill(backorder_id, D(2))
    waiting = till.run(fills.fill_backorders, invoice_id=promise, fills=(fill,)).record_id
    keywords = till.posting_of(waiting).keywords
    till.run(posting.uncommit_and_process, **keywords)
    till.posts(back(till, waiting, "1"))
    with till.engine.connect() as connection:
        (row,) = filled(connection, backorder_id)
        figures = connection.execute(sa.select(Backorder.filled, Backorder.outstanding)).one()
    assert (row.quantity, row.returned) == (D(2), D(1))
    assert tuple(figures) == (D(2), D(0))
