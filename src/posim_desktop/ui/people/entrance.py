"""The entrance to a client: nothing is shown until somebody logs in; a new shop is set up first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from posim_desktop.queries.people import log_in as who
from posim_desktop.ui.operations import LoggedIn, Operations
from posim_desktop.ui.people.log_in import LogInDialog

if TYPE_CHECKING:
    from posim_desktop.ui.people.first_start import FirstStartDialog


class Entrance(QObject):
    """Asks who works here whenever nobody is logged in and the client is on the screen.

    Signals:
        entered: The dialog was answered: somebody logged in.
    """

    entered = Signal()

    def __init__(self, client: QMainWindow, operations: Operations) -> None:
        super().__init__(client)
        self._client = client
        self._operations = operations
        self._dialog: LogInDialog | FirstStartDialog | None = None
        operations.logged_in_changed.connect(self.ask)

    def ask(self) -> None:
        """Open the dialog that is due, or close it when somebody logged in through another window."""
        if self._operations.logged_in is not None:
            was_asked = self._dialog is not None
            self._close()
            if was_asked:
                self.entered.emit()
        elif self._dialog is None and self._client.isVisible():
            self._dialog = self._due()
            self._dialog.exit_requested.connect(self._on_exit_requested)
            self._dialog.open()

    def _due(self) -> "LogInDialog | FirstStartDialog":
        employees = self._operations.read(who.employees)
        if not employees:
            from posim_desktop.ui.people.first_start import FirstStartDialog  # noqa: PLC0415 - most starts need none

            return FirstStartDialog(self._client, self._operations)
        dialog = LogInDialog(self._client, self._operations.workstation)
        dialog.chosen.connect(self._on_dialog_chosen)
        dialog.show_employees(employees)
        return dialog

    def _close(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.accept()
            dialog.deleteLater()

    def _on_dialog_chosen(self, employee: who.EmployeeToLogIn) -> None:
        self._operations.log_in(LoggedIn(employee.id, employee.name, employee.role))

    def _on_exit_requested(self) -> None:
        self._close()
        self._client.close()
