"""Takes receipts to the receipt printer: over the network, or to a device or a shared printer by its path.

A path that leads to a file is no printer, whatever it is called: a receipt would be written over what is in it.
"""

import os
import re
import select
import socket
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why

RAW_PORT = 9100
"""The raw printing port of network printers."""
_PATIENCE = 5  # seconds
_PAUSE = 0.01
_LONGEST = 60  # seconds, for a printer that takes a little at a time
_ANSWERS_WITHIN = 20  # seconds, as a slow printer first reads what was sent before
_ASK_STATUS = b"\x10\x04\x01"  # DLE EOT 1, answered at once by a printer that reads
_STATUS_MASK, _STATUS = 0x93, 0x12  # the bits that are the same in each answer
_OFFLINE = 0x08
_HOST = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/\\]+)(?::(?P<port>[0-9]{1,5}))?")
_LAST_PORT = 65535
# What a port without a printer would otherwise do: change the bytes, become the program's terminal, or wait for ever.
_AS_IT_IS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_NONBLOCK", 0)
_DEVICES = (
    re.compile(r"/dev/(?!\S*\.\.)[^/\s]\S*"),
    # A shared printer: its computer and its name, and no way into a folder. \\.\C: and \\?\C: are a whole disk.
    re.compile(r"\\\\(?![.?]\\)[^\\/]+\\[^\\/]+"),
    re.compile(r"(?:\\\\\.\\)?(?:COM|LPT)\d{1,3}:?", re.IGNORECASE),
)
"""What names a device of Linux, a printer that Windows shares, or a port of Windows."""


def printer_refusal(where: str, *, field: str) -> Refusal | None:
    """Return why this names no printer, or None: it is empty, ``host``, ``host:port`` or a device's path."""
    if not where or _is_device(where):
        return None
    found = _HOST.fullmatch(where)
    if found is not None and 0 < int(found["port"] or RAW_PORT) <= _LAST_PORT:
        return None
    return Refusal(Why.NO_PRINTER_NAMED, Field(field), port=RAW_PORT)


class PartlyTakenError(OSError):
    """A printer took part of a job, or never said that it has it: some of it may be on the paper."""


class OfflineError(OSError):
    """A printer has a job and does not print it now: its paper is out, or its cover open."""


class HangsError(OSError):
    """A printer was sent a job, and nothing shows that it read it."""


def send(job: bytes, where: str) -> None:
    r"""Send a job to a printer and wait until it has it.

    Args:
        job: What is to be printed, as bytes.
        where: ``host``, ``host:port``, or a device's path such as ``/dev/usb/lp0`` or ``\\till\receipts``.

    Raises:
        PartlyTakenError: The printer took part of it, and nothing for 5 seconds or the whole not within a minute; or
            it is offline with all of it, or does not show within 20 seconds that it read it.
        OSError: The printer is not there, is no printer, or takes nothing for 5 seconds.
    """
    try:
        if _is_device(where):
            _send_to_device(job, where)
        else:
            _send_to_host(job, where)
    except ValueError as error:  # no name of a host or a file: it holds a NUL, or too long a part
        raise OSError(f"{where} is not a printer") from error


def _is_device(where: str) -> bool:
    return any(named.fullmatch(where) for named in _DEVICES)


def _send_to_host(job: bytes, where: str) -> None:
    found = _HOST.fullmatch(where)
    if found is None or printer_refusal(where, field="where") is not None:
        raise OSError(f"{where} is not a printer")
    host, port = found["host"].strip("[]"), int(found["port"] or RAW_PORT)
    with socket.create_connection((host, port), timeout=_PATIENCE) as connection:
        _give(job, connection.send)
        try:
            _wait_until_taken(connection)
        except OSError as error:
            raise PartlyTakenError from error


def _wait_until_taken(connection: socket.socket) -> None:
    """Wait until a printer in the network has read a job: what was sent lies in the network until it does.

    It answers that it is well, or closes the connection because we did. One that does neither hangs.
    """
    connection.sendall(_ASK_STATUS)
    connection.shutdown(socket.SHUT_WR)
    latest = time.monotonic() + _ANSWERS_WITHIN
    while (left := latest - time.monotonic()) > 0:
        connection.settimeout(left)
        try:
            answer = connection.recv(1)
        except TimeoutError:
            break
        if answer and answer[0] & _STATUS_MASK == _STATUS and answer[0] & _OFFLINE:
            raise OfflineError
        if not answer or answer[0] & _STATUS_MASK == _STATUS:
            return
    raise HangsError


def _send_to_device(job: bytes, where: str) -> None:
    # Neither made nor emptied: whether this is a printer is seen only once it is open.
    device = os.open(where, os.O_WRONLY | _AS_IT_IS)
    try:
        if stat.S_ISREG(os.fstat(device).st_mode) or stat.S_ISBLK(os.fstat(device).st_mode):
            raise OSError(f"{where} is a file and no printer")
        _give(job, partial(_write, device))
        with suppress(OSError):
            _wait_for(device)  # a printer's driver forgets what is still on its way when it is closed
    finally:
        os.close(device)


def _give(job: bytes, give: Callable[[memoryview], int]) -> None:
    """Give a job to a printer piece by piece."""
    rest, latest = memoryview(job), time.monotonic() + _LONGEST
    while rest:
        try:
            rest = rest[give(rest) :]
            if rest and time.monotonic() > latest:
                raise TimeoutError
        except OSError as error:
            if len(rest) < len(job):
                raise PartlyTakenError from error
            raise


def _write(device: int, rest: memoryview) -> int:
    latest = time.monotonic() + _PATIENCE
    while True:
        try:
            return os.write(device, rest)
        except BlockingIOError:
            _wait_for(device)
            if time.monotonic() > latest:  # a terminal can say that it has room, and take nothing
                raise TimeoutError from None
            time.sleep(_PAUSE)


def _wait_for(device: int) -> None:
    """Wait until a device takes more; Windows' own ports are bounded by their drivers."""
    if sys.platform != "win32" and not select.select([], [device], [], _PATIENCE)[1]:
        raise TimeoutError
