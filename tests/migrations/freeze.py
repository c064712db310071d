"""Writes down a filled shop of the program's present revision, on both databases, for later upgrades to be tested from.

Run it once when the tables have changed and are about to be delivered, and commit what it writes::

    cd tests && ../.venv/bin/python -m migrations.freeze
"""

import gzip
import json
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import psycopg
import sqlalchemy as sa

from migrations import busy_shop
from posim_desktop.orm import Base
from posim_desktop.orm.base import REVISION
from posim_desktop.services.database import open_engine
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url
from postgres_server import SHOP, PostgresServer, running_server

DUMPS = Path(__file__).parent / "dumps"

FIGURES = {
    "items: on hand, committed, on order": "SELECT code, on_hand, committed, on_order FROM items",
    "backorders: owed, received, canceled, waiting, filled": (
        "SELECT number, outstanding, received, canceled, waiting, filled FROM backorders"
    ),
    "invoices: total and lines": (
        "SELECT i.id, COALESCE(i.number, 0), i.status, i.total, COUNT(l.id), SUM(l.extension) "
        "FROM invoices i LEFT JOIN invoice_lines l ON l.invoice_id = i.id GROUP BY i.id, i.number, i.status, i.total"
    ),
    "tenders: paid": "SELECT kind, SUM(amount), SUM(change) FROM tenders GROUP BY kind",
    "taxes": "SELECT tax_code_id, SUM(taxable), SUM(tax) FROM invoice_taxes GROUP BY tax_code_id",
    "order lines: ordered, received, closed short, open": (
        "SELECT id, quantity, received, closed_short, still_open FROM purchase_order_lines"
    ),
    "allocations": "SELECT purchase_order_line_id, backorder_id, quantity FROM allocations",
    "receiving lines": "SELECT id, quantity, cost FROM receiving_lines",
    "stock ledger": "SELECT item_id, kind, SUM(quantity) FROM stock_ledger GROUP BY item_id, kind",
    "backorder events": "SELECT backorder_id, kind, SUM(quantity) FROM backorder_events GROUP BY backorder_id, kind",
    "audit": "SELECT COUNT(*), MAX(id) FROM audit_events",
    "running numbers": "SELECT name, value FROM counters",
}
"""What no upgrade may change, each asked in the words of the newest tables."""


def figures(engine: sa.Engine) -> dict[str, list[list[object]]]:
    """Read what no upgrade may change; sums are whole numbers on both databases."""
    found: dict[str, list[list[object]]] = {}
    with engine.connect() as connection:
        for name, statement in FIGURES.items():
            rows = connection.exec_driver_sql(statement).all()
            plain: list[list[object]] = [
                [each if each is None or isinstance(each, str) else int(each) for each in row] for row in rows
            ]
            found[name] = sorted(plain, key=str)
    return found


def revisions() -> list[str]:
    """List the revisions of which there is a frozen shop, the oldest first."""
    return sorted(file.name.split(".")[0] for file in DUMPS.glob("*.figures.json"))


def restore(revision: str, url: str) -> None:
    """Write a frozen shop into an empty database."""
    parts = sa.make_url(url)
    if parts.get_backend_name() == "sqlite":
        content = gzip.decompress((DUMPS / f"{revision}.sqlite.gz").read_bytes())
        Path(str(parts.database)).write_bytes(content)
        return
    statements = gzip.decompress((DUMPS / f"{revision}.postgresql.sql.gz").read_bytes()).decode()
    with psycopg.connect(parts.set(drivername="postgresql").render_as_string(hide_password=False)) as connection:
        connection.execute(statements.encode())


def freeze() -> None:
    """Make the shop on both databases and write down both, and the figures that they share."""
    with tempfile.TemporaryDirectory() as folder, running_server() as server, server.database() as database:
        file = Path(folder) / "shop.sqlite"
        told = [_made(url, Path(folder)) for url in (sqlite_url(file), server.url(database))]
        assert told[0] == told[1], "the two databases differ"
        _write(f"{REVISION}.sqlite.gz", _copied(file))
        _write(f"{REVISION}.postgresql.sql.gz", _dumped(server, database))
        (DUMPS / f"{REVISION}.figures.json").write_text(json.dumps(told[0], indent=1) + "\n", "utf-8")


def _made(url: str, folder: Path) -> dict[str, list[list[object]]]:
    migrate(url, folder)
    busy_shop.fill(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            assert connection.scalar(sa.select(sa.func.count()).select_from(table)), f"{table} is empty"
    told = figures(engine)
    engine.dispose()
    return told


def _copied(file: Path) -> bytes:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")
    return file.read_bytes()


def _dumped(server: PostgresServer, database: str) -> bytes:
    program = shutil.which("pg_dump")
    assert program, "pg_dump is needed"
    options = ("--no-owner", "--no-privileges", "--inserts", "--rows-per-insert=200")
    command = (program, f"--host={server.folder}", f"--username={SHOP}", *options, database)
    written = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # psql's own commands, which only psql understands, and the statement that leaves no search path behind
    kept = (line for line in written.splitlines(keepends=True) if not line.startswith("\\"))
    return "".join(kept).encode()


def _write(name: str, content: bytes) -> None:
    (DUMPS / name).write_bytes(gzip.compress(content, 9, mtime=0))


if __name__ == "__main__":
    freeze()
