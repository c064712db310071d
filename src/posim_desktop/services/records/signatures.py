"""Who works here, and whose name is signed under what is done: asked in this one way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import sqlalchemy as sa

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.why import Why
from posim_desktop.orm import Employee
from posim_desktop.orm.base import table_of
from posim_desktop.services.session import Session, Stamp

Verb = TypeVar("Verb", bound=Callable[..., Done])

_employees = table_of(Employee)
_WORKS_HERE = sa.select(_employees.c.id, _employees.c.name, _employees.c.role).where(
    _employees.c.id == sa.bindparam("employee"), ~_employees.c.archived
)
_at_the_door: set[Callable[..., Done]] = set()
_ANYBODY = sa.select(sa.exists(sa.select(_employees.c.id)))


class Colleague(NamedTuple):
    """An employee who works here."""

    id: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did something, the name as it is written that day, and why."""

    employee_id: int
    name: str
    reason: str = ""


def at_the_door(verb: Verb) -> Verb:
    """Mark a verb of somebody who does not work at the workstation yet, and who says for itself whom it lets in."""
    _at_the_door.add(verb)
    return verb


def require_presence(session: Session, stamp: Stamp, verb: Callable[..., Done]) -> None:
    """Refuse what somebody wants to do who does not work here; asked before every verb.

    Raises:
        RefusedError: Nobody is logged in though the shop has employees, or who was has left.
    """
    if verb in _at_the_door or colleague(session, stamp.employee_id) is not None:
        return
    if stamp.employee_id is not None:
        raise refuse(Why.NO_LONGER_WORKS_HERE)
    if has_employees(session.connection()):
        raise refuse(Why.LOG_IN_FIRST)


def colleague(session: Session, employee_id: int | None) -> Colleague | None:
    """Look up an employee who works here; None for nobody and for who left."""
    if employee_id is None:
        return None
    row = session.connection().execute(_WORKS_HERE, {"employee": employee_id}).one_or_none()
    return None if row is None else Colleague(row.id, row.name, Role(row.role))


def has_employees(connection: sa.Connection) -> bool:
    """Return whether the shop has any employee, who may have left."""
    return bool(connection.scalar(_ANYBODY))


def sign(session: Session, employee_id: int | None, reason: str = "", *, field: str = "name") -> Signature:
    """Take the signature of an employee who works here.

    Raises:
        RefusedError: Nobody, or somebody who left; at a field.
    """
    found = colleague(session, employee_id)
    if found is None:
        raise refuse(Why.CHOOSE_CURRENT_EMPLOYEE, Field(field))
    return Signature(found.id, found.name, reason)
