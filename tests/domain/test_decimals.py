"""Money of 0, 2 and 3 decimal places: the same sale comes to the same number of cents, whatever a cent is called."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counted import counted_in
from posim_desktop.domain.backorders.backorder import Figures, discount_of_fill
from posim_desktop.domain.cards.cards import ItemFields, clean_item
from posim_desktop.domain.currencies import CURRENCIES, usual_decimals
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.money import (
    DECIMALS,
    MOST_CENTS,
    ROUNDINGS,
    cost_refusal,
    max_money,
    money_refusal,
    of_cents,
    parse_money,
    plain_money,
    to_cents,
    to_coins,
)
from posim_desktop.domain.preferences import ShopPreferences, clean_preferences
from posim_desktop.domain.sales.cash import next_notes, notes_of
from posim_desktop.domain.sales.invoice import Line, TransCode, discount_from_percent, split_discount, totals
from posim_desktop.domain.sales.sale_discount import SaleDiscount, shares
from posim_desktop.domain.tax import Tax
from posim_desktop.domain.why import Why

D = Decimal
cents = st.integers(0, 500_000)
quantities = st.integers(1, 20_000).map(lambda units: D(units).scaleb(-3))
percents = st.integers(0, 10_000).map(lambda percent: D(percent).scaleb(-2))
rates = st.integers(0, 10**6).map(lambda rate: D(rate).scaleb(-4))
lines = st.lists(st.tuples(quantities, cents, percents, rates), min_size=1, max_size=3)


def in_all(come_to: Callable[[], list[Decimal]]) -> list[int]:
    """Work out amounts in each kind of money and return how many cents they are; the same in all."""
    found = []
    for places in DECIMALS:
        with counted_in(places):
            amounts = come_to()
            assert all(money_refusal(amount, field="price", negative=True) is None for amount in amounts)
            found.append([int(amount.scaleb(places)) for amount in amounts])
    assert found == found[:1] * len(DECIMALS)
    return found[0]


@given(lines, st.booleans(), st.integers(0, 10_000))
def test_an_invoice_comes_to_the_same_cents_in_all_money(
    drawn: list[tuple[Decimal, int, Decimal, Decimal]],
    inclusive: bool,  # noqa: FBT001 - drawn by position
    off: int,
) -> None:
    def come_to() -> list[Decimal]:
        written = []
        for code, (quantity, price, percent, rate) in enumerate(drawn, 1):
            discount = discount_from_percent(quantity, of_cents(price), percent)
            written.append(Line(TransCode.SALE, quantity, of_cents(price), discount, code, (Tax("Sales", rate),)))
        given_ = shares(SaleDiscount(percent=D(off).scaleb(-2)), written)
        sums = totals(written, tax_inclusive=inclusive)
        taxes = [tax.tax for tax in sums.taxes]
        return [sums.subtotal, sums.tax, sums.total, *taxes, *given_]

    in_all(come_to)


@given(quantities, cents, percents, st.integers(1, 999), st.sampled_from(ROUNDINGS))
def test_parts_and_coins_come_to_the_same_cents_in_all_money(
    quantity: Decimal, price: int, percent: Decimal, part: int, coin: int
) -> None:
    def come_to() -> list[Decimal]:
        gross = to_cents(quantity * of_cents(price))
        discount = discount_from_percent(quantity, of_cents(price), percent)
        share = quantity * part / 1000
        figures = Figures(quantity, quantity)
        return [
            *split_discount(quantity, of_cents(price), discount, share),
            discount_of_fill(figures, discount, of_cents(price), share),
            to_coins(gross, of_cents(coin)),
        ]

    in_all(come_to)


@pytest.mark.parametrize(
    ("places", "typed", "refused"),
    [
        (0, "1500", None),
        (0, "1500.00", None),
        (0, "0.5", Refusal(Why.AMOUNT_NOT_WHOLE, Field("price"))),
        (0, "9999999999", None),
        (2, "0.005", Refusal(Why.AMOUNT_TOO_FINE, Field("price"), places=2)),
        (3, "1.255", None),
        (3, "1.2555", Refusal(Why.AMOUNT_TOO_FINE, Field("price"), places=3)),
        (3, "10000000", Refusal(Why.AMOUNT_TOO_LARGE, Field("price"), most=D("9999999.999"))),
    ],
)
def test_an_amount_is_typed_with_the_places_of_its_money(places: int, typed: str, refused: Refusal | None) -> None:
    with counted_in(places):
        if refused is None:
            assert str(parse_money(typed, field="price")) == plain_money(D(typed))
            return
        with pytest.raises(RefusedError) as raised:
            parse_money(typed, field="price")
        assert raised.value.refusal == refused


@pytest.mark.parametrize(
    ("places", "price", "cost"), [(0, "1500", "12.25"), (2, "1.50", "1.2345"), (3, "1.555", "0.00125")]
)
def test_a_unit_cost_has_two_places_more_than_money(places: int, price: str, cost: str) -> None:
    with counted_in(places):
        card = clean_item(ItemFields(code="A", description="A", price=D(price), cost=D(cost)))
        assert (str(card.price), str(card.cost)) == (price, f"{D(cost):.{places + 2}f}")
        assert cost_refusal(max_money(), field="cost") is None
        refused = cost_refusal(D(1).scaleb(-places - 3), field="cost")
        assert refused == Refusal(Why.COST_TOO_FINE, Field("cost"), places=places + 2)


def test_the_largest_amount_is_as_many_cents_in_all_money() -> None:
    assert in_all(lambda: [max_money()]) == [MOST_CENTS]


def test_currencies_have_the_decimals_of_the_standard() -> None:
    usual = {code: usual_decimals(code) for code in ("JPY", "KRW", "XOF", "EUR", "USD", "HUF", "KWD", "TND")}
    assert usual == {"JPY": 0, "KRW": 0, "XOF": 0, "EUR": 2, "USD": 2, "HUF": 2, "KWD": 3, "TND": 3}
    assert {usual_decimals(code) for code in CURRENCIES} == set(DECIMALS)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (ShopPreferences(currency="XXX"), Why.NO_SUCH_CURRENCY),
        (ShopPreferences(currency="usd"), Why.NO_SUCH_CURRENCY),
        (ShopPreferences(decimals=1), Why.NO_SUCH_DECIMALS),
        (ShopPreferences(decimals=4), Why.NO_SUCH_DECIMALS),
    ],
)
def test_a_shop_counts_in_a_currency_that_there_is(wrong: ShopPreferences, why: Why) -> None:
    with pytest.raises(RefusedError) as raised:
        clean_preferences(wrong)
    assert raised.value.refusal.why is why
    assert clean_preferences(ShopPreferences(currency="JPY", decimals=0)).decimals == 0


def test_notes_of_a_currency_that_nobody_listed_are_worth_something() -> None:
    with counted_in(0):
        assert next_notes(D(350), "ZZZ")[0] >= 500
    assert notes_of("ZZZ")[0] == 5
    assert next_notes(D("3.250"), "KWD") == (D(4), D(5), D(10))
