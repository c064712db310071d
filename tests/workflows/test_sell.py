"""Guide: "Sell", "Pay and post", "Parked invoices", through the real windows by the words on them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.changes import Change, Record
from posim_desktop.queries.sales import invoices as invoice_queries
from posim_desktop.services.cards import customers
from posim_desktop.services.sales import parking
from posim_desktop.services.transaction import Transactor
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.sales.till.customer_panel import CustomerPanel
from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.till import Till, TillShop

_TITLE_BAR = 32  # of the window, which fills the rest of the screen


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    yield shop
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    shop.has_item("KETTLE", "Enamel kettle", on_hand="5", taxed=True)
    shop.has_item("MUG-RED", "Mug, red", on_hand="50", price="2.50")
    shop.has_item("MUG-BLUE", "Mug, blue", on_hand="50", price="2.75")
    shop.has_item("CABLE", "Cable by the metre", on_hand="100", price="1.20")
    shop.has_customer("LEE", "Lee Harper", "555 0134")
    return shop.opens_till()


def test_sell_what_is_in_stock(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.enter("3*MUG-RED")
    till.enter("2.5*cable")

    assert till.lines("Item ID", "Trans Code", "Qty", "Price", "Extended") == [
        ("KETTLE", "S", "1", "24.00", "24.00"),
        ("MUG-RED", "S", "3", "2.50", "7.50"),
        ("CABLE", "S", "2.5", "1.20", "3.00"),
    ]
    assert till.amount_due == "$36.90"
    till.pay_and_post()

    assert "Posted" in till.words()
    assert till.has_button("Invoice 1")
    assert shop.invoices() == [("processed", 1, Decimal("36.90"))]


def test_what_is_typed_once_an_invoice_is_posted_begins_the_next(till: Till) -> None:
    till.enter("kettle")
    till.pay_and_post()
    hands.keys("mug-red")
    hands.key(Qt.Key.Key_Return)
    assert till.lines("Item ID", "Qty") == [("MUG-RED", "1")]

    till.pay_and_post()
    till.scan("KETTLE")
    assert till.lines("Item ID", "Qty") == [("KETTLE", "1")]
    assert till.screen.frame.lines.entry.entry_field.text() == ""


def test_part_of_a_description_opens_a_list_to_choose_from(till: Till) -> None:
    till.enter("mug")
    choices = hands.table(till.screen, "Choose an item")
    assert hands.rows(choices, "Item ID") == [("MUG-BLUE",), ("MUG-RED",)]

    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)

    assert till.lines("Item ID") == [("MUG-RED",)]
    assert not choices.isVisible()


def test_esc_puts_the_list_of_items_away_from_the_add_button_too(till: Till) -> None:
    till.enter("mug")
    hands.key(Qt.Key.Key_Tab)

    hands.key(Qt.Key.Key_Escape)

    assert not hands.is_there(till.screen, "Choose an item")
    assert hands.field(till.screen, "Item").hasFocus()


def test_one_match_of_a_description_is_added_at_once(till: Till) -> None:
    till.enter("enamel")
    assert till.lines("Item ID") == [("KETTLE",)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [("NOSUCH", "No item matches"), ("0*KETTLE", "more than 0"), ("x*KETTLE", "not a number"), ("3*", "after the *")],
)
def test_what_cannot_be_added_stays_typed_with_a_reason(till: Till, typed: str, words: str) -> None:
    till.enter(typed)
    assert till.screen.frame.lines.entry.entry_field.text() == typed
    assert any(words in label for label in till.words())
    assert till.lines("Item ID") == []


def test_pay_with_two_tenders_and_change(shop: TillShop, till: Till) -> None:
    till.enter("2*kettle")
    till.press("Pay")
    till.tender("Card", "20")
    assert "$32.80" in till.words()
    till.tender("Cash", "50")
    assert "Change" in till.words()
    till.press("Post")

    assert "$17.20" in till.words()
    assert shop.on_hand("KETTLE") == Decimal(3)


def test_a_listed_tender_can_be_removed(till: Till) -> None:
    till.enter("mug-red")
    till.press("Pay")
    till.tender("Card")
    till.press("Give Back Card 2.50")
    hands.press(hands.dialog("Give Back"), "Give Back")
    assert not hands.button(till.screen, "Post").isEnabled()
    assert (
        "still to be paid" in hands.button(till.screen, "Post").toolTip()
        or hands.button(till.screen, "Post").toolTip() == "Choose how it is paid."
    )


def test_a_card_gives_no_change(till: Till) -> None:
    till.enter("mug-red")
    till.press("Pay")
    till.tender("Card", "20")
    assert any("This tender gives no change" in words for words in till.words())
    assert hands.field(till.screen, "Amount").property("text") == "20.00"


def test_return_is_paid_out(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.write(0, "Trans Code", "R")
    assert till.lines("Trans Code", "Extended") == [("R", "−24.00")]
    till.press("Pay")
    till.tell_why()
    till.tender("Cash")
    till.press("Post")
    assert "Paid Out" in till.words()
    assert shop.on_hand("KETTLE") == Decimal(6)


def test_a_total_of_nothing_takes_any_tender(shop: TillShop, till: Till) -> None:
    till.enter("mug-red")
    till.write(0, "Price", "0")
    till.press("Pay")
    hands.press(hands.dialog("No Price"), "Sell for Nothing")
    till.tender("Other")
    till.press("Post")
    assert shop.invoices() == [("processed", 1, Decimal("0.00"))]


def test_discounts_and_prices_are_changed_in_the_line(till: Till) -> None:
    till.enter("4*mug-red")
    till.write(0, "Discount", "10%")
    assert till.lines("Discount", "Extended") == [("10%", "9.00")]
    till.write(0, "Price", "3")
    assert till.lines("Price", "Extended") == [("3.00", "10.80")]
    till.write(0, "Discount", "2")
    assert till.lines("Discount", "Extended") == [("2.00", "10.00")]


def test_comment_line_is_written_and_changed(till: Till) -> None:
    till.enter("mug-red")
    till.press("Comment")
    hands.fill(hands.dialog("Comment"), "Comment", "Gift wrap")
    hands.press(hands.dialog("Comment"), "OK")
    assert till.lines("Trans Code", "Description", "Extended")[1] == ("C", "Gift wrap", "")
    till.write(1, "Description", "Gift wrap, blue")
    assert till.lines("Description")[1] == ("Gift wrap, blue",)


@pytest.mark.parametrize(
    ("heading", "typed", "words"),
    [
        ("Qty", "abc", "not a number"),
        ("Qty", "0", "more than 0"),
        ("Qty", "-1", "negative"),
        ("Qty", "1000000000", "at most"),
        ("Qty", "0.0001", "3 decimal places"),
        ("Price", "abc", "not a number"),
        ("Discount", "101%", "between 0 and 100"),
        ("Discount", "99", "more than the line"),
        ("Trans Code", "Q", "Trans Code is S"),
        ("Trans Code", "C", "comment line"),
    ],
)
def test_what_a_cell_cannot_take_stays_typed_with_a_reason(till: Till, heading: str, typed: str, words: str) -> None:
    till.enter("mug-red")
    till.write(0, heading, typed)

    assert till.lines(heading) == [(typed,)]
    assert any(words in label for label in till.words())
    cell = hands.table(till.screen, "Lines").currentIndex()
    assert words in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert not hands.button(till.screen, "Pay").isEnabled()

    hands.key(Qt.Key.Key_Escape)
    assert hands.button(till.screen, "Pay").isEnabled()
    assert till.amount_due == "$2.50"


def test_card_number_in_a_note_is_refused_and_kept(till: Till) -> None:
    till.enter("mug-red")
    till.press("Note")
    note = hands.dialog("Note")
    hands.fill(note, "Note", "4111 1111 1111 1111")
    hands.press(note, "OK")
    assert note.isVisible()
    assert any("card number" in words for words in hands.words_on(note))
    assert hands.field(note, "Note").property("plainText") == "4111 1111 1111 1111"
    hands.fill(note, "Note", "Call before noon")
    hands.press(note, "OK")
    assert "Note: Call before noon" in till.words()


def test_deleted_line_can_be_put_back(till: Till) -> None:
    till.enter("2*mug-red")
    till.write(0, "Discount", "10%")
    till.enter("kettle")
    hands.point_at(hands.table(till.screen, "Lines"), 0, "Item ID")
    hands.table(till.screen, "Lines").setFocus()
    hands.key(Qt.Key.Key_Delete)
    assert till.lines("Item ID") == [("KETTLE",)]

    till.press("Undo")
    assert till.lines("Item ID", "Qty", "Discount") == [("KETTLE", "1", ""), ("MUG-RED", "2", "10%")]


def test_undo_is_offered_beside_what_else_there_is_to_say(till: Till) -> None:
    till.enter("kettle")
    till.enter("mug-red")
    till.press("Delete Line")
    hands.menu(till.client, "Invoice", "Commit")
    assert till.has_button("Undo")

    till.press("Uncommit & Process")
    assert till.has_button("Cash")
    assert till.lines("Item ID") == [("KETTLE",)]


def test_undo_is_offered_until_something_else_is_sold(till: Till) -> None:
    till.enter("kettle")
    till.press("Delete Line")
    assert till.has_button("Undo")
    till.enter("mug-red")
    assert not till.has_button("Undo")


def test_park_and_recall(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.enter("+")
    assert till.lines("Item ID") == []
    till.enter("mug-red")
    till.press("Parked")
    parked = hands.dialog("Parked Invoices")
    table = hands.table(parked, "Parked Invoices")
    assert hands.rows(table, "Employee", "Lines", "Total") == [("Sam", "1", "26.40"), ("Sam", "1", "2.50")]
    hands.press(parked, "Recall")
    assert till.lines("Item ID") == [("KETTLE",)]
    assert [status for status, _number, _total in shop.invoices()] == ["working", "working"]


def test_recall_says_which_till_has_an_invoice_open(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.enter("+")
    operations = shop.shop.operations
    (invoice_id,) = operations.read(invoice_queries.left_open, "till 1")  # after what the till had to do
    recall = partial(parking.take_up, invoice_id=invoice_id)
    counter = partial(
        Transactor(shop.shop.engine).run, employee_id=shop.employee_id, workstation="Counter 2", key=uuid4()
    )
    counter(recall)

    till.press("Parked")
    parked = hands.dialog("Parked Invoices")
    ((place,),) = hands.rows(hands.table(parked, "Parked Invoices"), "Open At")
    assert place == "Counter 2, Sam"
    hands.press(parked, "Recall")
    asking = hands.dialog("Recall")
    assert any("Sam has this invoice open at Counter 2 since" in words for words in hands.words_on(asking))
    hands.press(asking, "Cancel")
    assert till.lines("Item ID") == []
    till.press("Parked")
    hands.press(hands.dialog("Parked Invoices"), "Recall")
    hands.press(hands.dialog("Recall"), "Take Over")
    assert till.lines("Item ID") == [("KETTLE",)]

    Transactor(shop.shop.engine).run(
        partial(recall, taken_from="till 1"), key=uuid4(), employee_id=shop.employee_id, workstation="Counter 2"
    )
    operations.bus.publish(frozenset({Change(Record.INVOICE, invoice_id)}))  # the news came
    assert till.lines("Item ID") == []
    assert "This invoice was recalled at Counter 2." in till.words()


@pytest.mark.parametrize("how", ["New", "recall", "close"])
def test_choosing_only_a_customer_parks_nothing(shop: TillShop, till: Till, how: str) -> None:
    till.enter("kettle")
    till.press("New")
    till.choose_customer("lee")
    match how:
        case "New":
            till.press("New")
        case "recall":
            till.press("Parked")
            hands.press(hands.dialog("Parked Invoices"), "Recall")
        case _:
            assert till.client.tabs.close_screen(Place.WORKING_INVOICES)
    shop.shop.operations.read(invoice_queries.left_open, "till 1")  # after what the till had to do
    assert [status for status, _number, _total in shop.invoices()] == ["working", "discarded"]
    if how == "New":
        assert not till.has_button("Lee Harper")


def test_discarding_asks_first(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.press("Discard")
    hands.press(hands.dialog("Discard Invoice"), "Keep")
    assert till.lines("Item ID") == [("KETTLE",)]
    till.press("Discard")
    hands.press(hands.dialog("Discard Invoice"), "Discard")
    assert till.lines("Item ID") == []
    assert shop.invoices() == [("discarded", None, Decimal("26.40"))]


def test_what_was_left_open_is_offered_again(till: Till, shop: TillShop) -> None:
    till.enter("2*kettle")
    assert till.client.tabs.close_screen(Place.WORKING_INVOICES)
    again = till.reopened()
    assert any("left open" in words for words in again.words())
    again.press("Recall")
    assert again.lines("Item ID", "Qty") == [("KETTLE", "2")]
    assert len(shop.invoices()) == 1


def test_new_customer_is_added_without_leaving_the_sale(till: Till) -> None:
    till.enter("mug-red")
    hands.fill(till.screen, "Customer", "Ann Poe")
    till.press("New Customer")
    hands.press(hands.dialog("New Customer"), "Add")
    assert till.has_button("Ann Poe")


def test_a_dictated_name_is_looked_up_like_a_typed_one(till: Till, qtbot: QtBot) -> None:
    panel = till.screen.findChild(CustomerPanel)
    assert panel is not None
    panel.search_field.setText("lee")
    qtbot.waitUntil(lambda: panel.matches_list.count() == 1)


def test_a_customer_chosen_after_posting_begins_the_next_sale(till: Till) -> None:
    till.enter("kettle")
    till.pay_and_post()

    till.choose_customer("lee")
    till.enter("MUG-RED")

    assert till.has_button("Lee Harper")
    assert till.lines("Item ID") == [("MUG-RED",)]
    assert till.amount_due == "$2.50"
    till.press("Pay")
    assert till.screen.frame.pay_panel.tenders == (), "the money for the sale before is not for this one"


def test_a_comment_after_posting_begins_the_next_sale(till: Till) -> None:
    till.enter("kettle")
    till.pay_and_post()

    till.press("Comment")
    hands.keys("Gift")
    hands.key(Qt.Key.Key_Return)
    till.enter("MUG-RED")

    assert till.lines("Description", "Trans Code") == [("Gift", "C"), ("Mug, red", "S")]
    assert till.amount_due == "$2.50"


def test_processed_invoice_is_shown_and_leads_to_its_customer(till: Till) -> None:
    till.choose_customer("0134")
    till.enter("kettle")
    till.pay_and_post()
    till.press("Invoice 1")
    processed = till.client.tabs.currentWidget()
    assert processed is not None
    assert "Processed Invoice 1" in hands.words_on(processed)
    lines = hands.table(processed, "Lines")
    assert hands.rows(lines, "Item ID", "Trans Code", "Extended") == [("KETTLE", "S", "24.00")]
    assert not lines.editTriggers().value
    hands.press(processed, "Print")
    preview = hands.dialog("Print Preview – Invoice 1")
    preview.reject()
    hands.press(processed, "Lee Harper")
    assert till.client.tabs.front() == "Customers"


def test_processed_invoices_open_on_the_newest(till: Till) -> None:
    def shown() -> str:
        hands.press(till.client, "P.Invoices")
        deck = till.client.tabs.screen_at(Place.PROCESSED_INVOICES)
        assert isinstance(deck, Deck)
        return deck.card.heading()

    def sell() -> None:
        hands.press(till.client, "Invoice")
        till.enter("kettle")
        till.pay_and_post()

    sell()
    sell()
    assert shown() == "Processed Invoice 2"
    sell()
    assert shown() == "Processed Invoice 3"
    hands.press(till.client, "Next")
    sell()
    assert shown() == "Processed Invoice 2"  # somebody went there and may want to come back to it


def test_the_till_needs_no_scrolling_on_a_screen_of_1024_by_768(shop: TillShop, till: Till, qapp: QApplication) -> None:
    apply_style(qapp, dark=False)
    assert shop.client is not None
    shop.client.resize(1024, 768 - _TITLE_BAR)
    hands.settle()
    assert shop.client.height() == 768 - _TITLE_BAR

    for code in ("kettle", "3*MUG-RED", "2.5*cable"):
        till.enter(code)
    lines = hands.table(till.screen, "Lines")
    assert lines.horizontalScrollBar().maximum() == 0
    assert lines.verticalScrollBar().maximum() == 0

    hands.press(till.screen, "Pay")
    for button in ("Cash", "Card", "Check", "Other", "Back to Lines", "Post"):
        assert _is_whole(hands.button(till.screen, button)), button
    assert _is_whole(hands.field(till.screen, "Amount"))
    hands.press(till.screen, "Cash")
    hands.press(till.screen, "Post")
    for button in ("Invoice 1", "Print", "New Sale"):
        assert _is_whole(hands.button(till.screen, button)), button


def _is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_discount_on_the_whole_sale(till: Till) -> None:
    till.enter("kettle")
    till.enter("3*mug-red")
    till.press("Discount")
    dialog = hands.dialog("Discount on the Sale")
    hands.fill(dialog, "Discount", "lots")
    hands.press(dialog, "OK")
    assert any("not a number" in words for words in hands.words_on(dialog))
    hands.fill(dialog, "Discount", "10%")
    hands.press(dialog, "OK")

    assert till.lines("Item ID", "Extended") == [("KETTLE", "24.00"), ("MUG-RED", "7.50")]
    assert {"Subtotal", "31.50", "Discount 10%", "−3.15"} <= set(till.words())
    assert till.amount_due == "$30.51"  # 10% tax on the kettle's 21.60
    hands.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    hands.fill(hands.dialog("Discount on the Sale"), "Discount", "1.50")
    hands.press(hands.dialog("Discount on the Sale"), "OK")
    till.enter("mug-blue")
    assert till.amount_due == "$35.05"
    till.pay_and_post()

    till.press("Invoice 1")
    assert "Discount" in hands.words_on(till.client)
    assert "−1.50" in hands.words_on(till.client)


def test_goods_without_a_price_are_asked_about(shop: TillShop, till: Till) -> None:
    shop.has_item("REPAIR", "Repair", price="0.00", on_hand="9")
    till.enter("repair")
    hands.keys("12.50")
    hands.key(Qt.Key.Key_Return)
    assert till.lines("Item ID", "Price") == [("REPAIR", "12.50")]
    till.pay_and_post()

    till.press("New Sale")
    till.enter("repair")
    hands.key(Qt.Key.Key_Escape)
    till.press("Pay")
    hands.press(hands.dialog("No Price"), "Enter the Price")
    hands.keys("5")
    hands.key(Qt.Key.Key_Return)
    assert till.amount_due == "$5.00"
    hands.key(Qt.Key.Key_F6)
    hands.keys("0")
    hands.key(Qt.Key.Key_Return)
    till.press("Pay")
    hands.press(hands.dialog("No Price"), "Sell for Nothing")
    till.tender("Cash")
    till.press("Post")
    assert [total for *_, total in shop.invoices()] == [Decimal("12.50"), Decimal("0.00")]


def test_a_customer_who_is_exempt_pays_no_tax(shop: TillShop, till: Till) -> None:
    new = CustomerFields(name="Mill School", exempt_number="12-345", exempt_reason="School")
    shop.shop.operations.do(partial(customers.add, fields=new))
    till.enter("kettle")
    assert till.amount_due == "$26.40"
    till.choose_customer("mill")
    assert till.amount_due == "$24.00"
    assert "Tax exempt, 12-345" in till.words()

    hands.menu(till.client, "Invoice", "Tax Exemption")
    dialog = hands.dialog("Tax Exemption")
    hands.fill(dialog, "Tax Exempt No.", "")
    hands.press(dialog, "OK")
    assert "Enter the number under which the customer is exempt." in hands.words_on(dialog)
    hands.fill(dialog, "Exempt Because", "")
    hands.press(dialog, "OK")
    assert till.amount_due == "$26.40"

    hands.menu(till.client, "Invoice", "Tax Exemption")
    hands.fill(hands.dialog("Tax Exemption"), "Tax Exempt No.", "12-345")
    hands.press(hands.dialog("Tax Exemption"), "OK")
    till.pay_and_post()
    till.press("Invoice 1")
    assert "Tax exempt, 12-345" in hands.words_on(till.client)
