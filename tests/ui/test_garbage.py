"""Garbage is taken out in the window's thread, whoever made it."""

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from posim_desktop.ui.database_thread import DatabaseThread, Job
from posim_desktop.ui.garbage import GarbageWatch
from posim_desktop.ui.waiting import Waiting


class _Held:
    """Something that holds itself and an object of Qt, and says in which thread it ends."""

    ended_in: ClassVar[list[int]] = []
    ended: ClassVar[threading.Event] = threading.Event()

    def __init__(self) -> None:
        self.itself = self
        self.of_qt = QObject()

    def __del__(self) -> None:
        self.ended_in.append(threading.get_ident())
        self.ended.set()


@pytest.fixture
def watch(qapp: QObject) -> Iterator[GarbageWatch]:
    """Give the watch in a program that does not look by itself."""
    _Held.ended_in.clear()
    _Held.ended.clear()
    gc.collect()
    gc.disable()
    watch = GarbageWatch(qapp)
    yield watch
    watch.deleteLater()
    gc.enable()


def test_what_the_window_lost_is_taken_out_by_its_own_thread(qtbot: QtBot, watch: GarbageWatch) -> None:
    of_qt = _Held().of_qt
    thread = DatabaseThread()
    much = Job(lambda: [[number] for number in range(2 * gc.get_threshold()[0])])
    thread.put(much)
    assert much.wait(10)
    assert _Held.ended_in == []  # the other thread made enough for Python to look, had it been left to it
    qtbot.waitUntil(lambda: _Held.ended_in == [threading.get_ident()])
    assert isValid(of_qt)  # it is held here; only what held it is gone
    thread.close(10)
    assert watch.parent() is not None


def test_what_another_thread_made_is_taken_out_too(qtbot: QtBot, watch: GarbageWatch) -> None:
    thread = DatabaseThread()
    lost = Job(lambda: [_Held().itself for _ in range(gc.get_threshold()[0])] and None)
    thread.put(lost)
    assert lost.wait(10)
    qtbot.waitUntil(lambda: _Held.ended_in != [])
    assert set(_Held.ended_in) == {threading.get_ident()}
    thread.close(10)
    assert watch.parent() is not None


def test_a_long_job_s_garbage_is_taken_out_while_it_is_waited_for(watch: GarbageWatch) -> None:
    thread, waiting, loop = DatabaseThread(), Waiting(watch), QEventLoop()

    def make_and_see_it_go() -> bool:
        made = [_Held().itself for _ in range(2 * gc.get_threshold()[0])]
        made.clear()
        return _Held.ended.wait(10)

    job = Job(make_and_see_it_go, waiting.ring)

    def ask() -> None:
        thread.put(job)
        waiting.wait(job)
        QTimer.singleShot(0, loop.quit)

    QTimer.singleShot(0, ask)
    loop.exec()
    assert job.answer()
    assert set(_Held.ended_in) == {threading.get_ident()}
    thread.close(10)
