"""What every document on paper has in common: its looks, tables and the foot of its pages."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.logo import logo_html
from posim_desktop.printing.pages import Pages, paper_of

Side = Literal["left", "right", "center"]

_STYLE = """
  h1 { font-size: 20px; font-weight: 600; }
  .store { font-size: 15px; font-weight: 600; }
  .quiet { color: #444444; }
  th { color: #444444; font-weight: 600; padding: 5px 8px 5px 0; border-bottom: 1px solid #888888; }
  td { padding: 3px 8px 3px 0; }
  .copy { font-size: 20px; font-weight: 700; }
  .total { font-size: 14px; font-weight: 700; }
"""


class Head(NamedTuple):
    """The head of a table's column: its words, its side, and its width in percent."""

    words: str
    side: Side
    width: int


def lay_out(
    title: str, content: str, shop: ShopPreferences, *, style: str = "", foot: str = "", is_copy: bool = False
) -> Pages:
    """Lay a document out on the paper of the store's country.

    Args:
        title: What it is.
        content: Its HTML.
        shop: Whose document it is.
        style: Style rules of its own, which win over those of all documents.
        foot: Text before the page number; defaults to the title.
        is_copy: Whether it may be on paper already: then it says so at its head and on each page.
    """
    copy = QCoreApplication.translate("layout", "COPY")
    foot = " · ".join((foot or title, copy)) if is_copy else foot
    content = f'<p align="center" class="copy">{escape(copy)}</p>{content}' if is_copy else content
    # The page number is filled in by a format of its own, so braces in a name are doubled.
    named = (foot or title).replace("{", "{{").replace("}", "}}")
    words = QCoreApplication.translate("layout", "{title} · page {{page}} of {{pages}}").format(title=named)
    html = f"<style>{_STYLE}{style}</style>{content}"
    return Pages(title, html, paper_of(shop.locale), page_words=words)


def letter_head(shop: ShopPreferences, right: str) -> str:
    """Write the store's logo, name and address at the left of the title."""
    logo = f"{logo_html(shop.logo)}<br>" if shop.logo else ""
    store = f'{logo}<span class="store">{escape(shop.store_name)}</span><br>{broken(shop.store_address)}'
    if shop.tax_number:
        words = QCoreApplication.translate("layout", "Tax No. {number}").format(number=shop.tax_number)
        store += f'<br><span class="quiet">{escape(words)}</span>'
    return f'<table width="100%"><tr><td>{store}</td><td align="right">{right}</td></tr></table>'


def table(heads: Sequence[Head], rows: Iterable[str]) -> str:
    """Write a table whose heads stand on every page."""
    head = "".join(f'<th align="{each.side}" width="{each.width}%">{escape(each.words)}</th>' for each in heads)
    body = "".join(rows)
    return f'<table width="100%" cellspacing="0"><thead><tr>{head}</tr></thead>{body}</table>'


def row(heads: Sequence[Head], cells: Sequence[str]) -> str:
    """Write a table's row; its cells are HTML and stand at the sides of their heads."""
    sides = zip(heads, cells, strict=True)
    return "<tr>" + "".join(f'<td align="{head.side}">{cell}</td>' for head, cell in sides) + "</tr>"


def sum_row(caption: str, amount: str, *, is_total: bool = False) -> str:
    """Write a row of the sums below a table."""
    name, value = ("total", "total") if is_total else ("quiet", "value")
    return (
        f'<tr><td width="60%"></td><td class="{name}">{escape(caption)}</td>'
        f'<td class="{value}" align="right">{amount}</td></tr>'
    )


def sums(rows: Iterable[str]) -> str:
    """Write the sums below a table."""
    return f'<table width="100%" cellspacing="0">{"".join(rows)}</table>'


def broken(text: str) -> str:
    """Write text of several lines."""
    return escape(text).replace("\n", "<br>")
