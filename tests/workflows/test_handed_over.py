"""Guide: "Pay and post": what was handed over stands on the invoice until it is posted or given back."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from posim_desktop.orm import AuditEvent, TenderPaid
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import preferences
from posim_desktop.tour import hands
from workflows.drivers.till import Till, TillShop, kettle_shop, till_of


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot
    with kettle_shop(database_url, tmp_path) as shop:
        yield shop


@pytest.fixture
def till(shop: TillShop) -> Till:
    return shop.opens_till()


def paid_in_part(till: Till) -> None:
    till.enter("kettle")
    till.press("Pay")
    till.tender("Cash", "20")


def stored(shop: TillShop) -> list[tuple[str, Decimal]]:
    rows = sa.select(TenderPaid.kind, TenderPaid.amount).order_by(TenderPaid.position)
    with shop.shop.engine.connect() as connection:
        assert verify(connection) == ()
        return [(row.kind, row.amount) for row in connection.execute(rows)]


def test_a_parked_invoice_keeps_what_was_handed_over_for_it(shop: TillShop, till: Till) -> None:
    paid_in_part(till)
    till.screen.new_sale()
    assert till.amount_due == "$0.00"

    till.press("Parked")
    dialog = hands.dialog("Parked Invoices")
    assert hands.rows(hands.table(dialog, "Parked Invoices"), "Total", "Paid") == [("24.00", "20.00")]
    hands.press(dialog, "Recall")
    assert (till.amount_due, "Still Due" in till.words(), "−20.00" in till.words()) == ("$4.00", True, True)
    till.press("Pay")
    assert till.has_button("Give Back Cash 20.00")
    till.tender("Card")
    till.press("Post")

    assert shop.invoices() == [("processed", 1, Decimal("24.00"))]
    assert stored(shop) == [("cash", Decimal(20)), ("card", Decimal(4))]


def test_a_crash_forgets_no_money(shop: TillShop, till: Till) -> None:
    paid_in_part(till)
    till.client.close()  # the program does the same whether it is closed or falls over: nothing

    again = till_of(shop.opens_till().client)
    again.press("Recall")
    assert again.amount_due == "$4.00"
    assert stored(shop) == [("cash", Decimal(20))]


def test_an_invoice_is_discarded_once_its_money_was_given_back(shop: TillShop, till: Till) -> None:
    paid_in_part(till)
    till.press("Back to Lines")
    till.press("Discard")
    asking = hands.dialog("Discard Invoice")
    assert any("$20.00" in words or "20.00 was handed over" in words for words in hands.words_on(asking))
    hands.press(asking, "Give Back")
    till.press("Give Back Cash 20.00")
    assert stored(shop) == []

    till.press("Back to Lines")
    till.press("Discard")
    hands.press(hands.dialog("Discard Invoice"), "Discard")
    assert shop.invoices() == [("discarded", None, Decimal("24.00"))]
    with shop.shop.engine.connect() as connection:
        events = connection.scalars(sa.select(AuditEvent.action).order_by(AuditEvent.id.desc()).limit(2)).all()
    assert events == ["discard invoice", "give back tender"]


def test_what_was_paid_by_card_and_is_too_much_by_now_is_given_back(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.press("Pay")
    till.tender("Card")
    till.press("Back to Lines")
    till.write(0, "Price", "20")
    till.press("Pay")

    assert "To Give Back" in till.words()
    assert not till.screen.frame.pay_panel.amount_field.isEnabled()
    assert not till.screen.frame.pay_panel.post_button.isEnabled()
    till.press("Give Back Card 24.00")
    hands.press(hands.dialog("Give Back"), "Give Back")
    till.tender("Card")
    till.press("Post")
    assert stored(shop) == [("card", Decimal(20))]


def test_cash_is_rounded_to_the_smallest_coin_and_said_apart(shop: TillShop) -> None:
    shop.has_item("MUG", "Mug", on_hand="5", price="13.92")
    before = shop.shop.operations.read(stored_preferences.load)
    shop.shop.operations.do(partial(preferences.change, preferences=replace(before, cash_rounding=5)))
    till = shop.opens_till()
    till.enter("mug")
    till.press("Pay")
    assert "$13.92" in till.words()
    till.tender("Cash", "13.91")
    assert any("in steps of 0.05" in words for words in till.words())
    till.press("Exact")
    till.press("Post")
    assert stored(shop) == [("cash", Decimal("13.90"))]

    till.press("Invoice 1")
    assert "−0.02" in hands.words_on(till.client)
    assert "Cash Rounding" in hands.words_on(till.client)
