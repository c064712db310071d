"""Guide: "View a backorder"."""

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt

from posim_desktop.orm import Counter
from posim_desktop.orm.base import table_of
from posim_desktop.queries.deck import Step
from posim_desktop.tour import hands
from posim_desktop.ui.backorders.card import BackorderCard
from workflows.drivers.shop import ClientDriver, Shop


@pytest.fixture
def three_backorders(shop: Shop) -> Shop:
    shop.has_customer("Lee", phone="555-0100")
    shop.has_item("KETTLE", price="24.00", description="Electric kettle")
    shop.has_item("TEAPOT")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee")
    shop.sold("TEAPOT", quantity="1", trans_code="B", to="Kim")
    shop.sold("TEAPOT", quantity="2.5", trans_code="B", to="Lee")
    return shop


def _clients(shop: Shop) -> list[ClientDriver]:
    return [shop.sales_client, shop.inventory_client]


def test_both_clients_show_the_same_deck(three_backorders: Shop) -> None:
    for client in _clients(three_backorders):
        deck = client.open_backorders()

        assert (deck.title, deck.position) == ("Backorder 1", "1 of 3")
        assert (deck.words("Customer"), deck.words("Item ID")) == ("Lee", "KETTLE")
        assert deck.says("· $24.00")
        assert deck.words("Source Invoice") == "Invoice 1"
        assert (deck.card.status, deck.card.ordered, deck.card.outstanding) == ("Open", "3", "3")


def test_the_arrows_lead_from_card_to_card(three_backorders: Shop) -> None:
    deck = three_backorders.inventory_client.open_backorders()

    assert not deck.is_enabled("First")
    deck.press("Next")
    assert deck.title == "Backorder 2"
    deck.press("Last")
    assert (deck.title, deck.card.ordered) == ("Backorder 3", "2.5")
    assert not deck.is_enabled("Next")
    assert not deck.is_enabled("Last")
    deck.press("Previous").press("First")
    assert deck.title == "Backorder 1"


@pytest.mark.parametrize("name", ["Backorders", "Items"])
def test_turning_a_card_asks_the_database_once(three_backorders: Shop, name: str) -> None:
    deck = three_backorders.inventory_client.open("Lists", name)
    assert deck.position.startswith("1 of")
    before = deck.title
    asked: list[sa.Connection] = []
    listener = asked.append
    sa.event.listen(three_backorders.opened.engine, "engine_connect", listener)

    assert deck.deck.go(Step.NEXT)

    sa.event.remove(three_backorders.opened.engine, "engine_connect", listener)
    assert deck.title != before
    assert len(asked) == 1


def test_the_page_keys_lead_from_card_to_card_at_once(three_backorders: Shop) -> None:
    deck = three_backorders.inventory_client.open_backorders()

    hands.key(Qt.Key.Key_PageDown)
    hands.key(Qt.Key.Key_PageDown)

    assert deck.title == "Backorder 3"


@pytest.mark.parametrize(
    ("text", "found"), [("lee", ["1", "3"]), ("555-01", ["1", "3"]), ("electric", ["1"]), ("teapot", ["2", "3"])]
)
def test_list_all_finds_by_customer_phone_and_item(three_backorders: Shop, text: str, found: list[str]) -> None:
    deck = three_backorders.sales_client.open_backorders().view()

    assert [number for (number,) in deck.listed("Number")] == ["1", "2", "3"]
    deck.find(text)

    if len(found) == 1:
        assert deck.title == f"Backorder {found[0]}"
    else:
        assert [number for (number,) in deck.listed("Number")] == found


def test_a_number_opens_its_card(three_backorders: Shop) -> None:
    deck = three_backorders.sales_client.open_backorders().find("2")

    assert (deck.title, deck.words("Customer")) == ("Backorder 2", "Kim")


def test_a_number_of_four_figures_is_found_as_it_is_written(shop: Shop) -> None:
    with shop.opened.engine.begin() as connection:
        connection.execute(sa.update(table_of(Counter)).values(value=1233))
    shop.has_item("KETTLE")
    shop.sold("KETTLE", quantity="1", trans_code="B", to="Lee")
    deck = shop.sales_client.open_backorders()
    assert (deck.title, deck.words("Source Invoice")) == ("Backorder 1234", "Invoice 1234")
    assert deck.view().listed("Number") == [("1234",)]

    deck.find("1234")
    assert deck.title == "Backorder 1234"


def test_the_found_set_is_what_the_arrows_walk(three_backorders: Shop) -> None:
    deck = three_backorders.inventory_client.open_backorders().view().find("Lee").open_card()

    assert (deck.title, deck.position) == ("Backorder 1", "1 of 2")
    deck.press("Next")
    assert deck.title == "Backorder 3"
    assert not deck.is_enabled("Next")


def test_a_backorder_cannot_be_added_by_hand(shop: Shop) -> None:
    for client in _clients(shop):
        deck = client.open_backorders()

        assert not deck.has_button("Add")
        assert deck.says("There are no backorders.")
        assert deck.says("Trans Code from S to B")


def test_a_posted_backorder_appears_in_the_open_deck(shop: Shop) -> None:
    deck = shop.sales_client.open_backorders()
    shop.has_item("KETTLE")

    shop.sold("KETTLE", quantity="2", trans_code="B", to="Lee")

    assert (deck.title, deck.card.outstanding) == ("Backorder 1", "2")


def test_links_lead_to_the_customer_and_back(three_backorders: Shop) -> None:
    client = three_backorders.sales_client
    deck = client.open_backorders()
    deck.press("Next")

    deck.press("Kim")
    assert client.client.tabs.front() == "Customers"
    assert client.deck("Customers").deck.current_id == three_backorders.customers["Kim"]
    hands.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert client.client.tabs.front() == "Backorders"
    assert deck.title == "Backorder 2"


def test_a_scroll_bar_moves_no_column(three_backorders: Shop) -> None:
    client = three_backorders.inventory_client.client
    deck = three_backorders.inventory_client.open_backorders()
    card = deck.deck.card
    assert isinstance(card, BackorderCard)
    bar, widths = card.scroll_area.verticalScrollBar(), {}
    for height in (1000, 520):
        client.resize(1366, height)
        hands.settle()
        widths[bar.isVisible()] = card.tables.width()

    assert set(widths) == {False, True}
    assert widths[False] == widths[True]
