"""Guide: "Pick up" — what the call list says, and that every slip of many has its own page."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.sales.call_list import call_list
from posim_desktop.printing.sales.invoice import InvoiceWriting
from posim_desktop.printing.sales.pickup_slip import pickup_slips
from posim_desktop.queries.sales.pickup import PickupSlip, SlipLine

D = Decimal
SHOP = ShopPreferences(store_name="Kitchen & <Co>")
WRITING = InvoiceWriting(
    money=lambda amount: f"{amount:,.2f}",
    amount=lambda amount: f"${amount:,.2f}",
    quantity=lambda quantity: f"{quantity.normalize():f}",
    date_time=lambda moment: f"{moment:%Y-%m-%d %H:%M}",
    date=lambda day: f"{day:%Y-%m-%d}",
)


def waiting(invoice_id: int, customer: str, **other: object) -> PickupSlip:
    content: dict[str, object] = {
        "company": "Lee {Ann} <Catering>",
        "phone": f"555-{invoice_id:04}",
        "since": datetime(2026, 11, 3, 10, 15, tzinfo=UTC),
        "total": D("96.00"),
        "note": "",
        "lines": (
            SlipLine("KETTLE", "Kettle <enamel>", D("3.000"), D("72.00"), 17),
            SlipLine("CABLE", "Cable", D("1.500"), D("24.00"), None),
        ),
    }
    return PickupSlip(invoice_id=invoice_id, customer=customer, **(content | other))  # type: ignore[arg-type]


@pytest.mark.usefixtures("qapp")
def test_the_call_list_says_whom_to_call_about_what() -> None:
    pages = call_list([waiting(1, "Lee & Co"), waiting(2, "", company="", since=None)], SHOP, WRITING)
    said = pages.document.toPlainText()
    for words in (
        "Kitchen & <Co>",
        "Lee & Co",
        "Lee {Ann} <Catering>",
        "555-0001",
        "555-0002",
        "since 2026-11-03 10:15",
        "3 × KETTLE Kettle <enamel>",
        "1.5 × CABLE Cable",
        "96.00",
        "No customer",
    ):
        assert words in said
    assert pages.title == "Call List"
    assert pages.pdf().startswith(b"%PDF")


@pytest.mark.usefixtures("qapp")
def test_a_long_call_list_goes_over_several_pages_and_paints_each() -> None:
    pages = call_list([waiting(number, f"Customer {number}") for number in range(1, 61)], SHOP, WRITING)
    assert pages.count > 1
    assert all(pages.image(page, 300) != pages.image(page + 1, 300) for page in range(pages.count - 1))


@pytest.mark.usefixtures("qapp")
def test_every_slip_of_many_has_a_page_of_its_own() -> None:
    pages = pickup_slips([waiting(number, f"Customer {number}") for number in (1, 2, 3)], SHOP, WRITING)
    assert (pages.title, pages.count) == ("Pick-up Slips", 3)
    said = pages.document.toPlainText()
    assert said.count("Pick-up Slip") == 3
    assert said.index("*INV1*") < said.index("Customer 2") < said.index("*INV2*") < said.index("*INV3*")
