"""Guide: "Find your way around": a computer whose clock is wrong is told, and does not decide what time it is."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from posim_desktop.app import OpenShop, open_client, open_shop
from posim_desktop.queries.people import audit
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from workflows.drivers.shop import Shop, founded

OpenAt = Callable[[str, timedelta], Shop]


@pytest.fixture
def opened_with(tmp_path: Path, qtbot: QtBot) -> Iterator[OpenAt]:
    """Set a shop up on a computer whose clock is off."""
    shops: list[OpenShop] = []

    def open_with(url: str, off: timedelta) -> Shop:
        shops.append(open_shop(Settings(url, tmp_path / "data", "Till 1"), own_clock=lambda: datetime.now(UTC) + off))
        return founded(shops[-1], qtbot)

    yield open_with
    put_windows_away()
    for shop in shops:
        shop.close()


def _client(shop: Shop) -> Client:
    client = open_client(shop.opened, "sales")
    shop.qtbot.addWidget(client)
    shop.qtbot.waitExposed(client)
    shop.operations.log_in(None)
    shop.is_worked_by("Sam")
    hands.settle()
    return client


@pytest.mark.parametrize(
    ("off", "words"),
    [
        (timedelta(minutes=-5, seconds=-20), "is 5 minutes behind the database's"),
        (timedelta(hours=7, seconds=20), "is 7 hours ahead of the database's"),
        (timedelta(seconds=-80), "is 1 minute behind the database's"),
    ],
)
def test_a_computer_that_is_off_is_told_once(
    postgres_url: str, opened_with: OpenAt, off: timedelta, words: str
) -> None:
    shop = opened_with(postgres_url, off)
    client = _client(shop)
    assert words in client.clock_banner.message_label.text()
    assert client.clock_banner.isVisible()

    hands.press(client.clock_banner, "OK")
    assert not client.clock_banner.isVisible()
    shop.operations.log_in(None)
    shop.is_worked_by("Sam")
    assert not client.clock_banner.isVisible()


def test_a_computer_that_is_right_is_told_nothing(database_url: str, opened_with: OpenAt) -> None:
    assert not _client(opened_with(database_url, timedelta(seconds=40))).clock_banner.isVisible()


def test_a_shop_in_a_file_has_no_other_clock(sqlite_url: str, opened_with: OpenAt) -> None:
    assert not _client(opened_with(sqlite_url, timedelta(hours=-5))).clock_banner.isVisible()


def test_the_audit_has_the_time_of_the_server(postgres_url: str, opened_with: OpenAt) -> None:
    before = datetime.now(UTC)
    shop = opened_with(postgres_url, timedelta(days=-3))
    event = shop.operations.read(audit.details, 1)
    assert event is not None
    assert abs(event.at - before) < timedelta(minutes=1)
    assert abs(shop.operations.now() - datetime.now(UTC)) < timedelta(minutes=1)
