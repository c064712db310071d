"""Notes and coins of a currency, for counting a drawer. Serves the guide's page "The drawer and the day".

What is in everybody's hands, from the central banks' pages; coins that are still money but are hardly met are left
out: they are counted as the rest. A currency that is not listed has the usual series of one, two and five.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from posim_desktop.domain.money import cent, money_places

_EURO = "500 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01"
_DOLLAR = "100 50 20 10 5 2 1 0.50 0.25 0.10 0.05 0.01"
_KRONE = "1000 500 200 100 50 20 10 5 2 1"
_LISTED: Mapping[str, str] = MappingProxyType(
    {
        "AUD": "100 50 20 10 5 2 1 0.50 0.20 0.10 0.05",
        "BRL": "200 100 50 20 10 5 2 1 0.50 0.25 0.10 0.05",
        "CAD": "100 50 20 10 5 2 1 0.25 0.10 0.05",
        "CHF": "1000 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05",
        "CZK": "5000 2000 1000 500 200 100 50 20 10 5 2 1",
        "DKK": "1000 500 200 100 50 20 10 5 2 1 0.50",
        "EUR": _EURO,
        "GBP": "50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01",
        "HUF": "20000 10000 5000 2000 1000 500 200 100 50 20 10 5",
        "INR": "500 200 100 50 20 10 5 2 1",
        "JPY": "10000 5000 2000 1000 500 100 50 10 5 1",
        "KWD": "20 10 5 1 0.500 0.250 0.100 0.050 0.020 0.010 0.005",
        "MXN": "1000 500 200 100 50 20 10 5 2 1 0.50",
        "NOK": _KRONE.replace(" 2 ", " "),
        "NZD": "100 50 20 10 5 2 1 0.50 0.20 0.10",
        "PLN": "500 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01",
        "SEK": _KRONE,
        "TRY": "200 100 50 20 10 5 1 0.50 0.25 0.10 0.05",
        "USD": _DOLLAR,
        "ZAR": "200 100 50 20 10 5 2 1 0.50 0.20 0.10",
    }
)
_HIGHEST = 12
"""How many values the usual series has at most: four decades of one, two and five."""


def denominations(currency: str) -> tuple[Decimal, ...]:
    """List the notes and coins of a currency, the highest first, as far as the shop's money has places for them."""
    listed = _LISTED.get(currency)
    if listed is None:
        return _usual()
    values = [Decimal(each) for each in listed.split()]
    return tuple(value for value in values if value % cent() == 0)


def _usual() -> tuple[Decimal, ...]:
    first = cent() * (10 if money_places() > 2 else 1)  # noqa: PLR2004 - nobody has a coin of a thousandth
    values = [first * 10**decade * step for decade in range(_HIGHEST // 3 + 1) for step in (1, 2, 5)]
    return tuple(reversed(values))
