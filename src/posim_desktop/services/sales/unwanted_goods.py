"""Goods that wait for a customer who no longer wants them. Serves the guide's page "Returns"."""

from collections.abc import Mapping
from decimal import Decimal

from posim_desktop.domain.changes import Change
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.records import backorder_rows, invoice_lines, invoice_rows, stock
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.sales import fills
from posim_desktop.services.session import Session, Stamp


def release(
    session: Session, stamp: Stamp, unwanted: Mapping[int, Decimal]
) -> tuple[list[AuditEntry], frozenset[Change]]:
    """Release goods that are set aside for backorders, as far as more is no longer wanted than is outstanding.

    What was set aside last is released first; the customer is owed it again, until whoever calls cancels it. Whoever
    calls appends to the audit.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        unwanted: How many units of each backorder are no longer wanted.

    Raises:
        RefusedError: Money was handed over for an invoice that would be empty.
    """
    holding = {
        invoice_id: invoice_rows.lock(session, invoice_id)
        for invoice_id in invoice_lines.working_invoices_filling(session, unwanted)
    }
    stock.lock(session, backorder_rows.items_of(session, unwanted))
    rows = backorder_rows.lock(session, unwanted)
    more = {each: unwanted[each] - row.outstanding for each, row in rows.items()}
    entries, changes = list[AuditEntry](), set[Change]()
    for invoice_id in sorted(holding, reverse=True):
        invoice = holding[invoice_id]
        if invoice.status is not InvoiceStatus.WORKING:  # it was picked up before it was locked
            continue
        freed = _freed(invoice_lines.of_invoice(session, invoice_id), more)
        if freed:
            told, touched = fills.take_off(session, stamp, invoice, freed)
            entries += told
            changes |= touched
    return entries, frozenset(changes)


def _freed(lines: list[StoredLine], more: dict[int, Decimal]) -> list[tuple[StoredLine, Decimal]]:
    """Choose what comes off the lines of an invoice, the last line first, and count it off."""
    freed = []
    for line in reversed(lines):
        backorder_id = line.fills_backorder_id
        quantity = min(line.quantity, more.get(backorder_id, NO_UNITS)) if backorder_id is not None else NO_UNITS
        if backorder_id is not None and quantity > 0:
            more[backorder_id] -= quantity
            freed.append((line, quantity))
    return freed
