"""Guide: "Tenders": what the shop takes, by its own names, is in Pay and asks what its card says."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from posim_desktop.domain.sales.tenders import TenderKind, TenderTypeFields
from posim_desktop.orm import TenderPaid
from posim_desktop.queries.verify import verify
from posim_desktop.services.sales import tender_types
from posim_desktop.tour import hands
from seeding import stored
from workflows.drivers.till import Till, TillShop, kettle_shop

VOUCHER = TenderTypeFields(name="Voucher", position=1, asks_reference=True)


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot
    with kettle_shop(database_url, tmp_path) as shop:
        yield shop


@pytest.fixture
def till(shop: TillShop) -> Till:
    till = shop.opens_till()
    till.enter("kettle")
    till.press("Pay")
    return till


def takes(shop: TillShop, fields: TenderTypeFields) -> None:
    shop.shop.operations.do(partial(tender_types.add, fields=fields))


def test_a_tender_that_the_shop_names_asks_its_reference_and_is_posted_with_it(shop: TillShop, till: Till) -> None:
    takes(shop, VOUCHER)
    hands.settle()
    till.press("Voucher")
    assert any(words.startswith("$24.00 by Voucher") for words in till.words())
    for typed, said in (("", "The reference"), ("4111 1111 1111 1111", "card number")):
        hands.fill(till.screen, "Reference", typed)
        hands.key(Qt.Key.Key_Return)
        assert any(said in words for words in till.words())
    hands.key(Qt.Key.Key_Escape)
    assert till.has_button("Exact")

    till.press("Voucher")
    hands.fill(till.screen, "Reference", "V-117")
    hands.key(Qt.Key.Key_Return)
    hands.settle()
    assert till.has_button("Give Back Voucher 24.00")
    hands.key(Qt.Key.Key_Return)  # Post has the keyboard
    hands.settle()
    till.press("Invoice 1")
    assert {"Voucher", "Reference V-117"} <= set(hands.words_on(till.client))
    with shop.shop.engine.connect() as connection:
        assert verify(connection) == ()


def test_a_card_is_given_back_once_somebody_read_what_the_terminal_must_do(shop: TillShop, till: Till) -> None:
    till.tender("Card")
    till.press("Give Back Card 24.00")
    asking = hands.dialog("Give Back")
    assert any("terminal" in words for words in hands.words_on(asking))
    hands.press(asking, "Keep It")
    assert stored(shop.shop.engine, TenderPaid).kind == "card"

    till.press("Give Back Card 24.00")
    hands.press(hands.dialog("Give Back"), "Give Back")
    assert till.screen.frame.pay_panel.tenders == ()


def test_more_tenders_than_have_buttons_are_in_a_menu(shop: TillShop, till: Till) -> None:
    for name in ("Voucher", "Store & Co", "Coupon"):
        takes(shop, TenderTypeFields(name=name, kind=TenderKind.OTHER))
    hands.settle()
    more = hands.button(till.screen, "More Tenders")
    assert isinstance(more, QPushButton)
    menu = more.menu()
    assert [action.text() for action in menu.actions()] == ["Store && Co", "Coupon"]
    menu.actions()[0].trigger()
    hands.settle()
    assert till.has_button("Give Back Store & Co 24.00")
