"""File › Export Journal: a period and a format, and one file for the bookkeeper. Serves "The journal" in the guide."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.exchange.journal import (
    WRITERS,
    Deed,
    JournalDay,
    JournalFormat,
    JournalWords,
    months,
    period_refusal,
)
from posim_desktop.queries import journal as queries
from posim_desktop.queries.shop import preferences
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.sheet_saving import save_bytes


class JournalDialog(FormDialog):
    """The last month is proposed, as that is what is booked next."""

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        super().__init__(parent, "", accept="", cancel="", width=520)
        self._operations = operations
        self.setObjectName("journal")
        self.setWindowTitle(self.tr("Export Journal"))
        for button, label in (
            (self.accept_button, self.tr("Save As…")),
            (self.cancel_button, self.tr("Cancel")),
        ):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(
            self.tr(
                "One balanced entry for each day: sales, taxes, tenders, deposits, credit and goods, each on its "
                "account. The accounts are named in File › Preferences › Accounts."
            )
        )
        last = formatting.store_day(operations.now()).replace(day=1) - timedelta(days=1)
        self.first_edit, self.last_edit = DateEdit("first"), DateEdit("last")
        self.first_edit.set_value(last.replace(day=1))
        self.last_edit.set_value(last)
        self.format_edit = QComboBox()
        self.format_edit.addItem(self.tr("Table (CSV)"), JournalFormat.CSV)
        self.format_edit.addItem(self.tr("Plain-text accounting (Ledger, hledger)"), JournalFormat.LEDGER)
        self.add_input("first", self.tr("First Day"), self.first_edit)
        self.add_input("last", self.tr("Last Day"), self.last_edit)
        self.add_input("format", self.tr("Format"), self.format_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            first, last = self._period()
            read = [self._operations.read(queries.journal, *month) for month in months(first, last)]
            entries = tuple(entry for month in read for entry in month)
            currency = self._operations.read(preferences.load).currency
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        if not entries:
            self._say_nothing_moved()
            return
        self._ask_where(first, last, entries, currency)

    def _period(self) -> tuple[date, date]:
        """Read the days.

        Raises:
            RefusedError: One is no day, or the last is before the first.
        """
        first, last = self.first_edit.value(), self.last_edit.value()
        if first is None or last is None:
            raise AssertionError("a day that is left blank is refused where it is typed")
        refusal = period_refusal(first, last)
        if refusal is not None:
            raise RefusedError(refusal)
        return first, last

    def _say_nothing_moved(self) -> None:
        self.trouble_label.setText(self.tr("Neither money nor goods moved in these days."))
        self.trouble_label.show()
        self.grow()

    def _ask_where(self, first: date, last: date, entries: tuple[JournalDay, ...], currency: str) -> None:
        chosen = self.format_edit.currentData()
        content = WRITERS[JournalFormat(chosen)](entries, currency, journal_words())
        name = f"{self.tr('Journal')} {first.isoformat()} {last.isoformat()}.{chosen}"
        dialog = QFileDialog(self, self.tr("Save Journal"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(str(chosen))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.write(Path(file), content))
        dialog.open()

    def write(self, file: Path, content: bytes) -> None:
        """Write the file and close; stay open where it could not be written."""
        if save_bytes(self, file, content):
            self.accept()


def journal_words() -> JournalWords:
    """Return the words of a journal in the language of the screen."""
    heads = _tr("Day"), _tr("Account"), _tr("Debit"), _tr("Credit"), _tr("Note")
    return JournalWords(heads, _tr("Point of sale"), _deeds().__getitem__)


def _deeds() -> dict[Deed, str]:
    return {
        Deed.SOLD: _tr("Sales without tax"),
        Deed.RETURNED: _tr("Returns without tax"),
        Deed.TAX: _tr("Tax"),
        Deed.TENDER: _tr("Tenders"),
        Deed.ROUNDING: _tr("Cash rounding"),
        Deed.DEPOSIT_TAKEN: _tr("Deposits taken"),
        Deed.DEPOSIT_USED: _tr("Deposits used"),
        Deed.DEPOSIT_REFUNDED: _tr("Deposits refunded"),
        Deed.DEPOSIT_MOVED: _tr("Deposits moved"),
        Deed.FEE: _tr("Cancellation fees"),
        Deed.CREDIT_GIVEN: _tr("Store credit given"),
        Deed.CREDIT_USED: _tr("Store credit used"),
        Deed.CREDIT_REFUNDED: _tr("Store credit refunded"),
        Deed.CREDIT_MOVED: _tr("Store credit moved"),
        Deed.ON_ACCOUNT: _tr("On account"),
        Deed.PAID_IN_OUT: _tr("Paid in and out"),
        Deed.SAFE: _tr("Between drawer and safe"),
        Deed.OVER_SHORT: _tr("Over and short"),
        Deed.COST: _tr("Cost of goods sold"),
        Deed.COST_RETURNED: _tr("Cost of goods returned"),
        Deed.DAMAGED: _tr("Returned damaged"),
        Deed.RECEIVED: _tr("Goods received"),
        Deed.CHARGES: _tr("Freight and other charges"),
        Deed.CORRECTED: _tr("Receiving corrected"),
        Deed.SENT_BACK: _tr("Returned to vendors"),
        Deed.VENDOR_CREDIT: _tr("Credits of vendors"),
        Deed.COUNTED: _tr("Stock counts"),
        Deed.ADJUSTED: _tr("Stock adjusted"),
        Deed.OPENING: _tr("Opening stock"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("JournalDialog", words)
