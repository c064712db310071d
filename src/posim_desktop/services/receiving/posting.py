"""Posting a receiving log: goods on hand, order lines served, backorders set aside for their customers.

Serves the guide's pages "Receive" and "Set backorders to customers". Everything that was on the screen is read again
under the locks; a figure that moved meanwhile is refused with the figure as it is now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.purchasing.orders import OrderStatus, open_quantity
from posim_desktop.domain.quantity import MAX_QUANTITY, NONE
from posim_desktop.domain.receiving import logs as rules
from posim_desktop.domain.receiving.logs import ReceivingStatus, Setting
from posim_desktop.domain.sales.invoice import Origin
from posim_desktop.orm import (
    Allocation,
    Item,
    PurchaseOrder,
    PurchaseOrderLine,
    ReceivingLine,
    ReceivingLog,
    ReceivingSetting,
    StockEntry,
)
from posim_desktop.orm.base import insert_mappings, table_of
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.counters import take_numbers
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.purchasing.allocations import Shrunk
from posim_desktop.services.receiving.receipt_settings import Receipt, check_settings
from posim_desktop.services.sales import fill_invoices
from posim_desktop.services.sales.fill_invoices import SetAside, Signature
from posim_desktop.services.transaction import Stamp

_logs = table_of(ReceivingLog)
_LOCK_LOG = sa.select(_logs).where(_logs.c.id == sa.bindparam("log")).with_for_update()
_FINISH = (
    sa.update(_logs)
    .where(_logs.c.id == sa.bindparam("log"))
    .values(
        status=str(ReceivingStatus.POSTED),
        number=sa.bindparam("new_number"),
        posted_at=sa.bindparam("now", type_=_logs.c.posted_at.type),
        version=_logs.c.version + 1,
    )
)
_orders = table_of(PurchaseOrder)
_LOCK_ORDER = sa.select(_orders.c.status).where(_orders.c.id == sa.bindparam("order")).with_for_update()
_CLOSE_ORDER = (
    sa.update(_orders)
    .where(_orders.c.id == sa.bindparam("order"))
    .values(status=str(OrderStatus.CLOSED), version=_orders.c.version + 1)
)
_lines = table_of(ReceivingLine)
_LINES = sa.select(_lines).where(_lines.c.receiving_log_id == sa.bindparam("log")).order_by(_lines.c.position)
_order_lines = table_of(PurchaseOrderLine)
_LOCK_ORDER_LINES = (
    sa.select(_order_lines)
    .where(_order_lines.c.purchase_order_id == sa.bindparam("order"))
    .order_by(_order_lines.c.id)
    .with_for_update()
)
_SERVE_ORDER_LINE = (
    sa.update(_order_lines)
    .where(_order_lines.c.id == sa.bindparam("line"))
    .values(
        received=sa.bindparam("new_received", type_=PurchaseOrderLine.received.type),
        still_open=sa.bindparam("new_open", type_=PurchaseOrderLine.still_open.type),
    )
)
_allocations = table_of(Allocation)
_MEANT = (
    sa.select(_allocations)
    .join(_order_lines, _order_lines.c.id == _allocations.c.purchase_order_line_id)
    .where(_order_lines.c.purchase_order_id == sa.bindparam("order"))
)
_SHRINK = (
    sa.update(_allocations)
    .where(_allocations.c.id == sa.bindparam("intent"))
    .values(quantity=sa.bindparam("left", type_=Allocation.quantity.type))
)
_DROP = sa.delete(_allocations).where(_allocations.c.id == sa.bindparam("intent"))
_items = table_of(Item)
_WRITE_COST = (
    sa.update(_items)
    .where(_items.c.id == sa.bindparam("item"))
    .values(cost=sa.bindparam("new_cost", type_=Item.cost.type), version=_items.c.version + 1)
)
_stock = table_of(StockEntry)
_settings = table_of(ReceivingSetting)


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
    received_by = fill_invoices.sign(session, stamp.employee_id)
    check_settings(receipt, settings)
    canceled_by = received_by
    if any(setting.canc > 0 for setting in receipt.settings):
        canceled_by = fill_invoices.sign(session, canceled_by_id or stamp.employee_id)
    _move_stock(session, stamp, receipt)
    _serve_order(session, receipt)
    fill_invoices.write_figures(session, receipt.figures)
    receipt.invoices = fill_invoices.make(session, stamp, Origin.FILL_RECEIVING, _goods(receipt))
    _write_settings(session, stamp, receipt, received_by, canceled_by)
    receipt.shrunk = _settle_intents(session, receipt)
    closed = _close_order(session, receipt)
    number = take_numbers(session, "receiving_log")
    session.connection().execute(_FINISH, {"log": receiving_log_id, "new_number": number, "now": stamp.at})
    append(session, stamp, _entries(receipt, number, canceled_by, closed=closed))
    return Done(receiving_log_id, _changes(receipt))


def _lock(session: Session, receiving_log_id: int, settings: Sequence[Setting]) -> Receipt:
    """Lock and read in the order that every verb keeps: documents, items, order lines, backorders."""
    connection = session.connection()
    log = connection.execute(_LOCK_LOG, {"log": receiving_log_id}).one_or_none()
    if log is None:
        raise refuse("This receiving log does not exist.")
    require(rules.edit_refusal(ReceivingStatus(log.status)))
    order_status = None
    if log.purchase_order_id is not None:
        order_status = OrderStatus(connection.scalar(_LOCK_ORDER, {"order": log.purchase_order_id}) or "")
    read = connection.execute(_LINES, {"log": receiving_log_id}).all()
    require(rules.post_refusal(ReceivingStatus(log.status), [line.quantity for line in read]))
    if len(settings) > rules.MAX_SETTINGS:
        raise refuse(f"At most {rules.MAX_SETTINGS:,} backorders can be set in one go.")
    items = fill_invoices.lock_items(session, (line.item_id for line in read))
    order_lines = {}
    if log.purchase_order_id is not None:
        chosen = connection.execute(_LOCK_ORDER_LINES, {"order": log.purchase_order_id})
        order_lines = {row.id: row for row in chosen}
    wanted = {setting.backorder_id for setting in settings if setting.rcv or setting.canc}
    # Who writes an allocation holds its backorder's lock; the order's own lock keeps others from adding more.
    meant = connection.execute(_MEANT, {"order": log.purchase_order_id}).all() if order_lines else []
    backorders = fill_invoices.lock_backorders(session, wanted | {row.backorder_id for row in meant})
    counted = {line.id: line for line in read if line.quantity > 0}
    return Receipt(log, order_status, counted, items, order_lines, backorders)


def _move_stock(session: Session, stamp: Stamp, receipt: Receipt) -> None:
    """Write the ledger, and what of each item is on hand, set aside and still to come."""
    came: dict[int, Decimal] = {}
    ledger = []
    costs: dict[int, Decimal] = {}
    for line in receipt.lines.values():
        came[line.item_id] = came.get(line.item_id, NONE) + line.quantity
        item = receipt.items[line.item_id]
        if item.on_hand + came[line.item_id] > MAX_QUANTITY:
            raise refuse(f"More than {MAX_QUANTITY:,} of {item.code} on hand is not possible.", f"quantity:{line.id}")
        if line.cost > 0:
            costs[line.item_id] = line.cost
        ledger.append(
            {
                "item_id": line.item_id,
                "kind": str(LedgerKind.RECEIPT),
                "quantity": line.quantity,
                "invoice_line_id": None,
                "receiving_line_id": line.id,
                "employee_id": stamp.employee_id,
                "reason": "",
                "at": stamp.at,
            }
        )
    insert_mappings(session.connection(), _stock, ledger)
    set_aside: dict[int, Decimal] = {}
    for backorder_id, quantity in receipt.set_aside.items():
        item_id = receipt.backorders[backorder_id].item_id
        set_aside[item_id] = set_aside.get(item_id, NONE) + quantity
    arrived = _arrived(receipt)
    fill_invoices.move_items(
        session,
        ((each, came[each], set_aside.get(each, NONE), arrived.get(each, NONE)) for each in came),
    )
    dearer = [
        {"item": item_id, "new_cost": cost}
        for item_id, cost in sorted(costs.items())
        if cost != receipt.items[item_id].cost
    ]
    if dearer:
        session.connection().execute(_WRITE_COST, dearer)


def _arrived(receipt: Receipt) -> dict[int, Decimal]:
    """Work out what order lines still bring; return by how much On Order of each item falls, never below zero."""
    for line in receipt.lines.values():
        if line.purchase_order_line_id is not None:
            order_line_id = line.purchase_order_line_id
            receipt.by_order_line[order_line_id] = receipt.by_order_line.get(order_line_id, NONE) + line.quantity
    arrived: dict[int, Decimal] = {}
    for order_line_id, quantity in receipt.by_order_line.items():
        ordered = receipt.order_lines[order_line_id]
        left = open_quantity(ordered.quantity, ordered.received + quantity, ordered.closed_short)
        receipt.still_open[order_line_id] = left
        arrived[ordered.item_id] = arrived.get(ordered.item_id, NONE) + ordered.still_open - left
    return arrived


def _serve_order(session: Session, receipt: Receipt) -> None:
    rows = [
        {
            "line": order_line_id,
            "new_received": receipt.order_lines[order_line_id].received + quantity,
            "new_open": receipt.still_open[order_line_id],
        }
        for order_line_id, quantity in sorted(receipt.by_order_line.items())
    ]
    if rows:
        session.connection().execute(_SERVE_ORDER_LINE, rows)


def _goods(receipt: Receipt) -> list[SetAside]:
    """List what waits for whom, the oldest backorder first."""
    return [
        SetAside(row, receipt.items[row.item_id].description, receipt.set_aside[backorder_id])
        for backorder_id, row in receipt.backorders.items()
        if receipt.set_aside.get(backorder_id, NONE) > 0
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
                fill_invoices.event(
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
                fill_invoices.event(stamp, EventKind.CANCEL, row.id, setting.canc, signed, receiving_line_id=line_id)
            )
    fill_invoices.write_events(session, events)
    rows = [
        {
            "receiving_line_id": setting.receiving_line_id,
            "backorder_id": setting.backorder_id,
            "rcv": setting.rcv,
            "canc": setting.canc,
        }
        for setting in receipt.settings
    ]
    insert_mappings(session.connection(), _settings, rows)


def _settle_intents(session: Session, receipt: Receipt) -> tuple[Shrunk, ...]:
    received: dict[tuple[int, int], Decimal] = {}
    for setting in receipt.settings:
        order_line_id = receipt.lines[setting.receiving_line_id].purchase_order_line_id
        if order_line_id is not None:
            key = (order_line_id, setting.backorder_id)
            received[key] = received.get(key, NONE) + setting.rcv
    if receipt.order_lines:
        _use_up(session, receipt, received)
    shrunk = allocations.trim_lines(session, receipt.still_open)
    outstanding = {backorder_id: figures.outstanding for backorder_id, figures in receipt.figures.items()}
    return (*shrunk, *allocations.trim_backorders(session, outstanding))


def _use_up(session: Session, receipt: Receipt, received: Mapping[tuple[int, int], Decimal]) -> None:
    """Take what came for a backorder off what this order was meant to bring it, not below zero."""
    connection = session.connection()
    gone, smaller = [], []
    for row in connection.execute(_MEANT, {"order": receipt.log.purchase_order_id}).all():
        came = received.get((row.purchase_order_line_id, row.backorder_id), NONE)
        if came >= row.quantity:
            gone.append({"intent": row.id})
        elif came > 0:
            smaller.append({"intent": row.id, "left": row.quantity - came})
    if gone:
        connection.execute(_DROP, gone)
    if smaller:
        connection.execute(_SHRINK, smaller)


def _close_order(session: Session, receipt: Receipt) -> bool:
    """Close the order once nothing more is to come by any of its lines."""
    left = (receipt.still_open.get(row.id, row.still_open) for row in receipt.order_lines.values())
    if receipt.order_status is not OrderStatus.PROCESSED or any(quantity > 0 for quantity in left):
        return False
    session.connection().execute(_CLOSE_ORDER, {"order": receipt.log.purchase_order_id})
    return True


def _entries(receipt: Receipt, number: int, canceled_by: Signature, *, closed: bool) -> list[Entry]:
    after: dict[str, object] = {
        "number": number,
        "received": sum((line.quantity for line in receipt.lines.values()), NONE),
        "set_aside": sum(receipt.set_aside.values(), NONE),
        "invoices": sorted(receipt.invoices.values()),
    }
    if closed:
        after["closed_purchase_order"] = receipt.log.purchase_order_id
    entries = [Entry("post receiving log", Record.RECEIVING_LOG, receipt.log.id, after=after)]
    for setting in receipt.settings:
        if setting.canc > 0:
            row = receipt.backorders[setting.backorder_id]
            before = {"outstanding": row.outstanding}
            outcome = {"outstanding": receipt.figures[row.id].outstanding, "name": canceled_by.name}
            entries.append(Entry("cancel backorder", Record.BACKORDER, row.id, before, outcome, setting.reason))
    return entries + allocations.trimmed(receipt.shrunk, f"Receiving log {number}")


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
        touched.add(Change(Record.INVOICE, 0))
    return frozenset(touched)
