"""Plays the whole tour on a fresh demo shop and says whether its records agree afterwards."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from posim_desktop.app import OpenShop, open_client, open_shop
from posim_desktop.queries import log_in
from posim_desktop.queries.verify import Violation, verify
from posim_desktop.services import demo
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.services.transaction import Clock
from posim_desktop.settings import APP_NAME, Settings, sqlite_url
from posim_desktop.tour import hands
from posim_desktop.tour.recorder import Recorder
from posim_desktop.tour.sales import play_inventory, play_sales
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.style import apply_style

SIZE = QSize(1366, 768)
_MORNING = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


def play(folder: Path, say: Callable[[str], None], *, dark: bool = False, size: QSize = SIZE) -> tuple[Violation, ...]:
    """Play every step, write its picture and return what ``verify`` finds wrong afterwards.

    Args:
        folder: Where the pictures go.
        say: Told each step as it happens.
        dark: Whether to wear the dark style.
        size: Of the windows, in pixels.

    Raises:
        NotOnScreenError: A step found something else on the screen than it expected.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QCoreApplication.instance() or QApplication([APP_NAME])
    if not isinstance(application, QApplication):
        raise TypeError("the tour needs an application with windows")
    qInstallMessageHandler(_pass_on)
    apply_style(application, dark=dark)
    with TemporaryDirectory(prefix="posim-tour-") as temporary:
        settings = Settings(sqlite_url(Path(temporary) / "tour.sqlite"), Path(temporary), demo.WORKSTATION)
        return _play_in(settings, Recorder(folder, say), size)


def _play_in(settings: Settings, recorder: Recorder, size: QSize) -> tuple[Violation, ...]:
    shop = open_shop(settings, _clock())
    try:
        made = open_engine(settings.database_url)
        demo.make(made, _MORNING)
        made.dispose()
        _log_in_manager(shop)
        for name, act in (("sales", play_sales), ("inventory", play_inventory)):
            client = open_client(shop, name)
            client.resize(size)
            client.activateWindow()
            hands.settle()
            act(client, recorder)
            client.close()
            client.deleteLater()
            hands.settle()
        with snapshot(shop.engine) as connection:
            return verify(connection)
    finally:
        shop.close()


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Say what Qt says, but not that a platform without a screen knows no size hints."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _clock() -> Clock:
    """Make a clock that is half a minute later each time it is asked, so that the pictures are always the same."""
    moments = count()
    return lambda: _MORNING + timedelta(seconds=30 * next(moments))


def _log_in_manager(shop: OpenShop) -> None:
    manager = next(person for person in shop.operations.read(log_in.employees) if person.role == "manager")
    shop.operations.log_in(LoggedIn(manager.id, manager.name, manager.role))
