"""The tables of the Backorder card: purchase orders, received, canceled, filled. Serves "View a backorder"."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.changes import Record
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.queries.backorders.backorders import BackorderDetails, BackorderEventRow
from posim_desktop.queries.backorders.documents import FilledRow, ReceivedRow
from posim_desktop.queries.purchasing.orders import OnPurchaseOrder
from posim_desktop.ui import formatting
from posim_desktop.ui.backorders.words import expected_words, order_status_word, story, tr
from posim_desktop.ui.models.fixed_rows import FixedRows, Link, TableColumn
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.time_line import TimeLine

_LEAST_HEIGHT = 26 * SPACE
_STORY_WIDTH = 80 * SPACE


class BackorderTables(QWidget):
    """What happened to a backorder, table by table and from the beginning.

    Signals:
        link(Record, int): The person wants to see a document.
    """

    link = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order_rows: FixedRows[OnPurchaseOrder] = FixedRows(_order_cells(), self)
        self.received_rows: FixedRows[ReceivedRow] = FixedRows(_received_cells(), self)
        self.canceled_rows: FixedRows[BackorderEventRow] = FixedRows(_canceled_cells(), self)
        self.filled_rows: FixedRows[FilledRow] = FixedRows(_filled_cells(), self)
        self.orders_table = self._table(self.tr("On Purchase Orders"), self.order_rows, 1)
        self.received_table = self._table(self.tr("Received"), self.received_rows, 3)
        self.canceled_table = self._table(self.tr("Canceled"), self.canceled_rows, 3)
        self.filled_table = self._table(self.tr("Filled"), self.filled_rows, 2)
        self._build()

    # ---- building ----

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(3 * SPACE)
        grid.setColumnStretch(0, 7)
        grid.setColumnStretch(1, 6)
        places = ((self.orders_table, 0, 0), (self.received_table, 0, 1))
        for table, row, column in (*places, (self.canceled_table, 1, 0), (self.filled_table, 1, 1)):
            grid.addLayout(_titled(table.accessibleName(), table), row, column)
        grid.addLayout(_titled(self.tr("What Happened"), self._build_story()), 0, 2, 2, 1)

    def _table(self, title: str, rows: FixedRows[Any], wide: int) -> DocumentTable:
        table = DocumentTable(title, rows, wide, self.tr("Nothing yet"))
        table.setMinimumHeight(_LEAST_HEIGHT)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        table.link.connect(self.link)
        return table

    def _build_story(self) -> QScrollArea:
        self.time_line = TimeLine()
        self.time_line.setObjectName("time_line")
        inside = QFrame()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        rows.addWidget(self.time_line)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("story_scroll")
        scroll.setAccessibleName(self.tr("What Happened"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setFixedWidth(_STORY_WIDTH)
        scroll.setWidget(inside)
        mark(scroll, card=True)
        return scroll

    # ---- showing ----

    def show_details(self, details: BackorderDetails) -> None:
        """Show what happened to a backorder."""
        self.order_rows.show_rows(details.orders)
        self.received_rows.show_rows(details.received)
        self.canceled_rows.show_rows(details.of_kind(EventKind.CANCEL))
        self.filled_rows.show_rows(details.sold)
        self.time_line.show_entries(story(details))


def _titled(title: str, widget: QWidget) -> QVBoxLayout:
    caption = QLabel(title)
    mark(caption, role="label")
    caption.setBuddy(widget)
    box = QVBoxLayout()
    box.setSpacing(SPACE)
    box.addWidget(caption)
    box.addWidget(widget, 1)
    return box


def _order_cells() -> list[TableColumn[OnPurchaseOrder]]:
    return [
        TableColumn(
            tr("Order"),
            lambda row: tr("(none)") if row.number is None else str(row.number),
            link=lambda row: (Record.PURCHASE_ORDER, row.purchase_order_id),
        ),
        TableColumn(tr("Vendor"), lambda row: row.vendor, link=lambda row: (Record.VENDOR, row.vendor_id)),
        TableColumn(tr("Status"), order_status_word),
        TableColumn(tr("Allocated"), lambda row: formatting.quantity(row.quantity), numeric=True),
        TableColumn(tr("Expected"), lambda row: expected_words(row.expected_on)),
    ]


def _received_cells() -> list[TableColumn[ReceivedRow]]:
    return [
        TableColumn(tr("Qty"), _received_quantity, numeric=True),
        TableColumn(tr("From"), _source, link=_receiving_log),
        TableColumn(tr("Invoice"), _received_on, link=_open_invoice),
        TableColumn(tr("Name"), lambda row: row.name),
        _date_cell(),
    ]


def _canceled_cells() -> list[TableColumn[BackorderEventRow]]:
    return [
        TableColumn(tr("Qty"), lambda row: formatting.quantity(row.quantity), numeric=True),
        TableColumn(tr("Name"), lambda row: row.name),
        _date_cell(),
        TableColumn(tr("Reason"), lambda row: row.reason),
    ]


def _filled_cells() -> list[TableColumn[FilledRow]]:
    return [
        TableColumn(tr("Qty"), lambda row: formatting.quantity(row.quantity), numeric=True),
        TableColumn(
            tr("Invoice"),
            lambda row: str(row.invoice_number),
            link=lambda row: (Record.INVOICE, row.invoice_id),
        ),
        TableColumn(tr("Name"), lambda row: row.name),
        _date_cell(),
    ]


def _date_cell() -> TableColumn[Any]:
    day, moment = lambda row: formatting.day_of(row.at), lambda row: formatting.date_time(row.at)
    return TableColumn(tr("Date"), day, tip=moment)


def _received_quantity(row: ReceivedRow) -> str:
    return formatting.quantity(-row.quantity if row.kind is EventKind.RELEASE else row.quantity)


def _source(row: ReceivedRow) -> str:
    if row.kind is EventKind.RELEASE:
        return tr("released")
    if row.receiving_log_number is None:
        return tr("stock")
    return tr("Log {number}").format(number=row.receiving_log_number)


def _receiving_log(row: ReceivedRow) -> Link | None:
    return None if row.receiving_log_id is None else (Record.RECEIVING_LOG, row.receiving_log_id)


def _received_on(row: ReceivedRow) -> str:
    if row.invoice_number is not None:
        return str(row.invoice_number)
    return tr("Open") if row.invoice_status is InvoiceStatus.WORKING else tr("discarded")


def _open_invoice(row: ReceivedRow) -> Link | None:
    return None if row.invoice_status is InvoiceStatus.DISCARDED else (Record.INVOICE, row.invoice_id)
