"""The program's log: what a person is not told, kept for whoever looks after the shop.

A window writes it from its start. A command has its answer for the person and writes only what went wrong meanwhile.
"""

import json
import logging
import logging.handlers
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path

from typing_extensions import override

from posim_desktop.private_files import keep_private
from posim_desktop.unforeseen import report

_BYTES = 2_000_000
_FILES = 3

log = logging.getLogger("posim_desktop")


class _JsonLines(logging.Formatter):
    """One line of JSON for each record."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "where": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["trace"] = report(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


class _PrivateLog(logging.handlers.RotatingFileHandler):
    """A log for its owner alone, also once it begins anew."""

    @override
    def _open(self) -> TextIOWrapper:
        keep_private(Path(self.baseFilename))
        return super()._open()

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Go on without a log that cannot be written; logging itself would show a person a trace."""
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)


def start_log(folder: Path) -> Path:
    """Write the program's log into a folder from now on and return the file; old files are dropped."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "posim.jsonl"
    log.addHandler(_handler(file, delay=False))
    log.setLevel(logging.INFO)
    return file


@contextmanager
def logged(folder: Path) -> Iterator[None]:
    """Write what goes wrong meanwhile into the log of a folder; the file is made with the first line.

    Where there can be no log, a command does its work all the same.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        yield
        return
    handler = _handler(folder / "posim.jsonl", delay=True)
    handler.setLevel(logging.WARNING)
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        handler.close()


def _handler(file: Path, *, delay: bool) -> logging.Handler:
    handler = _PrivateLog(file, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=delay)
    handler.setFormatter(_JsonLines())
    return handler
