"""The contract in every state that small parts of the shop can come into, and with each guard left out once."""

from typing import Any

import pytest

from exhaustive import freed_goods, going_back, stock_count
from exhaustive.search import Part, search

PARTS: tuple[Part[Any], ...] = (freed_goods.PART, stock_count.PART, going_back.PART)
CASES = [pytest.param(part, without, id=f"{part.name}: {without}") for part in PARTS for without in part.left_out]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_nothing_is_wrong_in_any_state(part: Part[Any]) -> None:
    searched = search(part)
    assert searched.wrong == ""
    assert searched.states > 100
    assert len(searched.deeds) > 5


@pytest.mark.parametrize(("part", "without"), CASES)
def test_whatever_is_left_out_is_missed(part: Part[Any], without: str) -> None:
    assert search(part, without).wrong
