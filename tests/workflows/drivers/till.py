"""A till for workflow tests: a shop with goods, the real Sales Client window, worked by the words on it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import seeding
from left_open import put_windows_away
from posim_desktop.app import OpenShop, open_shop
from posim_desktop.domain.cards.barcodes import one_form
from posim_desktop.domain.people.permissions import EVERYTHING
from posim_desktop.orm import Backorder, Barcode, Customer, Invoice, Item
from posim_desktop.orm.base import table_of
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.services.cards import preferences
from posim_desktop.services.database import for_writing
from posim_desktop.services.people import pins
from posim_desktop.services.session import Session, begun
from posim_desktop.services.transaction import Transactor
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.clients.sales_client import SALES
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.sales.working_invoice import WorkingInvoice
from workflows.drivers.unwatched import unwatched

SCANNER_MS = 8


class TillShop:
    """A shop with one till on the screen."""

    def __init__(self, url: str, folder: Path) -> None:
        self.shop: OpenShop = open_shop(Settings(url, folder, "till 1"))
        with self._writing() as session:
            self.employee_id = seeding.add_employee(session)
            self.tax_code_id = seeding.add_tax_code(session, "STD", "10")
        first_pin = partial(pins.make_first, employee_id=self.employee_id, pin_hash=seeding.NO_PIN_HASH)
        self.shop.operations.do(first_pin)
        self.shop.operations.log_in(LoggedIn(self.employee_id, "Sam", "Owner", EVERYTHING))
        self.client: Client | None = None

    def _writing(self) -> AbstractContextManager[Session]:
        return begun(for_writing(self.shop.engine))

    def has_item(
        self, code: str, description: str, *, on_hand: str = "0", price: str = "24.00", taxed: bool = False
    ) -> int:
        """Put goods on file and on the shelf."""
        with self._writing() as session:
            item_id = seeding.add_item(
                session,
                self.employee_id,
                code,
                price=price,
                on_hand=on_hand,
                tax_code_id=self.tax_code_id if taxed else None,
            )
            seeding.rewrite(session, Item, item_id, description=description)
        return item_id

    def has_barcode(self, item_id: int, barcode: str) -> None:
        """Print a barcode on goods."""
        with self._writing() as session:
            seeding.inserted(session, Barcode, item_id=item_id, barcode=barcode, form=one_form(barcode))

    def has_customer(self, code: str, name: str, phone: str = "") -> int:
        """Put a customer on file."""
        with self._writing() as session:
            customer_id = seeding.add_customer(session, code)
            seeding.rewrite(session, Customer, customer_id, name=name, phone=phone)
        return customer_id

    def on_hand(self, code: str) -> Decimal:
        """Read what is on the shelf."""
        with self._writing() as session:
            return session.connection().execute(sa.select(Item.on_hand).where(Item.code == code)).scalar_one()

    def takes_away(self, code: str, quantity: str) -> None:
        """Sell goods on another workstation, posted at once."""
        with self._writing() as session:
            item_id = session.connection().execute(sa.select(Item.id).where(Item.code == code)).scalar_one()
        other = seeding.Till(self.shop.engine, Transactor(self.shop.engine), self.employee_id, {code: item_id})
        other.posts(other.rings_up((code, quantity)))

    def backorders(self) -> list[tuple[int, Decimal, Decimal]]:
        """Read every backorder's number, quantity ordered and quantity outstanding."""
        with self._writing() as session:
            rows = session.connection().execute(sa.select(table_of(Backorder)).order_by(Backorder.number))
            return [(row.number, row.ordered, row.outstanding) for row in rows]

    def stops_warning(self) -> None:
        """Switch the out-of-stock warning off."""
        shop = self.shop.operations.read(stored_preferences.load)
        self.shop.operations.do(partial(preferences.change, preferences=replace(shop, warn_out_of_stock=False)))

    def invoices(self) -> list[tuple[str, int | None, Decimal]]:
        """Read every invoice's status, number and total."""
        with self._writing() as session:
            rows = session.connection().execute(
                sa.select(Invoice.status, Invoice.number, Invoice.total).order_by(Invoice.id)
            )
            return [(row.status, row.number, row.total) for row in rows]

    def opens_till(self) -> "Till":
        """Open the Sales Client and go to the Working Invoice."""
        self.client = Client(self.shop.operations, SALES, "test shop")
        unwatched(self.client)
        self.client.show()
        self.client.activateWindow()
        hands.wait_for(self.client.isActiveWindow, "the Sales Client")
        return till_of(self.client)

    def close(self) -> None:
        """Close everything that is open."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.reject()
        if self.client is not None:
            self.client.close()
        hands.settle()
        put_windows_away()
        self.shop.close()


@contextmanager
def kettle_shop(url: str, folder: Path) -> Iterator[TillShop]:
    """Open a shop with five kettles on the shelf, and close it."""
    shop = TillShop(url, folder)
    shop.has_item("KETTLE", "Enamel kettle", on_hand="5")
    yield shop
    shop.close()


class Till:
    """The Working Invoice under a cashier's hands."""

    def __init__(self, client: Client, screen: WorkingInvoice) -> None:
        self.client = client
        self.screen = screen

    # ---- what a cashier does ----

    def enter(self, typed: str) -> None:
        """Type into item entry and press Enter."""
        hands.fill(self.screen, "Item", typed)
        QTest.keyClick(hands.field(self.screen, "Item"), Qt.Key.Key_Return)
        hands.settle()

    def press(self, label: str) -> None:
        """Press a button of the window."""
        hands.press(self.screen, label)

    def answer(self, label: str) -> None:
        """Press a button of the out-of-stock warning."""
        hands.press(hands.dialog("Out of Stock"), label)

    def choose_customer(self, typed: str) -> None:
        """Search a customer and take the first match."""
        hands.fill(self.screen, "Customer", typed)
        QTest.keyClick(hands.field(self.screen, "Customer"), Qt.Key.Key_Return)
        hands.settle()

    def write(self, row: int, heading: str, typed: str) -> None:
        """Type into a cell of the lines."""
        hands.write_cell(hands.table(self.screen, "Lines"), row, heading, typed)

    def tender(self, label: str, amount: str | None = None) -> None:
        """Take a tender, of what is still due or of an amount."""
        if amount is not None:
            hands.fill(self.screen, "Amount", amount)
        hands.press(self.screen, label)

    def pay_and_post(self, label: str = "Cash") -> None:
        """Pay what is due with one tender and post."""
        self.press("Pay")
        self.tender(label)
        self.press("Post")

    def scan(self, code: str, into: QWidget | None = None, *, start_ms: int = 100_000) -> None:
        """Send a scanner's burst to the widget with the focus."""
        now = start_ms
        for letter in (*code, "\r"):
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            press_at(into or QApplication.focusWidget() or self.screen, key, letter, now)
            into = None
            now += SCANNER_MS
        hands.settle()

    def reopened(self) -> "Till":
        """Go to the Working Invoice again, after its tab was closed."""
        return till_of(self.client)

    def tell_why(self, reason: str = "Does not fit") -> None:
        """Say why goods come back without a receipt."""
        asking = hands.dialog("Return without a Receipt")
        hands.fill(asking, "Reason", reason)
        hands.press(asking, "OK")

    # ---- what a cashier sees ----

    def lines(self, *headings: str) -> list[tuple[str, ...]]:
        """Read the lines as shown."""
        return hands.rows(hands.table(self.screen, "Lines"), *headings)

    @property
    def amount_due(self) -> str:
        """The large figure."""
        return self.screen.frame.totals_panel.due_label.text()

    def words(self) -> list[str]:
        """Every visible label."""
        return hands.words_on(self.screen)

    def has_button(self, label: str) -> bool:
        """Whether a button is on the screen."""
        try:
            hands.button(self.screen, label)
        except hands.NotOnScreenError:
            return False
        return True


def till_of(client: Client) -> Till:
    """Press Invoice on the navigation bar."""
    hands.press(client, "Invoice")
    screen = client.tabs.currentWidget()
    assert isinstance(screen, WorkingInvoice)
    return Till(client, screen)


def press_at(widget: QWidget, key: Qt.Key, text: str, when_ms: int) -> None:
    """Press and release a key at a moment, as the window system reports it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(when_ms)
        QApplication.sendEvent(widget, event)
