"""What somebody who wants to log in is asked for. Serves the guide's page "Log in"."""

from dataclasses import dataclass, field
from datetime import datetime
from math import ceil

import sqlalchemy as sa

from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import Employee, Pin
from posim_desktop.orm.base import table_of
from posim_desktop.queries.clock import moment

_pins, _employees = table_of(Pin), table_of(Employee)
_MANAGER = sa.and_(_employees.c.role == str(Role.MANAGER), ~_employees.c.archived)
_PIN = sa.select(_pins.c.pin_hash, _pins.c.not_before).where(_pins.c.employee_id == sa.bindparam("employee"))
_KEPT = sa.select(sa.exists().where(_pins.c.employee_id == _employees.c.id, _MANAGER))
_FIRST_MANAGER = sa.select(sa.func.min(_employees.c.id)).where(_MANAGER)


@dataclass(frozen=True, slots=True)
class PinState:
    """What is known of somebody's PIN before they type it.

    Attributes:
        pin_hash: What a typed PIN is held against; ``""`` for who has none.
        wait_seconds: How long nobody is let in under this name.
        are_kept: Whether a manager has a PIN, and so everybody needs one.
        makes_first: Whether this is who makes the shop's first PIN.
    """

    pin_hash: str = field(repr=False)
    wait_seconds: int
    are_kept: bool
    makes_first: bool


def state(connection: sa.Connection, employee_id: int, own_now: datetime) -> PinState:
    """Read what an employee is asked for at the log-in.

    Args:
        connection: To the database.
        employee_id: Who wants to log in.
        own_now: What this computer's clock says.
    """
    pin = connection.execute(_PIN, {"employee": employee_id}).one_or_none()
    kept = are_kept(connection)
    if pin is None:
        return PinState("", 0, kept, not kept and first_manager(connection) == employee_id)
    return PinState(pin.pin_hash, seconds_until(pin.not_before, moment(connection, own_now)), kept, makes_first=False)


def are_kept(connection: sa.Connection) -> bool:
    """Return whether a manager who works here has a PIN; from then on nobody is let in without one."""
    return bool(connection.scalar(_KEPT))


def first_manager(connection: sa.Connection) -> int | None:
    """Return the lowest-numbered manager who works here: who makes the shop's first PIN."""
    found: int | None = connection.scalar(_FIRST_MANAGER)
    return found


def has_pin(connection: sa.Connection, employee_id: int) -> bool:
    """Return whether somebody has a PIN."""
    return connection.execute(_PIN, {"employee": employee_id}).one_or_none() is not None


def seconds_until(not_before: datetime | None, now: datetime) -> int:
    """Return how many seconds are left until a moment, 0 when it is past or there is none."""
    return 0 if not_before is None else max(0, ceil((not_before - now).total_seconds()))
