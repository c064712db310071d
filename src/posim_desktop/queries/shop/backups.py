"""What is known of backups, and how far the shop's numbers are. Serves the guide's page "Backups"."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain.exchange.backups import BackupState, Occasion, Proof, Second, is_due, is_too_old, last_struck
from posim_desktop.domain.exchange.numbers_given import CODES, DOCUMENTS, Given
from posim_desktop.orm import Backup, Counter, Drawer, Invoice, Operation
from posim_desktop.queries.shop import practice, preferences

_good = Backup.state == BackupState.GOOD
_LAST_GOOD = sa.select(sa.func.max(Backup.begun_at)).where(_good)
_LAST_BEGUN = sa.select(sa.func.max(Backup.begun_at)).where(Backup.state != BackupState.FAILED)
_FIRST_WORK = sa.select(Operation.at).order_by(Operation.id).limit(1)
_NEWEST = sa.select(Backup).order_by(Backup.id.desc()).limit(1)
_COUNTERS = sa.select(Counter.name, Counter.value).where(Counter.name.in_((*DOCUMENTS, *CODES)))
_DRAWERS = sa.select(Drawer.id, Drawer.last_number)
_SLIP = sa.select(sa.func.max(Invoice.id))
_FIRST_KEY = sa.select(Operation.key).order_by(Operation.id).limit(1)
_LAST = sa.select(Operation.id, Operation.at).order_by(Operation.id.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup as Preferences show it."""

    begun_at: datetime
    state: BackupState
    occasion: Occasion
    workstation: str
    folder: str
    file: str
    size: int
    proof: Proof | None
    second: Second
    problem: str


@dataclass(frozen=True, slots=True)
class Safety:
    """How safe the shop is.

    Attributes:
        last_good: When the newest good backup was begun; None where there is none.
        last_begun: When one was begun last that did not fail.
        first_work: When the first thing was done in the shop.
        newest: The newest, good or not.
    """

    last_good: datetime | None
    last_begun: datetime | None
    first_work: datetime | None
    newest: BackupRow | None


def safety(connection: sa.Connection) -> Safety:
    """Tell how safe the shop is."""
    row = connection.execute(_NEWEST).mappings().one_or_none()
    return Safety(
        connection.scalar(_LAST_GOOD),
        connection.scalar(_LAST_BEGUN),
        connection.scalar(_FIRST_WORK),
        None
        if row is None
        else BackupRow(
            row["begun_at"],
            BackupState(row["state"]),
            Occasion(row["occasion"]),
            row["workstation"],
            row["folder"],
            row["file"],
            row["size"],
            Proof(row["proof"]) if row["proof"] else None,
            Second(row["second"]),
            row["problem"],
        ),
    )


def due_since(connection: sa.Connection, now: datetime) -> datetime | None:
    """Return since when a backup is due that is made at a set hour; None where none is."""
    shop = preferences.load(connection)
    local = now.astimezone(ZoneInfo(shop.time_zone))
    if not is_due(local, shop.backup_hour, connection.scalar(_LAST_BEGUN)):
        return None
    return last_struck(local, shop.backup_hour)


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A shop that worked too long without a good backup; ``last_good`` is None where there is none at all."""

    last_good: datetime | None


def unsafe(connection: sa.Connection, now: datetime) -> Unsafe | None:
    """Tell whether the shop has worked too long without a good backup; never of a practice shop."""
    stands = safety(connection)
    warn_days = preferences.load(connection).backup_warn_days
    if practice.is_practice(connection) or not is_too_old(stands.last_good, stands.first_work, now, warn_days):
        return None
    return Unsafe(stands.last_good)


def numbers_given(connection: sa.Connection) -> Given:
    """Read the highest numbers that the shop gave out."""
    return Given(
        {row.name: row.value for row in connection.execute(_COUNTERS)},
        {row.id: row.last_number for row in connection.execute(_DRAWERS)},
        connection.scalar(_SLIP) or 0,
    )


@dataclass(frozen=True, slots=True)
class Work:
    """What was done in a shop.

    Attributes:
        first_key: The key of the first thing that was done; ``""`` where nothing was.
        last_operation: The number of the last, 0 where nothing was.
        last_at: When that was.
    """

    first_key: str
    last_operation: int
    last_at: datetime | None


def work(connection: sa.Connection) -> Work:
    """Tell by what a shop is known, and how far it came."""
    last = connection.execute(_LAST).one_or_none()
    first: str | None = connection.scalar(_FIRST_KEY)
    return Work(first or "", 0 if last is None else last.id, None if last is None else last.at)
