"""A language that nobody speaks: every text stands in brackets, in other letters, a third longer; and the way back."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override

from posim_desktop.settings import own_folder
from posim_desktop.tour.hands import label_of

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OTHER = "áƀçðéƒğĥíĵķłɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĞĤÍĴĶŁḾÑÓÞɊŔŠŢÚṼŴẊÝŽ"
_THERE = str.maketrans(_PLAIN, _OTHER)
_BACK = str.maketrans(_OTHER, _PLAIN, "[]~")
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|%L?\w)")
_PLACE = re.compile(r"\\?\{[^{}]*\}")
_LONGER = 0.3


class PseudoLanguage(QTranslator):
    """Translates everything, also Qt's own words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return pseudo(source)

    @override
    def isEmpty(self) -> bool:
        return False


class Untranslated(QTranslator):
    """Asked last, it keeps what an object wanted to say and the language does not have under its name."""

    def __init__(self, parent: QObject, language: str) -> None:
        super().__init__(parent)
        self._same = {source for source, words in _translations(language) if source == words}
        self.words: dict[str, None] = {}

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        # Qt for Python asks for the class of an object and for all that it comes from, QObject last.
        if context == QObject.__name__ and source not in self._same:
            self.words[source] = None
        return source

    @override
    def isEmpty(self) -> bool:
        return False


def pseudo(words: str) -> str:
    """Translate words; what is filled in later stays."""
    if not words.strip():
        return words
    parts = _KEPT.split(words)
    changed = "".join(part if place % 2 else part.translate(_THERE) for place, part in enumerate(parts))
    return f"[{changed}{'~' * (round(len(words) * _LONGER) - len('[]'))}]"


def plain(words: str) -> tuple[str, ...]:
    """Turn translated words back into what the program says."""
    return (words.translate(_BACK),)


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
        shown = label_of(shown)
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
