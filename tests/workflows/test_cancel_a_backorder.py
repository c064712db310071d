"""Guide: "Cancel part of a backorder"."""

from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLineEdit

from pin_of import pin_hash
from posim_desktop.domain.people.permissions import Role
from posim_desktop.services.backorders import backorders
from posim_desktop.services.people import pins
from posim_desktop.tour import hands
from posim_desktop.ui.tokens import tokens
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.approving import approve, approving
from workflows.drivers.shop import Shop


@pytest.fixture
def three_kettles(shop: Shop) -> Shop:
    shop.has_item("KETTLE", on_hand="1", price="24.00")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee")
    return shop


def test_customer_orders_fewer(three_kettles: Shop) -> None:
    deck = three_kettles.inventory_client.open_backorders()
    deck.view().find("Lee").open_card()

    deck.cancel(quantity="2", name="Sam", reason="Wants only one")

    assert deck.card.canceled_rows() == [("2", "Sam", "Wants only one")]
    assert (deck.card.outstanding, deck.card.canceled, deck.card.status) == ("1", "2", "Open")
    assert "Canceled 2, Sam, Wants only one" in deck.card.happened()


def test_canceling_all_closes_the_card_and_its_cancel_button(three_kettles: Shop) -> None:
    deck = three_kettles.sales_client.open_backorders()

    deck.cancel(quantity="1", reason="Wants two")
    deck.cancel(quantity="2", reason="Bought elsewhere")

    assert [row[0] for row in deck.card.canceled_rows()] == ["1", "2"]
    assert (deck.card.outstanding, deck.card.status) == ("0", "Canceled")
    assert not deck.is_enabled("Cancel")
    tooltip = hands.button(deck.deck, "Cancel").toolTip()
    assert tooltip == "None of this backorder is outstanding, so there is nothing to cancel."


def test_the_edge_of_the_card_wears_the_new_status_at_once(three_kettles: Shop) -> None:
    deck = three_kettles.sales_client.open_backorders()
    open_edge = _edge_color(deck.deck)

    deck.cancel(quantity="3", reason="Bought elsewhere")

    assert _edge_color(deck.deck) == QColor(str(getattr(tokens(), deck.deck.card.tone())))
    assert _edge_color(deck.deck) != open_edge


def _edge_color(deck: Deck) -> QColor:
    return deck.sheet.grab().toImage().pixelColor(2, deck.sheet.height() // 2)


def test_the_other_client_sees_it(three_kettles: Shop) -> None:
    seen = three_kettles.sales_client.open_backorders()
    deck = three_kettles.inventory_client.open_backorders()

    deck.cancel(quantity="1", reason="Wants two")

    assert seen.card.outstanding == "2"


def test_the_logged_in_employee_is_proposed_and_another_can_sign(three_kettles: Shop) -> None:
    kim = three_kettles.has_employee("Kim", Role.CASHIER)
    three_kettles.operations.do(partial(pins.give, employee_id=kim, pin_hash=pin_hash()))
    deck = three_kettles.sales_client.open_backorders()

    dialog = deck.start_cancel(quantity="1", reason="Wants two")
    proposed = hands.field(dialog, "Name")
    assert isinstance(proposed, QComboBox)
    assert proposed.currentText() == "Sam"
    hands.fill(dialog, "Name", "Kim")
    with approving(approve("Kim")):
        hands.press(dialog, "OK")

    assert deck.card.canceled_rows() == [("1", "Kim", "Wants two")]


def test_reasons_used_before_are_suggested(three_kettles: Shop) -> None:
    deck = three_kettles.sales_client.open_backorders()
    deck.cancel(quantity="1", reason="Bought elsewhere")

    dialog = deck.start_cancel(quantity="1")

    reason = hands.field(dialog, "Reason")
    assert isinstance(reason, QComboBox)
    assert [reason.itemText(place) for place in range(reason.count())] == ["Bought elsewhere"]
    assert reason.currentText() == ""


@pytest.mark.parametrize(
    ("quantity", "reason", "field", "said"),
    [
        ("4", "Moved", "Qty", "Only 3 can be canceled: no more is outstanding."),
        ("0", "Moved", "Qty", "The quantity must be more than 0."),
        ("-1", "Moved", "Qty", "A quantity cannot be negative."),
        ("1e9", "Moved", "Qty", "is not a number"),
        ("0.0001", "Moved", "Qty", "at most 3 decimal places"),
        ("", "Moved", "Qty", "Enter a number."),
        ("1", "", "Reason", "must be filled in"),
        ("1", "Card 4111 1111 1111 1111", "Reason", "Card numbers are never stored."),
    ],
)
def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(
    three_kettles: Shop, quantity: str, reason: str, field: str, said: str
) -> None:
    deck = three_kettles.sales_client.open_backorders()

    dialog = deck.start_cancel(quantity=quantity, reason=reason)
    hands.press(dialog, "OK")

    assert dialog.isVisible()
    assert hands.field(dialog, field).property("invalid") is True
    assert any(said in words for words in hands.words_on(dialog))
    typed = hands.field(dialog, "Qty")
    assert isinstance(typed, QLineEdit)
    assert typed.text() == quantity
    assert deck.card.canceled_rows() == []


def test_leaving_with_cancel_changes_nothing(three_kettles: Shop) -> None:
    deck = three_kettles.sales_client.open_backorders()

    dialog = deck.start_cancel(quantity="1", reason="Wants two")
    hands.press(dialog, "Cancel")

    assert deck.card.canceled_rows() == []
    assert deck.card.outstanding == "3"


def test_a_stale_dialog_is_told_the_fresh_figures(three_kettles: Shop) -> None:
    deck = three_kettles.sales_client.open_backorders()
    dialog = deck.start_cancel(quantity="3", reason="All of it")
    assert "Outstanding: 3 of 3 ordered" in hands.words_on(dialog)

    elsewhere = partial(backorders.cancel, backorder_id=1, quantity=Decimal(2), employee_id=1, reason="Wants one")
    three_kettles.operations.do(elsewhere)
    assert "Outstanding: 1 of 3 ordered" in hands.words_on(dialog)
    hands.press(dialog, "OK")

    assert "Only 1 can be canceled: no more is outstanding." in hands.words_on(dialog)
    assert deck.card.outstanding == "1"


@pytest.mark.both_databases
def test_a_dialog_that_heard_no_news_reads_the_figures_when_it_is_refused(three_kettles: Shop) -> None:
    deck = three_kettles.sales_client.open_backorders()
    dialog = deck.start_cancel(quantity="3", reason="All of it")
    three_kettles.operations.bus.blockSignals(True)
    elsewhere = partial(backorders.cancel, backorder_id=1, quantity=Decimal(2), employee_id=1, reason="Wants one")
    three_kettles.operations.do(elsewhere)
    three_kettles.operations.bus.blockSignals(False)

    hands.press(dialog, "OK")

    assert "Outstanding: 1 of 3 ordered" in hands.words_on(dialog)
    assert "Only 1 can be canceled: no more is outstanding." in hands.words_on(dialog)
