"""Mailing receipts to customers. Serves the guide's page "Mail a receipt"; the rest is as with every mail."""

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import require
from posim_desktop.domain.sales.receipt_mails import receipt_refusal
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.mails import writing
from posim_desktop.services.records import invoice_rows, mail_rows, partners
from posim_desktop.services.session import Session, Stamp


def send_receipt(
    session: Session,
    stamp: Stamp,
    *,
    invoice_id: int,
    recipient: str,
    subject: str,
    body: str,
    file_name: str,
    content: bytes,
) -> Done:
    """Have the receipt of a processed invoice mailed from this workstation; ``record_id`` is the mail.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        invoice_id: The invoice.
        recipient: The customer's address.
        subject: Of the mail.
        body: What stands in it.
        file_name: Of the receipt.
        content: The receipt, as PDF.

    Raises:
        RefusedError: The invoice is not processed; names ``recipient``, ``subject`` or ``body``. Or the shop is for
            practice, or the customer asked to be forgotten.
    """
    written = writing.clean(session, recipient, subject, body, file_name, content)
    invoice = invoice_rows.lock(session, invoice_id)
    require(receipt_refusal(invoice.status, written.recipient))
    partners.require_remembered(session, invoice.customer_id)
    mail_id = mail_rows.insert(session, stamp, written._replace(invoice_id=invoice_id))
    append(session, stamp, [AuditEntry(AuditAction.MAIL_RECEIPT, Record.INVOICE, invoice_id)])
    return done(mail_id, Change(Record.OUTGOING_MAIL, mail_id))
