"""Numbers as other programs write them: which decimal sign a file uses, thousands grouped, currencies around them.

Serves the guide's page "Bring your shop over".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from posim_desktop.domain.currencies import CURRENCIES
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.why import Why

SIGNS = (".", ",")
_GROUPS = "[ \u00a0\u202f'\u2019]"
_NOISE = Decimal("0.0000001")
_LONGEST = 30
_SHOWN = 20
_SYMBOLS = "$£€¥¤₩₫₱₹₪₺₽₴₦฿"
_LOCAL_WORDS = frozenset(
    {"kr", "zł", "kč", "ft", "lei", "fr", "rs", "r", "rm", "lv", "din", "kn", "s", "p", "us", "a", "c"}
)
_POINT = re.compile(rf"[+-]?(?:\d+|[1-9]\d{{0,2}}(?:(?:,|{_GROUPS})\d{{3}})+)?(?:\.\d*)?", re.ASCII)
_COMMA = re.compile(rf"[+-]?(?:\d+|[1-9]\d{{0,2}}(?:(?:\.|{_GROUPS})\d{{3}})+)?(?:,\d*)?", re.ASCII)
_SHAPES = {".": _POINT, ",": _COMMA}
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_BOTH_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class FoundSign:
    """The decimal sign of a file, and whether its numbers leave no doubt about it.

    ``examples`` are numbers that could be read in both ways, or that contradict each other.
    """

    sign: str
    is_certain: bool
    examples: tuple[str, ...] = ()


def find_sign(cells: Iterable[str]) -> FoundSign:
    """Find out which sign the numbers of a file use before their decimals.

    ``12,50`` and ``1.299,00`` can only be of the one kind, ``12.50`` and ``1,299.00`` of the other. ``1,299`` can be
    both: where a file has no other numbers that tell, it has to be asked; a full stop is proposed.
    """
    told: dict[str, list[str]] = {sign: [] for sign in SIGNS}
    open_ones: list[str] = []
    for cell in cells:
        if "." not in cell and "," not in cell:
            continue
        number = _bare(cell.rstrip("% "))
        ways = [sign for sign in SIGNS if number.strip("+-.,") and _SHAPES[sign].fullmatch(number)]
        if len(ways) == 1:
            told[ways[0]].append(cell)
        elif len(ways) > 1 and _BOTH_WAYS.fullmatch(number):
            open_ones.append(cell)
    point, comma = told["."], told[","]
    if point and comma:
        likelier = "," if len(comma) > len(point) else "."
        return FoundSign(likelier, is_certain=False, examples=(point[0], comma[0]))
    if point or comma:
        return FoundSign("." if point else ",", is_certain=True)
    return FoundSign(".", is_certain=not open_ones, examples=tuple(open_ones[:3]))


@lru_cache(maxsize=65536)
def read_figure(typed: str, sign: str, field: str) -> Decimal:
    """Read a number with its groups of thousands and what is written around it.

    What a computer's binary fractions left (15.299999999999999) is 15.3; all other decimals stay.

    Args:
        typed: The cell, not blank.
        sign: The decimal sign of the file.
        field: Whose it is, for the refusal.

    Raises:
        RefusedError: It is no number.
    """
    if len(typed) < _LONGEST and _PLAIN.fullmatch(typed) and (sign == "." or "." not in typed):
        return _without_noise(Decimal(typed))
    number = _bare(typed)
    if len(typed) > _LONGEST or not any(map(str.isdigit, number)) or _SHAPES[sign].fullmatch(number) is None:
        raise refuse(Why.NOT_A_NUMBER, Field(field), typed=typed[:_SHOWN])
    plain = re.sub(rf"[{'.' if sign == ',' else ','} \u00a0\u202f'\u2019]", "", number)
    return _without_noise(Decimal(plain.replace(sign, ".")))


def rounded(figure: Decimal, places: int) -> Decimal:
    """Round half up, away from zero at the half."""
    return figure.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0


def _without_noise(figure: Decimal) -> Decimal:
    """Undo what a binary fraction left: fifteen digits and more that are all but a number of up to six places."""
    if len(figure.as_tuple().digits) <= 14:  # noqa: PLR2004 - a double has more than fourteen only by accident
        return figure
    near = rounded(figure, 6)
    return near.normalize() + 0 if abs(near - figure) < _NOISE * Decimal("0.0001") else figure


def _bare(cell: str) -> str:
    """Take an apostrophe, a currency's sign or its letters, and blanks off a number; ``(5.00)`` is below zero."""
    number = cell.strip().removeprefix("'").strip()
    below = number.startswith("(") and number.endswith(")")
    number = number[1:-1].strip() if below else number
    minus = ""
    if number[:1] in {"-", "+", "\u2212"}:
        minus, number = ("" if number[0] == "+" else "-"), number[1:].strip()
    elif number.endswith("-"):  # as bookkeepers write it
        minus, number = "-", number[:-1].strip()
    number = _without_currency(number)
    if number[:1] in {"-", "\u2212"} and not minus:
        minus, number = "-", number[1:].strip()
    return ("-" if below else minus) + number


def _without_currency(number: str) -> str:
    if number and number[0].isdigit() and number[-1].isdigit():
        return number
    words = re.match(r"([^\d\s.,'+-]*\.?)\s*(.*?)\s*([^\d\s,'+-]*)$", number, re.DOTALL)
    if words is None:
        return number
    before, inner, after = words.groups()
    if before == "." and inner:
        before, inner = "", f".{inner}"
    if after.startswith(".") and after != ".":
        after = after[1:]
    return inner if (_is_currency(before) or not before) and (_is_currency(after) or not after) else number


def _is_currency(word: str) -> bool:
    plain = word.strip(".").strip()
    signs = set(_SYMBOLS)
    letters = "".join(letter for letter in plain if letter not in signs)
    return bool(plain) and (not letters or letters.upper() in CURRENCIES or letters.casefold() in _LOCAL_WORDS)
