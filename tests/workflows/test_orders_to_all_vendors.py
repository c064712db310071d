"""Guide: the Reorder List, working orders posted together, and several vendors on a card; by the words on them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from posim_desktop.queries.cards import items as item_queries
from posim_desktop.tour import hands
from workflows.drivers.ordering import assert_sound, has_vendor, owes, purchase_orders_of, stocks
from workflows.drivers.shop import Shop


def test_one_list_orders_from_all_vendors_and_all_are_posted_together(shop: Shop) -> None:
    acme, bell = has_vendor(shop, "Acme Trading"), has_vendor(shop, "Bell Lighting")
    stocks(shop, "KETTLE", vendor_id=acme, max_stock="3")
    stocks(shop, "LAMP", vendor_id=bell, max_stock="2")
    owes(shop, "KETTLE", "2", "Lee")
    window = shop.inventory_client.client

    hands.menu(window, "Misc", "Reorder List")
    dialog = hands.dialog("Reorder List")
    hands.settle()
    hands.press(dialog, "OK")
    hands.wait_for(lambda: len(purchase_orders_of(shop)) == 2, "the orders")
    assert purchase_orders_of(shop) == [("working", "KETTLE", "5"), ("working", "LAMP", "2")]

    hands.menu(window, "Misc", "Post Working Orders")
    dialog = hands.dialog("Post Working Orders")
    table = hands.table(dialog, "Working Purchase Orders")
    shown = hands.rows(table, "Vendor", "Lines", "Total", "For Customers", "Smallest Order", "Not Posted")
    assert shown == [
        ("Acme Trading", "1", "$50.00", "Lee 2", "", ""),
        ("Bell Lighting", "1", "$20.00", "", "", ""),
    ]
    QTest.keyClick(table, Qt.Key.Key_Space)  # not the kettles yet
    hands.press(dialog, "Post")
    hands.wait_for(lambda: len({status for status, *_ in purchase_orders_of(shop)}) == 2, "the posting")
    assert purchase_orders_of(shop) == [("working", "KETTLE", "5"), ("processed", "LAMP", "2")]
    assert_sound(shop)


def test_a_card_gets_another_vendor_that_is_preferred_with_its_terms(shop: Shop) -> None:
    acme, bell = has_vendor(shop, "Acme Trading"), has_vendor(shop, "Bell Lighting")
    stocks(shop, "KETTLE", vendor_id=acme)
    deck = shop.inventory_client.open("Lists", "Items")
    deck.press("Edit")
    edit = deck.deck.findChild(QPlainTextEdit, "other_vendors_edit")
    assert edit is not None
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Return)
    dialog = hands.dialog("Other Vendors")
    hands.fill(dialog, "Vendor, row 1", "Bell Lighting")
    hands.fill(dialog, "Vendor Item No., row 1", "B-22")
    hands.press(dialog, "OK")
    assert "Bell Lighting: B-22" in edit.toPlainText()
    deck.press("Save")

    with shop.opened.engine.connect() as connection:
        card = item_queries.details(connection, shop.items["KETTLE"])
    assert card is not None
    assert [(terms.vendor_id, terms.vendor_item_number) for terms in card.fields.vendors] == [
        (acme, ""),
        (bell, "B-22"),
    ]
    assert_sound(shop)
