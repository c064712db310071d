"""Guide: "Card terminals": the stand-in takes cards, and what it did not say is asked about."""

import threading
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.queries.verify import verify
from posim_desktop.services.sales import card_requests
from posim_desktop.services.sales.stand_in_terminal import StandIn
from posim_desktop.tour import hands
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
