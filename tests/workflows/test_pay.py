"""Guide: "Pay and post": what is typed as an amount, and the buttons for cash."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from posim_desktop.tour import hands
from workflows.drivers.till import Till, TillShop

PENCIL = "4006381333931"


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot
    shop = TillShop(sqlite_url, tmp_path)
    yield shop
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    shop.has_item("KETTLE", "Enamel kettle", on_hand="5", price="23.40")
    shop.has_barcode(shop.has_item("PENCIL", "Pencil", on_hand="5", price="1.20"), PENCIL)
    till = shop.opens_till()
    till.enter("kettle")
    till.press("Pay")
    return till


def taken(till: Till) -> list[Decimal]:
    return [tender.amount for tender in till.screen.frame.pay_panel.tenders]


@pytest.mark.parametrize("tender", ["Cash", "Card"])
def test_a_barcode_typed_as_an_amount_is_goods_and_no_money(till: Till, tender: str) -> None:
    till.tender(tender, PENCIL)
    assert "Pencil" in " ".join(hands.words_on(hands.dialog("Amount")))
    hands.press(hands.dialog("Amount"), "Put on Invoice")
    assert till.lines("Item ID", "Qty") == [("KETTLE", "1"), ("PENCIL", "1")]
    assert taken(till) == []
    assert till.screen.frame.pay_panel.amount_field.text() == "24.60"


def test_many_digits_that_nothing_is_called_are_asked_about(till: Till) -> None:
    till.tender("Cash", "1234567")
    hands.press(hands.dialog("Amount"), "Leave It")
    assert taken(till) == []
    assert till.screen.frame.pay_panel.amount_field.text() == "23.40"

    till.tender("Cash", "1234567")
    hands.press(hands.dialog("Amount"), "Take $1,234,567.00")
    hands.press(hands.dialog("Amount"), "Leave It")  # and so much change is asked about too
    assert taken(till) == []

    till.tender("Cash", "99999999999")
    assert any("99,999,999.99" in words for words in till.words())
    assert taken(till) == []


def test_more_cash_than_anybody_hands_over_is_asked_about(till: Till) -> None:
    till.tender("Cash", "2340")
    assert any("$2,316.60" in words for words in hands.words_on(hands.dialog("Amount")))
    hands.press(hands.dialog("Amount"), "Leave It")
    assert taken(till) == []

    till.tender("Cash", "2340")
    hands.press(hands.dialog("Amount"), "Take $2,340.00")
    assert taken(till) == [Decimal(2340)]


@pytest.mark.parametrize(("label", "amount"), [("Exact", "23.40"), ("Cash 30.00", "30"), ("Cash 50.00", "50")])
def test_cash_is_taken_with_one_press(shop: TillShop, till: Till, label: str, amount: str) -> None:
    hands.fill(till.screen, "Amount", "7")  # what is typed there is for another tender
    till.press(label)
    assert taken(till) == [Decimal(amount)]
    till.press("Post")
    assert shop.invoices() == [("processed", 1, Decimal("23.40"))]
