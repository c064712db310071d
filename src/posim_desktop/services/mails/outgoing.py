"""Outgoing mail: who takes it up, and who has it sent once more. Serves "Mail an order" and "Mail a receipt".

A mail is taken up in a transaction before its first byte is sent, so that of two programs of a workstation only one
sends it, and a program that ends meanwhile leaves a mail to ask a person about, not one that goes out twice.
"""

from posim_desktop.domain import mails as mail_rules
from posim_desktop.domain import text
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.mails import MailEnd, MailState
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.practice import Outside
from posim_desktop.domain.why import Why
from posim_desktop.services.cards import practicing
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import mail_rows
from posim_desktop.services.records.mail_rows import StoredMail
from posim_desktop.services.records.signatures import at_the_door
from posim_desktop.services.session import Session, Stamp


@at_the_door
def take(session: Session, stamp: Stamp, *, mail_id: int) -> Done:
    """Take a mail up; its record is 0 when another program of the workstation did.

    What was taken up too long ago is given up first: nobody knows whether it was sent.

    Raises:
        RefusedError: The shop is for practice.
    """
    practicing.require_outside(session, Outside.MAIL)
    mail_rows.give_up(session, stamp)
    taken = mail_rows.take(session, stamp, mail_id)
    return done(mail_id if taken else 0, _touched(mail_id))


@at_the_door
def end(session: Session, stamp: Stamp, *, mail_id: int, attempt: int, end: MailEnd, reason: str) -> Done:
    """Say what came of handing a mail over; nothing when it was given up meanwhile."""
    del stamp
    mail_rows.end(session, mail_id, attempt, mail_rules.state_after(end, attempt), reason)
    return done(mail_id, _touched(mail_id))


def again(session: Session, stamp: Stamp, *, mail_id: int) -> Done:
    """Send a mail once more, from this workstation; of an order by whoever may post orders.

    Raises:
        RefusedError: It is just being sent, or was deleted.
    """
    mail = _changeable(session, stamp, mail_id)
    return _put(mail, is_put=mail_rows.put(session, stamp, mail_id, MailState.WAITING))


def to_other_address(session: Session, stamp: Stamp, *, mail_id: int, recipient: str) -> Done:
    """Send a mail once more, from this workstation and to another address.

    Raises:
        RefusedError: It is just being sent, or was deleted; names ``recipient``.
    """
    mail = _changeable(session, stamp, mail_id)
    address = text.clean(recipient, field="recipient", limit=text.EMAIL, label=text.Label.EMAIL)
    require(mail_rules.address_refusal(address))
    return _put(mail, is_put=mail_rows.readdress(session, stamp, mail_id, address))


def delete(session: Session, stamp: Stamp, *, mail_id: int) -> Done:
    """Send a mail no more.

    Raises:
        RefusedError: It is just being sent, or was deleted.
    """
    mail = _changeable(session, stamp, mail_id)
    return _put(mail, is_put=mail_rows.put(session, stamp, mail_id, MailState.DELETED))


def _changeable(session: Session, stamp: Stamp, mail_id: int) -> StoredMail:
    """Read a mail that may be sent again; everybody at the counter mails receipts, and so sends them again."""
    mail = mail_rows.find(session, mail_id)
    if mail is None or mail.purchase_order_id is not None:
        require_permission(session, stamp, Permission.POST_ORDERS)
    require(mail_rules.change_refusal(None if mail is None else mail.state))
    if mail is None:
        raise refuse(Why.MAIL_GONE)
    return mail


def _put(mail: StoredMail, *, is_put: bool) -> Done:
    if not is_put:
        raise refuse(Why.MAIL_BEING_SENT)
    return done(mail.id, _touched(mail.id))


def _touched(mail_id: int) -> Change:
    return Change(Record.OUTGOING_MAIL, mail_id)
