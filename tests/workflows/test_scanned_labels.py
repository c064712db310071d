"""Guide: "Weight, price and GS1 codes", at the till."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from posim_desktop.orm import InvoiceLine
from posim_desktop.queries.sales import scans
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import snapshot
from posim_desktop.tour import hands
from workflows.drivers.labels import CASE, CHEESE, SODA, has_labels, label
from workflows.drivers.till import Till, TillShop

GS = "\x1d"


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    yield shop
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    has_labels(shop.shop.operations, shop.has_item("SODA", "Soda", on_hand="500", price="1.50"))
    shop.has_item(CHEESE, "Cheese", on_hand="50", price="12.90")
    return shop.opens_till()


def not_taken(till: Till) -> list[str]:
    return [scan.shown for scan in till.screen.frame.lines.scans_not_taken.scans]


def test_a_case_is_sold_as_its_units_by_whatever_number_it_carries(shop: TillShop, till: Till) -> None:
    till.scan(CASE)
    till.scan(SODA, start_ms=200_000)
    hands.fill(till.screen, "Item", "2*")
    till.scan(f"]d201{CASE}10LOT7{GS}17301231", start_ms=300_000)
    till.enter(f"3*{CASE}")
    assert till.lines("Item ID", "Qty") == [("SODA", "73")]
    with snapshot(shop.shop.engine) as connection:
        assert verify(connection) == ()


def test_a_weighed_package_is_a_line_of_its_own_at_what_its_label_says(shop: TillShop, till: Till) -> None:
    till.scan(label("210004200534"))
    till.scan(label("210004200534"), start_ms=200_000)
    till.scan(label("220004200689"), start_ms=300_000)
    till.scan(label("230004200689"), start_ms=400_000)
    till.scan(f"]e001{label('9000000000042')}", start_ms=500_000)
    assert till.lines("Item ID", "Qty", "Price") == [
        (CHEESE, "0.534", "12.90"),
        (CHEESE, "0.534", "12.90"),
        (CHEESE, "1", "6.89"),
        (CHEESE, "0.534", "12.90"),
    ]
    assert len(not_taken(till)) == 1
    till.press(f"Forget: {not_taken(till)[0]}")
    till.pay_and_post()
    with snapshot(shop.shop.engine) as connection:
        assert verify(connection) == ()
        assert connection.scalar(sa.select(sa.func.sum(InvoiceLine.extension))) == Decimal("27.56")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("2100042005342", "A check digit of this code is wrong."),
        (label("210009900534"), "No item has the article 00099 of this code."),
        (label("210004200000"), "The code says a weight or price of 0."),
        (f"]C101{label('0401234512345')}", "No item has the article number 04012345123456 of this GS1 code."),
        (f"]C101{SODA}", "The part (01) of this GS1 code cannot be read."),
        ("]C110LOT7", "This GS1 code names no article"),
        ("]C10100000000000018", "check digit of the article number"),
        (f"(01){CASE}(99)", "The part (99) of this GS1 code cannot be read."),
    ],
)
def test_a_code_that_cannot_be_read_stays_in_sight_and_says_why(till: Till, code: str, said: str) -> None:
    till.scan(code)
    assert (till.lines("Item ID"), len(not_taken(till))) == ([], 1)
    assert any(said in words for words in till.words()), till.words()


def test_codes_are_looked_up_whole_before_they_are_taken_apart(shop: TillShop, till: Till) -> None:
    whole = label("210004200534")
    shop.has_barcode(shop.has_item("BASKET", "Gift basket", on_hand="5"), whole)
    till.scan(whole)
    assert till.lines("Item ID", "Qty") == [("BASKET", "1")]


def test_a_code_with_a_price_counts_once(till: Till) -> None:
    hands.fill(till.screen, "Item", "2*")
    till.scan(label("220004200689"))
    assert any("A code with a price counts once." in words for words in till.words())
    assert till.lines("Item ID") == []


def test_expired_goods_are_asked_about_and_scans_wait(till: Till) -> None:
    expired = f"]d201{'0' + SODA}17200101"
    till.scan(expired)
    dialog = hands.dialog("Expired")
    till.scan(SODA, start_ms=200_000)
    assert dialog.isVisible()
    hands.press(dialog, "Leave It Out")
    hands.settle()
    assert till.lines("Item ID", "Qty") == [("SODA", "1")]
    till.scan(expired, start_ms=300_000)
    hands.press(hands.dialog("Expired"), "Sell Anyway")
    hands.settle()
    assert (till.lines("Item ID", "Qty"), not_taken(till)) == ([("SODA", "2")], [])


def test_a_label_is_found_away_from_the_till_too(shop: TillShop, till: Till) -> None:
    del till
    found = shop.shop.operations.read(scans.find, label("210004200534"))
    assert found is not None
    assert shop.shop.operations.read(scans.find, "2100042005342") is None


def test_goods_are_one_unit_by_their_item_id(till: Till) -> None:
    till.scan(CHEESE)
    till.enter("soda")
    assert till.lines("Item ID", "Qty") == [(CHEESE, "1"), ("SODA", "1")]
