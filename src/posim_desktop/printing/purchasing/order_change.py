"""A change of a sent purchase order on paper, as the vendor gets it. Serves the guide's page "Purchase orders"."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.purchasing.changes import OrderChangeKind
from posim_desktop.printing.layout import Head, broken, lay_out, letter_head, row, table
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.purchasing.change_words import change_words
from posim_desktop.printing.purchasing.order import OrderWriting
from posim_desktop.queries.purchasing.order_changes import OrderChangeRow
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails


def change_pages(
    order: PurchaseOrderDetails,
    changes: Sequence[OrderChangeRow],
    sheet: int,
    shop: ShopPreferences,
    writing: OrderWriting,
    *,
    costs: bool = True,
) -> Pages:
    """Lay out one sheet of changes: what changes on which line, and what is ordered from then on.

    Args:
        order: The order as it is now.
        changes: All its changes, the oldest first.
        sheet: Which of them.
        shop: Whose order it is.
        writing: How the store writes figures.
        costs: Whether it says what goods cost.
    """
    title = _tr("Change {sheet} to Purchase Order {number}").format(sheet=sheet, number=order.number)
    told = [each for each in changes if each.sheet == sheet and (costs or each.kind is not OrderChangeKind.COST)]
    return lay_out(title, _head(order, told, shop, writing, title) + _table(order, changes, told, writing), shop)


def _head(
    order: PurchaseOrderDetails,
    told: Sequence[OrderChangeRow],
    shop: ShopPreferences,
    writing: OrderWriting,
    title: str,
) -> str:
    vendor = "<br>".join(broken(part) for part in (order.vendor, order.vendor_address, order.vendor_email) if part)
    facts = [
        (_tr("Ordered on"), writing.day_of(order.processed_at or order.created_at)),
        (_tr("Account"), order.account_number),
    ]
    if told:
        facts = [(_tr("Date"), writing.day_of(told[0].at)), (_tr("Changed By"), told[0].employee), *facts]
    rows = "".join(
        f'<tr><td class="quiet" align="right">{escape(name)}</td><td align="right">{escape(fact)}</td></tr>'
        for name, fact in facts
        if fact
    )
    return (
        f"{letter_head(shop, f'<h1>{escape(title)}</h1>')}"
        f'<table width="100%"><tr><td><span class="quiet">{_tr("To")}</span><br>{vendor}</td>'
        f'<td align="right"><table cellspacing="0">{rows}</table></td></tr></table><p></p>'
    )


def _table(
    order: PurchaseOrderDetails,
    changes: Sequence[OrderChangeRow],
    told: Sequence[OrderChangeRow],
    writing: OrderWriting,
) -> str:
    heads = (
        Head(_tr("Your Item No."), "left", 16),
        Head(_tr("Our Item ID"), "left", 14),
        Head(_tr("Description"), "left", 34),
        Head(_tr("Change"), "left", 22),
        Head(_tr("Ordered Now"), "right", 14),
    )
    rows = (
        row(
            heads,
            (
                escape(each.vendor_item_number),
                escape(each.item),
                broken(each.description),
                escape(_words(each, writing)),
                writing.quantity(_ordered(order, changes, each)),
            ),
        )
        for each in told
    )
    return table(heads, rows)


def _words(change: OrderChangeRow, writing: OrderWriting) -> str:
    return change_words(change, quantity=writing.quantity, cost=writing.cost, day=writing.date)


def _ordered(order: PurchaseOrderDetails, changes: Sequence[OrderChangeRow], last: OrderChangeRow) -> Decimal:
    """Work out what was ordered of an item once a change and all others of its sheet were made."""
    at_first = sum((line.quantity for line in order.lines if line.item == last.item), Decimal(0))
    until = [each for each in changes if each.item == last.item and (each.sheet or 0) <= (last.sheet or 0)]
    return at_first + sum((each.quantity for each in until), Decimal(0))


def _tr(words: str) -> str:
    return QCoreApplication.translate("purchase_order", words)
