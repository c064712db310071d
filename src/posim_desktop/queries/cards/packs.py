"""How an item comes in packs. Serves the guide's pages "Sell", "Purchase orders" and "Receive"."""

import sqlalchemy as sa

from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.orm import Item, ItemVendor

_PACKING = (
    sa.select(sa.func.coalesce(ItemVendor.pack_quantity, Item.pack_quantity), Item.pack_unit, Item.unit)
    .select_from(Item)
    .outerjoin(ItemVendor, sa.and_(ItemVendor.item_id == Item.id, ItemVendor.vendor_id == sa.bindparam("vendor")))
    .where(Item.id == sa.bindparam("item"))
)


def packing_of(connection: sa.Connection, item_id: int, vendor_id: int | None = None) -> Packing:
    """Read the pack of an item as a vendor packs it, or as its card says; single units for no item."""
    row = connection.execute(_PACKING, {"item": item_id, "vendor": vendor_id}).one_or_none()
    return Packing() if row is None else Packing(*row)
