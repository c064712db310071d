"""Guide: "Want List" — a wish is noted at the till, told when the goods come, and granted with one key."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Backorder, Invoice, Want
from posim_desktop.services.backorders import wants
from posim_desktop.services.database import open_engine
from posim_desktop.services.sales import posting
from posim_desktop.tour import hands
from posim_desktop.ui.backorders.want_card import WantCard
from workflows.drivers.receiving import BackDoor, LogDriver, back_door
from workflows.drivers.shop import Shop
from workflows.drivers.till import Till, TillShop


@pytest.fixture
def counter(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    yield shop
    shop.close()


@pytest.fixture
def till(counter: TillShop) -> Till:
    counter.has_item("KETTLE", "Enamel kettle", on_hand="1")
    counter.has_customer("LEE", "Lee Harper", "555 0134")
    return counter.opens_till()


def wished(database_url: str) -> list[Decimal]:
    engine = open_engine(database_url)
    with engine.connect() as connection:
        found = list(connection.scalars(sa.select(Want.quantity).order_by(Want.id)))
    engine.dispose()
    return found


def test_the_warning_notes_a_wish_and_sells_nothing(till: Till, database_url: str) -> None:
    till.enter("3*kettle")
    warning = hands.dialog("Out of Stock")
    assert not hands.button(warning, "Want List").isEnabled()
    assert hands.button(warning, "Want List").toolTip() == "Attach the customer first, whose wish it is."
    hands.press(warning, "Cancel")

    till.choose_customer("lee")
    till.enter("3*kettle")
    till.answer("Want List")

    assert till.lines("Item ID") == []
    assert "On the Want List for Lee Harper: 2 × KETTLE. Nothing is promised." in till.words()
    assert wished(database_url) == [Decimal(2)]


def test_a_line_that_ran_out_keeps_what_can_be_sold(till: Till, database_url: str) -> None:
    till.choose_customer("lee")
    till.enter("kettle")
    till.write(0, "Qty", "3")
    till.answer("Want List")
    assert till.lines("Item ID", "Qty") == [("KETTLE", "1")]
    assert wished(database_url) == [Decimal(2)]


@pytest.fixture
def room(shop: Shop) -> BackDoor:
    """A shop with a vendor, where kettles are received."""
    return back_door(shop)


def test_what_arrives_is_offered_and_becomes_a_backorder_with_its_date(shop: Shop, room: BackDoor) -> None:
    lee, kettle = shop.has_customer("Lee Okafor"), shop.has_item("KETTLE", description="Kettle")
    shop.operations.do(partial(wants.add, customer_id=lee, item_id=kettle, quantity=Decimal(2)))
    room.orders(("KETTLE", "3"))
    LogDriver(shop).starts("1").press("Post")
    dialog = hands.dialog("Want List: These Goods Are Here")
    rows = hands.rows(hands.table(dialog, "Wishes"), "Customer", "Item ID", "Wanted", "Available")
    assert rows == [("Lee Okafor", "KETTLE", "2", "3")]
    hands.key(Qt.Key.Key_Return)

    deck = shop.inventory_client.deck("Want List")
    assert isinstance(deck.deck.card, WantCard)
    assert deck.tabs()["Here Now"] == "1"

    hands.key(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    hands.wait_for(lambda: len(_drafts(shop)) == 1, "the invoice")
    (invoice_id,) = _drafts(shop)
    nothing = (Tender(TenderKind.CASH, Decimal(0)),)
    shop.operations.do(partial(posting.post, invoice_id=invoice_id, tenders=nothing, expected_total=Decimal(0)))
    with shop.opened.engine.connect() as connection:
        (since,) = connection.scalars(sa.select(Want.wanted_at))
        (owed,) = connection.execute(sa.select(Backorder.outstanding, Backorder.wanted_at, Backorder.created_at))
    assert (owed.outstanding, owed.wanted_at) == (Decimal(2), since)
    assert owed.created_at > since
    assert shop.sales_client.open_backorders().says("On the Want List since")


def test_a_wish_is_noted_on_the_customer_card_and_granted_at_the_till(shop: Shop) -> None:
    shop.has_item("kettle", description="Kettle")
    shop.has_customer("Lee Okafor", phone="555-0142")
    customers = shop.sales_client.open("Lists", "Customers")
    customers.press("Add to Want List")
    dialog = hands.dialog("Want List")
    hands.press(dialog, "OK")
    assert "Enter the item, or describe what the customer wants." in hands.words_on(dialog)
    hands.fill(dialog, "Item ID", "pot")
    hands.press(dialog, "OK")
    assert hands.field(dialog, "Item ID").property("invalid") is True
    assert hands.field(dialog, "Item ID").property("text") == "pot"
    hands.fill(dialog, "Item ID", "kettle")
    hands.fill(dialog, "Qty", "2")
    hands.press(dialog, "OK")
    hands.settle()

    deck = shop.sales_client.open("Lists", "Want List")
    assert deck.title == "Kettle for Lee Okafor"
    hands.key(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    client = shop.sales_client.client
    hands.wait_for(lambda: client.tabs.front() == "Working Invoices", "the invoice")
    hands.wait_for(lambda: bool(hands.rows(hands.table(client, "Lines"), "Item ID")), "its line")
    assert hands.rows(hands.table(client, "Lines"), "Item ID", "Trans Code", "Qty") == [("KETTLE", "B", "2")]
    assert shop.sales_client.open("Lists", "Want List").says("open")


def test_a_wish_is_dropped_after_a_question(shop: Shop) -> None:
    lee = shop.has_customer("Lee Okafor")
    add = partial(wants.add, customer_id=lee, item_id=None, description="a blue teapot", quantity=Decimal(1))
    shop.operations.do(add)
    deck = shop.sales_client.open("Lists", "Want List")
    assert not hands.button(deck.deck, "Back Order").isEnabled()
    deck.press("No Longer Wanted")
    hands.press(hands.dialog("No Longer Wanted"), "No Longer Wanted")
    hands.settle()
    assert deck.says("No longer wanted")
    assert not hands.button(deck.deck, "No Longer Wanted").isEnabled()


def test_a_wish_is_changed_to_an_item_on_file(shop: Shop) -> None:
    lee = shop.has_customer("Lee Okafor")
    add = partial(wants.add, customer_id=lee, item_id=None, description="a blue teapot", quantity=Decimal(1))
    shop.operations.do(add)
    shop.has_item("teapot", description="Teapot, blue")
    deck = shop.sales_client.open("Lists", "Want List")
    deck.press("Change")
    dialog = hands.dialog("Want List")
    assert hands.field(dialog, "Or in Words").property("text") == "a blue teapot"
    hands.fill(dialog, "Item ID", "teapot")
    hands.press(dialog, "OK")
    hands.settle()
    assert deck.title == "Teapot, blue for Lee Okafor"
    assert hands.button(deck.deck, "Back Order").isEnabled()
    assert shop.operations.read(_count) == 0


def _drafts(shop: Shop) -> list[int]:
    with shop.opened.engine.connect() as connection:
        return list(connection.scalars(sa.select(Invoice.id).where(Invoice.status == str(InvoiceStatus.WORKING))))


def _count(connection: sa.Connection) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(Backorder)) or 0
