"""Guide: "Taxes": a tax has a row of its own, if anything was sold under it."""

from decimal import Decimal

import pytest

from posim_desktop.queries.sales.invoice_reading import TaxLine
from posim_desktop.ui.sales.till.totals_panel import tax_lines

_STATE = TaxLine("State", Decimal("5.5"), Decimal("1.90"), Decimal("0.10"))
_OF_GOODS_BACK = TaxLine("City", Decimal(1), Decimal(-100), Decimal(-1))
_OF_NO_PERCENT = TaxLine("Books", Decimal(0), Decimal(12), Decimal(0))
_OF_BACKORDERS = TaxLine("County", Decimal(2), Decimal(0), Decimal(0))


@pytest.mark.usefixtures("qapp")
def test_what_is_only_back_ordered_is_not_taxed_yet() -> None:
    lines = tax_lines((_STATE, _OF_BACKORDERS, _OF_GOODS_BACK, _OF_NO_PERCENT), inclusive=False)

    assert [caption for caption, _ in lines] == ["Tax State 5.5%", "Tax City 1%", "Tax Books 0%"]
