"""Keeps what whoever works at this workstation may do up to date. Serves the guide's page on roles."""

from PySide6.QtCore import QObject

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.people import log_in as who
from posim_desktop.ui.operations import LoggedIn, Operations


class Presence(QObject):
    """Hears that a role or an Employee card was changed, here or elsewhere; who left is logged out."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._operations = operations
        operations.bus.changed.connect(self._on_bus_changed)

    def _on_bus_changed(self, changes: Changes) -> None:
        working = self._operations.logged_in
        if working is None or not any(change.record in {Record.ROLE, Record.EMPLOYEE} for change in changes):
            return
        try:
            people = self._operations.read(who.employees)
        except TroubleError:
            return  # the next deed is asked for at the database anyway
        found = next(
            (
                LoggedIn(person.id, person.name, person.role, person.rights)
                for person in people
                if person.id == working.employee_id
            ),
            None,
        )
        if found is None:
            self._operations.log_in(None)
        elif found != working:
            self._operations.renew(found)
