"""The window goes on while the database is waited for; nobody acts meanwhile, and nothing that is typed is lost."""

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, Qt, QTimer, QTimerEvent
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from posim_desktop.tour import hands
from posim_desktop.ui.database_thread import DatabaseThread, Job
from posim_desktop.ui.held_input import MESSAGE
from posim_desktop.ui.waiting import Waiting
from posim_desktop.ui.waiting_panel import WaitingPanel


class Meanwhile(QObject):
    """Does something on the window's thread once a condition holds; a QTimer would wait with everybody else."""

    def __init__(self, until: Callable[[], bool], then: Callable[[], object]) -> None:
        super().__init__()
        self._until, self._then = until, then
        self.startTimer(5)

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        if self._until():
            self.killTimer(event.timerId())
            self._then()


class Desk(QWidget):
    """A window with two fields, a button and a shortcut; each act is written down."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[str] = []
        self.first, self.second, self.button = QLineEdit(), QLineEdit(), QPushButton("Ring")
        rows = QVBoxLayout(self)
        for widget in (self.first, self.second, self.button):
            rows.addWidget(widget)
        self.button.clicked.connect(partial(self.acts.append, "button"))
        QShortcut(QKeySequence("F5"), self).activated.connect(partial(self.acts.append, "F5"))
        self.resize(500, 300)

    @property
    def panel(self) -> WaitingPanel | None:
        return self.findChild(WaitingPanel)

    @property
    def is_asked_to_wait(self) -> bool:
        return self.panel is not None and self.panel.isVisible()

    @property
    def handle(self) -> QWindow:
        handle = self.windowHandle()
        assert handle is not None
        return handle


class Counter:
    """A database thread whose jobs end when the test says so, asked from a running event loop."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.thread = DatabaseThread()
        self.waiting = Waiting(desk)
        self.gate = threading.Event()
        self.answers: list[bool] = []
        self._helpers: list[QObject] = []

    def meanwhile(self, until: Callable[[], bool], then: Callable[[], object]) -> None:
        self._helpers.append(Meanwhile(until, then))

    def ask(self) -> None:
        """Ask for something that takes until the gate is open."""
        job = Job(self.gate.wait, self.waiting.ring)
        self.thread.put(job)
        self.answers.append(self.waiting.wait(job))

    def run(self, act: Callable[[], object]) -> None:
        """Do something in an event loop, as the program does, and go on until the desk is still."""
        loop = QEventLoop()

        def act_and_leave() -> None:
            act()
            QTimer.singleShot(0, loop.quit)

        QTimer.singleShot(0, act_and_leave)
        loop.exec()
        for _turn in range(50):
            QApplication.processEvents()


@pytest.fixture
def counter(qtbot: QtBot) -> Iterator[Counter]:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitActive(desk)
    desk.first.setFocus()
    counter = Counter(desk)
    yield counter
    counter.gate.set()
    counter.thread.close(10)


def _type(window: QWindow, words: str) -> None:
    for letter in words:
        QTest.keyClick(window, letter)  # type: ignore[call-overload] # letters are accepted


def test_an_answer_that_comes_soon_turns_no_event_loop(counter: Counter) -> None:
    turned: list[str] = []
    counter.gate.set()

    def ask() -> None:
        counter.meanwhile(lambda: True, lambda: turned.append("turned"))
        QTest.qSleep(10)
        counter.ask()
        assert turned == []

    counter.run(ask)
    assert counter.answers == [True]


def test_what_is_typed_and_clicked_meanwhile_comes_afterwards_in_order(counter: Counter) -> None:
    desk = counter.desk

    def work_ahead() -> None:
        _type(desk.handle, "a")
        QTest.keyClick(desk.handle, Qt.Key.Key_F5)
        QTest.keyClick(desk.handle, Qt.Key.Key_Tab)
        _type(desk.handle, "b")
        QTest.mouseClick(desk.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _middle(desk.button))
        assert (desk.acts, desk.first.text(), desk.second.text()) == ([], "", "")
        counter.gate.set()

    def ask() -> None:
        counter.ask()
        assert (desk.acts, desk.first.text()) == ([], ""), "whoever waited goes on before anything else happens"
        desk.acts.append("answered")

    counter.meanwhile(lambda: desk.is_asked_to_wait, work_ahead)
    counter.run(ask)
    assert (desk.first.text(), desk.second.text()) == ("a", "b")
    assert desk.acts == ["answered", "F5", "button"]


def test_what_is_typed_goes_to_whatever_has_the_focus_afterwards(counter: Counter) -> None:
    desk = counter.desk

    def work_ahead() -> None:
        _type(desk.handle, "12")
        counter.gate.set()

    def ask() -> None:
        counter.ask()
        desk.second.setFocus()

    counter.meanwhile(lambda: desk.is_asked_to_wait, work_ahead)
    counter.run(ask)
    assert (desk.first.text(), desk.second.text()) == ("", "12")


def test_what_is_typed_meanwhile_is_not_for_the_message_about_it(counter: Counter) -> None:
    desk = counter.desk
    boxes: list[QMessageBox] = []

    def work_ahead() -> None:
        _type(desk.handle, "7")
        QTest.keyClick(desk.handle, Qt.Key.Key_Return)
        counter.gate.set()

    def ask() -> None:
        counter.ask()
        box = QMessageBox(QMessageBox.Icon.Warning, "Desk", "It is not known.", parent=desk)
        box.setObjectName(MESSAGE)
        box.open()
        boxes.append(box)

    counter.meanwhile(lambda: desk.is_asked_to_wait, work_ahead)
    counter.run(ask)
    assert boxes[0].isVisible()
    assert desk.first.text() == ""
    QTest.keyClick(boxes[0], Qt.Key.Key_Return)
    hands.wait_for(lambda: desk.first.text() == "7", "what was typed")
    assert not boxes[0].isVisible()
    assert desk.first.text() == "7"


@pytest.mark.parametrize("by", ["Esc", "button"])
def test_the_person_can_stop_waiting(counter: Counter, by: str) -> None:
    desk = counter.desk

    def leave() -> None:
        panel = desk.panel
        assert panel is not None
        assert panel.accessibleName() == "Waiting for the database…"
        assert QApplication.focusWidget() is desk.first
        _type(desk.handle, "x")
        if by == "Esc":
            QTest.keyClick(desk.handle, Qt.Key.Key_Escape)
        else:
            place = _middle(panel.stop_button)
            QTest.mouseClick(desk.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    counter.meanwhile(lambda: desk.is_asked_to_wait, leave)
    counter.run(counter.ask)
    assert counter.answers == [False]
    assert desk.first.text() == "x"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert desk.panel is None


def test_the_programs_timers_ring_after_the_wait(counter: Counter, qtbot: QtBot) -> None:
    desk = counter.desk
    once, often = QTimer(desk, singleShot=True, interval=0), QTimer(desk, interval=3)
    once.timeout.connect(partial(desk.acts.append, "once"))
    often.timeout.connect(partial(desk.acts.append, "often"))

    def look() -> None:
        assert desk.acts == []
        counter.gate.set()

    def ask() -> None:
        once.start()
        often.start()
        counter.ask()
        assert desk.acts == []
        assert once.isActive()

    counter.meanwhile(lambda: desk.is_asked_to_wait, look)
    counter.run(ask)
    qtbot.waitUntil(lambda: {"once", "often"} <= set(desk.acts))
    often.stop()
    assert desk.acts.count("once") == 1


_LONG_MS = 3_600_000


def _time_is_up(timer: QTimer) -> None:
    QCoreApplication.sendEvent(timer, QTimerEvent(timer.timerId()))


@pytest.mark.parametrize("is_once", [True, False])
def test_a_timer_whose_time_is_up_meanwhile_rings_right_afterwards(
    counter: Counter, qtbot: QtBot, *, is_once: bool
) -> None:
    desk = counter.desk
    timer = QTimer(desk, singleShot=is_once, interval=_LONG_MS)
    timer.timeout.connect(partial(desk.acts.append, "rung"))

    def look() -> None:
        _time_is_up(timer)
        assert desk.acts == []
        counter.gate.set()

    timer.start()
    counter.meanwhile(lambda: desk.is_asked_to_wait, look)
    counter.run(counter.ask)
    qtbot.waitUntil(lambda: desk.acts == ["rung"])
    assert timer.isActive() is not is_once


def test_a_timer_that_is_begun_anew_meanwhile_has_its_whole_time(counter: Counter) -> None:
    desk = counter.desk
    timer = QTimer(desk, singleShot=True, interval=_LONG_MS)
    timer.timeout.connect(partial(desk.acts.append, "rung"))

    def look() -> None:
        _time_is_up(timer)
        timer.start()
        counter.gate.set()

    timer.start()
    counter.meanwhile(lambda: desk.is_asked_to_wait, look)
    counter.run(counter.ask)
    assert desk.acts == []
    assert timer.isActive()


def test_a_timer_that_a_held_key_begins_anew_does_not_ring(counter: Counter) -> None:
    """Who works while the database is waited for is not locked out by the wait."""
    desk = counter.desk
    timer = QTimer(desk, singleShot=True, interval=_LONG_MS)
    timer.timeout.connect(partial(desk.acts.append, "rung"))
    desk.first.textEdited.connect(lambda _text: timer.start())

    def look() -> None:
        _time_is_up(timer)
        _type(desk.handle, "a")
        counter.gate.set()

    timer.start()
    counter.meanwhile(lambda: desk.is_asked_to_wait, look)
    counter.run(counter.ask)
    assert (desk.first.text(), desk.acts) == ("a", [])
    assert timer.isActive()


def test_qts_own_timers_ring_during_the_wait(counter: Counter) -> None:
    """X11 tells which window is active by such a timer; held, and rung later, it would say that none is."""
    desk = counter.desk
    progress = QProgressDialog(desk)
    progress.cancel()  # its timer then does nothing
    timer = progress.findChild(QTimer)
    assert timer is not None
    timer.timeout.connect(partial(desk.acts.append, "Qt"))
    rung_meanwhile: list[bool] = []
    still_active: list[bool] = []

    def look() -> None:
        rung_meanwhile.append("Qt" in desk.acts)
        timer.stop()
        counter.gate.set()

    def ask() -> None:
        timer.start(0)
        counter.ask()
        still_active.append(timer.isActive())
        timer.stop()

    counter.meanwhile(lambda: desk.is_asked_to_wait, look)
    counter.run(ask)
    assert rung_meanwhile == [True]
    assert still_active == [False], "who has stopped it wants it stopped"


def test_a_window_that_is_closed_meanwhile_closes_afterwards(counter: Counter) -> None:
    desk = counter.desk

    def close() -> None:
        QCoreApplication.sendEvent(desk.handle, QCloseEvent())
        counter.gate.set()

    def ask() -> None:
        counter.ask()
        assert desk.isVisible()

    counter.meanwhile(lambda: desk.is_asked_to_wait, close)
    counter.run(ask)
    assert not desk.isVisible()


def test_without_an_event_loop_the_answer_is_simply_waited_for(counter: Counter) -> None:
    threading.Timer(0.1, counter.gate.set).start()
    counter.ask()
    assert counter.answers == [True]
    assert counter.desk.panel is None


def test_a_panel_in_a_small_window_stays_inside_it(counter: Counter) -> None:
    desk = counter.desk
    desk.button.hide()
    seen: list[tuple[int, int]] = []

    def look() -> None:
        panel = desk.panel
        assert panel is not None
        desk.resize(160, 120)
        QCoreApplication.processEvents()
        seen.append((panel.x(), panel.geometry().right()))
        counter.gate.set()

    counter.meanwhile(lambda: desk.is_asked_to_wait, look)
    counter.run(counter.ask)
    assert seen[0][0] >= 0
    assert seen[0][1] < desk.width()


def _middle(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())
