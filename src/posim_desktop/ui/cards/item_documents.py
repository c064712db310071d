"""The documents behind a figure of an item. Serves the guide's page on items."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.queries.cards import item_documents
from posim_desktop.queries.cards.item_documents import ItemDocuments, OnHandRow
from posim_desktop.queries.purchasing.orders import OnOrderRow
from posim_desktop.queries.sales.set_aside import SetAsideRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, Link, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WIDTH, _HEIGHT = 200 * SPACE, 100 * SPACE
_TOUCHING = frozenset({Record.BACKORDER, Record.INVOICE, Record.ITEM, Record.PURCHASE_ORDER, Record.RECEIVING_LOG})


class Figure(StrEnum):
    """A figure of the Item card."""

    ON_HAND = "on_hand"
    COMMITTED = "committed"
    AVAILABLE = "available"
    ON_ORDER = "on_order"
    BACKORDERED = "backordered"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A document and what it adds to a figure, in units."""

    when: str
    document: str
    link: Link | None
    who: str
    who_link: Link | None
    note: str
    quantity: Decimal


class ItemDocumentsDialog(QDialog):
    """Lists the documents that a figure of an item comes from; they sum to it.

    Signals:
        link(Record, int): The person wants to see one of them.
    """

    link = Signal(object, int)

    def __init__(self, parent: QWidget, operations: Operations, *, item_id: int, figure: Figure) -> None:
        super().__init__(parent)
        self._operations = operations
        self._item_id = item_id
        self._figure = figure
        self.setObjectName("item_documents")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_on_screen(self, _WIDTH, _HEIGHT)
        self._build()
        self._look()
        self.table.link.connect(self._on_table_link)
        self.close_button.clicked.connect(self.reject)
        self._operations.bus.changed.connect(self._on_bus_changed)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        label = FIGURE_LABELS[self._figure]()
        self.setWindowTitle(label)
        self.item_label = QLabel()
        self.item_label.setObjectName("item_label")
        mark(self.item_label, role="muted")
        self.rows: FixedRows[FigureRow] = FixedRows(self._cells(), self)
        self.table = DocumentTable(label, self.rows, 2, self.tr("No documents"))
        self.table.setObjectName("documents_table")
        self.sum_label = QLabel()
        self.sum_label.setObjectName("sum_label")
        mark(self.sum_label, role="value")
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setObjectName("close_button")
        self.close_button.setAccessibleName(self.tr("Close"))
        # Enter belongs to the table: it opens the document of its row.
        self.close_button.setAutoDefault(False)
        bottom = QHBoxLayout()
        bottom.addWidget(self.sum_label)
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(self.item_label)
        rows.addWidget(self.table, 1)
        rows.addLayout(bottom)

    def _cells(self) -> list[TableColumn[FigureRow]]:
        when, who, note = self._headings()
        return [
            TableColumn(when, lambda row: row.when),
            TableColumn(self.tr("Document"), lambda row: row.document, link=lambda row: row.link),
            TableColumn(who, lambda row: row.who, link=lambda row: row.who_link),
            TableColumn(note, lambda row: row.note),
            TableColumn(self.tr("Qty"), lambda row: formatting.quantity(row.quantity), numeric=True),
        ]

    def _headings(self) -> tuple[str, str, str]:
        match self._figure:
            case Figure.ON_HAND:
                return self.tr("Date"), self.tr("By"), self.tr("Reason")
            case Figure.ON_ORDER:
                return self.tr("Expected"), self.tr("Vendor"), self.tr("Allocated")
            case _:
                return self.tr("Since"), self.tr("Customer"), self.tr("Phone")

    def _look(self) -> None:
        found = self._operations.read(item_documents.documents, self._item_id)
        if found is None:
            self.reject()
            return
        self.item_label.setText(f"{found.item}  {found.description}")
        rows = _ROWS[self._figure](found)
        self.rows.show_rows(rows)
        total = sum((row.quantity for row in rows), NO_UNITS)
        words = self.tr("{figure}: {units}")
        figure = FIGURE_LABELS[self._figure]()
        self.sum_label.setText(words.format(figure=figure, units=formatting.quantity(total)))

    def _on_table_link(self, record: Record, record_id: int) -> None:
        self.accept()
        self.link.emit(record, record_id)

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.isVisible() and any(change.record in _TOUCHING for change in changes):
            self._look()


def _tr(words: str) -> str:
    return QCoreApplication.translate("ItemDocuments", words)


FIGURE_LABELS: Mapping[Figure, Callable[[], str]] = MappingProxyType(
    {
        Figure.ON_HAND: lambda: _tr("On Hand"),
        Figure.COMMITTED: lambda: _tr("Committed"),
        Figure.AVAILABLE: lambda: _tr("Available"),
        Figure.ON_ORDER: lambda: _tr("On Order"),
        Figure.BACKORDERED: lambda: _tr("Backordered"),
    }
)
"""What each figure is called on the card."""


def _on_hand(found: ItemDocuments) -> list[FigureRow]:
    rows = [_change(row) for row in found.on_hand]
    if found.earlier:
        rows.append(FigureRow(_tr("earlier"), _tr("Earlier total"), None, "", None, "", found.earlier))
    return rows


def _change(row: OnHandRow) -> FigureRow:
    link: Link | None = None
    document = {LedgerKind.OPENING: _tr("Opening"), LedgerKind.ADJUSTMENT: _tr("Adjustment")}.get(row.kind, "")
    if row.invoice_id is not None:
        document = _tr("Invoice {number}").format(number=row.invoice_number or 0)
        link = (Record.INVOICE, row.invoice_id)
    elif row.vendor_return_id is not None:
        document = _tr("Return to vendor {number}").format(number=row.vendor_return_number or 0)
        link = (Record.VENDOR_RETURN, row.vendor_return_id)
    elif row.receiving_log_id is not None:
        words = _tr("Receiving log {number}")
        if row.kind is LedgerKind.CORRECTED:
            words = _tr("Receiving log {number}, corrected")
        document = words.format(number=row.receiving_log_number or 0)
        link = (Record.RECEIVING_LOG, row.receiving_log_id)
    elif row.stock_count_id is not None:
        document = _tr("Stock count {number}").format(number=row.stock_count_number or 0)
        link = (Record.STOCK_COUNT, row.stock_count_id)
    return FigureRow(formatting.date_time(row.at), document, link, row.employee, None, row.reason, row.quantity)


def _committed(found: ItemDocuments) -> list[FigureRow]:
    return [_aside(row, row.quantity) for row in found.set_aside]


def _available(found: ItemDocuments) -> list[FigureRow]:
    on_hand = FigureRow("", _tr("On Hand"), None, "", None, "", found.figures.on_hand)
    return [on_hand, *(_aside(row, -row.quantity) for row in found.set_aside)]


def _aside(row: SetAsideRow, quantity: Decimal) -> FigureRow:
    customer = None if row.customer_id is None else (Record.CUSTOMER, row.customer_id)
    invoice = (Record.INVOICE, row.invoice_id)
    return FigureRow(
        formatting.date_time(row.since), _tr("Open Invoice"), invoice, row.customer, customer, row.phone, quantity
    )


def _on_order(found: ItemDocuments) -> list[FigureRow]:
    return [_order(row) for row in found.on_order]


def _order(row: OnOrderRow) -> FigureRow:
    return FigureRow(
        _tr("no date") if row.expected_on is None else formatting.date(row.expected_on),
        _tr("Purchase order {number}").format(number=row.number or 0),
        (Record.PURCHASE_ORDER, row.purchase_order_id),
        row.vendor,
        (Record.VENDOR, row.vendor_id),
        formatting.quantity(row.allocated),
        row.still_open,
    )


def _backordered(found: ItemDocuments) -> list[FigureRow]:
    return [
        FigureRow(
            formatting.date_time(row.created_at),
            _tr("Backorder {number}").format(number=row.number),
            (Record.BACKORDER, row.backorder_id),
            row.customer,
            (Record.CUSTOMER, row.customer_id),
            row.phone,
            row.outstanding,
        )
        for row in found.backordered
    ]


_ROWS: Mapping[Figure, Callable[[ItemDocuments], list[FigureRow]]] = MappingProxyType(
    {
        Figure.ON_HAND: _on_hand,
        Figure.COMMITTED: _committed,
        Figure.AVAILABLE: _available,
        Figure.ON_ORDER: _on_order,
        Figure.BACKORDERED: _backordered,
    }
)
