"""Cash over the counter: the notes people pay with, and amounts that look like a mistake. Serves "Pay and post"."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from posim_desktop.domain.money import money_places

_SHORTEST_CODE = 7
_MOST_TIMES = 10
MOST_OFFERED = 3

_SMALL = (5, 10, 20, 50, 100)
_LARGE = (500, 1000, 2000, 5000, 10_000)  # where there is nothing below one
_NOTES: dict[str, Sequence[int]] = {
    "AED": (5, 10, 20, 50, 100, 200, 500, 1000),
    "BHD": (1, 5, 10, 20),
    "BRL": (2, 5, 10, 20, 50, 100, 200),
    "CHF": (10, 20, 50, 100, 200, 1000),
    "CLP": (1000, 2000, 5000, 10_000, 20_000),
    "CNY": (1, 5, 10, 20, 50, 100),
    "CZK": (100, 200, 500, 1000, 2000, 5000),
    "DKK": (50, 100, 200, 500, 1000),
    "EUR": (5, 10, 20, 50, 100, 200, 500),
    "GBP": (5, 10, 20, 50),
    "HKD": (10, 20, 50, 100, 500, 1000),
    "HUF": (500, 1000, 2000, 5000, 10_000, 20_000),
    "IDR": (1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000),
    "ILS": (20, 50, 100, 200),
    "INR": (10, 20, 50, 100, 200, 500),
    "IQD": (250, 500, 1000, 5000, 10_000, 25_000, 50_000),
    "ISK": (500, 1000, 2000, 5000, 10_000),
    "JOD": (1, 5, 10, 20, 50),
    "JPY": (1000, 2000, 5000, 10_000),
    "KRW": (1000, 5000, 10_000, 50_000),
    "KWD": (1, 5, 10, 20),
    "LYD": (1, 5, 10, 20, 50),
    "MXN": (20, 50, 100, 200, 500, 1000),
    "NOK": (50, 100, 200, 500, 1000),
    "OMR": (1, 5, 10, 20, 50),
    "PLN": (10, 20, 50, 100, 200, 500),
    "PYG": (2000, 5000, 10_000, 20_000, 50_000, 100_000),
    "RON": (1, 5, 10, 20, 50, 100, 200, 500),
    "RUB": (50, 100, 200, 500, 1000, 2000, 5000),
    "SEK": (20, 50, 100, 200, 500, 1000),
    "SGD": (2, 5, 10, 50, 100, 1000),
    "THB": (20, 50, 100, 500, 1000),
    "TND": (5, 10, 20, 50),
    "TRY": (5, 10, 20, 50, 100, 200),
    "TWD": (100, 200, 500, 1000, 2000),
    "UAH": (20, 50, 100, 200, 500, 1000),
    "UGX": (1000, 2000, 5000, 10_000, 20_000, 50_000),
    "VND": (10_000, 20_000, 50_000, 100_000, 200_000, 500_000),
    "XAF": (500, 1000, 2000, 5000, 10_000),
    "XOF": (500, 1000, 2000, 5000, 10_000),
    "ZAR": (10, 20, 50, 100, 200),
}


def notes_of(currency: str) -> tuple[Decimal, ...]:
    """List the notes of a currency by its three letters, smallest first; common ones for an unknown currency."""
    return tuple(map(Decimal, _NOTES.get(currency, _SMALL if money_places() else _LARGE)))


def looks_like_code(typed: str, *, places: int) -> bool:
    """Tell whether what stands in an amount is more likely a barcode that was scanned into it.

    Args:
        typed: What was typed; a decimal sign makes an amount of it.
        places: Decimal places of the currency: without any, amounts are longer.
    """
    plain = typed.strip()
    shortest = _SHORTEST_CODE if places else _SHORTEST_CODE + 1
    return plain.isascii() and plain.isdigit() and len(plain) >= shortest


def next_notes(due: Decimal, currency: str) -> tuple[Decimal, ...]:
    """List what a customer is likely to hand over for an amount that is due, beside the exact amount; smallest first.

    Always among them is the smallest single note that is enough.
    """
    if due <= 0:
        return ()
    notes = notes_of(currency)
    rounded = sorted({note * (due / note).to_integral_value(ROUND_CEILING) for note in notes} - {due})
    single = next((note for note in notes if note > due), None)
    first = rounded[:MOST_OFFERED]
    if single is not None and single not in first:
        first[-1] = single
    return tuple(first)


def is_out_of_proportion(due: Decimal, handed_over: Decimal, currency: str) -> bool:
    """Tell whether so much cash for what is due is more likely a mistake: a note too many, or a lost decimal sign.

    One note is never out of proportion, however little is due.
    """
    notes = notes_of(currency)
    if due <= 0 or handed_over <= due or handed_over in notes:
        return False
    return handed_over - due >= notes[-1] or handed_over > _MOST_TIMES * due
