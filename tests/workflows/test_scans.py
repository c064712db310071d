"""Guide: "Sell": a scan is taken whole or stays in sight until somebody has dealt with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

import seeding
from left_open import put_windows_away
from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.orm import Barcode, Item
from posim_desktop.queries.cards import items
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.services.cards import items as item_verbs
from posim_desktop.services.cards import preferences
from posim_desktop.services.database import for_writing
from posim_desktop.services.session import begun
from posim_desktop.tour import hands
from posim_desktop.ui.kept_scans import KeptScans
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.till import Till, TillShop

_MUG = "5012345678900"


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    yield shop
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    kettle = shop.has_item("KETTLE", "Enamel kettle", on_hand="5")
    _calls(shop, kettle, "OA-4653")
    shop.has_barcode(shop.has_item("MUG", "Mug", on_hand="50", price="2.50"), _MUG)
    shop.has_item("CLOCK", "Wall clock")
    return shop.opens_till()


def _calls(shop: TillShop, item_id: int, number: str) -> None:
    """Let the vendor call goods by a number."""
    with begun(for_writing(shop.shop.engine)) as session:
        seeding.rewrite(session, Item, item_id, vendor_item_number=number)


def _scan_vendor_numbers(shop: TillShop) -> None:
    before = shop.shop.operations.read(stored_preferences.load)
    shop.shop.operations.do(partial(preferences.change, preferences=replace(before, scan_vendor_numbers=True)))


def _entry(till: Till) -> str:
    return till.screen.frame.lines.entry.entry_field.text()


def _not_taken(till: Till) -> list[str]:
    return [scan.shown for scan in till.screen.frame.lines.scans_not_taken.scans]


@contextmanager
def _outage(shop: TillShop) -> Iterator[None]:
    """Let nobody read who has which code."""
    with shop.shop.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE barcodes RENAME TO out_of_reach"))
    yield
    with shop.shop.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE out_of_reach RENAME TO barcodes"))


@pytest.mark.parametrize("code", ["4653", "OA-4653", "ENAM", "501234567890", "100000*MUG", "*NOSUCH*", "MUG " * 40])
def test_a_scan_that_is_no_code_on_file_sells_nothing_and_stays_in_sight(till: Till, code: str) -> None:
    till.scan(code)
    assert (till.lines("Item ID"), _entry(till)) == ([], "")
    assert any("No item has this code." in words for words in till.words())

    till.scan(_MUG, start_ms=200_000)
    assert (till.lines("Item ID", "Qty"), _entry(till)) == ([("MUG", "1")], "")
    assert not hands.button(till.screen, "Pay").isEnabled(), "the goods of the other scan would leave unpaid"

    till.press(f"Forget: {till.screen.frame.lines.scans_not_taken.scans[0].shown}")
    assert hands.button(till.screen, "Pay").isEnabled()
    assert not any("No item has this code." in words for words in till.words())


def test_what_may_be_a_code_is_offered_and_not_sold_by_a_part(till: Till) -> None:
    till.enter("4653")
    assert till.lines("Item ID") == []
    hands.key(Qt.Key.Key_Return)
    assert till.lines("Item ID") == [("KETTLE",)]


@pytest.mark.parametrize("sent", ["MUG", "*mug*", f"*{_MUG}*"])
def test_the_signs_of_a_code_39_are_no_part_of_the_code(till: Till, sent: str) -> None:
    hands.fill(till.screen, "Item", "3*")
    till.scan(sent)
    assert till.lines("Item ID", "Qty") == [("MUG", "3")]


def test_one_article_is_scanned_however_its_number_is_written(shop: TillShop, till: Till) -> None:
    shop.has_barcode(shop.has_item("SODA", "Soda", on_hand="50"), "042100005264")
    shop.has_barcode(shop.has_item("BOOK", "Book", on_hand="50"), "3-16-148410-X")
    shop.has_barcode(shop.has_item("ONE", "One", on_hand="50"), "0036000291453")
    for place, code in enumerate(("0042100005264", "04252614", "9783161484100")):
        till.scan(code, start_ms=200_000 + place * 10_000)
    till.scan("036000291453", start_ms=300_000)
    assert till.lines("Item ID", "Qty") == [("SODA", "2"), ("BOOK", "1")]
    assert _not_taken(till) == ["036000291453"], "a number with a wrong check digit is a code of the shop's own"


def test_two_cards_with_one_number_are_listed_until_somebody_decided(shop: TillShop, till: Till) -> None:
    shop.has_barcode(shop.has_item("SODA", "Soda", on_hand="50"), "042100005264")
    with begun(for_writing(shop.shop.engine)) as session:
        cola = seeding.add_item(session, shop.employee_id, "COLA")
        seeding.inserted(session, Barcode, item_id=cola, barcode="0042100005264")
    till.scan("0042100005264")
    assert till.screen.frame.lines.entry.is_choosing, "nobody guesses"
    hands.key(Qt.Key.Key_Escape)
    till.press("Forget: 0042100005264")

    assert shop.client is not None
    deck = shop.client.open(Place.ITEMS)
    assert isinstance(deck, Deck)
    hands.wait_for(lambda: not deck.surroundings.is_counting, "the counts")
    hands.tab(deck, "Same Number")
    assert deck.current_id == cola
    words = "The number of barcode 0042100005264 is on the card of SODA too."
    assert any(words in said for said in hands.words_on(deck))
    card = shop.shop.operations.read(items.details, cola)
    assert card is not None
    fields = replace(card.fields, barcodes=())
    shop.shop.operations.do(partial(item_verbs.change, item_id=cola, fields=fields, version=1))
    hands.settle()
    assert not any(words in said for said in hands.words_on(deck))
    hands.tab(deck, "All")
    hands.wait_for(lambda: not deck.bar.tabs.isVisible(), "no tab for all the cards alone")


def test_a_vendor_s_number_is_scanned_where_the_shop_says_so(shop: TillShop, till: Till) -> None:
    _scan_vendor_numbers(shop)
    till.scan("oa-4653")
    till.scan("4653", start_ms=200_000)
    assert (till.lines("Item ID"), _not_taken(till)) == ([("KETTLE",)], ["4653"])


def test_scans_wait_while_goods_are_chosen_and_press_nothing(shop: TillShop, till: Till) -> None:
    _scan_vendor_numbers(shop)
    _calls(shop, shop.has_item("POT", "Tea pot", on_hand="5"), "OA-4653")
    till.scan("OA-4653")
    assert till.screen.frame.lines.entry.is_choosing
    till.scan(_MUG, start_ms=200_000)
    assert till.lines("Item ID") == []
    assert "Scans waiting for your answer: 1" in till.words()

    hands.key(Qt.Key.Key_Return)
    hands.settle()
    assert till.lines("Item ID") == [("KETTLE",), ("MUG",)]

    till.scan("OA-4653", start_ms=300_000)
    hands.key(Qt.Key.Key_Escape)
    assert _not_taken(till) == ["OA-4653"]


def test_a_scan_while_any_dialog_is_open_is_taken_after_it(till: Till) -> None:
    till.enter("mug")
    till.press("Discard")
    dialog = hands.dialog("Discard Invoice")
    till.scan("KETTLE")
    assert dialog.isVisible()
    hands.press(dialog, "Keep")
    hands.settle()
    assert till.lines("Item ID") == [("MUG",), ("KETTLE",)]


def test_what_was_not_taken_is_found_by_hand(till: Till) -> None:
    hands.fill(till.screen, "Item", "2*")
    till.scan("9999999999994")
    till.press("Find: 2*9999999999994")
    assert any("Type part of the item's description" in words for words in till.words())
    assert _entry(till) == "2*"
    hands.keys("mug")
    hands.key(Qt.Key.Key_Return)
    assert (till.lines("Item ID", "Qty"), _not_taken(till)) == ([("MUG", "2")], [])

    till.scan("4653", start_ms=200_000)
    till.press("Find: 4653")
    hands.key(Qt.Key.Key_Return)
    assert (till.lines("Item ID"), _not_taken(till)) == ([("MUG",), ("KETTLE",)], [])


def test_scans_into_an_outage_are_there_afterwards(shop: TillShop, till: Till) -> None:
    with _outage(shop):
        till.scan(_MUG)
        till.scan("KETTLE", start_ms=200_000)
        till.scan("KETTLE", start_ms=300_000)
    assert (till.lines("Item ID"), _not_taken(till)) == ([], [_MUG, "KETTLE", "KETTLE"])
    assert any("Not saved. Press Find to try again." in words for words in till.words())
    till.press(f"Find: {_MUG}")
    till.press("Find: KETTLE")
    till.scan("KETTLE", start_ms=400_000)
    assert (till.lines("Item ID", "Qty"), _not_taken(till)) == ([("MUG", "1"), ("KETTLE", "2")], [])


def test_what_a_committed_invoice_does_not_take_stays_in_sight(till: Till) -> None:
    till.enter("mug")
    till.screen.menu.commit_action.trigger()
    hands.settle()
    till.scan("KETTLE")
    assert (till.lines("Item ID"), _not_taken(till)) == ([("MUG",)], ["KETTLE"])


def test_a_multiplier_that_is_no_number_spoils_neither_this_scan_nor_the_next(till: Till) -> None:
    hands.fill(till.screen, "Item", "x*")
    till.scan(_MUG)
    assert (_entry(till), _not_taken(till)) == ("", [f"x*{_MUG}"])
    till.scan("KETTLE", start_ms=200_000)
    assert till.lines("Item ID") == [("KETTLE",)]


def test_pick_up_opens_nothing_by_a_part_of_what_was_scanned(shop: TillShop, till: Till) -> None:
    till.enter("mug")
    till.screen.menu.commit_action.trigger()
    hands.settle()
    assert shop.client is not None
    screen = shop.client.open(Place.PICK_UP)
    assert screen is not None
    find = hands.field(screen, "Find")
    till.scan("mu" * 2, find)
    till.scan("ug M", find, start_ms=200_000)
    assert shop.client.tabs.currentWidget() is screen
    assert any("is on no slip and on no item" in words for words in hands.words_on(screen))
    till.scan(_MUG, find, start_ms=300_000)
    assert (find.property("text"), len(hands.rows(hands.table(screen, "Waiting for Pick-up"), "Goods"))) == ("MUG", 1)
    till.scan(invoice_code(1), find, start_ms=400_000)
    assert shop.client.tabs.currentWidget() is not screen


def _starts_again(shop: TillShop) -> Till:
    """Close the windows and open them again, as another start of the program does."""
    assert shop.client is not None
    shop.client.close()
    hands.settle()
    put_windows_away()
    return shop.opens_till()


def test_scans_outlive_the_program(shop: TillShop, till: Till, database_url: str, tmp_path: Path) -> None:
    till.scan("4653")
    with _outage(shop):
        hands.fill(till.screen, "Item", "3*")
        till.scan(_MUG, start_ms=200_000)
    till = _starts_again(shop)
    assert _not_taken(till) == ["4653", f"3*{_MUG}"]
    assert "4653: No item has this code." in till.words()
    assert f"3*{_MUG}: Not saved. Press Find to try again." in till.words()
    till.press(f"Find: 3*{_MUG}")
    till.press("Forget: 4653")
    assert (till.lines("Item ID", "Qty"), _not_taken(till)) == ([("MUG", "3")], [])

    till.press("Discard")
    till.scan("KETTLE", start_ms=300_000)
    lines = till.screen.frame.lines
    assert lines.kept_file is not None
    lines.kept_file.close()  # as a crash does
    crashed, left = KeptScans(tmp_path, database_url).open("till")
    assert [(scan.code, scan.why) for scan in left] == [
        ("KETTLE", "The program was closed before this scan was taken.")
    ]
    assert crashed is not None
    crashed.close()
    hands.press(hands.dialog("Discard Invoice"), "Keep")
    hands.settle()
    assert till.lines("Item ID") == [("MUG",), ("KETTLE",)]
    assert _not_taken(_starts_again(shop)) == []


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_scan_over_an_open_menu_presses_nothing_and_is_taken_after_it(till: Till) -> None:
    till.enter("mug")
    menu = till.client.findChild(QMenu)
    assert menu is not None
    till.screen.frame.lines.entry.entry_field.setFocus()
    menu.popup(till.screen.mapToGlobal(till.screen.rect().center()))
    till.scan("KETTLE", menu)
    assert (menu.isVisible(), till.lines("Item ID")) == (True, [("MUG",)])
    assert "Scans waiting for your answer: 1" in till.words()
    menu.close()
    hands.settle()
    assert till.lines("Item ID") == [("MUG",), ("KETTLE",)]
