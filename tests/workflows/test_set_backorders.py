"""Guide: "Set backorders to customers", by the words on the screen."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox

from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import BackorderEvent, Employee, Invoice, ReceivingLog
from posim_desktop.queries.receiving import logs as log_queries
from posim_desktop.services.backorders import questions
from posim_desktop.services.cards import employees
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.tour import hands
from posim_desktop.ui.receiving.set_backorders import has_backorders_to_set
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog
from workflows.drivers.setting import Delivery, InvoicesMadeDriver, SettingDriver
from workflows.drivers.shop import Shop, hear_news


@pytest.fixture
def delivery(shop: Shop) -> Iterator[Delivery]:
    """Lee waits for three kettles and a cup, Kim for two kettles."""
    shop.has_item("KETTLE", price="24.00", description="Enamel kettle")
    shop.has_item("CUP", price="5.00")
    shop.has_item("PLATE", price="4.00")
    shop.has_customer("Lee", phone="555 0134")
    shop.has_customer("Kim", phone="555 0177")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee")
    shop.sold("KETTLE", quantity="2", trans_code="B", to="Kim")
    shop.sold("CUP", quantity="1", trans_code="B", to="Lee")
    delivery = Delivery(shop)
    yield delivery
    assert delivery.agrees()


def _status(shop: Shop, log_id: int) -> str:
    with shop.opened.engine.connect() as connection:
        return connection.execute(sa.select(ReceivingLog.status).where(ReceivingLog.id == log_id)).scalar_one()


def test_the_allocation_comes_first_then_the_oldest_up_to_what_came(shop: Shop, delivery: Delivery) -> None:
    order = delivery.orders("KETTLE", "4", for_customer="Kim", allocated="2")
    setting = SettingDriver(shop, delivery.of_order(order))
    assert setting.rows("Customer", "Phone", "Allocated", "Rcv", "Canc") == [
        ("3", "Lee", "555 0134", "", "2", ""),
        ("2", "Kim", "555 0177", "2", "2", ""),
    ]
    assert setting.items() == ["KETTLE  Enamel kettle: Received 4 · Set to customers 4 · Left for the shelf 0"]
    assert setting.focus() == ("Lee", "Rcv", "2")


def test_goods_are_set_and_canceled_and_an_invoice_is_made_for_each_customer(shop: Shop, delivery: Delivery) -> None:
    log_id = delivery.of(("KETTLE", "6"), ("CUP", "1"), ("PLATE", "9"))
    setting = SettingDriver(shop, log_id)
    setting.write("Lee", "Rcv", "2", item="KETTLE")
    assert setting.items()[0] == "KETTLE  Enamel kettle: Received 6 · Set to customers 4 · Left for the shelf 2"
    setting.write("Lee", "Canc", "1", item="KETTLE")
    setting.write("Lee", "Reason", "Wants only two", item="KETTLE")
    setting.press("Total")
    assert setting.says("Received 7 · Set to customers 5 (2 customers) · Left 2 · Canceled 1")
    assert setting.says("Everything adds up")
    setting.press("OK")

    assert setting.posted == [log_id]
    assert _status(shop, log_id) == "posted"
    assert delivery.figures("Lee", "KETTLE") == "U0 R2 C1 W2"
    assert delivery.figures("Kim", "KETTLE") == "U0 R2 C0 W2"
    with shop.opened.engine.connect() as connection:
        canceled = connection.execute(
            sa.select(BackorderEvent.name, BackorderEvent.reason).where(BackorderEvent.kind == "cancel")
        ).one()
    assert canceled == ("Sam", "Wants only two")


def test_the_invoices_made_are_listed_printed_and_opened(shop: Shop, delivery: Delivery) -> None:
    log_id = delivery.of(("KETTLE", "4"), ("CUP", "1"))
    SettingDriver(shop, log_id).press("OK")
    made = InvoicesMadeDriver(shop, log_id)
    assert made.rows() == [("Kim", "555 0177", "1", "1", "24.00"), ("Lee", "555 0134", "2", "4", "77.00")]
    assert "2 invoices · $101.00" in hands.words_on(made.dialog)
    hands.point_at(hands.table(made.dialog, "Invoices"), 1, "Customer")
    hands.press(made.dialog, "Print Slip")
    hands.press(hands.dialog("Print Preview – Pick-up Slip"), "Close")
    hands.press(made.dialog, "Print All Slips")
    hands.press(hands.dialog("Print Preview – Pick-up Slips"), "Close")
    hands.press(made.dialog, "Box Labels")
    hands.press(hands.dialog("Box Labels"), "Preview")
    labels = hands.dialog("Print Preview – Box Labels")
    assert isinstance(labels, PrintPreviewDialog)
    assert len(labels.page_views) == 2
    hands.press(labels, "Close")
    hands.press(made.dialog, "Call List")
    hands.press(hands.dialog("Print Preview – Call List"), "Close")
    hands.press(made.dialog, "Open")
    with shop.opened.engine.connect() as connection:
        lees = connection.execute(
            sa.select(Invoice.id).where(Invoice.committed, Invoice.customer_id == shop.customers["Lee"])
        ).scalar_one()
    assert made.links == [(Record.INVOICE, lees)]


def test_who_has_to_answer_first_is_counted(shop: Shop, delivery: Delivery) -> None:
    setting = SettingDriver(shop, delivery.of(("KETTLE", "4")))
    assert not setting.says("left out")
    ask = partial(questions.ask, backorder_id=delivery.backorder("Kim", "KETTLE"), question="Which color?")
    shop.operations.do(ask)
    hear_news(shop.operations)
    assert setting.says("1 backorder is left out: its customer has to answer first.")
    assert [row[1] for row in setting.rows("Customer")] == ["Lee"]


def test_where_the_goods_lie_is_written_down_right_after_posting(shop: Shop, delivery: Delivery) -> None:
    log_id = delivery.of(("KETTLE", "4"), ("CUP", "1"))
    SettingDriver(shop, log_id).press("OK")
    made = InvoicesMadeDriver(shop, log_id)
    table = hands.table(made.dialog, "Invoices")
    for typed in ("Shelf B4", "Shelf C1"):
        hands.press(made.dialog, "Storage Place")
        dialog = hands.dialog("Storage Place")
        hands.fill(dialog, "Storage Place", typed)
        hands.press(dialog, "Save")
        hands.settle()
    assert hands.rows(table, "Customer", "Storage Place") == [("Kim", "Shelf B4"), ("Lee", "Shelf C1")]
    hands.press(made.dialog, "Close")
    with shop.opened.engine.connect() as connection:
        assert [row.place for row in log_queries.invoices_made(connection, log_id)] == ["Shelf B4", "Shelf C1"]


def test_the_figures_follow_every_key_and_esc_takes_them_back(shop: Shop, delivery: Delivery) -> None:
    setting = SettingDriver(shop, delivery.of(("KETTLE", "9")))
    hands.keys("1")
    assert setting.items() == ["KETTLE  Enamel kettle: Received 9 · Set to customers 3 · Left for the shelf 6"]
    hands.keys("2")
    assert setting.items() == ["KETTLE  Enamel kettle: Received 9 · Set to customers 14 · Left for the shelf −5"]
    assert not setting.can_post
    hands.key(Qt.Key.Key_Escape)
    assert setting.items() == ["KETTLE  Enamel kettle: Received 9 · Set to customers 5 · Left for the shelf 4"]
    assert setting.can_post
    assert setting.dialog.isVisible()
    setting.press("Cancel")


def test_the_keyboard_does_it_all(shop: Shop, delivery: Delivery) -> None:
    log_id = delivery.of(("KETTLE", "5"), ("CUP", "1"))
    setting = SettingDriver(shop, log_id)
    hands.keys("2")
    hands.key(Qt.Key.Key_Return)
    assert setting.focus() == ("Kim", "Rcv", "2")
    hands.key(Qt.Key.Key_Right)
    hands.keys("1")
    hands.key(Qt.Key.Key_Tab)
    hands.keys("Moved away")
    hands.key(Qt.Key.Key_Return)
    assert setting.focus() == ("Lee", "Reason", "")
    hands.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert setting.focus() == ("Kim", "Canc", "1")
    hands.key(Qt.Key.Key_Left)
    hands.keys("1")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is hands.button(setting.dialog, "OK")
    hands.key(Qt.Key.Key_Return)
    assert setting.posted == [log_id]
    assert delivery.figures("Kim", "KETTLE") == "U0 R1 C1 W1"


def test_f12_goes_to_the_cell_that_does_not_fit_and_posts_when_all_do(shop: Shop, delivery: Delivery) -> None:
    log_id = delivery.of(("KETTLE", "5"))
    setting = SettingDriver(shop, log_id)
    setting.write("Kim", "Canc", "1")
    setting.write("Lee", "Rcv", "1")
    hands.key(Qt.Key.Key_F12)
    assert setting.focus() == ("Kim", "Canc", "1")
    assert not setting.posted
    setting.write("Kim", "Canc", "0")
    hands.key(Qt.Key.Key_F12)
    assert setting.posted == [log_id]


def test_cancel_goes_back_with_nothing_changed(shop: Shop, delivery: Delivery) -> None:
    log_id = delivery.of(("KETTLE", "4"))
    setting = SettingDriver(shop, log_id)
    setting.write("Lee", "Rcv", "1")
    setting.press("Cancel")
    assert not setting.posted
    assert _status(shop, log_id) == "working"
    assert delivery.figures("Lee", "KETTLE") == "U3 R0 C0 W0"


def test_only_goods_that_somebody_waits_for_ask(shop: Shop, delivery: Delivery) -> None:
    assert has_backorders_to_set(shop.operations, delivery.of(("PLATE", "1"), ("CUP", "1")))
    assert not has_backorders_to_set(shop.operations, delivery.of(("PLATE", "9")))


@pytest.mark.parametrize(
    ("header", "typed", "said"),
    [
        ("Rcv", "abc", "not a number"),
        ("Rcv", "-1", "cannot be negative"),
        ("Rcv", "1000000000", "at most 999,999.999"),
        ("Rcv", "1e9", "not a number"),
        ("Rcv", "0.0001", "at most 3 decimal places"),
        ("Rcv", "4", "more than the 3 outstanding"),
        ("Canc", "x", "not a number"),
        ("Canc", "2", "more than the 3 outstanding"),
        ("Reason", "4111 1111 1111 1111", "card number"),
    ],
)
def test_a_bad_cell_says_why_keeps_what_was_typed_and_has_the_keyboard(
    shop: Shop, delivery: Delivery, header: str, typed: str, said: str
) -> None:
    setting = SettingDriver(shop, delivery.of(("KETTLE", "9")))
    setting.write("Lee", header, typed)
    cell = setting.cell("Lee", header)
    assert not setting.can_post
    assert said in str(cell.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    setting.press("Total")
    assert setting.focus() == ("Lee", header, typed)
    assert setting.says(f"{header} · KETTLE · Lee: ")
    assert setting.says(said)
    assert said in hands.button(setting.dialog, "OK").toolTip()
    assert not setting.posted
    setting.press("Cancel")
    assert delivery.figures("Lee", "KETTLE") == "U3 R0 C0 W0"


def test_more_than_came_is_said_at_the_cell_typed_last(shop: Shop, delivery: Delivery) -> None:
    setting = SettingDriver(shop, delivery.of(("KETTLE", "4")))
    setting.write("Kim", "Rcv", "1")
    setting.write("Lee", "Rcv", "3")
    assert setting.can_post
    setting.write("Kim", "Rcv", "2")
    assert setting.items() == ["KETTLE  Enamel kettle: Received 4 · Set to customers 5 · Left for the shelf −1"]
    setting.press("Total")
    assert setting.focus() == ("Kim", "Rcv", "2")
    assert setting.says("5 is set to customers, but only 4 came.")


def test_canceling_asks_for_a_reason_and_a_name(shop: Shop, delivery: Delivery) -> None:
    delivery.cancels_elsewhere("Lee", "CUP", "1")
    setting = SettingDriver(shop, delivery.of(("KETTLE", "1")))
    setting.write("Lee", "Canc", "1")
    assert setting.cell("Lee", "Reason").data() == "Reason"
    setting.press("Total")
    assert setting.focus() == ("Lee", "Reason", "Reason")
    assert setting.says("A canceled quantity needs a reason.")

    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    assert setting.cell("Lee", "Reason").data() == "Phoned"

    names = hands.field(setting.dialog, "Name")
    assert isinstance(names, QComboBox)
    assert names.currentText() == "Sam"
    names.setCurrentIndex(-1)
    assert not setting.can_post
    setting.press("Total")
    assert setting.says("Choose the employee who is canceling.")
    assert QApplication.focusWidget() is names
    hands.fill(setting.dialog, "Name", "Sam")
    setting.press("OK")
    assert setting.posted


@pytest.mark.both_databases
def test_an_employee_who_left_meanwhile_cannot_sign(shop: Shop, delivery: Delivery) -> None:
    pat = shop.has_employee("Pat")
    setting = SettingDriver(shop, delivery.of(("KETTLE", "1")))
    setting.write("Lee", "Canc", "1")
    setting.write("Lee", "Reason", "Moved away")
    hands.fill(setting.dialog, "Name", "Pat")
    with shop.opened.engine.connect() as connection:
        version = connection.execute(sa.select(Employee.version).where(Employee.id == pat)).scalar_one()
    shop.operations.do(partial(employees.archive, employee_id=pat, version=version))
    setting.press("OK")
    assert setting.says("Choose an employee who still works here.")
    assert QApplication.focusWidget() is hands.field(setting.dialog, "Name")
    assert setting.cell("Lee", "Reason").data() == "Moved away"
    assert not setting.posted
    hands.fill(setting.dialog, "Name", "Sam")
    setting.press("OK")
    assert setting.posted


def test_figures_that_moved_are_shown_and_what_was_typed_stays(shop: Shop, delivery: Delivery) -> None:
    log_id = delivery.of(("KETTLE", "9"))
    setting = SettingDriver(shop, log_id)
    setting.write("Lee", "Rcv", "3")
    delivery.cancels_elsewhere("Lee", "KETTLE", "1")
    delivery.cancels_elsewhere("Kim", "KETTLE", "1")
    assert setting.says("Somebody just changed these backorders.")
    assert setting.rows("Customer", "Rcv") == [("2", "Lee", "3"), ("1", "Kim", "1")]
    assert not setting.can_post
    setting.write("Lee", "Rcv", "2")
    setting.press("OK")
    assert setting.posted
    assert delivery.figures("Lee", "KETTLE") == "U0 R2 C1 W2"


def test_a_backorder_that_went_away_stays_while_something_is_typed_for_it(shop: Shop, delivery: Delivery) -> None:
    setting = SettingDriver(shop, delivery.of(("KETTLE", "9")))
    setting.write("Lee", "Rcv", "2")
    delivery.cancels_elsewhere("Kim", "KETTLE", "2")
    delivery.cancels_elsewhere("Lee", "KETTLE", "3")
    assert setting.rows("Customer", "Rcv") == [("0", "Lee", "2")]
    setting.press("Total")
    assert setting.says("more than the 0 outstanding")
    assert setting.focus() == ("Lee", "Rcv", "2")
    shop.sold("KETTLE", quantity="1", trans_code="B", to="Mo")
    assert setting.rows("Customer", "Rcv") == [("0", "Lee", "2"), ("1", "Mo", "0")]
    setting.write("Lee", "Rcv", "0")
    setting.write("Mo", "Rcv", "1")
    setting.press("OK")
    assert delivery.figures("Mo", "KETTLE") == "U0 R1 C0 W1"


def test_a_cell_being_typed_is_left_open_when_figures_move(shop: Shop, delivery: Delivery) -> None:
    setting = SettingDriver(shop, delivery.of(("KETTLE", "9")))
    hands.keys("1")
    delivery.cancels_elsewhere("Kim", "KETTLE", "2")
    hands.keys("2")
    hands.key(Qt.Key.Key_Return)
    assert setting.cell("Lee", "Rcv").data() == "12"
    setting.press("Cancel")


def test_a_change_that_the_screen_has_not_heard_of_is_refused_with_the_fresh_figures(
    shop: Shop, delivery: Delivery
) -> None:
    log_id = delivery.of(("KETTLE", "9"))
    setting = SettingDriver(shop, log_id)
    setting.write("Lee", "Rcv", "3")
    shop.operations.bus.blockSignals(True)  # the news of another workstation come a little later
    delivery.cancels_elsewhere("Lee", "KETTLE", "2")
    setting.press("OK")
    shop.operations.bus.blockSignals(False)
    assert not setting.posted
    assert setting.says("Somebody just changed these backorders.")
    assert setting.says("more than the 1 outstanding")
    assert setting.focus() == ("Lee", "Rcv", "3")
    assert setting.rows("Customer", "Rcv") == [("1", "Lee", "3"), ("2", "Kim", "2")]
    assert _status(shop, log_id) == "working"


@pytest.mark.parametrize("heard", [True, False])
def test_the_second_clerk_is_told_that_the_log_is_posted(shop: Shop, delivery: Delivery, *, heard: bool) -> None:
    log_id = delivery.of(("KETTLE", "9"))
    setting = SettingDriver(shop, log_id)
    shop.operations.bus.blockSignals(not heard)
    shop.operations.do(partial(receiving_posting.post, receiving_log_id=log_id))
    if not heard:
        setting.press("OK")
    shop.operations.bus.blockSignals(False)
    assert setting.says("This receiving log is posted and can no longer be changed.")
    assert not setting.can_post
    assert not setting.posted
    setting.press("Cancel")
    assert delivery.figures("Lee", "KETTLE") == "U3 R0 C0 W0"


def test_who_works_here_no_more_is_told_to_log_in(shop: Shop, delivery: Delivery) -> None:
    fields = EmployeeFields(code="boss", name="Boss", role=Role.OWNER)
    shop.operations.do(partial(employees.add, fields=fields))
    setting = SettingDriver(shop, delivery.of(("KETTLE", "1")))
    with shop.opened.engine.begin() as connection:
        connection.execute(sa.update(Employee).where(Employee.name == "Sam").values(archived=True))
    setting.press("OK")
    assert setting.says("This employee no longer works here. Log in as somebody else.")
    assert not setting.posted
    setting.press("Cancel")


def test_what_did_not_come_stays_owed(shop: Shop, delivery: Delivery) -> None:
    first = delivery.orders("KETTLE", "2", for_customer="Lee", allocated="2")
    log_id = delivery.of_order(first)
    setting = SettingDriver(shop, log_id)
    assert setting.rows("Customer", "Rcv") == [("3", "Lee", "2"), ("2", "Kim", "0")]
    setting.press("OK")
    assert delivery.figures("Lee", "KETTLE") == "U1 R2 C0 W2"


@pytest.mark.both_databases
def test_a_recount_elsewhere_is_shown(shop: Shop, delivery: Delivery) -> None:
    log_id = delivery.of(("KETTLE", "5"))
    setting = SettingDriver(shop, log_id)
    read = shop.operations.read(log_queries.details, log_id)
    assert read is not None
    shop.operations.do(partial(receiving.set_quantity, line_id=read.lines[0].id, quantity=Decimal(4)))
    assert setting.items() == ["KETTLE  Enamel kettle: Received 4 · Set to customers 4 · Left for the shelf 0"]
    assert setting.rows("Customer", "Rcv") == [("3", "Lee", "3"), ("2", "Kim", "1")]
    assert setting.says("Somebody just changed these backorders.")
    setting.write("Lee", "Rcv", "2")
    shop.operations.do(partial(receiving.set_quantity, line_id=read.lines[0].id, quantity=Decimal(1)))
    assert setting.rows("Customer", "Rcv") == [("3", "Lee", "2"), ("2", "Kim", "0")]
    setting.press("Total")
    assert setting.focus() == ("Lee", "Rcv", "2")
    assert setting.says("2 is set to customers, but only 1 came.")
    setting.write("Lee", "Rcv", "1")
    setting.press("OK")
    assert setting.posted


def test_the_rows_keep_qt_s_contract(shop: Shop, delivery: Delivery) -> None:
    setting = SettingDriver(shop, delivery.of(("KETTLE", "4"), ("CUP", "1")))
    tester = QAbstractItemModelTester(setting.dialog.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    setting.write("Lee", "Rcv", "abc", item="KETTLE")
    hands.point_at(setting.table, setting.row_of("Lee", "KETTLE"), "Rcv")
    hands.key(Qt.Key.Key_Escape)
    assert setting.rows("Rcv")[0] == ("3", "0")
    delivery.cancels_elsewhere("Kim", "KETTLE", "2")
    assert setting.rows("Customer") == [("3", "Lee"), ("1", "Lee")]
    assert tester.model() is setting.dialog.rows
    setting.press("Cancel")
