"""Outgoing mail as the list shows it, and what the workstation sends next. Serves "Mail an order" in the guide."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.mails import GIVEN_UP_AFTER, MailState, pause_after
from posim_desktop.orm import Employee, Invoice, OutgoingMail, PurchaseOrder
from posim_desktop.queries.outbox import Due

MOST = 200


@dataclass(frozen=True, slots=True)
class OutgoingMailRow:
    """A mail in the list; ``number`` is that of the order, or of the invoice whose receipt it is."""

    id: int
    number: int
    is_receipt: bool
    recipient: str
    subject: str
    state: MailState
    reason: str
    attempts: int
    employee: str
    workstation: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ToSend:
    """A mail that was taken up."""

    id: int
    attempt: int
    recipient: str
    subject: str
    body: str
    file_name: str
    content: bytes
    message_id: str
    at: datetime


_LISTED: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        *(OutgoingMail.id, sa.func.coalesce(PurchaseOrder.number, Invoice.number)),
        *(OutgoingMail.invoice_id.is_not(None), OutgoingMail.recipient, OutgoingMail.subject),
        *(OutgoingMail.state, OutgoingMail.reason, OutgoingMail.attempts, Employee.name),
        *(OutgoingMail.workstation, OutgoingMail.at),
    )
    .select_from(OutgoingMail)
    .outerjoin(PurchaseOrder, PurchaseOrder.id == OutgoingMail.purchase_order_id)
    .outerjoin(Invoice, Invoice.id == OutgoingMail.invoice_id)
    .join(Employee, Employee.id == OutgoingMail.employee_id)
    .where(OutgoingMail.state != str(MailState.DELETED))
    .order_by(OutgoingMail.state == str(MailState.SENT), OutgoingMail.id.desc())
    .limit(MOST)
)
_WAITING: sa.Select[*tuple[Any, ...]] = (
    sa.select(OutgoingMail.id, OutgoingMail.state, OutgoingMail.attempts, OutgoingMail.tried_at)
    .where(
        OutgoingMail.state.in_((str(MailState.WAITING), str(MailState.SENDING))),
        OutgoingMail.workstation == sa.bindparam("here"),
    )
    .order_by(OutgoingMail.id)
)
_TAKEN: sa.Select[*tuple[Any, ...]] = sa.select(
    *(OutgoingMail.id, OutgoingMail.attempts, OutgoingMail.recipient, OutgoingMail.subject, OutgoingMail.body),
    *(OutgoingMail.file_name, OutgoingMail.content, OutgoingMail.message_id, OutgoingMail.at),
).where(OutgoingMail.id == sa.bindparam("mail"))


def listed(connection: sa.Connection) -> tuple[OutgoingMailRow, ...]:
    """List the newest mails, those that are not sent first."""
    rows: Any = connection.execute(_LISTED)
    return tuple(OutgoingMailRow(*_with_state(row)) for row in rows)


def _with_state(row: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a row of the list
    return (*row[:2], bool(row[2]), *row[3:5], MailState(row[5]), *row[6:])


def due(connection: sa.Connection, workstation: str, now: datetime) -> Due:
    """Find what a workstation sends next; a mail that was taken up too long ago is due to be given up."""
    soonest: float | None = None
    for mail_id, state, attempts, tried_at in connection.execute(_WAITING, {"here": workstation}):
        ready = now
        if tried_at is not None:
            ready = tried_at + (GIVEN_UP_AFTER if state == MailState.SENDING else pause_after(attempts))
        if ready <= now:
            return Due(mail_id, None)
        seconds = (ready - now).total_seconds()
        soonest = seconds if soonest is None else min(soonest, seconds)
    return Due(None, soonest)


def taken(connection: sa.Connection, mail_id: int) -> ToSend | None:
    """Read a mail that was taken up."""
    row = connection.execute(_TAKEN, {"mail": mail_id}).one_or_none()
    return None if row is None else ToSend(*row)
