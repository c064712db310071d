"""Guide: "Pick up" — every invoice whose goods are set aside, in the Sales Client."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.orm import Invoice
from posim_desktop.services.sales import commitments, invoices
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.tour import hands
from posim_desktop.ui.sales.pick_up import PickUp
from posim_desktop.ui.style import apply_style
from workflows.drivers.keyboard import Keyboard
from workflows.drivers.setting import Delivery, SettingDriver
from workflows.drivers.shop import Shop, hear_news
from workflows.drivers.till import till_of


@pytest.fixture
def delivery(shop: Shop) -> Iterator[Delivery]:
    """Goods came for Lee Harper and Kim Ode and were set aside."""
    shop.has_item("KETTLE", price="24.00", description="Enamel kettle")
    shop.has_item("CUP", price="5.00", on_hand="9")
    shop.has_customer("Lee Harper", phone="555-0134")
    shop.has_customer("Kim Ode", phone="555-0177")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee Harper")
    shop.sold("KETTLE", quantity="2", trans_code="B", to="Kim Ode")
    delivery = Delivery(shop)
    SettingDriver(shop, delivery.of(("KETTLE", "9"))).press("OK")
    yield delivery
    assert delivery.agrees()


def _opened(shop: Shop) -> PickUp:
    shop.sales_client.to_front()
    hands.key(Qt.Key.Key_F4)
    screen = shop.sales_client.client.tabs.currentWidget()
    assert isinstance(screen, PickUp)
    return screen


def _names(screen: PickUp) -> list[str]:
    return [name for (name,) in hands.rows(hands.table(screen, "Waiting for Pick-up"), "Customer")]


def _invoice_of(shop: Shop, customer: str) -> int:
    chosen = sa.select(Invoice.id).where(Invoice.committed, Invoice.customer_id == shop.customers[customer])
    with shop.opened.engine.connect() as connection:
        return connection.execute(chosen).scalar_one()


def test_it_says_who_waits_for_what_since_when(shop: Shop, delivery: Delivery) -> None:
    del delivery
    screen = _opened(shop)
    table = hands.table(screen, "Waiting for Pick-up")
    assert hands.rows(table, "Customer", "Phone", "Goods", "Lines", "Total") == [
        ("Lee Harper", "555-0134", "3 × KETTLE Enamel kettle", "1", "72.00"),
        ("Kim Ode", "555-0177", "2 × KETTLE Enamel kettle", "1", "48.00"),
    ]
    ((since,), _) = hands.rows(table, "Since")
    assert since.startswith("11/2/2026 9:")
    assert "2 invoices · $120.00" in hands.words_on(screen)


@pytest.mark.parametrize(
    ("typed", "found"), [("kim", "Kim Ode"), ("5550134", "Lee Harper"), ("2 × kettle ode", "Kim Ode")]
)
def test_find_narrows_it_and_the_lists_print_what_is_shown(
    shop: Shop, delivery: Delivery, typed: str, found: str
) -> None:
    del delivery
    screen = _opened(shop)
    hands.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.keys(typed)
    assert _names(screen) == [found]
    hands.press(screen, "Call List")
    hands.press(hands.dialog("Print Preview – Call List"), "Close")
    hands.press(screen, "Print Slip")
    hands.press(hands.dialog("Print Preview – Pick-up Slip"), "Close")
    hands.fill(screen, "Find", "nobody 100%")
    assert "Nothing found for “nobody 100%”." in hands.words_on(screen)
    assert not hands.button(screen, "Open").isEnabled()
    hands.fill(screen, "Find", "")
    assert len(_names(screen)) == 2


def test_the_invoice_itself_is_opened_from_its_customer_and_back_comes_back(shop: Shop, delivery: Delivery) -> None:
    del delivery
    screen = _opened(shop)
    assert QApplication.focusWidget() is hands.field(screen, "Find")
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    assert "Kim Ode" in hands.words_on(screen)
    hands.press(screen, "Open Invoice")
    client = shop.sales_client.client
    assert client.tabs.front() == "Working Invoices"
    till = client.tabs.currentWidget()
    assert getattr(till, "current_id", None) == _invoice_of(shop, "Kim Ode")
    shop.sales_client.press("Back")
    assert client.tabs.front() == "Pick-up"
    assert "Kim Ode" in hands.words_on(screen)


def test_a_slip_scanned_here_shows_its_customer(shop: Shop, delivery: Delivery) -> None:
    del delivery
    screen = _opened(shop)
    hands.table(screen, "Waiting for Pick-up").setFocus()
    Keyboard().scan(invoice_code(_invoice_of(shop, "Kim Ode")))
    client = shop.sales_client.client
    assert hands.rows(hands.table(screen, "Ready Now"), "Item ID", "Qty") == [("KETTLE", "2")]
    assert "Kim Ode" in hands.words_on(screen)

    hands.key(Qt.Key.Key_Escape)
    assert len(_names(screen)) == 2  # what was looked for before is not in the way
    hands.fill(screen, "Find", invoice_code(1))  # the barcode of a receipt
    hands.key(Qt.Key.Key_Enter)
    assert client.tabs.front() == "Processed Invoices"

    screen = _opened(shop)
    hands.fill(screen, "Find", invoice_code(99))
    hands.key(Qt.Key.Key_Return)
    assert "The invoice is no longer open." in hands.words_on(screen)


def test_ready_to_pick_up_leads_to_the_invoice(shop: Shop, delivery: Delivery) -> None:
    del delivery
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)
    till.choose_customer("kim")
    till.press("Ready to pick up: 1")
    assert till.screen.current_id == _invoice_of(shop, "Kim Ode")
    assert hands.button(till.screen, "Uncommit & Process").hasFocus()
    assert not till.has_button("Ready to pick up: 1")  # it would lead to where one is


def test_the_till_has_one_main_button_whatever_it_shows(shop: Shop, delivery: Delivery) -> None:
    del delivery
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)

    def main_buttons() -> list[str]:
        buttons = (each for each in till.screen.findChildren(QPushButton) if each.isVisible())
        return [each.text().replace("&&", "&") for each in buttons if each.property("primary")]

    assert main_buttons() == ["Pay"]
    assert till.screen.open_record(_invoice_of(shop, "Kim Ode"))
    assert main_buttons() == ["Uncommit & Process"]
    till.press("Uncommit & Process")
    assert main_buttons() == ["&Post"]
    till.press("Back to Lines")
    assert main_buttons() == ["Uncommit & Process"]
    till.press("New")
    assert main_buttons() == ["Pay"]


def test_ready_to_pick_up_on_one_of_two_invoices_leads_to_the_other(shop: Shop, delivery: Delivery) -> None:
    first = _invoice_of(shop, "Kim Ode")
    shop.sold("KETTLE", trans_code="B", to="Kim Ode")
    SettingDriver(shop, delivery.of(("KETTLE", "1"))).press("OK")
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)
    assert till.screen.open_record(first)
    till.press("Ready to pick up: 1")
    second = till.screen.current_id
    assert second != first
    till.press("Ready to pick up: 1")
    assert till.screen.current_id == first


def test_no_button_of_paying_moves_when_goods_become_ready(shop: Shop, delivery: Delivery, qapp: QApplication) -> None:
    apply_style(qapp, dark=False)  # on either database: places are looked at
    shop.has_customer("Ada Fox")
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)
    till.client.resize(1366, 768)
    till.enter("cup")
    till.choose_customer("ada")
    assert not till.has_button("Ready to pick up: 1")
    till.press("Pay")
    labels = ("Cash", "Card", "Check", "Other", "Back to Lines", "Post")

    def places() -> list[QPoint]:
        hands.settle()
        return [hands.button(till.screen, label).mapTo(till.screen, QPoint()) for label in labels]

    before = places()
    shop.sold("KETTLE", trans_code="B", to="Ada Fox")
    SettingDriver(shop, delivery.of(("KETTLE", "1"))).press("OK")
    hear_news(shop.operations)
    assert till.has_button("Ready to pick up: 1")
    assert places() == before


def test_ready_to_pick_up_lists_the_invoices_when_there_are_several(shop: Shop, delivery: Delivery) -> None:
    shop.sold("KETTLE", trans_code="B", to="Kim Ode")
    SettingDriver(shop, delivery.of(("KETTLE", "1"))).press("OK")
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)
    till.choose_customer("kim")
    till.press("Ready to pick up: 2")
    assert till.client.tabs.front() == "Pick-up"
    screen = till.client.tabs.currentWidget()
    assert isinstance(screen, PickUp)
    assert hands.rows(hands.table(screen, "Ready Now"), "Qty") == [("2",), ("1",)]


@pytest.mark.parametrize("answer", ["Park and Open", "Go On Selling"])
def test_a_slip_scanned_during_a_sale_asks_before_it_parks_it(shop: Shop, delivery: Delivery, answer: str) -> None:
    del delivery
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)
    till.enter("cup")
    sale, waits = till.screen.current_id, _invoice_of(shop, "Lee Harper")
    till.scan(invoice_code(waits))
    assert till.screen.current_id == sale
    hands.press(hands.dialog("Pick-up"), answer)
    assert till.screen.current_id == (waits if answer == "Park and Open" else sale)
    assert not hands.is_asked("Pick-up")


def test_tenders_that_were_taken_are_not_given_up_unasked(shop: Shop, delivery: Delivery) -> None:
    del delivery
    shop.sales_client.to_front()
    till = till_of(shop.sales_client.client)
    till.enter("cup")
    till.press("Pay")
    till.tender("Cash", "2")
    sale = till.screen.current_id
    screen = _opened(shop)
    hands.key(Qt.Key.Key_Return)
    hands.press(screen, "Open Invoice")
    hands.press(hands.dialog("Pick-up"), "Go On Selling")
    assert till.screen.current_id == sale
    assert "2.00" in till.words()


def test_it_follows_what_other_tills_do(shop: Shop, delivery: Delivery) -> None:
    del delivery
    screen = _opened(shop)
    tester = QAbstractItemModelTester(screen.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    hands.point_at(hands.table(screen, "Waiting for Pick-up"), 1, "Customer")
    shop.operations.do(partial(commitments.uncommit, invoice_id=_invoice_of(shop, "Lee Harper")))
    assert _names(screen) == ["Kim Ode"]
    other = shop.operations.do(partial(invoices.start, customer_id=None)).record_id
    line = (NewLine(shop.items["CUP"], Decimal(2), sell_anyway=False),)
    shop.operations.do(partial(invoices.add_items, invoice_id=other, lines=line))
    shop.operations.do(partial(commitments.commit, invoice_id=other))
    assert _names(screen) == ["Kim Ode", "No customer"]
    assert hands.table(screen, "Waiting for Pick-up").currentIndex().row() == 0

    shop.sales_client.press("Customers")
    shop.operations.do(partial(commitments.uncommit, invoice_id=other))
    assert _opened(shop) is screen
    assert _names(screen) == ["Kim Ode"]
    assert tester.model() is screen.rows


def test_with_nothing_on_hold_it_says_what_brings_goods_here(shop: Shop) -> None:
    screen = _opened(shop)
    assert any(words.startswith("No goods are set aside.") for words in hands.words_on(screen))
    assert "No goods are set aside." in hands.button(screen, "Open").toolTip()
