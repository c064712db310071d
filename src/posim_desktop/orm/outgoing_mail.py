"""Outgoing mail: what is to be sent from a workstation, and what came of it."""

from datetime import datetime

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.mails import MailState
from posim_desktop.orm.base import Base, Column, HasId, check, column, index_of_given, one_of, table


class OutgoingMail(HasId, Base):
    """A mail with one paper, kept as it was when somebody asked for it: a purchase order, or a receipt.

    ``tried_at`` is when it was last taken up. ``message_id`` names it to servers and is the same however often it is
    sent, so that a mailbox can tell that it has it already.
    """

    __tablename__ = "outgoing_mails"
    __table_args__ = table(
        one_of("state", MailState),
        check("attempts_sign", "attempts >= 0"),
        check("content_range", "length(content) BETWEEN 1 AND 10000000"),
        check("recipient_is_said", "length(trim(recipient)) > 0"),
        check("of_one_document", "(purchase_order_id IS NULL) <> (invoice_id IS NULL)"),
        index_of_given("invoice_id"),
    )

    purchase_order_id: Column[int | None] = column(sa.ForeignKey("purchase_orders.id"), index=True)
    recipient: Column[str] = column(sa.String(text.EMAIL))
    subject: Column[str] = column(sa.String(text.DESCRIPTION))
    body: Column[str] = column(sa.String(text.NOTE))
    file_name: Column[str] = column(sa.String(text.NAME))
    content: Column[bytes] = column(sa.LargeBinary())
    message_id: Column[str] = column(sa.String(text.NAME), unique=True)
    workstation: Column[str] = column(sa.String(text.NAME))
    state: Column[str] = column(sa.String(text.SHORT), index=True)
    reason: Column[str] = column(sa.String(text.REASON))
    attempts: Column[int]
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]
    tried_at: Column[datetime | None]
    invoice_id: Column[int | None] = column(sa.ForeignKey("invoices.id"))
