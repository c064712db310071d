"""Guide: "Deposits and credit" — money that the shop holds for its customers, from D lines to the last cent back."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from money_seed import CASH, CREDIT, DEPOSIT, MoneyShop, money_shop
from places import place
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.orm import InvoiceLine
from posim_desktop.queries.sales import invoices as reading
from posim_desktop.services.sales import deposits, invoices, layaways, tenders
from posim_desktop.services.sales.invoices import LineEdit
from seeding import Till, add_customer

D = Decimal


@pytest.fixture
def shop(till: Till) -> Iterator[MoneyShop]:
    yield from money_shop(till)


def by_deposit(amount: str, backorder_id: int) -> Tender:
    return Tender(DEPOSIT, D(amount), backorder_id=backorder_id)


def by_credit(amount: str) -> Tender:
    return Tender(CREDIT, D(amount))


def test_a_deposit_is_held_for_the_line_that_it_was_taken_for(shop: MoneyShop) -> None:
    lamp = shop.owes("3", "30.00")
    shop.takes("5.00", lamp)
    shop.takes("2.50")
    assert (shop.held(lamp), shop.held()) == ("35.00", "2.50")
    assert shop.moves() == [("taken", "30.00"), ("taken", "5.00"), ("taken", "2.50")]


def test_the_till_is_told_what_is_held_for_its_customer(shop: MoneyShop) -> None:
    def told() -> tuple[str, str]:
        with shop.till.engine.connect() as connection:
            found = reading.attached_customer(connection, shop.lee, 0)
        assert found is not None
        return f"{found.on_deposit:.2f}", f"{found.credit:.2f}"

    assert told() == ("0.00", "0.00")
    lamp = shop.owes("3", "30.00")
    shop.takes("2.50")
    shop.takes("5.00", shop.owes("1"))
    with shop.till.writing() as session:
        kim = add_customer(session, "kim")
    shop.takes("7.00", customer_id=kim)
    assert told() == ("35.00", "2.50")
    shop.cancels(lamp, "3", Disposition(credit=D("30.00")))
    assert told() == ("5.00", "32.50")


def test_it_pays_a_part_of_each_pick_up_and_all_of_it_in_the_end(shop: MoneyShop) -> None:
    kettles = shop.owes("3", "10.00")
    shop.hands_over(shop.sets_aside(kettles, "1"), by_deposit("3.33", kettles))
    assert shop.held(kettles) == "6.67"
    shop.hands_over(shop.sets_aside(kettles, "2"), by_deposit("6.67", kettles))
    assert (shop.held(kettles), shop.held()) == ("0.00", "0.00")


def test_what_is_left_when_all_is_picked_up_becomes_credit(shop: MoneyShop) -> None:
    kettles = shop.owes("1", "20.00")
    shop.hands_over(shop.sets_aside(kettles, "1"), by_deposit("15.00", kettles))
    assert (shop.held(kettles), shop.held()) == ("0.00", "5.00")
    shop.sells("1", by_credit("5.00"))
    assert shop.held() == "0.00"


def test_a_deposit_may_pay_all_and_be_paid_back_in_one_go(shop: MoneyShop) -> None:
    kettles = shop.owes("2", "40.00")
    shop.cancels(kettles, "1", Disposition())  # stays on the rest
    invoice = shop.sets_aside(kettles, "1")
    shop.hands_over(invoice, by_deposit("24.00", kettles))
    assert shop.held() == "16.00"
    shop.takes("-16.00")
    assert shop.held() == "0.00"
    assert shop.moves()[-1] == ("refunded", "-16.00")


def test_more_than_is_held_or_due_is_refused_where_it_was_typed(shop: MoneyShop) -> None:
    kettles = shop.owes("2", "30.00")
    other = shop.owes("1", "5.00")
    invoice = shop.sets_aside(kettles, "1")
    refused = shop.till.refusal(tenders.take, invoice_id=invoice, tender=by_deposit("30.01", kettles))
    assert (refused.why, place(refused)) == (Why.MORE_THAN_GOODS, "tenders")
    refused = shop.till.refusal(tenders.take, invoice_id=invoice, tender=by_deposit("5.00", other))
    assert refused.why is Why.DEPOSIT_OF_OTHER_GOODS
    refused = shop.till.refusal(tenders.take, invoice_id=invoice, tender=by_credit("1.00"))
    assert (refused.why, refused.facts["held"]) == (Why.MORE_THAN_HELD, D(0))
    refused = shop.till.refusal(tenders.take, invoice_id=invoice, tender=by_credit("-1.00"))
    assert refused.why is Why.MORE_CREDITED_THAN_OWED
    assert shop.held(kettles) == "30.00"


def test_a_deposit_needs_a_customer_and_an_open_backorder(shop: MoneyShop) -> None:
    kettles = shop.owes("1")
    nobodys = shop.till.rings_up(("kettle", "1"))
    refused = shop.till.refusal(deposits.add, invoice_id=nobodys, amount=D(5))
    assert (refused.why, place(refused)) == (Why.DEPOSIT_NEEDS_CUSTOMER, "customer")
    with shop.till.writing() as session:
        kim = add_customer(session, "kim")
    kims = shop.till.rings_up(customer_id=kim)
    refused = shop.till.refusal(deposits.add, invoice_id=kims, amount=D(5), backorder_id=kettles)
    assert refused.why is Why.BACKORDER_OF_ANOTHER_CUSTOMER
    shop.cancels(kettles, "1")
    lees = shop.till.rings_up(customer_id=shop.lee)
    refused = shop.till.refusal(deposits.add, invoice_id=lees, amount=D(5), backorder_id=kettles)
    assert (refused.why, place(refused)) == (Why.NOTHING_TO_DEPOSIT_FOR, "deposit")


def test_more_than_the_goods_still_cost_is_asked_about(shop: MoneyShop) -> None:
    kettles = shop.owes("2", "40.00")
    invoice = shop.till.rings_up(customer_id=shop.lee)
    taking = partial(deposits.add, invoice_id=invoice, amount=D("8.01"), backorder_id=kettles)
    refused = shop.till.refusal(taking)
    assert (refused.why, refused.facts["cost"], refused.facts["held"]) == (Why.DEPOSIT_ABOVE_COST, D(48), D(40))
    shop.till.run(deposits.add, invoice_id=invoice, amount=D("8.01"), backorder_id=kettles, knowingly=True)
    shop.till.posts(invoice)
    assert shop.held(kettles) == "48.01"


def test_no_tax_falls_due_with_a_deposit(shop: MoneyShop) -> None:
    invoice = shop.till.rings_up(customer_id=shop.lee)
    shop.till.run(deposits.add, invoice_id=invoice, amount=D("10.00"))
    assert shop.till.total_of(invoice) == D("10.00")


def test_a_line_with_a_deposit_stays_until_the_deposit_is_taken_off(shop: MoneyShop) -> None:
    invoice = shop.till.rings_up(("kettle", "1", TransCode.BACKORDER), customer_id=shop.lee)
    with shop.till.engine.connect() as connection:
        line = connection.execute(sa.select(InvoiceLine.id)).scalar_one()
    shop.till.run(deposits.add, invoice_id=invoice, amount=D(5), line_id=line)
    assert shop.till.refusal(invoices.remove_line, line_id=line).why is Why.LINE_HAS_DEPOSIT
    edit = LineEdit(trans_code=TransCode.SALE)
    assert shop.till.refusal(invoices.change_line, line_id=line, edit=edit).why is Why.LINE_HAS_DEPOSIT
    with shop.till.engine.connect() as connection:
        deposit = connection.execute(sa.select(InvoiceLine.id).where(InvoiceLine.trans_code == "D")).scalar_one()
    assert shop.till.refusal(invoices.change_line, line_id=deposit, edit=edit).why is Why.DEPOSIT_STAYS_DEPOSIT
    shop.till.run(invoices.remove_line, line_id=deposit)
    shop.till.run(invoices.remove_line, line_id=line)
    shop.holds()


def test_an_invoice_with_its_customers_money_goes_to_nobody_else(shop: MoneyShop) -> None:
    kettles = shop.owes("1")
    invoice = shop.till.rings_up(customer_id=shop.lee)
    shop.till.run(deposits.add, invoice_id=invoice, amount=D(5), backorder_id=kettles)
    refused = shop.till.refusal(invoices.set_customer, invoice_id=invoice, customer_id=None)
    assert (refused.why, place(refused)) == (Why.DEPOSIT_STAYS_WITH_CUSTOMER, "customer")


def test_what_comes_back_may_become_credit_and_no_more(shop: MoneyShop) -> None:
    shop.sells("2")
    shop.sells("1", by_credit("-20.00"), code=TransCode.RETURN)  # 4.00 of it in cash
    assert shop.held() == "20.00"
    assert shop.moves() == [("credited", "20.00")]


def test_a_cancel_frees_its_share_and_it_goes_where_one_says(shop: MoneyShop) -> None:
    kettles = shop.owes("3", "10.00")
    wish = Disposition(fee=D("0.33"), refund=D(1), credit=D(2))
    shop.cancels(kettles, "1", wish, Tender(CASH, D(0)))
    assert (shop.held(kettles), shop.held()) == ("6.67", "2.00")
    assert shop.moves()[1:] == [("forfeited", "-0.33"), ("moved", "-2.00"), ("moved", "2.00"), ("refunded", "-1.00")]


def test_where_nobody_is_asked_it_stays_with_the_rest_and_is_credit_in_the_end(shop: MoneyShop) -> None:
    kettles = shop.owes("3", "10.00")
    shop.cancels(kettles, "1")
    assert (shop.held(kettles), shop.held()) == ("10.00", "0.00")
    shop.cancels(kettles, "2")
    assert (shop.held(kettles), shop.held()) == ("0.00", "10.00")


def test_more_than_the_share_of_what_is_canceled_is_refused(shop: MoneyShop) -> None:
    kettles = shop.owes("3", "10.00")
    refused = shop.till.refusal(shop.canceling(kettles, "1", Disposition(credit=D("3.34"))))
    assert (refused.why, refused.facts["freed"]) == (Why.MORE_THAN_FREED, D("3.33"))
    refused = shop.till.refusal(shop.canceling(kettles, "3", Disposition(credit=D("9.99"))))
    assert refused.why is Why.DEPOSIT_WITHOUT_UNITS
    refused = shop.till.refusal(shop.canceling(kettles, "1", Disposition(refund=D(1))))
    assert (refused.why, place(refused)) == (Why.NO_TENDER, "refund")
    none = shop.owes("1")
    assert shop.till.refusal(shop.canceling(none, "1", Disposition(fee=D(1)))).why is Why.MORE_THAN_FREED
    assert shop.held(kettles) == "10.00"


def test_a_customer_may_owe_up_to_their_limit_and_pays_it_with_a_deposit_line(shop: MoneyShop) -> None:
    shop.may_owe("30.00")
    shop.sells("1", by_credit("24.00"))
    assert shop.held() == "-24.00"
    invoice = shop.till.rings_up(("kettle", "1"), customer_id=shop.lee)
    refused = shop.till.refusal(tenders.take, invoice_id=invoice, tender=by_credit("6.01"))
    assert (refused.why, refused.facts["limit"], refused.facts["held"]) == (
        Why.ABOVE_CREDIT_LIMIT,
        D(30),
        D(-24),
    )
    shop.takes("24.00")
    assert shop.held() == "0.00"
    nothing = shop.till.rings_up(customer_id=shop.lee)
    refused = shop.till.refusal(deposits.add, invoice_id=nothing, amount=D(-1))
    assert refused.why is Why.MORE_THAN_HELD  # what may be owed is never paid out


def test_a_layaway_sets_goods_aside_and_is_paid_ahead_with_an_invoice_of_its_own(shop: MoneyShop) -> None:
    goods = shop.till.rings_up(("kettle", "2"), customer_id=shop.lee)
    paid_on = shop.till.run(layaways.begin, invoice_id=goods, amount=D(20)).record_id
    shop.till.posts(paid_on)
    assert shop.held() == "20.00"
    shop.hands_over(goods, by_credit("20.00"))
    assert shop.held() == "0.00"
    for amount, why in ((D(0), Why.DEPOSIT_MISSING), (D(-1), Why.AMOUNT_BELOW_ZERO)):
        again = shop.till.rings_up(("kettle", "1"), customer_id=shop.lee)
        refused = shop.till.refusal(layaways.begin, invoice_id=again, amount=amount)
        assert (refused.why, place(refused)) == (why, "deposit")
    nobodys = shop.till.rings_up(("kettle", "1"))
    assert shop.till.refusal(layaways.begin, invoice_id=nobodys, amount=D(5)).why is Why.DEPOSIT_NEEDS_CUSTOMER


def test_credit_that_two_invoices_pay_back_is_paid_back_once_whatever_may_be_owed(shop: MoneyShop) -> None:
    shop.may_owe("30.00")
    shop.takes("10.00")
    both = [shop.till.rings_up(customer_id=shop.lee) for _ in range(2)]
    for invoice in both:
        shop.till.run(deposits.add, invoice_id=invoice, amount=D(-10))
    shop.till.posts(both[0])
    refused = shop.till.refusal(shop.till.posting_of(both[1]))
    assert (refused.why, place(refused)) == (Why.MORE_THAN_HELD, "deposit")
    assert shop.held() == "0.00"
