"""The tour's act of a special order, in the Sales Client: from the first word to the pick-up with its deposit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER, PLENTY
from posim_desktop.tour.stage import Stage


def order_specially(stage: Stage) -> None:
    """Play a special order from its intake to the pick-up."""
    _write_it_down(stage)
    _pay_and_post(stage)
    _pick_up(stage)


def _write_it_down(stage: Stage) -> None:
    deck = stage.choose("Lists", "Special Orders")
    hands.press(deck, "Add")
    hands.fill(deck, "Customer", CUSTOMER)
    QTest.keyClick(hands.field(deck, "Customer"), Qt.Key.Key_Return)
    hands.press(deck, "Not on File")
    dialog = hands.dialog("Not Yet on File")
    hands.fill(dialog, "Description", "Garden bench, teak")
    hands.fill(dialog, "Price", "240")
    hands.fill(dialog, "Not Above", "265")
    hands.fill(dialog, "Still to Ask", "With armrests?")
    stage.step("Not on File: a bench that the shop never had; its card comes with the posting.", "special-new-item")
    hands.press(dialog, "Add")
    stage.enter(deck, f"2*{PLENTY}")
    hands.fill(deck, "Deposit", "25%")
    hands.key(Qt.Key.Key_Tab)
    stage.step("A special order: for whom, what, its price promise, and a quarter of it as a deposit.", "special-order")


def _pay_and_post(stage: Stage) -> None:
    deck = stage.front()
    hands.press(deck, "Pay")
    dialog = hands.dialog("Pay the Deposit")
    stage.step("Pay: the till's Pay, with the deposit.", "special-pay")
    hands.press(dialog, "Card")
    hands.press(dialog, "Post")
    stage.step("Post: the card of the bench, an invoice with the deposit, and a backorder per line.", "special-posted")
    hands.press(deck, "Print")
    stage.step("Print: what is promised and paid, the shop's terms, and a line to sign.", "special-confirmation")
    hands.key(Qt.Key.Key_Escape)


def _pick_up(stage: Stage) -> None:
    lines = hands.table(stage.front(), "Lines")
    hands.point_at(lines, 1, "Item ID")
    became = stage.front().findChild(QPushButton, "line_backorder_button")
    if not isinstance(became, QPushButton):
        raise hands.NotOnScreenError("the line does not say what it became")
    hands.press(stage.front(), became.text())
    hands.press(stage.front(), "Fill")
    hands.press(hands.dialog("Fill Backorders"), "OK")
    till = stage.front()
    hands.press(till, "Uncommit & Process")
    stage.step("At the pick-up, Pay offers what of the deposit is for these goods.", "special-pick-up")
    deposit = next(words for words in _buttons(till) if words.startswith("Deposit "))
    hands.press(till, deposit)
    hands.press(till, "Cash")
    hands.press(till, "Post")
    hands.press(till, "New Sale")


def _buttons(inside: QWidget) -> list[str]:
    return [button.text() for button in inside.findChildren(QPushButton) if button.isVisible()]
