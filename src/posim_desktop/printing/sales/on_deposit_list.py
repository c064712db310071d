"""The report of what is held for customers, on paper. Serves the guide's page "Deposits and credit"."""

from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.layout import Head, lay_out, letter_head, row, sum_row, sums, table
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.statement import StatementWriting
from posim_desktop.queries.sales.on_deposit import HeldByShop, HeldRow


def on_deposit_list(held: HeldByShop, shop: ShopPreferences, writing: StatementWriting, moment: datetime) -> Pages:
    """Lay the report out on the paper of the store's country, with the day on which it is so."""
    title = _tr("On Deposit")
    right = f"<h1>{escape(title)}</h1>{escape(writing.day(moment))}"
    heads = (
        Head(_tr("Customer"), "left", 27),
        Head(_tr("Phone"), "left", 14),
        Head(_tr("For"), "left", 31),
        Head(_tr("Since"), "left", 15),
        Head(_tr("Held"), "right", 13),
    )
    rows = (row(heads, _cells(each, writing)) for each in held.rows)
    totals = (
        sum_row(_tr("On deposit"), writing.amount(held.on_deposit)),
        sum_row(_tr("Credit"), writing.amount(held.credit)),
        sum_row(_tr("Owed on account"), writing.amount(held.owed)),
    )
    return lay_out(title, letter_head(shop, right) + table(heads, rows) + sums(totals), shop)


def _cells(held: HeldRow, writing: StatementWriting) -> tuple[str, ...]:
    who = escape(held.customer)
    if held.company:
        who += f'<br><span class="quiet">{escape(held.company)}</span>'
    return who, escape(held.phone), escape(what_for(held)), writing.day(held.since), writing.money(held.held)


def what_for(held: HeldRow) -> str:
    """Say what money is held for."""
    if held.backorder_number is None:
        return _tr("Owed on account") if held.held < 0 else _tr("Credit")
    words = _tr("Backorder {number}: {goods}")
    return words.format(number=held.backorder_number, goods=f"{held.item} {held.description}".replace("\n", " "))


def _tr(words: str) -> str:
    return QCoreApplication.translate("on_deposit_list", words)
