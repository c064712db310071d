"""The documents behind a backorder's figures. Serves the guide's page "View a backorder".

The card's "On purchase orders" table is :func:`posim_desktop.queries.purchasing.orders.for_backorder`, what was
allocated before :func:`posim_desktop.queries.backorders.allocation_history.history`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.orm import (
    BackorderEvent,
    Invoice,
    InvoiceLine,
    PickedLine,
    PurchaseOrder,
    PurchaseOrderLine,
    ReceivingLine,
    ReceivingLog,
    ReceivingShare,
    Vendor,
)
from posim_desktop.orm.types import Quantity


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """A row of the card's Received table; quantity in units.

    Attributes:
        kind: RECEIVE from a delivery, FILL_STOCK from the shelf, RELEASE when it was given back.
        receiving_log_id: The delivery, None for other kinds.
        receiving_log_number: Its number.
        invoice_id: The invoice on which the goods were set aside, or with which they were picked up from there.
        invoice_number: Its number once it is processed.
        invoice_status: Whether it is still open, or was discarded.
    """

    at: datetime
    kind: EventKind
    quantity: Decimal
    name: str
    receiving_log_id: int | None
    receiving_log_number: int | None
    invoice_id: int
    invoice_number: int | None
    invoice_status: InvoiceStatus


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row of the card's Filled table: a sale to the customer; ``returned`` of it came back later."""

    at: datetime
    quantity: Decimal
    name: str
    invoice_id: int
    invoice_number: int
    returned: Decimal = NO_UNITS


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A working invoice on which goods wait for pick-up; ``since`` is None while it is uncommitted."""

    invoice_id: int
    line_id: int
    quantity: Decimal
    committed: bool
    since: datetime | None


@dataclass(frozen=True, slots=True)
class CameOnOrder:
    """Goods of a backorder that came on a purchase order, with which delivery and when."""

    purchase_order_id: int
    number: int
    vendor_id: int
    vendor: str
    receiving_log_id: int
    receiving_log_number: int
    received_on: date
    quantity: Decimal


_picked, _pick_up = InvoiceLine.__table__.alias(), Invoice.__table__.alias()
_PICKED_UP_WITH = (
    sa.select(sa.func.max(PickedLine.invoice_id))
    .join(_pick_up, _pick_up.c.id == PickedLine.invoice_id)
    .join(_picked, sa.and_(_picked.c.id == PickedLine.line_id, _picked.c.invoice_id == _pick_up.c.id))
    .where(
        PickedLine.held_id == BackorderEvent.invoice_id,
        _picked.c.fills_backorder_id == BackorderEvent.backorder_id,
        _pick_up.c.status == str(InvoiceStatus.PROCESSED),
    )
    .correlate(BackorderEvent)
    .scalar_subquery()
)
_RECEIVED = (
    sa.select(
        BackorderEvent.at,
        BackorderEvent.kind,
        BackorderEvent.quantity,
        BackorderEvent.name,
        ReceivingLog.id,
        ReceivingLog.number,
        Invoice.id,
        Invoice.number,
        Invoice.status,
    )
    .select_from(BackorderEvent)
    .join(Invoice, Invoice.id == sa.func.coalesce(_PICKED_UP_WITH, BackorderEvent.invoice_id))
    .outerjoin(ReceivingLine, ReceivingLine.id == BackorderEvent.receiving_line_id)
    .outerjoin(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .where(
        BackorderEvent.backorder_id == sa.bindparam("backorder"),
        BackorderEvent.kind.in_([str(kind) for kind in (EventKind.RECEIVE, EventKind.FILL_STOCK, EventKind.RELEASE)]),
    )
    .order_by(BackorderEvent.id)
)
_CAME: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        PurchaseOrder.id,
        PurchaseOrder.number,
        PurchaseOrder.vendor_id,
        Vendor.name,
        ReceivingLog.id,
        ReceivingLog.number,
        ReceivingLog.received_on,
        ReceivingShare.rcv,
    )
    .select_from(ReceivingShare)
    .join(ReceivingLine, ReceivingLine.id == ReceivingShare.receiving_line_id)
    .join(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .join(PurchaseOrderLine, PurchaseOrderLine.id == ReceivingLine.purchase_order_line_id)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .join(Vendor, Vendor.id == PurchaseOrder.vendor_id)
    .where(ReceivingShare.backorder_id == sa.bindparam("backorder"), ReceivingShare.rcv > NO_UNITS)
    .order_by(ReceivingShare.id)
)
_sold, _back, _on = InvoiceLine.__table__.alias(), InvoiceLine.__table__.alias(), Invoice.__table__.alias()
_RETURNED = (
    sa.select(sa.func.coalesce(sa.func.sum(_back.c.quantity), sa.literal(NO_UNITS, Quantity())))
    .join(_on, _on.c.id == _back.c.invoice_id)
    .join(_sold, _sold.c.id == _back.c.returns_line_id)
    .where(
        _sold.c.invoice_id == Invoice.id,
        _sold.c.fills_backorder_id == BackorderEvent.backorder_id,
        _on.c.status == str(InvoiceStatus.PROCESSED),
    )
    .scalar_subquery()
)
_FILLED = (
    sa.select(
        *(BackorderEvent.at, BackorderEvent.quantity, BackorderEvent.name, Invoice.id, Invoice.number),
        sa.type_coerce(_RETURNED, Quantity()).label("returned"),
    )
    .join(Invoice, Invoice.id == BackorderEvent.invoice_id)
    .where(BackorderEvent.backorder_id == sa.bindparam("backorder"), BackorderEvent.kind == str(EventKind.SOLD))
    .order_by(BackorderEvent.id)
)
_WAITING = (
    sa.select(Invoice.id, InvoiceLine.id, InvoiceLine.quantity, Invoice.committed, Invoice.committed_at)
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .where(InvoiceLine.fills_backorder_id == sa.bindparam("backorder"), Invoice.status == str(InvoiceStatus.WORKING))
    .order_by(Invoice.id)
)
_PLACES = (
    sa.select(Invoice.storage_place)
    .join(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
    .where(
        InvoiceLine.fills_backorder_id == sa.bindparam("backorder"),
        Invoice.status == str(InvoiceStatus.WORKING),
        Invoice.committed,
        Invoice.storage_place != "",
    )
    .order_by(Invoice.id)
)


def received(connection: sa.Connection, backorder_id: int) -> tuple[ReceivedRow, ...]:
    """List what was set aside and given back, oldest first."""
    rows = connection.execute(_RECEIVED, {"backorder": backorder_id})
    return tuple(
        ReceivedRow(row[0], EventKind(row[1]), *row[2:8], invoice_status=InvoiceStatus(row[8])) for row in rows
    )


def filled(connection: sa.Connection, backorder_id: int) -> tuple[FilledRow, ...]:
    """List the sales to the customer, oldest first."""
    rows = connection.execute(_FILLED, {"backorder": backorder_id})
    return tuple(FilledRow(*row[:4], invoice_number=row[4] or 0, returned=row[5]) for row in rows)


def places(connection: sa.Connection, backorder_id: int) -> tuple[str, ...]:
    """List where the goods lie that wait for pick-up, each place once."""
    return tuple(dict.fromkeys(connection.scalars(_PLACES, {"backorder": backorder_id})))


def waiting(connection: sa.Connection, backorder_id: int) -> tuple[WaitingRow, ...]:
    """List the working invoices on which goods of a backorder wait."""
    return tuple(WaitingRow(*row) for row in connection.execute(_WAITING, {"backorder": backorder_id}))


def came_on(connection: sa.Connection, backorder_id: int) -> tuple[CameOnOrder, ...]:
    """List the purchase orders on which goods of a backorder came, delivery by delivery, whatever became of them."""
    return tuple(CameOnOrder(*row) for row in connection.execute(_CAME, {"backorder": backorder_id}))
