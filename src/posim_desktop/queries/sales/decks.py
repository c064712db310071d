"""The decks of Working and Processed Invoices. Serves the guide's pages on parked and processed invoices."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.orm import Backorder, Customer, Employee, Invoice, InvoiceLine, Item, PickedLine, TenderPaid
from posim_desktop.orm.types import Money
from posim_desktop.queries import lots, merged_customers, search, serials
from posim_desktop.queries.deck import DeckQuery, Found, Order, of_lines
from posim_desktop.queries.reports.found import SalesFound
from posim_desktop.queries.reports.found import tests as tests_of_sales

_invoice = Invoice.__table__.c


@dataclass(frozen=True, slots=True)
class WorkingInvoiceRow:
    """A working invoice: who began it, since when, what is on it, what was handed over, and who has it in hand.

    ``total`` is of its own lines; ``picked`` is how many lines of committed invoices it names besides, with which
    ``queries.sales.parked_totals`` adds it up.
    """

    id: int
    created_at: datetime
    employee: str
    workstation: str
    customer: str
    lines: int
    total: Decimal
    paid: Decimal
    note: str
    open_workstation: str | None
    opened_by: str
    opened_at: datetime | None
    picked: int


@dataclass(frozen=True, slots=True)
class ProcessedInvoiceRow:
    """A processed invoice in List All; ``total`` in the store's currency."""

    id: int
    number: int
    processed_at: datetime
    customer: str
    phone: str
    total: Decimal


def _by_customer(word: str, dialect: str) -> sa.ColumnElement[bool]:
    return _invoice.customer_id.in_(merged_customers.cards_with(dialect, word))


def _by_item(word: str, dialect: str) -> sa.ColumnElement[bool]:
    sold = sa.select(InvoiceLine.invoice_id).where(
        InvoiceLine.item_id.in_(search.ids_with(dialect, Item.search_text, word))
    )
    return _invoice.id.in_(sold)


def _by_reference(word: str) -> list[sa.ColumnElement[bool]]:
    """Find by the customer's own order number and job: of the invoice, and of those on which its goods were promised.

    The search text holds the note and the workstation, too; what nobody gave a number or a job is not found by it.
    """
    promised, promise = sa.alias(InvoiceLine.__table__), sa.alias(Invoice.__table__)
    # From the promises, which are few, to the lines that fill them; joined, every line that was ever sold is read.
    named = sa.select(promise.c.id).where(_has_reference(promise.c), search.holds(word, promise.c.search_text))
    lines = sa.select(promised.c.id).where(promised.c.invoice_id.in_(named))
    owed = sa.select(Backorder.id).where(Backorder.source_line_id.in_(lines))
    fills = sa.select(InvoiceLine.invoice_id).where(InvoiceLine.fills_backorder_id.in_(owed))
    own = sa.and_(_has_reference(_invoice), search.holds(word, _invoice.search_text))
    return [own, _invoice.id.in_(fills)]


def _has_reference(invoice: sa.sql.expression.ColumnCollection[str, Any]) -> sa.ColumnElement[bool]:
    return sa.or_(invoice.customer_order != "", invoice.job_tag != "")


def _working(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = [_invoice.status == InvoiceStatus.WORKING]
    for word in folding.words(found.text):
        in_words = search.holds(word, _invoice.search_text)
        by_employee = _invoice.employee_id.in_(search.ids_with(dialect, Employee.search_text, word))
        either = [_by_customer(word, dialect), _by_item(word, dialect), by_employee, in_words, *_by_reference(word)]
        either.append(_invoice.id.in_(lots.invoices_with(word)))
        tests.append(sa.or_(*either, _invoice.id.in_(serials.invoices_with(word))))
    return tests + _narrowed(found)


def _processed(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = [_invoice.status == InvoiceStatus.PROCESSED]
    for word in folding.words(found.text):
        either = [_by_customer(word, dialect), _by_item(word, dialect), _invoice.id.in_(serials.invoices_with(word))]
        either.append(_invoice.id.in_(lots.invoices_with(word)))
        either += _by_reference(word)
        number = search.number(word)
        if number is not None:
            either.append(_invoice.number == number)
        tests.append(sa.or_(*either))
    if isinstance(found, SalesFound):
        tests += tests_of_sales(found, dialect)
    return tests + _narrowed(found)


def _narrowed(found: Found) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = []
    if found.customer_id is not None:
        tests.append(_invoice.customer_id.in_(merged_customers.cards_of(found.customer_id)))
    if found.item_id is not None:
        tests.append(_invoice.id.in_(sa.select(InvoiceLine.invoice_id).where(InvoiceLine.item_id == found.item_id)))
    if found.only_returns:
        returns = sa.select(InvoiceLine.invoice_id).where(InvoiceLine.trans_code == TransCode.RETURN)
        tests.append(_invoice.id.in_(returns))
    return tests


_CUSTOMER_NAME = sa.func.coalesce(Customer.__table__.c.name, "")
_PAID = sa.type_coerce(
    sa.func.coalesce(of_lines(sa.func.sum(TenderPaid.amount), TenderPaid.invoice_id, _invoice.id), 0), Money()
)
_PICKED_COUNT = of_lines(sa.func.count(), PickedLine.invoice_id, _invoice.id)
_LINE_COUNT = of_lines(sa.func.count(), InvoiceLine.invoice_id, _invoice.id)

_opener = sa.alias(Employee.__table__, "opener")

WORKING: DeckQuery[WorkingInvoiceRow] = DeckQuery(
    source=sa.join(Invoice, Employee, Invoice.employee_id == Employee.id)
    .outerjoin(Customer, Invoice.customer_id == Customer.id)
    .outerjoin(_opener, Invoice.open_employee_id == _opener.c.id),
    id=_invoice.id,
    columns=(
        _invoice.id,
        _invoice.created_at,
        Employee.__table__.c.name,
        _invoice.workstation,
        _CUSTOMER_NAME,
        _LINE_COUNT,
        _invoice.total,
        _PAID,
        _invoice.note,
        _invoice.open_workstation,
        sa.func.coalesce(_opener.c.name, ""),
        _invoice.opened_at,
        _PICKED_COUNT,
    ),
    row=WorkingInvoiceRow,
    orders={
        "since": _invoice.created_at,
        "employee": Employee.__table__.c.name,
        "workstation": _invoice.workstation,
        "customer": _CUSTOMER_NAME,
        "total": _invoice.total,
    },
    first_order=Order("since"),
    condition=_working,
)

PROCESSED: DeckQuery[ProcessedInvoiceRow] = DeckQuery(
    source=sa.outerjoin(Invoice, Customer, Invoice.customer_id == Customer.id),
    id=_invoice.id,
    columns=(
        _invoice.id,
        _invoice.number,
        _invoice.processed_at,
        _CUSTOMER_NAME,
        sa.func.coalesce(Customer.__table__.c.phone, ""),
        _invoice.total,
    ),
    row=ProcessedInvoiceRow,
    orders={
        # Only processed invoices are in this deck, so neither is null here.
        "number": _invoice.number,
        "date": _invoice.processed_at,
        "customer": _CUSTOMER_NAME,
        "total": _invoice.total,
    },
    first_order=Order("number", descending=True),
    condition=_processed,
)
