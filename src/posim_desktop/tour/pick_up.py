"""The tour's last act, in the Sales Client: the customer comes for the goods that were set aside."""

from posim_desktop.domain.scan_codes import invoice_code
from posim_desktop.queries import pickup
from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER, GONE
from posim_desktop.tour.stage import Stage


def pick_up(stage: Stage) -> None:
    """Play the pick-up in the Sales Client."""
    _look_at_what_is_on_hold(stage)
    _hand_over(stage)
    _look_at_the_card(stage)


def _look_at_what_is_on_hold(stage: Stage) -> None:
    stage.choose("Misc", "On Hold")
    stage.step("Misc > On Hold: every invoice whose goods are set aside.", "on-hold")


def _hand_over(stage: Stage) -> None:
    till = stage.go("Invoice")
    held = stage.client.operations.read(pickup.on_hold)
    slip = next(row.invoice_id for row in held if row.customer == CUSTOMER)
    stage.enter(till, invoice_code(slip))
    stage.step(
        "The pick-up slip is scanned at the till: its invoice opens, set aside for the customer.", "slip-scanned"
    )
    hands.press(till, "Uncommit & Process")
    stage.step("Uncommit & Process: the goods are taken and paid like any sale.", "uncommit-and-process")
    hands.press(till, "Card")
    hands.press(till, "Post")
    hands.press(till, "New sale")


def _look_at_the_card(stage: Stage) -> None:
    stage.choose("Lists", "Backorders")
    stage.find_card(GONE)
    stage.step("The Backorder card after the pick-up: one filled, one still to come.", "backorder-filled")
