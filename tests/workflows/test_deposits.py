"""Guide: "Deposits and credit": taken at the till, used at the pick-up, kept as credit, paid back."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from posim_desktop.orm import Backorder, Customer, InvoiceLine, Item
from posim_desktop.queries.sales import customer_money
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import items
from posim_desktop.services.database import snapshot
from posim_desktop.services.sales import fills
from posim_desktop.services.sales.fills import Fill
from posim_desktop.services.transaction import Transactor
from posim_desktop.tour import hands
from seeding import Till as Verbs
from workflows.drivers.till import Till, TillShop


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot
    shop = TillShop(sqlite_url, tmp_path)
    shop.has_item("KETTLE", "Enamel kettle", on_hand="0")
    shop.has_customer("lee", "Lee Okafor")
    yield shop
    with snapshot(shop.shop.engine) as connection:
        assert verify(connection) == ()
    shop.close()


def held(shop: TillShop) -> tuple[str, list[str]]:
    """Read the credit and the deposits of Lee."""
    with shop.shop.engine.connect() as connection:
        lee = connection.scalars(sa.select(Customer.id)).one()
        found = customer_money.held_for(connection, lee)
    return f"{found.credit:.2f}", [f"{each.balance:.2f}" for each in found.deposits]


def takes(till: Till, amount: str, what_for: str = "", way: str = "") -> None:
    """Open the dialog by its key, type an amount and press Enter."""
    QTest.keyClick(till.screen, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    hands.settle()
    dialog = hands.dialog("Deposit")
    if what_for:
        hands.fill(dialog, "For", what_for)
    if way:
        hands.fill(dialog, "Take or Pay Back", way)
    hands.fill(dialog, "Amount", amount)
    hands.press(dialog, "OK")


def promises_a_kettle(till: Till) -> None:
    till.choose_customer("lee")
    till.enter("kettle")
    till.answer("Back Order")


def sets_aside(shop: TillShop) -> int:
    """Let a kettle arrive and wait for Lee; return its invoice."""
    engine = shop.shop.engine
    with engine.connect() as session:
        source, backorder = session.execute(
            sa.select(InvoiceLine.invoice_id, Backorder.id).join(Backorder, Backorder.source_line_id == InvoiceLine.id)
        ).one()
    verbs = Verbs(engine, Transactor(engine), shop.employee_id)
    with verbs.writing() as session:
        item_id = session.connection().scalars(sa.select(Item.id).where(Item.code == "KETTLE")).one()
    verbs.run(items.adjust_stock, item_id=item_id, by=Decimal(1), reason="Found one")
    return verbs.run(fills.fill_backorders, invoice_id=source, fills=(Fill(backorder, Decimal(1)),)).record_id


def test_a_deposit_is_taken_with_the_promise_and_used_at_the_pick_up(shop: TillShop) -> None:
    till = shop.opens_till()
    promises_a_kettle(till)
    takes(till, "10")
    assert till.lines("Description", "Extended")[1] == ("Deposit for Enamel kettle", "10.00")
    till.pay_and_post()
    assert held(shop) == ("0.00", ["10.00"])

    till.press("New Sale")
    till.screen.open_record(sets_aside(shop))
    till.press("Uncommit & Process")
    till.tender("Deposit 10.00", "10.01")  # another amount may be typed, as for any tender
    assert any("Only 10.00 is held" in words for words in till.words())
    hands.fill(till.screen, "Amount", "8")
    till.press("Deposit 10.00")
    assert till.screen.frame.pay_panel.amount_field.text() == "16.00"
    till.press("Give Back")
    till.press("Deposit 10.00")
    assert till.screen.frame.pay_panel.amount_field.text() == "14.00"
    till.tender("Cash")
    till.press("Post")
    assert held(shop) == ("0.00", [])


def test_what_is_held_is_said_at_the_till_and_leads_to_the_card(shop: TillShop) -> None:
    till = shop.opens_till()
    promises_a_kettle(till)
    takes(till, "12")
    till.pay_and_post()
    till.press("New Sale")
    till.choose_customer("lee")
    assert till.has_button("On deposit 12.00")
    takes(till, "5", what_for="Credit of the customer")
    till.pay_and_post()
    till.press("New Sale")
    till.choose_customer("lee")
    till.press("On deposit 12.00 · credit 5.00")
    assert till.client.tabs.front() == "Customers"


def test_credit_is_paid_in_used_and_paid_back(shop: TillShop) -> None:
    shop.has_item("CUP", "Cup", on_hand="9", price="4.00")
    till = shop.opens_till()
    till.choose_customer("lee")
    takes(till, "20")
    till.pay_and_post()
    assert held(shop)[0] == "20.00"

    till.press("New Sale")
    till.choose_customer("lee")
    assert till.has_button("In credit 20.00")
    till.enter("cup")
    till.press("Pay")
    till.press("Credit 4.00")
    till.press("Post")
    assert held(shop)[0] == "16.00"

    till.press("New Sale")
    till.choose_customer("lee")
    takes(till, "16.01", way="Pay Back")
    assert "Only 16.00 is held" in str(hands.words_on(hands.dialog("Deposit")))
    hands.fill(hands.dialog("Deposit"), "Amount", "16")
    hands.press(hands.dialog("Deposit"), "OK")
    till.pay_and_post()
    assert held(shop)[0] == "0.00"


def test_what_comes_back_may_be_kept_as_credit(shop: TillShop) -> None:
    shop.has_item("CUP", "Cup", on_hand="9", price="4.00")
    till = shop.opens_till()
    till.choose_customer("lee")
    till.enter("cup")
    till.write(0, "Trans Code", "R")
    till.press("Pay")
    till.tell_why()
    till.press("As Credit 4.00")
    till.press("Post")
    assert held(shop)[0] == "4.00"


def test_a_deposit_needs_a_customer_and_asks_before_it_takes_too_much(shop: TillShop) -> None:
    till = shop.opens_till()
    till.press("Deposit")
    assert any("A deposit needs a customer" in words for words in till.words())
    promises_a_kettle(till)
    takes(till, "30")
    hands.press(hands.dialog("More Than the Goods Cost"), "Take $30.00")
    assert till.lines("Extended")[-1] == ("30.00",)


def test_a_layaway_is_one_entry_of_the_menu(shop: TillShop) -> None:
    shop.has_item("CUP", "Cup", on_hand="9", price="4.00")
    till = shop.opens_till()
    till.choose_customer("lee")
    till.enter("cup")
    hands.menu(till.client, "Invoice", "Deposit, Order and Layaway", "Layaway")
    hands.fill(hands.dialog("Layaway"), "Paid Now", "1.50")
    hands.press(hands.dialog("Layaway"), "OK")
    till.tender("Cash")
    till.press("Post")
    assert held(shop)[0] == "1.50"
    assert [status for status, _number, _total in shop.invoices()] == ["working", "processed"]

    till.press("New Sale")
    till.screen.open_record(1)
    till.press("Uncommit & Process")
    till.press("Credit 1.50")
    till.tender("Cash")
    till.press("Post")
    assert held(shop)[0] == "0.00"


def test_the_limit_on_account_is_said_on_the_card_and_kept_at_the_till(shop: TillShop) -> None:
    shop.has_item("CUP", "Cup", on_hand="9", price="4.00")
    till = shop.opens_till()
    till.choose_customer("lee")
    till.press("Lee Okafor")
    hands.press(till.client, "On Account")
    hands.fill(hands.dialog("Limit on Account"), "Limit", "5")
    hands.press(hands.dialog("Limit on Account"), "OK")

    till = till.reopened()
    till.enter("cup")
    till.press("Pay")
    till.press("On Account 4.00")
    till.press("Post")
    assert held(shop)[0] == "-4.00"

    till.press("New Sale")
    till.choose_customer("lee")
    till.enter("cup")
    till.press("Pay")
    assert till.has_button("On Account 1.00")  # no more than the limit leaves
