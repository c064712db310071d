"""What the screens of special orders call things."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.sales.special_orders import SpecialOrderStatus
from posim_desktop.queries.sales.special_orders import SpecialLineRow
from posim_desktop.ui import formatting
from posim_desktop.ui.widgets.chips import Status, StatusPill

STATUS_PICTURES: dict[SpecialOrderStatus, tuple[str, str]] = {
    SpecialOrderStatus.WORKING: ("pencil", "attention"),
    SpecialOrderStatus.POSTED: ("circle-check", "good"),
    SpecialOrderStatus.DISCARDED: ("ban", "muted"),
}


def tr(words: str) -> str:
    """Translate words of these screens."""
    return QCoreApplication.translate("special_orders", words)


def status_word(status: SpecialOrderStatus) -> str:
    """Name a status."""
    words = {
        SpecialOrderStatus.WORKING: tr("Working"),
        SpecialOrderStatus.POSTED: tr("Posted"),
        SpecialOrderStatus.DISCARDED: tr("Discarded"),
    }
    return words[status]


def show_status(pill: StatusPill, status: SpecialOrderStatus) -> None:
    """Show a status as word, icon and color."""
    looks: dict[SpecialOrderStatus, Status] = {
        SpecialOrderStatus.WORKING: "working",
        SpecialOrderStatus.POSTED: "ready",
        SpecialOrderStatus.DISCARDED: "canceled",
    }
    pill.show_status(looks[status], status_word(status))


def item_word(line: SpecialLineRow) -> str:
    """Name the item of a line: its ID, or that it has none yet."""
    return line.item or tr("New")


def price_promise(ceiling: Decimal | None) -> str:
    """Say what was promised of a price; nothing where it is fixed."""
    return "" if ceiling is None else tr("not above {price}").format(price=formatting.money(ceiling))


def uncollected_words(count: int) -> str:
    """Say how many orders a customer never picked up; nothing where there are none."""
    if not count:
        return ""
    return QCoreApplication.translate("special_orders", "Left %n orders uncollected", None, count)
