"""Outgoing mail as it is stored: written when it is asked for, taken up by one program, and how it ended."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.purchasing.mails import GIVEN_UP_AFTER, MailState
from posim_desktop.orm import OutgoingMail
from posim_desktop.orm.base import chunks, table_of
from posim_desktop.services.records.outbox_rows import OutboxRows
from posim_desktop.services.session import Session, Stamp


class StoredMail(NamedTuple):
    """An outgoing mail."""

    id: int
    state: MailState
    attempts: int
    purchase_order_id: int | None


class MailContent(NamedTuple):
    """What is sent to whom, and the one document that it is of."""

    purchase_order_id: int | None
    recipient: str
    subject: str
    body: str
    file_name: str
    content: bytes
    message_id: str
    invoice_id: int | None = None


class _NewMail(NamedTuple):
    workstation: str
    state: str
    reason: str
    attempts: int
    employee_id: int | None
    at: datetime
    tried_at: None


_mails = table_of(OutgoingMail)
_INSERT = sa.insert(_mails).returning(_mails.c.id)
_FIND = sa.select(*(_mails.c[name] for name in StoredMail._fields)).where(_mails.c.id == sa.bindparam("mail"))
_outbox = OutboxRows(
    _mails,
    waiting=MailState.WAITING,
    sending=MailState.SENDING,
    given_up=MailState.UNKNOWN,
    after=GIVEN_UP_AFTER,
)
take, give_up, end = _outbox.take, _outbox.give_up, _outbox.end
_TO_STATE = (
    sa.update(_mails)
    .where(
        _mails.c.id == sa.bindparam("mail"),
        _mails.c.state.not_in((str(MailState.SENDING), str(MailState.DELETED))),
    )
    .values(state=sa.bindparam("to"), reason="", tried_at=None, attempts=0, workstation=sa.bindparam("here"))
)
_READDRESS = _TO_STATE.values(recipient=sa.bindparam("recipient_now"))


def insert(session: Session, stamp: Stamp, content: MailContent) -> int:
    """Write a mail that waits to be sent from the workstation of the stamp; return its id."""
    row = _NewMail(stamp.workstation, str(MailState.WAITING), "", 0, stamp.employee_id, stamp.at, None)
    mail_id: int = session.connection().execute(_INSERT, content._asdict() | row._asdict()).scalar_one()
    return mail_id


def find(session: Session, mail_id: int) -> StoredMail | None:
    """Read a mail."""
    row = session.connection().execute(_FIND, {"mail": mail_id}).one_or_none()
    return None if row is None else StoredMail(row.id, MailState(row.state), row.attempts, row.purchase_order_id)


def delete_of_invoices(session: Session, invoice_ids: Sequence[int]) -> None:
    """Remove all mails with receipts of locked invoices, sent or not."""
    for chunk in chunks(invoice_ids):
        session.connection().execute(sa.delete(_mails).where(_mails.c.invoice_id.in_(chunk)))


def put(session: Session, stamp: Stamp, mail_id: int, state: MailState) -> bool:
    """Let a mail wait once more, at this workstation, or be deleted; False when it is just being sent."""
    values = {"mail": mail_id, "to": str(state), "here": stamp.workstation}
    return session.connection().execute(_TO_STATE, values).rowcount == 1


def readdress(session: Session, stamp: Stamp, mail_id: int, recipient: str) -> bool:
    """Let a mail wait for another address, at this workstation; False when it is just being sent."""
    here = {"mail": mail_id, "to": str(MailState.WAITING), "here": stamp.workstation, "recipient_now": recipient}
    return session.connection().execute(_READDRESS, here).rowcount == 1
