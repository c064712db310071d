"""Which numbers are taken for those of payment cards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.card_numbers import holds_card_number, is_card_number, passes_luhn

CARD = "4111111111111111"
GROUPS = ("4111", "1111", "1111", "1111")
SEPARATORS = (
    *(" ", "-", ".", "/", ",", ":", "_", "*", "|", "\\", "\n", "\t", "\r\n", "  ", " - ", ". ", "·", "•"),
    *("\u00a0", "\u202f", "\u2009", "\u3000", "\u2007"),  # blanks that do not break, or are narrow or wide
    *("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad"),  # nothing to be seen
    *("\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"),  # hyphens and dashes
    *("\u2028", "\u2044", "\uff0f", "\uff0d"),
)


def _checked(front: str) -> str:
    """Add the check digit."""
    return next(f"{front}{check}" for check in range(10) if passes_luhn(f"{front}{check}"))


def _number(prefix: str, length: int) -> str:
    return _checked(prefix + "12345678901234567"[: length - 1 - len(prefix)])


@pytest.mark.parametrize(
    ("prefix", "lengths"),
    [
        ("4", {16, 19}),
        *((prefix, {16}) for prefix in ("51", "55", "2221", "2300", "2720")),
        *((prefix, {15}) for prefix in ("34", "37")),
        *((prefix, {16, 17, 18, 19}) for prefix in ("6011", "644", "649", "65", "3528", "3589", "62")),
        *((prefix, {14}) for prefix in ("300", "305", "3095", "36", "38", "39")),
        *(
            (prefix, set())
            for prefix in ("0", "1", "2220", "2721", "306", "31", "3527", "3590", "50", "56", "6012", "643", "7", "89")
        ),
    ],
)
def test_issuer_and_length_must_fit(prefix: str, lengths: set[int]) -> None:
    assert {length for length in range(12, 20) if is_card_number(_number(prefix, length))} == lengths
    assert {length for length in range(12, 20) if holds_card_number(f"card {_number(prefix, length)}.")} == lengths


@pytest.mark.parametrize("separator", SEPARATORS, ids=ascii)
def test_a_card_number_is_seen_however_it_is_separated(separator: str) -> None:
    assert holds_card_number(f"paid with {separator.join(GROUPS)}.")
    assert holds_card_number(separator.join(CARD))


@pytest.mark.parametrize("zero", ["\uff10", "\u0660", "\u0966", "\U0001d7ce", "\u2080"], ids=ascii)
def test_a_card_number_is_seen_in_every_script(zero: str) -> None:
    assert holds_card_number("".join(chr(ord(zero) + int(digit)) for digit in CARD))


@pytest.mark.parametrize(
    "text",
    [
        "order 12 4111111111111111",
        "4111111111111111 99",
        "12 4111 1111 1111 1111 11/27 123",
        "Visa:4111111111111111exp1127",
        "3782 822463 10005",
        "3782-822463-10005",
        "4111 1111-1111/1111",
        "4111 1111\n1111 1111",
        "4\ufe0f\u20e3" + "1\ufe0f\u20e3" * 15,
    ],
)
def test_a_card_number_is_seen_wherever_it_stands(text: str) -> None:
    assert holds_card_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "555 1234",
        "2026-11-24 10:00",
        "4111111111111112",  # the check digit does not fit
        "411111111111",
        "41111111111111111111",  # 20 digits
        "4222222222222",  # 13 digits: no issuer has them
        "0049 170 1234560",
        "+49 170 1234560, +49 (0)221 / 4711-0",
        "SIM 8949 0200 0012 3456 785",
        "SIM 89014103211118510720",
        "IMEI 49-015420-323751-8",
        "IMEI 490154203237518",
        "EAN 4006381333931 and 0036000291452",
        "GTIN 04006381333931",
        "45.00, 12.99, 31.50, 10.04",  # prices in a row
        "6304000000000000000",
        "4111 eleven 1111 1111 1111",
    ],
)
def test_other_numbers_are_welcome(text: str) -> None:
    assert not holds_card_number(text)


def test_prices_whose_digits_would_fit_are_welcome() -> None:
    digits = _checked("450012993150100")
    groups = [digits[place : place + 2] for place in range(0, 16, 2)]
    prices = ", ".join(".".join(groups[place : place + 2]) for place in range(0, 8, 2))
    assert is_card_number(digits)
    assert not holds_card_number(prices)


@given(st.integers(0, 10**18))
def test_exactly_one_check_digit_passes(number: int) -> None:
    assert sum(passes_luhn(f"{number}{check}") for check in range(10)) == 1


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert holds_card_number(f"{text}\x00{CARD}")
