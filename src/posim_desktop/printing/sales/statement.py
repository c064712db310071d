"""A customer's statement of account, on large paper and on a receipt. Serves "Deposits and credit" in the guide."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.layout import Head, broken, lay_out, letter_head, row, sum_row, sums, table
from posim_desktop.printing.letters import figures
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.money_words import document_of, what_happened
from posim_desktop.printing.strip import RuleAcross, Strip, StripPaper, StripRow, Words
from posim_desktop.queries.sales.on_deposit import HeldRow
from posim_desktop.queries.sales.statements import Statement

_ON_PAPER = StripPaper()


@dataclass(frozen=True, slots=True)
class StatementWriting:
    """How the store writes money in a column, amounts by themselves, and days."""

    money: Callable[[Decimal], str]
    amount: Callable[[Decimal], str]
    day: Callable[[datetime], str]


def statement_pages(statement: Statement, shop: ShopPreferences, writing: StatementWriting) -> Pages:
    """Lay a statement out on the paper of the store's country."""
    title = _tr("Statement for {name}").format(name=statement.customer)
    whose = "<br>".join(escape(part) for part in (statement.company, statement.customer) if part)
    if statement.address:
        whose += f"<br>{broken(statement.address)}"
    right = f"<h1>{escape(_tr('Statement of Account'))}</h1>{escape(_period(statement, writing))}"
    html = letter_head(shop, right) + f"<p>{whose}</p>" + _movements(statement, writing)
    closing = sum_row(_closing_words(statement), writing.amount(abs(statement.closing)), is_total=True)
    html += sums([closing])
    if statement.deposits:
        html += f"<h2>{escape(_tr('On deposit now'))}</h2>" + _deposits(statement, writing)
    return lay_out(title, html, shop, style="h2 { font-size: 13px; font-weight: 600; }")


def _movements(statement: Statement, writing: StatementWriting) -> str:
    heads = (
        Head(_tr("Date"), "left", 14),
        Head(_tr("What"), "left", 36),
        Head(_tr("Document"), "left", 18),
        Head(_tr("Amount"), "right", 16),
        Head(_tr("Credit"), "right", 16),
    )
    opening = ("", escape(_tr("Opening")), "", "", writing.money(statement.opening))
    rows = [row(heads, opening)]
    for each, balance in zip(statement.rows, statement.balances, strict=True):
        cells = (
            *(writing.day(each.at), escape(what_happened(each)), escape(document_of(each))),
            writing.money(each.amount),
        )
        rows.append(row(heads, (*cells, writing.money(balance))))
    return table(heads, rows)


def _deposits(statement: Statement, writing: StatementWriting) -> str:
    heads = (
        Head(_tr("Backorder"), "left", 14),
        Head(_tr("Goods"), "left", 70),
        Head(_tr("On Deposit"), "right", 16),
    )
    rows = (
        row(heads, (str(each.backorder_number), escape(_goods(each)), writing.money(each.held)))
        for each in statement.deposits
    )
    return table(heads, rows)


def statement_strip(
    statement: Statement, shop: ShopPreferences, writing: StatementWriting, paper: StripPaper = _ON_PAPER
) -> Strip:
    """Lay a statement out on a strip of paper."""
    return tuple(_rows(statement, shop, writing, paper))


def _rows(
    statement: Statement, shop: ShopPreferences, writing: StatementWriting, paper: StripPaper
) -> Iterator[StripRow]:
    def money(amount: Decimal) -> str:
        return figures(writing.money(amount), paper.table)

    yield Words(shop.store_name, is_centred=True, is_tall=True)
    for words in (shop.store_address, shop.store_phone):
        if words:
            yield Words(words, is_centred=True)
    yield Words("")
    yield Words(_tr("Statement of Account"), is_centred=True)
    yield Words(_period(statement, writing), is_centred=True)
    yield Words(statement.customer)
    yield RuleAcross()
    yield Words(_tr("Opening"), money(statement.opening))
    for each in statement.rows:
        document = document_of(each)
        what = what_happened(each)
        yield Words(f"{writing.day(each.at)} {what}", money(each.amount))
        if document:
            yield Words(document, indent=2)
    yield RuleAcross()
    total = figures(writing.amount(abs(statement.closing)), paper.table)
    yield Words(_closing_words(statement), total, is_tall=True)
    if statement.deposits:
        yield Words("")
        yield Words(_tr("On deposit now"))
        for held in statement.deposits:
            yield Words(f"{held.backorder_number} {_goods(held)}", money(held.held), indent=2)


def _closing_words(statement: Statement) -> str:
    return _tr("You owe") if statement.closing < 0 else _tr("Your credit")


def _period(statement: Statement, writing: StatementWriting) -> str:
    words = _tr("{first} to {last}")
    return words.format(first=writing.day(statement.start), last=writing.day(statement.last))


def _goods(held: HeldRow) -> str:
    return f"{held.item} {held.description}".replace("\n", " ").strip()


def _tr(words: str) -> str:
    return QCoreApplication.translate("statement", words)
