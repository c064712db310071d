"""What becomes of an invoice whose goods were taken off it while they were set aside.

Serves the guide's pages "Pick up" and "Fill backorders".
"""

from collections.abc import Mapping

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.sales.card_requests import open_refusal
from posim_desktop.domain.sales.commitment import holds_goods
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.records import card_request_rows, invoice_lines, invoice_rows, picked_rows, tender_rows
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.session import Session


def settle(
    session: Session, invoice: StoredInvoice, *, told: Mapping[str, object] | None = None
) -> tuple[list[AuditEntry], set[Change]]:
    """See to a locked working invoice that just lost lines: with no goods left nothing is set aside on it.

    Without a line it is discarded; a committed one with comments only, too, unless money was handed over for it. A
    committed invoice that has other lines left, a repair or a deposit, is open for editing again. Whoever calls this
    moved the stock before.

    Args:
        session: The transaction.
        invoice: The invoice as it was locked.
        told: What the audit says of where the goods went.

    Returns:
        What the audit is to say, and which other invoices no longer name lines of this one.
    """
    left = [(line.trans_code, line.stocked) for line in invoice_lines.of_invoice(session, invoice.id)]
    comments_only = all(code is TransCode.COMMENT for code, _stocked in left)
    if not left or (invoice.committed and comments_only and not holds_money(session, invoice.id)):
        invoice_rows.discard(session, invoice)
        before = {"total": invoice.total}
        entry = AuditEntry(AuditAction.DISCARD_INVOICE, Record.INVOICE, invoice.id, before=before, after=told or {})
        return [entry], set()
    if not invoice.committed or holds_goods(left):
        return [], set()
    invoice_rows.write(session, invoice.id, committed=False, committed_at=None)
    named_by = picked_rows.drop_held(session, invoice.id)
    entry = AuditEntry(AuditAction.UNCOMMIT_INVOICE, Record.INVOICE, invoice.id, after=told or {})
    return [entry], {Change(Record.INVOICE, each) for each in named_by}


def holds_money(session: Session, invoice_id: int) -> bool:
    """Say whether money was handed over for an invoice, or a terminal may be taking some."""
    asked = open_refusal(card_request_rows.open_state(session, invoice_id)) is not None
    return asked or bool(tender_rows.of_invoice(session, invoice_id))
