"""Guide: "Bring your shop over" — numbers as other programs write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.figures import find_sign, read_figure
from posim_desktop.domain.why import Why

D = Decimal


@pytest.mark.parametrize(
    ("cells", "sign", "is_certain"),
    [
        (("12,50", "3,00"), ",", True),
        (("12.50", "3"), ".", True),
        (("1,299.00",), ".", True),
        (("1.299,00",), ",", True),
        (("0,125",), ",", True),
        (("8,25 %",), ",", True),
        (("1,299",), ".", False),
        (("1,299", "2,5"), ",", True),
        (("12,5", "3.5", "4,25"), ",", False),
        (("12", "", "free"), ".", True),
    ],
)
def test_the_decimal_sign_is_found_or_asked(cells: tuple[str, ...], sign: str, *, is_certain: bool) -> None:
    found = find_sign(cells)
    assert (found.sign, found.is_certain) == (sign, is_certain)


@pytest.mark.parametrize(
    ("typed", "sign", "figure"),
    [
        ("1,299.00", ".", "1299.00"),
        ("1.299,00", ",", "1299.00"),
        ("1 299,5", ",", "1299.5"),
        ("1'299.50", ".", "1299.50"),
        ("$89.00", ".", "89.00"),
        ("USD 450.00", ".", "450.00"),
        ("99.00 kr", ".", "99.00"),
        ("CHF 900", ".", "900"),
        ("(5.00)", ".", "-5.00"),
        ("2.50-", ".", "-2.50"),
        ("'-2", ".", "-2"),
        ("15.299999999999999", ".", "15.3"),
        ("133.80000000000001", ".", "133.8"),
        ("0.125", ".", "0.125"),
    ],
)
def test_a_number_is_read_with_what_stands_around_it(typed: str, sign: str, figure: str) -> None:
    assert read_figure(typed, sign, "price") == D(figure)


@pytest.mark.parametrize("typed", ["free", "N/A", "12 pcs", "1,2,3", "12,50", "1e5", "--3", "5.5.5", "9" * 31])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError, match=Why.NOT_A_NUMBER):
        read_figure(typed, ".", "price")


@given(st.decimals(min_value=-999999, max_value=999999, places=3), st.sampled_from([".", ","]))
def test_what_is_grouped_is_read_again(number: Decimal, sign: str) -> None:
    american = f"{number:,.3f}"
    written = american if sign == "." else american.replace(",", " ").replace(".", ",").replace(" ", ".")
    assert read_figure(written, sign, "price") == number
