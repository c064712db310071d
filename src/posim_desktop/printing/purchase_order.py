"""A purchase order on paper, as the vendor gets it. Serves the guide's page "Purchase orders"."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.quantity import NONE, ONE
from posim_desktop.printing.pages import Pages, paper_of
from posim_desktop.queries.purchase_orders import PurchaseOrderDetails, PurchaseOrderLineRow

_STYLE = """
<style>
  h1 { font-size: 20px; font-weight: 600; }
  .store { font-size: 15px; font-weight: 600; }
  .quiet { color: #444444; }
  th { color: #444444; font-weight: 600; padding: 5px 8px 5px 0; border-bottom: 1px solid #888888; }
  td { padding: 3px 8px 3px 0; }
  .total { font-size: 14px; font-weight: 700; }
</style>
"""


@dataclass(frozen=True, slots=True)
class Writing:
    """How the store writes amounts, unit costs, quantities, days, and the day of a moment."""

    money: Callable[[Decimal], str]
    cost: Callable[[Decimal], str]
    quantity: Callable[[Decimal], str]
    date: Callable[[date], str]
    day_of: Callable[[datetime], str]


def purchase_order_pages(order: PurchaseOrderDetails, shop: ShopPreferences, writing: Writing) -> Pages:
    """Lay a purchase order out on the paper of the store's country; one not posted yet says that it is a draft."""
    title = _tr("Purchase Order {number}").format(number=order.number) if order.number else _tr("Purchase Order, draft")
    html = _STYLE + _head(order, shop, writing, title) + _lines(order, writing) + _total(order, writing)
    if order.note:
        html += f"<p>{_broken(order.note)}</p>"
    words = _tr("{title} · page {{page}} of {{pages}}").format(title=title)
    return Pages(title, html, paper_of(shop.locale), page_words=words)


def _head(order: PurchaseOrderDetails, shop: ShopPreferences, writing: Writing, title: str) -> str:
    store = f'<span class="store">{escape(shop.store_name)}</span><br>{_broken(shop.store_address)}'
    vendor = "<br>".join(_broken(part) for part in (order.vendor, order.vendor_address, order.vendor_email) if part)
    facts = [
        (_tr("Date"), writing.day_of(order.processed_at or order.created_at)),
        (_tr("Ordered by"), order.created_by),
        (_tr("Account"), order.account_number),
        (_tr("Expected"), "" if order.expected_on is None else writing.date(order.expected_on)),
    ]
    told = "".join(
        f'<tr><td class="quiet" align="right">{escape(name)}</td><td align="right">{escape(fact)}</td></tr>'
        for name, fact in facts
        if fact
    )
    return (
        f'<table width="100%"><tr><td>{store}</td><td align="right"><h1>{escape(title)}</h1></td></tr></table>'
        f'<table width="100%"><tr><td><span class="quiet">{_tr("To")}</span><br>{vendor}</td>'
        f'<td align="right"><table cellspacing="0">{told}</table></td></tr></table><p></p>'
    )


def _lines(order: PurchaseOrderDetails, writing: Writing) -> str:
    heads = (
        (_tr("Your Item No."), "left", 15),
        (_tr("Our Item ID"), "left", 13),
        (_tr("Description"), "left", 30),
        (_tr("Qty"), "right", 8),
        (_tr("Packs"), "right", 9),
        (_tr("Cost"), "right", 12),
        (_tr("Extended"), "right", 13),
    )
    head = "".join(f'<th align="{side}" width="{wide}%">{escape(words)}</th>' for words, side, wide in heads)
    body = "".join(_line(line, writing) for line in order.lines)
    return f'<table width="100%" cellspacing="0"><thead><tr>{head}</tr></thead>{body}</table><p></p>'


def _line(line: PurchaseOrderLineRow, writing: Writing) -> str:
    cells = (
        (escape(line.vendor_item_number), "left"),
        (escape(line.item), "left"),
        (_broken(line.description), "left"),
        (writing.quantity(line.quantity), "right"),
        (_packs(line, writing), "right"),
        (writing.cost(line.cost), "right"),
        (writing.money(line.extension), "right"),
    )
    return "<tr>" + "".join(f'<td align="{side}">{words}</td>' for words, side in cells) + "</tr>"


def _packs(line: PurchaseOrderLineRow, writing: Writing) -> str:
    """Write whole packs as ``2 of 12``; nothing for goods that come singly or in part of a pack."""
    if line.pack_quantity == ONE or line.quantity % line.pack_quantity != NONE:
        return ""
    packs = writing.quantity(line.quantity // line.pack_quantity)
    return escape(_tr("{packs} of {pack}").format(packs=packs, pack=writing.quantity(line.pack_quantity)))


def _total(order: PurchaseOrderDetails, writing: Writing) -> str:
    return (
        '<table width="100%" cellspacing="0"><tr><td width="60%"></td>'
        f'<td class="total">{_tr("Total")}</td>'
        f'<td class="total" align="right">{writing.money(order.total)}</td></tr></table>'
    )


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _tr(words: str) -> str:
    return QCoreApplication.translate("purchase_order", words)
