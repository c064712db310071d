"""Takes receipts to the receipt printer: over the network, or to a device or a shared printer by its path."""

import re
import socket
from pathlib import Path

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why

RAW_PORT = 9100
"""The raw printing port of network printers."""
_PATIENCE = 5  # seconds
_HOST = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/\\]+)(?::(?P<port>\d{1,5}))?")
_LAST_PORT = 65535


def printer_refusal(where: str, *, field: str) -> Refusal | None:
    """Return why this names no printer, or None: it is empty, ``host``, ``host:port`` or a path."""
    if not where or _is_path(where):
        return None
    found = _HOST.fullmatch(where)
    if found is not None and 0 < int(found["port"] or RAW_PORT) <= _LAST_PORT:
        return None
    return Refusal(Why.NO_PRINTER_NAMED, Field(field), port=RAW_PORT)


def send(job: bytes, where: str) -> None:
    r"""Send a job to a printer and wait until it has it.

    Args:
        job: What is to be printed, as bytes.
        where: ``host``, ``host:port``, or a path such as ``/dev/usb/lp0`` or ``\\till\receipts``.

    Raises:
        OSError: The printer is not there, or does not take the job within 5 seconds.
    """
    if _is_path(where):
        with Path(where).open("wb", buffering=0) as device:
            device.write(job)
        return
    found = _HOST.fullmatch(where)
    if found is None:
        raise OSError(f"{where} is not a printer")
    host, port = found["host"].strip("[]"), int(found["port"] or RAW_PORT)
    with socket.create_connection((host, port), timeout=_PATIENCE) as connection:
        connection.sendall(job)


def _is_path(where: str) -> bool:
    return "/" in where or "\\" in where
