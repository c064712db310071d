"""What is asked as a deposit and may be kept as a fee, against fractions; who may take less or keep more."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from domain.test_money import half_up
from posim_desktop.domain.people.permissions import Rights
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.deposits import asked, fee_needs, lower_deposit_needs, usual_fee

D = Decimal
amounts = st.integers(0, 500_000).map(lambda cents: D(cents).scaleb(-2))
percents = st.integers(0, 100)


@given(amounts, percents, amounts)
def test_the_deposit_asked_is_rounded_once_and_never_above_the_price(price: D, percent: int, at_least: D) -> None:
    exact = half_up(Fraction(price) * percent / 100)
    assert asked(price, percent, at_least) == min(max(exact, Fraction(at_least)), Fraction(price))


@given(amounts, percents, amounts)
def test_a_smaller_deposit_needs_a_permission_that_goes_that_low(price: D, percent: int, deposit: D) -> None:
    needs = lower_deposit_needs(deposit, price, asked(price, percent))
    if deposit >= asked(price, percent):
        assert needs == ()
        return
    (need,) = needs
    for least in (D(0), D(10), D(50)):
        rights = Rights(frozenset({Permission.LOWER_DEPOSIT}), least_deposit=least)
        assert rights.allows(need) == (Fraction(deposit) * 100 >= Fraction(price) * int(least))
    assert not Rights().allows(need)
    assert Rights(frozenset({Permission.LOWER_DEPOSIT})).allows(need)


@given(amounts, percents, amounts)
def test_a_larger_fee_needs_a_permission_that_goes_that_high(freed: D, percent: int, fee: D) -> None:
    fee = min(fee, freed)
    needs = fee_needs(fee, freed, percent)
    assert usual_fee(freed, percent) == half_up(Fraction(freed) * percent / 100)
    if fee <= usual_fee(freed, percent):
        assert needs == ()
        return
    (need,) = needs
    for most in (D(0), D(25), D(100)):
        rights = Rights(frozenset({Permission.CANCEL_FEE}), most_fee=most)
        assert rights.allows(need) == (Fraction(fee) * 100 <= Fraction(freed) * int(most))


def test_nobody_hands_out_a_limit_that_goes_further_than_their_own() -> None:
    both = frozenset({Permission.CANCEL_FEE, Permission.LOWER_DEPOSIT})
    own = Rights(both, most_fee=D(20), least_deposit=D(10))
    assert own.reach(own)
    assert own.limits_beyond(Rights(both, most_fee=D(21), least_deposit=D(10))) == ("most_fee",)
    assert own.limits_beyond(Rights(both, most_fee=None, least_deposit=D(9))) == ("most_fee", "least_deposit")
    assert own.limits_beyond(Rights(both, most_fee=D(1), least_deposit=None)) == ("least_deposit",)
    assert fee_needs(D(5), D(10), 20) == (Permit(Permission.CANCEL_FEE, D(50)),)
