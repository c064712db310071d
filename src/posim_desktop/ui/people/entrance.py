"""The entrance to a client: nothing is shown until somebody logs in; a new shop is set up first."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

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

    def __init__(self, client: QMainWindow, operations: Operations, windows: Callable[[], Sequence[QWidget]]) -> None:
        """Guard a client.

        Args:
            client: The client.
            operations: The road to the database.
            windows: Lists its windows: itself and those of screens that were moved out of it.
        """
        super().__init__(client)
        self._windows = windows
        self._client = client
        self._operations = operations
        self._dialog: LogInDialog | FirstStartDialog | None = None
        self._dimmings: list[Dimming] = []
        self._left: QWidget | None = None
        self.lock = screen_lock(operations)
        self.lock.guard(client)
        self.lock.locking.connect(self._on_locking)
        operations.logged_in_changed.connect(self.ask)

    def ask(self) -> None:
        """Open the dialog that is due, or close it when somebody logged in through another window."""
        if self._operations.logged_in is not None:
            was_asked = self._dialog is not None and not self._dimmings
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
        windows = self._windows()
        active = QApplication.activeWindow()
        self._left = active if active in windows else self._client
        self._dimmings = [Dimming(window) for window in windows]
        self._ask_who(employees, switching=True).exit_requested.connect(self._close)

    def _ask_who(self, employees: tuple[who.EmployeeToLogIn, ...], *, switching: bool) -> LogInDialog:
        dialog = LogInDialog(self._client, self._operations.workstation, switching=switching)
        Admission(dialog, self._operations)
        self._dialog = dialog
        if switching:
            dialog.setWindowModality(Qt.WindowModality.ApplicationModal)  # nobody goes on in another window meanwhile
            dialog.show()
            dialog.activateWindow()
        else:
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
        dimmings, self._dimmings = self._dimmings, []
        for dimming in dimmings:
            if isValid(dimming):
                dimming.hide()
                dimming.deleteLater()
        if dialog is not None:
            dialog.accept()
            dialog.deleteLater()
        left, self._left = self._left, None
        if left is not None and isValid(left):
            left.activateWindow()

    def _on_locking(self) -> None:
        if self._dimmings:
            self._close()

    def _on_exit_requested(self) -> None:
        self._close()
        self._client.close()
