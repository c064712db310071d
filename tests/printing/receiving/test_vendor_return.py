"""Guide: "Return to vendor" — the paper on receipt paper says what the large one says, and tells costs to few."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.receiving.vendor_returns import VendorReturnStatus
from posim_desktop.printing.purchasing.order import OrderWriting
from posim_desktop.printing.receiving.vendor_return import vendor_return_pages, vendor_return_strip
from posim_desktop.printing.strip import StripPaper, Words
from posim_desktop.queries.receiving.vendor_returns import VendorReturnDetails, VendorReturnLineRow

_DAY = datetime(2026, 11, 30, tzinfo=UTC)
_WRITING = OrderWriting(str, str, str, str, str, lambda moment: moment.date().isoformat())
_SHOP = ShopPreferences(store_name="Kitchen")


def _line(code: str, quantity: str, *serials: str) -> VendorReturnLineRow:
    cost = Decimal("8.00")
    about = (code, f"{code} of steel", "A-7", Decimal(quantity), cost, "Dented")
    return VendorReturnLineRow(1, 1, *about, None, None, None, None, Decimal(9), serials=serials)


def _found(number: int | None) -> VendorReturnDetails:
    lines = (_line("KETTLE", "2", "S1", "S2"), _line("LAMP", "0"))
    vendor = (1, "Acme & Sons", "Elm Street 1", "K-77", None, None)
    told = ("INV-9", "RMA-5", "Fragile", "Sam")
    return VendorReturnDetails(1, number, VendorReturnStatus.WORKING, *vendor, *told, _DAY, None, 1, lines)


@pytest.mark.parametrize("costs", [True, False])
def test_the_strip_says_what_the_paper_says(*, costs: bool) -> None:
    strip = vendor_return_strip(_found(12), _SHOP, _WRITING, StripPaper(), costs=costs)
    words = [f"{row.words} {row.amount}".strip() for row in strip if isinstance(row, Words)]
    assert words[:3] == ["Kitchen", "Return to Vendor 12", "Acme & Sons"]
    assert {"Account K-77", "Return Authorization RMA-5", "Your Invoice INV-9", "Fragile"} <= set(words)
    assert "2 × KETTLE KETTLE of steel" + (" 16.00" if costs else "") in words
    assert {"Your Item No. A-7", "Dented", "Serial No. S1, S2"} <= set(words)
    assert ("Credit Expected 16.00" in words) is costs
    assert not any("LAMP" in each for each in words), "nothing of it goes back"
    assert (
        "Credit Expected" in vendor_return_pages(_found(12), _SHOP, _WRITING, costs=costs).document.toPlainText()
    ) is costs


def test_a_draft_says_so() -> None:
    strip = vendor_return_strip(_found(None), _SHOP, _WRITING, StripPaper())
    assert Words("Draft Return to Vendor", is_tall=True) in strip
