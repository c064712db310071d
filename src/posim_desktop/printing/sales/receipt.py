"""A processed invoice as a receipt. Serves the guide's page "Processed invoices".

It ends with a barcode that names the invoice: scanned when goods are picked up, or when something comes back.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.quantity import with_unit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.printing.escpos import PrinterJob, printer_job
from posim_desktop.printing.letters import figures
from posim_desktop.printing.sales.invoice import (
    InvoiceWriting,
    deposit_words,
    discount_on_sale,
    exempt_words,
    is_charged,
    reference_words,
    serial_words,
    tender_name,
)
from posim_desktop.printing.sales.order_words import order_words
from posim_desktop.printing.sales.pieces import piece_words
from posim_desktop.printing.strip import Picture, RuleAcross, ScanCode, Strip, StripPaper, StripRow, Words
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails, ProcessedLine

_ON_PAPER = StripPaper()


def receipt(
    invoice: ProcessedDetails, shop: ShopPreferences, writing: InvoiceWriting, paper: StripPaper = _ON_PAPER
) -> PrinterJob:
    """Write an invoice for a receipt printer: text, barcode, cut, and the drawer for cash.

    Args:
        invoice: What was posted.
        shop: Whose name stands at the head.
        writing: How the store writes amounts, quantities and moments.
        paper: What it is printed on, and with which letters.
    """
    return printer_job(receipt_strip(invoice, shop, writing, paper), paper, opens_drawer=invoice.moves_drawer)


def receipt_strip(
    invoice: ProcessedDetails,
    shop: ShopPreferences,
    writing: InvoiceWriting,
    paper: StripPaper = _ON_PAPER,
    *,
    is_copy: bool = False,
    is_gift: bool = False,
) -> Strip:
    """Lay an invoice out on a strip of paper; a copy says that it is one, a gift receipt has no prices."""
    laid_out = _Receipt(invoice, shop, writing, paper)
    rows = tuple(laid_out.gift_rows() if is_gift else laid_out.rows())
    return (Words(_tr("COPY"), is_centred=True, is_tall=True), *rows) if is_copy else rows


class _Receipt:
    """What stands on a receipt, from its head to its foot."""

    def __init__(
        self, invoice: ProcessedDetails, shop: ShopPreferences, writing: InvoiceWriting, paper: StripPaper
    ) -> None:
        self._invoice = invoice
        self._shop = shop
        self._writing = writing
        self._paper = paper
        charged = {line.tax_code for line in invoice.lines if line.extension and line.item_id is not None}
        self._tells_tax_codes = len(charged) > 1  # who reads it sees which goods fall under which taxes

    def rows(self) -> Iterator[StripRow]:
        yield from self._head()
        for line in self._invoice.lines:
            yield from self._line(line)
        yield from self._sums()
        if self._invoice.note:
            yield Words("")
            yield Words(self._invoice.note)
        owed = [line for line in self._invoice.lines if line.trans_code is TransCode.BACKORDER]
        if owed:
            yield from self._pick_up(owed)
        yield from self._foot()
        yield ScanCode(invoice_code(self._invoice.id))

    def gift_rows(self) -> Iterator[StripRow]:
        """Say what was sold, and nothing of money; its barcode finds the invoice when something comes back."""
        yield from self._head()
        yield Words(_tr("Gift Receipt"), is_centred=True, is_tall=True)
        for line in self._invoice.lines:
            if line.trans_code is TransCode.SALE:
                counted = figures(f"{with_unit(self._writing.quantity(line.quantity), line.unit)} ×", self._paper.table)
                yield Words(f"{counted} {line.description}")
                yield from self._serials(line)
        yield RuleAcross()
        yield from self._foot()
        yield ScanCode(invoice_code(self._invoice.id))

    def _foot(self) -> Iterator[StripRow]:
        if self._shop.receipt_foot:
            yield Words("")
            yield Words(self._shop.receipt_foot, is_centred=True)

    def _head(self) -> Iterator[StripRow]:
        invoice = self._invoice
        if self._shop.logo:
            yield Picture(self._shop.logo)
        yield Words(self._shop.store_name, is_centred=True, is_tall=True)
        if self._shop.store_address:
            yield Words(self._shop.store_address, is_centred=True)
        if self._shop.store_phone:
            yield Words(self._shop.store_phone, is_centred=True)
        if self._shop.tax_number:
            yield Words(_tr("Tax No. {number}").format(number=self._shop.tax_number), is_centred=True)
        if self._shop.receipt_head:
            yield Words(self._shop.receipt_head, is_centred=True)
        yield Words("")
        moment = self._writing.date_time(invoice.processed_at)
        yield Words(_tr("Invoice {number}").format(number=invoice.number), moment)
        yield Words(_tr("Served by {name}").format(name=invoice.employee))
        if invoice.customer:
            yield Words(invoice.customer)
        yield from (Words(part) for part in order_words(invoice.orders, invoice.jobs))
        yield RuleAcross()

    def _line(self, line: ProcessedLine) -> Iterator[StripRow]:
        if line.trans_code is TransCode.DEPOSIT:
            yield Words(deposit_words(line), self._money(line.extension))
            return
        yield Words(line.description)
        if line.trans_code is TransCode.COMMENT:
            return
        counted = f"{with_unit(self._writing.quantity(line.quantity), line.unit)} × {self._money(line.unit_price)}"
        if line.discount:
            counted += f" − {self._money(line.discount)}"
        counted = figures(counted, self._paper.table)
        if self._tells_tax_codes:
            counted += ", " + (_tr("tax {code}").format(code=line.tax_code) if line.tax_code else _tr("not taxed"))
        remark = {TransCode.BACKORDER: _tr("back-ordered"), TransCode.RETURN: _tr("returned")}.get(line.trans_code)
        yield Words(f"{counted}, {remark}" if remark else counted, self._money(line.before_sale_discount), indent=2)
        yield from self._serials(line)

    def _serials(self, line: ProcessedLine) -> Iterator[StripRow]:
        if line.serials:
            yield Words(serial_words(line.serials), indent=2)

    def _sums(self) -> Iterator[StripRow]:
        invoice = self._invoice
        yield RuleAcross()
        yield Words(_tr("Subtotal"), self._money(invoice.subtotal + invoice.off_sale - invoice.deposits))
        if invoice.discount:
            caption, off = discount_on_sale(invoice, self._writing)
            yield Words(caption, figures(off, self._paper.table))
        words = _tr("incl. tax {name} {rate}%") if invoice.tax_inclusive else _tr("Tax {name} {rate}%")
        for tax in filter(is_charged, invoice.taxes):
            rate = self._writing.quantity(tax.rate)
            yield Words(words.format(name=tax.name, rate=rate), self._money(tax.tax))
        for exempt in exempt_words(invoice):
            yield Words(exempt)
        if invoice.deposits:
            yield Words(_tr("Deposits"), self._money(invoice.deposits))
        total = figures(self._writing.amount(invoice.total), self._paper.table)
        yield Words(_tr("Total"), total, is_tall=True)
        if self._invoice.rounding:
            yield Words(_tr("Cash Rounding"), self._money(self._invoice.rounding))
        for tender in invoice.tenders:
            yield Words(tender_name(tender.kind, tender.name), self._money(tender.amount))
            if tender.reference:
                yield Words(reference_words(tender.reference), indent=2)
        if invoice.change:
            yield Words(_tr("Change"), self._money(invoice.change))

    def _pick_up(self, owed: Iterable[ProcessedLine]) -> Iterator[StripRow]:
        yield RuleAcross()
        yield Words(_tr("On backorder for you; pay at pick-up:"))
        for line in owed:
            counted = figures(f"{with_unit(self._writing.quantity(line.quantity), line.unit)} ×", self._paper.table)
            words = f"{counted} {line.description}".replace("\n", " ")
            number = "" if line.backorder_number is None else str(line.backorder_number)
            yield Words(words, _tr("backorder {number}").format(number=number) if number else "", indent=2)
            told = piece_words(line, self._writing.date)
            if told:
                yield Words(told, indent=4)
        yield Words("")
        yield Words(_tr("Please bring this receipt."))

    def _money(self, amount: Decimal) -> str:
        return figures(self._writing.money(amount), self._paper.table)


def _tr(words: str) -> str:
    return QCoreApplication.translate("receipt", words)
