"""Who works here, and whose name is signed under what is done: asked in this one way."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, refuse
from posim_desktop.domain.people.permissions import EVERYTHING, NOTHING, Rights, Role
from posim_desktop.domain.why import Why
from posim_desktop.orm import Employee, Pin, ShopRole
from posim_desktop.orm.base import table_of
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp

Verb = TypeVar("Verb", bound=Callable[..., Done])

_employees, _roles, _pins = table_of(Employee), table_of(ShopRole), table_of(Pin)
_WORKS_HERE = sa.select(_employees.c.id, _employees.c.name, _employees.c.role).where(
    _employees.c.id == sa.bindparam("employee"), ~_employees.c.archived
)
_owners = _employees.alias()
_PINS_KEPT = sa.exists().where(
    _pins.c.employee_id == _owners.c.id, _owners.c.role == str(Role.OWNER), ~_owners.c.archived
)
_RIGHTS = (
    sa.select(
        *(_roles.c[name] for name in ("code", "name", "permissions")),
        *(_roles.c[name] for name in ("most_discount", "price_floor", "most_paid_out", "least_deposit")),
        _PINS_KEPT.label("pins_kept"),
    )
    .join(_employees, _employees.c.role == _roles.c.code)
    .where(_employees.c.id == sa.bindparam("employee"), ~_employees.c.archived)
)
_WHO_HAS = (
    sa.select(_employees.c.name)
    .where(_employees.c.role == sa.bindparam("code"), ~_employees.c.archived)
    .order_by(_employees.c.name)
)
_ROLE_OF = sa.select(_employees.c.role).where(_employees.c.id == sa.bindparam("employee"))
_ROLE = sa.select(_roles).where(_roles.c.code == sa.bindparam("code"), ~_roles.c.archived)
_at_the_door: set[Callable[..., Done]] = set()
_HOLD = (
    sa.select(_roles.c.id)
    .where(_roles.c.code.in_(sa.bindparam("codes", expanding=True)), ~_roles.c.archived)
    .order_by(_roles.c.id)
    .with_for_update(read=True)
)
_KEEP_NAMES = sa.select(_roles.c.id).where(_roles.c.code == str(Role.OWNER)).with_for_update()
_NAMES = sa.select(_roles.c.id, _roles.c.name).where(~_roles.c.archived)
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
    role: str


class Authority(NamedTuple):
    """What an employee's role lets them do, and what it is called."""

    role: str
    role_name: str
    rights: Rights


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
    return None if row is None else Colleague(row.id, row.name, row.role)


def rights(session: Session, employee_id: int) -> Authority | None:
    """Look up what an employee who works here may do; None for who left.

    Until an Owner has a PIN, nobody knows who is who, and nobody may do what not everybody may.
    """
    row = session.connection().execute(_RIGHTS, {"employee": employee_id}).one_or_none()
    if row is None:
        return None
    if not row.pins_kept:
        return Authority(row.code, row.name, NOTHING)
    return Authority(row.code, row.name, rights_of(dict(row._mapping)))  # noqa: SLF001 - public in SQLAlchemy


def rights_of(role: Mapping[str, Any]) -> Rights:
    """Read what a stored role lets its people do; an Owner may do everything, whatever comes later."""
    if role["code"] == Role.OWNER:
        return EVERYTHING
    return Rights(
        role["permissions"], role["most_discount"], role["price_floor"], role["most_paid_out"], role["least_deposit"]
    )


def role_rights(session: Session, code: str) -> Rights | None:
    """Look up what a role lets its people do; None for one that is not on file, or archived."""
    row = session.connection().execute(_ROLE, {"code": code}).one_or_none()
    return None if row is None else rights_of(dict(row._mapping))  # noqa: SLF001 - public in SQLAlchemy


def hold_roles(session: Session, codes: Collection[str]) -> bool:
    """Keep roles from being archived while they are given to somebody; False when one already is."""
    held = list(session.connection().scalars(_HOLD, {"codes": sorted(codes)}))
    climb(session, Rank.CARD, held, _roles.name)
    return len(held) == len(codes)


def keep_role_names(session: Session) -> None:
    """Let nobody else name a role meanwhile: whoever does holds the Owner's, which is the first and always there."""
    climb(session, Rank.CARD, session.connection().scalars(_KEEP_NAMES).all(), _roles.name)


def role_names(session: Session) -> dict[int, str]:
    """Read what the roles in use are called, by id."""
    return {row.id: row.name for row in session.connection().execute(_NAMES)}


def role_of(session: Session, employee_id: int) -> str | None:
    """Look up the role of somebody on file, who may have left; None for nobody."""
    role: str | None = session.connection().scalar(_ROLE_OF, {"employee": employee_id})
    return role


def who_has(session: Session, role: str) -> tuple[str, ...]:
    """List who works here in a role, by name."""
    return tuple(session.connection().scalars(_WHO_HAS, {"code": role}))


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
