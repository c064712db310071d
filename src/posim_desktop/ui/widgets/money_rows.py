"""The rows that an amount of a customer's money is made of. Serves the guide's page "Deposits and credit"."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.money import ZERO
from posim_desktop.printing.sales.money_words import document_of, what_happened
from posim_desktop.queries.money_held import MoneyRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, Link, TableColumn
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WIDTH, _HEIGHT = 200 * SPACE, 90 * SPACE
_TOUCHING = frozenset({Record.BACKORDER, Record.CUSTOMER, Record.INVOICE})
_WHAT = 1

Rows = tuple[MoneyRow, ...]


def tr(words: str) -> str:
    """Say words of this module in the screen's language."""
    return QCoreApplication.translate("money_rows", words)


def _document_link(row: MoneyRow) -> Link | None:
    return None if row.invoice_id is None else (Record.INVOICE, row.invoice_id)


def _backorder_link(row: MoneyRow) -> Link | None:
    backorder_id = row.backorder_id or row.other_backorder_id
    return None if backorder_id is None else (Record.BACKORDER, backorder_id)


def _backorder(row: MoneyRow) -> str:
    number = row.backorder_number or row.other_backorder_number
    if number is None:
        return ""
    return f"{number} {row.item}".strip()


def columns() -> list[TableColumn[MoneyRow]]:
    """Make the columns of a table of rows."""
    return [
        TableColumn(tr("Date"), lambda row: formatting.day_of(row.at), tip=lambda row: formatting.date_time(row.at)),
        TableColumn(tr("What"), what_happened),
        TableColumn(tr("Document"), document_of, link=_document_link),
        TableColumn(tr("Backorder"), _backorder, link=_backorder_link),
        TableColumn(tr("Amount"), lambda row: formatting.money(row.amount), numeric=True),
        TableColumn(tr("Name"), lambda row: row.name),
        TableColumn(tr("Reason"), lambda row: row.reason),
    ]


class MoneyRowsDialog(QDialog):
    """Lists what an amount is made of, oldest first, with the documents that it comes from.

    Signals:
        link(Record, int): The person wants to see a document or a backorder.
    """

    link = Signal(object, int)

    def __init__(
        self, parent: QWidget, operations: Operations, *, title: str, whose: str, read: Callable[[], Rows]
    ) -> None:
        """Make the dialog.

        Args:
            parent: The card.
            operations: Tells what changes.
            title: What the amount is called.
            whose: The backorder or the customer, in words.
            read: Reads the rows.
        """
        super().__init__(parent)
        self._read = read
        self.setObjectName("money_rows")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_on_screen(self, _WIDTH, _HEIGHT)
        self._build(title, whose)
        self._look()
        self.table.link.connect(self._on_table_link)
        operations.bus.changed.connect(self._on_bus_changed)
        self.close_button.clicked.connect(self.reject)
        first = self.table if self.rows.rowCount() else self.close_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, title: str, whose: str) -> None:
        whose_label = QLabel(whose)
        whose_label.setWordWrap(True)
        mark(whose_label, role="muted")
        self.rows: FixedRows[MoneyRow] = FixedRows(columns(), self)
        self.table = DocumentTable(title, self.rows, _WHAT, tr("Nothing yet"))
        self.table.setObjectName("money_table")
        self.sum_label = QLabel()
        self.sum_label.setObjectName("sum_label")
        mark(self.sum_label, role="value")
        self.close_button = named_button("close_button", self.tr("&Close"))
        self.close_button.setDefault(True)  # in the table, Enter opens the document of its row
        bottom = QHBoxLayout()
        bottom.addWidget(self.sum_label)
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        inside.setSpacing(3 * SPACE)
        inside.addWidget(whose_label)
        inside.addWidget(self.table, 1)
        inside.addLayout(bottom)

    def _look(self) -> None:
        found = self._read()
        self.rows.show_rows(found)
        if found:
            self.table.selectRow(len(found) - 1)
        total = sum((row.amount for row in found), ZERO)
        self.sum_label.setText(self.tr("Together {total}").format(total=formatting.amount(total)))

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.isVisible() and any(change.record in _TOUCHING for change in changes):
            self._look()

    def _on_table_link(self, record: Record, record_id: int) -> None:
        self.accept()
        self.link.emit(record, record_id)


def show_money_rows(
    card: Card[Any], operations: Operations, *, title: str, whose: str, read: Callable[[], Rows]
) -> MoneyRowsDialog | None:
    """Show on a card what an amount is made of; None after saying why it cannot be read."""
    try:
        dialog = MoneyRowsDialog(card, operations, title=title, whose=whose, read=read)
    except TroubleError as trouble:
        say(card, words_of_trouble(trouble))
        return None
    dialog.link.connect(card.link)
    dialog.finished.connect(card.activateWindow)
    dialog.open()
    return dialog
