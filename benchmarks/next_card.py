"""The next card of the Backorders deck, at 10,000 and at 1,000,000 backorders, against one indexed SELECT by hand."""

import random
import time
from statistics import median

from benchmarks.backlog import DATABASES, empty_shop, fill, plain
from benchmarks.by_hand import ByHand
from posim_desktop.queries import deck
from posim_desktop.queries.backorders.backorders import DECK
from posim_desktop.queries.deck import EVERYTHING, Step
from posim_desktop.services.database import open_engine

FEW, MANY = 10_000, 1_000_000
STEPS = 400


def measure() -> list[tuple[str, float, float, str]]:
    """Return rows of (what, milliseconds on the wall, ratio, bar)."""
    rows = []
    for name in DATABASES:
        few, _ = _medians(name, FEW)
        many, floor = _medians(name, MANY)
        rows += [
            (f"next card of 1,000,000 backorders, {name}", many, many / floor, "≤ 3.0×"),
            (f"the same against 10,000 backorders, {name}", many, many / few, "≤ 1.5×"),
        ]
    return rows


def _medians(name: str, backorders: int) -> tuple[float, float]:
    chance = random.Random(1)  # noqa: S311 - repeatable, not secret
    ours, floor = [], []
    with empty_shop(name) as url:
        fill(url, vendors=200, items=5_000, backorders=backorders)
        engine = open_engine(url)
        with engine.connect() as connection, plain(url) as by_hand:
            hand = ByHand(by_hand)
            for _ in range(STEPS):
                here = chance.randint(1, backorders - 1)
                start = time.perf_counter()
                found = deck.neighbor(connection, DECK, EVERYTHING, DECK.first_order, here, Step.NEXT)
                ours.append(time.perf_counter() - start)
                start = time.perf_counter()
                by_number = "SELECT id FROM backorders WHERE (number, id) > (?, ?) ORDER BY number, id LIMIT 1"
                expected = hand.run(by_number, here, here).fetchone()
                floor.append(time.perf_counter() - start)
                assert found == expected[0]
        engine.dispose()
    return median(ours) * 1000, median(floor) * 1000
