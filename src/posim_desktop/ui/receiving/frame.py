"""Where the panels of a receiving log stand. Serves the guide's page "Receive"."""

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.cards import packs
from posim_desktop.queries.people import employees
from posim_desktop.queries.receiving import logs as log_queries
from posim_desktop.queries.receiving.logs import FillInvoiceRow, ReceivingDetails, ReceivingLineRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.receiving.corrections_panel import CorrectionsPanel
from posim_desktop.ui.receiving.header import HeaderPanel
from posim_desktop.ui.receiving.lines import TELL_COSTS, LogLinesTable, lines_model
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark, prepare_table
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.document_lines import DocumentLines, Hint
from posim_desktop.ui.widgets.item_entry import ItemEntry
from posim_desktop.ui.widgets.scrolled import Scrolled

_LEAST_LINES = 3
_MOST_INVOICES = 4
_MOST_CHOICES = 6  # so that lines stay in sight below them


class LogFrame(QObject):
    """Builds the panels into a card and shows a log in them.

    Signals:
        link(Record, int): The person wants to see another record.
    """

    link = Signal(object, int)

    def __init__(self, operations: Operations, card: QWidget) -> None:
        super().__init__(card)
        self._operations = operations
        self._card = card
        self.banner = Banner()
        self.banner.setObjectName("banner")
        self.header = HeaderPanel()
        self.header.setObjectName("header")
        no_item = Refusal(Why.NOT_AN_ITEM_THAT_CAME, Field("item"))
        self._costs = Costs(operations, card)
        rows = lines_model(self._costs, card)
        self.table = LogLinesTable(rows)
        self.table.setMinimumHeight((_LEAST_LINES + 1) * ROW_HEIGHT + 2)  # invoices and corrections want room, too
        self._costs.hide_columns(self.table, rows, *TELL_COSTS)
        self._costs.changed.connect(self._on_costs_changed)
        self._log: ReceivingDetails | None = None
        self.lines = DocumentLines(
            ItemEntry(
                operations,
                add=self.tr("Count"),
                most_choices=_MOST_CHOICES,
                no_item=no_item,
                packing_of=self._packing_of,
            ),
            rows,
            self.table,
            screen="receiving",
            expired=self.tr("Count It"),
            empty=self.tr("Scan what arrived, or type its item ID or part of its description, and press Enter."),
            name_of=lambda line: line.item,
            about=self._about,
        )
        self._build()

    def _build(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 2 * SPACE)
        inside.setSpacing(2 * SPACE)
        inside.addWidget(self.banner)
        inside.addWidget(self.header)
        inside.addWidget(self.lines, 1)
        self._show_totals_below_lines()
        inside.addWidget(self._build_invoices())
        self.corrections_panel = CorrectionsPanel(self._operations)
        inside.addWidget(self.corrections_panel)
        rows = QVBoxLayout(self._card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Scrolled(body), 1)
        rows.addWidget(self._build_buttons())
        rows.addWidget(self._build_buttons_of_posted())

    def _show_totals_below_lines(self) -> None:
        self.total_label = QLabel()
        self.total_label.setObjectName("total_label")
        mark(self.total_label, role="value")
        self.lines.foot.addStretch()
        self.lines.foot.addWidget(self.total_label)

    def _build_invoices(self) -> QWidget:
        columns = (
            TableColumn[FillInvoiceRow](self.tr("Customer"), lambda row: row.customer),
            TableColumn[FillInvoiceRow](self.tr("Phone"), lambda row: row.phone),
            TableColumn[FillInvoiceRow](self.tr("Storage Place"), lambda row: row.place),
            TableColumn[FillInvoiceRow](self.tr("Qty"), lambda row: formatting.quantity(row.quantity), numeric=True),
            TableColumn[FillInvoiceRow](self.tr("Total"), lambda row: formatting.money(row.total), numeric=True),
        )
        self.invoice_rows = FixedRows(columns, self)
        self.invoices_table = QTableView()
        self.invoices_table.setObjectName("invoices_table")
        title = self.tr("Customer Invoices")
        self.invoices_table.setAccessibleName(title)
        self.invoices_table.setModel(self.invoice_rows)
        prepare_table(self.invoices_table)
        self.invoices_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.invoices_table.setToolTip(self.tr("Press Enter or double-click to open the invoice"))
        ColumnFit(self.invoices_table, 0)
        self.invoices_table.activated.connect(self._on_invoices_table_activated)
        caption = QLabel(title)
        caption.setBuddy(self.invoices_table)
        mark(caption, role="label")
        self.invoices_panel = QWidget()
        rows = QVBoxLayout(self.invoices_panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addWidget(caption)
        rows.addWidget(self.invoices_table)
        return self.invoices_panel

    def _build_buttons(self) -> ButtonBar:
        self.discard_button = named_button("discard_button", self.tr("&Discard"), "ban")
        mark(self.discard_button, destructive=True)
        self.remove_button = named_button("remove_button", self.tr("Delete Li&ne"), "trash-2")
        self.from_zero_button = named_button("from_zero_button", self.tr("Count from &Zero"), "scan-barcode")
        self.as_ordered_button = named_button("as_ordered_button", self.tr("All as &Ordered"), "clipboard-check")
        self.charges_button = named_button("charges_button", self.tr("Frei&ght"), "truck")
        self.post_button = named_button("post_button", self.tr("&Post"))
        mark(self.post_button, primary=True)
        left = (
            *(self.discard_button, self.remove_button, self.from_zero_button, self.as_ordered_button),
            self.charges_button,
        )
        self.button_bar = ButtonBar(left, (self.post_button,))
        return self.button_bar

    def _build_buttons_of_posted(self) -> ButtonBar:
        self.correct_button = named_button("correct_button", self.tr("Co&rrect"), "undo-2")
        self.slips_button = named_button("slips_button", self.tr("Sli&ps"), "printer")
        self.labels_button = named_button("labels_button", self.tr("Item La&bels"), "printer")
        self.boxes_button = named_button("boxes_button", self.tr("Bo&x Labels…"), "tag")
        self.return_button = named_button("return_button", self.tr("Return to Ve&ndor"), "undo-2")
        left = (self.correct_button, self.return_button)
        self.posted_bar = ButtonBar(left, (self.slips_button, self.boxes_button, self.labels_button))
        return self.posted_bar

    def _packing_of(self, item_id: int) -> Packing:
        """Tell the pack in which an item came: that of its line, or else the vendor's."""
        log = self._log
        on_line = next((line.packing for line in log.lines if line.item_id == item_id), None) if log else None
        return on_line or self._operations.read(packs.packing_of, item_id, log.vendor_id if log else None)

    # ---- showing ----

    def show_log(self, log: ReceivingDetails) -> None:
        """Show a log, all of it."""
        working = log.status is ReceivingStatus.WORKING
        self.header.show_details(log, self._operations.read(employees.choices, log.received_by_id))
        if not working:
            self._leave_inputs()
        self.lines.entry.setVisible(working)
        self.button_bar.setVisible(working)
        self.posted_bar.setVisible(not working)
        self.charges_button.setVisible(self._costs.seen)
        self.lines.rows.read_only = not working
        self.table.show_open(shown=working)
        made = () if working else self._operations.read(log_queries.invoices_made, log.id)
        self._show_invoices(made)
        self.corrections_panel.show_log(None if working else log.id)
        self.slips_button.setVisible(bool(made))
        self.boxes_button.setVisible(bool(made))
        self.show_lines(log)

    def _leave_inputs(self) -> None:
        """Take the keyboard to the lines before what had it is hidden."""
        if self._card.window().focusWidget() in self._card.findChildren(QWidget):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_lines(self, log: ReceivingDetails) -> None:
        """Show a log's lines and what they come to."""
        # Of a posted log what came is of interest, and what did not come stands below it.
        came_first = log.status is ReceivingStatus.POSTED
        self.lines.show_rows(sorted(log.lines, key=lambda line: came_first and not line.quantity))
        counted = sum((line.quantity for line in log.lines), NO_UNITS)
        self._log = log
        words = self.tr("Lines: {lines}   Received: {quantity}   Extended: {total}")
        charges = log.freight + log.other_charges
        if charges:
            words += "   " + self.tr("Charges: {charges}")
        if not self._costs.seen:
            words = self.tr("Lines: {lines}   Received: {quantity}")
        self.total_label.setText(
            words.format(
                lines=formatting.count(len(log.lines)),
                quantity=formatting.quantity(counted),
                total=formatting.amount(log.total),
                charges=formatting.amount(charges),
            )
        )

    def _on_costs_changed(self) -> None:
        self.table.fit_columns()
        self.charges_button.setVisible(self._costs.seen)
        if self._log is not None:
            self.show_lines(self._log)

    def _show_invoices(self, made: tuple[FillInvoiceRow, ...]) -> None:
        self.invoice_rows.show_rows(made)
        self.invoices_panel.setVisible(bool(made))
        self.invoices_table.setFixedHeight((min(len(made), _MOST_INVOICES) + 1) * ROW_HEIGHT + 2)

    def _about(self, line: ReceivingLineRow) -> Hint:
        """Say how a line stands."""
        numbers = self.tr("Serial No. {numbers}").format(numbers=", ".join(line.serials)) if line.serials else ""
        if self.lines.rows.read_only and line.taken:
            words = self.tr("{item}: {taken} taken back, so {came} came").format(
                item=line.item,
                taken=formatting.quantity(line.taken),
                came=formatting.quantity(line.quantity - line.taken),
            )
            return Hint(f"{words}   {numbers}".strip(), "attention")
        if self.lines.rows.read_only:
            return Hint(numbers)
        if line.lacks_serials:
            missing = self.tr("{item}: {count} of {units} serial numbers are entered (Shift+F5)").format(
                item=line.item,
                count=formatting.count(len(line.serials)),
                units=formatting.quantity(line.quantity),
            )
            return Hint(missing, "attention")
        values = {
            "item": line.item,
            "count": formatting.quantity(line.quantity),
            "open": formatting.quantity(line.still_open or NO_UNITS),
            "over": formatting.quantity(line.over),
        }
        if line.still_open is None:
            return Hint(self.tr("{item}: {count} received").format(**values))
        if line.over > 0:
            words = self.tr("{item}: {count} received, {over} more than is open on the order")
            return Hint(words.format(**values), "attention")
        return Hint(self.tr("{item}: {count} of {open} received").format(**values))

    def _on_invoices_table_activated(self, index: QModelIndex) -> None:
        self.link.emit(Record.INVOICE, self.invoice_rows.row_at(index.row()).invoice_id)
