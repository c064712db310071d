"""The rows by which orders change after they were sent; their order is locked, and rows are only ever added."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.purchasing.changes import ChangeRow, OrderChangeKind
from posim_desktop.orm import OrderChange
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.session import Session, Stamp


class _NewRow(NamedTuple):
    purchase_order_id: int
    sheet: int | None
    purchase_order_line_id: int | None
    kind: OrderChangeKind
    quantity: Decimal
    cost_before: Decimal | None
    cost_after: Decimal | None
    expected_before: date | None
    expected_after: date | None
    reason: str
    employee_id: int | None
    at: datetime


_changes = table_of(OrderChange)
_LAST_SHEET = sa.select(sa.func.max(_changes.c.sheet)).where(_changes.c.purchase_order_id == sa.bindparam("order"))


def next_sheet(session: Session, purchase_order_id: int) -> int:
    """Number the next sheet of a locked order, from 1."""
    last: int | None = session.connection().scalar(_LAST_SHEET, {"order": purchase_order_id})
    return 1 + (last or 0)


def insert(
    session: Session, stamp: Stamp, purchase_order_id: int, sheet: int | None, rows: Sequence[ChangeRow], reason: str
) -> None:
    """Write down what changes of a locked order, before it is written on the order itself.

    Args:
        session: The transaction.
        stamp: When and by whom.
        purchase_order_id: The order.
        sheet: The sheet that tells the vendor; None for what the vendor tells.
        rows: What changes.
        reason: Why.
    """
    new = []
    for row in rows:
        cost_before, cost_after = row.cost or (None, None)
        day_before, day_after = row.expected or (None, None)
        about = (purchase_order_id, sheet, row.line_id, row.kind, row.quantity)
        told = (cost_before, cost_after, day_before, day_after)
        new.append(_NewRow(*about, *told, reason, stamp.employee_id, stamp.at))
    insert_rows(session.connection(), _changes, new)
