"""Currencies as people see them: the sign of each, and where a region writes it."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from PySide6.QtCore import QLocale

_ONE_UNIT = re.compile(r"(?P<before>\D*)1(\D0+)?(?P<after>\D*)")
_ISO_CODE = QLocale.CurrencySymbolFormat.CurrencyIsoCode
_READABLE = re.compile(r"[!-~£¥\u20a0-\u20cf]+( [!-~]+)?")  # what every font for Latin letters holds
_NO_BREAK = "\u00a0"


def currency_of(locale_name: str) -> str:
    """Return the three letters of a region's own currency, ``""`` where it has none."""
    return QLocale(locale_name).currencySymbol(_ISO_CODE)


@lru_cache(maxsize=16)
def around(locale_name: str, currency: str) -> tuple[str, str]:
    """Find what a region writes before an amount of a currency and after it; its own for no letters."""
    region = QLocale(locale_name)
    own = currency in {"", currency_of(locale_name)}
    text = region.toCurrencyString(1.0) if own else region.toCurrencyString(1.0, sign_of(currency, locale_name))
    written = _ONE_UNIT.fullmatch(text)
    if written is None:
        return "", ""
    before, after = written["before"], written["after"]
    return before + _gap(before[-1:]), _gap(after[:1]) + after


def sign_of(currency: str, locale_name: str) -> str:
    """Return the sign of a currency, or its letters where a region would take the sign for its own currency's."""
    region = QLocale(locale_name)
    if currency in {"", currency_of(locale_name)}:
        return region.currencySymbol()
    sign = _signs().get(currency, currency)
    return currency if sign == region.currencySymbol() else sign


@lru_cache(maxsize=1)
def _signs() -> dict[str, str]:
    """Collect the sign that most regions of a currency write, where those who read Latin letters can read it."""
    found: dict[str, Counter[str]] = {}
    every = QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    for locale in every:
        sign = unicodedata.normalize("NFKC", locale.currencySymbol())
        if _READABLE.fullmatch(sign):
            found.setdefault(locale.currencySymbol(_ISO_CODE), Counter())[sign] += 1
    return {currency: signs.most_common(1)[0][0] for currency, signs in found.items()}


def _gap(next_to_the_figures: str) -> str:
    """Keep letters off the figures; a sign stands where the region puts it."""
    return _NO_BREAK if next_to_the_figures.isalpha() else ""
