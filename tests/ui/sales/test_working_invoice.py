"""The Working Invoice's parts: the lines model, trouble, and what another workstation does meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import Refusal, TroubleError
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.working_rows import WorkingLine
from posim_desktop.services.sales import invoices
from posim_desktop.tour import hands
from posim_desktop.ui.sales.till.lines_model import LineColumn, LinesModel
from workflows.drivers.till import Till, TillShop, kettle_shop


def line(line_id: int, **content: object) -> WorkingLine:
    plain = WorkingLine(
        id=line_id, trans_code=TransCode.SALE, item_id=1, item="KETTLE", description="Kettle", quantity=Decimal(1),
        unit_price=Decimal(24), discount=Decimal(0), discount_percent=None, discount_reason="", tax_code_id=None,
        tax_code="", taxes=(), extension=Decimal(24), sell_anyway=False, stocked=True,
        fills_backorder_id=None, sale_discount=Decimal(0), returns_line_id=None, given_before=None,
        return_reason="", damaged=False, unit="", one_piece=False, lot="",
        on_sale_on=None, on_hand=Decimal(5), committed=Decimal(0),
    )  # fmt: skip
    return replace(plain, **content)  # type: ignore[arg-type]


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot
    with kettle_shop(sqlite_url, tmp_path) as shop:
        yield shop


@pytest.fixture
def till(shop: TillShop) -> Till:
    return shop.opens_till()


def test_lines_model_keeps_qt_s_contract_while_lines_come_change_and_go(qtbot: QtBot) -> None:
    del qtbot
    model = LinesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([line(1), line(2)])
    model.keep_typed(2, LineColumn.QUANTITY, "abc", Refusal(Why.NOT_A_NUMBER, typed="abc"))
    quantity = model.column_named(LineColumn.QUANTITY)
    cell = model.index(1, quantity)
    assert cell.data() == "abc"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "“abc” is not a number."
    model.show_rows([line(1), line(2, quantity=Decimal(2)), line(3)])
    assert cell.data() == "abc"
    model.show_rows([line(3), line(1)])
    assert model.refusals() == []
    assert [model.index(row, quantity).data() for row in range(model.rowCount())] == ["1", "1"]
    model.show_rows([])
    assert model.rowCount() == 0
    assert tester.model() is model


def test_only_the_words_of_a_comment_can_be_edited(qtbot: QtBot) -> None:
    del qtbot
    model = LinesModel()
    model.show_rows([line(1, trans_code=TransCode.COMMENT, item_id=None, item="")])
    cells = {column: model.index(0, model.column_named(column)) for column in LineColumn}
    assert [name for name, cell in cells.items() if model.flags(cell) & Qt.ItemFlag.ItemIsEditable] == [
        LineColumn.DESCRIPTION
    ]
    assert cells[LineColumn.EXTENDED].data() == ""


def test_a_line_removed_on_another_workstation_goes_from_the_screen(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    line_id = till.screen.sale.lines[0].id
    shop.shop.operations.do(partial(invoices.remove_line, line_id=line_id))
    assert till.lines("Item ID") == []


def test_an_invoice_discarded_elsewhere_is_said_and_put_away(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    invoice_id = till.screen.sale.invoice_id
    assert invoice_id is not None
    shop.shop.operations.do(partial(invoices.discard, invoice_id=invoice_id))
    hands.settle()
    assert any("discarded on another workstation" in words for words in till.words())
    assert till.lines("Item ID") == []


def lose_answers(shop: TillShop, monkeypatch: pytest.MonkeyPatch, count: int) -> list[UUID]:
    """Lose the answers to the next verbs, though they are done; returns the keys of all that are tried."""
    transactor = shop.shop.operations._transactor
    really_run, keys = transactor.run, list[UUID]()

    def run_and_lose_the_answer(verb: partial[Done], *, key: UUID, employee_id: int | None, workstation: str) -> Done:
        keys.append(key)
        done = really_run(verb, key=key, employee_id=employee_id, workstation=workstation)
        if len(keys) <= count:
            raise TroubleError("The connection was lost.")
        return done

    monkeypatch.setattr(transactor, "run", run_and_lose_the_answer)
    return keys


def read_message(till: Till) -> None:
    """Close the box that says what went wrong."""
    next(found for found in till.client.findChildren(QDialog) if found.objectName() == "message").reject()
    till.client.activateWindow()
    hands.wait_for(till.client.isActiveWindow, "the till")


@pytest.mark.parametrize("again", ["scan", "Find"])
def test_a_scan_whose_answer_was_lost_counts_once_when_it_is_taken_again(
    shop: TillShop, till: Till, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    shop.has_item("LAMP", "Desk lamp", on_hand="5")
    till.enter("lamp")
    lose_answers(shop, monkeypatch, 1)
    till.scan("kettle")
    read_message(till)
    assert till.lines("Item ID") == [("LAMP",)]
    if again == "scan":
        till.scan("kettle", start_ms=200_000)
    else:
        till.press("Find: kettle")
    assert till.lines("Item ID", "Qty") == [("LAMP", "1"), ("KETTLE", "1")]

    till.scan("kettle", start_ms=300_000)  # one more, and no repeat
    assert till.lines("Item ID", "Qty") == [("LAMP", "1"), ("KETTLE", "2")]


def test_trouble_at_posting_keeps_the_draft_the_tenders_and_the_key(
    shop: TillShop, till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    till.enter("kettle")
    till.press("Pay")
    till.tender("Cash", "30")
    keys = lose_answers(shop, monkeypatch, 1)
    till.press("Post")
    box = next(found for found in till.client.findChildren(QDialog) if found.objectName() == "message")
    box.reject()
    assert till.screen.frame.is_paying
    assert till.screen.frame.pay_panel.tenders
    till.press("Post")

    assert keys == [keys[0], keys[0]]
    assert "$6.00" in till.words()
    assert shop.invoices() == [("processed", 1, Decimal("24.00"))]


def test_a_posting_whose_answer_was_lost_is_shown_once_the_news_of_it_comes(
    shop: TillShop, till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    till.enter("kettle")
    till.press("Pay")
    till.tender("Cash", "30")
    lose_answers(shop, monkeypatch, 1)
    invoice_id = till.screen.sale.invoice_id
    assert invoice_id is not None
    till.press("Post")
    next(found for found in till.client.findChildren(QDialog) if found.objectName() == "message").reject()
    shop.shop.operations.bus.publish(frozenset({Change(Record.INVOICE, invoice_id)}))

    assert "Posted" in till.words()
    assert "$6.00" in till.words()


def test_trouble_while_adding_keeps_what_was_typed(shop: TillShop, till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Done:
        raise TroubleError("Another workstation is keeping the database busy.")

    monkeypatch.setattr(shop.shop.operations, "do", fail)
    till.enter("3*kettle")
    assert till.screen.frame.lines.entry.entry_field.text() == "3*kettle"
    next(found for found in till.client.findChildren(QDialog) if found.objectName() == "message").reject()


def test_long_names_many_matches_and_many_backorders_leave_the_window_its_size(shop: TillShop, till: Till) -> None:
    size = QSize(1366, 768)
    till.client.resize(size)
    name = "Maximiliana Theodora von Hohenstein-Wittelsbach zu Sachsen-Coburg and Gotha"
    for number in range(8):
        shop.has_customer(f"C{number}", f"{name} {number}", "+49 89 1234567-890 ext. 12345")
    for number in range(12):
        shop.has_item(f"A-VERY-LONG-ITEM-ID-{number}", f"{name} {number}", price="999999.99")

    hands.fill(till.screen, "Customer", "maximiliana")
    till.screen.frame.customer_panel.look_up()
    hands.settle()
    assert till.client.size() == size
    hands.key(Qt.Key.Key_Return)
    for number in range(12):
        till.enter(f"A-VERY-LONG-ITEM-ID-{number}")
        hands.press(hands.dialog("Out of Stock"), "Back Order")
    assert till.client.size() == size
    till.press("Pay")
    till.tender("Cash", "0")
    till.press("Post")

    assert till.client.size() == size
    assert len(shop.backorders()) == 12


def test_that_a_backorder_needs_a_customer_is_taken_back_with_its_line(shop: TillShop, till: Till) -> None:
    shop.has_item("LAMP", "Brass lamp")
    till.enter("lamp")
    hands.press(hands.dialog("Out of Stock"), "Back Order")
    assert any("needs a customer" in words for words in till.words())

    till.press("Delete Line")

    assert not any("needs a customer" in words for words in till.words())


def test_a_refused_cell_gets_room_for_its_sign(till: Till) -> None:
    till.enter("kettle")
    table = till.screen.frame.lines_table
    quantity = hands.column_of(table, "Qty")
    narrow = table.columnWidth(quantity)
    hands.write_cell(hands.table(till.screen, "Lines"), 0, "Qty", "two dozen")
    words = table.fontMetrics().horizontalAdvance("two dozen")
    assert table.columnWidth(quantity) > words + table.iconSize().width()
    hands.write_cell(hands.table(till.screen, "Lines"), 0, "Qty", "2")
    assert table.columnWidth(quantity) == narrow


def test_news_from_elsewhere_leaves_the_amount_that_is_being_typed(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.press("Pay")
    hands.fill(till.screen, "Amount", "3")

    shop.takes_away("KETTLE", "1")
    item_id = till.screen.sale.lines[0].item_id
    assert item_id is not None
    shop.shop.operations.bus.changed.emit(frozenset({Change(Record.ITEM, item_id)}))
    hands.settle()
    hands.keys("0")
    hands.press(till.screen, "Cash")

    assert till.screen.frame.pay_panel.tenders[0].amount == Decimal(30)


def test_on_a_narrow_screen_a_description_can_be_read_and_the_tax_stands_below(shop: TillShop, till: Till) -> None:
    shop.has_item("SERVING", "Serving dish, oval", on_hand="9", price="1234.50", taxed=True)
    till.enter("serving")
    table = hands.table(till.screen, "Lines")

    def room(width: int) -> int:
        table.setFixedWidth(width)
        hands.settle()
        till.screen.frame.lines.show_hint()
        return table.columnWidth(hands.column_of(table, "Description"))

    words, tax = table.fontMetrics().horizontalAdvance("Serving dish"), hands.column_of(table, "Tax")
    assert room(900) > words
    assert not table.isColumnHidden(tax)
    while not table.isColumnHidden(tax):
        assert room(table.width() - 10) > words
    assert any(said.endswith("Tax STD") for said in till.words())
    item, discount = hands.column_of(table, "Item ID"), hands.column_of(table, "Discount")
    while not table.isColumnHidden(item):
        assert room(table.width() - 10) > words
    assert table.isColumnHidden(discount)

    narrow, hidden = table.width(), [table.isColumnHidden(column) for column in range(8)]
    room(900)
    assert not any(table.isColumnHidden(column) for column in range(8))
    room(narrow)
    assert [table.isColumnHidden(column) for column in range(8)] == hidden

    hands.key(Qt.Key.Key_F8)
    hands.keys("1")
    hands.key(Qt.Key.Key_Return)
    assert till.lines("Discount") == [("1.00",)]
    assert not table.isColumnHidden(discount)
