"""The one place that commits: a verb, its operation key and its changes, in one transaction.

A verb is ``verb(session, stamp, *, …content)`` and returns :class:`~posim_desktop.domain.changes.Done`. Bind its
content with :func:`functools.partial`; the content is what the operation key's fingerprint is made of, so the same key
with the same content gives the first result again, and with other content is refused (D3).
"""

import hashlib
import json
import logging
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError, InterfaceError, OperationalError

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import TroubleError
from posim_desktop.orm.triggers import UPGRADED
from posim_desktop.services.database import for_writing
from posim_desktop.services.records import operation_rows, signatures
from posim_desktop.services.session import Action, Stamp, begun
from posim_desktop.unforeseen import plain_message

_log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
Verb = partial[Done]

_ATTEMPTS = 6
_PAUSE_SECONDS = 0.05
_NO_NEW_TRY_AFTER_SECONDS = 20  # a silent connection was given up earlier, so one reconnect is allowed
_SERIALIZATION_FAILURE, _DEADLOCK, _LOCK_TIMEOUT = "40001", "40P01", "55P03"
_TRANSIENT = frozenset({_SERIALIZATION_FAILURE, _DEADLOCK})
_NOT_KNOWN = (
    "The connection to the database was lost, and we cannot tell whether this was done. "
    "Do not take a payment again. What you typed is kept; try again when the connection is back."
)
_UNREACHABLE = (
    "The database cannot be reached right now. What you typed is kept; try again when the connection is back."
)
_CLASH = "Another workstation just made the same change. Nothing was done here; check, then try again."
_PROBLEM = (
    "The database reports a problem, so nothing was done. Try again; if it happens again, the log file says more."
)
_NO_ROOM = "There is no room on the disk that the shop is on, so nothing was done. Make room there, then try again."
_MAY_NOT_WRITE = (
    "The program may not write the shop's file, or in its folder, so nothing was done. "
    "Let it write there, then try again."
)
_DAMAGED = "The shop's file is damaged, so nothing was done. Keep a copy of it, and restore a backup before you go on."
_TOO_BUSY = "Another workstation is keeping the database busy. Nothing was done; try again."
_DISK_FULL = "53100"


def utc_now() -> datetime:
    """Read the clock of this computer."""
    return datetime.now(UTC)


class Transactor:
    """Runs verbs, each in one transaction under its operation key."""

    def __init__(self, engine: sa.Engine, clock: Clock | None = None, *, own_clock: Clock = utc_now) -> None:
        """Make ready to run verbs.

        Args:
            engine: The database. Where it is a server, its clock says when something was done.
            clock: Says it instead, on the tour and where a shop is made up.
            own_clock: This computer's clock, which says it for a shop in a file.
        """
        self._engine = for_writing(engine)
        self._clock = clock
        self._own_clock = own_clock
        self._by_server = clock is None and engine.dialect.name == "postgresql"
        self._behind = timedelta(0)
        self.program = uuid4().hex  # by which others tell it from the next program of the same workstation

    @property
    def behind(self) -> timedelta:
        """How far this computer's clock is behind the server's, as the last verb found; negative if it is ahead."""
        return self._behind

    def now(self) -> datetime:
        """Return the moment by the clock that verbs are stamped with."""
        return self._own_clock() + self._behind if self._clock is None else self._clock()

    def run(self, verb: Verb, *, key: UUID, employee_id: int | None, workstation: str) -> Done:
        """Do a verb once, however often it is asked for.

        Args:
            verb: The verb with its content bound by keyword.
            key: Made when the person started the action; kept for every further try of the same action.
            employee_id: Who does it; None only while the shop has no employees yet.
            workstation: Where.

        Returns:
            The verb's result, or its first result when the key was used before.

        Raises:
            RefusedError: A guard said no, or the key was used for something else; nothing was written.
            TroubleError: The database could not be reached or stayed busy, or a newer program upgraded it meanwhile.
        """
        action = action_of(verb, key)
        stamp = Stamp(self.now(), employee_id, workstation, action)
        lock_timeouts, lost = 0, False
        latest = time.monotonic() + _NO_NEW_TRY_AFTER_SECONDS
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return self._once(verb, stamp, action)
            except (OperationalError, InterfaceError, IntegrityError) as error:
                lock_timeouts += _is_lock_timeout(error)
                lost = lost or error.connection_invalidated
                # A server that is starting again refuses a connection for a moment.
                again = _worth_retrying(error) or (lost and _is_unreachable(error))
                tired = attempt == _ATTEMPTS or lock_timeouts > 1 or time.monotonic() > latest
                if tired or not again:
                    raise _trouble(error, lost=lost) from error
                time.sleep(_PAUSE_SECONDS * attempt)
            except UnicodeDecodeError as error:  # the driver cannot read what SQLite says of what is damaged
                _log.error("the shop's file is damaged: %s", plain_message(error))
                raise TroubleError(_DAMAGED) from error
            except DatabaseError as error:
                if _trouble_of_file(error) is None:
                    raise  # a mistake of the program's own
                raise _trouble(error, lost=lost) from error
        raise AssertionError("unreachable")

    def _once(self, verb: Verb, stamp: Stamp, action: Action) -> Done:
        with begun(self._engine) as session:
            asked = time.monotonic()
            entry = signatures.entry_of(verb.func, stamp)
            claimed = operation_rows.claim(session, stamp, action, entry, by_server=self._by_server)
            if isinstance(claimed, Done):
                return claimed
            if self._by_server:
                self._compare(claimed, time.monotonic() - asked)
            result: Done = verb(session, replace(stamp, at=claimed))
            operation_rows.finish(session, action.key, result, self.program)
            return result

    def _compare(self, server_time: datetime, seconds: float) -> None:
        """Find out how far this computer's clock is behind the server's, which was read in the midst of the seconds."""
        self._behind = server_time + timedelta(seconds=seconds / 2) - self._own_clock()


def action_of(verb: Verb, key: UUID) -> Action:
    """Identify a person's action by its key and by what is done: the verb and all its arguments."""
    content = sorted((name, repr(value)) for name, value in verb.keywords.items())
    name = f"{verb.func.__module__}.{verb.func.__qualname__}"
    return Action(str(key), hashlib.sha256(json.dumps([name, content]).encode()).hexdigest())


def _sqlstate(error: DBAPIError) -> str:
    return getattr(error.orig, "sqlstate", None) or ""


def _worth_retrying(error: DBAPIError) -> bool:
    return error.connection_invalidated or _sqlstate(error) in _TRANSIENT or _is_lock_timeout(error)


def _is_lock_timeout(error: DBAPIError) -> bool:
    """Return whether the wait for a lock timed out: 5 s on PostgreSQL, 10 s on SQLite."""
    if isinstance(error.orig, sqlite3.Error):
        return _primary_code(error.orig) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    return _sqlstate(error) == _LOCK_TIMEOUT


def _primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's result code without the byte that says more exactly; 0 when the driver itself complains."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _is_unreachable(error: DBAPIError) -> bool:
    """Return whether no connection was made at all; PostgreSQL names no state then."""
    if isinstance(error.orig, sqlite3.Error):
        return _primary_code(error.orig) == sqlite3.SQLITE_CANTOPEN
    return isinstance(error, OperationalError) and error.statement is None and not _sqlstate(error)


def _trouble_of_file(error: DBAPIError) -> TroubleError | None:
    """Say what a person can do about a disk that is full or may not be written, or a file that is damaged."""
    code = _primary_code(error.orig) if isinstance(error.orig, sqlite3.Error) else None
    if code == sqlite3.SQLITE_FULL or _sqlstate(error) == _DISK_FULL:
        return TroubleError(_NO_ROOM)
    if code == sqlite3.SQLITE_READONLY:
        return TroubleError(_MAY_NOT_WRITE)
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return TroubleError(_DAMAGED)
    return None


def _trouble(error: DBAPIError, *, lost: bool) -> TroubleError:
    if UPGRADED in str(error.orig):
        return TroubleError(UPGRADED)
    if isinstance(error, IntegrityError):
        return TroubleError(_CLASH)
    if lost or isinstance(error, InterfaceError):
        return TroubleError(_NOT_KNOWN)
    if _sqlstate(error) in _TRANSIENT or _is_lock_timeout(error):
        return TroubleError(_TOO_BUSY)
    if _is_unreachable(error):
        return TroubleError(_UNREACHABLE)
    _log.error("the database reports a problem: %s", plain_message(error.orig or error))
    return _trouble_of_file(error) or TroubleError(_PROBLEM)
