"""Which PINs may be kept, and how long wrong ones make somebody wait."""

import pytest

from posim_desktop.domain.people.pins import pin_refusal, wait_after
from posim_desktop.domain.why import Why


@pytest.mark.parametrize("pin", ["2580", "1357", "1243", "1122", "0001", "123487", "111112", "902834715628"])
def test_a_pin_that_nobody_tries_first_is_kept(pin: str) -> None:
    assert pin_refusal(pin) is None


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("", Why.PIN_NOT_DIGITS),
        ("25a0", Why.PIN_NOT_DIGITS),
        ("25 80", Why.PIN_NOT_DIGITS),
        ("²٤80", Why.PIN_NOT_DIGITS),
        ("258", Why.PIN_LENGTH),
        ("9028347156283", Why.PIN_LENGTH),
        ("1234", Why.PIN_TOO_EASY),
        ("345678", Why.PIN_TOO_EASY),
        ("7890", Why.PIN_TOO_EASY),
        ("4321", Why.PIN_TOO_EASY),
        ("0987", Why.PIN_TOO_EASY),
        ("0000", Why.PIN_TOO_EASY),
        ("77777", Why.PIN_TOO_EASY),
    ],
)
def test_a_pin_that_is_none_or_too_easy_is_refused(pin: str, why: Why) -> None:
    refusal = pin_refusal(pin)
    assert refusal is not None
    assert refusal.why is why
    assert pin not in "".join(map(str, refusal.facts.values())) or not pin


def test_five_failures_cost_half_a_minute_and_each_further_one_twice_as_much() -> None:
    assert [wait_after(failures) for failures in range(12)] == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]
    assert wait_after(10_000) == 900
