"""Guide: "Practice": a copy of the shop in the real windows, the way in, the first hour, and the way back."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from posim_desktop.domain.practice import Task
from posim_desktop.printing.practice_mark import are_papers_marked, mark_papers
from posim_desktop.queries.people import log_in
from posim_desktop.queries.shop import practice
from posim_desktop.queries.verify import verify
from posim_desktop.services.sales import days
from posim_desktop.settings import Settings
from posim_desktop.start import Start
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.people.log_in import LogInDialog
from workflows.drivers.till import Till, TillShop, till_of


@pytest.fixture
def start(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    """Start the program on a shop with five kettles, and let its owner in."""
    del qtbot
    made = TillShop(database_url, tmp_path)
    made.has_item("KETTLE", "Enamel kettle", on_hand="5")
    made.has_customer("LEE", "Lee Harper", "555 0134")
    made.close()
    start = Start(Settings(database_url, tmp_path, "Till 1"), ("sales",))
    start.ask()
    hands.wait_for(lambda: start.shop is not None, "the shop")
    assert start.shop is not None
    (owner, *_) = start.shop.operations.read(log_in.employees)
    start.shop.operations.log_in(LoggedIn(owner.id, owner.name, owner.role, owner.rights))
    yield start
    for window in (*start.clients, start.door):
        if isinstance(window, QWidget):
            window.hide()
    start.close()
    put_windows_away()
    mark_papers(marked=False)


def practices(start: Start, button: str) -> Client:
    """Go to practice, and give its window."""
    (client,) = start.clients
    client.activateWindow()
    hands.menu(client, "File", "Practice")
    hands.press(hands.dialog("Practice"), button)
    hands.wait_for(lambda: start.clients not in ([], [client]), "the practice shop")
    return start.clients[0]


def sells_kettle(till: Till, amount: str | None = None) -> None:
    till.enter("kettle")
    till.press("Pay")
    till.tender("Cash", amount)
    till.press("Post")
    till.press("New Sale")


def invoices(start: Start) -> int:
    """Count the shop's invoices."""
    assert start.shop is not None
    return start.shop.operations.read(
        lambda connection: len(connection.exec_driver_sql("SELECT 1 FROM invoices").all())
    )


def test_practice_is_entered_left_and_gone_on_with_and_the_shop_stays_as_it_is(start: Start) -> None:
    client = practices(start, "Start")
    assert client.windowTitle().startswith("PRACTICE – ")
    assert "Nothing here is real." in hands.words_on(client)
    assert are_papers_marked()
    sells_kettle(till_of(client))
    assert invoices(start) == 1

    hands.press(client, "Leave Practice")
    hands.wait_for(lambda: isinstance(start.door, LogInDialog) and start.shop is not None, "the shop")
    assert not start.clients
    assert not are_papers_marked()
    assert invoices(start) == 0
    assert start.shop is not None
    assert start.shop.operations.read(verify) == ()

    (owner, *_) = start.shop.operations.read(log_in.employees)
    start.shop.operations.log_in(LoggedIn(owner.id, owner.name, owner.role, owner.rights))
    assert not start.clients[0].windowTitle().startswith("PRACTICE")
    practices(start, "Continue")
    assert invoices(start) == 1
    assert start.shop.operations.read(verify) == ()


def back_orders_kettle(till: Till) -> None:
    till.choose_customer("lee")
    till.enter("kettle")
    till.write(0, "Trans Code", "B")
    till.pay_and_post()
    till.press("New Sale")


def fills_and_hands_over(client: Client, till: Till) -> None:
    hands.menu(client, "Lists", "Backorders")
    deck = client.tabs.currentWidget()
    assert deck is not None
    hands.press(deck, "Fill")
    hands.press(hands.dialog("Fill Backorders"), "OK")
    till.press("Uncommit & Process")
    till.tender("Cash")
    till.press("Post")
    till.press("New Sale")


def takes_kettle_back(client: Client, till: Till) -> None:
    hands.press(client, "P.Invoices")
    deck = client.tabs.currentWidget()
    assert deck is not None
    hands.press(deck, "Return Items")
    asked = hands.dialog("Return Items of Invoice 4")
    hands.fill(asked, "Return of KETTLE", "1")
    hands.fill(asked, "Reason for KETTLE", "Does not fit")
    hands.press(asked, "OK")
    till.press("Pay")
    till.tender("Cash")
    till.press("Post")


def closes_drawer(start: Start) -> None:
    assert start.shop is not None
    operations = start.shop.operations
    day_id = operations.read(lambda connection: connection.exec_driver_sql("SELECT id FROM drawer_days").scalar_one())
    operations.do(partial(days.count, day_id=day_id))
    operations.do(partial(days.close, day_id=day_id, kept=Decimal(0)))


def test_the_first_hour_is_ticked_by_what_was_done(start: Start) -> None:
    client = practices(start, "Start")
    till = till_of(client)
    sentence = client.findChild(QLabel, "sentence_label")
    assert sentence is not None

    def goes_on(words: str) -> None:
        hands.wait_for(lambda: sentence.text().startswith(words), words)

    goes_on("Scan something")
    sells_kettle(till)
    goes_on("Sell again")
    sells_kettle(till, "30")
    goes_on("Scan a code")
    till.scan("999")
    till.press("Forget: 999")
    goes_on("Choose a customer")
    back_orders_kettle(till)
    goes_on("On the Backorder card")
    fills_and_hands_over(client, till)
    goes_on("At P.Invoices")
    takes_kettle_back(client, till)
    goes_on("Choose Misc › Drawer")
    closes_drawer(start)
    goes_on("All 7 done")
    assert start.shop is not None
    assert start.shop.operations.read(practice.first_hour) == frozenset(Task)
    assert start.shop.operations.read(verify) == ()
