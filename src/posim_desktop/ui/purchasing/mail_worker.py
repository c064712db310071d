"""Mails what waits for this workstation. Serves the guide's page "Mail an order"."""

from functools import partial

from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.mails import MailEnd, ServerLack
from posim_desktop.queries import mails as queries
from posim_desktop.queries.mails import ToSend
from posim_desktop.services.mails import mail_settings, outgoing
from posim_desktop.services.mails.smtp import Handed, Letter, hand_over
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.outbox_worker import Outbox, OutboxWorker

_MAILS = Outbox(
    Record.OUTGOING_MAIL,
    queries.due,
    lambda mail_id: partial(outgoing.take, mail_id=mail_id),
    queries.taken,
    thread="mail",
)


class MailWorker(OutboxWorker[ToSend, Handed]):
    """Sends one mail after the other; a computer without a mail server sends nothing."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations, _MAILS)
        self._mail: ToSend | None = None

    @override
    def can_send(self) -> bool:
        return bool(mail_settings.load().server)

    @override
    def send(self, taken: ToSend) -> None:
        self._mail = taken
        what = (taken.recipient, taken.subject, taken.body)
        letter = Letter(*what, taken.file_name, taken.content, taken.message_id, taken.at)
        self.hand_over(partial(hand_over, letter, mail_settings.load()))

    @override
    def unforeseen(self) -> Handed:
        return Handed(MailEnd.REFUSED, self.tr("The log file says why."))

    @override
    def came_back(self, came_of: Handed) -> None:
        mail, self._mail = self._mail, None
        if mail is not None:
            why = came_of.why if came_of.lacks is None else self._lack_words(came_of.lacks)
            self.end(partial(outgoing.end, mail_id=mail.id, attempt=mail.attempt, end=came_of.end, reason=why))

    def _lack_words(self, lacks: ServerLack) -> str:
        match lacks:
            case ServerLack.ENCRYPTION:
                return self.tr("The mail server does not know STARTTLS. Choose another protection or port.")
            case ServerLack.PASSWORD:
                return self.tr("The mail server does not take a password here. Choose another protection or port.")
