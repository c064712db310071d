"""Whatever people and goods are called, every label, message, tip, button and paper says it letter by letter."""

from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolTip, QWidget

from posim_desktop.domain.cards.cards import CustomerFields, ItemFields, VendorFields
from posim_desktop.services.cards import customers, items, vendors
from posim_desktop.tour import hands
from posim_desktop.ui.operations import say
from posim_desktop.ui.style import apply_style
from workflows.drivers.shop import Shop
from workflows.drivers.supply import StockRoom
from workflows.drivers.till import till_of

BEGINNING = "<b>Bob</b> & S"  # a narrow button may leave the rest out
NAME = f"{BEGINNING}öhne <i>&amp; Co"


@pytest.fixture
def room(shop: Shop, qapp: QApplication) -> StockRoom:
    """Give the stock room of a shop where everything has one name."""
    apply_style(qapp, dark=False)
    fields = CustomerFields(name=NAME, company=NAME, notes=NAME)
    shop.customers[NAME] = shop.operations.do(partial(customers.add, fields=fields)).record_id
    vendor_id = shop.operations.do(partial(vendors.add, fields=VendorFields(code="ACME", name=NAME))).record_id
    goods = ItemFields(code="KETTLE", description=NAME, price=Decimal(5), preferred_vendor_id=vendor_id)
    shop.items["KETTLE"] = shop.operations.do(partial(items.add, fields=goods)).record_id
    return StockRoom(shop.opened, {"ACME": vendor_id})


def _visible(kind: type[QWidget]) -> list[QWidget]:
    hands.settle()
    return [widget for widget in QApplication.allWidgets() if isinstance(widget, kind) and widget.isVisible()]


def _names_are_plain() -> int:
    """Look at everything on the screen; return how many labels and buttons have the name on them."""
    labels = [label for label in _visible(QLabel) if isinstance(label, QLabel)]
    marked = [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
    assert marked == []
    buttons = [button for button in _visible(QAbstractButton) if isinstance(button, QAbstractButton)]
    named = [hands.label_of(button.text()) for button in buttons if "Bob" in button.text()]
    assert [words for words in named if BEGINNING not in words] == []
    return len(named) + sum(BEGINNING in label.text() for label in labels)


@pytest.mark.usefixtures("room")
def test_at_the_till(shop: Shop) -> None:
    till = till_of(shop.sales_client.client)
    till.choose_customer("Bob")
    assert _names_are_plain() >= 2, "the customer and the notes"
    till.enter("KETTLE")
    assert hands.is_asked("Out of Stock")
    assert _names_are_plain() >= 3, "the goods too"
    till.answer("Back Order")
    till.pay_and_post()
    _names_are_plain()


def test_on_cards_and_in_lists(shop: Shop, room: StockRoom) -> None:
    shop.sold("KETTLE", quantity="2", trans_code="B", to=NAME)
    room.orders("KETTLE", "2", {1: "2"})
    sales, inventory = shop.sales_client, shop.inventory_client
    for client, menu, place in (
        (sales, "Lists", "Customers"),
        (sales, "Lists", "Items"),
        (sales, "Lists", "Backorders"),
        (sales, "Transactions", "Processed Invoices"),
        (inventory, "Setup", "Vendors"),
        (inventory, "Transactions", "Processed Purchase Orders"),
    ):
        deck = client.open(menu, place)
        assert _names_are_plain() >= 1, place
        deck.view()
        _names_are_plain()


@pytest.mark.usefixtures("room")
def test_a_question_says_a_name_letter_by_letter(shop: Shop) -> None:
    deck = shop.sales_client.open("Lists", "Customers")
    deck.press("Delete")
    assert f"Delete {NAME}?" in hands.words_on(hands.dialog("Delete"))
    assert _names_are_plain() >= 2


@pytest.mark.usefixtures("room")
def test_in_messages_and_tips(shop: Shop) -> None:
    client = shop.sales_client.client
    say(client, NAME)
    assert _names_are_plain() == 1
    QToolTip.showText(client.mapToGlobal(client.rect().center()), NAME, client)
    hands.settle()
    tips = [tip for tip in QApplication.topLevelWidgets() if isinstance(tip, QLabel) and tip.inherits("QTipLabel")]
    assert [(tip.text(), tip.textFormat()) for tip in tips] == [(NAME, Qt.TextFormat.PlainText)]
    QToolTip.hideText()
