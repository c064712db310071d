"""The tour's acts of a special order: from the first word to the pick-up with its deposit.

It is written down and paid for in the Sales Client, where a question to the customer is answered and a wish is noted.
The goods come to the Inventory Client and are picked up in the Sales Client.
"""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER, PLENTY
from posim_desktop.tour.stage import Stage

BENCH = "Garden bench, teak"
_VENDOR = "Greengate Garden Goods"
_WISH = "20768"  # one is wished for before more of them come
QUESTION, ANSWER = "With armrests?", "Yes, on both sides"


def order_specially(stage: Stage) -> None:
    """Play a special order from its intake to the answer that it waited for, and a wish beside it."""
    _write_it_down(stage)
    _pay_and_post(stage)
    _write_the_answer_down(stage)
    _wish(stage)


def receive_specially(stage: Stage) -> None:
    """Play the delivery that brings the bench, and what somebody wished for."""
    stage.go("Receiving")
    hands.press(stage.front(), "Add")
    asked = hands.dialog("New Receiving Log")
    hands.press(asked, "Without a Purchase Order")
    hands.fill(asked, "Vendor", _VENDOR)
    hands.press(asked, "Start")
    log = stage.front()
    stage.enter(log, BENCH)
    stage.enter(log, f"4*{_WISH}")
    hands.press(log, "Post")
    dialog = hands.dialog("Set Backorders to Customers")
    stage.step("The bench is here: it is for the customer who ordered it.", "special-arrived")
    hands.press(dialog, "OK")
    hands.press(hands.dialog("Open/Working Invoices"), "Close")
    wished = hands.dialog("Want List: These Goods Are Here")
    stage.step("And so is what a customer wished for: whom to call about it.", "wants-arrived")
    hands.press(wished, "Close")


def pick_up_specially(stage: Stage) -> None:
    """Play the pick-up, for which the deposit pays its part."""
    held = stage.go("Pick-up")
    hands.fill(held, "Find", CUSTOMER)
    hands.key(Qt.Key.Key_Return)
    stage.step("Pick-up: the bench is ready, and what of the deposit is for it comes off.", "special-ready")
    hands.press(held, "Pick Up")
    till = stage.front()
    hands.press(till, "Pay")
    stage.step("At the pick-up, Pay offers what of the deposit is for these goods.", "special-pick-up")
    _press_what_it_says(till, "deposit_button")
    hands.press(till, "Cash")
    hands.press(till, "Post")
    hands.press(till, "New Sale")


def _write_it_down(stage: Stage) -> None:
    deck = stage.choose("Lists", "Special Orders")
    hands.press(deck, "Add")
    hands.fill(deck, "Customer", CUSTOMER)
    QTest.keyClick(hands.field(deck, "Customer"), Qt.Key.Key_Return)
    hands.press(deck, "Not on File")
    dialog = hands.dialog("Not Yet on File")
    hands.fill(dialog, "Description", BENCH)
    hands.fill(dialog, "Price", "240")
    hands.fill(dialog, "Not Above", "265")
    hands.fill(dialog, "Still to Ask", QUESTION)
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


def _write_the_answer_down(stage: Stage) -> None:
    lines = hands.table(stage.front(), "Lines")
    hands.point_at(lines, 0, "Item ID")
    _press_what_it_says(stage.front(), "line_backorder_button")
    stage.step("Needs Information: until it is answered, nothing is ordered or set aside.", "needs-information")
    hands.press(stage.front(), "Answer…")
    asked = hands.dialog("Answer")
    hands.fill(asked, "Answer", ANSWER)
    stage.step("Answer: what the customer said; the goods can be got again.", "question-answered")
    hands.press(asked, "OK")


def _wish(stage: Stage) -> None:
    customers = stage.choose("Lists", "Customers")
    stage.find_card(CUSTOMER)
    hands.press(customers, "Add to Want List")
    asked = hands.dialog("Want List")
    hands.fill(asked, "Item ID", _WISH)
    stage.step("Add to Want List on the Customer card: a wish, for which nothing is promised.", "want")
    hands.press(asked, "OK")
    wishes = stage.choose("Lists", "Want List")
    hands.wait_for(lambda: hands.are_counted(wishes), "the wishes")
    stage.step("Lists > Want List: who wishes for what, since when, and what is available.", "want-list")


def _press_what_it_says(inside: QWidget, name: str) -> None:
    """Press a button whose words have a number or an amount in them."""
    button = inside.findChild(QPushButton, name)
    if not isinstance(button, QPushButton) or not button.isVisible() or not button.isEnabled():
        raise hands.NotOnScreenError(f"no {name} that can be pressed")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.settle()
