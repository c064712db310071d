"""Handing a mail over to the shop's mail server. Serves the guide's page "Mail an order"."""

import re
import smtplib
import ssl
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import NamedTuple

from posim_desktop.domain.mails import MailEnd, MailSettings, Security, ServerLack

_SECONDS = 30.0
_GO_ON, _TAKEN, _LATER = 354, 250, 400
_REFUSED_FROM = 500
_DOT = re.compile(rb"(?m)^\.")


class Letter(NamedTuple):
    """A mail as it is written down."""

    recipient: str
    subject: str
    body: str
    file_name: str
    content: bytes
    message_id: str
    at: datetime


class Handed(NamedTuple):
    """What came of handing a mail over, and why; in the server's words where it said any.

    ``lacks`` is what the server does not know: no later attempt finds another, so a person changes the settings.
    """

    end: MailEnd
    why: str = ""
    lacks: ServerLack | None = None


class _LacksError(Exception):
    def __init__(self, lacks: ServerLack) -> None:
        super().__init__(lacks)
        self.lacks = lacks


def written(letter: Letter, sender: str) -> bytes:
    """Write a mail as it goes over the wire."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, letter.recipient, letter.subject
    message["Date"], message["Message-ID"] = format_datetime(letter.at), f"<{letter.message_id}>"
    message.set_content(letter.body)
    message.add_attachment(letter.content, maintype="application", subtype="pdf", filename=letter.file_name)
    return message.as_bytes()


def hand_over(letter: Letter, settings: MailSettings, context: ssl.SSLContext | None = None) -> Handed:
    """Hand a mail over to the server of the settings.

    Args:
        letter: The mail.
        settings: Which server, and who logs in.
        context: Whom to trust; None for whom this computer trusts.

    Returns:
        How it ended. Once the mail was sent and nobody answered it is half way: it may have arrived.
    """
    try:
        client = _connected(settings, context or ssl.create_default_context())
    except _LacksError as error:
        return Handed(MailEnd.REFUSED, lacks=error.lacks)
    except smtplib.SMTPResponseException as error:
        return _answered(error.smtp_code, error.smtp_error)
    except ssl.SSLError as error:
        return Handed(MailEnd.REFUSED, error.reason or "TLS")
    except (OSError, smtplib.SMTPException) as error:
        return Handed(MailEnd.NOT_REACHED, str(error))
    try:
        return _handed(client, letter, settings.sender)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            client.quit()


def _connected(settings: MailSettings, context: ssl.SSLContext) -> smtplib.SMTP:
    """Reach the server and log in."""
    client: smtplib.SMTP
    if settings.security is Security.TLS:
        client = smtplib.SMTP_SSL(settings.server, settings.port, timeout=_SECONDS, context=context)
    else:
        client = smtplib.SMTP(settings.server, settings.port, timeout=_SECONDS)
    try:
        client.ehlo_or_helo_if_needed()
        if settings.security is Security.STARTTLS:
            _require(client, "starttls", ServerLack.ENCRYPTION)
            client.starttls(context=context)
            client.ehlo_or_helo_if_needed()
        if settings.user:
            _require(client, "auth", ServerLack.PASSWORD)
            client.login(settings.user, settings.password)
    except BaseException:
        client.close()
        raise
    return client


def _require(client: smtplib.SMTP, extension: str, otherwise: ServerLack) -> None:
    if not client.has_extn(extension):
        raise _LacksError(otherwise)


def _handed(client: smtplib.SMTP, letter: Letter, sender: str) -> Handed:
    try:
        client.ehlo_or_helo_if_needed()
        for code, said in (client.mail(sender), client.rcpt(letter.recipient)):
            if code >= _LATER:
                return _answered(code, said)
        code, said = client.docmd("DATA")
        if code != _GO_ON:
            return _answered(code, said)
    except (OSError, smtplib.SMTPException) as error:
        return Handed(MailEnd.NOT_REACHED, str(error))
    try:
        client.send(_DOT.sub(b"..", written(letter, sender)).rstrip(b"\r\n") + b"\r\n.\r\n")
        code, said = client.getreply()
    except (OSError, smtplib.SMTPException) as error:
        return Handed(MailEnd.HALF_WAY, str(error))
    return Handed(MailEnd.TAKEN) if code == _TAKEN else _answered(code, said)


def _answered(code: int, said: bytes | str) -> Handed:
    """Tell what a server means that says no: 4xx is later, 5xx is never."""
    words = said.decode(errors="replace") if isinstance(said, bytes) else said
    end = MailEnd.REFUSED if code >= _REFUSED_FROM else MailEnd.NOT_REACHED
    return Handed(end, f"{code} {words}".replace("\n", " "))
