"""Letting somebody do once what their role does not: the approver types their PIN. Serves the guide's page on roles."""

from dataclasses import replace

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Done, Record, done
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.people.permissions import missing
from posim_desktop.domain.people.pins import TriedPin
from posim_desktop.domain.permits import Permit
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people import pins
from posim_desktop.services.records import approval_rows, signatures
from posim_desktop.services.session import Action, Session, Stamp


def approve(
    session: Session, stamp: Stamp, *, approver_id: int, tried: TriedPin, action: Action, needs: tuple[Permit, ...]
) -> Done:
    """Let the acting employee do one action; ``record_id`` is the approver, or :data:`pins.WRONG` for a wrong PIN.

    Args:
        session: The transaction.
        stamp: When, where and by whom the action is done.
        approver_id: Who approves.
        tried: What came of the PIN that they typed.
        action: Which alone the approval is good for, and only with this content.
        needs: What the action needs and the acting employee lacks.

    Raises:
        RefusedError: Nobody is logged in, the approver may not do it either, or their PIN is not asked now.
    """
    if stamp.employee_id is None:
        raise refuse(Why.LOG_IN_FIRST)
    person = pins.colleague(session, approver_id)
    if not pins.fits(session, stamp, person, tried):
        return done(pins.WRONG)
    authority = signatures.rights(session, approver_id)
    if authority is None or missing(authority.rights, needs):
        raise refuse(Why.APPROVER_MAY_NOT, Field("approver"), name=person.name)
    approval_rows.give(session, stamp, approver_id, action, needs)
    what = {
        "employee": stamp.employee_id,
        "permissions": [str(need.permission) for need in needs],
        "extents": [None if need.extent is None else str(need.extent) for need in needs],
        "operation": action.key,
    }
    entry = AuditEntry(AuditAction.APPROVE, Record.EMPLOYEE, approver_id, after=what)
    append(session, replace(stamp, employee_id=approver_id), [entry])
    return done(approver_id)
