"""Tables as other programs write them: whatever encoding and separator, read whole or refused with the line number.

Serves the guide's page "Import items and customers".
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from posim_desktop.domain.errors import RefusedError, refuse
from posim_desktop.domain.why import Why

MAX_BYTES = 64 * 1024 * 1024
SEPARATORS = (",", ";", "\t", "|")
_NO_SEPARATORS = '"\r\n '
_LOOK_AHEAD = 20
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?[\d.,]+", re.ASCII)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the number of the file's line it begins on, counted from 1, and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file's header and the rows below it that are not blank."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    separator: str
    encoding: str


def read_table(data: bytes, *, separator: str | None = None) -> Table:
    """Read a table from the bytes of a file.

    Args:
        data: The whole file: UTF-8 with or without byte order mark, UTF-16 with one, or Windows-1252.
        separator: The cell separator; None detects it.

    Raises:
        RefusedError: It is no text, too big or empty, or its quotation marks do not match; names the line.
    """
    if len(data) > MAX_BYTES:
        raise refuse(Why.FILE_TOO_LARGE, megabytes=MAX_BYTES // 1024 // 1024)
    content, encoding = _decode(data)
    announced = _SEPARATOR_LINE.match(content)
    skipped = 0
    if announced is not None:  # spreadsheets add this line as a hint to other spreadsheets
        separator = separator or announced[1]
        content = content[announced.end() :]
        skipped = 1
    found = separator or _likeliest_separator(content)
    rows = [TableRow(row.line + skipped, row.cells) for row in _rows(content, found) if any(row.cells)]
    if not rows:
        raise refuse(Why.FILE_EMPTY)
    header = rows[0].cells
    return Table(tuple(name.strip() for name in header), tuple(rows[1:]), found, encoding)


def write_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write a table that spreadsheets read as UTF-8 and none of whose cells they take for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([[neutral(cell) for cell in row] for row in (header, *rows)])
    return out.getvalue().encode("utf-8-sig")


def neutral(cell: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula; numbers stay numbers."""
    if cell.startswith(_FORMULA_STARTS) and _NUMBER.fullmatch(cell) is None:
        return f"'{cell}"
    return cell


def _decode(data: bytes) -> tuple[str, str]:
    marked = next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            content = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in content:
            break
        return content, encoding
    raise refuse(Why.NOT_A_TEXT_TABLE)


def _rows(content: str, separator: str) -> Iterator[TableRow]:
    if len(separator) != 1 or separator in _NO_SEPARATORS:
        raise refuse(Why.SEPARATOR_NOT_ONE_CHARACTER)
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True)
    before = 0
    try:
        for cells in reader:
            yield TableRow(before + 1, tuple(cell.strip() for cell in cells))
            before = reader.line_num
    except csv.Error as error:
        raise refuse(Why.FILE_UNREADABLE_AT_LINE, line=before + 1) from error


def _likeliest_separator(content: str) -> str:
    """Choose the separator that splits the first rows into the most cells as evenly as the header."""
    head = "".join(content.splitlines(keepends=True)[:_LOOK_AHEAD])
    return max(SEPARATORS, key=lambda separator: _evenness(head, separator))


def _evenness(head: str, separator: str) -> tuple[int, int]:
    widths: list[int] = []
    with suppress(RefusedError):  # the last row may be cut in the middle of a quoted cell
        widths.extend(len(row.cells) for row in _rows(head, separator))
    if not widths or widths[0] == 1:
        return (0, 0)
    return (widths.count(widths[0]), widths[0])
