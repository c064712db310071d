"""Guide: "Fill backorders" and "Pick up", through the real windows by the words on them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Backorder, BackorderEvent, Item
from posim_desktop.queries.sales import invoices as stored_invoices
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import items
from posim_desktop.services.database import snapshot
from posim_desktop.services.sales import posting
from posim_desktop.services.transaction import Transactor
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from workflows.drivers.shop import hear_news
from workflows.drivers.till import Till, TillShop


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    yield shop
    with snapshot(shop.shop.engine) as connection:
        assert verify(connection) == ()
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    """Lee has back-ordered three kettles; two came in without an order."""
    kettle = shop.has_item("KETTLE", "Enamel kettle", on_hand="0", price="24.00")
    shop.has_customer("LEE", "Lee Harper", "555 0134")
    till = shop.opens_till()
    till.choose_customer("lee")
    till.enter("3*kettle")
    till.answer("Back Order")
    till.pay_and_post("Other")
    adjust = partial(items.adjust_stock, item_id=kettle, counted=Decimal(2), reason="Found in the cellar")
    shop.shop.operations.do(adjust)
    return till


def _fill(till: Till, quantity: str = "") -> None:
    hands.press(till.client, "P.Invoices")
    hands.menu(till.client, "Invoice", "Fill Backorders")
    dialog = hands.dialog("Fill Backorders")
    if quantity:
        hands.fill(dialog, "Backorder 1: KETTLE, outstanding 3, available 2", quantity)
    hands.press(dialog, "OK")


def _kettle(shop: TillShop) -> tuple[int, int]:
    """Read On Hand and Committed."""
    with shop.shop.engine.connect() as connection:
        on_hand, committed = connection.execute(sa.select(Item.on_hand, Item.committed)).one()
    return int(on_hand), int(committed)


def test_what_is_available_is_proposed_set_aside_and_picked_up(shop: TillShop, till: Till) -> None:
    _fill(till)
    assert till.client.tabs.front() == "Working Invoices"
    assert till.lines("Item ID", "Trans Code", "Qty", "Extended") == [("KETTLE", "S", "2", "48.00")]
    assert any(words.startswith("Set aside for Lee Harper since") for words in till.words())
    assert [line.shortage for line in till.screen.sale.lines] == [0]
    assert _kettle(shop) == (2, 2)
    assert shop.backorders() == [(1, Decimal(3), Decimal(1))]

    till.press("Uncommit & Process")
    till.tender("Cash")
    till.press("Post")

    assert "Posted" in till.words()
    assert _kettle(shop) == (0, 0)
    with shop.shop.engine.connect() as connection:
        figures = connection.execute(sa.select(Backorder.received, Backorder.waiting, Backorder.filled)).one()
    assert figures == (2, 0, 2)


def test_a_committed_invoice_is_locked_until_it_is_uncommitted(shop: TillShop, till: Till) -> None:
    _fill(till)
    till.write(0, "Price", "20")
    assert any("Uncommit it first" in words for words in till.words())
    hands.key(Qt.Key.Key_Escape)

    hands.menu(till.client, "Invoice", "Uncommit")
    assert _kettle(shop) == (2, 0)
    till.write(0, "Price", "20")
    assert till.lines("Extended") == [("40.00",)]
    hands.menu(till.client, "Invoice", "Commit")
    assert _kettle(shop) == (2, 2)


_OWED, _UNWANTED = "The customer is owed the goods again", "The customer no longer wants them"


def _release(title: str, button: str, choice: str, reason: str = "") -> None:
    """Answer what becomes of the goods."""
    dialog = hands.dialog(title)
    hands.press(dialog, choice)
    if choice == _UNWANTED:
        hands.fill(dialog, "Reason", reason)
    hands.press(dialog, button)


def _figures(shop: TillShop) -> tuple[int, int, int, int]:
    """Read outstanding, received, canceled and waiting."""
    with shop.shop.engine.connect() as connection:
        chosen = sa.select(Backorder.outstanding, Backorder.received, Backorder.canceled, Backorder.waiting)
        outstanding, received, canceled, waiting = connection.execute(chosen).one()
    return int(outstanding), int(received), int(canceled), int(waiting)


def test_discarding_a_fill_gives_the_goods_free_and_owes_them_again(shop: TillShop, till: Till) -> None:
    _fill(till)
    hands.menu(till.client, "Invoice", "Discard Invoice")
    _release("Discard Invoice", "Discard", _OWED)
    assert _kettle(shop) == (2, 0)
    assert _figures(shop) == (3, 0, 0, 0)
    assert till.lines("Item ID") == []


def test_a_discarded_fill_that_is_no_longer_wanted_is_canceled(shop: TillShop, till: Till) -> None:
    _fill(till)
    hands.menu(till.client, "Invoice", "Discard Invoice")
    _release("Discard Invoice", "Discard", _UNWANTED, "Bought elsewhere")
    assert _kettle(shop) == (2, 0)
    assert _figures(shop) == (1, 0, 2, 0)
    with shop.shop.engine.connect() as connection:
        canceled = sa.select(BackorderEvent.name, BackorderEvent.reason).where(BackorderEvent.kind == "cancel")
        assert connection.execute(canceled).one() == ("Sam", "Bought elsewhere")


def test_a_smaller_quantity_in_the_cell_asks_what_becomes_of_the_rest(shop: TillShop, till: Till) -> None:
    _fill(till)
    till.write(0, "Qty", "1")
    assert any("1 × KETTLE" in words for words in hands.words_on(hands.dialog("Reduce")))
    _release("Reduce", "Reduce", _OWED)

    assert till.lines("Qty", "Extended") == [("1", "24.00")]
    assert _kettle(shop) == (2, 1)
    assert _figures(shop) == (2, 1, 0, 1)


def test_keeping_the_line_changes_nothing(shop: TillShop, till: Till) -> None:
    _fill(till)
    till.write(0, "Qty", "1")
    hands.press(hands.dialog("Reduce"), "Keep")
    assert till.lines("Qty") == [("2",)]
    assert _figures(shop) == (1, 2, 0, 2)


@pytest.mark.parametrize(("typed", "said"), [("3", "Enter less than the 2"), ("x", "not a number")])
def test_a_fill_line_is_only_ever_reduced(shop: TillShop, till: Till, typed: str, said: str) -> None:
    _fill(till)
    till.write(0, "Qty", typed)
    assert any(said in words for words in till.words())
    assert till.lines("Qty") == [(typed,)]
    hands.key(Qt.Key.Key_Escape)
    assert _figures(shop) == (1, 2, 0, 2)


def test_a_line_taken_off_as_unwanted_needs_a_reason_at_its_field(shop: TillShop, till: Till) -> None:
    _fill(till)
    hands.point_at(hands.table(till.screen, "Lines"), 0, "Item ID")
    hands.key(Qt.Key.Key_Delete)
    dialog = hands.dialog("Delete Line")
    assert not hands.field(dialog, "Reason").isEnabled()
    hands.press(dialog, _UNWANTED)
    assert hands.field(dialog, "Name").property("currentText") == "Sam"
    hands.press(dialog, "Delete Line")
    assert any("The reason must be filled in" in words for words in hands.words_on(dialog))
    assert _figures(shop) == (1, 2, 0, 2)

    hands.fill(dialog, "Reason", "Too late")
    hands.press(dialog, "Delete Line")
    # It was the only line: the invoice is discarded, here and by nobody else.
    assert till.lines("Item ID") == []
    assert not any("another workstation" in words for words in till.words())
    assert shop.invoices()[-1][0] == "discarded"
    assert _kettle(shop) == (2, 0)
    assert _figures(shop) == (1, 0, 2, 0)


def test_the_name_must_be_chosen(shop: TillShop, till: Till) -> None:
    _fill(till)
    till.write(0, "Qty", "0")
    dialog = hands.dialog("Delete Line")
    hands.press(dialog, _UNWANTED)
    name = hands.field(dialog, "Name")
    name.setProperty("currentIndex", -1)
    hands.fill(dialog, "Reason", "Too late")
    hands.press(dialog, "Delete Line")
    assert any("Choose the employee who is canceling." in words for words in hands.words_on(dialog))
    assert _figures(shop) == (1, 2, 0, 2)
    hands.press(dialog, "Keep")


@pytest.mark.parametrize(("typed", "said"), [("3", "Only 2"), ("abc", "not a number"), ("-1", "negative")])
def test_a_bad_quantity_is_said_at_the_field_and_kept(shop: TillShop, till: Till, typed: str, said: str) -> None:
    _fill(till, typed)
    dialog = hands.dialog("Fill Backorders")
    assert any(said in words for words in hands.words_on(dialog))
    assert hands.field(dialog, "Backorder 1: KETTLE, outstanding 3, available 2").property("text") == typed
    hands.press(dialog, "Cancel")
    assert _kettle(shop) == (2, 0)


def test_nothing_outstanding_is_said(till: Till) -> None:
    hands.press(till.client, "Invoice")
    till.press("New Sale")
    till.enter("kettle")
    till.pay_and_post()
    hands.press(till.client, "P.Invoices")
    hands.menu(till.client, "Invoice", "Fill Backorders")
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert [box.text() for box in boxes] == ["No backorder of this invoice is outstanding."]


def test_scanning_the_pick_up_slip_opens_its_invoice(shop: TillShop, till: Till) -> None:
    _fill(till)
    aside = till.screen.current_id
    assert aside is not None
    hands.menu(till.client, "Invoice", "Pick-up Slip")
    hands.press(hands.dialog("Print Preview – Pick-up Slip"), "Close")
    till.press("New")
    assert till.lines("Item ID") == []

    till.scan(invoice_code(aside))

    assert till.lines("Item ID", "Qty") == [("KETTLE", "2")]
    assert shop.invoices()[-1][0] == "working"


@pytest.mark.both_databases
def test_goods_handed_over_at_another_till_are_not_paid_here_too(shop: TillShop, till: Till) -> None:
    _fill(till)
    till.press("Uncommit & Process")
    aside, operations = till.screen.current_id, shop.shop.operations
    assert aside is not None

    hear_news(operations)
    written = operations.read(stored_invoices.working, aside)
    assert written is not None
    process = partial(posting.uncommit_and_process, invoice_id=aside, tenders=(Tender(TenderKind.CASH, written.total),))
    other = Transactor(shop.shop.engine)
    verb = partial(process, expected_total=written.total)
    other.run(verb, key=uuid4(), employee_id=shop.employee_id, workstation="till 2")
    hear_news(operations)

    assert "This invoice was posted on another workstation." in till.words()
    assert till.lines("Item ID") == []
    assert till.has_button("Pay")
    assert not till.has_button("Post")


def test_scanning_a_receipt_shows_its_invoice_with_what_is_still_owed(till: Till) -> None:
    till.scan(invoice_code(1))

    assert till.client.tabs.front() == "Processed Invoices"
    deck = till.client.tabs.screen_at(Place.PROCESSED_INVOICES)
    assert deck is not None
    assert deck.current_id == 1
    assert hands.button(deck, "Backorder 1: KETTLE, 3 of 3 outstanding").isEnabled()


def test_a_slip_of_no_open_invoice_is_told(till: Till) -> None:
    till.enter(invoice_code(999))
    assert "This invoice does not exist." in till.words()
