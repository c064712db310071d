"""A processed invoice on paper. Serves the guide's page "Processed invoices"."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.invoice import TenderKind, TransCode
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.pages import Pages, paper_of
from posim_desktop.queries.invoices import ProcessedDetails, ProcessedLine

_STYLE = """
<style>
  h1 { font-size: 20px; font-weight: 600; }
  .store { font-size: 15px; font-weight: 600; }
  .quiet { color: #444444; }
  th { color: #444444; font-weight: 600; padding: 5px 5px 5px 0; border-bottom: 1px solid #888888; }
  td { padding: 3px 5px 3px 0; }
  .total { font-size: 14px; font-weight: 700; }
</style>
"""


@dataclass(frozen=True, slots=True)
class Writing:
    """How the store writes amounts, quantities and moments."""

    money: Callable[[Decimal], str]
    quantity: Callable[[Decimal], str]
    date_time: Callable[[datetime], str]


def invoice_pages(invoice: ProcessedDetails, shop: ShopPreferences, writing: Writing) -> Pages:
    """Lay an invoice out on the paper of the store's country."""
    title = _tr("Invoice {number}").format(number=invoice.number)
    html = _STYLE + _head(invoice, shop, writing, title) + _lines(invoice, writing) + _sums(invoice, writing)
    if invoice.note:
        html += f"<p>{_broken(invoice.note)}</p>"
    return Pages(
        title, html, paper_of(shop.locale), page_words=_tr("{title} · page {{page}} of {{pages}}").format(title=title)
    )


def tender_word(kind: TenderKind) -> str:
    """Say how money changed hands."""
    words = {
        TenderKind.CASH: _tr("Cash"),
        TenderKind.CARD: _tr("Card"),
        TenderKind.CHECK: _tr("Check"),
        TenderKind.OTHER: _tr("Other"),
    }
    return words[kind]


def _head(invoice: ProcessedDetails, shop: ShopPreferences, writing: Writing, title: str) -> str:
    store = f'<span class="store">{escape(shop.store_name)}</span><br>{_broken(shop.store_address)}'
    facts = [writing.date_time(invoice.processed_at), _tr("Served by {name}").format(name=invoice.employee)]
    bill_to = ""
    if invoice.bill_to:
        bill_to = f'<p><span class="quiet">{_tr("Bill to")}</span><br>{_broken(invoice.bill_to)}</p>'
    return (
        f'<table width="100%"><tr><td>{store}</td><td align="right"><h1>{escape(title)}</h1>'
        f"{'<br>'.join(map(escape, facts))}</td></tr></table>{bill_to}<p></p>"
    )


def _lines(invoice: ProcessedDetails, writing: Writing) -> str:
    heads = (
        (_tr("Item ID"), "left"),
        (_tr("Description"), "left"),
        (_tr("Qty"), "right"),
        (_tr("Price"), "right"),
        (_tr("Discount"), "right"),
        (_tr("Tax"), "left"),
        (_tr("Extended"), "right"),
    )
    head = "".join(f'<th align="{side}">{escape(words)}</th>' for words, side in heads)
    body = "".join(_line(line, writing) for line in invoice.lines)
    return f'<table width="100%" cellspacing="0"><thead><tr>{head}</tr></thead>{body}</table><p></p>'


def _line(line: ProcessedLine, writing: Writing) -> str:
    description = _broken(line.description)
    if line.trans_code is TransCode.COMMENT:
        return f'<tr><td></td><td colspan="6" class="quiet">{description}</td></tr>'
    remark = {
        TransCode.BACKORDER: _tr("back-ordered; nothing is charged yet"),
        TransCode.RETURN: _tr("returned"),
    }.get(line.trans_code, "")
    if line.backorder_number is not None:
        remark = _tr("back-ordered, backorder {number}; nothing is charged yet").format(number=line.backorder_number)
    if remark:
        description += f'<br><span class="quiet">{escape(remark)}</span>'
    cells = (
        (escape(line.item), "left"),
        (description, "left"),
        (writing.quantity(line.quantity), "right"),
        (writing.money(line.unit_price), "right"),
        (writing.money(line.discount) if line.discount else "", "right"),
        (escape(line.tax_code), "left"),
        (writing.money(line.extension), "right"),
    )
    return "<tr>" + "".join(f'<td align="{side}">{words}</td>' for words, side in cells) + "</tr>"


def _sums(invoice: ProcessedDetails, writing: Writing) -> str:
    rows = [_sum(_tr("Subtotal"), writing.money(invoice.subtotal))]
    words = _tr("incl. tax {code} {rate}%") if invoice.tax_inclusive else _tr("Tax {code} {rate}%")
    rows += [
        _sum(words.format(code=tax.code, rate=writing.quantity(tax.rate)), writing.money(tax.tax))
        for tax in invoice.taxes
    ]
    rows.append(_sum(_tr("Total"), writing.money(invoice.total), style="total"))
    rows += [_sum(tender_word(tender.kind), writing.money(tender.amount)) for tender in invoice.tenders]
    if invoice.change:
        rows.append(_sum(_tr("Change"), writing.money(invoice.change)))
    return _table(rows)


def _sum(caption: str, amount: str, *, style: str = "quiet") -> str:
    value = "total" if style == "total" else "value"
    return (
        f'<tr><td width="60%"></td><td class="{style}">{escape(caption)}</td>'
        f'<td class="{value}" align="right">{amount}</td></tr>'
    )


def _table(rows: Iterable[str]) -> str:
    return f'<table width="100%" cellspacing="0">{"".join(rows)}</table>'


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _tr(words: str) -> str:
    return QCoreApplication.translate("invoice", words)
