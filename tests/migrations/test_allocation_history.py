"""Upgraded shops get a history of their allocations, as if the program had always kept one."""

from pathlib import Path

import sqlalchemy as sa

from migrations import freeze
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.orm import AllocationEvent
from posim_desktop.services.database import open_engine
from posim_desktop.services.upgrade import migrate

History = list[tuple[int, int, str, int, int, int | None]]


def history_of(url: str) -> History:
    """Read order, backorder, kind, before, after, and what happened to the backorder before."""
    engine = open_engine(url)
    rows = sa.select(
        AllocationEvent.purchase_order_id,
        AllocationEvent.backorder_id,
        AllocationEvent.kind,
        AllocationEvent.before,
        AllocationEvent.after,
        AllocationEvent.after_event_id,
    ).order_by(AllocationEvent.id)
    with engine.connect() as connection:
        found = [(*row[:3], int(row[3]), int(row[4]), row[5]) for row in connection.execute(rows)]
    engine.dispose()
    return found


def test_what_the_audit_told_is_carried_over(empty_url: str, tmp_path: Path) -> None:
    freeze.restore("0001", empty_url)
    migrate(empty_url, tmp_path)
    carried = history_of(empty_url)
    assert carried == [
        (1, 25, "allocated", 0, 5, None),
        (1, 26, "allocated", 0, 2, None),
        (1, 25, "changed", 5, 4, None),
        (1, 26, "changed", 2, 4, None),
        (1, 25, "received", 4, 1, 7),
        (1, 26, "received", 4, 2, 9),
        (1, 26, "delivered", 2, 1, 9),
        (2, 27, "allocated", 0, 6, None),
        (2, 28, "allocated", 0, 3, None),
        (2, 27, "canceled", 6, 4, 13),
        (2, 27, "received", 4, 0, 14),
        (2, 28, "closed_short", 3, 0, None),
        (5, 31, "allocated", 0, 4, None),
        (5, 31, "filled", 4, 1, 15),
        (5, 31, "delivered", 1, 0, 18),
        (6, 32, "allocated", 0, 2, None),
    ]
    newer = {AllocationKind.ASKED, AllocationKind.CORRECTED, AllocationKind.ORDERED_LESS}
    assert {row[2] for row in carried} == set(AllocationKind) - newer
