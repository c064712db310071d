"""What a report is asked for, and the shop's days and hours in SQL. Serves the guide's page "Reports".

Days are those of the shop's time zone, which SQLite does not know. So its offsets are looked up here, each with the
span of time in which it holds, and both databases only add seconds.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.orm import Invoice
from posim_desktop.orm.base import Column, table_of

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_invoices = table_of(Invoice)


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody wants to know.

    Attributes:
        since: From this moment on, in UTC.
        before: Until just before this moment.
        zone: By whose days and hours.
        now: The moment at which it is scope.
        department_id: Only goods of this department.
        employee_id: Only what this employee sold.
        vendor_id: Only goods that are bought from this vendor first.
        days: For how many days nothing happened, where that is scope.
        share: Which of how many shares of the goods, counted from 0; each item is in one of them.
    """

    since: datetime
    before: datetime
    zone: ZoneInfo
    now: datetime
    department_id: int | None = None
    employee_id: int | None = None
    vendor_id: int | None = None
    days: int = 0
    share: tuple[int, int] = (0, 1)


def within(scope: Scope, moment: Column[datetime] | Column[datetime | None]) -> sa.ColumnElement[bool]:
    """Say that a moment is in the period."""
    return sa.and_(moment >= scope.since, moment < scope.before)


def sold(scope: Scope) -> sa.ColumnElement[bool]:
    """Say that an invoice was posted in the period, by whom it is asked for."""
    tests = [_invoices.c.status == InvoiceStatus.PROCESSED, within(scope, Invoice.processed_at)]
    if scope.employee_id is not None:
        tests.append(_invoices.c.employee_id == scope.employee_id)
    return sa.and_(*tests)


def first_moment(connection: sa.Connection) -> datetime | None:
    """Tell when the shop sold something for the first time; None before that."""
    return connection.scalar(
        sa.select(sa.func.min(Invoice.processed_at, type_=_invoices.c.processed_at.type)).select_from(_invoices)
    )


def local_day(dialect: str, scope: Scope, moment: Column[Any]) -> sa.ColumnElement[str]:
    """Write the shop's day of a moment in the period as ``2026-11-30``."""
    return _local(dialect, scope, moment, "%Y-%m-%d", "YYYY-MM-DD")


def local_hour(dialect: str, scope: Scope, moment: Column[Any]) -> sa.ColumnElement[str]:
    """Write the hour of the shop's day of a moment in the period, ``00`` to ``23``."""
    return _local(dialect, scope, moment, "%H", "HH24")


def offsets(zone: ZoneInfo, since: datetime, before: datetime) -> list[tuple[datetime, int]]:
    """List by how many seconds a zone is ahead of UTC, each with the moment until which that holds, in order."""
    spans: list[tuple[datetime, int]] = []
    start = since.astimezone(UTC)
    while start < before:
        end = min(start + _DAY, before)
        if _offset(zone, end) != _offset(zone, start):
            change = _change(zone, start, end)
            spans.append((change, _offset(zone, start)))
            end = change
        start = end
    return [*spans, (before, _offset(zone, before - _SECOND))]


def _offset(zone: ZoneInfo, moment: datetime) -> int:
    ahead = moment.astimezone(zone).utcoffset()
    return 0 if ahead is None else round(ahead.total_seconds())


def _change(zone: ZoneInfo, start: datetime, end: datetime) -> datetime:
    """Find the second at which the clocks are changed."""
    before, after = start, end
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        if _offset(zone, middle) == _offset(zone, start):
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def _local(dialect: str, scope: Scope, moment: Column[Any], sqlite: str, postgresql: str) -> sa.ColumnElement[str]:
    spans = offsets(scope.zone, scope.since, scope.before)
    on_sqlite = dialect == "sqlite"

    def ahead(seconds: int) -> sa.ColumnElement[Any]:
        if on_sqlite:
            return sa.literal(f"{seconds:+d} seconds")
        return sa.literal(timedelta(seconds=seconds))

    whens = [(moment < end, ahead(seconds)) for end, seconds in spans[:-1]]
    last = ahead(spans[-1][1])
    shift = sa.case(*whens, else_=last) if whens else last
    if on_sqlite:
        return sa.func.strftime(sqlite, moment, shift, type_=sa.Text())
    plain = sa.func.timezone("UTC", moment, type_=sa.DateTime())
    return sa.func.to_char(plain + shift, postgresql, type_=sa.Text())
