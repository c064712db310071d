"""A shop with its windows, on each of the two databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from left_open import put_windows_away, take_look_off
from posim_desktop.ui.tokens import LIGHT, use_tokens
from workflows.drivers.shop import Shop, new_shop

_BOTH = ["sqlite", "postgresql"]
_TASK = 2


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Play a module's first tests, which are its task from end to end, on both databases, and its corners on SQLite.

    A window reaches the database through verbs and queries only, and each of those is tested on both. A test where
    several people work or something breaks down is marked ``both_databases``.
    """
    if "database_url" in metafunc.fixturenames:
        tests = [name for name in vars(metafunc.module) if name.startswith("test_")]
        is_task = metafunc.definition.originalname in tests[:_TASK]
        everywhere = is_task or metafunc.definition.get_closest_marker("both_databases") is not None
        metafunc.parametrize("database_url", _BOTH if everywhere else _BOTH[:1], indirect=True)


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of an empty shop, on the database that :func:`pytest_generate_tests` says."""
    url: str = request.getfixturevalue({"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param])
    return url


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> None:
    """Show windows without their look, whatever an earlier test of this process left the program wearing.

    They take half as long to make; the tour shows every one of them as a shop sees it.
    """
    del qapp
    take_look_off()
    use_tokens(LIGHT)


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
