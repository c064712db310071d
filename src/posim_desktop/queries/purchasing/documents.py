"""The documents around a purchase order. Serves the guide's page "Purchase orders"."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.orm import ReceivingLog


@dataclass(frozen=True, slots=True)
class OrderReceipt:
    """A delivery of an order; ``number`` is None until it is posted."""

    receiving_log_id: int
    number: int | None
    received_on: date


_RECEIPTS = (
    sa.select(ReceivingLog.id, ReceivingLog.number, ReceivingLog.received_on)
    .where(
        ReceivingLog.purchase_order_id == sa.bindparam("order"),
        ReceivingLog.status != str(ReceivingStatus.DISCARDED),
    )
    .order_by(ReceivingLog.id)
)


def receipts(connection: sa.Connection, purchase_order_id: int) -> tuple[OrderReceipt, ...]:
    """List an order's receiving logs, working and posted ones, in the order they were begun."""
    return tuple(OrderReceipt(*row) for row in connection.execute(_RECEIPTS, {"order": purchase_order_id}))
