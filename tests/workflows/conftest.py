"""A shop with its windows, on each of the two databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from workflows.drivers.shop import Shop, new_shop


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Shop]:
    """Give a shop that Sam manages; the test runs once for each kind of database."""
    shop = new_shop(database_url, tmp_path / "data", qtbot)
    yield shop
    put_windows_away()
    shop.opened.close()


@pytest.fixture
def own_settings(tmp_path: Path) -> Iterator[None]:
    """Keep what a person sets on this computer within one test."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    QSettings().clear()
    yield
    QSettings().clear()
