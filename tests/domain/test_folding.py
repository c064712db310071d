"""Texts that are found however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.folding import digits_of, fold, holds_words, readable, search_key, spellings, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Łukasz Żółć", "lukasz zolc"),
        ("Søren Æbelø", "soren aebelo"),
        ("Đorđe", "dorde"),
        ("İSTANBUL \u0131spanak", "istanbul ispanak"),
        ("Straße STRASSE STRAẞE", "strasse strasse strasse"),
        ("Œuvre", "oeuvre"),
        ("Þór Guðrún", "thor gudrun"),
        ("E\u0301milie e\u0301 É", "emilie e e"),
        ("O\u2019Brien O\u02bcBrien O'Brien O`Brien", "obrien obrien obrien obrien"),
        ("Jean\u2010Luc Jean\u2011Luc Jean\u2013Luc", "jean-luc jean-luc jean-luc"),
        ("\uff21\uff22\uff23 \ufb01n", "abc fin"),
        ("Йосиф Ёлкин \u0386\u03a3", "иосиф елкин \u03b1\u03c3"),
        ("が か", "が か"),
        ("co\u00adop zero\u200bwidth", "coop zerowidth"),
        ("nul\x00 half\ud800", "nul half"),
    ],
)
def test_a_text_is_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Müller", ("muller", "MÜLLER", "mueller", "Mu\u0308ller")),
        ("Mueller", ("müller", "mueller")),
        ("Ångström", ("angstrom", "aangstroem", "ångström")),
        ("Weiß", ("weiss", "WEIẞ", "weiß")),
        ("O\u2019Brien", ("o'brien", "obrien", "O\u02bcBRIEN", "o brien")),
        ("Anne-Marie", ("anne\u2013marie", "anne marie", "ANNE\u2010MARIE")),
        ("Anne Marie", ("anne-marie",)),
        ("Annemarie", ("anne-marie",)),
        ("Łódź", ("lodz", "ŁÓDŹ")),
        ("Hải Yến", ("hai yen", "HẢI")),
        ("100% \\ wool", ("100%", "\\", "wool")),
    ],
)
def test_a_name_is_found_however_it_is_typed(written: str, typed: tuple[str, ...]) -> None:
    assert [each for each in typed if not holds_words(search_key(written), each)] == []


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Müller", "miller"), ("Muller", "mueller"), ("Shorts", "shoe"), ("か", "が"), ("AB-12", "ab-2")],
)
def test_another_name_is_not_found(written: str, typed: str) -> None:
    assert not holds_words(search_key(written), typed)


@pytest.mark.parametrize("typed", ["555-0142", "(555)0142", "555.0142", "5550142", "555 0142", "555\u20110142"])
def test_a_phone_number_is_found_however_it_is_written(typed: str) -> None:
    key = search_key("555 0142", digits_of("555 0142"))
    assert holds_words(key, typed)


def test_what_was_typed_is_split_into_words() -> None:
    assert words(" Anne\u00a0Marie\tO'Brien\x00\ud800 ' x\u200by ") == ("Anne", "Marie", "O'Brien", "xy")
    assert words("'") == ()
    assert len(words("a " * 50)) == 8
    assert readable("nul\x00 half\ud800 é") == "nul half é"


@given(st.text())
def test_a_folded_text_is_folded(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text.encode("utf-8", "replace").decode()) is not None


@given(st.text(), st.text())
def test_a_search_key_holds_the_key_of_each_part(first: str, second: str) -> None:
    key = search_key(first, None, second)
    assert search_key(first) in key
    assert search_key(second) in key
    assert search_key(key) == key


@given(st.text())
def test_a_text_is_found_by_itself(text: str) -> None:
    assert holds_words(search_key(text), " ".join(words(text)))


@given(st.text(min_size=1))
def test_a_word_is_spelled_without_what_cannot_be_stored(word: str) -> None:
    assert all("\x00" not in way and way.encode() is not None for way in spellings(word))
