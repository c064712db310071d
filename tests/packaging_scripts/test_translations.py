"""Every word of the program is translated, and what the program loads is what was translated."""

import importlib
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])
_PLACE = re.compile(r"\{[^{}]*\}|%\w")
_RUN = "run python packaging/translations.py, and translate what is unfinished"


def test_every_language_has_every_word_of_the_program_and_no_other() -> None:
    translations = importlib.import_module("translations")
    words = translations.collect()
    for language in translations.LANGUAGES:
        kept = (translations.FOLDER / f"posim_{language}.ts").read_text("utf-8")
        assert kept == translations.update(language, words), _RUN
        assert translations.unfinished(kept) == [], _RUN


@LANGUAGES
def test_what_is_compiled_is_what_was_translated(language: str, tmp_path: Path) -> None:
    translations = importlib.import_module("translations")
    made = tmp_path / f"posim_{language}.qm"
    translations.compile_into(translations.FOLDER / f"posim_{language}.ts", made)
    assert (translations.FOLDER / made.name).read_bytes() == made.read_bytes(), _RUN


@LANGUAGES
def test_a_translation_names_the_same_figures_and_has_a_key_where_the_source_has_one(language: str) -> None:
    translations = importlib.import_module("translations")
    wrong = []
    for entry in ET.parse(translations.FOLDER / f"posim_{language}.ts").getroot().iter("message"):  # noqa: S314 - ours
        source = entry.findtext("source", "")
        for words in [form.text or "" for form in entry.iter("numerusform")] or [entry.findtext("translation", "")]:
            same = set(_PLACE.findall(words.lower())) == set(_PLACE.findall(source.lower()))
            if not same or words.count("&") != source.count("&"):
                wrong.append((source, words))
    assert wrong == []


def test_words_that_are_put_together_while_the_program_runs_are_refused() -> None:
    translations = importlib.import_module("translations")
    source = 'class Card:\n    def name(self, what: str) -> str:\n        return self.tr(f"New {what}")\n'
    with pytest.raises(translations.UnreadableWordsError, match="put together"):
        translations.words_of(source, "card.py")


def test_words_are_found_where_the_program_looks_them_up() -> None:
    translations = importlib.import_module("translations")
    source = (
        'class Card:\n    def name(self) -> str:\n        return self.tr("Card") + _tr("Deck")\n\n\n'
        'def _tr(words: str) -> str:\n    return QCoreApplication.translate("Decks", words)\n'
    )
    found = translations.words_of(source, "card.py")
    assert [(message.context, message.source) for message in found] == [("Card", "Card"), ("Decks", "Deck")]


def test_what_an_object_says_is_its_own_also_where_a_function_beside_it_is_called_tr() -> None:
    translations = importlib.import_module("translations")
    source = (
        'class Card:\n    def name(self) -> str:\n        return self.tr("Card")\n\n\n'
        "def deck() -> str:\n    def tr(words: str) -> str:\n"
        '        return QCoreApplication.translate("Decks", words)\n\n'
        '    return tr("Deck")\n'
    )
    found = translations.words_of(source, "card.py")
    assert [(message.context, message.source) for message in found] == [("Card", "Card"), ("Decks", "Deck")]
