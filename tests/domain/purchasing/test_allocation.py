"""Guide: "Allocate an order's goods to backorders"."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from posim_desktop.domain.purchasing.allocation import Allocated, Need, allocation_refusal, propose, trim
from posim_desktop.domain.why import Why

D = Decimal

amounts = st.integers(0, 20_000).map(lambda thousandths: D(thousandths).scaleb(-3))
needs = st.lists(amounts, max_size=8).map(
    lambda needs: [Need(number, unallocated) for number, unallocated in enumerate(needs, 1)]
)
allocations = st.lists(amounts, max_size=8).map(
    lambda quantities: [Allocated(1, number, quantity, number) for number, quantity in enumerate(quantities, 1)]
)


@settings(max_examples=200)
@given(amounts, needs)
def test_a_proposal_gives_all_it_can_and_nobody_too_much(goods: Decimal, needs: list[Need]) -> None:
    given_out = propose(goods, needs)
    wanted = {need.backorder_id: need.unallocated for need in needs}
    assert all(0 < quantity <= wanted[backorder_id] for backorder_id, quantity in given_out.items())
    assert sum(given_out.values()) == min(goods, sum(wanted.values()))


@settings(max_examples=200)
@given(amounts, needs)
def test_an_older_backorder_is_served_whole_before_a_newer_gets_any(goods: Decimal, needs: list[Need]) -> None:
    given_out = propose(goods, needs)
    served = [need for need in needs if need.unallocated > 0]
    for older, newer in pairwise(served):
        if newer.backorder_id in given_out:
            assert given_out[older.backorder_id] == older.unallocated


@settings(max_examples=200)
@given(allocations, amounts)
def test_trimming_takes_exactly_what_is_too_much(planned: list[Allocated], limit: Decimal) -> None:
    before = {allocation.backorder_id: allocation.quantity for allocation in planned}
    smaller = {allocation.backorder_id: allocation.quantity for allocation in trim(planned, limit)}
    after = before | smaller
    assert sum(after.values()) == min(limit, sum(before.values()))
    assert all(0 <= quantity < before[backorder_id] for backorder_id, quantity in smaller.items())


@settings(max_examples=200)
@given(allocations, amounts)
def test_trimming_spares_the_older(planned: list[Allocated], limit: Decimal) -> None:
    shrunk = trim(planned, limit)
    if shrunk:
        oldest = min(allocation.age for allocation in shrunk)
        younger = [allocation for allocation in planned if allocation.age > oldest and allocation.quantity > 0]
        gone = {allocation.age for allocation in shrunk if allocation.quantity == 0}
        assert all(allocation.age in gone for allocation in younger)


def refused(allocations: dict[int, str], *, still_open: str, unallocated: dict[int, str]) -> tuple[int, str] | None:
    wrong = allocation_refusal(
        {each: D(quantity) for each, quantity in allocations.items()},
        still_open=D(still_open),
        unallocated={each: D(quantity) for each, quantity in unallocated.items()},
    )
    return None if wrong is None else (wrong[0], str(wrong[1]))


def test_the_first_allocation_that_does_not_fit_is_named() -> None:
    needed = {1: "5", 2: "5"}
    assert refused({1: "5", 2: "5"}, still_open="10", unallocated=needed) is None
    assert refused({1: "5", 2: "5"}, still_open="9.999", unallocated=needed) == (
        2,
        f"{Why.MORE_ALLOCATED_THAN_ORDERED} still_open=9.999",
    )
    assert refused({1: "5.001"}, still_open="10", unallocated=needed) == (
        1,
        f"{Why.MORE_THAN_STILL_NEEDED} needed=5",
    )


def test_an_allocation_is_a_quantity_for_an_outstanding_backorder_of_the_item() -> None:
    assert refused({3: "1"}, still_open="10", unallocated={1: "5"}) == (
        3,
        Why.ALLOCATED_TO_WRONG_BACKORDER,
    )
    for wrong in ("-1", "0.0001", "1e9", "NaN"):
        assert refused({1: wrong}, still_open="10", unallocated={1: "5"}) is not None
    assert refused({1: "0"}, still_open="10", unallocated={1: "5"}) is None
