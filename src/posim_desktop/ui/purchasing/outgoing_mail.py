"""Outgoing Mail: what was sent, what waits, and why. Serves the guide's page "Mail an order"."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.purchasing.mails import MailState, change_refusal
from posim_desktop.queries.purchasing import mails as queries
from posim_desktop.queries.purchasing.mails import OutgoingMailRow
from posim_desktop.services.purchasing import mails
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.nothing_here import nothing_over
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WHY = 4


class OutgoingMailDialog(QDialog):
    """Lists mails, what is not sent first; one can be sent again, or no more."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations = operations
        self.setObjectName("outgoing_mail_dialog")
        self.setWindowTitle(self.tr("Outgoing Mail"))
        resize_on_screen(self, 230 * SPACE, 110 * SPACE)
        self._build()
        self.mails_table.selectionModel().currentRowChanged.connect(self._show_what_can_be_done)
        self.again_button.clicked.connect(self.send_again)
        self.delete_button.clicked.connect(self.delete)
        self.close_button.clicked.connect(self.reject)
        operations.bus.changed.connect(self._on_bus_changed)
        self.look_up()

    def _build(self) -> None:
        columns: tuple[TableColumn[OutgoingMailRow], ...] = (
            TableColumn(self.tr("When"), lambda mail: formatting.date_time(mail.at)),
            TableColumn(self.tr("What"), lambda mail: _tr("Purchase order {number}").format(number=mail.number)),
            TableColumn(self.tr("To"), lambda mail: mail.recipient),
            TableColumn(self.tr("State"), lambda mail: state_words(mail.state)),
            TableColumn(self.tr("Why"), why_words),
            TableColumn(self.tr("Workstation"), lambda mail: mail.workstation),
        )
        self.rows = FixedRows(columns, self)
        self.mails_table = ChoiceTable(self.rows, self.tr("Outgoing Mail"), wide=_WHY)
        self.mails_table.setObjectName("mails_table")
        self.nothing_label: QLabel = nothing_over(self.mails_table, self.tr("Nothing was mailed yet."))
        self.why_label = QLabel()
        self.why_label.setObjectName("why_label")
        self.why_label.setWordWrap(True)
        mark(self.why_label, role="muted")
        self.delete_button = named_button("delete_button", self.tr("&Delete"), "trash-2")
        self.again_button = named_button("again_button", self.tr("&Again"), "refresh-cw")
        self.close_button = named_button("close_button", self.tr("&Close"))
        mark(self.close_button, primary=True)
        self.close_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        for button in (self.delete_button, self.again_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(self.mails_table, 1)
        rows.addWidget(self.why_label)
        rows.addLayout(buttons)

    def look_up(self) -> None:
        """Read the list again; the mail that was chosen stays chosen."""
        chosen = self.chosen
        try:
            found = self._operations.read(queries.listed)
        except TroubleError:
            return  # the status bar says so; what is listed stays
        self.rows.show_rows(found)
        self.nothing_label.setVisible(not found)
        if found:
            ids = [mail.id for mail in found]
            self.mails_table.selectRow(ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0)
        self._show_what_can_be_done()

    @property
    def chosen(self) -> OutgoingMailRow | None:
        """The mail on which the buttons work."""
        index = self.mails_table.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() and index.row() < self.rows.rowCount() else None

    def _show_what_can_be_done(self, *_: object) -> None:
        mail = self.chosen
        self.why_label.setText("" if mail is None else why_words(mail))
        refusal = None if mail is None else change_refusal(mail.state)
        for button in (self.again_button, self.delete_button):
            button.setEnabled(mail is not None and refusal is None)
            button.setToolTip(words_of(refusal))

    def send_again(self) -> None:
        """Send the mail once more, from this workstation."""
        if self.chosen is not None:
            self._operations.run(self, partial(mails.again, mail_id=self.chosen.id))

    def delete(self) -> None:
        """Send the mail no more."""
        if self.chosen is not None:
            self._operations.run(self, partial(mails.delete, mail_id=self.chosen.id))

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(change.record is Record.OUTGOING_MAIL for change in changes):
            self.look_up()


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
