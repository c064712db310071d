"""Guide: "Pick up": a till that is about to sell goods that are set aside is told for whom, and only some may go on."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.people.permissions import SHIPPED, Role
from posim_desktop.orm import AuditEvent
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import employees
from posim_desktop.services.database import snapshot
from posim_desktop.tour import hands
from posim_desktop.ui.operations import LoggedIn
from workflows.drivers.approving import approving, turn_down
from workflows.drivers.supply import StockRoom
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
    """Both kettles are set aside for Lee."""
    shop.has_item("KETTLE", "Enamel kettle", on_hand="0", price="24.00")
    shop.has_customer("LEE", "Lee Harper", "555 0134")
    till = shop.opens_till()
    till.choose_customer("lee")
    till.enter("2*kettle")
    till.answer("Back Order")
    till.pay_and_post("Other")
    till.press("New Sale")
    room = StockRoom(shop.shop)
    room.counts("KETTLE", "2")
    room.fills(1, "2")
    return till


def _messages() -> list[str]:
    return [box.text() for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def _audited(shop: TillShop) -> int:
    counted = sa.select(sa.func.count()).where(AuditEvent.action == "sell set-aside goods")
    with shop.shop.engine.connect() as connection:
        return connection.execute(counted).scalar_one()


def _cashier_takes_over(shop: TillShop) -> None:
    fields = EmployeeFields(code="ANN", name="Ann", role=Role.CASHIER)
    hired = shop.shop.operations.do(partial(employees.add, fields=fields))
    shop.shop.operations.log_in(LoggedIn(hired.record_id, "Ann", "Cashier", SHIPPED[Role.CASHIER]))


def test_the_warning_names_the_customer_before_the_line_is_on_the_invoice(till: Till) -> None:
    till.enter("kettle")
    said = hands.words_on(hands.dialog("Out of Stock"))
    assert any("Lee Harper 2" in words for words in said if words.startswith("Set aside for"))
    till.answer("Cancel")
    assert till.lines("Item ID") == []


def test_a_cashier_is_told_before_the_line_is_on_the_invoice(shop: TillShop, till: Till) -> None:
    _cashier_takes_over(shop)
    till.enter("kettle")
    with approving(turn_down) as asked:
        till.answer("Sell Anyway")
    assert "sell goods that are set aside for a customer" in asked.words[0]
    assert till.lines("Item ID") == []
    assert _audited(shop) == 0


def test_without_the_warning_a_cashier_is_told_for_whom_and_sells_nothing(shop: TillShop, till: Till) -> None:
    shop.stops_warning()
    _cashier_takes_over(shop)
    till.enter("kettle")
    with approving(turn_down) as asked:
        till.pay_and_post()

    (message,) = _messages()
    assert "KETTLE is set aside for Lee Harper (2)." in asked.words[0]
    assert "KETTLE is set aside for Lee Harper (2)." in message
    assert "sell goods that are set aside for a customer" in message
    assert till.lines("Item ID", "Qty") == [("KETTLE", "1")]
    assert shop.on_hand("KETTLE") == 2
    assert shop.invoices()[-1][0] == "working"
    assert _audited(shop) == 0


def test_a_manager_sells_them_and_the_audit_remembers(shop: TillShop, till: Till) -> None:
    till.enter("kettle")
    till.answer("Sell Anyway")
    till.pay_and_post()

    assert _messages() == []
    assert "Posted" in till.words()
    assert shop.on_hand("KETTLE") == 1
    assert _audited(shop) == 1


def test_the_customer_they_wait_for_is_served_by_anybody(shop: TillShop, till: Till) -> None:
    _cashier_takes_over(shop)
    hands.press(till.client, "Backorders")
    deck = till.client.tabs.currentWidget()
    assert deck is not None
    received = hands.table(deck, "Received")
    hands.point_at(received, 0, "Invoice")
    assert till.client.tabs.front() == "Working Invoices"
    till.press("Uncommit & Process")
    till.tender("Cash")
    till.press("Post")

    assert "Posted" in till.words()
    assert shop.on_hand("KETTLE") == 0
    assert _audited(shop) == 0
