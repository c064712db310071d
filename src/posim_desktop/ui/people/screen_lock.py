"""Locks the program when nobody worked at it for a while, or at once. Serves the guide's page "Log in".

All windows are covered and one log-in lies before them. Nothing below is closed or changed: open dialogs, half-typed
fields and the invoice are there again when somebody has logged in.
"""

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.queries.people import log_in as who
from posim_desktop.queries.people.log_in import EmployeeToLogIn
from posim_desktop.services.people import pins
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.people.admission import Admission
from posim_desktop.ui.people.cover import Cover
from posim_desktop.ui.people.log_in import LogInDialog
from posim_desktop.ui.refusals import words_of_trouble

LOCK_KEYS = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F9)
_MINUTE_MS = 60_000
_Kind = QEvent.Type
_WORK = frozenset({_Kind.KeyPress, _Kind.MouseButtonPress, _Kind.MouseButtonDblClick, _Kind.Wheel, _Kind.TouchBegin})
_TO_THE_FRONT = frozenset({_Kind.Show, _Kind.WindowActivate})
_PASSING = frozenset({Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen, Qt.WindowType.Desktop})


class ScreenLock(QObject):
    """One for a program: all its clients lock together.

    Attributes:
        shop: What the shop decided about it.
        idle_timer: Runs while nobody presses a key or clicks.

    Signals:
        locking(): The windows are about to be covered; a question who works here gives way.
    """

    locking = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.shop = ShopPreferences()
        self._operations = operations
        self._clients: list[QMainWindow] = []
        self._dialog: LogInDialog | None = None
        self._covers: list[Cover] = []
        self._left: QWidget | None = None
        self.idle_timer = QTimer(self, singleShot=True)
        self.idle_timer.setObjectName("idle_timer")
        self.idle_timer.timeout.connect(self._on_idle_timer_timeout)
        operations.logged_in_changed.connect(self._on_logged_in_changed)
        application = QCoreApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_focus_window_changed)

    def guard(self, client: QMainWindow) -> None:
        """Lock a client with the others from now on."""
        self._clients.append(client)

    def follow(self, shop: ShopPreferences) -> None:
        """Take over what the shop decided."""
        self.shop = shop
        self._wait_again()

    @property
    def is_locked(self) -> bool:
        """Whether a PIN is needed to see anything."""
        return self._dialog is not None

    def lock(self) -> None:
        """Cover every window until somebody types their PIN; nothing happens while nobody works here."""
        client, employee = self._client(), self._operations.logged_in
        if self.is_locked or client is None or employee is None:
            return
        self.locking.emit()
        self.idle_timer.stop()
        self._left = QApplication.activeWindow()
        _close_popups()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._cover(window)
        self._operations.begin(partial(pins.lock, employee_id=employee.employee_id), Attempt(), _when_noted)
        self._ask_before(client)

    def _client(self) -> QMainWindow | None:
        """Return the client in front, or another one that is on the screen."""
        self._clients = [client for client in self._clients if isValid(client)]
        shown = [client for client in self._clients if client.isVisible()]
        active = [client for client in shown if client.isActiveWindow()]
        return next(iter(active + shown), None)

    def _ask_before(self, client: QMainWindow) -> None:
        """Show the log-in over a client; it closes with it."""
        dialog = LogInDialog(client, self._operations.workstation, locked=True)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.retry_requested.connect(self._ask_who)
        dialog.destroyed.connect(self._on_dialog_destroyed)
        Admission(dialog, self._operations)
        self._dialog = dialog
        dialog.show()
        dialog.activateWindow()
        self._ask_who()

    def _on_dialog_destroyed(self) -> None:
        """Move the log-in to another client when the one that showed it is closed."""
        if self._dialog is None or isValid(self._dialog):
            return
        client = self._client()
        if client is None:
            self._take_down()
        else:
            self._ask_before(client)

    def _ask_who(self) -> None:
        self._operations.begin_reading(who.employees, self._on_employees_read)

    def _on_employees_read(self, job: Job[tuple[EmployeeToLogIn, ...]]) -> None:
        if self._dialog is None:
            return
        try:
            employees = job.answer()
        except TroubleError as trouble:
            self._dialog.show_trouble(words_of_trouble(trouble))
            return
        self._dialog.show_employees(employees)
        if self._operations.logged_in is not None:
            self._dialog.propose(self._operations.logged_in.employee_id)

    def _take_down(self) -> None:
        """Take down whatever keeps the program locked."""
        dialog, self._dialog = self._dialog, None
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if dialog is not None and isValid(dialog):
            dialog.accept()
            dialog.deleteLater()
        covers, self._covers = self._covers, []
        for cover in covers:
            if isValid(cover):
                cover.take_off()

    def _unlock(self) -> None:
        self._take_down()
        left, self._left = self._left, None
        if left is not None and isValid(left) and left.isVisible():
            left.activateWindow()

    # ---- what is behind the log-in ----

    def _cover(self, window: QWidget) -> None:
        covered = (cover.parentWidget() for cover in self._covers if isValid(cover))
        if window.windowType() not in _PASSING and window not in covered:
            self._covers.append(Cover(window, self._title_of_client(window)))

    def _title_of_client(self, window: QWidget) -> str:
        """Return what a covered window is called: a title may hold the name of a customer."""
        above: QWidget | None = window
        while above is not None and above not in self._clients:
            above = above.parentWidget()
        client = above or self._client()
        return "" if client is None else client.windowTitle()

    def _come_first(self) -> None:
        """Cover a window that opened or came to the front meanwhile."""
        if self._dialog is None:
            return
        modal, active = QApplication.activeModalWidget(), QApplication.activeWindow()
        if modal is not None and not self._is_of_log_in(modal):
            self._dialog.hide()  # the window shown last is the one that takes input
            self._dialog.show()
        if active is None or not self._is_of_log_in(active):
            self._dialog.raise_()
            self._dialog.activateWindow()

    def _is_of_log_in(self, widget: QWidget) -> bool:
        above: QWidget | None = widget
        while above is not None and above is not self._dialog:
            above = above.parentWidget()
        return above is not None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if not vars(self):  # Python has taken it apart with its shop, and Qt still asks it
            return False
        if isinstance(watched, QWindow):
            return kind in _WORK and self._note_work(event)
        if not isinstance(watched, QWidget) or not self.is_locked or self._is_of_log_in(watched):
            return False
        if kind == _Kind.FocusOut:
            return True  # or the field would write what was typed into it
        if kind in _TO_THE_FRONT and watched.isWindow():
            self._cover(watched)
            QTimer.singleShot(0, self, self._come_first)
        return False

    # ---- work and idleness ----

    def _note_work(self, event: QEvent) -> bool:
        """Take a key or click as a sign of work; True when it is the one that locks."""
        if self.is_locked or self._client() is None:
            return False
        self._wait_again()
        is_key = isinstance(event, QKeyEvent) and event.keyCombination() == LOCK_KEYS
        if is_key:
            self.lock()
        return is_key and self.is_locked

    def _wait_again(self) -> None:
        if self._operations.logged_in is None or not self.shop.lock_minutes or self.is_locked:
            self.idle_timer.stop()
        else:
            self.idle_timer.start(self.shop.lock_minutes * _MINUTE_MS)

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # again is as good as once

    def _on_logged_in_changed(self) -> None:
        if self.is_locked and self._operations.logged_in is not None:  # who left meanwhile opens nothing
            self._unlock()
        self._wait_again()

    def _on_idle_timer_timeout(self) -> None:
        if self._client() is not None:
            self._operations.begin_reading(who.employees, self._on_colleagues_read)

    def _on_colleagues_read(self, job: Job[tuple[EmployeeToLogIn, ...]]) -> None:
        try:
            is_alone = len(job.answer()) == 1
        except TroubleError:
            is_alone = False
        if is_alone:
            self._wait_again()  # somebody may be employed meanwhile
        else:
            self.lock()


def screen_lock(operations: Operations) -> ScreenLock:
    """Return the lock of the program that works through these operations."""
    return operations.findChild(ScreenLock) or ScreenLock(operations)


def _when_noted(job: Job[Done]) -> None:
    with suppress(RefusedError, TroubleError):  # it is locked all the same
        job.answer()


def _close_popups() -> None:
    """Close menus and lists that are open; they have the mouse and the keys for themselves."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if popup.isVisible():
            return
