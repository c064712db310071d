"""Filling backorders from the shelf, and taking goods that wait for a customer off their invoice again.

Serves the guide's page "Fill backorders".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain import text
from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.backorders.backorder import EventKind, Figures
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import Cell, RefusedError, refuse, require
from posim_desktop.domain.quantity import NONE
from posim_desktop.domain.sales import commitment as rules
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import InvoiceStatus, Origin, TransCode
from posim_desktop.orm import Backorder, InvoiceLine
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.sales import commitments, fill_invoices
from posim_desktop.services.sales import lines as invoice_lines
from posim_desktop.services.sales.fill_invoices import SetAside, Signature
from posim_desktop.services.transaction import Stamp


@dataclass(frozen=True, slots=True)
class Fill:
    """How many units of a backorder to set aside from the shelf."""

    backorder_id: int
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Canceling:
    """The customer no longer wants what is taken off: who signs, and why."""

    employee_id: int
    reason: str


def fill_backorders(session: Session, stamp: Stamp, *, invoice_id: int, fills: tuple[Fill, ...]) -> Done:
    """Set goods from the shelf aside for the backorders of a processed invoice.

    A new committed invoice with an S line for each is opened; ``record_id`` is its id.

    Raises:
        RefusedError: At the cell ``quantity`` of a backorder when more is asked than is outstanding or available.
    """
    invoice = commitments.lock(session, invoice_id)
    if invoice.status != InvoiceStatus.PROCESSED:
        raise refuse("Backorders are filled from the processed invoice that they come from.")
    wanted = {fill.backorder_id: fill.quantity for fill in fills if fill.quantity != 0}
    if not wanted or len({fill.backorder_id for fill in fills}) != len(fills):
        raise refuse("Enter how many to fill of at least one backorder, each once.", "quantity")
    items = fill_invoices.lock_items(session, _items_of(session, wanted))
    backorders = fill_invoices.lock_backorders(session, wanted)
    mine = _born_of(session, invoice_id)
    available = {item_id: item.on_hand - item.committed for item_id, item in items.items()}
    changed: dict[int, Figures] = {}
    for backorder_id, quantity in wanted.items():
        row = backorders.get(backorder_id)
        if row is None or backorder_id not in mine:
            raise refuse("This backorder does not come from this invoice.", Cell("quantity", backorder_id))
        refusal = rules.fill_refusal(quantity, row.outstanding, available[row.item_id])
        if refusal is not None:
            raise RefusedError(refusal.at(Cell("quantity", backorder_id)))
        available[row.item_id] -= quantity
        changed[backorder_id] = backorder_rules.receive(fill_invoices.figures_of(row), quantity)
    return _set_aside(session, stamp, invoice_id, wanted, items, backorders, changed)


def _set_aside(
    session: Session,
    stamp: Stamp,
    invoice_id: int,
    wanted: dict[int, Decimal],
    items: dict[int, sa.Row[Any]],
    backorders: dict[int, sa.Row[Any]],
    changed: dict[int, Figures],
) -> Done:
    signed = fill_invoices.sign(session, stamp.employee_id)
    goods = [SetAside(row, items[row.item_id].description, wanted[row.id]) for row in backorders.values()]
    taken = _summed((each.backorder.item_id, each.quantity) for each in goods)
    fill_invoices.move_items(session, ((item_id, NONE, quantity, NONE) for item_id, quantity in taken.items()))
    fill_invoices.write_figures(session, changed)
    made = next(iter(fill_invoices.make(session, stamp, Origin.FILL_MANUAL, goods).values()))
    fill_invoices.write_events(
        session,
        [
            fill_invoices.event(stamp, EventKind.FILL_STOCK, backorder_id, quantity, signed, invoice_id=made)
            for backorder_id, quantity in wanted.items()
        ],
    )
    outstanding = {backorder_id: figures.outstanding for backorder_id, figures in changed.items()}
    shrunk = allocations.trim_backorders(session, outstanding)
    filled = {"invoice": made, "filled": {str(each): str(quantity) for each, quantity in wanted.items()}}
    entry = Entry("fill backorders", Record.INVOICE, invoice_id, after=filled)
    append(session, stamp, [entry, *allocations.trimmed(shrunk, "Filled from stock")])
    touched = _touched(made, backorders, taken) | {Change(Record.INVOICE, 0)}
    return Done(made, frozenset(touched | allocations.changed_by(shrunk)))


def reduce_line(
    session: Session, stamp: Stamp, *, line_id: int, quantity: Decimal, canceling: Canceling | None = None
) -> Done:
    """Bring a fill line of a working invoice, committed or not, down to a quantity; 0 takes it off.

    The customer is owed the difference again, or no longer wants it. An invoice that loses its last line is put away.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        line_id: A line that fills a backorder.
        quantity: What stays on the line.
        canceling: Who cancels and why; None when the customer is owed the goods again.

    Raises:
        RefusedError: Names ``quantity``, ``name`` or ``reason``.
    """
    invoice_id = session.scalar(sa.select(InvoiceLine.invoice_id).where(InvoiceLine.id == line_id))
    if invoice_id is None:
        raise refuse("This line is no longer on the invoice.")
    invoice = commitments.lock(session, invoice_id)
    _require_working(invoice.status)
    lines = invoice_lines.lines_of(session, invoice_id)
    line = next((each for each in lines if each.id == line_id), None)
    if line is None or line.fills_backorder_id is None:
        raise refuse("This line fills no backorder. Change it on the invoice.", "quantity")
    require(rules.reduce_refusal(line.quantity, quantity))
    freed = [(line, line.quantity - quantity)]
    entries, touched = _release(session, stamp, invoice_id, freed, canceling, committed=invoice.committed)
    if quantity > 0:
        _shorten(session, line, quantity)
    else:
        session.execute(sa.delete(InvoiceLine).where(InvoiceLine.id == line_id))
    invoice_lines.restate(session, invoice_id)
    if quantity == 0 and len(lines) == 1:
        put_away = {"status": InvoiceStatus.DISCARDED, "committed": False, "committed_at": None}
        commitments.write(session, invoice_id, put_away)
        entries.append(Entry("discard invoice", Record.INVOICE, invoice_id))
    append(session, stamp, entries)
    return Done(invoice_id, frozenset(touched))


def discard(session: Session, stamp: Stamp, *, invoice_id: int, canceling: Canceling | None = None) -> Done:
    """Put a working invoice that fills backorders away for good, committed or not.

    Its customers are owed the goods again, or no longer want them; the goods are free for others.

    Raises:
        RefusedError: Not a working invoice, or names ``name`` or ``reason``.
    """
    invoice = commitments.lock(session, invoice_id)
    _require_working(invoice.status)
    lines = invoice_lines.lines_of(session, invoice_id)
    freed = [(line, line.quantity) for line in lines if line.trans_code == TransCode.SALE]
    entries, touched = _release(session, stamp, invoice_id, freed, canceling, committed=invoice.committed)
    put_away = {"status": InvoiceStatus.DISCARDED, "committed": False, "committed_at": None}
    commitments.write(session, invoice_id, put_away)
    entries.append(Entry("discard invoice", Record.INVOICE, invoice_id, before={"total": invoice.total}))
    append(session, stamp, entries)
    return Done(invoice_id, frozenset(touched))


def _require_working(status: str) -> None:
    require(invoice_rules.edit_refusal(InvoiceStatus(status), committed=False))


def _release(
    session: Session,
    stamp: Stamp,
    invoice_id: int,
    goods: list[tuple[sa.Row[Any], Decimal]],
    canceling: Canceling | None,
    *,
    committed: bool,
) -> tuple[list[Entry], set[Change]]:
    """Give goods free that waited on S lines: W, R and, while committed, K fall; canceled goods are owed no more."""
    reason = ""
    if canceling is not None:
        reason = text.clean(canceling.reason, field="reason", limit=text.REASON, label="The reason", blank=False)
    items = _summed((line.item_id, quantity) for line, quantity in goods)
    freed = _summed((line.fills_backorder_id, quantity) for line, quantity in goods)
    fill_invoices.lock_items(session, items)
    if committed:
        fill_invoices.move_items(session, ((item_id, NONE, -quantity, NONE) for item_id, quantity in items.items()))
    rows = fill_invoices.lock_backorders(session, freed)
    released_by = fill_invoices.sign(session, stamp.employee_id)
    canceled_by = fill_invoices.sign(session, canceling.employee_id, reason) if canceling else None
    changed, events, entries = {}, [], []
    for backorder_id, quantity in freed.items():
        figures = backorder_rules.release(fill_invoices.figures_of(rows[backorder_id]), quantity)
        signed = released_by
        released = fill_invoices.event(stamp, EventKind.RELEASE, backorder_id, quantity, signed, invoice_id=invoice_id)
        events.append(released)
        if canceled_by is not None:
            figures = backorder_rules.cancel(figures, quantity)
            events.append(fill_invoices.event(stamp, EventKind.CANCEL, backorder_id, quantity, canceled_by))
        changed[backorder_id] = figures
        entries.append(_entry(rows[backorder_id], invoice_id, quantity, figures, canceled_by))
    fill_invoices.write_figures(session, changed)
    fill_invoices.write_events(session, events)
    return entries, _touched(invoice_id, rows, items)


def _summed(quantities: Iterable[tuple[int | None, Decimal]]) -> dict[int, Decimal]:
    sums: dict[int, Decimal] = {}
    for record_id, quantity in quantities:
        if record_id is not None:
            sums[record_id] = sums.get(record_id, NONE) + quantity
    return sums


def _entry(
    row: sa.Row[Any], invoice_id: int, quantity: Decimal, figures: Figures, canceled_by: Signature | None
) -> Entry:
    before = {"waiting": row.waiting, "outstanding": row.outstanding}
    after: dict[str, object] = {
        "waiting": figures.waiting,
        "outstanding": figures.outstanding,
        "released": quantity,
        "invoice": invoice_id,
    }
    if canceled_by is None:
        return Entry("release goods", Record.BACKORDER, row.id, before, after)
    named = after | {"name": canceled_by.name}
    return Entry("cancel backorder", Record.BACKORDER, row.id, before, named, canceled_by.reason)


def _shorten(session: Session, line: sa.Row[Any], quantity: Decimal) -> None:
    """Leave less on a line; its discount stays in proportion."""
    if line.discount_percent is not None:
        discount = invoice_rules.discount_from_percent(quantity, line.unit_price, line.discount_percent)
    else:
        discount, _rest = invoice_rules.split_discount(line.quantity, line.unit_price, line.discount, quantity)
    values = {
        "quantity": quantity,
        "discount": discount,
        "extension": invoice_rules.extension(TransCode.SALE, quantity, line.unit_price, discount),
    }
    session.execute(
        sa.update(InvoiceLine)
        .where(InvoiceLine.id == line.id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def _items_of(session: Session, wanted: dict[int, Decimal]) -> list[int]:
    return list(session.scalars(sa.select(Backorder.item_id).where(Backorder.id.in_(wanted)).distinct()))


def _born_of(session: Session, invoice_id: int) -> set[int]:
    born = (
        sa.select(Backorder.id)
        .join(InvoiceLine, InvoiceLine.id == Backorder.source_line_id)
        .where(InvoiceLine.invoice_id == invoice_id)
    )
    return set(session.scalars(born))


def _touched(invoice_id: int, rows: dict[int, sa.Row[Any]], items: dict[int, Decimal]) -> set[Change]:
    return (
        {Change(Record.INVOICE, invoice_id)}
        | {Change(Record.ITEM, item_id) for item_id in items}
        | {Change(Record.BACKORDER, row.id) for row in rows.values()}
        | {Change(Record.CUSTOMER, row.customer_id) for row in rows.values()}
    )
