"""Codes that carry more than a number, as GS1 writes them: an article, its weight, its lot, its last day.

Each part begins with an application identifier of two to four digits, such as 01 for the article. Which there are, and
how long each part may be, is python-stdnum's table; it is loaded with the first such code. Serves the guide's page
"Weight, price and GS1 codes".
"""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from posim_desktop.domain.check_digits import is_checked
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.scanned import CodeReading
from posim_desktop.domain.why import Why

SEPARATOR = "\x1d"
"""What ends a part of no fixed length; scanners send it for the sign FNC1."""
_SYMBOLOGIES = ("]C1", "]e0", "]d2", "]Q3", "]J1")
_TYPED_PART = re.compile(r"\(([0-9]{2,4})\)")
_BARE = re.compile(r"01[0-9]{14}.+", re.ASCII | re.DOTALL)
_PART_OF_FORMAT = re.compile(r"\[\+?|\]|\+|([NXYZ])([0-9]*)(?:\.\.N?([0-9]+))?")
_SIGNS = {"N": "[0-9]", "X": r"[!-\"%-?A-Z_a-z]", "Y": r"[#\-/0-9A-Z]", "Z": r"[\-0-9A-Z_a-z=]"}
_NET_MEASURES = ("310", "311", "314", "315", "316")
"""Net weight, length, area and volume in metric units, whose last digit says how many decimals there are."""
_AMOUNT = "392"
_EXPIRES = "17"
_VARIABLE = "9"
"""The first digit of an article whose measure differs from piece to piece."""
_SHOWN = 4


class ElementString(NamedTuple):
    """A code taken apart: the fourteen digits of its article, and what else it says."""

    gtin: str
    reading: CodeReading


def read_elements(scanned: str) -> ElementString | None:
    """Take a code apart as a scanner sends it, or as it is printed below the bars: ``(01)…(17)…``.

    Returns:
        None for a code of another kind.

    Raises:
        RefusedError: It says that it is of this kind, and cannot be read; or it names no article.
    """
    code = scanned.strip(" ")
    if code.startswith(_SYMBOLOGIES):
        text = code[len(_SYMBOLOGIES[0]) :]
    elif code.startswith(SEPARATOR):
        text = code
    elif code.startswith("("):
        text = _from_print(code)
    elif _BARE.fullmatch(code) and is_checked(code[2:16]):
        text = code
    else:
        return None
    return None if not text else _meaning(_parts(text.removeprefix(SEPARATOR)))


def _from_print(code: str) -> str:
    """Write what is printed in brackets as a scanner sends it; ``""`` when it is something else in brackets."""
    before, *parts = _TYPED_PART.split(code)
    if before or not parts:
        return ""
    return "".join(f"{ai}{value.strip()}{SEPARATOR}" for ai, value in zip(parts[::2], parts[1::2], strict=True))


def _parts(text: str) -> dict[str, str]:
    from stdnum import numdb  # noqa: PLC0415 - a table of hundreds of rows, which few scans need

    table = numdb.get("gs1_ai")
    found: dict[str, str] = {}
    rest = text
    while rest:
        ai, about = table.info(rest)[0]
        if not about:
            raise refuse(Why.GS1_UNKNOWN_PART, part=rest[:_SHOWN].replace(SEPARATOR, ""))
        body = rest[len(ai) :]
        part = body.partition(SEPARATOR)[0]
        shape = _shape(about["format"])
        value = shape.fullmatch(part) if about.get("fnc1") else shape.match(part)
        if value is None or found.get(ai, value[0]) != value[0]:
            raise refuse(Why.GS1_BROKEN_PART, part=ai)
        found[ai] = value[0]
        rest = body[value.end() :].removeprefix(SEPARATOR)
    return found


@lru_cache
def _shape(written: str) -> re.Pattern[str]:
    """Read how the table writes the shape of a part: ``N6``, ``X..20``, ``N13[+X..17]``."""

    def part(found: re.Match[str]) -> str:
        kind, least, most = found.groups()
        if kind is None:
            return {"[": "(?:", "[+": "(?:", "]": ")?", "+": ""}[found[0]]
        counted = f"{{{least or 1},{most}}}" if most else f"{{{least}}}"
        return _SIGNS[kind] + counted

    return re.compile(_PART_OF_FORMAT.sub(part, written))


def _meaning(parts: dict[str, str]) -> ElementString:
    gtin = parts.get("01")
    if gtin is None:
        raise refuse(Why.GS1_NAMES_NO_ARTICLE)
    if not is_checked(gtin):
        raise refuse(Why.GS1_CHECK_DIGIT, number=gtin)
    measures = [(ai, value) for ai, value in parts.items() if ai[:3] in _NET_MEASURES]
    amounts = [(ai, value) for ai, value in parts.items() if ai[:3] == _AMOUNT]
    if max(len(measures), len(amounts)) > 1:
        raise refuse(Why.GS1_BROKEN_PART, part=(measures if len(measures) > 1 else amounts)[1][0])
    quantity = _figure(*measures[0]) if measures else Decimal(parts["30"]) if "30" in parts else None
    if gtin.startswith(_VARIABLE) and quantity is None:
        raise refuse(Why.GS1_NO_MEASURE)
    return ElementString(
        gtin,
        CodeReading(
            quantity=quantity,
            amount=_figure(*amounts[0]) if amounts else None,
            expires=_day(parts[_EXPIRES]) if _EXPIRES in parts else None,
            lot=parts.get("10", ""),
            serial=parts.get("21", ""),
        ),
    )


def _figure(ai: str, digits: str) -> Decimal:
    return Decimal(digits).scaleb(-int(ai[3]))


def _day(written: str) -> date:
    """Read YYMMDD; the day 00 is the last of the month."""
    year, month, day = 2000 + int(written[:2]), int(written[2:4]), int(written[4:])
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError as error:
        raise refuse(Why.GS1_BROKEN_PART, part=_EXPIRES) from error
