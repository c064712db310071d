"""What may be written in a text field: normal form, no control characters, a limit, no card numbers."""

import re
import unicodedata
from enum import StrEnum, auto

from posim_desktop.domain.errors import Field, Refusal, require
from posim_desktop.domain.why import Why

CODE = 30
NAME = 80
SHORT = 40
DESCRIPTION = 120
NOTE = 2000
REASON = 200
EMAIL = 254

_DIGIT_GROUPS = re.compile(r"\d+(?:[ -]\d+)*", re.ASCII)
_SHORTEST_CARD, _LONGEST_CARD = 13, 19
_DOUBLED_DIGIT_SUMS = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


class Label(StrEnum):
    """What a text is to the person who fills it in."""

    ACCOUNT_NUMBER = auto()
    ADDRESS = auto()
    BADGE = auto()
    BARCODE = auto()
    COMMENT = auto()
    COMPANY = auto()
    CONTACT = auto()
    CUSTOMER_ID = auto()
    DEPARTMENT_ID = auto()
    DESCRIPTION = auto()
    EMAIL = auto()
    ITEM_ID = auto()
    LOG_IN_NAME = auto()
    NAME = auto()
    NOTE = auto()
    PHONE = auto()
    REASON = auto()
    REGION = auto()
    SECOND_PHONE = auto()
    STORE_NAME = auto()
    TAX_CODE = auto()
    TAX_NAME = auto()
    VENDOR_ID = auto()
    VENDOR_INVOICE = auto()
    VENDOR_ITEM_NUMBER = auto()
    YOUR_NAME = auto()


def passes_luhn(digits: str) -> bool:
    """Return whether digits carry the check digit of ISO/IEC 7812, as payment cards do."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        total += _DOUBLED_DIGIT_SUMS[int(digit)] if place % 2 else int(digit)
    return total % 10 == 0


def holds_card_number(text: str) -> bool:
    """Return whether a text has 13 to 19 digits that pass the Luhn check, written together or in groups.

    Groups are separated by one blank or dash. A card number starts and ends with a group, whatever surrounds it.
    """
    plain = unicodedata.normalize("NFKC", text)
    for run in _DIGIT_GROUPS.findall(plain):
        groups = re.split("[ -]", run)
        for first in range(len(groups)):
            digits = ""
            for group in groups[first:]:
                digits += group
                if len(digits) > _LONGEST_CARD:
                    break
                if len(digits) >= _SHORTEST_CARD and passes_luhn(digits):
                    return True
    return False


def _is_control(character: str, *, lines: bool) -> bool:
    if lines and character in "\n\t":
        return False
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


def _is_visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "ZC"


def text_refusal(
    text: str,
    *,
    field: str,
    limit: int,
    label: Label,
    blank: bool = True,
    lines: bool = False,
    card_check: bool = True,
) -> Refusal | None:
    """Return why a text cannot be kept, or None.

    Args:
        text: The text, already normalized.
        field: Name of the input.
        limit: Longest length in characters.
        label: What the person calls the field.
        blank: Whether it may be left empty.
        lines: Whether line breaks are welcome.
        card_check: Whether a card number is looked for; not in codes and barcodes, which are numbers anyway.
    """
    if not any(_is_visible(character) for character in text):
        if text and not text.isspace():
            return Refusal(Why.TEXT_UNPRINTABLE, Field(field), label=label)
        return None if blank else Refusal(Why.TEXT_MISSING, Field(field), label=label)
    if len(text) > limit:
        return Refusal(Why.TEXT_TOO_LONG, Field(field), label=label, most=limit, length=len(text))
    if any(_is_control(character, lines=lines) for character in text):
        return Refusal(Why.TEXT_UNPRINTABLE, Field(field), label=label)
    if card_check and holds_card_number(text):
        return Refusal(Why.TEXT_HOLDS_CARD_NUMBER, Field(field), label=label)
    return None


def clean(
    text: str,
    *,
    field: str,
    limit: int,
    label: Label,
    blank: bool = True,
    lines: bool = False,
    card_check: bool = True,
) -> str:
    """Bring a typed text into the form that is stored: Unicode NFC, no blanks around it.

    Raises:
        RefusedError: See :func:`text_refusal`.
    """
    normal = unicodedata.normalize("NFC", text).strip()
    require(
        text_refusal(
            normal,
            field=field,
            limit=limit,
            label=label,
            blank=blank,
            lines=lines,
            card_check=card_check,
        )
    )
    return normal


def search_key(*parts: str | None) -> str:
    """Fold what people search by into one lower-case text, so that ``Ä`` finds ``ä`` and ``straße`` ``STRASSE``."""
    joined = " ".join(part for part in parts if part)
    return unicodedata.normalize("NFC", joined).casefold()
