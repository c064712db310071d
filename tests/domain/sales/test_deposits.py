"""What may be kept as a fee, against fractions; and who may keep more."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from domain.test_money import half_up
from posim_desktop.domain.people.permissions import Rights
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.deposits import fee_needs, usual_fee

D = Decimal
amounts = st.integers(0, 500_000).map(lambda cents: D(cents).scaleb(-2))
percents = st.integers(0, 100)


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
    assert Rights(frozenset({Permission.CANCEL_FEE})).allows(need)
    assert not Rights().allows(need)


def test_nobody_hands_out_a_limit_that_goes_further_than_their_own() -> None:
    may = frozenset({Permission.CANCEL_FEE})
    own = Rights(may, most_fee=D(20))
    assert own.reach(own)
    assert own.limits_beyond(Rights(may, most_fee=D(21))) == ("most_fee",)
    assert own.limits_beyond(Rights(may, most_fee=None)) == ("most_fee",)
    assert fee_needs(D(5), D(10), 20) == (Permit(Permission.CANCEL_FEE, D(50)),)
