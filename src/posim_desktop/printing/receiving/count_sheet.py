"""A sheet to count by: what should be there and room to write, blind. Serves the guide's page "Count the stock"."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.layout import Head, lay_out, letter_head, row, table
from posim_desktop.printing.pages import Pages
from posim_desktop.queries.receiving.stock_counts import CountLine


def count_sheet(lines: Iterable[CountLine], shop: ShopPreferences, *, begun: str, place: str) -> Pages:
    """Lay a sheet out: it says what to count and not how many there should be, so that nobody writes that down."""
    title = _tr("Count Sheet")
    where = f"<br>{escape(place)}" if place else ""
    heads = (
        Head(_tr("Item ID"), "left", 20),
        Head(_tr("Description"), "left", 52),
        Head(_tr("Counted"), "left", 28),
    )
    rows = (row(heads, (escape(line.item), escape(line.description), "_" * 14)) for line in lines)
    right = f"<h1>{escape(title)}</h1>{escape(begun)}{where}"
    foot = f"<p><br>{escape(_tr('Counted by'))} {'_' * 24}</p>"
    return lay_out(title, letter_head(shop, right) + table(heads, rows) + foot, shop)


def _tr(words: str) -> str:
    return QCoreApplication.translate("count_sheet", words)
