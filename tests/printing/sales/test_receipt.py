"""The receipt: the bytes are read as a receipt printer reads them, and what it would print is what was sold."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.scan_codes import invoice_of
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.printing.escpos import printer_job
from posim_desktop.printing.sales.invoice import InvoiceWriting
from posim_desktop.printing.sales.receipt import receipt, receipt_strip
from posim_desktop.printing.strip import StripPaper
from posim_desktop.printing.strip_picture import strip_picture
from posim_desktop.queries.sales.invoice_reading import TaxLine
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails, ProcessedLine, TenderLine
from printing.receipt_paper import Printer

D = Decimal
WRITING = InvoiceWriting(
    money=lambda amount: f"{amount:,.2f}",
    amount=lambda amount: f"${amount:,.2f}",
    quantity=lambda quantity: f"{quantity.normalize():f}",
    date_time=lambda moment: f"{moment:%Y-%m-%d %H:%M}",
    date=lambda day: f"{day:%Y-%m-%d}",
)
PAPER = StripPaper()
SHOP = ShopPreferences(store_name="Café Corner", store_address="1 High Street\nSpringfield")


def line(code: TransCode = TransCode.SALE, description: str = "Kettle", **other: object) -> ProcessedLine:
    charged = D("48.00") if code is TransCode.SALE else D("0.00")
    sold = ProcessedLine(1, code, 1, "KETTLE", description, D(2), D("24.00"), D(0), "STD", charged, None, None)
    return replace(sold, **other)  # type: ignore[arg-type]


def _sold(*lines: ProcessedLine) -> ProcessedDetails:
    return ProcessedDetails(
        id=31, number=42, processed_at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC), employee="Sam", workstation="till 1",
        customer_id=1, customer="Lee Harper", bill_to="", tax_inclusive=False, subtotal=D("48.00"), tax=D("4.80"),
        total=D("52.80"), note="", lines=lines or (line(),),
        taxes=(TaxLine("STD", D(10), D("48.00"), D("4.80")),),
        tenders=(TenderLine(TenderKind.CASH, D("60.00"), D("7.20")),),
    )  # fmt: skip


def printed(*lines: ProcessedLine, paper: StripPaper = PAPER, shop: ShopPreferences = SHOP, **other: object) -> Printer:
    return Printer().take(receipt(replace(_sold(*lines), **other), shop, WRITING, paper).content)  # type: ignore[arg-type]


def test_it_says_who_sold_what_to_whom_for_how_much() -> None:
    rows = printed(note="Thank you").paper.splitlines()
    squeezed = [" ".join(row.split()) for row in rows]
    for words in (
        "Café Corner", "1 High Street", "Springfield", "Invoice 42 2026-11-02 09:30", "Served by Sam", "Lee Harper",
        "Kettle", "2 × 24.00 48.00", "Subtotal 48.00", "Tax STD 10% 4.80", "Total $52.80", "Cash 60.00", "Change 7.20",
        "Thank you",
    ):  # fmt: skip
        assert words in squeezed


def test_what_cash_was_rounded_by_stands_below_the_total() -> None:
    rows = [" ".join(row.split()) for row in printed(rounding=D("-0.05")).paper.splitlines()]
    assert rows.index("Cash Rounding -0.05") == rows.index("Total $52.80") + 1


def test_a_back_ordered_line_is_charged_nothing_and_its_invoice_can_be_scanned() -> None:
    out = printed(line(), line(TransCode.BACKORDER, "Wall clock", backorder_id=7, backorder_number=7))
    squeezed = [" ".join(row.split()) for row in out.paper.splitlines()]
    assert "2 × 24.00, back-ordered 0.00" in squeezed
    assert "2 × Wall clock backorder 7" in squeezed
    assert [invoice_of(code) for code in out.barcodes] == [31]


def test_a_back_ordered_line_says_from_which_day_it_is_on_sale() -> None:
    out = printed(line(TransCode.BACKORDER, "Novel", backorder_id=7, backorder_number=7, on_sale_on=date(2026, 12, 1)))
    assert "on sale from 2026-12-01" in [row.strip() for row in out.paper.splitlines()]


def test_a_discount_on_the_sale_stands_below_the_subtotal_of_the_lines() -> None:
    given = line(off_sale=D("2.00"), extension=D("46.00"))
    rows = printed(given, subtotal=D("46.00"), discount=SaleDiscount(D("2.00"))).paper.splitlines()
    sums = [" ".join(row.split()) for row in rows]
    assert sums[sums.index("Subtotal 48.00") + 1] == "Discount -2.00"


def test_every_receipt_can_be_scanned_when_goods_come_back() -> None:
    assert [invoice_of(code) for code in printed().barcodes] == [31]


def test_only_cash_opens_the_drawer_and_every_receipt_is_cut() -> None:
    card = printed(tenders=(TenderLine(TenderKind.CARD, D("52.80"), D(0)),))
    free = printed(tenders=(TenderLine(TenderKind.CASH, D(0), D(0)),))
    assert [len(out.drawer_kicks) for out in (printed(), card, free)] == [1, 0, 0]
    assert [out.cuts for out in (printed(), card, free)] == [1, 1, 1]


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_no_line_is_wider_than_the_paper_and_amounts_end_at_its_edge(columns: int) -> None:
    long = line(description="A very long description of a copper kettle with whistle, three litres, polished")
    owed = replace(long, trans_code=TransCode.BACKORDER, backorder_number=1234567)
    rows = printed(long, owed, paper=StripPaper(columns)).paper.splitlines()
    assert max(map(len, rows)) == columns
    assert all(len(row) == columns for row in rows if row.endswith(("52.80", "48.00", "4.80", "60.00")))


def test_the_store_says_how_to_reach_it_under_which_number_it_pays_taxes_and_how_goods_come_back() -> None:
    shop = replace(
        SHOP,
        store_phone="555-0100",
        tax_number="DE 811 907 980",
        receipt_head="Since 1921\nOpen on Sundays",
        receipt_foot="Goods come back within 14 days, with this receipt.",
    )
    rows = printed(shop=shop, paper=StripPaper(32)).squeezed
    assert rows[:7] == [
        *("Café Corner", "1 High Street", "Springfield", "555-0100"),
        *("Tax No. DE 811 907 980", "Since 1921", "Open on Sundays"),
    ]
    assert rows[-3:-1] == ["Goods come back within 14 days,", "with this receipt."]


def test_a_gift_receipt_tells_no_price_and_its_invoice_can_be_scanned() -> None:
    sold = replace(_sold(line(), line(TransCode.RETURN, "Old lamp"), line(TransCode.BACKORDER, "Clock")), note="24.00")
    shop = replace(SHOP, receipt_foot="Goods come back within 14 days.")
    strip = receipt_strip(sold, shop, WRITING, is_gift=True)
    out = Printer().take(printer_job(strip, PAPER).content)
    assert {"Gift Receipt", "2 × Kettle", "Goods come back within 14 days."} <= set(out.squeezed)
    assert not re.search(r"\d[.]\d\d\b", out.paper), "no price, no sum, no payment"
    assert "lamp" not in out.paper
    assert "Clock" not in out.paper
    assert [invoice_of(code) for code in out.barcodes] == [31]


def test_a_copy_says_so_first() -> None:
    invoice_rows = receipt_strip(_sold(), SHOP, WRITING, is_copy=True)
    assert Printer().take(printer_job(invoice_rows, PAPER).content).squeezed[0] == "COPY"


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_the_example_on_the_screen_is_as_wide_as_the_paper(columns: int) -> None:
    paper = StripPaper(columns)
    picture = strip_picture(receipt_strip(_sold(), SHOP, WRITING, paper), paper)
    assert picture.width() == paper.dots + 48
    assert picture.height() > 400


def test_deposits_stand_on_it_with_what_they_are_for_and_apart_from_the_goods() -> None:
    taken = line(TransCode.DEPOSIT, "Wall clock", unit_price=D("10.00"), extension=D("10.00"), item_id=None)
    back = replace(taken, extension=D("-4.00"), description="")
    out = printed(
        line(), replace(taken, deposit_backorder_id=7, deposit_number=1042), back, subtotal=D("54.00"), total=D("58.80")
    )
    rows = [" ".join(row.split()) for row in out.paper.splitlines()]
    assert "Subtotal 48.00" in rows
    assert rows.index("Deposits 6.00") == rows.index("Total $58.80") - 1
    assert "Credit paid back -4.00" in rows
    assert "Deposit for backorder 1042: Wall clock" in " ".join(rows)
