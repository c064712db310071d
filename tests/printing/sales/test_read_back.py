"""Guide: "Pick up" — whatever is printed for a pick-up is read back by a barcode reader, in every size it comes in."""

from dataclasses import replace

import pytest
import zxingcpp
from PySide6.QtGui import QColor, QImage

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.box_label import box_labels, label_strips
from posim_desktop.printing.sales.pickup_slip import pickup_slips, pickup_strip
from posim_desktop.printing.sales.receipt import receipt_strip
from posim_desktop.printing.strip import Strip, StripPaper, Words
from posim_desktop.printing.strip_picture import strip_picture
from posim_desktop.printing.symbology import barcode_image
from printing.sales.test_pickup_slip import WRITING, slip
from printing.sales.test_receipt import SHOP, _sold, line

_PAPER_DPI = 300


def read(picture: QImage) -> list[str]:
    """Read every barcode in a picture."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    found = zxingcpp.read_barcodes(rows)
    return [each.text for each in found if each.format == zxingcpp.BarcodeFormat.Code128]


def pictures(pages: Pages) -> list[QImage]:
    """Paint pages as an office printer does."""
    wide = round(pages.sheet.width() / 72 * _PAPER_DPI)
    return [pages.image(page, wide) for page in range(pages.count)]


@pytest.mark.parametrize("invoice_id", [1, 1234, 987_654_321])
def test_a_barcode_says_what_it_was_given(invoice_id: int) -> None:
    picture = barcode_image(invoice_code(invoice_id))
    assert read(picture) == [invoice_code(invoice_id)]
    edges = (*range(60), *range(picture.width() - 60, picture.width()))  # ten modules on each side stay white
    assert {picture.pixelColor(column, 9).name() for column in edges} == {QColor("white").name()}


def test_the_slip_is_read_on_paper_of_the_country_and_of_a_receipt_printer() -> None:
    pages = pickup_slips([slip(), slip(invoice_id=7)], ShopPreferences(store_name="Kitchen"), WRITING)
    assert [read(each) for each in pictures(pages)] == [[invoice_code(1234)], [invoice_code(7)]]
    for columns in (32, 42, 48):
        paper = StripPaper(columns)
        assert read(strip_picture(pickup_strip(slip(), WRITING, paper), paper)) == [invoice_code(1234)]


def test_each_box_has_its_label() -> None:
    pages = box_labels([slip(place="Shelf B4"), slip(invoice_id=7)], 3)
    assert pages.count == 6
    assert [read(each) for each in pictures(pages)] == [[invoice_code(1234)]] * 3 + [[invoice_code(7)]] * 3
    text = pages.document.toPlainText()
    assert [f"Box {number} of 3 · Shelf B4" in text for number in (1, 2, 3)] == [True] * 3
    assert "Lee {Ann} & Co" in text


def test_a_long_name_stays_on_its_label() -> None:
    who = "Annegret Freifrau von Hohenlohe-Waldenburg-Schillingsfürst und Gemahl der Jüngere aus Neu"
    company = "Innenausstattung und Gaststättenbedarf mit Zubehör aller Art GmbH & Co. Kommandit KG"
    goods = replace(slip().lines[0], customer_order="BEST-2026/000123456789-0123456789-ABCD", job_tag="Hotel zur Post")
    pages = box_labels([slip(customer=who, company=company, place="Kellergang 12, Regal 4", lines=(goods,))], 2)
    assert pages.count == 2
    assert [read(each) for each in pictures(pages)] == [[invoice_code(1234)]] * 2


def test_labels_on_receipt_paper_are_cut_one_from_the_other() -> None:
    paper = StripPaper(32)
    strips = label_strips(slip(), 2)
    assert [read(strip_picture(strip, paper)) for strip in strips] == [[invoice_code(1234)]] * 2
    assert [_box(strip) for strip in strips] == ["Box 1 of 2", "Box 2 of 2"]


def _box(strip: Strip) -> str:
    return next(row.words for row in strip if isinstance(row, Words) and row.words.startswith("Box"))


def test_every_receipt_names_its_invoice() -> None:
    invoice, paper = _sold(line()), StripPaper()
    assert read(strip_picture(receipt_strip(invoice, SHOP, WRITING, paper), paper)) == [invoice_code(invoice.id)]
