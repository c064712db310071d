"""Waiting for the database thread on the window's thread, without the window standing still.

A screen's code is written top to bottom: it asks, and goes on with the answer. Nearly every answer is there within a
few milliseconds, and until then the thread simply waits. Only a late answer is waited for in an event loop, in which
windows are painted and input is held; after a moment a panel says so and lets the person stop waiting.
"""

import time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QThread, QTimerEvent, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.held_input import HeldInput
from posim_desktop.ui.waiting_panel import WaitingPanel

_STILL_SECONDS = 0.04
"""How long the window may stand still for the database before its event loop must have turned."""

_CALM_MS = 150
_SECOND_MS = 1000
_ANSWERED, _SHOWN, _LEFT = 1, 2, 3


class Waiting(QObject):
    """Waits for jobs, one at a time: nobody asks anything while the event loop of a wait runs.

    Attributes:
        is_on: Whether somebody waits in an event loop, so that no screen's code may run.

    Signals:
        ended: The wait in an event loop is over.
    """

    ended = Signal()
    _answered = Signal(object)
    _turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_on = False
        self._spent = 0.0  # stood still since the event loop turned
        self._is_turn_awaited = False
        self._held = HeldInput(self)
        self._job: Job[Any] | None = None
        self._loop: QEventLoop | None = None
        self._panel: WaitingPanel | None = None
        self._since = 0.0
        self._timer_id = 0
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._turned.connect(self._on_turned, Qt.ConnectionType.QueuedConnection)

    def wait(self, job: Job[Any]) -> bool:
        """Wait until a job is answered; False when the person stopped waiting."""
        if job.wait(0):
            return True
        if QThread.currentThread().loopLevel() == 0:
            # Before the program runs, and in most tests: there is no loop that could stand still.
            return job.wait()
        return self._stand_still(job) or self._turn_until_answered(job)

    def ring(self, job: Job[Any]) -> None:
        """Tell the wait for a job that it is answered; called in the database thread."""
        if job is self._job and isValid(self):
            self._answered.emit(job)

    def _stand_still(self, job: Job[Any]) -> bool:
        begun = time.monotonic()
        answered = job.wait(max(0.0, _STILL_SECONDS - self._spent))
        self._spent += time.monotonic() - begun
        if not self._is_turn_awaited:
            self._is_turn_awaited = True
            self._turned.emit()
        return answered

    def _on_turned(self) -> None:
        self._is_turn_awaited = False
        self._spent = 0.0

    def _turn_until_answered(self, job: Job[Any]) -> bool:
        self._job, self._loop, self._since = job, QEventLoop(), time.monotonic()
        self.is_on = True
        self._held.hold()
        self._timer_id = self.startTimer(_CALM_MS, Qt.TimerType.PreciseTimer)
        try:
            if job.wait(0):  # answered before the thread was told to ring
                return True
            # Input stays in Qt's own queue as long as nothing can be clicked.
            reason = self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            if reason == _SHOWN and not job.wait(0):
                reason = self._loop.exec()
            return reason == _ANSWERED or job.wait(0)
        finally:
            self.killTimer(self._timer_id)
            self._job = self._loop = None
            self._hide_panel()
            self.is_on = False
            self._held.let_go()
            self.ended.emit()

    def _on_answered(self, job: Job[Any]) -> None:
        if self._loop is not None and job is self._job:
            self._loop.exit(_ANSWERED)

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        seconds = int(time.monotonic() - self._since)
        if self._panel is not None:
            if isValid(self._panel):
                self._panel.show_seconds(seconds)
            return
        self.killTimer(self._timer_id)
        self._timer_id = self.startTimer(_SECOND_MS)
        window = _window()
        if window is not None and self._loop is not None:
            self._panel = WaitingPanel(window)
            self._panel.stop_button.clicked.connect(self._on_stop_button_clicked)
            self._panel.show_seconds(seconds)
            self._held.let_pass(self._panel)
            self._loop.exit(_SHOWN)

    def _on_stop_button_clicked(self) -> None:
        if self._loop is not None:
            self._loop.exit(_LEFT)

    def _hide_panel(self) -> None:
        panel, self._panel = self._panel, None
        if panel is not None and isValid(panel):
            panel.hide()
            panel.deleteLater()


def _window() -> QWidget | None:
    """Return the window that the person looks at."""
    if not isinstance(QCoreApplication.instance(), QApplication):
        return None
    shown = QApplication.activeModalWidget() or QApplication.activeWindow()
    return shown or next((window for window in QApplication.topLevelWidgets() if window.isVisible()), None)
