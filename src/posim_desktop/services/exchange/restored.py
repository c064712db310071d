"""A restored shop goes on: the verbs of a restore. Serves the guide's page "Backups".

One is written into the shop that is replaced, and kept with it; the other into the copy that takes its place, in which
nobody works yet. What was handed out before is in the event of the second.
"""

import json
from datetime import datetime

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done, some_new
from posim_desktop.domain.exchange.numbers_given import Given
from posim_desktop.domain.permits import Permission
from posim_desktop.orm.preference import RESTORED
from posim_desktop.queries.shop.backups import numbers_given
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import backup_rows, number_rows, preference_rows, signatures
from posim_desktop.services.records.backup_rows import BackupEnd
from posim_desktop.services.records.lock_order import alone
from posim_desktop.services.session import Session, Stamp

_NOT_ENDED = "It was at work when this backup was made."


def replace(session: Session, stamp: Stamp, *, file: str) -> Done:
    """Write down in a shop that it is about to be replaced by a backup.

    Raises:
        RefusedError: The employee may not restore.
    """
    require_permission(session, stamp, Permission.RESTORE)
    append(session, stamp, [AuditEntry(AuditAction.REPLACE_SHOP, Record.BACKUP, None, after={"file": file})])
    return done(0)


@signatures.at_the_door
def go_on(
    session: Session, stamp: Stamp, *, mark: str, backup: BackupEnd, taken: datetime | None, given: Given
) -> Done:
    """Let a copy go on as the shop: its numbers above all that were handed out, and its audit where the copy ends.

    Args:
        session: The transaction, in the copy; nobody works in it.
        stamp: When and where.
        mark: What no other restore is called.
        backup: The file that was restored.
        taken: When the last thing was done in it; None for nothing.
        given: The highest numbers that were handed out before.
    """
    alone(session)
    standing = numbers_given(session.connection())
    left_out = number_rows.go_on_above(session, stamp, standing, given.or_higher(standing))
    backup_id = backup_rows.read_back(session, stamp, taken or stamp.at, backup, _NOT_ENDED)
    preference_rows.write(session, {RESTORED: json.dumps(mark)})
    entry = AuditEntry(
        AuditAction.RESTORE_SHOP,
        Record.BACKUP,
        backup_id,
        after={"file": backup.file, "skipped": {each.name: f"{each.first}-{each.last}" for each in left_out}},
    )
    append(session, stamp, [entry])
    number_rows.keep(session, left_out)
    return done(backup_id, Change(Record.BACKUP, backup_id), some_new(Record.PREFERENCE))
