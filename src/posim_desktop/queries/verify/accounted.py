"""Rules A1 to A3: documents against the audit, deeds with their reasons, and an employee whom somebody added.

The audit is told of a posting, a cancellation or an adjustment in the transaction that writes it, at the same moment.
So what either of the two says alone was changed behind the program's back.
"""

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import AUDITED, Record
from posim_desktop.orm import AuditEvent, Base, Invoice
from posim_desktop.orm.base import table_of
from posim_desktop.queries.verify.violation import Rule, Violation, called

_AT_ONCE = 1000
_events = table_of(AuditEvent)
_invoices = table_of(Invoice)


class _Posted(NamedTuple):
    """A kind of document that is told of when it is posted; ``moment`` is the column that says when that was."""

    record: Record
    table: str
    statuses: tuple[str, ...]
    moment: str
    action: AuditAction


_POSTED = (
    _Posted(Record.INVOICE, "invoices", ("processed",), "processed_at", AuditAction.POST_INVOICE),
    _Posted(
        Record.PURCHASE_ORDER,
        "purchase_orders",
        ("processed", "closed"),
        "processed_at",
        AuditAction.POST_PURCHASE_ORDER,
    ),
    _Posted(Record.RECEIVING_LOG, "receiving_logs", ("posted",), "posted_at", AuditAction.POST_RECEIVING_LOG),
    _Posted(Record.SPECIAL_ORDER, "special_orders", ("posted",), "posted_at", AuditAction.POST_SPECIAL_ORDER),
    _Posted(Record.STOCK_COUNT, "stock_counts", ("posted",), "posted_at", AuditAction.POST_STOCK_COUNT),
    _Posted(Record.VENDOR_RETURN, "vendor_returns", ("posted",), "posted_at", AuditAction.POST_VENDOR_RETURN),
    _Posted(Record.DRAWER_DAY, "drawer_days", ("closed",), "closed_at", AuditAction.CLOSE_DAY),
)

# Once for each row, so that nobody compares the rows of an item with all its others: a set of thousands is sorted once.
_UNTOLD = """
    SELECT x.record_id, NULL, x.reason, NULL
      FROM (SELECT {record} AS record_id, {at} AS at, {reason} AS reason FROM {rows}
            EXCEPT
            SELECT e.record_id, e.at, e.reason FROM audit_events e
             WHERE e.record_kind = '{kind}' AND e.action = '{action}') x"""
_MADE_UP = """
    SELECT x.record_id, NULL, x.reason, NULL
      FROM (SELECT e.record_id, e.at, e.reason FROM audit_events e
             WHERE e.record_kind = '{kind}' AND e.action = '{action}'{told}
            EXCEPT
            SELECT {record}, {at}, {reason} FROM {all_rows}) x"""


class _Deed(NamedTuple):
    """Something whose rows and whose events are written at the same moment, with the same reason.

    Attributes:
        record: Which record the event is of.
        action: The event.
        key: The column with the record's id.
        rows: Where the rows are that have an event.
        reason: Why, in the rows.
        at: When, in the rows.
        all_rows: Where the rows are that an event may be of, when these are more.
        told: Which events have a row, when that is not each.
    """

    record: Record
    action: AuditAction
    key: str
    rows: str
    reason: str = "r.reason"
    at: str = "r.at"
    all_rows: str = ""
    told: str = ""


_BACK = "invoices i JOIN invoice_lines r ON r.invoice_id = i.id WHERE i.status = 'processed' AND r.trans_code = 'R'"
_DEEDS = (
    _Deed(
        Record.BACKORDER,
        AuditAction.CANCEL_BACKORDER,
        "r.backorder_id",
        "backorder_events r WHERE r.kind = 'cancel'",
    ),
    _Deed(
        Record.BACKORDER,
        AuditAction.ASK_CUSTOMER,
        "r.backorder_id",
        # What is asked when a backorder is made is told with its posting, and what is answered at once with the answer.
        "backorder_events r JOIN backorders b ON b.id = r.backorder_id WHERE r.kind = 'ask' AND r.at <> b.created_at "
        "AND NOT EXISTS (SELECT 1 FROM backorder_events a "
        "WHERE a.backorder_id = r.backorder_id AND a.kind = 'answer' AND a.at = r.at)",
        all_rows="backorder_events r WHERE r.kind = 'ask'",
    ),
    _Deed(
        Record.BACKORDER, AuditAction.ANSWER_QUESTION, "r.backorder_id", "backorder_events r WHERE r.kind = 'answer'"
    ),
    _Deed(
        Record.ITEM,
        AuditAction.ADJUST_STOCK,
        "r.item_id",
        "stock_ledger r WHERE r.kind = 'adjustment'",
        # With what is on hand of a new item its card is told; of one on file an import tells it as an adjustment.
        all_rows="stock_ledger r WHERE r.kind IN ('adjustment', 'opening')",
        told=" AND e.before <> e.after",  # a count that found what was expected moves nothing
    ),
    _Deed(
        Record.INVOICE,
        AuditAction.RETURN_GOODS,
        "r.invoice_id",
        f"{_BACK} AND r.return_reason <> ''",  # before revision 0028 nobody said why, and the first told nobody
        "r.return_reason",
        "i.processed_at",
        all_rows=_BACK,
    ),
    _Deed(Record.RECEIVING_LOG, AuditAction.CORRECT_RECEIVING, "r.receiving_log_id", "receiving_corrections r"),
    _Deed(
        Record.PURCHASE_ORDER,
        AuditAction.CHANGE_PURCHASE_ORDER,
        "r.purchase_order_id",
        "order_changes r WHERE r.sheet IS NOT NULL",  # on none is what the vendor says of the day
    ),
    _Deed(Record.DRAWER_DAY, AuditAction.PAY_IN, "r.day_id", "drawer_rows r WHERE r.kind = 'paid in'"),
    _Deed(Record.DRAWER_DAY, AuditAction.PAY_OUT, "r.day_id", "drawer_rows r WHERE r.kind = 'paid out'"),
    _Deed(Record.DRAWER_DAY, AuditAction.DROP_CASH, "r.day_id", "drawer_rows r WHERE r.kind = 'drop'"),
    _Deed(Record.DRAWER_DAY, AuditAction.COUNT_DRAWER, "r.day_id", "drawer_rows r WHERE r.kind = 'count'"),
)

RULES = (
    *(
        Rule(
            "A2",
            deed.record.replace("_", " "),
            f"the audit does not say “{deed.action}” at that moment for the reason “{{}}”",
            _UNTOLD.format(
                record=deed.key,
                at=deed.at,
                reason=deed.reason,
                rows=deed.rows,
                kind=deed.record,
                action=deed.action,
            ),
            places=None,
        )
        for deed in _DEEDS
    ),
    *(
        Rule(
            "A2",
            deed.record.replace("_", " "),
            f"only the audit says “{deed.action}” at that moment for the reason “{{}}”",
            _MADE_UP.format(
                record=deed.key,
                at=deed.at,
                reason=deed.reason,
                all_rows=deed.all_rows or deed.rows,
                kind=deed.record,
                action=deed.action,
                told=deed.told,
            ),
            places=None,
        )
        for deed in _DEEDS
    ),
    *(
        Rule(
            "A2",
            record.replace("_", " "),
            "is {}, but the audit says that it was discarded",
            f"""SELECT d.id, d.number, d.status, NULL FROM {table} d
                 WHERE d.status <> 'discarded' AND d.id IN (
                       SELECT e.record_id FROM audit_events e
                        WHERE e.record_kind = '{record}' AND e.action = 'discard {record.replace("_", " ")}')""",  # noqa: S608 - text of this module
            places=None,
        )
        for record, table in (
            (Record.INVOICE, "invoices"),
            (Record.PURCHASE_ORDER, "purchase_orders"),
            (Record.RECEIVING_LOG, "receiving_logs"),
            (Record.SPECIAL_ORDER, "special_orders"),
            (Record.STOCK_COUNT, "stock_counts"),
            (Record.VENDOR_RETURN, "vendor_returns"),
        )
    ),
    # Who works in a practice shop was copied into it before anything was done there. In every other the first that is
    # told of anybody is that they were added, and that cannot go without breaking the chain.
    Rule(
        "A3",
        "employee",
        "is on file, but the audit has {} events in which somebody added them instead of {}",
        """SELECT w.id, w.code, 0, 1 FROM employees w
            WHERE NOT EXISTS (SELECT 1 FROM preferences p WHERE p.name = 'practice')
              AND 'add employee' = (SELECT f.action FROM audit_events f
                                     WHERE f.record_kind = 'employee' ORDER BY f.id LIMIT 1)
              AND w.id NOT IN (SELECT e.record_id FROM audit_events e
                                WHERE e.record_kind = 'employee' AND e.action = 'add employee'
                                  AND e.record_id IS NOT NULL)""",
        places=0,
    ),
)


_NAMED = f"""
    SELECT o.id, o.at, o.workstation,
           CASE WHEN o.changes LIKE '%["{AUDITED}",%'
                THEN CAST(rtrim(substr(o.changes, {{place}}(o.changes, '["{AUDITED}",') + {len(AUDITED) + 4}), ']')
                     AS BIGINT) END AS event_id
      FROM {{rows}} o"""  # noqa: S608 - text of this module
_CUT_OFF = """
    SELECT n.id, n.event_id, e.at FROM ({named}) n LEFT JOIN audit_events e ON e.id = n.event_id
     WHERE n.event_id IS NOT NULL AND (e.id IS NULL OR e.at <> n.at OR e.workstation <> n.workstation)
     ORDER BY n.id"""
# One row for all events of a moment: the first of them.
_WITHOUT_ACTION = """
    SELECT MIN(e.id) FROM audit_events e
      JOIN (SELECT at, workstation FROM audit_events WHERE id >= (SELECT MIN(n.event_id) FROM ({named}) n)
            EXCEPT SELECT at, workstation FROM operations) x ON x.at = e.at AND x.workstation = e.workstation
     GROUP BY x.at, x.workstation ORDER BY 1"""


def postings(connection: sa.Connection, newest: int | None = None) -> Iterator[Violation]:
    """A1: lay each posted document beside its event, and each event of a posting beside its document.

    Args:
        connection: The shop.
        newest: Of how many of the newest documents of a kind; None for all, and only then of the events.
    """
    for kind in _POSTED:
        yield from _documents(connection, kind, newest)
        if newest is None:
            yield from _without_document(connection, kind)


def ends(connection: sa.Connection, newest: int | None = None) -> Iterator[Violation]:
    """A5: look for the last event of each action, and for the action of each event since the first that is named.

    Args:
        connection: The shop.
        newest: Of how many of the newest actions; None for all, and only then of the events.
    """
    place = "instr" if connection.dialect.name == "sqlite" else "strpos"
    rows = f"(SELECT * FROM operations ORDER BY id DESC LIMIT {int(newest)})" if newest else "operations"  # noqa: S608 - a number
    named = _NAMED.format(place=place, rows=rows)
    for operation_id, event_id, at in connection.execute(sa.text(_CUT_OFF.format(named=named))):
        found = "is gone" if at is None else "is of another moment or workstation"
        yield Violation("A5", "operation", operation_id, "", f"the last event that it wrote, {event_id}, {found}")
    for event_id in connection.scalars(sa.text(_WITHOUT_ACTION.format(named=named))) if newest is None else ():
        problem = "was written at a moment when nothing was done at its workstation"
        yield Violation("A5", "audit event", event_id, str(event_id), problem)


def _documents(connection: sa.Connection, kind: _Posted, newest: int | None) -> Iterator[Violation]:
    last = None
    for row in connection.execute(_beside_their_events(kind, newest)):
        problem = "the audit says twice that it was posted" if row.id == last else _difference(row)
        last = row.id
        if problem:
            yield Violation("A1", kind.record.replace("_", " "), row.id, called(row.number), problem)


@cache
def _beside_their_events(kind: _Posted, newest: int | None) -> sa.Select[Any]:
    document = Base.metadata.tables[kind.table]
    total = document.c.total if document is _invoices else sa.null()
    both = sa.and_(
        _events.c.record_kind == str(kind.record),
        _events.c.record_id == document.c.id,
        _events.c.action == str(kind.action),
    )
    rows = (
        sa.select(
            document.c.id,
            document.c.number,
            total.label("total"),
            document.c[kind.moment].label("moment"),
            _events.c.id.label("event_id"),
            _events.c.at,
            _events.c.after,
        )
        .select_from(document.outerjoin(_events, both))
        .where(document.c.status.in_(kind.statuses))
        .order_by(document.c.id, _events.c.id)
    )
    if newest is not None:
        rows = rows.where(document.c.id.in_(sa.select(document.c.id).order_by(document.c.id.desc()).limit(newest)))
    return rows.execution_options(yield_per=_AT_ONCE)


def _difference(row: Any) -> str | None:  # noqa: ANN401 - a row of the query above
    """Say in what a document and the event of its posting differ, None when they do not."""
    if row.event_id is None:
        return "was posted, but the audit does not say so"
    after = told_in(row.after)
    if after.get("number") != row.number:
        return f"the audit says that its number is {after.get('number')}"
    if row.total is not None and amount(after.get("total")) != row.total:
        return f"the total is {row.total}, but the audit says {after.get('total')}"
    if row.at != row.moment:
        return "the audit says that it was posted at another moment"
    return None


def _without_document(connection: sa.Connection, kind: _Posted) -> Iterator[Violation]:
    for row in connection.execute(_events_alone(kind)):
        number = told_in(row.after).get("number")
        what = kind.record.replace("_", " ")
        yield Violation("A1", "audit event", row.id, str(row.id), f"says that {what} {number} was posted: it is gone")


@cache
def _events_alone(kind: _Posted) -> sa.Select[Any]:
    document = Base.metadata.tables[kind.table]
    posted = sa.and_(document.c.id == _events.c.record_id, document.c.status.in_(kind.statuses))
    return (
        sa.select(_events.c.id, _events.c.after)
        .select_from(_events.outerjoin(document, posted))
        .where(_events.c.record_kind == str(kind.record), _events.c.action == str(kind.action), document.c.id.is_(None))
        .order_by(_events.c.id)
    )


def told_in(written: str) -> dict[str, object]:
    """Read what an event tells; what cannot be read tells nothing, and the chain says that it was changed."""
    try:
        told = json.loads(written)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def amount(told: object) -> Decimal | None:
    """Read a number that an event tells, None when it tells none."""
    try:
        return Decimal(str(told))
    except InvalidOperation:
        return None
