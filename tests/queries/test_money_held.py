"""Guide: "Deposits and credit" — what cards, the report and the statement say is what the ledger holds, to the cent."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest
import sqlalchemy as sa

from money_seed import CASH, CREDIT, DEPOSIT, MoneyShop, money_shop
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.customer_money import Disposition, MoneyKind
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.orm import CustomerMoney
from posim_desktop.queries import money_held
from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.queries.money_held import MoneyFigures, MoneyTerm
from posim_desktop.queries.sales import on_deposit, statements
from posim_desktop.services.cards import merging
from posim_desktop.services.sales import credit
from seeding import OPENING_DAY, Till, add_customer, open_till

D = Decimal
IN_CASH = Tender(CASH, ZERO)


@pytest.fixture
def shop(database_url: str) -> Iterator[MoneyShop]:
    till = open_till(database_url)
    yield from money_shop(till)
    till.engine.dispose()


def figures(shop: MoneyShop, backorder_id: int) -> MoneyFigures:
    with shop.till.engine.connect() as connection:
        return money_held.of_backorder(connection, backorder_id)


def of_customer(shop: MoneyShop, customer_id: int) -> tuple[MoneyFigures, D]:
    with shop.till.engine.connect() as connection:
        return money_held.of_customer(connection, customer_id)


def ledger(till: Till) -> dict[tuple[int, int | None], D]:
    """Add the whole ledger up by customer and backorder, leaving out what is empty."""
    sums: dict[tuple[int, int | None], D] = defaultdict(lambda: ZERO)
    rows = sa.select(CustomerMoney.customer_id, CustomerMoney.backorder_id, CustomerMoney.amount)
    with till.engine.connect() as connection:
        for customer_id, backorder_id, amount in connection.execute(rows):
            sums[customer_id, backorder_id] += amount
    return {account: held for account, held in sums.items() if held}


def reported(till: Till) -> dict[tuple[int, int | None], D]:
    """Read the same from the report, whose sums must be those of its rows."""
    with till.engine.connect() as connection:
        held = on_deposit.held(connection)
    assert held.on_deposit + held.credit - held.owed == sum((row.held for row in held.rows), ZERO)
    assert min(held.on_deposit, held.credit, held.owed) >= 0
    return {(row.customer_id, row.backorder_id): row.held for row in held.rows}


def test_the_strip_of_a_backorder_tells_each_cent(shop: MoneyShop) -> None:
    kettles = shop.owes("6", "30.00")
    assert figures(shop, kettles) == MoneyFigures(taken=D(30), on_deposit=D(30))
    shop.takes("10.00")
    shop.till.run(credit.put_on, backorder_id=kettles, amount=D(6))
    shop.cancels(kettles, "2", Disposition(refund=D("3.00"), credit=D("1.50")), IN_CASH)
    shop.hands_over(shop.sets_aside(kettles, "1"), Tender(DEPOSIT, D("7.00"), backorder_id=kettles))

    expected = MoneyFigures(D(30), D(6), D("24.50"), D(7), D(3), D("1.50"))
    assert figures(shop, kettles) == expected
    assert expected.add_up
    rows = {
        term: [(row.kind, row.amount) for row in _rows(shop, kettles, term)]
        for term in MoneyTerm
        if term is not MoneyTerm.ON_DEPOSIT
    }
    assert rows == {
        MoneyTerm.TAKEN: [(MoneyKind.TAKEN, D(30))],
        MoneyTerm.FROM_CREDIT: [(MoneyKind.MOVED, D(6))],
        MoneyTerm.USED: [(MoneyKind.APPLIED, D(-7))],
        MoneyTerm.REFUNDED: [(MoneyKind.REFUNDED, D(-3))],
        MoneyTerm.TO_CREDIT: [(MoneyKind.MOVED, D("-1.50"))],
        MoneyTerm.FEES: [],
    }
    every = _rows(shop, kettles, MoneyTerm.ON_DEPOSIT)
    assert sum((row.amount for row in every), ZERO) == expected.on_deposit
    assert all(row.invoice_id for row in every if row.kind is not MoneyKind.MOVED)
    assert of_customer(shop, shop.lee) == (expected, D("5.50"))


def _rows(shop: MoneyShop, backorder_id: int, term: MoneyTerm) -> tuple[money_held.MoneyRow, ...]:
    with shop.till.engine.connect() as connection:
        return money_held.rows_of_backorder(connection, backorder_id, term)


def test_what_is_paid_is_not_counted_again_when_a_deposit_is_used(shop: MoneyShop) -> None:
    kettle = shop.owes("1", "10.00")
    shop.hands_over(shop.sets_aside(kettle, "1"), Tender(DEPOSIT, D("10.00"), backorder_id=kettle))
    with shop.till.engine.connect() as connection:
        details = customer_queries.details(connection, shop.lee)
    assert details is not None
    assert (details.business.bought, details.business.paid) == (D(24), D(24))


def test_money_that_goes_along_with_a_merged_card_is_still_taken(shop: MoneyShop) -> None:
    with shop.till.writing() as session:
        other = add_customer(session, "lee2")
    kettle = shop.owes("1", "10.00")
    shop.takes("4.00")
    with shop.till.engine.connect() as connection:
        versions = [customer_queries.details(connection, each) for each in (shop.lee, other)]
    first, second = versions
    assert first is not None
    assert second is not None
    shop.till.run(
        merging.merge, customer_id=shop.lee, version=first.version, into_id=other, into_version=second.version
    )

    assert figures(shop, kettle) == MoneyFigures(taken=D(10), on_deposit=D(10))
    assert of_customer(shop, other) == (MoneyFigures(taken=D(10), on_deposit=D(10)), D(4))
    assert of_customer(shop, shop.lee) == (MoneyFigures(), ZERO)
    assert reported(shop.till) == ledger(shop.till) == {(other, kettle): D(10), (other, None): D(4)}
    with shop.till.engine.connect() as connection:
        (row,) = money_held.credit_rows(connection, other)
    assert (row.is_between_cards, row.amount) == (True, D(4))


def steps_with(shop: MoneyShop, kettles: int) -> tuple[Callable[[], object], ...]:
    """List what may happen to the money of a backorder, and to Lee's credit."""
    return (
        lambda: shop.takes("3.33", kettles),
        lambda: shop.takes("2.50"),
        lambda: shop.cancels(kettles, "1", Disposition(refund=D("0.01")), IN_CASH),
        lambda: shop.cancels(kettles, "1"),
        lambda: shop.till.run(credit.put_on, backorder_id=kettles, amount=D("1.11")),
        lambda: shop.hands_over(shop.sets_aside(kettles, "1")),
        lambda: shop.sells("1", Tender(CREDIT, D("24.00"))),
    )


def test_the_report_is_the_ledger_whatever_happened(shop: MoneyShop) -> None:
    with shop.till.writing() as session:
        kim = add_customer(session, "kim")
    shop.may_owe("100")
    chance = Random(7)  # noqa: S311 - the same steps each time
    owed = [shop.owes(str(chance.randint(1, 4)), f"{chance.randint(1, 24)}.{chance.randint(0, 99):02}") for _ in "abcd"]
    shop.takes("15.55", customer_id=kim)
    done = 0
    for _ in range(30):
        step = chance.choice(steps_with(shop, chance.choice(owed)))
        try:
            step()
        except RefusedError:
            continue
        done += 1
        assert reported(shop.till) == ledger(shop.till)
    assert done > 10
    for each in owed:
        assert figures(shop, each).add_up
    deposits, in_credit = of_customer(shop, shop.lee)
    held = ledger(shop.till)
    assert deposits.on_deposit == sum((held.get((shop.lee, each), ZERO) for each in owed), ZERO)
    assert in_credit == held.get((shop.lee, None), ZERO)
    shop.holds()


def test_a_statement_opens_with_what_was_there_and_closes_with_what_is(shop: MoneyShop) -> None:
    shop.takes("20.00")
    with shop.till.engine.connect() as connection:
        (first,) = money_held.credit_rows(connection, shop.lee)
    kettles = shop.owes("2", "5.00")
    shop.sells("1", Tender(CREDIT, D("12.50")))
    shop.till.run(credit.put_on, backorder_id=kettles, amount=D(3))
    shop.till.run(credit.pay_back, customer_id=shop.lee, amount=D(1), refund_by=IN_CASH)

    start = first.at + timedelta(microseconds=1)
    with shop.till.engine.connect() as connection:
        whole = statements.statement(connection, shop.lee, OPENING_DAY, OPENING_DAY + timedelta(days=1))
        later = statements.statement(connection, shop.lee, start, OPENING_DAY + timedelta(days=1))
        nobody = statements.statement(connection, 99, OPENING_DAY, OPENING_DAY)
    assert nobody is None
    assert whole is not None
    assert later is not None
    assert (whole.opening, whole.closing, len(whole.rows)) == (ZERO, D("3.50"), 4)
    assert (later.opening, later.closing) == (D(20), D("3.50"))
    assert later.balances == (D("7.50"), D("4.50"), D("3.50"))
    assert [(row.backorder_id, row.held) for row in later.deposits] == [(kettles, D(8))]


def test_the_dialogs_know_what_a_cancellation_frees(shop: MoneyShop) -> None:
    kettles, without = shop.owes("3", "30.00"), shop.owes("1")
    shop.sets_aside(kettles, "1")
    with shop.till.engine.connect() as connection:
        (found,) = on_deposit.deposits(connection, [kettles, without])
        assert (found.backorder_id, found.number, found.units, found.balance) == (kettles, 1, D(3), D(30))
        assert on_deposit.deposits(connection, []) == ()
