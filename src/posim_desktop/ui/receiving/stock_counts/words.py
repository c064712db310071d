"""Words of stock counts. Serves the guide's page "Count the stock"."""

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.receiving.stock_counts import CountStatus, Extent
from posim_desktop.ui.widgets.chips import Status, StatusPill

STATUS_PICTURES: dict[CountStatus, tuple[str, str]] = {
    CountStatus.WORKING: ("pencil", "attention"),
    CountStatus.POSTED: ("circle-check", "muted"),
    CountStatus.DISCARDED: ("ban", "muted"),
}


def tr(words: str) -> str:
    """Translate words of these screens."""
    return QCoreApplication.translate("stock_counts", words)


def status_word(status: CountStatus) -> str:
    """Name a status."""
    words = {
        CountStatus.WORKING: tr("Working"),
        CountStatus.POSTED: tr("Posted"),
        CountStatus.DISCARDED: tr("Discarded"),
    }
    return words[status]


def show_status(pill: StatusPill, status: CountStatus) -> None:
    """Show a status as word, icon and color."""
    looks: dict[CountStatus, Status] = {
        CountStatus.WORKING: "working",
        CountStatus.POSTED: "filled",
        CountStatus.DISCARDED: "canceled",
    }
    pill.show_status(looks[status], status_word(status))


def extent_word(extent: Extent, department: str) -> str:
    """Say what a count is of."""
    if extent is Extent.DEPARTMENT:
        return department
    return tr("Everything") if extent is Extent.EVERYTHING else tr("What is scanned")
