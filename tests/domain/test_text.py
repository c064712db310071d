"""What may be written in a text field."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.errors import Field, RefusedError, Where
from posim_desktop.domain.text import Label, clean
from posim_desktop.domain.why import Why

CARD = "4111111111111111"


def test_a_card_number_is_refused_in_what_people_write() -> None:
    for label in (Label.NOTE, Label.COMMENT, Label.REASON, Label.NAME, Label.ADDRESS):
        with pytest.raises(RefusedError, match=Why.TEXT_HOLDS_CARD_NUMBER):
            clean(f"paid with {CARD}", field="note", limit=2000, label=label)


@pytest.mark.parametrize(
    "label",
    [
        *(Label.ACCOUNT_NUMBER, Label.BADGE, Label.BARCODE, Label.CUSTOMER_ID, Label.DEPARTMENT_ID, Label.DESCRIPTION),
        *(Label.ITEM_ID, Label.LOG_IN_NAME, Label.PHONE, Label.SECOND_PHONE, Label.TAX_CODE, Label.VENDOR_ID),
        *(Label.VENDOR_INVOICE, Label.VENDOR_ITEM_NUMBER),
    ],
)
def test_a_number_in_the_field_of_a_number_is_never_a_card(label: Label) -> None:
    assert clean(CARD, field="code", limit=30, label=label) == CARD


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
