"""Codes that scales and meat counters print: an article, and its weight or price, in one number.

Which prefix means what is the shop's own affair, so the shop writes it into a table. Serves the guide's page "Weight,
price and GS1 codes".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from posim_desktop.domain.check_digits import CHECKED_VALUES, check_digit, is_checked, value_check_digit
from posim_desktop.domain.errors import Cell, Refusal, refuse, require
from posim_desktop.domain.scanned import CodeReading
from posim_desktop.domain.why import Why

MAX_FORMATS = 20
MAX_DECIMALS = 3
_SHORTER, _LONGER = 12, 13
LENGTHS = (_SHORTER, _LONGER)
_OWN = {_SHORTER: ("2", "4"), _LONGER: ("2", "02", "04")}
"""The first digits of numbers that a shop may give out itself, by the length of the code."""


class Meaning(StrEnum):
    """What the value in a code is."""

    QUANTITY = "quantity"
    PRICE = "price"
    PRICE_OF_QUANTITY = "price of quantity"


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """A row of the shop's table.

    Attributes:
        prefix: The digits that such a code begins with.
        article: How many digits name the goods.
        value: How many digits say the weight or the price.
        meaning: What they say.
        decimals: How many of them stand behind the decimal point.
        is_value_checked: Whether a check digit of its own stands before the value.
    """

    prefix: str = "2"
    article: int = 5
    value: int = 5
    meaning: Meaning = Meaning.QUANTITY
    decimals: int = 3
    is_value_checked: bool = False

    @property
    def length(self) -> int:
        """How many digits such a code has, with its check digit."""
        return len(self.prefix) + self.article + self.is_value_checked + self.value + 1


class LabelReading(NamedTuple):
    """A code taken apart: what may be on file for the article, the likeliest first, and what the code says."""

    article: str
    codes: tuple[str, ...]
    reading: CodeReading


def clean_formats(formats: Sequence[LabelFormat]) -> tuple[LabelFormat, ...]:
    """Bring the table into the form that is stored.

    Raises:
        RefusedError: At the cell of a row, whose line is its place in the table.
    """
    for place, each in enumerate(formats[: MAX_FORMATS + 1]):
        require(_refusal(each, place))
        if place == MAX_FORMATS:
            raise refuse(Why.TOO_MANY_LABEL_FORMATS, Cell("prefix", place), most=MAX_FORMATS)
        if any(_start(each) == _start(other) for other in formats[:place]):
            raise refuse(Why.LABEL_PREFIX_TWICE, Cell("prefix", place), prefix=each.prefix)
    return tuple(formats)


def _refusal(each: LabelFormat, place: int) -> Refusal | None:
    if not (each.prefix.isascii() and each.prefix.isdigit()):
        return Refusal(Why.LABEL_PREFIX_NOT_DIGITS, Cell("prefix", place))
    if min(each.article, each.value) < 1 or each.length not in LENGTHS:
        return Refusal(Why.LABEL_LENGTH, Cell("value", place), length=each.length)
    if not each.prefix.startswith(_OWN[each.length]):
        return Refusal(Why.LABEL_PREFIX_NOT_OWN, Cell("prefix", place), prefix=each.prefix)
    if not 0 <= each.decimals <= min(MAX_DECIMALS, each.value):
        return Refusal(Why.LABEL_DECIMALS, Cell("decimals", place), most=min(MAX_DECIMALS, each.value))
    if each.is_value_checked and each.value not in CHECKED_VALUES:
        return Refusal(Why.LABEL_VALUE_CHECK, Cell("is_value_checked", place))
    return None


def read_label(formats: Iterable[LabelFormat], code: str) -> LabelReading | None:
    """Take a code apart by the row with the longest prefix that it begins with; None when no row is about it.

    Raises:
        RefusedError: Its check digits are wrong, or it says that there is nothing.
    """
    digits = code.strip()
    if len(digits) not in LENGTHS or not (digits.isascii() and digits.isdigit()):
        return None
    whole = digits.zfill(_LONGER)
    fitting = [each for each in formats if whole.startswith(_start(each))]
    if not fitting:
        return None
    found = max(fitting, key=lambda each: len(_start(each)))
    if not is_checked(whole):
        raise refuse(Why.LABEL_CHECK_DIGIT)
    rest = whole[len(_start(found)) : -1]
    article, value = rest[: found.article], rest[-found.value :]
    if found.is_value_checked and rest[found.article] != value_check_digit(value):
        raise refuse(Why.LABEL_CHECK_DIGIT)
    figure = Decimal(value).scaleb(-found.decimals)
    if not figure:
        raise refuse(Why.CODE_SAYS_ZERO)
    return LabelReading(article, _codes_of(whole, found, article), _reading(found, figure))


def _start(each: LabelFormat) -> str:
    """Return what the thirteen digits begin with: a code of twelve is one of thirteen that begins with a zero."""
    return "0" * (_LONGER - each.length) + each.prefix


def _codes_of(whole: str, found: LabelFormat, article: str) -> tuple[str, ...]:
    """List how goods may be on file whose labels say more: the label of nothing, its beginning, or its article."""
    start = _start(found) + article
    of_nothing = start.ljust(len(whole) - 1, "0")
    codes = (of_nothing + check_digit(of_nothing), found.prefix + article, article, article.lstrip("0"))
    return tuple(dict.fromkeys(filter(None, codes)))


def _reading(found: LabelFormat, figure: Decimal) -> CodeReading:
    if found.meaning is Meaning.QUANTITY:
        return CodeReading(quantity=figure)
    return CodeReading(amount=figure, is_divided=found.meaning is Meaning.PRICE_OF_QUANTITY)
