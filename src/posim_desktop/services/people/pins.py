"""Logging in with a PIN, and making and changing PINs. Serves the guide's page "Log in".

No PIN comes here: it was hashed, or held against a hash, before the transaction began. What was found out then counts
only if the hash is still the one that is stored, and if nobody has been locked out meanwhile, at whichever till.
"""

from dataclasses import replace
from datetime import timedelta

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.people.pins import TriedPin, wait_after
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.queries.people import pins as stored_pins
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission, require_reach_of
from posim_desktop.services.records import card_rows, pin_rows, signatures
from posim_desktop.services.records.signatures import Colleague
from posim_desktop.services.session import Session, Stamp

WRONG = 0
"""The record of a result that is none: the PIN was wrong, and that was counted."""


@signatures.at_the_door
def log_in(session: Session, stamp: Stamp, *, employee_id: int, tried: TriedPin | None) -> Done:
    """Let somebody in at a workstation; ``record_id`` is their id, or :data:`WRONG`.

    Args:
        session: The transaction.
        stamp: When, where, and who has worked there so far.
        employee_id: Who wants in.
        tried: What came of the PIN that was typed; None in a shop that keeps no PINs yet.

    Raises:
        RefusedError: Not without a PIN, not now, not with a PIN that was changed meanwhile, or not at all.
    """
    person = colleague(session, employee_id)
    if tried is None:
        _require_no_pin_needed(session, person)
    elif not fits(session, stamp, person, tried):
        return done(WRONG)
    before = stamp.employee_id
    if before is None or before == employee_id:
        entry = _entry(AuditAction.LOG_IN, employee_id)
    else:
        entry = replace(_entry(AuditAction.SWITCH_EMPLOYEE, employee_id), before={"employee": before})
    append(session, replace(stamp, employee_id=employee_id), [entry])
    return done(employee_id)


def lock(session: Session, stamp: Stamp, *, employee_id: int) -> Done:
    """Note that a workstation was locked under the name of whoever works there; ``record_id`` is their id."""
    append(session, stamp, [_entry(AuditAction.LOCK, employee_id)])
    return done(employee_id)


@signatures.at_the_door
def make_first(session: Session, stamp: Stamp, *, employee_id: int, pin_hash: str) -> Done:
    """Make the first PIN of a shop that kept none, and let its maker in; ``record_id`` is their id.

    Raises:
        RefusedError: Somebody else makes it, or made one meanwhile.
    """
    person = colleague(session, employee_id)
    owners = card_rows.lock_owners(session)
    if stored_pins.are_kept(session.connection()):
        raise refuse(Why.PIN_ASKED)
    if owners[:1] != [person.id]:
        raise refuse(Why.PIN_MISSING, name=person.name)
    pin_rows.keep(session, employee_id, pin_hash)
    own_stamp = replace(stamp, employee_id=employee_id)
    entries = [_entry(AuditAction.MAKE_PIN, employee_id), _entry(AuditAction.LOG_IN, employee_id)]
    append(session, own_stamp, entries)
    return _changed(employee_id)


def found(session: Session, stamp: Stamp, employee_id: int, pin_hash: str) -> None:
    """Keep the PIN of whoever sets a shop up; part of another verb."""
    pin_rows.keep(session, employee_id, pin_hash)
    append(session, replace(stamp, employee_id=employee_id), [_entry(AuditAction.MAKE_PIN, employee_id)])


def change_own(session: Session, stamp: Stamp, *, tried: TriedPin, pin_hash: str) -> Done:
    """Change the PIN of whoever works here; ``record_id`` is their id, or :data:`WRONG` for a wrong old one.

    Raises:
        RefusedError: Not now, or the PIN was changed meanwhile.
    """
    person = colleague(session, stamp.employee_id)
    if not fits(session, stamp, person, tried):
        return done(WRONG)
    pin_rows.keep(session, person.id, pin_hash)
    append(session, stamp, [_entry(AuditAction.CHANGE_PIN, person.id)])
    return _changed(person.id)


def give(session: Session, stamp: Stamp, *, employee_id: int, pin_hash: str) -> Done:
    """Give somebody a PIN, or another one after they forgot theirs; locked out they are no more.

    Raises:
        RefusedError: The permission is missing, or it is one's own PIN, which takes the old one.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    person = colleague(session, employee_id)
    require_reach_of(session, stamp, person.role)
    if person.id == stamp.employee_id and stored_pins.has_pin(session.connection(), person.id):
        raise refuse(Why.OWN_PIN_NEEDS_OLD, Field("old_pin"))
    pin_rows.keep(session, person.id, pin_hash)
    append(session, stamp, [_entry(AuditAction.GIVE_PIN, person.id)])
    return _changed(person.id)


@signatures.at_the_door
def replace_forgotten(session: Session, stamp: Stamp, *, employee_id: int, pin_hash: str) -> Done:
    """Give somebody another PIN from outside of the program's windows; whoever can do that has the database itself.

    Raises:
        RefusedError: They work here no longer.
    """
    person = colleague(session, employee_id)
    pin_rows.keep(session, person.id, pin_hash)
    append(session, stamp, [_entry(AuditAction.FORGOTTEN_PIN, person.id)])
    return _changed(person.id)


def colleague(session: Session, employee_id: int | None) -> Colleague:
    """Look up somebody who works here.

    Raises:
        RefusedError: They do no longer.
    """
    person = signatures.colleague(session, employee_id)
    if person is None:
        raise refuse(Why.NO_LONGER_WORKS_HERE)
    return person


def _require_no_pin_needed(session: Session, person: Colleague) -> None:
    connection = session.connection()
    if stored_pins.has_pin(connection, person.id):
        raise refuse(Why.PIN_ASKED)
    if stored_pins.are_kept(connection) or stored_pins.first_owner(connection) == person.id:
        raise refuse(Why.PIN_MISSING, name=person.name)


def fits(session: Session, stamp: Stamp, person: Colleague, tried: TriedPin) -> bool:
    """Say whether a tried PIN is right and count it if it is not; the row stays locked, so that tills count together.

    Raises:
        RefusedError: Too many were wrong, so that even the right one waits; or the PIN was changed meanwhile.
    """
    pin = pin_rows.lock(session, person.id)
    if pin is None or pin.pin_hash != tried.pin_hash:
        raise refuse(Why.PIN_CHANGED)
    left = stored_pins.seconds_until(pin.not_before, stamp.at)
    if left:
        raise refuse(Why.PIN_LOCKED, seconds=left)
    if tried.fits:
        if pin.failures:
            pin_rows.count_failures(session, pin, 0, None)
        return True
    failures = pin.failures + 1
    seconds = wait_after(failures)
    pin_rows.count_failures(session, pin, failures, stamp.at + timedelta(seconds=seconds) if seconds else None)
    entries = [replace(_entry(AuditAction.WRONG_PIN, person.id), after={"failures": failures})]
    if seconds:
        entries.append(replace(_entry(AuditAction.LOCK_OUT, person.id), after={"seconds": seconds}))
    append(session, stamp, entries)
    return False


def _entry(action: AuditAction, employee_id: int) -> AuditEntry:
    return AuditEntry(action, Record.EMPLOYEE, employee_id)


def _changed(employee_id: int) -> Done:
    return done(employee_id, Change(Record.EMPLOYEE, employee_id))
