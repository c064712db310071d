"""The drawer of a workstation and its day: opened, paid from, counted, closed. Serves "The drawer and the day"."""

import json
from collections.abc import Sequence
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import require
from posim_desktop.domain.money import ZERO, plain_money
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales import days as rules
from posim_desktop.domain.sales.day_figures import written
from posim_desktop.domain.sales.days import CashMove, Pieces, RowKind
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.queries.sales import day_sums
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import drawer_rows, print_rows
from posim_desktop.services.records.drawer_rows import NewRow
from posim_desktop.services.session import Session, Stamp


def open_day(session: Session, stamp: Stamp, *, opened_with: Decimal, reason: str = "") -> Done:
    """Open the drawer of the workstation with a float that somebody counted; ``record_id`` is the day's id.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        opened_with: The float.
        reason: Why it is another than was left.

    Raises:
        RefusedError: The employee may not; the drawer is open; or at ``float`` or ``reason``: the float is another
            than was left, and nobody says why.
    """
    require_permission(session, stamp, Permission.CLOSE_DRAWER)
    why = _clean_reason(reason)
    office = drawer_rows.lock_drawer(session, drawer_rows.office(session))
    drawer_id = drawer_rows.used_by(session, stamp.workstation)
    if drawer_id is None:
        drawer_id = drawer_rows.own_drawer(session, stamp.workstation)
        drawer_rows.use(session, stamp.workstation, drawer_id)
    drawer = office if drawer_id == office.id else drawer_rows.lock_drawer(session, drawer_id)
    require(rules.open_refusal(drawer.status, opened_with, drawer.left, why, is_office=drawer.is_office))
    day_id = drawer_rows.insert_day(session, stamp, drawer, opened_with, why)
    before = {} if drawer.left is None else {"left": drawer.left}
    entry = AuditEntry(AuditAction.OPEN_DAY, Record.DRAWER_DAY, day_id, before, {"float": opened_with}, why)
    append(session, stamp, [entry])
    return done(day_id, Change(Record.DRAWER_DAY, day_id), Change(Record.DRAWER, drawer.id))


def move_cash(session: Session, stamp: Stamp, *, move: CashMove, printer: str = "") -> Done:
    """Pay cash in or out without a sale, or drop it; ``record_id`` is the day's id.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        move: What, how much and what for.
        printer: Through which the drawer opens; empty where it opens by hand.

    Raises:
        RefusedError: The employee may not; the drawer is counted; or at ``amount`` or ``reason``.
    """
    move = rules.clean_move(move)
    require_permission(session, stamp, Permission.PAY_FROM_DRAWER)
    day_id = drawer_rows.write_move(session, stamp, move)
    touched = {Change(Record.DRAWER_DAY, day_id)}
    if printer:
        job_id = print_rows.insert(session, stamp, Printing.DRAWER, printer, opens_drawer=True)
        touched.add(Change(Record.PRINT_JOB, job_id))
    match move.kind:
        case RowKind.PAID_IN:
            action = AuditAction.PAY_IN
        case RowKind.PAID_OUT:
            action = AuditAction.PAY_OUT
        case _:
            action = AuditAction.DROP_CASH
    entry = AuditEntry(action, Record.DRAWER_DAY, day_id, after={"amount": move.amount}, reason=move.reason)
    append(session, stamp, [entry])
    return Done(day_id, frozenset(touched))


def count(
    session: Session, stamp: Stamp, *, day_id: int, pieces: tuple[Pieces, ...] = (), rest: Decimal = ZERO
) -> Done:
    """Count a drawer: nothing is posted there until somebody closes it or counts again.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        day_id: The day.
        pieces: How many of each note and coin.
        rest: What was counted in one sum.

    Raises:
        RefusedError: The employee may not; it is counted or closed; a card terminal was asked and has not answered;
            or at a piece, or at ``counted``: the sum cannot be.
    """
    require_permission(session, stamp, Permission.CLOSE_DRAWER)
    day = drawer_rows.lock_day(session, day_id)
    asked = drawer_rows.terminals_asked(session, day.drawer_id)
    require(rules.count_refusal(day.status, terminals_asked=asked))
    counted = rules.counted_sum(pieces) + rest
    require(rules.pieces_refusal(pieces, rest, counted, is_office=day.is_office))
    found = [each for each in pieces if each.how_many]
    row = NewRow(RowKind.COUNT, counted, pieces=_written(found))
    drawer_rows.write(session, stamp, day_id, [row])
    drawer_rows.count(session, stamp, day, counted)
    append(session, stamp, [AuditEntry(AuditAction.COUNT_DRAWER, Record.DRAWER_DAY, day_id, {}, {"counted": counted})])
    return done(day_id, Change(Record.DRAWER_DAY, day_id))


def count_again(session: Session, stamp: Stamp, *, day_id: int) -> Done:
    """Take a count back: the drawer is open again, and the count is kept as something that happened.

    Raises:
        RefusedError: The employee may not, or the day is not counted.
    """
    require_permission(session, stamp, Permission.CLOSE_DRAWER)
    day = drawer_rows.lock_day(session, day_id)
    require(rules.recount_refusal(day.status))
    drawer_rows.count_again(session, day)
    drawer_rows.write(session, stamp, day_id, [NewRow(RowKind.COUNT_AGAIN, ZERO)])
    entry = AuditEntry(AuditAction.COUNT_AGAIN, Record.DRAWER_DAY, day_id, {"counted": day.counted or ZERO})
    append(session, stamp, [entry])
    return done(day_id, Change(Record.DRAWER_DAY, day_id))


def close(session: Session, stamp: Stamp, *, day_id: int, kept: Decimal, printer: str = "") -> Done:
    """Close a counted day for good: it gets the next Z of its drawer, and its figures stay as they are now.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        day_id: The day.
        kept: What of the counted cash stays in the drawer; the next day opens with it.
        printer: On which the Z is printed; empty for none.

    Raises:
        RefusedError: The employee may not; the day is not counted; or at ``kept``: it is more than was counted.
    """
    require_permission(session, stamp, Permission.CLOSE_DRAWER)
    day = drawer_rows.lock_day(session, day_id)
    counted = day.counted or ZERO
    require(rules.close_refusal(day.status, counted, kept))
    figures = day_sums.worked_out(session.connection(), day_id)
    stands = [
        NewRow(RowKind.STANDING, each.amount, TenderKind(each.kind), each.name, invoice_id=each.invoice_id)
        for each in figures.standing
    ]
    drawer_rows.write(session, stamp, day_id, stands)
    session.day = None
    number = drawer_rows.close(session, stamp, day, expected=figures.expected, kept=kept, figures=written(figures))
    touched = {Change(Record.DRAWER_DAY, day_id), Change(Record.DRAWER, day.drawer_id)}
    if printer:
        job_id = print_rows.insert(session, stamp, Printing.Z_REPORT, printer, of=PrintSubject(day_id=day_id))
        touched.add(Change(Record.PRINT_JOB, job_id))
    after = {"number": number, "expected": figures.expected, "counted": counted, "kept": kept}
    append(session, stamp, [AuditEntry(AuditAction.CLOSE_DAY, Record.DRAWER_DAY, day_id, {}, after)])
    return Done(day_id, frozenset(touched))


def use_drawer(session: Session, stamp: Stamp, *, drawer_id: int | None) -> Done:
    """Say which drawer the workstation uses: its own with None, another one's, or Office for none.

    Raises:
        RefusedError: The employee may not, or at ``drawer``: the one that it uses is open and nobody else has it.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    office_id = drawer_rows.office(session)
    before = drawer_rows.used_by(session, stamp.workstation)
    drawer_rows.lock_drawer(session, office_id)
    after = drawer_rows.own_drawer(session, stamp.workstation) if drawer_id is None else drawer_id
    for each in sorted({each for each in (before, after) if each is not None and each != office_id}):
        drawer = drawer_rows.lock_drawer(session, each)
        if each == before != after:
            others = drawer_rows.others_of(session, each, stamp.workstation)
            require(rules.leave_refusal(drawer.status, others=others))
    drawer_rows.use(session, stamp.workstation, after)
    told = {} if before is None else {"drawer": before}
    append(session, stamp, [AuditEntry(AuditAction.USE_DRAWER, Record.DRAWER, after, told, {"drawer": after})])
    return done(after, Change(Record.DRAWER, after))


def _clean_reason(reason: str) -> str:
    return text.clean(reason, field="reason", limit=text.REASON, label=text.Label.REASON)


def _written(pieces: Sequence[Pieces]) -> str:
    return json.dumps([(plain_money(each.value), each.how_many) for each in pieces]) if pieces else ""
