"""The tour's third act, in the Inventory Client days later: a delivery is counted in and set to customers."""

from PySide6.QtCore import Qt

from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER, GONE
from posim_desktop.tour.stage import Stage

_PAPER = "22949"
WAITS_FOR_PAPER = "Olivia Bennett"


def receive(stage: Stage) -> None:
    """Play the receiving steps in the Inventory Client."""
    _begin(stage)
    _count(stage)
    _set_to_customers(stage)
    _look_at_what_was_made(stage)


def _begin(stage: Stage) -> None:
    deck = stage.choose("Transactions", "Processed Purchase Orders")
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)  # all that are open, not those with nobody's goods
    hands.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.key(Qt.Key.Key_PageUp)  # from the furniture to what was ordered from the kitchen's vendor
    hands.press(deck, "Receive")
    log = stage.front()
    hands.fill(log, "Vendor Invoice", "HL-55810")
    hands.key(Qt.Key.Key_Tab)
    stage.step("Receive on the purchase order: a Receiving Log with what is still open.", "receiving-log")


def _count(stage: Stage) -> None:
    log = stage.front()
    hands.press(log, "Count from Zero")
    stage.enter(log, GONE)
    stage.enter(log, GONE)
    stage.enter(log, f"6*{_PAPER}")
    stage.step("Count from Zero, then each scan counts one up: two boxes so far, and the doilies.", "counting")
    stage.enter(log, f"20*{_PAPER}")
    stage.step("More than was ordered is asked about before it is counted.", "more-than-ordered")
    hands.press(hands.dialog("Not as Ordered"), "Leave It Out")


def _set_to_customers(stage: Stage) -> None:
    hands.press(stage.front(), "Post")
    dialog = hands.dialog("Set Backorders to Customers")
    table = hands.table(dialog, "Backorders")
    hands.write_cell(table, hands.row_of(table, "Customer", CUSTOMER), "Rcv", "1")
    row = hands.row_of(table, "Customer", WAITS_FOR_PAPER)
    hands.write_cell(table, row, "Rcv", "4")
    hands.write_cell(table, row, "Canc", "2")
    hands.write_cell(table, row, "Reason", "Four packs are enough")
    hands.press(dialog, "Total")
    stage.step("Post asks whom the goods are for: Rcv, Canc with a reason, and Total adds up.", "set-backorders")
    hands.press(dialog, "OK")


def _look_at_what_was_made(stage: Stage) -> None:
    made = hands.dialog("Open/Working Invoices")
    stage.step("OK: an Open Invoice for each customer, with the goods set aside.", "invoices-made")
    hands.press(made, "Print Slip")
    stage.step("Print Slip: what to put with the goods; the till scans its barcode.", "pick-up-slip")
    hands.press(hands.dialog("Print Preview – Pick-up Slip"), "Close")
    hands.press(made, "Call List")
    stage.step("Call List: whom to call, with telephone numbers and goods.", "call-list")
    hands.press(hands.dialog("Print Preview – Call List"), "Close")
    hands.press(made, "Close")
    stage.step("The Receiving Log is posted and shows the invoices that it made.", "receiving-log-posted")
    stage.choose("Transactions", "Processed Purchase Orders")
    hands.key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    stage.step("The purchase order knows what came; the rest is still to come.", "order-received-in-part")
    stage.choose("Lists", "Backorders")
    stage.find_card(GONE)
    stage.step("The Backorder card: partly received, and everything that happened to it.", "backorder-received")
    stage.choose("Lists", "Items")
    stage.find_card(GONE)
    stage.step("The Item card: what is on hand, set aside, available, on order and backordered.", "item-figures")
