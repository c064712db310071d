"""Every place a client can lead to, by name; a place's module is loaded when somebody goes there first."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, cast

from posim_desktop.domain.changes import Record
from posim_desktop.queries.deck import Found
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.screen import Screen


class Navigator(Protocol):
    """Takes the person from one screen to another; every client implements it."""

    def open(self, destination: str) -> Screen | None:
        """Go to a destination by its name; None when the present screen cannot be left or there is no such place."""
        ...

    def open_record(self, record: Record, record_id: int) -> bool:
        """Go to a record, wherever its cards are; False when that is not possible."""
        ...

    def open_found(self, destination: str, found: Found) -> bool:
        """Go to a found set of a destination."""
        ...


Factory = Callable[[Operations, Navigator], Screen]
Holds = Callable[[Any, int], bool]


@dataclass(frozen=True, slots=True)
class Badge:
    """A count on the button of a place.

    Attributes:
        query: ``package.module:query`` that counts.
        records: The kinds of record whose changes change it.
        words: What it counts, ``"{count} can be filled now"``.
    """

    query: str
    records: frozenset[Record]
    words: str

    def count(self, operations: Operations) -> int:
        """Count.

        Raises:
            TroubleError: The database cannot be reached.
        """
        return operations.read(cast("Callable[[Any], int]", pkgutil.resolve_name(self.query)))


@dataclass(frozen=True, slots=True)
class Destination:
    """A place.

    Attributes:
        name: What menus, the navigation bar and the tab call it.
        picture: Its icon.
        factory: ``package.module:function`` that makes it from the operations and a navigator.
        record: The kind of record it shows, if links lead here.
        holds: ``package.module:query`` that tells whether a record is here, where other places show its kind too.
        badge: What the button of the navigation bar counts.
    """

    name: str
    picture: str
    factory: str
    record: Record | None = None
    holds: str = ""
    badge: Badge | None = None

    def load(self) -> Factory:
        """Load the place's module and return what makes the screen."""
        return cast("Factory", pkgutil.resolve_name(self.factory))

    def make(self, operations: Operations, navigator: Navigator) -> Screen:
        """Make the screen."""
        return self.load()(operations, navigator)

    def shows(self, operations: Operations, record_id: int) -> bool:
        """Return whether a record of the place's kind is shown here.

        Raises:
            TroubleError: The database cannot be reached.
        """
        return not self.holds or operations.read(cast("Holds", pkgutil.resolve_name(self.holds)), record_id)


_UI = "posim_desktop.ui"
_QUERIES = "posim_desktop.queries"

DESTINATIONS: dict[str, Destination] = {
    place.name: place
    for place in (
        Destination(
            "Working Invoices",
            "shopping-cart",
            f"{_UI}.sales.working_invoice:working_invoice",
            Record.INVOICE,
            holds=f"{_QUERIES}.sales.invoices:is_working",
        ),
        Destination(
            "Processed Invoices", "receipt", f"{_UI}.sales.processed_invoice:processed_invoice_deck", Record.INVOICE
        ),
        Destination(
            "Working Purchase Orders",
            "clipboard-list",
            f"{_UI}.purchasing.decks:working_order_deck",
            Record.PURCHASE_ORDER,
            holds=f"{_QUERIES}.purchasing.decks:is_working",
        ),
        Destination(
            "Processed Purchase Orders",
            "truck",
            f"{_UI}.purchasing.decks:processed_order_deck",
            Record.PURCHASE_ORDER,
        ),
        Destination(
            "Receiving Logs",
            "clipboard-check",
            f"{_UI}.receiving.deck:receiving_log_deck",
            Record.RECEIVING_LOG,
        ),
        Destination("On Hold", "package-check", f"{_UI}.sales.on_hold:on_hold"),
        Destination(
            "Backorders",
            "package-open",
            f"{_UI}.backorders.card:backorder_deck",
            Record.BACKORDER,
            badge=Badge(
                f"{_QUERIES}.backorders.fillable:count",
                frozenset({Record.BACKORDER, Record.ITEM}),
                "{count} can be filled now",
            ),
        ),
        Destination("Customers", "users", f"{_UI}.cards.customer:customer_deck", Record.CUSTOMER),
        Destination("Items", "package", f"{_UI}.cards.item:item_deck", Record.ITEM),
        Destination("Vendors", "truck", f"{_UI}.cards.vendor:vendor_deck", Record.VENDOR),
        Destination("Departments", "layers", f"{_UI}.cards.department:department_deck", Record.DEPARTMENT),
        Destination("Tax Codes", "percent", f"{_UI}.cards.tax_code:tax_code_deck", Record.TAX_CODE),
        Destination("Employees", "user", f"{_UI}.people.employee:employee_deck", Record.EMPLOYEE),
    )
}


def showing(operations: Operations, record: Record, record_id: int) -> Destination | None:
    """Find the place that shows a record; a kind's last place has what no other holds.

    Raises:
        TroubleError: The database cannot be reached.
    """
    places = (place for place in DESTINATIONS.values() if place.record == record)
    return next((place for place in places if place.shows(operations, record_id)), None)
