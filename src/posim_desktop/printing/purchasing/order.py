"""A purchase order on paper, as the vendor gets it. Serves the guide's page "Purchase orders"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.purchasing.changes import OrderChangeKind
from posim_desktop.domain.quantity import with_unit
from posim_desktop.printing.attached import NO_ALSO, NO_ANSWERS, Also, Answers, files_html, noted_html, sheets_html
from posim_desktop.printing.layout import Head, broken, lay_out, letter_head, row, sum_row, sums, table
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.purchasing.change_words import change_words
from posim_desktop.queries.attachments import PrintedFile
from posim_desktop.queries.purchasing.order_changes import OrderChangeRow
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails, PurchaseOrderLineRow


@dataclass(frozen=True, slots=True)
class OrderWriting:
    """How the store writes money in a column and by itself, unit costs, quantities, days, and the day of a moment."""

    money: Callable[[Decimal], str]
    amount: Callable[[Decimal], str]
    cost: Callable[[Decimal], str]
    quantity: Callable[[Decimal], str]
    date: Callable[[date], str]
    day_of: Callable[[datetime], str]


def purchase_order_pages(
    order: PurchaseOrderDetails,
    shop: ShopPreferences,
    writing: OrderWriting,
    *,
    files: Sequence[PrintedFile] = (),
    answers: Answers = NO_ANSWERS,
    also: Also = NO_ALSO,
    changes: Sequence[OrderChangeRow] = (),
    costs: bool = True,
    is_copy: bool = False,
) -> Pages:
    """Lay a purchase order out on the paper of the store's country; one not posted yet says that it is a draft.

    A copy says that it is one: a vendor must not take it for another order.

    Without costs it says what is ordered, and not what it comes to. An order that changed after it was sent is printed
    as it is now, with its changes below.
    """
    title = _tr("Purchase Order {number}").format(number=order.number) if order.number else _tr("Draft Purchase Order")
    html = _head(order, shop, writing, title) + _lines(order, writing, files, answers, also, costs=costs)
    if costs:
        html += sums([sum_row(_tr("Total"), writing.amount(order.total), is_total=True)])
    html += _changes(changes, writing, costs=costs)
    if order.note:
        html += f"<p>{broken(order.note)}</p>"
    return lay_out(title, html + sheets_html(files), shop, is_copy=is_copy)


def _head(order: PurchaseOrderDetails, shop: ShopPreferences, writing: OrderWriting, title: str) -> str:
    vendor = "<br>".join(broken(part) for part in (order.vendor, order.vendor_address, order.vendor_email) if part)
    facts = [
        (_tr("Date"), writing.day_of(order.processed_at or order.created_at)),
        (_tr("Ordered By"), order.created_by),
        (_tr("Account"), order.account_number),
        (_tr("Expected"), "" if order.expected_on is None else writing.date(order.expected_on)),
    ]
    told = "".join(
        f'<tr><td class="quiet" align="right">{escape(name)}</td><td align="right">{escape(fact)}</td></tr>'
        for name, fact in facts
        if fact
    )
    return (
        f"{letter_head(shop, f'<h1>{escape(title)}</h1>')}"
        f'<table width="100%"><tr><td><span class="quiet">{_tr("To")}</span><br>{vendor}</td>'
        f'<td align="right"><table cellspacing="0">{told}</table></td></tr></table><p></p>'
    )


def _heads(*, costs: bool) -> tuple[Head, ...]:
    goods = (
        Head(_tr("Your Item No."), "left", 15),
        Head(_tr("Our Item ID"), "left", 13),
        Head(_tr("Description"), "left", 27 if costs else 55),
        Head(_tr("Qty"), "right", 8),
        Head(_tr("Packs"), "right", 9),
    )
    return (*goods, Head(_tr("Cost"), "right", 15), Head(_tr("Extended"), "right", 13)) if costs else goods


def _lines(
    order: PurchaseOrderDetails,
    writing: OrderWriting,
    files: Sequence[PrintedFile],
    answers: Answers,
    also: Also,
    *,
    costs: bool,
) -> str:
    heads = _heads(costs=costs)
    rows = (row(heads, _line(line, writing, more)[: len(heads)]) for line, more in _noted(order, files, answers, also))
    return table(heads, rows) + "<p></p>"


def _noted(
    order: PurchaseOrderDetails, files: Sequence[PrintedFile], answers: Answers, also: Also
) -> Iterator[tuple[PurchaseOrderLineRow, str]]:
    """Give each line of the order with what is printed below its description."""
    for line in order.lines:
        yield line, noted_html(answers.get(line.id, ()), also.get(line.id, ())) + files_html(_of(line, files))


def _of(line: PurchaseOrderLineRow, files: Sequence[PrintedFile]) -> list[PrintedFile]:
    return [each for each in files if each.line_id == line.id]


def _line(line: PurchaseOrderLineRow, writing: OrderWriting, more: str) -> tuple[str, ...]:
    return (
        escape(line.vendor_item_number),
        escape(line.item),
        broken(line.description) + more,
        _ordered(line, writing),
        _packs(line, writing),
        f'<span style="white-space: pre">{writing.cost(_cost(line))}</span>',
        writing.money(line.extension),
    )


def _ordered(line: PurchaseOrderLineRow, writing: OrderWriting) -> str:
    """Write what is ordered now as the vendor counts it, and what was at first where that is another."""
    now = _counted(line, line.ordered, writing)
    if not line.changed:
        return now
    was = escape(_tr("was {quantity}").format(quantity=_counted(line, line.quantity, writing)))
    return f'{now}<br><span class="quiet">{was}</span>'


def _counted(line: PurchaseOrderLineRow, quantity: Decimal, writing: OrderWriting) -> str:
    """Write a quantity as the vendor counts it: whole packs, else units."""
    packs = line.packing.packs(quantity)
    if packs is None:
        return escape(with_unit(writing.quantity(quantity), line.unit))
    return escape(with_unit(writing.quantity(packs), line.pack_unit or _tr("cs")))


def _changes(changes: Sequence[OrderChangeRow], writing: OrderWriting, *, costs: bool) -> str:
    """List what changed since the order was sent, the oldest first."""
    told = [each for each in changes if each.sheet is not None and (costs or each.kind is not OrderChangeKind.COST)]
    if not told:
        return ""
    heads = (
        Head(_tr("Change"), "left", 12),
        Head(_tr("Date"), "left", 18),
        Head(_tr("Our Item ID"), "left", 20),
        Head(_tr("What Changed"), "left", 50),
    )
    rows = (
        row(
            heads,
            (
                str(each.sheet),
                escape(writing.day_of(each.at)),
                escape(each.item),
                escape(change_words(each, quantity=writing.quantity, cost=writing.cost, day=writing.date)),
            ),
        )
        for each in told
    )
    return table(heads, rows) + "<p></p>"


def _packs(line: PurchaseOrderLineRow, writing: OrderWriting) -> str:
    """Write what is in a whole pack: ``of 12``; nothing for goods that come singly or in part of a pack."""
    if line.packing.packs(line.ordered) is None:
        return ""
    pack = with_unit(writing.quantity(line.pack_quantity), line.unit)
    return escape(_tr("of {pack}").format(pack=pack))


def _cost(line: PurchaseOrderLineRow) -> Decimal:
    """Take the cost of what the quantity counts: a pack or a unit."""
    if line.packing.packs(line.ordered) is None:
        return line.cost
    return line.cost * line.pack_quantity if line.pack_cost is None else line.pack_cost


def _tr(words: str) -> str:
    return QCoreApplication.translate("purchase_order", words)
