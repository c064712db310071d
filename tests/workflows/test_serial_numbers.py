"""Guide: "Serial numbers", through the real windows by the words on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from posim_desktop.domain.cards.serials import Serials
from posim_desktop.orm import Item
from posim_desktop.services.database import for_writing
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.decks import DeckDriver
from workflows.drivers.till import SCANNER_MS, Till, TillShop, press_at


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    shop.has_item("KETTLE", "Enamel kettle", on_hand="5")
    drill = shop.has_item("DRILL", "Cordless drill", on_hand="5", price="89.00")
    shop.has_barcode(drill, "4006381333931")
    with for_writing(shop.shop.engine).begin() as connection:
        connection.execute(sa.update(Item.__table__).where(Item.id == drill).values(serials=Serials.SALE))
    yield shop
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    return shop.opens_till()


def asked() -> QDialog:
    """Find the dialog that asks for serial numbers."""
    return hands.dialog("Serial Numbers")


def field() -> QPlainTextEdit:
    """Find its list."""
    found = hands.field(asked(), "Serial Numbers")
    assert isinstance(found, QPlainTextEdit)
    return found


def scan(code: str, start_ms: int) -> None:
    """Scan into the list, as fast as a scanner is."""
    for place, letter in enumerate((*code, "\r")):
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
        press_at(field(), key, letter, start_ms + place * SCANNER_MS)
    hands.settle()


def test_the_sale_asks_for_a_number_for_each_unit_and_the_papers_name_them(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.enter("2*drill")
    assert "0 of 2 entered" in hands.words_on(asked())
    scan("4006381333931", 1000)  # the box has two barcodes, and this one is on all of them
    scan("A-2", 9000)
    assert any("is a barcode of DRILL" in words for words in hands.words_on(asked()))
    field().setPlainText("A-1\n")
    field().moveCursor(field().textCursor().MoveOperation.End)
    scan("A-2", 20000)  # the last one closes the dialog
    assert till.lines("Item ID", "Qty") == [("KETTLE", "1"), ("DRILL", "2")]
    assert any("Serial No. A-1, A-2" in words for words in till.words())
    till.pay_and_post()
    assert shop.invoices()[0][:2] == ("processed", 1)

    deck = till.client.open(Place.PROCESSED_INVOICES)
    assert deck is not None
    hands.fill(deck, "Find", "a-2")
    hands.key(Qt.Key.Key_Return)
    shown = hands.rows(hands.table(deck, "Lines"), "Description")
    assert ("Cordless drill – Serial No. A-1, A-2",) in shown


def test_what_is_left_for_later_is_asked_before_paying(till: Till) -> None:
    till.enter("drill")
    QTest.keyClick(asked(), Qt.Key.Key_Escape)
    till.press("Pay")
    field().setPlainText("B-1")
    hands.press(asked(), "OK")
    till.tender("Cash")
    till.press("Post")
    assert "Posted" in till.words()


def test_a_unit_comes_back_and_is_sold_again_by_its_number(till: Till) -> None:
    till.enter("drill")
    scan("C-1", 1000)
    till.pay_and_post()

    till.scan("C-1")  # sold: it finds the drill, and says on which invoice it was sold
    assert any("already sold on invoice 1" in words for words in till.words())
    till.press("Forget")
    till.enter("drill")
    QTest.keyClick(asked(), Qt.Key.Key_Escape)
    till.write(0, "Trans Code", "R")
    till.press("Pay")
    till.tell_why()
    scan("X-9", 1000)
    hands.press(hands.dialog("Not Sold Here"), "Check the Number")
    field().setPlainText("c-1")
    hands.press(asked(), "OK")
    till.tender("Cash")
    till.press("Post")

    till.scan("C-1")
    assert till.lines("Item ID", "Qty") == [("DRILL", "1")]
    till.pay_and_post()
    assert "Posted" in till.words()


def test_a_code_that_names_the_unit_brings_its_number(shop: TillShop, till: Till) -> None:
    till.scan("]d2010400638133393121A-9")
    assert till.lines("Item ID", "Qty") == [("DRILL", "1")]
    assert any("Serial No. A-9" in words for words in till.words())
    till.scan("]d2010400638133393121a-9", start_ms=200_000)
    assert till.lines("Item ID", "Qty") == [("DRILL", "1")], "the same unit is not sold twice"
    till.press("Forget: " + till.screen.frame.lines.scans_not_taken.scans[0].shown)
    till.pay_and_post()
    assert shop.invoices()[0][:2] == ("processed", 1)


@pytest.mark.parametrize(("goods", "told"), [("Cordless", True), ("Enamel", False)])
def test_who_adjusts_the_stock_of_such_goods_is_told_that_units_stay_in_the_list(
    till: Till, goods: str, *, told: bool
) -> None:
    deck = till.client.open(Place.ITEMS)
    assert isinstance(deck, Deck)
    DeckDriver(till.client, deck).find(goods).open_card().press("Adjust Stock")
    words = hands.words_on(hands.dialog("Adjust Stock"))
    assert any(goods in said for said in words)
    assert any(said.startswith("Only the quantity changes.") for said in words) is told
