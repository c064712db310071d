"""What the tour does not show of orders and held money: the dialogs, filled in wrongly and with long words."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER, PLENTY
from posim_desktop.tour.play import Act
from posim_desktop.tour.stage import Stage
from posim_desktop.ui.widgets.files_dialog import FilesDialog

LONG_WORDS = "Kommt mit dem kleinen Lieferwagen und holt alles zusammen am Hintereingang ab"
"""What a customer said, as long as people write it down."""
NO_PRICE = "120 or so"
_BAGS = "Bags and purses"  # the department that asks something
_UNDER_WAY = "23229"  # on an order, and not all of it for somebody
_WITH_CREDIT = "Olivia Bennett"
_TOO_MUCH = "9999"


def _order(stage: Stage) -> None:
    _look_at_wishes(stage)
    _look_at_a_card(stage)
    _order_specially(stage)
    _raise_a_price(stage)
    _ask_at_the_till(stage)
    _ask_on_the_customer_card(stage)
    _look_at_what_is_ready(stage)


def _look_at_wishes(stage: Stage) -> None:
    deck = stage.choose("Lists", "Want List")
    hands.tab(deck, "All")
    stage.step("A wish.", "wish")
    hands.press(deck, "Change")
    asked = hands.dialog("Want List")
    hands.fill(asked, "Item ID", "")
    hands.fill(asked, "Or in Words", "")
    hands.fill(asked, "Note", LONG_WORDS)
    hands.press(asked, "OK")
    stage.step("What is wished for was not said.", "wish-refused")
    hands.press(asked, "Cancel")
    hands.press(deck, "No Longer Wanted")
    stage.step("Is it no longer wanted?", "wish-dropped")
    hands.key(Qt.Key.Key_Escape)


def _look_at_a_card(stage: Stage) -> None:
    deck = stage.choose("Lists", "Backorders")
    hands.tab(deck, "All")
    stage.last_card()
    for label, title, picture in (
        ("Ask", "Ask the Customer", "ask"),
        ("Will Also Take", "Will Also Take", "will-also-take"),
        ("Cancel", "Manual Backorder Cancel", "cancel-with-money"),
    ):
        hands.press(deck, label)
        stage.step("Something to be filled in on a Backorder card.", picture)
        hands.press(hands.dialog(title), "Cancel")


def _order_specially(stage: Stage) -> None:
    deck = stage.choose("Lists", "Special Orders")
    hands.press(deck, "Add")
    stage.step("A special order that is for nobody yet.", "special-empty")
    hands.fill(deck, "Customer", CUSTOMER)
    QTest.keyClick(hands.field(deck, "Customer"), Qt.Key.Key_Return)
    hands.press(deck, "Not on File")
    asked = hands.dialog("Not Yet on File")
    hands.fill(asked, "Price", NO_PRICE)
    hands.press(asked, "Add")
    stage.step("A price that is none.", "special-new-refused")
    hands.fill(asked, "Description", LONG_WORDS)
    hands.fill(asked, "Price", "120")
    hands.fill(asked, "Department", _BAGS)
    hands.press(asked, "Add")
    hands.fill(deck, "Note", LONG_WORDS)
    stage.step("A special order with much to say.", "special-long")
    hands.press(deck, "Questions")
    asked = hands.dialog("Questions")
    stage.step("What its department asks.", "answers")
    hands.press(asked, "Cancel")
    _attach(stage)
    hands.press(deck, "Discard")
    asked = hands.dialog("Discard Special Order")
    hands.press(asked, "Discard")
    stage.step("It is not discarded without a reason.", "special-discard")
    hands.press(asked, "Keep")


def _attach(stage: Stage) -> None:
    hands.press(stage.front(), "Pictures and Files")
    asked = hands.dialog("Pictures and Files")
    stage.step("No files yet.", "files-none")
    if not isinstance(asked, FilesDialog):
        raise hands.NotOnScreenError("no pictures and files")
    with TemporaryDirectory() as folder:
        broken, picture = Path(folder) / "letter.jpg", Path(folder) / f"{LONG_WORDS[:76]}.png"
        broken.write_bytes(b"Dear Sam,")
        stage.client.grab().save(str(picture))
        asked.attach(picture)
        stage.step("A picture with a long name.", "files")
        asked.attach(broken)
    stage.step("A file that is neither a picture nor a PDF.", "files-refused")
    hands.press(asked, "Close")


def _raise_a_price(stage: Stage) -> None:
    """Ask more for pencils than their special order promised."""
    deck = stage.choose("Lists", "Special Orders")
    hands.tab(deck, "Posted")
    stage.last_card()
    lines = hands.table(deck, "Lines")
    hands.point_at(lines, 1, "Item ID")
    became = stage.front().findChild(QPushButton, "line_backorder_button")
    if isinstance(became, QPushButton):
        became.click()
    hands.settle()
    hands.press(stage.front(), "Fill")
    hands.press(hands.dialog("Fill Backorders"), "OK")
    till = stage.front()
    hands.menu(stage.client, "Invoice", "Uncommit")
    hands.write_cell(hands.table(till, "Lines"), 0, "Price", "7")
    asked = hands.dialog("Above the Promised Price")
    hands.press(asked, "OK")
    stage.step("What the customer said to it is asked.", "customer-word")
    hands.press(asked, "Cancel")
    hands.menu(stage.client, "Invoice", "Commit")
    hands.press(till, "New")


def _ask_at_the_till(stage: Stage) -> None:
    till = stage.go("Invoice")
    stage.enter(till, PLENTY)
    if hands.is_asked("Out of Stock"):
        hands.press(hands.dialog("Out of Stock"), "Sell Anyway")
    hands.fill(till, "Customer", CUSTOMER)
    QTest.keyClick(hands.field(till, "Customer"), Qt.Key.Key_Return)
    hands.menu(stage.client, "Invoice", "Deposit, Order and Layaway", "Customer’s Order and Job")
    asked = hands.dialog("Customer’s Order")
    stage.step("The customer's own number.", "customer-order")
    hands.press(asked, "Cancel")
    hands.menu(stage.client, "Invoice", "Deposit, Order and Layaway", "Layaway")
    asked = hands.dialog("Layaway")
    hands.fill(asked, "Paid Now", "")
    hands.press(asked, "OK")
    stage.step("What is paid now was not said.", "layaway")
    hands.press(asked, "Cancel")
    hands.press(till, "Deposit")
    asked = hands.dialog("Deposit")
    hands.fill(asked, "Take or Pay Back", "Pay Back")
    hands.fill(asked, "Amount", _TOO_MUCH)
    hands.press(asked, "OK")
    stage.step("More than is held cannot be paid back.", "deposit-refused")
    hands.press(asked, "Cancel")
    _wait_for_an_order(stage)
    hands.press(till, "Discard")
    hands.press(hands.dialog("Discard Invoice"), "Discard")


def _wait_for_an_order(stage: Stage) -> None:
    till = stage.front()
    stage.enter(till, _UNDER_WAY)
    hands.press(hands.dialog("Out of Stock"), "Back Order")
    hands.point_at(hands.table(till, "Lines"), 1, "Item ID")
    hands.menu(stage.client, "Invoice", "Deposit, Order and Layaway", "Wait for an Order")
    asked = hands.dialog("Wait for an Order")
    stage.step("Which order brings it.", "wait-for-an-order")
    hands.press(asked, "Cancel")


def _ask_on_the_customer_card(stage: Stage) -> None:
    customers = stage.choose("Lists", "Customers")
    stage.find_card(CUSTOMER)
    stage.step("A customer whose money is held.", "customer-with-money")
    hands.press(customers, "On Account")
    asked = hands.dialog("Limit on Account")
    hands.fill(asked, "Limit", "-1")
    hands.press(asked, "OK")
    stage.step("A limit below nothing is none.", "limit-refused")
    hands.press(asked, "Cancel")
    stage.find_card(_WITH_CREDIT)
    hands.press(customers, "Put on Backorder")
    asked = hands.dialog("Put Credit on a Backorder")
    hands.press(asked, "OK")
    stage.step("For which backorder was not said.", "put-credit")
    hands.press(asked, "Cancel")
    hands.press(customers, "Refund Credit")
    asked = hands.dialog("Refund Credit")
    hands.fill(asked, "Amount", _TOO_MUCH)
    hands.press(asked, "Refund")
    stage.step("More than there is cannot be refunded.", "refund-credit")
    hands.press(asked, "Cancel")


def _look_at_what_is_ready(stage: Stage) -> None:
    held = stage.go("Pick-up")
    hands.fill(held, "Find", CUSTOMER)
    hands.key(Qt.Key.Key_Return)
    stage.step("What is ready.", "ready")
    hands.press(held, "Box Labels")
    asked = hands.dialog("Box Labels")
    stage.step("How many boxes.", "box-labels")
    hands.press(asked, "Cancel")
    hands.press(held, "Storage Place")
    asked = hands.dialog("Storage Place")
    hands.fill(asked, "Storage Place", "Regal 12, zweites Fach von oben")
    stage.step("Where it lies.", "storage-place")
    hands.press(asked, "Cancel")


def _reverse(stage: Stage) -> None:
    stage.go("P.Invoices")
    hands.menu(stage.client, "Invoice", "Reverse")
    asked = stage.client.findChild(QDialog, "return_items")
    stage.step("A sale is reversed.", "reverse")
    if isinstance(asked, QDialog):
        hands.press(asked, "Cancel")


ORDERS: tuple[Act, ...] = (("sales", 0, _order), ("sales", 0, _reverse))
