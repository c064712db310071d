"""What GS1 codes say, as scanners send them and as they are printed; broken ones are refused."""

from datetime import date
from decimal import Decimal

import pytest
from stdnum import gs1_128, numdb

from posim_desktop.domain.cards import gs1
from posim_desktop.domain.cards.gs1 import read_elements
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.scanned import CodeReading
from posim_desktop.domain.why import Why

GTIN = "04006381333931"
CASE = "14006381333938"
WEIGHED = "94006381333934"
GS = "\x1d"

GOOD = [
    (f"]C101{GTIN}", GTIN, CodeReading()),
    (f"]d201{GTIN}17270200", GTIN, CodeReading(expires=date(2027, 2, 28))),
    (f"]d201{GTIN}17240229", GTIN, CodeReading(expires=date(2024, 2, 29))),
    (f"]Q310LOT-7{GS}01{GTIN}21S/1", GTIN, CodeReading(lot="LOT-7", serial="S/1")),
    (f"]e001{WEIGHED}3103001250", WEIGHED, CodeReading(quantity=Decimal("1.250"))),
    (f"]e001{WEIGHED}31030012503922599", WEIGHED, CodeReading(quantity=Decimal("1.250"), amount=Decimal("5.99"))),
    (f"]e001{WEIGHED}3150000002", WEIGHED, CodeReading(quantity=Decimal(2))),
    (f"]C101{CASE}3024", CASE, CodeReading(quantity=Decimal(24))),
    (f"{GS}01{GTIN}10A", GTIN, CodeReading(lot="A")),
    (f"01{GTIN}10A{GS}", GTIN, CodeReading(lot="A")),
    (f"01{GTIN}{GS}10A", GTIN, CodeReading(lot="A")),
    (f"(01){GTIN}(17)271231(10)ab(1)", GTIN, CodeReading(expires=date(2027, 12, 31), lot="ab(1)")),
    (f"(10)12(3)(01) {GTIN} (21)9", GTIN, CodeReading(lot="12(3)", serial="9")),
    (f"]C101{GTIN}11260101240PART{GS}3922599", GTIN, CodeReading(amount=Decimal("5.99"))),
]


@pytest.mark.parametrize(("code", "gtin", "reading"), GOOD)
def test_what_a_code_says(code: str, gtin: str, reading: CodeReading) -> None:
    assert read_elements(code) == (gtin, reading)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "4006381333931",
        "KETTLE",
        "(blue) mug",
        "(",
        f"01{GTIN}",
        "0104006381333932" + "10A",
        "]E04006381333931",
        "010",
    ],
)
def test_what_is_no_such_code(code: str) -> None:
    assert read_elements(code) is None


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (f"]C101{GTIN[:-1]}2", Why.GS1_CHECK_DIGIT),
        ("]C10106381333931", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}17271301", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}17270230", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}1727", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}10", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}10{'A' * 21}", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}30123456789", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}310300125", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}31030012503150000002", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}01{CASE}", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}10ä", Why.GS1_BROKEN_PART),
        (f"]C101{GTIN}05123", Why.GS1_UNKNOWN_PART),
        (f"]C101{GTIN}1727123199", Why.GS1_BROKEN_PART),
        (f"(01){GTIN}(17)2712319", Why.GS1_UNKNOWN_PART),
        ("]C100340123450000000018", Why.GS1_NAMES_NO_ARTICLE),
        (f"]C102{CASE}3712", Why.GS1_NAMES_NO_ARTICLE),
        ("]C110LOT", Why.GS1_NAMES_NO_ARTICLE),
        (f"]C101{WEIGHED}10A", Why.GS1_NO_MEASURE),
        (f"]C101{WEIGHED}3202001250", Why.GS1_NO_MEASURE),
    ],
)
def test_what_cannot_be_read_is_refused(code: str, why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        read_elements(code)
    assert refused.value.refusal.why is why


@pytest.mark.parametrize(("code", "gtin", "reading"), [each for each in GOOD if each[0].startswith("]")])
def test_the_library_reads_the_same(code: str, gtin: str, reading: CodeReading) -> None:
    found = gs1_128.info(code[3:], separator=GS)
    assert (found["01"], found.get("17"), found.get("10", ""), found.get("21", "")) == (
        gtin,
        reading.expires,
        reading.lot,
        reading.serial,
    )


def test_every_shape_of_the_table_is_understood() -> None:
    table = numdb.get("gs1_ai")
    shapes = {about["format"] for *_, about, _ in table.prefixes if "format" in about}
    assert {shape[0] for shape in shapes} <= set("NXYZ")
    for shape in shapes:
        gs1._shape(shape)
