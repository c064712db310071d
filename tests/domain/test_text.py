"""What may be written in a text field."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.errors import Field, RefusedError, Where
from posim_desktop.domain.text import Label, clean, holds_card_number, passes_luhn, search_key
from posim_desktop.domain.why import Why

CARD = "4111111111111111"
FULL_WIDTH_CARD = "".join(chr(ord(digit) + 0xFEE0) for digit in CARD)


@pytest.mark.parametrize(
    "text",
    [
        CARD,
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "paid with 4111111111111111.",
        "order 12 4111111111111111",
        "4111111111111111 99",
        "3782 822463 10005",
        FULL_WIDTH_CARD,
        "6304000000000000000",
    ],
)
def test_a_card_number_is_seen_wherever_it_stands(text: str) -> None:
    assert holds_card_number(text)
    with pytest.raises(RefusedError, match=Why.TEXT_HOLDS_CARD_NUMBER):
        clean(text, field="note", limit=2000, label=Label.NOTE)


@pytest.mark.parametrize(
    "text",
    ["4111111111111112", "411111111111", "41111111111111111111", "555 1234", "", "2026-11-24 10:00", "4111.1111"],
)
def test_other_numbers_are_welcome(text: str) -> None:
    assert not holds_card_number(text)


def test_codes_are_numbers_by_trade() -> None:
    assert clean(CARD, field="code", limit=30, label=Label.ITEM_ID, card_check=False) == CARD


@pytest.mark.parametrize(
    "text", ["bell\x07", "nul\x00", "two\nlines", "tab\tbed", "\ud800", "line\u2028break", "\u200b"]
)
def test_what_cannot_be_printed_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match=Why.TEXT_UNPRINTABLE):
        clean(text, field="name", limit=80, label=Label.NAME)


def test_a_note_has_lines() -> None:
    assert clean(" one\ntwo\t3 ", field="note", limit=80, label=Label.NOTE, lines=True) == "one\ntwo\t3"
    with pytest.raises(RefusedError, match=Why.TEXT_UNPRINTABLE):
        clean("one\rtwo", field="note", limit=80, label=Label.NOTE, lines=True)


def test_the_limit_counts_characters_in_normal_form() -> None:
    assert clean("e\u0301" * 80, field="name", limit=80, label=Label.NAME) == "é" * 80
    with pytest.raises(RefusedError, match=f"{Why.TEXT_TOO_LONG} .*most=80 length=81"):
        clean("é" * 81, field="name", limit=80, label=Label.NAME)


@given(st.text())
def test_any_text_is_kept_clean_or_refused_at_its_field(text: str) -> None:
    where: Where = Field("name")
    try:
        kept = clean(text, field="name", limit=40, label=Label.NAME, blank=False)
    except RefusedError as refused:
        where = refused.refusal.where
    else:
        assert kept == kept.strip() == unicodedata.normalize("NFC", kept)
        assert 0 < len(kept) <= 40
        assert clean(kept, field="name", limit=40, label=Label.NAME, blank=False) == kept
    assert where == Field("name")


@given(st.text(), st.text())
def test_a_search_key_holds_the_key_of_each_part(first: str, second: str) -> None:
    key = search_key(first, None, second)
    assert search_key(key) == key
    assert (search_key("Straße"), search_key("ÄRGER")) == ("strasse", "ärger")


@given(st.integers(0, 10**18))
def test_exactly_one_check_digit_passes(number: int) -> None:
    assert sum(passes_luhn(f"{number}{check}") for check in range(10)) == 1
