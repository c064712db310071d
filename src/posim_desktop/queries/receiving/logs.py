"""Receiving logs as they stand, and whom a delivery can be set to.

Serves the guide's pages "Receive" and "Set backorders to customers".
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import NO_UNITS, ONE
from posim_desktop.domain.receiving.charges import Spread, paid
from posim_desktop.domain.receiving.logs import ReceivingStatus, WaitingBackorder, over_receipt, propose
from posim_desktop.orm import (
    Allocation,
    Backorder,
    BackorderEvent,
    Customer,
    Employee,
    Invoice,
    InvoiceLine,
    Item,
    PurchaseOrder,
    PurchaseOrderLine,
    ReceivingLine,
    ReceivingLog,
    Vendor,
)
from posim_desktop.orm.types import Quantity
from posim_desktop.queries import serials
from posim_desktop.queries.place import PLACE
from posim_desktop.queries.receiving.corrections import taken_back


@dataclass(frozen=True, slots=True)
class ReceivingLineRow:
    """One line of a receiving log; quantities in units, cost per unit.

    Attributes:
        still_open: What its order line still brings, None for goods that are not on the order.
        serials_asked: Whether each unit needs a serial number before the log is posted, or needed one.
        taken: What corrections took back of a posted line.
        free: How many of the units cost nothing.
        charges: Its share of the delivery's charges, once that is posted.
        serials: The numbers that are entered.
    """

    id: int
    position: int
    item_id: int
    item: str
    description: str
    vendor_item_number: str
    ordered: Decimal | None
    still_open: Decimal | None
    quantity: Decimal
    cost: Decimal
    serials_asked: bool = False
    taken: Decimal = NO_UNITS
    free: Decimal = NO_UNITS
    charges: Decimal = ZERO
    pack_quantity: Decimal = ONE
    pack_unit: str = ""
    unit: str = ""
    pack_cost: Decimal | None = None
    lot: str = ""
    serials: tuple[str, ...] = ()

    @property
    def packing(self) -> Packing:
        """How its goods come."""
        return Packing(self.pack_quantity, self.pack_unit, self.unit, self.pack_cost)

    @property
    def lacks_serials(self) -> bool:
        """Whether it has not one serial number for each unit yet, or has too many."""
        return self.serials_asked and len(self.serials) != self.quantity

    @property
    def extension(self) -> Decimal:
        """What is paid for what was counted, in the store's currency."""
        return paid(self.packing, self.quantity, self.free, self.cost)

    @property
    def over(self) -> Decimal:
        """What was counted beyond what the order still brings."""
        return over_receipt(self.quantity, self.still_open)


@dataclass(frozen=True, slots=True)
class ReceivingDetails:
    """Everything a Receiving Log shows; ``number`` is None until it is posted."""

    id: int
    version: int
    number: int | None
    status: ReceivingStatus
    purchase_order_id: int | None
    purchase_order_number: int | None
    vendor_id: int
    vendor: str
    vendor_invoice: str
    invoice_date: date | None
    received_on: date
    received_by_id: int
    received_by: str
    created_at: datetime
    posted_at: datetime | None
    note: str
    freight: Decimal
    other_charges: Decimal
    spread: Spread
    lines: tuple[ReceivingLineRow, ...]

    @property
    def total(self) -> Decimal:
        """What was counted, at cost, in the store's currency."""
        return sum((line.extension for line in self.lines), ZERO)


@dataclass(frozen=True, slots=True)
class BackorderToSet:
    """A customer's backorder on the Set Backorders to Customers screen; quantities in units.

    Attributes:
        outstanding: Owed and not set aside, now.
        allocated: What of the order line behind the delivery is allocated to it.
        one_piece: Whether it is wanted in one piece.
        proposed: What Rcv shows first.
    """

    backorder_id: int
    number: int
    created_at: datetime
    customer_id: int
    customer: str
    phone: str
    ordered: Decimal
    outstanding: Decimal
    one_piece: bool
    allocated: Decimal
    proposed: Decimal


@dataclass(frozen=True, slots=True)
class ReceivedItem:
    """A receiving line whose item customers wait for; ``rows`` oldest first."""

    receiving_line_id: int
    item_id: int
    item: str
    description: str
    received: Decimal
    rows: tuple[BackorderToSet, ...]


@dataclass(frozen=True, slots=True)
class FillInvoiceRow:
    """An Open/Working Invoice on which goods wait for a customer; ``total`` in the store's currency.

    ``place`` is where the goods lie, ``""`` where nobody wrote it down.
    """

    invoice_id: int
    customer_id: int
    customer: str
    phone: str
    lines: int
    quantity: Decimal
    total: Decimal
    place: str


_DETAILS = (
    sa.select(
        ReceivingLog.id,
        ReceivingLog.version,
        ReceivingLog.number,
        ReceivingLog.status,
        ReceivingLog.purchase_order_id,
        PurchaseOrder.number.label("purchase_order_number"),
        ReceivingLog.vendor_id,
        Vendor.name.label("vendor"),
        ReceivingLog.vendor_invoice,
        ReceivingLog.invoice_date,
        ReceivingLog.received_on,
        ReceivingLog.received_by_id,
        Employee.name.label("received_by"),
        ReceivingLog.created_at,
        ReceivingLog.posted_at,
        ReceivingLog.note,
        ReceivingLog.freight,
        ReceivingLog.other_charges,
        ReceivingLog.spread,
    )
    .join(Vendor, Vendor.id == ReceivingLog.vendor_id)
    .join(Employee, Employee.id == ReceivingLog.received_by_id)
    .outerjoin(PurchaseOrder, PurchaseOrder.id == ReceivingLog.purchase_order_id)
    .where(ReceivingLog.id == sa.bindparam("log"))
)
_LINES: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        ReceivingLine.id,
        ReceivingLine.position,
        ReceivingLine.item_id,
        Item.code,
        Item.description,
        sa.func.coalesce(PurchaseOrderLine.vendor_item_number, Item.vendor_item_number),
        sa.type_coerce(PurchaseOrderLine.quantity + PurchaseOrderLine.changed, Quantity()),
        PurchaseOrderLine.still_open,
        ReceivingLine.quantity,
        ReceivingLine.cost,
        sa.case(
            (ReceivingLog.number.is_not(None), ReceivingLine.serials_asked),
            else_=Item.serials == str(Serials.RECEIVING),
        ),
        taken_back,
        ReceivingLine.free,
        ReceivingLine.charges,
        ReceivingLine.pack_quantity,
        ReceivingLine.pack_unit,
        ReceivingLine.unit,
        ReceivingLine.pack_cost,
        ReceivingLine.lot,
    )
    .join(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .join(Item, Item.id == ReceivingLine.item_id)
    .outerjoin(PurchaseOrderLine, PurchaseOrderLine.id == ReceivingLine.purchase_order_line_id)
    .where(ReceivingLine.receiving_log_id == sa.bindparam("log"))
    .order_by(ReceivingLine.position)
)
_CAME: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        ReceivingLine.id,
        ReceivingLine.item_id,
        Item.code,
        Item.description,
        ReceivingLine.quantity,
        ReceivingLine.purchase_order_line_id,
    )
    .join(Item, Item.id == ReceivingLine.item_id)
    .where(ReceivingLine.receiving_log_id == sa.bindparam("log"), ReceivingLine.quantity > 0)
    .order_by(ReceivingLine.position)
)
_items_that_came = sa.select(ReceivingLine.item_id).where(
    ReceivingLine.receiving_log_id == sa.bindparam("log"), ReceivingLine.quantity > 0
)
_WAITING: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Backorder.item_id,
        Backorder.id,
        Backorder.number,
        Backorder.created_at,
        Backorder.customer_id,
        Customer.name,
        Customer.phone,
        Backorder.ordered,
        Backorder.outstanding,
        Backorder.one_piece,
    )
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(Backorder.item_id.in_(_items_that_came), Backorder.outstanding > 0, Backorder.question == "")
    .order_by(*PLACE)
)
_ALLOCATED = (
    sa.select(Allocation.purchase_order_line_id, Allocation.backorder_id, Allocation.quantity)
    .join(ReceivingLine, ReceivingLine.purchase_order_line_id == Allocation.purchase_order_line_id)
    .where(ReceivingLine.receiving_log_id == sa.bindparam("log"))
)
_made = (
    sa.select(BackorderEvent.invoice_id)
    .join(ReceivingLine, ReceivingLine.id == BackorderEvent.receiving_line_id)
    .where(ReceivingLine.receiving_log_id == sa.bindparam("log"), BackorderEvent.kind == str(EventKind.RECEIVE))
)
_INVOICES: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Invoice.id,
        Invoice.customer_id,
        Customer.name,
        Customer.phone,
        sa.func.count(InvoiceLine.id),
        sa.func.sum(InvoiceLine.quantity, type_=InvoiceLine.__table__.c.quantity.type),
        Invoice.total,
        Invoice.storage_place,
    )
    .join(Customer, Customer.id == Invoice.customer_id)
    .join(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
    .where(Invoice.id.in_(_made))
    .group_by(*(Invoice.id, Invoice.customer_id, Customer.name, Customer.phone, Invoice.total, Invoice.storage_place))
    .order_by(Customer.name, Invoice.id)
)
_EXPECTED = (
    sa.select(PurchaseOrderLine.still_open)
    .join(ReceivingLog, ReceivingLog.purchase_order_id == PurchaseOrderLine.purchase_order_id)
    .where(ReceivingLog.id == sa.bindparam("log"), PurchaseOrderLine.item_id == sa.bindparam("item"))
    .order_by(PurchaseOrderLine.position)
    .limit(1)
)
_BEING_RECEIVED = (
    sa.select(ReceivingLog.purchase_order_id, sa.func.min(ReceivingLog.id))
    .where(ReceivingLog.status == str(ReceivingStatus.WORKING), ReceivingLog.purchase_order_id.is_not(None))
    .group_by(ReceivingLog.purchase_order_id)
)
_WORKING_LOG = (
    sa.select(ReceivingLog.id)
    .where(
        ReceivingLog.purchase_order_id == sa.bindparam("order"),
        ReceivingLog.status == str(ReceivingStatus.WORKING),
    )
    .order_by(ReceivingLog.id)
    .limit(1)
)


def details(connection: sa.Connection, receiving_log_id: int) -> ReceivingDetails | None:
    """Read a receiving log, or None when there is none."""
    chosen = {"log": receiving_log_id}
    header = connection.execute(_DETAILS, chosen).one_or_none()
    if header is None:
        return None
    content: dict[str, Any] = dict(header._mapping)  # noqa: SLF001 - SQLAlchemy's public name
    content["status"], content["spread"] = ReceivingStatus(header.status), Spread(header.spread)
    lines = tuple(ReceivingLineRow(*row) for row in connection.execute(_LINES, chosen))
    return ReceivingDetails(lines=_with_serials(connection, chosen, lines), **content)


def _with_serials(
    connection: sa.Connection, chosen: dict[str, int], lines: tuple[ReceivingLineRow, ...]
) -> tuple[ReceivingLineRow, ...]:
    """Read the serial numbers, where any are asked."""
    if not any(line.serials_asked for line in lines):
        return lines
    entered = serials.of_lines(connection, serials.ON_LOG, chosen)
    return tuple(replace(line, serials=entered.get(line.id, ())) if line.serials_asked else line for line in lines)


def set_backorders(connection: sa.Connection, receiving_log_id: int) -> tuple[ReceivedItem, ...]:
    """List what came of items that customers wait for, with a proposal; empty when there is nobody to set it to.

    Rcv is proposed from what the order allocated, then for the oldest, up to what came. An item on two lines is
    proposed on the second only for what the first leaves owed.
    """
    chosen = {"log": receiving_log_id}
    came = connection.execute(_CAME, chosen).all()
    waiting: dict[int, list[sa.Row[*tuple[Any, ...]]]] = {}
    for row in connection.execute(_WAITING, chosen):
        waiting.setdefault(row.item_id, []).append(row)
    allocated = {(line, backorder): quantity for line, backorder, quantity in connection.execute(_ALLOCATED, chosen)}
    owed = {row.id: row.outstanding for rows in waiting.values() for row in rows}
    found = []
    for line in came:
        rows = waiting.get(line.item_id, [])
        if not rows:
            continue
        needs = [
            WaitingBackorder(
                row.id, owed[row.id], allocated.get((line.purchase_order_line_id, row.id), NO_UNITS), row.one_piece
            )
            for row in rows
        ]
        proposed = propose(line.quantity, needs)
        for backorder_id, quantity in proposed.items():
            owed[backorder_id] -= quantity
        to_set = tuple(
            BackorderToSet(*(*row[1:], need.allocated, proposed[row.id])) for row, need in zip(rows, needs, strict=True)
        )
        found.append(ReceivedItem(line.id, line.item_id, line.code, line.description, line.quantity, to_set))
    return tuple(found)


def invoices_made(connection: sa.Connection, receiving_log_id: int) -> tuple[FillInvoiceRow, ...]:
    """List the Open/Working Invoices that posting a receiving log made, by customer."""
    return tuple(FillInvoiceRow(*row) for row in connection.execute(_INVOICES, {"log": receiving_log_id}))


def working_log_of(connection: sa.Connection, purchase_order_id: int) -> int | None:
    """Find a receiving log that somebody began for an order, so that the delivery is not counted twice."""
    found: int | None = connection.scalar(_WORKING_LOG, {"order": purchase_order_id})
    return found


def being_received(connection: sa.Connection) -> dict[int, int]:
    """Map the orders that somebody is receiving to the first working log of each."""
    return {order_id: log_id for order_id, log_id in connection.execute(_BEING_RECEIVED) if order_id is not None}


def expected(connection: sa.Connection, receiving_log_id: int, item_id: int) -> Decimal | None:
    """Read what a log's order still brings of an item, on a line of the log or not; None for what was not ordered."""
    found: Decimal | None = connection.scalar(_EXPECTED, {"log": receiving_log_id, "item": item_id})
    return found
