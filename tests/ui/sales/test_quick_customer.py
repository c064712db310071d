"""Guide: "Customers" - a new customer at the till."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from posim_desktop.app import OpenShop, open_shop
from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.sales.quick_customer import QuickCustomerDialog


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path) -> Iterator[OpenShop]:
    opened = open_shop(Settings(sqlite_url, tmp_path, "Till 1"), lambda: datetime(2026, 5, 4, 12, tzinfo=UTC))
    yield opened
    opened.close()


def _open(qtbot: QtBot, shop: OpenShop, typed: str = "") -> tuple[QuickCustomerDialog, list[int]]:
    dialog = QuickCustomerDialog(shop.operations, typed=typed)
    added: list[int] = []
    dialog.added.connect(added.append)
    dialog.open()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    hands.settle()
    return dialog, added


def test_a_customer_is_added_by_keyboard_and_its_id_told(qtbot: QtBot, shop: OpenShop) -> None:
    _, added = _open(qtbot, shop)

    hands.keys("Lee Chang")
    hands.key(Qt.Key.Key_Return)
    hands.keys("555-0142")
    hands.key(Qt.Key.Key_Return)
    assert added == []  # Enter in a field only leaves it
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert len(added) == 1
    lee = shop.operations.read(customer_queries.details, added[0])
    assert lee is not None
    assert (lee.fields.code, lee.fields.name, lee.fields.phone) == ("C00001", "Lee Chang", "555-0142")


@pytest.mark.parametrize(
    ("typed", "name", "phone"), [("Lee", "Lee", ""), ("555-0142", "", "555-0142"), ("7 Seas", "7 Seas", "")]
)
def test_what_was_searched_for_is_proposed(qtbot: QtBot, shop: OpenShop, typed: str, name: str, phone: str) -> None:
    dialog, _ = _open(qtbot, shop, typed)

    assert (dialog.name_edit.text(), dialog.phone_edit.text()) == (name, phone)
    dialog.reject()


def test_a_refusal_keeps_the_dialog_and_what_was_typed(qtbot: QtBot, shop: OpenShop) -> None:
    dialog, added = _open(qtbot, shop)
    hands.fill(dialog, "Phone", "555-0142")
    hands.fill(dialog, "Email", "nowhere")

    hands.press(dialog, "Add")
    assert "The name must be filled in." in hands.words_on(dialog)
    hands.fill(dialog, "Name", "Lee")
    hands.press(dialog, "Add")
    assert "An email address looks like name@example.com." in hands.words_on(dialog)
    assert dialog.email_edit.hasFocus()
    assert (dialog.phone_edit.text(), added) == ("555-0142", [])

    hands.fill(dialog, "Email", "")
    hands.press(dialog, "Add")
    assert len(added) == 1


def test_cancel_adds_nobody(qtbot: QtBot, shop: OpenShop) -> None:
    dialog, added = _open(qtbot, shop)
    hands.fill(dialog, "Name", "Lee")

    hands.press(dialog, "Cancel")

    assert added == []
    assert shop.operations.read(customer_queries.details, 1) is None
