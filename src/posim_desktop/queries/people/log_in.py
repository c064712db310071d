"""Who can log in. Serves the guide's page "Log in"."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import Employee

_ALL = (
    sa.select(Employee.id, Employee.code, Employee.name, Employee.role, Employee.badge)
    .where(~Employee.archived)
    .order_by(Employee.name, Employee.id)
)


@dataclass(frozen=True, slots=True)
class EmployeeToLogIn:
    """An employee as the log-in list shows them."""

    id: int
    code: str
    name: str
    role: Role
    badge: str


def employees(connection: sa.Connection) -> tuple[EmployeeToLogIn, ...]:
    """List who works here, by name; nobody in a shop that was not set up yet."""
    return tuple(
        EmployeeToLogIn(row.id, row.code, row.name, Role(row.role), row.badge or "") for row in connection.execute(_ALL)
    )
