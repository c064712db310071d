"""Upgraded shops get a history of their allocations, as if the program had always kept one."""

from pathlib import Path

import sqlalchemy as sa

from migrations import busy_shop, freeze
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


def test_what_the_audit_told_is_carried_over(empty_urls: tuple[str, str], tmp_path: Path) -> None:
    upgraded, kept = empty_urls
    freeze.restore("0001", upgraded)
    migrate(upgraded, tmp_path)
    migrate(kept, tmp_path)
    busy_shop.fill(kept)  # as the frozen one was filled, by the program that keeps the history itself
    carried, written = history_of(upgraded), history_of(kept)

    # What an order plans while it is written was in no audit: it is told when something became of it.
    assert [row for row in carried if row[2] != "planned"] == [row for row in written if row[2] != "planned"]
    assert [row for row in carried if row[0] == 1] == [
        (1, 25, "ordered", 0, 5, None),
        (1, 26, "ordered", 0, 2, None),
        (1, 25, "changed", 5, 4, None),
        (1, 26, "changed", 2, 4, None),
        (1, 25, "received", 4, 1, 7),
        (1, 26, "received", 4, 2, 9),
        (1, 26, "delivered", 2, 1, 9),
    ]
    assert {row[2] for row in carried} == {
        *("planned", "ordered", "changed", "received", "delivered", "canceled", "filled"),
        *("line_changed", "line_removed", "discarded", "closed_short"),
    }
