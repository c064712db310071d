"""What a card still has that is not over: goods, promises, open documents. Serves the guide's pages on cards."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.orm import (
    Backorder,
    Invoice,
    InvoiceLine,
    Item,
    PurchaseOrder,
    PurchaseOrderLine,
    ReceivingLine,
    ReceivingLog,
)


class Unfinished(StrEnum):
    """A kind of thing that a card can still have."""

    ON_HAND = "on_hand"
    SET_ASIDE = "set_aside"
    ON_ORDER = "on_order"
    BACKORDERED = "backordered"
    STILL_TO_COME = "still_to_come"
    READY = "ready"
    WORKING_INVOICES = "working_invoices"
    WORKING_ORDERS = "working_orders"
    OPEN_ORDERS = "open_orders"
    WORKING_LOGS = "working_logs"
    ITEMS = "items"


DOCUMENTS = (Unfinished.WORKING_INVOICES, Unfinished.WORKING_ORDERS, Unfinished.WORKING_LOGS)
"""What of an item are documents that are not posted yet."""


@dataclass(frozen=True, slots=True)
class StillHas:
    """How much there is of something: units of an item's figures, else how many records."""

    what: Unfinished
    count: Decimal


_card: sa.BindParameter[int] = sa.bindparam("card")
_working_invoices = sa.select(sa.func.count(Invoice.id.distinct())).where(Invoice.status == str(InvoiceStatus.WORKING))
_working_orders = sa.select(sa.func.count(PurchaseOrder.id.distinct())).where(
    PurchaseOrder.status == str(OrderStatus.WORKING)
)
_working_logs = sa.select(sa.func.count(ReceivingLog.id.distinct())).where(
    ReceivingLog.status == str(ReceivingStatus.WORKING)
)
_backorders = sa.select(sa.func.count()).where(Backorder.customer_id == _card)
_items = sa.select(sa.func.count()).where(~Item.archived)
_Counts = Mapping[Unfinished, sa.Select[Any]]
_OF_ITEM: _Counts = {
    Unfinished.ON_HAND: sa.select(Item.on_hand).where(Item.id == _card),
    Unfinished.SET_ASIDE: sa.select(Item.committed).where(Item.id == _card),
    Unfinished.ON_ORDER: sa.select(Item.on_order).where(Item.id == _card),
    Unfinished.BACKORDERED: sa.select(sa.func.sum(Backorder.outstanding)).where(
        Backorder.item_id == _card, Backorder.outstanding > 0
    ),
    Unfinished.WORKING_INVOICES: _working_invoices.join(InvoiceLine, InvoiceLine.invoice_id == Invoice.id).where(
        InvoiceLine.item_id == _card
    ),
    Unfinished.WORKING_ORDERS: _working_orders.join(
        PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == PurchaseOrder.id
    ).where(PurchaseOrderLine.item_id == _card),
    Unfinished.WORKING_LOGS: _working_logs.join(ReceivingLine, ReceivingLine.receiving_log_id == ReceivingLog.id).where(
        ReceivingLine.item_id == _card
    ),
}
_OF_CUSTOMER: _Counts = {
    Unfinished.STILL_TO_COME: _backorders.where(Backorder.outstanding > 0),
    Unfinished.READY: _backorders.where(Backorder.waiting > 0),
    Unfinished.WORKING_INVOICES: _working_invoices.where(Invoice.customer_id == _card),
}
_OF_VENDOR: _Counts = {
    Unfinished.OPEN_ORDERS: sa.select(sa.func.count()).where(
        PurchaseOrder.vendor_id == _card, PurchaseOrder.status == str(OrderStatus.PROCESSED)
    ),
    Unfinished.WORKING_ORDERS: _working_orders.where(PurchaseOrder.vendor_id == _card),
    Unfinished.WORKING_LOGS: _working_logs.where(ReceivingLog.vendor_id == _card),
    Unfinished.ITEMS: _items.where(Item.preferred_vendor_id == _card),
}
_OF_DEPARTMENT: _Counts = {Unfinished.ITEMS: _items.where(Item.department_id == _card)}
_OF_TAX_CODE: _Counts = {Unfinished.ITEMS: _items.where(Item.tax_code_id == _card)}


def of_item(connection: sa.Connection, item_id: int) -> tuple[StillHas, ...]:
    """List what there still is of an item, and the documents that are not posted yet."""
    return _counted(connection, _OF_ITEM, item_id)


def of_customer(connection: sa.Connection, customer_id: int) -> tuple[StillHas, ...]:
    """List what a customer still gets, and the invoices that are not posted yet."""
    return _counted(connection, _OF_CUSTOMER, customer_id)


def of_vendor(connection: sa.Connection, vendor_id: int) -> tuple[StillHas, ...]:
    """List what a vendor still brings, and the items that name it as theirs."""
    return _counted(connection, _OF_VENDOR, vendor_id)


def of_department(connection: sa.Connection, department_id: int) -> tuple[StillHas, ...]:
    """Count the items of a department."""
    return _counted(connection, _OF_DEPARTMENT, department_id)


def of_tax_code(connection: sa.Connection, tax_code_id: int) -> tuple[StillHas, ...]:
    """Count the items that are taxed by a code."""
    return _counted(connection, _OF_TAX_CODE, tax_code_id)


def _counted(connection: sa.Connection, counts: _Counts, card_id: int) -> tuple[StillHas, ...]:
    counted = ((what, connection.scalar(count, {"card": card_id})) for what, count in counts.items())
    return tuple(StillHas(what, Decimal(count)) for what, count in counted if count)
