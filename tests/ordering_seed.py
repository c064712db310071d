"""What the tests of ordering and receiving put into a shop: vendors, items to stock up, customers who wait."""

from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import Allocation, Backorder, Item, PurchaseOrder, PurchaseOrderLine, Vendor
from posim_desktop.services.backorders import backorders
from posim_desktop.services.database import snapshot
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.records import vendor_term_rows
from posim_desktop.services.session import Session
from seeding import Till, add_customer, inserted, rewrite, stored

D = Decimal


def add_vendor(session: Session, code: str = "acme", *, archived: bool = False) -> int:
    """Put a vendor on file."""
    blank = dict.fromkeys(("contact", "phone", "email", "account_number", "address", "notes"), "")
    return inserted(
        session,
        Vendor,
        code=code,
        name=code.title(),
        archived=archived,
        version=1,
        **blank,
    )


def vendor_on_file(till: Till, code: str = "acme", *, archived: bool = False) -> int:
    """Put a vendor on file in a transaction of its own."""
    with till.writing() as session:
        return add_vendor(session, code, archived=archived)


def customer_on_file(till: Till, code: str = "lee") -> int:
    """Put a customer on file in a transaction of its own."""
    with till.writing() as session:
        return add_customer(session, code)


def stocks(
    till: Till,
    code: str,
    *,
    vendor_id: int | None = None,
    on_hand: str = "0",
    max_stock: str = "0",
    min_stock: str = "0",
    pack: str = "1",
) -> int:
    """Put an item on file with what Auto Order reads from its card."""
    item_id = till.stores(code, on_hand=on_hand)
    with till.writing() as session:
        rewrite(
            session,
            Item,
            item_id,
            preferred_vendor_id=vendor_id,
            max_stock=D(max_stock),
            min_stock=D(min_stock),
            pack_quantity=D(pack),
            vendor_item_number=f"v-{code}",
        )
        if vendor_id is not None:
            terms = VendorTerms(vendor_id, f"v-{code}", pack_quantity=D(pack))
            vendor_term_rows.insert(session, {item_id: (terms,)})
    return item_id


def owes(till: Till, code: str, quantity: str, customer_id: int) -> int:
    """Back-order an item for a customer through a posted invoice and return the backorder's id."""
    till.posts(till.rings_up((code, quantity, TransCode.BACKORDER), customer_id=customer_id))
    with till.engine.connect() as connection:
        return connection.execute(sa.select(sa.func.max(Backorder.id))).scalar_one()


def cancels(till: Till, backorder_id: int, quantity: str) -> None:
    """Cancel units of a backorder for its customer."""
    said = {"employee_id": till.employee_id, "reason": "Changed their mind"}
    till.run(backorders.cancel, backorder_id=backorder_id, quantity=D(quantity), **said)  # type: ignore[arg-type]


def orders(till: Till, vendor_id: int, *lines: tuple[str, str]) -> int:
    """Write a working purchase order (item code, quantity) and return its id."""
    new = tuple(NewOrderLine(till.items[code], D(quantity)) for code, quantity in lines)
    return till.run(purchase_orders.add_lines, purchase_order_id=None, vendor_id=vendor_id, lines=new).record_id


def sends(till: Till, purchase_order_id: int, *allocations: tuple[str, int, str]) -> None:
    """Post a purchase order with allocations (item code, backorder, quantity)."""
    proposed = tuple(
        (line_of(till, purchase_order_id, code).id, backorder_id, D(quantity))
        for code, backorder_id, quantity in allocations
    )
    till.run(order_posting.post, purchase_order_id=purchase_order_id, allocations=proposed)


def line_of(till: Till, purchase_order_id: int, code: str) -> sa.Row[Any]:
    """Read an order's line of an item."""
    return stored(
        till.engine,
        PurchaseOrderLine,
        PurchaseOrderLine.purchase_order_id == purchase_order_id,
        PurchaseOrderLine.item_id == till.items[code],
    )


def order_of(till: Till, purchase_order_id: int) -> sa.Row[Any]:
    """Read an order."""
    return stored(till.engine, PurchaseOrder, PurchaseOrder.id == purchase_order_id)


def item_of(till: Till, code: str) -> sa.Row[Any]:
    """Read an item."""
    return stored(till.engine, Item, Item.id == till.items[code])


def stored_allocations(till: Till) -> dict[tuple[int, int], Decimal]:
    """Read all allocations: quantity by order line and backorder."""
    with till.engine.connect() as connection:
        read = sa.select(Allocation.purchase_order_line_id, Allocation.backorder_id, Allocation.quantity)
        return {(line, backorder): quantity for line, backorder, quantity in connection.execute(read)}


def assert_sound(till: Till) -> None:
    """Check every rule of the records."""
    with snapshot(till.engine) as connection:
        assert [str(violation) for violation in disagreements(connection)] == []
