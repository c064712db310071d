"""Guide: "Bring your shop over" — numbers on goods that a spreadsheet spoilt."""

import pytest

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.spoilt_codes import lost_zeros, means_none, unspoilt, with_zeros
from posim_desktop.domain.why import Why

UPCS = ("36000291452", "12345678905", "42100005264")


def test_zeros_are_put_back_where_all_numbers_fit() -> None:
    assert lost_zeros(UPCS) == set(UPCS)
    assert with_zeros("36000291452") == "036000291452"


@pytest.mark.parametrize(
    "codes",
    [UPCS[:2], (*UPCS, "12345678901"), ("96385074",), ("ABC", "")],
    ids=["few", "one does not fit", "EAN-8", "none"],
)
def test_zeros_are_put_back_only_where_that_is_certain(codes: tuple[str, ...]) -> None:
    assert lost_zeros(codes) == frozenset()


def test_two_are_enough_among_whole_numbers() -> None:
    assert lost_zeros((*UPCS[:1], "4006381333931", "5012345678900")) == {UPCS[0]}


@pytest.mark.parametrize(
    ("written", "code"), [('="0123"', "0123"), ("4006381333931.0", "4006381333931"), ("10.0", "10.0"), ("'012", "012")]
)
def test_what_is_certain_is_undone(written: str, code: str) -> None:
    assert unspoilt(written, "barcodes") == code


@pytest.mark.parametrize("written", ["5.449E+12", "5,4E12"])
def test_a_rounded_number_is_lost(written: str) -> None:
    with pytest.raises(RefusedError, match=Why.ROUNDED_BY_SPREADSHEET):
        unspoilt(written, "barcodes")


@pytest.mark.parametrize("written", ["########", "0", "-", "N/A", "0000000000000"])
def test_none_is_said_in_many_ways(written: str) -> None:
    assert means_none(written)
