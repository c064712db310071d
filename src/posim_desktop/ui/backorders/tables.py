"""The tables of the Backorder card: purchase orders, received, canceled, filled. Serves "View a backorder"."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.changes import Record
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.queries.backorders.backorders import BackorderDetails, BackorderEventRow
from posim_desktop.queries.backorders.documents import CameOnOrder, FilledRow, ReceivedRow
from posim_desktop.queries.purchasing.orders import OnPurchaseOrder
from posim_desktop.ui import formatting
from posim_desktop.ui.backorders.words import expected_words, none_yet, order_status_word, orders_that_were, story, tr
from posim_desktop.ui.models.fixed_rows import FixedRows, Link, TableColumn
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.time_line import TimeLine
from posim_desktop.ui.widgets.titled_table import TitledTable


class BackorderTables(QWidget):
    """What happened to a backorder, table by table and from the beginning.

    Signals:
        link(Record, int): The person wants to see a document.
    """

    link = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order_rows: FixedRows[OnPurchaseOrder] = FixedRows(_order_cells(), self)
        self.came_rows: FixedRows[CameOnOrder] = FixedRows(_came_cells(), self)
        self.received_rows: FixedRows[ReceivedRow] = FixedRows(_received_cells(), self)
        self.canceled_rows: FixedRows[BackorderEventRow] = FixedRows(_canceled_cells(), self)
        self.filled_rows: FixedRows[FilledRow] = FixedRows(_filled_cells(), self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2 * SPACE)
        self.orders = self._add(self.tr("On Purchase Orders"), self.order_rows, 4)
        self.came = self._add(self.tr("Came on Purchase Orders"), self.came_rows, 1)
        self._came_rule = self._last_rule
        self.received = self._add(self.tr("Received"), self.received_rows, 4)
        self.canceled = self._add(self.tr("Canceled"), self.canceled_rows, 3)
        self.filled = self._add(self.tr("Filled"), self.filled_rows, 4)
        self._add_story()

    # ---- building ----

    def _add(self, title: str, rows: FixedRows[Any], wide: int) -> TitledTable:
        table = DocumentTable(title, rows, wide, "")
        table.link.connect(self.link)
        mark(table, flat=True)
        part = TitledTable(table, "")
        self._last_rule = _rule()
        self._rows.addWidget(self._last_rule)
        self._rows.addWidget(part)
        return part

    def _add_story(self) -> None:
        self.time_line = TimeLine()
        self.time_line.setObjectName("time_line")
        title = QLabel(self.tr("What Happened"))
        mark(title, role="label")
        self._rows.addWidget(_rule())
        self._rows.addWidget(title)
        self._rows.addWidget(self.time_line)
        self._rows.addStretch(1)

    # ---- showing ----

    def show_details(self, details: BackorderDetails) -> None:
        """Show what happened to a backorder."""
        none = none_yet(details)
        self.orders.say_when_empty(orders_that_were(details))
        for part in (self.received, self.canceled, self.filled):
            part.say_when_empty(none)
        self.order_rows.show_rows(details.orders)
        self.came_rows.show_rows(details.came_on)
        for widget in (self.came, self._came_rule):  # what did not come is told by the table above
            widget.setVisible(bool(details.came_on))
        self.received_rows.show_rows(details.received)
        self.canceled_rows.show_rows(details.of_kind(EventKind.CANCEL))
        self.filled_rows.show_rows(details.sold)
        self.time_line.show_entries(story(details))


def _rule() -> QFrame:
    rule = QFrame()
    mark(rule, rule=True)
    return rule


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


def _came_cells() -> list[TableColumn[CameOnOrder]]:
    return [
        TableColumn(
            tr("Order"), lambda row: str(row.number), link=lambda row: (Record.PURCHASE_ORDER, row.purchase_order_id)
        ),
        TableColumn(tr("Vendor"), lambda row: row.vendor, link=lambda row: (Record.VENDOR, row.vendor_id)),
        TableColumn(
            tr("From"),
            lambda row: tr("Log {number}").format(number=row.receiving_log_number),
            link=lambda row: (Record.RECEIVING_LOG, row.receiving_log_id),
        ),
        TableColumn(tr("Qty"), lambda row: formatting.quantity(row.quantity), numeric=True),
        TableColumn(tr("Date"), lambda row: formatting.date(row.received_on)),
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
            tr("Came Back"),
            lambda row: formatting.quantity(row.returned) if row.returned else "",
            numeric=True,
        ),
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
