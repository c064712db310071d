"""What statuses and events of backorders are called on the screen."""

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.backorder import BackorderStatus, EventKind
from posim_desktop.queries.backorders import BackorderDetails, BackorderEventRow
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


def story(details: BackorderDetails) -> list[TimeLineEntry]:
    """Tell everything that happened to a backorder, from the invoice that made it on."""
    ordered = tr("Ordered {units}").format(units=formatting.quantity(details.figures.ordered))
    born = TimeLineEntry(details.created_at, ordered, details.created_by, invoice_words(details.invoice_number))
    return [born, *(_entry(event) for event in details.events)]


def invoice_words(number: int) -> str:
    """Name a processed invoice."""
    return tr("Invoice {number}").format(number=formatting.count(number))


def _entry(event: BackorderEventRow) -> TimeLineEntry:
    happened = {
        EventKind.RECEIVE: tr("Received {units}"),
        EventKind.FILL_STOCK: tr("Set aside {units} from stock"),
        EventKind.RELEASE: tr("Released {units}"),
        EventKind.CANCEL: tr("Canceled {units}"),
        EventKind.SOLD: tr("Picked up {units}"),
    }
    what = happened[event.kind].format(units=formatting.quantity(event.quantity))
    invoice = "" if event.invoice_number is None else invoice_words(event.invoice_number)
    return TimeLineEntry(event.at, what, event.name, event.reason or invoice)
