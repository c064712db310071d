"""Approve: somebody who may lets the person at work do one thing. Serves the guide's page on roles."""

from functools import partial

from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, TroubleError
from posim_desktop.domain.people.permissions import missing, needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.why import Why
from posim_desktop.queries.people import log_in as who
from posim_desktop.queries.people import pins as stored_pins
from posim_desktop.queries.people.log_in import EmployeeToLogIn
from posim_desktop.services.people import approvals, pins
from posim_desktop.services.session import Action
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Refused, Trouble
from posim_desktop.ui.people.admission import words_of_wrong_pin
from posim_desktop.ui.people.log_in import LogInDialog
from posim_desktop.ui.people.new_pin import held_against
from posim_desktop.ui.refusals import words_of, words_of_trouble


class ApproveDialog(LogInDialog):
    """Says what was refused and takes the PIN of somebody who may do it.

    Attributes:
        is_approved: Whether they did.
    """

    def __init__(self, parent: QWidget, operations: Operations, refusal: Refusal, action: Action) -> None:
        """Ask.

        Args:
            parent: The window in which it was refused.
            operations: The road to the database.
            refusal: What was refused.
            action: Which alone is approved.
        """
        super().__init__(parent, operations.workstation, switching=True)
        self._operations = operations
        self._refusal = refusal
        self._action = action
        self._asked_for = operations.logged_in
        self.is_approved = False
        self.setObjectName("approve")
        self.setWindowTitle(self.tr("Approve"))
        extents = dict.fromkeys(words for need in needs_of(refusal) if (words := self._extent(need)))  # each once
        self.ask("\n".join((words_of(refusal), *extents)), self.tr("Approve"))
        self.chosen.connect(self._on_chosen)
        self.pin_entered.connect(self._on_pin_entered)
        self.exit_requested.connect(self._on_exit_requested)
        operations.logged_in_changed.connect(self._on_logged_in_changed)

    def _extent(self, need: Permit) -> str:
        """Say how far it goes, where there is more or less of it."""
        if need.extent is None:
            return ""
        match need.permission:
            case Permission.DISCOUNT:
                words = self.tr("Discount: {percent} percent")
            case Permission.CHANGE_PRICE | Permission.SELL_BELOW_COST:
                words = self.tr("Price: {percent} percent of the card’s")
            case Permission.LOWER_DEPOSIT:
                words = self.tr("Deposit: {percent} percent of what will be paid")
            case Permission.PAY_OUT | Permission.RETURN_GOODS:
                return self.tr("Amount: {amount}").format(amount=formatting.money(need.extent))
            case _:
                return ""
        return words.format(percent=formatting.quantity(need.extent))

    @override
    def _nobody(self) -> str:
        return self.tr("Nobody called “{typed}” may approve this.")

    def _on_chosen(self, approver: EmployeeToLogIn) -> None:
        self.ask_pin(approver)

    def _on_pin_entered(self, approver: EmployeeToLogIn, pin: str) -> None:
        try:
            state = self._operations.read(stored_pins.state, approver.id, self._operations.now())
            if not state.pin_hash:
                self.say(words_of(Refusal(Why.PIN_MISSING, name=approver.name)))
                return
            if state.wait_seconds:
                self.say(words_of(Refusal(Why.PIN_LOCKED, seconds=state.wait_seconds)))
                return
            tried = held_against(self._operations, state.pin_hash, pin)
        except TroubleError as trouble:
            self.say(words_of_trouble(trouble))
            return
        verb = partial(
            approvals.approve,
            approver_id=approver.id,
            tried=tried,
            action=self._action,
            needs=needs_of(self._refusal),
        )
        match self._operations.outcome(verb):
            case Done(pins.WRONG):
                self.say(words_of_wrong_pin(self._operations, approver.id))
            case Done():
                self.is_approved = True
                self.accept()
            case Refused(refusal):
                self.say(words_of(refusal))
            case Trouble(message):
                self.say(message)

    def _on_logged_in_changed(self) -> None:
        """Close when somebody else works here now: they may be allowed what was refused."""
        now, asked_for = self._operations.logged_in, self._asked_for
        if now is None or asked_for is None or now.employee_id != asked_for.employee_id:
            self._on_exit_requested()

    def _on_exit_requested(self) -> None:
        if not self.is_approved:  # accepted, too, it closes, which asks to leave
            self.done(LogInDialog.DialogCode.Rejected)


def ask_approval(operations: Operations, parent: QWidget, refusal: Refusal, action: Action) -> bool:
    """Ask somebody who may to approve what was refused; False when nobody did, or nobody could."""
    approvers = _approvers(operations, refusal)
    if not approvers:
        return False
    over = QApplication.activeModalWidget() or parent.window()
    dialog = ApproveDialog(over, operations, refusal, action)
    dialog.show_employees(approvers)
    try:
        dialog.exec()
        return dialog.is_approved
    finally:
        dialog.deleteLater()
        over.activateWindow()


def _approvers(operations: Operations, refusal: Refusal) -> tuple[EmployeeToLogIn, ...]:
    """List who may do what was refused; where a name stands under it, only whose name it is."""
    named, own = refusal.facts.get("approver"), operations.logged_in
    if own is None:
        return ()
    return tuple(
        employee
        for employee in operations.read(who.employees)
        if employee.id != own.employee_id
        and not missing(employee.rights, needs_of(refusal))
        and named in {None, employee.id}
    )
