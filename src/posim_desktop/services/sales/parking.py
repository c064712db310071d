"""Leaving a working invoice for later. Serves the guide's page "Parked invoices"."""

from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.services.records import invoice_lines, invoice_rows, tender_rows
from posim_desktop.services.session import Session, Stamp


def leave(session: Session, _stamp: Stamp, *, invoice_id: int) -> Done:
    """Park a working invoice; one on which nothing was written, whoever it was for, is discarded instead."""
    invoice = invoice_rows.lock(session, invoice_id)
    _position, lines = invoice_lines.last_position(session, invoice_id)
    tenders = len(tender_rows.of_invoice(session, invoice_id))
    if not invoice_rules.is_blank(invoice.status, lines=lines, note=invoice.note, tenders=tenders):
        return done(invoice_id)
    invoice_rows.discard(session, invoice)
    return done(invoice_id, Change(Record.INVOICE, invoice_id))
