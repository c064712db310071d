"""The list of customers to call about goods that wait for them. Serves the guide's page "Pick up"."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.quantity import with_unit
from posim_desktop.printing.layout import Head, lay_out, row, table
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.invoice import InvoiceWriting
from posim_desktop.printing.sales.pickup_slip import contact_lines
from posim_desktop.queries.sales.pickup import PickupSlip, SlipLine

_STYLE = """
  .store { font-size: 13px; font-weight: 400; }
  td { padding: 5px 8px 5px 0; border-bottom: 1px solid #cccccc; }
  .name { font-size: 12px; font-weight: 600; }
"""


def call_list(waiting: Sequence[PickupSlip], shop: ShopPreferences, writing: InvoiceWriting) -> Pages:
    """Lay the call list out on the paper of the store's country, with a box to tick who was called."""
    title = _tr("Call List")
    store = escape(shop.store_name)
    html = (
        f'<table width="100%"><tr><td style="border: none"><h1>{escape(title)}</h1></td>'
        f'<td style="border: none" align="right" class="store">{store}</td></tr></table>'
        f"{table(_heads(), (_row(each, writing) for each in waiting))}"
    )
    return lay_out(title, html, shop, style=_STYLE)


def _heads() -> tuple[Head, ...]:
    return (
        Head(_tr("Customer"), "left", 28),
        Head(_tr("Phone"), "left", 16),
        Head(_tr("Goods"), "left", 34),
        Head(_tr("Amount Due"), "right", 12),
        Head(_tr("Called"), "center", 10),
    )


def _row(waiting: PickupSlip, writing: InvoiceWriting) -> str:
    who = f'<span class="name">{escape(waiting.customer or _tr("No customer"))}</span>'
    if waiting.company:
        who += f"<br>{escape(waiting.company)}"
    if waiting.since is not None:
        since = _tr("since {moment}").format(moment=writing.date_time(waiting.since))
        who += f'<br><span class="quiet">{escape(since)}</span>'
    cells = (
        who,
        "<br>".join(escape(part) for part in contact_lines(waiting) if part != waiting.company),
        "<br>".join(_goods(line, writing) for line in waiting.lines),
        writing.money(waiting.total),
        "☐",
    )
    return row(_heads(), cells)


def _goods(line: SlipLine, writing: InvoiceWriting) -> str:
    description = escape(line.description).replace("\n", " ")
    return f"{with_unit(writing.quantity(line.quantity), line.unit)} × {escape(line.item)} {description}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("call_list", words)
