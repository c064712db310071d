"""Guide: "Who does what" — what goods cost is shown to who may see it, and nowhere to anybody else."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget

from posim_desktop.domain.cards.cards import EmployeeFields, ItemFields, RoleFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.receiving.stock_counts import Extent
from posim_desktop.orm import Vendor
from posim_desktop.queries.cards import items as stored_items
from posim_desktop.queries.deck import Step
from posim_desktop.queries.people import roles as stored_roles
from posim_desktop.services.cards import employees, items, roles
from posim_desktop.services.receiving import logs, stock_counts, vendor_returns
from posim_desktop.tour import hands
from posim_desktop.ui.clients.places import DESTINATIONS
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.looks import everything_said, visible_columns, words_inside
from workflows.drivers.shop import ClientDriver, Shop
from workflows.drivers.supply import StockRoom

COST = Decimal("7.7731")
FIGURES = ("7.77", "23.31", "23.32", "38.86", "38.87", "62.18", "62.19")
"""The cost of one, and of three, five and eight, however they are rounded."""


@pytest.fixture
def goods(shop: Shop) -> Shop:
    """A kettle that is on a working, a sent and a received order, and somebody who may do all but see costs."""
    fields = ItemFields("KETTLE", "Enamel kettle", price=Decimal(24), cost=COST)
    shop.items["KETTLE"] = shop.operations.do(partial(items.add, fields=fields, opening=Decimal(2))).record_id
    room = StockRoom(shop.opened)
    shop.sold("KETTLE", quantity="2", trans_code="B", to="Lee")
    room.writes_order("KETTLE", "3")
    room.receives(room.orders("KETTLE", "5"), "5", {})
    sent = room.orders("KETTLE", "8", {1: "1"})
    shop.operations.do(partial(logs.start, purchase_order_id=sent, received_on=date(2026, 11, 3)))
    fewer = frozenset(Permission) - {Permission.SEE_COSTS}
    role_id = shop.operations.do(partial(roles.add, fields=RoleFields(name="Blind", permissions=fewer))).record_id
    role = shop.operations.read(stored_roles.details, role_id)
    assert role is not None
    shop.operations.do(partial(employees.add, fields=EmployeeFields("BO", "Bo", role.fields.code)))
    return shop


def walked(driver: ClientDriver) -> dict[str, str]:
    """Go to every place of a client, to its cards and to List All; return what was said at each."""
    said = {}
    for place in DESTINATIONS:
        screen = driver.client.open(place)
        assert screen is not None, place
        said[str(place)] = everything_said()
        if isinstance(screen, Deck):
            while screen.go(Step.NEXT):
                said[f"{place} {screen.current_id}"] = everything_said()
            screen.show_list()
            said[f"{place}, List All"] = everything_said()
            screen.toggle_list()
    return said


def with_costs(said: dict[str, str]) -> set[str]:
    """Name the places where a figure tells what the goods cost."""
    return {
        place.split(",")[0].rstrip(" 0123456789") for place, words in said.items() if any(f in words for f in FIGURES)
    }


@pytest.mark.parametrize("client", ["sales_client", "inventory_client"])
def test_every_screen_is_without_costs_for_who_may_not_see_them(goods: Shop, client: str) -> None:
    driver = getattr(goods, client)
    assert with_costs(walked(driver)) == {
        Place.WORKING_PURCHASE_ORDERS,
        Place.PROCESSED_PURCHASE_ORDERS,
        Place.RECEIVING_LOGS,
        Place.ITEMS,
        Place.AUDIT,
    }
    driver.client.log_out()

    goods.is_worked_by("Bo")

    assert with_costs(walked(driver)) == set()


def test_who_goes_on_at_an_open_screen_sees_no_cost_there(goods: Shop) -> None:
    driver = goods.inventory_client
    places = (Place.WORKING_PURCHASE_ORDERS, Place.PROCESSED_PURCHASE_ORDERS, Place.RECEIVING_LOGS, Place.ITEMS)
    for place in places:
        driver.client.open(place)
    for name, sees in (("Bo", False), ("Sam", True)):
        goods.is_worked_by(name)
        for place in places:
            driver.client.tabs.bring_to_front(place)
            said = everything_said()
            assert any(figure in said for figure in FIGURES) is sees, (name, place)


@pytest.mark.parametrize(("name", "headings"), [("Sam", ["Cost", "Extended"]), ("Bo", [])])
def test_the_dialogs_of_ordering_show_costs_to_nobody(goods: Shop, name: str, headings: list[str]) -> None:
    goods.is_worked_by(name)
    client = goods.inventory_client.client
    orders = client.open(Place.WORKING_PURCHASE_ORDERS)
    assert orders is not None
    shown = hands.table(orders, "Lines")
    heads = [str(shown.model().headerData(place, Qt.Orientation.Horizontal)) for place in visible_columns(shown)]
    assert [head for head in heads if head in {"Cost", "Extended"}] == headings
    for label, title in (("Auto Order", "Auto Order"), ("Post", "Purchase Order Backorder Allocation")):
        hands.press(orders, label)
        dialog = hands.dialog(title)
        dialog_words = "\n".join(words_inside(dialog))
        assert not any(figure in dialog_words for figure in FIGURES)
        dialog.reject()


def columns_in_sight(inside: QWidget) -> set[str]:
    """Name the visible columns of all visible tables."""
    hands.settle()
    tables = [table for table in inside.findChildren(QTableView) if table.isVisible()]
    across = Qt.Orientation.Horizontal
    return {str(table.model().headerData(place, across)) for table in tables for place in visible_columns(table)}


def columns_after(goods: Shop, place: Place, *pressed: str) -> set[str]:
    """Go to a place, press a button or choose from the menu, and name the visible columns of what opens."""
    client = goods.inventory_client.client
    screen = client.open(place)
    assert screen is not None
    if len(pressed) == 1:
        hands.press(screen, *pressed)
    elif pressed:
        hands.menu(client, *pressed)
    hands.settle()
    dialog = QApplication.activeModalWidget()
    seen = columns_in_sight(dialog or screen)
    assert seen
    assert bool(pressed) == isinstance(dialog, QDialog)
    if isinstance(dialog, QDialog):
        dialog.reject()
    return seen


TELL_COSTS = {
    (Place.WORKING_PURCHASE_ORDERS,): {"Cost", "Extended"},
    (Place.WORKING_PURCHASE_ORDERS, "Misc", "Post Working Orders"): {"Total"},
    (Place.PROCESSED_PURCHASE_ORDERS,): {"Cost", "Extended"},
    (Place.PROCESSED_PURCHASE_ORDERS, "Change"): {"Cost"},
    (Place.VENDOR_RETURNS,): {"Cost", "Extended"},
    (Place.STOCK_COUNTS,): {"At Cost"},
    (Place.RECEIVING_LOGS,): {"Cost", "Extended"},
    (Place.RECEIVING_LOGS, "Correct"): set[str](),
}


def test_no_table_keeps_a_column_of_costs_for_who_may_not_see_them(goods: Shop) -> None:
    do, kettle = goods.operations.do, goods.items["KETTLE"]
    acme = goods.operations.read(lambda connection: connection.scalar(sa.select(Vendor.id)))
    room = StockRoom(goods.opened, {"ACME": acme})
    posted = room.receives(room.orders("KETTLE", "5"), "5", {})
    back = do(partial(vendor_returns.start, vendor_id=acme)).record_id
    do(partial(vendor_returns.add_item, vendor_return_id=back, item_id=kettle))
    count = do(partial(stock_counts.start, extent=Extent.SCANNED)).record_id
    do(partial(stock_counts.count_up, stock_count_id=count, item_id=kettle))
    goods.inventory_client.client.open_record(Record.RECEIVING_LOG, posted)

    for_sam = {way: columns_after(goods, Place(way[0]), *way[1:]) for way in TELL_COSTS}
    goods.is_worked_by("Bo")
    for_bo = {way: columns_after(goods, Place(way[0]), *way[1:]) for way in TELL_COSTS}

    assert {way: for_sam[way] - for_bo[way] for way in TELL_COSTS} == TELL_COSTS


def test_a_card_that_is_saved_by_who_sees_no_costs_keeps_its_cost(goods: Shop) -> None:
    goods.is_worked_by("Bo")
    deck = goods.inventory_client.open("Lists", "Items")
    deck.press("Edit")
    hands.fill(deck.deck, "Description", "Kettle, blue")
    deck.press("Save")

    card = goods.operations.read(stored_items.details, goods.items["KETTLE"])
    assert card is not None
    assert (card.fields.description, card.fields.cost) == ("Kettle, blue", COST)
