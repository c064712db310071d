"""All that is kept about one customer, for them to read. Serves the guide's page "Customers".

A row of a table is what a person sees of it on the screens: no ids, and no employee but as the shop's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.exchange.sheets import Value
from posim_desktop.orm import (
    Attachment,
    AuditEvent,
    Backorder,
    BackorderEvent,
    Customer,
    CustomerMoney,
    Invoice,
    InvoiceLine,
    InvoiceSerial,
    Item,
    OutgoingMail,
    PriceWord,
    SpecialOrder,
    SpecialOrderAnswer,
    SpecialOrderLine,
    TenderPaid,
    Want,
)
from posim_desktop.queries import merged_customers


class KeptKind(StrEnum):
    """A kind of what is kept about a customer; the values name the files in which it is handed over."""

    CARD = "card"
    INVOICES = "invoices"
    INVOICE_LINES = "invoice lines"
    SERIALS = "serial numbers"
    PAYMENTS = "payments"
    BACKORDERS = "backorders"
    EVENTS = "history of backorders"
    PRICES = "prices agreed to"
    MONEY = "deposits and credit"
    SPECIAL_ORDERS = "special orders"
    SPECIAL_LINES = "special order lines"
    ANSWERS = "answers"
    WISHES = "want list"
    MAILS = "mails"
    FILES = "files"
    AUDIT = "what was done with the card"


@dataclass(frozen=True, slots=True)
class KeptTable:
    """The rows of a kind, oldest first, and what their columns are: ``invoices.number``."""

    kind: KeptKind
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it was attached or mailed."""

    kind: KeptKind
    id: int
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class KeptOfCustomer:
    """Everything; ``code`` is the customer's id."""

    code: str
    tables: tuple[KeptTable, ...]
    files: tuple[KeptFile, ...]


_cards = merged_customers.cards_of(sa.bindparam("customer"))
_invoices = sa.select(Invoice.id).where(Invoice.customer_id.in_(_cards))
_backorders = sa.select(Backorder.id).where(Backorder.customer_id.in_(_cards))
_special_lines = (
    sa.select(SpecialOrderLine.id)
    .join(SpecialOrder, SpecialOrder.id == SpecialOrderLine.special_order_id)
    .where(SpecialOrder.customer_id.in_(_cards))
)
_attached = sa.or_(Attachment.backorder_id.in_(_backorders), Attachment.special_order_line_id.in_(_special_lines))
_mailed = OutgoingMail.invoice_id.in_(_invoices)
_TABLES: Mapping[KeptKind, sa.Select[*tuple[Any, ...]]] = {
    KeptKind.CARD: sa.select(
        *(Customer.code, Customer.name, Customer.company, Customer.phone, Customer.phone2, Customer.email),
        *(Customer.reach_by, Customer.reach_hours, Customer.address, Customer.notes, Customer.exempt_number),
        *(Customer.exempt_reason, Customer.credit_limit, Customer.created_at, Customer.archived),
    )
    .where(Customer.id.in_(_cards))
    .order_by(Customer.id),
    KeptKind.INVOICES: sa.select(
        *(Invoice.number, Invoice.status, Invoice.created_at, Invoice.processed_at, Invoice.bill_to),
        *(Invoice.subtotal, Invoice.tax, Invoice.rounding, Invoice.total, Invoice.note, Invoice.customer_order),
        *(Invoice.job_tag, Invoice.storage_place, Invoice.exempt_number, Invoice.exempt_reason),
    )
    .where(Invoice.id.in_(_invoices))
    .order_by(Invoice.id),
    KeptKind.INVOICE_LINES: sa.select(
        *(Invoice.number, Invoice.created_at, InvoiceLine.position, InvoiceLine.trans_code, Item.code),
        *(InvoiceLine.description, InvoiceLine.quantity, InvoiceLine.unit, InvoiceLine.unit_price),
        *(InvoiceLine.discount, InvoiceLine.discount_reason, InvoiceLine.extension, InvoiceLine.return_reason),
    )
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .outerjoin(Item, Item.id == InvoiceLine.item_id)
    .where(Invoice.id.in_(_invoices))
    .order_by(Invoice.id, InvoiceLine.position),
    KeptKind.SERIALS: sa.select(Invoice.number, InvoiceLine.position, InvoiceSerial.serial)
    .join(InvoiceLine, InvoiceLine.id == InvoiceSerial.line_id)
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .where(Invoice.id.in_(_invoices))
    .order_by(InvoiceSerial.id),
    KeptKind.PAYMENTS: sa.select(
        *(Invoice.number, TenderPaid.taken_at, TenderPaid.name, TenderPaid.kind, TenderPaid.amount),
        *(TenderPaid.change, TenderPaid.reference),
    )
    .join(Invoice, Invoice.id == TenderPaid.invoice_id)
    .where(Invoice.id.in_(_invoices))
    .order_by(TenderPaid.id),
    KeptKind.BACKORDERS: sa.select(
        *(Backorder.number, Backorder.created_at, Item.code, Item.description, Backorder.ordered),
        *(Backorder.received, Backorder.canceled, Backorder.outstanding, Backorder.waiting, Backorder.filled),
        *(Backorder.unit_price, Backorder.discount, Backorder.question, Backorder.will_also_take),
    )
    .join(Item, Item.id == Backorder.item_id)
    .where(Backorder.id.in_(_backorders))
    .order_by(Backorder.id),
    KeptKind.EVENTS: sa.select(
        *(Backorder.number, BackorderEvent.at, BackorderEvent.kind, BackorderEvent.quantity, BackorderEvent.reason)
    )
    .join(Backorder, Backorder.id == BackorderEvent.backorder_id)
    .where(Backorder.id.in_(_backorders))
    .order_by(BackorderEvent.id),
    KeptKind.PRICES: sa.select(Backorder.number, PriceWord.at, PriceWord.unit_price)
    .join(Backorder, Backorder.id == PriceWord.backorder_id)
    .where(Backorder.id.in_(_backorders))
    .order_by(PriceWord.id),
    KeptKind.MONEY: sa.select(
        *(CustomerMoney.at, CustomerMoney.kind, CustomerMoney.amount, Backorder.number, CustomerMoney.reason)
    )
    .outerjoin(Backorder, Backorder.id == CustomerMoney.backorder_id)
    .where(CustomerMoney.customer_id.in_(_cards))
    .order_by(CustomerMoney.id),
    KeptKind.SPECIAL_ORDERS: sa.select(
        *(SpecialOrder.number, SpecialOrder.status, SpecialOrder.created_at, SpecialOrder.posted_at),
        *(SpecialOrder.needed_by, SpecialOrder.reach, SpecialOrder.customer_order, SpecialOrder.note),
        *(SpecialOrder.deposit_percent, SpecialOrder.deposit, SpecialOrder.terms, SpecialOrder.discard_reason),
    )
    .where(SpecialOrder.customer_id.in_(_cards))
    .order_by(SpecialOrder.id),
    KeptKind.SPECIAL_LINES: sa.select(
        *(SpecialOrder.number, SpecialOrder.created_at, SpecialOrderLine.position, SpecialOrderLine.description),
        *(SpecialOrderLine.quantity, SpecialOrderLine.unit_price, SpecialOrderLine.price_ceiling),
        *(SpecialOrderLine.will_also_take, SpecialOrderLine.question),
    )
    .join(SpecialOrder, SpecialOrder.id == SpecialOrderLine.special_order_id)
    .where(SpecialOrderLine.id.in_(_special_lines))
    .order_by(SpecialOrder.id, SpecialOrderLine.position),
    KeptKind.ANSWERS: sa.select(
        *(SpecialOrder.number, SpecialOrderLine.position, SpecialOrderAnswer.question, SpecialOrderAnswer.answer)
    )
    .join(SpecialOrderLine, SpecialOrderLine.id == SpecialOrderAnswer.line_id)
    .join(SpecialOrder, SpecialOrder.id == SpecialOrderLine.special_order_id)
    .where(SpecialOrderLine.id.in_(_special_lines))
    .order_by(SpecialOrderAnswer.id),
    KeptKind.WISHES: sa.select(Want.wanted_at, Item.code, Want.description, Want.quantity, Want.note, Want.dropped_at)
    .outerjoin(Item, Item.id == Want.item_id)
    .where(Want.customer_id.in_(_cards))
    .order_by(Want.id),
    KeptKind.MAILS: sa.select(
        *(OutgoingMail.id, Invoice.number, OutgoingMail.at, OutgoingMail.recipient, OutgoingMail.subject),
        *(OutgoingMail.body, OutgoingMail.file_name, OutgoingMail.state),
    )
    .join(Invoice, Invoice.id == OutgoingMail.invoice_id)
    .where(_mailed)
    .order_by(OutgoingMail.id),
    KeptKind.FILES: sa.select(Attachment.id, Attachment.at, Attachment.name, Backorder.number)
    .outerjoin(Backorder, Backorder.id == Attachment.backorder_id)
    .where(_attached)
    .order_by(Attachment.id),
    KeptKind.AUDIT: sa.select(AuditEvent.at, AuditEvent.workstation, AuditEvent.action)
    .where(AuditEvent.record_kind == "customer", AuditEvent.record_id.in_(_cards))
    .order_by(AuditEvent.id),
}
_CODE = sa.select(Customer.code).where(Customer.id == sa.bindparam("customer"))
_MAILED_FILES = (
    sa.select(OutgoingMail.id, OutgoingMail.file_name, OutgoingMail.content).where(_mailed).order_by(OutgoingMail.id)
)
_ATTACHED_FILES = sa.select(Attachment.id, Attachment.name, Attachment.content).where(_attached).order_by(Attachment.id)


def everything(connection: sa.Connection, customer_id: int) -> KeptOfCustomer | None:
    """Read all that is kept about a customer and under the cards that were merged into theirs; None for no customer.

    Kinds of which there is nothing are left out.
    """
    which = {"customer": customer_id}
    code = connection.scalar(_CODE, which)
    if code is None:
        return None
    tables = (_table(connection, kind, statement, which) for kind, statement in _TABLES.items())
    files = [
        KeptFile(kind, file_id, name, bytes(content))
        for kind, statement in ((KeptKind.MAILS, _MAILED_FILES), (KeptKind.FILES, _ATTACHED_FILES))
        for file_id, name, content in connection.execute(statement, which)
    ]
    return KeptOfCustomer(code, tuple(table for table in tables if table.rows), tuple(files))


def _table(
    connection: sa.Connection, kind: KeptKind, statement: sa.Select[*tuple[Any, ...]], which: Mapping[str, int]
) -> KeptTable:
    found = connection.execute(statement, which)
    columns = tuple(_called(column) for column in statement.selected_columns)
    return KeptTable(kind, columns, tuple(tuple(row) for row in found))


def _called(column: Any) -> str:  # noqa: ANN401 - SQLAlchemy does not say that all of these are columns of tables
    return f"{column.table.name}.{column.name}"


COLUMNS = tuple(dict.fromkeys(_called(column) for table in _TABLES.values() for column in table.selected_columns))
"""What all columns are."""
