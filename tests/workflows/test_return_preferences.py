"""A person puts the reasons for returns in order; follows "Returns" and "Preferences"."""

from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.tour import hands
from posim_desktop.ui.sales import return_words
from posim_desktop.ui.shop.preferences import PreferencesDialog
from workflows.drivers.shop import Shop


def opens_invoice_page(shop: Shop) -> PreferencesDialog:
    shop.sales_client.to_front()
    hands.menu(shop.sales_client.client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    assert isinstance(dialog, PreferencesDialog)
    dialog.show_page("Invoice")
    return dialog


def test_the_reasons_that_the_program_knows_are_where_a_shop_begins(shop: Shop) -> None:
    dialog = opens_invoice_page(shop)
    dialog.reason_above_percent_edit.setValue(5)
    hands.press(dialog, "OK")
    assert shop.operations.read(stored_preferences.load).reason_above_percent == 5
    assert shop.operations.read(stored_preferences.load).return_reasons == ""  # whatever language they are in

    dialog = opens_invoice_page(shop)
    hands.press(dialog, "Remove")
    hands.press(dialog, "Move Down")
    hands.press(dialog, "OK")
    stored = shop.operations.read(stored_preferences.load)
    assert return_words.reasons(stored) == ("Does not work", "Does not please", "Wrong item", "Found it cheaper")
    assert opens_invoice_page(shop).return_reasons_edit.lines() == return_words.reasons(stored)
    hands.press(hands.dialog("Preferences"), "Cancel")
