"""The units of an item by their serial numbers, with the documents that moved them. Serves "Serial numbers"."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from posim_desktop.domain.cards.serials import Moved, Whereabouts, one_form
from posim_desktop.domain.changes import Changes, Record
from posim_desktop.queries import serials
from posim_desktop.queries.serials import SerialHistory, SerialMove
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, Link, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WIDTH, _HEIGHT = 210 * SPACE, 100 * SPACE
_TOUCHING = frozenset({Record.INVOICE, Record.ITEM, Record.RECEIVING_LOG, Record.VENDOR_RETURN})

_PAPERS = {
    Moved.RECEIVED: Record.RECEIVING_LOG,
    Moved.NOT_RECEIVED: Record.RECEIVING_LOG,
    Moved.SENT_BACK: Record.VENDOR_RETURN,
}


@dataclass(frozen=True, slots=True)
class SerialRow:
    """One thing that was posted of a unit; where the unit is stands beside the latest."""

    serial: str
    at: str
    move: SerialMove

    @property
    def document(self) -> Link:
        """The invoice, the receiving log or the return to the vendor."""
        return _PAPERS.get(self.move.moved, Record.INVOICE), self.move.document_id

    @property
    def who(self) -> Link | None:
        """The customer, or the vendor who delivered it."""
        if self.move.who_id is None:
            return None
        return (Record.VENDOR if self.move.moved in _PAPERS else Record.CUSTOMER), self.move.who_id


class ItemSerialsDialog(QDialog):
    """Lists the units of an item, the one that moved last first, and finds one by its number.

    Signals:
        link(Record, int): The person wants to see a document, a customer or a vendor.
    """

    link = Signal(object, int)

    def __init__(self, parent: QWidget, operations: Operations, *, item_id: int, item: str) -> None:
        super().__init__(parent)
        self._operations = operations
        self._item_id = item_id
        self._units: tuple[SerialHistory, ...] = ()
        self.setObjectName("item_serials")
        self.setWindowTitle(self.tr("Serial Numbers"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_on_screen(self, _WIDTH, _HEIGHT)
        self._build(item)
        self._look()
        self.find_edit.textChanged.connect(self._show)
        self.table.link.connect(self._on_table_link)
        self.close_button.clicked.connect(self.reject)
        operations.bus.changed.connect(self._on_bus_changed)
        self.find_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, item: str) -> None:
        item_label = QLabel(item)
        mark(item_label, role="muted")
        self.find_edit = QLineEdit()
        self.find_edit.setObjectName("find_edit")
        self.find_edit.setAccessibleName(self.tr("Find a Number"))
        self.find_edit.setPlaceholderText(self.tr("Scan or type a serial number"))
        self.rows: FixedRows[SerialRow] = FixedRows(self._cells(), self)
        self.table = DocumentTable(self.tr("Serial Numbers"), self.rows, 4, self.tr("No serial numbers"))
        self.table.setObjectName("serials_table")
        self.count_label = QLabel()
        self.count_label.setObjectName("count_label")
        mark(self.count_label, role="value")
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setObjectName("close_button")
        self.close_button.setAccessibleName(self.tr("Close"))
        # Enter belongs to the table: it opens the document of its row.
        self.close_button.setAutoDefault(False)
        bottom = QHBoxLayout()
        bottom.addWidget(self.count_label)
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(item_label)
        rows.addWidget(self.find_edit)
        rows.addWidget(self.table, 1)
        rows.addLayout(bottom)

    def _cells(self) -> list[TableColumn[SerialRow]]:
        return [
            TableColumn(self.tr("Serial No."), lambda row: row.serial),
            TableColumn(self.tr("Where"), lambda row: row.at),
            TableColumn(self.tr("Date"), lambda row: formatting.date_time(row.move.at)),
            TableColumn(self.tr("Document"), self._document, link=lambda row: row.document),
            TableColumn(self.tr("Customer or Vendor"), lambda row: row.move.who, link=lambda row: row.who),
        ]

    def _document(self, row: SerialRow) -> str:
        words = {
            Moved.RECEIVED: self.tr("Received on log {number}"),
            Moved.NOT_RECEIVED: self.tr("Taken off log {number} again: not received"),
            Moved.SOLD: self.tr("Sold on invoice {number}"),
            Moved.RETURNED: self.tr("Returned on invoice {number}"),
            Moved.TAKEN_BACK: self.tr("Taken back on invoice {number}, not sold here"),
            Moved.SENT_BACK: self.tr("Sent back on return {number}"),
        }
        return words[row.move.moved].format(number=row.move.number)

    def _look(self) -> None:
        self._units = self._operations.read(serials.of_item, self._item_id)
        self._show()

    def _show(self) -> None:
        looked_for = one_form(self.find_edit.text().strip())
        shown = [unit for unit in self._units if looked_for in one_form(unit.serial)]
        places = {
            Whereabouts.SOLD: self.tr("Sold"),
            Whereabouts.IN_STOCK: self.tr("In stock"),
            Whereabouts.SENT_BACK: self.tr("Sent back"),
        }
        self.rows.show_rows(
            [
                SerialRow(unit.serial, places[unit.at] if move is unit.moves[-1] else "", move)
                for unit in shown
                for move in reversed(unit.moves)
            ]
        )
        in_stock = sum(unit.at is Whereabouts.IN_STOCK for unit in shown)
        words = self.tr("Units: {units}   In stock: {in_stock}")
        self.count_label.setText(words.format(units=formatting.count(len(shown)), in_stock=formatting.count(in_stock)))

    def _on_table_link(self, record: Record, record_id: int) -> None:
        self.accept()
        self.link.emit(record, record_id)

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.isVisible() and any(change.record in _TOUCHING for change in changes):
            self._look()
