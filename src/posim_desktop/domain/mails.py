"""Outgoing mail: papers on their way out, until a server has them. Serves the guide's page "Mail an order"."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal, refuse
from posim_desktop.domain.why import Why

GIVEN_UP_AFTER = timedelta(minutes=5)
"""How long a mail may be on its way; after that nobody knows whether it was sent."""
MOST_ATTEMPTS = 8
_FIRST_PAUSE, _LONGEST_PAUSE = 15, 900  # seconds
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]+")


class MailState(StrEnum):
    """The state of an outgoing mail; the values are stored and never change their meaning."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    """It is not tried again until a person says so."""
    UNKNOWN = "unknown"
    """It was handed over and nobody answered: a person asks the vendor, or sends it again."""
    DELETED = "deleted"


class MailEnd(StrEnum):
    """The outcome of handing a mail over."""

    TAKEN = "taken"
    NOT_REACHED = "not reached"
    """Nothing of it was handed over, and later it may be."""
    REFUSED = "refused"
    HALF_WAY = "half way"


class ServerLack(StrEnum):
    """What a mail server does not know that the settings ask of it."""

    ENCRYPTION = "encryption"
    PASSWORD = "password"  # noqa: S105 - the name of what it lacks


class Security(StrEnum):
    """How the way to the mail server is kept from others."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """By which server a workstation sends, and in whose name.

    Attributes:
        server: Its host; empty where nothing is sent from here.
        port: Its port.
        security: How the way there is kept from others.
        user: Who logs in; empty for nobody.
        password: Theirs; it is written nowhere but in the file of these settings.
        sender: The address that mails come from.
        subject: Of an order's mail, with ``{number}``, ``{store}`` and ``{vendor}``.
        body: What stands in it, with the same.
    """

    server: str = ""
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = ""
    sender: str = ""
    subject: str = "Purchase Order {number} from {store}"
    body: str = "Please find our purchase order {number} attached.\n\n{store}"

    @override
    def __repr__(self) -> str:
        """Name the server and not the password: what is written into a log is read by others."""
        return f"MailSettings({self.server!r}, {self.port}, {self.security!s})"


def filled_in(template: str, **names: str) -> str:
    """Put names into a template; braces that name nothing stay as they are typed."""
    for name, words in names.items():
        template = template.replace(f"{{{name}}}", words)
    return template


def clean_settings(settings: MailSettings) -> MailSettings:
    """Look the settings over; without a server there is nothing to say.

    Raises:
        RefusedError: Names ``server``, ``port``, ``sender``, ``user`` or ``mail_subject``.
    """
    if not settings.server:
        return settings
    if not _HOST.fullmatch(settings.server):
        raise refuse(Why.NO_SUCH_MAIL_SERVER, Field("server"))
    if not 0 < settings.port < 1 << 16:
        raise refuse(Why.NO_SUCH_PORT, Field("port"))
    if not _ADDRESS.fullmatch(settings.sender):
        raise refuse(Why.NOT_A_MAIL_ADDRESS, Field("sender"))
    if settings.password and not settings.user:
        raise refuse(Why.PASSWORD_OF_NOBODY, Field("user"))
    if settings.password and settings.security is Security.NONE:
        raise refuse(Why.PASSWORD_IN_THE_OPEN, Field("security"))
    text.clean(settings.subject, field="mail_subject", limit=text.DESCRIPTION, label=text.Label.SUBJECT, blank=False)
    return settings


def address_refusal(recipient: str) -> Refusal | None:
    """Return why nothing can be mailed there, or None."""
    return None if _ADDRESS.fullmatch(recipient) else Refusal(Why.NOT_A_MAIL_ADDRESS, Field("recipient"))


def state_after(end: MailEnd, attempts: int) -> MailState:
    """Return the state of a mail once it was handed over; what may be sent already is never sent again by itself."""
    match end:
        case MailEnd.TAKEN:
            return MailState.SENT
        case MailEnd.HALF_WAY:
            return MailState.UNKNOWN
        case MailEnd.NOT_REACHED if attempts < MOST_ATTEMPTS:
            return MailState.WAITING
        case _:
            return MailState.FAILED


def pause_after(attempts: int) -> timedelta:
    """Return how long a mail waits after so many attempts that reached nobody."""
    return timedelta(seconds=min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(max(attempts - 1, 0), 6)))


def change_refusal(state: MailState | None) -> Refusal | None:
    """Return why a mail cannot be sent again or deleted, or None."""
    if state is None or state is MailState.DELETED:
        return Refusal(Why.MAIL_GONE)
    return Refusal(Why.MAIL_BEING_SENT) if state is MailState.SENDING else None
