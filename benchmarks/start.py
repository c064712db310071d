"""A start, in whole processes: until the log-in screen is painted, and until a scan is painted at the till.

The floors are a process that shows a bare window, and one that then imports SQLAlchemy. All four take turns, each from
compiled files, and the clock of the wall runs from the moment the process is asked for until it says that it is there.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import sqlalchemy as sa

from benchmarks.backlog import empty_shop

ROUNDS = 15
_WINDOW = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, painted)

def painted():
    {then}
    os.write(1, b"there\\n")
    os._exit(0)

application = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
application.exec()
"""
_STARTED = str(Path(__file__).with_name("started.py"))
_PROCESSES = {
    "bare window": ("-c", _WINDOW.format(then="pass")),
    "bare window and SQLAlchemy": ("-c", _WINDOW.format(then="import sqlalchemy")),
    "log-in": (_STARTED, "log-in"),
    "scan": (_STARTED, "scan"),
}


def measure() -> list[tuple[str, float, float, str]]:
    """Return rows of (what, milliseconds, ratio to its floor, bar)."""
    taken: dict[str, list[float]] = {name: [] for name in _PROCESSES}
    with tempfile.TemporaryDirectory() as home, empty_shop("SQLite") as url:
        environment = _environment(Path(home))
        stored = Path(environment["XDG_DATA_HOME"], "posim-desktop", "shop.sqlite")
        stored.parent.mkdir(parents=True)
        shutil.copyfile(sa.make_url(url).database or "", stored)
        for arguments in _PROCESSES.values():
            _milliseconds(arguments, environment)  # compiles what it imports
        for _round in range(ROUNDS):
            for name, arguments in _PROCESSES.items():
                taken[name].append(_milliseconds(arguments, environment))
        _no_errors(Path(environment["XDG_DATA_HOME"]))
    middle = {name: median(times) for name, times in taken.items()}
    return [
        ("start to log-in painted", middle["log-in"], middle["log-in"] / middle["bare window"], "≤ 1.5×"),
        ("start to scan painted", middle["scan"], middle["scan"] / middle["bare window and SQLAlchemy"], "≤ 2.0×"),
    ]


def _environment(home: Path) -> dict[str, str]:
    """Describe a user of the program as delivered: compiled, with the shop where it is looked for."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "POSIM"))}
    own = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    return kept | own | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(home / "compiled")}


def _no_errors(folder: Path) -> None:
    """Check that no start showed an error, which would have been timed along with it."""
    errors = [line for log in folder.rglob("posim.jsonl") for line in log.open() if '"level": "ERROR"' in line]
    assert not errors, errors[0]


def _milliseconds(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    with subprocess.Popen(
        (sys.executable, *arguments), env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        taken = time.perf_counter() - begun
    assert said == b"there\n", said
    return taken * 1000
