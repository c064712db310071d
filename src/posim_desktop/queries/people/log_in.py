"""Who can log in. Serves the guide's page "Log in"."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.people.permissions import EVERYTHING, NOTHING, Rights, Role
from posim_desktop.orm import Employee, ShopRole
from posim_desktop.orm.base import table_of
from posim_desktop.queries.people import pins

_ALL = (
    sa.select(
        *(Employee.id, Employee.code, Employee.name, Employee.role, Employee.badge, ShopRole.name.label("role_name")),
        *(table_of(ShopRole).c[name] for name in Rights._fields),
    )
    .join(ShopRole, ShopRole.code == Employee.role)
    .where(~Employee.archived)
    .order_by(Employee.name, Employee.id)
)


@dataclass(frozen=True, slots=True)
class EmployeeToLogIn:
    """An employee as the log-in list shows them; ``role`` is what the role is called."""

    id: int
    code: str
    name: str
    role: str
    rights: Rights
    badge: str


def employees(connection: sa.Connection) -> tuple[EmployeeToLogIn, ...]:
    """List who works here, by name; nobody in a shop that was not set up yet.

    Until an Owner has a PIN, nobody may do what not everybody may.
    """
    kept = pins.are_kept(connection)
    return tuple(
        EmployeeToLogIn(
            employee_id,
            code,
            name,
            role_name,
            NOTHING if not kept else EVERYTHING if role == Role.OWNER else Rights(*rights),
            badge or "",
        )
        for employee_id, code, name, role, badge, role_name, *rights in connection.execute(_ALL)
    )


def rights_of(connection: sa.Connection, employee_id: int) -> Rights:
    """Return what an employee may do; nothing for who left."""
    return next((each.rights for each in employees(connection) if each.id == employee_id), NOTHING)
