"""A person says what deposits the shop asks, and how far a role may go below or beyond; follows "Preferences"."""

from decimal import Decimal

from PySide6.QtCore import Qt

from posim_desktop.domain.people.permissions import Role
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.tour import hands
from posim_desktop.ui.shop.preferences import PreferencesDialog
from workflows.drivers.shop import Shop
from workflows.test_roles import limit, role_card, stored_permissions, tick


def opens_deposits(shop: Shop) -> PreferencesDialog:
    """Open the page of deposits."""
    shop.sales_client.to_front()
    hands.menu(shop.sales_client.client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    assert isinstance(dialog, PreferencesDialog)
    dialog.show_page("Deposits")
    return dialog


def test_the_shop_says_what_it_asks_and_what_it_may_keep(shop: Shop) -> None:
    dialog = opens_deposits(shop)
    page = dialog.deposits_page
    assert (page.deposit_percent_edit.accessibleName(), page.deposit_percent_edit.text()) == (
        "Ask for a deposit of",
        "0 percent",
    )
    page.deposit_percent_edit.setFocus()
    page.deposit_percent_edit.selectAll()
    hands.keys("20")
    hands.key(Qt.Key.Key_Tab)
    hands.keys("5")
    hands.key(Qt.Key.Key_Tab)
    hands.keys("10")
    hands.press(dialog, "OK")

    kept = shop.operations.read(stored_preferences.load)
    assert (kept.deposit_percent, kept.deposit_at_least, kept.cancel_fee_percent) == (20, Decimal("5.00"), 10)
    dialog = opens_deposits(shop)
    assert hands.field(dialog, "but at least").property("text") == "5.00"
    hands.press(dialog, "Cancel")


def test_an_amount_that_is_none_is_told_at_its_field_and_stays(shop: Shop) -> None:
    dialog = opens_deposits(shop)
    hands.fill(dialog, "but at least", "five")
    dialog.show_page("Store")
    hands.press(dialog, "OK")

    assert dialog.isVisible()
    assert dialog.page_list.currentItem().text() == "Deposits"
    assert hands.field(dialog, "but at least").property("text") == "five"
    assert shop.operations.read(stored_preferences.load).deposit_at_least == 0
    hands.press(dialog, "Cancel")


def test_a_role_says_how_small_a_deposit_and_how_large_a_fee_may_be(shop: Shop) -> None:
    deck = role_card(shop, "Cashier").press("Edit")
    deck.press("Customize")
    tick(deck, "Take a smaller deposit").click()
    tick(deck, "Keep a larger cancellation fee").click()
    hands.fill(deck.deck, "Smallest deposit, % of the price", "10")
    hands.fill(deck.deck, "Largest cancellation fee, % of the deposit", "50")
    deck.press("Save")

    may = {str(permission) for permission in stored_permissions(shop, Role.CASHIER)}
    assert {"lower deposit", "cancel fee"} <= may
    assert limit(deck, "Smallest deposit, % of the price") == "10"
    assert limit(deck, "Largest cancellation fee, % of the deposit") == "50"
    deck.press("Edit")
    hands.fill(deck.deck, "Largest cancellation fee, % of the deposit", "101")
    deck.press("Save")
    assert limit(deck, "Largest cancellation fee, % of the deposit") == "101"
