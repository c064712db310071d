"""A mail before it goes out: what every paper's mail has in common."""

from uuid import uuid4

from posim_desktop.domain import text
from posim_desktop.domain.practice import Outside
from posim_desktop.services.cards import practicing
from posim_desktop.services.records.mail_rows import MailContent
from posim_desktop.services.session import Session


def clean(session: Session, recipient: str, subject: str, body: str, file_name: str, content: bytes) -> MailContent:
    """Clean what somebody wrote for storage; it is of no document yet.

    Raises:
        RefusedError: Names ``recipient``, ``subject`` or ``body``. Or the shop is for practice.
    """
    practicing.require_outside(session, Outside.MAIL)
    address = text.clean(recipient, field="recipient", limit=text.EMAIL, label=text.Label.EMAIL)
    heading = text.clean(subject, field="subject", limit=text.DESCRIPTION, label=text.Label.SUBJECT, blank=False)
    words = text.clean(body, field="body", limit=text.NOTE, label=text.Label.NOTE, lines=True)
    return MailContent(None, address, heading, words, file_name[: text.NAME], content, f"{uuid4().hex}@posim-desktop")
