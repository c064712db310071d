"""Guide: "Receive" — what is odd about a delivery, and that nothing is asked where nothing is."""

from decimal import Decimal
from typing import Any

import pytest

from posim_desktop.domain.receiving.oddities import CountedGoods, Elsewhere, Odd, Oddity, look_at

D = Decimal
ORDER = Elsewhere(7, 1042, D(5))


def counted(**values: Any) -> CountedGoods:  # noqa: ANN401 - the fields of CountedGoods
    """Count 5 kettles of 5 that are open, at what they always cost."""
    usual: dict[str, Any] = {"quantity": D(5), "still_open": D(5), "cost": D(8), "usual_cost": D(8)}
    return CountedGoods(1, "KETTLE", **(usual | values))


def odd(line: CountedGoods, *, has_order: bool = True) -> list[Odd]:
    return [each.kind for each in look_at([line], (), has_order=has_order)]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ({}, []),
        ({"quantity": D(0)}, []),
        ({"quantity": D(6)}, [Odd.MORE_THAN_ORDERED]),
        ({"quantity": D(50)}, [Odd.TEN_TIMES_QUANTITY]),
        ({"quantity": D("49.999")}, [Odd.MORE_THAN_ORDERED]),
        # What was ordered is not odd, however much it is.
        ({"quantity": D(50), "still_open": D(50), "before": (D(2), D(3), D(4))}, []),
        ({"quantity": D(60), "still_open": D(50), "before": (D(2), D(6), D(600))}, [Odd.TEN_TIMES_QUANTITY]),
        ({"quantity": D(1), "still_open": D(0)}, [Odd.MORE_THAN_ORDERED]),
        ({"cost": D(80)}, [Odd.TEN_TIMES_COST]),
        ({"cost": D("79.99")}, []),
        ({"cost": D("0.80")}, [Odd.TENTH_OF_COST]),
        ({"cost": D("0.81")}, []),
        ({"cost": D(0)}, []),
        ({"usual_cost": D(0)}, []),
        ({"still_open": None}, [Odd.NOT_ORDERED]),
        ({"still_open": None, "elsewhere": (ORDER,)}, [Odd.ON_ANOTHER_ORDER]),
        ({"quantity": D(6), "elsewhere": (ORDER,)}, [Odd.MORE_THAN_ORDERED, Odd.ON_ANOTHER_ORDER]),
        ({"elsewhere": (ORDER,)}, []),
    ],
)
def test_a_line_is_odd(line: dict[str, Any], kinds: list[Odd]) -> None:
    assert odd(counted(**line)) == kinds


def test_goods_of_a_delivery_without_an_order_need_none() -> None:
    assert odd(counted(still_open=None), has_order=False) == []
    assert odd(counted(still_open=None, elsewhere=(ORDER,)), has_order=False) == [Odd.ON_ANOTHER_ORDER]


def test_what_is_usual_is_told_and_the_invoice_comes_first() -> None:
    line = counted(quantity=D(60), still_open=D(50), before=(D(2), D(6), D(600)))
    assert look_at([line], [ORDER], has_order=True) == (
        Oddity(Odd.INVOICE_USED, elsewhere=ORDER),
        Oddity(Odd.TEN_TIMES_QUANTITY, 1, "KETTLE", D(60), D(6)),
    )
