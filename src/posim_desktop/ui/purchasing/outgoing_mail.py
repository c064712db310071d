"""Outgoing Mail: what was sent, what waits, and why. Serves the guide's page "Mail an order"."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.purchasing.mails import MailState, change_refusal
from posim_desktop.queries.purchasing import mails as queries
from posim_desktop.queries.purchasing.mails import OutgoingMailRow
from posim_desktop.services.purchasing import mails
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.outbox_dialog import OutboxDialog

_WHY = 4


class OutgoingMailDialog(OutboxDialog[OutgoingMailRow]):
    """Lists mails, what is not sent first; one can be sent again, or no more."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(operations, parent, Record.OUTGOING_MAIL, queries.listed)
        self.setObjectName("outgoing_mail_dialog")
        self.setWindowTitle(self.tr("Outgoing Mail"))
        self.delete_button = named_button("delete_button", self.tr("&Delete"), "trash-2")
        self.again_button = named_button("again_button", self.tr("&Again"), "refresh-cw")
        self.close_button = named_button("close_button", self.tr("&Close"))
        columns: tuple[TableColumn[OutgoingMailRow], ...] = (
            TableColumn(self.tr("When"), lambda mail: formatting.date_time(mail.at)),
            TableColumn(self.tr("What"), lambda mail: _tr("Purchase order {number}").format(number=mail.number)),
            TableColumn(self.tr("To"), lambda mail: mail.recipient),
            TableColumn(self.tr("State"), lambda mail: state_words(mail.state)),
            TableColumn(self.tr("Why"), why_words),
            TableColumn(self.tr("Workstation"), lambda mail: mail.workstation),
        )
        nothing = self.tr("Nothing was mailed yet.")
        self.build(columns, _WHY, nothing, (self.delete_button, self.again_button), self.close_button)
        self.table.setObjectName("mails_table")
        self.again_button.clicked.connect(self.send_again)
        self.delete_button.clicked.connect(self.delete)

    @override
    def why(self, row: OutgoingMailRow) -> str:
        return why_words(row)

    @override
    def refusals(self, row: OutgoingMailRow) -> Mapping[QPushButton, Refusal | None]:
        return dict.fromkeys((self.again_button, self.delete_button), change_refusal(row.state))

    def send_again(self) -> None:
        """Send the mail once more, from this workstation."""
        if self.chosen is not None:
            self._operations.run(self, partial(mails.again, mail_id=self.chosen.id))

    def delete(self) -> None:
        """Send the mail no more."""
        if self.chosen is not None:
            self._operations.run(self, partial(mails.delete, mail_id=self.chosen.id))


def state_words(state: MailState) -> str:
    """Say how far a mail is."""
    words = {
        MailState.WAITING: _tr("Waiting"),
        MailState.SENDING: _tr("Being sent"),
        MailState.SENT: _tr("Sent"),
        MailState.FAILED: _tr("Not sent"),
        MailState.UNKNOWN: _tr("Maybe sent"),
        MailState.DELETED: _tr("Deleted"),
    }
    return words[state]


def why_words(mail: OutgoingMailRow) -> str:
    """Say why a mail is not sent, and what there is to do."""
    if mail.state is MailState.UNKNOWN:
        return _tr("It was handed over, but no answer came. Ask the vendor, then press Again or Delete.")
    if mail.state is MailState.WAITING and mail.attempts:
        return _tr("{why} It is tried again by itself.").format(why=mail.reason)
    return mail.reason


def _tr(words: str) -> str:
    return QCoreApplication.translate("OutgoingMailDialog", words)
