"""Working a report out: a long period, or much stock, in parts; other work goes on in between, and Cancel is heard."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.reports.scope import Scope
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.reports.report import Cut, Gathered, ReportSpec

_HALF_YEAR, _QUARTER = timedelta(days=184), timedelta(days=92)
_SHARES = 8


class ReportRun(QObject):
    """Asks for the parts of a report one after the other; other queries are answered between two of them.

    Signals:
        went_on(int, int): So many of so many parts are there.
        finished(Gathered): All is there.
        failed(str): The database could not be read; what went wrong.
    """

    went_on = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, operations: Operations, report: ReportSpec, scope: Scope, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._report = report
        self._gathered = Gathered(report)
        self._parts = deque(parts_of(report, scope))
        self._of = len(self._parts)
        self._is_stopped = False

    def start(self) -> None:
        """Begin with the first part."""
        self._operations.begin_reading(self._report.query, self._on_part_read, self._parts.popleft())

    def stop(self) -> None:
        """Give it up; what is being asked is not waited for."""
        self._is_stopped = True

    def _on_part_read(self, job: Job[Any]) -> None:
        if not isValid(self) or self._is_stopped:
            return
        try:
            self._gathered.add(job.answer())
        except TroubleError as trouble:
            self.failed.emit(words_of_trouble(trouble))
            return
        self.went_on.emit(self._of - len(self._parts), self._of)
        if self._is_stopped:
            return
        if self._parts:
            self.start()
        else:
            self.finished.emit(self._gathered)


def parts_of(report: ReportSpec, scope: Scope) -> list[Scope]:
    """Cut what a report is asked for into parts that are each answered soon.

    PostgreSQL reads all lines for a part, however short it is from a quarter on; so there are few of them.
    """
    return _PARTS[report.cut](scope)


def _spans(longest: timedelta, scope: Scope) -> list[Scope]:
    parts: list[Scope] = []
    since: datetime = scope.since
    while since + longest < scope.before:
        parts.append(replace(scope, since=since, before=since + longest))
        since += longest
    return [*parts, replace(scope, since=since)]


def _shares(scope: Scope) -> list[Scope]:
    """Cut the goods into shares of about the same size."""
    return [replace(scope, share=(which, _SHARES)) for which in range(_SHARES)]


_PARTS: Mapping[Cut | None, Callable[[Scope], list[Scope]]] = {
    None: lambda scope: [scope],
    Cut.PERIOD: partial(_spans, _HALF_YEAR),
    Cut.QUARTERS: partial(_spans, _QUARTER),
    Cut.GOODS: _shares,
}
