"""The printed purchase order: what its text says, and that it is PDF on the country's paper."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.purchasing.order import OrderWriting, purchase_order_pages
from posim_desktop.queries.answers import Asked
from posim_desktop.queries.purchasing.orders import AllocatedBackorder, PurchaseOrderDetails, PurchaseOrderLineRow
from posim_desktop.ui import formatting

WRITING = OrderWriting(
    formatting.money,
    formatting.amount,
    formatting.cost_in_column,
    formatting.quantity,
    formatting.date,
    formatting.day_of,
)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    del qapp  # fonts and documents need one


def line(
    number: int = 1, *, quantity: str = "12", pack: str = "6", pack_cost: Decimal | None = None
) -> PurchaseOrderLineRow:
    lee = AllocatedBackorder(1, 1, 1, "Lee Harper", "555 0134", Decimal(2), Decimal(2))
    return PurchaseOrderLineRow(
        number, number, 1, "KETTLE", "Kettle <red> & blue", "V-77", Decimal(pack), Decimal("9.5000"),
        Decimal(quantity), Decimal(0), Decimal(0), Decimal(0), Decimal(quantity), "", "", pack_cost, (lee,),
    )  # fmt: skip


def order(*lines: PurchaseOrderLineRow, note: str = "", number: int | None = 42) -> PurchaseOrderDetails:
    return PurchaseOrderDetails(
        id=1,
        version=1,
        number=number,
        status=OrderStatus.PROCESSED if number else OrderStatus.WORKING,
        vendor_id=1,
        vendor_code="ACME",
        vendor="Acme & Co",
        account_number="40318",
        vendor_email="orders@acme.example",
        vendor_address="81 Orchard Road\nBurlington",
        minimum_amount=Decimal(0),
        minimum_units=Decimal(0),
        created_by="Sam",
        created_at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
        processed_at=datetime(2026, 11, 3, 9, 30, tzinfo=UTC) if number else None,
        expected_on=date(2026, 12, 4),
        note=note,
        lines=lines or (line(),),
    )


def pages(
    *lines: PurchaseOrderLineRow, note: str = "", number: int | None = 42, locale: str = "en_US", costs: bool = True
) -> Pages:
    shop = ShopPreferences(store_name="Corner & Sons", store_address="1 High Street\nSpringfield", locale=locale)
    return purchase_order_pages(order(*lines, note=note, number=number), shop, WRITING, costs=costs)


def test_it_says_who_orders_what_from_whom_at_which_cost() -> None:
    words = pages(note="By rail").document.toPlainText()
    for part in ("Corner & Sons", "Springfield", "Purchase Order 42", "Acme & Co", "81 Orchard Road", "Burlington"):
        assert part in words
    for part in ("orders@acme.example", "40318", "Sam", "11/3/2026", "12/4/2026", "By rail"):
        assert part in words
    for part in ("V-77", "KETTLE", "Kettle <red> & blue", "2 cs", "of 6", "57.00", "114.00", "Total"):
        assert part in words


def test_without_costs_it_says_what_is_ordered_alone() -> None:
    words = pages(costs=False).document.toPlainText()
    for part in ("V-77", "KETTLE", "Kettle <red> & blue", "2 cs", "of 6"):
        assert part in words
    for part in ("Cost", "57.00", "Extended", "114.00", "Total"):
        assert part not in words


def test_the_vendor_is_not_told_for_whom_the_goods_are() -> None:
    assert "Lee" not in pages().document.toPlainText()


def test_part_of_a_pack_is_no_number_of_packs() -> None:
    assert " of 6" not in pages(line(quantity="7")).document.toPlainText()
    assert "of 1" not in pages(line(pack="1")).document.toPlainText()


def test_a_case_costs_what_the_vendor_asks_for_it() -> None:
    of_three = line(quantity="18", pack="3", pack_cost=Decimal("100.0000"))
    words = pages(of_three).document.toPlainText()
    for part in ("6 cs", "of 3", "100.00", "600.00"):
        assert part in words
    loose = pages(line(quantity="17", pack="3", pack_cost=Decimal("100.0000"))).document.toPlainText()
    assert "566.67" in loose


def test_an_order_that_is_not_posted_says_so() -> None:
    words = pages(number=None).document.toPlainText()
    assert "Draft Purchase Order" in words
    assert "11/2/2026" in words


def test_a_note_is_text_and_never_markup() -> None:
    assert "<b>bold</b>" in pages(note="<b>bold</b>").document.toPlainText()


@pytest.mark.parametrize(("locale", "width"), [("en_US", 612), ("de_DE", 595)])
def test_the_paper_is_the_country_s(locale: str, width: int) -> None:
    assert round(pages(locale=locale).sheet.width()) == width


def test_many_lines_go_on_on_further_pages_of_a_real_pdf() -> None:
    long = pages(*(line(number) for number in range(1, 121)))
    assert long.count > 2
    content = long.pdf()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == long.count


def test_the_vendor_reads_what_customers_answered_and_what_else_they_would_take() -> None:
    shop = ShopPreferences(store_name="Corner & Sons")
    told = {1: (Asked("Size?", "42"),)}
    also = {1: ("dark <blue>",)}
    words = purchase_order_pages(order(), shop, WRITING, answers=told, also=also).document.toPlainText()
    assert "Size? 42" in words
    assert "Will also take: dark <blue>" in words
    assert "Will also take" not in pages().document.toPlainText()
