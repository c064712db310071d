"""Guide: "Backorder cards": no more is received, released or handed over than the figures allow."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from posim_desktop.domain.backorders.backorder import Figures, cancel, hand_over, receive, release
from posim_desktop.domain.errors import Field, RefusedError

D = Decimal
HALF_WAY = Figures(ordered=D(10), received=D(5), canceled=D(1), filled=D(2), waiting=D(3))


@pytest.mark.parametrize(
    ("deed", "most", "after"),
    [
        (receive, "4", Figures(D(10), received=D(9), canceled=D(1), filled=D(2), waiting=D(7))),
        (cancel, "4", Figures(D(10), received=D(5), canceled=D(5), filled=D(2), waiting=D(3))),
        (release, "3", Figures(D(10), received=D(2), canceled=D(1), filled=D(2), waiting=D(0))),
        (hand_over, "3", Figures(D(10), received=D(5), canceled=D(1), filled=D(5), waiting=D(0))),
    ],
)
def test_a_deed_takes_all_there_is_and_no_more(
    deed: Callable[[Figures, Decimal], Figures], most: str, after: Figures
) -> None:
    assert deed(HALF_WAY, D(most)) == after
    with pytest.raises(RefusedError) as refused:
        deed(HALF_WAY, D(most) + D("0.001"))
    assert refused.value.refusal.where == Field("quantity")
    assert most in str(refused.value.refusal)
