"""The shell of both clients: menus, tabs, own windows, the way back, the door."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from pin_of import PIN, pin_hash
from posim_desktop.app import CLIENTS, OpenShop, open_client, open_shop
from posim_desktop.domain.cards.cards import CustomerFields, EmployeeFields, ItemFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.people.permissions import EVERYTHING, SHIPPED, Role
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.queries.shop import preferences
from posim_desktop.services.cards import customers, employees, items
from posim_desktop.services.cards.shop import set_up
from posim_desktop.services.people import pins
from posim_desktop.services.sales import invoices, posting
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.settings import Settings, program_version
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.clients.client_layout import HELP, SETUP
from posim_desktop.ui.clients.places import DESTINATIONS
from posim_desktop.ui.clients.screen_tabs import OwnWindow
from posim_desktop.ui.language import speak
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.people.dimming import Dimming
from posim_desktop.ui.style import tokens
from posim_desktop.ui.widgets.deck import Deck

_SAM = LoggedIn(1, "Sam Rivera", "Owner", EVERYTHING)


@pytest.fixture
def empty_shop(sqlite_url: str, tmp_path: Path) -> Iterator[OpenShop]:
    opened = open_shop(Settings(sqlite_url, tmp_path, "Till 1"))
    yield opened
    opened.close()


@pytest.fixture
def shop(empty_shop: OpenShop) -> OpenShop:
    new = partial(
        set_up,
        store_name="Corner Shop",
        employee_name="Sam Rivera",
        pin_hash=pin_hash(),
        tax_name="TAX",
        tax_rate=Decimal(8),
    )
    empty_shop.operations.do(partial(new, locale="en_US", time_zone="UTC"))
    return empty_shop


def _client(qtbot: QtBot, shop: OpenShop, name: str = "sales") -> Client:
    client = open_client(shop, name)
    qtbot.addWidget(client)
    hands.settle()
    if shop.operations.logged_in is not None:
        client.activateWindow()
    return client


@pytest.fixture
def client(qtbot: QtBot, shop: OpenShop) -> Client:
    shop.operations.log_in(_SAM)
    return _client(qtbot, shop)


def _titles(client: Client) -> list[str]:
    return [hands.label_of(action.text()) for action in client.menuBar().actions()]


@pytest.fixture
def _english_afterwards() -> Iterator[None]:
    yield
    speak("en_US")


@pytest.mark.usefixtures("_english_afterwards")
def test_a_german_shop_is_spoken_to_in_german(qtbot: QtBot, empty_shop: OpenShop) -> None:
    new = partial(
        set_up,
        store_name="Eckladen",
        employee_name="Sam Rivera",
        pin_hash=pin_hash(),
        tax_name="MwSt.",
        tax_rate=Decimal(19),
    )
    empty_shop.operations.do(partial(new, locale="de_DE", time_zone="Europe/Berlin"))
    empty_shop.operations.log_in(_SAM)
    client = _client(qtbot, empty_shop)
    assert client.windowTitle() == "Eckladen – Kasse"
    assert _titles(client) == ["Datei", "Listen", "Vorgänge", "Berichte", "Verschiedenes", "Einrichtung", "Hilfe"]
    client.open(Place.CUSTOMERS)
    hands.menu(client, "Listen", "Kunden")
    assert hands.button(client, "Hinzufügen").isEnabled()


def test_every_place_is_on_a_menu_and_has_a_screen() -> None:
    on_menus = {place for layout in CLIENTS.values() for _, places in layout.menus for place in places}

    on_menus |= {tool.leads_to for layout in CLIENTS.values() for tool in layout.misc if tool.leads_to is not None}

    assert on_menus | set(SETUP) | set(HELP) == set(Place) == set(DESTINATIONS)


@pytest.mark.parametrize("name", sorted(CLIENTS))
def test_every_destination_opens_once_and_alone(qtbot: QtBot, shop: OpenShop, name: str) -> None:
    shop.operations.log_in(_SAM)
    client = _client(qtbot, shop, name)

    for title, entries in client.client_layout.menus:
        for entry in entries:
            hands.menu(client, title, entry)
            hands.menu(client, title, entry)
            assert client.tabs.front() == entry

    opened = [entry for _, entries in client.client_layout.menus for entry in entries]
    assert client.tabs.open_places() == opened
    assert client.tabs.count() == len(opened)


def test_the_navigation_bar_marks_where_one_is(client: Client) -> None:
    hands.press(client, "Customers")
    assert client.tabs.front() == "Customers"
    assert hands.button(client, "Customers").property("current")

    hands.press(client, "Backorders")
    assert not hands.button(client, "Customers").property("current")
    assert hands.button(client, "Backorders").property("current")


def test_a_screen_reader_presses_the_navigation_buttons(client: Client) -> None:
    button = hands.button(client, "Customers")
    told = QAccessible.queryAccessibleInterface(button)
    assert told.role() == QAccessible.Role.Button
    told.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert client.tabs.front() is Place.CUSTOMERS


def test_alt_left_goes_back_card_by_card(client: Client, shop: OpenShop) -> None:
    people = [CustomerFields(name=name) for name in ("Ada", "Kim")]
    ids = [shop.operations.do(partial(customers.add, fields=fields)).record_id for fields in people]
    assert not client.back_button.isEnabled()

    assert client.open_record(Record.CUSTOMER, ids[1])
    client.open(Place.ITEMS)
    client.open(Place.BACKORDERS)
    hands.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert client.tabs.front() == "Items"
    hands.press(client, "Back")

    deck = client.tabs.screen_at(Place.CUSTOMERS)
    assert client.tabs.front() == "Customers"
    assert deck is not None
    assert deck.current_id == ids[1]
    assert not client.back_button.isEnabled()


def test_a_tab_can_be_taken_out_and_put_back(client: Client) -> None:
    client.open(Place.CUSTOMERS)
    client.open(Place.ITEMS)
    hands.press(client, "New Window")

    window = client.tabs.window_of(Place.ITEMS)
    assert window is not None
    assert (window.windowTitle(), client.tabs.front()) == ("Items", "Customers")
    assert client.open(Place.ITEMS) is window.screen_inside
    assert client.tabs.count() == 1
    hands.menu(window, "Window", "Move Back to Tabs")
    assert client.tabs.window_of(Place.ITEMS) is None
    assert (client.tabs.count(), client.tabs.front()) == (2, "Items")


def _own_window(client: Client, place: Place = Place.CUSTOMERS) -> OwnWindow:
    client.open(place)
    client.tabs.take_out(place)
    window = client.tabs.window_of(place)
    assert window is not None
    _activate(window)
    return window


def _activate(window: QWidget) -> None:
    window.activateWindow()
    hands.wait_for(window.isActiveWindow, "the window")


def test_every_key_of_the_client_is_one_of_its_screens_own_windows(client: Client) -> None:
    window = _own_window(client)
    of_the_client = {action.shortcut().toString() for action in client.findChildren(QAction)} - {""}
    listed = {"F1", "F4", "F9", "Shift+F9", "Alt+Left", "Ctrl+W", "Ctrl+,", "Ctrl+Q"}
    assert listed <= of_the_client
    assert listed <= {action.shortcut().toString() for action in window.actions()}


def test_in_an_own_window_f9_takes_what_is_typed_next(client: Client, shop: OpenShop) -> None:
    kim = shop.operations.do(partial(employees.add, fields=EmployeeFields("KIM", "Kim Novak", Role.CASHIER)))
    shop.operations.do(partial(pins.give, employee_id=kim.record_id, pin_hash=pin_hash()))
    window = _own_window(client)
    hands.key(Qt.Key.Key_F9)
    hands.keys("nov")
    hands.key(Qt.Key.Key_Return)
    assert len(window.findChildren(Dimming)) == 1
    hands.keys(PIN)
    hands.key(Qt.Key.Key_Return)
    assert client.employee_label.text() == "Employee: Kim Novak"
    hands.wait_for(window.isActiveWindow, "the window that F9 was pressed in")
    hands.settle()
    assert not [left for left in window.findChildren(Dimming) if left.isVisible()]


def test_in_an_own_window_the_keys_go_to_the_client(client: Client) -> None:
    client.open(Place.ITEMS)
    window = _own_window(client)
    hands.key(Qt.Key.Key_F4)
    hands.wait_for(client.isActiveWindow, "the client")
    assert client.tabs.front() is Place.PICK_UP

    _activate(window)
    hands.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    hands.wait_for(client.isActiveWindow, "the client")
    assert client.tabs.front() is Place.ITEMS

    _activate(window)
    hands.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    hands.press(hands.dialog("Preferences"), "Cancel")

    _activate(window)
    hands.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert Place.CUSTOMERS not in client.tabs.open_places()
    assert Place.ITEMS in client.tabs.open_places()


def test_an_own_window_has_the_keys_of_its_own_client_only(qtbot: QtBot, client: Client, shop: OpenShop) -> None:
    inventory = _client(qtbot, shop, "inventory")
    window, other = _own_window(client), _own_window(inventory)
    for each, owner in ((window, client), (other, inventory)):
        _activate(each)
        hands.key(Qt.Key.Key_F9)
        asked = hands.dialog("Switch Employee")
        assert asked.parentWidget() is owner
        hands.key(Qt.Key.Key_Escape)
        hands.wait_for(each.isActiveWindow, "the window that F9 was pressed in")


def test_in_an_own_window_the_guide_opens_at_its_screen(client: Client) -> None:
    client.open(Place.ITEMS)
    _own_window(client)
    assert client.tabs.with_keyboard() is Place.CUSTOMERS
    _activate(client)
    assert client.tabs.with_keyboard() is Place.ITEMS


def test_closing_a_tab_with_a_card_in_error_stays_there(client: Client) -> None:
    client.open(Place.CUSTOMERS)
    deck = client.tabs.screen_at(Place.CUSTOMERS)
    assert isinstance(deck, Deck)
    hands.press(deck, "Add")
    phone = next(found for found in deck.card.findChildren(QLineEdit) if found.accessibleName() == "Phone")
    phone.setText("555")

    hands.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert client.tabs.open_places() == ["Customers"]
    assert not client.close()
    hands.menu(client, "File", "Log Out")
    assert client.operations.logged_in == _SAM

    phone.clear()
    assert client.tabs.close_screen(Place.CUSTOMERS)
    assert client.tabs.open_places() == []


def test_the_status_bar_says_who_where_and_on_what(client: Client) -> None:
    said = [label.text() for label in client._status_labels()]

    assert said[:2] == ["Employee: Sam Rivera", "Workstation: Till 1"]
    assert said[2].endswith("shop.sqlite")
    assert said[3] == "Connected"
    client.operations.trouble_changed.emit("The server does not answer.")
    assert client.connection_label.text() == "Not connected"
    assert client.connection_label.toolTip() == "The server does not answer."
    client.operations.trouble_changed.emit("")
    assert client.connection_label.text() == "Connected"


def test_about_names_the_version_the_database_and_the_licences(client: Client) -> None:
    hands.menu(client, "Help", "About")

    box = hands.dialog("About")
    version = f"posim-desktop {program_version()}"
    assert any(version in words and "shop.sqlite" in words for words in hands.words_on(box))
    licences = hands.field(box, "Licenses")
    assert isinstance(licences, QPlainTextEdit)
    written = licences.toPlainText()
    for words in (
        f"{version} – MIT",
        "PySide6_Essentials 6.",
        "LGPL-3.0",
        "Permission is hereby granted",
        "SQLAlchemy 2.",
    ):
        assert words in written
    hands.press(box, "Close")


def test_a_new_shop_is_set_up_first(qtbot: QtBot, empty_shop: OpenShop) -> None:
    client = _client(qtbot, empty_shop)
    dialog = hands.dialog("Welcome")
    assert client.open(Place.CUSTOMERS) is None

    for label, text in (
        ("Store Name", "Corner Shop"),
        ("Your Name", "Sam  Rivera"),
        ("Tax Rate in Percent", "101"),
    ):
        hands.press(dialog, "Start")
        assert hands.field(dialog, label).property("invalid") is True
        assert hands.field(dialog, label).hasFocus()
        hands.fill(dialog, label, text)
    hands.fill(dialog, "Your PIN", PIN)
    hands.fill(dialog, "Your PIN Again", PIN)
    hands.press(dialog, "Start")
    assert "A tax rate is between 0 and 100 percent." in hands.words_on(dialog)
    hands.fill(dialog, "Tax Rate in Percent", "8.25")
    hands.press(dialog, "Start")

    assert empty_shop.operations.logged_in is not None
    assert empty_shop.operations.logged_in.role == "Owner"
    decided = empty_shop.operations.read(preferences.load)
    assert (decided.store_name, decided.default_tax_code_id) == ("Corner Shop", 1)
    assert client.windowTitle() == "Corner Shop – Sales Client"
    assert client.open(Place.CUSTOMERS) is not None


def test_leaving_the_first_start_leaves_the_program(qtbot: QtBot, empty_shop: OpenShop) -> None:
    client = _client(qtbot, empty_shop)
    dialog = hands.dialog("Welcome")

    hands.key(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    hands.press(dialog, "Exit")

    assert not client.isVisible()


@pytest.mark.parametrize("title", ["Welcome", "Log In"])
def test_closing_the_door_by_its_frame_leaves_the_program(
    qtbot: QtBot, request: pytest.FixtureRequest, title: str
) -> None:
    opened: OpenShop = request.getfixturevalue("empty_shop" if title == "Welcome" else "shop")
    client = _client(qtbot, opened)

    hands.dialog(title).close()

    assert not client.isVisible()


def test_logging_in_by_typing_and_enter(qtbot: QtBot, shop: OpenShop) -> None:
    shop.operations.log_in(_SAM)
    kim = shop.operations.do(partial(employees.add, fields=EmployeeFields("KIM", "Kim Novak", Role.CASHIER)))
    shop.operations.do(partial(pins.give, employee_id=kim.record_id, pin_hash=pin_hash()))
    shop.operations.log_in(None)
    client = _client(qtbot, shop)
    dialog = hands.dialog("Log In")

    hands.fill(dialog, "Name", "zz")
    assert not hands.button(dialog, "Log In").isEnabled()
    hands.fill(dialog, "Name", "")
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Up)
    hands.fill(dialog, "Name", "nov")
    hands.key(Qt.Key.Key_Return)
    assert client.operations.logged_in is None
    hands.fill(dialog, "PIN", PIN)
    hands.key(Qt.Key.Key_Return)

    assert client.operations.logged_in == LoggedIn(2, "Kim Novak", "Cashier", SHIPPED[Role.CASHIER])
    assert client.employee_label.text() == "Employee: Kim Novak"
    assert client.tabs.open_places() == ["Working Invoices"]
    client.activateWindow()
    hands.menu(client, "File", "Log Out")
    assert hands.dialog("Log In").isVisible()
    assert client.employee_label.text() == "Employee: nobody"


def test_the_out_of_stock_warning_is_a_preference_of_invoices(client: Client, shop: OpenShop) -> None:
    assert shop.operations.read(preferences.load).warn_out_of_stock

    hands.menu(client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    hands.field(dialog, "Pages").setFocus()
    hands.key(Qt.Key.Key_Down)
    assert "Warnings" in hands.words_on(dialog)
    hands.press(dialog, "Warn when an item is out of stock")
    hands.press(dialog, "OK")

    assert not shop.operations.read(preferences.load).warn_out_of_stock


def test_a_refused_preference_leads_to_its_page(client: Client, shop: OpenShop) -> None:
    hands.menu(client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    hands.fill(dialog, "Store Name", "")
    hands.field(dialog, "Pages").setFocus()
    hands.key(Qt.Key.Key_Down)
    hands.press(dialog, "OK")

    name = hands.field(dialog, "Store Name")
    assert "The store's name must be filled in." in hands.words_on(dialog)
    assert name.property("invalid") is True
    assert shop.operations.read(preferences.load).store_name == "Corner Shop"


def test_a_cashier_may_not_change_preferences(client: Client, shop: OpenShop) -> None:
    cashier = shop.operations.do(partial(employees.add, fields=EmployeeFields("KIM", "Kim", Role.CASHIER))).record_id
    shop.operations.log_in(LoggedIn(cashier, "Kim", "Cashier", SHIPPED[Role.CASHIER]))

    hands.menu(client, "File", "Preferences")
    dialog = hands.dialog("Preferences")

    assert any("may not change the shop's preferences" in words for words in hands.words_on(dialog))
    assert not hands.field(dialog, "Store Name").isEnabled()
    hands.press(dialog, "OK")
    assert client.windowTitle() == "Corner Shop – Sales Client"


def test_the_dark_look_is_kept_for_this_user(client: Client) -> None:
    for wanted, name in (("Dark", "dark"), ("Light", "light")):
        client.activateWindow()
        hands.menu(client, "File", "Preferences")
        dialog = hands.dialog("Preferences")
        hands.field(dialog, "Pages").setFocus()
        hands.key(Qt.Key.Key_End)
        hands.fill(dialog, "Colors", wanted)
        hands.press(dialog, "OK")
        assert tokens().name == name
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")


def test_a_client_larger_than_its_screen_fills_it(client: Client) -> None:
    room = client.screen().availableSize()
    client.resize(room.width() - 100, room.height() - 100)
    client.fit_to_screen()
    assert not client.isMaximized()

    client.resize(room.width() - 100, room.height())
    client.fit_to_screen()

    assert client.isMaximized()


def test_a_link_to_an_invoice_leads_to_the_till_until_it_is_posted(shop: OpenShop, client: Client) -> None:
    working = shop.operations.do(partial(invoices.start, customer_id=None)).record_id

    assert client.open_record(Record.INVOICE, working)
    assert client.tabs.front() == "Working Invoices"

    none = NewLine(_stored_item(shop), Decimal(1), TransCode.SALE, sell_anyway=True)
    shop.operations.do(partial(invoices.add_items, invoice_id=working, lines=(none,)))
    paid = (Tender(TenderKind.CASH, Decimal("1.00")),)
    shop.operations.do(partial(posting.post, invoice_id=working, tenders=paid, expected_total=Decimal("1.00")))

    assert client.open_record(Record.INVOICE, working)
    assert client.tabs.front() == "Processed Invoices"


def _stored_item(shop: OpenShop) -> int:
    fields = ItemFields(code="KETTLE", description="Kettle", price=Decimal("1.00"))
    return shop.operations.do(partial(items.add, fields=fields, opening=Decimal(1))).record_id
