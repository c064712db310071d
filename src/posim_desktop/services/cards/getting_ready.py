"""What a new shop does without, and that its receipts come out. Serves the guide's page "Getting Ready"."""

import json

from posim_desktop.domain.changes import Done, Record, done, some_new
from posim_desktop.domain.getting_ready import ReadyStep
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.shop.getting_ready import RECEIPT_PRINTED, SKIPPED
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import preference_rows
from posim_desktop.services.session import Session, Stamp


def skip(session: Session, stamp: Stamp, *, step: ReadyStep, skipped: bool) -> Done:
    """Say that the shop does without a step, or that it does not.

    Raises:
        RefusedError: The employee may not change preferences.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    preference_rows.write(session, {f"{SKIPPED}{step}": json.dumps(skipped)})
    return done(0, some_new(Record.PREFERENCE))


def note_receipt(session: Session, stamp: Stamp, *, printer: str) -> Done:
    """Write down that a receipt printer of this workstation took a test receipt."""
    preference_rows.write(session, {RECEIPT_PRINTED: json.dumps([stamp.workstation, printer])})
    return done(0, some_new(Record.PREFERENCE))
