"""Sending goods back to their vendor. Serves the guide's page "Return to vendor".

Every verb's ``record_id`` is the return.
"""

from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Change, Done, Record, done, each_of, some_new
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.money import cost_refusal, money_refusal
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS, ONE, quantity_refusal
from posim_desktop.domain.receiving import vendor_returns as return_rules
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.receiving.vendor_returns import VendorReturnStatus
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.queries.receiving import vendor_returns as return_queries
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.receiving import return_serials
from posim_desktop.services.records import (
    backorder_rows,
    item_cards,
    partners,
    receiving_rows,
    stock,
    vendor_return_rows,
)
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.records.stock import LedgerEntry
from posim_desktop.services.records.vendor_return_rows import ReturnLineContent, StoredReturn, StoredReturnLine
from posim_desktop.services.sales import cancellations, unwanted_goods
from posim_desktop.services.sales.cancellations import Unwanted
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class ReturnLineEdit:
    """What is written on a line; None leaves it as it is."""

    quantity: Decimal | None = None
    cost: Decimal | None = None
    reason: str | None = None


def start(session: Session, stamp: Stamp, *, vendor_id: int | None = None, receiving_log_id: int | None = None) -> Done:
    """Begin a return to a vendor, or of a posted delivery, whose lines come along with nothing going back yet.

    Raises:
        RefusedError: Names ``vendor``; or the delivery is not posted.
    """
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    if stamp.employee_id is None:
        raise refuse(Why.LOG_IN_FIRST)
    came = []
    if receiving_log_id is not None:
        log = receiving_rows.lock(session, receiving_log_id)
        if log.status is not ReceivingStatus.POSTED:
            raise refuse(Why.VENDOR_RETURN_OF_LOG_NOT_POSTED)
        vendor_id = log.vendor_id
        came = [line for line in receiving_rows.lines_of(session, receiving_log_id) if line.quantity > 0]
    elif vendor_id is None:
        raise refuse(Why.VENDOR_RETURN_NEEDS_VENDOR, Field("vendor"))
    else:
        partners.require_vendors(session, [vendor_id], "vendor")
    return_id = vendor_return_rows.insert(
        session, stamp, stamp.employee_id, vendor_id=vendor_id, receiving_log_id=receiving_log_id
    )
    numbers = item_cards.vendor_numbers(session, [line.item_id for line in came], vendor_id)
    rows = [
        ReturnLineContent(
            return_id, position, line.item_id, line.id, None, numbers.get(line.item_id, ""), NO_UNITS, line.cost, ""
        )
        for position, line in enumerate(came, 1)
    ]
    vendor_return_rows.insert_lines(session, rows)
    return done(return_id, _touched(return_id), some_new(Record.VENDOR_RETURN))


def set_header(session: Session, stamp: Stamp, *, vendor_return_id: int, rma_number: str, note: str) -> Done:
    """Write the vendor's authorization number and a note.

    Raises:
        RefusedError: Names ``rma_number`` or ``note``.
    """
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    number = text.clean(rma_number, field="rma_number", limit=text.SHORT, label=text.Label.RMA_NUMBER)
    words = text.clean(note, field="note", limit=text.NOTE, label=text.Label.NOTE, lines=True)
    _lock(session, vendor_return_id)
    vendor_return_rows.write(session, vendor_return_id, rma_number=number, note=words)
    return done(vendor_return_id, _touched(vendor_return_id))


def add_item(
    session: Session,
    stamp: Stamp,
    *,
    vendor_return_id: int,
    item_id: int,
    quantity: Decimal = ONE,
    reason: str = "",
    cost: Decimal | None = None,
) -> Done:
    """Send goods from the shelf back; the cost is what the vendor takes for them by the card unless given.

    Raises:
        RefusedError: Names ``item``, ``quantity``, ``reason`` or ``cost``.
    """
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    require(quantity_refusal(quantity))
    why = _clean_reason(reason)
    if cost is not None:
        require_permission(session, stamp, Permission.SEE_COSTS, Field("cost"))
        require(cost_refusal(cost, field="cost"))
    held = _lock(session, vendor_return_id)
    item = item_cards.bought_items(session, [item_id], held.vendor_id, archived=True)[item_id]
    if vendor_return_rows.has_item(session, vendor_return_id, item_id):
        raise refuse(Why.ITEM_ALREADY_GOES_BACK, Field("item"), item=item.code)
    _insert(
        session,
        vendor_return_id,
        item_id=item_id,
        vendor_item_number=item.vendor_item_number,
        quantity=quantity,
        cost=item.cost if cost is None else cost,
        reason=why,
    )
    vendor_return_rows.write(session, vendor_return_id)
    return done(vendor_return_id, _touched(vendor_return_id))


def change_line(session: Session, stamp: Stamp, *, line_id: int, edit: ReturnLineEdit) -> Done:
    """Change how much of a line goes back, at which cost or why.

    Raises:
        RefusedError: Names ``quantity``, ``cost`` or ``reason``.
    """
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    line = _lock_line(session, line_id)
    if edit.quantity is not None:
        require(quantity_refusal(edit.quantity, zero=True))
        vendor_return_rows.write_line(session, line_id, quantity=edit.quantity)
    if edit.cost is not None and edit.cost != line.cost:
        require_permission(session, stamp, Permission.SEE_COSTS, Field("cost"))
        require(cost_refusal(edit.cost, field="cost"))
        vendor_return_rows.write_line(session, line_id, cost=edit.cost)
    if edit.reason is not None:
        vendor_return_rows.write_line(session, line_id, reason=_clean_reason(edit.reason))
    vendor_return_rows.write(session, line.vendor_return_id)
    return done(line.vendor_return_id, _touched(line.vendor_return_id))


def remove_line(session: Session, stamp: Stamp, *, line_id: int) -> Done:
    """Take a line off a working return."""
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    line = _lock_line(session, line_id)
    vendor_return_rows.delete_line(session, line_id)
    vendor_return_rows.write(session, line.vendor_return_id)
    return done(line.vendor_return_id, _touched(line.vendor_return_id))


def discard(session: Session, stamp: Stamp, *, vendor_return_id: int) -> Done:
    """Discard a working return; nothing went back by it."""
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    vendor_return_rows.step(session, _lock(session, vendor_return_id), VendorReturnStatus.DISCARDED)
    append(session, stamp, [AuditEntry(AuditAction.DISCARD_VENDOR_RETURN, Record.VENDOR_RETURN, vendor_return_id)])
    return done(vendor_return_id, _touched(vendor_return_id))


def post(session: Session, stamp: Stamp, *, vendor_return_id: int) -> Done:
    """Post a return: the goods leave On Hand, what is set aside for customers stays.

    Raises:
        RefusedError: Nothing goes back; at ``Cell("quantity", line)`` more than is free or than came, with the most
            that can go; at ``Cell("reason", line)`` a line without one; at ``Cell("serials", line)`` one whose units
            have not each a number that may go.
    """
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    held = vendor_return_rows.lock(session, vendor_return_id)
    going = vendor_return_rows.going_back(session, vendor_return_id)
    require(return_rules.post_refusal(held.status, going))
    for log_id in vendor_return_rows.logs_of(session, vendor_return_id):
        receiving_rows.lock(session, log_id)
    items = stock.lock(session, (line.item_id for line in going))
    left = vendor_return_rows.left(session, vendor_return_id)
    require(return_rules.goods_refusal(going, {each.id: each.available for each in items.values()}, left))
    vendor_return_rows.delete_empty_lines(session, vendor_return_id)
    sent = [line for line in going if line.quantity > 0]
    return_serials.settle(session, vendor_return_id, sent, items)
    ledger = [
        LedgerEntry(
            line.item_id,
            LedgerKind.VENDOR_RETURN,
            -line.quantity,
            stamp.employee_id,
            stamp.at,
            reason=line.reason,
            vendor_return_line_id=line.line_id,
        )
        for line in sent
    ]
    stock.move(session, ledger=ledger)
    number = take_numbers(session, "vendor_return")
    vendor_return_rows.step(session, held, VendorReturnStatus.POSTED, number=number, posted_at=stamp.at)
    told = {"number": number, "sent_back": sum((line.quantity for line in sent), NO_UNITS)}
    append(
        session,
        stamp,
        [AuditEntry(AuditAction.POST_VENDOR_RETURN, Record.VENDOR_RETURN, vendor_return_id, after=told)],
    )
    touched = each_of(Record.ITEM, (line.item_id for line in sent)) | {some_new(Record.VENDOR_RETURN)}
    return done(vendor_return_id, _touched(vendor_return_id), *touched)


def take_credit(session: Session, stamp: Stamp, *, vendor_return_id: int, amount: Decimal, reference: str) -> Done:
    """Note a credit that the vendor gave for a posted return.

    Raises:
        RefusedError: It is not posted; names ``amount`` or ``reference``.
    """
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    require_permission(session, stamp, Permission.SEE_COSTS)
    require(money_refusal(amount, field="amount"))
    number = text.clean(reference, field="reference", limit=text.SHORT, label=text.Label.REFERENCE)
    held = vendor_return_rows.lock(session, vendor_return_id)
    require(return_rules.credit_refusal(held.status, amount))
    vendor_return_rows.insert_credit(session, stamp, vendor_return_id, amount, number)
    told = {"amount": amount}
    append(
        session,
        stamp,
        [AuditEntry(AuditAction.TAKE_VENDOR_CREDIT, Record.VENDOR_RETURN, vendor_return_id, after=told)],
    )
    return done(vendor_return_id, _touched(vendor_return_id))


def take_refused_goods(
    session: Session,
    stamp: Stamp,
    *,
    backorder_id: int,
    quantity: Decimal,
    employee_id: int,
    reason: str,
    disposition: Disposition | None = None,
    refund_by: Tender | None = None,
    wish: PrintWish | None = None,
) -> Done:
    """Put goods that a customer refuses on a return to their vendor, and cancel them on the customer's backorder.

    They go on the working return to the vendor with whose delivery they came, which is begun if there is none. What is
    set aside is released, so that they can go; where the money goes that this frees is chosen as with every cancel.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        backorder_id: Whose goods.
        quantity: How many units.
        employee_id: Who cancels.
        reason: Why; it stands on the return and on the cancellation.
        disposition: Where the money goes; None where nobody was asked.
        refund_by: By what a refund is paid back.
        wish: What the workstation wants printed of the refund.

    Raises:
        RefusedError: Names ``quantity``, ``name``, ``reason``, ``fee``, ``refund``, ``credit`` or ``vendor``.
    """
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    why = text.clean(reason, field="reason", limit=text.REASON, label=text.Label.REASON, blank=False)
    before = return_queries.figures_of(session.connection(), backorder_id)
    if before is None:
        raise refuse(Why.NO_SUCH_BACKORDER)
    item_id, figures = before
    require(backorder_rules.refuse_refusal(figures, quantity))
    came = return_queries.came_with(session.connection(), backorder_id)
    vendor_id = item_cards.preferred_vendor(session, item_id) if came is None else came[1]
    if vendor_id is None:
        raise refuse(Why.VENDOR_RETURN_NEEDS_VENDOR, Field("vendor"))
    return_id = vendor_return_rows.working_of(session, vendor_id)
    if return_id is None:
        return_id = start(session, stamp, vendor_id=vendor_id).record_id
    _lock(session, return_id)
    card = item_cards.bought_items(session, [item_id], vendor_id, archived=True)[item_id]
    _insert(
        session,
        return_id,
        item_id=item_id,
        receiving_line_id=None if came is None else came[0],
        backorder_id=backorder_id,
        vendor_item_number=card.vendor_item_number,
        quantity=quantity,
        cost=card.cost if came is None else came[2],
        reason=why,
    )
    vendor_return_rows.write(session, return_id)
    # What waits is refused and not what is still owed, so that is counted as wanted no more besides.
    more = {backorder_id: figures.outstanding + quantity}
    entries, changes = unwanted_goods.release(session, stamp, more)
    released = backorder_rows.lock(session, [backorder_id])[backorder_id].figures
    if released != backorder_rules.release(figures, quantity):  # it was picked up, or canceled, meanwhile
        raise refuse(Why.MORE_REFUSED_THAN_WAITS, Field("quantity"), waiting=released.waiting)
    unwanted = [Unwanted(backorder_id, quantity, disposition)]
    told, canceled = cancellations.begin(session, stamp, unwanted, employee_id, why, refund_by, wish)
    append(session, stamp, entries + told)
    return Done(return_id, changes | canceled | {_touched(return_id), some_new(Record.VENDOR_RETURN)})


def _insert(
    session: Session,
    vendor_return_id: int,
    *,
    item_id: int,
    vendor_item_number: str,
    quantity: Decimal,
    cost: Decimal,
    reason: str,
    receiving_line_id: int | None = None,
    backorder_id: int | None = None,
) -> None:
    position, count = vendor_return_rows.last_position(session, vendor_return_id)
    if count >= return_rules.MAX_LINES:
        raise refuse(Why.TOO_MANY_RETURN_LINES, Field("item"), most=return_rules.MAX_LINES)
    content = ReturnLineContent(
        vendor_return_id,
        position + 1,
        item_id,
        receiving_line_id,
        backorder_id,
        vendor_item_number,
        quantity,
        cost,
        reason,
    )
    vendor_return_rows.insert_lines(session, [content])


def _clean_reason(reason: str) -> str:
    return text.clean(reason, field="reason", limit=text.REASON, label=text.Label.REASON)


def _lock(session: Session, vendor_return_id: int) -> StoredReturn:
    held = vendor_return_rows.lock(session, vendor_return_id)
    require(return_rules.edit_refusal(held.status))
    return held


def _lock_line(session: Session, line_id: int) -> StoredReturnLine:
    """Lock the working return of a line and read the line again."""
    _lock(session, vendor_return_rows.line(session, line_id).vendor_return_id)
    return vendor_return_rows.line(session, line_id)


def _touched(vendor_return_id: int) -> Change:
    return Change(Record.VENDOR_RETURN, vendor_return_id)
