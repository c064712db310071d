"""Guide: "The first start", and a shop that writes 8,25, through the real windows by the words on them."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from pin_of import OTHER_PIN, PIN
from posim_desktop.app import OpenShop, open_client, open_shop
from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.queries.cards import items, tax_codes
from posim_desktop.queries.sales.processed_invoices import processed
from posim_desktop.queries.shop import preferences
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from workflows.drivers.shop import ClientDriver
from workflows.drivers.till import till_of

GERMANY, UNITED_STATES = "Deutsch (Deutschland)", "English (United States)"
NETHERLANDS = "Nederlands (Nederland)"  # writes the comma, and its screens are English


@pytest.fixture
def empty_shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[OpenShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    opened = open_shop(Settings(database_url, tmp_path / "data", "Till 1"))
    yield opened
    put_windows_away()
    opened.close()


def _set_up(opened: OpenShop, name: str, *, region: str, rate: str) -> Client:
    client = open_client(opened, name)
    hands.wait_for(client.isVisible, "the client")
    dialog = hands.dialog("Welcome")
    hands.fill(dialog, "Store Name", "Eckladen")
    hands.fill(dialog, "Your Name", "Kim")
    hands.fill(dialog, "Your PIN", PIN)
    hands.fill(dialog, "Your PIN Again", PIN)
    hands.fill(dialog, "Region", region)
    hands.fill(dialog, "Tax Rate in Percent", rate)
    hands.press(dialog, "Start")
    return client


def _fill_in(dialog: QWidget, name: str) -> None:
    for label, text in (
        ("Store Name", f"Shop of {name}"),
        ("Your Name", name),
        ("Your PIN", PIN if name == "Sam" else OTHER_PIN),
        ("Your PIN Again", PIN if name == "Sam" else OTHER_PIN),
        ("Region", UNITED_STATES),
        ("Tax Rate in Percent", "0"),
    ):
        hands.fill(dialog, label, text)


def test_who_comes_second_is_told_and_logs_in_instead(empty_shop: OpenShop) -> None:
    at_the_same_time = open_shop(replace(empty_shop.settings, workstation="Till 2"))
    second = open_client(at_the_same_time, "sales")
    form = hands.dialog("Welcome")
    _fill_in(form, "Kim")
    first = open_client(empty_shop, "sales")
    founding = next(child for child in first.findChildren(QDialog) if child.windowTitle() == "Welcome")
    _fill_in(founding, "Sam")
    hands.press(founding, "Start")
    assert empty_shop.operations.logged_in is not None

    hands.press(form, "Start")
    log_in = hands.dialog("Log In")
    assert not hands.is_asked("Welcome")
    assert "This shop has already been set up. Log in instead." in hands.words_on(log_in)
    hands.fill(log_in, "PIN", PIN)
    hands.key(Qt.Key.Key_Return)
    assert at_the_same_time.operations.logged_in is not None
    assert at_the_same_time.operations.logged_in.name == "Sam"
    assert second.tabs.front() is not None
    at_the_same_time.close()


def test_the_first_field_that_is_wrong_is_named_first(empty_shop: OpenShop) -> None:
    client = open_client(empty_shop, "sales")
    hands.wait_for(client.isVisible, "the client")
    dialog = hands.dialog("Welcome")
    hands.fill(dialog, "Region", UNITED_STATES)
    hands.fill(dialog, "Tax Name", "")

    for label, text in (
        ("Store Name", "Corner Shop"),
        ("Your Name", "Sam"),
        ("Tax Name", "Sales Tax"),
        ("Tax Rate in Percent", "8.25"),
        ("Your PIN", PIN),
        ("Your PIN Again", PIN),
    ):
        hands.press(dialog, "Start")
        marked = [edit.accessibleName() for edit in dialog.findChildren(QLineEdit) if edit.property("invalid")]
        assert marked == [label]
        hands.fill(dialog, label, text)
    hands.press(dialog, "Start")

    assert empty_shop.operations.logged_in is not None


def test_the_region_on_the_form_decides_how_the_tax_is_written(empty_shop: OpenShop) -> None:
    _set_up(empty_shop, "sales", region=GERMANY, rate="8,25")

    assert empty_shop.operations.read(preferences.load).locale == "de_DE"
    (code,) = empty_shop.operations.read(items.choices, ItemFields()).tax_codes
    written = empty_shop.operations.read(tax_codes.details, code.id)
    assert written is not None
    assert [tax.rate for tax in written.fields.taxes] == [Decimal("8.25")]


def test_a_tax_that_was_typed_follows_the_region(empty_shop: OpenShop) -> None:
    open_client(empty_shop, "sales")
    dialog = hands.dialog("Welcome")
    hands.fill(dialog, "Region", GERMANY)
    hands.fill(dialog, "Tax Rate in Percent", "8,25")
    hands.fill(dialog, "Region", UNITED_STATES)

    assert hands.field(dialog, "Tax Rate in Percent").property("text") == "8.25"


def test_the_fields_of_a_card_take_the_comma(empty_shop: OpenShop) -> None:
    client = _set_up(empty_shop, "inventory", region=NETHERLANDS, rate="0")
    deck = ClientDriver(client).open("Lists", "Items")
    deck.press("Add")
    for label, text in {
        "Description": "Kabel",
        "Item ID": "KABEL",
        "Price": "1.234,5",
        "Cost": "0,1234",
        "Max Stock": "12,5",
        "Min Stock": "2,25",
        "Pack Of": "0,5",
        "On Hand Now": "99,75",
    }.items():
        hands.fill(deck.deck, label, text)
    deck.press("Save")

    written = empty_shop.operations.read(items.details, 1)
    assert written is not None
    fields = written.fields
    assert (fields.price, fields.cost, fields.max_stock) == (Decimal("1234.50"), Decimal("0.1234"), Decimal("12.500"))
    assert (fields.min_stock, fields.pack_quantity) == (Decimal("2.250"), Decimal("0.500"))
    assert written.stock.on_hand == Decimal("99.750")


def test_the_till_takes_the_comma(empty_shop: OpenShop) -> None:
    client = _set_up(empty_shop, "inventory", region=NETHERLANDS, rate="0")
    deck = ClientDriver(client).open("Lists", "Items")
    deck.press("Add")
    for label, text in {"Description": "Kabel", "Item ID": "KABEL", "Price": "10,00", "On Hand Now": "99"}.items():
        hands.fill(deck.deck, label, text)
    deck.press("Save")
    sales = open_client(empty_shop, "sales")
    sales.activateWindow()
    hands.wait_for(sales.isActiveWindow, "the Sales Client")
    till = till_of(sales)

    till.enter("1,5*KABEL")
    till.write(0, "Qty", "2,5")
    till.write(0, "Price", "8,40")
    till.write(0, "Discount", "12,5%")
    assert till.lines("Qty", "Price", "Discount", "Extended") == [("2,5", "8,40", "12,5%", "18,37")]
    till.press("Pay")
    till.tender("Cash", "20,5")
    till.press("Post")

    posted = empty_shop.operations.read(processed, 1)
    assert posted is not None
    assert (posted.total, posted.change) == (Decimal("18.37"), Decimal("2.13"))


@pytest.mark.parametrize(("region", "is_said"), [(GERMANY, True), (NETHERLANDS, False), (UNITED_STATES, False)])
def test_a_country_of_certified_tills_is_told_so_and_nothing_is_blocked(
    empty_shop: OpenShop, region: str, *, is_said: bool
) -> None:
    client = open_client(empty_shop, "sales")
    hands.wait_for(client.isVisible, "the client")
    dialog = hands.dialog("Welcome")
    hands.fill(dialog, "Region", region)
    assert any("certified" in words for words in hands.words_on(dialog)) is is_said
    assert hands.button(dialog, "Start").isEnabled()
