"""The printed invoice: what its text says, and that it is PDF on the country's paper."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.invoice import InvoiceWriting, invoice_pages
from posim_desktop.queries.sales.invoice_reading import TaxLine
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails, ProcessedLine, TenderLine
from posim_desktop.ui import formatting

WRITING = InvoiceWriting(
    formatting.money, formatting.amount, formatting.quantity, formatting.date_time, formatting.date
)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    del qapp  # fonts and documents need one


def line(code: TransCode = TransCode.SALE, *, item: str = "KETTLE", backorder: int | None = None) -> ProcessedLine:
    charged = code is TransCode.SALE
    return ProcessedLine(
        1, code, 1, item, "Kettle <red> & blue", Decimal(2), Decimal("24.00"), Decimal(0), "STD",
        Decimal("48.00") if charged else Decimal("0.00"), backorder, backorder,
    )  # fmt: skip


def invoice(*lines: ProcessedLine, note: str = "") -> ProcessedDetails:
    return ProcessedDetails(
        id=1,
        number=42,
        processed_at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
        employee="Sam",
        workstation="till 1",
        customer_id=1,
        customer="Lee Harper",
        bill_to="Lee Harper\n12 Mill Lane",
        tax_inclusive=False,
        subtotal=Decimal("48.00"),
        tax=Decimal("4.80"),
        total=Decimal("52.80"),
        note=note,
        lines=lines or (line(),),
        taxes=(TaxLine("STD", Decimal(10), Decimal("48.00"), Decimal("4.80")),),
        tenders=(TenderLine(TenderKind.CASH, Decimal("60.00"), Decimal("7.20")),),
    )


def pages(*lines: ProcessedLine, note: str = "", locale: str = "en_US") -> Pages:
    shop = ShopPreferences(store_name="Corner & Sons", store_address="1 High Street\nSpringfield", locale=locale)
    return invoice_pages(invoice(*lines, note=note), shop, WRITING)


def test_it_says_who_sold_what_to_whom_for_how_much() -> None:
    words = pages(note="Thank you").document.toPlainText()
    for part in ("Corner & Sons", "1 High Street", "Invoice 42", "Lee Harper", "12 Mill Lane", "Kettle <red> & blue"):
        assert part in words
    for part in ("48.00", "Tax STD 10%", "4.80", "52.80", "Cash", "60.00", "Change", "7.20", "Thank you"):
        assert part in words


def test_a_discount_on_the_sale_stands_below_the_subtotal_of_the_lines() -> None:
    given = replace(line(), off_sale=Decimal("2.00"), extension=Decimal("46.00"))
    shown = replace(invoice(given), subtotal=Decimal("46.00"), discount=SaleDiscount(percent=Decimal("4.17")))
    words = invoice_pages(shown, ShopPreferences(), WRITING).document.toPlainText()
    for part in ("Subtotal", "48.00", "Discount 4.17%", "−2.00"):
        assert part in words
    assert "46.00" not in words


def test_a_back_ordered_line_is_marked_and_charged_nothing() -> None:
    words = pages(line(), line(TransCode.BACKORDER, item="CLOCK", backorder=7)).document.toPlainText()
    assert "back-ordered (backorder 7)" in words
    assert "0.00" in words


def test_a_note_is_text_and_never_markup() -> None:
    assert "<b>bold</b>" in pages(note="<b>bold</b>").document.toPlainText()


@pytest.mark.parametrize(("locale", "width"), [("en_US", 612), ("de_DE", 595)])
def test_the_paper_is_the_country_s(locale: str, width: int) -> None:
    assert round(pages(locale=locale).sheet.width()) == width


def test_many_lines_go_on_on_further_pages_of_a_real_pdf() -> None:
    long = pages(*[line() for _ in range(120)])
    assert long.count > 2
    content = long.pdf()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert content.count(b"/Type /Page\n") == long.count


def test_every_page_of_the_preview_has_ink() -> None:
    long = pages(*[line() for _ in range(60)])
    for page in range(long.count):
        picture = long.image(page, 300)
        white = QColor(Qt.GlobalColor.white)
        ink = any(
            picture.pixelColor(x, y) != white
            for y in range(0, picture.height(), 2)
            for x in range(0, picture.width(), 2)
        )
        assert ink


def test_a_copy_says_so_at_its_head_and_on_each_page() -> None:
    shop = ShopPreferences()
    original = invoice_pages(invoice(), shop, WRITING)
    copy = invoice_pages(invoice(), shop, WRITING, is_copy=True)
    assert "COPY" not in original.document.toPlainText()
    assert copy.document.toPlainText().split()[0] == "COPY"
    foot = QRect(0, 700, 612, 92)
    assert original.image(0, 612).copy(foot) != copy.image(0, 612).copy(foot)
