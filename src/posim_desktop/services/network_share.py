"""Tells whether a database file would lie on a network share, where SQLite's locks cannot be trusted."""

import os
import sys
from pathlib import Path

_NETWORK_FILE_SYSTEMS = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
)
_MOUNTS = Path("/proc/self/mounts")
_WINDOWS_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def is_on_network_share(file: Path) -> bool:
    """Return whether a file is, or would be, on another computer's disk; where nothing can be known, say no."""
    whole = Path(os.path.realpath(file))
    if sys.platform == "win32":
        return _is_remote_drive(whole)
    if not _MOUNTS.is_file():
        return False
    return file_system_of(whole, _MOUNTS.read_text("utf-8", errors="replace")) in _NETWORK_FILE_SYSTEMS


def file_system_of(file: Path, mounts: str) -> str:
    """Find the kind of file system a file is on, in a mount table as Linux writes it (proc(5))."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        _, place, found, *_ = line.split(" ")
        mounted = Path(place.replace("\\040", " "))
        if file.is_relative_to(mounted) and len(mounted.parts) >= best:
            best, kind = len(mounted.parts), found
    return kind


def _is_remote_drive(file: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - Windows only

    if file.drive.startswith("\\\\"):
        return True
    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{file.drive}\\") == _WINDOWS_REMOTE_DRIVE)
