"""PINs: which may be kept, and how long somebody waits who typed wrong ones. Serves the guide's page "Log in"."""

from itertools import pairwise
from typing import NamedTuple

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why

SHORTEST = 4
LONGEST = 12
FREE_FAILURES = 4
"""How many wrong PINs cost no time."""
_FIRST_WAIT = 30
_LONGEST_WAIT = 900
_EASY_STEPS = ({0}, {1}, {9})


class TriedPin(NamedTuple):
    """A PIN that somebody typed, after it was held against what is stored; the PIN itself is in it no more.

    Attributes:
        pin_hash: What it was held against; a PIN that was changed meanwhile has another.
        fits: Whether it is the PIN.
    """

    pin_hash: str
    fits: bool


def pin_refusal(pin: str, *, field: str = "pin") -> Refusal | None:
    """Return why a PIN cannot be kept, or None: digits, not too few, and none that everybody tries first."""
    if not (pin.isascii() and pin.isdigit()):
        return Refusal(Why.PIN_NOT_DIGITS, Field(field))
    if not SHORTEST <= len(pin) <= LONGEST:
        return Refusal(Why.PIN_LENGTH, Field(field), least=SHORTEST, most=LONGEST)
    digits = [int(digit) for digit in pin]
    steps = {(second - first) % 10 for first, second in pairwise(digits)}
    if steps in _EASY_STEPS:  # all the same, or a run up or down: 1234, 7890, 4321
        return Refusal(Why.PIN_TOO_EASY, Field(field))
    return None


def wait_after(failures: int) -> int:
    """Return for how many seconds nobody is let in after so many wrong PINs in a row: 30, 60, … at most 900."""
    if failures <= FREE_FAILURES:
        return 0
    doubled = min(failures - FREE_FAILURES - 1, _LONGEST_WAIT.bit_length())
    return min(_FIRST_WAIT << doubled, _LONGEST_WAIT)
