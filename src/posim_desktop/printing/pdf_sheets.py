"""The pages of attached PDF files, as pictures for paper. Decoding is left to a process that can be ended."""

import logging
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from posim_desktop.printing.pdf_decoder import COUNT, MOST_PAGES, MOST_PIXELS, PAGE, WORD

_PATIENCE = 5
"""Seconds for one file; a page or two take a fraction of one."""

_OWN_LAUNCHERS = "posim-"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PdfSheets:
    """The first pages of a file as PNG, and how many it has; no pages if it is broken, locked or takes too long."""

    count: int
    pictures: tuple[bytes, ...]


_NONE = PdfSheets(0, ())


@lru_cache(maxsize=12)
def sheets_of(content: bytes) -> PdfSheets:
    """Decode the first pages of a PDF file; a preview, its print and its copy ask once."""
    return sheets_from(_decode(content))


def sheets_from(said: bytes) -> PdfSheets:
    """Make pictures of what the decoder wrote, as far as it makes sense: what it read may have made it say anything."""
    if len(said) < COUNT.size:
        return _NONE
    (count,) = COUNT.unpack_from(said)
    at = COUNT.size
    pictures: list[bytes] = []
    while len(pictures) < min(count, MOST_PAGES) and len(said) - at > PAGE.size:
        width, height, across = PAGE.unpack_from(said, at)
        at += PAGE.size
        fits = 0 < width <= MOST_PIXELS + 1 and 0 < height <= MOST_PIXELS + 1 and 3 * width <= across <= 4 * width + 4
        rows = said[at : at + across * height]
        if not fits or len(rows) != across * height:
            break
        at += len(rows)
        pictures.append(_png(QImage(rows, width, height, across, QImage.Format.Format_RGB888)))
    return PdfSheets(count, tuple(pictures)) if pictures else _NONE


def _decode(content: bytes) -> bytes:
    hidden = 0
    if sys.platform == "win32":
        hidden = subprocess.CREATE_NO_WINDOW
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file is what it reads, never a part of the command
            _command(), input=content, capture_output=True, check=False, timeout=_PATIENCE, creationflags=hidden
        )
    except subprocess.TimeoutExpired:
        _log.warning("A PDF file took more than %s seconds to decode.", _PATIENCE)
        return b""
    except OSError:
        _log.warning("No process can be started to decode a PDF file.", exc_info=True)
        return b""
    if done.returncode:
        _log.info("A PDF file could not be decoded whole: the decoder ended with %s.", done.returncode)
    return done.stdout


def _command() -> tuple[str, ...]:
    """Call this program, which is Python with a module, or one of its own launchers."""
    program = sys.executable
    if Path(program).stem.startswith(_OWN_LAUNCHERS):
        return program, WORD
    return program, "-m", "posim_desktop", WORD


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload] # PySide's stub knows bytes only
    return bytes(buffer.data().data())
