"""Posting a receiving log: goods on hand, order lines served, backorders set aside for their customers.

Serves the guide's pages "Receive" and "Set backorders to customers". Everything that was on the screen is read again
under the locks; a figure that moved meanwhile is refused with the figure as it is now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Change, Done, Record, some_new
from posim_desktop.domain.errors import Cell, refuse, require
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.orders import OrderStatus, open_quantity
from posim_desktop.domain.quantity import MAX_QUANTITY, NO_UNITS
from posim_desktop.domain.receiving import logs as rules
from posim_desktop.domain.receiving.logs import ReceivingStatus, Setting
from posim_desktop.domain.sales.invoice import Origin
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.backorders import backorders
from posim_desktop.services.counters import take_numbers
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.receiving.receipt_settings import Receipt, check_settings
from posim_desktop.services.records import (
    allocation_rows,
    backorder_rows,
    order_rows,
    receiving_rows,
    signatures,
    stock,
)
from posim_desktop.services.records.allocation_rows import StoredAllocation
from posim_desktop.services.records.signatures import Signature
from posim_desktop.services.records.stock import LedgerEntry
from posim_desktop.services.sales import fill_invoices
from posim_desktop.services.sales.fill_invoices import SetAside
from posim_desktop.services.session import Session
from posim_desktop.services.transaction import Stamp


def post(
    session: Session,
    stamp: Stamp,
    *,
    receiving_log_id: int,
    settings: tuple[Setting, ...] = (),
    canceled_by_id: int | None = None,
) -> Done:
    """Post a receiving log and set what came to customers.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        receiving_log_id: The working log.
        settings: What the Set Backorders to Customers screen says, row by row; rows without figures count for nothing.
        canceled_by_id: Who signs for what is canceled; None for who posts.

    Raises:
        RefusedError: Not postable, or a row is wrong by now. ``field`` is ``"quantity"`` (nothing came),
            ``"quantity:<line>"``, ``"rcv:<line>"`` (more set than came), ``"rcv:<line>:<backorder>"``, ``"canc:…"``,
            ``"reason:…"`` or ``"name"``.
    """
    receipt = _lock(session, receiving_log_id, settings)
    received_by = signatures.sign(session, stamp.employee_id)
    check_settings(receipt, settings)
    canceled_by = received_by
    if any(setting.canc > 0 for setting in receipt.settings):
        canceled_by = signatures.sign(session, canceled_by_id or stamp.employee_id)
    _move_stock(session, stamp, receipt)
    _serve_order(session, receipt)
    receipt.invoices = fill_invoices.make(session, stamp, Origin.FILL_RECEIVING, _goods(receipt))
    _write_settings(session, stamp, receipt, received_by, canceled_by)
    receipt.shrunk = _settle_allocations(session, stamp, receipt)
    closed = _close_order(session, receipt)
    number = take_numbers(session, "receiving_log")
    receiving_rows.step(session, receipt.log, ReceivingStatus.POSTED, number=number, posted_at=stamp.at)
    append(session, stamp, _entries(receipt, number, canceled_by, closed=closed))
    return Done(receiving_log_id, _changes(receipt))


def _lock(session: Session, receiving_log_id: int, settings: Sequence[Setting]) -> Receipt:
    """Lock and read in the order that every verb keeps: documents, items, order lines, backorders."""
    log = receiving_rows.lock(session, receiving_log_id)
    require(rules.edit_refusal(log.status))
    order = None if log.purchase_order_id is None else order_rows.lock(session, log.purchase_order_id)
    read = receiving_rows.lines_of(session, receiving_log_id)
    require(rules.post_refusal(log.status, [line.quantity for line in read]))
    if len(settings) > rules.MAX_SETTINGS:
        raise refuse(Why.TOO_MANY_SETTINGS, most=rules.MAX_SETTINGS)
    items = stock.lock(session, (line.item_id for line in read))
    order_lines = {} if order is None else {row.id: row for row in order_rows.lock_lines(session, order.id)}
    wanted = {setting.backorder_id for setting in settings if setting.rcv or setting.canc}
    # Who writes an allocation holds its backorder's lock; the order's own lock keeps others from adding more.
    allocated = [] if order is None else allocation_rows.of_order(session, order.id)
    locked = backorder_rows.lock(session, wanted | {row.backorder_id for row in allocated})
    counted = {line.id: line for line in read if line.quantity > 0}
    return Receipt(log, order, counted, items, order_lines, locked)


def _move_stock(session: Session, stamp: Stamp, receipt: Receipt) -> None:
    """Write the ledger, and what of each item is on hand, set aside and still to come."""
    came: dict[int, Decimal] = {}
    ledger = []
    costs: dict[int, Decimal] = {}
    for line in receipt.lines.values():
        came[line.item_id] = came.get(line.item_id, NO_UNITS) + line.quantity
        item = receipt.items[line.item_id]
        if item.on_hand + came[line.item_id] > MAX_QUANTITY:
            raise refuse(Why.TOO_MUCH_OF_ITEM_ON_HAND, Cell("quantity", line.id), most=MAX_QUANTITY, item=item.code)
        if line.cost > 0:
            costs[line.item_id] = line.cost
        ledger.append(
            LedgerEntry(
                line.item_id,
                LedgerKind.RECEIPT,
                line.quantity,
                stamp.employee_id,
                stamp.at,
                receiving_line_id=line.id,
            )
        )
    set_aside: dict[int, Decimal] = {}
    for backorder_id, quantity in receipt.set_aside.items():
        item_id = receipt.backorders[backorder_id].item_id
        set_aside[item_id] = set_aside.get(item_id, NO_UNITS) + quantity
    arrived = {item_id: -quantity for item_id, quantity in _arrived(receipt).items()}
    stock.move(session, ledger=ledger, committed=set_aside, on_order=arrived)
    stock.write_costs(
        session, {item_id: cost for item_id, cost in costs.items() if cost != receipt.items[item_id].cost}
    )


def _arrived(receipt: Receipt) -> dict[int, Decimal]:
    """Work out what order lines still bring; return by how much On Order of each item falls, never below zero."""
    for line in receipt.lines.values():
        if line.purchase_order_line_id is not None:
            order_line_id = line.purchase_order_line_id
            receipt.by_order_line[order_line_id] = receipt.by_order_line.get(order_line_id, NO_UNITS) + line.quantity
    arrived: dict[int, Decimal] = {}
    for order_line_id, quantity in receipt.by_order_line.items():
        ordered = receipt.order_lines[order_line_id]
        left = open_quantity(ordered.quantity, ordered.received + quantity, ordered.closed_short)
        receipt.still_open[order_line_id] = left
        arrived[ordered.item_id] = arrived.get(ordered.item_id, NO_UNITS) + ordered.still_open - left
    return arrived


def _serve_order(session: Session, receipt: Receipt) -> None:
    served = {
        order_line_id: (receipt.order_lines[order_line_id].received + quantity, receipt.still_open[order_line_id])
        for order_line_id, quantity in receipt.by_order_line.items()
    }
    order_rows.receive_lines(session, served)


def _goods(receipt: Receipt) -> list[SetAside]:
    """List what waits for whom, the oldest backorder first."""
    return [
        SetAside(row, receipt.items[row.item_id].description, receipt.set_aside[backorder_id])
        for backorder_id, row in receipt.backorders.items()
        if receipt.set_aside.get(backorder_id, NO_UNITS) > 0
    ]


def _write_settings(
    session: Session, stamp: Stamp, receipt: Receipt, received_by: Signature, canceled_by: Signature
) -> None:
    """Write the Received and Canceled rows of the backorders, and what this log did for each."""
    events = []
    for setting in receipt.settings:
        row = receipt.backorders[setting.backorder_id]
        if setting.rcv > 0:
            events.append(
                backorder_rows.event(
                    stamp,
                    EventKind.RECEIVE,
                    row.id,
                    setting.rcv,
                    received_by,
                    invoice_id=receipt.invoices[row.customer_id],
                    receiving_line_id=setting.receiving_line_id,
                )
            )
        if setting.canc > 0:
            signed = replace(canceled_by, reason=setting.reason)
            line_id = setting.receiving_line_id
            events.append(
                backorder_rows.event(stamp, EventKind.CANCEL, row.id, setting.canc, signed, receiving_line_id=line_id)
            )
    backorder_rows.write(session, receipt.figures, events)
    receiving_rows.insert_settings(session, receipt.settings)


def _settle_allocations(session: Session, stamp: Stamp, receipt: Receipt) -> tuple[StoredAllocation, ...]:
    received: dict[tuple[int, int], Decimal] = {}
    for setting in receipt.settings:
        order_line_id = receipt.lines[setting.receiving_line_id].purchase_order_line_id
        if order_line_id is not None:
            key = (order_line_id, setting.backorder_id)
            received[key] = received.get(key, NO_UNITS) + setting.rcv
    if receipt.order is not None:
        _use_up(session, stamp, receipt.order.id, received)
    shrunk = allocations.trim_lines(session, stamp, AllocationKind.DELIVERED, receipt.still_open)
    outstanding = {backorder_id: figures.outstanding for backorder_id, figures in receipt.figures.items()}
    return (*shrunk, *allocations.trim_backorders(session, stamp, AllocationKind.DELIVERED, outstanding))


def _use_up(
    session: Session, stamp: Stamp, purchase_order_id: int, received: Mapping[tuple[int, int], Decimal]
) -> None:
    """Take what came for a backorder off what this order was meant to bring it, not below zero."""
    left: dict[StoredAllocation, Decimal] = {}
    for row in allocation_rows.of_order(session, purchase_order_id):
        came = received.get((row.line_id, row.backorder_id), NO_UNITS)
        if came > 0:
            left[row] = max(NO_UNITS, row.quantity - came)
    allocation_rows.write(session, stamp, AllocationKind.RECEIVED, left)


def _close_order(session: Session, receipt: Receipt) -> bool:
    """Close the order once nothing more is to come by any of its lines."""
    left = (receipt.still_open.get(row.id, row.still_open) for row in receipt.order_lines.values())
    if receipt.order is None or receipt.order.status is not OrderStatus.PROCESSED or any(each > 0 for each in left):
        return False
    order_rows.step(session, receipt.order, OrderStatus.CLOSED)
    return True


def _entries(receipt: Receipt, number: int, canceled_by: Signature, *, closed: bool) -> list[Entry]:
    after: dict[str, object] = {
        "number": number,
        "received": sum((line.quantity for line in receipt.lines.values()), NO_UNITS),
        "set_aside": sum(receipt.set_aside.values(), NO_UNITS),
        "invoices": sorted(receipt.invoices.values()),
    }
    if closed:
        after["closed_purchase_order"] = receipt.log.purchase_order_id
    entries = [Entry(AuditAction.POST_RECEIVING_LOG, Record.RECEIVING_LOG, receipt.log.id, after=after)]
    for setting in receipt.settings:
        if setting.canc > 0:
            row = receipt.backorders[setting.backorder_id]
            signed = replace(canceled_by, reason=setting.reason)
            entries.append(backorders.canceled(row, receipt.figures[row.id], signed))
    return entries


def _changes(receipt: Receipt) -> frozenset[Change]:
    touched = {Change(Record.RECEIVING_LOG, receipt.log.id)}
    touched |= {Change(Record.ITEM, line.item_id) for line in receipt.lines.values()}
    if receipt.log.purchase_order_id is not None:
        touched.add(Change(Record.PURCHASE_ORDER, receipt.log.purchase_order_id))
    changed = [receipt.backorders[backorder_id] for backorder_id in receipt.figures]
    touched |= {Change(Record.BACKORDER, row.id) for row in changed}
    touched |= {Change(Record.CUSTOMER, row.customer_id) for row in changed}
    touched |= {Change(Record.INVOICE, invoice_id) for invoice_id in receipt.invoices.values()}
    touched |= allocations.changed_by(receipt.shrunk)
    if receipt.invoices:
        touched.add(some_new(Record.INVOICE))
    return frozenset(touched)
