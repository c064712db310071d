"""What the screens of purchase orders call things, and how an order is shown on paper."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.purchasing.orders import OrderStatus, SmallestOrder
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.purchasing.order import OrderWriting, purchase_order_pages
from posim_desktop.printing.purchasing.order_change import change_pages
from posim_desktop.queries import answers, attachments, feed
from posim_desktop.queries.purchasing import orders as purchase_orders
from posim_desktop.queries.purchasing.order_changes import Later, OrderChangeRow
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails, PurchaseOrderLineRow
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.chips import Status, StatusPill
from posim_desktop.ui.widgets.kept_prints import kept_print
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog, open_preview

ORDER_WRITING = OrderWriting(
    formatting.money,
    formatting.amount,
    formatting.cost_in_column,
    formatting.quantity,
    formatting.date,
    formatting.day_of,
)
"""How orders, and what goes back to vendors, are written on paper."""

_MOST_NAMED = 4
STATUS_PICTURES: dict[OrderStatus, tuple[str, str]] = {
    OrderStatus.WORKING: ("pencil", "attention"),
    OrderStatus.PROCESSED: ("truck", "info"),
    OrderStatus.CLOSED: ("archive", "muted"),
    OrderStatus.DISCARDED: ("ban", "muted"),
}


def tr(words: str) -> str:
    """Translate words of these screens."""
    return QCoreApplication.translate("purchase_orders", words)


def status_word(status: OrderStatus) -> str:
    """Name a status."""
    words = {
        OrderStatus.WORKING: tr("Working"),
        OrderStatus.PROCESSED: tr("Processed"),
        OrderStatus.CLOSED: tr("Closed"),
        OrderStatus.DISCARDED: tr("Discarded"),
    }
    return words[status]


def show_status(pill: StatusPill, status: OrderStatus) -> None:
    """Show a status as word, icon and color."""
    looks: dict[OrderStatus, Status] = {
        OrderStatus.WORKING: "working",
        OrderStatus.PROCESSED: "processed",
        OrderStatus.CLOSED: "closed",
        OrderStatus.DISCARDED: "canceled",
    }
    pill.show_status(looks[status], status_word(status))


def later_words(later: Sequence[Later]) -> str:
    """Say whose goods would be expected later, and when; nothing when nobody's."""
    if not later:
        return ""
    words = tr("{customer} (backorder {number}): {before}, would be {after}")
    told = [
        words.format(
            customer=each.customer,
            number=each.number,
            before=formatting.date(each.before),
            after=tr("unknown") if each.after is None else formatting.date(each.after),
        )
        for each in later[:_MOST_NAMED]
    ]
    if len(later) > _MOST_NAMED:
        told.append(tr("and {count} more").format(count=formatting.count(len(later) - _MOST_NAMED)))
    return tr("Expected later than these customers were told: {each}").format(each=" · ".join(told))


def allocated_words(line: PurchaseOrderLineRow) -> str:
    """Say to whom a line is allocated: ``"2 for Lee, 1 for Kim"``; nothing when to nobody."""
    each = (
        tr("{quantity} for {customer}").format(quantity=formatting.quantity(one.quantity), customer=one.customer)
        for one in line.allocations
    )
    return ", ".join(each)


def how_it_ended(operations: Operations, order_id: int) -> str:
    """Say who posted or discarded a working order at another workstation; nothing when it was done here."""
    who = operations.read(feed.changed_by, Change(Record.PURCHASE_ORDER, order_id))
    order = operations.read(purchase_orders.details, order_id)
    if who is None or order is None or who.workstation == operations.workstation:
        return ""
    posted = tr("{name} posted this purchase order at {place}; its number is {number}.")
    words = tr("{name} discarded this purchase order at {place}.") if order.number is None else posted
    return words.format(name=who.name or tr("Somebody"), place=who.workstation, number=order.number)


def preview_change(
    window: QWidget,
    operations: Operations,
    order: PurchaseOrderDetails,
    changes: Sequence[OrderChangeRow],
    sheet: int,
) -> PrintPreviewDialog | None:
    """Open the print preview of a change of an order; None after saying that the shop cannot be read."""
    costs = operations.lacking(Permission.SEE_COSTS) is None

    def lay_out(shop: ShopPreferences) -> Pages:
        return change_pages(order, changes, sheet, shop, ORDER_WRITING, costs=costs)

    return open_preview(window, operations, lay_out)


def preview_order(
    window: QWidget, operations: Operations, order: PurchaseOrderDetails, changes: Sequence[OrderChangeRow] = ()
) -> PrintPreviewDialog | None:
    """Open the print preview of an order; None after saying that the shop cannot be read.

    It shows costs to who may see them.
    """
    try:
        lay_out = order_paper(operations, order, changes)
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))
        return None
    of = PrintSubject(purchase_order_id=order.id)
    paper = kept_print(window, operations, partial(lay_out, is_copy=True), [of], Printing.ORDER_PAPER)
    return open_preview(window, operations, lay_out, paper=paper if order.number else None)


class LaysOut(Protocol):
    """Lays an order out on the paper of a shop."""

    def __call__(self, shop: ShopPreferences, *, is_copy: bool = False) -> Pages:
        """Lay it out."""
        ...


def order_paper(operations: Operations, order: PurchaseOrderDetails, changes: Sequence[OrderChangeRow] = ()) -> LaysOut:
    """Read what stands on an order's paper besides its lines; it shows costs to who may see them.

    Raises:
        TroubleError: The database cannot be reached.
    """
    costs = operations.lacking(Permission.SEE_COSTS) is None
    files = operations.read(attachments.on_purchase_order, order.id)
    answered = operations.read(answers.on_purchase_order, order.id)
    also = operations.read(answers.also_taken, order.id)

    def lay_out(shop: ShopPreferences, *, is_copy: bool = False) -> Pages:
        return purchase_order_pages(
            order,
            shop,
            ORDER_WRITING,
            files=files,
            answers=answered,
            also=also,
            changes=changes,
            costs=costs,
            is_copy=is_copy,
        )

    return lay_out


def smallest_order_words(smallest: SmallestOrder, *, costs: bool) -> str:
    """Say how far an order is towards the vendor's minimum, "312.40 of 500.00"; ``""`` where there is none."""
    parts = []
    if smallest.least_amount and costs:
        amount, least = formatting.amount(smallest.amount), formatting.amount(smallest.least_amount)
        parts.append(tr("{amount} of {least}").format(amount=amount, least=least))
    if smallest.least_units:
        units, least = formatting.quantity(smallest.units), formatting.quantity(smallest.least_units)
        parts.append(tr("{units} of {least} units").format(units=units, least=least))
    if parts and smallest.is_reached:
        parts.append(tr("reached"))
    return " · ".join(parts)
