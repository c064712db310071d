"""Customers: whom a promise was made to."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import ReachBy
from posim_desktop.orm.base import Base, Column, HasId, column, index_of_given, money_range, one_of, table
from posim_desktop.orm.types import Money


class Customer(HasId, Base):
    """A person or company that buys here. ``name`` is what the shop calls them, the deck's order.

    Who has an ``exempt_number`` pays no tax. Their credit may fall below zero, down to ``credit_limit``.
    ``reach_by`` and ``reach_hours`` say how the customer likes to be reached, and when.
    ``merged_into`` is the card of the same customer that is used instead of this one; it is merged into no other.
    Since ``forgotten_at`` nothing is written here that says who it was, as the customer asked.
    """

    __tablename__ = "customers"
    __table_args__ = table(
        money_range("credit_limit"),
        one_of("reach_by", ReachBy),
        sa.Index("ix_customers_name_id", "name", "id"),
        index_of_given("merged_into"),
    )

    code: Column[str] = column(sa.String(text.CODE), unique=True)
    name: Column[str] = column(sa.String(text.NAME))
    company: Column[str] = column(sa.String(text.NAME))
    phone: Column[str] = column(sa.String(text.SHORT))
    phone2: Column[str] = column(sa.String(text.SHORT))
    email: Column[str] = column(sa.String(text.EMAIL))
    address: Column[str] = column(sa.String(text.NOTE))
    notes: Column[str] = column(sa.String(text.NOTE))
    created_at: Column[datetime]
    archived: Column[bool]
    version: Column[int]
    search_text: Column[str]
    exempt_number: Column[str] = column(sa.String(text.SHORT), sa.DefaultClause(""))
    exempt_reason: Column[str] = column(sa.String(text.REASON), sa.DefaultClause(""))
    credit_limit: Column[Decimal] = column(Money(), sa.DefaultClause("0"))
    merged_into: Column[int | None] = column(sa.ForeignKey("customers.id"))
    reach_by: Column[str] = column(sa.String(text.CODE), sa.DefaultClause(""))
    reach_hours: Column[str] = column(sa.String(text.SHORT), sa.DefaultClause(""))
    forgotten_at: Column[datetime | None]
