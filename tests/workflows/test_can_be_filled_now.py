"""Guide: "Fill backorders": goods that became free by any road offer themselves, and are filled from the card."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt

from posim_desktop.orm import Item
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import snapshot
from posim_desktop.services.sales import fills
from posim_desktop.services.sales.fills import Canceling
from posim_desktop.tour import hands
from posim_desktop.ui.backorders.fill_backorders import FillBackordersDialog
from posim_desktop.ui.sales.working_invoice import WorkingInvoice
from posim_desktop.ui.widgets.navigation_button import NavigationButton
from workflows.drivers.shop import ClientDriver, Shop
from workflows.drivers.supply import StockRoom
from workflows.drivers.till import Till


@pytest.fixture
def room(shop: Shop) -> Iterator[StockRoom]:
    """Lee and then Kim have back-ordered kettles; there are none, and bulbs that nobody waits for."""
    shop.has_item("KETTLE", price="24.00", description="Enamel kettle")
    shop.has_item("BULB", on_hand="9")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee")
    yield StockRoom(shop.opened)
    with snapshot(shop.opened.engine) as connection:
        assert verify(connection) == ()


def _returned(shop: Shop, room: StockRoom) -> None:
    del room
    shop.sold("KETTLE", quantity="1", trans_code="R")


def _found(shop: Shop, room: StockRoom) -> None:
    del shop
    room.counts("KETTLE", "1")


def _fill_discarded(shop: Shop, room: StockRoom) -> None:
    room.counts("KETTLE", "1")
    shop.operations.do(partial(fills.discard, invoice_id=room.fills(1, "1")))


def _canceled_after_receipt(shop: Shop, room: StockRoom) -> None:
    shop.sold("KETTLE", quantity="1", trans_code="B", to="Kim")
    room.counts("KETTLE", "1")
    who = shop.operations.logged_in
    assert who is not None
    unwanted = Canceling(who.employee_id, "Bought elsewhere")
    shop.operations.do(partial(fills.discard, invoice_id=room.fills(2, "1"), canceling=unwanted))


def _received_for_nobody(shop: Shop, room: StockRoom) -> None:
    del shop
    room.receives(room.orders("KETTLE", "1"), "1", {})


ROADS = (_returned, _found, _fill_discarded, _canceled_after_receipt, _received_for_nobody)


def _badge(client: ClientDriver) -> NavigationButton:
    button = hands.button(client.client, "Backorders")
    assert isinstance(button, NavigationButton)
    return button


def test_the_deck_opens_on_what_can_be_filled(shop: Shop, room: StockRoom) -> None:
    shop.has_item("BOWL")
    shop.sold("BOWL", quantity="1", trans_code="B", to="Kim")
    room.counts("BOWL", "1")

    deck = shop.sales_client.open_backorders()

    assert (deck.tab_in_front, deck.title, deck.position) == ("Can Be Filled Now", "Backorder 2", "1 of 1")
    assert deck.deck.open_record(1)
    assert (deck.tab_in_front, deck.title, deck.position) == ("All", "Backorder 1", "1 of 2")


@pytest.mark.parametrize("road", ROADS)
def test_what_became_free_by_any_road_is_offered_and_filled(
    shop: Shop, room: StockRoom, road: Callable[[Shop, StockRoom], None]
) -> None:
    client = shop.sales_client
    deck = client.open_backorders()
    assert _badge(client).badge == ""
    assert "Can Be Filled Now" not in deck.tabs()
    assert not deck.is_enabled("Fill")
    assert hands.button(deck.deck, "Fill").toolTip() == "None of this item is available."

    road(shop, room)
    hands.wait_for(lambda: _badge(client).badge == "1", "the badge")
    assert _badge(client).accessibleDescription() == "1 can be filled now"
    assert deck.tabs()["Can Be Filled Now"] == "1"
    deck.tab("Can Be Filled Now")
    assert (deck.title, deck.position) == ("Backorder 1", "1 of 1")

    deck.press("Fill")
    dialog = hands.dialog("Fill Backorders")
    hands.field(dialog, "Backorder 1: KETTLE, outstanding 3, available 1")
    hands.press(dialog, "OK")
    assert client.client.tabs.front() == "Working Invoices"
    screen = client.client.tabs.currentWidget()
    assert isinstance(screen, WorkingInvoice)
    assert Till(client.client, screen).lines("Item ID", "Trans Code", "Qty") == [("KETTLE", "S", "1")]
    with shop.opened.engine.connect() as connection:
        kettle = sa.select(Item.on_hand, Item.committed).where(Item.code == "KETTLE")
        assert connection.execute(kettle).one() == (Decimal(1), Decimal(1))
    hands.wait_for(lambda: _badge(client).badge == "", "the badge to go")


def test_both_clients_count(shop: Shop, room: StockRoom) -> None:
    shop.sold("KETTLE", quantity="1", trans_code="B", to="Kim")
    badges = [_badge(shop.sales_client), _badge(shop.inventory_client)]

    room.counts("KETTLE", "2")
    hands.wait_for(lambda: [button.badge for button in badges] == ["2", "2"], "the badges")
    shop.sold("KETTLE", quantity="2")
    hands.wait_for(lambda: [button.badge for button in badges] == ["", ""], "the badges to go")


def test_the_keyboard_finds_and_fills_what_can_be_filled(shop: Shop, room: StockRoom) -> None:
    shop.sold("KETTLE", quantity="1", trans_code="B", to="Kim")
    shop.sold("BULB", quantity="2", trans_code="B", to="Kim")
    room.counts("KETTLE", "2")
    room.counts("BULB", "0")
    deck = shop.inventory_client.open_backorders()
    assert deck.tabs() == {"Can Be Filled Now": "2", "Waiting": "3", "Ready": "0", "Closed": "0", "All": "3"}
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert (deck.title, deck.position) == ("Backorder 1", "1 of 2")
    hands.key(Qt.Key.Key_PageDown)
    assert (deck.title, deck.words("Customer")) == ("Backorder 2", "Kim")
    hands.key(Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    hands.wait_for(lambda: bool(deck.deck.findChildren(FillBackordersDialog)), "Fill Backorders")
    dialog = hands.dialog("Fill Backorders")
    assert hands.field(dialog, "Backorder 2: KETTLE, outstanding 1, available 2").property("text") == "1"
    hands.key(Qt.Key.Key_Return)  # to OK
    hands.key(Qt.Key.Key_Return)

    assert deck.card.outstanding == "0"
    assert shop.inventory_client.client.tabs.front() == "Working Invoices"


@pytest.mark.both_databases
def test_goods_somebody_takes_meanwhile_are_told_at_the_field(shop: Shop, room: StockRoom) -> None:
    room.counts("KETTLE", "2")
    deck = shop.sales_client.open_backorders()
    deck.press("Fill")
    dialog = hands.dialog("Fill Backorders")
    shop.sold("KETTLE", quantity="1")

    hands.press(dialog, "OK")
    assert any("Only 1 of this item is available." in words for words in hands.words_on(dialog))
    assert hands.field(dialog, "Backorder 1: KETTLE, outstanding 3, available 2").property("text") == "2"
    hands.press(dialog, "Cancel")


def test_a_tab_lasts_while_it_is_in_front_and_its_last_card_is_there(shop: Shop, room: StockRoom) -> None:
    room.counts("KETTLE", "1")
    deck = shop.sales_client.open_backorders().tab("Can Be Filled Now")

    room.counts("KETTLE", "0")
    hands.wait_for(lambda: deck.tabs()["Can Be Filled Now"] == "0", "the count")
    assert deck.title == "Backorder 1"
    deck.tab("Waiting")
    assert (deck.title, deck.position) == ("Backorder 1", "1 of 1")
    assert "Can Be Filled Now" not in deck.tabs()


def test_nobody_logged_in_sees_no_badge(shop: Shop, room: StockRoom) -> None:
    client = shop.sales_client
    room.counts("KETTLE", "2")
    hands.wait_for(lambda: _badge(client).badge == "1", "the badge")
    client.client.badges.count()
    shop.operations.log_in(None)
    assert _badge(client).badge == ""
    shop.is_worked_by("Sam")
    assert _badge(client).badge == "1"
