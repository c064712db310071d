"""Filling backorders from the shelf, and taking waiting goods back off their invoice.

Serves the guide's page "Fill backorders".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.backorders.backorder import EventKind, Figures
from posim_desktop.domain.backorders.questions import goods_refusal
from posim_desktop.domain.changes import Change, Done, Record, some_new
from posim_desktop.domain.errors import Cell, Field, RefusedError, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import commitment as commitment_rules
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.invoice import InvoiceStatus, Origin, TransCode
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.backorders import backorders, freed_money
from posim_desktop.services.backorders.freed_money import Freed
from posim_desktop.services.people.permissions import require_name
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.records import (
    approval_rows,
    backorder_rows,
    invoice_lines,
    invoice_rows,
    picked_rows,
    serial_rows,
    signatures,
    stock,
)
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.records.signatures import Signature
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.sales import emptied, fill_invoices, lines, picking, refunds
from posim_desktop.services.sales.fill_invoices import SetAside
from posim_desktop.services.sales.refunds import PaidBack
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class Fill:
    """How many units of a backorder to set aside from the shelf; ``word`` says why only part of one piece."""

    backorder_id: int
    quantity: Decimal
    word: str = ""


@dataclass(frozen=True, slots=True)
class Canceling:
    """The customer no longer wants what is taken off.

    Attributes:
        employee_id: Who signs.
        reason: Why.
        money: Where the money goes that it frees, by backorder; of those left out nobody was asked.
        refund_by: By what refunds are paid back.
        wish: What the workstation wants printed of the refunds.
    """

    employee_id: int
    reason: str
    money: tuple[tuple[int, Disposition], ...] = ()
    refund_by: Tender | None = None
    wish: PrintWish | None = None


def fill_backorders(session: Session, stamp: Stamp, *, invoice_id: int, fills: tuple[Fill, ...]) -> Done:
    """Set goods from the shelf aside for the backorders of a processed invoice.

    A new committed invoice with an S line for each is opened; ``record_id`` is its id.

    Raises:
        RefusedError: At the cell ``quantity`` of a backorder when more is asked than is outstanding or available.
    """
    invoice = invoice_rows.lock(session, invoice_id)
    if invoice.status != InvoiceStatus.PROCESSED:
        raise refuse(Why.FILLED_FROM_WRONG_INVOICE)
    wanted = {fill.backorder_id: fill.quantity for fill in fills if fill.quantity != 0}
    said = {fill.backorder_id: _clean_word(fill.word) for fill in fills}
    if not wanted or len({fill.backorder_id for fill in fills}) != len(fills):
        raise refuse(Why.NOTHING_TO_FILL, Field("quantity"))
    items = stock.lock(session, backorder_rows.items_of(session, wanted))
    rows = backorder_rows.lock(session, wanted)
    mine = backorder_rows.created_by(session, invoice_id)
    available = {item_id: item.available for item_id, item in items.items()}
    changed: dict[int, Figures] = {}
    for backorder_id, quantity in wanted.items():
        row = rows.get(backorder_id)
        if row is None or backorder_id not in mine:
            raise refuse(Why.BACKORDER_OF_ANOTHER_INVOICE, Cell("quantity", backorder_id))
        refusal = (
            goods_refusal(row.question)
            or commitment_rules.fill_refusal(quantity, row.outstanding, available[row.item_id])
            or backorder_rules.part_refusal(quantity, row.outstanding, said[row.id], one_piece=row.one_piece)
        )
        if refusal is not None:
            raise RefusedError(refusal.at(Cell("quantity", backorder_id)))
        available[row.item_id] -= quantity
        changed[backorder_id] = backorder_rules.receive(row.figures, quantity)
    words = {backorder_id: said[backorder_id] for backorder_id, row in rows.items() if row.one_piece}
    return _set_aside(session, stamp, invoice_id, wanted, items, rows, changed, words)


def _clean_word(typed: str) -> str:
    return text.clean(typed, field="word", limit=text.REASON, label=text.Label.REASON)


def _set_aside(
    session: Session,
    stamp: Stamp,
    invoice_id: int,
    wanted: dict[int, Decimal],
    items: Mapping[int, ItemStock],
    rows: Mapping[int, StoredBackorder],
    changed: dict[int, Figures],
    words: Mapping[int, str],
) -> Done:
    signed = signatures.sign(session, stamp.employee_id)
    goods = [
        SetAside(row, items[row.item_id].description, wanted[row.id], items[row.item_id].unit) for row in rows.values()
    ]
    taken = _summed((each.backorder.item_id, each.quantity) for each in goods)
    stock.move(session, committed=taken)
    made = next(iter(fill_invoices.make(session, stamp, Origin.FILL_MANUAL, goods).values()))
    events = [
        backorder_rows.event(
            stamp,
            EventKind.FILL_STOCK,
            backorder_id,
            quantity,
            replace(signed, reason=words.get(backorder_id, "")),
            invoice_id=made,
        )
        for backorder_id, quantity in wanted.items()
    ]
    backorder_rows.write(session, changed, events)
    outstanding = {backorder_id: figures.outstanding for backorder_id, figures in changed.items()}
    shrunk = allocations.trim_backorders(session, stamp, AllocationKind.FILLED, outstanding)
    filled = {"invoice": made, "filled": {str(each): str(quantity) for each, quantity in wanted.items()}}
    entry = AuditEntry(AuditAction.FILL_BACKORDERS, Record.INVOICE, invoice_id, after=filled)
    append(session, stamp, [entry])
    touched = _touched(made, rows, taken) | {some_new(Record.INVOICE)}
    return Done(made, frozenset(touched | allocations.changed_by(shrunk)))


def reduce_line(
    session: Session, stamp: Stamp, *, line_id: int, quantity: Decimal, canceling: Canceling | None = None
) -> Done:
    """Bring a fill line of a working invoice, committed or not, down to a quantity; 0 takes it off.

    The customer is owed the difference again, or no longer wants it. An invoice that loses its last line is discarded,
    and one that loses its last goods is committed no longer.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        line_id: A line that fills a backorder.
        quantity: What stays on the line.
        canceling: Who cancels and why; None when the customer is owed the goods again.

    Raises:
        RefusedError: Names ``quantity``, ``name`` or ``reason``.
    """
    invoice = _lock_working(session, invoice_lines.invoice_of(session, line_id))
    line = invoice_lines.find(invoice_lines.of_invoice(session, invoice.id), line_id)
    if line.fills_backorder_id is None:
        raise refuse(Why.LINE_FILLS_NO_BACKORDER, Field("quantity"))
    require(commitment_rules.reduce_refusal(line.quantity, quantity))
    entries, touched = take_off(session, stamp, invoice, [(line, line.quantity - quantity)], canceling)
    append(session, stamp, entries)
    return Done(invoice.id, frozenset(touched))


def take_off(
    session: Session,
    stamp: Stamp,
    invoice: StoredInvoice,
    freed: list[tuple[StoredLine, Decimal]],
    canceling: Canceling | None = None,
) -> tuple[list[AuditEntry], set[Change]]:
    """Take units off fill lines of a locked working invoice; whoever calls appends to the audit.

    An invoice that loses its last line is discarded, and one that loses its last goods is committed no longer.

    Raises:
        RefusedError: As :func:`reduce_line`, or money was handed over for an invoice that is empty now.
    """
    entries, touched = _release(session, stamp, invoice, freed, canceling)
    for line, quantity in freed:
        touched |= leave(session, line, line.quantity - quantity)
    lines.restate(session, stamp, invoice)
    if all(quantity < line.quantity for line, quantity in freed):
        return entries, touched
    told, others = emptied.settle(session, invoice)
    return [*entries, *told], touched | others


def discard(session: Session, stamp: Stamp, *, invoice_id: int, canceling: Canceling | None = None) -> Done:
    """Discard a working invoice that fills backorders, committed or not.

    Its customers are owed the goods again, or no longer want them; the goods are free for others.

    Raises:
        RefusedError: Not a working invoice, or names ``name`` or ``reason``.
    """
    invoice = _lock_working(session, invoice_id)
    stored = invoice_lines.of_invoice(session, invoice_id)
    freed = [(line, line.quantity) for line in stored if line.trans_code is TransCode.SALE and line.stocked]
    entries, touched = _release(session, stamp, invoice, freed, canceling)
    touched |= picking.changed(picked_rows.drop_held(session, invoice_id))
    picked_rows.drop_all(session, invoice_id)
    invoice_rows.discard(session, invoice)
    entries.append(AuditEntry(AuditAction.DISCARD_INVOICE, Record.INVOICE, invoice_id, before={"total": invoice.total}))
    append(session, stamp, entries)
    return Done(invoice_id, frozenset(touched))


def leave(session: Session, line: StoredLine, quantity: Decimal) -> set[Change]:
    """Leave so much on a line of a locked working invoice, or take it off; tell which pick-ups name it no longer.

    Whoever calls has released the goods, and adds the invoice up again.
    """
    if quantity > 0:
        _shorten(session, line, quantity)
        return set()
    approval_rows.drop(session, line.id)
    serial_rows.take_off(session, line.id)
    touched = picking.changed(picked_rows.drop_line(session, line.id))
    invoice_lines.delete(session, line.id)
    return touched


def _lock_working(session: Session, invoice_id: int) -> StoredInvoice:
    """Lock a working invoice, committed or not."""
    invoice = invoice_rows.lock(session, invoice_id)
    require(invoice_rules.edit_refusal(invoice.status, committed=False))
    return invoice


def _release(
    session: Session,
    stamp: Stamp,
    invoice: StoredInvoice,
    goods: list[tuple[StoredLine, Decimal]],
    canceling: Canceling | None,
) -> tuple[list[AuditEntry], set[Change]]:
    """Release goods that waited on S lines: W, R and, while committed, K fall; canceled goods are owed no more."""
    reason = backorders.clean_reason(canceling.reason, Field("reason")) if canceling is not None else ""
    items = _summed((line.item_id, quantity) for line, quantity in goods)
    freed = _summed((line.fills_backorder_id, quantity) for line, quantity in goods)
    stock.lock(session, items)
    if invoice.committed:
        stock.move(session, committed={item_id: -quantity for item_id, quantity in items.items()})
    rows = backorder_rows.lock(session, freed)
    released_by = signatures.sign(session, stamp.employee_id)
    if canceling is not None:
        require_name(session, stamp, canceling.employee_id, Permission.CANCEL_BACKORDER, Field("name"))
    canceled_by = signatures.sign(session, canceling.employee_id, reason) if canceling else None
    changed, events, canceled = {}, [], {}
    for backorder_id, quantity in freed.items():
        figures = backorder_rules.release(rows[backorder_id].figures, quantity)
        events.append(
            backorder_rows.event(stamp, EventKind.RELEASE, backorder_id, quantity, released_by, invoice_id=invoice.id)
        )
        if canceled_by is not None:
            canceled[backorder_id] = freed_money.Canceled(rows[backorder_id], figures, quantity, reason)
            figures = backorder_rules.cancel(figures, quantity)
            events.append(backorder_rows.event(stamp, EventKind.CANCEL, backorder_id, quantity, canceled_by))
        changed[backorder_id] = figures
    backorder_rows.write(session, changed, events)
    money = freed_money.dispose(session, stamp, canceled, dict(canceling.money)) if canceling is not None else {}
    entries = [
        _entry(rows[each], invoice.id, quantity, changed[each], canceled_by, money.get(each))
        for each, quantity in freed.items()
    ]
    touched = _touched(invoice.id, rows, items)
    if canceling is not None:
        freed_money.require_fees(session, stamp, money.values())
        back = [
            refunds.of_cancellation(session, rows[each], own, reason) for each, own in money.items() if own.wish.refund
        ]
        told, others = _pay_back(session, stamp, invoice, back, canceling)
        return entries + told, touched | others
    return entries, touched


def _pay_back(
    session: Session, stamp: Stamp, invoice: StoredInvoice, back: Sequence[PaidBack], canceling: Canceling
) -> tuple[list[AuditEntry], set[Change]]:
    """Pay back what is refunded of the deposits of goods that are no longer wanted."""
    if not back or invoice.customer_id is None:
        return [], set()
    if canceling.refund_by is None:
        raise refuse(Why.NO_TENDER, Field("refund"))
    return refunds.pay_back(session, stamp, invoice.customer_id, back, canceling.refund_by, canceling.wish)


def _summed(quantities: Iterable[tuple[int | None, Decimal]]) -> dict[int, Decimal]:
    sums: dict[int, Decimal] = {}
    for record_id, quantity in quantities:
        if record_id is not None:
            sums[record_id] = sums.get(record_id, NO_UNITS) + quantity
    return sums


def _entry(
    row: StoredBackorder,
    invoice_id: int,
    quantity: Decimal,
    figures: Figures,
    canceled_by: Signature | None,
    money: Freed | None,
) -> AuditEntry:
    before = {"waiting": row.waiting, "outstanding": row.outstanding}
    after: dict[str, object] = {
        "waiting": figures.waiting,
        "outstanding": figures.outstanding,
        "released": quantity,
        "invoice": invoice_id,
    }
    if canceled_by is None:
        return AuditEntry(AuditAction.RELEASE_GOODS, Record.BACKORDER, row.id, before, after)
    signed = after | {"canceled_by": canceled_by.employee_id} | (money.told if money is not None else {})
    return AuditEntry(AuditAction.CANCEL_BACKORDER, Record.BACKORDER, row.id, before, signed, canceled_by.reason)


def _shorten(session: Session, line: StoredLine, quantity: Decimal) -> None:
    """Leave less on a line; its discount stays in proportion."""
    if line.discount_percent is not None:
        discount = invoice_rules.discount_from_percent(quantity, line.unit_price, line.discount_percent)
    else:
        discount, _rest = invoice_rules.split_discount(line.quantity, line.unit_price, line.discount, quantity)
    extension = invoice_rules.extension(TransCode.SALE, quantity, line.unit_price, discount)
    invoice_lines.write(
        session,
        line.id,
        quantity=quantity,
        discount=discount,
        extension=extension,
        fixed_discount=None,
        fixed_for=None,
    )


def _touched(invoice_id: int, rows: Mapping[int, StoredBackorder], items: Mapping[int, Decimal]) -> set[Change]:
    return (
        {Change(Record.INVOICE, invoice_id)}
        | {Change(Record.ITEM, item_id) for item_id in items}
        | {Change(Record.BACKORDER, row.id) for row in rows.values()}
        | {Change(Record.CUSTOMER, row.customer_id) for row in rows.values()}
    )
