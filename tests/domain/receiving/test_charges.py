"""Guide: "Receive" — free goods and freight are in what a unit costs, exact to the cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.receiving.charges import Charged, Spread, free_refusal, paid, shares, unit_cost

D = Decimal
LINES = st.lists(
    st.builds(
        Charged,
        st.integers(1, 10**6).map(lambda units: D(units) / 1000),
        st.integers(0, 10**6).map(lambda cents: D(cents) / 100),
    ),
    min_size=1,
    max_size=9,
)


def test_of_twelve_two_come_free() -> None:
    assert paid(Packing(), D(12), D(2), D("5.00")) == D("50.00")
    assert paid(Packing(D(3), pack_cost=D(10)), D(12), D(2), D("3.3333")) == D("33.33")
    assert unit_cost(Packing(), D(12), D(2), D("5.00"), D(0)) == D("4.1667")


def test_what_the_papers_say_stays_to_its_last_place() -> None:
    assert unit_cost(Packing(), D(5), D(0), D("7.7731"), D(0)) == D("7.7731")


def test_a_pack_s_cost_is_divided_once() -> None:
    thirds = Packing(D(3), pack_cost=D(10))
    assert unit_cost(thirds, D(3), D(0), D("3.3333"), D(0)) == D("3.3333")
    assert unit_cost(thirds, D(3), D(0), D("3.3333"), D("0.01")) == D("3.3367")  # 10.01 / 3, not 3.3366


def test_no_more_is_free_than_came() -> None:
    assert free_refusal(D(12), D(12)) is None
    assert free_refusal(D("12.001"), D(12)) is not None
    assert free_refusal(D(-1), D(12)) is not None


@pytest.mark.parametrize(
    ("spread", "expected"),
    [
        (Spread.COST, ["3.33", "6.67", "0.00"]),
        (Spread.QUANTITY, ["2.50", "2.50", "5.00"]),
        (Spread.NONE, ["0.00", "0.00", "0.00"]),
    ],
)
def test_freight_is_spread_by_choice(spread: Spread, expected: list[str]) -> None:
    lines = [Charged(D(1), D("10.00")), Charged(D(1), D("20.00")), Charged(D(2), D("0.00"))]
    assert [str(share) for share in shares(D("10.00"), spread, lines)] == expected


def test_goods_that_are_all_free_share_by_quantity() -> None:
    assert shares(D("1.00"), Spread.COST, [Charged(D(1), D(0)), Charged(D(3), D(0))]) == (D("0.25"), D("0.75"))


@given(st.integers(0, 10**7).map(lambda cents: D(cents) / 100), st.sampled_from([Spread.COST, Spread.QUANTITY]), LINES)
def test_the_shares_add_up_to_the_last_cent(charges: Decimal, spread: Spread, lines: list[Charged]) -> None:
    shared = shares(charges, spread, lines)
    assert sum(shared) == charges
    assert all(share >= 0 for share in shared)
