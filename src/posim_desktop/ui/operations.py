"""The one road from a click to a verb, and from a screen to a query.

A window keeps the operation key of an action from the moment the person starts it until it is done or given up, so
that a double click or a repeat after a lost connection does it once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, RefusedError, TroubleError
from posim_desktop.domain.ids import new_operation_key
from posim_desktop.domain.people.permissions import Role
from posim_desktop.queries import feed
from posim_desktop.queries.reader import Reader
from posim_desktop.services.transaction import Transactor
from posim_desktop.ui.change_bus import ChangeBus
from posim_desktop.ui.refusals import words_of

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """Who is working at this workstation."""

    employee_id: int
    name: str
    role: Role


class Operations(QObject):
    """What every window is given: run a verb, ask a query, know who works here.

    Signals:
        logged_in_changed(): somebody else works here now, or nobody.
        trouble_changed(str): the connection went ("…") or came back ("").
    """

    logged_in_changed = Signal()
    trouble_changed = Signal(str)

    def __init__(self, reader: Reader, transactor: Transactor, bus: ChangeBus, workstation: str) -> None:
        super().__init__()
        self.bus = bus
        self.workstation = workstation
        self.logged_in: LoggedIn | None = None
        self._reader = reader
        self._transactor = transactor
        self._last_operation: int | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_for_changes)

    def log_in(self, employee: LoggedIn | None) -> None:
        """Put an employee to work here; None logs out."""
        self.logged_in = employee
        self.logged_in_changed.emit()

    def now(self) -> datetime:
        """Return the moment by the clock that verbs are stamped with."""
        return self._transactor.now()

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask a query.

        Raises:
            TroubleError: The database cannot be reached.
        """
        return self._reader.read(query, *args, **kwargs)

    def do(self, verb: partial[Done], key: UUID | None = None) -> Done:
        """Run a verb and tell the screens.

        Raises:
            RefusedError: A guard said no; nothing was written.
            TroubleError: The database failed; the message says what to do.
        """
        result = self.write(verb, key or new_operation_key())
        self.bus.publish(result.changes)
        return result

    def write(self, verb: partial[Done], key: UUID) -> Done:
        """Run a verb and tell nobody: for a thread of its own, since screens are told in theirs.

        Raises:
            RefusedError: A guard said no; nothing was written.
            TroubleError: The database failed; the message says what to do.
        """
        employee_id = self.logged_in.employee_id if self.logged_in else None
        return self._transactor.run(verb, key=key, employee_id=employee_id, workstation=self.workstation)

    def run(
        self,
        parent: QWidget,
        verb: partial[Done],
        key: UUID | None = None,
        on_refusal: Callable[[Refusal], bool] | None = None,
    ) -> Done | None:
        """Run a verb from a click; what went wrong is said where it belongs.

        Args:
            parent: The window that asks.
            verb: The verb with its content.
            key: The action's key; None makes one for an action that cannot be started twice.
            on_refusal: Shows a refusal at its field and returns True, or returns False to have it said in a box.

        Returns:
            The result, or None when nothing was done.
        """
        try:
            return self.do(verb, key)
        except RefusedError as refused:
            if on_refusal is None or not on_refusal(refused.refusal):
                say(parent, words_of(refused.refusal))
        except TroubleError as trouble:
            say(parent, str(trouble))
        return None

    def watch(self, seconds: float) -> None:
        """Start looking for other workstations' changes every few seconds."""
        self._timer.start(int(seconds * 1000))

    def look_for_changes(self) -> None:
        """Fetch what other workstations changed since the last look and tell the screens."""
        try:
            if self._last_operation is None:
                self._last_operation = self.read(feed.latest)
                return
            news = self.read(feed.since, self._last_operation)
        except TroubleError as trouble:
            self.trouble_changed.emit(str(trouble))
            return
        self.trouble_changed.emit("")
        self._last_operation = news.last_id
        self.bus.publish(news.changes)


def say(parent: QWidget, message: str) -> QMessageBox:
    """Show a message over a window without stopping the program; Enter or Esc closes it."""
    box = QMessageBox(QMessageBox.Icon.Warning, parent.window().windowTitle(), message, parent=parent)
    box.setObjectName("message")
    box.open()
    return box
