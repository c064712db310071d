"""Guide: "Purchase orders" and "Sell": cases and lengths, through the real windows by the words on them."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import seeding
from posim_desktop.orm import Item
from posim_desktop.services.database import for_writing
from posim_desktop.services.session import begun
from posim_desktop.tour import hands
from workflows.drivers.ordering import assert_sound, orders, posts, stocks
from workflows.drivers.purchase_orders import PROCESSED, acme, begins, opens
from workflows.drivers.receiving import LogDriver
from workflows.drivers.shop import Shop
from workflows.drivers.till import TillShop

ACME = "Acme Trading (ACME)"


@pytest.fixture
def till_shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot
    shop = TillShop(database_url, tmp_path)
    yield shop
    shop.close()


def test_cases_are_ordered_in_the_words_of_the_vendor(shop: Shop) -> None:
    vendor_id = acme(shop)
    stocks(shop, "SODA", vendor_id=vendor_id, pack="12")
    deck = begins(shop, ACME)
    deck.enter("soda")
    deck.write(0, "Qty", "6 cs").write(0, "Cost", "100/cs")
    headings = ("Qty", "Pack", "Cost", "Extended")
    assert deck.lines(*headings) == [("72", "6 cs of 12", "8.3333", "600.00")]
    deck.enter("2cs*soda")
    assert deck.lines("Qty", "Pack") == [("96", "8 cs of 12")]
    deck.write(0, "Qty", "72")
    deck.write(0, "Pack", "8")
    assert deck.lines(*headings) == [("72", "9 cs of 8", "12.50", "900.00")]
    deck.write(0, "Qty", "6 m")
    assert "6 m" in deck.lines("Qty")[0][0]
    assert_sound(shop)


def test_cases_are_typed_on_a_sent_order_and_on_its_delivery(shop: Shop) -> None:
    vendor_id = acme(shop)
    stocks(shop, "SODA", vendor_id=vendor_id, pack="12")
    posts(shop, orders(shop, vendor_id, ("SODA", "72")))
    opens(shop, PROCESSED).press("Change")
    dialog = hands.dialog("Change Purchase Order 1")
    table = hands.table(dialog, "Lines")
    hands.write_cell(table, 0, "Ordered Now", "8 cs")
    assert hands.rows(table, "Was", "Ordered Now") == [("72", "96")]
    hands.press(dialog, "Cancel")
    log = LogDriver(shop).starts("1")
    log.write(0, "Received", "5cs").write(0, "Free", "1 cs")
    assert log.lines("Item ID", "Received", "Free") == [("SODA", "60 (5 cs)", "12")]
    log.write(0, "Free", "1 m")
    assert log.lines("Free") == [("1 m",)]
    assert_sound(shop)


def test_packs_are_typed_before_a_code(till_shop: TillShop) -> None:
    soda = till_shop.has_item("SODA", "Orange soda", on_hand="99", price="1.50")
    till_shop.has_item("LAMP", "Lamp", on_hand="9", price="20.00")
    with begun(for_writing(till_shop.shop.engine)) as session:
        seeding.rewrite(session, Item, soda, pack_quantity=Decimal(12), pack_unit="tray")
    till = till_shop.opens_till()
    for typed in ("6cs*SODA", "1 tray*soda", "2 pc * SODA"):
        till.enter(typed)
    assert till.lines("Qty", "Price", "Extended") == [("86", "1.50", "129.00")]
    till.enter("6cs*LAMP")
    assert "LAMP comes in no packs. Type how many single units, such as 12*LAMP." in hands.words_on(till.screen)
    till.enter("6 m*soda")
    assert "such as 6 tray" in "".join(hands.words_on(till.screen))
    assert till.lines("Qty") == [("86",)]


def test_a_length_in_one_piece_is_sold(till_shop: TillShop) -> None:
    cloth = till_shop.has_item("CLOTH", "Blue cloth", on_hand="20", price="8.00")
    with begun(for_writing(till_shop.shop.engine)) as session:
        seeding.rewrite(session, Item, cloth, unit="yd", smallest_cut=Decimal("0.125"))
    till = till_shop.opens_till()
    till.enter("2 3/8*cloth")
    assert till.lines("Description", "Qty", "Extended") == [("Blue cloth", "2.375 yd", "19.00")]
    till.screen.menu.piece_action.trigger()
    assert till.lines("Description") == [("Blue cloth – one piece",)]
    till.write(0, "Qty", "2 1/8")
    assert till.lines("Qty", "Extended") == [("2.125 yd", "17.00")]
    till.write(0, "Qty", "2.3")
    cell = hands.table(till.screen, "Lines").currentIndex()
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "It is cut in steps of 0.125. Enter 2.25 or 2.375."
