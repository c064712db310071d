"""Guide: "The drawer and the day" — pay in, count and close by the keyboard; who may not see it counts blind."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

from posim_desktop.domain.people.permissions import SHIPPED, Role
from posim_desktop.queries.sales import days
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import snapshot
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.sales.drawer.screen import DrawerScreen
from tour.letters import shared_letters
from workflows.drivers.till import TillShop, kettle_shop

pytestmark = pytest.mark.usefixtures("own_settings")


@pytest.fixture
def shop(database_url: str, tmp_path: Path) -> Iterator[TillShop]:
    with kettle_shop(database_url, tmp_path / "data") as shop:
        yield shop


def drawer(shop: TillShop) -> DrawerScreen:
    shop.opens_till()
    assert shop.client is not None
    hands.menu(shop.client, "Misc", "Drawer")
    screen = shop.client.tabs.screen_at(Place.DRAWER)
    assert isinstance(screen, DrawerScreen)
    return screen


def figures(screen: DrawerScreen) -> dict[str, str]:
    return {words.strip(): amount for words, amount in hands.rows(screen.report_table, "Figure", "Amount")}


def assert_letters(screen: DrawerScreen) -> None:
    """Every button can be pressed with Alt and a letter that leads nowhere else."""
    shown = [button for button in screen.findChildren(QPushButton) if button.isVisible() and button.text()]
    assert [each.text() for each in shown if not QKeySequence.mnemonic(each.text()).toString()] == []
    assert list(shared_letters(screen.window())) == []


def pays_for_milk(screen: DrawerScreen) -> None:
    hands.press(screen, "Paid Out")
    dialog = hands.dialog("Paid Out")
    hands.fill(dialog, "Amount", "3.50")
    hands.press(dialog, "Paid Out")
    assert hands.is_asked("Paid Out")  # it wants to know what for
    hands.fill(dialog, "Reason", "Milk")
    hands.fill(dialog, "Amount", "350")  # nobody meant that, and 48.00 is there
    hands.press(dialog, "Paid Out")
    hands.press(hands.dialog("More Than Is There"), "Change the Amount")
    hands.fill(dialog, "Amount", "3.50")
    hands.press(dialog, "Paid Out")


def counts_44(screen: DrawerScreen) -> None:
    hands.press(screen, "Count")
    counting = hands.dialog("Count Drawer")
    hands.keys("x")
    hands.press(counting, "Count")
    assert hands.is_asked("Count Drawer")  # x is no number
    hands.fill(counting, "How many of $20.00", "2")
    hands.fill(counting, "How many of $100.00", "")  # where the x is
    hands.fill(counting, "Rest, in one sum", "4.00")
    hands.press(counting, "Count")


def test_a_day_is_counted_and_closed(shop: TillShop) -> None:
    shop.takes_away("KETTLE", "2")
    screen = drawer(shop)
    assert figures(screen)["Cash taken"] == "48.00"

    pays_for_milk(screen)
    assert figures(screen)["Expected"] == "44.50"

    assert_letters(screen)
    counts_44(screen)
    assert_letters(screen)
    assert (figures(screen)["Counted"], figures(screen)["Short"]) == ("44.00", "−0.50")

    hands.press(screen, "Close the Day")
    closing = hands.dialog("Close Drawer")
    hands.fill(closing, "Stays in the drawer", "20.00")
    hands.key(Qt.Key.Key_F12)
    assert hands.rows(screen.days_table, "Day", "Over or Short") == [("Z 1", "−0.50")]
    assert figures(screen)["Taken out at the close"] == "24.00"
    hands.press(screen, "Print")
    hands.press(hands.dialog("Print Preview – Z 1, till 1"), "Close")
    shop.takes_away("KETTLE", "1")
    with snapshot(shop.shop.engine) as connection:
        assert verify(connection) == ()
        here = days.here(connection, "till 1")
    assert here.day is not None
    assert here.day.opened_with == Decimal(20)


def test_who_may_not_see_counts_blind(shop: TillShop) -> None:
    shop.takes_away("KETTLE", "2")
    shop.shop.operations.log_in(LoggedIn(shop.employee_id, "Sam", "Cashier", SHIPPED[Role.CASHIER]))
    screen = drawer(shop)
    assert list(figures(screen)) == ["What should be in the drawer is shown once it is counted."]
    hands.press(screen, "Count")
    hands.press(hands.dialog("Count Drawer"), "Count")
    assert figures(screen)["Short"] == "−48.00"
    hands.press(screen, "Count Again")
    assert len(figures(screen)) == 1

    hands.press(screen, "Drop")
    dropping = hands.dialog("Drop")
    hands.fill(dropping, "Amount", "50")
    hands.press(dropping, "Drop")  # a question would tell what is there
    hands.press(screen, "Count")
    hands.press(hands.dialog("Count Drawer"), "Count")
    assert figures(screen)["Over"] == "2.00"
