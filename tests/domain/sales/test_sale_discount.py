"""The discount on a whole sale against an oracle of fractions: shared to the cent, and never more than a line costs."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.test_money import half_up, invoice_lines, small_amounts, small_quantities
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.invoice import Line, TransCode, discount_for, extension
from posim_desktop.domain.sales.line_needs import both_percents
from posim_desktop.domain.sales.sale_discount import (
    NO_DISCOUNT,
    SaleDiscount,
    charged,
    discount_of,
    percent_off,
    shares,
)

D = Decimal
sales = st.lists(invoice_lines(), max_size=8)
amounts = st.integers(0, 500_000).map(lambda cents: D(cents).scaleb(-2))
percents = st.integers(0, 10_000).map(lambda percent: D(percent).scaleb(-2))
discounts = amounts.map(SaleDiscount) | percents.map(lambda percent: SaleDiscount(ZERO, percent))


@given(sales, discounts)
def test_the_shares_are_the_discount_to_the_cent(lines: list[Line], discount: SaleDiscount) -> None:
    shared = shares(discount, lines)
    whole = sum((Fraction(charged(line)) for line in lines), Fraction(0))
    given_off = Fraction(discount_of(discount, lines))
    if discount.percent is not None:
        assert given_off == half_up(whole * Fraction(discount.percent) / 100)
    else:
        assert given_off == min(Fraction(discount.amount), whole)
    assert sum(map(Fraction, shared), Fraction(0)) == given_off
    for line, share in zip(lines, shared, strict=True):
        exact = given_off * Fraction(charged(line)) / whole if whole else Fraction(0)
        assert abs(Fraction(share) - exact) < Fraction(1, 100)
        assert 0 <= share <= charged(line)
        after = extension(line.trans_code, line.quantity, line.unit_price, line.discount + share)
        before = extension(line.trans_code, line.quantity, line.unit_price, line.discount)
        assert after == before - share
        assert share == 0 or line.trans_code is TransCode.SALE


def test_equal_lines_differ_by_a_cent_at_most_and_the_first_give_more() -> None:
    line = Line(TransCode.SALE, D(1), D("3.33"), ZERO, None, ())
    assert shares(SaleDiscount(D("1.00")), [line] * 3) == (D("0.34"), D("0.33"), D("0.33"))
    assert shares(NO_DISCOUNT, [line]) == (ZERO,)
    assert shares(SaleDiscount(D("1.00")), []) == ()


@pytest.mark.parametrize(
    ("discount", "percent"), [(SaleDiscount(D("1.00")), "30.03"), (SaleDiscount(percent=D("12.5")), "12.5")]
)
def test_how_much_of_the_sale_it_is(discount: SaleDiscount, percent: str) -> None:
    assert percent_off(discount, [Line(TransCode.SALE, D(1), D("3.33"), ZERO, None, ())]) == D(percent)
    assert percent_off(SaleDiscount(D("1.00")), []) == 0


@pytest.mark.parametrize(("own", "of_sale", "both"), [("10", "10", "19"), ("0", "7.5", "7.5"), ("100", "50", "100")])
def test_two_discounts_are_taken_off_one_after_the_other(own: str, of_sale: str, both: str) -> None:
    assert both_percents(D(own), D(of_sale)) == D(both)


@given(small_amounts, small_quantities, small_quantities, small_amounts)
def test_fewer_units_keep_their_share_of_a_discount_in_money(
    asked: Decimal, asked_for: Decimal, quantity: Decimal, price: Decimal
) -> None:
    left = discount_for(asked, asked_for, quantity, price)
    if quantity >= asked_for:
        assert left == asked
    else:
        share = half_up(Fraction(asked) * Fraction(quantity) / Fraction(asked_for))
        assert Fraction(left) == min(share, half_up(Fraction(quantity) * Fraction(price)))
