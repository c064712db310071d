"""Taxes against an oracle of fractions that knows nothing of the program: exact to the cent, whatever is sold.

The oracle adds whole invoices up: lines with their discounts, the discount on the sale, taxes on top or contained,
compounded or not, customers who pay none, and what is rounded because it is paid in cash.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.sales.invoice import Line, TransCode, discount_from_percent, totals
from posim_desktop.domain.sales.sale_discount import SaleDiscount, shares
from posim_desktop.domain.sales.tenders import Tender, TenderKind, change_due, rounding_of
from posim_desktop.domain.tax import Tax, Taxes, clean_taxes, contained, read, readable, taxes_on, without_tax, written

D = Decimal
ONE_CENT = Fraction(1, 100)

names = st.sampled_from(["State", "County", "GST", "PST", "Größe 2 +"])
rates = st.integers(0, 10**6).map(lambda rate: D(rate).scaleb(-4)) | st.sampled_from([D(0), D(5), D("9.975"), D(20)])
taxes_of_codes = st.lists(
    st.builds(Tax, names, rates, st.booleans()), min_size=1, max_size=4, unique_by=lambda tax: tax.name
).map(lambda taxes: (Tax(taxes[0].name, taxes[0].rate), *taxes[1:]))
amounts = st.integers(-(10**9), 10**9).map(lambda cents: D(cents).scaleb(-2)) | st.integers(-9, 9).map(
    lambda cents: D(cents).scaleb(-2)
)


def half_up(amount: Fraction, step: Fraction = ONE_CENT) -> Fraction:
    """Round to whole steps, away from zero at the half, in whole numbers only."""
    steps, rest = divmod(abs(amount), step)
    rounded = (int(steps) + (2 * rest >= step)) * step
    return rounded if amount >= 0 else -rounded


def fractions_of(taxes: Taxes) -> list[Fraction]:
    """What each tax is of the net amount."""
    found: list[Fraction] = []
    for tax in taxes:
        base = 1 + (sum(found) if tax.compound else 0)
        found.append(base * Fraction(tax.rate) / 100)
    return found


def taxes_by_fractions(taxable: Fraction, taxes: Taxes, *, inclusive: bool) -> list[Fraction]:
    whole = half_up(taxable * sum(fractions_of(taxes)) / (1 + sum(fractions_of(taxes)))) if inclusive else Fraction(0)
    net = taxable - whole
    due: list[Fraction] = []
    for tax in taxes:
        due.append(half_up((net + (sum(due) if tax.compound else 0)) * Fraction(tax.rate) / 100))
    charging = [place for place, tax in enumerate(taxes) if tax.rate]
    if inclusive and charging:
        due[charging[-1]] += whole - sum(due)
    return due


@given(amounts, taxes_of_codes, st.booleans())
@example(D("0.03"), (Tax("VAT", D(20)),), True)  # half a cent either way: it is the tax's, as it always was
@example(D("104.99"), (Tax("GST", D(5)), Tax("QST", D("9.5"), compound=True)), True)
def test_each_tax_is_the_oracles(taxable: Decimal, taxes: Taxes, inclusive: bool) -> None:  # noqa: FBT001 - drawn
    due = taxes_on(taxable, taxes, inclusive=inclusive)
    assert [Fraction(each) for each in due] == taxes_by_fractions(Fraction(taxable), taxes, inclusive=inclusive)
    if inclusive:
        net = taxable - contained(taxable, taxes)
        assert net + sum(due) == taxable
        exact = Fraction(taxable) / (1 + sum(fractions_of(taxes)))
        assert 2 * abs(Fraction(net) - exact) <= ONE_CENT
        assert Fraction(without_tax(taxable, taxes)) == half_up(exact)


@given(amounts, rates)
def test_a_single_tax_is_what_it_was_before_codes_had_more(taxable: Decimal, rate: Decimal) -> None:
    (on_top,) = taxes_on(taxable, (Tax("T", rate),), inclusive=False)
    (inside,) = taxes_on(taxable, (Tax("T", rate),), inclusive=True)
    assert Fraction(on_top) == half_up(Fraction(taxable) * Fraction(rate) / 100)
    assert Fraction(inside) == half_up(Fraction(taxable) * Fraction(rate) / (100 + Fraction(rate)))


@given(st.lists(st.builds(Tax, names, rates, st.booleans()), max_size=4).map(tuple))
def test_what_is_written_is_read_again(taxes: Taxes) -> None:
    assert read(written(taxes)) == taxes
    assert written(read(written(taxes))) == written(taxes)


@pytest.mark.parametrize("stored", ["8.25", "x y", "5 GST\n", "\n"])
def test_what_nobody_wrote_is_no_tax(stored: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        read(stored)
    assert readable(stored) is None


@pytest.mark.parametrize(
    "stored", ["8.250 GST", "1E+1 GST", "NaN GST", "-1 GST", "101 GST", "0.12345 GST", "1 A\n2 B\n3 C\n4 D\n5 E"]
)
def test_what_reads_like_taxes_but_is_not_as_they_are_written(stored: str) -> None:
    assert readable(stored) is None


@pytest.mark.parametrize("taxes", [(), (Tax("GST", D(5)), Tax("QST", D("9.975"), compound=True))])
def test_what_was_written_is_readable(taxes: Taxes) -> None:
    assert readable(written(taxes)) == taxes


@pytest.mark.parametrize(
    ("taxes", "field"),
    [
        ((), "taxes"),
        (tuple(Tax(str(number), D(1)) for number in range(5)), "taxes"),
        ((Tax("A", D(1)), Tax("", D(1))), "tax_name_2"),
        ((Tax("A", D(1)), Tax("a", D(1))), "tax_name_2"),
        ((Tax("A", D(1)), Tax("B", D("100.1"))), "rate_2"),
        ((Tax("A", D("1.23456")),), "rate_1"),
    ],
)
def test_what_no_tax_code_is_made_of(taxes: Taxes, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        clean_taxes(taxes, "STD")
    assert getattr(refused.value.refusal.where, "name", None) == field


def test_a_single_tax_is_called_like_its_code_and_the_first_stands_on_none() -> None:
    assert clean_taxes((Tax("", D("8.2500"), compound=True),), "STD") == (Tax("STD", D("8.25")),)


# ---- whole invoices ----


@dataclass(frozen=True)
class Sold:
    """A line as it is asked for: cents, thousandths of a unit and hundredths of a percent."""

    code: str
    quantity: int
    price: int
    percent: int
    tax_code: int | None


sold = st.builds(
    Sold,
    st.sampled_from("SSSRBC"),
    st.integers(1, 20_000),
    st.integers(0, 100_000),
    st.sampled_from([0, 0, 1250, 3333, 10_000]) | st.integers(0, 10_000),
    st.sampled_from([None, 1, 2, 3]),
)


@dataclass(frozen=True)
class Oracle:
    """An invoice added up in fractions."""

    extensions: list[Fraction]
    taxes: list[tuple[int, str, Fraction]]
    total: Fraction


def add_up(
    lines: list[Sold],
    codes: dict[int, Taxes],
    off: Fraction,
    *,
    percent: bool,
    inclusive: bool,
    exempt: bool,
) -> Oracle:
    charges = []
    for line in lines:
        cost = Fraction(line.quantity * line.price, 100_000)
        discount = half_up(cost * line.percent / 10_000)
        charges.append((cost, discount, half_up(max(Fraction(0), cost - discount))))
    sales = [charge if line.code == "S" else Fraction(0) for line, (_, _, charge) in zip(lines, charges, strict=True)]
    whole = sum(sales, Fraction(0))
    given_off = half_up(whole * off / 100) if percent else min(off, whole)
    exact = [given_off * each / whole if whole else Fraction(0) for each in sales]
    down = [each // ONE_CENT * ONE_CENT for each in exact]
    missing = int((given_off - sum(down)) / ONE_CENT) if whole else 0
    for place in sorted(range(len(exact)), key=lambda place: down[place] - exact[place])[:missing]:
        down[place] += ONE_CENT
    extensions = []
    for line, (cost, discount, _), share in zip(lines, charges, down, strict=True):
        sign = {"S": 1, "R": -1}.get(line.code, 0)
        charged = sign * half_up(max(Fraction(0), cost - discount - share))
        if exempt and inclusive and line.tax_code:
            charged = half_up(charged / (1 + sum(fractions_of(codes[line.tax_code]))))
        extensions.append(charged)
    due: list[tuple[int, str, Fraction]] = []
    for code in sorted({line.tax_code for line in lines if line.tax_code} if not exempt else set()):
        taxable = sum(
            (each for line, each in zip(lines, extensions, strict=True) if line.tax_code == code), Fraction(0)
        )
        each_due = taxes_by_fractions(taxable, codes[code], inclusive=inclusive)
        due += [(code, tax.name, amount) for tax, amount in zip(codes[code], each_due, strict=True)]
    on_top = Fraction(0) if inclusive else sum((amount for *_, amount in due), Fraction(0))
    return Oracle(extensions, due, sum(extensions, Fraction(0)) + on_top)


@given(
    st.lists(sold, min_size=1, max_size=8),
    st.tuples(taxes_of_codes, taxes_of_codes, taxes_of_codes),
    st.tuples(st.booleans(), st.booleans(), st.booleans()),
    st.integers(0, 10_000),
    st.sampled_from([0, 5, 10, 50, 100]),
    st.integers(0, 5_000),
)
def test_a_whole_invoice_is_the_oracles(
    lines: list[Sold],
    taxes: tuple[Taxes, Taxes, Taxes],
    ways: tuple[bool, bool, bool],
    off: int,
    coin: int,
    card: int,
) -> None:
    codes = dict(enumerate(taxes, 1))
    percent, inclusive, exempt = ways
    expected = add_up(lines, codes, Fraction(off, 100), percent=percent, inclusive=inclusive, exempt=exempt)

    asked = SaleDiscount(D(0), D(off).scaleb(-2)) if percent else SaleDiscount(D(off).scaleb(-2))
    ruled = []
    for line in lines:
        quantity, price = D(line.quantity).scaleb(-3), D(line.price).scaleb(-2)
        discount = discount_from_percent(quantity, price, D(line.percent).scaleb(-2))
        of_code = codes[line.tax_code] if line.tax_code else ()
        ruled.append(Line(TransCode(line.code), quantity, price, discount, line.tax_code, of_code))
    shared = shares(asked, ruled)
    whole = [
        Line(each.trans_code, each.quantity, each.unit_price, each.discount, each.tax_code_id, each.taxes, False, share)
        for each, share in zip(ruled, shared, strict=True)
    ]
    sums = totals(whole, tax_inclusive=inclusive, exempt=exempt)

    assert Fraction(sums.subtotal) == sum(expected.extensions)
    assert [(due.tax_code_id, due.name, Fraction(due.tax)) for due in sums.taxes] == expected.taxes
    assert Fraction(sums.total) == expected.total

    # A part by card, and the rest, if any, in the coins that there are.
    by_card = min(D(card).scaleb(-2), max(D(0), sums.total))
    tenders = [Tender(TenderKind.CARD, by_card), Tender(TenderKind.CASH, D("1000.00"))]
    step = D(coin).scaleb(-2)
    rest = Fraction(sums.total - by_card)
    paid = half_up(rest, Fraction(coin, 100)) if coin and rest * Fraction(sums.total) > 0 else rest
    assert Fraction(rounding_of(sums.total, tenders, step)) == paid - rest
    assert Fraction(change_due(sums.total, tenders, step)) == 1000 - paid
