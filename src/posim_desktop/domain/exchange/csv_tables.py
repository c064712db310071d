"""Tables as other programs write them: whatever encoding and separator, read whole or refused with the line number.

Serves the guide's page "Import items and customers".
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

from posim_desktop.domain.errors import RefusedError, refuse
from posim_desktop.domain.exchange.decoding import find_encoding, lines_of
from posim_desktop.domain.why import Why

MAX_BYTES = 64 * 1024 * 1024
SEPARATORS = (",", ";", "\t", "|")
_NO_SEPARATORS = '"\r\n '
_LOOK_AHEAD = 20
_LONGEST_HEAD = 64 * 1024
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
    """A file's header and the rows below it that are not blank.

    Attributes:
        header: The names of the columns.
        rows: The rows.
        separator: What separates cells; ``""`` in a workbook.
        encoding: What the file was read as; ``""`` for a workbook.
        encodings: What it may be instead, the likeliest first; more than one where it has to be asked.
        header_line: The line of the header.
        trimmed: In which lines a cell stood between blanks, by the place of its column.
    """

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    separator: str
    encoding: str
    encodings: tuple[str, ...] = ()
    header_line: int = 1
    trimmed: Mapping[int, Sequence[int]] = field(default_factory=dict, compare=False)


def read_table(data: bytes, *, separator: str | None = None, encoding: str | None = None) -> Table:
    """Read a table from the bytes of a file.

    Args:
        data: The whole file.
        separator: The cell separator; None detects it.
        encoding: What it is written in; None finds out, see :mod:`posim_desktop.domain.exchange.decoding`.

    Raises:
        RefusedError: It is no text, too big or empty, or its quotation marks do not match; names the line.
    """
    if len(data) > MAX_BYTES:
        raise refuse(Why.FILE_TOO_LARGE, megabytes=MAX_BYTES // 1024 // 1024)
    found = find_encoding(data, encoding)
    lines = lines_of(data, found.encoding)
    head, size = [], 0
    for line in islice(lines, _LOOK_AHEAD):
        head.append(line[:_LONGEST_HEAD])
        size += len(line)
        if size > _LONGEST_HEAD:
            break
    lines = lines_of(data, found.encoding)
    skipped = 0
    announced = _SEPARATOR_LINE.match(head[0]) if head else None
    if announced is not None:  # spreadsheets add this line as a hint to other spreadsheets
        separator = separator or announced[1]
        next(lines)
        skipped, head = 1, head[1:]
    chosen = separator or _likeliest_separator(head)
    trimmed: dict[int, list[int]] = {}
    rows = [TableRow(row.line + skipped, row.cells) for row in _rows(lines, chosen, trimmed, skipped) if any(row.cells)]
    if not rows:
        raise refuse(Why.FILE_EMPTY)
    return Table(rows[0].cells, tuple(rows[1:]), chosen, found.encoding, found.choices, rows[0].line, trimmed)


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


def _rows(
    lines: Iterable[str], separator: str, trimmed: dict[int, list[int]] | None = None, skipped: int = 0
) -> Iterator[TableRow]:
    if len(separator) != 1 or separator in _NO_SEPARATORS:
        raise refuse(Why.SEPARATOR_NOT_ONE_CHARACTER)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    before = 0
    try:
        for cells in reader:
            bare = tuple([cell.strip() for cell in cells])
            if trimmed is not None and sum(map(len, bare)) != sum(map(len, cells)):
                for place, cell in enumerate(cells):
                    if cell != bare[place] != "":
                        trimmed.setdefault(place, []).append(before + 1 + skipped)
            yield TableRow(before + 1, bare)
            before = reader.line_num
    except csv.Error as error:
        raise refuse(Why.FILE_UNREADABLE_AT_LINE, line=before + 1 + skipped) from error


def _likeliest_separator(head: Sequence[str]) -> str:
    """Choose the separator that splits the first rows into the most cells as evenly as the header."""
    return max(SEPARATORS, key=lambda separator: _evenness(head, separator))


def _evenness(head: Sequence[str], separator: str) -> tuple[int, int]:
    widths: list[int] = []
    with suppress(RefusedError):  # the last row may be cut in the middle of a quoted cell
        widths.extend(len(row.cells) for row in _rows(head, separator))
    if not widths or widths[0] == 1:
        return (0, 0)
    return (widths.count(widths[0]), widths[0])
