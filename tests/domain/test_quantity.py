"""Quantities as people type them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.fractions import read_fraction
from posim_desktop.domain.quantity import cut_refusal, parse_quantity
from posim_desktop.domain.why import Why

D = Decimal


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("2 3/8", "2.375"),
        ("2-3/8", "2.375"),
        ("2 - 3/8", "2.375"),
        ("3/8", "0.375"),
        ("2⅜", "2.375"),
        ("2 ⅜", "2.375"),
        ("⅜", "0.375"),
        ("2³\u2044₈", "2.375"),
        ("2 3\u20448", "2.375"),
        ("19/8", "2.375"),
        ("  1½ ", "1.5"),
        ("16/8", "2"),
        ("2.375", "2.375"),
        ("2.3750", "2.375"),
        (".5", "0.5"),
    ],
)
def test_lengths_are_read_as_people_type_them(typed: str, units: str) -> None:
    assert parse_quantity(typed) == Decimal(units)


@pytest.mark.parametrize(
    ("typed", "below", "above"),
    [
        ("1/3", "0.333", "0.334"),
        ("2 1/16", "2.062", "2.063"),
        ("2⅔", "2.666", "2.667"),
        ("2.3755", "2.375", "2.376"),
        ("999999.9985", "999999.998", "999999.999"),
    ],
)
def test_what_is_finer_than_a_thousandth_is_refused_with_the_nearest_two(typed: str, below: str, above: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_quantity(typed)
    assert refused.value.refusal == Refusal(
        Why.QUANTITY_BETWEEN, Field("quantity"), typed=typed, below=Decimal(below), above=Decimal(above)
    )


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1/3000", Why.QUANTITY_TOO_FINE),
        ("0.0004", Why.QUANTITY_TOO_FINE),
        ("-3/8", Why.QUANTITY_NEGATIVE),
        ("0/8", Why.QUANTITY_ZERO),
        ("999999 7/8", None),
        ("1000000 1/2", Why.NOT_A_NUMBER),
        ("1000000.5", Why.QUANTITY_TOO_LARGE),
        ("3/0", Why.NOT_A_NUMBER),
        ("2 9/8", Why.NOT_A_NUMBER),
        ("2 3/8/2", Why.NOT_A_NUMBER),
        ("2 3", Why.NOT_A_NUMBER),
        ("1/2/3", Why.NOT_A_NUMBER),
        ("½½", Why.NOT_A_NUMBER),
        ("3/٨", Why.NOT_A_NUMBER),
        ("", Why.NUMBER_MISSING),
    ],
)
def test_what_is_no_length_is_refused(typed: str, why: Why | None) -> None:
    if why is None:
        assert parse_quantity(typed) == Decimal("999999.875")
        return
    with pytest.raises(RefusedError, match=why):
        parse_quantity(typed)


@given(whole=st.integers(0, 9999), part=st.integers(0, 63), of=st.sampled_from((2, 4, 5, 8, 10, 16, 32, 64)))
def test_a_fraction_is_exact(whole: int, part: int, of: int) -> None:
    read = read_fraction(f"{whole} {part}/{of}")
    assert read == (whole + Fraction(part, of) if part < of else None)


@pytest.mark.parametrize(
    ("units", "cut", "refusal"),
    [
        ("2.375", "0", None),
        ("2.375", "0.125", None),
        ("0.125", "0.125", None),
        ("2.3", "0.25", Refusal(Why.QUANTITY_NOT_CUT, Field("q"), cut=D("0.25"), below=D("2.25"), above=D("2.5"))),
        ("0.1", "0.25", Refusal(Why.QUANTITY_BELOW_CUT, Field("q"), cut=D("0.25"))),
    ],
)
def test_a_length_is_cut_in_the_steps_of_the_card(units: str, cut: str, refusal: Refusal | None) -> None:
    assert cut_refusal(D(units), D(cut), field="q") == refusal
