"""What statuses and events of backorders are called on the screen."""

from datetime import date
from operator import itemgetter

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.backorders.backorder import BackorderStatus, EventKind
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.queries.backorders.agreed_prices import AgreedPrice
from posim_desktop.queries.backorders.allocation_history import AllocationChange
from posim_desktop.queries.backorders.backorders import BackorderDetails, BackorderEventRow, BackorderRow
from posim_desktop.queries.purchasing.orders import OnPurchaseOrder
from posim_desktop.ui import formatting
from posim_desktop.ui.widgets.time_line import TimeLineEntry

STATUS_PICTURES: dict[BackorderStatus, tuple[str, str]] = {
    BackorderStatus.OPEN: ("clock", "info"),
    BackorderStatus.PARTIAL: ("package-open", "attention"),
    BackorderStatus.READY: ("package-check", "good"),
    BackorderStatus.FILLED: ("circle-check", "muted"),
    BackorderStatus.CANCELED: ("ban", "muted"),
}


def tr(text: str) -> str:
    """Translate a word of this module."""
    return QCoreApplication.translate("backorder", text)


def status_word(status: BackorderStatus) -> str:
    """Name a status."""
    words = {
        BackorderStatus.OPEN: tr("Open"),
        BackorderStatus.PARTIAL: tr("Partly received"),
        BackorderStatus.READY: tr("Ready for pick-up"),
        BackorderStatus.FILLED: tr("Filled"),
        BackorderStatus.CANCELED: tr("Canceled"),
    }
    return words[status]


def standing(row: BackorderRow) -> str:
    """Say where a backorder stands: before anything else that its customer has to say something."""
    return tr("Needs information") if row.needs_information else status_word(row.status)


def story(details: BackorderDetails) -> list[TimeLineEntry]:
    """Tell everything that happened to a backorder, from the invoice that made it on."""
    words = tr("Ordered {units} in one piece") if details.one_piece else tr("Ordered {units}")
    ordered = words.format(units=formatting.measured(details.figures.ordered, details.unit))
    beginning = TimeLineEntry(details.created_at, ordered, details.created_by, invoice_words(details.invoice_number))
    told = [((event.id, 0), _entry(event)) for event in details.events]
    told += [
        ((change.after_event_id or 0, order), _allocation_entry(change))
        for order, change in enumerate(details.allocations, 1)
        if change.kind is not AllocationKind.RECEIVED  # what came is among the backorder's own events
    ]
    entries = [beginning, *(entry for _place, entry in sorted(told, key=itemgetter(0)))]
    for agreed in details.price_words:  # they name no event; what happened at the same time comes first
        before = next((place for place, entry in enumerate(entries) if entry.when > agreed.at), len(entries))
        entries.insert(before, _agreed_entry(agreed))
    return entries


def invoice_words(number: int) -> str:
    """Name a processed invoice."""
    return tr("Invoice {number}").format(number=number)


def order_status_word(order: OnPurchaseOrder) -> str:
    """Name the status of a purchase order that is to bring goods."""
    return tr("Working") if order.status is OrderStatus.WORKING else tr("Processed")


def purchase_order_words(number: int) -> str:
    """Name a posted purchase order."""
    return tr("Purchase order {number}").format(number=number)


def orders_that_were(details: BackorderDetails) -> str:
    """Say what became of the purchase orders of a backorder that has none now."""
    came = [change for change in details.allocations if change.kind is AllocationKind.RECEIVED]
    numbers = dict.fromkeys(str(change.purchase_order_number) for change in came or details.allocations)
    if not numbers:
        return none_yet(details)
    words = tr("came on order {numbers}") if came else tr("no longer on order {numbers}")
    return words.format(numbers=", ".join(numbers))


def none_yet(details: BackorderDetails) -> str:
    """Say that there is nothing in a table: so far, or for good once the backorder is closed."""
    closed = details.figures.status in {BackorderStatus.FILLED, BackorderStatus.CANCELED}
    return tr("none") if closed else tr("none yet")


def expected_words(day: date | None) -> str:
    """Say when goods are expected."""
    return tr("no date") if day is None else formatting.date(day)


def when_expected(details: BackorderDetails) -> str:
    """Say when the first goods for a backorder are expected."""
    if details.expected_on is not None:
        return formatting.date(details.expected_on)
    if details.on_order > 0:
        return tr("on order, no date yet")
    return tr("not on order") if details.figures.outstanding > 0 else tr("nothing outstanding")


def _entry(event: BackorderEventRow) -> TimeLineEntry:
    happened = {
        EventKind.RECEIVE: tr("Received {units}"),
        EventKind.FILL_STOCK: tr("Set aside {units}"),
        EventKind.RELEASE: tr("Released {units}"),
        EventKind.CANCEL: tr("Canceled {units}"),
        EventKind.SOLD: tr("Picked up {units}"),
        EventKind.ASK: tr("Asked the customer"),
        EventKind.ANSWER: tr("The customer answered"),
    }
    what = happened[event.kind].format(units=formatting.quantity(event.quantity))
    return TimeLineEntry(event.at, what, event.name, event.reason or _document(event))


def _agreed_entry(agreed: AgreedPrice) -> TimeLineEntry:
    what = tr("The customer agreed to {price}").format(price=formatting.amount(agreed.unit_price))
    return TimeLineEntry(agreed.at, what, agreed.name, agreed.word)


def _document(event: BackorderEventRow) -> str:
    if event.receiving_log_number is not None:
        return tr("Receiving log {number}").format(number=event.receiving_log_number)
    if event.kind is EventKind.FILL_STOCK:
        return tr("From stock")
    return "" if event.invoice_number is None else invoice_words(event.invoice_number)


def _allocation_entry(change: AllocationChange) -> TimeLineEntry:
    happened = {
        AllocationKind.ALLOCATED: tr("{units} on order"),
        AllocationKind.CHANGED: tr("Allocated {units}"),
        AllocationKind.CORRECTED: tr("Allocated {units}"),
    }
    words = (
        happened.get(change.kind, tr("Allocation reduced to {units}")) if change.quantity else tr("No longer on order")
    )
    what = words.format(units=formatting.quantity(change.quantity))
    order = purchase_order_words(change.purchase_order_number)
    return TimeLineEntry(change.at, what, change.name, order)
