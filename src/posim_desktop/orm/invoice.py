"""Invoices: header, lines, taxes and tenders."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from posim_desktop.domain import text
from posim_desktop.domain.sales.invoice import InvoiceStatus, Origin, TenderKind, TransCode
from posim_desktop.orm.base import Base, HasId, check, money_range, one_of, quantity_range, table
from posim_desktop.orm.types import Money, Percent, Quantity


class Invoice(HasId, Base):
    """A sale, from its first line to its posting.

    It has a number from the moment it is processed, never before. ``bill_to`` is the customer as printed that day,
    ``committed_at`` the moment since which the goods of a committed invoice are set aside.
    """

    __tablename__ = "invoices"
    __table_args__ = table(
        one_of("status", InvoiceStatus),
        one_of("origin", Origin),
        check("number_when_processed", "(status = 'processed') = (number IS NOT NULL)"),
        check("time_when_processed", "(status = 'processed') = (processed_at IS NOT NULL)"),
        check("committed_while_working", "NOT committed OR status = 'working'"),
        check("time_when_committed", "committed = (committed_at IS NOT NULL)"),
        money_range("subtotal", negative=True),
        money_range("tax", negative=True),
        money_range("total", negative=True),
        sa.Index("ix_invoices_status_id", "status", "id"),
    )

    number: Mapped[int | None] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(sa.String(text.CODE))
    committed: Mapped[bool]
    origin: Mapped[str] = mapped_column(sa.String(text.CODE))
    customer_id: Mapped[int | None] = mapped_column(sa.ForeignKey("customers.id"), index=True)
    employee_id: Mapped[int] = mapped_column(sa.ForeignKey("employees.id"))
    workstation: Mapped[str] = mapped_column(sa.String(text.NAME))
    created_at: Mapped[datetime]
    processed_at: Mapped[datetime | None]
    committed_at: Mapped[datetime | None]
    tax_inclusive: Mapped[bool]
    subtotal: Mapped[Decimal] = mapped_column(Money())
    tax: Mapped[Decimal] = mapped_column(Money())
    total: Mapped[Decimal] = mapped_column(Money())
    bill_to: Mapped[str] = mapped_column(sa.String(text.NOTE))
    note: Mapped[str] = mapped_column(sa.String(text.NOTE))
    version: Mapped[int]


class InvoiceLine(HasId, Base):
    """One line. ``discount`` is money off the whole line; ``discount_percent`` is what it was asked as, if it was.

    ``sell_anyway`` remembers that the person was warned about the stock and chose to sell.
    """

    __tablename__ = "invoice_lines"
    __table_args__ = table(
        one_of("trans_code", TransCode),
        quantity_range("quantity"),
        money_range("unit_price"),
        money_range("discount"),
        money_range("extension", negative=True),
        check("extension_sign", "trans_code = 'R' OR extension >= 0"),
        check("return_sign", "trans_code <> 'R' OR extension <= 0"),
        check("no_charge", "trans_code NOT IN ('B', 'C') OR extension = 0"),
        check("item_unless_comment", "(trans_code = 'C') = (item_id IS NULL)"),
        check("only_sales_fill", "fills_backorder_id IS NULL OR trans_code = 'S'"),
        sa.UniqueConstraint("invoice_id", "position"),
    )

    invoice_id: Mapped[int] = mapped_column(sa.ForeignKey("invoices.id"))
    position: Mapped[int]
    trans_code: Mapped[str] = mapped_column(sa.String(1))
    item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("items.id"), index=True)
    description: Mapped[str] = mapped_column(sa.String(text.NOTE))
    quantity: Mapped[Decimal] = mapped_column(Quantity())
    unit_price: Mapped[Decimal] = mapped_column(Money())
    discount: Mapped[Decimal] = mapped_column(Money())
    discount_percent: Mapped[Decimal | None] = mapped_column(Percent())
    tax_code_id: Mapped[int | None] = mapped_column(sa.ForeignKey("tax_codes.id"))
    tax_rate: Mapped[Decimal] = mapped_column(Percent())
    extension: Mapped[Decimal] = mapped_column(Money())
    sell_anyway: Mapped[bool]
    fills_backorder_id: Mapped[int | None] = mapped_column(sa.ForeignKey("backorders.id", use_alter=True), index=True)


class InvoiceTax(HasId, Base):
    """What one tax code came to on a processed invoice."""

    __tablename__ = "invoice_taxes"
    __table_args__ = table(sa.UniqueConstraint("invoice_id", "tax_code_id", "rate"))

    invoice_id: Mapped[int] = mapped_column(sa.ForeignKey("invoices.id"))
    tax_code_id: Mapped[int] = mapped_column(sa.ForeignKey("tax_codes.id"))
    rate: Mapped[Decimal] = mapped_column(Percent())
    taxable: Mapped[Decimal] = mapped_column(Money())
    tax: Mapped[Decimal] = mapped_column(Money())


class TenderPaid(HasId, Base):
    """A payment; ``change`` is what went back in cash, so the drawer gained ``amount − change``."""

    __tablename__ = "tenders"
    __table_args__ = table(
        one_of("kind", TenderKind),
        money_range("amount", negative=True),
        money_range("change"),
        check("change_from_cash", "change = 0 OR (kind = 'cash' AND change <= amount)"),
        sa.UniqueConstraint("invoice_id", "position"),
    )

    invoice_id: Mapped[int] = mapped_column(sa.ForeignKey("invoices.id"))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(sa.String(text.CODE))
    amount: Mapped[Decimal] = mapped_column(Money())
    change: Mapped[Decimal] = mapped_column(Money())
