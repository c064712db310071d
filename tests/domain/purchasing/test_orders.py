"""Guide: "Purchase orders", "Auto Order", "Auto Backorder PO"."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posim_desktop.domain.errors import Field
from posim_desktop.domain.purchasing import orders as purchasing
from posim_desktop.domain.purchasing.orders import LEGAL_STEPS, ItemNeed, OrderStatus, auto_order

D = Decimal

amounts = st.integers(0, 50_000).map(lambda thousandths: D(thousandths).scaleb(-3))
on_hands = st.integers(-5_000, 50_000).map(lambda thousandths: D(thousandths).scaleb(-3))
packs = st.sampled_from([D("1.000"), D("6.000"), D("12.000"), D("0.250"), D("0.001")])


@st.composite
def needs(draw: st.DrawFn) -> ItemNeed:
    max_stock = draw(amounts)
    return ItemNeed(
        available=draw(on_hands),
        on_order=draw(amounts),
        outstanding=draw(amounts),
        max_stock=max_stock,
        min_stock=min(max_stock, draw(st.one_of(st.just(D(0)), amounts))),
        pack=draw(packs),
        being_ordered=draw(amounts),
    )


def need(**figures: str) -> ItemNeed:
    plain = {
        "available": "0",
        "on_order": "0",
        "outstanding": "0",
        "max_stock": "0",
        "min_stock": "0",
        "pack": "1",
        "being_ordered": "0",
    }
    return ItemNeed(**{name: D(value) for name, value in (plain | figures).items()})


@settings(max_examples=200)
@given(needs())
def test_auto_order_pressed_twice_orders_nothing_more(seen: ItemNeed) -> None:
    first = auto_order(seen).order
    again = replace(seen, being_ordered=seen.being_ordered + first)
    assert auto_order(again).order == 0
    posted = replace(seen, on_order=seen.on_order + seen.being_ordered + first, being_ordered=D(0))
    assert auto_order(posted).order == 0


@settings(max_examples=200)
@given(amounts, amounts, on_hands)
def test_with_nothing_on_order_it_is_backorders_and_what_lacks_to_max(
    backorders: Decimal, max_stock: Decimal, on_hand: Decimal
) -> None:
    seen = ItemNeed(on_hand, D(0), backorders, max_stock, D(0), D("0.001"))
    assert auto_order(seen).order == max(D(0), backorders + (max_stock - on_hand))


@settings(max_examples=200)
@given(needs())
def test_an_order_is_whole_packs_and_less_than_one_too_many(seen: ItemNeed) -> None:
    found = auto_order(seen)
    assert found.order % seen.pack == 0
    assert 0 <= found.pack_rounding < seen.pack


@settings(max_examples=200)
@given(needs())
def test_the_preview_adds_up_whenever_something_is_ordered(seen: ItemNeed) -> None:
    found = auto_order(seen)
    if found.order > 0:
        parts = found.for_customers + found.to_max - found.already_on_order + found.pack_rounding
        assert parts == found.order


@settings(max_examples=200)
@given(needs())
def test_after_the_order_everybody_is_served_and_the_shelf_is_full(seen: ItemNeed) -> None:
    after = seen.after_everybody + auto_order(seen).order
    if seen.min_stock > 0 and seen.after_everybody >= seen.min_stock:
        assert after == seen.after_everybody
    else:
        assert seen.max_stock <= after or after == seen.after_everybody >= seen.max_stock


def test_nothing_is_topped_up_down_to_the_minimum() -> None:
    enough = need(available="4", max_stock="10", min_stock="4")
    assert auto_order(enough).order == 0
    assert auto_order(replace(enough, available=D("3.999"))).order == 7


def test_what_is_set_aside_and_what_comes_counts() -> None:
    # Ten on hand, four of them set aside; three come; customers wait for five.
    assert auto_order(need(available="6", on_order="3", outstanding="5", max_stock="12")).order == 8


@settings(max_examples=200)
@given(amounts, amounts, amounts, packs, st.sampled_from(["0", "1", "7.5"]))
def test_for_customers_is_bought_what_is_neither_there_nor_coming(
    unallocated: Decimal, on_shelf: Decimal, free: Decimal, pack: Decimal, least: str
) -> None:
    minimum = D(least)
    bought = purchasing.for_backorders(unallocated, on_shelf=on_shelf, free=free, pack=pack, minimum=minimum)
    there = on_shelf + free
    assert bought % pack == 0
    assert bought + there >= unallocated
    assert bought == 0 or (bought >= minimum and there < unallocated)
    assert bought == 0 or bought - pack + there < unallocated or bought - pack < minimum


def test_goods_that_are_missing_from_the_shelf_are_not_bought_for_customers() -> None:
    assert purchasing.for_backorders(D(5), on_shelf=D(-3), free=D(0), pack=D(1)) == D(5)


def test_a_day_ends_by_the_clock_of_the_store() -> None:
    day = date(2026, 11, 23)
    assert purchasing.end_of_day(day, UTC) == datetime(2026, 11, 24, tzinfo=UTC)
    assert purchasing.end_of_day(day, ZoneInfo("America/New_York")) == datetime(2026, 11, 24, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ordered", "received", "closed_short", "left"),
    [("10", "0", "0", "10"), ("10", "4", "0", "6"), ("10", "12", "0", "0"), ("10", "4", "6", "0")],
)
def test_what_is_open_is_never_below_zero(ordered: str, received: str, closed_short: str, left: str) -> None:
    assert purchasing.open_quantity(D(ordered), D(received), D(closed_short)) == D(left)


def test_only_a_working_order_is_edited_posted_or_discarded() -> None:
    for status in OrderStatus:
        working = status is OrderStatus.WORKING
        assert (purchasing.edit_refusal(status) is None) == working
        assert (purchasing.post_refusal(status, has_vendor=True, lines=1) is None) == working
        assert (OrderStatus.DISCARDED in LEGAL_STEPS[status]) == working


def test_only_a_processed_order_is_allocated_again_and_closed_short() -> None:
    for status in OrderStatus:
        processed = status is OrderStatus.PROCESSED
        assert (purchasing.allocate_refusal(status) is None) == processed
        assert (purchasing.close_short_refusal(status, D(1)) is None) == processed
    assert purchasing.close_short_refusal(OrderStatus.PROCESSED, D(0)) is not None


def test_the_header_changes_while_goods_are_awaited() -> None:
    changing = {status for status in OrderStatus if purchasing.header_refusal(status) is None}
    assert changing == {OrderStatus.WORKING, OrderStatus.PROCESSED}


def test_posting_wants_a_vendor_and_a_line() -> None:
    without_vendor = purchasing.post_refusal(OrderStatus.WORKING, has_vendor=False, lines=1)
    blank = purchasing.post_refusal(OrderStatus.WORKING, has_vendor=True, lines=0)
    assert without_vendor is not None
    assert without_vendor.where == Field("vendor")
    assert blank is not None
    assert blank.where == Field("item")


def test_a_stale_screen_is_told() -> None:
    assert purchasing.stale_refusal(None, 7) is None
    assert purchasing.stale_refusal(7, 7) is None
    stale = purchasing.stale_refusal(6, 7)
    assert stale is not None
    assert stale.where == Field("version")


def test_more_than_was_open_is_asked_about() -> None:
    assert purchasing.over_receipt(D(5), D(5)) == ""
    assert "6 came, 5 was open" in purchasing.over_receipt(D(5), D(6))
