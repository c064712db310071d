"""Two years of a busy shop for reports: invoices of five lines with taxes and tenders, made by the database itself."""

import sqlite3
from datetime import UTC, datetime

from benchmarks.backlog import AT, many_rows, plain

INVOICES, LINES = 200_000, 5
ITEMS, DEPARTMENTS, CUSTOMERS = 5_000, 20, 1_000
BEGAN = datetime(2024, 11, 24, tzinfo=UTC)
_SECONDS = 2 * 365 * 24 * 3600
_COSTS_OF_AN_ITEM = 4


def seed(url: str) -> None:
    """Give a shop invoices spread evenly over the two years up to the present of the benchmarks.

    One line in twenty takes goods back, a third of the sales name no customer, and each item had four costs.
    """
    with plain(url) as connection:
        on_sqlite = isinstance(connection, sqlite3.Connection)
        cursor = connection.cursor()
        if on_sqlite:
            cursor.execute("BEGIN IMMEDIATE")
        for statement in (*_cards(), *_documents(on_sqlite=on_sqlite)):
            cursor.execute(statement)
        if not on_sqlite:
            for table in ("invoices", "invoice_lines"):
                cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT MAX(id) FROM {table}))")
        connection.commit()
        if on_sqlite:
            connection.execute("ANALYZE")
        else:
            connection.autocommit = True
            connection.execute("VACUUM ANALYZE")


def _cards() -> tuple[str, ...]:
    return (
        many_rows(
            "departments", "code, name, archived, version", "'D' || n, 'Department ' || n, false, 1", DEPARTMENTS
        ),
        many_rows(
            "customers",
            "code, name, company, phone, phone2, email, address, notes, created_at, archived, version, search_text",
            f"'K' || n, 'Customer ' || n, '', '', '', '', '', '', '{AT}', false, 1, 'k'",
            CUSTOMERS,
        ),
        many_rows(
            "items",
            "code, description, tax_code_id, department_id, vendor_item_number, price, cost, on_hand, committed, "
            "on_order, max_stock, min_stock, pack_quantity, stocked, notes, archived, version, search_text",
            f"'B' || n, 'Item ' || n, 1, 1 + n % {DEPARTMENTS}, '', 399, 15000, 1000, 0, 0, 5000, 0, 1000, true, '', "
            "false, 1, 'b'",
            ITEMS,
        ),
    )


def _documents(*, on_sqlite: bool) -> tuple[str, ...]:
    invoices = INVOICES
    step = _SECONDS // (invoices + 1)
    costs = _COSTS_OF_AN_ITEM * ITEMS
    return (
        many_rows(
            "item_costs",
            "item_id, cost, employee_id, at",
            f"2 + (n - 1) % {ITEMS}, 15000 + n % 700, 1, {_moment(_SECONDS // costs, on_sqlite=on_sqlite)}",
            costs,
        ),
        many_rows(
            "invoices",
            "id, number, status, committed, origin, customer_id, employee_id, workstation, created_at, processed_at, "
            "tax_inclusive, subtotal, tax, total, rounding, bill_to, note, version, discount, discount_reason",
            f"n, NULL, 'working', false, 'sale', CASE WHEN n % 3 = 0 THEN NULL ELSE 2 + n % {CUSTOMERS} END, 1, "
            f"'till', '{AT}', NULL, false, {_subtotal()}, {_tax()}, {_subtotal()} + {_tax()}, 0, '', '', 1, 0, ''",
            invoices,
        ),
        many_rows(
            "invoice_lines",
            "id, invoice_id, position, trans_code, item_id, description, quantity, unit_price, list_price, "
            "discount, discount_reason, tax_code_id, taxes, extension, sell_anyway, stocked, sale_discount",
            f"n, 1 + (n - 1) / {LINES}, 1 + (n - 1) % {LINES}, CASE WHEN n % 20 = 0 THEN 'R' ELSE 'S' END, "
            f"2 + n % {ITEMS}, 'Item', 1000, 399, 399, 0, '', 1, '8.25 T', CASE WHEN n % 20 = 0 THEN -399 ELSE 399 "
            "END, false, true, 0",
            invoices * LINES,
        ),
        many_rows(
            "invoice_taxes",
            "invoice_id, position, tax_code_id, name, rate, taxable, tax",
            f"n, 1, 1, 'T', 82500, {_subtotal()}, {_tax()}",
            invoices,
        ),
        many_rows(
            "tenders",
            "invoice_id, position, kind, amount, change, type_id, name, reference, opens_drawer, gives_change, rounds",
            f"n, 1, 'cash', {_subtotal()} + {_tax()} + 20, 20, 1, 'Cash', '', true, true, true",
            invoices,
        ),
        "UPDATE invoices SET status = 'processed', number = id, processed_at = "
        + _moment(step, on_sqlite=on_sqlite, count="id"),
        f"UPDATE counters SET value = {invoices} WHERE name = 'invoice'",
    )


def _subtotal() -> str:
    """What the lines of invoice n come to: each fourth has taken one of the five back."""
    return "(CASE WHEN n % 4 = 0 THEN 1197 ELSE 1995 END)"


def _tax() -> str:
    return "(CASE WHEN n % 4 = 0 THEN 99 ELSE 165 END)"


def _moment(step: int, *, on_sqlite: bool, count: str = "n") -> str:
    if on_sqlite:
        return f"strftime('%Y-%m-%d %H:%M:%S.000000', '{BEGAN:%Y-%m-%d}', '+' || ({count} * {step}) || ' seconds')"
    return f"timestamptz '{BEGAN:%Y-%m-%d}T00:00+00' + {count} * {step} * interval '1 second'"
