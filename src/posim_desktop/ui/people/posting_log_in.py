"""Asks who posts at a till that several people share. Serves the guide's page "Log in"."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.preferences import LogInAsked
from posim_desktop.queries.people import log_in as who
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.people.admission import Admission
from posim_desktop.ui.people.dimming import Dimming
from posim_desktop.ui.people.log_in import LogInDialog
from posim_desktop.ui.people.screen_lock import screen_lock
from posim_desktop.ui.refusals import words_of_trouble


class PostingLogIn(QObject):
    """Asks for a PIN before or after a post, where the shop wants it; whoever types it works here from then on."""

    def __init__(self, operations: Operations, till: QWidget) -> None:
        super().__init__(till)
        self._operations = operations
        self._till = till
        self._lock = screen_lock(operations)
        self._dialog: LogInDialog | None = None
        self._dimming: Dimming | None = None
        self._then: Callable[[], None] | None = None
        self._lock.locking.connect(self._close)
        operations.logged_in_changed.connect(self._on_logged_in_changed)

    def before(self, post: Callable[[], None]) -> None:
        """Post, after whoever posts has typed their PIN; given up, nothing is posted."""
        if self._lock.shop.log_in_asked is not LogInAsked.BEFORE_POST:
            post()
        elif self._dialog is None and self._ask(switching=True):
            self._then = post
            self._dimming = Dimming(self._till.window())

    def after(self) -> None:
        """Ask who goes on; what was posted, and the change, can still be read."""
        if self._lock.shop.log_in_asked is LogInAsked.AFTER_POST and self._dialog is None:
            self._ask(switching=False)

    def _ask(self, *, switching: bool) -> bool:
        try:
            employees = self._operations.read(who.employees)
        except TroubleError as trouble:
            say(self._till, words_of_trouble(trouble))
            return False
        workstation = self._operations.workstation
        self._dialog = dialog = LogInDialog(self._till.window(), workstation, switching=switching, locked=not switching)
        dialog.setWindowTitle(self.tr("Who Posts?") if switching else self.tr("Who Goes On?"))
        dialog.exit_requested.connect(self._close)
        Admission(dialog, self._operations)
        dialog.open()
        dialog.show_employees(employees)
        if self._operations.logged_in is not None:
            dialog.ask_at_once(self._operations.logged_in.employee_id)
        return True

    def _on_logged_in_changed(self) -> None:
        if self._dialog is None:
            return
        then = self._then
        self._close()
        if then is not None and self._operations.logged_in is not None:
            then()

    def _close(self) -> None:
        dialog, self._dialog = self._dialog, None
        dimming, self._dimming = self._dimming, None
        self._then = None
        if dimming is not None:
            dimming.hide()
            dimming.deleteLater()
        if dialog is not None:
            dialog.accept()
            dialog.deleteLater()
            self._till.activateWindow()
