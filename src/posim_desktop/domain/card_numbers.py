"""Numbers of payment cards in what people write, however they are separated. Such a number is never stored.

A number is taken for a card's only if the issuer's first digits, its length and the check digit all fit, so that phone
numbers, serial numbers and the like can be written down.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_SHORTEST_CARD, _LONGEST_CARD = 14, 19
_DOUBLED_DIGIT_SUMS = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_WIDE_GROUP = 3
_UNSEEN = ("Cf", "Mn", "Me")
"""What takes no room of its own between two digits: zero-width blanks, soft hyphens, the frames of keycaps."""
_RUN = re.compile(r"[0-9]+(?:[\W_]{1,3}[0-9]+)*")
_PART = re.compile(r"([\W_]*)([0-9]+)")


class _Issuer(NamedTuple):
    """The numbers of one issuer: the first digits from–to, and how long its numbers are."""

    first: str
    last: str
    lengths: tuple[int, ...]


_SIXTEEN = (16,)
_SIXTEEN_TO_NINETEEN = (16, 17, 18, 19)
_ISSUERS = (
    _Issuer("4", "4", (16, 19)),  # Visa
    _Issuer("51", "55", _SIXTEEN),  # Mastercard
    _Issuer("2221", "2720", _SIXTEEN),
    _Issuer("34", "34", (15,)),  # American Express
    _Issuer("37", "37", (15,)),
    _Issuer("6011", "6011", _SIXTEEN_TO_NINETEEN),  # Discover
    _Issuer("644", "659", _SIXTEEN_TO_NINETEEN),
    _Issuer("3528", "3589", _SIXTEEN_TO_NINETEEN),  # JCB
    _Issuer("62", "62", _SIXTEEN_TO_NINETEEN),  # UnionPay
    _Issuer("300", "305", (14,)),  # Diners Club
    _Issuer("3095", "3095", (14,)),
    _Issuer("36", "36", (14,)),
    _Issuer("38", "39", (14,)),
)


def passes_luhn(digits: str) -> bool:
    """Return whether digits carry the check digit of ISO/IEC 7812, as payment cards do."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        total += _DOUBLED_DIGIT_SUMS[int(digit)] if place % 2 else int(digit)
    return total % 10 == 0


def is_card_number(digits: str) -> bool:
    """Return whether issuer, length and check digit all fit."""
    issued = any(
        len(digits) in issuer.lengths and issuer.first <= digits[: len(issuer.first)] <= issuer.last
        for issuer in _ISSUERS
    )
    return issued and passes_luhn(digits)


def holds_card_number(text: str) -> bool:
    """Return whether a card's number stands somewhere in a text.

    It begins and ends with a group of digits, whatever surrounds it. Groups of three digits and more may be separated
    in any way; smaller ones only all in the same way, for prices and dates in a row are no card.
    """
    return any(map(is_card_number, _candidates(text)))


def _candidates(text: str) -> Iterator[str]:
    for run in _RUN.findall(_plain(text)):
        parts = _PART.findall(run)
        for first in range(len(parts)):
            digits, separators, narrow = "", set(), False
            for separator, group in parts[first:]:
                if digits:
                    separators.add(separator)
                digits += group
                narrow = narrow or len(group) < _WIDE_GROUP
                if len(digits) > _LONGEST_CARD:
                    break
                if len(digits) >= _SHORTEST_CARD and not (narrow and len(separators) > 1):
                    yield digits


def _plain(text: str) -> str:
    """Write the digits of every script and width as 0 to 9, and leave out what nobody sees between them."""
    seen = (letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter) not in _UNSEEN)
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in seen)
