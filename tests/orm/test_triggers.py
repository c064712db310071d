# ruff: noqa: S608 - statements of constants of this module
"""D1 and D4 are kept by the database itself, whoever writes to it."""

import threading
from collections.abc import Iterator
from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from ordering_seed import orders, sends, vendor_on_file
from posim_desktop.domain.sales.invoice import Tender, TransCode
from posim_desktop.queries.verify import verify
from posim_desktop.services.backorders import backorders
from posim_desktop.services.database import for_writing, snapshot
from posim_desktop.services.sales import posting
from posim_desktop.services.session import Stamp
from seeding import CASH, OPENING_DAY, Till, add_customer, add_tax_code, open_till

PROCESSED = "(SELECT id FROM invoices WHERE status = 'processed')"
WORKING = "(SELECT id FROM invoices WHERE status = 'working')"
NEVER = "never change"
GROWS = "rows here are only ever added"

ATTACKS = {
    f"UPDATE invoices SET note = 'x' WHERE id = {PROCESSED}": NEVER,
    f"UPDATE invoices SET status = 'working', number = NULL, processed_at = NULL WHERE id = {PROCESSED}": NEVER,
    f"DELETE FROM invoices WHERE id = {PROCESSED}": NEVER,
    f"UPDATE invoice_lines SET description = 'x' WHERE invoice_id = {PROCESSED}": NEVER,
    f"UPDATE invoice_lines SET invoice_id = {WORKING}, position = 9 WHERE invoice_id = {PROCESSED}": NEVER,
    f"UPDATE invoice_lines SET invoice_id = {PROCESSED}, position = 9 WHERE invoice_id = {WORKING}": NEVER,
    f"DELETE FROM invoice_lines WHERE invoice_id = {PROCESSED}": NEVER,
    f"""INSERT INTO invoice_lines SELECT 900, invoice_id, 9, trans_code, item_id, description, quantity, unit_price,
        discount, discount_percent, tax_code_id, tax_rate, extension, sell_anyway, fills_backorder_id
        FROM invoice_lines WHERE position = 1 AND invoice_id = {PROCESSED}""": NEVER,
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
}


@pytest.fixture
def shop(database_url: str) -> Iterator[Till]:
    """A shop with a processed invoice of every part, a canceled backorder and a working invoice."""
    till = open_till(database_url)
    with till.writing() as session:
        tax_code_id, lee = add_tax_code(session), add_customer(session)
    till.stores("kettle", on_hand="9", tax_code_id=tax_code_id)
    till.posts(till.rings_up(("kettle", "1"), ("kettle", "2", TransCode.BACKORDER), customer_id=lee))
    till.run(
        backorders.cancel, backorder_id=1, quantity=Decimal(1), employee_id=till.employee_id, reason="Wants only one"
    )
    till.rings_up(("kettle", "1"))
    sends(till, orders(till, vendor_on_file(till), ("kettle", "1")), ("kettle", 1, "1"))
    yield till
    till.engine.dispose()


def attempt(till: Till, statement: str) -> int:
    with for_writing(till.engine).begin() as connection:
        return connection.exec_driver_sql(statement).rowcount


@pytest.mark.parametrize("statement", ATTACKS)
def test_the_database_refuses(shop: Till, statement: str) -> None:
    with pytest.raises(DBAPIError, match=ATTACKS[statement]):
        attempt(shop, statement)
    with snapshot(shop.engine) as connection:
        assert verify(connection) == ()


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
