"""Mailing receipts to customers. Serves the guide's page "Mail a receipt"; the rest is as with orders."""

from uuid import uuid4

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import require
from posim_desktop.domain.practice import Outside
from posim_desktop.domain.sales.receipt_mails import receipt_refusal
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import practicing
from posim_desktop.services.records import invoice_rows, mail_rows, partners
from posim_desktop.services.records.mail_rows import MailContent
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
    practicing.require_outside(session, Outside.MAIL)
    address = text.clean(recipient, field="recipient", limit=text.EMAIL, label=text.Label.EMAIL)
    heading = text.clean(subject, field="subject", limit=text.DESCRIPTION, label=text.Label.SUBJECT, blank=False)
    words = text.clean(body, field="body", limit=text.NOTE, label=text.Label.NOTE, lines=True)
    invoice = invoice_rows.lock(session, invoice_id)
    require(receipt_refusal(invoice.status, address))
    partners.require_remembered(session, invoice.customer_id)
    message_id = f"{uuid4().hex}@posim-desktop"
    named = file_name[: text.NAME]
    mail = MailContent(None, address, heading, words, named, content, message_id, invoice_id)
    mail_id = mail_rows.insert(session, stamp, mail)
    append(session, stamp, [AuditEntry(AuditAction.MAIL_RECEIPT, Record.INVOICE, invoice_id)])
    return done(mail_id, Change(Record.OUTGOING_MAIL, mail_id))
