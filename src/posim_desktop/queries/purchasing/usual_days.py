"""How long the goods of an order usually take from its vendor. Serves the guide's page "Purchase orders"."""

import sqlalchemy as sa

from posim_desktop.orm import ItemVendor, PurchaseOrder, PurchaseOrderLine

_OF_ORDER = (
    sa.select(sa.func.max(ItemVendor.usual_days))
    .join(PurchaseOrderLine, PurchaseOrderLine.item_id == ItemVendor.item_id)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .where(PurchaseOrder.id == sa.bindparam("order"), ItemVendor.vendor_id == PurchaseOrder.vendor_id)
)


def of_order(connection: sa.Connection, purchase_order_id: int) -> int | None:
    """Tell after how many days the last of an order's goods usually come; None when no card says."""
    return connection.scalar(_OF_ORDER, {"order": purchase_order_id})
