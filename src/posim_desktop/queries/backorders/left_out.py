"""How many backorders planning leaves out until their customers answered. Serves the page "Needs Information"."""

import sqlalchemy as sa

from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import Backorder, Item, PurchaseOrderLine, ReceivingLine

_COUNT = sa.select(sa.func.count()).where(Backorder.outstanding > NO_UNITS, Backorder.question != "")
_OF_VENDOR = _COUNT.where(
    Backorder.item_id.in_(
        sa.select(Item.id).where(Item.preferred_vendor_id == sa.bindparam("vendor"), ~Item.archived, Item.stocked)
    )
)
_ON_ORDER = _COUNT.where(
    Backorder.item_id.in_(
        sa.select(PurchaseOrderLine.item_id).where(
            PurchaseOrderLine.purchase_order_id == sa.bindparam("order"), PurchaseOrderLine.still_open > NO_UNITS
        )
    )
)
_ON_LOG = _COUNT.where(
    Backorder.item_id.in_(
        sa.select(ReceivingLine.item_id).where(
            ReceivingLine.receiving_log_id == sa.bindparam("log"), ReceivingLine.quantity > NO_UNITS
        )
    )
)


def of_vendor(connection: sa.Connection, vendor_id: int) -> int:
    """Count those of the items that Auto Order looks at for a vendor."""
    return connection.scalar(_OF_VENDOR, {"vendor": vendor_id}) or 0


def on_order(connection: sa.Connection, purchase_order_id: int) -> int:
    """Count those of the items that a purchase order still brings."""
    return connection.scalar(_ON_ORDER, {"order": purchase_order_id}) or 0


def on_log(connection: sa.Connection, receiving_log_id: int) -> int:
    """Count those of the items that came with a receiving log."""
    return connection.scalar(_ON_LOG, {"log": receiving_log_id}) or 0
