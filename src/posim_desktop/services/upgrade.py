"""Bringing a shop's database to the revision that this program knows, or finding it there already.

What does the work, and Alembic with it, is imported only when there is work: loading it takes longer than all the
rest of opening a shop.
"""

import logging
import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError

from posim_desktop.domain.errors import TroubleError
from posim_desktop.orm.base import REVISION
from posim_desktop.private_files import keep_private
from posim_desktop.services.database import UPGRADE_SECONDS, open_engine
from posim_desktop.unforeseen import plain_message

_log = logging.getLogger(__name__)
_NOT_ITS_OWNER = (
    "Permission denied: this user of the server may not create or upgrade the shop's tables. "
    "Start the program once as the owner of the database; nothing has been changed."
)
_UNFIT_RECORDS = (
    "The shop cannot be upgraded, because some of its records point to missing ones. Nothing has been changed. "
    "Run verify with the earlier version of the program, and keep a copy of the database."
)
_NO_ANSWER = (
    "The shop's database cannot be opened: its server does not answer. Check that it is running and that this computer "
    "reaches it, then start again."
)
_NOT_LET_IN = (
    "The shop's database cannot be opened: its server does not let this program in. Check the user, the password and "
    "the name of the database, then start again."
)
_NOT_AS_SAFE = (
    "The server of the shop's database no longer proves that it is the one that this workstation was connected to, or "
    "no longer encrypts what goes to it. Nothing was sent. If whoever looks after the server changed it, "
    "run “posim-desktop connect” again; if nobody did, do not."
)
_UNOPENED = (
    "The shop's database cannot be opened. What happened is in the program's log; nothing has been changed. "
    "Start again, or keep a copy of the database and ask for help."
)
_A_FOLDER = "The shop's database cannot be opened: {file} is a folder. Choose the shop's file in it."
_LEADS_NOWHERE = "The shop's database cannot be opened: {file} is a link that leads to itself."
_BUSY = "The shop's database cannot be opened: another program keeps it busy. Close that program, then start again."
_UNREADABLE = "The shop's database cannot be opened: this user may not read and write {file}."
_NOT_A_DATABASE = (
    "The shop's database cannot be opened: the file is not a database, or is damaged. It is left as it is; restore a "
    "backup, or choose the shop's file."
)
_STORED = sa.text("SELECT version_num FROM alembic_version")
_UNDEFINED_TABLE, _NO_PRIVILEGE = "42P01", "42501"


def is_up_to_date(engine: sa.Engine) -> bool:
    """Tell, with one plain query, whether a database has the revision that this program knows."""
    try:
        with engine.connect() as connection:
            return bool(connection.scalar(_STORED) == REVISION)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == _UNDEFINED_TABLE or "no such table" in str(error.orig):
            return False
        raise


def migrate(url: str, data_folder: Path, *, without_backup: bool = False) -> None:
    """Create the tables, or bring an older database up to date after backing it up.

    Args:
        url: Where the shop is.
        data_folder: This user's, for the backup of a server's database; a file is backed up beside itself.
        without_backup: Whether the person agreed to upgrade a server's database that cannot be backed up from here.

    Raises:
        NoBackupError: A server's database cannot be backed up from here, and nobody agreed to go on without.
        TroubleError: The database was made by a newer program, cannot be backed up, or cannot be opened at all; it is
            left as it is.
    """
    _keep_file_private(url)
    engine = open_engine(url, file_lock_seconds=UPGRADE_SECONDS)
    try:
        if is_up_to_date(engine):
            return
        from posim_desktop.services.migrator import upgrade  # noqa: PLC0415 - see above

        upgrade(url, data_folder, without_backup=without_backup)
    except DBAPIError as error:
        raise trouble_opening(engine, error) from error
    finally:
        engine.dispose()


def bring_up_to_date(url: str) -> None:
    """Bring a copy that nobody works in up to date; it is a backup itself, and none is made of it.

    Raises:
        TroubleError: It was made by a newer program, or cannot be opened.
    """
    engine = open_engine(url, file_lock_seconds=UPGRADE_SECONDS)
    try:
        if not is_up_to_date(engine):
            from posim_desktop.services.migrator import upgrade  # noqa: PLC0415 - see above

            upgrade(url, None, without_backup=True)
    except DBAPIError as error:
        raise trouble_opening(engine, error) from error
    finally:
        engine.dispose()


def _keep_file_private(url: str) -> None:
    """Make the file of a shop its owner's alone before anything is in it; SQLite makes its companions like it."""
    parts = sa.make_url(url)
    if parts.get_backend_name() == "sqlite" and parts.database not in {None, "", ":memory:"}:
        keep_private(Path(str(parts.database)))


def trouble_opening(engine: sa.Engine, error: DBAPIError) -> TroubleError:
    """Return what the person can do about a database that was not opened; the driver's own words go into the log."""
    _log.error("the shop's database cannot be opened: %s", _driver_said(error))
    if isinstance(error, IntegrityError):
        return TroubleError(_UNFIT_RECORDS)
    if engine.dialect.name == "sqlite":
        return _trouble_with_file(Path(str(engine.url.database)), error)
    state = getattr(error.orig, "sqlstate", None)
    if state == _NO_PRIVILEGE:
        return TroubleError(_NOT_ITS_OWNER)
    if state or error.statement is not None:
        return TroubleError(_UNOPENED)
    # Both bring a driver that SQLite does not need.
    from posim_desktop.services import bounded_connection, encryption  # noqa: PLC0415

    if encryption.was_refused(error.orig):
        return TroubleError(_NOT_AS_SAFE)
    # Why it ends a conversation, a server tells in its own language only, and without a code.
    if bounded_connection.answers(engine):
        return TroubleError(_NOT_LET_IN)
    return TroubleError(_NO_ANSWER)


def _driver_said(error: DBAPIError) -> str:
    """Return a driver's words for the log: of a connection that was not made they name only where it was tried."""
    if error.statement is None:
        return " ".join(str(error.orig).split())
    return plain_message(error.orig or error)


def _trouble_with_file(file: Path, error: DBAPIError) -> TroubleError:
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
        return TroubleError(_NOT_A_DATABASE)
    if code == sqlite3.SQLITE_BUSY:
        return TroubleError(_BUSY)
    if file.is_dir():
        return TroubleError(_A_FOLDER, file=str(file))
    if file.is_symlink():  # the URL has the place that links lead to
        return TroubleError(_LEADS_NOWHERE, file=str(file))
    try:
        file.open("r+b").close()
    except PermissionError:
        return TroubleError(_UNREADABLE, file=str(file))
    except OSError as unread:
        _log.error("the shop's file cannot be opened: %s", unread)
    return TroubleError(_UNOPENED)
