"""The logo: made of a file within limits, and printed as dots, centered, on each width of paper."""

from dataclasses import replace
from zlib import crc32

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.preferences import MAX_LOGO_BYTES, ShopPreferences, logo_refusal
from posim_desktop.domain.why import Why
from posim_desktop.printing.escpos import printer_job
from posim_desktop.printing.layout import lay_out, letter_head
from posim_desktop.printing.logo import logo_dots, logo_of
from posim_desktop.printing.strip import Picture, StripPaper
from posim_desktop.printing.strip_picture import strip_picture
from printing.receipt_paper import Printer, ink


def file_of(picture: QImage, kind: str = "PNG") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(picture)
    return bytes(buffer.data().data())


def block(width: int, height: int, color: QColor | Qt.GlobalColor = Qt.GlobalColor.black) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_ARGB32)
    picture.fill(color)
    return picture


def says_it_is(size: int) -> bytes:
    """Make a PNG of a few bytes that says it is so many dots wide and high."""
    head = b"IHDR" + size.to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    idat = (9).to_bytes(4, "big") + b"IDAT"
    return b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + head + crc32(head).to_bytes(4, "big") + idat


@pytest.mark.parametrize("columns", [32, 42, 48])
@pytest.mark.parametrize("width", [200, 2000])
def test_it_stands_in_the_middle_of_each_paper_and_is_never_wider(columns: int, width: int) -> None:
    paper = StripPaper(columns)
    out = Printer().take(printer_job((Picture(logo_of(file_of(block(width, 100)))),), paper).content)
    left, _, right, _ = ink(out.pictures[0]) or (0, 0, 0, 0)
    assert out.pictures[0].width() <= paper.dots + 7
    assert right - left + 1 == min(width, paper.dots)
    assert abs(left - (paper.dots - 1 - right)) <= 1
    assert out.cuts == 1


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_shades_are_mixed_of_dots(kind: str) -> None:
    grey = block(96, 96, QColor(128, 128, 128)).convertToFormat(QImage.Format.Format_RGB32)
    dots = logo_dots(logo_of(file_of(grey, kind)), 96)
    black = sum(dots.pixelIndex(x, y) for x in range(96) for y in range(96))
    assert black / 96**2 == pytest.approx(0.5, abs=0.05)


def test_what_is_seen_through_is_white() -> None:
    picture = block(80, 40, Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.fillRect(0, 0, 8, 40, Qt.GlobalColor.black)
    painter.end()
    assert ink(logo_dots(logo_of(file_of(picture)), 80)) == (0, 0, 7, 39)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Why.NOT_A_PICTURE),
        (b"no picture", Why.NOT_A_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", Why.NOT_A_PICTURE),
        (file_of(block(80, 40))[:60], Why.NOT_A_PICTURE),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20_000_000, Why.PICTURE_TOO_LARGE),
        (says_it_is(60_000), Why.PICTURE_TOO_LARGE),
        (file_of(block(80, 40, Qt.GlobalColor.white)), Why.PICTURE_BLANK),
        (file_of(block(80, 40, Qt.GlobalColor.transparent)), Why.PICTURE_BLANK),
    ],
)
def test_a_file_that_is_no_logo_says_why(content: bytes, why: Why) -> None:
    with pytest.raises(RefusedError) as error:
        logo_of(content)
    assert error.value.refusal.why is why


def test_however_large_the_picture_what_is_kept_is_small() -> None:
    noise = QImage(bytes(range(256)) * 24_000, 1500, 1000, QImage.Format.Format_RGB32)
    logo = logo_of(file_of(noise))
    assert len(logo) <= MAX_LOGO_BYTES
    assert logo_refusal(logo) is None
    assert logo_refusal(logo + b"\0" * MAX_LOGO_BYTES) is not None
    assert logo_refusal(b"GIF89a") is not None
    assert logo_refusal(b"") is None


def test_it_stands_on_large_paper_and_in_the_example_too() -> None:
    logo = logo_of(file_of(block(400, 100, Qt.GlobalColor.red)))
    shop = ShopPreferences(store_name="Corner")
    pages = [lay_out("Invoice 1", letter_head(each, ""), each) for each in (shop, replace(shop, logo=logo))]
    seen = [page.image(0, 612).pixelColor(100, 70) for page in pages]
    assert [color.hsvSaturation() for color in seen] == [0, 255]
    assert strip_picture((Picture(logo),), StripPaper()).height() == 100 + 48


def test_a_logo_that_no_longer_can_be_read_prints_nothing() -> None:
    assert Printer().take(printer_job((Picture(b"broken"),), StripPaper()).content).pictures == []
