"""Guide: "Parked invoices". A till that dies in the middle of a sale loses nothing that was on its screen."""

import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workflows.drivers.till import Till, TillShop

# The same window in a process of its own, which kills itself without a goodbye after the second line.
_DYING_TILL = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from posim_desktop.app import open_shop
from posim_desktop.domain.people.permissions import EVERYTHING
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.clients.sales_client import SALES
from posim_desktop.ui.operations import LoggedIn
from workflows.drivers.till import till_of

application = QApplication([])
shop = open_shop(Settings(sys.argv[1], Path(sys.argv[2]), "till 1"))
shop.operations.log_in(LoggedIn(int(sys.argv[3]), "Sam", "Owner", EVERYTHING))
client = Client(shop.operations, SALES, "test shop")
client.show()
till = till_of(client)
till.enter("2*kettle")
till.enter("mug")
till.write(1, "Discount", "10%")
till.choose_customer("lee")
assert len(till.lines("Item ID")) == 2
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    yield shop
    shop.close()


def test_a_killed_till_finds_its_invoice_again(shop: TillShop, database_url: str, tmp_path: Path) -> None:
    shop.has_item("KETTLE", "Enamel kettle", on_hand="5")
    shop.has_item("MUG", "Mug, red", on_hand="5", price="2.50")
    shop.has_customer("LEE", "Lee Harper")
    root = Path(__file__).parents[2]
    paths = os.pathsep.join((str(root / "src"), str(root / "tests")))
    command = [sys.executable, "-c", _DYING_TILL, database_url, str(tmp_path), str(shop.employee_id)]
    died = subprocess.run(command, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False)
    assert died.returncode == -9, died.stderr

    till: Till = shop.opens_till()
    assert any("left open at this workstation" in words for words in till.words())
    till.press("Recall")
    assert till.lines("Item ID", "Qty", "Discount") == [("KETTLE", "2", ""), ("MUG", "1", "10%")]
    assert till.has_button("Lee Harper")
    till.pay_and_post()
    assert shop.invoices() == [("processed", 1, Decimal("50.25"))]
