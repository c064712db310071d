"""Numbers that a restored shop leaves out, because they stand on paper of the shop that it replaces."""

from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.exchange.numbers_given import Given, Skipped, skipped
from posim_desktop.domain.sales.invoice import InvoiceStatus, Origin
from posim_desktop.orm import Counter, Drawer, Employee, Invoice, SkippedNumbers
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.session import Session, Stamp


class _Row(NamedTuple):
    counter: str
    drawer_id: int | None
    first: int
    last: int
    event_id: int


_counters, _drawers, _invoices = table_of(Counter), table_of(Drawer), table_of(Invoice)
_skipped = table_of(SkippedNumbers)
_AUDIT = sa.select(_counters.c.value).where(_counters.c.name == "audit")
_SOMEBODY = sa.select(sa.func.min(table_of(Employee).c.id))
_ID_GIVEN = sa.text("SELECT setval(pg_get_serial_sequence('invoices', 'id'), (SELECT MAX(id) FROM invoices))")


def go_on_above(session: Session, stamp: Stamp, standing: Given, given: Given) -> tuple[Skipped, ...]:
    """Let every number go on above the highest that was given, and return what documents and Zs leave out.

    The number under the bars of a slip is the id of an invoice: an invoice that was discarded takes the last of them.
    """
    for name, value in given.counters.items():
        _raise(session, _counters.c.value, _counters.c.name == name, value)
    for drawer_id, number in given.drawers.items():
        _raise(session, _drawers.c.last_number, _drawers.c.id == drawer_id, number)
    if given.slip > standing.slip:
        _discard_invoice(session, stamp, given.slip)
    return skipped(standing, given)


def keep(session: Session, left_out: tuple[Skipped, ...]) -> None:
    """Write down what is left out, under the newest event of the audit, which tells of it."""
    event_id = session.connection().scalar(_AUDIT) or 0
    rows = [_Row(each.counter, each.drawer_id, each.first, each.last, event_id) for each in left_out]
    insert_rows(session.connection(), _skipped, rows)


def _raise(session: Session, column: sa.ColumnElement[int], which: sa.ColumnElement[bool], value: int) -> None:
    table = _counters if column is _counters.c.value else _drawers
    raised = sa.update(table).where(which, column < value).values({column.key or "": value})
    session.connection().execute(raised)


def _discard_invoice(session: Session, stamp: Stamp, invoice_id: int) -> None:
    connection = session.connection()
    row = {
        **dict.fromkeys(("number", "committed_at", "open_workstation", "open_employee_id", "opened_at")),
        **dict.fromkeys(("customer_id", "processed_at", "discount_percent", "returns_invoice_id")),
        **dict.fromkeys(("subtotal", "tax", "total", "rounding", "discount"), 0),
        **dict.fromkeys(("bill_to", "note", "discount_reason", "exempt_number", "exempt_reason", "search_text"), ""),
        "id": invoice_id,
        "status": str(InvoiceStatus.DISCARDED),
        "committed": False,
        "origin": str(Origin.SALE),
        "employee_id": connection.scalar(_SOMEBODY),
        "workstation": stamp.workstation,
        "created_at": stamp.at,
        "tax_inclusive": False,
        "version": 1,
    }
    connection.execute(sa.insert(_invoices).values(row))
    if connection.dialect.name == "postgresql":
        connection.execute(_ID_GIVEN)
