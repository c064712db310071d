"""A strip in the bytes that receipt printers take: ESC/POS.

Words are sent in the table of letters that the printer is told first, one byte a column. A paragraph with a letter
that the table lacks is sent as a picture.
"""

import textwrap
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from posim_desktop.printing.letters import encoded
from posim_desktop.printing.logo import logo_dots
from posim_desktop.printing.practice_mark import are_papers_marked, marked_strip
from posim_desktop.printing.raster import missing_letters, picture_of, spelled_out
from posim_desktop.printing.strip import Picture, RuleAcross, ScanCode, Strip, StripPaper, StripRow, Words

_ESC, _GS, _FS = b"\x1b", b"\x1d", b"\x1c"
_START = _ESC + b"@" + _FS + b"." + _ESC + b"R\x00" + _ESC + b"t"
"""Reset; one byte a letter, even on printers set to Chinese; no national variants; then the table of letters."""
_LEFT, _CENTRE = _ESC + b"a\x00", _ESC + b"a\x01"
_PLAIN, _TALL = _GS + b"!\x00", _GS + b"!\x01"
_CUT = _GS + b"VB\x00"  # feed to the knife and cut
_OPEN_DRAWER = _ESC + b"p\x00\x19\xfa"  # pin 2, 50 ms on, 500 ms off
_BAR_STYLE = _GS + b"h\x50" + _GS + b"w\x02" + _GS + b"H\x02"  # 80 dots high, 2 wide, text below
_CODE_128, _SET_B = b"k\x49", b"{B"
_RASTER = _GS + b"v0\x00"
_TALLEST = 240  # dots of a picture in one command: small printers have little memory
_NARROWEST = 8  # columns beside an amount; an amount that leaves less stands below the words


@dataclass(frozen=True, slots=True)
class PrinterJob:
    """What is sent to a receipt printer.

    Attributes:
        content: The bytes.
        missing: The letters that neither the printer nor any font of this computer has: their numbers are printed.
    """

    content: bytes
    missing: tuple[str, ...] = ()


def printer_job(strip: Strip, paper: StripPaper, *, opens_drawer: bool = False) -> PrinterJob:
    """Write a strip for a receipt printer, cut it off, and open the drawer; practice opens none."""
    rows = [part for row in marked_strip(strip) for part in _paragraphs(row)]
    missing = dict.fromkeys(letter for row in rows for letter in _missing(row, paper))
    content = b"".join(_written(_spelled(row, paper), paper) for row in rows)
    end = _CUT + (_OPEN_DRAWER if opens_drawer and not are_papers_marked() else b"")
    return PrinterJob(_START + bytes((paper.table.number,)) + content + end, tuple(missing))


def drawer_job() -> PrinterJob:
    """Write what opens the drawer and prints nothing; in practice nothing at all."""
    return PrinterJob(b"" if are_papers_marked() else _ESC + b"@" + _OPEN_DRAWER)


def _paragraphs(row: StripRow) -> list[StripRow]:
    """Break words at their line ends; the amount stands in the last paragraph."""
    if not isinstance(row, Words):
        return [row]
    *above, last = row.words.split("\n")
    return [*(replace(row, words=words, amount="") for words in above), replace(row, words=last)]


def _missing(row: StripRow, paper: StripPaper) -> tuple[str, ...]:
    if not isinstance(row, Words) or _is_in_table(row, paper):
        return ()
    return missing_letters(row.words + row.amount)


def _spelled(row: StripRow, paper: StripPaper) -> StripRow:
    """Spell out what neither the printer nor this computer has a letter for."""
    if not isinstance(row, Words) or _is_in_table(row, paper):
        return row
    return replace(row, words=spelled_out(row.words), amount=spelled_out(row.amount))


def _is_in_table(row: Words, paper: StripPaper) -> bool:
    return encoded(row.words, paper.table) is not None and encoded(row.amount, paper.table) is not None


def _written(row: StripRow, paper: StripPaper) -> bytes:
    match row:
        case RuleAcross():
            return b"-" * paper.columns + b"\n"
        case Picture(content):
            return raster(logo_dots(content, paper.dots))
        case ScanCode(code_text):
            code = _SET_B + code_text.encode("ascii")
            return _CENTRE + _BAR_STYLE + _GS + _CODE_128 + bytes((len(code),)) + code + b"\n" + _LEFT
        case Words():
            words, amount = encoded(row.words, paper.table), encoded(row.amount, paper.table)
            if words is None or amount is None:
                return raster(picture_of(row, paper))
            lines = _lines(row, words.decode(paper.table.codec), amount.decode(paper.table.codec), paper)
            written = b"".join(line.encode(paper.table.codec) + b"\n" for line in lines)
            written = _TALL + written + _PLAIN if row.is_tall else written
            return _CENTRE + written + _LEFT if row.is_centred else written


def _lines(row: Words, words: str, amount: str, paper: StripPaper) -> list[str]:
    """Break words into lines, with the amount at the edge of the last; an amount is never cut."""
    indent = " " * row.indent
    if not amount:
        return _wrapped(words, paper.columns, indent)
    beside = paper.columns - len(amount) - 1
    if beside < len(indent) + _NARROWEST:
        return [*_wrapped(words, paper.columns, indent), amount.rjust(paper.columns)]
    *above, last = _wrapped(words, beside, indent)
    return [*above, last + amount.rjust(paper.columns - len(last))]


def _wrapped(words: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(words, width, initial_indent=indent, subsequent_indent=indent) or [""]


def raster(picture: QImage) -> bytes:
    """Write a picture in black and white, in as many commands as a small printer takes."""
    if picture.isNull():
        return b""
    bytes_wide = (picture.width() + 7) // 8
    dots = bytes(picture.constBits())
    rows = [
        dots[row * picture.bytesPerLine() : row * picture.bytesPerLine() + bytes_wide]
        for row in range(picture.height())
    ]
    parts = [rows[first : first + _TALLEST] for first in range(0, len(rows), _TALLEST)]
    return b"".join(
        _RASTER + bytes_wide.to_bytes(2, "little") + len(part).to_bytes(2, "little") + b"".join(part) for part in parts
    )
