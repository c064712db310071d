"""Scans that nobody has dealt with, kept in a file of this computer: they outlive a crash and the end of the program.

A file and not a table: what an outage of the database kept from being stored is just what must not be lost. Serves the
guide's page "Sell".
"""

import json
import logging
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QLockFile

from posim_desktop.private_files import keep_private

_log = logging.getLogger(__name__)
_PROGRAMS = 9
"""How many programs on one computer may show the same kind of document."""


class KeptScan(NamedTuple):
    """A scan as it is kept.

    Attributes:
        code: What the scanner read.
        times: How many were typed before it; None where nothing was.
        key: Under which its goods are put on a document once; "" where nothing was tried.
        why: What is said of it; "" where nothing was said yet.
    """

    code: str
    times: str | None = None
    key: str = ""
    why: str = ""


class ScanFile:
    """The scans of one screen of one program; each state is a line, of which the last whole one counts."""

    def __init__(self, file: Path, lock: QLockFile) -> None:
        self._file = file
        self._lock = lock
        self._last: tuple[KeptScan, ...] = ()

    def write(self, scans: Sequence[KeptScan]) -> None:
        """Keep these and no others."""
        if tuple(scans) == self._last:
            return
        self._last = tuple(scans)
        try:
            if not scans:
                self._file.write_bytes(b"")
                return
            with self._file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(scans) + "\n")
        except OSError as error:
            _log.warning("Scans cannot be kept in %s: %s", self._file, error)

    def close(self) -> None:
        """Leave what is in the file to the next program."""
        self._lock.unlock()


class KeptScans:
    """The files of one shop on this computer."""

    def __init__(self, folder: Path, database_url: str) -> None:
        """Keep scans in a folder, those of each shop apart."""
        self._folder = folder
        self._shop = sha256(database_url.encode("utf-8")).hexdigest()[:12]

    def open(self, screen: str) -> tuple[ScanFile | None, tuple[KeptScan, ...]]:
        """Open the file of a screen and read what programs left there that are no longer running.

        Returns:
            None for the file where none can be written; trade goes on without.
        """
        own: ScanFile | None = None
        left: list[KeptScan] = []
        for number in range(1, _PROGRAMS + 1):
            file = self._folder / f"scans-{self._shop}-{screen}-{number}.txt"
            if own is not None and not file.exists():
                continue
            lock = QLockFile(str(file.with_suffix(".lock")))
            lock.setStaleLockTime(0)  # a lock is old when its program is gone, however long that runs
            if not lock.tryLock(0):
                continue
            left += _read(file)
            if own is None:
                keep_private(file)
                own = ScanFile(file, lock)
            else:
                own.write(left)  # before they are taken out of the other's file
                file.unlink(missing_ok=True)
                lock.unlock()
        if own is not None:
            own.write(())
            own.write(left)
        return own, tuple(left)


def _read(file: Path) -> list[KeptScan]:
    """Read the last whole line; a line that a crash cut off is not one."""
    try:
        lines = file.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return next((found for line in reversed(lines) if (found := _scans(line)) is not None), [])


def _scans(line: str) -> list[KeptScan] | None:
    """Read a line; None when it is not whole."""
    try:
        rows = json.loads(line)
        return [_scan(*row) for row in rows] if isinstance(rows, list) else None
    except (ValueError, TypeError):
        return None


def _scan(code: object, times: object, key: object, why: object) -> KeptScan:
    if key:
        UUID(str(key))
    return KeptScan(str(code), None if times is None else str(times), str(key), str(why))
