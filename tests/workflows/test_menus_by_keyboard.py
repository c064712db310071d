"""Guide: "Find your way around": every place can be reached with Alt and letters, also right after posting."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from posim_desktop.queries.verify import verify
from posim_desktop.services.database import snapshot
from posim_desktop.tour import hands
from workflows.drivers.shop import Shop
from workflows.drivers.till import Till, TillShop


@pytest.fixture
def till(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Till]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    shop.has_item("KETTLE", "Enamel kettle", on_hand="1")
    shop.has_customer("LEE", "Lee Harper")
    yield shop.opens_till()
    with snapshot(shop.shop.engine) as connection:
        assert verify(connection) == ()
    shop.close()


def _is_gone(popup: QMenu) -> bool:
    return QApplication.activePopupWidget() is not popup


def _press_in_menus(letter: Qt.Key, *letters: Qt.Key) -> None:
    hands.key(letter, Qt.KeyboardModifier.AltModifier)
    for each in letters:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        QTest.keyClick(popup, each)
        # The letter might be the first one of a scan, so the menu has it a moment later.
        hands.wait_for(partial(_is_gone, popup), "the menu to take the letter")


@pytest.mark.qt_log_ignore("does not support")  # a menu would have the keyboard to itself, and this platform cannot
def test_alt_l_and_b_lead_to_the_backorders_right_after_posting_one(till: Till) -> None:
    till.choose_customer("lee")
    till.enter("2*kettle")
    till.answer("Split")
    till.pay_and_post()
    assert till.has_button("Backorder 1: 1 × KETTLE")

    _press_in_menus(Qt.Key.Key_L, Qt.Key.Key_B)
    assert till.client.tabs.front() == "Backorders"
    _press_in_menus(Qt.Key.Key_T, Qt.Key.Key_P)
    assert till.client.tabs.front() == "Processed Invoices"


@pytest.mark.parametrize("name", ["sales_client", "inventory_client"])
def test_no_two_entries_of_a_menu_share_a_letter(shop: Shop, name: str) -> None:
    client = getattr(shop, name).client
    titles = client.menuBar().actions()
    assert _shared(titles) == []
    places = [action.menu() for action in titles if hands.label_of(action.text()) not in {"File", "Help"}]
    for menu in places:
        assert isinstance(menu, QMenu)
        assert menu.actions()
        assert _shared(menu.actions()) == []


def _shared(actions: list[QAction]) -> list[str]:
    """List the letters that lead to several entries, and the entries without one."""
    letters = Counter(QKeySequence.mnemonic(action.text()).toString() for action in actions if action.text())
    return [letter for letter, times in letters.items() if times > 1 or not letter]


def test_setup_is_the_same_in_both_clients_and_each_entry_opens(shop: Shop) -> None:
    entries: list[list[str]] = []
    for driver in (shop.sales_client, shop.inventory_client):
        driver.to_front()
        (setup,) = (title for title in driver.client.menuBar().actions() if hands.label_of(title.text()) == "Setup")
        menu = setup.menu()
        assert isinstance(menu, QMenu)
        entries.append([hands.label_of(entry.text()) for entry in menu.actions() if entry.text()])
        for entry in entries[-1][:-1]:
            assert driver.open("Setup", entry).deck.isVisible()
        hands.menu(driver.client, "Setup", entries[-1][-1])
        hands.press(hands.dialog("Preferences"), "Cancel")

    assert (
        entries[0]
        == entries[1]
        == ["Employees", "Roles", "Tax Codes", "Tenders", "Departments", "Vendors", "Audit", "Preferences"]
    )
