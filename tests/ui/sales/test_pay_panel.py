"""Pay on a small screen, in the style that the shop sees."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.scrolled import Scrolled
from workflows.drivers.till import Till, TillShop


@pytest.fixture
def till(qapp: QApplication, sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Till]:
    del qtbot
    apply_style(qapp, dark=False)
    shop = TillShop(sqlite_url, tmp_path)
    shop.has_item("KETTLE", "Copper kettle", on_hand="5", price="24.00")
    yield shop.opens_till()
    shop.close()


def test_buttons_leave_room_for_a_scroll_bar_beside_them(till: Till) -> None:
    till.client.resize(911, 512)
    till.enter("kettle")
    till.press("Pay")
    buttons = till.screen.frame.pay_panel.findChild(Scrolled)
    assert buttons is not None
    inside = buttons.widget()
    assert inside is not None

    needed = inside.minimumSizeHint().width() + buttons.verticalScrollBar().sizeHint().width()

    assert needed <= buttons.width()
