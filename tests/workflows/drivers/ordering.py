"""What the workflow tests of ordering put into a shop, and how they read what became of it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from posim_desktop.app import OpenShop, open_shop
from posim_desktop.domain.cards.cards import ItemFields, VendorFields
from posim_desktop.orm import Allocation, Backorder, Item, PurchaseOrder, PurchaseOrderLine
from posim_desktop.queries.cards import items as stored_items
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import items, vendors
from posim_desktop.services.database import snapshot
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.tour import hands
from posim_desktop.ui.operations import Operations
from workflows.drivers.shop import Shop


def has_vendor(shop: Shop, name: str) -> int:
    """Put a vendor on file."""
    fields = VendorFields(code=name.split(maxsplit=1)[0].upper(), name=name)
    return shop.operations.do(partial(vendors.add, fields=fields)).record_id


def stocks(
    shop: Shop,
    code: str,
    *,
    vendor_id: int | None = None,
    on_hand: str = "0",
    max_stock: str = "0",
    min_stock: str = "0",
    pack: str = "1",
) -> int:
    """Put an item on file with what ordering reads from its card."""
    fields = ItemFields(
        code=code,
        description=code.title(),
        price=Decimal(24),
        cost=Decimal(10),
        preferred_vendor_id=vendor_id,
        max_stock=Decimal(max_stock),
        min_stock=Decimal(min_stock),
        pack_quantity=Decimal(pack),
    )
    added = shop.operations.do(partial(items.add, fields=fields, opening=Decimal(on_hand)))
    shop.items[code] = added.record_id
    return added.record_id


def changes_card(operations: Operations, item_id: int, **fields: object) -> None:
    """Write on an Item card."""
    card = operations.read(stored_items.details, item_id)
    assert card is not None
    changed = replace(card.fields, **fields)  # type: ignore[arg-type]
    operations.do(partial(items.change, item_id=item_id, fields=changed, version=card.version))


def owes(shop: Shop, code: str, quantity: str, to: str) -> int:
    """Back-order an item for a customer and return the backorder's id."""
    shop.sold(code, quantity=quantity, trans_code="B", to=to)
    with shop.opened.engine.connect() as connection:
        return connection.execute(sa.select(sa.func.max(Backorder.id))).scalar_one()


def orders(shop: Shop, vendor_id: int, *lines: tuple[str, str]) -> int:
    """Write a working purchase order (item, quantity) and return its id."""
    new = tuple(NewOrderLine(shop.items[code], Decimal(quantity)) for code, quantity in lines)
    verb = partial(purchase_orders.add_lines, purchase_order_id=None, vendor_id=vendor_id, lines=new)
    return shop.operations.do(verb).record_id


def posts(shop: Shop, purchase_order_id: int) -> None:
    """Post a purchase order that is unallocated."""
    shop.operations.do(partial(order_posting.post, purchase_order_id=purchase_order_id))


def allocated(shop: Shop) -> dict[int, str]:
    """Read what is allocated, by backorder."""
    with shop.opened.engine.connect() as connection:
        rows = connection.execute(sa.select(Allocation.backorder_id, Allocation.quantity)).all()
    return {row.backorder_id: f"{row.quantity.normalize():f}" for row in rows}


def purchase_orders_of(shop: Shop) -> list[tuple[str, str, str]]:
    """Read every line that was ordered: status of its order, item, quantity."""
    read = (
        sa.select(PurchaseOrder.status, Item.code, PurchaseOrderLine.quantity)
        .join(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == PurchaseOrder.id)
        .join(Item, Item.id == PurchaseOrderLine.item_id)
        .order_by(PurchaseOrder.id, PurchaseOrderLine.position)
    )
    with shop.opened.engine.connect() as connection:
        return [(status, code, f"{quantity.normalize():f}") for status, code, quantity in connection.execute(read)]


def other_workstation(shop: Shop, *, days_later: int = 0) -> OpenShop:
    """Open the same shop as another workstation does, now or later; this one hears nothing of what is done there."""
    now = shop.operations.now() + timedelta(days=days_later)
    other = open_shop(shop.opened.settings, lambda: now)
    other.operations.log_in(shop.operations.logged_in)
    return other


def assert_sound(shop: Shop) -> None:
    """Check that the shop's records agree."""
    with snapshot(shop.opened.engine) as connection:
        assert verify(connection) == ()


def type_into(table: QTableView, row: int, header: str, text: str) -> None:
    """Type into a cell in place of what it held, and leave it open."""
    hands.point_at(table, row, header)
    QTest.keyClick(table, Qt.Key.Key_F2)
    hands.settle()
    hands.field(table, header).setFocus()
    QTest.keyClick(hands.field(table, header), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.keys(text)
