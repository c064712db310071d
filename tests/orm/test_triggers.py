# ruff: noqa: S608 - statements of constants of this module
"""D1 and D4 are kept by the database itself, whoever writes to it."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from agreement import disagreements
from ordering_seed import orders, sends, vendor_on_file
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.services.backorders import backorders, wants
from posim_desktop.services.database import for_writing, snapshot
from posim_desktop.services.records import approval_rows, serial_rows
from posim_desktop.services.sales import invoices, posting
from posim_desktop.services.sales.invoices import LineEdit
from posim_desktop.services.session import Stamp
from posim_desktop.services.transaction import action_of
from seeding import CASH, OPENING_DAY, Till, add_customer, add_employee, add_tax_code, open_till

PROCESSED = "(SELECT id FROM invoices WHERE status = 'processed')"
WORKING = "(SELECT id FROM invoices WHERE status = 'working')"
SENT = "(SELECT id FROM purchase_orders WHERE status = 'processed')"
ORDERING = "(SELECT id FROM purchase_orders WHERE status = 'working')"
NEVER = "never change"
GROWS = "rows here are only ever added"
LINES, HEADS = "orders keep their lines", "orders keep their heads"
PROMISE = "backorders keep their customer and quantity"
WISH = "wants keep their customer and date"
DONE = "finished operations never change"
NUMBERS = "running numbers never go down"
APPROVED = "approvals never change"

ATTACKS = {
    f"UPDATE invoices SET note = 'x' WHERE id = {PROCESSED}": NEVER,
    f"UPDATE invoices SET status = 'working', number = NULL, processed_at = NULL WHERE id = {PROCESSED}": NEVER,
    f"DELETE FROM invoices WHERE id = {PROCESSED}": NEVER,
    f"UPDATE invoice_lines SET description = 'x' WHERE invoice_id = {PROCESSED}": NEVER,
    f"UPDATE invoice_lines SET invoice_id = {WORKING}, position = 9 WHERE invoice_id = {PROCESSED}": NEVER,
    f"UPDATE invoice_lines SET invoice_id = {PROCESSED}, position = 9 WHERE invoice_id = {WORKING}": NEVER,
    f"DELETE FROM invoice_lines WHERE invoice_id = {PROCESSED}": NEVER,
    f"""INSERT INTO invoice_lines (id, invoice_id, position, trans_code, item_id, description, quantity,
        unit_price, discount, taxes, tax_code_id, extension, sell_anyway, stocked, list_price, discount_reason)
        SELECT 900, invoice_id, 9, trans_code, item_id, description, quantity, unit_price, discount, taxes, tax_code_id,
        extension, sell_anyway, stocked, list_price, discount_reason
        FROM invoice_lines WHERE position = 1 AND invoice_id = {PROCESSED}""": NEVER,
    f"""INSERT INTO line_approvals (invoice_id, line_id, permission, employee_id)
        SELECT invoice_id, id, 'discount', 1 FROM invoice_lines WHERE invoice_id = {PROCESSED}""": NEVER,
    "UPDATE tenders SET amount = amount + 1": NEVER,
    "DELETE FROM tenders": NEVER,
    f"""INSERT INTO tenders (id, invoice_id, position, kind, amount, change)
        VALUES (9, {PROCESSED}, 9, 'cash', 0, 0)""": NEVER,
    "UPDATE invoice_taxes SET tax = tax + 1": NEVER,
    "DELETE FROM invoice_taxes": NEVER,
    """INSERT INTO invoice_taxes (id, invoice_id, tax_code_id, rate, taxable, tax)
       SELECT 900, invoice_id, tax_code_id, 1, 0, 0 FROM invoice_taxes""": NEVER,
    "UPDATE stock_ledger SET quantity = quantity - 1": GROWS,
    "DELETE FROM stock_ledger": GROWS,
    "UPDATE backorder_events SET reason = 'x'": GROWS,
    "DELETE FROM backorder_events": GROWS,
    "UPDATE allocation_events SET after = after + 1": GROWS,
    "DELETE FROM allocation_events": GROWS,
    "UPDATE audit_events SET reason = 'x'": GROWS,
    "DELETE FROM audit_events": GROWS,
    "UPDATE purchase_orders SET vendor_id = vendor_id + 1 WHERE number = 1": HEADS,
    "UPDATE purchase_orders SET processed_at = created_at WHERE number = 1": HEADS,
    "UPDATE purchase_orders SET status = 'working', number = NULL, processed_at = NULL WHERE number = 1": HEADS,
    "DELETE FROM purchase_orders WHERE number = 1": HEADS,
    "UPDATE purchase_order_lines SET cost = cost + 1": LINES,
    "UPDATE purchase_order_lines SET description = 'x'": LINES,
    f"UPDATE purchase_order_lines SET changed = 1, still_open = still_open + 1 WHERE purchase_order_id = {SENT}": LINES,
    f"UPDATE purchase_order_lines SET quantity = quantity + 1 WHERE purchase_order_id = {SENT}": LINES,
    f"UPDATE purchase_order_lines SET purchase_order_id = {SENT}, position = 9 WHERE purchase_order_id = {ORDERING}": (
        LINES
    ),
    "UPDATE backorders SET customer_id = customer_id + 1": PROMISE,
    "UPDATE backorders SET ordered = ordered + 1000, outstanding = outstanding + 1000": PROMISE,
    "UPDATE backorders SET unit_price = unit_price + 1": PROMISE,
    "UPDATE backorders SET number = 7": PROMISE,
    "DELETE FROM backorders": PROMISE,
    "UPDATE backorders SET wanted_at = created_at": PROMISE,
    "UPDATE wants SET customer_id = customer_id + 1": WISH,
    "UPDATE wants SET wanted_at = '2027-01-01 00:00:00'": WISH,
    "UPDATE wants SET dropped_at = NULL, dropped_by = NULL": WISH,
    "DELETE FROM wants": WISH,
    "UPDATE operations SET result = 5": DONE,
    "UPDATE operations SET fingerprint = 'x'": DONE,
    "DELETE FROM operations": DONE,
    "UPDATE counters SET value = value - 1 WHERE name = 'invoice'": NUMBERS,
    "UPDATE counters SET name = 'x' WHERE name = 'invoice'": NUMBERS,
    "DELETE FROM counters": NUMBERS,
}

ATTACKS |= {
    f"UPDATE approvals SET {column} = {value}": APPROVED
    for column, value in (
        ("operation", "'x'"),
        ("permission", "'pay out'"),
        ("extent", "extent + 1"),
        ("quantity", "quantity + 1"),
        ("approver_id", "2"),
        ("employee_id", "1"),
        ("at", "'2027-01-01 00:00:00'"),
        ("used", "FALSE"),
    )
}
ATTACKS |= {
    "DELETE FROM approvals": APPROVED,
    f"UPDATE line_approvals SET employee_id = 2 WHERE invoice_id = {PROCESSED}": NEVER,
    f"UPDATE line_approvals SET invoice_id = {WORKING} WHERE invoice_id = {PROCESSED}": NEVER,
    f"DELETE FROM line_approvals WHERE invoice_id = {PROCESSED}": NEVER,
    f"UPDATE invoice_serials SET serial = 'x' WHERE invoice_id = {PROCESSED}": NEVER,
    f"UPDATE invoice_serials SET invoice_id = {WORKING} WHERE invoice_id = {PROCESSED}": NEVER,
    f"DELETE FROM invoice_serials WHERE invoice_id = {PROCESSED}": NEVER,
    """INSERT INTO invoice_serials (id, invoice_id, line_id, serial, form, vouched)
        SELECT 900, invoice_id, line_id, 'x', 'x', vouched FROM invoice_serials""": NEVER,
}

REPLACED = {
    "approvals": APPROVED,
    "line_approvals": NEVER,
    "invoice_serials": NEVER,
    "invoices": NEVER,
    "invoice_lines": NEVER,
    "invoice_taxes": NEVER,
    "tenders": NEVER,
    "purchase_orders": HEADS,
    "purchase_order_lines": LINES,
    "backorders": PROMISE,
    "wants": WISH,
    "operations": DONE,
    "counters": NUMBERS,
    "stock_ledger": GROWS,
    "backorder_events": GROWS,
    "allocation_events": GROWS,
    "audit_events": GROWS,
}
REPLACING = {
    f"UPDATE OR REPLACE invoices SET id = {PROCESSED} WHERE id = {WORKING}": NEVER,
    f"UPDATE OR REPLACE invoices SET number = 1 WHERE id = {WORKING}": NEVER,
    f"""UPDATE OR REPLACE invoice_lines SET id = (SELECT MIN(id) FROM invoice_lines WHERE invoice_id = {PROCESSED})
        WHERE invoice_id = {WORKING}""": NEVER,
    """INSERT OR REPLACE INTO operations (key, fingerprint, workstation, changes, at, revision)
       SELECT key, 'x', 'x', '[]', at, revision FROM operations WHERE id = 1""": DONE,
    "INSERT OR REPLACE INTO counters (name, value) VALUES ('invoice', 0)": NUMBERS,
    "REPLACE INTO stock_ledger SELECT * FROM stock_ledger WHERE id = 1": GROWS,
    # A row of SQLite goes by other names besides its key, and UPDATE OF its key does not hear of them.
    f"UPDATE OR REPLACE invoices SET rowid = {PROCESSED} WHERE id = {WORKING}": NEVER,
    f"""UPDATE OR REPLACE invoice_lines SET _rowid_ = (
        SELECT MIN(id) FROM invoice_lines WHERE invoice_id = {PROCESSED}) WHERE invoice_id = {WORKING}""": NEVER,
    f"UPDATE OR REPLACE purchase_orders SET oid = {SENT} WHERE id = {ORDERING}": HEADS,
    f"""UPDATE OR REPLACE purchase_order_lines SET rowid = (
        SELECT id FROM purchase_order_lines WHERE purchase_order_id = {SENT})
        WHERE purchase_order_id = {ORDERING}""": LINES,
    f"UPDATE purchase_order_lines SET rowid = 900 WHERE purchase_order_id = {SENT}": LINES,
    """INSERT OR REPLACE INTO counters (rowid, name, value)
       SELECT rowid, 'x', 0 FROM counters WHERE name = 'invoice'""": NUMBERS,
    """UPDATE OR REPLACE counters SET rowid = (SELECT rowid FROM counters WHERE name = 'invoice')
       WHERE name = 'backorder'""": NUMBERS,
}


@pytest.fixture
def shop(database_url: str) -> Iterator[Till]:
    """A shop with a processed invoice of every part, a canceled backorder, a working invoice and a posted order."""
    till = filled(database_url)
    yield till
    till.engine.dispose()


def filled(url: str) -> Till:
    till = open_till(url)
    with till.writing() as session:
        tax_code_id, lee = add_tax_code(session), add_customer(session)
    till.stores("kettle", on_hand="9", tax_code_id=tax_code_id)
    sale = till.rings_up(("kettle", "1"), ("kettle", "2", TransCode.BACKORDER), customer_id=lee)
    discounts_with_approval(till)
    with till.writing() as session:
        line_id = session.connection().scalar(sa.text("SELECT MIN(id) FROM invoice_lines")) or 0
        serial_rows.write(session, sale, line_id, ["A"])
    till.posts(sale)
    till.run(
        backorders.cancel, backorder_id=1, quantity=Decimal(1), employee_id=till.employee_id, reason="Wants only one"
    )
    wish = till.run(wants.add, customer_id=lee, item_id=till.items["kettle"], quantity=Decimal(1)).record_id
    till.run(wants.drop, want_id=wish)
    till.rings_up(("kettle", "1"))
    vendor_id = vendor_on_file(till)
    sends(till, orders(till, vendor_id, ("kettle", "1")), ("kettle", 1, "1"))
    orders(till, vendor_id, ("kettle", "1"))
    return till


def discounts_with_approval(till: Till) -> None:
    """Let a cashier give the first line of all a discount that the Owner approves."""
    key, need = uuid4(), Permit(Permission.DISCOUNT, Decimal(25), Decimal(1))
    discount = partial(invoices.change_line, line_id=1, edit=LineEdit(discount_percent=Decimal(25)))
    with till.writing() as session:
        cashier = replace(till, employee_id=add_employee(session, "kim", role=Role.CASHIER))
        stamp = Stamp(till.transactor.now(), cashier.employee_id, "till 1")
        approval_rows.give(session, stamp, till.employee_id, action_of(discount, key), [need])
    cashier.do(discount, key)


def attempt(till: Till, statement: str) -> int:
    with for_writing(till.engine).begin() as connection:
        return connection.exec_driver_sql(statement).rowcount


@pytest.mark.parametrize("statement", ATTACKS)
def test_the_database_refuses(shop: Till, statement: str) -> None:
    with pytest.raises(DBAPIError, match=ATTACKS[statement]):
        attempt(shop, statement)
    with snapshot(shop.engine) as connection:
        assert disagreements(connection) == ()


@pytest.fixture
def shop_file(sqlite_url: str) -> Iterator[Till]:
    """The same shop, in a file: only SQLite has REPLACE."""
    till = filled(sqlite_url)
    yield till
    till.engine.dispose()


@pytest.mark.parametrize("table", REPLACED)
def test_a_kept_row_is_not_replaced(shop_file: Till, table: str) -> None:
    with pytest.raises(DBAPIError, match=REPLACED[table]):
        attempt(shop_file, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


@pytest.mark.parametrize("statement", REPLACING)
def test_a_kept_row_does_not_give_way(shop_file: Till, statement: str) -> None:
    with pytest.raises(DBAPIError, match=REPLACING[statement]):
        attempt(shop_file, statement)


def test_what_goes_on_changing_is_free(shop: Till) -> None:
    assert attempt(shop, "UPDATE purchase_orders SET note = 'x', version = version + 1 WHERE number = 1") == 1
    assert attempt(shop, "UPDATE backorders SET version = version + 1") == 1
    assert attempt(shop, "UPDATE counters SET value = value + 1 WHERE name = 'invoice'") == 1


def test_a_working_invoice_is_free(shop: Till) -> None:
    assert attempt(shop, f"UPDATE invoice_lines SET description = 'x' WHERE invoice_id = {WORKING}") == 1
    assert attempt(shop, f"DELETE FROM invoice_lines WHERE invoice_id = {WORKING}") == 1
    assert attempt(shop, "DELETE FROM invoices WHERE status = 'working'") == 1


@pytest.mark.parametrize(
    "table",
    [
        "stock_ledger",
        "backorder_events",
        "allocation_events",
        "audit_events",
        "invoices",
        "invoice_lines",
        "invoice_taxes",
        "tenders",
        "purchase_orders",
        "backorders",
        "wants",
        "operations",
        "counters",
        "approvals",
        "line_approvals",
    ],
)
def test_no_table_of_record_is_emptied_at_a_stroke(postgres_url: str, table: str) -> None:
    till = open_till(postgres_url)
    with pytest.raises(DBAPIError, match=f"{GROWS}|{NEVER}"):
        attempt(till, f"TRUNCATE {table} CASCADE")
    till.engine.dispose()


def test_a_payment_that_waits_for_a_posting_comes_too_late(postgres_url: str) -> None:
    """Even a program that takes no lock cannot slip a part onto an invoice while it is being posted."""
    till = open_till(postgres_url)
    till.stores("kettle", on_hand="9")
    invoice_id = till.rings_up(("kettle", "1"))
    errors: list[str] = []

    def slips_in() -> None:
        try:
            attempt(
                till,
                "INSERT INTO tenders (id, invoice_id, position, kind, amount, change) "
                f"VALUES (900, {invoice_id}, 9, 'cash', 0, 0)",
            )
        except DBAPIError as error:
            errors.append(str(error.orig))

    thread = threading.Thread(target=slips_in)
    total = till.total_of(invoice_id)
    with till.writing() as session:
        stamp = Stamp(OPENING_DAY, till.employee_id, "till 2")
        posting.post(session, stamp, invoice_id=invoice_id, tenders=(Tender(CASH, total),), expected_total=total)
        thread.start()
        waiting = sa.text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        with till.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as watcher:
            while not watcher.scalar(waiting):
                pass
    thread.join()
    assert [NEVER in error for error in errors] == [True]
    till.engine.dispose()
