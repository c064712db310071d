"""A processed invoice on paper. Serves the guide's page "Processed invoices"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.quantity import with_unit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import SHIPPED, TenderKind
from posim_desktop.printing.layout import Head, broken, lay_out, letter_head, row, sum_row, sums, table
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.order_words import order_words
from posim_desktop.printing.sales.pieces import piece_words
from posim_desktop.queries.sales.invoice_reading import TaxLine
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails, ProcessedLine
from posim_desktop.queries.sales.working_rows import WorkingLine


@dataclass(frozen=True, slots=True)
class InvoiceWriting:
    """How the store writes money in a column and by itself, quantities, moments and days."""

    money: Callable[[Decimal], str]
    amount: Callable[[Decimal], str]
    quantity: Callable[[Decimal], str]
    date_time: Callable[[datetime], str]
    date: Callable[[date], str]


def invoice_pages(
    invoice: ProcessedDetails, shop: ShopPreferences, writing: InvoiceWriting, *, is_copy: bool = False
) -> Pages:
    """Lay an invoice out on the paper of the store's country; a copy says that it is one."""
    title = _tr("Invoice {number}").format(number=invoice.number)
    html = _head(invoice, shop, writing, title) + _lines(invoice, writing) + _sums(invoice, writing)
    if invoice.note:
        html += f"<p>{broken(invoice.note)}</p>"
    return lay_out(title, html, shop, is_copy=is_copy)


def tender_word(kind: TenderKind) -> str:
    """Say how money changes hands."""
    words = {
        TenderKind.CASH: _tr("Cash"),
        TenderKind.CARD: _tr("Card"),
        TenderKind.CHECK: _tr("Check"),
        TenderKind.OTHER: _tr("Other"),
        TenderKind.DEPOSIT: _tr("Deposit"),
        TenderKind.CREDIT: _tr("Credit"),
    }
    return words[kind]


def deposit_words(line: ProcessedLine | WorkingLine) -> str:
    """Say what a deposit line takes or pays back, and for what it is held."""
    if line.deposit_line_id is None and line.deposit_backorder_id is None:
        return _tr("Paid in as credit") if line.extension > 0 else _tr("Credit paid back")
    words = _tr("Deposit for {goods}") if line.extension > 0 else _tr("Deposit for {goods} paid back")
    if line.deposit_number is not None:
        words = _tr("Deposit for backorder {number}: {goods}")
        words = words if line.extension > 0 else _tr("Deposit for backorder {number} paid back: {goods}")
    return words.format(number=line.deposit_number, goods=line.description)


def serial_words(serials: Sequence[str]) -> str:
    """Name the units of a line by their serial numbers."""
    return _tr("Serial No. {numbers}").format(numbers=", ".join(serials))


def tender_name(kind: TenderKind, name: str) -> str:
    """Name a tender: one of the first four in the screen's language until the shop renames it."""
    return tender_word(kind) if name in {SHIPPED[kind].name, ""} else name


def reference_words(reference: str) -> str:
    """Say by what a payment is found again; ``""`` where nothing was asked."""
    return _tr("Reference {reference}").format(reference=reference) if reference else ""


def is_charged(tax: TaxLine) -> bool:
    """Tell whether anything was sold under a tax, and not only back-ordered: otherwise it is not on the invoice yet."""
    return tax.taxable != 0


def exempt_words(invoice: ProcessedDetails) -> list[str]:
    """Say under which number no tax was paid, and why."""
    exemption = invoice.exemption
    if not exemption:
        return []
    words = [_tr("Tax exempt, {number}").format(number=exemption.number)]
    return [*words, exemption.reason] if exemption.reason else words


def discount_on_sale(invoice: ProcessedDetails, writing: InvoiceWriting) -> tuple[str, str]:
    """Write the discount on the whole sale as caption and amount."""
    percent = invoice.discount.percent
    words = _tr("Discount") if percent is None else _tr("Discount {percent}%").format(percent=writing.quantity(percent))
    return words, writing.money(-invoice.off_sale)


def _head(invoice: ProcessedDetails, shop: ShopPreferences, writing: InvoiceWriting, title: str) -> str:
    facts = [writing.date_time(invoice.processed_at), _tr("Served by {name}").format(name=invoice.employee)]
    bill_to = ""
    if invoice.bill_to:
        bill_to = f'<p><span class="quiet">{_tr("Bill To")}</span><br>{broken(invoice.bill_to)}</p>'
    facts += order_words(invoice.orders, invoice.jobs)
    right = f"<h1>{escape(title)}</h1>{'<br>'.join(map(escape, facts))}"
    return f"{letter_head(shop, right)}{bill_to}<p></p>"


def _heads() -> tuple[Head, ...]:
    return (
        Head(_tr("Item ID"), "left", 15),
        Head(_tr("Description"), "left", 33),
        Head(_tr("Qty"), "right", 8),
        Head(_tr("Price"), "right", 12),
        Head(_tr("Discount"), "right", 10),
        Head(_tr("Tax"), "left", 10),
        Head(_tr("Extended"), "right", 12),
    )


def _lines(invoice: ProcessedDetails, writing: InvoiceWriting) -> str:
    return table(_heads(), (_line(line, writing) for line in invoice.lines)) + "<p></p>"


def _line(line: ProcessedLine, writing: InvoiceWriting) -> str:
    description = broken(line.description)
    if line.trans_code is TransCode.COMMENT:
        return f'<tr><td></td><td colspan="6" class="quiet">{description}</td></tr>'
    if line.trans_code is TransCode.DEPOSIT:
        return row(_heads(), ("", broken(deposit_words(line)), "", "", "", "", writing.money(line.extension)))
    remark = {
        TransCode.BACKORDER: _tr("back-ordered; not charged yet"),
        TransCode.RETURN: _tr("returned"),
    }.get(line.trans_code, "")
    if line.backorder_number is not None:
        remark = _tr("back-ordered (backorder {number}); not charged yet").format(number=line.backorder_number)
    if line.serials:
        description += f'<br><span class="quiet">{escape(serial_words(line.serials))}</span>'
    if piece_words(line, writing.date):
        description += f'<br><span class="quiet">{escape(piece_words(line, writing.date))}</span>'
    if remark:
        description += f'<br><span class="quiet">{escape(remark)}</span>'
    cells = (
        escape(line.item),
        description,
        with_unit(writing.quantity(line.quantity), line.unit),
        writing.money(line.unit_price),
        writing.money(line.discount) if line.discount else "",
        escape(line.tax_code),
        writing.money(line.before_sale_discount),
    )
    return row(_heads(), cells)


def _sums(invoice: ProcessedDetails, writing: InvoiceWriting) -> str:
    rows = [sum_row(_tr("Subtotal"), writing.money(invoice.subtotal + invoice.off_sale - invoice.deposits))]
    rows += [sum_row(*discount_on_sale(invoice, writing))] if invoice.discount else []
    words = _tr("incl. tax {name} {rate}%") if invoice.tax_inclusive else _tr("Tax {name} {rate}%")
    rows += [
        sum_row(words.format(name=tax.name, rate=writing.quantity(tax.rate)), writing.money(tax.tax))
        for tax in filter(is_charged, invoice.taxes)
    ]
    rows += [sum_row(words, "") for words in exempt_words(invoice)]
    rows += [sum_row(_tr("Deposits"), writing.money(invoice.deposits))] if invoice.deposits else []
    rows.append(sum_row(_tr("Total"), writing.amount(invoice.total), is_total=True))
    if invoice.rounding:
        rows.append(sum_row(_tr("Cash Rounding"), writing.money(invoice.rounding)))
    for tender in invoice.tenders:
        rows.append(sum_row(tender_name(tender.kind, tender.name), writing.money(tender.amount)))
        rows += [sum_row(reference_words(tender.reference), "")] if tender.reference else []
    if invoice.change:
        rows.append(sum_row(_tr("Change"), writing.money(invoice.change)))
    return sums(rows)


def _tr(words: str) -> str:
    return QCoreApplication.translate("invoice", words)
