"""Backups: who makes one now, and what came of each."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.exchange.backups import LAPSES_AFTER, BackupState, Occasion, Proof, Second
from posim_desktop.orm import Backup
from posim_desktop.orm.base import table_of
from posim_desktop.services.session import Session, Stamp


class BackupEnd(NamedTuple):
    """What came of a backup; without a proof it failed, and ``problem`` says of what.

    Attributes:
        folder: Where it lies.
        file: What it is called there.
        size: In bytes.
        sha256: The digest of its content.
        proof: How it was proved.
        second: What became of the copy in the second folder.
        problem: What went wrong, in English; also where only the second folder is missing.
    """

    folder: str
    file: str = ""
    size: int = 0
    sha256: str = ""
    proof: Proof | None = None
    second: Second = Second.NONE
    problem: str = ""


_backups = table_of(Backup)
_AT_WORK = sa.select(
    sa.exists().where(_backups.c.state == BackupState.RUNNING, _backups.c.begun_at > sa.bindparam("since"))
)
_BEGUN_SINCE = sa.select(
    sa.exists().where(_backups.c.state != BackupState.FAILED, _backups.c.begun_at >= sa.bindparam("since"))
)
_RUNNING = sa.select(_backups.c.id).where(
    _backups.c.id == sa.bindparam("backup"), _backups.c.state == BackupState.RUNNING
)


_ALL_RUNNING = sa.select(_backups.c.id).where(_backups.c.state == BackupState.RUNNING)


def is_at_work(session: Session, now: datetime) -> bool:
    """Tell whether a workstation makes a backup right now; one that does not come back is waited for no longer."""
    return bool(session.connection().scalar(_AT_WORK, {"since": now - LAPSES_AFTER}))


def was_begun_since(session: Session, since: datetime) -> bool:
    """Tell whether a backup was begun since a moment, and did not fail."""
    return bool(session.connection().scalar(_BEGUN_SINCE, {"since": since}))


def insert(session: Session, stamp: Stamp, occasion: Occasion) -> int:
    """Write down that a backup begins."""
    row = {
        **_written(BackupEnd("")),
        "begun_at": stamp.at,
        "ended_at": None,
        "state": str(BackupState.RUNNING),
        "occasion": str(occasion),
        "workstation": stamp.workstation,
        "employee_id": stamp.employee_id,
    }
    new_id: int = session.connection().execute(sa.insert(_backups).values(row).returning(_backups.c.id)).scalar_one()
    return new_id


def end(session: Session, stamp: Stamp, backup_id: int, came_of: BackupEnd) -> bool:
    """Write down what came of a backup; False where somebody did already."""
    if session.connection().scalar(_RUNNING, {"backup": backup_id}) is None:
        return False
    state = BackupState.FAILED if came_of.proof is None else BackupState.GOOD
    values = {**_written(came_of), "state": str(state), "ended_at": stamp.at}
    session.connection().execute(sa.update(_backups).where(_backups.c.id == backup_id).values(values))
    return True


def give_up_others(session: Session, stamp: Stamp, why: str) -> None:
    """Say of each backup that is at work that it failed: whoever made it will not come back to say so."""
    for backup_id in session.connection().scalars(_ALL_RUNNING).all():
        end(session, stamp, backup_id, BackupEnd("", problem=why))


def read_back(session: Session, stamp: Stamp, taken: datetime, backup: BackupEnd, why_others: str) -> int:
    """Write down that a backup was read back and proved, and return its id.

    A copy holds the row of its own making, which runs: that is the one. One that was made before an upgrade has none.
    """
    own: int | None = max(session.connection().scalars(_ALL_RUNNING), default=None)
    backup_id = insert(session, replace(stamp, at=taken), Occasion.RESTORED) if own is None else own
    end(session, stamp, backup_id, backup)
    give_up_others(session, stamp, why_others)
    return backup_id


def _written(came_of: BackupEnd) -> dict[str, object]:
    return {**came_of._asdict(), "proof": str(came_of.proof or ""), "second": str(came_of.second)}
