"""Works the purchase order screens by the words that are on them."""

from functools import partial
from typing import Self
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox

from posim_desktop.domain.changes import Done
from posim_desktop.services.transaction import Transactor
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.decks import DeckDriver
from workflows.drivers.ordering import has_vendor, stocks
from workflows.drivers.shop import Shop, hear_news

WORKING, PROCESSED = "Working Purchase Orders", "Processed Purchase Orders"


def acme(shop: Shop) -> int:
    """Put Acme on file, which sells kettles in packs of six and lamps one by one."""
    vendor_id = has_vendor(shop, "Acme Trading")
    stocks(shop, "KETTLE", vendor_id=vendor_id, pack="6")
    stocks(shop, "LAMP", vendor_id=vendor_id)
    return vendor_id


class OrdersDriver(DeckDriver):
    """A deck of purchase orders in the Inventory Client."""

    def enter(self, typed: str) -> Self:
        """Type into item entry and press Enter."""
        hands.fill(self.deck, "Item", typed)
        hands.key(Qt.Key.Key_Return)
        return self

    def fill(self, label: str, typed: str) -> Self:
        """Type into an input of the head and leave it with Tab."""
        hands.fill(self.deck, label, typed)
        hands.field(self.deck, label).setFocus()
        hands.key(Qt.Key.Key_Tab)
        return self

    def write(self, row: int, heading: str, typed: str) -> Self:
        """Type into a cell of the lines."""
        hands.write_cell(hands.table(self.deck, "Lines"), row, heading, typed)
        return self

    def choose_line(self, row: int) -> Self:
        """Click on a line."""
        hands.point_at(hands.table(self.deck, "Lines"), row, "Item ID")
        return self

    def lines(self, *headings: str) -> list[tuple[str, ...]]:
        """Read the lines as shown."""
        return hands.rows(hands.table(self.deck, "Lines"), *headings)

    def allocated(self, *headings: str) -> list[tuple[str, ...]]:
        """Read to whom the goods are allocated."""
        return hands.rows(hands.table(self.deck, "Allocated to Customers"), *headings)

    def tip(self, label: str) -> str:
        """Read why a button is greyed out."""
        return hands.button(self.deck, label).toolTip()

    def has(self, label: str) -> str:
        """Read what stands in an input."""
        widget = hands.field(self.deck, label)
        return str(widget.property("plainText") or widget.property("currentText") or widget.property("text") or "")

    def has_focus(self, label: str) -> bool:
        """Return whether an input has the keyboard."""
        widget, focused = hands.field(self.deck, label), QApplication.focusWidget()
        return focused is not None and (widget is focused or widget.isAncestorOf(focused))

    @property
    def total(self) -> str:
        """What the order comes to."""
        return self.words_under("Total")


def front(client: Client) -> OrdersDriver:
    """Work the deck in front."""
    deck = client.tabs.screen_at(client.tabs.front())
    assert isinstance(deck, Deck)
    return OrdersDriver(client, deck)


def opens(shop: Shop, name: str = WORKING) -> OrdersDriver:
    """Choose a deck of purchase orders from the Transactions menu."""
    shop.inventory_client.to_front()
    hands.menu(shop.inventory_client.client, "Transactions", name)
    return front(shop.inventory_client.client)


def begins(shop: Shop, vendor: str) -> OrdersDriver:
    """Press Add and choose the vendor."""
    deck = opens(shop)
    deck.press("Add")
    deck.fill("Vendor", vendor)
    return deck


def elsewhere(shop: Shop, verb: partial[Done]) -> None:
    """Let Sam do something at another workstation, and the news come in."""
    hear_news(shop.operations)
    assert shop.operations.logged_in is not None
    Transactor(shop.opened.engine).run(
        verb, key=uuid4(), employee_id=shop.operations.logged_in.employee_id, workstation="Till 2"
    )
    hear_news(shop.operations)


def message() -> QMessageBox:
    """Find the open message."""
    hands.settle()
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert len(boxes) == 1, [box.text() for box in boxes]
    return boxes[0]


def words_of(dialog: QDialog) -> str:
    """Read everything a dialog says."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
