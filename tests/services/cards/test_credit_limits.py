"""Guide: "Customers" — how much a customer may owe on account, and what merging two cards does to their money."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
import sqlalchemy as sa

from money_seed import CREDIT, MoneyShop, money_shop
from places import place
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Customer
from posim_desktop.services.cards import credit_limits, merging
from seeding import Till, add_customer, stored

D = Decimal


@pytest.fixture
def shop(till: Till) -> Iterator[MoneyShop]:
    yield from money_shop(till)


def limits(shop: MoneyShop, limit: str) -> None:
    version = stored(shop.till.engine, Customer, Customer.id == shop.lee).version
    shop.till.run(credit_limits.change, customer_id=shop.lee, limit=D(limit), version=version)


def test_a_limit_lets_a_customer_owe_and_the_audit_says_who_said_so(shop: MoneyShop) -> None:
    limits(shop, "30.00")
    shop.sells("1", Tender(CREDIT, D(24)))
    assert shop.held() == "-24.00"
    chosen = sa.select(AuditEvent.before, AuditEvent.after).where(AuditEvent.action == "set credit limit")
    with shop.till.engine.connect() as connection:
        assert [tuple(row) for row in connection.execute(chosen)] == [
            ('{"credit_limit": "0.00"}', '{"credit_limit": "30.00"}')
        ]


def test_it_does_not_fall_below_what_is_owed(shop: MoneyShop) -> None:
    limits(shop, "30.00")
    shop.sells("1", Tender(CREDIT, D(24)))
    row = stored(shop.till.engine, Customer, Customer.id == shop.lee)
    for limit, why in (("23.99", Why.LIMIT_BELOW_OWED), ("-1", Why.AMOUNT_BELOW_ZERO), ("1.001", Why.AMOUNT_TOO_FINE)):
        refused = shop.till.refusal(credit_limits.change, customer_id=shop.lee, limit=D(limit), version=row.version)
        assert (refused.why, place(refused)) == (why, "credit_limit")
    limits(shop, "24.00")
    shop.holds()


def test_what_two_cards_of_one_customer_hold_is_held_for_the_one_that_stays(shop: MoneyShop) -> None:
    kettles = shop.owes("2", "30.00")
    shop.takes("5.00")
    with shop.till.writing() as session:
        kim = add_customer(session, "kim")
    shop.takes("2.50", customer_id=kim)
    lee = stored(shop.till.engine, Customer, Customer.id == shop.lee)
    shop.till.run(merging.merge, customer_id=shop.lee, version=lee.version, into_id=kim, into_version=1)
    assert (shop.held(kettles), shop.held(), shop.held(customer_id=kim)) == ("30.00", "0.00", "7.50")
    shop.lee = kim
    shop.cancels(kettles, "2")
    assert shop.held() == "37.50"


def test_who_owes_by_two_cards_still_may(shop: MoneyShop) -> None:
    limits(shop, "30.00")
    shop.sells("1", Tender(CREDIT, D(24)))
    with shop.till.writing() as session:
        kim = add_customer(session, "kim")
    lee = stored(shop.till.engine, Customer, Customer.id == shop.lee)
    shop.till.run(merging.merge, customer_id=shop.lee, version=lee.version, into_id=kim, into_version=1)
    assert shop.held(customer_id=kim) == "-24.00"
    assert stored(shop.till.engine, Customer, Customer.id == kim).credit_limit == D(30)
