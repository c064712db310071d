"""Mailing orders to their vendors. Serves the guide's page "Mail an order"."""

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.order_mails import order_refusal
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.mails import writing
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import mail_rows, order_rows
from posim_desktop.services.session import Session, Stamp


def send_order(
    session: Session,
    stamp: Stamp,
    *,
    purchase_order_id: int,
    recipient: str,
    subject: str,
    body: str,
    file_name: str,
    content: bytes,
) -> Done:
    """Have a posted order mailed from this workstation; ``record_id`` is the mail.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: The order.
        recipient: The vendor's address.
        subject: Of the mail.
        body: What stands in it.
        file_name: Of the paper.
        content: The paper, as PDF.

    Raises:
        RefusedError: The order is not posted; names ``recipient``, ``subject`` or ``body``. Or the shop is for
            practice.
    """
    require_permission(session, stamp, Permission.POST_ORDERS)
    written = writing.clean(session, recipient, subject, body, file_name, content)
    order = order_rows.lock(session, purchase_order_id)
    require(order_refusal(order.status, written.recipient))
    mail_id = mail_rows.insert(session, stamp, written._replace(purchase_order_id=purchase_order_id))
    append(session, stamp, [AuditEntry(AuditAction.MAIL_PURCHASE_ORDER, Record.PURCHASE_ORDER, purchase_order_id)])
    return done(mail_id, Change(Record.OUTGOING_MAIL, mail_id), Change(Record.PURCHASE_ORDER, purchase_order_id))
