"""The list of customers to call about goods that wait for them. Serves the guide's page "Pick up"."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.invoice import Writing
from posim_desktop.printing.pages import Pages, paper_of
from posim_desktop.queries.pickup import PickupSlip, SlipLine

_STYLE = """
<style>
  h1 { font-size: 20px; font-weight: 600; }
  .store { font-size: 13px; }
  .quiet { color: #444444; }
  th { color: #444444; font-weight: 600; padding: 5px 8px 5px 0; border-bottom: 1px solid #888888; }
  td { padding: 5px 8px 5px 0; border-bottom: 1px solid #cccccc; }
  .name { font-size: 12px; font-weight: 600; }
</style>
"""


def call_list(waiting: Sequence[PickupSlip], shop: ShopPreferences, writing: Writing) -> Pages:
    """Lay the call list out on the paper of the store's country, with a box to tick who was called."""
    title = _tr("Call list")
    store = escape(shop.store_name)
    heads = (
        (_tr("Customer"), "left", 28),
        (_tr("Phone"), "left", 16),
        (_tr("Goods"), "left", 34),
        (_tr("To pay"), "right", 12),
        (_tr("Called"), "center", 10),
    )
    head = "".join(f'<th align="{side}" width="{wide}%">{escape(words)}</th>' for words, side, wide in heads)
    body = "".join(_row(each, writing) for each in waiting)
    html = (
        f'{_STYLE}<table width="100%"><tr><td style="border: none"><h1>{escape(title)}</h1></td>'
        f'<td style="border: none" align="right" class="store">{store}</td></tr></table>'
        f'<table width="100%" cellspacing="0"><thead><tr>{head}</tr></thead>{body}</table>'
    )
    words = _tr("{title} · page {{page}} of {{pages}}").format(title=title)
    return Pages(title, html, paper_of(shop.locale), page_words=words)


def _row(waiting: PickupSlip, writing: Writing) -> str:
    who = f'<span class="name">{escape(waiting.customer or _tr("No customer"))}</span>'
    if waiting.company:
        who += f"<br>{escape(waiting.company)}"
    if waiting.since is not None:
        since = _tr("since {moment}").format(moment=writing.date_time(waiting.since))
        who += f'<br><span class="quiet">{escape(since)}</span>'
    cells = (
        (who, "left"),
        (escape(waiting.phone), "left"),
        ("<br>".join(_goods(line, writing) for line in waiting.lines), "left"),
        (writing.money(waiting.total), "right"),
        ("☐", "center"),
    )
    return "<tr>" + "".join(f'<td align="{side}">{words}</td>' for words, side in cells) + "</tr>"


def _goods(line: SlipLine, writing: Writing) -> str:
    description = escape(line.description).replace("\n", " ")
    return f"{writing.quantity(line.quantity)} × {escape(line.item)} {description}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("call_list", words)
