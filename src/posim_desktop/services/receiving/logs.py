"""The working receiving log: what came with one delivery, counted line by line. Serves the guide's page "Receive".

Every verb's ``record_id`` is the receiving log; :mod:`posim_desktop.services.receiving.posting` posts it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from zoneinfo import ZoneInfo

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done, some_new
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.money import cost_refusal, to_cents
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.packs import cost_of_unit
from posim_desktop.domain.quantity import NO_UNITS, ONE, quantity_refusal
from posim_desktop.domain.receiving import charges as charge_rules
from posim_desktop.domain.receiving import logs as log_rules
from posim_desktop.domain.receiving.charges import Spread
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.receiving import serials
from posim_desktop.services.records import item_cards, order_rows, partners, receiving_rows, serial_rows, signatures
from posim_desktop.services.records.receiving_rows import ReceivingLineContent, StoredLog, StoredReceivingLine
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class Header:
    """What the vendor's paperwork says, and who received the delivery."""

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
    require_permission(session, stamp, Permission.RECEIVE)
    if stamp.employee_id is None:
        raise refuse(Why.LOG_IN_FIRST)
    ordered = []
    if purchase_order_id is not None:
        order = order_rows.lock(session, purchase_order_id, "purchase_order")
        require(log_rules.start_refusal(order.status))
        vendor_id = order.vendor_id
        ordered = order_rows.lines_of(session, purchase_order_id)
    elif vendor_id is None:
        raise refuse(Why.DELIVERY_NEEDS_VENDOR, Field("vendor"))
    else:
        partners.require_vendors(session, [vendor_id], "vendor")
    lines = sorted((line for line in ordered if line.still_open > 0), key=attrgetter("position"))
    log_id = receiving_rows.insert(
        session,
        stamp,
        stamp.employee_id,
        vendor_id=vendor_id,
        purchase_order_id=purchase_order_id,
        received_on=received_on or _today(session, stamp),
    )
    rows = [
        ReceivingLineContent(
            log_id,
            position,
            line.item_id,
            line.id,
            NO_UNITS if counting else line.still_open,
            line.cost,
            line.packing,
        )
        for position, line in enumerate(lines, 1)
    ]
    receiving_rows.insert_lines(session, rows)
    return done(log_id, *_touched(log_id), some_new(Record.RECEIVING_LOG))


def set_header(session: Session, stamp: Stamp, *, receiving_log_id: int, header: Header) -> Done:
    """Write the header.

    Raises:
        RefusedError: Names ``vendor_invoice``, ``invoice_date``, ``received_on``, ``received_by`` or ``note``.
    """
    require_permission(session, stamp, Permission.RECEIVE)
    number = text.clean(
        header.vendor_invoice, field="vendor_invoice", limit=text.SHORT, label=text.Label.VENDOR_INVOICE
    )
    note = text.clean(header.note, field="note", limit=text.NOTE, label=text.Label.NOTE, lines=True)
    if header.received_on > _today(session, stamp):
        raise refuse(Why.DATE_IN_FUTURE, Field("received_on"))
    if header.invoice_date is not None and header.invoice_date > header.received_on:
        raise refuse(Why.INVOICE_DATED_TOO_LATE, Field("invoice_date"))
    _lock(session, receiving_log_id)
    received_by = signatures.sign(session, header.received_by_id, field="received_by")
    receiving_rows.write(
        session,
        receiving_log_id,
        vendor_invoice=number,
        invoice_date=header.invoice_date,
        received_on=header.received_on,
        received_by_id=received_by.employee_id,
        note=note,
    )
    return done(receiving_log_id, *_touched(receiving_log_id))


def set_quantity(session: Session, stamp: Stamp, *, line_id: int, quantity: Decimal) -> Done:
    """Record how much of a line arrived, 0 for none.

    More than the order line still has open is allowed; the screen asks first.

    Raises:
        RefusedError: Names ``quantity``.
    """
    _require_person(stamp)
    require(quantity_refusal(quantity, zero=True))
    line = _lock_line(session, line_id)
    receiving_rows.write_quantity(session, line_id, quantity)
    receiving_rows.write(session, line.receiving_log_id)
    return done(line.receiving_log_id, *_touched(line.receiving_log_id))


def set_cost(session: Session, stamp: Stamp, *, line_id: int, cost: Decimal, is_of_pack: bool = False) -> Done:
    """Write what a unit cost by the vendor's papers, or a pack of the line.

    Raises:
        RefusedError: Names ``cost``.
    """
    require_permission(session, stamp, Permission.RECEIVE)
    require_permission(session, stamp, Permission.SEE_COSTS, Field("cost"))
    require(cost_refusal(cost, field="cost"))
    line = _lock_line(session, line_id)
    of_unit = cost_of_unit(cost, line.pack_quantity) if is_of_pack else cost
    require(cost_refusal(of_unit, field="cost"))
    receiving_rows.write_cost(session, line_id, of_unit, cost if is_of_pack else None)
    receiving_rows.write(session, line.receiving_log_id)
    return done(line.receiving_log_id, *_touched(line.receiving_log_id))


def set_lot(session: Session, stamp: Stamp, *, line_id: int, lot: str) -> Done:
    """Write of which dye lot the goods of a line are; lots are kept in capitals, and blank for none.

    Raises:
        RefusedError: Names ``lot``.
    """
    require_permission(session, stamp, Permission.RECEIVE)
    words = text.clean(lot.upper(), field="lot", limit=text.SHORT, label=text.Label.LOT)
    line = _lock_line(session, line_id)
    receiving_rows.write_lot(session, line_id, words)
    receiving_rows.write(session, line.receiving_log_id)
    return done(line.receiving_log_id, *_touched(line.receiving_log_id))


def set_free(session: Session, stamp: Stamp, *, line_id: int, free: Decimal) -> Done:
    """Record how many units of a line came free: what was paid for the others is spread over all of them.

    Raises:
        RefusedError: Names ``free``.
    """
    require_permission(session, stamp, Permission.RECEIVE)
    line = _lock_line(session, line_id)
    require(charge_rules.free_refusal(free, line.quantity))
    receiving_rows.write_free(session, line_id, free)
    receiving_rows.write(session, line.receiving_log_id)
    return done(line.receiving_log_id, *_touched(line.receiving_log_id))


def set_charges(
    session: Session, stamp: Stamp, *, receiving_log_id: int, freight: Decimal, other_charges: Decimal, spread: Spread
) -> Done:
    """Write what the delivery cost besides its goods, and over which lines that is spread.

    Raises:
        RefusedError: Names ``freight`` or ``other_charges``.
    """
    require_permission(session, stamp, Permission.RECEIVE)
    require_permission(session, stamp, Permission.SEE_COSTS, Field("freight"))
    require(charge_rules.charges_refusal(freight, other_charges))
    _lock(session, receiving_log_id)
    receiving_rows.write(
        session,
        receiving_log_id,
        freight=to_cents(freight),
        other_charges=to_cents(other_charges),
        spread=str(spread),
    )
    return done(receiving_log_id, *_touched(receiving_log_id))


def take_as_ordered(session: Session, stamp: Stamp, *, receiving_log_id: int) -> Done:
    """Set every line of the order to what is open on it; goods that are not on the order stay as counted."""
    _require_person(stamp)
    _lock(session, receiving_log_id)
    receiving_rows.count_as_ordered(session, receiving_log_id)
    receiving_rows.write(session, receiving_log_id)
    return done(receiving_log_id, *_touched(receiving_log_id))


def count_from_zero(session: Session, stamp: Stamp, *, receiving_log_id: int) -> Done:
    """Set every line to 0, to count the delivery with the scanner."""
    _require_person(stamp)
    _lock(session, receiving_log_id)
    receiving_rows.count_from_zero(session, receiving_log_id)
    receiving_rows.write(session, receiving_log_id)
    return done(receiving_log_id, *_touched(receiving_log_id))


def count_up(
    session: Session,
    stamp: Stamp,
    *,
    receiving_log_id: int,
    item_id: int,
    quantity: Decimal = ONE,
    unit_serials: tuple[str, ...] = (),
) -> Done:
    """Count goods that were scanned: on the item's first line that lacks something, else on its last one.

    Goods that are not on the log get a line of their own. The serial numbers of units that the code named go along.

    Raises:
        RefusedError: Names ``item``, ``quantity`` or ``serials``.
    """
    _require_person(stamp)
    require(quantity_refusal(quantity))
    _lock(session, receiving_log_id)
    lines = receiving_rows.lines_of_item(session, receiving_log_id, item_id)
    if not lines:
        counted = add_item(session, stamp, receiving_log_id=receiving_log_id, item_id=item_id, quantity=quantity)
        (line,) = receiving_rows.lines_of_item(session, receiving_log_id, item_id)
        serials.add_scanned(session, line.id, unit_serials)
        return counted
    line = log_rules.line_to_count(lines, quantity)
    require(quantity_refusal(line.quantity + quantity))
    receiving_rows.write_quantity(session, line.id, line.quantity + quantity)
    serials.add_scanned(session, line.id, unit_serials)
    receiving_rows.write(session, receiving_log_id)
    return done(receiving_log_id, *_touched(receiving_log_id))


def add_item(
    session: Session,
    stamp: Stamp,
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
    _require_person(stamp)
    require(quantity_refusal(quantity, zero=True))
    if cost is not None:
        require(cost_refusal(cost, field="cost"))
    log = _lock(session, receiving_log_id)
    item = item_cards.bought_items(session, [item_id], log.vendor_id)[item_id]
    if receiving_rows.lines_of_item(session, receiving_log_id, item_id):
        raise refuse(Why.ITEM_ALREADY_ON_LOG, Field("item"), item=item.code)
    expected = None
    if log.purchase_order_id is not None:
        expected = order_rows.line_of_item(session, log.purchase_order_id, item_id)
    packing = item.packing if expected is None else expected.packing
    if cost is None:
        cost = item.cost if expected is None else expected.cost
    elif expected is None or cost != expected.cost:
        packing = packing._replace(pack_cost=None)
    position, count = receiving_rows.last_position(session, receiving_log_id)
    if count >= log_rules.MAX_LINES:
        raise refuse(Why.TOO_MANY_LOG_LINES, Field("item"), most=log_rules.MAX_LINES)
    order_line_id = None if expected is None else expected.id
    line = ReceivingLineContent(receiving_log_id, position + 1, item_id, order_line_id, quantity, cost, packing)
    receiving_rows.insert_lines(session, [line])
    receiving_rows.write(session, receiving_log_id)
    return done(receiving_log_id, *_touched(receiving_log_id))


def remove_line(session: Session, stamp: Stamp, *, line_id: int) -> Done:
    """Take a line off a working log: nothing of it came."""
    _require_person(stamp)
    line = _lock_line(session, line_id)
    serial_rows.take_off_log(session, line_id)
    receiving_rows.delete_line(session, line_id)
    receiving_rows.write(session, line.receiving_log_id)
    return done(line.receiving_log_id, *_touched(line.receiving_log_id))


def discard(session: Session, stamp: Stamp, *, receiving_log_id: int) -> Done:
    """Discard a working log; nothing was received by it."""
    require_permission(session, stamp, Permission.RECEIVE)
    receiving_rows.step(session, _lock(session, receiving_log_id), ReceivingStatus.DISCARDED)
    append(session, stamp, [AuditEntry(AuditAction.DISCARD_RECEIVING_LOG, Record.RECEIVING_LOG, receiving_log_id)])
    return done(receiving_log_id, *_touched(receiving_log_id))


def _require_person(stamp: Stamp) -> None:
    """Refuse to count for nobody; it takes no permission, for nothing changes before the posting."""
    if stamp.employee_id is None:
        raise refuse(Why.LOG_IN_FIRST)


def _today(session: Session, stamp: Stamp) -> date:
    """Work out the shop's day."""
    zone = ZoneInfo(preferences.load(session.connection()).time_zone)
    return stamp.at.astimezone(zone).date()


def _lock(session: Session, receiving_log_id: int) -> StoredLog:
    log = receiving_rows.lock(session, receiving_log_id)
    require(log_rules.edit_refusal(log.status))
    return log


def _lock_line(session: Session, line_id: int) -> StoredReceivingLine:
    """Lock the working log of a line and read the line again."""
    _lock(session, receiving_rows.line(session, line_id).receiving_log_id)
    return receiving_rows.line(session, line_id)


def _touched(receiving_log_id: int) -> tuple[Change, ...]:
    return (Change(Record.RECEIVING_LOG, receiving_log_id),)
