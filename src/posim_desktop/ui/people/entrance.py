"""The entrance to a client: nothing is shown until somebody logs in; a new shop is set up first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from posim_desktop.queries.people import log_in as who
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.people.admission import Admission
from posim_desktop.ui.people.dimming import Dimming
from posim_desktop.ui.people.log_in import LogInDialog
from posim_desktop.ui.people.screen_lock import screen_lock

if TYPE_CHECKING:
    from posim_desktop.ui.people.first_start import FirstStartDialog


class Entrance(QObject):
    """Asks who works here whenever nobody is logged in and the client is on the screen.

    Attributes:
        lock: Locks this client with the others of the program.

    Signals:
        entered: The dialog was answered: somebody logged in.
    """

    entered = Signal()

    def __init__(self, client: QMainWindow, operations: Operations) -> None:
        super().__init__(client)
        self._client = client
        self._operations = operations
        self._dialog: LogInDialog | FirstStartDialog | None = None
        self._dimming: Dimming | None = None
        self.lock = screen_lock(operations)
        self.lock.guard(client)
        self.lock.locking.connect(self._on_locking)
        operations.logged_in_changed.connect(self.ask)

    def ask(self) -> None:
        """Open the dialog that is due, or close it when somebody logged in through another window."""
        if self._operations.logged_in is not None:
            was_asked = self._dialog is not None and self._dimming is None
            self._close()
            if was_asked:
                self.entered.emit()
        elif self._dialog is None and self._client.isVisible():
            employees = self._operations.read(who.employees)
            if employees:
                self._ask_who(employees, switching=False).exit_requested.connect(self._on_exit_requested)
            else:
                self._ask_about_new_shop().exit_requested.connect(self._on_exit_requested)

    def switch(self) -> None:
        """Let somebody else go on here; what is open stays open, dimmed meanwhile."""
        if self._operations.logged_in is None or self._dialog is not None:
            return
        employees = self._operations.read(who.employees)
        self._dimming = Dimming(self._client)
        self._ask_who(employees, switching=True).exit_requested.connect(self._close)

    def _ask_who(self, employees: tuple[who.EmployeeToLogIn, ...], *, switching: bool) -> LogInDialog:
        dialog = LogInDialog(self._client, self._operations.workstation, switching=switching)
        Admission(dialog, self._operations)
        self._dialog = dialog
        dialog.open()
        dialog.show_employees(employees)
        return dialog

    def _ask_about_new_shop(self) -> "FirstStartDialog":
        from posim_desktop.ui.people.first_start import FirstStartDialog  # noqa: PLC0415 - most starts need none

        dialog = FirstStartDialog(self._client, self._operations)
        self._dialog = dialog
        dialog.already_set_up.connect(self._on_already_set_up)
        dialog.open()
        return dialog

    def _on_already_set_up(self, words: str) -> None:
        self._close()
        self.ask()
        if isinstance(self._dialog, LogInDialog):
            self._dialog.say(words)

    def _close(self) -> None:
        dialog, self._dialog = self._dialog, None
        dimming, self._dimming = self._dimming, None
        if dimming is not None:
            dimming.hide()
            dimming.deleteLater()
            self._client.activateWindow()
        if dialog is not None:
            dialog.accept()
            dialog.deleteLater()

    def _on_locking(self) -> None:
        if self._dimming is not None:
            self._close()

    def _on_exit_requested(self) -> None:
        self._close()
        self._client.close()
