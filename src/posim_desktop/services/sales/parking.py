"""Taking a working invoice in hand, and leaving it for later. Serves the guide's page "Parked invoices"."""

from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.domain.why import Why
from posim_desktop.services.records import invoice_lines, invoice_rows, picked_rows, tender_rows
from posim_desktop.services.session import Session, Stamp


def take_up(session: Session, stamp: Stamp, *, invoice_id: int, taken_from: str | None = None) -> Done:
    """Take a working invoice in hand, so that other workstations see where it is.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        invoice_id: The invoice.
        taken_from: The workstation that has it in hand, if the person knows and wants it all the same.

    Raises:
        RefusedError: It is no working invoice any more, or another workstation has it in hand.
    """
    invoice = invoice_rows.lock(session, invoice_id)
    if invoice.status is not InvoiceStatus.WORKING:
        raise refuse(Why.INVOICE_NO_LONGER_OPEN)
    require(invoice_rules.in_hand_refusal(invoice.open_workstation, (stamp.workstation, taken_from)))
    invoice_rows.take_in_hand(session, stamp, invoice_id)
    return done(invoice_id, Change(Record.INVOICE, invoice_id))


def leave(session: Session, stamp: Stamp, *, invoice_id: int) -> Done:
    """Park a working invoice; one on which nothing was written, whoever it was for, is discarded instead.

    So is one that only names goods of others: these wait on, and are found again by their slip or their customer.
    """
    invoice = invoice_rows.lock(session, invoice_id)
    if invoice.status is not InvoiceStatus.WORKING or invoice.open_workstation not in {None, stamp.workstation}:
        return done(invoice_id)  # it ended, or another workstation took it over
    _position, lines = invoice_lines.last_position(session, invoice_id)
    tenders = len(tender_rows.of_invoice(session, invoice_id))
    if invoice_rules.is_blank(invoice.status, lines=lines, note=invoice.note, tenders=tenders):
        picked_rows.drop_all(session, invoice_id)  # they are set aside where they are, as they were
        invoice_rows.discard(session, invoice)
    else:
        invoice_rows.let_go(session, invoice_id)
    return done(invoice_id, Change(Record.INVOICE, invoice_id))


def let_go(session: Session, _stamp: Stamp, *, workstation: str) -> Done:
    """Let go of what a workstation had in hand when its program ended without a goodbye."""
    left = invoice_rows.let_go_all(session, workstation)
    return done(0, *(Change(Record.INVOICE, invoice_id) for invoice_id in left))
