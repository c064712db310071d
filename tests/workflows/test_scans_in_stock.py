"""Guide: "Receive", "Purchase orders": a scan that was not taken holds the document until somebody dealt with it."""

from posim_desktop.tour import hands
from workflows.drivers.receiving import LogDriver, back_door
from workflows.drivers.shop import Shop


def test_a_log_is_posted_once_its_scans_are_dealt_with(shop: Shop) -> None:
    for code in ("KETTLE", "LAMP"):
        shop.has_item(code)
    door = back_door(shop)
    door.orders(("KETTLE", "5"), ("LAMP", "2"))
    log = LogDriver(shop).starts("1")
    log.scan("KETT")
    assert log.counts() == {"KETTLE": "5", "LAMP": "2"}
    assert log.says("KETT: No item has this code.")
    assert not hands.button(log.deck, "Post").isEnabled()

    log.press("Add")
    dialog = hands.dialog("New Receiving Log")
    log.scan("9999", hands.field(dialog, "Purchase Order"))
    assert "No open purchase order has the number “9999”." in hands.words_on(dialog)
    log.scan("Acme", hands.field(dialog, "Purchase Order"))
    assert dialog.isVisible(), "a part of a vendor's name begins no log"
    hands.press(dialog, "Cancel")

    log.press("Forget: KETT").press("Post")
    log.scan("LAMP")
    assert log.says("LAMP: "), "a posted log takes nothing more, and what was scanned is not lost"
