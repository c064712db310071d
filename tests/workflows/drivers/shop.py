"""A shop for workflow tests: seeded through the verbs, worked through the windows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from types import MappingProxyType

from pytestqt.qtbot import QtBot

from pin_of import pin_hash
from posim_desktop.app import OpenShop, open_client, open_shop
from posim_desktop.domain.cards.cards import CustomerFields, EmployeeFields, ItemFields
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.queries.people import log_in
from posim_desktop.queries.sales import invoices as stored_invoices
from posim_desktop.services.cards import customers, employees, items
from posim_desktop.services.cards.shop import set_up
from posim_desktop.services.sales import invoices, posting
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.operations import LoggedIn, Operations
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.backorders import BackordersDriver
from workflows.drivers.decks import DeckDriver
from workflows.drivers.unwatched import unwatched

_OPENING = datetime(2026, 11, 2, 9, tzinfo=UTC)

DECK_DRIVERS: Mapping[str, type[DeckDriver]] = MappingProxyType({"Backorders": BackordersDriver})


class ClientDriver:
    """A client's window."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def to_front(self) -> None:
        """Give the window the keyboard."""
        self.client.activateWindow()
        hands.settle()

    def open(self, *path: str) -> DeckDriver:
        """Choose a destination from the menu bar: ``open("Lists", "Customers")``."""
        self.to_front()
        hands.menu(self.client, *path)
        return self.deck(path[-1])

    def open_backorders(self) -> BackordersDriver:
        """Choose Lists › Backorders."""
        deck = self.open("Lists", "Backorders")
        assert isinstance(deck, BackordersDriver)
        return deck

    def deck(self, name: str) -> DeckDriver:
        """Work a deck that is open."""
        screen = self.client.tabs.screen_at(Place(name))
        assert isinstance(screen, Deck)
        return DECK_DRIVERS.get(name, DeckDriver)(self.client, screen)

    def press(self, label: str) -> None:
        """Press a button of the window, such as one of the navigation bar."""
        self.to_front()
        hands.press(self.client, label)


@dataclass
class Shop:
    """A shop on one of the two databases, with the manager Sam logged in."""

    opened: OpenShop
    qtbot: QtBot
    items: dict[str, int] = field(default_factory=dict)
    customers: dict[str, int] = field(default_factory=dict)

    @property
    def operations(self) -> Operations:
        """The road to the verbs."""
        return self.opened.operations

    @cached_property
    def sales_client(self) -> ClientDriver:
        """The Sales Client, opened when first asked for."""
        return self._client("sales")

    @cached_property
    def inventory_client(self) -> ClientDriver:
        """The Inventory Client, opened when first asked for."""
        return self._client("inventory")

    def _client(self, name: str) -> ClientDriver:
        client = open_client(self.opened, name)
        unwatched(client)
        self.qtbot.addWidget(client)
        self.qtbot.waitExposed(client)
        return ClientDriver(client)

    def has_employee(self, name: str, role: Role = Role.CASHIER) -> int:
        """Put an employee on file."""
        fields = EmployeeFields(code=name.split(maxsplit=1)[0], name=name, role=role)
        return self.operations.do(partial(employees.add, fields=fields)).record_id

    def has_item(self, code: str, *, on_hand: str = "0", price: str = "1.00", description: str = "") -> int:
        """Put an item on file with what is on hand."""
        fields = ItemFields(code=code, description=description or code.title(), price=Decimal(price))
        added = self.operations.do(partial(items.add, fields=fields, opening=Decimal(on_hand)))
        self.items[code] = added.record_id
        return added.record_id

    def has_customer(self, name: str, *, phone: str = "") -> int:
        """Put a customer on file."""
        added = self.operations.do(partial(customers.add, fields=CustomerFields(name=name, phone=phone)))
        self.customers[name] = added.record_id
        return added.record_id

    def sold(self, code: str, *, quantity: str = "1", trans_code: str = "S", to: str = "") -> int:
        """Post an invoice of one line, paid in cash, and return its id; an unknown customer is put on file."""
        customer_id = None
        if to:
            customer_id = self.customers[to] if to in self.customers else self.has_customer(to)
        invoice_id = self.operations.do(partial(invoices.start, customer_id=customer_id)).record_id
        reason = "Does not fit" if trans_code == TransCode.RETURN else ""
        line = NewLine(
            self.items[code], Decimal(quantity), TransCode(trans_code), sell_anyway=True, return_reason=reason
        )
        self.operations.do(partial(invoices.add_items, invoice_id=invoice_id, lines=(line,)))
        written = self.operations.read(stored_invoices.working, invoice_id)
        assert written is not None
        total = written.total
        tenders = (Tender(TenderKind.CASH, total),)
        self.operations.do(partial(posting.post, invoice_id=invoice_id, tenders=tenders, expected_total=total))
        return invoice_id

    def is_worked_by(self, name: str) -> None:
        """Log somebody in at this workstation."""
        who = next(person for person in self.operations.read(log_in.employees) if person.name == name)
        self.operations.log_in(LoggedIn(who.id, who.name, who.role, who.rights))


def _ticking_clock() -> Callable[[], datetime]:
    """Make a clock that is a minute later each time it is asked."""
    minutes = count()
    return lambda: _OPENING + timedelta(minutes=next(minutes))


def hear_news(operations: Operations) -> None:
    """Let this workstation look what others did."""
    operations.look_for_changes()
    operations.read(log_in.employees)  # the database thread answers in order, so it has looked by now
    hands.settle()


def new_shop(database_url: str, folder: Path, qtbot: QtBot, clock: Callable[[], datetime] | None = None) -> Shop:
    """Set a shop up on an empty database; by its clock a minute goes by between any two looks at it."""
    return founded(open_shop(Settings(database_url, folder, "Till 1"), clock or _ticking_clock()), qtbot)


def founded(opened: OpenShop, qtbot: QtBot) -> Shop:
    """Set an open shop up, and put its founder to work."""
    shop_words = partial(
        set_up, store_name="Corner Shop", employee_name="Sam", pin_hash=pin_hash(), tax_name="TAX", tax_rate=Decimal(0)
    )
    opened.operations.do(partial(shop_words, locale="en_US", time_zone="UTC"))
    shop = Shop(opened, qtbot)
    shop.is_worked_by("Sam")
    return shop
