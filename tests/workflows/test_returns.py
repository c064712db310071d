"""Guide: "Returns", through the real windows by the words on them."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.orm import CustomerMoney, TenderPaid
from posim_desktop.queries.verify import verify
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from workflows.drivers.till import Till, TillShop


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    shop.has_item("KETTLE", "Enamel kettle", on_hand="5")
    shop.has_item("LAMP", "Lamp", on_hand="5", price="9.99", taxed=True)
    shop.has_customer("lee", "Lee Okafor")
    yield shop
    with shop.shop.engine.connect() as connection:
        assert verify(connection) == ()
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    return shop.opens_till()


def sells(till: Till, *typed: str, customer: str = "") -> None:
    """Sell goods for cash."""
    for each in typed:
        till.enter(each)
    if customer:
        till.choose_customer(customer)
    till.pay_and_post()


def credit_rows(shop: TillShop) -> list[tuple[str, Decimal]]:
    """List what happened to the credit of all customers, in order."""
    rows = sa.select(CustomerMoney.kind, CustomerMoney.amount).where(CustomerMoney.backorder_id.is_(None))
    with shop.shop.engine.connect() as connection:
        return [(row.kind, row.amount) for row in connection.execute(rows.order_by(CustomerMoney.id))]


def asked() -> QDialog:
    """Find Return Items of the first invoice."""
    return hands.dialog("Return Items of Invoice 1")


def shown_invoice(till: Till) -> QWidget:
    deck = till.client.open(Place.PROCESSED_INVOICES)
    assert deck is not None
    return deck


def test_goods_come_back_from_the_processed_invoice_for_what_was_paid(shop: TillShop, till: Till) -> None:
    sells(till, "3*lamp", "kettle")
    hands.press(shown_invoice(till), "Return Items")
    hands.fill(asked(), "Reason for LAMP", "Does not fit")
    hands.fill(asked(), "Return of LAMP", "4")
    assert any("3 can still come back" in words for words in hands.words_on(asked()))
    hands.press(asked(), "OK")
    hands.fill(asked(), "Return of LAMP", "1")
    assert not any("can still come back" in words for words in hands.words_on(asked()))
    assert any("10.99" in words for words in hands.words_on(asked()))
    assert any("Paid by Cash 56.97" in words for words in hands.words_on(asked()))
    hands.press(asked(), "OK")
    till = till.reopened()
    assert till.lines("Item ID", "Trans Code", "Qty", "Extended") == [("LAMP", "R", "1", "−9.99")]
    till.press("Pay")
    assert any("Paid by Cash 56.97" in words for words in till.words())
    till.tender("Cash")
    till.press("Post")
    assert shop.invoices()[1][2] == Decimal("-10.99")
    assert shop.on_hand("LAMP") == 3


def test_each_tender_proposes_to_give_back_what_it_took(shop: TillShop, till: Till) -> None:
    till.enter("2*lamp")
    till.press("Pay")
    hands.fill(till.screen, "Amount", "9.98")
    till.tender("Card")
    till.tender("Cash")
    till.press("Post")
    hands.press(shown_invoice(till), "Return Items")
    hands.press(asked(), "Return All")
    hands.fill(asked(), "Reason for LAMP", "Does not fit")
    hands.press(asked(), "OK")
    till = till.reopened()
    till.press("Pay")
    till.tender("Card")
    till.tender("Cash")
    till.press("Post")
    with shop.shop.engine.connect() as connection:
        rows = sa.select(TenderPaid.kind, TenderPaid.amount).order_by(TenderPaid.id)
        assert [tuple(row) for row in connection.execute(rows)] == [
            ("card", Decimal("9.98")),
            ("cash", Decimal("12.00")),
            ("card", Decimal("-9.98")),
            ("cash", Decimal("-12.00")),
        ]


def test_a_scanned_receipt_opens_return_items_and_damaged_goods_stay_off_the_shelf(shop: TillShop, till: Till) -> None:
    sells(till, "2*kettle")
    till.press("New Sale")
    till.enter(invoice_code(1))
    hands.press(asked(), "Return All")
    hands.fill(asked(), "Reason for KETTLE", "Does not work")
    hands.fill(asked(), "Where KETTLE goes", "Damaged")
    hands.press(asked(), "OK")
    assert till.lines("Description", "Qty") == [("Damaged. Enamel kettle", "2")]
    till.write(0, "Price", "1")
    assert any("gives back what was paid" in words for words in till.words()) or till.lines("Price") != [("1.00",)]
    hands.key(Qt.Key.Key_Escape)
    till.pay_and_post()
    assert shop.on_hand("KETTLE") == 3
    till.press("New Sale")
    till.enter(invoice_code(1))  # all of it came back: the invoice is shown
    assert till.client.tabs.currentWidget() is not till.screen


def test_without_a_receipt_the_till_asks_once_why(shop: TillShop, till: Till) -> None:
    till.enter("-1*kettle")
    hands.menu(till.client, "Invoice", "Goods Brought Back", "Take Goods Back")
    assert any("Goods come back" in words for words in till.words())
    till.enter("lamp")
    till.press("Sell Again")
    till.enter("lamp")
    assert till.lines("Description", "Trans Code") == [
        ("No receipt: Enamel kettle", "R"),
        ("No receipt: Lamp", "R"),
        ("Lamp", "S"),
    ]
    till.press("Pay")
    asking = hands.dialog("Return without a Receipt")
    hands.press(asking, "OK")
    assert any("Say why the goods come back." in words for words in hands.words_on(asking))
    hands.fill(asking, "Reason", "A gift")
    hands.press(asking, "OK")
    till.tender("Cash")
    till.press("Post")
    assert shop.invoices()[0][:2] == ("processed", 1)
    assert [shop.on_hand(code) for code in ("KETTLE", "LAMP")] == [6, 5]


def test_who_waits_is_named_when_goods_come_back(shop: TillShop, till: Till) -> None:
    sells(till, "5*kettle")
    till.press("New Sale")
    till.enter("kettle")
    till.answer("Back Order")
    till.choose_customer("lee")
    till.pay_and_post()
    till.press("New Sale")
    till.enter(invoice_code(1))
    hands.fill(asked(), "Return of KETTLE", "2")
    hands.fill(asked(), "Reason for KETTLE", "Does not please")
    hands.press(asked(), "OK")
    till.pay_and_post()
    assert any("Lee Okafor waits for 1 of these: Enamel kettle" in words for words in till.words())
    till.press("Set Aside for Lee Okafor")
    assert any("Set aside for Lee Okafor" in words for words in till.words())
    assert shop.backorders()[0][2] == 0


def test_a_sale_is_reversed_with_its_backorders_and_duplicated(shop: TillShop, till: Till) -> None:
    till.enter("2*lamp")
    till.enter("6*kettle")
    till.answer("Split")
    till.choose_customer("lee")
    till.pay_and_post()
    shown_invoice(till)
    hands.menu(till.client, "Invoice", "Duplicate")
    till = till.reopened()
    assert till.lines("Item ID", "Trans Code", "Qty") == [
        ("LAMP", "S", "2"),
        ("KETTLE", "S", "5"),
        ("KETTLE", "B", "1"),
    ]
    till.press("New")
    shown_invoice(till)
    hands.menu(till.client, "Invoice", "Reverse")
    asking = hands.dialog("Reverse Invoice 1")
    hands.fill(asking, "Reason for LAMP", "Wrong item")
    hands.press(asking, "OK")
    assert shop.backorders()[0][2] == 0
    till = till.reopened()
    till.pay_and_post()
    processed = [total for status, _number, total in shop.invoices() if status == "processed"]
    assert sum(processed) == 0


def test_a_reversal_asks_what_becomes_of_the_deposit_and_does_all_of_it_at_once(shop: TillShop, till: Till) -> None:
    till.enter("lamp")
    till.enter("6*kettle")
    till.answer("Split")
    till.choose_customer("lee")
    hands.menu(till.client, "Invoice", "Deposit, Order and Layaway", "Take Deposit")
    hands.fill(hands.dialog("Deposit"), "Amount", "10")
    hands.press(hands.dialog("Deposit"), "OK")
    till.pay_and_post()
    shown_invoice(till)
    hands.menu(till.client, "Invoice", "Reverse")
    asking = hands.dialog("Reverse Invoice 1")
    assert any("What happens with $10.00?" in words for words in hands.words_on(asking))
    assert any("The goods come back only when their invoice is posted." in words for words in hands.words_on(asking))
    hands.fill(asking, "Reason for LAMP", "Wrong item")
    hands.fill(asking, "Refund", "10.01")
    hands.press(asking, "OK")
    assert hands.is_asked("Reverse Invoice 1")  # nothing of it is done
    assert shop.backorders()[0][2] == 1
    assert len(shop.invoices()) == 1
    hands.fill(asking, "Refund", "4")
    hands.press(asking, "OK")
    assert shop.backorders()[0][2] == 0
    assert credit_rows(shop) == [("moved", Decimal("6.00"))]
    assert [each[0] for each in shop.invoices()].count("processed") == 2  # the sale, and the refund
    till = till.reopened()
    till.pay_and_post()
    assert all(status == "processed" for status, _number, _total in shop.invoices())


def test_a_return_is_kept_as_credit_and_what_credit_paid_comes_back_as_credit(shop: TillShop, till: Till) -> None:
    sells(till, "2*lamp", customer="lee")
    hands.press(shown_invoice(till), "Return Items")
    hands.fill(asked(), "Return of LAMP", "1")
    hands.fill(asked(), "Reason for LAMP", "Does not fit")
    hands.press(asked(), "OK")
    till = till.reopened()
    till.press("Pay")
    till.press("As Credit 10.99")
    till.press("Post")
    assert credit_rows(shop) == [("credited", Decimal("10.99"))]

    till.press("New Sale")
    till.choose_customer("lee")
    till.press("Lee Okafor")
    assert hands.button(till.client, "Credit").accessibleDescription() == "10.99"
    till = till.reopened()
    till.enter("lamp")
    till.press("Pay")
    till.press("Credit 10.99")
    till.press("Post")
    assert credit_rows(shop)[1:] == [("applied", Decimal("-10.99"))]

    till.press("New Sale")
    till.enter(invoice_code(3))
    asking = hands.dialog("Return Items of Invoice 3")
    hands.press(asking, "Return All")
    hands.fill(asking, "Reason for LAMP", "Does not work")
    hands.press(asking, "OK")
    till.press("Pay")
    till.press("As Credit 10.99")
    till.press("Post")
    assert credit_rows(shop)[2:] == [("credited", Decimal("10.99"))]


def test_goods_without_a_receipt_call_for_attention_until_somebody_says_why(till: Till) -> None:
    till.enter("-1*kettle")
    lines = till.screen.frame.lines
    line = lines.rows.row_at(0)
    assert line is not None
    signs = [column.sign_of(line) for column in lines.rows.columns if column.sign is not None]
    assert [sign.role for sign in signs if sign is not None] == ["violet"]
    hands.menu(till.client, "Invoice", "Goods Brought Back", "Why It Comes Back")
    till.tell_why("A gift")
    line = lines.rows.row_at(0)
    assert line is not None
    (sign,) = (sign for column in lines.rows.columns if (sign := column.sign_of(line)) is not None)
    assert sign.role == "muted"
    assert "Reason: A gift. Allowed by" in sign.words
    assert till.lines("Description") == [("Enamel kettle",)]
