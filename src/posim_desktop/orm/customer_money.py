"""The customer's money: a ledger that only grows, and the row on which it is locked."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.orm.base import Base, Column, HasId, check, column, index_of_given, money_range, one_of, table
from posim_desktop.orm.types import Money


class CustomerAccount(HasId, Base):
    """What is locked while a customer's money moves; what they have is the sum of their rows."""

    __tablename__ = "customer_accounts"
    __table_args__ = table()

    customer_id: Column[int] = column(sa.ForeignKey("customers.id"), unique=True)
    version: Column[int]


class CustomerMoney(HasId, Base):
    """One movement of a customer's money; rows are only ever added.

    ``amount`` is above zero where money comes into what is held and below where it leaves. It is held for
    ``backorder_id``, or without one as the customer's credit. ``line_id`` is the D line that took or paid it back,
    ``tender_id`` the Deposit or Credit tender that used it or gave it as credit, ``event_id`` the cancellation that
    freed it, and ``moved_from_id`` the other half of a MOVED pair, the one that it left.
    ``day_id`` is the day of the drawer in which it was written.
    """

    __tablename__ = "customer_money"
    __table_args__ = table(
        one_of("kind", MoneyKind),
        check(
            "sign_of_kind",
            "CASE WHEN kind IN ('taken', 'credited') THEN amount > 0 "
            "WHEN kind = 'moved' THEN amount <> 0 ELSE amount < 0 END",
        ),
        money_range("amount", negative=True),
        check("line_of_kind", "(line_id IS NOT NULL) = (kind IN ('taken', 'refunded'))"),
        check("tender_of_kind", "(tender_id IS NOT NULL) = (kind IN ('applied', 'credited'))"),
        check("moved_pair", "(moved_from_id IS NOT NULL) = (kind = 'moved' AND amount > 0)"),
        check("only_credit_is_given", "kind <> 'credited' OR backorder_id IS NULL"),
        check("only_deposits_are_kept", "kind <> 'forfeited' OR (backorder_id IS NOT NULL AND event_id IS NOT NULL)"),
        sa.UniqueConstraint("line_id"),
        sa.UniqueConstraint("tender_id"),
        sa.UniqueConstraint("moved_from_id"),
        sa.Index("ix_customer_money_customer_id_backorder_id", "customer_id", "backorder_id"),
        index_of_given("backorder_id"),
        index_of_given("day_id"),
    )

    customer_id: Column[int] = column(sa.ForeignKey("customers.id"))
    backorder_id: Column[int | None] = column(sa.ForeignKey("backorders.id"))
    kind: Column[str] = column(sa.String(text.CODE))
    amount: Column[Decimal] = column(Money())
    line_id: Column[int | None] = column(sa.ForeignKey("invoice_lines.id"))
    tender_id: Column[int | None] = column(sa.ForeignKey("tenders.id"))
    event_id: Column[int | None] = column(sa.ForeignKey("backorder_events.id"))
    moved_from_id: Column[int | None] = column(sa.ForeignKey("customer_money.id"))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    reason: Column[str] = column(sa.String(text.REASON))
    at: Column[datetime]
    day_id: Column[int | None] = column(sa.ForeignKey("drawer_days.id"))
