"""Another language with an accent on every letter, and the way back to what the program says."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override

from posim_desktop.settings import own_folder
from posim_desktop.tour.hands import label_of
from posim_desktop.ui.language import files_of

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OTHER = "áƀçðéƒğĥíĵķĺɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĞĤÍĴĶĹḾÑÓÞɊŔŠŢÚṼŴẊÝŽ"
_THERE = str.maketrans(_PLAIN, _OTHER)
_BACK = str.maketrans(_OTHER, _PLAIN)
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|%L?\w)")
_PLACE = re.compile(r"\\?\{[^{}]*\}")


class Accented(QTranslator):
    """Says what a language says with an accent on every letter, so that what nobody had translated stands out.

    The letters are as wide as they are without: what fits like this fits.

    Attributes:
        unsaid: What an object wanted to say and the language does not have under its name.
    """

    def __init__(self, parent: QObject, language: str) -> None:
        super().__init__(parent)
        self._same = {source for source, words in _translations(language) if source == words}
        self._asked = []
        self.unsaid: dict[str, None] = {}
        for file in files_of(language):
            translator = QTranslator(self)
            if not translator.load(file):
                raise FileNotFoundError(file)
            self._asked.append(translator)

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        for translator in self._asked:
            said = translator.translate(context, source, disambiguation, n)
            if said:
                return accented(said)
        # Qt for Python asks for the class of an object and for all that it comes from, QObject last.
        if context == QObject.__name__ and source not in self._same:
            self.unsaid[source] = None
        return source

    @override
    def isEmpty(self) -> bool:
        return False


def accented(words: str) -> str:
    """Put the accents on; what is filled in later stays."""
    parts = _KEPT.split(words)
    return "".join(part if place % 2 else part.translate(_THERE) for place, part in enumerate(parts))


def read_back(language: str) -> Callable[[str], tuple[str, ...]]:
    """Make what turns the labels of a language back into those of the program; several may be called the same."""
    known: dict[str, set[str]] = defaultdict(set)
    filled_in: list[tuple[re.Pattern[str], str]] = []
    for source, words in _translations(language):
        known[words].add(source)
        known[label_of(words)].add(source)
        if words.count("{") == 1:
            filled_in.append((re.compile(_PLACE.sub("(.+)", re.escape(words))), source))

    def back(shown: str) -> tuple[str, ...]:
        shown = label_of(shown.translate(_BACK))
        words, _, count = shown.rpartition(" ")
        found = [*known.get(shown, ()), *(f"{source} {count}" for source in known.get(words.strip(), ())), shown]
        for pattern, source in filled_in:
            match = pattern.fullmatch(shown)
            if match:
                found += [_PLACE.split(source)[0] + fact + _PLACE.split(source)[1] for fact in back(match[1])]
        return tuple(found)

    return back


def _translations(language: str) -> Iterator[tuple[str, str]]:
    file = own_folder("resources") / "translations" / f"posim_{language}.ts"
    for entry in ET.parse(file).getroot().iter("message"):  # noqa: S314 - a file of this repository
        yield entry.findtext("source", ""), entry.findtext("translation", "")
