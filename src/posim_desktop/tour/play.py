"""Plays the whole tour on a fresh demo shop and says whether its records agree afterwards."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from PySide6.QtCore import QCoreApplication, QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from posim_desktop.app import open_client, open_shop
from posim_desktop.queries.verify import Violation, verify
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.services.exchange import demo
from posim_desktop.settings import APP_NAME, Settings, sqlite_url
from posim_desktop.tour import hands
from posim_desktop.tour.brought_back import bring_back
from posim_desktop.tour.counter import sell_and_back_order
from posim_desktop.tour.door import log_in
from posim_desktop.tour.drawer import close_the_day
from posim_desktop.tour.no_screen import platform_with_screen
from posim_desktop.tour.ordering import order
from posim_desktop.tour.people import correct_the_stock, look_back, sell_with_approval
from posim_desktop.tour.pick_up import pick_up
from posim_desktop.tour.receiving import receive
from posim_desktop.tour.recorder import Recorder
from posim_desktop.tour.special_order import order_specially, pick_up_specially, receive_specially
from posim_desktop.tour.specials import sell_specials
from posim_desktop.tour.stage import Stage
from posim_desktop.ui.style import apply_style

SIZE = QSize(1366, 768)
_MORNING = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
_TICK = timedelta(seconds=30)
_MANAGER = "kim"

Act = tuple[str, int, Callable[[Stage], None]]
"""The client that it is played in, how many days after the one before, and what is played."""

_ACTS: tuple[Act, ...] = (
    ("sales", 0, sell_and_back_order),
    ("inventory", 0, order),
    ("inventory", 11, receive),
    ("sales", 1, pick_up),
    ("sales", 0, sell_specials),
    ("sales", 0, order_specially),
    ("inventory", 6, receive_specially),
    ("sales", 0, pick_up_specially),
    ("sales", 0, bring_back),
    ("sales", 0, sell_with_approval),
    ("inventory", 0, correct_the_stock),
    ("sales", 0, look_back),
    ("sales", 0, close_the_day),
)


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
    with TemporaryDirectory(prefix="posim-screen-") as temporary:
        os.environ.setdefault("QT_QPA_PLATFORM", platform_with_screen(Path(temporary), size))
        application = QCoreApplication.instance() or QApplication([APP_NAME])
    if not isinstance(application, QApplication):
        raise TypeError("the tour needs an application with windows")
    qInstallMessageHandler(_pass_on)
    apply_style(application, dark=dark)
    return play_for(Recorder(folder, say), size)


def play_for(
    recorder: Recorder, size: QSize, prepare: Callable[[sa.Engine], None] | None = None, more: Sequence[Act] = ()
) -> tuple[Violation, ...]:
    """Play every step for whoever takes it down, in an application that has its look already.

    Args:
        recorder: Told each step.
        size: Of the windows, in pixels.
        prepare: Changes the demo shop before it opens.
        more: Acts to play after those of the tour.

    Raises:
        NotOnScreenError: A step found something else on the screen than it expected.
    """
    with TemporaryDirectory(prefix="posim-tour-") as temporary:
        settings = Settings(sqlite_url(Path(temporary) / "tour.sqlite"), Path(temporary), demo.WORKSTATION)
        return _play_in(settings, recorder, size, prepare, (*_ACTS, *more))


def _play_in(
    settings: Settings,
    recorder: Recorder,
    size: QSize,
    prepare: Callable[[sa.Engine], None] | None,
    acts: Sequence[Act],
) -> tuple[Violation, ...]:
    clock = _TourClock()
    shop = open_shop(settings, clock)
    try:
        made = open_engine(settings.database_url)
        demo.make(made, _MORNING)
        if prepare is not None:
            prepare(made)
        made.dispose()
        for name, days_later, act in acts:
            clock.let_days_pass(days_later)
            _play_act(Stage(open_client(shop, name), recorder), size, act)
        with snapshot(shop.engine) as connection:
            return verify(connection)
    finally:
        shop.close()


def _play_act(stage: Stage, size: QSize, act: Callable[[Stage], None]) -> None:
    stage.client.resize(size)
    stage.client.activateWindow()
    hands.settle()
    if stage.client.operations.logged_in is None:
        log_in(_MANAGER)
        hands.wait_for(stage.client.isActiveWindow, "the client")
    act(stage)
    stage.client.close()
    stage.client.deleteLater()
    hands.settle()


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Say what Qt says, but not that a platform without a screen knows no size hints."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


class _TourClock:
    """A clock that advances half a minute on each reading, so that the pictures are always the same."""

    def __init__(self) -> None:
        self._now = _MORNING

    def __call__(self) -> datetime:
        now = self._now
        self._now += _TICK
        return now

    def let_days_pass(self, days: int) -> None:
        """Advance to a later day."""
        self._now += timedelta(days=days)
