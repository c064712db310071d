"""Guide: "Taxes", through the real windows by the words on them: a code of two taxes, and a line under another code."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from posim_desktop.domain.tax import Tax
from posim_desktop.queries.cards import tax_codes
from posim_desktop.tour import hands
from workflows.drivers.shop import Shop
from workflows.drivers.till import TillShop

D = Decimal


@pytest.fixture
def shop_at_the_till(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    yield shop
    shop.close()


def test_a_tax_code_is_made_of_two_taxes_by_the_keyboard_alone(shop: Shop) -> None:
    deck = shop.inventory_client.open("Setup", "Tax Codes")
    deck.press("Add")
    hands.keys("QC")
    for typed in ("Quebec", "GST", "5", "QST", "9.975", " "):
        hands.key(Qt.Key.Key_Tab)
        hands.keys(typed)
    hands.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert deck.title == "Quebec"
    cards = shop.operations.read(tax_codes.choices, None)
    (chosen,) = (card.id for card in cards if card.code == "QC")
    found = shop.operations.read(tax_codes.details, chosen)
    assert found is not None
    assert found.fields.taxes == (Tax("GST", D(5)), Tax("QST", D("9.975"), compound=True))

    hands.fill(deck.deck, "Rate % of Tax 2", "101")
    deck.press("Save")
    assert deck.says("A tax rate is between 0 and 100 percent.")


def test_a_line_is_sold_under_another_tax_code(shop_at_the_till: TillShop) -> None:
    shop_at_the_till.has_item("KETTLE", "Enamel kettle", on_hand="5", taxed=True)
    shop_at_the_till.has_item("MUG", "Mug", on_hand="5", price="10.00", taxed=True)
    till = shop_at_the_till.opens_till()
    till.enter("mug")
    till.enter("kettle")
    assert till.amount_due == "$37.40"

    hands.key(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    dialog = hands.dialog("Tax Code of the Line")
    hands.fill(dialog, "Tax Code", "(not taxed)")
    hands.press(dialog, "OK")

    assert till.lines("Item ID", "Tax") == [("MUG", "STD"), ("KETTLE", "")]
    assert till.amount_due == "$35.00"
    till.pay_and_post()
    assert shop_at_the_till.invoices() == [("processed", 1, D("35.00"))]
