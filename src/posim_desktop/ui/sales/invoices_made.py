"""Open/Working Invoices: what posting a receiving log made for the customers.

Serves the guide's page "Set backorders to customers".
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.money import ZERO
from posim_desktop.queries.receiving import logs as receiving
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sales.box_labels import BoxLabelsDialog
from posim_desktop.ui.sales.pickup_prints import preview_call_list, preview_slips
from posim_desktop.ui.sales.storage_place import StoragePlaceDialog
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.screen_size import resize_on_screen

if TYPE_CHECKING:
    from posim_desktop.queries.receiving.logs import FillInvoiceRow

_WIDTH, _HEIGHT = 215 * SPACE, 105 * SPACE


class InvoicesMadeDialog(QDialog):
    """Lists the invoices on which a delivery's goods wait, one per customer.

    Signals:
        link(Record, int): The person wants to see one of them.
    """

    link = Signal(object, int)

    def __init__(self, parent: QWidget, operations: Operations, *, receiving_log_id: int) -> None:
        """Read the invoices.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent)
        self.operations = operations
        self._log_id = receiving_log_id
        self._invoices = operations.read(receiving.invoices_made, receiving_log_id)
        self.setObjectName("invoices_made")
        self.setWindowTitle(self.tr("Open/Working Invoices"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_on_screen(self, _WIDTH, _HEIGHT)
        self._build()
        self._connect()
        if self._invoices:
            self.table.selectRow(0)
            self.table.setFocus()

    def _build(self) -> None:
        told = QLabel(
            self.tr("The goods are set aside on these invoices until the customers pick them up. Put a slip with each.")
            if self._invoices
            else self.tr("Nothing was set to customers; everything that arrived goes on the shelf.")
        )
        told.setWordWrap(True)
        mark(told, role="muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(told)
        layout.addWidget(self._build_table(), 1)
        layout.addWidget(self._build_sums())
        layout.addLayout(self._build_buttons())

    def _build_table(self) -> ChoiceTable:
        self.rows: FixedRows[FillInvoiceRow] = FixedRows(
            (
                TableColumn(self.tr("Customer"), lambda row: row.customer),
                TableColumn(self.tr("Phone"), lambda row: row.phone),
                TableColumn(self.tr("Storage Place"), lambda row: row.place),
                TableColumn(self.tr("Items"), lambda row: formatting.count(row.lines), numeric=True),
                TableColumn(self.tr("Qty"), lambda row: formatting.quantity(row.quantity), numeric=True),
                TableColumn(self.tr("Total"), lambda row: formatting.money(row.total), numeric=True),
            ),
            self,
        )
        self.rows.show_rows(self._invoices)
        self.table = ChoiceTable(self.rows, self.tr("Invoices"))
        self.table.setObjectName("table")
        return self.table

    def _build_sums(self) -> QLabel:
        self.sums_label = QLabel()
        self.sums_label.setObjectName("sums_label")
        self.sums_label.setAlignment(Qt.AlignmentFlag.AlignRight)
        mark(self.sums_label, role="value")
        number = len(self._invoices)
        words = self.tr("%n invoices · {total}", "", number)
        total = formatting.amount(sum((each.total for each in self._invoices), ZERO))
        self.sums_label.setText(words.format(total=total))
        return self.sums_label

    def _build_buttons(self) -> QHBoxLayout:
        self.close_button = named_button("close_button", self.tr("&Close"))
        self.place_button = named_button("place_button", self.tr("S&torage Place…"))
        self.call_list_button = named_button("call_list_button", self.tr("C&all List…"))
        self.labels_button = named_button("labels_button", self.tr("&Box Labels…"), "tag")
        self.all_slips_button = named_button("all_slips_button", self.tr("Print All &Slips…"), "printer")
        self.slip_button = named_button("slip_button", self.tr("&Print Slip…"), "printer")
        self.open_button = named_button("open_button", self.tr("&Open"))
        mark(self.open_button, primary=True)
        self.open_button.setDefault(True)
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addWidget(self.close_button)
        columns.addStretch(1)
        needing_rows = (
            *(self.place_button, self.call_list_button, self.labels_button, self.all_slips_button),
            *(self.slip_button, self.open_button),
        )
        for button in needing_rows:
            button.setEnabled(bool(self._invoices))
            button.setToolTip("" if self._invoices else self.tr("No invoices were created."))
            columns.addWidget(button)
        return columns

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(lambda: self._open(self._chosen()))
        self.table.chosen.connect(lambda row: self._open(self._invoices[row].invoice_id))
        self.place_button.clicked.connect(self._ask_for_place)
        self.slip_button.clicked.connect(lambda: preview_slips(self, self.operations, [self._chosen()]))
        self.all_slips_button.clicked.connect(lambda: preview_slips(self, self.operations, self._ids()))
        self.labels_button.clicked.connect(lambda: BoxLabelsDialog(self, self.operations, self._ids()).open())
        self.call_list_button.clicked.connect(lambda: preview_call_list(self, self.operations, self._ids()))

    def _ask_for_place(self) -> None:
        chosen = self._invoices[self._current()]
        dialog = StoragePlaceDialog(self, self.operations, [chosen.invoice_id], chosen.customer, chosen.place)
        dialog.accepted.connect(self._show_again)
        dialog.open()

    def _show_again(self) -> None:
        """Show the place that was written down, and go on to the next customer whose goods have none yet."""
        current = self._current()
        try:
            self._invoices = self.operations.read(receiving.invoices_made, self._log_id)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        self.rows.show_rows(self._invoices)
        order = (*range(current, len(self._invoices)), *range(current))
        self.table.selectRow(next((row for row in order if not self._invoices[row].place), current))

    def _ids(self) -> list[int]:
        return [each.invoice_id for each in self._invoices]

    def _open(self, invoice_id: int) -> None:
        self.accept()
        self.link.emit(Record.INVOICE, invoice_id)

    def _chosen(self) -> int:
        return self._invoices[self._current()].invoice_id

    def _current(self) -> int:
        return max(0, self.table.currentIndex().row())
