"""Outgoing Mail: what was sent, what waits, and why. Serves the guide's page "Mail an order"."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.mails import MailState, change_refusal
from posim_desktop.queries import mails as queries
from posim_desktop.queries.mails import OutgoingMailRow
from posim_desktop.services.mails import outgoing
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.outbox_dialog import OutboxDialog

_WHY = 4


class OutgoingMailDialog(OutboxDialog[OutgoingMailRow]):
    """Lists mails, what is not sent first; one can be sent again, also to another address, or no more."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(operations, parent, Record.OUTGOING_MAIL, queries.listed)
        self.setObjectName("outgoing_mail_dialog")
        self.setWindowTitle(self.tr("Outgoing Mail"))
        self.delete_button = named_button("delete_button", self.tr("&Delete"), "trash-2")
        self.again_button = named_button("again_button", self.tr("&Again"), "refresh-cw")
        self.other_button = named_button("other_address_button", self.tr("&Other Address…"), "pencil")
        self.close_button = named_button("close_button", self.tr("&Close"))
        columns: tuple[TableColumn[OutgoingMailRow], ...] = (
            TableColumn(self.tr("When"), lambda mail: formatting.date_time(mail.at)),
            TableColumn(self.tr("What"), what_words),
            TableColumn(self.tr("To"), lambda mail: mail.recipient),
            TableColumn(self.tr("State"), lambda mail: state_words(mail.state)),
            TableColumn(self.tr("Why"), why_words),
            TableColumn(self.tr("Workstation"), lambda mail: mail.workstation),
        )
        nothing = self.tr("Nothing was mailed yet.")
        self._changing = (self.delete_button, self.again_button, self.other_button)
        self.build(columns, _WHY, nothing, self._changing, self.close_button)
        self.table.setObjectName("mails_table")
        self.again_button.clicked.connect(self.send_again)
        self.other_button.clicked.connect(self.ask_other_address)
        self.delete_button.clicked.connect(self.delete)

    @override
    def why(self, row: OutgoingMailRow) -> str:
        return why_words(row)

    @override
    def refusals(self, row: OutgoingMailRow) -> Mapping[QPushButton, Refusal | None]:
        return dict.fromkeys(self._changing, change_refusal(row.state))

    def send_again(self) -> None:
        """Send the mail once more, from this workstation."""
        if self.chosen is not None:
            self._operations.run(self, partial(outgoing.again, mail_id=self.chosen.id))

    def ask_other_address(self) -> None:
        """Send the mail once more, to an address that is asked."""
        if self.chosen is not None:
            OtherAddressDialog(self, self._operations, self.chosen).open()

    def delete(self) -> None:
        """Send the mail no more."""
        if self.chosen is not None:
            self._operations.run(self, partial(outgoing.delete, mail_id=self.chosen.id))


class OtherAddressDialog(FormDialog):
    """Asks for the address that a mail is sent to instead."""

    def __init__(self, parent: QWidget, operations: Operations, mail: OutgoingMailRow) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._operations, self._mail = operations, mail
        self.setObjectName("other_address")
        self.setWindowTitle(_tr("Other Address"))
        for button, label in ((self.accept_button, _tr("Send")), (self.cancel_button, _tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.recipient_edit = TextEdit(text.EMAIL)
        self.recipient_edit.set_value(mail.recipient)
        self.add_input("recipient", _tr("To"), self.recipient_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        verb = partial(outgoing.to_other_address, mail_id=self._mail.id, recipient=self.recipient_edit.value())
        if isinstance(self._operations.run(self, verb, on_refusal=self.show_refusal), Done):
            self.accept()


def what_words(mail: OutgoingMailRow) -> str:
    """Say what is mailed."""
    words = _tr("Receipt {number}") if mail.is_receipt else _tr("Purchase order {number}")
    return words.format(number=mail.number)


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
        if mail.is_receipt:
            return _tr("It was handed over, but no answer came. Ask the customer, then press Again or Delete.")
        return _tr("It was handed over, but no answer came. Ask the vendor, then press Again or Delete.")
    if mail.state is MailState.WAITING and mail.attempts:
        return _tr("{why} It is tried again by itself.").format(why=mail.reason)
    return mail.reason


def _tr(words: str) -> str:
    return QCoreApplication.translate("OutgoingMailDialog", words)
