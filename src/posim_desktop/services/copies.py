"""Copies of a shop that can be trusted: made beside its work, proved, and put in their place whole or not at all.

A copy is made in a folder of this computer, where it is opened and proved. Only then it is written into the folders
that were asked for: under another name, with its checksum, to the disk, and renamed last. Whoever ends the program at
any moment leaves no half file under the name of a backup. Serves the guide's page "Backups".
"""

import logging
import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from posim_desktop.domain.errors import TroubleError
from posim_desktop.private_files import keep_private
from posim_desktop.queries.verify import verify
from posim_desktop.services import checksums, shop_money
from posim_desktop.services.checksums import StoppedError
from posim_desktop.services.database import open_copy, snapshot

_log = logging.getLogger(__name__)

Stop = Callable[[], bool]
"""Asked again and again; True gives up what is being made."""

_CHUNK = 1 << 20
_FIRST_SHARE = 1024
"""Pages copied at once, 4 MB: a till that wants to write waits some milliseconds for them."""
_TAKEN = 0
"""SQLite's word for a share that was copied while more are left."""
_TRIES_OF_A_SHARE = 3
_LARGER = 4
_ROOM_SECONDS = 0.002
_LOCK_SECONDS = 60
_FIRST_PROBLEMS = 3
_NOT_WRITTEN = (
    "The backup cannot be written to {folder}: make room on the disk, or choose another folder under Preferences › "
    "Backup. The shop itself was not touched."
)
_NOT_SOUND = "The backup is not sound: {problem}. Run “posim-desktop verify” and ask for help; keep the older backups."


def copy_database(source: Path, target: Path, stop: Stop = lambda: False) -> None:
    """Copy a SQLite database while others write it.

    It is copied in shares, between which whoever wants to write may. A write of somebody else means to begin again;
    where that happens too often the shares grow, and with them the wait of whoever writes, up to the whole of the file
    at once: so it comes to an end however much is written.

    Raises:
        StoppedError: Somebody gave it up.
        TroubleError: It cannot be read or written.
    """
    keep_private(target)
    share = _FIRST_SHARE
    try:
        with closing(sqlite3.connect(source, timeout=_LOCK_SECONDS)) as original, closing(_fresh(target)) as copy:
            while not _copy_in_shares(original, copy, share, stop):
                share *= _LARGER
            copy.execute("PRAGMA journal_mode = DELETE")  # a backup is one file
    except sqlite3.Error as error:
        _log.error("the shop cannot be copied to %s: %s", target, error)
        raise TroubleError(_NOT_WRITTEN, folder=str(target.parent)) from error


def _fresh(target: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(target)
    connection.execute("PRAGMA synchronous = OFF")  # it is worth nothing before it is proved, and written again then
    return connection


class _TooOftenError(Exception):
    pass


def _copy_in_shares(original: sqlite3.Connection, copy: sqlite3.Connection, share: int, stop: Stop) -> bool:
    """Copy all pages, so many at once; False when writers made it begin again too often."""
    left, restarts = -1, 0

    def make_room(status: int, remaining: int, _total: int) -> None:
        nonlocal left, restarts
        if stop():
            raise StoppedError
        if status == _TAKEN and remaining >= left >= 0:  # a share was copied, and as much is left as before
            restarts += 1
            if restarts == _TRIES_OF_A_SHARE:
                raise _TooOftenError
        left = remaining
        if remaining:
            time.sleep(_ROOM_SECONDS)

    try:
        original.backup(copy, pages=share, progress=make_room, sleep=_ROOM_SECONDS)
    except _TooOftenError:
        return False
    return True


def require_sound_file(file: Path) -> None:
    """Open a copy of a SQLite shop and prove that its records agree.

    Raises:
        TroubleError: They do not, or it is no sound database.
    """
    engine = open_copy(file)
    try:
        with engine.connect() as connection:
            require_whole_file(connection)
            require_sound(connection)
    except DBAPIError as error:
        raise TroubleError(_NOT_SOUND, problem=str(error.orig)) from error
    finally:
        engine.dispose()


def require_whole_file(connection: sa.Connection) -> None:
    """Have SQLite look through a whole file.

    Raises:
        TroubleError: It is damaged.
    """
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    if found != ["ok"]:
        raise TroubleError(_NOT_SOUND, problem="; ".join(map(str, found[:_FIRST_PROBLEMS])))


def require_sound_database(engine: sa.Engine) -> None:
    """Prove that the records of a server's database agree.

    Raises:
        TroubleError: They do not.
    """
    with snapshot(engine) as connection:
        require_sound(connection)


def require_sound(connection: sa.Connection) -> None:
    """Prove by every rule of verify that the records of a shop agree.

    Raises:
        TroubleError: They do not; names the first that do not.
    """
    shop_money.learn(connection)
    wrong = verify(connection)
    if wrong:
        for each in wrong:
            _log.error("the copy is not sound: %s", each)
        raise TroubleError(_NOT_SOUND, problem="; ".join(str(each) for each in wrong[:_FIRST_PROBLEMS]))


def deliver(made: Path, folder: Path, name: str, sha256: str, stop: Stop = lambda: False) -> None:
    """Write a proved copy into a folder under its name, with its checksum beside it.

    Raises:
        StoppedError: Somebody gave it up.
        TroubleError: The folder cannot be written, or holds something else afterwards.
    """
    whole = folder / name
    partly = [folder / f".{uuid4().hex}.part" for _ in range(2)]
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with made.open("rb") as source, _private(partly[0]) as target:
            while chunk := source.read(_CHUNK):
                if stop():
                    raise StoppedError
                target.write(chunk)
            _to_disk(target)
        if checksums.digest_of(partly[0], stop) != sha256:
            raise TroubleError(_NOT_WRITTEN, folder=str(folder))
        with _private(partly[1]) as target:
            target.write(checksums.line(sha256, name).encode())
            _to_disk(target)
        partly[1].replace(checksums.beside(whole))
        partly[0].replace(whole)
        _folder_to_disk(folder)
    except OSError as error:
        _log.error("the backup cannot be written to %s: %s", folder, error)
        raise TroubleError(_NOT_WRITTEN, folder=str(folder)) from error
    finally:
        for each in partly:
            with suppress(OSError):
                each.unlink(missing_ok=True)


def remove(folder: Path, names: tuple[str, ...]) -> None:
    """Remove backups that need no longer be kept; one that cannot be removed stays, and is tried the next time."""
    for name in names:
        for each in (folder / name, checksums.beside(folder / name)):
            try:
                each.unlink(missing_ok=True)
            except OSError as error:
                _log.warning("%s cannot be removed: %s", each, error)


def names_in(folder: Path) -> list[str]:
    """List what lies in a folder; nothing where it cannot be read."""
    try:
        return [each.name for each in folder.iterdir()]
    except OSError:
        return []


def copy_file(source: Path, target: Path) -> None:
    """Copy a file byte by byte, for its owner alone and onto the disk.

    Raises:
        OSError: It cannot be read or written.
    """
    with source.open("rb") as read, _private(target) as written:
        shutil.copyfileobj(read, written, _CHUNK)
        _to_disk(written)


def _private(file: Path) -> BinaryIO:
    keep_private(file)
    return file.open("wb")


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    """Have the disk know a new name; Windows does that by itself, and its folders cannot be opened."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a share that knows no such thing has its own way
            os.fsync(opened)
    finally:
        os.close(opened)
