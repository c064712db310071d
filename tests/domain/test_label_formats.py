"""Codes of scales: the shop's table says what they mean; check digits are right or the code is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from posim_desktop.domain.check_digits import check_digit, is_checked, value_check_digit
from posim_desktop.domain.errors import Cell, RefusedError
from posim_desktop.domain.label_formats import LabelFormat, Meaning, clean_formats, read_label
from posim_desktop.domain.scanned import CodeReading
from posim_desktop.domain.why import Why

WEIGHT = LabelFormat("21", 5, 5, Meaning.QUANTITY, 3)
PRICE = LabelFormat("22", 5, 5, Meaning.PRICE, 2)
CHECKED = LabelFormat("23", 5, 4, Meaning.PRICE, 2, is_value_checked=True)
WORKED_OUT = LabelFormat("24", 4, 6, Meaning.PRICE_OF_QUANTITY, 2)
AMERICAN = LabelFormat("2", 5, 4, Meaning.PRICE, 2, is_value_checked=True)
TABLE = (WEIGHT, PRICE, CHECKED, WORKED_OUT, AMERICAN)


def code(digits: str) -> str:
    return digits + check_digit(digits)


@pytest.mark.parametrize(
    ("scanned", "article", "reading"),
    [
        (code("211234501250"), "12345", CodeReading(quantity=Decimal("1.250"))),
        (code("221234500689"), "12345", CodeReading(amount=Decimal("6.89"))),
        (code("231234592875"), "12345", CodeReading(amount=Decimal("28.75"))),
        (code("241234000689"), "1234", CodeReading(amount=Decimal("6.89"), is_divided=True)),
        (code("21234592875"), "12345", CodeReading(amount=Decimal("28.75"))),
        ("0" + code("21234592875"), "12345", CodeReading(amount=Decimal("28.75"))),
        (f" {code('211234501250')} ", "12345", CodeReading(quantity=Decimal("1.250"))),
    ],
)
def test_a_code_is_taken_apart(scanned: str, article: str, reading: CodeReading) -> None:
    found = read_label(TABLE, scanned)
    assert found is not None
    assert (found.article, found.reading) == (article, reading)


def test_the_longest_prefix_counts() -> None:
    either = (LabelFormat("2", 6, 5), LabelFormat("21", 5, 5, Meaning.PRICE, 2))
    for table in (either, either[::-1]):
        found = read_label(table, code("211234501250"))
        assert found is not None
        assert found.reading == CodeReading(amount=Decimal("12.50"))


def test_goods_are_on_file_by_label_prefix_or_article() -> None:
    found = read_label(TABLE, code("210012301250"))
    assert found is not None
    assert found.codes == (code("210012300000"), "2100123", "00123", "123")


@pytest.mark.parametrize(
    "scanned", ["", "KETTLE", "21123450125", "4006381333931", code("251234501250"), "21" * 7, "\uff12\uff11" * 6]
)
def test_other_codes_are_left_alone(scanned: str) -> None:
    assert read_label(TABLE, scanned) is None
    assert read_label((), code("211234501250")) is None


@pytest.mark.parametrize(
    ("scanned", "why"),
    [
        ("2112345012501", Why.LABEL_CHECK_DIGIT),
        (code("231234582875"), Why.LABEL_CHECK_DIGIT),
        (code("211234500000"), Why.CODE_SAYS_ZERO),
    ],
)
def test_a_broken_code_is_refused(scanned: str, why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        read_label(TABLE, scanned)
    assert refused.value.refusal.why is why


@pytest.mark.parametrize(("value", "digit"), [("2875", "9"), ("14685", "6"), ("0000", "0"), ("00000", "0")])
def test_a_value_has_the_check_digit_of_gs1(value: str, digit: str) -> None:
    assert value_check_digit(value) == digit


@given(st.integers(4, 5), st.data())
def test_one_wrong_digit_of_a_value_is_noticed(length: int, data: st.DataObject) -> None:
    digits = data.draw(st.text("0123456789", min_size=length, max_size=length))
    place, other = data.draw(st.integers(0, length - 1)), data.draw(st.sampled_from("0123456789"))
    changed = digits[:place] + other + digits[place + 1 :]
    assert (value_check_digit(changed) == value_check_digit(digits)) is (changed == digits)


@given(st.text("0123456789", min_size=12, max_size=12))
def test_the_check_digit_is_that_of_the_library(digits: str) -> None:
    assert check_digit(digits) == ean.calc_check_digit(digits)
    assert is_checked(code(digits))


@pytest.mark.parametrize(
    ("formats", "why", "where"),
    [
        ((LabelFormat("2x"),), Why.LABEL_PREFIX_NOT_DIGITS, Cell("prefix", 0)),
        ((LabelFormat("", 6, 5),), Why.LABEL_PREFIX_NOT_DIGITS, Cell("prefix", 0)),
        ((WEIGHT, LabelFormat("5", 6, 5)), Why.LABEL_PREFIX_NOT_OWN, Cell("prefix", 1)),
        ((LabelFormat("2", 9, 5),), Why.LABEL_LENGTH, Cell("value", 0)),
        ((LabelFormat("2", 11, 0),), Why.LABEL_LENGTH, Cell("value", 0)),
        ((LabelFormat("21", 5, 5, decimals=4),), Why.LABEL_DECIMALS, Cell("decimals", 0)),
        ((LabelFormat("21", 3, 6, is_value_checked=True),), Why.LABEL_VALUE_CHECK, Cell("is_value_checked", 0)),
        ((WEIGHT, PRICE, WEIGHT), Why.LABEL_PREFIX_TWICE, Cell("prefix", 2)),
        ((LabelFormat("2", 5, 5), LabelFormat("02", 5, 5)), Why.LABEL_PREFIX_TWICE, Cell("prefix", 1)),
        (tuple(LabelFormat(f"2{n:02}", 4, 5) for n in range(21)), Why.TOO_MANY_LABEL_FORMATS, Cell("prefix", 20)),
    ],
)
def test_what_the_table_refuses(formats: tuple[LabelFormat, ...], why: Why, where: Cell) -> None:
    with pytest.raises(RefusedError) as refused:
        clean_formats(formats)
    assert (refused.value.refusal.why, refused.value.refusal.where) == (why, where)


def test_the_table_keeps_what_is_right() -> None:
    assert clean_formats(TABLE) == TABLE
