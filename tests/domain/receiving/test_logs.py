"""Guide: "Set backorders to customers" — the proposal and the checks, for any delivery."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from places import place
from posim_desktop.domain.backorders.backorder import Figures, discount_of_fill, receive
from posim_desktop.domain.errors import Field
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NO_UNITS, SMALLEST
from posim_desktop.domain.receiving.logs import (
    ReceivingStatus,
    Share,
    WaitingBackorder,
    edit_refusal,
    left_for_shelf,
    post_refusal,
    propose,
    shares_refusal,
    start_refusal,
)
from posim_desktop.domain.sales.commitment import can_fill, fill_refusal

D = Decimal
FEW = settings(max_examples=60, deadline=None)
units = st.integers(0, 20_000).map(lambda thousandths: D(thousandths).scaleb(-3))
some_units = st.integers(1, 20_000).map(lambda thousandths: D(thousandths).scaleb(-3))
queues = st.lists(st.tuples(some_units, units), max_size=6).map(
    lambda owed: [
        WaitingBackorder(place, outstanding, allocated) for place, (outstanding, allocated) in enumerate(owed)
    ]
)


@FEW
@given(received=units, waiting=queues)
def test_a_proposal_is_always_accepted(received: Decimal, waiting: list[WaitingBackorder]) -> None:
    proposed = propose(received, waiting)
    rows = [Share(1, backorder_id, quantity, NO_UNITS) for backorder_id, quantity in proposed.items()]
    outstanding = {each.backorder_id: each.outstanding for each in waiting}
    assert shares_refusal({1: received}, outstanding, rows) is None
    assert left_for_shelf(received, rows) == max(NO_UNITS, received - sum(outstanding.values()))


@FEW
@given(received=units, waiting=queues)
def test_what_was_allocated_comes_first_and_then_the_oldest(received: Decimal, waiting: list[WaitingBackorder]) -> None:
    proposed = propose(received, waiting)
    needs = [min(each.allocated, each.outstanding) for each in waiting]
    left = max(NO_UNITS, received - sum(needs))
    for each, need in zip(waiting, needs, strict=True):
        more = proposed[each.backorder_id] - need
        if more < 0:  # not even the allocations could be served, so nobody gets more than theirs
            assert left == 0
        else:
            assert more <= min(left, each.outstanding - need)
    short = [each for each in waiting if proposed[each.backorder_id] < each.outstanding]
    if short:
        assert sum(proposed.values()) == received
        later = waiting[waiting.index(short[0]) + 1 :]
        assert all(proposed[each.backorder_id] <= min(each.allocated, each.outstanding) for each in later)


@FEW
@given(outstanding=some_units, rcv=units, canc=units, reason=st.sampled_from(["", "  ", "Gone"]), received=units)
def test_a_row_is_accepted_exactly_when_it_adds_up(
    outstanding: Decimal, rcv: Decimal, canc: Decimal, reason: str, received: Decimal
) -> None:
    refusal = shares_refusal({1: received}, {7: outstanding}, [Share(1, 7, rcv, canc, reason)])
    fine = rcv + canc <= outstanding and rcv <= received and (canc == 0 or bool(reason.strip()))
    assert (refusal is None) == fine
    if refusal is not None:
        assert place(refusal) in {"rcv:1:7", "canc:1:7", "reason:1:7", "rcv:1"}


@FEW
@given(first=some_units, second=some_units, outstanding=some_units)
def test_two_lines_of_one_item_share_a_backorder(first: Decimal, second: Decimal, outstanding: Decimal) -> None:
    rows = [Share(1, 7, first, NO_UNITS), Share(2, 7, second, NO_UNITS)]
    refusal = shares_refusal({1: first, 2: second}, {7: outstanding}, rows)
    assert (refusal is None) == (first + second <= outstanding)


def test_rows_without_figures_count_for_nothing_and_strange_ones_are_refused() -> None:
    assert shares_refusal({}, {}, [Share(1, 7, NO_UNITS, NO_UNITS)]) is None
    for received, outstanding in (({}, {7: D(1)}), ({1: D(1)}, {})):
        refusal = shares_refusal(received, outstanding, [Share(1, 7, D(1), NO_UNITS)])
        assert refusal is not None
        assert place(refusal) == "rcv:1:7"


@FEW
@given(
    quantities=st.lists(some_units, min_size=1, max_size=5),
    rest=units,
    price=st.integers(0, 9_999).map(lambda cents: D(cents).scaleb(-2)),
    percent=st.integers(0, 100),
)
def test_the_shares_of_a_discount_come_to_the_discount(
    quantities: list[Decimal], rest: Decimal, price: Decimal, percent: int
) -> None:
    figures = Figures(ordered=sum(quantities) + rest)
    discount = (figures.ordered * price * percent / 100).quantize(D("0.01"))
    given_away = D(0)
    for quantity in quantities:
        share = discount_of_fill(figures, discount, price, quantity)
        assert 0 <= share <= (quantity * price).quantize(D("0.01")) + D("0.01")
        given_away += share
        figures = receive(figures, quantity)
    assert given_away <= discount + D("0.01")
    if rest == 0 and all(quantity * price == (quantity * price).quantize(D("0.01")) for quantity in quantities):
        assert abs(given_away - discount) <= D("0.01") * len(quantities)


@FEW
@given(quantity=units, outstanding=units, available=st.integers(-5_000, 20_000).map(lambda each: D(each).scaleb(-3)))
def test_a_fill_takes_what_is_owed_and_there(quantity: Decimal, outstanding: Decimal, available: Decimal) -> None:
    refusal = fill_refusal(quantity, outstanding, available)
    assert (refusal is None) == (0 < quantity <= min(outstanding, available))
    assert (can_fill(outstanding, available) is None) == (fill_refusal(SMALLEST, outstanding, available) is None)


def test_what_may_be_done_in_each_state() -> None:
    assert [edit_refusal(status) is None for status in ReceivingStatus] == [True, False, False]
    assert [status for status in OrderStatus if start_refusal(status) is None] == [OrderStatus.PROCESSED]
    assert post_refusal(ReceivingStatus.WORKING, [NO_UNITS, SMALLEST]) is None
    for status, quantities in ((ReceivingStatus.WORKING, [NO_UNITS]), (ReceivingStatus.WORKING, [])):
        refusal = post_refusal(status, quantities)
        assert refusal is not None
        assert refusal.where == Field("quantity")
    assert post_refusal(ReceivingStatus.POSTED, [SMALLEST]) is not None
