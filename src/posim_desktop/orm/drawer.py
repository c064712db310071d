"""Drawers, who uses which, their days, and what happened in them."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.sales.days import DayStatus, RowKind
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.orm.base import Base, Column, HasId, check, column, index_of_given, money_range, one_of, table
from posim_desktop.orm.types import Money


class Drawer(HasId, Base):
    """A drawer; ``last_number`` is that of its last Z. Office is the drawer of workstations that have none."""

    __tablename__ = "drawers"
    __table_args__ = table(check("last_number_sign", "last_number >= 0"))

    name: Column[str] = column(sa.String(text.NAME), unique=True)
    is_office: Column[bool]
    last_number: Column[int]
    version: Column[int]


class DrawerUser(HasId, Base):
    """Which drawer a workstation uses; several may use one."""

    __tablename__ = "drawer_users"
    __table_args__ = table()

    workstation: Column[str] = column(sa.String(text.NAME), unique=True)
    drawer_id: Column[int] = column(sa.ForeignKey("drawers.id"), index=True)


class DrawerDay(HasId, Base):
    """A day of a drawer, from its float to its Z, whatever the calendar says.

    ``opened_with`` is the float and ``was_left`` what the day before left, empty where there was none. ``counted`` is
    what the last count found; once it is closed, ``number`` is that of its Z, ``expected`` what should have been there,
    ``kept`` what stays in the drawer, and ``figures`` what the day came to, as
    :mod:`posim_desktop.domain.sales.day_figures` writes it.
    """

    __tablename__ = "drawer_days"
    __table_args__ = table(
        one_of("status", DayStatus),
        check("number_when_closed", "(status = 'closed') = (number IS NOT NULL)"),
        check("time_when_closed", "(status = 'closed') = (closed_at IS NOT NULL)"),
        check("person_when_closed", "(status = 'closed') = (closed_by IS NOT NULL)"),
        check("expected_when_closed", "(status = 'closed') = (expected IS NOT NULL)"),
        check("kept_when_closed", "(status = 'closed') = (kept IS NOT NULL)"),
        check("figures_when_closed", "(status = 'closed') = (figures <> '')"),
        check("counted_unless_open", "(status = 'open') = (counted IS NULL)"),
        check("time_when_counted", "(counted IS NULL) = (counted_at IS NULL)"),
        check("keeps_what_was_counted", "kept IS NULL OR kept BETWEEN 0 AND counted"),
        check("another_float_has_a_reason", "was_left IS NULL OR opened_with = was_left OR length(float_reason) > 0"),
        money_range("opened_with"),
        money_range("was_left"),
        money_range("counted"),
        sa.UniqueConstraint("drawer_id", "number"),
        sa.Index("ix_drawer_days_one_open", "drawer_id", unique=True, sqlite_where=sa.text("status <> 'closed'")),
    )

    drawer_id: Column[int] = column(sa.ForeignKey("drawers.id"))
    status: Column[str] = column(sa.String(text.CODE))
    opened_with: Column[Decimal] = column(Money())
    was_left: Column[Decimal | None] = column(Money())
    float_reason: Column[str] = column(sa.String(text.REASON))
    opened_at: Column[datetime]
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    counted: Column[Decimal | None] = column(Money())
    counted_at: Column[datetime | None]
    number: Column[int | None]
    closed_at: Column[datetime | None]
    closed_by: Column[int | None] = column(sa.ForeignKey("employees.id"))
    expected: Column[Decimal | None] = column(Money())
    kept: Column[Decimal | None] = column(Money())
    figures: Column[str]
    version: Column[int]


class DrawerRow(HasId, Base):
    """Something that happened in a day; rows are only ever added, and money only while the day is open.

    ``amount`` is above zero where money comes and below where it leaves; of a count it is what was found, of a void
    what the discarded invoice came to. ``tender_kind`` and ``tender_name`` say by what, ``reference`` what finds it
    again, ``taken_day_id`` on which day a tender was taken that is given back, and ``pieces`` what notes and coins a
    count found.
    """

    __tablename__ = "drawer_rows"
    __table_args__ = table(
        one_of("kind", RowKind),
        one_of("tender_kind", TenderKind),
        money_range("amount", negative=True),
        check("tender_of_kind", "(kind IN ('tender', 'change', 'given back', 'standing')) = (tender_kind IS NOT NULL)"),
        check(
            "invoice_of_kind",
            "(kind IN ('tender', 'change', 'given back', 'standing', 'void')) = (invoice_id IS NOT NULL)",
        ),
        check(
            "sign_of_kind",
            "CASE kind WHEN 'paid in' THEN amount > 0 WHEN 'paid out' THEN amount < 0 WHEN 'drop' THEN amount < 0 "
            "WHEN 'change' THEN amount < 0 WHEN 'count' THEN amount >= 0 ELSE TRUE END",
        ),
        check("taken_before", "taken_day_id IS NULL OR kind = 'given back'"),
        sa.Index("ix_drawer_rows_day_id", "day_id"),
        index_of_given("invoice_id"),
    )

    day_id: Column[int] = column(sa.ForeignKey("drawer_days.id"))
    kind: Column[str] = column(sa.String(text.CODE))
    amount: Column[Decimal] = column(Money())
    tender_kind: Column[str | None] = column(sa.String(text.CODE))
    tender_name: Column[str] = column(sa.String(text.TENDER))
    reference: Column[str] = column(sa.String(text.SHORT))
    invoice_id: Column[int | None] = column(sa.ForeignKey("invoices.id"))
    taken_day_id: Column[int | None] = column(sa.ForeignKey("drawer_days.id"))
    pieces: Column[str]
    reason: Column[str] = column(sa.String(text.REASON))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    at: Column[datetime]
