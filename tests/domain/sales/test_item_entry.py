"""What is typed for goods taken apart, and what a scanned text may stand for."""

import pytest

from posim_desktop.domain.sales.item_entry import TypedEntry, is_words, split_entry
from posim_desktop.domain.sales.scan_codes import invoice_of, readings


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        (" kettle ", (None, "kettle")),
        ("3*KETTLE", ("3", "KETTLE")),
        ("1.5 * CABLE", ("1.5", "CABLE")),
        ("*KETTLE", ("", "KETTLE")),
        ("3*", ("3", "")),
        ("*AB-12*", (None, "*AB-12*")),
        ("3**AB-12*", ("3", "*AB-12*")),
        ("**", ("", "*")),
    ],
)
def test_a_typed_entry_is_taken_apart_at_its_first_times(typed: str, entry: tuple[str | None, str]) -> None:
    assert split_entry(typed) == TypedEntry(*entry)


@pytest.mark.parametrize(
    ("scanned", "codes"),
    [
        ("4006381333931", ("4006381333931",)),
        (" AB-12 ", ("AB-12",)),
        ("*AB-12*", ("*AB-12*", "AB-12")),
        ("100000*LOT7", ("100000*LOT7",)),
        ("**", ("**",)),
        ("***", ("***", "*")),
        ("A\x00B", ()),
        ("", ()),
    ],
)
def test_a_scan_is_one_code_whatever_it_holds(scanned: str, codes: tuple[str, ...]) -> None:
    assert readings(scanned) == codes


def test_a_slip_is_no_code_39_of_goods() -> None:
    assert invoice_of("*INV12*") == 12
    assert invoice_of("INV12") is None


@pytest.mark.parametrize(
    ("typed", "words"), [("enamel", True), ("red mug", True), ("4653", False), ("OA-46", False), ("mu", False)]
)
def test_what_may_be_a_code_is_no_description(typed: str, words: bool) -> None:  # noqa: FBT001
    assert is_words(typed) is words
