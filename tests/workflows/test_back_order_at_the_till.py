"""Guide: "Back-order" and "The out-of-stock warning", through the real windows by the words on them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from posim_desktop.domain.cards.cards import DepartmentFields
from posim_desktop.orm import Item
from posim_desktop.services.cards import departments
from posim_desktop.tour import hands
from workflows.drivers.supply import StockRoom
from workflows.drivers.till import Till, TillShop, press_at


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    yield shop
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    shop.has_item("KETTLE", "Enamel kettle", on_hand="1")
    shop.has_item("CLOCK", "Wall clock", on_hand="0", price="39.50")
    mug = shop.has_item("MUG", "Mug, red", on_hand="50", price="2.50")
    shop.has_barcode(mug, "5012345678900")
    shop.has_customer("LEE", "Lee Harper", "555 0134")
    return shop.opens_till()


def test_changing_the_trans_code_from_s_to_b_makes_a_backorder_when_posted(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.enter("2*mug")
    till.choose_customer("lee")
    till.write(0, "Trans Code", "b")

    assert till.lines("Item ID", "Trans Code", "Extended") == [("KETTLE", "B", "0.00"), ("MUG", "S", "5.00")]
    assert till.amount_due == "$5.00"
    assert shop.backorders() == []

    till.pay_and_post()
    assert till.has_button("Backorder 1: 1 × KETTLE")
    assert shop.backorders() == [(1, Decimal(1), Decimal(1))]
    assert shop.on_hand("KETTLE") == 1

    till.press("Backorder 1: 1 × KETTLE")
    assert till.client.tabs.front() == "Backorders"


def test_the_back_order_button_of_the_warning_changes_s_to_b(shop: TillShop, till: Till) -> None:
    till.choose_customer("lee")
    till.enter("clock")
    warning = hands.dialog("Out of Stock")
    words = hands.words_on(warning)
    assert "Nothing is available" in words
    assert words[words.index("On Hand") + 1] == "0"
    till.answer("Back Order")

    assert till.lines("Item ID", "Trans Code", "Extended") == [("CLOCK", "B", "0.00")]
    till.pay_and_post("Other")
    assert shop.backorders() == [(1, Decimal(1), Decimal(1))]


def test_a_b_line_says_when_goods_for_it_are_expected(shop: TillShop, till: Till) -> None:
    room = StockRoom(shop.shop)
    till.choose_customer("lee")
    till.enter("clock")
    till.answer("Back Order")
    assert till.lines("Description") == [("Wall clock",)]

    room.orders("CLOCK", "2", expected=date(2026, 12, 4))
    assert till.lines("Description", "Extended") == [("Wall clock – expected 12/4/2026", "0.00")]

    till.pay_and_post("Other")
    till.press("New Sale")
    room.orders("CLOCK", "1", {1: "1"}, expected=date(2026, 11, 20))
    till.choose_customer("lee")
    till.enter("clock")
    till.answer("Back Order")
    assert till.lines("Description") == [("Wall clock – expected 12/4/2026",)]  # the earlier one is promised already


def test_split_sells_what_there_is_and_back_orders_the_rest(shop: TillShop, till: Till) -> None:
    till.choose_customer("lee")
    till.enter("3*kettle")
    till.answer("Split")
    assert till.lines("Trans Code", "Qty", "Extended") == [("S", "1", "24.00"), ("B", "2", "0.00")]
    till.pay_and_post()
    assert shop.backorders() == [(1, Decimal(2), Decimal(2))]
    assert shop.on_hand("KETTLE") == 0


def test_sell_anyway_is_not_asked_again_at_posting(shop: TillShop, till: Till) -> None:
    till.enter("clock")
    till.answer("Sell Anyway")
    assert till.lines("Trans Code", "Extended") == [("S", "39.50")]
    till.pay_and_post()
    assert "Posted" in till.words()
    assert shop.on_hand("CLOCK") == -1


def test_cancel_adds_nothing(shop: TillShop, till: Till) -> None:
    till.enter("clock")
    hands.key(Qt.Key.Key_Escape)
    assert till.lines("Item ID") == []
    assert shop.invoices() == []


def test_split_is_offered_only_when_part_is_available(till: Till) -> None:
    till.enter("clock")
    with pytest.raises(hands.NotOnScreenError):
        hands.button(hands.dialog("Out of Stock"), "Split")


def test_the_warning_names_who_waits_already(till: Till) -> None:
    till.choose_customer("lee")
    till.enter("2*clock")
    till.answer("Back Order")
    till.pay_and_post()
    till.press("New Sale")
    till.enter("clock")
    assert "Already back-ordered for others: 2 (Lee Harper 2)" in hands.words_on(hands.dialog("Out of Stock"))


def test_without_the_warning_preference_nothing_is_asked(shop: TillShop, till: Till) -> None:
    shop.stops_warning()
    till.enter("clock")
    assert till.lines("Trans Code") == [("S",)]
    till.pay_and_post()
    assert "Posted" in till.words()


def test_raising_a_quantity_asks_and_cancel_keeps_the_old_one(till: Till) -> None:
    till.enter("kettle")
    till.write(0, "Qty", "4")
    till.answer("Cancel")
    assert till.lines("Qty") == [("1",)]
    till.write(0, "Qty", "4")
    till.answer("Split")
    assert till.lines("Trans Code", "Qty") == [("S", "1"), ("B", "3")]


def test_changing_b_back_to_s_asks_again(till: Till) -> None:
    till.choose_customer("lee")
    till.enter("clock")
    till.answer("Back Order")
    till.write(0, "Trans Code", "S")
    till.answer("Cancel")
    assert till.lines("Trans Code") == [("B",)]


def test_a_backorder_without_a_customer_leads_to_the_customer_search(till: Till) -> None:
    till.enter("clock")
    till.answer("Back Order")
    assert any("needs a customer" in words for words in till.words())
    assert not hands.button(till.screen, "Pay").isEnabled()
    assert "customer" in hands.button(till.screen, "Pay").toolTip()
    till.choose_customer("lee")
    assert hands.button(till.screen, "Pay").isEnabled()


def _type_into_cell(till: Till, heading: str, typed: str) -> None:
    lines = hands.table(till.screen, "Lines")
    lines.setFocus()
    lines.setCurrentIndex(hands.point_at(lines, 0, heading))
    hands.key(Qt.Key.Key_Return)
    hands.keys(typed)


@pytest.mark.parametrize("elsewhere", ["Item", "Customer"])
@pytest.mark.parametrize(("heading", "typed"), [("Trans Code", "b"), ("Price", "cheap")])
def test_a_click_beside_an_open_cell_keeps_the_keyboard_where_it_put_it(
    till: Till, heading: str, typed: str, elsewhere: str
) -> None:
    till.enter("kettle")
    _type_into_cell(till, heading, typed)

    clicked = hands.field(till.screen, elsewhere)
    QTest.mouseClick(clicked, Qt.MouseButton.LeftButton)
    hands.settle()

    assert QApplication.focusWidget() is clicked
    assert not hands.button(till.screen, "Pay").isEnabled()  # it says why, and pressing its key leads there


def test_a_key_to_another_place_out_of_an_open_cell_leads_there(till: Till) -> None:
    till.enter("kettle")
    _type_into_cell(till, "Trans Code", "b")
    hands.key(Qt.Key.Key_F2)
    assert till.lines("Trans Code") == [("B",)]
    assert QApplication.focusWidget() is hands.field(till.screen, "Item")
    hands.keys("mug")
    hands.key(Qt.Key.Key_Return)
    assert till.lines("Item ID") == [("KETTLE",), ("MUG",)]


def test_enter_in_the_trans_code_cell_leads_to_the_customer_search(till: Till) -> None:
    till.enter("kettle")
    _type_into_cell(till, "Trans Code", "b")
    hands.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is hands.field(till.screen, "Customer")


@pytest.mark.both_databases
def test_goods_sold_elsewhere_in_between_are_asked_about_at_posting(shop: TillShop, till: Till) -> None:
    till.choose_customer("lee")
    till.enter("kettle")
    till.enter("mug")
    till.press("Pay")
    till.tender("Cash")
    shop.takes_away("KETTLE", "1")
    till.press("Post")

    till.answer("Back Order")
    assert till.lines("Trans Code") == [("B",), ("S",)]
    till.press("Post")
    assert "$24.00" in till.words()  # the cash for the kettle goes back as change
    assert shop.backorders() == [(1, Decimal(1), Decimal(1))]


def test_keyboard_only(shop: TillShop, till: Till) -> None:
    """Sell, back-order, attach a customer, pay and post without a mouse event."""
    key, keys = hands.key, hands.keys
    keys("2*mug")
    key(Qt.Key.Key_Return)
    keys("kettle")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_F7)
    keys("b")
    assert till.lines("Item ID", "Trans Code") == [("MUG", "S"), ("KETTLE", "B")]
    keys("lee")  # a backorder without a customer puts the focus into the customer search
    key(Qt.Key.Key_Return)
    keys("clock")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)  # the out-of-stock warning's first button is Back Order
    assert till.lines("Trans Code")[2] == ("B",)
    key(Qt.Key.Key_F12)
    keys("20")
    key(Qt.Key.Key_Return)  # to the tenders
    key(Qt.Key.Key_Return)  # Cash
    key(Qt.Key.Key_Return)  # Post
    assert "$15.00" in till.words()
    assert shop.backorders() == [(1, Decimal(1), Decimal(1)), (2, Decimal(1), Decimal(1))]
    key(Qt.Key.Key_Return)  # New sale
    keys("mug")
    key(Qt.Key.Key_Return)
    assert till.lines("Item ID") == [("MUG",)]


def test_a_double_enter_posts_once_and_leaves_the_change_on_the_screen(shop: TillShop, till: Till) -> None:
    till.enter("mug")
    till.press("Pay")
    till.tender("Cash", "10")
    press_at(hands.button(till.screen, "Post"), Qt.Key.Key_Return, "\r", 5000)
    hands.settle()
    press_at(hands.button(till.screen, "New Sale"), Qt.Key.Key_Return, "\r", 5150)
    till.screen.post()

    assert "$7.50" in till.words()
    assert shop.invoices() == [("processed", 1, Decimal("2.50"))]
    press_at(hands.button(till.screen, "New Sale"), Qt.Key.Key_Return, "\r", 7000)
    assert "Posted" not in till.words()


@pytest.mark.parametrize("where", ["Customer", "Parked", "Lines"])
def test_a_scan_lands_in_item_entry_wherever_the_focus_is(till: Till, where: str) -> None:
    till.enter("kettle")
    if where == "Customer":
        hands.fill(till.screen, "Customer", "har")
    elif where == "Lines":
        hands.table(till.screen, "Lines").setFocus()
    else:
        hands.button(till.screen, where).setFocus()
    till.scan("5012345678900")

    assert till.lines("Item ID", "Qty") == [("KETTLE", "1"), ("MUG", "1")]
    if where == "Customer":
        assert hands.field(till.screen, "Customer").property("text") == "har"
    assert hands.table(till.screen, "Lines").viewport().findChildren(QLineEdit) == []


def test_a_scan_into_a_cell_that_takes_one_letter_counts(till: Till) -> None:
    till.enter("kettle")
    hands.key(Qt.Key.Key_F7)
    till.scan("5012345678900")
    assert till.lines("Item ID", "Trans Code") == [("KETTLE", "S"), ("MUG", "S")]
    assert till.screen.pay_refusal() is None


def test_scans_during_the_warning_wait_for_the_answer(till: Till) -> None:
    till.enter("clock")
    warning = hands.dialog("Out of Stock")
    till.scan("5012345678900")
    till.scan("5012345678900", start_ms=200_000)
    assert warning.isVisible()  # the scanner's Enter did not press Back Order
    assert any("Scans waiting: 2" in words for words in hands.words_on(warning))
    hands.press(warning, "Sell Anyway")
    assert till.lines("Item ID", "Qty") == [("CLOCK", "1"), ("MUG", "2")]


def test_a_multiplier_typed_before_a_scan_counts(till: Till) -> None:
    hands.fill(till.screen, "Item", "4*")
    till.scan("5012345678900")
    assert till.lines("Item ID", "Qty") == [("MUG", "4")]


def test_a_promise_is_asked_what_its_department_asks_while_the_customer_is_there(shop: TillShop, till: Till) -> None:
    """Enter leads from Post to the questions and on to the next sale; what is left blank is asked later."""
    fields = DepartmentFields("CLOCKS", "Clocks", "Color?\nEngraving?")
    clocks = shop.shop.operations.do(partial(departments.add, fields=fields)).record_id
    with shop.shop.engine.begin() as connection:
        connection.execute(sa.update(Item.__table__).where(Item.code == "CLOCK").values(department_id=clocks))
    till.choose_customer("lee")
    till.enter("clock")
    till.answer("Back Order")
    till.pay_and_post("Other")
    assert "CLOCK: Color? Engraving?" in till.words()
    panel = till.screen.frame.posted_panel
    assert panel.focusWidget() is hands.button(panel, "Answer for CLOCK")
    till.press("Answer for CLOCK")
    asking = hands.dialog("Backorder 1: CLOCK")
    hands.press(asking, "OK")
    assert "The answer must be filled in." in hands.words_on(asking)
    hands.fill(asking, "Color?", "Green")
    hands.press(asking, "OK")
    assert "Needs Information: Engraving?" in till.words()
    till.press("Answer for CLOCK")
    hands.fill(hands.dialog("Backorder 1: CLOCK"), "Engraving?", "None")
    hands.press(hands.dialog("Backorder 1: CLOCK"), "OK")
    assert not any("Engraving?" in words for words in till.words())
    assert panel.focusWidget() is panel.new_sale_button
