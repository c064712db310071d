"""Guide: "Special orders": from the first word to the posting, in the window."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

import seeding
from ordering_seed import orders, vendor_on_file
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import Allocation, InvoiceLine, Item
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import items
from posim_desktop.services.database import snapshot
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.sales import commitments, fills
from posim_desktop.services.transaction import Transactor
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.sales.special_orders.card import SpecialOrderCard
from posim_desktop.ui.shop.preferences import PreferencesDialog
from workflows.drivers.till import TillShop, till_of

LINES = ("Item ID", "Description", "Qty", "Price", "Not Above", "Extended")


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot
    shop = TillShop(sqlite_url, tmp_path)
    shop.has_item("KETTLE", "Enamel kettle", on_hand="5", price="23.40", taxed=True)
    shop.has_customer("lee", "Lee Okafor", "555 0199")
    yield shop
    with snapshot(shop.shop.engine) as connection:
        assert verify(connection) == ()
    shop.close()


@pytest.fixture
def client(shop: TillShop) -> Client:
    shop.opens_till()
    assert shop.client is not None
    hands.menu(shop.client, "Lists", "Special Orders")
    return shop.client


def card_of(client: Client) -> SpecialOrderCard:
    card = client.findChild(SpecialOrderCard, "special_order_card")
    assert isinstance(card, SpecialOrderCard)
    return card


def lines(client: Client) -> list[tuple[str, ...]]:
    return hands.rows(hands.table(client, "Lines"), *LINES)


def orders_for_lee(client: Client) -> None:
    hands.press(client, "Add")
    hands.fill(client, "Customer", "lee")
    QTest.keyClick(hands.field(client, "Customer"), Qt.Key.Key_Return)
    hands.settle()


def orders_kettles(client: Client) -> None:
    entry = card_of(client).panels.lines.entry.entry_field
    entry.setFocus()
    QTest.keyClicks(entry, "2*kettle")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    hands.settle()


def orders_a_coat(client: Client) -> None:
    hands.press(client, "Not on File")
    dialog = hands.dialog("Not Yet on File")
    for field, typed in (
        ("Description", "Winter coat"),
        ("Price", "120"),
        ("Not Above", "135"),
        ("Still to Ask", "Which size?"),
    ):
        hands.fill(dialog, field, typed)
    hands.press(dialog, "Add")
    hands.settle()


def test_an_order_is_written_paid_posted_and_printed(client: Client, shop: TillShop) -> None:
    orders_for_lee(client)
    orders_a_coat(client)
    orders_kettles(client)
    assert lines(client) == [
        ("New", "Winter coat", "1", "120.00", "135.00", "120.00"),
        ("KETTLE", "Enamel kettle", "2", "23.40", "", "46.80"),
    ]
    hands.fill(client, "Deposit", "25%")
    hands.fill(client, "How to Reach Them", "Evenings")
    hands.press(client, "Pay")  # leaving the field saves it
    dialog = hands.dialog("Pay the Deposit")
    assert "$42.87" in hands.words_on(dialog)
    hands.press(dialog, "Cash")
    hands.press(dialog, "Post")
    hands.settle()

    assert "Special Order 1" in hands.words_on(client)
    assert [(number, ordered) for number, ordered, _left in shop.backorders()] == [(1, Decimal(1)), (2, Decimal(2))]
    assert [(status, number, str(total)) for status, number, total in shop.invoices()] == [("processed", 1, "42.87")]
    hands.press(client, "Print")
    hands.press(hands.dialog("Print Preview – Special Order 1"), "Close")
    hands.press(client, "Invoice 1")
    assert "Processed Invoice 1" in hands.words_on(client)


def test_without_a_deposit_it_is_posted_at_once(client: Client, shop: TillShop) -> None:
    orders_for_lee(client)
    orders_kettles(client)
    hands.press(client, "Post")
    hands.settle()
    assert [(number, ordered) for number, ordered, _left in shop.backorders()] == [(1, Decimal(2))]


def test_what_is_typed_is_there_again_after_leaving(client: Client, shop: TillShop) -> None:
    orders_for_lee(client)
    orders_a_coat(client)
    hands.fill(client, "Note", "Gift wrap")
    hands.fill(client, "Will Also Take", "dark blue")
    hands.button(client, "In One Piece").setFocus()
    hands.key(Qt.Key.Key_Space)
    hands.menu(client, "Lists", "Items")
    hands.menu(client, "Lists", "Special Orders")
    hands.settle()
    details = card_of(client).details
    assert details is not None
    content = details.lines[0].content
    assert (details.head.note, content.will_also_take, content.one_piece) == ("Gift wrap", "dark blue", True)
    assert shop.invoices() == []


def test_a_deposit_that_cannot_be_read_stays_typed_and_says_why(client: Client) -> None:
    orders_for_lee(client)
    hands.fill(client, "Deposit", "120%")
    card_of(client).panels.head.note_edit.setFocus()
    hands.settle()
    field = hands.field(client, "Deposit")
    assert isinstance(field, QLineEdit)
    assert field.text() == "120%"
    assert "percent" in field.accessibleDescription()
    hands.fill(client, "Deposit", "20")
    card_of(client).panels.head.note_edit.setFocus()
    hands.settle()
    assert field.accessibleDescription() == ""


def test_it_is_not_posted_before_it_is_ready_and_the_button_says_why(client: Client) -> None:
    hands.press(client, "Add")
    orders_kettles(client)
    button = card_of(client).panels.post_button
    assert not button.isEnabled()
    assert "customer" in button.toolTip()


def test_a_special_order_is_discarded_with_a_reason(client: Client) -> None:
    orders_for_lee(client)
    hands.press(client, "Discard")
    dialog = hands.dialog("Discard Special Order")
    hands.press(dialog, "Discard")
    assert hands.is_asked("Discard Special Order")  # it asks for the reason
    hands.fill(dialog, "Reason", "Found it elsewhere")
    hands.press(dialog, "Discard")
    hands.settle()
    assert "Discarded: Found it elsewhere" in hands.words_on(client)
    hands.tab(client, "Discarded")
    assert card_of(client).details is not None


def test_a_blank_order_is_not_kept(client: Client) -> None:
    hands.press(client, "Add")
    hands.menu(client, "Lists", "Items")
    hands.menu(client, "Lists", "Special Orders")
    QApplication.processEvents()
    assert card_of(client).record_id is None


def test_the_customer_card_begins_one_for_its_customer(client: Client) -> None:
    hands.menu(client, "Lists", "Customers")
    hands.press(client, "Special Order")
    hands.settle()
    details = card_of(client).details
    assert details is not None
    assert details.customer is not None
    assert details.customer.name == "Lee Okafor"


def test_who_left_orders_behind_is_known_and_ordered_for_all_the_same(client: Client, shop: TillShop) -> None:
    other = seeding.Till(shop.shop.engine, Transactor(shop.shop.engine), shop.employee_id, {"KETTLE": 1})
    source = other.rings_up(("KETTLE", "1", TransCode.BACKORDER), customer_id=1)
    other.posts(source)
    filled = (fills.Fill(1, Decimal(1)),)
    waiting = other.run(fills.fill_backorders, invoice_id=source, fills=filled).record_id
    gone = fills.Canceling(shop.employee_id, "Never came")
    other.run(fills.discard, invoice_id=waiting, canceling=gone)
    orders_for_lee(client)
    orders_kettles(client)
    assert "Left 1 order uncollected" in hands.words_on(client)
    hands.press(client, "Post")
    hands.settle()
    assert len(shop.backorders()) == 2


def waits_for_lee(shop: TillShop, client: Client) -> int:
    """Order a coat for Lee and set it aside when it came; return the invoice on which it waits, uncommitted."""
    orders_for_lee(client)
    orders_a_coat(client)
    hands.fill(client, "Still to Ask", "")
    hands.press(client, "Post")
    hands.settle()
    other = seeding.Till(shop.shop.engine, Transactor(shop.shop.engine), shop.employee_id, {})
    coat = seeding.stored(shop.shop.engine, Item, Item.description == "Winter coat").id
    other.run(items.adjust_stock, item_id=coat, reason="Came in", by=Decimal(1))
    source = seeding.stored(shop.shop.engine, InvoiceLine, InvoiceLine.item_id == coat).invoice_id
    waiting = other.run(fills.fill_backorders, invoice_id=source, fills=(fills.Fill(1, Decimal(1)),)).record_id
    other.run(commitments.uncommit, invoice_id=waiting)
    return waiting


def test_above_the_promise_the_till_asks_for_the_customers_word_and_the_card_shows_it(
    client: Client, shop: TillShop
) -> None:
    waiting = waits_for_lee(shop, client)
    till = till_of(client)
    till.screen.open_record(waiting)
    till.write(0, "Price", "140")
    asking = hands.dialog("Above the Promised Price")
    assert any("135.00" in words for words in hands.words_on(asking))
    hands.press(asking, "OK")
    assert hands.is_asked("Above the Promised Price")  # nobody said anything yet
    hands.fill(asking, "What They Said", "Lee agreed by phone")
    hands.press(asking, "OK")
    assert till.lines("Price") == [("140.00",)]
    till.pay_and_post()
    hands.menu(client, "Lists", "Backorders")
    hands.tab(client, "All")
    hands.settle()
    words = hands.words_on(client)
    assert any("Agreed to $140.00: Lee agreed by phone (Sam, " in each for each in words)
    assert any("The customer agreed to $140.00" in each for each in words)


def test_the_price_stays_as_promised_where_nobody_agreed(client: Client, shop: TillShop) -> None:
    waiting = waits_for_lee(shop, client)
    till = till_of(client)
    till.screen.open_record(waiting)
    till.write(0, "Price", "140")
    hands.press(hands.dialog("Above the Promised Price"), "Cancel")
    hands.settle()
    with shop.shop.engine.connect() as connection:
        found = connection.execute(sa.select(InvoiceLine.unit_price).where(InvoiceLine.invoice_id == waiting))
        assert found.scalars().all() == [Decimal("120.00")]


def test_a_line_waits_for_an_order_that_is_under_way(client: Client, shop: TillShop) -> None:
    other = seeding.Till(shop.shop.engine, Transactor(shop.shop.engine), shop.employee_id, {"KETTLE": 1})
    order = orders(other, vendor_on_file(other), ("KETTLE", "6"))
    other.run(order_posting.post, purchase_order_id=order)
    till = till_of(client)
    till.enter("kettle")
    till.write(0, "Trans Code", "B")
    till.choose_customer("lee")
    hands.menu(client, "Invoice", "Deposit, Order and Layaway", "Wait for an Order")
    asking = hands.dialog("Wait for an Order")
    hands.fill(asking, "Order", "PO 1 has 6 free, no day yet")
    hands.press(asking, "OK")
    assert till.lines("Description") == [("Enamel kettle – from order 1, no day yet",)]
    till.pay_and_post()
    with shop.shop.engine.connect() as connection:
        allocated = connection.execute(sa.select(Allocation.backorder_id, Allocation.quantity)).all()
    assert [tuple(row) for row in allocated] == [(1, Decimal(1))]


def test_the_shop_asks_an_amount_of_each_new_order(client: Client, shop: TillShop) -> None:
    hands.menu(client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    assert isinstance(dialog, PreferencesDialog)
    dialog.show_page("Special Orders")
    hands.fill(dialog, "Usual Deposit", "12.5%")
    hands.press(dialog, "OK")
    edit = dialog.special_orders_page.deposit_edit
    assert "without decimals" in edit.accessibleDescription()
    assert edit.text() == "12.5%"
    hands.fill(dialog, "Usual Deposit", "20")
    hands.press(dialog, "OK")
    orders_for_lee(client)
    orders_kettles(client)
    field = hands.field(client, "Deposit")
    assert isinstance(field, QLineEdit)
    assert field.text() == "20.00"
    hands.press(client, "Pay")
    assert "$20.00" in hands.words_on(hands.dialog("Pay the Deposit"))
    hands.press(hands.dialog("Pay the Deposit"), "Back to the Order")
    assert shop.shop.operations.read(stored_preferences.load).deposit_amount == 2_000
