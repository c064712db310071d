"""Employees: who may do what, who signs. Serves the guide's page on employees."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.permissions import Permission, Role, permission_refusal
from posim_desktop.orm import Employee
from posim_desktop.services.transaction import Stamp


def require_permission(session: Session, stamp: Stamp, permission: Permission) -> None:
    """Refuse when the acting employee lacks a permission.

    While the shop has no employee at all (its first start), everything is allowed.

    Raises:
        RefusedError: The role lacks the permission, or the employee left.
    """
    if stamp.employee_id is None:
        if session.scalar(sa.select(sa.func.count()).select_from(Employee)):
            raise refuse("Log in first.")
        return
    role = session.scalar(sa.select(Employee.role).where(Employee.id == stamp.employee_id, ~Employee.archived))
    if role is None:
        raise refuse("This employee no longer works here. Log in as somebody else.")
    require(permission_refusal(Role(role), permission))
