"""The tour's last acts: a cashier, a clerk and a manager at one shop's counters, and what each may do.

The cashier gives a discount that the manager approves, the clerk corrects the stock and leaves the counter, and the
manager reads who did what.
"""

from PySide6.QtCore import Qt

from posim_desktop.tour import hands
from posim_desktop.tour.counter import PLENTY
from posim_desktop.tour.door import answer, answering, lock, switch
from posim_desktop.tour.stage import Stage

_CASHIER, _CLERK, _MANAGER, _OWNER = "ana", "sam", "liv", "kim"
_TOO_MUCH, _FOR_DAMAGED = "20%", "30%"
DAMAGED = "The tube is dented"
BROKEN = "One was broken"


def sell_with_approval(stage: Stage) -> None:
    """Play the cashier at the till, and the manager beside her."""
    till = stage.go("Invoice")
    switch(stage.client, _CASHIER)
    stage.enter(till, PLENTY)

    def approve() -> None:
        asked = hands.dialog("Approve")
        stage.step("Ana may give 10 %, not 20: Approve asks for somebody who may.", "approve")
        answer(asked, _MANAGER)

    with answering("Approve", approve):
        _discount(_TOO_MUCH)
    stage.step("Liv approved it with her PIN. It is still Ana's sale.", "approved")
    hands.press(till, "Pay")
    hands.press(till, "Cash")
    hands.press(till, "Post")
    hands.press(till, "New Sale")


def correct_the_stock(stage: Stage) -> None:
    """Play the clerk in the stock room, who locks the screen when he leaves it."""
    switch(stage.client, _CLERK)
    items = stage.choose("Lists", "Items")
    stage.find_card(PLENTY)
    hands.press(items, "Adjust Stock")
    asked = hands.dialog("Adjust Stock")
    hands.fill(asked, "Counted", "5")
    hands.fill(asked, "Reason", BROKEN)
    stage.step("Sam counts the shelf: his role lets him adjust stock, Ana's does not.", "clerk-adjusts-stock")
    hands.press(asked, "OK")
    asked = lock(stage.client)
    stage.step("Shift+F9: nobody is at the counter, and nothing is seen.", "locked-screen")
    answer(asked, _MANAGER)


def look_back(stage: Stage) -> None:
    """Play the manager: a discount of her own, and the audit."""
    till = stage.go("Invoice")
    stage.enter(till, PLENTY)
    _discount(_FOR_DAMAGED)
    asked = hands.dialog("Reason for the Discount")
    hands.fill(asked, "Reason", DAMAGED)
    stage.step("Liv may give 30 %. Above the shop's preference it asks why.", "discount-reason")
    hands.press(asked, "OK")
    hands.press(till, "Pay")
    hands.press(till, "Cash")
    hands.press(till, "Post")
    hands.press(till, "New Sale")
    audit = stage.choose("Setup", "Audit")
    hands.fill(audit, "What", "Discount changed")
    stage.step("Setup > Audit: Who names Ana, who gave 20 %, and Liv, who approved it.", "audit-approved")
    switch(stage.client, _OWNER)


def _discount(percent: str) -> None:
    hands.key(Qt.Key.Key_F8)
    hands.keys(percent)
    hands.key(Qt.Key.Key_Return)
