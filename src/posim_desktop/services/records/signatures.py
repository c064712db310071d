"""Who works here, and whose name is signed under what is done: asked in this one way."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, TypeVar

import sqlalchemy as sa

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, refuse
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
_ANYBODY = sa.exists(sa.select(_employees.c.id))
_IS_ANYBODY = sa.select(_ANYBODY)


class Entry(Enum):
    """What is asked of whoever wants to do something, before it begins."""

    WORKING = auto()
    """That they work here."""

    FOUNDING = auto()
    """Who is nobody: that the shop has no employee yet."""

    AT_THE_DOOR = auto()
    """Nothing: the verb says for itself whom it lets in."""


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


def entry_of(verb: Callable[..., Done], stamp: Stamp) -> Entry:
    """Tell what is asked of whoever wants to do a verb."""
    if verb in _at_the_door:
        return Entry.AT_THE_DOOR
    return Entry.FOUNDING if stamp.employee_id is None else Entry.WORKING


def admits(entry: Entry, employee_id: sa.BindParameter[int]) -> sa.ColumnElement[bool]:
    """Write as a condition of a statement that somebody may come in."""
    if entry is Entry.AT_THE_DOOR:
        return sa.true()
    if entry is Entry.FOUNDING:
        return ~_ANYBODY
    return sa.exists().where(_employees.c.id == employee_id, ~_employees.c.archived)


def refusal_at(entry: Entry) -> Refusal:
    """Say why somebody was not let in."""
    return Refusal(Why.LOG_IN_FIRST) if entry is Entry.FOUNDING else Refusal(Why.NO_LONGER_WORKS_HERE)


def colleague(session: Session, employee_id: int | None) -> Colleague | None:
    """Look up an employee who works here; None for nobody and for who left."""
    if employee_id is None:
        return None
    row = session.connection().execute(_WORKS_HERE, {"employee": employee_id}).one_or_none()
    return None if row is None else Colleague(row.id, row.name, Role(row.role))


def has_employees(connection: sa.Connection) -> bool:
    """Return whether the shop has any employee, who may have left."""
    return bool(connection.scalar(_IS_ANYBODY))


def sign(session: Session, employee_id: int | None, reason: str = "", *, field: str = "name") -> Signature:
    """Take the signature of an employee who works here.

    Raises:
        RefusedError: Nobody, or somebody who left; at a field.
    """
    found = colleague(session, employee_id)
    if found is None:
        raise refuse(Why.CHOOSE_CURRENT_EMPLOYEE, Field(field))
    return Signature(found.id, found.name, reason)
