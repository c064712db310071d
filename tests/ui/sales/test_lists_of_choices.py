"""The lists that drop down at the till: what fits is whole, the rest has its tooltip, and nothing scrolls sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posim_desktop.tour import hands
from posim_desktop.ui.style import apply_style
from tour.misfits import misfits
from workflows.drivers.till import Till, TillShop

MANY = 12  # more than are in sight at once
LONG = "Charlotte-Sophie Freifrau von Hohenlohe-Waldenburg-Schillingsfürst"


@pytest.fixture
def till(qapp: QApplication, sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Till]:
    del qtbot
    apply_style(qapp, dark=False)
    shop = TillShop(sqlite_url, tmp_path)
    for number in range(MANY):
        shop.has_item(f"MUG-{number}", f"Enamel mug, color {number}", on_hand="5", price=f"{number}.95")
        shop.has_customer(f"LEE-{number}", f"{LONG} {number}", "555 0100")
    yield shop.opens_till()
    shop.close()


@pytest.mark.parametrize("width", [911, 1366])
def test_items_to_choose_from_show_their_whole_price(till: Till, width: int) -> None:
    till.client.resize(width, 512)
    till.enter("mug")
    assert hands.table(till.screen, "Choose an item").verticalScrollBar().isVisible()
    assert list(misfits(till.client)) == []


@pytest.mark.parametrize("width", [911, 1366])
def test_customers_to_choose_from_are_whole_in_their_tooltips(till: Till, width: int) -> None:
    till.client.resize(width, 512)
    hands.fill(till.screen, "Customer", "hohenlohe")
    till.screen.frame.customer_panel.look_up()
    hands.settle()
    assert hands.field(till.screen, "Choose a customer").isVisible()
    assert list(misfits(till.client)) == []
