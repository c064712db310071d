"""Guide: "Receive", "Purchase orders": a scan that was not taken holds the document until somebody dealt with it."""

from posim_desktop.tour import hands
from workflows.drivers.keyboard import Keyboard
from workflows.drivers.labels import CASE, CHEESE, has_labels, label
from workflows.drivers.purchase_orders import acme, begins
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


def test_a_delivery_counts_cases_and_weights(shop: Shop) -> None:
    for code in ("SODA", CHEESE):
        shop.has_item(code, price="12.90")
    has_labels(shop.operations, shop.items["SODA"])
    back_door(shop)
    log = LogDriver(shop).starts(vendor="Acme Wholesale")
    log.scan(CASE).scan(f"]C101{CASE}")
    log.scan(label("210004201250"))
    log.scan(label("230004200689"))
    assert log.counts() == {"SODA": "24", CHEESE: "1.784"}
    log.scan(f"]C101{CASE}17200101")
    assert "expired on 1/1/2020" in log.asks()
    log.answer("Count It")
    assert log.counts()["SODA"] == "36"
    log.scan("2100042012501")
    assert log.says("2100042012501: A check digit of this code is wrong. Scan it again.")


def test_an_order_takes_cases(shop: Shop) -> None:
    acme(shop)
    shop.has_item("SODA")
    has_labels(shop.operations, shop.items["SODA"])
    deck = begins(shop, "Acme Trading (ACME)")
    scanner = Keyboard()
    hands.field(deck.deck, "Item").setFocus()
    scanner.scan(CASE)
    scanner.scan(f"(01){CASE}(30)5")
    scanner.scan(f"]C101{CASE}0599")
    assert deck.lines("Item ID", "Qty") == [("SODA", "17")]
    assert any("This GS1 code has an unknown part" in words for words in hands.words_on(deck.deck))
