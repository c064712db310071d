"""Guide: "Correct a receiving log" — 10 were typed, fewer came, and some of them wait for customers."""

import pytest
from PySide6.QtCore import Qt

from posim_desktop.tour import hands
from workflows.drivers.receiving import BackDoor, LogDriver, back_door
from workflows.drivers.shop import Shop


@pytest.fixture
def door(shop: Shop) -> BackDoor:
    """A log of 10 kettles is posted: three wait for Lee, two for Kim; another order is to bring 4."""
    shop.has_item("KETTLE", price="24.00", description="Enamel kettle")
    for customer, quantity in (("Lee", "3"), ("Kim", "2")):
        shop.has_customer(customer)
        shop.sold("KETTLE", quantity=quantity, trans_code="B", to=customer)
    door = back_door(shop)
    door.orders(("KETTLE", "10"))
    door.orders(("KETTLE", "4"))
    LogDriver(shop).starts("1").press("Post")
    hands.press(hands.dialog("Set Backorders to Customers"), "OK")
    hands.press(hands.dialog("Open/Working Invoices"), "Close")
    return door


def test_what_was_typed_wrongly_is_taken_back(shop: Shop, door: BackDoor) -> None:
    assert door.stock("KETTLE") == ("10", "5", "4")
    log = LogDriver(shop)
    log.press("Correct")
    dialog = hands.dialog("Correct Receiving Log 1")
    assert not hands.button(dialog, "OK").isEnabled()
    actual = hands.table(dialog, "Actually Received")
    hands.write_cell(actual, 0, "Actually Received", "12")
    assert any("10 of KETTLE were received." in words for words in hands.words_on(dialog))
    hands.write_cell(actual, 0, "Actually Received", "4")
    losses = hands.table(dialog, "Customers")
    assert hands.rows(losses, "Customer", "Waiting", "Goes Back", "What Happens")[1:] == [
        ("Kim", "2", "1", "owed 1 again, 1 on order"),
        ("Lee", "3", "0", "keeps all"),
    ]
    # Kim is here already: Lee waits for the next delivery instead.
    hands.write_cell(losses, 1, "Goes Back", "0")
    assert not hands.button(dialog, "OK").isEnabled()
    hands.write_cell(losses, 2, "Goes Back", "1")
    assert "Taken back 6 · From the shelf 5 · From customers 1 · Still to come 6" in hands.words_on(dialog)
    hands.press(dialog, "OK")
    assert hands.is_asked("Correct Receiving Log 1")  # a reason is missing, and everything typed is kept
    hands.fill(dialog, "Reason", "Counted the boxes twice")
    hands.press(dialog, "OK")

    assert not hands.is_asked("Correct Receiving Log 1")
    assert log.says("Correction 1 is posted.")
    assert hands.rows(hands.table(log.deck, "Corrections"), "Correction", "By", "Reason", "Taken Back") == [
        ("1", "Sam", "Counted the boxes twice", "6")
    ]
    lines = hands.table(log.deck, "Lines")
    received = lines.model().index(0, hands.column_of(lines, "Received"))
    assert "6 taken back, so 4 came" in str(received.data(Qt.ItemDataRole.ToolTipRole))
    assert door.stock("KETTLE") == ("4", "4", "10")
    hands.press(log.deck, "Print")
    hands.press(hands.dialog("Print Preview – Receiving Correction 1"), "Close")
    door.agrees()
    _goods_of_another_order(door, log)


def _goods_of_another_order(door: BackDoor, log: LogDriver) -> None:
    """The rest belongs to the other order: all is taken back, and a log of that order has it already."""
    log.press("Correct")
    dialog = hands.dialog("Correct Receiving Log 1")
    hands.press(dialog, "Take All Back")
    hands.fill(dialog, "Reason", "It was order 2")
    hands.fill(dialog, "Belongs To", "Purchase order 2")
    hands.press(dialog, "OK")
    assert log.title == "Receiving Log for PO 2"
    assert log.counts() == {"KETTLE": "4"}
    assert door.stock("KETTLE") == ("0", "0", "14")
    door.agrees()
