"""Preferences the whole shop shares, and the running numbers of its documents."""

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, check, column, table

DECIMALS = "decimals"
"""The setting that says how many decimal places the amounts in all the tables have."""

PRACTICE = "practice"
"""The row that only a practice shop has; it is there before anything is done in the shop, and never goes."""

RESTORED = "restored"
"""The row that says which restore the shop came out of last; a shop that was never restored has none."""

COUNTERS = (
    *("invoice", "backorder", "purchase_order", "receiving_log", "receiving_correction", "special_order"),
    *("vendor_return", "stock_count", "audit"),
    *("customer", "item", "vendor", "role", "tender_type"),
)
"""What has running numbers in a new shop."""


class Preference(Base):
    """One setting of the shop; ``value`` is JSON. The rows of the decimals and of practice are never changed."""

    __tablename__ = "preferences"
    __table_args__ = table(check("decimals_known", f"name <> '{DECIMALS}' OR value IN ('0', '2', '3')"))

    name: Column[str] = column(sa.String(text.NAME), primary_key=True)
    value: Column[str]


class Counter(Base):
    """The last number given to a kind of document; taken last in every transaction, so numbers have no gaps."""

    __tablename__ = "counters"
    __table_args__ = table(check("value_sign", "value >= 0"))

    name: Column[str] = column(sa.String(text.SHORT), primary_key=True)
    value: Column[int]
