"""What a practice shop keeps of what somebody learned and no other record tells. Serves the guide's page "Practice"."""

import json

from posim_desktop.domain.changes import Done, Record, done, some_new
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.practice import Outside, outside_refusal
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import practice
from posim_desktop.services.records import preference_rows
from posim_desktop.services.session import Session, Stamp


def require_outside(session: Session, outside: Outside) -> None:
    """Make sure that something outside the program may be reached from this shop.

    Raises:
        RefusedError: The shop is for practice.
    """
    require(outside_refusal(outside, is_practice=practice.is_practice(session.connection())))


def note_scan(session: Session, stamp: Stamp, *, code: str) -> Done:
    """Write down that somebody dealt with a scan that was not taken; such scans stand in a file and in no table.

    Raises:
        RefusedError: The shop is a real one.
    """
    del stamp
    if not practice.is_practice(session.connection()):
        raise refuse(Why.NOT_FOR_PRACTICE)
    preference_rows.write(session, {practice.SCAN_DEALT_WITH: json.dumps(code)})
    return done(0, some_new(Record.PREFERENCE))
