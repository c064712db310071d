"""Sales tax: rounded half up once per tax code and invoice, on the sum of that code's lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.money import ZERO, to_cents
from posim_desktop.domain.numbers import places
from posim_desktop.domain.why import Why

RATE_PLACES = 4
_HUNDRED = Decimal(100)
_MAX_RATE = Decimal(100)


@dataclass(frozen=True, slots=True)
class TaxedLine:
    """An extension and the tax code it falls under; ``rate`` is in percent (``8.25``)."""

    tax_code_id: int
    rate: Decimal
    extension: Decimal


@dataclass(frozen=True, slots=True)
class TaxOfCode:
    """What one tax code comes to on one invoice: the sum of its lines, and the tax in or on it."""

    tax_code_id: int
    rate: Decimal
    taxable: Decimal
    tax: Decimal


def rate_refusal(rate: Decimal, *, field: str = "rate") -> Refusal | None:
    """Return why a percentage is no tax rate, or None."""
    if not rate.is_finite() or places(rate) > RATE_PLACES:
        return Refusal(Why.RATE_TOO_FINE, Field(field))
    if not 0 <= rate <= _MAX_RATE:
        return Refusal(Why.RATE_OUT_OF_RANGE, Field(field))
    return None


def tax_on(taxable: Decimal, rate: Decimal, *, inclusive: bool) -> Decimal:
    """Compute the tax of one code: on top of the sum, or contained in it when prices include tax."""
    if inclusive:
        return to_cents(taxable * rate / (_HUNDRED + rate))
    return to_cents(taxable * rate / _HUNDRED)


def without_tax(gross: Decimal, rate: Decimal) -> Decimal:
    """Take the tax out of an amount that includes it."""
    return to_cents(gross * _HUNDRED / (_HUNDRED + rate))


def taxes(lines: Iterable[TaxedLine], *, inclusive: bool) -> tuple[TaxOfCode, ...]:
    """Sum the lines of each tax code and rate and tax each sum once, in the order of the codes."""
    sums: dict[tuple[int, Decimal], Decimal] = {}
    for line in lines:
        code = (line.tax_code_id, line.rate)
        sums[code] = sums.get(code, ZERO) + line.extension
    return tuple(
        TaxOfCode(tax_code_id, rate, taxable, tax_on(taxable, rate, inclusive=inclusive))
        for (tax_code_id, rate), taxable in sorted(sums.items())
    )
