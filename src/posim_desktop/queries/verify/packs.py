"""Rule P8: what a line of an order or a delivery costs by the unit is what its pack costs."""

from collections.abc import Iterator

import sqlalchemy as sa

from posim_desktop.domain.purchasing.packs import cost_of_unit
from posim_desktop.orm import PurchaseOrder, PurchaseOrderLine, ReceivingLine, ReceivingLog
from posim_desktop.queries.verify.violation import Violation, called

_AT_ONCE = 1000
_COSTS = ("position", "cost", "pack_cost", "pack_quantity")
_ON_ORDERS = (
    sa.select(PurchaseOrder.id, PurchaseOrder.number, *(PurchaseOrderLine.__table__.c[name] for name in _COSTS))
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .where(PurchaseOrderLine.pack_cost.is_not(None))
)
_ON_LOGS = (
    sa.select(ReceivingLog.id, ReceivingLog.number, *(ReceivingLine.__table__.c[name] for name in _COSTS))
    .join(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .where(ReceivingLine.pack_cost.is_not(None))
)


def costs(connection: sa.Connection) -> Iterator[Violation]:
    """P8: divide the cost of every pack again."""
    for record, lines in (("purchase order", _ON_ORDERS), ("receiving log", _ON_LOGS)):
        for line in connection.execute(lines.execution_options(yield_per=_AT_ONCE)):
            again = cost_of_unit(line.pack_cost, line.pack_quantity)
            if again != line.cost:
                problem = f"the line at position {line.position} costs {line.cost} a unit, but its pack says {again}"
                yield Violation("P8", record, line.id, called(line.number), problem)
