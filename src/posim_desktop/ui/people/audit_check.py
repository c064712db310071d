"""Follows the audit's chain while the person reads on. Serves the guide's page "The audit"."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.people import audit_chain
from posim_desktop.queries.people.audit_chain import Followed
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import mark

_ALL_PERCENT = 100


class AuditCheck(QLabel):
    """Says whether the chain is whole; it is followed piece by piece, and on from there when events were added."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("audit_check_label")
        self.setWordWrap(True)
        self._operations = operations
        self._followed = Followed()
        self._is_asking = False
        self._say(self.tr("The chain of events is being checked."), "muted")

    @property
    def is_done(self) -> bool:
        """Whether the chain was followed to its end, or to where it breaks."""
        return self._followed.at_end or self._followed.broken is not None

    def look(self) -> None:
        """Follow the chain to its end, from where it was followed to before."""
        if not self._is_asking and self._followed.broken is None:
            self._ask()

    def _ask(self) -> None:
        self._is_asking = True
        self._operations.begin_reading(audit_chain.follow, self._on_followed, self._followed)

    def _on_followed(self, job: Job[Followed]) -> None:
        if not isValid(self):
            return  # the tab was closed meanwhile
        self._is_asking = False
        try:
            self._followed = job.answer()
        except TroubleError as trouble:
            self._say(words_of_trouble(trouble), "muted")
            return
        self._show()
        # What the person does comes first: the next piece waits for the window to have nothing to do.
        if not self.is_done and self.isVisible():
            QTimer.singleShot(0, self, self.look)

    def _show(self) -> None:
        followed = self._followed
        if followed.broken is not None:
            words = self.tr(
                "The chain of events is broken at event {event}: it was changed or taken out. The events before it are "
                "as they were written. Call whoever looks after the database."
            )
            self._say(words.format(event=formatting.count(followed.broken)), "bad")
        elif followed.at_end:
            words = self.tr("The chain of events is unbroken: {count} events.")
            self._say(words.format(count=formatting.count(followed.last)), "muted")
        else:
            words = self.tr("The chain of events is being checked: {percent} %")
            done = _ALL_PERCENT * followed.last // max(followed.newest, 1)
            self._say(words.format(percent=formatting.count(done)), "muted")

    def _say(self, words: str, role: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        mark(self, role=role)
