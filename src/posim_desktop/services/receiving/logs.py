"""The working receiving log: what came with one delivery, counted line by line. Serves the guide's page "Receive".

Every verb's ``record_id`` is the receiving log; :mod:`posim_desktop.services.receiving.posting` posts it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain import text
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.money import cost_refusal
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NONE, ONE, quantity_refusal
from posim_desktop.domain.receiving import logs as rules
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.orm import Employee, Item, PurchaseOrder, PurchaseOrderLine, ReceivingLine, ReceivingLog, Vendor
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.transaction import Stamp


@dataclass(frozen=True, slots=True)
class Header:
    """What the vendor's papers say, and who took the delivery in."""

    vendor_invoice: str
    invoice_date: date | None
    received_on: date
    received_by_id: int
    note: str = ""


def start(
    session: Session,
    stamp: Stamp,
    *,
    received_on: date | None = None,
    purchase_order_id: int | None = None,
    vendor_id: int | None = None,
    counting: bool = False,
) -> Done:
    """Open a receiving log for a processed order, or for a vendor without one.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        received_on: The day the goods came; None for today.
        purchase_order_id: The order; its lines come along with what is still open on them.
        vendor_id: The vendor of a delivery without an order.
        counting: Start every line at 0, to be counted up with the scanner.

    Raises:
        RefusedError: Names ``purchase_order`` or ``vendor``.
    """
    if stamp.employee_id is None:
        raise refuse("Log in before receiving.")
    lines: list[Any] = []
    if purchase_order_id is not None:
        vendor_id = _require_order(session, purchase_order_id)
        lines = _open_lines(session, purchase_order_id)
    else:
        _require_vendor(session, vendor_id)
    log = ReceivingLog(
        number=None,
        status=ReceivingStatus.WORKING,
        purchase_order_id=purchase_order_id,
        vendor_id=vendor_id,
        vendor_invoice="",
        invoice_date=None,
        received_on=received_on or _today(session, stamp),
        received_by_id=stamp.employee_id,
        workstation=stamp.workstation,
        created_at=stamp.at,
        posted_at=None,
        note="",
        version=1,
    )
    session.add(log)
    session.flush()
    rows = [
        {
            "receiving_log_id": log.id,
            "position": position,
            "item_id": line.item_id,
            "purchase_order_line_id": line.id,
            "quantity": NONE if counting else line.still_open,
            "cost": line.cost,
        }
        for position, line in enumerate(lines, 1)
    ]
    if rows:
        session.execute(sa.insert(ReceivingLine), rows)
    return done(log.id, *_touched(log.id), Change(Record.RECEIVING_LOG, 0))


def set_header(session: Session, stamp: Stamp, *, receiving_log_id: int, header: Header) -> Done:
    """Write the header.

    Raises:
        RefusedError: Names ``vendor_invoice``, ``invoice_date``, ``received_on``, ``received_by`` or ``note``.
    """
    number = text.clean(header.vendor_invoice, field="vendor_invoice", limit=text.SHORT, label="The vendor's invoice")
    note = text.clean(header.note, field="note", limit=text.NOTE, label="The note", lines=True)
    if header.received_on > _today(session, stamp):
        raise refuse("This day is still to come. Enter the day the goods came.", "received_on")
    if header.invoice_date is not None and header.invoice_date > header.received_on:
        raise refuse("The vendor's invoice cannot be dated after the day it was received.", "invoice_date")
    _lock(session, receiving_log_id)
    who = sa.select(Employee.id).where(Employee.id == header.received_by_id, ~Employee.archived)
    if session.scalar(who) is None:
        raise refuse("Choose an employee who works here.", "received_by")
    values: dict[str, object] = {
        "vendor_invoice": number,
        "invoice_date": header.invoice_date,
        "received_on": header.received_on,
        "received_by_id": header.received_by_id,
        "note": note,
    }
    _update(session, receiving_log_id, values)
    return done(receiving_log_id, *_touched(receiving_log_id))


def set_quantity(session: Session, _stamp: Stamp, *, line_id: int, quantity: Decimal) -> Done:
    """Write how much of a line came, 0 for nothing.

    More than the order line still has open is allowed; the screen asks first.

    Raises:
        RefusedError: Names ``quantity``.
    """
    require(quantity_refusal(quantity, zero=True))
    line = _lock_line(session, line_id)
    _update_line(session, line, {"quantity": quantity})
    return done(line.receiving_log_id, *_touched(line.receiving_log_id))


def set_cost(session: Session, _stamp: Stamp, *, line_id: int, cost: Decimal) -> Done:
    """Write what a unit cost by the vendor's papers.

    Raises:
        RefusedError: Names ``cost``.
    """
    require(cost_refusal(cost, field="cost"))
    line = _lock_line(session, line_id)
    _update_line(session, line, {"cost": cost})
    return done(line.receiving_log_id, *_touched(line.receiving_log_id))


def take_as_ordered(session: Session, _stamp: Stamp, *, receiving_log_id: int) -> Done:
    """Set every line of the order to what is open on it; goods that are not on the order stay as counted."""
    _lock(session, receiving_log_id)
    still_open = sa.select(PurchaseOrderLine.still_open).where(
        PurchaseOrderLine.id == ReceivingLine.purchase_order_line_id
    )
    session.execute(
        sa.update(ReceivingLine)
        .where(ReceivingLine.receiving_log_id == receiving_log_id, ReceivingLine.purchase_order_line_id.is_not(None))
        .values(quantity=still_open.scalar_subquery())
        .execution_options(synchronize_session=False)
    )
    _update(session, receiving_log_id, {})
    return done(receiving_log_id, *_touched(receiving_log_id))


def count_from_zero(session: Session, _stamp: Stamp, *, receiving_log_id: int) -> Done:
    """Set every line to 0, to count the delivery with the scanner."""
    _lock(session, receiving_log_id)
    session.execute(
        sa.update(ReceivingLine)
        .where(ReceivingLine.receiving_log_id == receiving_log_id)
        .values(quantity=NONE)
        .execution_options(synchronize_session=False)
    )
    _update(session, receiving_log_id, {})
    return done(receiving_log_id, *_touched(receiving_log_id))


def count_up(session: Session, stamp: Stamp, *, receiving_log_id: int, item_id: int, quantity: Decimal = ONE) -> Done:
    """Count goods that were scanned: on the item's first line that lacks something, else on its last one.

    Goods that are not on the log get a line of their own.

    Raises:
        RefusedError: Names ``item`` or ``quantity``.
    """
    require(quantity_refusal(quantity))
    _lock(session, receiving_log_id)
    lines = _lines_of_item(session, receiving_log_id, item_id)
    if not lines:
        return add_item(session, stamp, receiving_log_id=receiving_log_id, item_id=item_id, quantity=quantity)
    line = rules.line_to_count(lines, quantity)
    require(quantity_refusal(line.quantity + quantity))
    _update_line(session, line, {"quantity": line.quantity + quantity})
    return done(receiving_log_id, *_touched(receiving_log_id))


def add_item(
    session: Session,
    _stamp: Stamp,
    *,
    receiving_log_id: int,
    item_id: int,
    quantity: Decimal = ONE,
    cost: Decimal | None = None,
) -> Done:
    """Add goods that are not on the log yet; the cost is the order's or else the card's unless given.

    Goods of the order that lost their line, or were complete when the log was begun, count for the order again.

    Raises:
        RefusedError: Names ``item``, ``quantity`` or ``cost``.
    """
    require(quantity_refusal(quantity, zero=True))
    if cost is not None:
        require(cost_refusal(cost, field="cost"))
    _lock(session, receiving_log_id)
    item = session.execute(sa.select(Item.code, Item.cost, Item.archived).where(Item.id == item_id)).one_or_none()
    if item is None:
        raise refuse("This item is not on file.", "item")
    if item.archived:
        require(archived_refusal("Item", item.code))
    if _lines_of_item(session, receiving_log_id, item_id):
        raise refuse(f"{item.code} is on this receiving log already. Change its quantity.", "item")
    expected = _expected(session, receiving_log_id, item_id)
    if cost is None:
        cost = item.cost if expected is None else expected.cost
    taken = sa.select(sa.func.coalesce(sa.func.max(ReceivingLine.position), 0), sa.func.count()).where(
        ReceivingLine.receiving_log_id == receiving_log_id
    )
    position, count = session.execute(taken).one()
    if count >= rules.MAX_LINES:
        raise refuse(f"A receiving log has at most {rules.MAX_LINES:,} lines. Post this one and start another.", "item")
    line = {
        "receiving_log_id": receiving_log_id,
        "position": position + 1,
        "item_id": item_id,
        "purchase_order_line_id": None if expected is None else expected.id,
        "quantity": quantity,
        "cost": cost,
    }
    session.execute(sa.insert(ReceivingLine), [line])
    _update(session, receiving_log_id, {})
    return done(receiving_log_id, *_touched(receiving_log_id))


def remove_line(session: Session, _stamp: Stamp, *, line_id: int) -> Done:
    """Take a line off a working log: nothing of it came."""
    line = _lock_line(session, line_id)
    session.execute(sa.delete(ReceivingLine).where(ReceivingLine.id == line_id))
    _update(session, line.receiving_log_id, {})
    return done(line.receiving_log_id, *_touched(line.receiving_log_id))


def discard(session: Session, stamp: Stamp, *, receiving_log_id: int) -> Done:
    """Put a working log away for good; nothing was received by it."""
    _lock(session, receiving_log_id)
    _update(session, receiving_log_id, {"status": ReceivingStatus.DISCARDED})
    append(session, stamp, [Entry("discard receiving log", Record.RECEIVING_LOG, receiving_log_id)])
    return done(receiving_log_id, *_touched(receiving_log_id))


def _require_order(session: Session, purchase_order_id: int) -> int:
    """Lock a processed order while its lines are read; return its vendor."""
    chosen = sa.select(PurchaseOrder.status, PurchaseOrder.vendor_id).where(PurchaseOrder.id == purchase_order_id)
    order = session.execute(chosen.with_for_update()).one_or_none()
    if order is None:
        raise refuse("This purchase order does not exist.", "purchase_order")
    require(rules.start_refusal(OrderStatus(order.status)))
    vendor_id: int = order.vendor_id
    return vendor_id


def _open_lines(session: Session, purchase_order_id: int) -> list[Any]:
    chosen = (
        sa.select(PurchaseOrderLine.id, PurchaseOrderLine.item_id, PurchaseOrderLine.still_open, PurchaseOrderLine.cost)
        .where(PurchaseOrderLine.purchase_order_id == purchase_order_id, PurchaseOrderLine.still_open > 0)
        .order_by(PurchaseOrderLine.position)
    )
    return list(session.execute(chosen))


def _expected(session: Session, receiving_log_id: int, item_id: int) -> Any:  # noqa: ANN401 - a row or None
    """Find the line of the log's order that an item was expected on."""
    chosen = (
        sa.select(PurchaseOrderLine.id, PurchaseOrderLine.cost)
        .join(ReceivingLog, ReceivingLog.purchase_order_id == PurchaseOrderLine.purchase_order_id)
        .where(ReceivingLog.id == receiving_log_id, PurchaseOrderLine.item_id == item_id)
        .order_by(PurchaseOrderLine.position)
        .limit(1)
    )
    return session.execute(chosen).one_or_none()


def _today(session: Session, stamp: Stamp) -> date:
    """Work out the shop's day."""
    zone = ZoneInfo(preferences.load(session.connection()).time_zone)
    return stamp.at.astimezone(zone).date()


def _require_vendor(session: Session, vendor_id: int | None) -> None:
    chosen = sa.select(Vendor.code, Vendor.archived).where(Vendor.id == vendor_id)
    vendor = session.execute(chosen).one_or_none() if vendor_id is not None else None
    if vendor is None:
        raise refuse("A delivery without a purchase order needs a vendor.", "vendor")
    if vendor.archived:
        require(archived_refusal("Vendor", vendor.code))


def _lock(session: Session, receiving_log_id: int) -> None:
    chosen = sa.select(ReceivingLog.status).where(ReceivingLog.id == receiving_log_id).with_for_update()
    status = session.scalar(chosen)
    if status is None:
        raise refuse("This receiving log does not exist.")
    require(rules.edit_refusal(ReceivingStatus(status)))


def _lock_line(session: Session, line_id: int) -> Any:  # noqa: ANN401 - a row of this module's own select
    log_id = session.scalar(sa.select(ReceivingLine.receiving_log_id).where(ReceivingLine.id == line_id))
    if log_id is None:
        raise refuse("This line is no longer on the receiving log.")
    _lock(session, log_id)
    chosen = sa.select(ReceivingLine.id, ReceivingLine.receiving_log_id).where(ReceivingLine.id == line_id)
    line = session.execute(chosen).one_or_none()
    if line is None:
        raise refuse("This line is no longer on the receiving log.")
    return line


def _lines_of_item(session: Session, receiving_log_id: int, item_id: int) -> list[Any]:
    chosen = (
        sa.select(
            ReceivingLine.id, ReceivingLine.receiving_log_id, ReceivingLine.quantity, PurchaseOrderLine.still_open
        )
        .outerjoin(PurchaseOrderLine, PurchaseOrderLine.id == ReceivingLine.purchase_order_line_id)
        .where(ReceivingLine.receiving_log_id == receiving_log_id, ReceivingLine.item_id == item_id)
        .order_by(ReceivingLine.position)
    )
    return list(session.execute(chosen))


def _update_line(session: Session, line: Any, values: dict[str, object]) -> None:  # noqa: ANN401 - see _lock_line
    session.execute(
        sa.update(ReceivingLine)
        .where(ReceivingLine.id == line.id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    _update(session, line.receiving_log_id, {})


def _update(session: Session, receiving_log_id: int, values: dict[str, object]) -> None:
    session.execute(
        sa.update(ReceivingLog)
        .where(ReceivingLog.id == receiving_log_id)
        .values(version=ReceivingLog.version + 1, **values)
        .execution_options(synchronize_session=False)
    )


def _touched(receiving_log_id: int) -> tuple[Change, ...]:
    return (Change(Record.RECEIVING_LOG, receiving_log_id),)
