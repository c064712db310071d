"""Guide: "Find your way around": Enter in the fields and on the buttons of the real windows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from posim_desktop.tour import hands
from workflows.drivers.shop import Shop


def _preferences(shop: Shop) -> str:
    shop.sales_client.to_front()
    hands.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    return "Preferences"


def _manual_backorder_cancel(shop: Shop) -> str:
    shop.has_item("CLOCK")
    shop.sold("CLOCK", quantity="3", trans_code="B", to="Lee")
    shop.sales_client.open_backorders().press("Cancel")
    return "Manual Backorder Cancel"


def _adjust_stock(shop: Shop) -> str:
    shop.has_item("CLOCK", on_hand="3")
    shop.inventory_client.open("Lists", "Items").press("Adjust Stock")
    return "Adjust Stock"


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("opens", [_preferences, _manual_backorder_cancel, _adjust_stock])
def test_enter_in_the_fields_of_a_dialog_never_ends_it(shop: Shop, opens: Callable[[Shop], str], enter: Qt.Key) -> None:
    dialog = hands.dialog(opens(shop))
    fields = [field for field in dialog.findChildren(QLineEdit) if field.isVisible() and field.isEnabled()]
    assert fields
    for field in fields:
        field.setFocus()
        hands.keys("1")
        hands.key(enter)
        assert dialog.isVisible()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert dialog.isAncestorOf(focused)
    dialog.reject()


@pytest.mark.parametrize("opens", [_preferences, _manual_backorder_cancel, _adjust_stock])
def test_f12_presses_ok_and_escape_leaves(shop: Shop, opens: Callable[[Shop], str]) -> None:
    title = opens(shop)
    dialog = hands.dialog(title)
    pressed: list[str] = []
    ok = hands.button(dialog, "OK")
    ok.clicked.connect(lambda: pressed.append(title))
    hands.key(Qt.Key.Key_F12)
    assert pressed == [title]
    if hands.is_asked(title):  # something must be filled in first
        hands.key(Qt.Key.Key_Escape)
    assert not hands.is_asked(title)


def test_f12_answers_no_question(shop: Shop) -> None:
    shop.has_customer("Lee Harper")
    client = shop.sales_client
    client.to_front()
    deck = client.open("Lists", "Customers").deck
    hands.press(deck, "Delete")
    hands.key(Qt.Key.Key_F12)
    assert hands.is_asked("Delete")
    hands.key(Qt.Key.Key_Escape)
    assert not hands.is_asked("Delete")


def test_enter_presses_the_buttons_of_a_screen(shop: Shop) -> None:
    shop.has_customer("Lee Harper")
    shop.has_customer("Kim Ode")
    client = shop.sales_client
    client.to_front()
    deck = client.open("Lists", "Customers").deck
    for name in ("View", "View", "Next", "Previous"):
        hands.button(deck, name).setFocus()
        listing, first = deck.is_listing, deck.current_id
        hands.key(Qt.Key.Key_Enter)
        assert (deck.is_listing, deck.current_id) != (listing, first)


def test_letters_on_list_all_do_nothing(shop: Shop) -> None:
    shop.has_customer("Ada Harper")
    shop.has_customer("Zoe Ode")
    deck = shop.sales_client.open("Lists", "Customers").deck
    shop.sales_client.to_front()
    hands.press(deck, "View")
    table = hands.table(deck, "List All")
    table.setFocus()
    row = table.currentIndex().row()
    hands.keys("z")
    assert table.currentIndex().row() == row
