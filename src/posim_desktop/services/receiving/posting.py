"""Posting a receiving log: goods on hand, order lines served, backorders set aside for their customers.

Serves the guide's pages "Receive" and "Set backorders to customers". Everything shown on the screen is re-read under
the locks; a figure that has changed is refused, with its current value.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Change, Done, Record, some_new
from posim_desktop.domain.errors import Cell, Field, refuse, require
from posim_desktop.domain.money import cost_refusal
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.orders import OrderStatus, open_quantity
from posim_desktop.domain.quantity import MAX_QUANTITY, NO_UNITS
from posim_desktop.domain.receiving import charges as charge_rules
from posim_desktop.domain.receiving import logs as log_rules
from posim_desktop.domain.receiving.charges import Charged
from posim_desktop.domain.receiving.logs import ReceivingStatus, Share
from posim_desktop.domain.sales.invoice import Origin
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.backorders import backorders, freed_money
from posim_desktop.services.backorders.freed_money import Canceled, Freed
from posim_desktop.services.people.permissions import require_name, require_permission
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.receiving import serials
from posim_desktop.services.receiving.shares import Delivery, check_shares
from posim_desktop.services.records import (
    allocation_rows,
    backorder_rows,
    freed_rows,
    order_rows,
    receiving_rows,
    signatures,
    stock,
    vendor_term_rows,
)
from posim_desktop.services.records.allocation_rows import StoredAllocation
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.records.signatures import Signature
from posim_desktop.services.records.stock import LedgerEntry, NewCost
from posim_desktop.services.sales import fill_invoices
from posim_desktop.services.sales.fill_invoices import SetAside
from posim_desktop.services.session import Session, Stamp


def post(
    session: Session,
    stamp: Stamp,
    *,
    receiving_log_id: int,
    shares: tuple[Share, ...] = (),
    canceled_by_id: int | None = None,
) -> Done:
    """Post a receiving log and set what came to customers.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        receiving_log_id: The working log.
        shares: What the Set Backorders to Customers screen says, row by row; rows without figures count for nothing.
        canceled_by_id: Who signs for what is canceled; None for who posts.

    Raises:
        RefusedError: Not postable, or a row has changed. It names the quantity (nothing came, or more of a line than
            the shop can have), the line's Rcv (more set than came) or serial numbers, a row's Rcv, Canc or reason, or
            the name.
    """
    require_permission(session, stamp, Permission.RECEIVE)
    delivery = _lock(session, receiving_log_id, shares)
    serials.settle(session, delivery)
    received_by = signatures.sign(session, stamp.employee_id)
    check_shares(delivery, shares)
    canceled_by = received_by
    if any(share.canc > 0 for share in delivery.shares):
        canceled_by = signatures.sign(session, canceled_by_id or stamp.employee_id)
        require_name(session, stamp, canceled_by.employee_id, Permission.CANCEL_BACKORDER, Field("name"))
    _move_stock(session, stamp, delivery)
    _serve_order(session, delivery)
    delivery.invoices = fill_invoices.make(session, stamp, Origin.FILL_RECEIVING, _goods(delivery))
    _write_shares(session, stamp, delivery, received_by, canceled_by)
    delivery.shrunk = _settle_allocations(session, stamp, delivery)
    delivery.freed = _dispose(session, stamp, delivery)
    freed_rows.end_requests(session, stamp, (line for line, left in delivery.still_open.items() if left == 0))
    closed = _close_order(session, delivery)
    number = take_numbers(session, "receiving_log")
    receiving_rows.step(session, delivery.log, ReceivingStatus.POSTED, number=number, posted_at=stamp.at)
    append(session, stamp, _entries(delivery, number, canceled_by, closed=closed))
    return Done(receiving_log_id, _changes(delivery))


def _lock(session: Session, receiving_log_id: int, shares: Sequence[Share]) -> Delivery:
    """Lock and read in the order that every verb keeps: documents, items, order lines, backorders."""
    log = receiving_rows.lock(session, receiving_log_id)
    require(log_rules.edit_refusal(log.status))
    order = None if log.purchase_order_id is None else order_rows.lock(session, log.purchase_order_id)
    read = receiving_rows.lines_of(session, receiving_log_id)
    require(log_rules.post_refusal(log.status, [line.quantity for line in read]))
    if len(shares) > log_rules.MAX_SETTINGS:
        raise refuse(Why.TOO_MANY_SETTINGS, most=log_rules.MAX_SETTINGS)
    items = stock.lock(session, (line.item_id for line in read))
    order_lines = {} if order is None else {row.id: row for row in order_rows.lock_lines(session, order.id)}
    wanted = {share.backorder_id for share in shares if share.rcv or share.canc}
    # Who writes an allocation holds its backorder's lock; the order's own lock keeps others from adding more.
    allocated = [] if order is None else allocation_rows.of_order(session, order.id)
    locked = backorder_rows.lock(session, wanted | {row.backorder_id for row in allocated})
    counted = {line.id: line for line in read if line.quantity > 0}
    return Delivery(log, order, counted, items, order_lines, locked)


def _move_stock(session: Session, stamp: Stamp, delivery: Delivery) -> None:
    """Write the ledger, and what of each item is on hand, set aside and still to come."""
    came: dict[int, Decimal] = {}
    ledger = []
    costs = _costs(session, stamp, delivery)
    for line in delivery.lines.values():
        came[line.item_id] = came.get(line.item_id, NO_UNITS) + line.quantity
        item = delivery.items[line.item_id]
        if item.on_hand + came[line.item_id] > MAX_QUANTITY:
            raise refuse(Why.TOO_MUCH_OF_ITEM_ON_HAND, Cell("quantity", line.id), most=MAX_QUANTITY, item=item.code)
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
    committed: dict[int, Decimal] = {}
    for backorder_id, rcv in delivery.rcv.items():
        item_id = delivery.backorders[backorder_id].item_id
        committed[item_id] = committed.get(item_id, NO_UNITS) + rcv
    arrived = {item_id: -quantity for item_id, quantity in _arrived(delivery).items()}
    stock.move(session, ledger=ledger, committed=committed, on_order=arrived)
    costs_now = {each.item_id: each.cost for each in costs}
    costs_before = {item_id: delivery.items[item_id].cost for item_id in costs_now}
    receiving_rows.keep_vendors_costs(session, delivery.log)
    renewed = vendor_term_rows.write_costs(session, delivery.log.vendor_id, costs_now, costs_before)
    stock.write_costs(session, stamp, costs, costs_before)
    stock.renew(session, renewed)


def _costs(session: Session, stamp: Stamp, delivery: Delivery) -> list[NewCost]:
    """Spread the charges over the lines, and say what a unit costs of the goods that were paid for.

    Raises:
        RefusedError: At ``freight``: the charges make a unit cost more than a cost may be.
    """
    lines = list(delivery.lines.values())
    charged = [
        Charged(line.quantity, charge_rules.paid(line.packing, line.quantity, line.free, line.cost)) for line in lines
    ]
    whole = delivery.log.freight + delivery.log.other_charges
    shares = charge_rules.shares(whole, delivery.log.spread, charged)
    receiving_rows.write_charges(session, {line.id: share for line, share in zip(lines, shares, strict=True)})
    costs = [
        NewCost(
            line.item_id,
            charge_rules.unit_cost(line.packing, line.quantity, line.free, line.cost, share),
            line.id,
            stamp.employee_id,
            stamp.at,
        )
        for line, each, share in zip(lines, charged, shares, strict=True)
        if each.paid > 0
    ]
    for new in costs:
        require(cost_refusal(new.cost, field="freight"))
    return costs


def _arrived(delivery: Delivery) -> dict[int, Decimal]:
    """Work out what order lines still bring; return by how much On Order of each item falls, never below zero."""
    for line in delivery.lines.values():
        if line.purchase_order_line_id is not None:
            order_line_id = line.purchase_order_line_id
            delivery.by_order_line[order_line_id] = delivery.by_order_line.get(order_line_id, NO_UNITS) + line.quantity
    arrived: dict[int, Decimal] = {}
    for order_line_id, quantity in delivery.by_order_line.items():
        ordered = delivery.order_lines[order_line_id]
        left = open_quantity(ordered.ordered, ordered.received + quantity, ordered.closed_short)
        delivery.still_open[order_line_id] = left
        arrived[ordered.item_id] = arrived.get(ordered.item_id, NO_UNITS) + ordered.still_open - left
    return arrived


def _serve_order(session: Session, delivery: Delivery) -> None:
    served = {
        order_line_id: (delivery.order_lines[order_line_id].received + quantity, delivery.still_open[order_line_id])
        for order_line_id, quantity in delivery.by_order_line.items()
    }
    order_rows.receive_lines(session, served)


def _goods(delivery: Delivery) -> list[SetAside]:
    """List what waits for whom, the oldest backorder first."""
    lots = _lots(delivery)
    return [
        SetAside(row, goods.description, delivery.rcv[backorder_id], goods.unit, lots.get(backorder_id, ""))
        for backorder_id, row in delivery.backorders.items()
        for goods in [delivery.items[row.item_id]]
        if delivery.rcv.get(backorder_id, NO_UNITS) > 0
    ]


def _lots(delivery: Delivery) -> dict[int, str]:
    """Name the lots that the goods of backorders came of; those that came of none are left out."""
    lots: dict[int, dict[str, None]] = {}
    for share in delivery.shares:
        lot = delivery.lines[share.receiving_line_id].lot
        if share.rcv and lot:
            lots.setdefault(share.backorder_id, {})[lot] = None
    return {backorder_id: ", ".join(each)[: text.DESCRIPTION] for backorder_id, each in lots.items()}


def _write_shares(
    session: Session, stamp: Stamp, delivery: Delivery, received_by: Signature, canceled_by: Signature
) -> None:
    """Write the Received and Canceled rows of the backorders, and what this log did for each."""
    events = []
    for share in delivery.shares:
        row = delivery.backorders[share.backorder_id]
        if share.rcv > 0:
            events.append(
                backorder_rows.event(
                    stamp,
                    EventKind.RECEIVE,
                    row.id,
                    share.rcv,
                    replace(received_by, reason=share.reason) if row.one_piece else received_by,
                    invoice_id=delivery.invoices[row.customer_id],
                    receiving_line_id=share.receiving_line_id,
                )
            )
        if share.canc > 0:
            signed = replace(canceled_by, reason=share.reason)
            line_id = share.receiving_line_id
            events.append(
                backorder_rows.event(stamp, EventKind.CANCEL, row.id, share.canc, signed, receiving_line_id=line_id)
            )
    backorder_rows.write(session, delivery.figures, events)
    receiving_rows.insert_shares(session, delivery.shares)


def _settle_allocations(session: Session, stamp: Stamp, delivery: Delivery) -> tuple[StoredAllocation, ...]:
    rcv: dict[tuple[int, int], Decimal] = {}
    for share in delivery.shares:
        order_line_id = delivery.lines[share.receiving_line_id].purchase_order_line_id
        if order_line_id is not None:
            key = (order_line_id, share.backorder_id)
            rcv[key] = rcv.get(key, NO_UNITS) + share.rcv
    if delivery.order is not None:
        _use_up(session, stamp, delivery.order.id, rcv)
    shrunk = allocations.trim_lines(session, stamp, AllocationKind.DELIVERED, delivery.still_open)
    outstanding = {backorder_id: figures.outstanding for backorder_id, figures in delivery.figures.items()}
    # First what came leaves less to bring; what is canceled besides leaves goods of orders that are nobody's.
    canceled: dict[int, Decimal] = {}
    for share in delivery.shares:
        canceled[share.backorder_id] = canceled.get(share.backorder_id, NO_UNITS) + share.canc
    owed = {backorder_id: left + canceled.get(backorder_id, NO_UNITS) for backorder_id, left in outstanding.items()}
    shrunk += allocations.trim_backorders(session, stamp, AllocationKind.DELIVERED, owed)
    given_up = {backorder_id: left for backorder_id, left in outstanding.items() if canceled.get(backorder_id)}
    return (*shrunk, *allocations.trim_backorders(session, stamp, AllocationKind.CANCELED, given_up))


def _dispose(session: Session, stamp: Stamp, delivery: Delivery) -> dict[int, Freed]:
    """Let the deposits go that cancellations free: nobody is there to ask."""
    canceled: dict[int, Canceled] = {}
    for share in delivery.shares:
        if share.canc > 0:
            row = delivery.backorders[share.backorder_id]
            before = canceled[row.id].quantity if row.id in canceled else NO_UNITS
            canceled[row.id] = Canceled(row, row.figures, before + share.canc, share.reason)
    return freed_money.dispose(session, stamp, canceled, {}) if canceled else {}


def _use_up(session: Session, stamp: Stamp, purchase_order_id: int, rcv: Mapping[tuple[int, int], Decimal]) -> None:
    """Take what came for a backorder off what this order has allocated to it, not below zero."""
    left = {
        row: max(NO_UNITS, row.quantity - rcv[row.line_id, row.backorder_id])
        for row in allocation_rows.of_order(session, purchase_order_id)
        if rcv.get((row.line_id, row.backorder_id), NO_UNITS) > 0
    }
    allocation_rows.write(session, stamp, AllocationKind.RECEIVED, left)


def _close_order(session: Session, delivery: Delivery) -> bool:
    """Close the order once nothing more is to come by any of its lines."""
    left = (delivery.still_open.get(row.id, row.still_open) for row in delivery.order_lines.values())
    if delivery.order is None or delivery.order.status is not OrderStatus.PROCESSED or any(each > 0 for each in left):
        return False
    order_rows.step(session, delivery.order, OrderStatus.CLOSED)
    return True


def _entries(delivery: Delivery, number: int, canceled_by: Signature, *, closed: bool) -> list[AuditEntry]:
    after: dict[str, object] = {
        "number": number,
        "received": sum((line.quantity for line in delivery.lines.values()), NO_UNITS),
        "rcv": sum(delivery.rcv.values(), NO_UNITS),
        "invoices": sorted(delivery.invoices.values()),
    }
    if closed:
        after["closed_purchase_order"] = delivery.log.purchase_order_id
    entries = [AuditEntry(AuditAction.POST_RECEIVING_LOG, Record.RECEIVING_LOG, delivery.log.id, after=after)]
    for share in delivery.shares:
        if share.canc > 0:
            row = delivery.backorders[share.backorder_id]
            signed = replace(canceled_by, reason=share.reason)
            money = delivery.freed.pop(row.id, None)  # told once
            entries.append(backorders.canceled(row, delivery.figures[row.id], signed, money))
    return entries


def _changes(delivery: Delivery) -> frozenset[Change]:
    touched = {Change(Record.RECEIVING_LOG, delivery.log.id)}
    touched |= {Change(Record.ITEM, line.item_id) for line in delivery.lines.values()}
    if delivery.log.purchase_order_id is not None:
        touched.add(Change(Record.PURCHASE_ORDER, delivery.log.purchase_order_id))
    changed = [delivery.backorders[backorder_id] for backorder_id in delivery.figures]
    touched |= {Change(Record.BACKORDER, row.id) for row in changed}
    touched |= {Change(Record.CUSTOMER, row.customer_id) for row in changed}
    touched |= {Change(Record.INVOICE, invoice_id) for invoice_id in delivery.invoices.values()}
    touched |= allocations.changed_by(delivery.shrunk)
    if delivery.invoices:
        touched.add(some_new(Record.INVOICE))
    return frozenset(touched)
