"""Whatever the database does, the till's window goes on; what is typed and scanned meanwhile is not lost.

These are the only tests that look at a clock: the longest time for which the event loop did not turn. The outages are
short here. To see the long ones, give their lengths in seconds (and pytest's ``-s`` to see what was measured)::

    POSIM_TEST_LOCKED_SECONDS=30 POSIM_TEST_STOPPED_SECONDS=30 POSIM_TEST_SILENT_SECONDS=130 \
        pytest -s tests/workflows/test_the_window_never_waits.py
"""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSettings, Qt, QTimerEvent
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QMessageBox
from typing_extensions import override

from outages import Line, StoppableServer, locked_file, seconds
from posim_desktop.ui.held_input import MESSAGE
from posim_desktop.ui.waiting_panel import WaitingPanel
from posim_desktop.ui.widgets.receipt_printing import use_receipt_printer
from postgres_server import PostgresServer
from workflows.drivers.devices import stuck_device
from workflows.drivers.till import SCANNER_MS, Till, TillShop

LONGEST_GAP = 0.1
SHORT = 0.7
_TICK_MS = 5
_PATIENCE = 30 + max(seconds(what, SHORT) for what in ("LOCKED", "STOPPED", "SILENT"))

Script = Iterator[Callable[[], bool]]


class Cashier(QObject):
    """Works through a script in a running event loop: each step waits for what the one before yielded.

    Attributes:
        longest_gap: The longest time between two turns of the event loop while it was measured, without the time in
            which the machine had other work: the suite may run beside others.
    """

    def __init__(self, shop: TillShop, till: Till) -> None:
        super().__init__()
        self.shop, self.till = shop, till
        self.longest_gap = 0.0
        self.said: list[str] = []
        self._last_turn: tuple[float, float] | None = None
        self._clock_ms = 100_000
        self._loop = QEventLoop()
        self._failure: BaseException | None = None
        self._script: Script = iter(())
        self._until: Callable[[], bool] = lambda: True
        self._patient_until = 0.0

    def works(self, script: Script) -> None:
        """Run a script to its end."""
        self._script, self._patient_until = script, time.monotonic() + _PATIENCE
        self.startTimer(_TICK_MS)  # no QTimer, which would wait with the program's own
        self._loop.exec()
        if self._failure is not None:
            raise self._failure

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        now, passed_over = time.monotonic(), _seconds_passed_over()
        if self._last_turn is not None:
            since, passed_over_by_then = self._last_turn
            self.longest_gap = max(self.longest_gap, now - since - (passed_over - passed_over_by_then))
            self._last_turn = (now, passed_over)
        try:
            if self._until():
                self._until, self._patient_until = next(self._script), now + _PATIENCE
            elif now > self._patient_until:
                told = self.said, self.entry, self.till.lines("Item ID")
                raise TimeoutError(f"what the script waits for never came: {told}")  # noqa: TRY301
        except BaseException as error:  # noqa: BLE001 - raised again by works()
            self._failure = None if isinstance(error, StopIteration) else error
            self.killTimer(event.timerId())
            self._loop.quit()

    def starts_measuring(self) -> None:
        self._last_turn = (time.monotonic(), _seconds_passed_over())

    def stops_measuring(self) -> None:
        self._last_turn = None

    # ---- hands ----

    def keys(self, letters: str) -> None:
        """Press keys as the window system reports them: to the window, a scanner's few milliseconds apart."""
        for letter in letters:
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            self._press(key, letter)
        self._clock_ms += 1000

    def types(self, letters: str) -> None:
        """Press keys as a person does, slower than any scanner."""
        for letter in letters:
            self._clock_ms += 200
            self.keys(letter)

    def presses_escape(self) -> None:
        self._press(Qt.Key.Key_Escape, "")

    def _press(self, key: Qt.Key, text: str) -> None:
        self._clock_ms += SCANNER_MS
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self._clock_ms)
            # Posted, for the script must go on while the program deals with it.
            QCoreApplication.postEvent(self._window, event)

    @property
    def _window(self) -> QWindow:
        window = (QApplication.activeModalWidget() or self.till.client).windowHandle()
        assert window is not None
        return window

    # ---- eyes ----

    def is_asked_to_wait(self) -> bool:
        return any(panel.isVisible() for panel in self.till.client.findChildren(WaitingPanel))

    def message(self) -> QMessageBox | None:
        box = QApplication.activeModalWidget()
        return box if isinstance(box, QMessageBox) and box.objectName() == MESSAGE else None

    def is_told_something(self) -> bool:
        return self.message() is not None

    def closes_messages(self) -> bool:
        """Read a message, if there is one, and press Enter; False when there was none."""
        box = self.message()
        if box is None:
            return False
        self.said.append(box.text())
        box.finished.connect(self.till.client.activateWindow)  # as a desktop does
        self._press(Qt.Key.Key_Return, "\r")
        return True

    def has_lines(self, *codes: str) -> Callable[[], bool]:
        return lambda: self.till.lines("Item ID") == [(code,) for code in codes]

    @property
    def entry(self) -> str:
        return self.till.screen.frame.lines.entry.entry_field.text()

    @property
    def not_taken(self) -> list[str]:
        return [scan.code for scan in self.till.screen.frame.lines.scans_not_taken.scans]

    def has_not_taken(self, kettles: int) -> bool:
        return self.not_taken == ["KETTLE"] * kettles

    def has_entered(self, typed: str) -> Callable[[], bool]:
        return lambda: self.entry == typed


def _seconds_passed_over() -> float:
    """Read how long this thread could have run and the machine ran something else, as far as the machine tells."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text("ascii").split()[1]) / 1e9
    except OSError:
        return 0.0


def _outage(cashier: Cashier, lasts: float, put_right: Callable[[], None]) -> Script:
    """Scan into an outage, work ahead, stay until it is over or stop waiting, and find everything afterwards."""
    begun = time.monotonic()
    cashier.starts_measuring()
    cashier.keys("KETTLE\r")
    yield cashier.is_asked_to_wait
    cashier.keys("LAMP\r")
    cashier.keys("TO")

    def is_over() -> bool:
        cashier.closes_messages()
        return time.monotonic() - begun > lasts

    yield is_over
    cashier.stops_measuring()
    put_right()


def _measured(what: str, cashier: Cashier) -> None:
    sys.stdout.write(f"\n{what}: longest gap of the event loop {cashier.longest_gap * 1000:.0f} ms\n")
    for words in dict.fromkeys(cashier.said):
        sys.stdout.write(f"  said: {words}\n")
    assert cashier.longest_gap < LONGEST_GAP


@pytest.fixture
def opened(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[[str], Cashier]]:
    """Open a till with goods on file and one line rung up."""
    del qapp
    shops: list[TillShop] = []

    def open_till(url: str) -> Cashier:
        shop = TillShop(url, tmp_path)
        shops.append(shop)
        for code in ("KETTLE", "LAMP", "TOASTER", "BOWL"):
            shop.has_item(code, code.title(), on_hand="9")
        till = shop.opens_till()
        till.enter("BOWL")
        return Cashier(shop, till)

    yield open_till
    for shop in shops:
        shop.close()


def _goes_on(cashier: Cashier, *, in_order: bool) -> Script:
    """Find what was scanned and typed during the outage, and scan once more."""
    if in_order:
        yield cashier.has_lines("BOWL", "KETTLE", "LAMP")
        yield cashier.has_entered("TO")
        cashier.types("ASTER\r")
    else:
        calm_since = time.monotonic()

        def is_calm() -> bool:
            nonlocal calm_since
            if cashier.closes_messages() or cashier.is_asked_to_wait():
                calm_since = time.monotonic()
            return time.monotonic() - calm_since > SHORT

        yield is_calm
        cashier.keys("TOASTER\r")
    yield lambda: cashier.till.lines("Item ID")[-1] == ("TOASTER",)


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_locked_file(opened: Callable[[str], Cashier], sqlite_url: str, how: str) -> None:
    cashier = opened(sqlite_url)
    lasts = seconds("LOCKED", SHORT)

    def script() -> Script:
        lock = ExitStack()
        lock.enter_context(locked_file(sqlite_url, how))
        yield from _outage(cashier, lasts, lock.close)
        yield from _goes_on(cashier, in_order=lasts <= SHORT)

    cashier.works(script())
    _measured(f"file locked {how} for {lasts} s", cashier)


def test_a_wait_that_the_cashier_leaves(opened: Callable[[str], Cashier], sqlite_url: str) -> None:
    cashier = opened(sqlite_url)

    def script() -> Script:
        with locked_file(sqlite_url, "IMMEDIATE"):
            cashier.starts_measuring()
            cashier.keys("KETTLE\r")
            yield cashier.is_asked_to_wait
            cashier.keys("LAMP\r")
            cashier.presses_escape()
            cashier.keys("TO")
            yield cashier.is_told_something
            assert cashier.till.lines("Item ID") == [("BOWL",)]
            assert cashier.not_taken == ["KETTLE"], "what was scanned stays in sight"
            cashier.closes_messages()
            yield lambda: cashier.is_asked_to_wait() and not cashier.is_told_something()
            cashier.stops_measuring()
        yield cashier.has_lines("BOWL", "KETTLE", "LAMP")
        yield cashier.has_entered("TO")
        assert cashier.not_taken == [], "it was done after all, and the answer came late"

    cashier.works(script())
    _measured("a wait that was left", cashier)
    assert "cannot tell whether this was done" in cashier.said[0]


@pytest.fixture
def server() -> Iterator[StoppableServer]:
    """Start a server of the test's own."""
    server = StoppableServer()
    try:
        server.start()
        server.make_database()
        yield server
    finally:
        server.stop()
        shutil.rmtree(server.folder, ignore_errors=True)


def test_a_stopped_server(server: StoppableServer, opened: Callable[[str], Cashier]) -> None:
    lasts = seconds("STOPPED", SHORT)
    cashier = opened(server.url)

    def script() -> Script:
        server.stop()
        begun = time.monotonic()
        cashier.starts_measuring()
        scans = 0
        while not scans or time.monotonic() - begun < lasts:
            cashier.keys("KETTLE\r")
            scans += 1
            yield partial(cashier.has_not_taken, scans)
            assert cashier.entry == ""
        cashier.stops_measuring()
        server.start()
        panel = cashier.till.screen.frame.lines.scans_not_taken
        panel.find_requested.emit(panel.scans[0])
        yield cashier.has_lines("BOWL", "KETTLE")
        assert cashier.not_taken == ["KETTLE"] * (scans - 1)

    cashier.works(script())
    _measured(f"server stopped for {lasts} s", cashier)


@pytest.fixture
def line(postgres_server: PostgresServer) -> Iterator[Line]:
    """Put a network between the till and the tests' server."""
    line = Line(postgres_server.folder / ".s.PGSQL.5432")
    yield line
    line.close()


def test_a_silent_network(postgres_url: str, line: Line, opened: Callable[[str], Cashier]) -> None:
    lasts = seconds("SILENT", SHORT)
    parts = sa.make_url(postgres_url).set(host="127.0.0.1", port=line.port, query={})
    cashier = opened(parts.render_as_string(hide_password=False))

    def script() -> Script:
        line.fall_silent()
        yield from _outage(cashier, lasts, line.recover)
        yield from _goes_on(cashier, in_order=lasts <= SHORT)

    cashier.works(script())
    _measured(f"network silent for {lasts} s", cashier)


def test_a_printer_that_takes_nothing(
    opened: Callable[[str], Cashier], sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("posim_desktop.printing.sales.receipt_printer._PATIENCE", SHORT)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    cashier = opened(sqlite_url)

    def script() -> Script:
        cashier.till.pay_and_post()
        cashier.starts_measuring()
        cashier.keys("KETTLE\r")
        yield cashier.has_lines("KETTLE")
        cashier.keys("LAMP\r")
        yield cashier.has_lines("KETTLE", "LAMP")
        yield cashier.till.client.print_jobs_sign.isVisible
        cashier.stops_measuring()

    with stuck_device() as device:
        use_receipt_printer(device)
        try:
            cashier.works(script())
        finally:
            QSettings().clear()
    _measured("a printer that takes nothing", cashier)
    assert cashier.said == []
