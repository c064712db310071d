"""What nobody foresaw is logged, shown and can be copied; trouble is said in its own words."""

import faulthandler
import json
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.domain.errors import TroubleError
from posim_desktop.log_file import log, start_log
from posim_desktop.tour import hands
from posim_desktop.ui.crash import CrashWatch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[CrashWatch]:
    known = list(log.handlers)
    yield CrashWatch(start_log(tmp_path / "logs"))
    for handler in [handler for handler in log.handlers if handler not in known]:
        handler.close()
        log.removeHandler(handler)


def _raise(watch: CrashWatch, error: Exception) -> None:
    try:
        raise error
    except type(error):
        kind, caught, trace = sys.exc_info()
        assert kind is not None
        assert caught is not None
        watch.on_exception(kind, caught, trace)


def _logged(tmp_path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (tmp_path / "logs" / "posim.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.usefixtures("qapp")
def test_a_mistake_is_logged_and_shown_once(watch: CrashWatch, tmp_path: Path) -> None:
    _raise(watch, ValueError("Ünforeseen"))
    _raise(watch, ValueError("another"))

    dialog = hands.dialog("Something went wrong")
    hands.press(dialog, "Copy")
    copied = QApplication.clipboard().text()
    assert "ValueError: Ünforeseen" in copied
    assert "posim-desktop" in copied
    hands.press(dialog, "Close")
    assert not dialog.isVisible()
    lines = _logged(tmp_path)
    assert [line["level"] for line in lines] == ["ERROR", "ERROR"]
    assert "ValueError: another" in lines[1]["trace"]


def test_trouble_is_said_over_the_window_that_met_it(qtbot: QtBot, watch: CrashWatch, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    hands.settle()

    _raise(watch, TroubleError("The database cannot be read just now."))

    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "The database cannot be read just now."
    assert _logged(tmp_path)[0]["level"] == "WARNING"


@pytest.mark.qt_no_exception_capture
@pytest.mark.no_qt_log
def test_the_hooks_take_over(watch: CrashWatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before = qInstallMessageHandler(None)
    watch.install()
    try:
        qWarning("a word from Qt")
        assert sys.excepthook == watch.on_exception
    finally:
        watch.remove()
        qInstallMessageHandler(before)
        faulthandler.enable(2)
    assert (tmp_path / "logs" / "posim.faults").is_file()
    assert _logged(tmp_path)[-1]["message"] == "Qt: a word from Qt"
    assert logging.getLevelName(log.level) == "INFO"
