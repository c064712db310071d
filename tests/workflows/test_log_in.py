"""Guide: "Log in": a name and a PIN, Switch, badges, PINs on the Employee card, through the real windows."""

import json
import logging
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from pin_of import OTHER_PIN, PIN, pin_hash
from posim_desktop.app import open_client
from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import AuditEvent, Invoice, Pin
from posim_desktop.services.cards import employees
from posim_desktop.services.database import for_writing
from posim_desktop.services.people import pins
from posim_desktop.services.transaction import utc_now
from posim_desktop.tour import hands
from posim_desktop.tour.door import answer
from posim_desktop.ui.clients.client import Client
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import ClientDriver, Shop, new_shop
from workflows.drivers.till import till_of

ENTER = Qt.Key.Key_Return
KIM_S_BADGE = "4711"


@pytest.fixture
def kim(shop: Shop) -> int:
    """Employ Kim."""
    return employs_kim(shop)


def employs_kim(shop: Shop) -> int:
    """Put Kim on file, a cashier with a badge and a PIN."""
    fields = EmployeeFields("KIM", "Kim Novak", Role.CASHIER, badge=KIM_S_BADGE)
    kim = shop.operations.do(partial(employees.add, fields=fields)).record_id
    shop.operations.do(partial(pins.give, employee_id=kim, pin_hash=pin_hash(OTHER_PIN)))
    return kim


def log_in_at(shop: Shop) -> tuple[Client, QDialog]:
    """Come to a client at which nobody works."""
    shop.operations.log_in(None)
    client = open_client(shop.opened, "sales")
    hands.wait_for(client.isVisible, "the client")
    return client, hands.dialog("Log In")


def types(dialog: QWidget, label: str, words: str) -> None:
    """Type into a field and press Enter."""
    hands.fill(dialog, label, words)
    hands.key(ENTER)


def who_works(shop: Shop) -> str | None:
    """Return who works at this workstation."""
    logged_in = shop.operations.logged_in
    return None if logged_in is None else logged_in.name


def is_dim(client: Client) -> bool:
    """Return whether a client is dimmed."""
    return any(found.isVisible() for found in client.findChildren(QWidget, "dimming"))


def said(dialog: QWidget, words: str) -> bool:
    """Return whether words are on a dialog."""
    return any(words in each for each in hands.words_on(dialog))


def test_a_name_and_a_pin_let_somebody_in(shop: Shop, kim: int) -> None:
    _client, dialog = log_in_at(shop)
    types(dialog, "Name", "nov")
    assert who_works(shop) is None
    assert said(dialog, "Kim Novak")
    typed = hands.field(dialog, "PIN")
    assert isinstance(typed, QLineEdit)
    assert typed.echoMode() is QLineEdit.EchoMode.Password
    types(dialog, "PIN", OTHER_PIN)

    assert who_works(shop) == "Kim Novak"
    assert not dialog.isVisible()
    with shop.opened.engine.connect() as connection:
        told = sa.select(AuditEvent.employee_id).where(AuditEvent.action == "log in")
        assert connection.scalars(told).all() == [kim]


@pytest.mark.usefixtures("kim")
def test_a_touch_on_the_name_and_the_pad_let_somebody_in(shop: Shop) -> None:
    _client, dialog = log_in_at(shop)
    listed = hands.field(dialog, "Employees")
    assert isinstance(listed, QListWidget)
    shop.qtbot.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(listed.item(0)).center()
    )
    for label in ("8", "5", "9"):
        hands.press(dialog, label)
    hands.press(dialog, "Delete the last digit")
    hands.press(dialog, "2")
    hands.press(dialog, "0")
    hands.press(dialog, "Log In")
    assert who_works(shop) == "Kim Novak"


@pytest.mark.usefixtures("kim")
@pytest.mark.parametrize("has_keyboard", ["Exit", "Name"])
def test_whatever_has_the_keyboard_what_is_typed_is_a_name(shop: Shop, has_keyboard: str) -> None:
    _client, dialog = log_in_at(shop)
    if has_keyboard == "Exit":
        hands.button(dialog, "Exit").setFocus()
    hands.key(Qt.Key.Key_Tab)
    assert not hands.field(dialog, "Employees").hasFocus()
    hands.keys("sam")
    hands.key(ENTER)
    types(dialog, "PIN", PIN)
    assert who_works(shop) == "Sam"


@pytest.mark.usefixtures("kim")
def test_whose_name_or_id_begins_with_what_is_typed_comes_first(shop: Shop) -> None:
    fields = EmployeeFields("ASA", "Asa Castellano", Role.CASHIER)
    shop.operations.do(partial(employees.add, fields=fields))
    _client, dialog = log_in_at(shop)
    for typed, listed in (
        ("s", "Sam|Asa Castellano"),
        ("cas", "Asa Castellano"),
        ("m", "Kim Novak|Sam"),
        ("k", "Kim Novak"),
    ):
        hands.fill(dialog, "Name", typed)
        assert _listed(dialog) == listed.split("|")
    hands.fill(dialog, "Name", "")
    assert _listed(dialog) == ["Asa Castellano", "Kim Novak", "Sam"]
    hands.fill(dialog, "Name", "s")
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    types(dialog, "PIN", PIN)
    assert who_works(shop) == "Sam"


def _listed(dialog: QDialog) -> list[str]:
    people = hands.field(dialog, "Employees")
    assert isinstance(people, QListWidget)
    rows = [people.item(row) for row in range(people.count())]
    return [row.toolTip() for row in rows if not row.isHidden()]


@pytest.mark.usefixtures("kim")
def test_a_name_that_nobody_has_is_said(shop: Shop) -> None:
    _client, dialog = log_in_at(shop)
    hands.fill(dialog, "Name", "zoe")
    assert said(dialog, "Nobody called “zoe” works here.")
    hands.fill(dialog, "Name", "k")
    assert not said(dialog, "Nobody called")


@pytest.mark.usefixtures("kim")
def test_a_scanned_badge_asks_for_the_pin_of_its_owner(shop: Shop) -> None:
    _client, dialog = log_in_at(shop)
    types(dialog, "Name", KIM_S_BADGE)
    types(dialog, "PIN", OTHER_PIN)
    assert who_works(shop) == "Kim Novak"


@pytest.mark.usefixtures("kim")
def test_a_wrong_pin_is_said_and_the_names_are_one_key_away(shop: Shop) -> None:
    _client, dialog = log_in_at(shop)
    types(dialog, "Name", "kim")
    types(dialog, "PIN", PIN)
    assert said(dialog, "This is not the PIN.")
    assert hands.field(dialog, "PIN").property("text") == ""
    hands.key(Qt.Key.Key_Escape)
    types(dialog, "Name", "sam")
    types(dialog, "PIN", PIN)
    assert who_works(shop) == "Sam"


def test_five_wrong_pins_lock_out_and_say_how_long(database_url: str, tmp_path: Path, qtbot: QtBot) -> None:
    shop = new_shop(database_url, tmp_path / "data", qtbot, utc_now)
    kim = employs_kim(shop)
    _client, dialog = log_in_at(shop)
    types(dialog, "Name", "kim")
    for _ in range(5):
        types(dialog, "PIN", PIN)
    assert said(dialog, "Too many wrong PINs. Try again in ")
    types(dialog, "PIN", OTHER_PIN)
    assert said(dialog, "Too many wrong PINs. Try again in ")
    assert who_works(shop) is None

    with for_writing(shop.opened.engine).begin() as connection:  # half a minute later
        past = shop.operations.now().replace(year=2020)
        connection.execute(sa.update(Pin.__table__).where(Pin.employee_id == kim).values(not_before=past))
    types(dialog, "PIN", OTHER_PIN)
    assert who_works(shop) == "Kim Novak"
    put_windows_away()
    shop.opened.close()


def test_switch_is_two_keys_and_a_pin_and_the_invoice_stays(shop: Shop, kim: int) -> None:
    shop.has_item("kettle", on_hand="5", price="24.00")
    client = open_client(shop.opened, "sales")
    client.activateWindow()
    hands.wait_for(client.isActiveWindow, "the client")
    till = till_of(client)
    till.enter("kettle")

    hands.key(Qt.Key.Key_F9)
    dialog = hands.dialog("Switch Employee")
    assert is_dim(client)
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    types(dialog, "PIN", OTHER_PIN)

    assert who_works(shop) == "Kim Novak"
    assert client.employee_label.text() == "Employee: Kim Novak"
    hands.settle()
    assert not is_dim(client)
    assert len(till.lines("Qty")) == 1
    till.press("Pay")
    till.tender("Cash", "24")
    till.press("Post")
    with shop.opened.engine.connect() as connection:
        posted = sa.select(Invoice.employee_id).where(Invoice.number == 1)
        assert connection.scalar(posted) == kim
        told = sa.select(AuditEvent.before).where(AuditEvent.action == "switch employee")
        assert json.loads(connection.execute(told).scalar_one())["employee"] != kim


@pytest.mark.usefixtures("kim")
def test_a_switch_that_is_given_up_changes_nothing(shop: Shop) -> None:
    client = open_client(shop.opened, "sales")
    client.open_first()
    client.activateWindow()
    hands.wait_for(client.isActiveWindow, "the client")
    for _ in range(2):
        hands.key(Qt.Key.Key_F9)
        dialog = hands.dialog("Switch Employee")
        hands.key(Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    assert who_works(shop) == "Sam"
    hands.settle()
    assert not is_dim(client)


def test_a_one_person_shop_is_asked_for_nothing_but_the_pin(shop: Shop) -> None:
    _client, dialog = log_in_at(shop)
    types(dialog, "PIN", PIN)
    assert who_works(shop) == "Sam"


@pytest.fixture
def old_shop(shop: Shop) -> Shop:
    """Let the shop be one that was just upgraded: nobody has a PIN."""
    shop.operations.do(partial(employees.add, fields=EmployeeFields("KIM", "Kim Novak", Role.CASHIER)))
    with for_writing(shop.opened.engine).begin() as connection:
        connection.execute(sa.delete(Pin.__table__))
    return shop


@pytest.mark.both_databases
def test_after_an_upgrade_the_manager_makes_a_pin_first(old_shop: Shop) -> None:
    client, dialog = log_in_at(old_shop)
    types(dialog, "Name", "kim")
    assert who_works(old_shop) == "Kim Novak"
    client.close()

    client, dialog = log_in_at(old_shop)
    types(dialog, "Name", "sam")
    asked = hands.dialog("PIN of Sam")
    hands.fill(asked, "New PIN", "1234")
    hands.press(asked, "Set PIN")
    assert said(asked, "tried first by everybody")
    hands.fill(asked, "New PIN", PIN)
    hands.fill(asked, "New PIN Again", OTHER_PIN)
    hands.press(asked, "Set PIN")
    assert said(asked, "Type the same PIN twice.")
    hands.fill(asked, "New PIN Again", PIN)
    hands.press(asked, "Set PIN")
    assert who_works(old_shop) == "Sam"
    client.close()

    _client, dialog = log_in_at(old_shop)
    types(dialog, "Name", "kim")
    assert said(dialog, "Kim Novak has no PIN yet. Whoever may edit employees gives one on the Employee card.")
    assert who_works(old_shop) is None


def employee_card(client: Client, name: str) -> DeckDriver:
    """Open an Employee card."""
    deck = ClientDriver(client).open("Setup", "Employees")
    deck.find(name).open_card()
    return deck


def test_a_manager_gives_a_pin_on_the_employee_card(shop: Shop) -> None:
    shop.operations.do(partial(employees.add, fields=EmployeeFields("LEE", "Lee Ito", Role.CASHIER)))
    client = open_client(shop.opened, "inventory")
    client.activateWindow()
    deck = employee_card(client, "Lee Ito")
    assert said(deck.deck, "Has no PIN yet.")
    deck.press("Set PIN")
    asked = hands.dialog("PIN of Lee Ito")
    hands.fill(asked, "New PIN", OTHER_PIN)
    hands.fill(asked, "New PIN Again", OTHER_PIN)
    hands.press(asked, "Set PIN")
    assert said(deck.deck, "Logs in with a PIN.")

    client.close()
    _client, dialog = log_in_at(shop)
    answer(dialog, "lee", OTHER_PIN)
    assert who_works(shop) == "Lee Ito"


def test_ones_own_pin_takes_the_old_one(shop: Shop) -> None:
    client = open_client(shop.opened, "inventory")
    client.activateWindow()
    deck = employee_card(client, "Sam")
    deck.press("Set PIN")
    asked = hands.dialog("PIN of Sam")
    hands.fill(asked, "Old PIN", OTHER_PIN)
    hands.fill(asked, "New PIN", OTHER_PIN)
    hands.fill(asked, "New PIN Again", OTHER_PIN)
    hands.press(asked, "Set PIN")
    assert said(asked, "This is not the PIN.")
    hands.fill(asked, "Old PIN", PIN)
    hands.press(asked, "Set PIN")
    assert not hands.is_asked("PIN of Sam")

    client.close()
    _client, dialog = log_in_at(shop)
    types(dialog, "PIN", OTHER_PIN)
    assert who_works(shop) == "Sam"


def test_a_cashier_sees_that_pins_of_others_are_not_for_them(shop: Shop, kim: int) -> None:
    del kim
    shop.is_worked_by("Kim Novak")
    client = open_client(shop.opened, "inventory")
    client.activateWindow()
    assert not hands.button(employee_card(client, "Sam").deck, "Set PIN").isEnabled()
    assert hands.button(employee_card(client, "Kim Novak").deck, "Set PIN").isEnabled()


@pytest.mark.usefixtures("kim")
def test_no_pin_is_in_a_log(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    _client, dialog = log_in_at(shop)
    types(dialog, "Name", "kim")
    for typed in (PIN, PIN, OTHER_PIN):
        types(dialog, "PIN", typed)
    assert who_works(shop) == "Kim Novak"
    assert PIN not in caplog.text
    assert OTHER_PIN not in caplog.text
    assert "argon2" not in caplog.text
