"""Cash over the counter: notes, and amounts that look like a slip."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.sales.cash import is_out_of_proportion, looks_like_code, next_notes, notes_of

D = Decimal
CURRENCIES = ("USD", "EUR", "GBP", "CHF", "JPY", "HUF", "SGD", "XXX", "")


@pytest.mark.parametrize(
    ("typed", "places", "is_code"),
    [
        ("4006381333931", 2, True),
        ("96385074", 2, True),
        ("1234567", 2, True),
        (" 1234567 ", 2, True),
        ("123456", 2, False),
        ("1234567.00", 2, False),
        ("1234567,", 2, False),
        ("-1234567", 2, False),
        ("", 2, False),
        ("KETTLE-7", 2, False),
        ("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", 2, False),
        ("1234567", 0, False),
        ("12345678", 0, True),
        ("1234567", 3, True),
    ],
)
def test_many_digits_without_a_decimal_sign_look_like_a_code(typed: str, places: int, *, is_code: bool) -> None:
    assert looks_like_code(typed, places=places) is is_code


@pytest.mark.parametrize(
    ("due", "currency", "offered"),
    [
        ("23.40", "USD", [25, 30, 50]),
        ("7.20", "USD", [10, 20, 50]),
        ("87.30", "USD", [90, 100]),
        ("120.00", "USD", [150, 200]),
        ("5.00", "EUR", [10, 20, 50]),
        ("612.50", "EUR", [615, 620, 650]),
        ("13.90", "CHF", [20, 50, 100]),
        ("1480", "JPY", [2000, 5000, 10_000]),
        ("60.00", "GBP", [100]),
        ("0.00", "USD", []),
        ("-12.00", "USD", []),
    ],
)
def test_the_next_notes_are_offered(due: str, currency: str, offered: list[int]) -> None:
    assert list(next_notes(D(due), currency)) == offered


@given(st.integers(1, 9_999_999_999), st.sampled_from(CURRENCIES))
def test_whatever_is_offered_is_enough_and_a_note_is_among_it(cents: int, currency: str) -> None:
    due = D(cents).scaleb(-2)
    offered = next_notes(due, currency)
    assert list(offered) == sorted(set(offered))
    assert all(amount > due for amount in offered)
    assert len(offered) <= 3
    enough = [note for note in notes_of(currency) if note > due]
    assert not enough or enough[0] in offered


@pytest.mark.parametrize(
    ("due", "handed_over", "currency", "asks"),
    [
        ("1.99", "199.00", "USD", True),
        ("23.40", "2340.00", "USD", True),
        ("0.50", "100.00", "USD", False),
        ("23.40", "50.00", "USD", False),
        ("23.40", "25.40", "USD", False),
        ("1.99", "20.00", "USD", False),
        ("1.99", "19.90", "USD", False),
        ("1.99", "21.99", "USD", True),
        ("150.00", "249.99", "USD", False),
        ("150.00", "250.00", "USD", True),
        ("150.00", "250.00", "EUR", False),
        ("150.00", "150.00", "USD", False),
        ("150.00", "20.00", "USD", False),
        ("1480", "11480", "JPY", True),
        ("-20.00", "-20.00", "USD", False),
    ],
)
def test_more_than_anybody_hands_over_is_asked_about(due: str, handed_over: str, currency: str, *, asks: bool) -> None:
    assert is_out_of_proportion(D(due), D(handed_over), currency) is asks
