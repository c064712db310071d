"""The backup before an upgrade: SQLite copies its file itself, pg_dump writes a server's database down.

It is a backup as any other and can be restored: its checksum lies beside it.
"""

import logging
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from posim_desktop.domain.errors import TroubleError
from posim_desktop.private_files import keep_private
from posim_desktop.services import checksums, server_programs
from posim_desktop.services.server_programs import ProgramError

_log = logging.getLogger(__name__)


class NoBackupError(TroubleError):
    """A server's database cannot be backed up from this computer; the person says whether to upgrade it anyway.

    Attributes:
        said: What pg_dump said, for whoever works at a terminal; ``""`` when it was not there to say anything.
    """

    said = ""


def back_up(url: sa.URL, data_folder: Path, *, without_backup: bool = False) -> Path | None:
    """Keep what a shop is before it is upgraded, dated, and return the file.

    Args:
        url: Where the shop is.
        data_folder: Where the copy of a server's database goes; a file's goes beside the file.
        without_backup: Whether the person agreed to do without the copy of a server's database.

    Raises:
        NoBackupError: PostgreSQL's pg_dump is not there, or failed, and nobody agreed to do without.
        TroubleError: A file's copy cannot be written.
    """
    if url.get_backend_name() == "sqlite":
        return _copy_file(Path(url.database)) if url.database else None
    try:
        return _dump_database(url, data_folder / "backups")
    except NoBackupError:
        if without_backup:
            return None
        raise


def _copy_file(source: Path) -> Path:
    """Copy a database beside itself.

    Other connections may be at work, and a write-ahead log may hold what the file does not: SQLite copies it itself.
    """
    target = _dated(source.parent, source.stem, source.suffix)
    keep_private(target)
    try:
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
            original.backup(copy)
        checksums.write(target)
    except (sqlite3.Error, OSError) as error:
        _log.error("no backup could be written: %s", error)
        raise TroubleError(
            "No backup could be written to {target}, so nothing was upgraded. Make room on the disk, or ask who looks "
            "after this computer; then start the program again.",
            target=str(target),
        ) from error
    return target


def _dump_database(url: sa.URL, folder: Path) -> Path:
    if server_programs.found("pg_dump") is None:
        raise NoBackupError(
            "The shop is about to be upgraded, but it cannot be backed up first: PostgreSQL's program pg_dump is not "
            "on this computer."
        )
    target = _dated(folder, url.database or "shop", ".dump")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        keep_private(target)
        server_programs.dump(url, target)
        checksums.write(target)
    except (OSError, ProgramError) as error:
        target.unlink(missing_ok=True)
        failed = NoBackupError(
            "The shop is about to be upgraded, but it cannot be backed up to {target} first: PostgreSQL's program "
            "pg_dump failed, and its own words are in the program's log.",
            target=str(target),
        )
        failed.said = str(error)
        raise failed from error
    return target


def _dated(folder: Path, name: str, suffix: str) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return folder / f"{name}.before-upgrade-{stamp}{suffix}"
