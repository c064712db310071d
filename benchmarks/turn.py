"""Turning a card in the demo shop: from Page Down until the card is painted, motion on, each deck to its end and back.

Cards differ in what is on them; of each the fastest of some visits counts, and of a deck the middle card.
"""

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from posim_desktop.app import OpenShop, open_shop
from posim_desktop.domain.people.permissions import EVERYTHING
from posim_desktop.services.exchange import demo
from posim_desktop.settings import Settings, sqlite_url
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.clients.inventory_client import INVENTORY
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.slide import REPEAT_MS

VISITS, CARDS = 6, 10
FRAME_MS = 1000 / 60


class _Painted(QObject):
    """Sees a widget being painted."""

    seen = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def measure() -> list[tuple[str, float, float, str]]:
    """Return rows of (what, milliseconds of CPU time, ratio to a frame, bar)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_style(application, dark=False)
    with TemporaryDirectory() as folder:
        settings = Settings(sqlite_url(Path(folder) / "shop.sqlite"), Path(folder), demo.WORKSTATION)
        shop = open_shop(settings)
        demo.make(shop.engine, datetime.now(UTC))
        shop.operations.log_in(LoggedIn(1, "Ana", "Owner", EVERYTHING))
        taken = {place: _turns(shop, place) for place in (Place.ITEMS, Place.BACKORDERS)}
        shop.close()
    return [(f"turn a card of {place}, SQLite", time_, time_ / FRAME_MS, "≤ 1.0×") for place, time_ in taken.items()]


def _turns(shop: OpenShop, place: Place) -> float:
    client = Client(shop.operations, INVENTORY, "")
    client.resize(1366, 768)
    client.show()
    client.activateWindow()
    hands.settle()
    deck = client.open(place)
    assert isinstance(deck, Deck)
    fastest: dict[tuple[int, int | None], float] = {}
    for visit in range(VISITS):
        key = Qt.Key.Key_PageUp if visit % 2 else Qt.Key.Key_PageDown
        for _ in range(CARDS):
            QTest.qWait(REPEAT_MS + 10)  # the slide is over, and what is counted has been counted
            before = deck.current_id
            turn = _turn(deck, key)
            assert deck.current_id != before
            fastest[key, deck.current_id] = min(turn, fastest.get((key, deck.current_id), turn))
    client.close()
    client.deleteLater()
    hands.settle()
    return median(fastest.values())


def _turn(deck: Deck, key: Qt.Key) -> float:
    painted = _Painted()
    deck.head.title_label.installEventFilter(painted)
    start = time.process_time()
    QTest.keyClick(deck, key)
    while not painted.seen:
        QApplication.processEvents()
    return (time.process_time() - start) * 1000
