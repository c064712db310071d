"""What purchase orders were to bring for a backorder. Serves the guide's page "View a backorder"."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.orm import AllocationEvent, Employee, PurchaseOrder


@dataclass(frozen=True, slots=True)
class AllocationChange:
    """One change of what a posted purchase order is to bring for a backorder.

    Attributes:
        after_event_id: The last of the backorder's events before; None before the first.
        quantity: What it is to bring from then on, in units.
    """

    after_event_id: int | None
    at: datetime
    kind: AllocationKind
    quantity: Decimal
    name: str
    purchase_order_id: int
    purchase_order_number: int


_CHANGES: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        AllocationEvent.after_event_id,
        AllocationEvent.at,
        AllocationEvent.kind,
        AllocationEvent.after,
        sa.func.coalesce(Employee.name, ""),
        PurchaseOrder.id,
        PurchaseOrder.number,
    )
    .join(PurchaseOrder, PurchaseOrder.id == AllocationEvent.purchase_order_id)
    .outerjoin(Employee, Employee.id == AllocationEvent.employee_id)
    .where(AllocationEvent.backorder_id == sa.bindparam("backorder"))
    .order_by(AllocationEvent.id)
)


def history(connection: sa.Connection, backorder_id: int) -> tuple[AllocationChange, ...]:
    """List what purchase orders were to bring for a backorder from when they were posted on, oldest first."""
    return tuple(
        AllocationChange(row[0], row[1], AllocationKind(row[2]), *row[3:])
        for row in connection.execute(_CHANGES, {"backorder": backorder_id})
    )
