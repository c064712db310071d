"""Turns a PDF file into pictures of its pages, in a process of its own that is thrown away. Run by `pdf_sheets`.

A file may come from anywhere and is decoded by a library written in C++: what goes wrong there goes wrong here, where
there is no shop and no window, and where whoever waits can end it. Nothing of Qt is loaded.
"""

import sys
from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO

WORD = "pdf-pages"
"""What the program is called with to be this."""

MOST_PAGES = 5
MOST_PIXELS = 1754
"""Pixels of a page's longer side: 150 to the inch of A4."""

COUNT = Struct("<I")
"""How many pages the file has, before the first page."""

PAGE = Struct("<III")
"""Width, height and the bytes of a row, before the red, green and blue of each page."""

_MOST_MEMORY = 1 << 30
_MOST_SECONDS = 10


def main() -> int:
    """Read a file from the standard input and write its first pages to the standard output."""
    _limit()
    out = sys.stdout.buffer
    try:
        for part in decoded(sys.stdin.buffer.read()):
            _write(out, part)
    except Exception:  # noqa: BLE001 - whatever the library says, the answer is that there are no more pages
        return 1
    return 0


def decoded(content: bytes) -> Iterator[bytes]:
    """Decode the first pages of a file.

    Yields:
        How many pages there are, as ``COUNT`` writes it; then each page: ``PAGE`` and its rows.

    Raises:
        Exception: The file is broken, or asks for a password.
    """
    import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - what only asks for the limits loads no library

    document = pypdfium2.PdfDocument(content)
    yield COUNT.pack(len(document))
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        longer = max(page.get_size())
        bitmap = page.render(scale=MOST_PIXELS / longer, rev_byteorder=True, limit_image_cache=True)
        yield PAGE.pack(bitmap.width, bitmap.height, bitmap.stride) + bytes(bitmap.buffer)


def _write(out: BinaryIO, part: bytes) -> None:
    out.write(part)
    out.flush()


def _limit() -> None:
    """Take at most so much memory and time, where the system can be asked to see to it."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
