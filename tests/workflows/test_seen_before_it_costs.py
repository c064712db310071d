"""Guide: "Who does what" — what a role may not do is seen before it costs anything, at each guard of the windows."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from posim_desktop.domain.cards.cards import DepartmentFields, EmployeeFields, ItemFields, RoleFields
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.people.permissions import needs_of
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.cards import items as stored_items
from posim_desktop.queries.people import roles as stored_roles
from posim_desktop.services.cards import departments, employees, items, roles
from posim_desktop.services.session import Action
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.shop import Shop
from workflows.drivers.supply import StockRoom

ASK = "Ask somebody who may."


@pytest.fixture
def goods(shop: Shop) -> Shop:
    """A shop with a card of each kind, a working and a sent order, a working log, and somebody who may do nothing."""
    shop.operations.do(partial(departments.add, fields=DepartmentFields("KIT", "Kitchen")))
    room = StockRoom(shop.opened)
    fields = ItemFields("KETTLE", "Kettle", price=Decimal(24), preferred_vendor_id=room.acme(), max_stock=Decimal(20))
    shop.items["KETTLE"] = shop.operations.do(partial(items.add, fields=fields, opening=Decimal(2))).record_id
    shop.sold("KETTLE", quantity="5", trans_code="B", to="Lee")
    room.writes_order("KETTLE", "3")
    room.orders("KETTLE", "4", {1: "2"})
    hire(shop, "Nix")
    return shop


def hire(shop: Shop, name: str, *permissions: Permission) -> None:
    """Hire somebody who may do some things and no others."""
    fields = RoleFields(name=f"Role of {name}", permissions=frozenset(permissions))
    role = shop.operations.read(stored_roles.details, shop.operations.do(partial(roles.add, fields=fields)).record_id)
    assert role is not None
    shop.operations.do(partial(employees.add, fields=EmployeeFields(name, name, role.fields.code)))


def at(shop: Shop, place: Place) -> Deck:
    """Go to a deck of the Inventory Client."""
    screen = shop.inventory_client.client.open(place)
    assert isinstance(screen, Deck)
    return screen


@pytest.mark.parametrize(
    "place",
    [Place.CUSTOMERS, Place.ITEMS, Place.VENDORS, Place.DEPARTMENTS, Place.TAX_CODES, Place.EMPLOYEES, Place.ROLES],
)
def test_cards_that_one_may_not_edit_say_so(goods: Shop, place: Place) -> None:
    goods.is_worked_by("Nix")
    deck = at(goods, place)
    for label in ("Add", "Edit", "Archive", "Delete"):
        button = hands.button(deck, label)
        assert not button.isEnabled(), label
        assert button.toolTip().endswith(ASK), label
        assert button.accessibleDescription() == button.toolTip(), label
    deck.add_new()  # as Ctrl+N does
    assert deck.current_id is not None


def test_cards_open_again_when_somebody_who_may_goes_on(goods: Shop) -> None:
    goods.is_worked_by("Nix")
    deck = at(goods, Place.ITEMS)
    goods.is_worked_by("Sam")
    assert all(hands.button(deck, label).isEnabled() for label in ("Add", "Edit", "Archive", "Adjust Stock"))
    assert hands.button(deck, "Add").toolTip() == "Add (Ctrl+N)"


def test_stock_that_one_may_not_adjust_says_so(goods: Shop) -> None:
    goods.is_worked_by("Nix")
    button = hands.button(at(goods, Place.ITEMS), "Adjust Stock")
    assert not button.isEnabled()
    assert "may not adjust stock" in button.accessibleDescription()


def test_a_price_that_one_may_not_change_is_only_read(goods: Shop) -> None:
    hire(goods, "Ed", Permission.EDIT_ITEMS)
    goods.is_worked_by("Ed")
    deck = at(goods, Place.ITEMS)
    hands.press(deck, "Edit")
    price = hands.field(deck, "Price")
    assert price.property("readOnly")
    assert "may not change prices on item cards" in price.accessibleDescription()
    hands.fill(deck, "Description", "Blue kettle")
    hands.press(deck, "Save")
    saved = goods.operations.read(stored_items.details, goods.items["KETTLE"])
    assert saved is not None
    assert (saved.fields.description, saved.fields.price) == ("Blue kettle", Decimal(24))


def test_preferences_of_the_shop_are_only_read_and_ones_own_are_changed(goods: Shop) -> None:
    goods.is_worked_by("Nix")
    client = goods.inventory_client.client
    client.open_preferences()
    dialog = hands.dialog("Preferences")
    assert any("may not change the shop's preferences" in words for words in hands.words_on(dialog))
    assert not hands.field(dialog, "Store Name").isEnabled()
    hands.field(dialog, "Pages").setFocus()
    hands.key(Qt.Key.Key_End)
    assert hands.field(dialog, "Colors").isEnabled()
    hands.press(dialog, "OK")
    assert not hands.is_asked("Preferences")


def entry(client: Client, menu: str, label: str) -> tuple[QMenu, QAction]:
    """Find an entry of a menu."""
    shown = next(each for each in client.menuBar().findChildren(QMenu) if each.title().replace("&", "") == menu)
    return shown, next(each for each in shown.actions() if each.text().replace("&", "").startswith(label))


@pytest.mark.parametrize(("menu", "label"), [("Setup", "Audit"), ("Misc", "Auto Backorder PO")])
def test_entries_of_menus_that_one_may_not_use_say_why(goods: Shop, menu: str, label: str) -> None:
    goods.is_worked_by("Nix")
    shown, action = entry(goods.inventory_client.client, menu, label)
    assert not action.isEnabled()
    assert action.toolTip().endswith(ASK)
    assert shown.toolTipsVisible()
    goods.is_worked_by("Sam")
    assert action.isEnabled()


# ---- deeds on documents: the button stays, the window says first that somebody is asked, and asks at that step ----


def _notice(dialog: QDialog) -> str:
    return " ".join(words for words in hands.words_on(dialog) if "asked for their PIN" in words)


def _auto_order(deck: Deck) -> None:
    hands.press(deck, "Auto Order")
    dialog = hands.dialog("Auto Order")
    assert "may not write purchase orders" in _notice(dialog)
    hands.press(dialog, "OK")


def _an_item(deck: Deck) -> None:
    hands.fill(deck, "Item", "KETTLE")
    hands.key(Qt.Key.Key_Return)


def _post_order(deck: Deck) -> None:
    hands.press(deck, "Post")
    dialog = hands.dialog("Purchase Order Backorder Allocation")
    assert "may not post purchase orders" in _notice(dialog)
    hands.press(dialog, "OK")


def _allocations(deck: Deck) -> None:
    hands.press(deck, "Allocations")
    dialog = hands.dialog("Purchase Order Backorder Allocation")
    assert "may not post purchase orders" in _notice(dialog)
    hands.press(dialog, "OK")


def _close_short(deck: Deck) -> None:
    hands.press(deck, "Close Short")
    dialog = hands.dialog("Close Short")
    assert "may not post purchase orders" in _notice(dialog)
    hands.press(dialog, "Close Short")


def _receive(deck: Deck) -> None:
    hands.press(deck, "Receive")


def _new_log(deck: Deck) -> None:
    hands.press(deck, "Add")
    dialog = hands.dialog("New Receiving Log")
    assert "may not receive goods" in _notice(dialog)
    hands.key(Qt.Key.Key_Down)
    hands.press(dialog, "Start")


def _cancel(deck: Deck) -> None:
    hands.press(deck, "Cancel")
    dialog = hands.dialog("Manual Backorder Cancel")
    assert "may not cancel backorders" in _notice(dialog)
    hands.fill(dialog, "Qty", "1")
    hands.fill(dialog, "Name", "Nix")
    hands.fill(dialog, "Reason", "Moved away")
    hands.press(dialog, "OK")


@pytest.mark.parametrize(
    ("place", "deed", "permission"),
    [
        (Place.WORKING_PURCHASE_ORDERS, _auto_order, Permission.WRITE_ORDERS),
        (Place.WORKING_PURCHASE_ORDERS, _an_item, Permission.WRITE_ORDERS),
        (Place.WORKING_PURCHASE_ORDERS, _post_order, Permission.POST_ORDERS),
        (Place.PROCESSED_PURCHASE_ORDERS, _allocations, Permission.POST_ORDERS),
        (Place.PROCESSED_PURCHASE_ORDERS, _close_short, Permission.POST_ORDERS),
        (Place.PROCESSED_PURCHASE_ORDERS, _receive, Permission.RECEIVE),
        (Place.RECEIVING_LOGS, _new_log, Permission.RECEIVE),
        (Place.BACKORDERS, _cancel, Permission.CANCEL_BACKORDER),
    ],
)
def test_a_deed_asks_for_approval_at_its_first_step(
    goods: Shop, place: Place, deed: Callable[[Deck], None], permission: Permission
) -> None:
    asked: list[Permission] = []
    deck = at(goods, place)

    def nobody_approves(_parent: QWidget, refusal: Refusal, _action: Action) -> bool:
        asked.extend(need.permission for need in needs_of(refusal))
        return False

    goods.operations.ask_approval = nobody_approves
    goods.is_worked_by("Nix")
    deed(deck)
    assert asked == [permission]
