"""Guide: "Approve": what somebody may not do is done once somebody who may types their PIN, and the sale stands."""

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from pin_of import OTHER_PIN, pin_hash
from posim_desktop.domain.cards.cards import EmployeeFields, ItemFields, RoleFields
from posim_desktop.domain.changes import Done
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.permits import Permission
from posim_desktop.orm import AuditEvent, InvoiceLine, ShopRole
from posim_desktop.queries.backorders import backorders as backorder_queries
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import employees, items, roles
from posim_desktop.services.database import snapshot
from posim_desktop.services.people import pins
from posim_desktop.services.transaction import utc_now
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.people.approve import ApproveDialog
from seeding import stored, ticking_clock
from workflows.drivers.approving import approve, approving, scan_badge, turn_down
from workflows.drivers.shop import Shop, new_shop
from workflows.drivers.supply import StockRoom
from workflows.drivers.till import Till, till_of

D = Decimal


class Counter:
    """Kim, a cashier, at the till; Sam, the Owner, and Max, a manager, are about."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        shop.has_item("KETTLE", on_hand="5", price="24.00", description="Enamel kettle")
        shop.has_item("LAMP", on_hand="0", price="10.00", description="Desk lamp")
        self.hires("Kim", Role.CASHIER)
        self.max_id = self.hires("Max", Role.MANAGER, badge="B-77")
        self.till: Till = till_of(shop.sales_client.client)
        shop.is_worked_by("Kim")

    def hires(self, name: str, role: str, badge: str = "") -> int:
        """Put somebody on file who has a PIN."""
        fields = EmployeeFields(code=name, name=name, role=role, badge=badge)
        hired = self.shop.operations.do(partial(employees.add, fields=fields)).record_id
        self.shop.operations.do(partial(pins.give, employee_id=hired, pin_hash=pin_hash()))
        return hired

    def event(self, action: str) -> tuple[int | None, int | None]:
        """Read by whom something was done, and who approved."""
        row = stored(self.shop.opened.engine, AuditEvent, AuditEvent.action == action)
        return row.employee_id, json.loads(row.after).get("approved_by")

    def who(self, name: str) -> int:
        names = {each.name: each.id for each in self.shop.operations.read(backorder_queries.employees)}
        return names[name]

    def reason(self) -> str:
        return str(stored(self.shop.opened.engine, InvoiceLine).discount_reason)

    def other_till_sells(self, code: str, quantity: str) -> None:
        """Let Sam sell goods somewhere else."""
        self.shop.is_worked_by("Sam")
        self.shop.sold(code, quantity=quantity)
        self.shop.is_worked_by("Kim")


@pytest.fixture
def counter(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    """Give the counter; by the shop's clock a second goes by between two looks, so that an approval lasts."""
    yield from _counter_in(new_shop(database_url, tmp_path / "data", qtbot, ticking_clock()))


@pytest.fixture
def counter_of_today(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    """Give the counter; the shop's clock is that of the database, which says how long to wait."""
    yield from _counter_in(new_shop(database_url, tmp_path / "data", qtbot, utc_now))


def _counter_in(shop: Shop) -> Iterator[Counter]:
    yield Counter(shop)
    with snapshot(shop.opened.engine) as connection:
        assert verify(connection) == ()
    put_windows_away()
    shop.opened.close()


def messages() -> list[str]:
    return [box.text() for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def hint(till: Till) -> str:
    return till.screen.frame.lines.hint_label.text()


def test_a_price_is_changed_once_a_manager_approves(counter: Counter) -> None:
    till = counter.till
    till.enter("kettle")
    with approving(approve("Max")) as asked:
        till.write(0, "Price", "20.00")
    assert asked.times == 1
    assert "Price: 83.33 percent of the card’s" in asked.words[0]
    assert asked.names == [["Max", "Sam"]]
    assert till.lines("Price", "Extended") == [("20.00", "20.00")]
    assert counter.event("change price") == (counter.who("Kim"), counter.max_id)


@pytest.mark.parametrize(("column", "typed"), [("Price", "20.00"), ("Discount", "21%"), ("Trans Code", "R")])
def test_turned_down_the_cell_keeps_what_was_typed_and_why(counter: Counter, column: str, typed: str) -> None:
    till = counter.till
    till.enter("kettle")
    with approving(turn_down) as asked:
        till.write(0, column, typed)
    assert asked.times == 1
    assert till.lines(column, "Extended") == [(typed, "24.00")]
    assert "Your role (Cashier) may not" in hint(till)
    assert not hands.button(till.screen, "Pay").isEnabled()


def test_it_gives_way_when_somebody_else_comes_to_work_here(counter: Counter) -> None:
    till = counter.till
    till.enter("kettle")
    seen: list[bool] = []

    def unlock(name: str, dialog: ApproveDialog) -> None:
        counter.shop.is_worked_by(name)
        seen.append(dialog.isVisible())

    with approving(partial(unlock, "Kim"), partial(unlock, "Max")) as asked:
        till.write(0, "Discount", "20%")
    assert (asked.errors, seen) == ([], [True, False])
    assert till.lines("Discount", "Extended") == [("20%", "24.00")]
    with approving() as asked:
        till.write(0, "Discount", "20%")
    assert (asked.times, till.lines("Extended")) == (0, [("19.20",)])


def test_a_badge_names_the_approver(counter: Counter) -> None:
    till = counter.till
    till.enter("kettle")
    with approving(scan_badge("B-77")) as asked:
        till.write(0, "Discount", "20%")
    assert "Discount: 20 percent" in asked.words[0]
    assert till.lines("Extended") == [("19.20",)]
    assert counter.event("change discount") == (counter.who("Kim"), counter.max_id)


def test_a_wrong_pin_is_said_and_another_try_is_free(counter: Counter) -> None:
    till = counter.till
    till.enter("kettle")
    with approving(approve("Max", OTHER_PIN), approve("Max")) as asked:
        till.write(0, "Discount", "20%")
    assert ["This is not the PIN." in words for words in asked.words] == [False, True]
    assert till.lines("Extended") == [("19.20",)]


def test_who_is_locked_out_approves_nothing(counter: Counter) -> None:
    till = counter.till
    till.enter("kettle")
    with approving(*[approve("Max", OTHER_PIN)] * 5, approve("Max")) as asked:
        till.write(0, "Discount", "20%")
    assert "Too many wrong PINs" in asked.words[-1]
    assert till.lines("Extended") == [("24.00",)]


def test_what_a_cashier_may_asks_nobody(counter: Counter) -> None:
    till = counter.till
    till.enter("kettle")
    with approving() as asked:
        till.write(0, "Discount", "10%")
    assert asked.times == 0
    assert till.lines("Extended") == [("21.60",)]


def test_what_was_approved_stands_until_it_is_more(counter: Counter) -> None:
    till = counter.till
    till.enter("2*kettle")
    with approving(approve("Max")) as asked:
        till.write(0, "Discount", "20%")
        till.write(0, "Qty", "1")
        till.write(0, "Discount", "15%")
    assert asked.times == 1
    with approving(approve("Max"), approve("Max")) as asked:
        till.write(0, "Qty", "3")
        till.write(0, "Discount", "21%")
    assert asked.times == 2
    till.pay_and_post()
    assert "Posted" in till.words()


def test_the_name_of_somebody_who_may_not_is_said_and_so_is_how_long_to_wait(counter_of_today: Counter) -> None:
    counter = counter_of_today
    words: list[str] = []

    def names_kim_and_guesses(dialog: ApproveDialog) -> None:
        hands.fill(dialog, "Name", "kim")
        words.append(" ".join(hands.words_on(dialog)))
        hands.fill(dialog, "Name", "")
        for _ in range(5):
            approve("Max", OTHER_PIN)(dialog)
            hands.settle()
        words.append(" ".join(hands.words_on(dialog)))
        turn_down(dialog)

    counter.till.enter("kettle")
    with approving(names_kim_and_guesses):
        counter.till.write(0, "Price", "20.00")
    assert "Nobody called “kim” may approve this." in words[0]
    assert "This is not the PIN. Too many wrong PINs. Try again in " in words[1]


# ---- a reason ----


def test_a_large_discount_asks_for_a_reason_and_then_for_an_approval(counter: Counter) -> None:
    till = counter.till
    till.enter("kettle")
    till.write(0, "Discount", "30%")
    dialog = hands.dialog("Reason for the Discount")
    assert "A discount above 25 percent needs a reason." in hands.words_on(dialog)
    hands.press(dialog, "OK")
    assert dialog.isVisible()
    with approving(approve("Max")) as asked:
        hands.fill(dialog, "Reason", "A scratch")
        hands.press(dialog, "OK")
    assert asked.times == 1
    assert (till.lines("Extended"), counter.reason()) == ([("16.80",)], "A scratch")
    audited = stored(counter.shop.opened.engine, AuditEvent, AuditEvent.action == "change discount")
    assert audited.reason == "A scratch"
    till.enter("kettle")
    till.write(1, "Discount", "30%")
    dialog = hands.dialog("Reason for the Discount")
    box = hands.field(dialog, "Reason")
    assert [box.itemText(row) for row in range(box.count())] == ["A scratch"]  # type: ignore[attr-defined]


def test_the_line_tells_the_reason_of_its_discount(counter: Counter) -> None:
    counter.shop.is_worked_by("Sam")
    till = counter.till
    for place, (typed, reason) in enumerate([("30%", "The tube is dented"), ("10.00", "A dent")]):
        till.enter("kettle")
        till.write(place, "Discount", typed)
        dialog = hands.dialog("Reason for the Discount")
        hands.fill(dialog, "Reason", reason)
        hands.press(dialog, "OK")
    till.enter("kettle")
    till.write(2, "Discount", "5%")
    told = ["30% – The tube is dented", "10.00 – A dent", "5%"]
    model = till.screen.frame.lines_table.model()
    assert [tip_of(model.index(row, 5)) for row in range(3)] == told

    till.pay_and_post()
    processed = counter.shop.sales_client.client.open(Place.PROCESSED_INVOICES)
    assert processed is not None
    shown = processed.card.lines_table.model()  # type: ignore[attr-defined]
    assert [tip_of(shown.index(row, 5)) for row in range(3)] == told


def tip_of(index: QModelIndex) -> str:
    assert index.siblingAtColumn(0).data() == "KETTLE"
    return str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_no_reason_no_discount(counter: Counter) -> None:
    till = counter.till
    till.enter("kettle")
    till.write(0, "Discount", "30%")
    hands.press(hands.dialog("Reason for the Discount"), "Cancel")
    assert till.lines("Discount", "Extended") == [("30%", "24.00")]
    assert hint(till).endswith("A discount above 25 percent needs a reason.")


def test_the_shop_says_above_which_discount(counter: Counter) -> None:
    shop = counter.shop
    shop.is_worked_by("Sam")
    hands.menu(shop.sales_client.client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    dialog.show_page("Invoice")  # type: ignore[attr-defined]
    dialog.reason_above_percent_edit.setValue(5)  # type: ignore[attr-defined]
    hands.press(dialog, "OK")
    counter.till.enter("kettle")
    counter.till.write(0, "Discount", "6%")
    hands.fill(hands.dialog("Reason for the Discount"), "Reason", "Regular")
    hands.press(hands.dialog("Reason for the Discount"), "OK")
    assert counter.reason() == "Regular"


# ---- goods that are not there, or somebody else's ----


def test_the_warning_says_before_that_selling_anyway_needs_somebody(counter: Counter) -> None:
    till = counter.till
    till.enter("lamp")
    warning = hands.dialog("Out of Stock")
    assert "Sell Anyway needs the approval of somebody who may: sell what is not on hand." in hands.words_on(warning)
    assert not hands.button(warning, "Sell Anyway").icon().isNull()
    with approving(approve("Max")) as asked:
        till.answer("Sell Anyway")
    assert asked.times == 1
    assert till.lines("Item ID", "Trans Code") == [("LAMP", "S")]
    with approving() as asked:
        till.pay_and_post()
    assert (asked.times, "Posted" in till.words()) == (0, True)


def test_turned_down_nothing_is_on_the_invoice(counter: Counter) -> None:
    till = counter.till
    till.enter("lamp")
    with approving(turn_down):
        till.answer("Sell Anyway")
    assert till.lines("Item ID") == []
    assert hands.field(till.screen, "Item").text() == "lamp"  # type: ignore[attr-defined]


def test_who_may_is_told_nothing_of_it(counter: Counter) -> None:
    counter.shop.is_worked_by("Max")
    counter.till.enter("lamp")
    warning = hands.dialog("Out of Stock")
    assert not [words for words in hands.words_on(warning) if "approval" in words]
    assert hands.button(warning, "Sell Anyway").icon().isNull()
    hands.press(warning, "Cancel")


def test_goods_set_aside_are_sold_once_a_manager_approves(counter: Counter) -> None:
    shop, till = counter.shop, counter.till
    shop.is_worked_by("Sam")
    shop.sold("LAMP", quantity="2", trans_code="B", to="Lee")
    room = StockRoom(shop.opened)
    room.counts("LAMP", "2")
    room.fills(1, "2")
    shop.is_worked_by("Kim")
    till.enter("lamp")
    warning = hands.dialog("Out of Stock")
    said = "Sell Anyway needs the approval of somebody who may: sell goods that are set aside for a customer."
    assert said in hands.words_on(warning)
    with approving(approve("Max")):
        till.answer("Sell Anyway")
    till.pay_and_post()
    assert "Posted" in till.words()
    assert counter.event("sell set-aside goods")[0] == counter.who("Kim")


@pytest.mark.both_databases
def test_stock_that_ran_out_meanwhile_is_approved_at_post_and_the_payment_stands(counter: Counter) -> None:
    till = counter.till
    till.enter("5*kettle")
    till.press("Pay")
    till.tender("Cash", "200")
    counter.other_till_sells("KETTLE", "1")
    till.press("Post")
    with approving(approve("Max")) as asked:
        till.answer("Sell Anyway")
    assert asked.times == 1
    assert till.screen.frame.is_paying
    assert [tender.amount for tender in till.screen.frame.pay_panel.tenders] == [D(200)]
    till.press("Post")
    assert "Posted" in till.words()


def test_below_cost_is_approved(counter: Counter) -> None:
    counter.shop.is_worked_by("Sam")
    fields = ItemFields(code="MUG", description="Mug", price=D("10.00"), cost=D("9.5000"))
    counter.shop.operations.do(partial(items.add, fields=fields, opening=D(3)))
    counter.shop.is_worked_by("Kim")
    till = counter.till
    till.enter("mug")
    with approving(approve("Max")) as asked:
        till.write(0, "Discount", "10%")
    assert "may not sell below cost" in asked.words[0]
    assert till.lines("Extended") == [("9.00",)]


# ---- goods and money that come back ----


def test_a_return_is_approved_and_so_is_the_money_before_any_is_given(counter: Counter) -> None:
    till = counter.till
    till.enter("kettle")
    with approving(approve("Max")) as asked:
        till.write(0, "Trans Code", "R")
    assert "may not take goods back" in asked.words[0]
    assert "Amount: 24.00" in asked.words[0]
    till.press("Pay")
    with approving(turn_down) as asked:
        till.tell_why()
    assert asked.times == 1
    assert not till.screen.frame.is_paying
    assert ["pay out this much" in said for said in messages()] == [True]
    hands.press(next(box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)), "OK")
    with approving(approve("Max")) as asked:
        till.press("Pay")
    assert (asked.times, till.screen.frame.is_paying) == (1, True)
    with approving() as asked:
        till.tender("Cash")
        till.press("Post")
    assert (asked.times, "Posted" in till.words()) == (0, True)


def test_money_that_goes_another_way_than_it_came_is_approved_at_pay(counter: Counter) -> None:
    counter.shop.is_worked_by("Sam")
    may = frozenset({Permission.RETURN_GOODS, Permission.RETURN_WITHOUT_RECEIPT, Permission.PAY_OUT})
    fields = RoleFields(name="Returns Desk", permissions=may)
    counter.hires("Rae", stored_code(counter, counter.shop.operations.do(partial(roles.add, fields=fields))))
    counter.shop.is_worked_by("Rae")
    till = counter.till
    till.enter("kettle")
    with approving() as asked:
        till.write(0, "Trans Code", "R")
    assert asked.times == 0
    till.press("Pay")
    with approving(approve("Max")) as asked:
        till.tell_why()
    assert "may not refund another way than it was paid" in asked.words[0]
    assert till.screen.frame.is_paying


# ---- somebody else's name ----


def owes_lamps(counter: Counter) -> int:
    counter.shop.is_worked_by("Sam")
    counter.shop.sold("LAMP", quantity="2", trans_code="B", to="Lee")
    counter.shop.is_worked_by("Kim")
    return 1


@pytest.mark.parametrize(("answer", "rows"), [(approve("Max"), [("1", "Max", "Wants one")]), (turn_down, [])])
def test_a_backorder_is_canceled_in_the_managers_name_only_with_their_pin(
    counter: Counter, answer: object, rows: list[tuple[str, str, str]]
) -> None:
    owes_lamps(counter)
    deck = counter.shop.sales_client.open_backorders()
    dialog = deck.start_cancel(quantity="1", name="Max", reason="Wants one")
    with approving(answer) as asked:  # type: ignore[arg-type]
        hands.press(dialog, "OK")
    assert asked.names == [["Max"]]
    assert "To sign with another name, that person types their PIN." in asked.words[0]
    assert deck.card.canceled_rows() == rows
    if rows:
        assert counter.event("cancel backorder") == (counter.who("Kim"), counter.max_id)
    else:
        assert "that person types their PIN" in " ".join(hands.words_on(dialog))


def test_what_is_wrong_with_a_cancellation_is_said_before_anybody_is_asked(counter: Counter) -> None:
    owes_lamps(counter)
    deck = counter.shop.sales_client.open_backorders()
    dialog = deck.start_cancel(quantity="3", name="Max", reason="Wants one")
    with approving() as asked:
        hands.press(dialog, "OK")
    assert asked.times == 0


def test_nobody_is_asked_where_nobody_could(counter: Counter) -> None:
    owes_lamps(counter)
    counter.shop.is_worked_by("Sam")
    trainee = counter.shop.operations.do(partial(roles.add, fields=RoleFields(name="Trainee")))
    code = stored_code(counter, trainee)
    counter.hires("Tom", code)
    deck = counter.shop.sales_client.open_backorders()
    dialog = deck.start_cancel(quantity="1", name="Tom", reason="Wants one")
    with approving() as asked:
        hands.press(dialog, "OK")
    assert asked.times == 0
    assert "Your role (Trainee) may not cancel backorders." in " ".join(hands.words_on(dialog))


def stored_code(counter: Counter, added: Done) -> str:
    return str(stored(counter.shop.opened.engine, ShopRole, ShopRole.id == added.record_id).code)


@pytest.mark.parametrize("answer", [approve("Max"), turn_down])
def test_goods_are_released_in_the_managers_name_only_with_their_pin(counter: Counter, answer: object) -> None:
    owes_lamps(counter)
    counter.shop.is_worked_by("Sam")
    room = StockRoom(counter.shop.opened)
    room.counts("LAMP", "2")
    invoice_id = room.fills(1, "2")
    counter.shop.is_worked_by("Kim")
    counter.till.screen.open_record(invoice_id)
    counter.till.screen.commitment.uncommit()
    counter.till.press("Discard")
    dialog = hands.dialog("Discard Invoice")
    hands.press(dialog, "The customer no longer wants them")
    hands.fill(dialog, "Name", "Max")
    hands.fill(dialog, "Reason", "Moved away")
    with approving(answer) as asked:  # type: ignore[arg-type]
        hands.press(dialog, "Discard")
    assert asked.names == [["Max"]]
    figures = counter.shop.operations.read(backorder_queries.details, 1)
    assert figures is not None
    assert figures.figures.canceled == (D(0) if answer is turn_down else D(2))
