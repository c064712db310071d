"""Drawers as they are stored: who uses which, their days, and what is written into a day while it is held.

Whoever writes money holds the day until the transaction ends, shared with other tills of the drawer; whoever counts or
closes it holds it alone. On SQLite the one write lock does both.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.card_requests import OPEN
from posim_desktop.domain.sales.days import LEGAL_STEPS, CashMove, DayStatus, RowKind, cash_refusal, post_refusal
from posim_desktop.domain.sales.tenders import OF_CUSTOMER, SHIPPED, Tender, TenderKind
from posim_desktop.domain.steps import step_to
from posim_desktop.domain.why import Why
from posim_desktop.orm import CardRequest, Drawer, DrawerDay, DrawerRow, DrawerUser
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.queries.sales import tender_types
from posim_desktop.queries.shop import preferences
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import HeldDay, Session, Stamp


class StoredDrawer(NamedTuple):
    """A locked drawer, with the newest of its days, if it has any, and what that left."""

    id: int
    name: str
    is_office: bool
    last_number: int
    status: DayStatus | None = None
    left: Decimal | None = None


class StoredDay(NamedTuple):
    """A day that is locked alone."""

    id: int
    drawer_id: int
    status: DayStatus
    opened_with: Decimal
    counted: Decimal | None
    is_office: bool
    last_number: int


class NewRow(NamedTuple):
    """What is written into a day."""

    kind: RowKind
    amount: Decimal
    tender_kind: TenderKind | None = None
    tender_name: str = ""
    reference: str = ""
    invoice_id: int | None = None
    taken_day_id: int | None = None
    pieces: str = ""
    reason: str = ""


class _Row(NamedTuple):
    day_id: int
    kind: str
    amount: Decimal
    tender_kind: str | None
    tender_name: str
    reference: str
    invoice_id: int | None
    taken_day_id: int | None
    pieces: str
    reason: str
    employee_id: int | None
    workstation: str
    at: datetime


class _NewDay(NamedTuple):
    drawer_id: int
    status: str
    opened_with: Decimal
    was_left: Decimal | None
    float_reason: str
    opened_at: datetime
    employee_id: int | None
    workstation: str
    counted: None
    counted_at: None
    number: None
    closed_at: None
    closed_by: None
    expected: None
    kept: None
    figures: str
    version: int


_drawers, _users = table_of(Drawer), table_of(DrawerUser)
_days, _rows = table_of(DrawerDay), table_of(DrawerRow)
_requests = table_of(CardRequest)
_CLOSED = str(DayStatus.CLOSED)
_DAY_HERE = (
    sa.select(_days.c.id, _days.c.status, _drawers.c.is_office)
    .select_from(_users)
    .join(_drawers, _drawers.c.id == _users.c.drawer_id)
    .join(_days, _days.c.drawer_id == _drawers.c.id)
    .where(_users.c.workstation == sa.bindparam("here"), _days.c.status != _CLOSED)
    .with_for_update(read=True, of=_days)
)
_DAY_OF_DRAWER = (
    sa.select(_days.c.id, _days.c.status, _drawers.c.is_office)
    .join(_drawers, _drawers.c.id == _days.c.drawer_id)
    .where(_days.c.drawer_id == sa.bindparam("drawer"), _days.c.status != _CLOSED)
    .with_for_update(read=True, of=_days)
)
_USED_HERE = sa.select(_users.c.drawer_id).where(_users.c.workstation == sa.bindparam("here"))
_OTHERS = sa.select(sa.func.count()).where(
    _users.c.drawer_id == sa.bindparam("drawer"), _users.c.workstation != sa.bindparam("here")
)
_OFFICE = sa.select(_drawers.c.id).where(_drawers.c.is_office)
_DRAWER = sa.select(_drawers.c.id, _drawers.c.name, _drawers.c.is_office, _drawers.c.last_number).where(
    _drawers.c.id == sa.bindparam("drawer")
)
_LOCK_DRAWER = _DRAWER.with_for_update()
_NAMED = sa.select(_drawers.c.id).where(_drawers.c.name == sa.bindparam("called"))
_NEWEST = (
    sa.select(_days.c.status, _days.c.kept)
    .where(_days.c.drawer_id == sa.bindparam("drawer"))
    .order_by(_days.c.id.desc())
    .limit(1)
)
_LOCK_DAY = (
    sa.select(
        *(_days.c[name] for name in ("id", "drawer_id", "status", "opened_with", "counted")),
        _drawers.c.is_office,
        _drawers.c.last_number,
    )
    .join(_drawers, _drawers.c.id == _days.c.drawer_id)
    .where(_days.c.id == sa.bindparam("day"))
    .with_for_update(key_share=True, of=_days)
)
_STATUS = sa.select(_days.c.status).where(_days.c.id == sa.bindparam("day"))
_UNDER_WAY_HERE = (
    sa.select(_days.c.id)
    .join(_users, _users.c.drawer_id == _days.c.drawer_id)
    .where(_users.c.workstation == sa.bindparam("here"), _days.c.status != _CLOSED)
    .with_for_update(read=True, of=_days)
)
_INSERT_DAY = sa.insert(_days).returning(_days.c.id)
_INSERT_DRAWER = sa.insert(_drawers).returning(_drawers.c.id)
_USE = sa.update(_users).where(_users.c.workstation == sa.bindparam("here")).values(drawer_id=sa.bindparam("drawer"))
_NUMBERED = (
    sa.update(_drawers)
    .where(_drawers.c.id == sa.bindparam("drawer"))
    .values(statements.new_values(_drawers, "last_number") | {"version": _drawers.c.version + 1})
)
_ASKED = sa.select(sa.func.count()).where(
    _requests.c.state.in_([str(state) for state in OPEN]),
    _requests.c.workstation.in_(sa.select(_users.c.workstation).where(_users.c.drawer_id == sa.bindparam("drawer"))),
)


def hold(session: Session, stamp: Stamp, *, at_till: bool = False) -> HeldDay:
    """Hold the day of the workstation's drawer until the transaction ends; it opens by itself with what was left.

    A workstation of which nothing is known has a drawer of its own from the first money on that it takes.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        at_till: Whether money is handed over: nobody does that in an office.

    Raises:
        RefusedError: The day is counted, or the shop wants a float counted first.
    """
    if session.day is None:
        session.day = _hold(session, stamp, at_till=at_till)
    return session.day


def _hold(session: Session, stamp: Stamp, *, at_till: bool) -> HeldDay:
    found = session.connection().execute(_DAY_HERE, {"here": stamp.workstation}).one_or_none()
    if found is None:
        drawer_id = used_by(session, stamp.workstation)
        if drawer_id is None:
            drawer_id = _own_drawer(session, stamp.workstation) if at_till else office(session)
        found = session.connection().execute(_DAY_OF_DRAWER, {"drawer": drawer_id}).one_or_none()
        if found is None:
            return _open_by_itself(session, stamp, drawer_id)
    require(post_refusal(DayStatus(found.status)))
    climb(session, Rank.DAY, [found.id])
    return HeldDay(found.id, found.is_office)


def _open_by_itself(session: Session, stamp: Stamp, drawer_id: int) -> HeldDay:
    drawer = lock_drawer(session, drawer_id)
    found = session.connection().execute(_DAY_OF_DRAWER, {"drawer": drawer_id}).one_or_none()
    if found is not None:  # another till opened it while this one waited for the drawer
        require(post_refusal(DayStatus(found.status)))
        climb(session, Rank.DAY, [found.id])
        return HeldDay(found.id, found.is_office)
    if not drawer.is_office and preferences.load(session.connection()).float_counted:
        raise refuse(Why.DRAWER_NEEDS_FLOAT)
    left = drawer.left or ZERO
    return HeldDay(insert_day(session, stamp, drawer, left), drawer.is_office)


def under_way_here(session: Session, stamp: Stamp) -> int | None:
    """Hold the day of the workstation's drawer unless it is closed, and return it; nothing is opened or refused.

    What moves no money is written into a day that is counted, too: a Z would not tell of what happened meanwhile.
    """
    if session.day is not None:
        return session.day.id
    day_id: int | None = session.connection().scalar(_UNDER_WAY_HERE, {"here": stamp.workstation})
    if day_id is not None:
        climb(session, Rank.DAY, [day_id])
    return day_id


def used_by(session: Session, workstation: str) -> int | None:
    """Return which drawer a workstation uses; None while nobody has said and nothing was paid there."""
    drawer_id: int | None = session.connection().scalar(_USED_HERE, {"here": workstation})
    return drawer_id


def office(session: Session) -> int:
    """Return the drawer of workstations that have none."""
    drawer_id: int = session.connection().execute(_OFFICE).scalar_one()
    return drawer_id


def own_drawer(session: Session, workstation: str) -> int:
    """Return the drawer that is called like a workstation; it is made if there is none. Office is locked."""
    named: int | None = session.connection().scalar(_NAMED, {"called": workstation})
    if named is not None:
        return named
    row = {"name": workstation, "is_office": False, "last_number": 0, "version": 1}
    made: int = session.connection().execute(_INSERT_DRAWER, row).scalar_one()
    return made


def _own_drawer(session: Session, workstation: str) -> int:
    lock_drawer(session, office(session))  # two programs of one workstation make one drawer
    drawer_id = used_by(session, workstation)
    if drawer_id is None:
        drawer_id = own_drawer(session, workstation)
        use(session, workstation, drawer_id)
    return drawer_id


def use(session: Session, workstation: str, drawer_id: int) -> None:
    """Write which drawer a workstation uses from now on. Office is locked."""
    row = {"here": workstation, "drawer": drawer_id}
    if not session.connection().execute(_USE, row).rowcount:
        session.connection().execute(sa.insert(_users), {"workstation": workstation, "drawer_id": drawer_id})


def others_of(session: Session, drawer_id: int, workstation: str) -> int:
    """Count the other workstations that use a drawer."""
    return session.connection().scalar(_OTHERS, {"drawer": drawer_id, "here": workstation}) or 0


def lock_drawer(session: Session, drawer_id: int) -> StoredDrawer:
    """Lock a drawer: until the transaction ends, nobody else opens it.

    Raises:
        RefusedError: There is no such drawer.
    """
    row = session.connection().execute(_LOCK_DRAWER, {"drawer": drawer_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_DRAWER)
    climb(session, Rank.DRAWER, [drawer_id])
    return newest_of(session, StoredDrawer(*row))


def newest_of(session: Session, drawer: StoredDrawer) -> StoredDrawer:
    """Read the newest day of a drawer."""
    day = session.connection().execute(_NEWEST, {"drawer": drawer.id}).one_or_none()
    return drawer if day is None else drawer._replace(status=DayStatus(day.status), left=day.kept)


def insert_day(session: Session, stamp: Stamp, drawer: StoredDrawer, opened_with: Decimal, reason: str = "") -> int:
    """Open a day of a locked drawer."""
    row = _NewDay(
        drawer.id,
        str(DayStatus.OPEN),
        opened_with,
        drawer.left,
        reason,
        stamp.at,
        stamp.employee_id,
        stamp.workstation,
        counted=None,
        counted_at=None,
        number=None,
        closed_at=None,
        closed_by=None,
        expected=None,
        kept=None,
        figures="",
        version=1,
    )
    day_id: int = session.connection().execute(_INSERT_DAY, row._asdict()).scalar_one()
    climb(session, Rank.DAY, [day_id])
    return day_id


def lock_day(session: Session, day_id: int) -> StoredDay:
    """Lock a day alone: nobody writes into it until the transaction ends.

    Raises:
        RefusedError: There is no such day.
    """
    row = session.connection().execute(_LOCK_DAY, {"day": day_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_DAY)
    climb(session, Rank.DAY, [day_id])
    return StoredDay(
        row.id,
        row.drawer_id,
        DayStatus(row.status),
        row.opened_with,
        row.counted,
        row.is_office,
        row.last_number,
    )


def status_of(session: Session, day_id: int) -> DayStatus:
    """Read where a day stands, which may be another place in a moment: an X says what was so when it was asked.

    Raises:
        RefusedError: There is no such day.
    """
    status: str | None = session.connection().scalar(_STATUS, {"day": day_id})
    if status is None:
        raise refuse(Why.NO_SUCH_DAY)
    return DayStatus(status)


def terminals_asked(session: Session, drawer_id: int) -> int:
    """Count the payments that card terminals of a drawer's workstations have not answered yet."""
    return session.connection().scalar(_ASKED, {"drawer": drawer_id}) or 0


def count(session: Session, stamp: Stamp, day: StoredDay, counted: Decimal) -> None:
    """Make a counted day of a locked one that is open."""
    status = step_to(LEGAL_STEPS, day.status, DayStatus.COUNTED)
    statements.write(session, _days, day.id, {"status": str(status), "counted": counted, "counted_at": stamp.at})


def count_again(session: Session, day: StoredDay) -> None:
    """Open a locked day that is counted."""
    status = step_to(LEGAL_STEPS, day.status, DayStatus.OPEN)
    statements.write(session, _days, day.id, {"status": str(status), "counted": None, "counted_at": None})


def close(session: Session, stamp: Stamp, day: StoredDay, *, expected: Decimal, kept: Decimal, figures: str) -> int:
    """Close a locked day that is counted, for good, and return the number of its Z."""
    number = day.last_number + 1
    session.connection().execute(_NUMBERED, {"drawer": day.drawer_id, "new_last_number": number})
    status = step_to(LEGAL_STEPS, day.status, DayStatus.CLOSED)
    ended = {
        "status": str(status),
        "number": number,
        "closed_at": stamp.at,
        "closed_by": stamp.employee_id,
        "expected": expected,
        "kept": kept,
        "figures": figures,
    }
    statements.write(session, _days, day.id, ended)
    return number


def write(session: Session, stamp: Stamp, day_id: int, rows: Sequence[NewRow]) -> None:
    """Write into a day that is held."""
    stored = [
        _Row(
            day_id,
            str(each.kind),
            each.amount,
            None if each.tender_kind is None else str(each.tender_kind),
            each.tender_name,
            each.reference,
            each.invoice_id,
            each.taken_day_id,
            each.pieces,
            each.reason,
            stamp.employee_id,
            stamp.workstation,
            stamp.at,
        )
        for each in rows
    ]
    insert_rows(session.connection(), _rows, stored)


def write_move(session: Session, stamp: Stamp, move: CashMove) -> int:
    """Write cash that is paid in or out without a sale into the day, which is held; return that."""
    day = hold(session, stamp, at_till=True)
    _require_no_cash_in_office(day, [Tender(TenderKind.CASH, move.amount)])
    write(session, stamp, day.id, [NewRow(move.kind, move.moved, reason=move.reason)])
    return day.id


def take(session: Session, stamp: Stamp, invoice_id: int, tenders: Sequence[Tender], change: Sequence[Decimal]) -> int:
    """Write what is handed over for an invoice, and what goes back of each tender, into the day; return that.

    Raises:
        RefusedError: As :func:`hold`; or at ``tenders``: it is cash, and the workstation belongs to Office.
    """
    day = hold(session, stamp, at_till=True)
    _require_no_cash_in_office(day, tenders)
    rows = [
        NewRow(RowKind.TENDER, each.amount, each.kind, each.does.name, each.reference, invoice_id)
        for each in tenders
        if each.kind not in OF_CUSTOMER and each.amount
    ]
    write(session, stamp, day.id, rows)
    for tender, back in zip(tenders, change, strict=True):
        if back:
            give_change(session, stamp, invoice_id, tender, back)
    return day.id


def give_change(session: Session, stamp: Stamp, invoice_id: int, tender: Tender, back: Decimal) -> None:
    """Write what goes back of a tender when its invoice is posted: always cash.

    Raises:
        RefusedError: As :func:`take`.
    """
    day = hold(session, stamp, at_till=True)
    _require_no_cash_in_office(day, [Tender(TenderKind.CASH, back)])
    name = tender.does.name if tender.kind is TenderKind.CASH else _cash(session)
    write(session, stamp, day.id, [NewRow(RowKind.CHANGE, -back, TenderKind.CASH, name, "", invoice_id)])


def give_back(session: Session, stamp: Stamp, invoice_id: int, tender: Tender, taken_day_id: int | None) -> None:
    """Write that a tender is given back before its invoice was posted.

    Raises:
        RefusedError: As :func:`take`.
    """
    if tender.kind in OF_CUSTOMER or not tender.amount:
        return
    day = hold(session, stamp, at_till=True)
    _require_no_cash_in_office(day, [tender])
    row = NewRow(RowKind.GIVEN_BACK, -tender.amount, tender.kind, tender.does.name, tender.reference, invoice_id)
    write(session, stamp, day.id, [row._replace(taken_day_id=taken_day_id)])


def _require_no_cash_in_office(day: HeldDay, tenders: Sequence[Tender]) -> None:
    require(cash_refusal(tenders, is_office=day.is_office))


def _cash(session: Session) -> str:
    """Return what the shop calls the cash in which change is given."""
    taken = tender_types.in_use(session.connection())
    names = (each.terms.name for each in taken if each.kind is TenderKind.CASH)
    return next(names, SHIPPED[TenderKind.CASH].name)
