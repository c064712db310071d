"""What a special order may say, and what it asks for as a deposit."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.sales import special_orders as rules
from posim_desktop.domain.sales.special_orders import SpecialLine, SpecialOrderHead, SpecialOrderStatus
from posim_desktop.domain.why import Why

D = Decimal
CENT = D("0.01")
COAT = SpecialLine(description="Winter coat, green", quantity=D(2), unit_price=D("120.00"))


def test_a_line_of_something_new_is_kept_as_it_was_typed() -> None:
    kept = rules.clean_line(replace(COAT, code=" w-77 ", will_also_take=" dark blue ", price_ceiling=D(135)))
    assert (kept.code, kept.will_also_take, kept.price_ceiling) == ("W-77", "dark blue", D("135.00"))


def test_what_is_on_file_keeps_its_own_id_and_department() -> None:
    kept = rules.clean_line(replace(COAT, item_id=7, code="W-77", department_id=3))
    assert (kept.code, kept.department_id) == ("", None)


@pytest.mark.parametrize(
    ("line", "why", "field"),
    [
        (replace(COAT, price_ceiling=D("119.99")), Why.CEILING_BELOW_PRICE, "price_ceiling"),
        (replace(COAT, quantity=D(0)), Why.QUANTITY_ZERO, "quantity"),
        (replace(COAT, unit_price=D("0.001")), Why.AMOUNT_TOO_FINE, "unit_price"),
        (replace(COAT, cost=D(-1)), Why.COST_OUT_OF_RANGE, "cost"),
        (replace(COAT, quantity=D(999999), unit_price=D(9999999)), Why.LINE_TOO_LARGE, "quantity"),
        (replace(COAT, question="x" * 201), Why.TEXT_TOO_LONG, "question"),
    ],
)
def test_a_line_that_cannot_be_kept_names_its_field(line: SpecialLine, why: Why, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        rules.clean_line(line)
    assert (refused.value.refusal.why, refused.value.refusal.where) == (why, Field(field))


def test_a_deposit_is_a_percentage_or_an_amount() -> None:
    assert rules.clean_head(SpecialOrderHead(deposit_percent=D(25), deposit=D(10))).deposit == 0
    assert rules.clean_head(SpecialOrderHead(deposit=D(10))).deposit == D("10.00")
    for head in (SpecialOrderHead(deposit_percent=D("100.01")), SpecialOrderHead(deposit=D(-1))):
        with pytest.raises(RefusedError) as refused:
            rules.clean_head(head)
        assert refused.value.refusal.where == Field("deposit")


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (SpecialOrderStatus.POSTED, Why.SPECIAL_ORDER_POSTED),
        (SpecialOrderStatus.DISCARDED, Why.SPECIAL_ORDER_DISCARDED),
    ],
)
def test_what_is_posted_or_discarded_is_not_posted_again(status: SpecialOrderStatus, why: Why) -> None:
    refusal = rules.post_refusal(status, has_customer=True, lines=[COAT])
    assert refusal is not None
    assert refusal.why is why


def test_posting_takes_a_customer_and_lines_that_say_what_they_are_and_what_they_cost() -> None:
    working = SpecialOrderStatus.WORKING
    assert rules.post_refusal(working, has_customer=True, lines=[COAT]) is None
    for has_customer, lines, field in (
        (False, [COAT], "customer"),
        (True, [], "item"),
        (True, [COAT, replace(COAT, description="")], "description"),
        (True, [replace(COAT, unit_price=D(0))], "unit_price"),
    ):
        refusal = rules.post_refusal(working, has_customer=has_customer, lines=lines)
        assert refusal is not None
        assert refusal.where == Field(field)


def test_a_percentage_is_of_all_that_will_be_paid_and_rounded_once() -> None:
    assert rules.deposit_asked(D(25), D(0), D("33.30")) == D("8.33")
    assert rules.deposit_asked(None, D("5.00"), D("33.30")) == D("5.00")
    assert rules.percent_of(D("8.33"), D("33.30")) == D("25.02")
    assert rules.percent_of(D(0), D(0)) == D(100)


def test_the_largest_remainders_get_the_cents_that_are_left() -> None:
    assert rules.shares(D("10.00"), [D(1), D(1), D(1)], CENT) == (D("3.34"), D("3.33"), D("3.33"))
    assert rules.shares(D("0.05"), [D(10), D(30)], CENT) == (D("0.01"), D("0.04"))
    assert rules.shares(D("5.00"), [D(0), D(0)], CENT) == (D("5.00"), D(0))


@given(
    deposit=st.decimals(0, 10_000, places=2),
    weights=st.lists(st.decimals(0, 5_000, places=2), min_size=1, max_size=12),
)
def test_shares_come_to_the_deposit_and_none_is_a_cent_off(deposit: Decimal, weights: list[Decimal]) -> None:
    shared = rules.shares(deposit, weights, CENT)
    assert sum(shared) == deposit
    assert all(share >= 0 for share in shared)
    if whole := sum(weights):
        assert all(abs(share - deposit * weight / whole) < CENT for share, weight in zip(shared, weights, strict=True))


def test_no_more_of_the_usual_deposit_is_asked_than_the_goods_cost() -> None:
    assert rules.deposit_asked(None, D(50), D(30), D(50)) == D(30)
    assert rules.deposit_asked(None, D(50), D(80), D(50)) == D(50)
    assert rules.deposit_asked(None, D(40), D(30), D(50)) == D(40)  # somebody typed it; it is refused later
    assert rules.deposit_asked(D(25), D(0), D("30.02"), D(50)) == D("7.51")
