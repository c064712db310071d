"""The working purchase orders, to be looked over and posted together. Serves the guide's page on purchase orders."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO, to_cents
from posim_desktop.domain.purchasing.orders import OrderStatus, SmallestOrder
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import Allocation, Backorder, Customer, Employee, PurchaseOrder, PurchaseOrderLine, Vendor


@dataclass(frozen=True, slots=True)
class OrderToPost:
    """A working order with what it comes to, and whom its goods are for.

    Attributes:
        id: The order.
        version: Give it back when posting.
        vendor: The vendor's name.
        created_by: Who began it.
        created_at: When.
        lines: How many lines it has.
        smallest: What it comes to, and the smallest order that the vendor takes.
        customers: For whom it brings how many units, by name.
    """

    id: int
    version: int
    vendor: str
    created_by: str
    created_at: datetime
    lines: int
    smallest: SmallestOrder
    customers: tuple[tuple[str, Decimal], ...]


_working = PurchaseOrder.status == str(OrderStatus.WORKING)
_ORDERS: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        PurchaseOrder.id,
        PurchaseOrder.version,
        Vendor.name.label("vendor"),
        Vendor.minimum_amount,
        Vendor.minimum_units,
        Employee.name.label("created_by"),
        PurchaseOrder.created_at,
    )
    .join(Vendor, Vendor.id == PurchaseOrder.vendor_id)
    .join(Employee, Employee.id == PurchaseOrder.employee_id)
    .where(_working)
    .order_by(Vendor.name, PurchaseOrder.id)
)
_LINES = (
    sa.select(PurchaseOrderLine.purchase_order_id, PurchaseOrderLine.quantity, PurchaseOrderLine.cost)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .where(_working)
)
_FOR: sa.Select[*tuple[Any, ...]] = (
    sa.select(PurchaseOrderLine.purchase_order_id, Customer.id, Customer.name, Allocation.quantity)
    .join(Allocation, Allocation.purchase_order_line_id == PurchaseOrderLine.id)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .join(Backorder, Backorder.id == Allocation.backorder_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(_working)
    .order_by(Customer.name, Customer.id)
)


def orders_to_post(connection: sa.Connection) -> tuple[OrderToPost, ...]:
    """List all working orders by vendor, with three statements."""
    amounts: dict[int, Decimal] = {}
    units: dict[int, Decimal] = {}
    lines: dict[int, int] = {}
    for order_id, quantity, cost in connection.execute(_LINES):
        amounts[order_id] = amounts.get(order_id, ZERO) + to_cents(quantity * cost)
        units[order_id] = units.get(order_id, NO_UNITS) + quantity
        lines[order_id] = lines.get(order_id, 0) + 1
    customers: dict[int, dict[int, tuple[str, Decimal]]] = {}
    for order_id, customer_id, name, quantity in connection.execute(_FOR):
        of_order = customers.setdefault(order_id, {})
        _name, so_far = of_order.get(customer_id, (name, NO_UNITS))
        of_order[customer_id] = name, so_far + quantity
    return tuple(
        OrderToPost(
            row.id,
            row.version,
            row.vendor,
            row.created_by,
            row.created_at,
            lines.get(row.id, 0),
            SmallestOrder(
                amounts.get(row.id, ZERO), units.get(row.id, NO_UNITS), row.minimum_amount, row.minimum_units
            ),
            tuple(customers.get(row.id, {}).values()),
        )
        for row in connection.execute(_ORDERS)
    )
