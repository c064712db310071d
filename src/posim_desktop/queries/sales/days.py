"""Drawers and their days as screens and papers show them. Serves the guide's page "The drawer and the day"."""

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.day_figures import DayFigures, read
from posim_desktop.domain.sales.days import DayStatus, Pieces, RowKind
from posim_desktop.orm import Drawer, DrawerDay, DrawerRow, DrawerUser, Employee, Invoice
from posim_desktop.orm.base import table_of
from posim_desktop.queries.sales import day_sums
from posim_desktop.queries.shop import preferences

_drawers, _users = table_of(Drawer), table_of(DrawerUser)
_days, _rows = table_of(DrawerDay), table_of(DrawerRow)
MOST_DAYS = 400


@dataclass(frozen=True, slots=True)
class DrawerChoice:
    """A drawer that a workstation can use."""

    id: int
    name: str
    is_office: bool


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day in the list; ``number`` is that of its Z, None while it is not closed."""

    id: int
    drawer: str
    is_office: bool
    status: DayStatus
    number: int | None
    opened_at: datetime
    closed_at: datetime | None
    closed_by: str | None
    expected: Decimal | None
    counted: Decimal | None

    @property
    def over(self) -> Decimal | None:
        """How much more was counted than should have been there; below zero, how much less."""
        return None if self.counted is None or self.expected is None else self.counted - self.expected


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Something that somebody did in a day without a sale."""

    kind: RowKind
    amount: Decimal
    reason: str
    employee: str
    at: datetime
    pieces: tuple[Pieces, ...]


@dataclass(frozen=True, slots=True)
class StandingInvoice:
    """Money handed over for an invoice; ``number`` is there once that was posted, ``note`` is its own."""

    invoice_id: int
    number: int | None
    note: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class DayDetails:
    """A day with all that its X or Z says; ``figures`` are frozen once it is closed."""

    row: DayRow
    drawer_id: int
    version: int
    opened_by: str
    opened_with: Decimal
    was_left: Decimal | None
    float_reason: str
    counted_at: datetime | None
    kept: Decimal | None
    figures: DayFigures
    events: tuple[DayEvent, ...]
    standing: tuple[StandingInvoice, ...]

    @property
    def expected(self) -> Decimal:
        """The cash that should be there."""
        return self.figures.expected

    @property
    def counted(self) -> Decimal | None:
        """The cash that the last count found."""
        return self.row.counted

    @property
    def over(self) -> Decimal | None:
        """How much more was counted than should be there; below zero, how much less."""
        return None if self.row.counted is None else self.row.counted - self.expected


@dataclass(frozen=True, slots=True)
class DrawerHere:
    """The drawer of a workstation.

    Attributes:
        drawer: Which; None while nothing was paid there and nobody said which.
        day: Its day that is not closed, if it has one.
        left: What its last day left; zero before it has one.
        had_days: Whether it had a day before.
        asks_float: Whether the shop wants a float counted before the drawer opens.
        choices: All drawers, Office last.
        currency: What the shop counts in; empty for that of its region.
        locale: The region of the shop.
    """

    drawer: DrawerChoice | None
    day: DayDetails | None
    left: Decimal
    had_days: bool
    asks_float: bool
    choices: tuple[DrawerChoice, ...]
    currency: str
    locale: str


_closer = table_of(Employee).alias()
_opener = table_of(Employee).alias()
_LISTED = (
    sa.select(
        _days.c.id,
        _drawers.c.name.label("drawer"),
        _drawers.c.is_office,
        _days.c.status,
        _days.c.number,
        _days.c.opened_at,
        _days.c.closed_at,
        _closer.c.name.label("closed_by"),
        _days.c.expected,
        _days.c.counted,
    )
    .join(_drawers, _drawers.c.id == _days.c.drawer_id)
    .outerjoin(_closer, _closer.c.id == _days.c.closed_by)
)
_HEAD = sa.select(_days, _opener.c.name.label("opened_by")).join(_opener, _opener.c.id == _days.c.employee_id)
_EVENTS = (
    sa.select(_rows.c.kind, _rows.c.amount, _rows.c.reason, Employee.name.label("employee"), _rows.c.at, _rows.c.pieces)
    .select_from(_rows)
    .join(Employee, Employee.id == _rows.c.employee_id)
    .where(
        _rows.c.day_id == sa.bindparam("day"),
        _rows.c.kind.in_(
            [
                str(kind)
                for kind in (
                    *(RowKind.PAID_IN, RowKind.PAID_OUT, RowKind.DROP, RowKind.NO_SALE, RowKind.COUNT),
                    RowKind.COUNT_AGAIN,
                )
            ]
        ),
    )
    .order_by(_rows.c.id)
)
_USED = sa.select(_users.c.drawer_id).where(_users.c.workstation == sa.bindparam("here"))
_CHOICES = sa.select(_drawers.c.id, _drawers.c.name, _drawers.c.is_office).order_by(
    _drawers.c.is_office, _drawers.c.name
)
_NEWEST = (
    sa.select(_days.c.id, _days.c.status, _days.c.kept)
    .where(_days.c.drawer_id == sa.bindparam("drawer"))
    .order_by(_days.c.id.desc())
    .limit(1)
)


def closed(connection: sa.Connection) -> tuple[DayRow, ...]:
    """List the closed days of all drawers, the newest first."""
    newest = (
        _LISTED.where(_days.c.status == str(DayStatus.CLOSED))
        .order_by(_days.c.closed_at.desc(), _days.c.id.desc())
        .limit(MOST_DAYS)
    )
    return tuple(_row(row) for row in connection.execute(newest).mappings())


def still_open(connection: sa.Connection) -> tuple[DayRow, ...]:
    """List the days of all drawers that nobody has closed, the oldest first."""
    rows = connection.execute(_LISTED.where(_days.c.status != str(DayStatus.CLOSED)).order_by(_days.c.id))
    return tuple(_row(row) for row in rows.mappings())


def details(connection: sa.Connection, day_id: int) -> DayDetails | None:
    """Read a day, or None when there is none; its figures are worked out now unless it is closed."""
    row = connection.execute(_LISTED.where(_days.c.id == day_id)).mappings().one_or_none()
    if row is None:
        return None
    head = connection.execute(_HEAD.where(_days.c.id == day_id)).one()
    figures = read(head.figures) if head.figures else day_sums.worked_out(connection, day_id)
    return DayDetails(
        row=_row(row),
        drawer_id=head.drawer_id,
        version=head.version,
        opened_by=head.opened_by,
        opened_with=head.opened_with,
        was_left=head.was_left,
        float_reason=head.float_reason,
        counted_at=head.counted_at,
        kept=head.kept,
        figures=figures,
        events=tuple(
            DayEvent(RowKind(kind), amount, reason, employee, at, _pieces(pieces))
            for kind, amount, reason, employee, at, pieces in connection.execute(_EVENTS, {"day": day_id})
        ),
        standing=_standing(connection, figures),
    )


def here(connection: sa.Connection, workstation: str) -> DrawerHere:
    """Read the drawer of a workstation, and which others there are."""
    shop = preferences.load(connection)
    choices = tuple(DrawerChoice(each.id, each.name, each.is_office) for each in connection.execute(_CHOICES))
    used = connection.scalar(_USED, {"here": workstation})
    drawer = next((each for each in choices if each.id == used), None)
    newest = None if drawer is None else connection.execute(_NEWEST, {"drawer": drawer.id}).one_or_none()
    is_closed = newest is not None and newest.status == DayStatus.CLOSED
    return DrawerHere(
        drawer,
        None if newest is None or is_closed else details(connection, newest.id),
        newest.kept if newest is not None and is_closed else ZERO,
        had_days=newest is not None,
        asks_float=shop.float_counted,
        choices=choices,
        currency=shop.currency,
        locale=shop.locale,
    )


def _row(row: sa.RowMapping) -> DayRow:
    values: dict[str, Any] = {**row, "status": DayStatus(row["status"])}
    return DayRow(**values)


def _pieces(stored: str) -> tuple[Pieces, ...]:
    return tuple(Pieces(Decimal(value), count) for value, count in json.loads(stored)) if stored else ()


def _standing(connection: sa.Connection, figures: DayFigures) -> tuple[StandingInvoice, ...]:
    amounts: dict[int, Decimal] = {}
    for each in figures.standing:
        amounts[each.invoice_id] = amounts.get(each.invoice_id, ZERO) + each.amount
    if not amounts:
        return ()
    rows = connection.execute(
        sa.select(Invoice.id, Invoice.number, Invoice.note).where(Invoice.id.in_(sorted(amounts))).order_by(Invoice.id)
    )
    return tuple(StandingInvoice(row.id, row.number, row.note, amounts[row.id]) for row in rows)
