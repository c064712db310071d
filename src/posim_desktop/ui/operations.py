"""The only way from a click to a verb, and from a screen to a query."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QMessageBox, QWidget
from shiboken6 import isValid

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, RefusedError, ShopRestoredError, TroubleError
from posim_desktop.domain.people.permissions import Rights, needs_of, permission_refusal
from posim_desktop.domain.permits import Permission
from posim_desktop.queries import feed
from posim_desktop.queries.reader import Reader
from posim_desktop.services.news import News
from posim_desktop.services.transaction import Transactor, action_of
from posim_desktop.ui.change_bus import ChangeBus
from posim_desktop.ui.database_thread import DatabaseThread, Job
from posim_desktop.ui.held_input import MESSAGE
from posim_desktop.ui.kept_scans import KeptScans
from posim_desktop.ui.outcome import Attempt, Outcome, Refused, Trouble
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.tokens import SPACE
from posim_desktop.ui.waiting import Waiting

if TYPE_CHECKING:
    from posim_desktop.services.session import Action

P = ParamSpec("P")
T = TypeVar("T")
_SIGN = 7 * SPACE


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """Who is working at this workstation; ``role`` is what the role is called."""

    employee_id: int
    name: str
    role: str
    rights: Rights


_NO_ANSWER = "The database has not answered, and you stopped waiting. What you typed is kept; try again in a moment."
_NOT_BEGUN = "The database has not answered. Nothing was done, what you typed is kept; try again in a moment."
_NOT_KNOWN = (
    "The database has not answered. We cannot tell whether this was done. Do not take a payment again. "
    "What you typed is kept; try again in a moment; it will be done only once."
)
_ASKED_MEANWHILE = "The database has not answered yet; try again in a moment."
_CLOSING_SECONDS = 5
_SOON_MS = 300


class Operations(QObject):
    """What every window is given: run a verb, ask a query, know who works here.

    Attributes:
        is_practice: Whether the shop is for practice.

    Verbs and queries are done one after the other by the database thread. Whoever asks gets the answer as if it were
    asked at once; see :mod:`posim_desktop.ui.waiting` for what the window does meanwhile.

    Signals:
        logged_in_changed(): somebody else works here now, or nobody.
        rights_changed(): so it is, or whoever works here may do something else now; nobody typed a PIN for that.
        shop_restored: the shop is another one than was opened; nothing that is shown is to be trusted.
        trouble_changed(str): the connection went ("…") or came back ("").
    """

    logged_in_changed = Signal()
    rights_changed = Signal()
    shop_restored = Signal()
    trouble_changed = Signal(str)
    _answered = Signal(object)
    _heard = Signal()

    def __init__(
        self,
        reader: Reader,
        transactor: Transactor,
        bus: ChangeBus,
        workstation: str,
        thread: DatabaseThread | None = None,
        kept_scans: KeptScans | None = None,
    ) -> None:
        """Make the road; the thread is the one that opened the database, or a new one."""
        super().__init__()
        self.bus = bus
        self.workstation = workstation
        self.kept_scans = kept_scans
        self.is_practice = False
        self.logged_in: LoggedIn | None = None
        self._reader = reader
        self._transactor = transactor
        self._thread = thread or DatabaseThread()
        self._waiting = Waiting(self)
        self._window_thread = threading.get_ident()
        self._begun: dict[Job[Any], Callable[[Job[Any]], None]] = {}
        self._held_back: list[Job[Any]] = []
        self._last_operation: int | None = None
        self._is_looking = self._is_to_look_again = False
        self.is_closed = False
        self.ask_approval: Callable[[QWidget, Refusal, Action], bool] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_for_changes)
        self._news: News | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.look_for_changes)
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._waiting.ended.connect(self._on_waiting_ended)

    def close(self, at_the_end: Callable[[], None] | None = None) -> None:
        """End the database thread, after what it has to do; what waits for a dead network is left alone.

        Args:
            at_the_end: What the thread does last, which may be after this returns.
        """
        self.is_closed = True
        for timer in self.findChildren(QTimer):  # of those too who were given this road
            timer.stop()
        if self._news is not None:
            self._news.close()
        self._thread.close(_CLOSING_SECONDS, at_the_end)

    def log_in(self, employee: LoggedIn | None) -> None:
        """Put an employee to work here; None logs out."""
        self.logged_in = employee
        self.logged_in_changed.emit()
        self.rights_changed.emit()

    def renew(self, employee: LoggedIn) -> None:
        """Take over that whoever works here is called otherwise or may do something else; nobody is let in by it."""
        self.logged_in = employee
        self.rights_changed.emit()

    def lacking(self, permission: Permission) -> Refusal | None:
        """Return why whoever works here may not do something, or None; nothing is lacking before a log-in."""
        if self.logged_in is None:
            return None
        return permission_refusal(self.logged_in.role, self.logged_in.rights, permission)

    def now(self) -> datetime:
        """Return the moment by the clock that verbs are stamped with."""
        return self._transactor.now()

    def behind(self) -> timedelta:
        """Return how far this computer's clock is behind the server's; negative if it is ahead."""
        return self._transactor.behind

    # ---- asking and waiting for the answer ----

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask a query.

        Raises:
            TroubleError: The database cannot be reached, or the person stopped waiting for it.
        """
        return self.work_out(partial(self._reader.read, query, *args, **kwargs))

    def work_out(self, work: Callable[[], T]) -> T:
        """Have something worked out that takes a while, off the window's thread.

        Raises:
            TroubleError: The person stopped waiting for it.
        """
        job = Job(work, self._waiting.ring)
        if not self._is_answered(job):
            job.take_back()
            raise TroubleError(_NO_ANSWER)
        return job.answer()

    def do(self, verb: partial[Done], attempt: Attempt | None = None) -> Done:
        """Run a verb and tell the screens.

        Args:
            verb: The verb with its content.
            attempt: The person's action; None for one that cannot be tried again.

        Raises:
            RefusedError: A guard said no; nothing was written.
            TroubleError: The database failed, or the person stopped waiting for it; the message says what to do.
        """
        attempt = attempt or Attempt()
        job = Job(self._writing(verb, attempt), self._waiting.ring)
        if not self._is_answered(job):
            if job.take_back():
                raise TroubleError(_NOT_BEGUN)
            self._follow(job, partial(self._tell_late, attempt))
            raise TroubleError(_NOT_KNOWN)
        result = job.answer()
        attempt.is_over()
        self.bus.publish(result.changes)
        return result

    def outcome(self, verb: partial[Done], attempt: Attempt | None = None) -> Outcome:
        """Run a verb, tell the screens, and return what came of it."""
        try:
            return self.do(verb, attempt)
        except RefusedError as refused:
            return Refused(refused.refusal)
        except TroubleError as trouble:
            return Trouble(words_of_trouble(trouble))

    def approvable(self, parent: QWidget, verb: partial[Done], attempt: Attempt) -> Outcome:
        """Run a verb; what the person may not do, somebody who may can approve in between.

        Args:
            parent: The window that asks.
            verb: The verb with its content.
            attempt: The person's action, to which alone, and to whose content, an approval is bound.
        """
        while True:
            outcome = self.outcome(verb, attempt)
            if not isinstance(outcome, Refused) or not self.is_approved(parent, outcome.refusal, verb, attempt):
                return outcome

    def is_approved(self, parent: QWidget, refusal: Refusal, verb: partial[Done], attempt: Attempt) -> bool:
        """Have what the person may not do approved by somebody who may; False where that is not why it was refused."""
        if not needs_of(refusal) or self.ask_approval is None:
            return False
        return self.ask_approval(parent, refusal, action_of(verb, attempt.key_of(verb)))

    def _writing(self, verb: partial[Done], attempt: Attempt) -> Callable[[], Done]:
        key, employee_id = attempt.key_of(verb), self.logged_in.employee_id if self.logged_in else None
        return partial(self._transactor.run, verb, key=key, employee_id=employee_id, workstation=self.workstation)

    def _is_answered(self, job: Job[Any]) -> bool:
        """Have a job done and wait for it; False when the person stopped waiting."""
        if self._thread.is_current():
            job.do()
            return True
        on_window_thread = threading.get_ident() == self._window_thread
        if on_window_thread and self._waiting.is_on:
            # A window that is painted again asks for something, or a screen reader presses a button.
            raise TroubleError(_ASKED_MEANWHILE)
        self._thread.put(job)
        return self._waiting.wait(job) if on_window_thread else job.wait()

    def _tell_late(self, attempt: Attempt, job: Job[Done]) -> None:
        try:
            done = job.answer()
        except (RefusedError, TroubleError):
            return  # nothing was written, or it is not known, as was said
        attempt.is_over()
        self.bus.publish(done.changes)

    # ---- asking and going on ----

    def begin(self, verb: partial[Done], attempt: Attempt, then: Callable[[Job[Done]], None]) -> None:
        """Have a verb done while the window goes on.

        Args:
            verb: The verb with its content.
            attempt: The person's action.
            then: Called with the answered job, on the window's thread and while nobody waits; publishes the changes.
        """
        self._begin(self._writing(verb, attempt), then)

    def begin_reading(
        self,
        query: Callable[Concatenate[Any, P], T],
        then: Callable[[Job[T]], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Have a query asked while the window goes on.

        Args:
            query: The query.
            then: As with :meth:`begin`.
            args: Of the query.
            kwargs: Of the query.
        """
        self._begin(partial(self._reader.read, query, *args, **kwargs), then)

    def _begin(self, work: Callable[[], T], then: Callable[[Job[T]], None]) -> None:
        job = Job(work)
        self._follow(job, then)
        self._thread.put(job)

    def _follow(self, job: Job[T], then: Callable[[Job[T]], None]) -> None:
        self._begun[job] = then
        job.when_answered = self._ring
        if job.wait(0):  # it was answered before it was told to ring
            self._ring(job)

    def _ring(self, job: Job[Any]) -> None:
        if isValid(self):
            self._answered.emit(job)

    def _on_answered(self, job: Job[Any]) -> None:
        if self._waiting.is_on:
            self._held_back.append(job)
        elif job in self._begun:
            self._begun.pop(job)(job)

    def _on_waiting_ended(self) -> None:
        held_back, self._held_back = self._held_back, []
        for job in held_back:
            self._answered.emit(job)

    # ---- verbs from a click ----

    def run(
        self,
        parent: QWidget,
        verb: partial[Done],
        attempt: Attempt | None = None,
        on_refusal: Callable[[Refusal], bool] | None = None,
    ) -> Outcome:
        """Run a verb from a click; what went wrong is said where it belongs.

        Args:
            parent: The window that asks.
            verb: The verb with its content.
            attempt: The person's action; None for one that cannot be tried again.
            on_refusal: Shows a refusal at its field and returns True, or returns False to have it said in a box.

        Returns:
            What came of it; all but the result is said already.
        """
        outcome = self.approvable(parent, verb, attempt or Attempt())
        match outcome:
            case Refused(refusal) if on_refusal is None or not on_refusal(refusal):
                say(parent, words_of(refusal))
            case Trouble(message):
                say(parent, message)
        return outcome

    # ---- other workstations ----

    @property
    def program(self) -> str:
        """What this program is called where it tells others of its operations."""
        return self._transactor.program

    def watch(self, seconds: float, news: News | None = None) -> None:
        """Start looking for other workstations' changes every few seconds.

        Args:
            seconds: How many.
            news: Tells of changes in between; closed together with this.
        """
        self._timer.start(int(seconds * 1000))
        self._news = news

    def hear(self) -> None:
        """Look for other workstations' changes soon: somebody told that there are some. Any thread may tell."""
        if isValid(self):
            self._heard.emit()

    def _on_heard(self) -> None:
        # Many who tell at once are answered by one look.
        if not self.is_closed and not self._soon.isActive():
            self._soon.start(_SOON_MS)

    def look_for_changes(self) -> None:
        """Begin to fetch what other workstations changed since the last look; the screens are told when it is there."""
        if self._is_looking:
            self._is_to_look_again = True
            return
        self._is_looking, self._is_to_look_again = True, False
        if self._last_operation is None:
            self.begin_reading(feed.latest, self._on_looked_first)
        else:
            self.begin_reading(feed.since, self._on_looked, self._last_operation)

    def _on_looked_first(self, job: Job[int]) -> None:
        self._is_looking = False
        try:
            self._last_operation = job.answer()
        except TroubleError as trouble:
            self.trouble_changed.emit(words_of_trouble(trouble))

    def _on_looked(self, job: Job[feed.Feed]) -> None:
        self._is_looking = False
        try:
            news = job.answer()
        except ShopRestoredError:
            self._timer.stop()
            self.shop_restored.emit()
            return
        except TroubleError as trouble:
            self.trouble_changed.emit(words_of_trouble(trouble))
            return
        self.trouble_changed.emit("")
        self._last_operation = news.last_id
        self.bus.publish(news.changes)
        if self._is_to_look_again:  # what was told meanwhile may not have been seen yet
            self._soon.start(_SOON_MS)


def say(parent: QWidget, message: str) -> QMessageBox:
    """Show a message over a window without blocking the program; Enter or Esc closes it."""
    from posim_desktop.ui.icons import icon  # noqa: PLC0415 - a start says nothing, and comes before them

    box = QMessageBox(QMessageBox.Icon.NoIcon, parent.window().windowTitle(), message, parent=parent)
    box.setObjectName(MESSAGE)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIconPixmap(icon("triangle-alert", role="attention").pixmap(_SIGN, _SIGN))
    layout = box.layout()
    if isinstance(layout, QGridLayout):  # as the other dialogs
        layout.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        layout.setHorizontalSpacing(3 * SPACE)
        layout.setVerticalSpacing(4 * SPACE)
    box.open()
    return box
