"""Money, quantities, dates and times as text in the store's manner, and read back; exact, never through a float."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as calendar_date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from posim_desktop.domain import money as domain_money
from posim_desktop.domain import quantity as domain_quantity
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.numbers import parse_decimal
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import ONE
from posim_desktop.domain.tax import Taxes
from posim_desktop.domain.why import Why
from posim_desktop.ui import currency_signs

_GROUP = 3
_MINUS_SIGNS = str.maketrans({"\u2212": "-", "\u2010": "-", "\u2013": "-"})
_WORD_BEHIND = re.compile(
    r"(?P<number>.*[\d\u00bc-\u00be\u2150-\u215e])\s*/?\s*(?P<word>(?!e\d)[^\W\d_][\w /]*\.?)", re.IGNORECASE
)
_PACK_WORDS = frozenset(
    {"c", "cs", "case", "cases", "ct", "ctn", "carton", "box", "bx", "pk", "pack", "packs"}
    | {"kt", "karton", "kartons", "ve", "vpe"}
)
_UNIT_WORDS = frozenset(["ea", "each", "pc", "pcs", "piece", "pieces", "st", "stk", "stück"])
_SPACES = re.compile(r"\s")
_NUMBERS = re.compile(r"\d+", re.ASCII)
_A_DAY = re.compile(r"\d{1,4}([^\w\s]\s?|\s)\d{1,2}([^\w\s]\s?|\s)\d{1,4}[^\w\s]?", re.ASCII)
_PARTS_OF_A_DAY = 3
_LAST_OF_MONTH = 31
_EXAMPLE = calendar_date(2026, 11, 23)
_CENTURY, _ONE_CENTURY = 2000, 100
_SAMPLE = Decimal(1234)
_TENTH = Decimal("0.1")
_FIGURE_SPACE = "\u2007"  # as wide as a figure
_POINT_SPACE = "\u2008"  # as wide as a full stop
_COMMA_OF_PARTS = re.compile(r"\d*,(\d{1,2}|\d{4,})|0*,\d+", re.ASCII)
"""A comma that does not group thousands, whatever the region."""
_ONE_GROUP = re.compile(r"\d{1,3}[.,]\d{3}", re.ASCII)


class Times(NamedTuple):
    """How many were typed before a code: a number, and the word of a unit or a pack behind it, if any."""

    number: Decimal
    word: str = ""


@dataclass(frozen=True, slots=True)
class StoreFormat:
    """How the store writes.

    Attributes:
        locale: Language and country, as ``de_DE``.
        zone: The store's time zone.
        currency: The three letters of its currency; ``""`` for that of the region.
    """

    locale: QLocale
    zone: ZoneInfo
    currency: str = ""

    @property
    def decimal_point(self) -> str:
        """The sign between units and cents."""
        return self.locale.decimalPoint()

    @property
    def group_separator(self) -> str:
        """The sign between thousands, ``""`` where there is none."""
        return self.locale.groupSeparator()


class _Current:
    """The format in use; swapped by :func:`use_store_format` only."""

    store: StoreFormat = StoreFormat(QLocale("en_US"), ZoneInfo("UTC"))


def use_store_format(locale_name: str, time_zone: str, currency_code: str = "") -> None:
    """Write and read by a locale and a time zone from now on.

    Args:
        locale_name: Language and country, as ``de_DE``.
        time_zone: IANA name, as ``Europe/Berlin``.
        currency_code: Three letters, as ``EUR``; ``""`` for the currency of the region.

    Raises:
        ZoneInfoNotFoundError: There is no such time zone.
    """
    _Current.store = StoreFormat(QLocale(locale_name), ZoneInfo(time_zone), currency_code)
    _write.cache_clear()


def store_format() -> StoreFormat:
    """Return the format in use, for calendars and validators that need the locale itself."""
    return _Current.store


def money(amount: Decimal) -> str:
    """Write an amount with all its places and grouped thousands: ``1,234.50``."""
    return _write(domain_money.to_cents(amount), domain_money.money_places(), grouped=True)


def amount(money_amount: Decimal) -> str:
    """Write an amount that stands alone, with the currency sign where the region has it: ``$36.90``, ``36,90 €``."""
    before, after = currency_signs.around(store_format().locale.name(), store_format().currency)
    sign = "\u2212" if money_amount < 0 else ""
    return f"{sign}{before}{money(abs(money_amount))}{after}"


def currency() -> str:
    """Return the three letters of the store's currency, ``""`` where its region has none."""
    return store_format().currency or currency_signs.currency_of(store_format().locale.name())


def sample(places: int) -> str:
    """Write some amount with so many places, in figures that everybody knows: ``1,234.50``."""
    return _write(_SAMPLE.quantize(Decimal(1).scaleb(-places)), places, grouped=True)


def money_to_edit(amount: Decimal) -> str:
    """Format an amount for editing, without grouping."""
    return _write(domain_money.to_cents(amount), domain_money.money_places())


def count(number: int) -> str:
    """Write how many there are, with grouped thousands: ``3,481``."""
    return _write(Decimal(number), 0, grouped=True)


def quantity(units: Decimal) -> str:
    """Write a quantity without grouping or needless zeros: ``2``, ``1.25``."""
    return _write(units, 0)


def tenths(number: Decimal) -> str:
    """Write a number with one place after the point, even a zero, so that those of a column align: ``47.0``."""
    return _write(number.quantize(_TENTH), 1, grouped=True)


def measured(units: Decimal, unit: str) -> str:
    """Write a quantity with the word of its unit: ``2.375 yd``; goods that are counted have none."""
    return domain_quantity.with_unit(quantity(units), unit)


def pack_word(unit: str) -> str:
    """Say what a pack is called: by the vendor's word, or a case."""
    return unit or QCoreApplication.translate("Packs", "cs")


def packs(quantity_of_units: Decimal, packing: Packing) -> str:
    """Write whole packs: ``6 cs``; nothing for goods that come singly or in part of a pack."""
    whole = packing.packs(quantity_of_units)
    return "" if whole is None else domain_quantity.with_unit(quantity(whole), pack_word(packing.pack_unit))


def taxes(of_code: Taxes) -> str:
    """Write the taxes of a tax code with their rates; a plus says that a tax is worked out on those before it, too."""
    return ", ".join(f"{'+ ' if tax.compound else ''}{tax.name} {quantity(tax.rate)} %" for tax in of_code)


def quantity_if_any(units: Decimal) -> str:
    """Write a quantity, and nothing for none: in a column of a sum's parts only what there is stands out."""
    return quantity(units) if units else ""


def limit(units: Decimal) -> str:
    """Write a quantity as large as can be, with grouped thousands: ``999,999.999``."""
    return _write(units, 0, grouped=True)


def cost(unit_cost: Decimal) -> str:
    """Write a unit cost with grouped thousands and the places of money, or up to two more where it needs them."""
    return _write(unit_cost, domain_money.money_places(), grouped=True)


def cost_in_column(unit_cost: Decimal, beside: Iterable[Decimal] | None = None) -> str:
    """Write a unit cost for a column: places that it lacks are left blank, so that the points align.

    Args:
        unit_cost: The cost.
        beside: All costs of the column, where they are known: what none of them has takes no room. None for any.
    """
    written = cost(unit_cost)
    places = domain_money.cost_places() if beside is None else max(map(_places, map(cost, beside)), default=0)
    has_point = places == 0 or store_format().decimal_point in written
    return written + ("" if has_point else _POINT_SPACE) + _FIGURE_SPACE * (places - _places(written))


def _places(written: str) -> int:
    return len(written.partition(store_format().decimal_point)[2])


def cost_to_edit(unit_cost: Decimal) -> str:
    """Write a unit cost as a person types it, without grouping."""
    return _write(unit_cost, domain_money.money_places())


def cost_as_typed(unit_cost: Decimal, packing: Packing) -> str:
    """Write a cost as it was agreed, for editing: of a unit, or of a pack, ``100.00/cs``."""
    if packing.pack_cost is None:
        return cost_to_edit(unit_cost)
    return f"{cost_to_edit(packing.pack_cost)}/{pack_word(packing.pack_unit)}"


def date(day: calendar_date) -> str:
    """Write a day in the locale's short form with the whole year."""
    return store_format().locale.toString(QDate(day.year, day.month, day.day), date_pattern())


def time(moment: datetime) -> str:
    """Write the time of day in the store's time zone."""
    local = _in_store(moment)
    return store_format().locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def day_of(moment: datetime) -> str:
    """Write the day of a moment in UTC as the store's calendar has it."""
    return date(_in_store(moment).date())


def store_day(moment: datetime) -> calendar_date:
    """Return the day of a moment in UTC as the store's calendar has it."""
    return _in_store(moment).date()


def midnight(day: calendar_date) -> datetime:
    """Return the moment, in UTC, at which a day of the shop begins."""
    return datetime(day.year, day.month, day.day, tzinfo=store_format().zone).astimezone(UTC)


def date_time(moment: datetime) -> str:
    """Write a moment as day and time of day in the store's time zone.

    Args:
        moment: In UTC when it names no zone, as the database keeps it.
    """
    return f"{date(_in_store(moment).date())} {time(moment)}"


def date_pattern() -> str:
    """Return the pattern that date inputs show, the locale's short form with the whole year."""
    pattern = store_format().locale.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def parse_date(text: str, *, field: str) -> calendar_date:
    """Read a typed day in the locale's order of day, month and year, or as ``2026-11-23``.

    Raises:
        RefusedError: There is no such day.
    """
    typed = _as_typed(text)
    numbers = [int(digits) for digits in _NUMBERS.findall(typed)] if _A_DAY.fullmatch(typed) else []
    if len(numbers) == _PARTS_OF_A_DAY:
        order = "yMd" if numbers[0] > _LAST_OF_MONTH else _order_of_a_day()
        parts = dict(zip(order, numbers, strict=True))
        year = parts["y"] + (_CENTURY if parts["y"] < _ONE_CENTURY else 0)
        try:
            return calendar_date(year, parts["M"], parts["d"])
        except ValueError:
            pass
    raise refuse(Why.NOT_A_DATE, Field(field), typed=text.strip(), example=_EXAMPLE)


def _as_typed(day: str) -> str:
    """Leave out what a region writes in a day and nobody types: a word behind it, marks of direction, own digits."""
    behind = re.split("[yMd]", date_pattern())[-1].replace("'", "").strip()
    typed = "".join(sign for sign in day if unicodedata.category(sign) != "Cf").strip().removesuffix(behind).strip()
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in typed)


def _order_of_a_day() -> str:
    return "".join(dict.fromkeys(sign for sign in date_pattern() if sign in "yMd"))


def parse_money(text: str, *, field: str, negative: bool = False) -> Decimal:
    """Read a typed amount; thousands may be grouped as :func:`money` writes them.

    Raises:
        RefusedError: It is no number, has more places than money, or is out of range.
    """
    _refuse_either_way(text, field, domain_money.money_places())
    return domain_money.parse_money(_plain(text), field=field, decimal_point=".", negative=negative)


def parse_cost(text: str, *, field: str) -> Decimal:
    """Read a typed unit cost.

    Raises:
        RefusedError: It is no number, has too many places, or is out of range.
    """
    _refuse_either_way(text, field, domain_money.cost_places())
    unit_cost = parse_decimal(_plain(text), field=field)
    require(domain_money.cost_refusal(unit_cost, field=field))
    return domain_money.to_cost(unit_cost)


def parse_quantity(text: str, *, field: str, zero: bool = False) -> Decimal:
    """Read a typed quantity: ``2.375``, ``2 3/8``; a comma that cannot group thousands is a decimal sign everywhere.

    Args:
        text: What was typed.
        field: Name of the input.
        zero: Whether nothing at all is an answer here.

    Raises:
        RefusedError: It is no number, too fine, or out of range.
    """
    typed = text.strip().translate(_MINUS_SIGNS)
    if not _COMMA_OF_PARTS.fullmatch(typed):
        _refuse_either_way(typed, field, domain_quantity.QUANTITY_PLACES)
        return domain_quantity.parse_quantity(_plain(typed), field=field, zero=zero)
    return domain_quantity.parse_quantity(typed.replace(",", "."), field=field, zero=zero)


def parse_packed(text: str, packing: Packing, *, field: str, zero: bool = False) -> Decimal:
    """Read a typed quantity in units, or in packs with their word behind it: ``72``, ``6 cs``.

    Raises:
        RefusedError: As :func:`parse_quantity`; or the word is none of a unit or a pack.
    """
    typed, word = _without_word(text)
    if not word:
        return parse_quantity(typed, field=field, zero=zero)
    if not _is_pack(word, packing):
        _require_unit(word, packing, text, field)
        return parse_quantity(typed, field=field, zero=zero)
    units = parse_quantity(typed, field=field, zero=zero) * packing.pack_quantity
    require(domain_quantity.quantity_refusal(units, field=field, zero=zero))
    return units.quantize(domain_quantity.SMALLEST)


def parse_times(text: str, *, field: str) -> Times:
    """Read how many are typed before a code: ``6``, ``2 3/8``, ``6 cs``.

    Raises:
        RefusedError: As :func:`parse_quantity`.
    """
    typed, word = _without_word(text)
    return Times(parse_quantity(typed, field=field), word)


def units_each(times: Times, packing: Packing, *, field: str, item: str) -> Decimal:
    """Return how many units each of what was typed is: 1, or those in a pack where its word stands behind the number.

    Raises:
        RefusedError: The word is none of a unit or a pack, or the item has no pack.
    """
    if not times.word:
        return ONE
    if not _is_pack(times.word, packing):
        _require_unit(times.word, packing, f"{quantity(times.number)} {times.word}", field)
        return ONE
    if packing.pack_quantity == ONE:
        raise refuse(Why.ITEM_HAS_NO_PACK, Field(field), item=item)
    return packing.pack_quantity


def parse_cost_of(text: str, packing: Packing, *, field: str) -> tuple[Decimal, bool]:
    """Read a typed cost of a unit, or of a pack: ``8.50``, ``100/cs``; tell whether it is a pack's.

    Raises:
        RefusedError: As :func:`parse_cost`; or the word is none of a unit or a pack.
    """
    typed, word = _without_word(text)
    is_of_pack = bool(word) and _is_pack(word, packing)
    if word and not is_of_pack:
        _require_unit(word, packing, text, field)
    return parse_cost(typed, field=field), is_of_pack


def _without_word(text: str) -> tuple[str, str]:
    """Take a word off the end of a typed number."""
    found = _WORD_BEHIND.fullmatch(text.strip())
    return (found["number"], found["word"].rstrip(".").casefold()) if found else (text, "")


def _is_pack(word: str, packing: Packing) -> bool:
    if word == packing.unit.rstrip(".").casefold():  # carats, for one, are no cartons
        return False
    return word in _PACK_WORDS or word == pack_word(packing.pack_unit).rstrip(".").casefold()


def _require_unit(word: str, packing: Packing, typed: str, field: str) -> None:
    if word not in _UNIT_WORDS and word != packing.unit.rstrip(".").casefold():
        raise refuse(Why.UNIT_NOT_KNOWN, Field(field), typed=typed.strip(), pack=pack_word(packing.pack_unit))


@lru_cache(maxsize=4096)  # the same prices and quantities are painted again and again
def _write(number: Decimal, least_places: int, *, grouped: bool = False) -> str:
    units, _, fraction = f"{abs(number):f}".partition(".")
    fraction = fraction.rstrip("0").ljust(least_places, "0")
    if grouped:
        units = _grouped(units, store_format().group_separator)
    sign = "\u2212" if number < 0 else ""
    return sign + units + (store_format().decimal_point + fraction if fraction else "")


def _grouped(units: str, separator: str) -> str:
    first = len(units) % _GROUP
    groups = [units[:first]] if first else []
    groups += [units[start : start + _GROUP] for start in range(first, len(units), _GROUP)]
    return separator.join(groups)


def _plain(text: str) -> str:
    """Turn the store's way of writing into digits and a full stop; what is neither stays as it is."""
    point, separator = store_format().decimal_point, store_format().group_separator
    typed = text.strip().translate(_MINUS_SIGNS)
    if not separator:
        return typed.replace(point, ".")
    typed = _SPACES.sub(" ", typed)
    sign = re.escape(" " if separator.isspace() else separator)
    grouped = rf"[+-]?\d{{1,3}}({sign}\d{{3}})+({re.escape(point)}\d*)?"
    if re.fullmatch(grouped, typed, re.ASCII):
        typed = re.sub(sign, "", typed)
    return typed.replace(point, ".")


def _refuse_either_way(text: str, field: str, places: int) -> None:
    """Ask instead of guessing where three places are possible: ``1,234`` is a thousand or one and a bit.

    Raises:
        RefusedError: The text could mean either.
    """
    typed = text.strip()
    separator = store_format().group_separator
    if places < _GROUP or separator not in {",", "."} or not _ONE_GROUP.fullmatch(typed) or separator not in typed:
        return
    whole = typed.replace(separator, "")
    part = typed.replace(separator, store_format().decimal_point)
    raise refuse(Why.EITHER_OF_TWO_NUMBERS, Field(field), typed=typed, whole=whole, part=part)


def _in_store(moment: datetime) -> datetime:
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return aware.astimezone(store_format().zone)
