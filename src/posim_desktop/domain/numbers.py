"""Reading numbers that people type, exactly, whatever the decimal sign of their locale."""

import re
from decimal import Decimal
from functools import lru_cache

from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.why import Why

_PLAIN_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_LONGEST_NUMBER = 20


def parse_decimal(text: str, *, field: str, decimal_point: str = ".") -> Decimal:
    """Read a typed number.

    Digit grouping is refused rather than guessed: ``1,234`` is a thousand in one shop and one and a bit in the next.

    Args:
        text: What was typed; surrounding blanks are ignored.
        field: Name of the input, for the refusal.
        decimal_point: The decimal sign of the store's locale; a full stop is always accepted too.

    Raises:
        RefusedError: The text is empty, too long, or is no plain decimal number.
    """
    typed = text.strip()
    if not typed:
        raise refuse(Why.NUMBER_MISSING, Field(field))
    plain = typed.replace(decimal_point, ".") if decimal_point != "." else typed
    if len(plain) > _LONGEST_NUMBER or _PLAIN_NUMBER.fullmatch(plain) is None:
        raise refuse(Why.NOT_A_NUMBER, Field(field), typed=typed[:_LONGEST_NUMBER])
    return Decimal(plain)


@lru_cache(maxsize=4096)  # the same prices and quantities recur constantly
def places(number: Decimal) -> int:
    """Count the decimal places that a number really uses (``1.500`` uses one)."""
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or not any(digits):
        return 0
    # Not normalize(): it rounds to the precision of the context, and a number that is too fine would look like another.
    zeros = next(place for place, digit in enumerate(reversed(digits)) if digit)
    return max(0, -exponent - zeros)
