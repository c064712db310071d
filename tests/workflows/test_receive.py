"""Guide: "Receive", through the real windows by the words on them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from posim_desktop.domain.changes import Record
from posim_desktop.orm import Item
from posim_desktop.services.backorders import questions
from posim_desktop.services.cards import employees
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.tour import hands
from workflows.drivers.receiving import BackDoor, LogDriver, back_door
from workflows.drivers.shop import Shop


@pytest.fixture
def door(shop: Shop) -> Iterator[BackDoor]:
    """Acme is to bring five kettles and two lamps on purchase order 1; vases are on file."""
    for code in ("KETTLE", "LAMP", "VASE"):
        shop.has_item(code)
    door = back_door(shop)
    door.orders(("KETTLE", "5"), ("LAMP", "2"))
    yield door
    door.agrees()


@pytest.fixture
def log(shop: Shop, door: BackDoor) -> LogDriver:
    """A log that was begun for purchase order 1."""
    del door
    return LogDriver(shop).starts("1")


def test_an_empty_deck_says_what_to_do(shop: Shop, door: BackDoor) -> None:
    del door
    assert LogDriver(shop).says("press Add and choose its purchase order")


def test_enter_on_cancel_gives_up(shop: Shop, door: BackDoor) -> None:
    log = LogDriver(shop)
    log.press("Add")
    dialog = hands.dialog("New Receiving Log")
    hands.button(dialog, "Cancel").setFocus()
    hands.key(Qt.Key.Key_Return)
    assert not hands.is_asked("New Receiving Log")
    assert door.logs() == []


def test_a_delivery_as_ordered_is_posted_at_once_and_closes_the_order(door: BackDoor, log: LogDriver) -> None:
    assert log.title == "Receiving Log for PO 1"
    assert log.lines("Item ID", "Ordered", "Open", "Received", "Cost", "Extended") == [
        ("KETTLE", "5", "5", "5", "2.50", "12.50"),
        ("LAMP", "2", "2", "2", "2.50", "5.00"),
    ]
    assert log.text("Received On") == "11/2/2026"
    assert log.text("Received By").startswith("Sam")
    log.press("Post")
    assert log.title == "Receiving Log 1"
    assert door.stock("KETTLE") == ("5", "0", "0")
    log.press("Add")
    assert any(
        "There are no open purchase orders" in words for words in hands.words_on(hands.dialog("New Receiving Log"))
    )


def test_who_has_to_answer_first_is_said_where_nobody_else_waits(shop: Shop, log: LogDriver) -> None:
    shop.sold("KETTLE", quantity="2", trans_code="B", to="Lee")
    shop.operations.do(partial(questions.ask, backorder_id=1, question="Which color?"))
    log.press("Post")
    assert log.title == "Receiving Log 1"
    (box,) = (each for each in shop.inventory_client.client.findChildren(QMessageBox) if each.isVisible())
    assert box.text() == "The receiving log is posted. 1 backorder is left out: its customer has to answer first."
    hands.press(box, "OK")


def test_what_comes_in_parts_is_received_in_parts(door: BackDoor, log: LogDriver) -> None:
    log.write(0, "Received", "3").write(1, "Received", "0").press("Post")
    assert (door.stock("KETTLE"), door.stock("LAMP")) == (("3", "0", "2"), ("0", "0", "2"))

    log.starts("1")
    assert log.lines("Item ID", "Ordered", "Open", "Received") == [("KETTLE", "5", "2", "2"), ("LAMP", "2", "2", "2")]
    log.press("Post")
    assert (door.stock("KETTLE"), door.stock("LAMP")) == (("5", "0", "0"), ("2", "0", "0"))
    assert door.logs() == [("posted", 1), ("posted", 2)]


def test_a_typed_quantity_goes_on_to_the_line_below(log: LogDriver) -> None:
    log.write(0, "Received", "4")
    assert log.current_item() == "LAMP"
    log.write(1, "Received", "1")
    assert hands.field(log.deck, "Item").hasFocus()


def test_a_scanner_counts_up_wherever_the_focus_is(log: LogDriver) -> None:
    log.press("Count from Zero")
    assert log.counts() == {"KETTLE": "0", "LAMP": "0"}
    log.scan("KETTLE").scan("KETTLE")
    assert (log.counts(), log.current_item()) == ({"KETTLE": "2", "LAMP": "0"}, "KETTLE")

    log.scan("LAMP", hands.table(log.deck, "Lines"))
    note = hands.field(log.deck, "Note")
    note.setFocus()
    hands.keys("Wet")
    log.scan("KETTLE", note)
    assert log.text("Note") == "Wet"
    assert (log.counts(), log.current_item()) == ({"KETTLE": "3", "LAMP": "1"}, "KETTLE")

    log.enter("2*KETTLE")
    assert log.counts() == {"KETTLE": "5", "LAMP": "1"}
    assert log.says("KETTLE: 5 of 5 received")


@pytest.mark.both_databases
def test_all_as_ordered_asks_before_counts_are_lost(log: LogDriver) -> None:
    log.press("Count from Zero").press("All as Ordered")
    assert (log.is_asked(), log.counts()) == (False, {"KETTLE": "5", "LAMP": "2"})
    log.press("Count from Zero").enter("KETTLE").press("All as Ordered").answer("Cancel")
    assert log.counts() == {"KETTLE": "1", "LAMP": "0"}
    log.press("All as Ordered").answer("All as Ordered")
    assert log.counts() == {"KETTLE": "5", "LAMP": "2"}
    log.write(0, "Received", "4").press("Count from Zero").answer("Count from Zero")
    assert log.counts() == {"KETTLE": "0", "LAMP": "0"}


def test_more_than_was_ordered_is_asked_about_once_and_posted(door: BackDoor, log: LogDriver) -> None:
    log.scan("KETTLE")
    assert "KETTLE: 6 counted, but only 5 open on purchase order 1" in log.asks()
    log.scan("KETTLE")
    assert "waiting for your answer: 1" in log.asks()
    log.answer("Count It")
    assert (log.is_asked(), log.counts()["KETTLE"]) == (False, "7")
    assert log.says("KETTLE: 7 received, 2 more than is open on the order")
    log.press("Post")
    assert (log.is_asked(), log.title) == (False, "Receiving Log 1")
    assert door.stock("KETTLE") == ("7", "0", "0")


def test_more_than_was_ordered_is_left_out_when_the_clerk_says_so(log: LogDriver) -> None:
    log.scan("KETTLE").answer("Leave It Out")
    log.write(1, "Received", "20").answer("Leave It Out")
    assert log.counts() == {"KETTLE": "5", "LAMP": "2"}


def test_goods_that_are_not_on_the_order_are_asked_about(door: BackDoor, log: LogDriver) -> None:
    log.enter("VASE")
    assert "VASE is not on purchase order 1" in log.asks()
    log.answer("Leave It Out")
    assert "VASE" not in log.counts()
    log.enter("3*VASE").answer("Count It").enter("VASE")
    assert (log.counts()["VASE"], log.current_item()) == ("4", "VASE")
    log.press("Post")
    assert door.stock("VASE") == ("4", "0", "0")


def test_a_removed_line_can_be_put_back_and_counts_for_the_order(door: BackDoor, log: LogDriver) -> None:
    log.write(1, "Received", "1")
    hands.point_at(hands.table(log.deck, "Lines"), 1, "Item ID")
    log.press("Delete Line")
    assert (log.counts(), log.says("Removed: LAMP")) == ({"KETTLE": "5"}, True)
    log.press("Undo")
    assert log.counts() == {"KETTLE": "5", "LAMP": "1"}
    hands.point_at(hands.table(log.deck, "Lines"), 1, "Item ID")
    hands.key(Qt.Key.Key_Delete)
    assert hands.field(log.deck, "Item").hasFocus()
    log.enter("2*LAMP")
    assert (log.is_asked(), log.lines("Item ID", "Open", "Received")[1]) == (False, ("LAMP", "2", "2"))
    log.press("Post")
    assert door.stock("LAMP") == ("2", "0", "0")


def test_nothing_can_be_undone_once_the_log_is_posted(log: LogDriver) -> None:
    hands.point_at(hands.table(log.deck, "Lines"), 1, "Item ID")
    log.press("Delete Line").press("Post")
    assert log.title == "Receiving Log 1"
    assert not log.says("Removed: LAMP")


def test_a_scan_onto_a_cell_is_counted_and_the_cell_stays_as_it_was(log: LogDriver) -> None:
    log.write(0, "Received", "3")  # the keyboard goes on to the lamps' cell
    log.scan("KETTLE")
    assert log.counts() == {"KETTLE": "4", "LAMP": "2"}


def test_goods_that_nobody_ordered_come_with_a_vendor_only(shop: Shop, door: BackDoor) -> None:
    log = LogDriver(shop).starts(vendor="nobody")
    dialog = hands.dialog("New Receiving Log")
    assert any("There is no vendor “nobody”" in words for words in hands.words_on(dialog))
    hands.fill(dialog, "Vendor", "Acme Wholesale (ACME)")
    hands.press(dialog, "Start")
    assert (log.title, log.lines("Item ID")) == ("Receiving Log", [])
    assert hands.button(log.deck, "Post").toolTip() == "Nothing was counted on this receiving log."
    log.scan("VASE").scan("VASE").write(0, "Cost", "1.2345")
    assert log.lines("Item ID", "Ordered", "Open", "Received", "Cost", "Extended") == [
        ("VASE", "", "", "2", "1.2345", "2.47")
    ]
    log.press("Post")
    assert door.stock("VASE") == ("2", "0", "0")


@pytest.mark.parametrize(
    ("heading", "typed", "said"),
    [
        ("Received", "abc", "“abc” is not a number"),
        ("Received", "-1", "negative"),
        ("Received", "1e9", "not a number"),
        ("Received", "10000000", "999,999.999"),
        ("Received", "1.2345", "3 decimal places"),
        ("Cost", "two", "“two” is not a number"),
        ("Cost", "-2", "between zero and"),
    ],
)
def test_a_bad_cell_says_why_keeps_what_was_typed_and_holds_the_posting(
    log: LogDriver, heading: str, typed: str, said: str
) -> None:
    before = log.lines("Received", "Cost", "Extended")
    log.write(0, heading, typed)
    assert log.lines(heading)[0] == (typed,)
    assert any(heading in words and said in words for words in log.words()), log.words()
    assert not hands.button(log.deck, "Post").isEnabled()
    table = hands.table(log.deck, "Lines")
    assert table.hasFocus()
    hands.key(Qt.Key.Key_Escape)
    assert log.lines("Received", "Cost", "Extended") == before
    assert hands.button(log.deck, "Post").isEnabled()


def test_the_header_is_saved_field_by_field(shop: Shop, log: LogDriver) -> None:
    pat = shop.has_employee("Pat Quinn")
    log.fill("Vendor Invoice", "R-77").fill("Invoice Date", "2026-11-01").fill("Note", "One box was wet")
    log.press("View")
    assert hands.rows(hands.table(log.deck, "List All"), "Status", "Vendor Invoice", "Purchase Order", "Lines") == [
        ("Working", "R-77", "1", "2")
    ]
    log.press("View")
    assert (log.text("Invoice Date"), log.text("Note")) == ("11/1/2026", "One box was wet")
    shop.operations.do(partial(employees.archive, employee_id=pat, version=1))
    log.fill("Received By", "Pat Quinn")
    assert log.says("Choose an employee who still works here.")
    assert log.text("Received By") == "Pat Quinn (PAT)"


@pytest.mark.parametrize(
    ("label", "typed", "said"),
    [
        ("Invoice Date", "11/3/2026", "cannot be dated after the day the goods arrived"),
        ("Invoice Date", "soon", "“soon” is not a date"),
        ("Received On", "11/3/2026", "That date is in the future"),
        ("Received On", "", "is not a date"),
        ("Received By", "Nobody", "There is no employee “Nobody”"),
        ("Vendor Invoice", "x" * 41, "40"),
        ("Note", "Card 4111 1111 1111 1111", "card number"),
    ],
)
def test_a_bad_header_field_says_why_and_keeps_the_focus(log: LogDriver, label: str, typed: str, said: str) -> None:
    log.fill(label, typed)
    assert any(said in words for words in log.words()), log.words()
    assert log.text(label) == typed
    field = hands.field(log.deck, label)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is field or field.isAncestorOf(focused)
    log.press("Add")
    assert not any(w.windowTitle() == "New Receiving Log" and w.isVisible() for w in QApplication.topLevelWidgets())
    hands.key(Qt.Key.Key_Escape)
    assert not any(said in words for words in log.words())


def test_customers_who_wait_are_asked_about_and_their_invoices_listed(shop: Shop, door: BackDoor) -> None:
    shop.sold("KETTLE", quantity="2", trans_code="B", to="Lee")
    log = LogDriver(shop).starts("1")
    log.press("Post")
    dialog = hands.dialog("Set Backorders to Customers")
    hands.press(dialog, "Cancel")
    assert (door.logs(), log.title) == ([("working", None)], "Receiving Log for PO 1")

    log.press("Post")
    dialog = hands.dialog("Set Backorders to Customers")
    hands.press(dialog, "Total")
    hands.press(dialog, "OK")
    hands.dialog("Open/Working Invoices").reject()
    hands.settle()
    assert door.stock("KETTLE") == ("5", "2", "0")
    assert door.outstanding() == [(1, "0")]
    assert (log.title, log.says("posted on another workstation")) == ("Receiving Log 1", False)
    made = hands.table(log.deck, "Customer Invoices")
    assert hands.rows(made, "Customer", "Qty") == [("Lee", "2")]
    assert hands.table(log.deck, "Lines").hasFocus()


def test_a_posted_log_is_only_read(log: LogDriver) -> None:
    log.press("Post")
    table = hands.table(log.deck, "Lines")
    heads = [str(table.model().headerData(place, Qt.Orientation.Horizontal)) for place in range(8)]
    editable = [table.model().index(0, place).flags() & Qt.ItemFlag.ItemIsEditable for place in range(8)]
    assert not any(editable)
    assert table.isColumnHidden(heads.index("Open"))
    for label in ("Vendor Invoice", "Invoice Date", "Received On", "Received By", "Note"):
        assert hands.field(log.deck, label).property("readOnly")
    with pytest.raises(hands.NotOnScreenError):
        hands.field(log.deck, "Item")
    with pytest.raises(hands.NotOnScreenError):
        hands.button(log.deck, "Post")


def test_of_a_posted_log_what_came_stands_first(log: LogDriver) -> None:
    log.write(0, "Received", "0")
    assert log.lines("Item ID") == [("KETTLE",), ("LAMP",)]
    log.press("Post")
    assert log.lines("Item ID", "Received") == [("LAMP", "2"), ("KETTLE", "0")]


def test_links_lead_to_the_vendor_the_order_and_the_items(shop: Shop, door: BackDoor, log: LogDriver) -> None:
    wanted: list[tuple[Record, int]] = []
    log.deck.link.connect(lambda record, record_id: wanted.append((record, record_id)))
    hands.point_at(hands.table(log.deck, "Lines"), 0, "Item ID")
    hands.key(Qt.Key.Key_Return)
    shop.inventory_client.press("Receiving")
    hands.button(log.deck, "Acme Wholesale").click()
    shop.inventory_client.press("Receiving")
    hands.button(log.deck, "1").click()
    assert wanted == [
        (Record.ITEM, shop.items["KETTLE"]),
        (Record.VENDOR, door.vendor_id),
        (Record.PURCHASE_ORDER, 1),
    ]


def test_an_order_that_is_being_received_goes_on_in_its_log(door: BackDoor, log: LogDriver) -> None:
    log.write(0, "Received", "1").press("Add")
    dialog = hands.dialog("New Receiving Log")
    assert hands.rows(hands.table(dialog, "Open Purchase Orders"), "Number", "Vendor", "Open", "Being received") == [
        ("1", "Acme Wholesale", "7", "Yes")
    ]
    hands.press(dialog, "Continue Counting")
    assert (door.logs(), log.counts()["KETTLE"]) == ([("working", None)], "1")


def test_a_scanned_order_number_starts_its_log(door: BackDoor, log: LogDriver) -> None:
    door.orders(("VASE", "4"))
    log.press("Add")
    log.scan("0002", hands.field(hands.dialog("New Receiving Log"), "Purchase Order"))
    assert (log.title, log.counts()) == ("Receiving Log for PO 2", {"VASE": "4"})


def test_two_logs_of_one_order_are_asked_about_when_the_first_is_posted(door: BackDoor, log: LogDriver) -> None:
    other = door.starts_elsewhere(1)
    door.posts_elsewhere(other)
    door.news_comes()
    assert log.lines("Item ID", "Open", "Received") == [("KETTLE", "0", "5"), ("LAMP", "0", "2")]
    log.press("Post")
    odd = hands.dialog("Look at These")
    assert hands.rows(hands.table(odd, "What Is Odd"), "Item", "What Is Odd") == [
        ("KETTLE", "5 counted, 0 open on the order"),
        ("LAMP", "2 counted, 0 open on the order"),
    ]
    hands.press(odd, "Open")
    assert door.stock("KETTLE") == ("5", "0", "0")
    log.write(0, "Received", "0").write(1, "Received", "1").press("Post")
    odd = hands.dialog("Look at These")
    assert not hands.button(odd, "Post").isEnabled()
    hands.key(Qt.Key.Key_Return)
    assert hands.rows(hands.table(odd, "What Is Odd"), "Item", "Answer") == [("LAMP", "accepted")]
    hands.key(Qt.Key.Key_Return)
    assert (door.stock("KETTLE"), door.stock("LAMP")) == (("5", "0", "0"), ("3", "0", "0"))


def test_two_clerks_count_one_delivery(door: BackDoor, log: LogDriver) -> None:
    log.press("Count from Zero").scan("KETTLE")
    log_id = log.deck.current_id
    hands.fill(log.deck, "Vendor Invoice", "R-7")
    door.elsewhere(receiving.count_up, receiving_log_id=log_id, item_id=door.shop.items["KETTLE"])
    door.news_comes()
    assert log.counts()["KETTLE"] == "2"
    assert (log.text("Vendor Invoice"), log.says("while you were editing")) == ("R-7", False)
    hands.key(Qt.Key.Key_Return)
    log.scan("KETTLE")
    assert log.counts() == {"KETTLE": "3", "LAMP": "0"}


@pytest.mark.both_databases
def test_a_log_posted_elsewhere_is_told_and_only_read(door: BackDoor, log: LogDriver) -> None:
    log_id = log.deck.current_id
    assert log_id is not None
    hands.fill(log.deck, "Note", "Half a note")
    door.posts_elsewhere(log_id)
    door.news_comes()
    assert log.title == "Receiving Log 1"
    assert log.says("This receiving log was posted on another workstation.")
    assert log.text("Note") == ""


@pytest.mark.both_databases
def test_posting_what_was_posted_elsewhere_a_moment_ago_posts_nothing_twice(door: BackDoor, log: LogDriver) -> None:
    log_id = log.deck.current_id
    assert log_id is not None
    door.posts_elsewhere(log_id)
    log.press("Post")
    assert log.asks() == "This receiving log is posted and can no longer be changed."
    log.question().close()
    assert (log.title, door.stock("KETTLE")) == ("Receiving Log 1", ("5", "0", "0"))


def test_a_discarded_log_leaves_the_deck_and_the_goods_stay_on_order(door: BackDoor, log: LogDriver) -> None:
    log.press("Discard").answer("Cancel")
    assert door.logs() == [("working", None)]
    log.press("Discard").answer("Discard")
    assert (door.logs(), door.stock("KETTLE")) == ([("discarded", None)], ("0", "0", "5"))
    assert log.says("There are no receiving logs.")


@pytest.mark.both_databases
def test_a_log_discarded_elsewhere_is_told(door: BackDoor, log: LogDriver) -> None:
    door.elsewhere(receiving.discard, receiving_log_id=log.deck.current_id)
    door.news_comes()
    assert log.asks() == "This receiving log was discarded on another workstation."
    log.question().close()
    assert log.says("There are no receiving logs.")


def test_working_logs_stand_first_and_are_found_by_what_their_papers_say(door: BackDoor, log: LogDriver) -> None:
    log.fill("Vendor Invoice", "R-77").press("Post")
    door.orders(("VASE", "1"))
    log.starts("2")
    log.press("View")
    table = hands.table(log.deck, "List All")
    assert hands.rows(table, "Number", "Status", "Purchase Order") == [("", "Working", "2"), ("1", "Posted", "1")]
    for typed, found in (("r-77", "1"), ("vase", "2"), ("2", "2")):
        hands.fill(log.deck, "Find", typed)
        hands.key(Qt.Key.Key_Return)
        assert log.title.endswith(f" {found}") or log.title == f"Receiving Log for PO {found}"
    hands.fill(log.deck, "Find", "acme")
    hands.key(Qt.Key.Key_Return)
    assert len(hands.rows(hands.table(log.deck, "List All"), "Number")) == 2


def test_an_item_that_is_not_on_file_is_said_at_the_entry(log: LogDriver) -> None:
    log.enter("nothing like it")
    assert log.says("No item matches “nothing like it”.")
    assert log.text("Item") == "nothing like it"
    log.enter("+")
    assert log.says("Item not found.")


def test_the_lines_keep_to_the_rules_of_a_model(log: LogDriver) -> None:
    model = hands.table(log.deck, "Lines").model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    log.press("Count from Zero").enter("KETTLE").enter("2*VASE").answer("Count It").write(0, "Received", "x")
    hands.key(Qt.Key.Key_Escape)
    hands.point_at(hands.table(log.deck, "Lines"), 1, "Item ID")
    log.press("Delete Line").press("Post")
    assert model.rowCount() == 2
    tester.deleteLater()


def test_a_scan_closes_an_open_cell_unread(log: LogDriver) -> None:
    table = hands.table(log.deck, "Lines")
    index = hands.point_at(table, 0, "Received")
    table.edit(index)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("1")
    log.scan("LAMP", editor)
    log.answer("Leave It Out")
    assert log.counts() == {"KETTLE": "5", "LAMP": "2"}


def test_free_units_and_freight_are_in_the_cost(door: BackDoor, log: LogDriver) -> None:
    log.write(0, "Free", "6")
    assert log.says("Only 5 came; no more can be free.")
    log.write(0, "Free", "1")
    log.write(1, "Cost", "0")
    log.press("Freight")
    dialog = hands.dialog("Freight and Charges")
    hands.fill(dialog, "Freight", "4.00")
    hands.fill(dialog, "Spread over the Lines", "by quantity")
    hands.press(dialog, "OK")
    assert log.says("Charges: $4.00")
    log.press("Post")
    # Of 5 kettles 4 are paid; 5 of 7 units carry 2.86 of the freight.
    with door.shop.opened.engine.connect() as connection:
        cost = connection.execute(sa.select(Item.cost).where(Item.id == door.shop.items["KETTLE"])).scalar_one()
    assert cost == Decimal("2.5720")
    door.agrees()
