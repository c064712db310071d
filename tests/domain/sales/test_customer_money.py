"""What of a customer's money is for which goods, and where it may go."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import customer_money as rules
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.why import Why

CENTS = st.decimals(min_value=0, max_value=9999, places=2)
UNITS = st.integers(min_value=1, max_value=60)


def test_the_share_of_all_that_is_left_is_all_of_the_deposit() -> None:
    assert rules.share(Decimal("10.00"), Decimal(3), Decimal(1)) == Decimal("3.33")
    assert rules.share(Decimal("6.67"), Decimal(2), Decimal(1)) == Decimal("3.34")
    assert rules.share(Decimal("3.33"), Decimal(1), Decimal(1)) == Decimal("3.33")
    assert rules.share(Decimal("0.05"), Decimal(2), Decimal(1)) == Decimal("0.03")  # half up


@given(balance=CENTS, units=UNITS, parts=st.lists(st.integers(min_value=1, max_value=9), min_size=1, max_size=12))
def test_shares_in_any_parts_come_to_the_deposit_to_the_cent(balance: Decimal, units: int, parts: list[int]) -> None:
    left, still = balance, Decimal(units)
    for part in [*map(Decimal, parts), Decimal(units)]:
        taken = min(part, still)
        if not taken:
            break
        freed = rules.share(left, still, taken)
        assert ZERO <= freed <= left
        left, still = left - freed, still - taken
    assert (left, still) == (ZERO, Decimal(0))


@pytest.mark.parametrize(
    ("wish", "units_left", "why"),
    [
        (Disposition(refund=Decimal("5.01")), True, Why.MORE_THAN_FREED),
        (Disposition(Decimal(2), Decimal(2), Decimal("1.01")), True, Why.MORE_THAN_FREED),
        (Disposition(fee=Decimal(-1), refund=Decimal(2)), True, Why.AMOUNT_BELOW_ZERO),
        (Disposition(credit=Decimal("4.99")), False, Why.DEPOSIT_WITHOUT_UNITS),
        (Disposition(credit=Decimal("0.001")), True, Why.AMOUNT_TOO_FINE),
    ],
)
def test_what_a_cancel_frees_goes_where_it_may(wish: Disposition, *, units_left: bool, why: Why) -> None:
    refusal = rules.disposition_refusal(Decimal("5.00"), wish, units_left=units_left)
    assert refusal is not None
    assert refusal.why is why


def test_freed_money_may_be_shared_and_stay_while_units_remain() -> None:
    freed = Decimal("5.00")
    shared = Disposition(Decimal(1), Decimal(2), Decimal(2))
    assert rules.disposition_refusal(freed, shared, units_left=False) is None
    assert rules.disposition_refusal(freed, Disposition(), units_left=True) is None
    assert rules.undecided(freed, units_left=True) == Disposition()
    assert rules.undecided(freed, units_left=False) == Disposition(credit=freed)


def test_no_deposit_is_taken_for_what_is_closed_and_none_of_nothing() -> None:
    assert rules.take_refusal(Decimal(5), None) is None
    assert rules.take_refusal(Decimal(5), Decimal("0.001")) is None
    assert rules.take_refusal(Decimal(-5), Decimal(0)) is None  # what was left by mistake can always be paid back
    closed = rules.take_refusal(Decimal(5), Decimal(0))
    nothing = rules.take_refusal(ZERO, Decimal(1))
    assert closed is not None
    assert nothing is not None
    assert (closed.why, nothing.why) == (Why.NOTHING_TO_DEPOSIT_FOR, Why.DEPOSIT_MISSING)


def test_no_balance_falls_below_zero_and_credit_no_lower_than_its_limit() -> None:
    assert rules.holding_refusal(Decimal(5), Decimal(5)) is None
    more = rules.holding_refusal(Decimal("5.01"), Decimal(5))
    assert more is not None
    assert (more.why, more.facts["held"]) == (Why.MORE_THAN_HELD, Decimal(5))
    assert rules.holding_refusal(Decimal(15), Decimal(5), limit=Decimal(10)) is None
    owing = rules.holding_refusal(Decimal("15.01"), Decimal(5), limit=Decimal(10))
    assert owing is not None
    assert (owing.why, owing.facts["limit"]) == (Why.ABOVE_CREDIT_LIMIT, Decimal(10))
    assert rules.holding_refusal(Decimal(-3), Decimal(-5)) is None  # what comes in is never refused


def test_the_customers_money_pays_goods_and_no_deposits() -> None:
    goods = Decimal("40.00")
    assert rules.use_refusal(goods, goods) is None
    above = rules.use_refusal(goods + Decimal("0.01"), goods)
    assert above is not None
    assert above.why is Why.MORE_THAN_GOODS
    assert rules.use_refusal(-goods, -goods) is None
    below = rules.use_refusal(Decimal("-40.01"), -goods)
    assert below is not None
    assert below.why is Why.MORE_CREDITED_THAN_OWED
    assert rules.use_refusal(Decimal("-0.01"), goods) is not None
