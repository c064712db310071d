"""Who may do what. Serves the guide's page on employees."""

from posim_desktop.domain.errors import Refusal, require
from posim_desktop.domain.people.permissions import Permission, permission_refusal
from posim_desktop.domain.why import Why
from posim_desktop.services.records import signatures
from posim_desktop.services.session import Session, Stamp


def refusal(session: Session, stamp: Stamp, permission: Permission) -> Refusal | None:
    """Return why the acting employee may not do something, or None.

    While the shop has no employee at all (its first start), everything is allowed.
    """
    if stamp.employee_id is None:
        return Refusal(Why.LOG_IN_FIRST) if signatures.has_employees(session.connection()) else None
    employee = signatures.colleague(session, stamp.employee_id)
    if employee is None:
        return Refusal(Why.NO_LONGER_WORKS_HERE)
    return permission_refusal(employee.role, permission)


def require_permission(session: Session, stamp: Stamp, permission: Permission) -> None:
    """Refuse when the acting employee lacks a permission.

    Raises:
        RefusedError: The role lacks the permission, or the employee left.
    """
    require(refusal(session, stamp, permission))
