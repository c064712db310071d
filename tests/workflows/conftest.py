"""A shop with its windows, on each of the two databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from left_open import put_windows_away, take_look_off
from posim_desktop.ui.style import apply_style
from posim_desktop.ui.tokens import LIGHT, use_tokens
from workflows.drivers.shop import Shop, new_shop


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> None:
    """Show windows without their look, whatever an earlier test of this process left the program wearing.

    They take half as long to make; the tour shows every one of them as a shop sees it.
    """
    del qapp
    take_look_off()
    use_tokens(LIGHT)


@pytest.fixture
def dressed(_undressed: None, qapp: QApplication) -> None:
    """Show windows as a shop sees them, for a test of what they look like."""
    apply_style(qapp, dark=False)


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
