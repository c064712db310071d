"""Tells that records do not agree. Serves the guide's page "Keep the records safe"."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from posim_desktop.domain.errors import TroubleError
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.chips import Banner

_AFTER_LOG_IN_MS = 5000  # the first screen comes first
_BETWEEN_PARTS_MS = 50
_STRUCTURE = "T1"


class RecordsBanner(Banner):
    """Asks the quick verify once, after somebody logged in, part by part between other questions.

    Signals:
        verify_requested: The person wants the whole shop verified.
    """

    verify_requested = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("records_banner")
        self._operations = operations
        self._part = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self.action_requested.connect(self.verify_requested)

    def ask_when_entered(self) -> None:
        """Begin once somebody is logged in and the first screen had its time."""
        if self._operations.logged_in is not None:
            self._timer.start(_AFTER_LOG_IN_MS)
            return
        self._operations.logged_in_changed.connect(self._on_logged_in_changed)

    def ask(self) -> None:
        """Begin now."""
        self._part = 0
        self._ask()

    def _on_logged_in_changed(self) -> None:
        if self._operations.logged_in is not None:
            self._operations.logged_in_changed.disconnect(self._on_logged_in_changed)
            self._timer.start(_AFTER_LOG_IN_MS)

    def _ask(self) -> None:
        if not self._operations.is_closed:
            self._operations.begin_reading(_found_by_part, self._on_answered, self._part)

    def _on_answered(self, job: Job[tuple[str | None, bool]]) -> None:
        if not isValid(self):
            return  # the client was closed meanwhile
        try:
            rule, is_last = job.answer()
        except TroubleError:
            return  # the next start asks again
        if rule is not None:
            self.tell(rule)
        elif not is_last:
            self._part += 1
            self._timer.start(_BETWEEN_PARTS_MS)

    def tell(self, rule: str) -> None:
        """Say that a rule is broken, and whether to go on."""
        if rule == _STRUCTURE:
            words = self.tr(
                "The database lacks something that protects the records. Do not sell or receive here until whoever "
                "looks after the database has looked at it. Nothing was changed."
            )
        else:
            words = self.tr(
                "Some of the shop's newest records do not agree with each other. You can go on selling; nothing was "
                "changed. Tell whoever looks after the database today, and have the whole shop verified."
            )
        self.show_message("bad", words, self.tr("Verify…"))


def _found_by_part(connection: Any, place: int) -> tuple[str | None, bool]:  # noqa: ANN401 - handed through
    """Ask one part: which rule is broken, if any, and whether it is the last part."""
    from posim_desktop.queries.verify.quick import PARTS  # noqa: PLC0415 - loaded by the database thread, not at a start

    broken = next(PARTS[place](connection), None)
    return None if broken is None else broken.rule, place + 1 == len(PARTS)
