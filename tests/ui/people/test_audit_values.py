"""Every field of every event is read in words and figures of the shop, whatever wrote it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from posim_desktop.domain.audit_fields import referred
from posim_desktop.domain.changes import Record
from posim_desktop.orm import AuditEvent
from posim_desktop.queries.people import audit
from posim_desktop.queries.people.audit import AuditDetails, Known, Names
from posim_desktop.services.database import open_engine
from posim_desktop.services.exchange import demo
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url
from posim_desktop.ui import formatting
from posim_desktop.ui.people.audit_values import LABELS, FieldRow, field_rows
from posim_desktop.ui.people.audit_words import record_words

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


def rows_of(after: dict[str, Any], names: Names | None = None, before: dict[str, Any] | None = None) -> list[FieldRow]:
    return field_rows(
        AuditDetails(1, NOW, "till 1", 1, "post invoice", Record.INVOICE, 1, before or {}, after, "", names or {})
    )


def words_of(after: dict[str, Any], names: Names | None = None) -> list[tuple[str, str]]:
    return [(row.label, row.after) for row in rows_of(after, names)]


@pytest.fixture
def _german() -> Iterator[None]:
    formatting.use_store_format("de_DE", "Europe/Berlin")
    yield
    formatting.use_store_format("en_US", "UTC")


def test_money_costs_and_quantities_are_written_as_elsewhere() -> None:
    after = {"total": "1234.50", "cost": "1.2345", "quantity": "2.000", "discount_percent": "10.0000"}
    assert words_of(after) == [
        ("Quantity", "2"),
        ("Discount %", "10"),
        ("Total", "1,234.50"),
        ("Cost", "1.2345"),
    ]


@pytest.mark.usefixtures("_german")
def test_a_german_shop_reads_a_comma() -> None:
    assert words_of({"total": "1234.50"}) == [("Total", "1.234,50")]


def test_ids_are_read_as_the_records_that_they_name() -> None:
    names = {
        (Record.ITEM, 7): Known(None, "KETTLE"),
        (Record.BACKORDER, 3): Known(12, ""),
        (Record.CUSTOMER, 4): Known(None, "Lee"),
        (Record.INVOICE, 5): Known(None, ""),
        (Record.INVOICE, 6): Known(31, ""),
    }
    after = {
        "item_id": 7,
        "invoices": [5, 6],
        "items": {"7": "2.000", "8": "1.000"},
        "filled": {"3": "1.000"},
        "allocations": [[1, 3, "2.000"]],
        "set_aside_for": [[4, 5, "1.500"], [None, 6, "1"]],
    }
    assert words_of(after, names) == [
        ("Item", "KETTLE"),
        ("Invoices made", "(not posted); 31"),
        ("Allocated", "Backorder 12: 2"),
        ("Items", "KETTLE: 2; (deleted): 1"),
        ("Backorders filled", "12: 1"),
        ("Set aside for", "Customer Lee, Invoice (not posted): 1.5; Invoice 31: 1"),
    ]
    assert rows_of(after, names)[0].after_link == (Record.ITEM, 7)
    assert referred("items", 2) == set(), "how many, and no item's id"


def test_a_number_of_items_is_no_item() -> None:
    assert words_of({"items": 7}, {(Record.ITEM, 7): Known(None, "KETTLE")}) == [("Items", "7")]


def test_a_long_list_says_how_much_is_left_out() -> None:
    assert words_of({"backorders": list(range(1, 15))})[0][1].endswith("12; 2 more")


def test_yes_no_nothing_and_what_nobody_knows() -> None:
    after = {"archived": True, "warn_out_of_stock": False, "department_id": None, "colour": "red", "approved_by": 4}
    assert words_of(after) == [
        ("Department", ""),
        ("Archived", "Yes"),
        ("Warn when out of stock", "No"),
        ("colour", "red"),
    ]


def test_a_record_is_named_with_its_kind() -> None:
    assert record_words(Record.PURCHASE_ORDER, Known(4, "")) == "Purchase order 4"
    assert record_words(Record.PREFERENCE, None) == "Preferences"
    assert record_words(Record.ITEM, None) == "Item (deleted)"
    assert record_words("role_card", None) == "role card"


def test_all_that_the_demo_shop_did_is_read_in_words(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "demo.sqlite")
    migrate(url, tmp_path)
    engine = open_engine(url)
    demo.make(engine, NOW)
    with engine.connect() as connection:
        events = [audit.details(connection, number) for number in connection.scalars(sa.select(AuditEvent.id))]
    engine.dispose()
    assert len(events) > 100
    for event in events:
        assert event is not None
        assert {*event.before, *event.after} - set(LABELS) - {"version", "approved_by"} == set()
        for row in field_rows(event):
            assert not any(sign in row.before + row.after for sign in "{}[]"), (event.action, row)
            assert "(deleted)" not in row.after


def test_what_a_role_may_and_what_was_approved_is_read_in_words() -> None:
    role = {"permissions": ["discount", "pay out"], "most_discount": "10.0000", "most_paid_out": "50.00"}
    assert words_of(role) == [
        ("May", "Give discounts; Pay money out"),
        ("Largest discount %", "10"),
        ("Most paid out for one invoice", "50.00"),
    ]
    approval = {"permissions": ["discount", "sell set aside"], "extents": ["20", None], "operation": "1f"}
    assert words_of(approval) == [
        ("May", "Give discounts; Sell goods that are set aside"),
        ("Up to (percent, or money)", "20"),
    ]
