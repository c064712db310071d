"""Guide: "Want List" — what a wish needs, and what may still be done with it."""

import pytest

from posim_desktop.domain.backorders.wants import WantState, edit_refusal, goods_refusal, line_refusal
from posim_desktop.domain.why import Why

ENDED = {
    WantState.ON_INVOICE: Why.WANT_ON_INVOICE,
    WantState.GRANTED: Why.WANT_GRANTED,
    WantState.DROPPED: Why.WANT_DROPPED,
}


def test_a_wish_names_an_item_or_says_what_it_is() -> None:
    assert goods_refusal(7, "") is None
    assert goods_refusal(None, "a blue teapot") is None
    refusal = goods_refusal(None, "")
    assert refusal is not None
    assert refusal.why is Why.WANT_NEEDS_GOODS


@pytest.mark.parametrize("state", WantState)
def test_only_an_open_wish_is_changed_or_becomes_a_line(state: WantState) -> None:
    for refusal in (edit_refusal(state), line_refusal(state, 7)):
        assert (None if refusal is None else refusal.why) == ENDED.get(state)


def test_only_goods_on_file_become_a_line() -> None:
    refusal = line_refusal(WantState.OPEN, None)
    assert refusal is not None
    assert refusal.why is Why.WANT_NEEDS_ITEM
