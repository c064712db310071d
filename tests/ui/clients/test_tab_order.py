"""Tab leads through a screen as it is read, from the top down."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from posim_desktop.tour import hands
from posim_desktop.ui.style import apply_style
from workflows.drivers.shop import Shop, new_shop

MOST_STEPS = 60
SCREENS = [
    ("Setup", "Audit"),
    ("Setup", "Employees"),
    ("Setup", "Roles"),
    ("Lists", "Items"),
    ("Lists", "Customers"),
    ("Lists", "Backorders"),
    ("Transactions", "Processed Invoices"),
]


@pytest.fixture
def shop(qapp: QApplication, sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Shop]:
    apply_style(qapp, dark=False)
    shop = new_shop(sqlite_url, tmp_path / "data", qtbot)
    shop.has_item("KETTLE", on_hand="1", price="24.00")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee")
    yield shop
    put_windows_away()
    shop.opened.close()


@pytest.mark.parametrize("path", SCREENS, ids=[path[-1] for path in SCREENS])
def test_tab_goes_down_the_list_and_the_card(shop: Shop, path: tuple[str, ...]) -> None:
    client = shop.sales_client.client
    client.resize(1366, 768)
    deck = shop.sales_client.open(*path)
    deck.deck.show_list()
    hands.settle()
    assert list(_jumps(deck.deck)) == []
    deck.open_card()
    assert list(_jumps(deck.deck)) == []


def _jumps(screen: QWidget) -> Iterator[str]:
    """Say where Tab goes up or back in a row, from Find until the screen is left; a column at the right comes later."""
    way = list(_way(screen))
    for before, after in pairwise(way):
        here, there = _place(before, screen), _place(after, screen)
        is_back = there.top() <= here.center().y() <= there.bottom() and there.right() < here.left()
        is_above = there.bottom() < here.top() and there.left() < here.right()
        if is_above or is_back:
            yield f"Tab goes from {before.objectName()} back to {after.objectName()}"


def _way(screen: QWidget) -> Iterator[QWidget]:
    first = hands.field(screen, "Find")
    first.setFocus()
    here: QWidget | None = first
    for _ in range(MOST_STEPS):
        assert here is not None
        yield here
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is first or here is None or not screen.isAncestorOf(here):
            return


def _place(widget: QWidget, screen: QWidget) -> QRect:
    return QRect(widget.mapTo(screen, QPoint()), widget.size())
