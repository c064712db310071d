"""Lets in who says who they are and types the PIN. Serves the guide's page "Log in"."""

from functools import partial

from PySide6.QtCore import QObject

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, TroubleError
from posim_desktop.domain.why import Why
from posim_desktop.queries.people import log_in as who
from posim_desktop.queries.people import pins as stored_pins
from posim_desktop.queries.people.log_in import EmployeeToLogIn
from posim_desktop.queries.people.pins import PinState
from posim_desktop.services.people import pins
from posim_desktop.ui.operations import LoggedIn, Operations
from posim_desktop.ui.outcome import Outcome, Refused, Trouble
from posim_desktop.ui.people.log_in import LogInDialog
from posim_desktop.ui.people.new_pin import NewPinDialog, hashed, held_against
from posim_desktop.ui.refusals import words_of, words_of_trouble


class Admission(QObject):
    """Asks who was named at a log-in for what they need to be let in, and lets them in."""

    def __init__(self, dialog: LogInDialog, operations: Operations) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._operations = operations
        dialog.chosen.connect(self._on_dialog_chosen)
        dialog.pin_entered.connect(self._on_dialog_pin_entered)

    def _state(self, employee: EmployeeToLogIn) -> PinState:
        return self._operations.read(stored_pins.state, employee.id, self._operations.now())

    def _on_dialog_chosen(self, employee: EmployeeToLogIn) -> None:
        try:
            state = self._state(employee)
        except TroubleError as trouble:
            self._dialog.say(words_of_trouble(trouble))
            return
        if state.pin_hash:
            self._dialog.ask_pin(employee)
        elif state.makes_first:
            self._ask_first_pin(employee)
        else:
            self._try(employee, partial(pins.log_in, employee_id=employee.id, tried=None))

    def _on_dialog_pin_entered(self, employee: EmployeeToLogIn, pin: str) -> None:
        try:
            state = self._state(employee)
            if state.wait_seconds:
                self._dialog.say(words_of(Refusal(Why.PIN_LOCKED, seconds=state.wait_seconds)))
                return
            tried = held_against(self._operations, state.pin_hash, pin)
        except TroubleError as trouble:
            self._dialog.say(words_of_trouble(trouble))
            return
        self._try(employee, partial(pins.log_in, employee_id=employee.id, tried=tried))

    def _try(self, employee: EmployeeToLogIn, verb: "partial[Done]") -> Outcome:
        outcome = self._operations.outcome(verb)
        match outcome:
            case Done(pins.WRONG):
                self._dialog.say(words_of_wrong_pin(self._operations, employee.id))
            case Done():
                self._let_in(employee)
            case Refused(refusal):
                self._dialog.say(words_of(refusal))
            case Trouble(message):
                self._dialog.say(message)
        return outcome

    def _let_in(self, employee: EmployeeToLogIn) -> None:
        """Let somebody work here with the rights of now, which may be others than when the names were listed."""
        try:
            people = self._operations.read(who.employees)
        except TroubleError as trouble:
            self._dialog.say(words_of_trouble(trouble))
            return
        person = next((each for each in people if each.id == employee.id), None)
        if person is None:
            self._dialog.say(words_of(Refusal(Why.NO_LONGER_WORKS_HERE)))
        else:
            self._operations.log_in(LoggedIn(person.id, person.name, person.role, person.rights))

    def _ask_first_pin(self, employee: EmployeeToLogIn) -> None:
        first = self.tr(
            "From now on everybody here has a PIN. Make yours; then give the others theirs, on their cards."
        )
        asking = NewPinDialog(self._dialog, employee.name, first=first)
        asking.given.connect(lambda _old, pin: self._make_first(asking, employee, pin))
        asking.open()

    def _make_first(self, asking: NewPinDialog, employee: EmployeeToLogIn, pin: str) -> None:
        try:
            pin_hash = hashed(self._operations, pin)
        except TroubleError as trouble:
            self._dialog.say(words_of_trouble(trouble))
            return
        asking.accept()
        self._try(employee, partial(pins.make_first, employee_id=employee.id, pin_hash=pin_hash))


def words_of_wrong_pin(operations: Operations, employee_id: int) -> str:
    """Say that a PIN is wrong, and after one too many at once how long to wait."""
    said = words_of(Refusal(Why.PIN_NOT_RIGHT))
    try:
        wait = operations.read(stored_pins.state, employee_id, operations.now()).wait_seconds
    except TroubleError:
        wait = 0  # the next try says it
    return f"{said} {words_of(Refusal(Why.PIN_LOCKED, seconds=wait))}" if wait else said
