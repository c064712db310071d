"""The places of the shop's windows, and what takes the person from one to another."""

from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from posim_desktop.domain.changes import Record
from posim_desktop.queries.deck import Found
from posim_desktop.ui.widgets.screen import Screen


class Place(StrEnum):
    """Where a client can lead to; the value is what a translation is looked up by."""

    WORKING_INVOICES = QT_TRANSLATE_NOOP("Place", "Working Invoices")
    PROCESSED_INVOICES = QT_TRANSLATE_NOOP("Place", "Processed Invoices")
    WORKING_PURCHASE_ORDERS = QT_TRANSLATE_NOOP("Place", "Working Purchase Orders")
    PROCESSED_PURCHASE_ORDERS = QT_TRANSLATE_NOOP("Place", "Processed Purchase Orders")
    RECEIVING_LOGS = QT_TRANSLATE_NOOP("Place", "Receiving Logs")
    VENDOR_RETURNS = QT_TRANSLATE_NOOP("Place", "Returns to Vendors")
    STOCK_COUNTS = QT_TRANSLATE_NOOP("Place", "Stock Counts")
    DRAWER = QT_TRANSLATE_NOOP("Place", "Drawer")
    PICK_UP = QT_TRANSLATE_NOOP("Place", "Pick-up")
    SPECIAL_ORDERS = QT_TRANSLATE_NOOP("Place", "Special Orders")
    TODAY = QT_TRANSLATE_NOOP("Place", "Today")
    REPORTS = QT_TRANSLATE_NOOP("Place", "Reports")
    BACKORDERS = QT_TRANSLATE_NOOP("Place", "Backorders")
    WANTS = QT_TRANSLATE_NOOP("Place", "Want List")
    CUSTOMERS = QT_TRANSLATE_NOOP("Place", "Customers")
    ITEMS = QT_TRANSLATE_NOOP("Place", "Items")
    VENDORS = QT_TRANSLATE_NOOP("Place", "Vendors")
    DEPARTMENTS = QT_TRANSLATE_NOOP("Place", "Departments")
    TAX_CODES = QT_TRANSLATE_NOOP("Place", "Tax Codes")
    TENDERS = QT_TRANSLATE_NOOP("Place", "Tenders")
    EMPLOYEES = QT_TRANSLATE_NOOP("Place", "Employees")
    ROLES = QT_TRANSLATE_NOOP("Place", "Roles")
    GETTING_READY = QT_TRANSLATE_NOOP("Place", "Getting Ready")
    AUDIT = QT_TRANSLATE_NOOP("Place", "Audit")

    @property
    def label(self) -> str:
        """What menus and the tab call it."""
        return QCoreApplication.translate("Place", self)


class Navigator(Protocol):
    """Takes the person from one screen to another; every client implements it."""

    def open(self, place: Place) -> Screen | None:
        """Go to a place; None when the present screen cannot be left."""
        ...

    def open_record(self, record: Record, record_id: int) -> bool:
        """Go to a record, wherever its cards are; False when that is not possible."""
        ...

    def open_found(self, place: Place, found: Found) -> bool:
        """Go to a found set of a place."""
        ...
