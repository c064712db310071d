"""Numbers on goods that a spreadsheet spoilt: mended where that is certain, refused where it is not.

Serves the guide's page "Bring your shop over".
"""

import re
from collections.abc import Sequence

from posim_desktop.domain.check_digits import is_checked
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.why import Why

_WHOLE = re.compile(r"(\d+)\.0+", re.ASCII)
_ROUNDED = re.compile(r"\d([.,]\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_TOO_NARROW = re.compile("#{3,}")
_UPC, _EAN = 12, 13
_LOST_ZEROS = range(7, _UPC)
_EXCEL_FORMULA = re.compile(r'="([^"]*)"')
NONE = frozenset({"-", "--", "—", "–", "n/a", "#n/a", "na", "none", "null", "nil", "0", "00", "000"})
"""What people write in the column of barcodes for goods that have none."""
_SHORT_FORM = 8


def unspoilt(code: str, field: str) -> str:
    """Undo what a spreadsheet certainly did to a number: ``="0123"`` is 0123, ``4006381333931.0`` has no point.

    Raises:
        RefusedError: It was rounded (``5.449E+12``): the digits are lost, and only the program it comes from has them.
    """
    plain = code.removeprefix("'")
    formula = _EXCEL_FORMULA.fullmatch(plain)
    plain = formula[1] if formula else plain
    if _ROUNDED.fullmatch(plain):
        raise refuse(Why.ROUNDED_BY_SPREADSHEET, Field(field))
    whole = _WHOLE.fullmatch(plain)
    return whole[1] if whole and len(whole[1]) >= min(_LOST_ZEROS) else plain


def means_none(code: str) -> bool:
    """Return whether the cell of a barcode says that there is none, or was too narrow to show it."""
    return (
        code.casefold() in NONE or _TOO_NARROW.fullmatch(code) is not None or (code.isdigit() and not code.strip("0"))
    )


def lost_zeros(codes: Sequence[str]) -> frozenset[str]:
    """Find the numbers of a column that a spreadsheet took the zeros in front of, which is certain for some only.

    A number of 7 to 11 digits is one of twelve (UPC) that lost its zeros when its last digit is then its check digit.
    One number in ten fits by chance. So it is taken for certain only where all such numbers of the column fit, and at
    least three of them, or where most of the column are whole numbers of twelve or thirteen digits. Eight digits that
    are good as they are stay.
    """
    digits = [code for code in codes if code.isascii() and code.isdigit()]
    short = [
        code for code in digits if len(code) in _LOST_ZEROS and not (len(code) == _SHORT_FORM and is_checked(code))
    ]
    fitting = [code for code in short if is_checked(code.zfill(_UPC))]
    whole = sum(len(code) in {_UPC, _EAN} and is_checked(code) for code in digits)
    enough = len(fitting) >= 3 or whole > len(short)  # noqa: PLR2004 - one in a thousand by chance
    return frozenset(fitting) if short and len(fitting) == len(short) and enough else frozenset()


def with_zeros(code: str) -> str:
    """Write a number that lost its zeros with all its digits."""
    return code.zfill(_UPC)
