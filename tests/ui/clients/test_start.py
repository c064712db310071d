"""A start paints the log-in screen first and opens the shop behind it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pin_of import OTHER_PIN, PIN, pin_hash
from posim_desktop.app import open_shop
from posim_desktop.domain.people.permissions import EVERYTHING, NOTHING
from posim_desktop.queries.people.log_in import EmployeeToLogIn
from posim_desktop.services.cards.shop import set_up
from posim_desktop.settings import Settings, sqlite_url
from posim_desktop.start import Start
from posim_desktop.tour import hands
from posim_desktop.ui.clients.chooser import Chooser
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.people.first_start import FirstStartDialog
from posim_desktop.ui.people.log_in import LogInDialog

_WATCHED = """
import sys
from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from posim_desktop.cli.main import run

class Watch(QObject):
    def eventFilter(self, field, event):
        if event.type() == QEvent.Type.Paint:
            print(field.isEnabled() and field.hasFocus())
            print("Qt" in vars(QtCore))
            print(*sys.modules, flush=True)
            QtCore.QCoreApplication.exit(0)
        return False

def watched(application):
    (log_in,) = [window for window in application.topLevelWidgets() if window.objectName() == "log_in"]
    log_in.name_edit.installEventFilter(watch)
    return events()

watch, events = Watch(), QApplication.exec
QApplication.exec = watched
sys.exit(run(["--database", sys.argv[1], "sales"]))
"""
_LATE = (
    "posim_desktop.domain",
    "alembic",
    "argon2",
    "click",
    "psycopg",
    "rich",
    "sqlalchemy",
    "typer",
    "typing_extensions",
)


def test_the_log_in_screen_is_painted_before_the_rest_is_loaded(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", _WATCHED, str(tmp_path / "shop.sqlite")], capture_output=True, text=True, check=True
    )
    takes_typing, has_enumerations, modules = said.stdout.splitlines()
    assert takes_typing == "True"
    assert has_enumerations == "False"
    loaded = set(modules.split())
    assert "posim_desktop.ui.people.log_in" in loaded
    assert {name for name in loaded if name.startswith(_LATE)} == set()
    areas = {name.split(".")[2] for name in loaded if name.startswith("posim_desktop.ui.")}
    assert areas == {"language", "people", "style", "tokens", "widgets"}
    assert {name for name in loaded if name.startswith("posim_desktop.ui.widgets.")} == {
        "posim_desktop.ui.widgets.button_bar",
        "posim_desktop.ui.widgets.clear_button",
    }


Starts = Callable[..., Start]


@pytest.fixture
def starts(qtbot: QtBot) -> Iterator[Starts]:
    """Begin starts of the program, and end them after the test."""
    del qtbot
    begun: list[Start] = []

    def begin(settings: Settings, *wanted: str) -> Start:
        begun.append(Start(settings, wanted))
        begun[-1].ask()
        return begun[-1]

    yield begin
    for each in begun:
        for window in (*each.clients, each.door):
            if isinstance(window, QWidget):
                window.hide()
                window.deleteLater()
        each.close()


@pytest.fixture
def empty(sqlite_url: str, tmp_path: Path) -> Settings:
    return Settings(sqlite_url, tmp_path, "Till 1")


@pytest.fixture
def settings(empty: Settings) -> Settings:
    """Where a shop is in which Sam works."""
    found_shop(empty)
    return empty


def found_shop(empty: Settings) -> None:
    """Let Sam set a shop up."""
    shop = open_shop(empty)
    new = partial(
        set_up,
        store_name="Corner Shop",
        employee_name="Sam Rivera",
        pin_hash=pin_hash(),
        tax_name="TAX",
        tax_rate=Decimal(8),
    )
    shop.operations.do(partial(new, locale="en_US", time_zone="UTC"))
    shop.close()


def _log_in(start: Start) -> LogInDialog:
    assert isinstance(start.door, LogInDialog)
    return start.door


def _types_pin(qtbot: QtBot, log_in: LogInDialog) -> None:
    qtbot.waitUntil(lambda: log_in.pin_panel is not None, timeout=20_000)
    assert log_in.pin_panel is not None
    QTest.keyClicks(log_in.pin_panel.pin_edit, PIN)
    QTest.keyClick(log_in.pin_panel.pin_edit, Qt.Key.Key_Return)


def test_a_name_typed_with_enter_before_the_shop_is_open_asks_for_the_pin(
    qtbot: QtBot, starts: Starts, settings: Settings
) -> None:
    start = starts(settings, "sales")
    log_in = _log_in(start)
    assert start.shop is None
    assert not log_in.accept_button.isEnabled()
    QTest.keyClicks(log_in.name_edit, "riv")
    QTest.keyClick(log_in.name_edit, Qt.Key.Key_Return)
    assert start.shop is None

    _types_pin(qtbot, log_in)
    qtbot.waitUntil(lambda: bool(start.clients), timeout=20_000)
    (client,) = start.clients
    assert client.isVisible()
    assert client.operations.logged_in == LoggedIn(1, "Sam Rivera", "Owner", EVERYTHING)
    assert client.windowTitle() == "Corner Shop – Sales Client"
    assert client.tabs.open_places() == ["Working Invoices"]
    assert start.door is None


def test_enter_without_a_name_that_fits_one_waits_for_the_person(
    qtbot: QtBot, starts: Starts, settings: Settings
) -> None:
    start = starts(settings, "sales")
    log_in = _log_in(start)
    QTest.keyClicks(log_in.name_edit, "zz")
    QTest.keyClick(log_in.name_edit, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: start.shop is not None, timeout=20_000)
    assert log_in.isVisible()
    assert not log_in.accept_button.isEnabled()
    QTest.keyClick(log_in.name_edit, Qt.Key.Key_Backspace)
    QTest.keyClick(log_in.name_edit, Qt.Key.Key_Backspace)
    assert log_in.accept_button.isEnabled()
    assert log_in.pin_panel is None
    assert start.clients == []


def test_whom_a_screen_reader_selects_is_who_logs_in(qtbot: QtBot) -> None:
    log_in = LogInDialog(None, "Till 1")
    qtbot.addWidget(log_in)
    log_in.show_employees(
        (
            EmployeeToLogIn(1, "ANA", "Ana", "Cashier", NOTHING, ""),
            EmployeeToLogIn(2, "KIM", "Kim", "Owner", EVERYTHING, ""),
        )
    )
    people = log_in.employee_list

    people.selectionModel().select(people.model().index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    assert people.currentRow() == 1


def test_both_clients_open_at_one_log_in(qtbot: QtBot, starts: Starts, settings: Settings) -> None:
    start = starts(settings, "sales", "inventory")
    QTest.keyClicks(_log_in(start).name_edit, "sam")
    QTest.keyClick(_log_in(start).name_edit, Qt.Key.Key_Return)

    _types_pin(qtbot, _log_in(start))
    qtbot.waitUntil(lambda: len(start.clients) == 2, timeout=20_000)
    assert [client.tabs.open_places() for client in start.clients] == [
        ["Working Invoices"],
        ["Working Purchase Orders"],
    ]


def test_the_bare_command_offers_both(qtbot: QtBot, starts: Starts, settings: Settings) -> None:
    start = starts(settings)
    assert isinstance(start.door, Chooser)
    hands.press(start.door, "Inventory Client")
    log_in = _log_in(start)
    _types_pin(qtbot, log_in)  # nobody else works there, so that nobody else is asked for

    qtbot.waitUntil(lambda: bool(start.clients), timeout=20_000)
    (client,) = start.clients
    assert client.client_layout.title == "Inventory Client"


def test_an_empty_shop_is_set_up_first(qtbot: QtBot, starts: Starts, empty: Settings) -> None:
    start = starts(empty, "sales")
    qtbot.waitUntil(lambda: isinstance(start.door, FirstStartDialog), timeout=20_000)
    dialog = start.door
    assert isinstance(dialog, FirstStartDialog)
    hands.fill(dialog, "Store Name", "Corner Shop")
    hands.fill(dialog, "Your Name", "Sam Rivera")
    hands.fill(dialog, "Your PIN", PIN)
    hands.fill(dialog, "Your PIN Again", PIN)
    hands.fill(dialog, "Tax Rate in Percent", "0")
    hands.press(dialog, "Start")

    (client,) = start.clients
    assert client.windowTitle() == "Corner Shop – Sales Client"
    assert client.tabs.open_places() == ["Working Invoices", "Getting Ready"]


def test_who_sets_a_shop_up_second_comes_to_the_log_in(qtbot: QtBot, starts: Starts, empty: Settings) -> None:
    start = starts(empty, "sales")
    qtbot.waitUntil(lambda: isinstance(start.door, FirstStartDialog), timeout=20_000)
    form = start.door
    assert isinstance(form, FirstStartDialog)
    found_shop(empty)
    for label, words in (
        ("Store Name", "Shop"),
        ("Your Name", "Kim"),
        ("Your PIN", OTHER_PIN),
        ("Your PIN Again", OTHER_PIN),
        ("Tax Rate in Percent", "0"),
    ):
        hands.fill(form, label, words)
    hands.press(form, "Start")

    log_in = _log_in(start)
    assert "set up" in log_in.trouble_label.text()
    _types_pin(qtbot, log_in)
    (client,) = start.clients
    assert client.operations.logged_in is not None
    assert client.operations.logged_in.name == "Sam Rivera"


def test_trouble_is_said_at_the_log_in_and_tried_again(qtbot: QtBot, starts: Starts, tmp_path: Path) -> None:
    in_the_way = tmp_path / "shop"
    in_the_way.write_text("no folder")
    start = starts(Settings(sqlite_url(in_the_way / "shop.sqlite"), tmp_path, "Till 1"), "sales")
    log_in = _log_in(start)
    QTest.keyClicks(log_in.name_edit, "sam")
    qtbot.waitUntil(log_in.trouble_label.isVisible, timeout=20_000)
    told = log_in.trouble_label.text()
    assert told == f"{in_the_way} cannot be opened: there is something else in its place."
    assert start.shop is None

    in_the_way.unlink()
    hands.press(log_in, "Try Again")
    assert not log_in.trouble_label.isVisible()
    qtbot.waitUntil(lambda: isinstance(start.door, FirstStartDialog), timeout=20_000)


def test_a_newer_shop_is_said_and_the_program_can_be_left(
    qtbot: QtBot, starts: Starts, settings: Settings, qapp_exits: list[int]
) -> None:
    engine = sa.create_engine(settings.database_url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    log_in = _log_in(starts(settings, "sales"))
    qtbot.waitUntil(log_in.trouble_label.isVisible, timeout=20_000)
    assert "newer version" in log_in.trouble_label.text()

    hands.press(log_in, "Exit")
    log_in.close()
    assert qapp_exits == [0, 0]


@pytest.fixture
def qapp_exits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Hear when the program is left."""
    exits: list[int] = []
    monkeypatch.setattr("PySide6.QtCore.QCoreApplication.exit", exits.append)
    return exits
