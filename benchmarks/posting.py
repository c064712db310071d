"""Post a five-line invoice with one B line, against the same rows written by hand in one durable transaction.

The floor writes through the plain driver: operation, tenders, taxes, stock ledger, quantities on hand, backorder,
numbers, audit with its digest, and the invoice itself.
"""

import hashlib
import sqlite3
import time
import uuid
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from statistics import median
from typing import Any

from benchmarks.backlog import plain
from benchmarks.shop import NOW, as_json, postgresql_shop, sqlite_shop
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm.base import REVISION
from posim_desktop.services.database import open_engine
from posim_desktop.services.sales import invoices, posting
from posim_desktop.services.transaction import Transactor

ROUNDS = 120
_TOTAL = Decimal("17.28")
Post = Callable[[int], None]


def measure() -> list[tuple[str, float, float, str]]:
    """Return rows of (what, milliseconds of CPU, ratio to the floor, bar)."""
    rows = []
    for name, make, bar in (("SQLite", sqlite_shop, 3.0), ("PostgreSQL", postgresql_shop, 2.0)):
        with make(200) as url:
            ours, floor = _race(url)
            rows.append((f"post a 5-line invoice, {name}", ours, ours / floor, f"≤ {bar}×"))
    return rows


def _race(url: str) -> tuple[float, float]:
    engine = open_engine(url)
    transactor = Transactor(engine, lambda: NOW)
    on_wall = engine.dialect.name != "sqlite"
    drafts = iter([_draft(transactor) for _ in range(2 * ROUNDS + 20)])
    ours_times, floor_times = [], []
    with plain(url) as connection:
        floor = _floor(connection)
        for _ in range(10):
            _program(transactor)(next(drafts))
            floor(next(drafts))
        for _ in range(ROUNDS):
            ours_times.append(_timed(_program(transactor), next(drafts), on_wall=on_wall))
            floor_times.append(_timed(floor, next(drafts), on_wall=on_wall))
    engine.dispose()
    return median(ours_times), median(floor_times)


def _timed(post: Post, invoice_id: int, *, on_wall: bool) -> float:
    """Measure CPU where the database runs in the process, and the wall where it is a server's work too."""
    clock = time.perf_counter if on_wall else time.process_time
    start = clock()
    post(invoice_id)
    return (clock() - start) * 1000


def _draft(transactor: Transactor) -> int:
    def do(verb: Any) -> int:  # noqa: ANN401
        return transactor.run(verb, key=uuid.uuid4(), employee_id=1, workstation="till").record_id

    lines = tuple(
        invoices.NewLine(item, Decimal("1.000"), TransCode.BACKORDER if item == 5 else TransCode.SALE)  # noqa: PLR2004
        for item in range(1, 6)
    )
    invoice_id = do(partial(invoices.add_items, invoice_id=None, lines=lines))
    return do(partial(invoices.set_customer, invoice_id=invoice_id, customer_id=1))


def _program(transactor: Transactor) -> Post:
    def post(invoice_id: int) -> None:
        tenders = (Tender(TenderKind.CASH, _TOTAL),)
        verb = partial(posting.post, invoice_id=invoice_id, tenders=tenders, expected_total=_TOTAL)
        transactor.run(verb, key=uuid.uuid4(), employee_id=1, workstation="till")

    return post


def _floor(connection: Any) -> Post:  # noqa: ANN401 - of either driver
    is_sqlite = isinstance(connection, sqlite3.Connection)

    def post(invoice_id: int) -> None:
        if is_sqlite:
            connection.execute("BEGIN IMMEDIATE")
            _write_by_hand(connection.cursor(), invoice_id, "?", NOW.replace(tzinfo=None).isoformat(" "))
            connection.execute("COMMIT")
            return
        _write_by_hand(connection.cursor(), invoice_id, "%s", NOW)
        connection.commit()

    return post


def _write_by_hand(cursor: Any, invoice_id: int, mark: str, at: Any) -> None:  # noqa: ANN401
    def run(statement: str, *values: object) -> Any:  # noqa: ANN401
        return cursor.execute(statement.replace("?", mark), values)

    def many(statement: str, rows: list[tuple[object, ...]]) -> None:
        cursor.executemany(statement.replace("?", mark), rows)

    lock = " FOR UPDATE" if mark != "?" else ""
    key = str(uuid.uuid4())
    run(
        "INSERT INTO operations (key, fingerprint, employee_id, workstation, changes, at, revision) "
        "VALUES (?,?,?,?,?,?,?)",
        *(key, "f" * 64, 1, "till", "", at, REVISION),
    )
    run(f"SELECT * FROM invoices WHERE id = ?{lock}", invoice_id).fetchone()
    lines = run(
        "SELECT id, item_id, trans_code, quantity FROM invoice_lines WHERE invoice_id = ? ORDER BY position", invoice_id
    ).fetchall()
    run(f"SELECT id, on_hand, committed FROM items WHERE id IN (1,2,3,4,5) ORDER BY id{lock}").fetchall()
    run(
        "INSERT INTO tenders (invoice_id, position, kind, amount, change, type_id, name, reference, opens_drawer, "
        "gives_change, rounds) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        *(invoice_id, 1, "cash", 1728, 0, 1, "Cash", "", True, True, True),
    )
    run(
        "INSERT INTO invoice_taxes (invoice_id, position, tax_code_id, name, rate, taxable, tax) "
        "VALUES (?,?,?,?,?,?,?)",
        *(invoice_id, 1, 1, "T", 82500, 1596, 132),
    )
    sold = [line for line in lines if line[2] == "S"]
    many(
        "INSERT INTO stock_ledger (item_id, kind, quantity, invoice_line_id, employee_id, reason, at) "
        "VALUES (?,?,?,?,?,?,?)",
        [(item, "sale", -quantity, line, 1, "", at) for line, item, _, quantity in sold],
    )
    many("UPDATE items SET on_hand = on_hand - ? WHERE id = ?", [(quantity, item) for _, item, _, quantity in sold])
    take = "UPDATE counters SET value = value + 1 WHERE name = ? RETURNING value"
    number = run(take, "backorder").fetchone()[0]
    owed = lines[-1]
    run(
        "INSERT INTO backorders (number, source_line_id, customer_id, item_id, ordered, received, canceled, "
        "outstanding, waiting, filled, unit_price, discount, tax_code_id, created_at, version) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        *(number, owed[0], 1, 5, 1000, 0, 0, 1000, 0, 0, 399, 0, 1, at, 1),
    )
    run("SELECT name, company, address FROM customers WHERE id = ?", 1).fetchone()
    number = run(take, "invoice").fetchone()[0]
    run(
        "UPDATE invoices SET number = ?, status = 'processed', processed_at = ?, opened_at = NULL, "
        "open_workstation = NULL, employee_id = 1, workstation = 'till',"
        " subtotal = 1596, tax = 132, total = 1728, bill_to = 'Lee', version = version + 1 WHERE id = ?",
        *(number, at, invoice_id),
    )
    number = run(take, "audit").fetchone()[0]
    last = run("SELECT digest FROM audit_events WHERE id = ?", number - 1).fetchone()
    after = as_json({"number": number, "total": "17.28", "backorders": [number]})
    digest = hashlib.sha256(f"{last}{after}".encode()).hexdigest()
    run(
        "INSERT INTO audit_events (id, at, workstation, employee_id, action, record_kind, record_id, before, after, "
        "reason, digest) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        *(number, at, "till", 1, "post invoice", "invoice", invoice_id, "{}", after, "", digest),
    )
    run("UPDATE operations SET result = ?, changes = ? WHERE key = ?", invoice_id, "[]", key)
