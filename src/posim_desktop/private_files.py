"""Files that are for their owner alone: the shop, its backups, the log, a settings file with a password."""

import logging
import os
import sys
from pathlib import Path

_log = logging.getLogger(__name__)
_OWNER_ONLY = 0o600
_WINDOWS_SYSTEM = "*S-1-5-18"  # the security id of Windows itself, the same in every language


class UnprotectedError(Exception):
    """A file cannot be kept from other users of this computer."""


def make_private(file: Path) -> None:
    """Make a file, empty if it is not there, that nobody else on this computer can read or write.

    A file of somebody else stays as its owner made it.

    Raises:
        OSError: It cannot be made.
        UnprotectedError: It cannot be kept from others.
    """
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY))
    except FileExistsError:
        # A folder in its place is left alone: nobody could go into it any more.
        if not file.is_file() or not _is_open_to_others(file):
            return
        file.chmod(file.stat().st_mode & _OWNER_ONLY)  # one that is kept from being written stays so
        return
    if sys.platform == "win32":
        _keep_from_others(file)


def keep_private(file: Path) -> None:
    """Make a file private where the disk can do that; one that cannot is no reason not to trade."""
    try:
        make_private(file)
    except (OSError, UnprotectedError) as error:
        _log.warning("%s is not kept from other users of this computer: %s", file, error)


def _is_open_to_others(file: Path) -> bool:
    if sys.platform == "win32":
        return False  # it was protected when it was made; asking takes as long as doing it again
    status = file.stat()
    return status.st_uid == os.getuid() and bool(status.st_mode & 0o077)


def _keep_from_others(file: Path) -> None:
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415 - a start does not wait for it

        user = f"{os.environ['USERDOMAIN']}\\{os.environ['USERNAME']}" if "USERDOMAIN" in os.environ else os.getlogin()
        program = Path(os.environ["SYSTEMROOT"], "System32", "icacls.exe")
        grants = (f"{user}:(F)", f"{_WINDOWS_SYSTEM}:(F)")
        command = (program, file, "/inheritance:r", "/grant:r", *grants)
        done = subprocess.run(command, capture_output=True, check=False, creationflags=subprocess.CREATE_NO_WINDOW)  # noqa: S603
        if done.returncode != 0:
            raise UnprotectedError(str(file))
