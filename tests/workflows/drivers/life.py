"""Follows one backorder through both clients: each method is a step of the guide, each figure is read off a card."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog

from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import preferences
from posim_desktop.services.database import snapshot
from posim_desktop.tour import hands
from workflows.drivers.backorders import BackordersDriver
from workflows.drivers.decks import DeckDriver
from workflows.drivers.ordering import type_into
from workflows.drivers.receiving import LogDriver
from workflows.drivers.shop import Shop
from workflows.drivers.till import Till, till_of

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FIGURES = ("On Hand", "Committed", "Available", "On Order", "Backordered")


class Life:
    """One backorder of one item, from the warning to the last pick-up."""

    def __init__(self, shop: Shop, item: str, customer: str) -> None:
        self.shop = shop
        self.item = item
        self.customer = customer

    # ---- at the counter ----

    def switches_the_warning_on(self) -> None:
        """File › Preferences › Invoice › Warnings, by the keyboard; it was off before."""
        written = self.shop.operations.read(stored_preferences.load)
        off = replace(written, warn_out_of_stock=False)
        self.shop.operations.do(partial(preferences.change, preferences=off))
        client = self.shop.sales_client
        client.to_front()
        hands.menu(client.client, "File", "Preferences")
        dialog = hands.dialog("Preferences")
        hands.field(dialog, "Pages").setFocus()
        hands.key(Qt.Key.Key_Down)
        box = hands.button(dialog, "Warn when an item is out of stock")
        assert isinstance(box, QCheckBox)
        assert not box.isChecked()
        box.setFocus()
        hands.key(Qt.Key.Key_Space)
        hands.press(dialog, "OK")

    def till(self) -> Till:
        """Go to the Working Invoice."""
        self.shop.sales_client.to_front()
        return till_of(self.shop.sales_client.client)

    def begins_to_sell(self, *typed: str) -> Till:
        """Enter items for the customer on a new invoice."""
        till = self.till()
        till.choose_customer(self.customer)
        for each in typed:
            till.enter(each)
        return till

    def backorder(self, *, sales: bool = False) -> BackordersDriver:
        """Show the Backorder card, in either client."""
        client = self.shop.sales_client if sales else self.shop.inventory_client
        deck = client.open_backorders()
        hands.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        return deck

    def backorders_of_the_customer(self) -> list[tuple[str, ...]]:
        """Press Backorders on the Customer card and read the found set."""
        customers = self.shop.sales_client.open("Lists", "Customers")
        customers.find(self.customer).open_card().press("Backorders")
        found = self.shop.sales_client.deck("Backorders")
        if not found.deck.is_listing:
            found.view()
        return found.listed("Number", "Customer", "Item ID", "Outstanding", "Status")

    def scans_the_slip(self, invoice_id: int) -> Till:
        """Scan the barcode of a pick-up slip at the till."""
        till = self.till()
        till.scan(invoice_code(invoice_id))
        return till

    def hands_over(self, till: Till) -> None:
        """Press Uncommit & Process on the invoice that is open, take the money and post."""
        till.press("Uncommit & Process")
        till.tender("Cash")
        till.press("Post")
        assert "Posted" in till.words()
        till.press("New Sale")

    def fills_from_the_processed_invoice(self, quantity: str, field: str) -> Till:
        """P.Invoices, the backorder's invoice, Invoice › Fill Backorders."""
        client = self.shop.sales_client
        client.press("P.Invoices")
        hands.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        hands.menu(client.client, "Invoice", "Fill Backorders")
        dialog = hands.dialog("Fill Backorders")
        hands.fill(dialog, field, quantity)
        hands.press(dialog, "OK")
        return self.till()

    # ---- in the stock room ----

    def cancels(self, quantity: str, *, name: str, reason: str) -> None:
        """Press Cancel on the Backorder card and fill in Manual Backorder Cancel."""
        self.backorder().cancel(quantity=quantity, name=name, reason=reason)

    def begins_an_order(self, vendor: str) -> DeckDriver:
        """Purchase Orders, Add, and attach the vendor."""
        self.shop.inventory_client.press("Purchase Orders")
        order = self.shop.inventory_client.deck("Working Purchase Orders")
        order.press("Add")
        hands.fill(order.deck, "Vendor", vendor)
        return order

    def proposed_by_auto_order(self, order: DeckDriver) -> list[tuple[str, ...]]:
        """Press Auto Order, read what it proposes, and take it with OK."""
        order.press("Auto Order")
        dialog = hands.dialog("Auto Order")
        headers = ("Item ID", "For Customers", "+ To Max", "− On Order", "= Order")
        proposed = hands.rows(hands.table(dialog, "Items"), *headers)
        hands.press(dialog, "OK")
        return proposed

    def expects(self, order: DeckDriver, day: str) -> None:
        """Write on the order when its goods are to come."""
        hands.fill(order.deck, "Expected", day)
        hands.key(Qt.Key.Key_Tab)

    def allocates(self, dialog: QDialog, quantity: str) -> list[tuple[str, ...]]:
        """Type into the Allocation column, press OK and return what was proposed before."""
        table = hands.table(dialog, "Backorders")
        row = next(row for row, (name,) in enumerate(hands.rows(table, "Customer")) if name == self.customer)
        before = hands.rows(table, "Customer", "Outstanding", "Allocated Elsewhere", "Allocation")[row]
        type_into(table, row, "Allocation", quantity)
        hands.key(Qt.Key.Key_Return)
        hands.press(dialog, "OK")
        return [before]

    def posts_the_order(self, order: DeckDriver, *, allocated: str) -> list[tuple[str, ...]]:
        """Press Post and answer Purchase Order Backorder Allocation; return what it proposed."""
        order.press("Post")
        return self.allocates(hands.dialog("Purchase Order Backorder Allocation"), allocated)

    def processed_order(self) -> DeckDriver:
        """Transactions › Processed Purchase Orders, the newest."""
        order = self.shop.inventory_client.open("Transactions", "Processed Purchase Orders")
        hands.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        return order

    def changes_the_allocation(self, quantity: str) -> list[tuple[str, ...]]:
        """Press Allocations on the processed order; return what was allocated before."""
        self.processed_order().press("Allocations")
        return self.allocates(hands.dialog("Purchase Order Backorder Allocation"), quantity)

    def begins_to_receive(self) -> LogDriver:
        """Press Receive on the processed order."""
        self.processed_order().press("Receive")
        assert self.shop.inventory_client.client.tabs.front() == "Receiving Logs"
        return LogDriver(self.shop)

    def sets_to_the_customer(self, log: LogDriver, *, rcv: str, canc: str = "", reason: str = "") -> str:
        """Post the log, fill in Rcv and Canc, press Total and OK; return the sums that Total says."""
        log.press("Post")
        dialog = hands.dialog("Set Backorders to Customers")
        table = hands.table(dialog, "Backorders")
        row = next(row for row, (name,) in enumerate(hands.rows(table, "Customer")) if name == self.customer)
        for header, typed in (("Rcv", rcv), ("Canc", canc), ("Reason", reason)):
            if typed:
                hands.write_cell(table, row, header, typed)
        hands.press(dialog, "Total")
        said = next(words for words in hands.words_on(dialog) if words.startswith("Received "))
        assert "Everything adds up. Press OK to post the receiving log." in hands.words_on(dialog)
        QTest.keyClick(hands.button(dialog, "OK"), Qt.Key.Key_Return)
        hands.settle()
        return said

    def invoices_made(self) -> list[tuple[str, ...]]:
        """Read Open/Working Invoices, look at the slip and close both."""
        dialog = hands.dialog("Open/Working Invoices")
        made = hands.rows(hands.table(dialog, "Invoices"), "Customer", "Phone", "Items", "Qty", "Total")
        hands.press(dialog, "Print Slip")
        hands.press(hands.dialog("Print Preview – Pick-up Slip"), "Close")
        hands.press(dialog, "Close")
        return made

    # ---- by the keyboard alone ----

    def types(self, modifier: Qt.KeyboardModifier, letter: str) -> Self:
        """Press a letter with Ctrl or Alt; a button that is pressed so acts a moment later."""
        hands.key(Qt.Key[f"Key_{letter}"], modifier)
        return self

    def is_asked(self, title: str) -> Self:
        """Wait until a dialog is there and has the keyboard."""
        hands.wait_for(lambda: hands.is_asked(title) and hands.dialog(title).isActiveWindow(), title)
        return self

    def is_at(self, destination: str) -> Self:
        """Wait until a screen of the Inventory Client is in front."""
        tabs = self.shop.inventory_client.client.tabs
        hands.wait_for(lambda: tabs.front() == destination, destination)
        return self

    def says(self, words: str, *, sales: bool = False) -> Self:
        """Wait until a client shows some words."""
        client = self.shop.sales_client.client if sales else self.shop.inventory_client.client
        hands.wait_for(lambda: any(words in said for said in hands.words_on(client)), words)
        return self

    def types_words(self, words: str) -> Self:
        """Type where the focus is, and press Enter."""
        hands.keys(words)
        return self.enters()

    def enters(self) -> Self:
        """Press Enter."""
        return self.presses(Qt.Key.Key_Return)

    def presses(self, key: Qt.Key) -> Self:
        """Press a key."""
        hands.key(key)
        return self

    # ---- what the cards say ----

    def stock(self) -> Mapping[str, str]:
        """Read the figures of the Item card."""
        items = self.shop.inventory_client.open("Lists", "Items")
        items.find(self.item).open_card()
        return {name: items.words_under(name) for name in FIGURES}

    def strip(self, *, sales: bool = False) -> str:
        """Read the strip of the Backorder card as a screen reader does."""
        return self.backorder(sales=sales).card.card.strip.accessibleName()

    def table(self, name: str, *headers: str) -> list[tuple[str, ...]]:
        """Read a table of the Backorder card."""
        return hands.rows(hands.table(self.backorder().deck, name), *headers)

    def story(self) -> list[str]:
        """Read the time line of the Backorder card, without the times."""
        entries = self.backorder().card.happened().split("; ")
        return [", ".join(entry.split(", ")[1:]) for entry in entries]

    def on_hold(self) -> list[tuple[str, ...]]:
        """Read Pick-up."""
        client = self.shop.sales_client
        client.to_front()
        hands.menu(client.client, "Transactions", "Pick-up")
        screen = client.client.tabs.currentWidget()
        assert screen is not None
        if any(words.startswith("No goods are set aside.") for words in hands.words_on(screen)):
            return []
        return hands.rows(hands.table(screen, "Waiting for Pick-up"), "Customer", "Goods", "Total")

    def agrees(self) -> None:
        """Check that all records agree with each other."""
        with snapshot(self.shop.opened.engine) as connection:
            assert verify(connection) == ()
