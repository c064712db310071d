"""What practice may not reach, which task comes next, and what a new shop has left to do."""

import pytest

from posim_desktop.domain.getting_ready import Readiness, ReadyStep
from posim_desktop.domain.practice import Outside, Task, next_task, outside_refusal


@pytest.mark.parametrize("outside", Outside)
def test_practice_reaches_nothing_outside_and_a_shop_everything(outside: Outside) -> None:
    refusal = outside_refusal(outside, is_practice=True)
    assert refusal is not None
    assert outside in refusal.why
    assert outside_refusal(outside, is_practice=False) is None


def test_the_next_task_is_the_first_that_is_not_done_whatever_came_before_it() -> None:
    assert next_task(frozenset()) is Task.SELL
    assert next_task(frozenset({Task.CHANGE})) is Task.SELL
    assert next_task(frozenset({Task.SELL, Task.CHANGE, Task.BACK_ORDER})) is Task.MISSED_SCAN
    assert next_task(frozenset(Task)) is None


def test_what_is_done_or_skipped_is_not_left() -> None:
    ready = Readiness(frozenset({ReadyStep.ITEMS}), frozenset({ReadyStep.VENDORS, ReadyStep.ITEMS}))
    assert ready.left == tuple(step for step in ReadyStep if step not in {ReadyStep.VENDORS, ReadyStep.ITEMS})
    assert ready.left[:2] == (ReadyStep.SHOP, ReadyStep.RECEIPT)
