"""Lengths as people type them: ``2 3/8``, ``2-3/8``, ``3/8``, ``2⅜``; exact, as a fraction of whole numbers."""

import re
import unicodedata
from fractions import Fraction

_SLASHES = str.maketrans({"\u2044": "/", "\u2215": "/", "\u29f8": "/"})
_FRACTION = re.compile(
    r"(?P<sign>[+-]?)(?:(?P<whole>\d{1,6})(?: *- *| +))?(?P<part>\d{1,6}) */ *(?P<of>\d{1,6})", re.ASCII
)


def read_fraction(typed: str) -> Fraction | None:
    """Read a number that is written with a fraction bar; None for what is written otherwise, or is no number.

    Behind whole units a fraction is less than one: ``2 9/8`` is a slip of the fingers rather than three and an eighth.
    """
    found = _FRACTION.fullmatch(_in_plain_signs(typed))
    if found is None:
        return None
    whole, part, of = int(found["whole"] or 0), int(found["part"]), int(found["of"])
    if of == 0 or (found["whole"] is not None and part >= of):
        return None
    number = whole + Fraction(part, of)
    return -number if found["sign"] == "-" else number


def _in_plain_signs(typed: str) -> str:
    """Write ``⅜``, and figures set high and low, as ``3/8``, apart from the whole units before them."""
    apart = ""
    for sign in typed.strip():
        if apart and apart[-1].isascii() and apart[-1].isdigit() and unicodedata.category(sign) == "No":
            apart += " "
        apart += sign
    return unicodedata.normalize("NFKC", apart).translate(_SLASHES)
