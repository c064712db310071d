"""Guide: "Card terminals": the stand-in takes cards, and what it did not say is asked about."""

import threading
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.queries.verify import verify
from posim_desktop.services.sales import card_requests
from posim_desktop.services.sales.stand_in_terminal import StandIn
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.held_input import MESSAGE
from posim_desktop.ui.sales.special_orders.card import SpecialOrderCard
from posim_desktop.ui.widgets.card_terminal import use_card_terminal
from workflows.drivers.till import Till, TillShop, kettle_shop, till_of


@pytest.fixture
def stand_in(own_settings: None) -> Iterator[StandIn]:
    del own_settings
    with StandIn() as terminal:
        threading.Thread(target=terminal.serve_forever, daemon=True).start()
        use_card_terminal(terminal.where)
        yield terminal
        terminal.shutdown()


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot
    with kettle_shop(database_url, tmp_path) as shop:
        yield shop


def pays(till: Till, price: str) -> None:
    till.enter("kettle")
    till.write(0, "Price", price)
    till.press("Pay")
    till.tender("Card")


def says(till: Till, words: str) -> None:
    hands.wait_for(lambda: any(words in each for each in till.words()), words)


def test_a_card_is_taken_by_the_terminal_and_posted_with_its_reference(shop: TillShop, stand_in: StandIn) -> None:
    till = shop.opens_till()
    pays(till, "24")
    hands.wait_for(lambda: till.has_button("Give Back Card 24.00"), "the payment")
    till.press("Post")
    till.press("Invoice 1")
    assert f"Reference {next(iter(stand_in.taken.values()))}" in hands.words_on(till.client)


def test_a_declined_card_leaves_the_invoice_to_be_paid_otherwise(shop: TillShop, stand_in: StandIn) -> None:
    till = shop.opens_till()
    pays(till, "24.01")
    says(till, "declined")
    till.tender("Cash")
    till.press("Post")
    assert stand_in.taken == {}
    assert shop.invoices()[0][:2] == ("processed", 1)


def test_a_silent_terminal_is_asked_again_and_takes_the_money_once(shop: TillShop, stand_in: StandIn) -> None:
    till = shop.opens_till()
    pays(till, "24.03")
    says(till, "did not say whether it took $24.03")
    assert not till.screen.frame.pay_panel.post_button.isEnabled()
    till.press("Ask Again")
    hands.wait_for(lambda: till.has_button("Give Back Card 24.03"), "the payment")
    assert len(stand_in.taken) == 1


def test_a_program_that_ended_before_the_answer_is_told_what_to_do(shop: TillShop, stand_in: StandIn) -> None:
    del stand_in
    till = shop.opens_till()
    till.enter("kettle")
    sale = till.screen.sale.invoice_id
    assert sale is not None
    tender = Tender(TenderKind.CARD, Decimal(24))
    ask = partial(card_requests.ask, invoice_id=sale, tender=tender, terminal="127.0.0.1:1")
    shop.shop.operations.do(ask)  # and it ends here: the terminal may have heard of it
    till.client.close()

    again = till_of(shop.opens_till().client)
    again.press("Recall")
    says(again, "No answer was stored")
    hands.fill(again.screen, "Reference on the Terminal", "R-7")
    again.press("It Took It")
    assert again.has_button("Give Back Card 24.00")
    again.press("Post")
    assert shop.invoices()[0][:2] == ("processed", 1)
    with shop.shop.engine.connect() as connection:
        assert verify(connection) == ()


def has_button(inside: QWidget, label: str) -> bool:
    try:
        hands.button(inside, label)
    except hands.NotOnScreenError:
        return False
    return True


def orders_kettles_for_lee(shop: TillShop, deposit: str) -> Client:
    """Write a special order, and ask so much for it."""
    shop.has_customer("lee", "Lee Okafor", "555 0199")
    client = shop.opens_till().client
    hands.menu(client, "Lists", "Special Orders")
    hands.press(client, "Add")
    card = client.findChild(SpecialOrderCard, "special_order_card")
    assert isinstance(card, SpecialOrderCard)
    hands.fill(client, "Customer", "lee")
    QTest.keyClick(hands.field(client, "Customer"), Qt.Key.Key_Return)
    hands.settle()
    entry = card.panels.lines.entry.entry_field
    entry.setFocus()
    QTest.keyClicks(entry, "2*kettle")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    hands.settle()
    hands.fill(client, "Deposit", deposit)
    entry.setFocus()
    hands.wait_for(lambda: has_button(client, "Pay"), "the deposit")
    return client


def test_the_deposit_of_a_special_order_is_taken_by_the_terminal(shop: TillShop, stand_in: StandIn) -> None:
    """Declined first, then a part by card and the rest in cash; the dialog is not left while money stands."""
    client = orders_kettles_for_lee(shop, "20")
    hands.press(client, "Pay")
    asking = hands.dialog("Pay the Deposit")
    pays_by_card(asking, "10.01")
    hands.wait_for(lambda: any("declined" in words for words in hands.words_on(asking)), "the answer")
    pays_by_card(asking, "12")
    hands.wait_for(lambda: has_button(asking, "Give Back Card 12.00"), "the payment")
    hands.press(asking, "Back to the Order")
    message = asking.findChild(QMessageBox, MESSAGE)
    assert isinstance(message, QMessageBox)
    assert "give it back first" in message.text()
    message.close()
    hands.press(asking, "Cash")
    hands.press(asking, "Post")
    assert "Special Order 1" in hands.words_on(client)
    assert [(status, number, str(total)) for status, number, total in shop.invoices()] == [("processed", 1, "20.00")]
    assert len(stand_in.taken) == 1
    with shop.shop.engine.connect() as connection:
        assert verify(connection) == ()


def pays_by_card(asking: QWidget, amount: str) -> None:
    hands.fill(asking, "Amount", amount)
    hands.press(asking, "Card")
