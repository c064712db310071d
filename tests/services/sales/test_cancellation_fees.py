"""Guide: "Deposits and credit" — how much of a deposit who may keep when the customer cancels."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest

from money_seed import MoneyShop, money_shop
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.people.permissions import LIMITS, Role, needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.why import Why
from posim_desktop.orm import ShopRole
from posim_desktop.services.sales import cancellations
from seeding import Till, add_employee, inserted, prefer

D = Decimal


@pytest.fixture
def shop(till: Till) -> Iterator[MoneyShop]:
    yield from money_shop(till)


def supervisor(till: Till, most_fee: str) -> int:
    """Hire somebody who may keep larger fees, up to a limit."""
    card = {"code": "super", "name": "Supervisor", "archived": False, "version": 1}
    limits = dict.fromkeys(LIMITS) | {"most_fee": D(most_fee)}
    may = frozenset({Permission.CANCEL_BACKORDER, Permission.CANCEL_FEE})
    with till.writing() as session:
        inserted(session, ShopRole, **card, permissions=may, **limits)
        return add_employee(session, "sue", role="super")


def keeps(shop: MoneyShop, who: int, backorder_id: int, fee: str) -> Done | Refusal:
    """Let somebody cancel one kettle and keep a fee of the 10.00 that it frees."""
    verb = partial(
        cancellations.cancel,
        backorder_id=backorder_id,
        quantity=D(1),
        employee_id=who,
        reason="Wants fewer",
        disposition=Disposition(fee=D(fee)),
    )
    try:
        return shop.till.transactor.run(verb, key=uuid4(), employee_id=who, workstation="till 1")
    except RefusedError as refused:
        return refused.refusal


def test_everybody_keeps_what_the_shop_says_and_no_cent_more(shop: MoneyShop) -> None:
    with shop.till.writing() as session:
        prefer(session, cancel_fee_percent=15)
        kim = add_employee(session, "kim", role=Role.CASHIER)
    kettles = shop.owes("3", "30.00")

    refused = keeps(shop, kim, kettles, "1.51")
    assert isinstance(refused, Refusal)
    assert (refused.why, refused.where) == (Why.NOT_PERMITTED, Field("fee"))
    assert needs_of(refused) == (Permit(Permission.CANCEL_FEE, D("15.10")),)
    assert shop.held(kettles) == "30.00"
    assert isinstance(keeps(shop, kim, kettles, "1.50"), Done)
    assert shop.held(kettles) == "28.50"


def test_who_may_keep_more_keeps_it_up_to_the_limit_of_the_role(shop: MoneyShop) -> None:
    sue = supervisor(shop.till, "33.33")
    kettles = shop.owes("3", "30.00")

    refused = keeps(shop, sue, kettles, "3.34")
    assert isinstance(refused, Refusal)
    assert needs_of(refused) == (Permit(Permission.CANCEL_FEE, D("33.40")),)
    assert isinstance(keeps(shop, sue, kettles, "3.33"), Done)
    assert shop.moves()[-1] == ("forfeited", "-3.33")
    shop.holds()
