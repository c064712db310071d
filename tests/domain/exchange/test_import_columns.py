"""Guide: "Import items and customers" — which column is which."""

import pytest

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.import_columns import (
    FileLayout,
    fields_of,
    find_columns,
    layout_of,
    parse_mapping,
)
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.why import Why

SALES = ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country")


def test_columns_are_guessed_from_the_names_other_programs_use() -> None:
    found = find_columns(
        ImportKind.ITEMS, ("SKU", "Product Name", "Retail", "Unit-Cost", "Qty on hand", "Supplier"), {}
    )

    assert found == {"code": 0, "description": 1, "price": 2, "cost": 3, "on_hand": 4, "vendor": 5}


def test_invoice_lines_are_told_from_lists() -> None:
    assert layout_of(find_columns(ImportKind.ITEMS, SALES, {})) is FileLayout.SALES
    assert layout_of(find_columns(ImportKind.CUSTOMERS, SALES, {})) is FileLayout.SALES
    assert layout_of(find_columns(ImportKind.ITEMS, ("code", "description", "quantity"), {})) is FileLayout.LIST


def test_what_was_told_wins_over_the_guess() -> None:
    found = find_columns(ImportKind.ITEMS, ("code", "old code", "description"), parse_mapping("code=old code"))

    assert found == {"code": 1, "description": 2}


def test_a_field_can_be_left_out() -> None:
    assert "cost" not in find_columns(ImportKind.ITEMS, ("code", "description", "cost"), parse_mapping("cost="))


def test_every_field_can_be_mapped_by_its_name() -> None:
    for kind in ImportKind:
        header = fields_of(kind)
        assert find_columns(kind, header, {}) == {field: place for place, field in enumerate(header)}


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        ("colour=code", Why.NO_SUCH_FIELD),
        ("code=Nummer", Why.NO_SUCH_COLUMN),
        ("code", Why.NOT_A_MAPPING),
        ("=code", Why.NOT_A_MAPPING),
        ("code=code,code=description", Why.FIELD_MAPPED_TWICE),
        ("code=twice", Why.COLUMN_NOT_UNIQUE),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(mapping: str, why: Why) -> None:
    with pytest.raises(RefusedError, match=why):
        find_columns(ImportKind.ITEMS, ("code", "description", "twice", "twice"), parse_mapping(mapping))


@pytest.mark.parametrize("kind", ImportKind)
def test_a_table_without_any_known_column_is_refused(kind: ImportKind) -> None:
    with pytest.raises(RefusedError, match=Why.NO_COLUMN_RECOGNIZED):
        find_columns(kind, ("foo", "bar"), {})
