"""A scan at the till: from Enter in item entry until the line is stored and painted, on an invoice of 60 lines.

There are 100,000 items on file. Each scan adds the 60th line, which is taken off again before the next.
"""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from benchmarks.backlog import DATABASES, empty_shop
from benchmarks.shop import add_items
from posim_desktop.app import OpenShop, open_shop
from posim_desktop.domain.people.permissions import EVERYTHING
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.clients.sales_client import SALES
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.sales.working_invoice import WorkingInvoice
from posim_desktop.ui.style import apply_style

ITEMS, LINES, SCANS = 100_000, 60, 100
FRAME_MS = 1000 / 60


class _Painted(QObject):
    """Sees a table being painted."""

    seen = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def measure() -> list[tuple[str, float, float, str]]:
    """Return rows of (what, milliseconds, ratio to a frame, bar)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_style(application, dark=False)
    rows = []
    for name in DATABASES:
        with empty_shop(name) as url:
            add_items(url, ITEMS)
            shop = open_shop(Settings(url, Path(), "till"))
            shop.operations.log_in(LoggedIn(1, "Ana", "Owner", EVERYTHING))
            taken = _scans(shop, time.process_time if name == "SQLite" else time.perf_counter)
            shop.close()
        slowest = quantiles(taken, n=20)[-1]
        rows += [
            (f"scan to painted line, median, {name}", median(taken), median(taken) / FRAME_MS, "≤ 1.0×"),
            (f"the same, 95th percentile, {name}", slowest, slowest / FRAME_MS, "≤ 1.0×"),
        ]
    return rows


def _scans(shop: OpenShop, clock: Callable[[], float]) -> list[float]:
    client = Client(shop.operations, SALES, "")
    client.resize(1366, 768)
    client.show()
    client.activateWindow()
    hands.settle()
    hands.press(client, "Invoice")
    till = client.tabs.screen_at(client.tabs.front())
    assert isinstance(till, WorkingInvoice)
    chance = random.Random(1)  # noqa: S311 - repeatable, not secret
    codes = [f"I{number:06d}" for number in chance.sample(range(2, ITEMS), LINES - 1 + SCANS)]
    for code in codes[: LINES - 1]:
        _scan(till, code, clock)
    taken = []
    for code in codes[LINES - 1 :]:
        taken.append(_scan(till, code, clock))
        assert len(till.sale.lines) == LINES
        till.frame.lines.remove(till.sale.lines[-1].id)
        till.frame.lines.withdraw_undo()  # a banner that goes with the next scan is no part of most scans
        hands.settle()
    client.close()
    client.deleteLater()
    hands.settle()
    return taken


def _scan(till: WorkingInvoice, code: str, clock: Callable[[], float]) -> float:
    entry, painted = till.frame.lines.entry.entry_field, _Painted()
    entry.setText(code)
    hands.settle()
    till.frame.lines_table.viewport().installEventFilter(painted)
    start = clock()
    QTest.keyClick(entry, Qt.Key.Key_Return)
    hands.settle()
    ended = clock()
    assert painted.seen
    assert till.sale.lines[-1].item == code
    return (ended - start) * 1000
