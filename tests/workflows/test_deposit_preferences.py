"""A person says what may be kept of a deposit, and how far a role may go beyond; follows "Preferences" and "Roles"."""

from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.permits import Permission
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


def test_the_shop_says_what_may_be_kept_of_a_deposit(shop: Shop) -> None:
    percent = opens_deposits(shop).deposits_page.cancel_fee_percent_edit
    assert (percent.accessibleName(), percent.text()) == ("Cancellation fee up to", "0 percent")
    percent.setFocus()
    percent.selectAll()
    hands.keys("10")
    hands.press(hands.dialog("Preferences"), "OK")

    assert shop.operations.read(stored_preferences.load).cancel_fee_percent == 10
    assert opens_deposits(shop).deposits_page.cancel_fee_percent_edit.text() == "10 percent"
    hands.press(hands.dialog("Preferences"), "Cancel")


def test_a_role_says_how_large_a_fee_may_be(shop: Shop) -> None:
    deck = role_card(shop, "Cashier").press("Edit")
    deck.press("Customize")
    tick(deck, "Keep a larger cancellation fee").click()
    hands.fill(deck.deck, "Largest cancellation fee, % of the deposit", "50")
    deck.press("Save")

    assert Permission.CANCEL_FEE in stored_permissions(shop, Role.CASHIER)
    assert limit(deck, "Largest cancellation fee, % of the deposit") == "50"
    deck.press("Edit")
    hands.fill(deck.deck, "Largest cancellation fee, % of the deposit", "101")
    deck.press("Save")
    assert limit(deck, "Largest cancellation fee, % of the deposit") == "101"
