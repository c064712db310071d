"""Sales tax: each tax of a tax code is rounded half up once per invoice, on the sum of that code's lines.

A tax code is made of one to four taxes, in order. A tax is worked out on the net amount, or, where it is compound, on
the net amount and the taxes before it. Serves the guide's page "Taxes".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import TypeAlias

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal, refuse, require
from posim_desktop.domain.money import ZERO, to_cents
from posim_desktop.domain.numbers import places
from posim_desktop.domain.why import Why

RATE_PLACES = 4
MAX_TAXES = 4
_HUNDRED = Decimal(100)
_MAX_RATE = Decimal(100)
# Four compounded rates have more digits than the usual context keeps, and a half cent must stay a half cent.
_EXACT = Context(prec=80, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True, order=True)
class Tax:
    """One of the taxes of a tax code; ``rate`` is in percent (``8.25``).

    ``compound`` says that it is worked out on the net amount and on the taxes before it.
    """

    name: str
    rate: Decimal
    compound: bool = False


Taxes: TypeAlias = tuple[Tax, ...]
"""The taxes of a tax code in their order; none where nothing is taxed."""

UNTAXED: Taxes = ()


@dataclass(frozen=True, slots=True)
class TaxedLine:
    """An extension, and the tax code that it falls under with the taxes that the code had when the line was made.

    Attributes:
        tax_code_id: The tax code.
        taxes: Its taxes.
        extension: What the line comes to, below zero for goods that come back.
        given_before: Of goods that a sale gives back: what of the code's goods on that sale was given back before; None
            of all other lines.
    """

    tax_code_id: int
    taxes: Taxes
    extension: Decimal
    given_before: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TaxDue:
    """What one tax comes to on one invoice; ``taxable`` is the sum of its code's lines, as they are priced."""

    tax_code_id: int
    name: str
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


def clean_taxes(taxes: Sequence[Tax], code: str) -> Taxes:
    """Bring the taxes of a tax code into the form that is stored; a single one without a name is called as the code is.

    Raises:
        RefusedError: At ``taxes``, or at the name or the rate of one of them: ``tax_name_2``, ``rate_1``.
    """
    if not 1 <= len(taxes) <= MAX_TAXES:
        raise refuse(Why.TAXES_OF_CODE, Field("taxes"), most=MAX_TAXES)
    cleaned: list[Tax] = []
    for number, tax in enumerate(taxes, 1):
        typed, field = tax.name if tax.name.strip() or len(taxes) > 1 else code, f"tax_name_{number}"
        name = text.clean(typed, field=field, limit=text.CODE, label=text.Label.TAX_NAME, blank=False)
        if name.casefold() in {each.name.casefold() for each in cleaned}:
            raise refuse(Why.TAX_NAMED_TWICE, Field(field), name=name)
        require(rate_refusal(tax.rate, field=f"rate_{number}"))
        cleaned.append(Tax(name, _plain(tax.rate), tax.compound and number > 1))
    return tuple(cleaned)


@lru_cache(maxsize=1024)
def written(taxes: Taxes) -> str:
    """Write taxes as they are stored: one a line, the rate, a plus where it is compound, and the name."""
    return "\n".join(f"{_plain(tax.rate):f}{'+' if tax.compound else ''} {tax.name}" for tax in taxes)


@lru_cache(maxsize=1024)
def read(stored: str) -> Taxes:
    """Read what :func:`written` wrote.

    Raises:
        ValueError: Something else wrote it.
    """
    return tuple(map(_read, stored.split("\n"))) if stored else UNTAXED


def readable(stored: str) -> Taxes | None:
    """Return the taxes of a stored text, or None where it is not as the program writes taxes of a code."""
    try:
        taxes = read(stored)
    except ValueError:
        return None
    sound = len(taxes) <= MAX_TAXES and not any(rate_refusal(tax.rate) for tax in taxes)
    return taxes if sound and written(taxes) == stored else None


def total_rate(taxes: Taxes) -> Decimal:
    """Return what the taxes of a code come to together, in percent of the net amount."""
    return _EXACT.multiply(_factor(taxes), _HUNDRED)


def taxes_on(taxable: Decimal, taxes: Taxes, *, inclusive: bool) -> tuple[Decimal, ...]:
    """Compute each tax of a code: on top of the sum, or contained in it when prices include tax.

    What is contained is rounded as a whole, so that net and taxes come to the sum. Each tax is rounded on the net that
    is left, and the last one that charges anything takes what the rounding leaves.
    """
    net = taxable - contained(taxable, taxes) if inclusive else taxable
    due: list[Decimal] = []
    before = ZERO
    for tax in taxes:
        base = net + before if tax.compound else net
        due.append(to_cents(base * tax.rate / _HUNDRED))
        before += due[-1]
    last = max((place for place, tax in enumerate(taxes) if tax.rate), default=None)
    if inclusive and last is not None:
        due[last] += taxable - net - before
    return tuple(due)


def contained(gross: Decimal, taxes: Taxes) -> Decimal:
    """Return the tax that an amount contains, rounded once for all the taxes of its code."""
    factor = _factor(taxes)
    return to_cents(_EXACT.divide(_EXACT.multiply(gross, factor), 1 + factor))


def without_tax(gross: Decimal, taxes: Taxes) -> Decimal:
    """Take the taxes out of an amount that includes them."""
    return to_cents(_EXACT.divide(gross, 1 + _factor(taxes))) if taxes else gross


def due(lines: Iterable[TaxedLine], *, inclusive: bool) -> tuple[TaxDue, ...]:
    """Sum the lines of each tax code and tax each sum once, in the order of the codes and of their taxes.

    What a sale gives back is summed apart: its tax is what all that came back so far was taxed with, less the tax that
    was given back before. So the whole tax of the sale comes back with the last of its goods.
    """
    sums: dict[tuple[int, Taxes], Decimal] = {}
    back: dict[tuple[int, Taxes], tuple[Decimal, Decimal]] = {}
    for line in lines:
        code = (line.tax_code_id, line.taxes)
        sums.setdefault(code, ZERO)
        if line.given_before is None:
            sums[code] += line.extension
        else:
            back[code] = line.given_before, back.get(code, (ZERO, ZERO))[1] - line.extension
    return tuple(
        TaxDue(code[0], tax.name, tax.rate, taxable - back.get(code, (ZERO, ZERO))[1], amount - given)
        for code, taxable in sorted(sums.items())
        for tax, amount, given in zip(
            code[1],
            taxes_on(taxable, code[1], inclusive=inclusive),
            given_back(*back.get(code, (ZERO, ZERO)), code[1], inclusive=inclusive),
            strict=True,
        )
    )


def given_back(before: Decimal, amount: Decimal, taxes: Taxes, *, inclusive: bool) -> tuple[Decimal, ...]:
    """Compute each tax that comes back with an amount, when so much of the sale was given back before."""
    so_far, earlier = (taxes_on(each, taxes, inclusive=inclusive) for each in (before + amount, before))
    return tuple(after - paid for after, paid in zip(so_far, earlier, strict=True))


@lru_cache(maxsize=1024)
def _factor(taxes: Taxes) -> Decimal:
    """Return what the taxes are of the net amount: 0.155 for 5 and, compounded, 10 percent; exactly."""
    whole = Decimal(0)
    for tax in taxes:
        base = 1 + whole if tax.compound else Decimal(1)
        whole = _EXACT.add(whole, _EXACT.multiply(base, tax.rate / _HUNDRED))
    return whole


def _plain(rate: Decimal) -> Decimal:
    return Decimal(f"{rate.normalize():f}")


def _read(line: str) -> Tax:
    rate, _, name = line.partition(" ")
    if not name:
        raise ValueError(f"{line!r} is no tax")
    try:
        return Tax(name, Decimal(rate.removesuffix("+")), rate.endswith("+"))
    except InvalidOperation as error:
        raise ValueError(f"{rate!r} is no rate") from error
