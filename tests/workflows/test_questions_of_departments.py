"""Guide: "Needs Information" — a department's questions are asked on the special order, in the windows."""

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QPlainTextEdit

from posim_desktop.domain.cards.cards import DepartmentFields
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.services.cards import departments
from posim_desktop.services.sales import special_orders
from posim_desktop.tour import hands
from workflows.drivers.shop import Shop


def test_a_department_is_given_its_questions(shop: Shop) -> None:
    deck = shop.sales_client.open("Setup", "Departments")
    deck.press("Add")
    hands.fill(deck.deck, "Department ID", "COATS")
    hands.fill(deck.deck, "Name", "Coats")
    asks = hands.field(deck.deck, "Asks")
    assert isinstance(asks, QPlainTextEdit)
    asks.setPlainText("\n".join("abcdefg"))
    deck.press("Save")
    assert deck.says("A department asks at most 6 questions.")
    asks.setPlainText("Size?\nColor?")
    deck.press("Save")
    hands.settle()
    assert not deck.says("A department asks at most 6 questions.")


def test_what_is_asked_is_answered_on_the_line(shop: Shop) -> None:
    fields = DepartmentFields("COATS", "Coats", "Size?\nColor?")
    coats = shop.operations.do(partial(departments.add, fields=fields)).record_id
    lee = shop.has_customer("Lee")
    order = shop.operations.do(partial(special_orders.start, customer_id=lee)).record_id
    coat = SpecialLine(
        description="Winter coat", quantity=Decimal(1), unit_price=Decimal("120.00"), department_id=coats
    )
    shop.operations.do(partial(special_orders.add_new_item, special_order_id=order, line=coat))
    deck = shop.sales_client.open("Lists", "Special Orders")
    hands.table(deck.deck, "Lines").selectRow(0)
    hands.settle()
    button = deck.deck.findChild(type(hands.button(deck.deck, "Questions")), "answers_button")
    assert button is not None
    assert button.text() == "Questions (0 of 2)…"
    button.click()
    dialog = hands.dialog("Questions")
    hands.fill(dialog, "Size?", "42")
    hands.press(dialog, "OK")
    hands.settle()
    assert button.text() == "Questions (1 of 2)…"
