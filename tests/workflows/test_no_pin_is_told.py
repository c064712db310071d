"""Guide: "Log in": no PIN is in a log, a crash report or the audit, also when a dialog breaks while it holds one."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from pin_of import OTHER_PIN, pin_hash
from posim_desktop.app import OpenShop, open_client, open_shop
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.log_file import log, start_log
from posim_desktop.orm.base import Base
from posim_desktop.queries.people import log_in
from posim_desktop.services.people import pins
from posim_desktop.services.session import Action
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.crash import CrashWatch
from posim_desktop.ui.people.approve import ApproveDialog
from workflows.drivers.shop import ClientDriver, Shop, new_shop
from workflows.test_log_in import employs_kim, log_in_at, types

TYPED = "739204815566"
"""Twelve digits that nothing else holds."""


class Reporter:
    """The crash reporter, in force, and all that it writes."""

    def __init__(self, folder: Path) -> None:
        self.log_file = start_log(folder)
        self.watch = CrashWatch(self.log_file)
        self.watch.install()

    def report(self) -> str:
        """Read the report that is shown."""
        dialog = hands.dialog("Something went wrong")
        shown = hands.field(dialog, "Report")
        assert isinstance(shown, QPlainTextEdit)
        return "\n".join([shown.toPlainText(), *hands.words_on(dialog)])

    def files(self) -> str:
        """Read the log and the fault file."""
        return "\n".join(each.read_text("utf-8") for each in sorted(self.log_file.parent.iterdir()))

    def dies(self) -> None:
        """Write what the interpreter writes of itself when it dies."""
        with self.log_file.with_suffix(".faults").open("a", encoding="utf-8") as faults:
            faulthandler.dump_traceback(faults)


@pytest.fixture
def reporter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reporter]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    known, before = list(log.handlers), qInstallMessageHandler(None)
    reporter = Reporter(tmp_path / "logs")
    log.setLevel(logging.DEBUG)
    yield reporter
    reporter.watch.remove()
    qInstallMessageHandler(before)
    faulthandler.enable(2)
    for handler in [handler for handler in log.handlers if handler not in known]:
        handler.close()
        log.removeHandler(handler)


@pytest.fixture
def breaks(reporter: Reporter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hashing break, and say the PIN that it could not deal with, bare and in quotes."""

    def dies_of(_hasher: PasswordHasher, *given: str) -> str:
        reporter.dies()
        raise ValueError(f"cannot take {given[-1]}, I mean {given[-1]!r}")

    monkeypatch.setattr(PasswordHasher, "hash", dies_of)
    monkeypatch.setattr(PasswordHasher, "verify", dies_of)


def everything_stored(opened: OpenShop) -> str:
    """Read every row of every table."""
    with opened.engine.connect() as connection:
        return "\n".join(
            str(tuple(row)) for table in Base.metadata.sorted_tables for row in connection.execute(sa.select(table))
        )


def client_in_front(shop: Shop, name: str) -> Client:
    """Open a client and give it the keyboard."""
    client = open_client(shop.opened, name)
    client.open_first()
    client.activateWindow()
    hands.wait_for(client.isActiveWindow, "the client")
    return client


def at_the_log_in(shop: Shop) -> None:
    """Type a PIN to log in."""
    _client, dialog = log_in_at(shop)
    types(dialog, "Name", "kim")
    types(dialog, "PIN", TYPED)


def at_the_switch(shop: Shop) -> None:
    """Type a PIN to go on as somebody else."""
    client_in_front(shop, "sales")
    hands.key(Qt.Key.Key_F9)
    dialog = hands.dialog("Switch Employee")
    types(dialog, "Name", "kim")
    types(dialog, "PIN", TYPED)


def at_the_lock(shop: Shop) -> None:
    """Type a PIN to unlock."""
    hands.menu(client_in_front(shop, "sales"), "File", "Lock")
    dialog = hands.dialog("Locked")
    hands.wait_for(lambda: hands.button(dialog, "Log In").isEnabled(), "the names")
    types(dialog, "Name", "kim")
    types(dialog, "PIN", TYPED)


def at_the_approval(shop: Shop) -> None:
    """Type a PIN to let somebody else do something."""
    client = client_in_front(shop, "sales")
    refusal = Refusal(Why.NOT_PERMITTED, role="Cashier", permission=Permission.DISCOUNT)
    dialog = ApproveDialog(client, client.operations, refusal, Action("an action", ""))
    dialog.show_employees(client.operations.read(log_in.employees))
    dialog.open()
    types(dialog, "Name", "kim")
    types(dialog, "PIN", TYPED)


def at_the_new_pin(shop: Shop) -> None:
    """Type a new PIN for somebody else."""
    deck = ClientDriver(client_in_front(shop, "inventory")).open("Setup", "Employees")
    deck.find("Kim Novak").open_card()
    deck.press("Set PIN")
    gives_pin("PIN of Kim Novak", "New PIN")


def at_ones_own_pin(shop: Shop) -> None:
    """Type the old PIN to make a new one."""
    deck = ClientDriver(client_in_front(shop, "inventory")).open("Setup", "Employees")
    deck.find("Sam").open_card()
    deck.press("Set PIN")
    hands.fill(hands.dialog("PIN of Sam"), "Old PIN", TYPED)
    gives_pin("PIN of Sam", "New PIN")


def gives_pin(title: str, label: str) -> None:
    """Type a PIN twice and press the button."""
    asked = hands.dialog(title)
    hands.fill(asked, label, TYPED)
    hands.fill(asked, f"{label} Again", TYPED)
    hands.press(asked, "Set PIN")


def found_shop(opened: OpenShop) -> None:
    """Type a PIN to set a shop up."""
    open_client(opened, "sales")
    dialog = hands.dialog("Welcome")
    for label, words in (("Store Name", "Shop"), ("Your Name", "Sam"), ("Tax Rate in Percent", "0")):
        hands.fill(dialog, label, words)
    for label in ("Your PIN", "Your PIN Again"):
        hands.fill(dialog, label, TYPED)
    hands.press(dialog, "Start")


def is_untold(reporter: Reporter, opened: OpenShop) -> None:
    """See that something broke, was told, and that the PIN was not."""
    report, files, stored = reporter.report(), reporter.files(), everything_stored(opened)
    assert "PinHashingError: builtins.ValueError" in report
    assert "PinHashingError" in files
    assert "most recent call first" in files
    assert "'audit'" in stored
    for told in (report, files, stored):
        assert TYPED not in told


@pytest.mark.qt_no_exception_capture
@pytest.mark.no_qt_log
@pytest.mark.parametrize(
    "holds_a_pin",
    [at_the_log_in, at_the_switch, at_the_lock, at_the_approval, at_the_new_pin, at_ones_own_pin],
    ids=lambda at: at.__name__,
)
def test_a_dialog_that_breaks_tells_no_pin(
    database_url: str,
    tmp_path: Path,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    holds_a_pin: Callable[[Shop], None],
) -> None:
    shop = new_shop(database_url, tmp_path / "data", qtbot)
    employs_kim(shop)
    reporter: Reporter = request.getfixturevalue("reporter")
    request.getfixturevalue("breaks")
    holds_a_pin(shop)
    is_untold(reporter, shop.opened)
    put_windows_away()
    shop.opened.close()


@pytest.mark.qt_no_exception_capture
@pytest.mark.no_qt_log
@pytest.mark.usefixtures("breaks", "qtbot")
def test_a_first_start_that_breaks_tells_no_pin(database_url: str, tmp_path: Path, reporter: Reporter) -> None:
    opened = open_shop(Settings(database_url, tmp_path / "data", "Till 1"))
    found_shop(opened)
    is_untold(reporter, opened)
    put_windows_away()
    opened.close()


@pytest.mark.no_qt_log
@pytest.mark.usefixtures("qtbot")
def test_a_pin_that_is_made_and_used_is_told_nowhere(database_url: str, tmp_path: Path, reporter: Reporter) -> None:
    opened = open_shop(Settings(database_url, tmp_path / "data", "Till 1"))
    found_shop(opened)
    assert opened.operations.logged_in is not None
    sam = opened.operations.logged_in.employee_id
    opened.operations.log_in(None)
    types(hands.dialog("Log In"), "PIN", OTHER_PIN)
    types(hands.dialog("Log In"), "PIN", TYPED)
    assert opened.operations.logged_in is not None
    opened.operations.do(partial(pins.replace_forgotten, employee_id=sam, pin_hash=pin_hash(OTHER_PIN)))
    stored = everything_stored(opened)
    assert "wrong pin" in stored
    for pin in (TYPED, OTHER_PIN):
        assert pin not in reporter.files()
    assert TYPED not in stored
    put_windows_away()
    opened.close()
