"""Guide: "Receive", "Purchase orders": a scan that was not taken holds the document until somebody dealt with it."""

from dataclasses import replace
from functools import partial

from posim_desktop.domain.cards.serials import Serials
from posim_desktop.queries import serials
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.services.cards import items
from posim_desktop.tour import hands
from workflows.drivers.keyboard import Keyboard
from workflows.drivers.labels import CASE, CHEESE, SODA, has_labels, label
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


def test_a_delivery_takes_the_numbers_of_units(shop: Shop) -> None:
    drill = shop.has_item("SODA", price="89.00")
    has_labels(shop.operations, drill)
    card = shop.operations.read(item_queries.details, drill)
    assert card is not None
    fields = replace(card.fields, serials=Serials.RECEIVING)
    shop.operations.do(partial(items.change, item_id=drill, fields=fields, version=card.version))
    door = back_door(shop)
    log = LogDriver(shop).starts(vendor="Acme Wholesale")
    log.scan(f"]d2010{SODA}21A-1").scan(f"]d2010{SODA}21A-2")
    assert log.counts() == {"SODA": "2"}
    log.press("Post")
    assert door.stock("SODA")[0] == "2", "nothing was left to ask"
    assert shop.operations.read(serials.in_stock, drill) == ("A-1", "A-2")
    assert log.says("Serial No. A-1, A-2")
    door.agrees()


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
