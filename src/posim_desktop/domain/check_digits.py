"""Check digits of the numbers on goods, and of the prices and weights that scales print into them."""

_TIMES_TWO_LESS = "0246891357"
_TIMES_THREE = "0369258147"
_TIMES_FIVE_MORE = "0516273849"
_TIMES_FIVE_LESS = "0594837261"
_VALUES = {
    4: (_TIMES_TWO_LESS, _TIMES_TWO_LESS, _TIMES_THREE, _TIMES_FIVE_LESS),
    5: (_TIMES_FIVE_MORE, _TIMES_TWO_LESS, _TIMES_FIVE_LESS, _TIMES_FIVE_MORE, _TIMES_TWO_LESS),
}
CHECKED_VALUES = frozenset(_VALUES)
"""How many digits a value may have that has a check digit of its own."""


def check_digit(digits: str) -> str:
    """Return the digit that goes behind the others of an EAN, UPC or GTIN."""
    weighed = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return str(-weighed % 10)


def is_checked(digits: str) -> bool:
    """Return whether a text is digits, the last of which is their check digit."""
    return digits.isascii() and digits.isdigit() and check_digit(digits[:-1]) == digits[-1]


def value_check_digit(digits: str) -> str:
    """Return the check digit of a price or weight of four or five digits, by the tables of GS1."""
    weighed = sum(int(table[int(digit)]) for table, digit in zip(_VALUES[len(digits)], digits, strict=True))
    if len(digits) == min(_VALUES):
        return str(weighed * 3 % 10)
    return str(_TIMES_FIVE_LESS.index(str(-weighed % 10)))
