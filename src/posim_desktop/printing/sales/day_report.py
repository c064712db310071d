"""The X and the Z of a day, on a receipt, on large paper and as rows of a screen. Serves "The drawer and the day"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.days import RowKind
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.printing.layout import Head, lay_out, letter_head, table
from posim_desktop.printing.layout import row as table_row
from posim_desktop.printing.letters import figures
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.invoice import InvoiceWriting, reference_words, tender_name
from posim_desktop.printing.strip import RuleAcross, Strip, StripPaper, StripRow, Words
from posim_desktop.queries.sales.days import DayDetails, DayEvent, StandingInvoice

_ON_PAPER = StripPaper()
_STYLE = "td { padding: 1px 8px 1px 0; }"  # an ordinary day fits on a page


@dataclass(frozen=True, slots=True)
class DayReportRow:
    """A row of a report.

    Attributes:
        words: What it is.
        amount: How much money; None for a heading, or where only things are counted.
        count: How many there were; None where that says nothing.
        is_heading: Whether rows about one matter begin below it.
        is_sum: Whether it is what the rows above it come to.
    """

    words: str
    amount: Decimal | None = None
    count: int | None = None
    is_heading: bool = False
    is_sum: bool = False


def day_title(day: DayDetails) -> str:
    """Name the paper: a Z has a number, an X has none."""
    if day.row.number is None:
        return _tr("X")
    return _tr("Z {number}").format(number=day.row.number)


def drawer_name(name: str, *, is_office: bool) -> str:
    """Name a drawer in the screen's language."""
    return _tr("Office") if is_office else name


def report_rows(day: DayDetails, writing: InvoiceWriting) -> tuple[DayReportRow, ...]:
    """List what a day came to, in the order of the paper; what is zero is left out where nobody misses it."""
    return (
        *_cash(day),
        *_tenders(day),
        *_sales(day),
        *_taxes(day, writing),
        *_held(day),
        *_people(day),
        *_standing(day),
    )


def day_strip(
    day: DayDetails,
    shop: ShopPreferences,
    writing: InvoiceWriting,
    moment: datetime,
    paper: StripPaper = _ON_PAPER,
    *,
    is_copy: bool = False,
) -> Strip:
    """Lay the report of a day out on a strip of paper; a copy of a Z says that it is one.

    Args:
        day: The day.
        shop: Whose name stands at the head.
        writing: How the store writes amounts and moments.
        moment: When it is printed.
        paper: What it is printed on.
        is_copy: Whether it was printed before.
    """
    rows = tuple(_strip_rows(day, shop, writing, moment, paper))
    return (Words(_tr("COPY"), is_centred=True, is_tall=True), *rows) if is_copy else rows


def _strip_rows(
    day: DayDetails, shop: ShopPreferences, writing: InvoiceWriting, moment: datetime, paper: StripPaper
) -> Iterator[StripRow]:
    yield Words(shop.store_name, is_centred=True, is_tall=True)
    yield Words(day_title(day), is_centred=True, is_tall=True)
    yield Words(drawer_name(day.row.drawer, is_office=day.row.is_office), is_centred=True)
    yield Words("")
    for words, when in _moments(day, writing, moment):
        yield Words(words, when)
    for row in report_rows(day, writing):
        if row.is_heading:
            yield RuleAcross()
            yield Words(row.words)
            continue
        amount = "" if row.amount is None else figures(writing.money(row.amount), paper.table)
        counted = "" if row.count is None else f" ({row.count})"
        yield Words(f"{row.words}{counted}", amount or ("" if row.count is None else str(row.count)), indent=1)
    yield RuleAcross()
    for event in _told(day):
        amount = figures(writing.money(event.amount), paper.table) if event.amount else ""
        yield Words(f"{kind_word(event.kind)}, {event.employee}", amount)
        if event.reason:
            yield Words(event.reason, indent=2)


def day_pages(
    day: DayDetails, shop: ShopPreferences, writing: InvoiceWriting, moment: datetime, *, is_copy: bool = False
) -> Pages:
    """Lay the report of a day out on the paper of the store's country; a copy of a Z says that it is one.

    Args:
        day: The day.
        shop: Whose day it is.
        writing: How the store writes amounts and moments.
        moment: When it is printed.
        is_copy: Whether it was printed on such paper before.
    """
    title = day_title(day)
    name = drawer_name(day.row.drawer, is_office=day.row.is_office)
    about = [name, *(f"{words} {when}" if when else words for words, when in _moments(day, writing, moment))]
    right = f"<h1>{escape(title)}</h1>" + "<br>".join(escape(line) for line in about)
    heads = (
        Head(_tr("Figure"), "left", 64),
        Head(_tr("Count"), "right", 12),
        Head(_tr("Amount"), "right", 24),
    )
    rows = [table_row(heads, _cells(each, writing)) for each in report_rows(day, writing)]
    html = letter_head(shop, right) + table(heads, rows) + _events(day, writing)
    foot = _tr("{title}, {drawer}").format(title=title, drawer=name)
    return lay_out(foot, html, shop, style=_STYLE, is_copy=is_copy)


def _cells(each: DayReportRow, writing: InvoiceWriting) -> tuple[str, str, str]:
    words = escape(each.words)
    amount = "" if each.amount is None else escape(writing.money(each.amount))
    counted = "" if each.count is None else str(each.count)
    if each.is_heading:
        return f"<br><b>{words}</b>", "", ""
    return (f"<b>{words}</b>", counted, f"<b>{amount}</b>") if each.is_sum else (words, counted, amount)


def _events(day: DayDetails, writing: InvoiceWriting) -> str:
    heads = (
        Head(_tr("When"), "left", 20),
        Head(_tr("What"), "left", 14),
        Head(_tr("Employee"), "left", 18),
        Head(_tr("Reason"), "left", 30),
        Head(_tr("Amount"), "right", 18),
    )
    rows = [
        table_row(
            heads,
            (
                *(escape(writing.date_time(event.at)), escape(kind_word(event.kind)), escape(event.employee)),
                *(escape(event.reason), escape(writing.money(event.amount)) if event.amount else ""),
            ),
        )
        for event in _told(day)
    ]
    return f"<p></p>{table(heads, rows)}" if rows else ""


def _moments(day: DayDetails, writing: InvoiceWriting, moment: datetime) -> Iterator[tuple[str, str]]:
    """Say from when to when it was, and by whom; each as words and a moment."""
    yield _tr("Opened"), writing.date_time(day.row.opened_at)
    if day.row.closed_at is None:
        yield _tr("Printed"), writing.date_time(moment)
    else:
        yield _tr("Closed"), writing.date_time(day.row.closed_at)
        yield _tr("Closed by {name}").format(name=day.row.closed_by), ""
    if day.float_reason:
        yield _tr("Another float: {reason}").format(reason=day.float_reason), ""


def _told(day: DayDetails) -> Iterator[DayEvent]:
    """List what somebody did at the drawer without a sale."""
    shown = {RowKind.PAID_IN, RowKind.PAID_OUT, RowKind.DROP, RowKind.NO_SALE}
    return (event for event in day.events if event.kind in shown)


def kind_word(kind: RowKind) -> str:
    """Say what somebody did in a day."""
    words = {
        RowKind.PAID_IN: _tr("Paid in"),
        RowKind.PAID_OUT: _tr("Paid out"),
        RowKind.DROP: _tr("Drop"),
        RowKind.NO_SALE: _tr("No Sale"),
        RowKind.COUNT: _tr("Counted"),
        RowKind.COUNT_AGAIN: _tr("To be counted again"),
    }
    return words[kind]


def _heading(words: str, rows: Iterable[DayReportRow]) -> Iterator[DayReportRow]:
    listed = tuple(rows)
    if listed:
        yield DayReportRow(words, is_heading=True)
        yield from listed


def _unless_zero(words: str, amount: Decimal, count: int | None = None) -> Iterator[DayReportRow]:
    if amount or count:
        yield DayReportRow(words, amount, count)


def _cash(day: DayDetails) -> Iterator[DayReportRow]:
    figures_of, row = day.figures, day.row
    if row.is_office:
        return
    yield DayReportRow(_tr("Cash"), is_heading=True)
    yield DayReportRow(_tr("Float"), day.opened_with)
    yield DayReportRow(_tr("Cash taken"), figures_of.cash)
    yield from _unless_zero(_tr("Paid in"), figures_of.paid_in)
    yield from _unless_zero(_tr("Paid out"), figures_of.paid_out)
    yield from _unless_zero(_tr("Drops"), figures_of.dropped)
    yield DayReportRow(_tr("Expected"), day.expected, is_sum=True)
    if day.counted is not None and day.over is not None:
        yield DayReportRow(_tr("Counted"), day.counted)
        words = _tr("Over") if day.over > 0 else _tr("Short") if day.over < 0 else _tr("Over or short")
        yield DayReportRow(words, day.over, is_sum=True)
    if day.kept is not None and day.counted is not None:
        yield DayReportRow(_tr("Stays in the drawer"), day.kept)
        yield from _unless_zero(_tr("Taken out at the close"), day.counted - day.kept)


def _tenders(day: DayDetails) -> Iterator[DayReportRow]:
    figures_of = day.figures
    rows = [
        DayReportRow(tender_name(TenderKind(each.kind), each.name), each.amount, each.how_many)
        for each in figures_of.tenders
    ]
    if len(rows) > 1:
        rows.append(DayReportRow(_tr("All tenders"), figures_of.taken, is_sum=True))
    yield from _heading(_tr("Tenders"), rows)
    cards = [
        DayReportRow(reference_words(each.reference) or _tr("No reference"), each.amount) for each in figures_of.cards
    ]
    if cards:
        cards.append(DayReportRow(_tr("By card"), figures_of.card_total, is_sum=True))
    yield from _heading(_tr("Card payments, to compare with the terminal"), cards)


def _sales(day: DayDetails) -> Iterator[DayReportRow]:
    sums = day.figures
    yield DayReportRow(_tr("Sales"), is_heading=True)
    yield DayReportRow(_tr("Invoices"), sums.total, sums.invoices)
    yield DayReportRow(_tr("Goods"), sums.goods)
    for each in sums.codes:
        yield DayReportRow(_code_word(TransCode(each.code)), each.amount, each.how_many)
    yield from _unless_zero(_tr("Discounts"), sums.discounts)
    yield from _unless_zero(_tr("Cash Rounding"), sums.rounding)
    yield from _unless_zero(_tr("Discarded invoices"), sums.voided, sums.voids)
    if sums.no_sales:
        yield DayReportRow(_tr("No Sale"), count=sums.no_sales)


def _code_word(code: TransCode) -> str:
    words = {
        TransCode.SALE: _tr("Lines sold"),
        TransCode.RETURN: _tr("Lines returned"),
        TransCode.BACKORDER: _tr("Lines back-ordered"),
        TransCode.DEPOSIT: _tr("Deposit lines"),
        TransCode.COMMENT: _tr("Comments"),
    }
    return words[code]


def _taxes(day: DayDetails, writing: InvoiceWriting) -> Iterator[DayReportRow]:
    taxes = day.figures.taxes
    rows = [
        DayReportRow(
            _tr("{name} {rate}% on {taxable}").format(
                name=each.name, rate=writing.quantity(Decimal(each.rate)), taxable=writing.money(each.taxable)
            ),
            each.tax,
        )
        for each in taxes
    ]
    if len(rows) > 1:
        rows.append(DayReportRow(_tr("All taxes"), day.figures.tax, is_sum=True))
    yield from _heading(_tr("Taxes"), rows)


def _held(day: DayDetails) -> Iterator[DayReportRow]:
    sums = day.figures
    amounts = (
        (_tr("Deposits taken"), sums.deposits_taken),
        (_tr("Deposits used"), sums.deposits_used),
        (_tr("Deposits refunded"), sums.deposits_refunded),
        (_tr("Cancellation fees"), sums.fees),
        (_tr("Credit given"), sums.credit_given),
        (_tr("Credit used"), sums.credit_used),
        (_tr("Credit refunded"), sums.credit_refunded),
        (_tr("Owed on account, more than before"), sums.on_account),
    )
    yield from _heading(
        _tr("Customers' money"), (DayReportRow(words, amount) for words, amount in amounts if amount != ZERO)
    )


def _people(day: DayDetails) -> Iterator[DayReportRow]:
    people = day.figures.people
    yield from _heading(_tr("Employees"), (DayReportRow(each.name, each.amount, each.how_many) for each in people))


def _standing(day: DayDetails) -> Iterator[DayReportRow]:
    rows = [DayReportRow(standing_words(each), each.amount) for each in day.standing]
    yield from _heading(_tr("Handed over for invoices that were not posted"), rows)
    sums = day.figures
    carried = (
        (_tr("Handed over before, posted in this day"), sums.carried_in),
        (_tr("Handed over in this day, not posted in it"), sums.carried_out),
    )
    yield from _heading(
        _tr("Carried over"), (DayReportRow(words, amount) for words, amount in carried if amount != ZERO)
    )


def standing_words(each: StandingInvoice) -> str:
    """Name an invoice on which money stands that was not posted when its day was counted."""
    if each.number is not None:
        return _tr("Invoice {number}, posted since").format(number=each.number)
    return each.note or _tr("Invoice without a note")


def _tr(words: str) -> str:
    return QCoreApplication.translate("day_report", words)
