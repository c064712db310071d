"""The list of parked invoices. Serves the guide's page "Parked invoices"."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries import deck
from posim_desktop.queries.deck import Found
from posim_desktop.queries.sales import parked_totals
from posim_desktop.queries.sales.decks import WORKING, WorkingInvoiceRow
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import SPACE, mark, prepare_table
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_MOST = 200
_CUSTOMER_COLUMN = 3
_NUMERIC = {4, 5, 6}
_PAID_COLUMN, _OPEN_AT_COLUMN = 6, 7


class ParkedInvoicesDialog(QDialog):
    """Lists the working invoices of every till; Enter recalls one.

    Signals:
        recalled(int): The invoice to go on with.
    """

    recalled = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations = operations
        self._rows: tuple[WorkingInvoiceRow, ...] = ()
        self._with_picked = dict[int, Decimal]()
        self.setObjectName("parked_invoices_dialog")
        self.setWindowTitle(self.tr("Parked Invoices"))
        resize_on_screen(self, 300 * SPACE, 110 * SPACE)
        self._build()
        self.find_field.textChanged.connect(self.look_up)
        self.find_field.returnPressed.connect(lambda: self._recall(self.invoices_table.currentRow()))
        self.find_field.installEventFilter(self)
        self.invoices_table.installEventFilter(self)
        self.invoices_table.cellDoubleClicked.connect(self._recall)
        self.recall_button.clicked.connect(lambda: self._recall(self.invoices_table.currentRow()))
        self.cancel_button.clicked.connect(self.reject)
        self.look_up()
        self.find_field.setFocus()

    def _build(self) -> None:
        self.find_field = QLineEdit()
        self.find_field.setObjectName("find_field")
        self.find_field.setAccessibleName(self.tr("Find"))
        self.find_field.setPlaceholderText(self.tr("Find by customer, employee, item or note"))
        self.empty_label = QLabel(
            self.tr("No invoices are parked. To park one, press Ctrl+N, or + and Enter in the item field.")
        )
        mark(self.empty_label, role="muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        rows.setSpacing(2 * SPACE)
        rows.addWidget(self.find_field)
        rows.addWidget(self.empty_label)
        rows.addWidget(self._build_table(), 1)
        rows.addLayout(self._build_buttons())

    def _build_table(self) -> QTableWidget:
        headings = [
            self.tr("Since"),
            self.tr("Employee"),
            self.tr("Workstation"),
            self.tr("Customer"),
            self.tr("Lines"),
            self.tr("Total"),
            self.tr("Paid"),
            self.tr("Open At"),
            self.tr("Note"),
        ]
        self.invoices_table = QTableWidget(0, len(headings))
        self.invoices_table.setObjectName("invoices_table")
        self.invoices_table.setAccessibleName(self.tr("Parked Invoices"))
        self.invoices_table.setHorizontalHeaderLabels(headings)
        prepare_table(self.invoices_table)
        self.invoices_table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.invoices_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        ColumnFit(self.invoices_table, _CUSTOMER_COLUMN)
        return self.invoices_table

    def _build_buttons(self) -> QHBoxLayout:
        self.recall_button = QPushButton(self.tr("&Recall"))
        self.recall_button.setObjectName("recall_button")
        self.recall_button.setAccessibleName(self.tr("Recall"))
        mark(self.recall_button, primary=True, tender=True)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.cancel_button.setAccessibleName(self.tr("Cancel"))
        mark(self.cancel_button, tender=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.recall_button)
        return buttons

    def look_up(self) -> None:
        """List what fits."""
        try:
            page = self._operations.read(
                deck.page, WORKING, Found(self.find_field.text()), WORKING.first_order, limit=_MOST
            )
            pick_ups = [row.id for row in page.rows if row.picked]
            self._with_picked = self._operations.read(parked_totals.totals, pick_ups) if pick_ups else {}
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        self._rows = page.rows
        self.invoices_table.setColumnHidden(_PAID_COLUMN, not any(row.paid for row in page.rows))
        self.invoices_table.setColumnHidden(_OPEN_AT_COLUMN, not any(row.open_workstation for row in page.rows))
        self.invoices_table.setRowCount(len(page.rows))
        for row, invoice in enumerate(page.rows):
            self._show_row(row, invoice)
        self.empty_label.setVisible(not page.rows and not self.find_field.text())
        self.recall_button.setEnabled(bool(page.rows))
        self.recall_button.setToolTip("" if page.rows else self.tr("No parked invoice matches."))
        if page.rows:
            self.invoices_table.selectRow(0)

    def _show_row(self, row: int, invoice: WorkingInvoiceRow) -> None:
        cells = (
            formatting.date_time(invoice.created_at),
            invoice.employee,
            invoice.workstation,
            invoice.customer,
            formatting.count(invoice.lines + invoice.picked),
            formatting.money(self._with_picked.get(invoice.id, invoice.total)),
            formatting.money(invoice.paid) if invoice.paid else "",
            self._open_at(invoice),
            invoice.note.replace("\n", " "),
        )
        for column, written in enumerate(cells):
            cell = QTableWidgetItem(written)
            cell.setToolTip(self._since_when_open(invoice) if column == _OPEN_AT_COLUMN else written)
            if column in _NUMERIC:
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.invoices_table.setItem(row, column, cell)

    def _open_at(self, invoice: WorkingInvoiceRow) -> str:
        """Say where an invoice that is not parked is in hand, and by whom."""
        if invoice.open_workstation is None:
            return ""
        if invoice.open_workstation == self._operations.workstation:
            return self.tr("here")
        return ", ".join(filter(None, (invoice.open_workstation, invoice.opened_by)))

    def _since_when_open(self, invoice: WorkingInvoiceRow) -> str:
        place = self._open_at(invoice)
        if invoice.opened_at is None:
            return place
        return self.tr("{place} since {time}").format(place=place, time=formatting.date_time(invoice.opened_at))

    def _recall(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            chosen = self._rows[row].id
            self.accept()
            self.recalled.emit(chosen)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.invoices_table and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._recall(self.invoices_table.currentRow())
                return True
            if watched is self.find_field and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self.invoices_table.currentRow() + step
                self.invoices_table.selectRow(max(0, min(row, len(self._rows) - 1)))
                return True
        return super().eventFilter(watched, event)
