"""Databases to measure on: a migrated shop with items, a customer and an employee, made with few statements."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import sqlalchemy as sa

from posim_desktop.domain.folding import search_key
from posim_desktop.domain.tax import Tax
from posim_desktop.orm import Customer, Employee, Item, Pin, TaxCode
from posim_desktop.services.database import for_writing, open_engine
from posim_desktop.services.people import pin_hashes
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
_NO_STOCK = Decimal("0.000")


@contextmanager
def sqlite_shop(items: int) -> Iterator[str]:
    """Make a SQLite shop in a temporary folder and yield its URL."""
    with tempfile.TemporaryDirectory() as folder:
        url = sqlite_url(Path(folder) / "shop.sqlite")
        _fill(url, Path(folder), items)
        yield url


@contextmanager
def postgresql_shop(items: int) -> Iterator[str]:
    """Make a PostgreSQL shop on a server of its own (durable as delivered) and yield its URL.

    Raises:
        FileNotFoundError: PostgreSQL's programs are not installed.
    """
    programs = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="posim-bench-"))
    shutil.chown(folder, "postgres", "postgres")

    def as_postgres(*command: str) -> None:
        subprocess.run(command, check=True, user="postgres", group="postgres", cwd=folder, stdout=subprocess.DEVNULL)

    as_postgres(str(programs / "initdb"), "-D", str(folder / "data"), "-A", "trust", "-U", "posim")
    options = f"-p 5599 -k {folder} -c listen_addresses="
    control = str(programs / "pg_ctl")
    as_postgres(control, "-D", str(folder / "data"), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        url = f"postgresql+psycopg://posim@/postgres?host={folder}&port=5599"
        _fill(url, folder, items)
        yield url
    finally:
        as_postgres(control, "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _fill(url: str, folder: Path, items: int) -> None:
    migrate(url, folder)
    engine = open_engine(url)
    with for_writing(engine).begin() as connection:
        connection.execute(
            sa.insert(Employee),
            [{"code": "ana", "name": "Ana", "role": "owner", "archived": False, "version": 1}],
        )
        connection.execute(sa.insert(Pin), [{"employee_id": 1, "pin_hash": pin_hashes.make("2580"), "failures": 0}])
        connection.execute(
            sa.insert(TaxCode),
            [{"code": "T", "name": "Tax", "taxes": (Tax("T", Decimal("8.25")),), "archived": False, "version": 1}],
        )
        connection.execute(sa.insert(Customer), [_customer()])
        connection.execute(sa.insert(Item), [_item(number) for number in range(1, items + 1)])
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()


def add_items(url: str, upto: int) -> None:
    """Put more items on file, numbered from 2."""
    engine = open_engine(url)
    with for_writing(engine).begin() as connection:
        connection.execute(sa.insert(Item), [_item(number) for number in range(2, upto + 1)])
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()


def _customer() -> dict[str, object]:
    blank = dict.fromkeys(("company", "phone", "phone2", "email", "address", "notes"), "")
    return blank | {
        "code": "C00001",
        "name": "Lee",
        "created_at": NOW,
        "archived": False,
        "version": 1,
        "search_text": "lee",
    }


def _item(number: int) -> dict[str, object]:
    code = f"I{number:06d}"
    return {
        "code": code,
        "description": f"Item number {number}",
        "tax_code_id": 1,
        "vendor_item_number": "",
        "stocked": True,
        "price": Decimal("3.99"),
        "cost": Decimal("1.5000"),
        "on_hand": Decimal("999999.000"),
        "committed": _NO_STOCK,
        "on_order": _NO_STOCK,
        "max_stock": _NO_STOCK,
        "min_stock": _NO_STOCK,
        "pack_quantity": Decimal("1.000"),
        "notes": "",
        "archived": False,
        "version": 1,
        "search_text": search_key(code, f"Item number {number}"),
    }


def as_json(values: object) -> str:
    """Write a value as the program's audit does."""
    return json.dumps(values, sort_keys=True)
