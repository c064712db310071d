"""Numbers on goods: one article however its number is written. Serves the guide's page on items.

A number of 8, 12, 13 or 14 digits with its check digit, the short form of twelve digits, and what is printed in books,
music and magazines are one family: each stands for fourteen digits. Everything else, a number with a wrong check digit
too, is a code of the shop's own and stands for itself; capitals and small letters are the same.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from posim_desktop.domain.check_digits import is_checked
from posim_desktop.domain.quantity import plain

_GTIN = 14
_LENGTHS = (8, 12, 13, _GTIN)
_SHORT_FORM = 8
_ISBN_10 = re.compile(r"[0-9]{9}[0-9X]")
_ISMN = re.compile(r"M[0-9]{9}")
_ISSN = re.compile(r"[0-9]{7}[0-9X]")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


class Pack(NamedTuple):
    """A barcode of several units of an item, such as of a case of 12."""

    barcode: str
    quantity: Decimal

    @property
    def written(self) -> str:
        """How it is written, as at the till: ``12*5012345678900``."""
        return f"{plain(self.quantity)}*{self.barcode}"


@lru_cache(maxsize=65536)  # a file is compared with itself and with what is on file
def one_form(code: str) -> str:
    """Return the one form of a code, which is stored beside it and compared."""
    return forms(code)[0]


def forms(code: str) -> tuple[str, ...]:
    """Say what a code may stand for, the likeliest first: eight digits may be a number and a short form at once."""
    own = code.translate(_HYPHENS).strip().upper()
    plain = own.replace("-", "").replace(" ", "")
    if not plain.isascii() or not plain.strip("0"):
        return (own,)
    found = (_number(plain), _short_form(plain), _printed(own, plain))
    ordered = reversed(found) if "-" in own else found  # only what is printed in a book is written with hyphens
    return tuple(dict.fromkeys(number.zfill(_GTIN) for number in ordered if number)) or (own,)


def spellings(form: str) -> tuple[str, ...]:
    """List the lengths in which a code on file may be written, given its one form."""
    if len(form) != _GTIN or not is_checked(form):
        return (form,)
    short = (form[-length:] for length in _LENGTHS if not form[:-length].strip("0"))
    return (*short,)


def _number(plain: str) -> str:
    return plain if len(plain) in _LENGTHS and is_checked(plain) else ""


def _short_form(plain: str) -> str:
    """Write the eight digits of a UPC-E as the twelve that they stand for; ``""`` when they are none."""
    if len(plain) != _SHORT_FORM or not plain.isdigit() or plain[0] not in "01":
        return ""
    system, six, check = plain[0], plain[1:7], plain[7]
    match six[5]:
        case "0" | "1" | "2" as last:
            middle = f"{six[:2]}{last}0000{six[2:5]}"
        case "3":
            middle = f"{six[:3]}00000{six[3:5]}"
        case "4":
            middle = f"{six[:4]}00000{six[4]}"
        case last:
            middle = f"{six[:5]}0000{last}"
    whole = f"{system}{middle}{check}"
    return whole if is_checked(whole) else ""


def _printed(own: str, plain: str) -> str:
    """Read the number of a book, of music or of a periodical as the thirteen digits of its barcode."""
    if not any(pattern.fullmatch(plain) for pattern in (_ISBN_10, _ISMN, _ISSN)):
        return ""
    from stdnum import isbn, ismn, issn  # noqa: PLC0415 - a fifth of a second, and few shops ever need them

    if _ISBN_10.fullmatch(plain) and isbn.is_valid(plain):
        return str(isbn.to_isbn13(plain))
    if _ISMN.fullmatch(plain) and ismn.is_valid(plain):
        return str(ismn.to_ismn13(plain))
    if _ISSN.fullmatch(plain) and issn.is_valid(plain) and (own[4] == "-" or not _number(plain)):
        return str(issn.to_ean(plain))
    return ""
