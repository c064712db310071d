"""A chooser of the region whose way of writing money, numbers and dates the shop follows."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QWidget

_LEAST_LETTERS = 24


class RegionBox(QComboBox):
    """Every language and country that writes with Latin letters, by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
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
    return sorted({locale.name() for locale in every if "_" in locale.name()}, key=_label)


def _label(name: str) -> str:
    locale = QLocale(name)
    language = QLocale.languageToString(locale.language())
    return f"{language} ({QLocale.territoryToString(locale.territory())})"
