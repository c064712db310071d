"""The tour's last act, in the Sales Client: customers come for what was set aside, and the rest is filled."""

from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.queries.sales import pickup
from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER, GONE
from posim_desktop.tour.receiving import WAITS_FOR_PAPER
from posim_desktop.tour.stage import Stage


def pick_up(stage: Stage) -> None:
    """Play the pick-up in the Sales Client."""
    _take_fewer(stage)
    _hand_over(stage)
    _look_at_the_card(stage)
    _fill_what_can_be_filled(stage)


def _take_fewer(stage: Stage) -> None:
    held = stage.go("Pick-up")
    stage.step("Pick-up (F4): whom goods are set aside for, the longest waiting first.", "pick-up")
    hands.fill(held, "Find", WAITS_FOR_PAPER)
    hands.press(held, "Open")
    stage.step("Everything of the customer: ready, still to come, on deposit, and what is to pay.", "pick-up-customer")
    hands.press(held, "Open Invoice")
    lines = hands.table(stage.front(), "Lines")
    hands.write_cell(lines, 0, "Qty", "3")
    dialog = hands.dialog("Reduce")
    hands.press(dialog, "The customer no longer wants them")
    hands.fill(dialog, "Reason", "Three are enough")
    stage.step("A smaller Qty: one pack is no longer wanted, with Name and Reason.", "reduce-canceled")
    hands.press(dialog, "Reduce")
    hands.write_cell(lines, 0, "Qty", "2")
    stage.step("Another one is left for the next visit: the customer is owed it again.", "reduce-owed-again")
    hands.press(hands.dialog("Reduce"), "Reduce")


def _hand_over(stage: Stage) -> None:
    till = stage.go("Invoice")
    held = stage.client.operations.read(pickup.on_hold)
    slip = next(row.invoice_id for row in held if row.customer.startswith(CUSTOMER))
    stage.enter(till, invoice_code(slip))
    stage.step(
        "The pick-up slip is scanned at the till: its invoice opens, set aside for the customer.", "slip-scanned"
    )
    hands.press(till, "Uncommit & Process")
    stage.step("Uncommit & Process: the goods are taken and paid like any sale.", "uncommit-and-process")
    hands.press(till, "Card")
    hands.press(till, "Post")
    hands.press(till, "New Sale")


def _look_at_the_card(stage: Stage) -> None:
    stage.choose("Lists", "Backorders")
    stage.find_card(GONE)
    stage.step("The Backorder card after the pick-up: one filled, one still to come.", "backorder-filled")


def _fill_what_can_be_filled(stage: Stage) -> None:
    deck = stage.front()
    hands.tab(deck, "Can Be Filled Now")
    hands.press(deck, "View")
    stage.step("Can be filled now: what the shelf has for who waits; the badge counts it.", "can-be-filled-now")
    listed = hands.rows(hands.table(deck, "List All"), "Item ID")
    stage.open_row(listed.index((GONE,)))
    hands.press(deck, "Fill")
    stage.step("Fill on the card: the box that was left for the shelf is proposed.", "fill-from-card")
    hands.press(hands.dialog("Fill Backorders"), "OK")
    till = stage.front()
    hands.press(till, "Uncommit & Process")
    hands.press(till, "Cash")
    hands.press(till, "Post")
    hands.press(till, "New Sale")
    stage.choose("Lists", "Backorders")
    stage.find_card(GONE)
    stage.step("Handed over: the backorder is filled, and its card tells how it went.", "backorder-closed")
