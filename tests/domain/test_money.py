"""Money against an oracle of fractions: extensions, discounts, taxes and totals are exact to the cent."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.errors import Field, Refusal, RefusedError, Where
from posim_desktop.domain.money import MAX_MONEY, ZERO, cost_refusal, money_refusal, parse_money, to_cents
from posim_desktop.domain.numbers import parse_decimal, places
from posim_desktop.domain.quantity import MAX_QUANTITY, NO_UNITS, parse_quantity, plain, quantity_refusal
from posim_desktop.domain.sales.invoice import (
    Line,
    TransCode,
    discount_from_percent,
    extension,
    line_refusal,
    split_discount,
    total_refusal,
    totals,
)
from posim_desktop.domain.sales.tenders import Tender, TenderKind, change_due, tender_refusal
from posim_desktop.domain.tax import rate_refusal, tax_on
from posim_desktop.domain.why import Why

D = Decimal
MILLION = 10**6

amounts = st.integers(0, 9_999_999_999).map(lambda cents: D(cents).scaleb(-2))
small_amounts = st.integers(0, 100_000).map(lambda cents: D(cents).scaleb(-2))
quantities = st.integers(1, 999_999_999).map(lambda units: D(units).scaleb(-3))
small_quantities = st.integers(1, 20_000).map(lambda units: D(units).scaleb(-3))
rates = st.integers(0, MILLION).map(lambda rate: D(rate).scaleb(-4))
percents = st.integers(0, 10_000).map(lambda percent: D(percent).scaleb(-2))
codes = st.sampled_from(TransCode)


def half_up(amount: Fraction) -> Fraction:
    """Round to cents, away from zero at the half, in whole numbers only."""
    cents, rest = divmod(abs(amount) * 100, 1)
    rounded = cents + (1 if rest >= Fraction(1, 2) else 0)
    return Fraction(int(rounded if amount >= 0 else -rounded), 100)


def exact(number: Decimal) -> Fraction:
    return Fraction(number)


@st.composite
def invoice_lines(draw: st.DrawFn) -> Line:
    quantity, price = draw(small_quantities), draw(small_amounts)
    gross = int(to_cents(quantity * price) * 100)
    discount = D(draw(st.integers(0, gross))).scaleb(-2)
    tax_code_id = draw(st.sampled_from([None, 1, 2, 3]))
    rate = {None: D(0), 1: D("8.25"), 2: D("19"), 3: D("0.0625")}[tax_code_id]
    return Line(draw(codes), quantity, price, discount, tax_code_id, rate)


@given(st.integers(-(10**15), 10**15).map(lambda small: D(small).scaleb(-6)))
def test_cents_are_rounded_half_up(amount: Decimal) -> None:
    assert exact(to_cents(amount)) == half_up(exact(amount))
    assert str(to_cents(amount)) != "-0.00"


@given(quantities, amounts)
def test_an_extension_is_quantity_times_price(quantity: Decimal, price: Decimal) -> None:
    gross = half_up(exact(quantity) * exact(price))
    assert exact(extension(TransCode.SALE, quantity, price, ZERO)) == gross
    assert exact(extension(TransCode.RETURN, quantity, price, ZERO)) == -gross
    assert extension(TransCode.BACKORDER, quantity, price, ZERO) == ZERO
    assert extension(TransCode.COMMENT, quantity, price, ZERO) == ZERO


@given(invoice_lines())
def test_a_discount_is_taken_before_rounding_and_never_below_nothing(line: Line) -> None:
    assert line_refusal(line) is None
    charged = max(Fraction(0), exact(line.quantity) * exact(line.unit_price) - exact(line.discount))
    assert exact(extension(TransCode.SALE, line.quantity, line.unit_price, line.discount)) == half_up(charged)


@given(small_quantities, small_amounts, percents)
def test_a_percentage_is_rounded_once_and_never_more_than_the_line(
    quantity: Decimal, price: Decimal, percent: Decimal
) -> None:
    discount = discount_from_percent(quantity, price, percent)
    assert exact(discount) == half_up(exact(quantity) * exact(price) * exact(percent) / 100)
    assert line_refusal(Line(TransCode.SALE, quantity, price, discount, None, D(0))) is None


@given(invoice_lines(), st.data())
def test_the_parts_of_a_split_line_are_lines_themselves(line: Line, data: st.DataObject) -> None:
    units = int(line.quantity.scaleb(3))
    part = D(data.draw(st.integers(0, units))).scaleb(-3)
    if not 0 < part < line.quantity:
        return
    share, rest = split_discount(line.quantity, line.unit_price, line.discount, part)
    for quantity, discount in ((part, share), (line.quantity - part, rest)):
        assert line_refusal(Line(TransCode.SALE, quantity, line.unit_price, discount, None, D(0))) is None
    assert line.discount - D("0.01") <= share + rest <= line.discount


@given(amounts, rates)
def test_tax_on_top_and_inside(taxable: Decimal, rate: Decimal) -> None:
    on_top = half_up(exact(taxable) * exact(rate) / 100)
    inside = half_up(exact(taxable) * exact(rate) / (100 + exact(rate)))
    assert exact(tax_on(taxable, rate, inclusive=False)) == on_top
    assert exact(tax_on(taxable, rate, inclusive=True)) == inside
    assert exact(tax_on(-taxable, rate, inclusive=False)) == -on_top


@given(st.lists(invoice_lines(), max_size=12), st.booleans())
def test_an_invoice_adds_up(lines: list[Line], inclusive: bool) -> None:  # noqa: FBT001 - drawn by position
    extensions = [exact(extension(line.trans_code, line.quantity, line.unit_price, line.discount)) for line in lines]
    by_code: dict[int, tuple[Fraction, Fraction]] = {}
    for line, amount in zip(lines, extensions, strict=True):
        if line.tax_code_id is not None:
            rate, before = by_code.get(line.tax_code_id, (exact(line.rate), Fraction(0)))
            by_code[line.tax_code_id] = (rate, before + amount)
    tax = sum(
        (half_up(taxable * rate / (100 + rate if inclusive else 100)) for rate, taxable in by_code.values()),
        Fraction(0),
    )
    sums = totals(lines, tax_inclusive=inclusive)
    assert exact(sums.subtotal) == sum(extensions, Fraction(0))
    assert exact(sums.tax) == tax
    assert exact(sums.total) == sum(extensions, Fraction(0)) + (0 if inclusive else tax)
    assert total_refusal(sums) is None


def test_an_invoice_that_cannot_be_held_is_refused() -> None:
    line = Line(TransCode.SALE, D(1), MAX_MONEY, ZERO, 1, D("0.0001"))
    refusal = total_refusal(totals([line], tax_inclusive=False))
    assert refusal is not None
    assert refusal == Refusal(Why.INVOICE_TOTAL_TOO_LARGE, Field("quantity"), most=MAX_MONEY)


@given(
    st.integers(-100_000, 100_000),
    st.lists(st.tuples(st.sampled_from(TenderKind), st.integers(-200_000, 200_000)), max_size=4),
)
def test_what_settles_a_total_leaves_change_that_cash_can_give(
    cents: int, given_: list[tuple[TenderKind, int]]
) -> None:
    total = D(cents).scaleb(-2)
    tenders = [Tender(kind, D(amount).scaleb(-2)) for kind, amount in given_]
    if tender_refusal(total, tenders) is not None:
        return
    change = change_due(total, tenders)
    cash = sum((tender.amount for tender in tenders if tender.kind is TenderKind.CASH), ZERO)
    assert tenders
    assert 0 <= change <= max(ZERO, cash)
    assert sum((tender.amount for tender in tenders), ZERO) - change == total
    assert total > 0 or change == 0


@given(st.integers(-100_000, 100_000), st.sampled_from(TenderKind))
def test_the_exact_amount_always_settles_a_total(cents: int, kind: TenderKind) -> None:
    total = D(cents).scaleb(-2)
    assert tender_refusal(total, [Tender(kind, total)]) is None


@given(st.decimals(allow_nan=True, allow_infinity=True) | st.integers().map(Decimal))
def test_any_number_is_accepted_or_refused_and_what_is_accepted_can_be_stored(number: Decimal) -> None:
    if quantity_refusal(number) is None:
        assert 0 < number <= MAX_QUANTITY
        assert exact(number) * 1000 == int(number.scaleb(3))
    if money_refusal(number, field="price", negative=True) is None:
        assert abs(number) <= MAX_MONEY
        assert exact(number) * 100 == int(number.scaleb(2))
    if cost_refusal(number, field="cost") is None:
        assert exact(number) * 10_000 == int(number.scaleb(4))
    if rate_refusal(number) is None:
        assert exact(number) * 10_000 == int(number.scaleb(4))


def test_a_signaling_nan_is_refused_too() -> None:
    number = D("sNaN")
    assert quantity_refusal(number) is not None
    assert money_refusal(number, field="price") is not None
    assert cost_refusal(number, field="cost") is not None
    assert rate_refusal(number) is not None


typed = st.text() | st.text("0123456789.,-+eE_ \u0663\uff11", max_size=24)


@given(typed, st.sampled_from([".", ",", "\u066b"]))
def test_what_is_typed_is_read_or_refused(text: str, decimal_point: str) -> None:
    for parse in (parse_money, parse_quantity, parse_decimal):
        where: Where = Field("price")
        try:
            number = parse(text, field="price", decimal_point=decimal_point)
        except RefusedError as refused:
            where = refused.refusal.where
        else:
            assert number.is_finite()
        assert where == Field("price")


@given(amounts)
def test_an_amount_is_read_back_as_it_was_written(amount: Decimal) -> None:
    assert parse_money(str(amount), field="price") == amount
    assert parse_money(str(amount).replace(".", ","), field="price", decimal_point=",") == amount


@given(quantities)
def test_a_quantity_is_read_back_as_it_was_written(quantity: Decimal) -> None:
    assert parse_quantity(plain(quantity)) == quantity
    assert parse_quantity(plain(quantity)).as_tuple().exponent == NO_UNITS.as_tuple().exponent


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Why.NUMBER_MISSING),
        ("1,234", Why.NOT_A_NUMBER),
        ("1e3", Why.NOT_A_NUMBER),
        ("1_000", Why.NOT_A_NUMBER),
        ("\u0661", Why.NOT_A_NUMBER),
        ("1.005", Why.AMOUNT_TOO_FINE),
        ("-1", Why.AMOUNT_BELOW_ZERO),
        ("100000000", Why.AMOUNT_TOO_LARGE),
        ("9" * 21, Why.NOT_A_NUMBER),
    ],
)
def test_an_amount_that_is_none_is_refused(text: str, why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_money(text, field="price")
    assert refused.value.refusal.why is why


def test_nothing_is_nothing_without_a_sign() -> None:
    assert str(parse_money("-0", field="price", negative=True)) == "0.00"


@pytest.mark.parametrize(
    ("number", "used"),
    [("1.500", 1), ("100", 0), ("1E+3", 0), ("0.000", 0), ("1.0000000000000000000000000000001", 31), ("NaN", 0)],
)
def test_decimal_places_are_counted_exactly(number: str, used: int) -> None:
    assert places(D(number)) == used
