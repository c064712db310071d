"""What is at every place of a client. Its functions import late: a screen's modules load when it first opens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.permits import Permission
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.screen import Screen

Factory = Callable[[Operations, Navigator], Screen]


@dataclass(frozen=True, slots=True)
class Badge:
    """A count on the button of a place.

    Attributes:
        query: Counts.
        records: The kinds of record whose changes change it.
        words: What it counts, ``"{count} can be filled now"``.
    """

    query: Callable[[Any], int]
    records: frozenset[Record]
    words: str


@dataclass(frozen=True, slots=True)
class Destination:
    """What is at a place.

    Attributes:
        picture: Its icon.
        page: Its page of the guide.
        load: Loads its modules and returns what makes the screen.
        record: The kind of record it shows, if links lead here.
        holds: Tells whether a record is here, where other places show its kind too.
        badge: What the button of the navigation bar counts.
        keys: What leads here from anywhere in a client that has the place in a menu.
        permission: What it takes to go here; None if everybody may.
    """

    picture: str
    page: str
    load: Callable[[], Factory]
    record: Record | None = None
    holds: Callable[[Any, int], bool] | None = None
    badge: Badge | None = None
    keys: str = ""
    permission: Permission | None = None

    def refusal(self, operations: Operations) -> Refusal | None:
        """Return why whoever works here may not go there, or None."""
        return None if self.permission is None else operations.lacking(self.permission)

    def shows(self, operations: Operations, record_id: int) -> bool:
        """Return whether a record of the place's kind is shown here.

        Raises:
            TroubleError: The database cannot be reached.
        """
        return self.holds is None or operations.read(self.holds, record_id)


def _working_invoices() -> Factory:
    from posim_desktop.ui.sales.working_invoice import working_invoice

    return working_invoice


def _processed_invoices() -> Factory:
    from posim_desktop.ui.sales.processed_invoices import processed_invoice_deck

    return processed_invoice_deck


def _working_purchase_orders() -> Factory:
    from posim_desktop.ui.purchasing.decks import working_order_deck

    return working_order_deck


def _processed_purchase_orders() -> Factory:
    from posim_desktop.ui.purchasing.decks import processed_order_deck

    return processed_order_deck


def _receiving_logs() -> Factory:
    from posim_desktop.ui.receiving.deck import receiving_log_deck

    return receiving_log_deck


def _stock_counts() -> Factory:
    from posim_desktop.ui.receiving.stock_counts.deck import stock_count_deck

    return stock_count_deck


def _vendor_returns() -> Factory:
    from posim_desktop.ui.receiving.vendor_return_deck import vendor_return_deck

    return vendor_return_deck


def _drawer() -> Factory:
    from posim_desktop.ui.sales.drawer.screen import drawer_screen

    return drawer_screen


def _pick_up() -> Factory:
    from posim_desktop.ui.sales.pick_up import pick_up

    return pick_up


def _special_orders() -> Factory:
    from posim_desktop.ui.sales.special_orders.deck import special_order_deck

    return special_order_deck


def _today() -> Factory:
    from posim_desktop.ui.reports.today import today

    return today


def _reports() -> Factory:
    from posim_desktop.ui.reports.screen import reports

    return reports


def _backorders() -> Factory:
    from posim_desktop.ui.backorders.card import backorder_deck

    return backorder_deck


def _wants() -> Factory:
    from posim_desktop.ui.backorders.want_card import want_deck

    return want_deck


def _customers() -> Factory:
    from posim_desktop.ui.cards.customer import customer_deck

    return customer_deck


def _items() -> Factory:
    from posim_desktop.ui.cards.item import item_deck

    return item_deck


def _vendors() -> Factory:
    from posim_desktop.ui.cards.vendor import vendor_deck

    return vendor_deck


def _departments() -> Factory:
    from posim_desktop.ui.cards.department import department_deck

    return department_deck


def _tax_codes() -> Factory:
    from posim_desktop.ui.cards.tax_code import tax_code_deck

    return tax_code_deck


def _tenders() -> Factory:
    from posim_desktop.ui.sales.tender_type import tender_deck

    return tender_deck


def _employees() -> Factory:
    from posim_desktop.ui.people.employee import employee_deck

    return employee_deck


def _roles() -> Factory:
    from posim_desktop.ui.people.role import role_deck

    return role_deck


def _audit() -> Factory:
    from posim_desktop.ui.people.audit_deck import audit_deck

    return audit_deck


def _getting_ready() -> Factory:
    from posim_desktop.ui.shop.getting_ready import getting_ready_screen

    return getting_ready_screen


def _is_working_invoice(connection: Any, record_id: int) -> bool:  # noqa: ANN401 - no storage here
    from posim_desktop.queries.sales.invoices import is_working

    return is_working(connection, record_id)


def _is_working_order(connection: Any, record_id: int) -> bool:  # noqa: ANN401 - no storage here
    from posim_desktop.queries.purchasing.decks import is_working

    return is_working(connection, record_id)


def _fillable(connection: Any) -> int:  # noqa: ANN401 - no storage here
    from posim_desktop.queries.backorders.fillable import count

    return count(connection)


DESTINATIONS: Mapping[Place, Destination] = MappingProxyType(
    {
        Place.WORKING_INVOICES: Destination(
            "shopping-cart", "sell.md", _working_invoices, Record.INVOICE, holds=_is_working_invoice
        ),
        Place.PROCESSED_INVOICES: Destination("receipt", "processed-invoices.md", _processed_invoices, Record.INVOICE),
        Place.WORKING_PURCHASE_ORDERS: Destination(
            "clipboard-list",
            "purchase-orders.md",
            _working_purchase_orders,
            Record.PURCHASE_ORDER,
            holds=_is_working_order,
        ),
        Place.PROCESSED_PURCHASE_ORDERS: Destination(
            "truck", "purchase-orders.md", _processed_purchase_orders, Record.PURCHASE_ORDER
        ),
        Place.RECEIVING_LOGS: Destination("clipboard-check", "receive.md", _receiving_logs, Record.RECEIVING_LOG),
        Place.STOCK_COUNTS: Destination("clipboard-list", "count-the-stock.md", _stock_counts, Record.STOCK_COUNT),
        Place.VENDOR_RETURNS: Destination("undo-2", "return-to-vendor.md", _vendor_returns, Record.VENDOR_RETURN),
        Place.DRAWER: Destination("wallet", "drawer.md", _drawer, Record.DRAWER_DAY),
        Place.PICK_UP: Destination("package-check", "pick-up.md", _pick_up, keys="F4"),
        Place.SPECIAL_ORDERS: Destination("package-plus", "special-orders.md", _special_orders, Record.SPECIAL_ORDER),
        Place.TODAY: Destination("sun", "today.md", _today, permission=Permission.SEE_REPORTS),
        Place.REPORTS: Destination("chart-column", "reports.md", _reports, permission=Permission.SEE_REPORTS),
        Place.BACKORDERS: Destination(
            "package-open",
            "backorders.md",
            _backorders,
            Record.BACKORDER,
            badge=Badge(
                _fillable,
                frozenset({Record.BACKORDER, Record.ITEM}),
                str(QT_TRANSLATE_NOOP("Badges", "{count} can be filled now")),
            ),
        ),
        Place.WANTS: Destination("star", "want-list.md", _wants, Record.WANT),
        Place.CUSTOMERS: Destination("users", "customers.md", _customers, Record.CUSTOMER),
        Place.ITEMS: Destination("package", "items.md", _items, Record.ITEM),
        Place.VENDORS: Destination("truck", "vendors.md", _vendors, Record.VENDOR),
        Place.DEPARTMENTS: Destination("layers", "items.md", _departments, Record.DEPARTMENT),
        Place.TAX_CODES: Destination("percent", "taxes.md", _tax_codes, Record.TAX_CODE),
        Place.TENDERS: Destination("wallet", "tenders.md", _tenders, Record.TENDER_TYPE),
        Place.EMPLOYEES: Destination("user", "employees.md", _employees, Record.EMPLOYEE),
        Place.ROLES: Destination("key-round", "roles.md", _roles, Record.ROLE),
        Place.GETTING_READY: Destination("clipboard-check", "getting-ready.md", _getting_ready),
        Place.AUDIT: Destination("history", "audit.md", _audit, permission=Permission.READ_AUDIT),
    }
)


def showing(operations: Operations, record: Record, record_id: int) -> Place | None:
    """Find the place that shows a record; a kind's last place has what no other holds.

    Raises:
        TroubleError: The database cannot be reached.
    """
    of_kind = ((place, there) for place, there in DESTINATIONS.items() if there.record == record)
    return next((place for place, there in of_kind if there.shows(operations, record_id)), None)
