"""A chooser of the region whose way of writing money, numbers and dates the shop follows."""

import unicodedata
from functools import cache
from statistics import mode

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from posim_desktop.ui.widgets.drop_down import DropDown

_LEAST_LETTERS = 24
_MODIFIER = "Lm"  # the kind of the okina and its like, which stand between Latin letters


class RegionBox(DropDown):
    """Every language and country that writes with Latin letters, by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, letters=_LEAST_LETTERS)
        for name in _locales():
            self.addItem(_label(name), name)

    def value(self) -> str:
        """Return the name of the locale that is chosen, ``"de_DE"``."""
        return str(self.currentData())

    def set_value(self, locale: str) -> None:
        """Choose a locale; one that is not listed is listed from now on."""
        place = self.findData(locale)
        if place < 0:
            self.addItem(_label(locale), locale)
            place = self.count() - 1
        self.setCurrentIndex(place)


def system_locale() -> str:
    """Return the name of this computer's locale, that of the United States when it has none."""
    system = QLocale.system()
    return system.name() if system.language() != QLocale.Language.C else "en_US"


def _locales() -> list[str]:
    any_language, any_country = QLocale.Language.AnyLanguage, QLocale.Country.AnyCountry
    every = QLocale.matchingLocales(any_language, QLocale.Script.LatinScript, any_country)
    return sorted({locale.name() for locale in every if "_" in locale.name()}, key=lambda name: _label(name).casefold())


def _label(name: str) -> str:
    """Name a region in its own language, so that its people find it whatever language the screen is in.

    A country whose own name is in another script is named in English, so that the list is in one script.
    """
    locale = QLocale(name)
    latin = QLocale(locale.language(), QLocale.Script.LatinScript, locale.territory())
    country = latin.nativeTerritoryName()
    return f"{_language(locale.language())} ({country if _is_latin(country) else _in_english(locale)})"


def _is_latin(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha() and unicodedata.category(letter) != _MODIFIER]
    return bool(letters) and all("LATIN" in unicodedata.name(letter, "") for letter in letters)


def _in_english(locale: QLocale) -> str:
    return QLocale.territoryToString(locale.territory())


@cache
def _language(language: QLocale.Language) -> str:
    """Name a language as most of the countries that speak it do."""
    spoken = QLocale.matchingLocales(language, QLocale.Script.LatinScript, QLocale.Country.AnyCountry)
    names = [name for locale in spoken if _is_latin(name := locale.nativeLanguageName())]
    usual = mode(names) if names else QLocale.languageToString(language)
    return usual[:1].upper() + usual[1:]
