"""What purchase orders were to bring for a backorder, told from the audit. Serves the guide's page "View a backorder".

An allocation that shrinks or is used up leaves no row behind; who planned what, and when, is in the audit only.
"""

import json
from collections import defaultdict, deque
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.quantity import NONE
from posim_desktop.orm import AuditEvent, BackorderEvent, Employee, PurchaseOrder, PurchaseOrderLine, ReceivingLine


class PlanKind(StrEnum):
    """What was done to a plan; each is the name of its audit event."""

    ORDERED = "post purchase order"
    CHANGED = "change allocations"
    SHRUNK = "trim allocations"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One change of what a purchase order is to bring for a backorder.

    Attributes:
        quantity: What it is to bring from then on, in units.
        why: Why it shrank, as the audit says; empty for other kinds.
    """

    at: datetime
    kind: PlanKind
    quantity: Decimal
    name: str
    purchase_order_id: int
    purchase_order_number: int
    why: str


_PLANNED: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        AuditEvent.at,
        AuditEvent.action,
        AuditEvent.after,
        AuditEvent.reason,
        sa.func.coalesce(Employee.name, "").label("name"),
        PurchaseOrder.id,
        PurchaseOrder.number,
    )
    .join(PurchaseOrder, PurchaseOrder.id == AuditEvent.record_id)
    .outerjoin(Employee, Employee.id == AuditEvent.employee_id)
    .where(
        AuditEvent.record_kind == "purchase_order",
        AuditEvent.record_id.in_(
            sa.select(PurchaseOrderLine.purchase_order_id).where(PurchaseOrderLine.item_id == sa.bindparam("item"))
        ),
        AuditEvent.action.in_([str(kind) for kind in PlanKind]),
        AuditEvent.at >= sa.bindparam("since"),
        PurchaseOrder.number.is_not(None),
    )
    .order_by(AuditEvent.id)
)
_RECEIPTS = (
    sa.select(
        BackorderEvent.at,
        BackorderEvent.quantity,
        PurchaseOrderLine.id.label("line_id"),
        PurchaseOrderLine.purchase_order_id.label("order_id"),
    )
    .join(ReceivingLine, ReceivingLine.id == BackorderEvent.receiving_line_id)
    .join(PurchaseOrderLine, PurchaseOrderLine.id == ReceivingLine.purchase_order_line_id)
    .where(BackorderEvent.backorder_id == sa.bindparam("backorder"), BackorderEvent.kind == str(EventKind.RECEIVE))
    .order_by(BackorderEvent.id)
)


def plans(connection: sa.Connection, backorder_id: int, item_id: int, since: datetime) -> tuple[PlanRow, ...]:
    """List what purchase orders were to bring for a backorder, each change once, oldest first.

    Args:
        connection: Where to read.
        backorder_id: The backorder.
        item_id: Its item.
        since: When it was made; nothing was planned for it before.
    """
    receipts = deque(connection.execute(_RECEIPTS, {"backorder": backorder_id}))
    planned: defaultdict[int, dict[int, Decimal]] = defaultdict(dict)  # by order and line
    rows = []
    for event in connection.execute(_PLANNED, {"item": item_id, "since": since}):
        while receipts and receipts[0].at <= event.at:
            came = receipts.popleft()
            left = planned[came.order_id].get(came.line_id, NONE) - came.quantity
            planned[came.order_id][came.line_id] = max(NONE, left)
        kind = PlanKind(event.action)
        if kind is PlanKind.SHRUNK and event.id not in planned:
            continue  # the order was not posted yet; what it was to bring is told when it is
        of_order = planned[event.id]
        for line_id, quantity in _told(kind, json.loads(event.after), backorder_id, of_order).items():
            if of_order.get(line_id, NONE) != quantity:
                of_order[line_id] = quantity
                rows.append(PlanRow(event.at, kind, quantity, event.name, event.id, event.number, event.reason))
    return tuple(rows)


def _told(kind: PlanKind, after: dict[str, Any], backorder_id: int, of_order: dict[int, Decimal]) -> dict[int, Decimal]:
    """Read from an audit event how much lines of its order are to bring for a backorder from then on."""
    if kind is PlanKind.SHRUNK:
        return {line: Decimal(left) for line, hurt, _before, left in after["shrunk"] if hurt == backorder_id}
    told = {line: Decimal(quantity) for line, meant_for, quantity in after["allocations"] if meant_for == backorder_id}
    return dict.fromkeys(of_order, NONE) | told  # the event holds all allocations of the order
