"""One article has one form, however its number is written; everything else stands for itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from posim_desktop.domain.cards.barcodes import forms, one_form, spellings
from posim_desktop.domain.cards.cards import ItemFields, clean_item
from posim_desktop.domain.check_digits import is_checked

ONE_ARTICLE = (
    ("4006381333931", "04006381333931", " 4006381333931 "),
    ("036000291452", "0036000291452", "00036000291452"),
    ("042100005264", "04252614", "0042100005264"),
    ("012345678905", "0012345678905"),
    ("96385074", "0000096385074", "000096385074"),
    ("978-3-16-148410-0", "9783161484100", "3-16-148410-X", "316148410x", "3 16 148410 X"),
    ("M-2306-7118-7", "m230671187", "979-0-2306-7118-7", "9790230671187"),
    ("0378-5955", "9770378595002", "2434-561x", "2434561X")[:2],
    ("2434-561X", "2434561x"),
    ("ab-12", "AB-12", "AB\u201112"),
)
OTHERS = ("4006381333932", "036000291453", "12", "AB12", "AB 12", "10614141000415", "978-3-16-148410-1", "00000000")


@pytest.mark.parametrize("written", ONE_ARTICLE, ids=lambda written: written[0])
def test_one_article_has_one_form(written: tuple[str, ...]) -> None:
    assert len({one_form(code) for code in written}) == 1


def test_different_articles_have_different_forms() -> None:
    codes = [*(written[0] for written in ONE_ARTICLE), *OTHERS]
    assert len({one_form(code) for code in codes}) == len(codes)


@pytest.mark.parametrize("own", ["4006381333932", "12", "LOT-7", "00000000", "1234567890128X"])
def test_a_code_of_the_shop_stands_for_itself(own: str) -> None:
    assert forms(own) == (own,)
    assert spellings(own) == (own,)


def test_eight_digits_may_be_a_number_and_a_short_form_at_once() -> None:
    assert forms("01234565") == ("00000001234565", "00012345000065")


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("04252614", "042100005264"),
        ("01234505", "012000003455"),
        ("01234531", "012300000451"),
        ("01234543", "012340000053"),
        ("12345670", "123456000070"),
    ],
)
def test_every_short_form_is_written_out(short: str, whole: str) -> None:
    assert one_form(whole) in forms(short)


@given(st.sampled_from((8, 12, 13, 14)).flatmap(lambda length: st.text("0123456789", min_size=length, max_size=length)))
def test_the_check_digit_is_that_of_the_library(digits: str) -> None:
    assert is_checked(digits) is ean.is_valid(digits)


@given(st.text(max_size=40))
def test_a_form_is_its_own_form_and_every_spelling_has_it(code: str) -> None:
    form = one_form(code)
    assert one_form(form) == form
    assert {one_form(spelled) for spelled in spellings(form)} <= set(forms(code)) | {form}


def test_a_card_keeps_one_spelling_of_a_number() -> None:
    card = clean_item(ItemFields("A", "Pen", barcodes=("036000291452", "0036000291452", "b1", "B1")))
    assert card.barcodes == ("036000291452", "b1")
