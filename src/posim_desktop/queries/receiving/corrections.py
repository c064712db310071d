"""Corrections of posted receiving logs: how everything stands before one, and those that were made.

Serves the guide's page "Correct a receiving log". The verb reads the same under its locks that the person saw.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.cards.serials import Moved, one_form
from posim_desktop.domain.errors import NamedQuantity
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.corrections import Came, LogStanding, OrderLine, WaitingUnits, Waits
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.receiving.vendor_returns import VendorReturnStatus
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.orm import (
    Allocation,
    Backorder,
    BackorderEvent,
    CorrectionBack,
    CorrectionLine,
    CorrectionSerial,
    Customer,
    Employee,
    Invoice,
    InvoiceLine,
    Item,
    PurchaseOrder,
    PurchaseOrderLine,
    ReceivingCorrection,
    ReceivingLine,
    ReceivingLog,
    ReceivingSerial,
    Vendor,
    VendorReturn,
    VendorReturnLine,
    VendorReturnSerial,
)
from posim_desktop.queries import serials
from posim_desktop.queries.place import PLACE


class WaitingGoods(NamedTuple):
    """Whose goods wait on which invoice, as a correction names them."""

    backorder_id: int
    invoice_id: int
    backorder_number: int
    customer_id: int
    customer: str
    phone: str
    item: str
    quantity: Decimal


class OtherOrder(NamedTuple):
    """An open order that still brings goods of a log."""

    id: int
    number: int
    vendor: str


@dataclass(frozen=True, slots=True)
class Correctable:
    """A posted log before it is corrected: how everything stands, and what people call it.

    Attributes:
        standing: What the rules look at.
        descriptions: Of the lines.
        waiting: Whose goods wait, the newest backorder first, as they may lose them.
        number: The log's.
        purchase_order_number: Of the order it came on; None without one.
        vendor_id: Who delivered.
    """

    standing: LogStanding
    descriptions: dict[int, str]
    waiting: tuple[WaitingGoods, ...]
    number: int
    purchase_order_number: int | None
    vendor_id: int


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction in the list of a log's; ``quantity`` is what it took back in all."""

    id: int
    number: int
    at: datetime
    by: str
    reason: str
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class CorrectedLine:
    """A line of a correction: of what was received before, how much was taken back."""

    id: int
    item: str
    description: str
    received: Decimal
    quantity: Decimal
    coming: bool
    serials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectedCustomer:
    """Whose goods a correction took, and how many of them the order is to bring once more."""

    customer: str
    backorder_number: int
    item: str
    quantity: Decimal
    planned: Decimal


@dataclass(frozen=True, slots=True)
class CorrectionDetails:
    """A correction as it is read and printed."""

    id: int
    number: int
    receiving_log_id: int
    receiving_log_number: int
    purchase_order_number: int | None
    vendor: str
    vendor_invoice: str
    at: datetime
    by: str
    reason: str
    lines: tuple[CorrectedLine, ...]
    customers: tuple[CorrectedCustomer, ...]


_ON_LOGS = frozenset({Moved.RECEIVED, Moved.NOT_RECEIVED, Moved.SENT_BACK})
_quantity = CorrectionLine.__table__.c.quantity.type
_of_log = ReceivingLine.receiving_log_id == sa.bindparam("log")
taken_back = (
    sa.select(sa.func.coalesce(sa.func.sum(CorrectionLine.quantity), NO_UNITS, type_=_quantity))
    .where(CorrectionLine.receiving_line_id == ReceivingLine.id)
    .correlate(ReceivingLine)
    .scalar_subquery()
)
"""What was taken back of a receiving line, within another statement."""
gone_back = (
    sa.select(sa.func.coalesce(sa.func.sum(VendorReturnLine.quantity), NO_UNITS, type_=_quantity))
    .join(VendorReturn, VendorReturn.id == VendorReturnLine.vendor_return_id)
    .where(
        VendorReturnLine.receiving_line_id == ReceivingLine.id,
        VendorReturn.status == str(VendorReturnStatus.POSTED),
    )
    .correlate(ReceivingLine)
    .scalar_subquery()
)
"""What of a receiving line went back to its vendor, within another statement."""
_planned = (
    sa.select(sa.func.coalesce(sa.func.sum(Allocation.quantity), NO_UNITS, type_=_quantity))
    .where(Allocation.purchase_order_line_id == PurchaseOrderLine.id)
    .correlate(PurchaseOrderLine)
    .scalar_subquery()
)
_LOG = (
    sa.select(
        ReceivingLog.status, ReceivingLog.number, ReceivingLog.vendor_id, PurchaseOrder.number.label("order_number")
    )
    .outerjoin(PurchaseOrder, PurchaseOrder.id == ReceivingLog.purchase_order_id)
    .where(ReceivingLog.id == sa.bindparam("log"))
)
_LINES: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        ReceivingLine.id,
        ReceivingLine.item_id,
        Item.code,
        ReceivingLine.quantity,
        sa.type_coerce(taken_back + gone_back, _quantity).label("taken"),
        ReceivingLine.serials_asked,
        Item.description,
        Item.on_hand,
        Item.committed,
        PurchaseOrderLine.id.label("order_line_id"),
        PurchaseOrderLine.quantity.label("at_first"),
        PurchaseOrderLine.changed,
        PurchaseOrderLine.received,
        PurchaseOrderLine.closed_short,
        _planned.label("planned"),
    )
    .join(Item, Item.id == ReceivingLine.item_id)
    .outerjoin(PurchaseOrderLine, PurchaseOrderLine.id == ReceivingLine.purchase_order_line_id)
    .where(_of_log, ReceivingLine.quantity > NO_UNITS)
    .order_by(ReceivingLine.position)
)
_items_of_log = sa.select(ReceivingLine.item_id).where(_of_log)
_HELD: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Backorder.id,
        Invoice.id,
        Backorder.item_id,
        sa.func.sum(InvoiceLine.quantity, type_=_quantity),
        Invoice.committed,
        PLACE[0],
        Backorder.number,
        Customer.id,
        Customer.name,
        Customer.phone,
    )
    .select_from(Backorder)
    .join(InvoiceLine, InvoiceLine.fills_backorder_id == Backorder.id)
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(
        Backorder.item_id.in_(_items_of_log),
        Backorder.waiting > NO_UNITS,
        Invoice.status == str(InvoiceStatus.WORKING),
    )
    .group_by(
        *(Backorder.id, Invoice.id, Backorder.item_id, Invoice.committed, PLACE[0]),
        *(Backorder.number, Customer.id, Customer.name, Customer.phone),
    )
)
_allocated = (
    sa.select(sa.func.coalesce(sa.func.sum(Allocation.quantity), NO_UNITS, type_=_quantity))
    .where(Allocation.backorder_id == Backorder.id)
    .correlate(Backorder)
    .scalar_subquery()
)
_WAITS: sa.Select[*tuple[Any, ...]] = sa.select(
    Backorder.id, Backorder.outstanding, _allocated, Backorder.question != ""
).where(Backorder.item_id.in_(_items_of_log), Backorder.waiting > NO_UNITS)
_set_by_log = (
    sa.select(BackorderEvent.backorder_id)
    .join(ReceivingLine, ReceivingLine.id == BackorderEvent.receiving_line_id)
    .where(_of_log, BackorderEvent.kind == str(EventKind.RECEIVE))
)
_HANDED: sa.Select[*tuple[Any, ...]] = (
    sa.select(InvoiceLine.item_id, Customer.name, Invoice.number, sa.func.sum(InvoiceLine.quantity, type_=_quantity))
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .join(Backorder, Backorder.id == InvoiceLine.fills_backorder_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(Invoice.status == str(InvoiceStatus.PROCESSED), Backorder.id.in_(_set_by_log))
    .group_by(InvoiceLine.item_id, Customer.name, Invoice.number)
    .order_by(Invoice.number)
)
_SERIALS = (
    sa.select(ReceivingSerial.line_id, ReceivingSerial.serial)
    .where(
        ReceivingSerial.receiving_log_id == sa.bindparam("log"),
        ~sa.exists().where(
            CorrectionSerial.form == ReceivingSerial.form,
            CorrectionSerial.line_id == CorrectionLine.id,
            CorrectionLine.receiving_line_id == ReceivingSerial.line_id,
        ),
        ~sa.exists().where(
            VendorReturnSerial.form == ReceivingSerial.form,
            VendorReturnSerial.line_id == VendorReturnLine.id,
            VendorReturnLine.receiving_line_id == ReceivingSerial.line_id,
            VendorReturnLine.serials_asked,
        ),
    )
    .order_by(ReceivingSerial.id)
)
_OTHER_ORDERS: sa.Select[*tuple[Any, ...]] = (
    sa.select(PurchaseOrder.id, PurchaseOrder.number, Vendor.name)
    .join(Vendor, Vendor.id == PurchaseOrder.vendor_id)
    .join(ReceivingLog, ReceivingLog.id == sa.bindparam("log"))
    .where(
        PurchaseOrder.status == str(OrderStatus.PROCESSED),
        sa.or_(ReceivingLog.purchase_order_id.is_(None), ReceivingLog.purchase_order_id != PurchaseOrder.id),
        sa.exists().where(
            PurchaseOrderLine.purchase_order_id == PurchaseOrder.id,
            PurchaseOrderLine.item_id.in_(_items_of_log),
            PurchaseOrderLine.still_open > NO_UNITS,
        ),
    )
    .order_by(Vendor.id != ReceivingLog.vendor_id, PurchaseOrder.number)
    .limit(20)
)
_OF_LOG: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        ReceivingCorrection.id,
        ReceivingCorrection.number,
        ReceivingCorrection.at,
        Employee.name,
        ReceivingCorrection.reason,
        sa.func.sum(CorrectionLine.quantity, type_=_quantity),
    )
    .join(Employee, Employee.id == ReceivingCorrection.employee_id)
    .join(CorrectionLine, CorrectionLine.correction_id == ReceivingCorrection.id)
    .where(ReceivingCorrection.receiving_log_id == sa.bindparam("log"))
    .group_by(
        *(ReceivingCorrection.id, ReceivingCorrection.number, ReceivingCorrection.at, Employee.name),
        ReceivingCorrection.reason,
    )
    .order_by(ReceivingCorrection.id)
)
_DETAILS = (
    sa.select(
        ReceivingCorrection.id,
        ReceivingCorrection.number,
        ReceivingCorrection.receiving_log_id,
        ReceivingLog.number.label("receiving_log_number"),
        PurchaseOrder.number.label("purchase_order_number"),
        Vendor.name.label("vendor"),
        ReceivingLog.vendor_invoice,
        ReceivingCorrection.at,
        Employee.name.label("by"),
        ReceivingCorrection.reason,
    )
    .join(ReceivingLog, ReceivingLog.id == ReceivingCorrection.receiving_log_id)
    .join(Vendor, Vendor.id == ReceivingLog.vendor_id)
    .join(Employee, Employee.id == ReceivingCorrection.employee_id)
    .outerjoin(PurchaseOrder, PurchaseOrder.id == ReceivingLog.purchase_order_id)
    .where(ReceivingCorrection.id == sa.bindparam("correction"))
)
_OF_CORRECTION: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        CorrectionLine.id,
        Item.code,
        Item.description,
        ReceivingLine.quantity,
        CorrectionLine.quantity,
        CorrectionLine.coming,
    )
    .join(ReceivingLine, ReceivingLine.id == CorrectionLine.receiving_line_id)
    .join(Item, Item.id == ReceivingLine.item_id)
    .where(CorrectionLine.correction_id == sa.bindparam("correction"))
    .order_by(ReceivingLine.position)
)
_UNITS = (
    sa.select(CorrectionSerial.line_id, CorrectionSerial.serial)
    .join(CorrectionLine, CorrectionLine.id == CorrectionSerial.line_id)
    .where(CorrectionLine.correction_id == sa.bindparam("correction"))
    .order_by(CorrectionSerial.id)
)
_CUSTOMERS: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Customer.name,
        Backorder.number,
        Item.code,
        CorrectionBack.quantity,
        CorrectionBack.planned,
    )
    .select_from(CorrectionBack)
    .join(CorrectionLine, CorrectionLine.id == CorrectionBack.line_id)
    .join(Backorder, Backorder.id == CorrectionBack.backorder_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .join(Item, Item.id == Backorder.item_id)
    .where(CorrectionLine.correction_id == sa.bindparam("correction"))
    .order_by(CorrectionBack.id)
)


def correctable(connection: sa.Connection, receiving_log_id: int) -> Correctable | None:
    """Read how everything stands that a correction of a log touches; None when there is no such log."""
    chosen = {"log": receiving_log_id}
    log = connection.execute(_LOG, chosen).one_or_none()
    if log is None:
        return None
    rows = connection.execute(_LINES, chosen).all()
    held = connection.execute(_HELD, chosen).all()
    numbers = serials.of_lines(connection, _SERIALS, chosen) if any(row.serials_asked for row in rows) else {}
    standing = LogStanding(
        ReceivingStatus(log.status),
        tuple(_came(row, numbers.get(row.id, ())) for row in rows),
        {row.item_id: row.on_hand - row.committed for row in rows},
        tuple(WaitingUnits(row[0], row[1], row[2], row[3], row[4], (row[5], row[0])) for row in held),
        {row[0]: Waits(*row[1:]) for row in connection.execute(_WAITS, chosen)},
        _handed(connection, chosen),
        _sold(connection, numbers.values()),
    )
    codes = {row.item_id: row.code for row in rows}
    newest_first = sorted(held, key=lambda row: (row[5], row[0], row[1]), reverse=True)
    return Correctable(
        standing,
        {row.id: row.description for row in rows},
        tuple(
            WaitingGoods(row[0], row[1], row[6], row[7], row[8], row[9], codes[row[2]], row[3])
            for row in newest_first
            if row[2] in codes
        ),
        log.number or 0,
        log.order_number,
        log.vendor_id,
    )


def other_orders(connection: sa.Connection, receiving_log_id: int) -> tuple[OtherOrder, ...]:
    """List the open orders on which goods of a log may belong instead, those of its vendor first."""
    return tuple(OtherOrder(*row) for row in connection.execute(_OTHER_ORDERS, {"log": receiving_log_id}))


def corrections_of(connection: sa.Connection, receiving_log_id: int) -> tuple[CorrectionRow, ...]:
    """List the corrections of a receiving log, the oldest first."""
    return tuple(CorrectionRow(*row) for row in connection.execute(_OF_LOG, {"log": receiving_log_id}))


def details(connection: sa.Connection, correction_id: int) -> CorrectionDetails | None:
    """Read a correction, or None when there is none."""
    chosen = {"correction": correction_id}
    row = connection.execute(_DETAILS, chosen).one_or_none()
    if row is None:
        return None
    units = serials.of_lines(connection, _UNITS, chosen)
    rows = connection.execute(_OF_CORRECTION, chosen).all()
    lines = tuple(CorrectedLine(*(*each, units.get(each[0], ()))) for each in rows)
    customers = tuple(CorrectedCustomer(*each) for each in connection.execute(_CUSTOMERS, chosen))
    content: dict[str, Any] = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
    return CorrectionDetails(lines=lines, customers=customers, **content)


def _came(row: sa.Row[Any], numbers: tuple[str, ...]) -> Came:
    line = None
    if row.order_line_id is not None:
        line = OrderLine(row.order_line_id, row.at_first + row.changed, row.received, row.closed_short, row.planned)
    return Came(row.id, row.item_id, row.code, row.quantity, row.taken, line, row.serials_asked, numbers)


def _handed(connection: sa.Connection, chosen: dict[str, int]) -> dict[int, tuple[NamedQuantity, ...]]:
    found: dict[int, tuple[NamedQuantity, ...]] = {}
    for item_id, customer, number, quantity in connection.execute(_HANDED, chosen):
        found[item_id] = (*found.get(item_id, ()), (f"{customer} · {number}", quantity))
    return found


def _sold(connection: sa.Connection, numbers: Iterable[tuple[str, ...]]) -> frozenset[tuple[int, str]]:
    """Find which of the units that came were sold since, which proves that they did come."""
    known = serials.histories(connection, [serial for own in numbers for serial in own])
    return frozenset(
        (item_id, one_form(unit.serial))
        for (item_id, _form), unit in known.items()
        if any(move.moved not in _ON_LOGS for move in unit.moves)
    )
