"""Works the Receiving Log as a clerk at the back door does; orders and backorders are there before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import Self

import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QWidget

from posim_desktop.domain.cards.cards import VendorFields
from posim_desktop.domain.changes import Done
from posim_desktop.domain.ids import new_operation_key
from posim_desktop.orm import Item, ReceivingLine, ReceivingLog
from posim_desktop.queries import deck as decks
from posim_desktop.queries.backorders import backorders as stored_backorders
from posim_desktop.queries.deck import EVERYTHING, Order
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import vendors
from posim_desktop.services.database import snapshot
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.transaction import Transactor
from posim_desktop.tour import hands
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.question import Question
from workflows.drivers.shop import Shop, hear_news
from workflows.drivers.till import SCANNER_MS, press_at

_AFTERNOON = datetime(2026, 11, 2, 15, tzinfo=UTC)


@dataclass
class BackDoor:
    """What a shop orders, and what another workstation does with it meanwhile."""

    shop: Shop
    vendor_id: int

    def orders(self, *lines: tuple[str, str], cost: str = "2.5") -> int:
        """Send a purchase order (item, quantity) and return it."""
        new = tuple(NewOrderLine(self.shop.items[code], Decimal(quantity), Decimal(cost)) for code, quantity in lines)
        begin = partial(purchase_orders.add_lines, purchase_order_id=None, vendor_id=self.vendor_id, lines=new)
        order_id = self.shop.operations.do(begin).record_id
        self.shop.operations.do(partial(order_posting.post, purchase_order_id=order_id, allocations=()))
        return order_id

    def elsewhere(self, verb: Callable[..., Done], **content: object) -> int:
        """Do something at another workstation and let the news come in."""
        logged_in = self.shop.operations.logged_in
        assert logged_in is not None
        hear_news(self.shop.operations)
        other = Transactor(self.shop.opened.engine, lambda: _AFTERNOON)
        done = other.run(
            partial(verb, **content),
            key=new_operation_key(),
            employee_id=logged_in.employee_id,
            workstation="Back door",
        )
        return done.record_id

    def news_comes(self) -> None:
        """Let this workstation look what others did."""
        hear_news(self.shop.operations)

    def starts_elsewhere(self, order_id: int) -> int:
        """Begin a log of an order at another workstation."""
        return self.elsewhere(receiving.start, purchase_order_id=order_id)

    def posts_elsewhere(self, log_id: int) -> None:
        """Post a log at another workstation."""
        self.elsewhere(receiving_posting.post, receiving_log_id=log_id)

    def line_id(self, log_id: int, code: str) -> int:
        """Find the line of an item."""
        chosen = sa.select(ReceivingLine.id).where(
            ReceivingLine.receiving_log_id == log_id, ReceivingLine.item_id == self.shop.items[code]
        )
        with self.shop.opened.engine.connect() as connection:
            return connection.execute(chosen).scalar_one()

    def stock(self, code: str) -> tuple[str, str, str]:
        """Read On Hand, Committed and On Order."""
        chosen = sa.select(Item.on_hand, Item.committed, Item.on_order).where(Item.id == self.shop.items[code])
        with self.shop.opened.engine.connect() as connection:
            on_hand, committed, on_order = (f"{figure.normalize():f}" for figure in connection.execute(chosen).one())
        return on_hand, committed, on_order

    def logs(self) -> list[tuple[str, int | None]]:
        """Read every log's status and number."""
        chosen = sa.select(ReceivingLog.status, ReceivingLog.number).order_by(ReceivingLog.id)
        with self.shop.opened.engine.connect() as connection:
            return [(row.status, row.number) for row in connection.execute(chosen)]

    def outstanding(self) -> list[tuple[int, str]]:
        """Read every backorder's number and what is outstanding."""
        read = self.shop.operations.read(decks.page, stored_backorders.DECK, EVERYTHING, Order("number"))
        return [(row.number, f"{row.figures.outstanding.normalize():f}") for row in read.rows]

    def agrees(self) -> None:
        """Check that the shop's records agree."""
        with snapshot(self.shop.opened.engine) as connection:
            assert verify(connection) == ()


def back_door(shop: Shop) -> BackDoor:
    """Put a vendor on file."""
    added = shop.operations.do(partial(vendors.add, fields=VendorFields(code="ACME", name="Acme Wholesale")))
    return BackDoor(shop, added.record_id)


class LogDriver:
    """The Receiving Logs screen under a clerk's hands."""

    def __init__(self, shop: Shop) -> None:
        shop.inventory_client.press("Receiving")
        screen = shop.inventory_client.client.tabs.currentWidget()
        assert isinstance(screen, Deck)
        self.deck = screen

    # ---- what a clerk does ----

    def starts(self, order: str = "", *, vendor: str = "") -> Self:
        """Press Add and choose an order by its number, or a vendor."""
        self.press("Add")
        dialog = hands.dialog("New Receiving Log")
        if vendor:
            hands.press(dialog, "Without a Purchase Order")
            hands.fill(dialog, "Vendor", vendor)
            hands.press(dialog, "Start")
        else:
            hands.fill(dialog, "Purchase Order", order)
            hands.key(Qt.Key.Key_Return)
        hands.settle()
        return self

    def press(self, label: str) -> Self:
        """Press a button of the screen."""
        hands.press(self.deck, label)
        return self

    def answer(self, label: str) -> Self:
        """Press a button of the question that is open."""
        hands.press(self.question(), label)
        return self

    def question(self) -> Question | QMessageBox:
        """Find the open question or message."""
        (opened,) = _opened()
        return opened

    def asks(self) -> str:
        """Read the open question or message."""
        return " ".join(hands.words_on(self.question()))

    def is_asked(self) -> bool:
        """Return whether a question or a message is open."""
        return bool(_opened())

    def enter(self, typed: str) -> Self:
        """Type into item entry and press Enter."""
        hands.fill(self.deck, "Item", typed)
        QTest.keyClick(hands.field(self.deck, "Item"), Qt.Key.Key_Return)
        hands.settle()
        return self

    def scan(self, code: str, into: QWidget | None = None) -> Self:
        """Send a scanner's burst to a widget, or where the focus is."""
        now = 100_000
        for letter in (*code, "\r"):
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            press_at(into or QApplication.focusWidget() or self.deck, key, letter, now)
            into = None
            now += SCANNER_MS
        hands.settle()
        return self

    def write(self, row: int, heading: str, typed: str) -> Self:
        """Type into a cell."""
        hands.write_cell(hands.table(self.deck, "Lines"), row, heading, typed)
        return self

    def fill(self, label: str, typed: str) -> Self:
        """Type into a field of the header and leave it with Enter."""
        hands.fill(self.deck, label, typed)
        hands.key(Qt.Key.Key_Return)
        return self

    # ---- what a clerk sees ----

    def lines(self, *headings: str) -> list[tuple[str, ...]]:
        """Read the lines as shown."""
        return hands.rows(hands.table(self.deck, "Lines"), *headings)

    def counts(self) -> dict[str, str]:
        """Read Received of each item."""
        return dict(self.lines("Item ID", "Received"))  # type: ignore[arg-type]  # pairs

    def current_item(self) -> str:
        """Read which item's line is selected."""
        table = hands.table(self.deck, "Lines")
        return str(table.model().index(table.currentIndex().row(), 0).data())

    def words(self) -> list[str]:
        """Read every visible label."""
        return hands.words_on(self.deck)

    def says(self, words: str) -> bool:
        """Return whether a label holds some words."""
        return any(words in said for said in self.words())

    def text(self, label: str) -> str:
        """Read an input."""
        found = hands.field(self.deck, label)
        return found.currentText() if isinstance(found, QComboBox) else str(found.property("text"))

    @property
    def title(self) -> str:
        """What the title band says."""
        return self.deck.head.title_label.text()


def _opened() -> list[Question | QMessageBox]:
    hands.settle()
    windows = QApplication.topLevelWidgets()
    return [window for window in windows if isinstance(window, Question | QMessageBox) and window.isVisible()]
