"""The list of regions can be read by eyes that know one script."""

import unicodedata

import pytest
from pytestqt.qtbot import QtBot

from posim_desktop.ui.widgets.region_box import RegionBox


@pytest.fixture
def regions(qtbot: QtBot) -> RegionBox:
    box = RegionBox()
    qtbot.addWidget(box)
    return box


def test_every_region_is_written_with_latin_letters(regions: RegionBox) -> None:
    texts = [regions.itemText(place) for place in range(regions.count())]
    foreign = [text for text in texts if any("LATIN" not in unicodedata.name(letter) for letter in _letters(text))]
    assert foreign == []


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de_DE", "Deutsch (Deutschland)"),
        ("sr_RS", "Srpski (Srbija)"),
        ("fr_CI", "Français (Côte d’Ivoire)"),
        ("kaa_UZ", "Kara-Kalpak (Uzbekistan)"),
        ("zh_CN", "Chinese (China)"),
    ],
)
def test_a_region_is_named_in_its_own_words_where_they_are_latin(regions: RegionBox, locale: str, words: str) -> None:
    assert regions.itemText(regions.findData(locale)) == words


def _letters(text: str) -> list[str]:
    return [letter for letter in text if letter.isalpha() and unicodedata.category(letter) != "Lm"]
