"""An item's five stock figures, each with the documents behind it. Serves the guide's page "Item card".

On Order is explained by :func:`posim_desktop.queries.purchasing.orders.on_order`, Committed by
:func:`posim_desktop.queries.sales.set_aside.for_whom`.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.cards.stock import LedgerKind, Stock
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import (
    Backorder,
    CorrectionLine,
    Customer,
    Employee,
    Invoice,
    InvoiceLine,
    Item,
    ReceivingLine,
    ReceivingLog,
    StockCount,
    StockCountItem,
    StockEntry,
    VendorReturn,
    VendorReturnLine,
)
from posim_desktop.queries.place import PLACE
from posim_desktop.queries.purchasing import orders as purchase_orders
from posim_desktop.queries.purchasing.orders import OnOrderRow
from posim_desktop.queries.sales import set_aside
from posim_desktop.queries.sales.set_aside import SetAsideRow

RECENT = 200


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """What there is of an item, in units."""

    on_hand: Decimal
    committed: Decimal
    on_order: Decimal
    backordered: Decimal

    @property
    def available(self) -> Decimal:
        """What anybody may have: On Hand less Committed."""
        return Stock(self.on_hand, self.committed).available


@dataclass(frozen=True, slots=True)
class OnHandRow:
    """A change of On Hand, signed, with the document behind it; openings and corrections have a reason instead."""

    at: datetime
    kind: LedgerKind
    quantity: Decimal
    employee: str
    reason: str
    invoice_id: int | None
    invoice_number: int | None
    receiving_log_id: int | None
    receiving_log_number: int | None
    stock_count_id: int | None
    stock_count_number: int | None
    vendor_return_id: int | None = None
    vendor_return_number: int | None = None


@dataclass(frozen=True, slots=True)
class BackorderedRow:
    """A backorder that is outstanding for an item."""

    backorder_id: int
    number: int
    created_at: datetime
    customer_id: int
    customer: str
    phone: str
    outstanding: Decimal


@dataclass(frozen=True, slots=True)
class ItemDocuments:
    """An item's figures and the documents that each of them comes from.

    Attributes:
        on_hand: The latest changes of On Hand, the newest first.
        earlier: What On Hand was before the oldest of them.
        set_aside: The documents behind Committed.
    """

    item: str
    description: str
    figures: ItemFigures
    on_hand: tuple[OnHandRow, ...]
    earlier: Decimal
    set_aside: tuple[SetAsideRow, ...]
    on_order: tuple[OnOrderRow, ...]
    backordered: tuple[BackorderedRow, ...]


_owed = (
    sa.select(sa.func.sum(Backorder.outstanding, type_=Backorder.__table__.c.outstanding.type))
    .where(Backorder.item_id == sa.bindparam("item"), Backorder.outstanding > 0)
    .scalar_subquery()
)
_FIGURES = sa.select(Item.on_hand, Item.committed, Item.on_order, _owed).where(Item.id == sa.bindparam("item"))
_ON_HAND = (
    sa.select(
        StockEntry.at,
        StockEntry.kind,
        StockEntry.quantity,
        Employee.name,
        StockEntry.reason,
        Invoice.id,
        Invoice.number,
        ReceivingLog.id,
        ReceivingLog.number,
        StockCount.id,
        StockCount.number,
        VendorReturn.id,
        VendorReturn.number,
    )
    .join(Employee, Employee.id == StockEntry.employee_id)
    .outerjoin(InvoiceLine, InvoiceLine.id == StockEntry.invoice_line_id)
    .outerjoin(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .outerjoin(CorrectionLine, CorrectionLine.id == StockEntry.correction_line_id)
    .outerjoin(VendorReturnLine, VendorReturnLine.id == StockEntry.vendor_return_line_id)
    .outerjoin(VendorReturn, VendorReturn.id == VendorReturnLine.vendor_return_id)
    .outerjoin(
        ReceivingLine,
        ReceivingLine.id == sa.func.coalesce(StockEntry.receiving_line_id, CorrectionLine.receiving_line_id),
    )
    .outerjoin(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .outerjoin(StockCountItem, StockCountItem.id == StockEntry.count_item_id)
    .outerjoin(StockCount, StockCount.id == StockCountItem.stock_count_id)
    .where(StockEntry.item_id == sa.bindparam("item"))
    .order_by(StockEntry.id.desc())
    .limit(sa.bindparam("most"))
)
_BACKORDERED = (
    sa.select(
        Backorder.id,
        Backorder.number,
        Backorder.created_at,
        Backorder.customer_id,
        Customer.name,
        Customer.phone,
        Backorder.outstanding,
    )
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(Backorder.item_id == sa.bindparam("item"), Backorder.outstanding > 0)
    .order_by(*PLACE)
)


def figures(connection: sa.Connection, item_id: int) -> ItemFigures | None:
    """Read an item's figures, or None when it is not on file."""
    found = connection.execute(_FIGURES, {"item": item_id}).one_or_none()
    return None if found is None else ItemFigures(found[0], found[1], found[2], found[3] or NO_UNITS)


def documents(connection: sa.Connection, item_id: int) -> ItemDocuments | None:
    """Read the documents behind all of an item's figures, or None when it is not on file."""
    name = connection.execute(sa.select(Item.code, Item.description).where(Item.id == item_id)).one_or_none()
    there_is = figures(connection, item_id)
    if name is None or there_is is None:
        return None
    changes = on_hand(connection, item_id)
    return ItemDocuments(
        item=name.code,
        description=name.description,
        figures=there_is,
        on_hand=changes,
        earlier=there_is.on_hand - sum((change.quantity for change in changes), NO_UNITS),
        set_aside=set_aside.for_whom(connection, item_id),
        on_order=purchase_orders.on_order(connection, item_id),
        backordered=backordered(connection, item_id),
    )


def on_hand(connection: sa.Connection, item_id: int, limit: int = RECENT) -> tuple[OnHandRow, ...]:
    """List what made On Hand, the latest first."""
    rows: Any = connection.execute(_ON_HAND, {"item": item_id, "most": limit})
    return tuple(OnHandRow(row[0], LedgerKind(row[1]), *row[2:]) for row in rows)


def backordered(connection: sa.Connection, item_id: int) -> tuple[BackorderedRow, ...]:
    """List who is owed an item, the longest waiting first."""
    return tuple(BackorderedRow(*row) for row in connection.execute(_BACKORDERED, {"item": item_id}))
