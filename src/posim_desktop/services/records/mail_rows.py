"""Outgoing mail as it is stored: written when it is asked for, taken up by one program, and how it ended."""

from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.purchasing.mails import GIVEN_UP_AFTER, MailState
from posim_desktop.orm import OutgoingMail
from posim_desktop.orm.base import table_of
from posim_desktop.services.session import Session, Stamp


class StoredMail(NamedTuple):
    """An outgoing mail."""

    id: int
    state: MailState
    attempts: int


class MailContent(NamedTuple):
    """What is sent to whom."""

    purchase_order_id: int
    recipient: str
    subject: str
    body: str
    file_name: str
    content: bytes
    message_id: str


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
# Of two programs of a workstation that try at once, one finds it waiting; the other waits for it and finds it taken.
_TAKE = (
    sa.update(_mails)
    .where(
        _mails.c.id == sa.bindparam("mail"),
        _mails.c.state == str(MailState.WAITING),
        _mails.c.workstation == sa.bindparam("here"),
    )
    .values(state=str(MailState.SENDING), attempts=_mails.c.attempts + 1, tried_at=sa.bindparam("now"))
)
_GIVE_UP = (
    sa.update(_mails)
    .where(
        _mails.c.state == str(MailState.SENDING),
        _mails.c.workstation == sa.bindparam("here"),
        _mails.c.tried_at < sa.bindparam("before"),
    )
    .values(state=str(MailState.UNKNOWN), reason="")
)
_END = (
    sa.update(_mails)
    .where(
        _mails.c.id == sa.bindparam("mail"),
        _mails.c.state == str(MailState.SENDING),
        _mails.c.attempts == sa.bindparam("attempt"),
    )
    .values(state=sa.bindparam("ended"), reason=sa.bindparam("why"))
)
_TO_STATE = (
    sa.update(_mails)
    .where(
        _mails.c.id == sa.bindparam("mail"),
        _mails.c.state.not_in((str(MailState.SENDING), str(MailState.DELETED))),
    )
    .values(state=sa.bindparam("to"), reason="", tried_at=None, attempts=0, workstation=sa.bindparam("here"))
)


def insert(session: Session, stamp: Stamp, content: MailContent) -> int:
    """Write a mail that waits to be sent from the workstation of the stamp; return its id."""
    row = _NewMail(stamp.workstation, str(MailState.WAITING), "", 0, stamp.employee_id, stamp.at, None)
    mail_id: int = session.connection().execute(_INSERT, content._asdict() | row._asdict()).scalar_one()
    return mail_id


def find(session: Session, mail_id: int) -> StoredMail | None:
    """Read a mail."""
    row = session.connection().execute(_FIND, {"mail": mail_id}).one_or_none()
    return None if row is None else StoredMail(row.id, MailState(row.state), row.attempts)


def take(session: Session, stamp: Stamp, mail_id: int) -> bool:
    """Take a waiting mail up; False when another program was faster."""
    taken = {"mail": mail_id, "here": stamp.workstation, "now": stamp.at}
    return session.connection().execute(_TAKE, taken).rowcount == 1


def give_up(session: Session, stamp: Stamp) -> None:
    """Mark what was taken up here too long ago: nobody knows whether it was sent."""
    session.connection().execute(_GIVE_UP, {"here": stamp.workstation, "before": stamp.at - GIVEN_UP_AFTER})


def end(session: Session, mail_id: int, attempt: int, state: MailState, reason: str) -> bool:
    """Say how an attempt ended; False when it was given up meanwhile."""
    ended = {"mail": mail_id, "attempt": attempt, "ended": str(state), "why": reason[: text.REASON]}
    return session.connection().execute(_END, ended).rowcount == 1


def put(session: Session, stamp: Stamp, mail_id: int, state: MailState) -> bool:
    """Let a mail wait once more, at this workstation, or be deleted; False when it is just being sent."""
    values = {"mail": mail_id, "to": str(state), "here": stamp.workstation}
    return session.connection().execute(_TO_STATE, values).rowcount == 1
