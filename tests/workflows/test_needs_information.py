"""Guide: "Needs Information" — a question is asked, keeps goods away, and is answered, in the windows."""

from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt

from posim_desktop.services.cards import items
from posim_desktop.tour import hands
from posim_desktop.ui.backorders.questions import AskDialog
from workflows.drivers.shop import Shop


@pytest.fixture
def promised(shop: Shop) -> Shop:
    """3 kettles are promised to Lee."""
    shop.has_item("kettle", description="Kettle")
    shop.has_customer("Lee Okafor", phone="555-0142")
    shop.sold("kettle", quantity="3", trans_code="B", to="Lee Okafor")
    return shop


def words_of(widget: object) -> str:
    return " ".join(hands.words_on(widget))  # type: ignore[arg-type]


def test_a_customer_is_asked_and_answers(promised: Shop) -> None:
    deck = promised.sales_client.open_backorders()
    promised.operations.do(
        partial(items.adjust_stock, item_id=promised.items["kettle"], reason="Found", counted=Decimal(5))
    )
    hands.settle()
    assert hands.button(deck.deck, "Fill").isEnabled()

    deck.ask("Black or steel?")

    assert "Needs Information: Black or steel?" in words_of(deck.card.card)
    fill = hands.button(deck.deck, "Fill")
    assert not fill.isEnabled()
    assert "Black or steel?" in fill.toolTip()
    assert not hands.button(deck.deck, "Ask").isEnabled()
    hands.wait_for(lambda: deck.tabs().get("Needs Information") == "1", "the tab")
    assert "Can Be Filled Now" not in deck.tabs()

    hands.press(deck.card.card, "Answer…")
    dialog = hands.dialog("Answer")
    assert "Lee Okafor (555-0142)" in words_of(dialog)
    hands.press(dialog, "OK")
    assert "The answer must be filled in." in words_of(dialog)
    hands.fill(dialog, "Answer", "Steel")
    hands.press(dialog, "OK")
    hands.settle()

    assert "Needs Information" not in words_of(deck.card.card)
    assert hands.button(deck.deck, "Fill").isEnabled()
    happened = deck.card.happened()
    assert "Asked the customer" in happened
    assert "Steel" in happened


def test_a_question_is_asked_with_the_keyboard_alone(promised: Shop) -> None:
    deck = promised.sales_client.open_backorders()
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    hands.wait_for(lambda: bool(deck.deck.findChildren(AskDialog)), "the question")
    hands.keys("Which size?")
    hands.key(Qt.Key.Key_Return)  # to OK
    hands.key(Qt.Key.Key_Return)
    assert "Needs Information: Which size?" in words_of(deck.card.card)


def test_what_else_a_customer_takes_is_on_the_card(promised: Shop) -> None:
    deck = promised.sales_client.open_backorders()
    deck.press("Will Also Take")
    dialog = hands.dialog("Will Also Take")
    hands.fill(dialog, "Will Also Take", "the larger one")
    hands.press(dialog, "OK")
    hands.settle()
    assert "Will Also Take: the larger one" in words_of(deck.card.card)


def test_what_is_left_out_of_an_order_is_counted(promised: Shop) -> None:
    promised.sales_client.open_backorders().ask("Black or steel?")
    client = promised.inventory_client
    client.to_front()
    hands.menu(client.client, "Misc", "Auto Backorder PO")
    dialog = hands.dialog("Auto Backorder PO")
    assert "1 backorder is left out: its customer has to answer first." in words_of(dialog)
    hands.press(dialog, "Cancel")
