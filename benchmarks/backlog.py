"""A shop with customers who wait: any number of backorders, made by the database itself, and copies to measure on."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

import psycopg
import sqlalchemy as sa

from benchmarks.shop import postgresql_shop, sqlite_shop
from posim_desktop.settings import sqlite_url

DATABASES = ("SQLite", "PostgreSQL")
RUNS = 5
AT = "2026-11-23 12:00:00.000000"
_LINES_OF_AN_INVOICE = 10


@contextmanager
def empty_shop(name: str) -> Iterator[str]:
    """Make a shop with an employee, a tax code and a customer on ``"SQLite"`` or ``"PostgreSQL"``."""
    with (sqlite_shop if name == "SQLite" else postgresql_shop)(1) as url:
        yield url


@contextmanager
def copy_of(url: str) -> Iterator[str]:
    """Copy a shop, so that each measurement finds it as it was; nobody may be connected to the original."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            copied = shutil.copyfile(parsed.database or "", Path(folder) / "shop.sqlite")
            yield sqlite_url(Path(copied))
        return
    name = f"copy_{uuid4().hex[:8]}"
    server = psycopg.connect(_conninfo(parsed.set(database="template1")), autocommit=True)
    server.execute(f"CREATE DATABASE {name} TEMPLATE {parsed.database}")
    try:
        yield parsed.set(database=name).render_as_string(hide_password=False)
    finally:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")
        server.close()


@contextmanager
def plain(url: str) -> Iterator[Any]:
    """Connect through the plain driver, durable as the program is; the caller begins and commits."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite":
        connection: Any = sqlite3.connect(parsed.database or "", isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
    else:
        connection = psycopg.connect(_conninfo(parsed))
    yield connection
    connection.close()


def _conninfo(url: sa.URL) -> str:
    return f"host={url.query['host']} port={url.query['port']} user=posim dbname={url.database}"


def fill(url: str, *, vendors: int, items: int, backorders: int, customers: int = 1000) -> None:
    """Give a shop vendors, items that prefer them, and a backorder of 2 units each time, spread over the items."""
    invoices = -(-backorders // _LINES_OF_AN_INVOICE)
    with plain(url) as connection:
        cursor = connection.cursor()
        for statement in (
            many_rows(
                "vendors",
                "code, name, contact, phone, email, account_number, address, notes, archived, version, search_text",
                "'V' || n, 'Vendor ' || n, '', '', '', '', '', '', false, 1, 'v'",
                vendors,
            ),
            many_rows(
                "customers",
                "code, name, company, phone, phone2, email, address, notes, created_at, archived, version, search_text",
                f"'K' || n, 'Customer ' || n, '', '', '', '', '', '', '{AT}', false, 1, 'k'",
                customers,
            ),
            many_rows(
                "items",
                "code, description, tax_code_id, preferred_vendor_id, vendor_item_number, price, cost, on_hand, "
                "committed, on_order, max_stock, min_stock, pack_quantity, stocked, notes, archived, version, "
                "search_text",
                f"'B' || n, 'Item ' || n, 1, 1 + n % {vendors}, '', 399, 15000, 1000, 0, 0, 5000, 0, 1000, true, '', "
                "false, 1, 'b'",
                items,
            ),
            many_rows(
                "invoices",
                "id, number, status, committed, origin, customer_id, employee_id, workstation, created_at, "
                "processed_at, tax_inclusive, subtotal, tax, total, rounding, bill_to, note, version, discount, "
                "discount_reason",
                f"n, NULL, 'working', false, 'sale', 2 + n % {customers}, 1, 'till', '{AT}', NULL, false, 0, 0, 0, "
                "0, '', '', 1, 0, ''",
                invoices,
            ),
            many_rows(
                "invoice_lines",
                "id, invoice_id, position, trans_code, item_id, description, quantity, unit_price, list_price, "
                "discount, discount_reason, tax_code_id, taxes, extension, sell_anyway, stocked, sale_discount",
                f"n, 1 + (n - 1) / {_LINES_OF_AN_INVOICE}, 1 + (n - 1) % {_LINES_OF_AN_INVOICE}, 'B', "
                f"2 + n % {items}, 'Item', 2000, 399, 399, 0, '', 1, '8.25 T', 0, false, true, 0",
                backorders,
            ),
            f"UPDATE invoices SET status = 'processed', number = id, processed_at = '{AT}'",
            many_rows(
                "backorders",
                "id, number, source_line_id, customer_id, item_id, ordered, received, canceled, outstanding, waiting, "
                "filled, unit_price, discount, tax_code_id, created_at, version",
                f"n, n, n, 2 + (1 + (n - 1) / {_LINES_OF_AN_INVOICE}) % {customers}, 2 + n % {items}, 2000, 0, 0, "
                f"2000, 0, 0, 399, 0, 1, '{AT}', 1",
                backorders,
            ),
            f"UPDATE counters SET value = {invoices} WHERE name = 'invoice'",
            f"UPDATE counters SET value = {backorders} WHERE name = 'backorder'",
        ):
            cursor.execute(statement)
        if not isinstance(connection, sqlite3.Connection):
            for table in ("invoices", "invoice_lines", "backorders"):
                cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT MAX(id) FROM {table}))")
            connection.commit()
            connection.autocommit = True
        connection.execute("ANALYZE")


def many_rows(table: str, columns: str, values: str, rows: int) -> str:
    """Write a statement that inserts as many rows; ``n`` in the values counts them from 1."""
    numbers = f"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {rows})"
    return f"INSERT INTO {table} ({columns}) {numbers} SELECT {values} FROM numbers"


def median_ms(
    database: str, copies: Callable[[], AbstractContextManager[str]], prepare: Callable[[str], Callable[[], object]]
) -> float:
    """Do something to a fresh copy a few times: CPU where the database is in the process, else the wall.

    Args:
        database: ``"SQLite"`` or ``"PostgreSQL"``.
        copies: Makes a copy.
        prepare: Given the copy's URL, returns what is timed.
    """
    clock = time.process_time if database == "SQLite" else time.perf_counter
    taken = []
    for _ in range(RUNS):
        with copies() as url:
            deed = prepare(url)
            start = clock()
            deed()
            taken.append((clock() - start) * 1000)
    return median(taken)
