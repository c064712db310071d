"""Import a price list, against the same rows written by hand.

The floor reads the file with the csv module, knows its columns and checks nothing. It writes, with ``executemany``
through the plain driver: items with what they are found by, barcodes, what is tied to the import, and the audit with
its digests.
"""

import csv
import hashlib
import io
import sqlite3
import time
import uuid
from collections.abc import Sequence
from functools import partial

from benchmarks.backlog import plain
from benchmarks.shop import NOW, as_json, sqlite_shop
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.services.database import open_engine
from posim_desktop.services.exchange.import_files import ImportOptions, read_file
from posim_desktop.services.exchange.imports import bring_in, plan_import
from posim_desktop.services.transaction import Transactor

ROWS = 100_000
_NO_DIGEST = "0" * 64
_ITEM = (
    *("code", "description", "vendor_item_number", "price", "cost", "on_hand", "committed", "on_order", "max_stock"),
    *("min_stock", "pack_quantity", "stocked", "notes", "archived", "version", "search_text"),
)
_EVENT = (
    *("id", "at", "workstation", "employee_id", "action", "record_kind", "record_id", "before", "after", "reason"),
    "digest",
)


def measure() -> list[tuple[str, float, float, str]]:
    """Return a row of (what, milliseconds of CPU, ratio to the floor, bar)."""
    data = _file()
    with sqlite_shop(1) as url:
        start = time.process_time()
        _program(url, data)
        ours = time.process_time() - start
    with sqlite_shop(1) as url, plain(url) as connection:
        start = time.process_time()
        _by_hand(connection, data)
        floor = time.process_time() - start
    return [(f"import {ROWS:,} items, SQLite", ours * 1000, ours / floor, "≤ 3.0×")]


def _file() -> bytes:
    rows = (
        f"A{number:06d},Item number {number} of the shop,{number % 100}.50,{number % 50}.25,{20000000000 + number}"
        for number in range(ROWS)
    )
    return "\n".join(("sku,name,price,cost,barcode", *rows)).encode()


def _program(url: str, data: bytes) -> None:
    engine = open_engine(url)
    options = ImportOptions()
    reading = read_file(data, "prices.csv", ImportKind.ITEMS, options)
    with engine.connect() as connection:
        plan = plan_import(connection, reading, options)
    verb = partial(bring_in, plan=plan)
    Transactor(engine, lambda: NOW).run(verb, key=uuid.uuid4(), employee_id=1, workstation="till")
    engine.dispose()


def _by_hand(connection: sqlite3.Connection, data: bytes) -> None:
    rows = list(csv.reader(io.StringIO(data.decode())))[1:]
    at = NOW.replace(tzinfo=None).isoformat(" ")
    connection.execute("BEGIN IMMEDIATE")
    items = [
        (sku, name, "", _scaled(price, 2), _scaled(cost, 4), 0, 0, 0, 0, 0, 1000, 1, "", 0, 1, f"{sku} {name}".lower())
        for sku, name, price, cost, _ in rows
    ]
    _insert(connection, "items", _ITEM, items)
    ids = dict(connection.execute("SELECT code, id FROM items").fetchall())
    barcodes = [(ids[row[0]], row[4], row[4].zfill(14), 1000) for row in rows]
    _insert(connection, "barcodes", ("item_id", "barcode", "form", "quantity"), barcodes)
    connection.execute(
        "INSERT INTO imports (id, kind, file_name, made, changed, refused, noted, workstation, at) "
        "VALUES (1, 'items', 'prices.csv', ?, 0, 0, 0, 'till', ?)",
        (len(rows), at),
    )
    tied = [(1, "item", ids[row[0]], 1, 0, "", "") for row in rows]
    _insert(
        connection,
        "imported_cards",
        ("import_id", "record_kind", "record_id", "made", "moved", "before", "after"),
        tied,
    )
    digest, events = _NO_DIGEST, []
    first = connection.execute("SELECT value FROM counters WHERE name = 'audit'").fetchone()[0]
    for number, (sku, name, price, cost, barcode) in enumerate(rows, first + 1):
        after = as_json({"code": sku, "description": name, "price": price, "cost": cost, "barcodes": [barcode]})
        event = (number, at, "till", 1, "add item", "item", ids[sku], "{}", after, "")
        content = as_json(dict(zip(_EVENT, event, strict=False)))
        digest = hashlib.sha256(f"{digest}{content}".encode()).hexdigest()
        events.append((*event, digest))
    _insert(connection, "audit_events", _EVENT, events)
    connection.execute("UPDATE counters SET value = ? WHERE name = 'audit'", (first + len(rows),))
    connection.execute("COMMIT")


def _scaled(figure: str, places: int) -> int:
    whole, _, part = figure.partition(".")
    return int(whole + part.ljust(places, "0"))


def _insert(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Sequence[tuple[object, ...]]
) -> None:
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
