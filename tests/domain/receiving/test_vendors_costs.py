"""What a vendor's goods cost once deliveries were taken back, in any order."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from posim_desktop.domain.receiving.vendors_costs import Wrote, standing_cost

D = Decimal
MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


def line(log_id: int, before: str, cost: str, at: int, ended: int | None = None) -> Wrote:
    """Make a line of a delivery, its hours counted from Monday; it knows nothing of before when that is blank."""
    known = D(before) if before else None
    return Wrote(
        log_id, known, D(cost), MONDAY + timedelta(hours=at), None if ended is None else MONDAY + timedelta(hours=ended)
    )


@pytest.mark.parametrize(
    ("said", "wrote", "right"),
    [
        pytest.param("5", [line(1, "4", "5", 0, 9)], "4", id="the only one"),
        pytest.param("6", [line(1, "4", "5", 0), line(2, "5", "6", 1, 9)], "5", id="the second of two"),
        pytest.param("6", [line(1, "4", "5", 0, 9), line(2, "5", "6", 1)], "6", id="the first of two"),
        pytest.param("5", [line(1, "4", "5", 0, 9), line(2, "5", "5", 1)], "5", id="the first of two at one cost"),
        pytest.param("6", [line(1, "4", "5", 0, 8), line(2, "5", "6", 1, 9)], "4", id="both, the first one first"),
        pytest.param("5", [line(1, "4", "5", 0, 9), line(2, "5", "6", 1, 8)], "4", id="both, the second one first"),
        pytest.param("6", [line(1, "4", "5", 0), line(2, "7", "6", 1, 9)], "7", id="typed between them"),
        pytest.param("7", [line(1, "4", "5", 0), line(2, "5", "6", 1, 9)], "7", id="typed since"),
        pytest.param("7", [line(1, "4", "5", 0, 1), line(2, "5", "7", 2, 9)], "5", id="typed after the first ended"),
        pytest.param("6", [line(1, "4", "5", 0), line(1, "4", "6", 0, 9)], "5", id="one of two lines of a delivery"),
        pytest.param("6", [line(1, "4", "5", 0, 9), line(1, "4", "6", 0, 9)], "4", id="both lines of a delivery"),
        pytest.param("5", [line(1, "", "5", 0, 9)], "", id="nobody knows"),
        pytest.param("6", [line(1, "", "5", 0), line(2, "", "6", 1, 9)], "5", id="of two that know nothing the second"),
    ],
)
def test_what_stands_once_deliveries_were_taken_back(said: str, wrote: list[Wrote], right: str) -> None:
    assert standing_cost(D(said), wrote) == (D(right) if right else None)
