"""What a cashier types to name goods: ``KETTLE``, ``5012345678900``, ``3*KETTLE``, ``1.5*CABLE``.

A scan is one code, whatever it holds; only a person types how many. Serves the guide's page "Sell".
"""

from typing import NamedTuple

from posim_desktop.domain.sales.scan_codes import bare_code

TIMES = "*"
_LETTERS_OF_A_WORD = 3


class TypedEntry(NamedTuple):
    """A typed entry taken apart; ``times`` is the quantity as typed, None where none was."""

    times: str | None
    wanted: str


def split_entry(typed: str) -> TypedEntry:
    """Take an entry apart at its first ``*``; item ids hold none, and a code between two of them is one code."""
    plain = typed.strip()
    if bare_code(plain):
        return TypedEntry(None, plain)
    before, star, after = plain.partition(TIMES)
    return TypedEntry(before.strip(), after.strip()) if star else TypedEntry(None, before)


def is_words(typed: str) -> bool:
    """Return whether somebody described goods; anything with a digit may be a code, and a part of one is a guess."""
    return sum(map(str.isalpha, typed)) >= _LETTERS_OF_A_WORD and not any(map(str.isdigit, typed))
