"""Checksums of backups: a line beside each file, as ``sha256sum --check`` reads it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from posim_desktop.domain.errors import TroubleError
from posim_desktop.private_files import keep_private

CHECKSUM = ".sha256"
_CHUNK = 1 << 20
_DAMAGED = "{file} is damaged: it is not what its checksum {checksum} says. Choose another backup."
_MISSING = (
    "{file} has no checksum beside it, so nobody can tell whether it is whole. Put {checksum} back beside it, or "
    "choose another backup."
)


class StoppedError(Exception):
    """Somebody gave up what was being done; nothing of it is left."""


def beside(file: Path) -> Path:
    """Return where the checksum of a file is."""
    return file.with_name(file.name + CHECKSUM)


def line(sha256: str, name: str) -> str:
    """Write the checksum of a file as a line."""
    return f"{sha256}  {name}\n"


def write(file: Path) -> None:
    """Write the checksum of a file beside it.

    Raises:
        OSError: It cannot be read or written.
    """
    keep_private(beside(file))
    beside(file).write_text(line(digest_of(file), file.name), "utf-8")


def digest_of(file: Path, stop: Callable[[], bool] = lambda: False) -> str:
    """Compute the SHA-256 of a file.

    Raises:
        OSError: It cannot be read.
        StoppedError: Somebody gave it up.
    """
    digest = hashlib.sha256()
    with file.open("rb") as read:
        while chunk := read.read(_CHUNK):
            if stop():
                raise StoppedError
            digest.update(chunk)
    return digest.hexdigest()


def require(file: Path, stop: Callable[[], bool] = lambda: False) -> str:
    """Compare a file with the checksum beside it, and return that.

    Raises:
        OSError: The file cannot be read.
        StoppedError: Somebody gave it up.
        TroubleError: There is no checksum, or another.
    """
    found = digest_of(file, stop)
    try:
        written = beside(file).read_text("utf-8", errors="replace").split()
    except FileNotFoundError as error:
        raise TroubleError(_MISSING, file=str(file), checksum=beside(file).name) from error
    if not written or written[0].lower() != found:
        raise TroubleError(_DAMAGED, file=str(file), checksum=beside(file).name)
    return found
