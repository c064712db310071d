"""PINs as they are stored: a hash, and how often and until when somebody failed."""

from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.orm import Pin
from posim_desktop.orm.base import table_of
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session


class StoredPin(NamedTuple):
    """An employee's PIN; in words for logs there is no hash in it."""

    id: int
    pin_hash: str
    failures: int
    not_before: datetime | None


_pins = table_of(Pin)
_LOCK = (
    sa.select(*(_pins.c[name] for name in StoredPin._fields))
    .where(_pins.c.employee_id == sa.bindparam("employee"))
    .with_for_update()
)


def lock(session: Session, employee_id: int) -> StoredPin | None:
    """Lock an employee's PIN and read it, so that whoever tries it elsewhere waits; None for who has none."""
    row = session.connection().execute(_LOCK, {"employee": employee_id}).one_or_none()
    if row is None:
        return None
    climb(session, Rank.PIN, [row.id])
    return StoredPin._make(row)


def count_failures(session: Session, pin: StoredPin, failures: int, not_before: datetime | None) -> None:
    """Write how often in a row a wrong PIN was typed instead of a locked one, and until when nobody is let in."""
    written = sa.update(_pins).where(_pins.c.id == pin.id).values(failures=failures, not_before=not_before)
    session.connection().execute(written)


def keep(session: Session, employee_id: int, pin_hash: str) -> None:
    """Write an employee's new PIN over the one they have; nothing that was typed before counts against it."""
    fresh = {"pin_hash": pin_hash, "failures": 0, "not_before": None}
    before = lock(session, employee_id)
    if before is None:
        session.connection().execute(sa.insert(_pins).values(employee_id=employee_id, **fresh))
    else:
        session.connection().execute(sa.update(_pins).where(_pins.c.id == before.id).values(fresh))
