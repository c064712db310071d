"""Correcting a posted receiving log by a document of its own. Serves the guide's page "Correct a receiving log".

What the person saw is worked out once more under the locks; where it comes to something else, nothing is written.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.backorders.backorder import EventKind, Figures
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Change, Done, Record, done, some_new
from posim_desktop.domain.errors import Field, RefusedError, refuse
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving import corrections as correction_rules
from posim_desktop.domain.receiving.corrections import Back, Came, Plan, TakenBack
from posim_desktop.domain.receiving.vendors_costs import standing_cost
from posim_desktop.domain.why import Why
from posim_desktop.queries.receiving import corrections as correction_queries
from posim_desktop.queries.receiving.corrections import Correctable
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.receiving import logs
from posim_desktop.services.records import (
    allocation_rows,
    backorder_rows,
    correction_rows,
    invoice_lines,
    invoice_rows,
    order_rows,
    receiving_rows,
    signatures,
    stock,
    vendor_term_rows,
)
from posim_desktop.services.records.allocation_rows import NewAllocation
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.records.order_rows import StoredOrder
from posim_desktop.services.records.receiving_rows import ReceivingLineContent
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.records.signatures import Signature
from posim_desktop.services.records.stock import LedgerEntry
from posim_desktop.services.sales import emptied, fills, lines
from posim_desktop.services.session import Session, Stamp


@dataclass
class _Correcting:
    """One correction under way: what was locked, and what becomes of it."""

    log_id: int
    vendor_id: int
    order: StoredOrder | None
    ordered_at: Mapping[int, Decimal]
    invoices: dict[int, StoredInvoice]
    backorders: dict[int, StoredBackorder]
    found: Correctable
    plan: Plan
    signed: Signature
    number: int = 0
    figures: dict[int, Figures] = field(default_factory=dict)
    entries: list[AuditEntry] = field(default_factory=list)
    touched: set[Change] = field(default_factory=set)

    @property
    def lines(self) -> Mapping[int, Came]:
        """The lines of the log."""
        return {line.line_id: line for line in self.found.standing.lines}

    @property
    def backs(self) -> list[Back]:
        """All that is taken of customers."""
        return [back for each in self.plan for back in each.backs]


def correct(
    session: Session,
    stamp: Stamp,
    *,
    receiving_log_id: int,
    taken: tuple[TakenBack, ...],
    reason: str,
    seen: Plan,
) -> Done:
    """Take back what a posted log received by mistake; ``record_id`` is the correction.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        receiving_log_id: The posted log.
        taken: What did not come, by line.
        reason: Why; it is printed.
        seen: What the person was shown that it does.

    Raises:
        RefusedError: At ``Cell("actual", line)`` when goods are gone, at ``reason``; or everything is as it should be
            but comes to something else by now.
    """
    require_permission(session, stamp, Permission.CORRECT_RECEIVING)
    words = text.clean(reason, field="reason", limit=text.REASON, label=text.Label.REASON, blank=False)
    correcting = _lock(session, stamp, receiving_log_id, taken, words, seen)
    correcting.number = take_numbers(session, "receiving_correction")
    correction_id, line_ids = correction_rows.insert(
        session, stamp, correcting.number, receiving_log_id, correcting.signed, correcting.plan
    )
    _move_stock(session, stamp, correcting, line_ids)
    _take_off_invoices(session, stamp, correcting)
    _owe_again(session, stamp, correcting)
    reopened = _serve_order(session, stamp, correcting)
    append(session, stamp, list(_entries(correcting, reopened=reopened)))
    return Done(correction_id, _changes(correcting))


def prepare(session: Session, stamp: Stamp, *, correction_id: int, purchase_order_id: int | None = None) -> Done:
    """Begin a receiving log for goods that a correction took back, because they belong on another order or on none.

    What the order does not have gets a line of its own; the vendor's papers are the same.

    Raises:
        RefusedError: Names ``purchase_order``.
    """
    require_permission(session, stamp, Permission.RECEIVE)
    log, goods = correction_rows.log_of(session, correction_id), correction_rows.goods_of(session, correction_id)
    begun = logs.start(
        session,
        stamp,
        received_on=log.received_on,
        purchase_order_id=purchase_order_id,
        vendor_id=log.vendor_id,
        counting=True,
    )
    receiving_rows.write(
        session,
        begun.record_id,
        vendor_invoice=log.vendor_invoice,
        invoice_date=log.invoice_date,
        note=log.note,
    )
    left = {each.item_id: each for each in goods}
    for line in receiving_rows.lines_of(session, begun.record_id):
        if line.item_id in left:
            receiving_rows.write_quantity(session, line.id, left.pop(line.item_id).quantity)
    position, _count = receiving_rows.last_position(session, begun.record_id)
    rows = [
        ReceivingLineContent(begun.record_id, place, each.item_id, None, each.quantity, each.cost)
        for place, each in enumerate(left.values(), position + 1)
    ]
    receiving_rows.insert_lines(session, rows)
    return done(begun.record_id, *begun.changes)


def _lock(
    session: Session, stamp: Stamp, receiving_log_id: int, taken: Sequence[TakenBack], reason: str, seen: Plan
) -> _Correcting:
    """Lock what the person saw in the order that every verb keeps, and see that it is so still.

    Whoever sets goods of an item aside, or takes them away, holds the item's lock; so all that waits can be read once
    the items are locked, and if it is other goods than the person saw, nothing is done.
    """
    log = receiving_rows.lock(session, receiving_log_id)
    order = None if log.purchase_order_id is None else order_rows.lock(session, log.purchase_order_id)
    backs = [back for each in seen for back in each.backs]
    invoices = {each: invoice_rows.lock(session, each) for each in sorted({back.invoice_id for back in backs})}
    stock.lock(session, (line.item_id for line in receiving_rows.lines_of(session, receiving_log_id)))
    ordered = [] if order is None else order_rows.lock_lines(session, order.id)
    backorders = backorder_rows.lock(session, {back.backorder_id for back in backs})
    found = correction_queries.correctable(session.connection(), receiving_log_id)
    if found is None:
        raise refuse(Why.NO_SUCH_LOG)
    plan = correction_rules.plan(found.standing, taken)
    if plan != seen:
        raise refuse(Why.CORRECTION_CHANGED, Field("plan"))
    signed = signatures.sign(session, stamp.employee_id, reason)
    ordered_at = {line.id: line.cost for line in ordered}
    return _Correcting(receiving_log_id, log.vendor_id, order, ordered_at, invoices, backorders, found, plan, signed)


def _move_stock(session: Session, stamp: Stamp, correcting: _Correcting, line_ids: Mapping[int, int]) -> None:
    """Write the ledger; what is set aside and still to come; and what goods cost whose delivery counts no longer."""
    lines_of_log = correcting.lines
    ledger = [
        LedgerEntry(
            lines_of_log[each.line_id].item_id,
            LedgerKind.CORRECTED,
            -each.quantity,
            stamp.employee_id,
            stamp.at,
            correction_line_id=line_ids[each.line_id],
            reason=correcting.signed.reason,
        )
        for each in correcting.plan
    ]
    freed: dict[int, Decimal] = {}
    more_on_order: dict[int, Decimal] = {}
    for each in correcting.plan:
        item_id = lines_of_log[each.line_id].item_id
        held = sum((back.quantity for back in each.backs if back.committed), NO_UNITS)
        freed[item_id] = freed.get(item_id, NO_UNITS) - held
        more_on_order[item_id] = more_on_order.get(item_id, NO_UNITS) + each.reopened
    stock.move(session, ledger=ledger, committed=freed, on_order=more_on_order)
    whole = [lines_of_log[each.line_id] for each in correcting.plan if each.is_whole]
    stock.recount_costs(session, {line.item_id for line in whole})
    _recount_vendors_costs(session, correcting, whole)


def _recount_vendors_costs(session: Session, correcting: _Correcting, whole: Sequence[Came]) -> None:
    """Let the vendor's own costs be those that stood before, or those it was ordered at where nobody knows."""
    vendor_id = correcting.vendor_id
    said = vendor_term_rows.own_costs(session, vendor_id, {line.item_id for line in whole})
    wrote = stock.costs_at_vendor(session, said, vendor_id)
    costs: dict[int, Decimal] = {}
    for line in whole:
        if line.item_id in wrote:
            standing = standing_cost(said[line.item_id], wrote[line.item_id])
            if standing is None and line.order_line is not None:
                standing = correcting.ordered_at[line.order_line.id]
            costs[line.item_id] = said[line.item_id] if standing is None else standing
    stock.renew(session, vendor_term_rows.recount_costs(session, vendor_id, costs))


def _take_off_invoices(session: Session, stamp: Stamp, correcting: _Correcting) -> None:
    """Let the fill lines shrink."""
    by_invoice: dict[int, dict[int, Decimal]] = {}
    for back in correcting.backs:
        own = by_invoice.setdefault(back.invoice_id, {})
        own[back.backorder_id] = own.get(back.backorder_id, NO_UNITS) + back.quantity
    for invoice_id, wanted in sorted(by_invoice.items()):
        invoice = correcting.invoices[invoice_id]
        for line in reversed(invoice_lines.of_invoice(session, invoice_id)):
            less = min(line.quantity, wanted.get(line.fills_backorder_id or 0, NO_UNITS))
            if less > 0 and line.fills_backorder_id is not None:
                wanted[line.fills_backorder_id] -= less
                correcting.touched |= fills.leave(session, line, line.quantity - less)
        lines.restate(session, stamp, invoice)
        _see_to_emptied(session, correcting, invoice)


def _see_to_emptied(session: Session, correcting: _Correcting, invoice: StoredInvoice) -> None:
    """End an invoice on which nothing is left.

    Raises:
        RefusedError: Money was handed over for it; says whose it is.
    """
    try:
        entries, named_by = emptied.settle(session, invoice)
    except RefusedError as refused:
        customer = next(each.customer for each in correcting.found.waiting if each.invoice_id == invoice.id)
        raise refuse(Why.TAKEN_OFF_HOLDS_MONEY, customer=customer, refused=refused.refusal) from refused
    correcting.entries += entries
    correcting.touched |= named_by


def _owe_again(session: Session, stamp: Stamp, correcting: _Correcting) -> None:
    events = []
    for each in correcting.plan:
        for back in each.backs:
            figures = correcting.figures.get(back.backorder_id) or correcting.backorders[back.backorder_id].figures
            correcting.figures[back.backorder_id] = backorder_rules.release(figures, back.quantity)
            events.append(
                backorder_rows.event(
                    stamp,
                    EventKind.RELEASE,
                    back.backorder_id,
                    back.quantity,
                    correcting.signed,
                    invoice_id=back.invoice_id,
                    receiving_line_id=each.line_id,
                )
            )
    backorder_rows.write(session, correcting.figures, events)


def _serve_order(session: Session, stamp: Stamp, correcting: _Correcting) -> bool:
    """Write the order lines, and to whom they are allocated again; tell whether a closed order is open again."""
    served: dict[int, tuple[Decimal, Decimal, Decimal]] = {}
    planned: dict[tuple[int, int], Decimal] = {}
    for each in correcting.plan:
        ordered = correcting.lines[each.line_id].order_line
        if ordered is None:
            continue
        still_open = ordered.still_open() + each.reopened
        served[ordered.id] = (ordered.received - each.quantity, ordered.closed_short + each.given_up, still_open)
        for back in each.backs:
            if back.planned > 0:
                key = (ordered.id, back.backorder_id)
                planned[key] = planned.get(key, NO_UNITS) + back.planned
    order_rows.correct_lines(session, served)
    if correcting.order is None:
        return False
    _allocate(session, stamp, correcting.order.id, planned)
    reopened = correcting.order.status is OrderStatus.CLOSED and any(each.reopened > 0 for each in correcting.plan)
    if reopened:
        order_rows.step(session, correcting.order, OrderStatus.PROCESSED)
    else:
        order_rows.write(session, correcting.order.id)
    return reopened


def _allocate(
    session: Session, stamp: Stamp, purchase_order_id: int, planned: Mapping[tuple[int, int], Decimal]
) -> None:
    if not planned:
        return
    standing = {(row.line_id, row.backorder_id): row for row in allocation_rows.of_order(session, purchase_order_id)}
    raised = {standing[key]: standing[key].quantity + more for key, more in planned.items() if key in standing}
    new = {NewAllocation(purchase_order_id, *key): more for key, more in planned.items() if key not in standing}
    allocation_rows.write(session, stamp, AllocationKind.CORRECTED, raised)
    allocation_rows.insert(session, stamp, AllocationKind.CORRECTED, new)


def _entries(correcting: _Correcting, *, reopened: bool) -> Iterable[AuditEntry]:
    after: dict[str, object] = {
        "number": correcting.number,
        "taken_back": sum((each.quantity for each in correcting.plan), NO_UNITS),
        "owed_again": sum((back.quantity for back in correcting.backs), NO_UNITS),
        "invoices": sorted(correcting.invoices),
    }
    if reopened:
        after["reopened_purchase_order"] = None if correcting.order is None else correcting.order.id
    reason = correcting.signed.reason
    yield AuditEntry(AuditAction.CORRECT_RECEIVING, Record.RECEIVING_LOG, correcting.log_id, after=after, reason=reason)
    yield from correcting.entries
    for backorder_id, figures in correcting.figures.items():
        row = correcting.backorders[backorder_id]
        before = {"waiting": row.waiting, "outstanding": row.outstanding}
        now = {
            "waiting": figures.waiting,
            "outstanding": figures.outstanding,
            "released": row.waiting - figures.waiting,
        }
        yield AuditEntry(AuditAction.RELEASE_GOODS, Record.BACKORDER, backorder_id, before, now, reason)


def _changes(correcting: _Correcting) -> frozenset[Change]:
    touched = correcting.touched | {Change(Record.RECEIVING_LOG, correcting.log_id), some_new(Record.RECEIVING_LOG)}
    touched |= {Change(Record.ITEM, correcting.lines[each.line_id].item_id) for each in correcting.plan}
    touched |= {Change(Record.INVOICE, each) for each in correcting.invoices}
    touched |= {Change(Record.CUSTOMER, correcting.backorders[each].customer_id) for each in correcting.figures}
    touched |= {Change(Record.BACKORDER, each) for each in correcting.figures}
    if correcting.order is not None:
        touched |= allocations.changed(correcting.order.id, correcting.figures)
    return frozenset(touched)
