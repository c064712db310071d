"""Whatever a shop does in whatever order: every rule holds after every step, and the figures are the expected ones.

Say POSIM_EXAMPLES=500 to try longer than the suite does.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import initialize, run_state_machine_as_test

from posim_desktop.settings import sqlite_url as url_of_file
from stateful.day_side import DaySide
from stateful.filling_side import FillingSide
from stateful.machine import OpenShop
from stateful.money_side import MoneySide
from stateful.picking_side import PickingSide
from stateful.receiving_side import ReceivingSide
from stateful.special_side import SpecialSide
from stateful.stock_side import StockSide
from stateful.wishing_side import WishingSide

if TYPE_CHECKING:
    from postgres_server import PostgresServer
    from reused_database import ReusedDatabase

EXAMPLES = int(os.environ.get("POSIM_EXAMPLES", "12"))
STEPS = 40


@pytest.fixture(params=["sqlite", "postgresql"])
def open_shop(request: pytest.FixtureRequest, tmp_path: Path) -> OpenShop:
    """Give a fresh shop for every example: a copied file, or an emptied database."""

    @contextmanager
    def sqlite() -> Iterator[str]:
        file = tmp_path / f"{uuid4()}.sqlite"
        shutil.copyfile(template, file)
        yield url_of_file(file)
        file.unlink()

    @contextmanager
    def postgresql() -> Iterator[str]:
        yield server.url(reused.as_new())

    if request.param == "sqlite":
        template = str(request.getfixturevalue("sqlite_template"))
        return sqlite
    server: PostgresServer = request.getfixturevalue("postgres_server")
    reused: ReusedDatabase = request.getfixturevalue("postgres_shop")
    return postgresql


class Shop(DaySide, SpecialSide, WishingSide, MoneySide, ReceivingSide, FillingSide, PickingSide, StockSide):
    """The whole shop, on a day that has begun: sold, promised, ordered, half of it come and set aside, one parked."""

    @initialize()
    def opens(self) -> None:
        self.stocks_up()
        self.ring_up(0, [("kettle", 1000, "S", False), ("kettle", 2000, "B", False), ("cloth", 1500, "B", False)])
        self.post_for(0, "exact")
        self.write_order(0, [("kettle", 3000), ("cloth", 2000)], new=True)
        self.send_order(0, "oldest")
        self.start_log(0, free=False, counting=False)
        self.correct_count(0, 0, 1000)  # of two kettles for Kim one came; her cloth came, and some for the shelf
        self.post_log(0, "proposed")
        self.pay_ahead(0, 2400, for_goods=True)  # for Kim's kettles
        parked = [("cloth", 500, "S", False), ("kettle", 1000, "S", True), ("stamp", 1000, "B", False)]
        self.ring_up(1, [*parked, ("kettle", 500, "B", False)])  # of which the order brings some for nobody


def test_the_whole_shop(open_shop: OpenShop) -> None:
    class Here(Shop):
        def __init__(self) -> None:
            super().__init__(open_shop)

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
