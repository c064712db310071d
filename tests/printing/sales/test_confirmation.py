"""Guide: "Special orders" — what the customer signs, on large paper and on a receipt."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.special_orders import SpecialLine, SpecialOrderHead, SpecialOrderStatus
from posim_desktop.printing.sales.confirmation import confirmation_pages, confirmation_strip
from posim_desktop.printing.strip import Words
from posim_desktop.queries.answers import Asked
from posim_desktop.queries.sales.special_orders import SpecialLineRow, SpecialOrderDetails
from posim_desktop.queries.sales.working_rows import AttachedCustomer
from printing.sales.test_call_list import WRITING

D = Decimal
SHOP = ShopPreferences(store_name="Kitchen & <Co>")
COAT = SpecialLine(
    item_id=4,
    description="Coat <green>",
    quantity=D("2.000"),
    unit_price=D("120.00"),
    price_ceiling=D("135.00"),
    will_also_take="dark blue",
    question="Which size?",
)
ORDER = SpecialOrderDetails(
    id=1,
    version=3,
    status=SpecialOrderStatus.POSTED,
    number=12,
    customer=AttachedCustomer(7, "lee", "Lee & Co", "555-0001", "", 1, 0),
    uncollected=0,
    employee_id=1,
    employee="Sam",
    workstation="till 1",
    created_at=datetime(2026, 11, 3, 10, 0, tzinfo=UTC),
    posted_at=datetime(2026, 11, 3, 10, 15, tzinfo=UTC),
    invoice_id=5,
    invoice=31,
    head=SpecialOrderHead(date(2026, 12, 24), "Evenings", "PO 77", "Gift wrap", D(25)),
    terms="No returns.\nPick up within 14 days.",
    discard_reason="",
    lines=(SpecialLineRow(1, COAT, "I00004", True, "Acme", "", D("240.00"), 9, 17),),
    total=D("264.00"),
    deposit=D("66.00"),
    usual_percent=0,
)
SAID = (
    *("Special Order 12", "2026-11-03 10:15", "Sam", "2026-12-24", "PO 77", "31", "Lee & Co", "555-0001", "Evenings"),
    *("Coat <green>", "Backorder 17", "Will also take: dark blue", "Still to be answered: Which size?"),
    *("120.00", "not above 135.00", "240.00", "264.00", "66.00", "$198.00", "Gift wrap"),
    *("A price may rise up to", "You need it by 2026-12-24.", "No returns.", "Signature"),
)


@pytest.mark.usefixtures("qapp")
def test_the_paper_says_what_is_promised_paid_and_signed() -> None:
    pages = confirmation_pages(ORDER, SHOP, WRITING)
    said = pages.document.toPlainText()
    for words in SAID:
        assert words in said
    assert "COPY" not in said
    assert pages.pdf().startswith(b"%PDF")


def test_the_receipt_says_the_same() -> None:
    rows = confirmation_strip(ORDER, SHOP, WRITING)
    said = "\n".join(f"{row.words} {row.amount}" for row in rows if isinstance(row, Words))
    for words in SAID:
        assert words in said
    assert "COPY" not in said


@pytest.mark.usefixtures("qapp")
def test_what_the_department_asked_is_on_both() -> None:
    answered = {1: (Asked("Size?", "42 <long>"),)}
    said = confirmation_pages(ORDER, SHOP, WRITING, answers=answered).document.toPlainText()
    assert "Size? 42 <long>" in said
    rows = confirmation_strip(ORDER, SHOP, WRITING, answers=answered)
    assert Words("Size? 42 <long>", indent=2) in rows


@pytest.mark.usefixtures("qapp")
def test_a_reprint_says_that_it_is_a_copy() -> None:
    assert "COPY" in confirmation_pages(ORDER, SHOP, WRITING, is_copy=True).document.toPlainText()
    assert confirmation_strip(ORDER, SHOP, WRITING, is_copy=True)[0] == Words("COPY", is_centred=True, is_tall=True)


@pytest.mark.usefixtures("qapp")
def test_what_was_not_asked_or_promised_is_not_printed() -> None:
    line = replace(ORDER.lines[0], content=SpecialLine(item_id=4, description="Coat", unit_price=D("120.00")))
    plain = replace(ORDER, head=SpecialOrderHead(), terms="", lines=(line,))
    said = confirmation_pages(plain, SHOP, WRITING).document.toPlainText()
    for words in ("not above", "A price may rise", "Will also take", "Still to be answered", "You need it by"):
        assert words not in said


@pytest.mark.usefixtures("qapp")
def test_one_piece_and_the_day_from_which_it_is_on_sale_are_on_both() -> None:
    cloth = replace(ORDER.lines[0], content=replace(COAT, one_piece=True), on_sale_on=date(2026, 12, 1))
    order = replace(ORDER, lines=(cloth,))
    said = confirmation_pages(order, SHOP, WRITING).document.toPlainText()
    assert "in one piece, on sale from 2026-12-01" in said
    rows = confirmation_strip(order, SHOP, WRITING)
    assert Words("in one piece, on sale from 2026-12-01", indent=2) in rows


@pytest.mark.usefixtures("qapp")
def test_goods_by_length_say_their_unit() -> None:
    cloth = replace(ORDER, lines=(replace(ORDER.lines[0], unit="yd"),))
    assert "2 yd" in confirmation_pages(cloth, SHOP, WRITING).document.toPlainText()
    assert any("2 yd × " in row.words for row in confirmation_strip(cloth, SHOP, WRITING) if isinstance(row, Words))
