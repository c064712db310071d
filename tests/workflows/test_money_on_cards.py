"""Guide: "Deposits and credit": what the shop holds, on cards, in the windows that cancel, as a list and on paper."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import CustomerMoney, Invoice
from posim_desktop.queries.sales import invoices as invoice_queries
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import items
from posim_desktop.services.database import snapshot
from posim_desktop.services.sales import deposits, invoices, posting
from posim_desktop.tour import hands
from posim_desktop.ui.backorders.card import BackorderCard
from posim_desktop.ui.cards.customer import CustomerCard
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.reports.screen import ReportsScreen
from posim_desktop.ui.widgets import sheet_saving
from workflows.drivers.approving import approve, approving
from workflows.drivers.backorders import BackordersDriver
from workflows.drivers.decks import DeckDriver
from workflows.drivers.setting import Delivery, SettingDriver
from workflows.drivers.shop import Shop

D = Decimal


def holds(shop: Shop, amount: str, backorder_id: int | None = None) -> None:
    """Take a deposit of Lee's in cash, or credit where it is for no backorder."""
    operations = shop.operations
    invoice = operations.do(partial(invoices.start, customer_id=shop.customers["Lee"])).record_id
    operations.do(partial(deposits.add, invoice_id=invoice, amount=D(amount), backorder_id=backorder_id))
    written = operations.read(invoice_queries.working, invoice)
    assert written is not None
    tenders = (Tender(TenderKind.CASH, written.total),)
    operations.do(partial(posting.post, invoice_id=invoice, tenders=tenders, expected_total=written.total))


@pytest.fixture
def lee(shop: Shop) -> Iterator[Shop]:
    """A shop where Lee waits for three kettles and paid 30.00 ahead."""
    shop.has_item("KETTLE", price="24.00", description="Enamel kettle")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee")
    holds(shop, "30.00", 1)
    yield shop
    with snapshot(shop.opened.engine) as connection:
        assert verify(connection) == ()


def strip_of(deck: DeckDriver) -> str:
    """Read the money strip of the card in front; "" where there is none."""
    card = deck.deck.card
    assert isinstance(card, BackorderCard | CustomerCard)
    strip = card.money_strip if isinstance(card, BackorderCard) else card.money.strip
    return strip.accessibleName() if strip.isVisible() else ""


def backorder(shop: Shop) -> BackordersDriver:
    """Open Lee's Backorder card."""
    deck = shop.sales_client.open_backorders()
    deck.view().find("Lee").open_card()
    return deck


def customer(shop: Shop) -> DeckDriver:
    """Open Lee's Customer card."""
    return shop.sales_client.open("Lists", "Customers").view().find("Lee").open_card()


def moves(shop: Shop) -> list[tuple[str, str]]:
    """List what happened to the money, after the deposit."""
    rows = sa.select(CustomerMoney.kind, CustomerMoney.amount).order_by(CustomerMoney.id)
    with shop.opened.engine.connect() as connection:
        return [(kind, f"{amount:.2f}") for kind, amount in connection.execute(rows)][1:]


def shows(inside: QWidget, label: str) -> str:
    """Read an input."""
    return str(hands.field(inside, label).property("text"))


def test_what_a_cancellation_frees_goes_where_somebody_says(lee: Shop) -> None:
    deck = backorder(lee)
    assert strip_of(deck) == "Taken 30.00 = On Deposit 30.00"
    deck.press("Cancel")
    dialog = hands.dialog("Manual Backorder Cancel")
    assert not hands.is_there(dialog, "Refund")
    hands.keys("1")
    assert "What happens with $10.00?" in hands.words_on(dialog)
    assert shows(dialog, "Stays on the Rest") == "10.00"
    hands.fill(dialog, "Reason", "Wants two")
    hands.fill(dialog, "Refund", "4")
    hands.fill(dialog, "Keep as Credit", "3.50")
    assert shows(dialog, "Stays on the Rest") == "2.50"
    assert hands.is_there(dialog, "Refund By")
    hands.press(dialog, "OK")

    assert moves(lee) == [("moved", "-3.50"), ("moved", "3.50"), ("refunded", "-4.00")]
    assert strip_of(deck) == "Taken 30.00 = On Deposit 22.50 + Refunded 4.00 + To Credit 3.50"
    with lee.opened.engine.connect() as connection:
        paid_back = connection.execute(sa.select(Invoice.number, Invoice.total).order_by(Invoice.id.desc())).first()
    assert paid_back is not None
    assert paid_back.total == D("-4.00")


def test_with_nothing_left_the_money_becomes_credit_unless_it_is_refunded(lee: Shop) -> None:
    deck = backorder(lee)
    dialog = deck.start_cancel(quantity="3", reason="Bought elsewhere")
    assert not hands.is_there(dialog, "Stays on the Rest")
    assert shows(dialog, "Keep as Credit") == "30.00"
    hands.fill(dialog, "Refund", "12")
    assert shows(dialog, "Keep as Credit") == "18.00"
    hands.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is hands.field(dialog, "Cancellation Fee"), "the credit is what the others leave"
    hands.press(dialog, "OK")

    assert strip_of(deck) == "Taken 30.00 = Refunded 12.00 + To Credit 18.00"
    assert strip_of(customer(lee)) == "Taken 30.00 = Refunded 12.00 + To Credit 18.00"


def test_more_than_is_freed_is_refused_at_its_field_and_stays_typed(lee: Shop) -> None:
    deck = backorder(lee)
    dialog = deck.start_cancel(quantity="1", reason="Wants two")
    hands.fill(dialog, "Refund", "10.01")
    hands.press(dialog, "OK")

    assert dialog.isVisible()
    assert any("frees only 10.00" in words for words in hands.words_on(dialog))
    assert shows(dialog, "Refund") == "10.01"
    hands.fill(dialog, "Refund", "ten")
    hands.press(dialog, "OK")
    assert dialog.isVisible()
    assert moves(lee) == []
    hands.press(dialog, "Cancel")


def test_a_cashier_keeps_a_fee_only_with_somebodys_approval(lee: Shop) -> None:
    lee.has_employee("Kim", Role.CASHIER)
    lee.is_worked_by("Kim")
    deck = backorder(lee)
    dialog = deck.start_cancel(quantity="1", reason="Wants two")
    hands.fill(dialog, "Cancellation Fee", "5")
    with approving(approve("Sam")):
        hands.press(dialog, "OK")

    assert moves(lee) == [("forfeited", "-5.00")]
    assert strip_of(deck) == "Taken 30.00 = On Deposit 25.00 + Fees 5.00"


def test_a_figure_leads_to_its_rows_and_they_to_their_invoice(lee: Shop) -> None:
    deck = backorder(lee)
    hands.button(deck.deck, "Taken").setFocus()
    hands.key(Qt.Key.Key_Space)
    dialog = hands.dialog("Taken")
    assert hands.rows(hands.table(dialog, "Taken"), "What", "Document", "Backorder", "Amount") == [
        ("Deposit", "Invoice 2", "1 KETTLE", "30.00")
    ]
    assert "Together $30.00" in hands.words_on(dialog)
    hands.key(Qt.Key.Key_Return)
    assert lee.sales_client.client.tabs.front() is Place.PROCESSED_INVOICES


def test_credit_is_put_on_a_backorder_and_paid_back(lee: Shop) -> None:
    deck = customer(lee)
    assert not deck.is_enabled("Put on Backorder")
    holds(lee, "7.50")
    deck = customer(lee)
    assert hands.button(deck.deck, "Credit").text() == "7.50"
    deck.press("Put on Backorder")
    dialog = hands.dialog("Put Credit on a Backorder")
    hands.fill(dialog, "Amount", "8")
    hands.press(dialog, "OK")
    assert any("Only 7.50 is held" in words for words in hands.words_on(dialog))
    hands.fill(dialog, "Amount", "5")
    hands.press(dialog, "OK")
    assert strip_of(deck) == "Taken 30.00 + From Credit 5.00 = On Deposit 35.00"

    deck.press("Refund Credit")
    dialog = hands.dialog("Refund Credit")
    assert shows(dialog, "Amount") == "2.50"
    hands.press(dialog, "Refund")
    assert hands.button(deck.deck, "Credit").text() == "0.00"
    assert moves(lee)[-1] == ("refunded", "-2.50")
    hands.button(deck.deck, "Credit").click()
    said = hands.rows(hands.table(hands.dialog("Credit"), "Credit"), "What", "Amount")
    assert said == [("Paid in", "7.50"), ("To backorder 1", "−5.00"), ("Paid back", "−2.50")]
    hands.press(hands.dialog("Credit"), "Close")


def test_a_statement_is_previewed_from_one_day_to_another(lee: Shop) -> None:
    holds(lee, "7.50")
    deck = customer(lee)
    deck.press("Statement")
    dialog = hands.dialog("Statement of Account")
    hands.fill(dialog, "From", "11/30/2026")
    hands.fill(dialog, "To", "11/1/2026")
    hands.press(dialog, "Preview")
    assert any("before the first one" in words for words in hands.words_on(dialog))
    hands.fill(dialog, "From", "11/1/2026")
    hands.fill(dialog, "To", "11/30/2026")
    hands.press(dialog, "Preview")
    preview = hands.dialog("Print Preview – Statement for Lee")
    assert hands.button(preview, "Save PDF").isEnabled()
    hands.press(preview, "Close")


def test_the_report_lists_what_is_held_and_is_saved_for_a_spreadsheet(lee: Shop, tmp_path: Path) -> None:
    holds(lee, "7.50")
    hands.menu(lee.sales_client.client, "Reports", "Reports")
    screen = lee.sales_client.client.tabs.screen_at(Place.REPORTS)
    assert isinstance(screen, ReportsScreen)
    screen.choose("on_deposit")
    lee.qtbot.waitUntil(lambda: screen.rows.rowCount() == 3)
    table = hands.table(screen, "Figures")
    assert hands.rows(table, "Customer", "Backorder", "Outstanding", "On Deposit", "Credit") == [
        ("Lee", "1", "3", "30.00", "0.00"),
        ("Lee", "Credit", "", "0.00", "7.50"),
        ("Total", "", "", "30.00", "7.50"),
    ]

    file = tmp_path / "held.csv"
    assert sheet_saving.save(screen, file, screen.sheet())
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    assert [row[1:3] for row in rows] == [["On Deposit", "Credit"], ["30.00", "0.00"], ["0.00", "7.50"]]
    assert rows[1][3:8] == ["1", "Enamel kettle", "KETTLE", "3.000", "0.000"]
    assert not sheet_saving.save(screen, tmp_path / "no such folder" / "held.csv", screen.sheet())
    hands.press(next(box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)), "OK")

    hands.fill(screen, "Find", "kettle")
    assert [row[0] for row in hands.rows(table, "On Deposit")] == ["30.00", "30.00"]
    hands.fill(screen, "Find", "lamp")
    assert any("Nothing found" in words for words in hands.words_on(screen))
    assert not hands.button(screen, "Print").isEnabled()
    hands.fill(screen, "Find", "")
    lee.sales_client.to_front()
    table.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert lee.sales_client.client.tabs.front() is Place.BACKORDERS


def sets_aside(shop: Shop, quantity: str) -> None:
    """Let kettles be found in the cellar and set aside for Lee; the till shows the new invoice."""
    found = partial(items.adjust_stock, item_id=shop.items["KETTLE"], counted=D(quantity), reason="In the cellar")
    shop.operations.do(found)
    deck = backorder(shop)
    deck.press("Fill")
    hands.press(hands.dialog("Fill Backorders"), "OK")


def test_goods_taken_off_an_invoice_ask_about_their_deposit(lee: Shop) -> None:
    sets_aside(lee, "2")
    hands.menu(lee.sales_client.client, "Invoice", "Discard Invoice")
    dialog = hands.dialog("Discard Invoice")
    assert not hands.is_there(dialog, "Refund")
    hands.press(dialog, "The customer no longer wants them")
    assert "What happens with $20.00?" in hands.words_on(dialog)
    hands.fill(dialog, "Reason", "Bought elsewhere")
    hands.fill(dialog, "Refund", "10")
    hands.fill(dialog, "Keep as Credit", "4")
    hands.fill(dialog, "Cancellation Fee", "3.50")
    assert shows(dialog, "Stays on the Rest") == "2.50"
    hands.press(dialog, "Discard")

    assert sorted(moves(lee)) == [
        *(("forfeited", "-3.50"), ("moved", "-4.00"), ("moved", "4.00")),
        ("refunded", "-10.00"),
    ]
    kept = "Taken 30.00 = On Deposit 12.50 + Refunded 10.00 + To Credit 4.00 + Fees 3.50"
    assert strip_of(backorder(lee)) == kept


def test_goods_that_are_owed_again_keep_their_deposit(lee: Shop) -> None:
    sets_aside(lee, "2")
    hands.menu(lee.sales_client.client, "Invoice", "Discard Invoice")
    dialog = hands.dialog("Discard Invoice")
    hands.press(dialog, "The customer no longer wants them")
    hands.fill(dialog, "Refund", "15")
    hands.press(dialog, "The customer is owed the goods again")
    assert not hands.is_there(dialog, "Refund")
    hands.press(dialog, "Discard")
    assert moves(lee) == []


def test_receiving_says_what_becomes_of_a_deposit_that_nobody_is_asked_about(lee: Shop) -> None:
    setting = SettingDriver(lee, Delivery(lee).of(("KETTLE", "1")))
    setting.write("Lee", "Rcv", "0")
    setting.press("Total")
    assert not setting.says("of the deposits")
    setting.write("Lee", "Canc", "1")
    setting.write("Lee", "Reason", "Wants two")
    setting.press("Total")
    assert setting.says("$10.00 of the deposits stays with the rest.")
    setting.write("Lee", "Canc", "3")
    setting.press("Total")
    assert setting.says("$30.00 of the deposits becomes credit.")
    setting.press("OK")
    assert moves(lee)[-2:] == [("moved", "-30.00"), ("moved", "30.00")]
