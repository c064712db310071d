"""Guide: "Pick up" — what the slip says, and that its barcode can be read and leads to the invoice."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from barcode.charsets.code128 import CODES  # type: ignore[import-untyped]
from PySide6.QtGui import QColor, QImage

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.scan_codes import invoice_code, invoice_of
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.invoice import InvoiceWriting
from posim_desktop.printing.sales.pickup_slip import pickup_slips, pickup_strip
from posim_desktop.printing.strip import StripPaper, Words
from posim_desktop.printing.symbology import barcode_image
from posim_desktop.queries.answers import Asked
from posim_desktop.queries.sales.pickup import PickupSlip, SlipLine

D = Decimal
WRITING = InvoiceWriting(
    money=lambda amount: f"{amount:,.2f}",
    amount=lambda amount: f"${amount:,.2f}",
    quantity=lambda quantity: f"{quantity.normalize():f}",
    date_time=lambda moment: f"{moment:%Y-%m-%d %H:%M}",
    date=lambda day: f"{day:%Y-%m-%d}",
)
_START_B, _START_C, _TO_C, _TO_B = 104, 105, 99, 100
_BITS, _STOP = 11, "1100011101011"


def slip(**other: object) -> PickupSlip:
    kettle = SlipLine("KETTLE", "Kettle <enamel>", D("3.000"), D("72.00"), 17)
    cable = SlipLine("CABLE", "Cable", D("1.500"), D("24.00"), None)
    content: dict[str, object] = {
        "invoice_id": 1234,
        "customer": "Lee {Ann} & Co",
        "company": "",
        "phone": "555-0101",
        "since": datetime(2026, 11, 3, 10, 15, tzinfo=UTC),
        "total": D("96.00"),
        "note": "Ring the bell",
        "lines": (kettle, cable),
    }
    return PickupSlip(**(content | other))  # type: ignore[arg-type]


def pages(**other: object) -> Pages:
    return pickup_slips([slip(**other)], ShopPreferences(store_name="Kitchen"), WRITING)


def modules_of(picture: QImage) -> str:
    """Read the bars of a picture as a scanner does: the widths of black and white along one line."""
    middle = picture.height() // 2
    black = [picture.pixelColor(column, middle) == QColor("black") for column in range(picture.width())]
    return "".join("1" if each else "0" for each in black[3::6]).strip("0")


def text_of(modules: str) -> str:
    """Decode Code 128, sets B and C, and check its check character."""
    assert modules.endswith(_STOP)
    body = modules[: -len(_STOP)]
    values = [CODES.index(body[place : place + _BITS]) for place in range(0, len(body), _BITS)]
    assert values[-1] == (values[0] + sum(place * value for place, value in enumerate(values[1:-1], 1))) % 103
    digits, text = values[0] == _START_C, ""
    assert values[0] in {_START_B, _START_C}
    for value in values[1:-1]:
        if value == (_TO_B if digits else _TO_C):
            digits = not digits
        else:
            text += f"{value:02}" if digits else chr(value + 32)
    return text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("invoice_id", [1, 42, 1234, 98765, 10**12 + 7])
def test_the_barcode_leads_to_the_invoice(invoice_id: int) -> None:
    read = text_of(modules_of(barcode_image(invoice_code(invoice_id))))
    assert invoice_of(read) == invoice_id


@pytest.mark.usefixtures("qapp")
def test_the_barcode_keeps_its_quiet_zones() -> None:
    picture = barcode_image(invoice_code(7))
    for column in (*range(60), *range(picture.width() - 60, picture.width())):
        assert picture.pixelColor(column, 10) == QColor("white")


@pytest.mark.parametrize(
    "scanned", ["INV12", "*INV0*", "*INV*", "3*KETTLE", "*INV12", "*INV1x*", "", "*INV" + "9" * 19]
)
def test_goods_are_no_slips(scanned: str) -> None:
    assert invoice_of(scanned) is None


def test_a_slip_is_read_in_any_case_and_with_blanks() -> None:
    assert invoice_of(" *inv12*\n") == 12


@pytest.mark.usefixtures("qapp")
def test_the_slip_says_who_what_and_since_when() -> None:
    said = pages().document.toPlainText()
    for words in ("Lee {Ann} & Co", "555-0101", "2026-11-03 10:15", "Kettle <enamel>", "96.00", "*INV1234*", "Kitchen"):
        assert words in said
    assert "set aside" not in pages(since=None).document.toPlainText()
    assert "No customer" in pages(customer="").document.toPlainText()


@pytest.mark.usefixtures("qapp")
def test_the_slip_says_what_was_answered_and_what_else_is_taken() -> None:
    coat = SlipLine("COAT", "Coat", D(1), D("120.00"), 18, also="dark <blue>", answers=(Asked("Size?", "42"),))
    said = pages(lines=(coat,)).document.toPlainText()
    assert "Size? 42" in said
    assert "Will also take: dark <blue>" in said
    rows = pickup_strip(slip(lines=(coat,)), WRITING, StripPaper())
    assert Words("Size? 42", indent=2) in rows
    assert Words("Will also take: dark <blue>", indent=2) in rows
    assert "Will also take" not in pages().document.toPlainText()


@pytest.mark.usefixtures("qapp")
def test_the_slip_says_from_which_day_its_goods_are_on_sale() -> None:
    novel = SlipLine("NOVEL", "The Long Road", D(1), D("20.00"), 18, lot="A7", on_sale_on=date(2026, 12, 1))
    assert "lot A7, on sale from 2026-12-01" in pages(lines=(novel,)).document.toPlainText()
    assert Words("lot A7, on sale from 2026-12-01", indent=2) in pickup_strip(
        slip(lines=(novel,)), WRITING, StripPaper()
    )


@pytest.mark.usefixtures("qapp")
def test_the_slip_is_pdf_and_its_barcode_can_be_read_on_paper() -> None:
    on_paper = pages()
    assert on_paper.pdf().startswith(b"%PDF")
    sheet = on_paper.image(0, round(on_paper.sheet.width() * 4))  # 6 pixels to a module of 1.5 points
    left = 48 * 4
    read = set()
    for row in range(0, sheet.height(), 24):
        dark = (sheet.pixelColor(column, row).lightness() < 128 for column in range(left + 3, sheet.width(), 6))
        modules = "".join("1" if each else "0" for each in dark).strip("0")
        if modules.endswith(_STOP):
            read.add(text_of(modules))
    assert read == {"*INV1234*"}
