"""What is usual for the goods of a receiving log, and which other documents may be meant. Serves the page "Receive"."""

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from posim_desktop.domain.folding import search_key
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.receiving.oddities import RECENT, CountedGoods, Elsewhere, Oddity
from posim_desktop.domain.receiving.oddities import look_at as judge
from posim_desktop.orm import Item, PurchaseOrder, PurchaseOrderLine, ReceivingLine, ReceivingLog
from posim_desktop.queries.receiving.corrections import taken_back

if TYPE_CHECKING:
    from decimal import Decimal

_of_log = ReceivingLine.receiving_log_id == sa.bindparam("log")
_items = sa.select(ReceivingLine.item_id).where(_of_log, ReceivingLine.quantity > NO_UNITS)
_LOG = sa.select(ReceivingLog.vendor_id, ReceivingLog.purchase_order_id, ReceivingLog.vendor_invoice).where(
    ReceivingLog.id == sa.bindparam("log"), ReceivingLog.status == str(ReceivingStatus.WORKING)
)
_LINES: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        ReceivingLine.id,
        ReceivingLine.item_id,
        Item.code,
        ReceivingLine.quantity,
        PurchaseOrderLine.still_open,
        ReceivingLine.cost,
        Item.cost.label("card_cost"),
        PurchaseOrderLine.cost.label("order_cost"),
    )
    .join(Item, Item.id == ReceivingLine.item_id)
    .outerjoin(PurchaseOrderLine, PurchaseOrderLine.id == ReceivingLine.purchase_order_line_id)
    .where(_of_log, ReceivingLine.quantity > NO_UNITS)
    .order_by(ReceivingLine.position)
)
_ranked = (
    sa.select(
        ReceivingLine.item_id,
        ReceivingLine.quantity,
        taken_back.label("taken"),
        sa.func.row_number().over(partition_by=ReceivingLine.item_id, order_by=ReceivingLine.id.desc()).label("place"),
    )
    .join(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .where(
        ReceivingLine.item_id.in_(_items),
        ReceivingLog.status == str(ReceivingStatus.POSTED),
        ReceivingLine.quantity > taken_back,
    )
    .subquery()
)
_BEFORE = sa.select(_ranked.c.item_id, _ranked.c.quantity, _ranked.c.taken).where(_ranked.c.place <= RECENT)
_ELSEWHERE: sa.Select[*tuple[Any, ...]] = (
    sa.select(PurchaseOrderLine.item_id, PurchaseOrder.id, PurchaseOrder.number, PurchaseOrderLine.still_open)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .where(
        PurchaseOrderLine.item_id.in_(_items),
        PurchaseOrderLine.still_open > NO_UNITS,
        PurchaseOrder.status == str(OrderStatus.PROCESSED),
        PurchaseOrder.vendor_id == sa.bindparam("vendor"),
        PurchaseOrder.id != sa.bindparam("order"),
    )
    .order_by(PurchaseOrder.number)
)
_USED = (
    sa.select(ReceivingLog.id, ReceivingLog.number)
    .where(
        ReceivingLog.vendor_id == sa.bindparam("vendor"),
        ReceivingLog.search_text == sa.bindparam("found_by"),
        ReceivingLog.id != sa.bindparam("log"),
        ReceivingLog.status != str(ReceivingStatus.DISCARDED),
        sa.or_(
            ReceivingLog.status != str(ReceivingStatus.POSTED),
            sa.exists().where(ReceivingLine.receiving_log_id == ReceivingLog.id, ReceivingLine.quantity > taken_back),
        ),
    )
    .order_by(ReceivingLog.id)
)


def look_at(connection: sa.Connection, receiving_log_id: int) -> tuple[Oddity, ...]:
    """List what is odd about a working log before it is posted; nothing where nothing is."""
    chosen = {"log": receiving_log_id}
    log = connection.execute(_LOG, chosen).one_or_none()
    if log is None:
        return ()
    before: dict[int, list[Decimal]] = {}
    for item_id, quantity, taken in connection.execute(_BEFORE, chosen):
        before.setdefault(item_id, []).append(quantity - taken)
    others = chosen | {"vendor": log.vendor_id, "order": log.purchase_order_id or 0}
    elsewhere: dict[int, list[Elsewhere]] = {}
    for item_id, *order in connection.execute(_ELSEWHERE, others):
        elsewhere.setdefault(item_id, []).append(Elsewhere(*order))
    lines = [
        CountedGoods(
            row.id,
            row.code,
            row.quantity,
            row.still_open,
            row.cost,
            row.card_cost or row.order_cost or NO_UNITS,
            tuple(before.get(row.item_id, ())),
            tuple(elsewhere.get(row.item_id, ())),
        )
        for row in connection.execute(_LINES, chosen)
    ]
    return judge(lines, _used(connection, others, log.vendor_invoice), has_order=log.purchase_order_id is not None)


def _used(connection: sa.Connection, chosen: dict[str, int], vendor_invoice: str) -> list[Elsewhere]:
    """Find the other logs of the vendor with the same invoice number, however it is written."""
    if not vendor_invoice:
        return []
    found = connection.execute(_USED, chosen | {"found_by": search_key(vendor_invoice)})
    return [Elsewhere(*row) for row in found]
