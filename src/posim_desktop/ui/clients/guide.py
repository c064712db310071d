"""Help: the guide page for the current screen, in its own window."""

from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QSize, QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from posim_desktop.settings import own_folder

_SIZE = QSize(860, 700)
_FIRST_PAGE = "index.md"
_PAGES = MappingProxyType(
    {
        "Backorders": "backorders.md",
        "Customers": "customers.md",
        "Departments": "items.md",
        "Employees": "employees.md",
        "Items": "items.md",
        "On Hold": "pick-up.md",
        "Processed Invoices": "processed-invoices.md",
        "Processed Purchase Orders": "purchase-orders.md",
        "Receiving Logs": "receive.md",
        "Tax Codes": "items.md",
        "Vendors": "vendors.md",
        "Working Invoices": "sell.md",
        "Working Purchase Orders": "purchase-orders.md",
    }
)


def guide_folder() -> Path | None:
    """Find the guide, or None where it was not installed."""
    try:
        folder = own_folder("docs") / "guide"
    except FileNotFoundError:
        return None
    return folder if (folder / _FIRST_PAGE).is_file() else None


def guide_page(folder: Path, screen: str) -> Path:
    """Find the page that tells about a screen, or the first page."""
    page = folder / _PAGES.get(screen, _FIRST_PAGE)
    return page if page.is_file() else folder / _FIRST_PAGE


def open_guide(parent: QWidget, screen: str) -> QDialog | None:
    """Show the page of a screen beside the work; None where there is no guide."""
    folder = guide_folder()
    if folder is None:
        return None
    window = QDialog(parent)
    window.setObjectName("guide")
    window.setWindowTitle(window.tr("Guide"))
    window.resize(_SIZE)
    browser = QTextBrowser()
    browser.setObjectName("guide_text")
    browser.setAccessibleName(window.tr("Guide"))
    browser.setOpenExternalLinks(True)
    browser.setSource(QUrl.fromLocalFile(str(guide_page(folder, screen))))
    QVBoxLayout(window).addWidget(browser)
    window.setModal(False)
    window.show()
    return window
