"""The Processed Invoice: read-only, with its taxes, tenders and links. Serves "Processed invoices" in the guide."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.invoice import (
    deposit_words,
    invoice_pages,
    reference_words,
    serial_words,
    tender_name,
)
from posim_desktop.printing.sales.order_words import order_words
from posim_desktop.printing.sales.receipt import receipt
from posim_desktop.queries.backorders import fillable
from posim_desktop.queries.sales import processed_invoices
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails, ProcessedLine
from posim_desktop.services.sales import duplicates, print_jobs
from posim_desktop.ui import formatting
from posim_desktop.ui.backorders.fill_backorders import FillBackordersDialog
from posim_desktop.ui.icons import icon
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sales import discount_words
from posim_desktop.ui.sales.mail_receipt import mail_receipt
from posim_desktop.ui.sales.return_items import open_return_items
from posim_desktop.ui.sales.till.totals_panel import tax_lines
from posim_desktop.ui.style import SPACE, mark, prepare_table
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.chips import TransCodeDelegate
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.elided import ElidedLabel, ElidedLink
from posim_desktop.ui.widgets.kept_prints import kept_print
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog, ReceiptForm, open_preview
from posim_desktop.ui.widgets.receipt_printing import receipt_printer, strip_paper
from posim_desktop.ui.widgets.scrolled import Scrolled

_CODE_COLUMN = 2
_DISCOUNT_COLUMN = 5
_NUMERIC = {3, 4, _DISCOUNT_COLUMN, 7}


@dataclass(frozen=True, slots=True)
class ShownInvoice:
    """An invoice as the deck's card wants it; a processed invoice has one version forever."""

    invoice: ProcessedDetails
    version: int = 1

    @property
    def id(self) -> int:
        """The invoice's id."""
        return self.invoice.id


def preview_invoice(window: QWidget, operations: Operations, invoice: ProcessedDetails) -> PrintPreviewDialog | None:
    """Open the print preview of an invoice; None after saying that the shop cannot be read."""

    def order(printing: Printing, spells_out: bool) -> bool:  # noqa: FBT001 - called back
        return order_receipt(window, operations, invoice.id, printing, spells_out=spells_out)

    def form(shop: ShopPreferences) -> ReceiptForm:
        sells = any(line.trans_code is TransCode.SALE for line in invoice.lines)
        gift = partial(order, Printing.GIFT_RECEIPT) if sells else None
        missing = receipt(invoice, shop, WRITING, strip_paper()).missing
        return ReceiptForm(missing, partial(order, Printing.RECEIPT), gift)

    def copy(shop: ShopPreferences) -> Pages:
        return invoice_pages(invoice, shop, WRITING, is_copy=True)

    paper = kept_print(window, operations, copy, [PrintSubject(invoice.id)], Printing.INVOICE_PAPER)
    return open_preview(window, operations, lambda shop: invoice_pages(invoice, shop, WRITING), form, paper)


def order_receipt(
    window: QWidget,
    operations: Operations,
    invoice_id: int,
    printing: Printing = Printing.RECEIPT,
    *,
    spells_out: bool = False,
) -> bool:
    """Have the receipt of an invoice printed here; False after saying why not."""
    verb = partial(
        print_jobs.order,
        of=PrintSubject(invoice_id),
        printing=printing,
        printer=receipt_printer(),
        spells_out=spells_out,
    )
    return isinstance(operations.run(window, verb), Done)


class ProcessedInvoiceCard(Card[ShownInvoice]):
    """Shows one processed invoice.

    Signals:
        filled_by(int): Its backorders were filled; the id of the new Open Invoice.
        working_made(int): Goods of it come back, or are sold again; the id of the working invoice.
    """

    filled_by = Signal(int)
    working_made = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self._lines: Sequence[ProcessedLine] = ()
        self._build()
        self.customer_button.clicked.connect(self._on_customer_clicked)
        self.lines_table.cellDoubleClicked.connect(self._on_line_activated)
        self.lines_table.cellActivated.connect(self._on_line_activated)
        self.print_button.clicked.connect(self.open_preview)
        self.save_button.clicked.connect(self.open_save)
        self.mail_button.clicked.connect(self.open_mail)
        self.return_button.clicked.connect(self.open_return)

    # ---- building ----

    def _build(self) -> None:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addLayout(self._build_header())
        rows.addWidget(self._build_lines(), 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(8 * SPACE)
        bottom.addLayout(self._build_left(), 1)
        self.sums_grid = QGridLayout()
        self.sums_grid.setHorizontalSpacing(8 * SPACE)
        self.sums_grid.setVerticalSpacing(SPACE)
        sums = QVBoxLayout()
        sums.addLayout(self.sums_grid)
        sums.addStretch(1)
        bottom.addLayout(sums)
        rows.addLayout(bottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolled(body), 1)
        whole.addWidget(self._build_buttons())

    def _build_header(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8 * SPACE)
        grid.setVerticalSpacing(SPACE)
        self.customer_button = ElidedLink()
        self.customer_button.setObjectName("customer_button")
        mark(self.customer_button, link=True)
        self.date_label, self.employee_label, self.workstation_label = QLabel(), ElidedLabel(), ElidedLabel()
        fields = (
            (self.tr("Customer"), self.customer_button),
            (self.tr("Date"), self.date_label),
            (self.tr("Employee"), self.employee_label),
            (self.tr("Workstation"), self.workstation_label),
        )
        for column, (caption, widget) in enumerate(fields):
            name = QLabel(caption)
            mark(name, role="label")
            if isinstance(widget, QLabel):
                mark(widget, role="value")
            grid.addWidget(name, 0, column)
            grid.addWidget(widget, 1, column, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(len(fields), 1)
        return grid

    def _build_lines(self) -> QTableWidget:
        headings = [
            self.tr("Item ID"),
            self.tr("Description"),
            self.tr("Trans Code"),
            self.tr("Qty"),
            self.tr("Price"),
            self.tr("Discount"),
            self.tr("Tax"),
            self.tr("Extended"),
        ]
        self.lines_table = QTableWidget(0, len(headings))
        self.lines_table.setObjectName("lines_table")
        self.lines_table.setAccessibleName(self.tr("Lines"))
        self.lines_table.setHorizontalHeaderLabels(headings)
        prepare_table(self.lines_table)
        self.lines_table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.lines_table.setItemDelegateForColumn(_CODE_COLUMN, TransCodeDelegate(self.lines_table))
        self.lines_table.setToolTip(
            self.tr("Press Enter or double-click to open the item, or the backorder of a B line")
        )
        ColumnFit(self.lines_table, 1)
        return self.lines_table

    def _build_left(self) -> QVBoxLayout:
        self.backorders_caption = QLabel(self.tr("Backorders"))
        mark(self.backorders_caption, role="label")
        self.backorder_rows = QVBoxLayout()
        self.backorder_rows.setSpacing(0)
        self.note_label = QLabel()
        self.note_label.setObjectName("note_label")
        self.note_label.setWordWrap(True)
        rows = QVBoxLayout()
        rows.setSpacing(SPACE)
        rows.addWidget(self.backorders_caption)
        rows.addLayout(self.backorder_rows)
        rows.addWidget(self.note_label)
        rows.addStretch(1)
        return rows

    def _build_buttons(self) -> ButtonBar:
        self.save_button = QPushButton(self.tr("Save P&DF…"))
        self.save_button.setObjectName("save_button")
        self.save_button.setAccessibleName(self.tr("Save PDF"))
        self.save_button.setIcon(icon("download"))
        self.print_button = QPushButton(self.tr("&Print"))
        self.print_button.setObjectName("print_button")
        self.print_button.setAccessibleName(self.tr("Print"))
        self.print_button.setIcon(icon("printer", role="on_accent"))
        mark(self.print_button, primary=True)
        self.return_button = named_button("return_button", self.tr("Retur&n Items…"), "undo-2")
        self.return_button.setAccessibleName(self.tr("Return Items"))
        self.mail_button = named_button("mail_button", self.tr("M&ail…"), "mail")
        self.mail_button.setAccessibleName(self.tr("Mail Receipt"))
        return ButtonBar((self.return_button,), (self.mail_button, self.save_button, self.print_button))

    # ---- as a card ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> ShownInvoice | None:
        invoice = processed_invoices.processed(connection, record_id)
        return None if invoice is None else ShownInvoice(invoice)

    @override
    def fill(self, details: ShownInvoice | None) -> None:
        if details is None:
            return
        invoice = details.invoice
        who = invoice.customer or self.tr("No customer")
        self.customer_button.show_words(who, "" if invoice.customer_id else self.tr("No customer was attached."))
        self.customer_button.setAccessibleName(who)
        self.customer_button.setEnabled(invoice.customer_id is not None)
        self.date_label.setText(formatting.date_time(invoice.processed_at))
        self.employee_label.setText(invoice.employee)
        self.workstation_label.setText(invoice.workstation)
        note = self.tr("Note: {note}").format(note=invoice.note) if invoice.note else ""
        self.note_label.setText("\n".join((*order_words(invoice.orders, invoice.jobs), note)).strip())
        sells = any(line.trans_code is TransCode.SALE for line in invoice.lines)
        self.return_button.setEnabled(sells)
        self.return_button.setToolTip("Ctrl+R" if sells else self.tr("This invoice sold nothing that could come back."))
        self._show_lines(invoice.lines)
        self._show_sums(invoice)
        self._show_backorders(invoice.id)

    @override
    def heading(self) -> str:
        if self.details is None:
            return self.tr("Processed Invoices")
        return self.tr("Processed Invoice {number}").format(number=self.details.invoice.number)

    def _show_lines(self, lines: Sequence[ProcessedLine]) -> None:
        self._lines = lines
        self.lines_table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, written in enumerate(_cells(line)):
                cell = QTableWidgetItem(written)
                cell.setToolTip(discount_words.explained(line) if column == _DISCOUNT_COLUMN else written)
                if column in _NUMERIC:
                    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.lines_table.setItem(row, column, cell)

    def _show_sums(self, invoice: ProcessedDetails) -> None:
        _empty(self.sums_grid)
        subtotal = invoice.subtotal + invoice.off_sale
        sums = [(self.tr("Subtotal"), formatting.money(subtotal), "value")]
        sums += [(*written, "value") for written in discount_words.of_sale(invoice)]
        taxes = tax_lines(invoice.taxes, inclusive=invoice.tax_inclusive)
        sums += [(caption, amount, "value") for caption, amount in taxes]
        if invoice.exemption:
            words = self.tr("Tax exempt, {number}").format(number=invoice.exemption.number)
            sums.append((words, formatting.money(ZERO), "value"))
        sums.append((self.tr("Total"), formatting.amount(invoice.total), "title"))
        if invoice.rounding:
            sums.append((self.tr("Cash Rounding"), formatting.money(invoice.rounding), "value"))
        for tender in invoice.tenders:
            sums.append((tender_name(tender.kind, tender.name), formatting.money(tender.amount), "value"))
            sums += [(reference_words(tender.reference), "", "value")] if tender.reference else []
        sums.append((self.tr("Change"), formatting.money(invoice.change), "value"))
        for row, (caption, amount, role) in enumerate(sums):
            name, value = QLabel(caption), QLabel(amount)
            mark(name, role="muted")
            mark(value, role=role)
            value.setAccessibleName(f"{caption} {amount}")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.sums_grid.addWidget(name, row, 0)
            self.sums_grid.addWidget(value, row, 1)

    def _show_backorders(self, invoice_id: int) -> None:
        _empty(self.backorder_rows)
        made = self.operations.read(processed_invoices.backorders_of, invoice_id)
        self.backorders_caption.setVisible(bool(made))
        before: QWidget = self.lines_table
        for backorder in made:
            words = self.tr("Backorder {number}: {item}, {outstanding} of {ordered} outstanding").format(
                number=backorder.number,
                item=backorder.item,
                outstanding=formatting.quantity(backorder.outstanding),
                ordered=formatting.quantity(backorder.ordered),
            )
            button = QPushButton(words.replace("&", "&&"))
            button.setAccessibleName(words)
            mark(button, link=True)
            button.clicked.connect(partial(self.link.emit, Record.BACKORDER, backorder.id))
            self.backorder_rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.setTabOrder(before, button)  # not last, as what is made last would be
            before = button

    # ---- printing ----

    def open_preview(self) -> PrintPreviewDialog | None:
        """Show the invoice as it prints."""
        return None if self.details is None else preview_invoice(self, self.operations, self.details.invoice)

    def open_save(self) -> None:
        """Ask for a file and save the invoice as PDF."""
        dialog = self.open_preview()
        if dialog is not None:
            dialog.ask_where_to_save()

    def open_mail(self) -> None:
        """Show the mail with the receipt."""
        if self.details is not None:
            mail_receipt(self, self.operations, self.details.invoice)

    # ---- goods that come back ----

    def open_return(self) -> None:
        """Ask which goods come back."""
        self._open_return(everything=False)

    def open_reverse(self) -> None:
        """Ask why all that can still come back does; open backorders are offered for cancel."""
        self._open_return(everything=True)

    def _open_return(self, *, everything: bool) -> None:
        if self.details is None or not self.return_button.isEnabled():
            return
        try:
            open_return_items(self, self.operations, self.details.id, self.working_made.emit, everything=everything)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))

    def duplicate(self) -> None:
        """Begin an invoice with the same goods at the prices of today."""
        if self.details is None:
            return
        done = self.operations.run(self, partial(duplicates.duplicate, invoice_id=self.details.id))
        if isinstance(done, Done):
            self.working_made.emit(done.record_id)

    def open_fill(self) -> None:
        """Ask how many of the invoice's backorders to fill from the shelf, or say that none is outstanding."""
        if self.details is None:
            return
        backorders = self.operations.read(fillable.of_invoice, self.details.id)
        if not backorders:
            say(self, self.tr("No backorder of this invoice is outstanding."))
            return
        dialog = FillBackordersDialog(self, self.operations, self.details.id, backorders)
        dialog.filled.connect(self.filled_by)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    # ---- slots ----

    def _on_customer_clicked(self) -> None:
        if self.details is not None and self.details.invoice.customer_id is not None:
            self.link.emit(Record.CUSTOMER, self.details.invoice.customer_id)

    def _on_line_activated(self, row: int) -> None:
        line = self._lines[row]
        if line.backorder_id is not None:
            self.link.emit(Record.BACKORDER, line.backorder_id)
        elif line.item_id is not None:
            self.link.emit(Record.ITEM, line.item_id)


def _cells(line: ProcessedLine) -> tuple[str, ...]:
    comment = line.trans_code is TransCode.COMMENT
    if line.trans_code is TransCode.DEPOSIT:
        return ("", deposit_words(line), str(line.trans_code), "", "", "", "", formatting.money(line.extension))
    description = f"{line.description} – {serial_words(line.serials)}" if line.serials else line.description
    return (
        line.item,
        description,
        str(line.trans_code),
        "" if comment else formatting.measured(line.quantity, line.unit),
        "" if comment else formatting.money(line.unit_price),
        formatting.money(line.discount) if line.discount else "",
        line.tax_code,
        "" if comment else formatting.money(line.before_sale_discount),
    )


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (old := layout.takeAt(0)) is not None:
        widget = old.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
