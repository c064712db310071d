"""What a customer signs when something is ordered for them, on large paper or a receipt. Serves "Special orders"."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.quantity import with_unit
from posim_desktop.printing.attached import NO_ANSWERS, Answers, files_html, noted_html, noted_words, sheets_html
from posim_desktop.printing.layout import Head, broken, lay_out, letter_head, row, sum_row, sums, table
from posim_desktop.printing.letters import figures
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.invoice import InvoiceWriting
from posim_desktop.printing.sales.pieces import promise_words
from posim_desktop.printing.strip import Picture, RuleAcross, Strip, StripPaper, StripRow, Words
from posim_desktop.queries.answers import Asked
from posim_desktop.queries.attachments import PrintedFile
from posim_desktop.queries.sales.special_orders import SpecialLineRow, SpecialOrderDetails

_STYLE = """
  .customer { font-size: 16px; font-weight: 600; }
  .sign { padding-top: 44px; border-bottom: 1px solid #444444; }
"""
_ON_PAPER = StripPaper()


def confirmation_pages(
    order: SpecialOrderDetails,
    shop: ShopPreferences,
    writing: InvoiceWriting,
    *,
    files: Sequence[PrintedFile] = (),
    answers: Answers = NO_ANSWERS,
    is_copy: bool = False,
) -> Pages:
    """Lay a posted special order out on the paper of the store's country, with a line to sign."""
    title = _tr("Special Order {number}").format(number=order.number)
    html = _head(order, shop, writing, title) + _lines(order, writing, files, answers) + _sums(order, writing)
    for words in _promises(order, writing):
        html += f"<p>{broken(words)}</p>"
    if order.terms:
        html += f"<p>{broken(order.terms)}</p>"
    signs = "".join(f'<td width="{width}%" class="sign"></td><td width="4%"></td>' for width in (60, 32))
    names = f"<td>{escape(_tr('Signature'))}</td><td></td><td>{escape(_tr('Date'))}</td><td></td>"
    html += f'<table width="100%"><tr>{signs}</tr><tr class="quiet">{names}</tr></table>'
    return lay_out(title, html + sheets_html(files), shop, style=_STYLE, is_copy=is_copy)


def confirmation_strip(
    order: SpecialOrderDetails,
    shop: ShopPreferences,
    writing: InvoiceWriting,
    paper: StripPaper = _ON_PAPER,
    *,
    answers: Answers = NO_ANSWERS,
    is_copy: bool = False,
) -> Strip:
    """Lay a posted special order out on a strip of paper, with a line to sign."""
    rows = tuple(_rows(order, shop, writing, paper, answers))
    return (Words(_tr("COPY"), is_centred=True, is_tall=True), *rows) if is_copy else rows


def _head(order: SpecialOrderDetails, shop: ShopPreferences, writing: InvoiceWriting, title: str) -> str:
    told = "".join(
        f'<tr><td class="quiet" align="right">{escape(name)}</td><td align="right">{escape(fact)}</td></tr>'
        for name, fact in _facts(order, writing)
    )
    customer = ""
    if order.customer is not None:
        who = "<br>".join(escape(part) for part in (order.customer.phone, order.head.reach) if part)
        customer = f'<span class="customer">{escape(order.customer.name)}</span><br>{who}'
    return (
        f"{letter_head(shop, f'<h1>{escape(title)}</h1>')}"
        f'<table width="100%"><tr><td>{customer}</td>'
        f'<td align="right"><table cellspacing="0">{told}</table></td></tr></table><p></p>'
    )


def _facts(order: SpecialOrderDetails, writing: InvoiceWriting) -> list[tuple[str, str]]:
    needed = order.head.needed_by
    facts = [
        (_tr("Date"), writing.date_time(order.posted_at or order.created_at)),
        (_tr("Taken By"), order.employee),
        (_tr("Needed By"), "" if needed is None else writing.date(needed)),
        (_tr("Your Order No."), order.head.customer_order),
        (_tr("Invoice"), "" if order.invoice is None else str(order.invoice)),
    ]
    return [(name, fact) for name, fact in facts if fact]


def _heads() -> tuple[Head, ...]:
    return (
        Head(_tr("Qty"), "right", 8),
        Head(_tr("Item ID"), "left", 16),
        Head(_tr("Description"), "left", 42),
        Head(_tr("Price"), "right", 17),
        Head(_tr("Extended"), "right", 17),
    )


def _lines(order: SpecialOrderDetails, writing: InvoiceWriting, files: Sequence[PrintedFile], answers: Answers) -> str:
    rows = (
        _line(line, writing, [each for each in files if each.line_id == line.id], answers.get(line.id, ()))
        for line in order.lines
    )
    return table(_heads(), rows) + "<p></p>"


def _line(line: SpecialLineRow, writing: InvoiceWriting, files: Sequence[PrintedFile], answers: Sequence[Asked]) -> str:
    description = broken(line.content.description)
    for words in _remarks(line, writing):
        description += f'<br><span class="quiet">{escape(words)}</span>'
    description += noted_html(answers) + files_html(files)
    price = writing.money(line.content.unit_price)
    if line.content.price_ceiling is not None:
        price += f'<br><span class="quiet">{escape(_not_above(line, writing))}</span>'
    cells = (
        escape(with_unit(writing.quantity(line.quantity), line.unit)),
        escape(line.item),
        description,
        price,
        writing.money(line.extension),
    )
    return row(_heads(), cells)


def _remarks(line: SpecialLineRow, writing: InvoiceWriting) -> list[str]:
    content = line.content
    backorder = "" if line.backorder is None else _tr("Backorder {number}").format(number=line.backorder)
    also = content.will_also_take and _tr("Will also take: {what}").format(what=content.will_also_take)
    question = content.question and _tr("Still to be answered: {question}").format(question=content.question)
    told = (promise_words(line, writing.date), backorder, also, question)
    return [words for words in told if words]


def _not_above(line: SpecialLineRow, writing: InvoiceWriting) -> str:
    ceiling = line.content.price_ceiling
    return "" if ceiling is None else _tr("not above {price}").format(price=writing.money(ceiling))


def _sums(order: SpecialOrderDetails, writing: InvoiceWriting) -> str:
    return sums(
        [
            sum_row(_tr("Total with Tax"), writing.money(order.total)),
            sum_row(_tr("Deposit Paid"), writing.money(order.deposit)),
            sum_row(_tr("Due at Pick-up"), writing.amount(order.total - order.deposit), is_total=True),
        ]
    )


def _promises(order: SpecialOrderDetails, writing: InvoiceWriting) -> list[str]:
    """Say in words what was promised of prices and of the day."""
    promised = []
    if any(line.content.price_ceiling is not None for line in order.lines):
        promised.append(
            _tr("A price may rise up to the amount beside “not above”. Above that we ask you first. Others are fixed.")
        )
    if order.head.needed_by is not None:
        promised.append(_tr("You need it by {date}.").format(date=writing.date(order.head.needed_by)))
    if order.head.note:
        promised.append(order.head.note)
    return promised


def _rows(
    order: SpecialOrderDetails, shop: ShopPreferences, writing: InvoiceWriting, paper: StripPaper, answers: Answers
) -> Iterator[StripRow]:
    if shop.logo:
        yield Picture(shop.logo)
    yield Words(shop.store_name, is_centred=True, is_tall=True)
    for words in (shop.store_address, shop.store_phone):
        if words:
            yield Words(words, is_centred=True)
    yield Words("")
    yield Words(_tr("Special Order {number}").format(number=order.number), is_tall=True)
    for name, fact in _facts(order, writing):
        yield Words(f"{name}: {fact}")
    if order.customer is not None:
        yield Words(" · ".join(part for part in (order.customer.name, order.customer.phone) if part))
    if order.head.reach:
        yield Words(order.head.reach)
    yield RuleAcross()
    for line in order.lines:
        yield from _strip_line(line, writing, paper, answers.get(line.id, ()))
    yield RuleAcross()
    yield from _strip_sums(order, writing, paper)
    for words in (*_promises(order, writing), order.terms):
        if words:
            yield Words("")
            yield Words(words)
    yield Words("")
    yield Words("")
    yield RuleAcross()
    yield Words(_tr("Signature"), _tr("Date"))


def _strip_line(
    line: SpecialLineRow, writing: InvoiceWriting, paper: StripPaper, answers: Sequence[Asked]
) -> Iterator[StripRow]:
    yield Words(line.content.description)
    price = writing.money(line.content.unit_price)
    counted = figures(f"{with_unit(writing.quantity(line.quantity), line.unit)} × {price}", paper.table)
    yield Words(counted, figures(writing.money(line.extension), paper.table), indent=2)
    for words in (_not_above(line, writing), *_remarks(line, writing), *noted_words(answers)):
        if words:
            yield Words(figures(words, paper.table), indent=2)


def _strip_sums(order: SpecialOrderDetails, writing: InvoiceWriting, paper: StripPaper) -> Iterator[StripRow]:
    yield Words(_tr("Total with Tax"), figures(writing.money(order.total), paper.table))
    yield Words(_tr("Deposit Paid"), figures(writing.money(order.deposit), paper.table))
    due = figures(writing.amount(order.total - order.deposit), paper.table)
    yield Words(_tr("Due at Pick-up"), due, is_tall=True)


def _tr(words: str) -> str:
    return QCoreApplication.translate("confirmation", words)
