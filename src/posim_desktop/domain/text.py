"""What may be written in a text field: normal form, no control characters, a limit, no card numbers."""

import unicodedata
from enum import StrEnum, auto

from posim_desktop.domain.card_numbers import holds_card_number
from posim_desktop.domain.errors import Field, Refusal, require
from posim_desktop.domain.why import Why

CODE = 30
NAME = 80
SHORT = 40
TENDER = 20
UNIT = 12
DESCRIPTION = 120
NOTE = 2000
REASON = 200
EMAIL = 254


class Label(StrEnum):
    """What a text is to the person who fills it in."""

    ACCOUNT = auto()
    ACCOUNT_NUMBER = auto()
    ADDRESS = auto()
    ANSWER = auto()
    AUTHOR = auto()
    BADGE = auto()
    BARCODE = auto()
    COMMENT = auto()
    COMPANY = auto()
    CONTACT = auto()
    CUSTOMER_ID = auto()
    CUSTOMER_ORDER = auto()
    CUSTOMER_WORD = auto()
    DEPARTMENT_ID = auto()
    DESCRIPTION = auto()
    EMAIL = auto()
    EXEMPT_NUMBER = auto()
    FILE_NAME = auto()
    FOLDER = auto()
    FORMAT = auto()
    ITEM_ID = auto()
    JOB_TAG = auto()
    LOG_IN_NAME = auto()
    LOT = auto()
    NAME = auto()
    NOTE = auto()
    PHONE = auto()
    PUBLISHER = auto()
    QUESTION = auto()
    REACH = auto()
    REASON = auto()
    REASONS = auto()
    RECEIPT_FOOT = auto()
    RECEIPT_HEAD = auto()
    REACH_HOURS = auto()
    REFERENCE = auto()
    RMA_NUMBER = auto()
    REGION = auto()
    SECOND_PHONE = auto()
    SERIAL_NUMBER = auto()
    STORAGE_PLACE = auto()
    STORE_NAME = auto()
    TAX_CODE = auto()
    SUBJECT = auto()
    TAX_NAME = auto()
    TAX_NUMBER = auto()
    TERMS = auto()
    UNIT = auto()
    VENDOR_ID = auto()
    VENDOR_INVOICE = auto()
    VENDOR_ITEM_NUMBER = auto()
    WILL_ALSO_TAKE = auto()
    YOUR_NAME = auto()


_NUMBERS_BY_TRADE = frozenset(
    {
        Label.ACCOUNT,
        Label.ACCOUNT_NUMBER,
        Label.BADGE,
        Label.BARCODE,
        Label.CUSTOMER_ID,
        Label.CUSTOMER_ORDER,
        Label.DEPARTMENT_ID,
        Label.DESCRIPTION,
        Label.EXEMPT_NUMBER,
        Label.ITEM_ID,
        Label.LOG_IN_NAME,
        Label.LOT,
        Label.PHONE,
        Label.SECOND_PHONE,
        Label.SERIAL_NUMBER,
        Label.TAX_CODE,
        Label.VENDOR_ID,
        Label.VENDOR_INVOICE,
        Label.VENDOR_ITEM_NUMBER,
    }
)
"""Texts that are long numbers anyway, or name goods by theirs; some fit the rule of payment cards by chance."""


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
) -> Refusal | None:
    """Return why a text cannot be kept, or None.

    Args:
        text: The text, already normalized.
        field: Name of the input.
        limit: Longest length in characters.
        label: What the person calls the field.
        blank: Whether it may be left empty.
        lines: Whether line breaks are welcome.
    """
    plain = text.isascii() and text.isprintable() and not text.isspace()  # most texts: seen, and without controls
    if not (plain and text) and not any(_is_visible(character) for character in text):
        if text and not text.isspace():
            return Refusal(Why.TEXT_UNPRINTABLE, Field(field), label=label)
        return None if blank else Refusal(Why.TEXT_MISSING, Field(field), label=label)
    if len(text) > limit:
        return Refusal(Why.TEXT_TOO_LONG, Field(field), label=label, most=limit, length=len(text))
    if not plain and any(_is_control(character, lines=lines) for character in text):
        return Refusal(Why.TEXT_UNPRINTABLE, Field(field), label=label)
    if label not in _NUMBERS_BY_TRADE and holds_card_number(text):
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
) -> str:
    """Bring a typed text into the form that is stored: Unicode NFC, no blanks around it.

    Raises:
        RefusedError: See :func:`text_refusal`.
    """
    if not text and blank:  # as most fields of most cards are
        return ""
    normal = (text if text.isascii() else unicodedata.normalize("NFC", text)).strip()
    require(
        text_refusal(
            normal,
            field=field,
            limit=limit,
            label=label,
            blank=blank,
            lines=lines,
        )
    )
    return normal
