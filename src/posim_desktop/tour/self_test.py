"""Proves that the installed program works on this computer, on a temporary shop.

A sale with a backorder goes through the real windows, is posted, printed and verified; the report says how each step
went. Serves the guide's page on installing.
"""

import os
import sqlite3
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import sqlalchemy as sa
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QMessageLogContext, QSize, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from posim_desktop.app import OpenShop, open_client, open_shop
from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.orm import Invoice
from posim_desktop.orm.base import REVISION
from posim_desktop.printing.pdf_sheets import sheets_of
from posim_desktop.printing.sales.invoice import invoice_pages
from posim_desktop.printing.sales.receipt import receipt
from posim_desktop.queries.sales import processed_invoices
from posim_desktop.queries.shop import preferences
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.services.exchange import demo
from posim_desktop.services.transaction import utc_now
from posim_desktop.settings import APP_NAME, Settings, program_version, sqlite_url
from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER, GONE, PLENTY
from posim_desktop.tour.door import log_in
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.paper_writing import WRITING

_SIZE = QSize(1366, 768)
_MANAGER = "kim"
_LAST_POSTED = sa.select(Invoice.id).where(Invoice.number.is_not(None)).order_by(Invoice.number.desc()).limit(1)


class WrongError(Exception):
    """A step did something, but not what it should."""


@dataclass
class CheckStep:
    """How one step went; ``said`` is what it found, or what went wrong."""

    name: str
    ok: bool
    milliseconds: int
    said: str


@dataclass
class Report:
    """What the self-test found out, ready for JSON."""

    program: str
    python: str
    qt: str
    sqlite: str
    platform: str
    at: str
    ok: bool = False
    steps: list[CheckStep] = field(default_factory=list)
    qt_said: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, object]:
        """Give the report as plain values."""
        return asdict(self)


def self_test(screenshot: Path | None = None) -> Report:
    """Run every step up to the first that fails.

    Args:
        screenshot: Where to keep a picture of the Sales Client with the posted sale; None for no picture.
    """
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QCoreApplication.instance() or QApplication([APP_NAME])
    if not isinstance(application, QApplication):
        raise TypeError("the self-test needs an application with windows")
    report = Report(
        program=program_version(),
        python=sys.version.split()[0],
        qt=pyside_version,
        sqlite=sqlite3.sqlite_version,
        platform=f"{sys.platform} {application.platformName()}",
        at=datetime.now(UTC).isoformat(timespec="seconds"),
    )

    def hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        report.qt_said.append(message)

    before = qInstallMessageHandler(hear)
    apply_style(application, dark=False)
    # Windows keeps a database file until the last handle on it is gone; what is left is a temporary folder.
    with TemporaryDirectory(prefix="posim-self-test-", ignore_cleanup_errors=True) as folder:
        trial = _Trial(Path(folder), screenshot)
        try:
            report.ok = _carry_out(trial.steps(), report.steps)
        finally:
            trial.close()
            qInstallMessageHandler(before)
    return report


def _carry_out(steps: Sequence[tuple[str, Callable[[], str]]], done: list[CheckStep]) -> bool:
    for name, act in steps:
        began = perf_counter()
        try:
            said, ok = act(), True
        except Exception as error:  # noqa: BLE001 - whatever it is, the report is there to say it
            said, ok = f"{error!r}\n{traceback.format_exc()}", False
        done.append(CheckStep(name, ok, round((perf_counter() - began) * 1000), said))
        if not ok:
            return False
    return True


class _Trial:
    """A shop that is made, worked and thrown away."""

    def __init__(self, folder: Path, screenshot: Path | None) -> None:
        self.settings = Settings(sqlite_url(folder / "self-test.sqlite"), folder, demo.WORKSTATION)
        self.screenshot = screenshot
        self._shop: OpenShop | None = None
        self._clients: list[Client] = []
        self._posted = ""

    def steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        return (
            ("A new database is made", self.make_database),
            ("Goods and people are put on file", self.make_shop),
            ("Somebody logs in at the Sales Client", lambda: self.open_client("sales")),
            ("A sale with a backorder is posted", self.sell),
            ("The invoice prints as receipt and as PDF", self.print_invoice),
            ("The Inventory Client opens", lambda: self.open_client("inventory")),
            ("The backorder is in its deck", self.look_at_backorder),
            ("The records agree", self.verify),
        )

    @property
    def shop(self) -> OpenShop:
        if self._shop is None:
            raise WrongError("no shop is open")
        return self._shop

    def make_database(self) -> str:
        self._shop = open_shop(self.settings)
        return f"revision {REVISION}"

    def make_shop(self) -> str:
        engine = open_engine(self.settings.database_url)
        try:
            demo.make(engine, utc_now())
        finally:
            engine.dispose()
        return "the demo shop"

    def open_client(self, name: str) -> str:
        client = open_client(self.shop, name)
        self._clients.append(client)
        client.resize(_SIZE)
        client.activateWindow()
        hands.wait_for(client.isVisible, "the window")
        if self.shop.operations.logged_in is None:
            log_in(_MANAGER)
        if client.grab().isNull():
            raise WrongError("the window cannot be painted")
        if client.menuBar().font().family() != QApplication.font().family():
            raise WrongError(f"the menus are written in {client.menuBar().font().family()}")
        return client.windowTitle()

    def sell(self) -> str:
        client = self._clients[0]
        hands.press(client, "Invoice")
        till = _front(client)
        _enter(till, "Item", f"2*{PLENTY}")
        _enter(till, "Customer", CUSTOMER)
        _enter(till, "Item", GONE)
        hands.press(hands.dialog("Out of Stock"), "Back Order")
        hands.press(till, "Pay")
        hands.fill(till, "Amount", "20")
        hands.press(till, "Cash")
        hands.press(till, "Post")
        hands.button(till, "New Sale")  # it is there once the sale is posted
        if self.screenshot is not None and not client.grab().save(str(self.screenshot)):
            raise WrongError(f"the picture {self.screenshot} cannot be written")
        return f"2 × {PLENTY} sold, {GONE} back-ordered for {CUSTOMER}"

    def print_invoice(self) -> str:
        with self.shop.engine.connect() as connection:
            invoice = processed_invoices.processed(connection, connection.execute(_LAST_POSTED).scalar_one())
            shop = preferences.load(connection)
        if invoice is None:
            raise WrongError("nothing was posted")
        self._posted = f"Invoice {invoice.number}"
        job = receipt(invoice, shop, WRITING).content
        for wanted in (self._posted, CUSTOMER, f"{{B{invoice_code(invoice.id)}"):
            if wanted.encode("ascii") not in job:
                raise WrongError(f"the receipt does not say {wanted!r}")
        paper = invoice_pages(invoice, shop, WRITING).pdf()
        if sheets_of(paper).count != 1:
            raise WrongError("the PDF is none, or no process of the program decodes it")
        return f"{self._posted}: {len(job)} bytes of ESC/POS, {len(paper)} bytes of PDF"

    def look_at_backorder(self) -> str:
        client = self._clients[-1]
        hands.menu(client, "Lists", "Backorders")
        deck = _front(client)
        hands.tab(deck, "All")
        hands.press(deck, "Last")
        hands.wait_for(lambda: self._posted in hands.words_on(deck), f"the backorder of {self._posted}")
        return f"the last card comes from {self._posted}"

    def verify(self) -> str:
        with snapshot(self.shop.engine) as connection:
            wrong = verify(connection)
        if wrong:
            raise WrongError("; ".join(map(str, wrong)))
        return "nothing is wrong"

    def close(self) -> None:
        for client in self._clients:
            client.close()
            client.deleteLater()
        hands.settle()
        if self._shop is not None:
            with suppress(sa.exc.SQLAlchemyError):
                self._shop.close()


def _front(client: Client) -> QWidget:
    screen = client.tabs.screen_at(client.tabs.front())
    if screen is None:
        raise WrongError("no screen opened")
    return screen


def _enter(till: QWidget, field_name: str, typed: str) -> None:
    hands.fill(till, field_name, typed)
    QTest.keyClick(hands.field(till, field_name), Qt.Key.Key_Return)
    hands.settle()
